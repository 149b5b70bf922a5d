package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Filter is a row of pills of which one is picked. The arrow keys move the pick; the row wraps.
type Filter struct {
	control
	OnPick func(picked int)
	Kind   ChipKind // the look of the picked one, ChipGold unless changed
	labels []string
	picked int
	pills  []*filterPill
	box    *fyne.Container
}

// NewFilter makes a row whose first pill is picked.
func NewFilter(labels []string, onPick func(int)) *Filter {
	f := &Filter{OnPick: onPick, box: Wrap(8)}
	f.ExtendBaseWidget(f)
	f.SetLabels(labels)
	return f
}

// SetLabels changes the words, keeping the pick where it is if it can.
func (f *Filter) SetLabels(labels []string) {
	f.labels = labels
	for len(f.pills) < len(labels) {
		f.pills = append(f.pills, newFilterPill(f, len(f.pills)))
	}
	f.pills = f.pills[:len(labels)]
	f.picked = min(f.picked, len(labels)-1)
	f.box.Objects = nil
	for _, p := range f.pills {
		f.box.Add(p)
	}
	f.Refresh()
}

// Picked gives the index of the picked pill, -1 for none.
func (f *Filter) Picked() int { return f.picked }

// SetPicked picks a pill, or none with -1, and tells nobody.
func (f *Filter) SetPicked(picked int) {
	f.picked = min(picked, len(f.labels)-1)
	f.Refresh()
}

// TypedKey moves the pick with the arrows, Home and End. With nothing picked, Space picks the first.
func (f *Filter) TypedKey(e *fyne.KeyEvent) {
	last := len(f.labels) - 1
	switch {
	case e.Name == fyne.KeyRight || e.Name == fyne.KeyDown:
		f.pick(min(f.picked+1, last))
	case e.Name == fyne.KeyLeft || e.Name == fyne.KeyUp:
		f.pick(max(f.picked-1, 0))
	case e.Name == fyne.KeyHome, presses(e) && f.picked < 0:
		f.pick(0)
	case e.Name == fyne.KeyEnd:
		f.pick(last)
	}
}

// HeightFor is the height of the rows at a width.
func (f *Filter) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// NaturalWidth is the width of all pills in one row.
func (f *Filter) NaturalWidth() float32 { return NaturalWidth(f.box) }

// CreateRenderer is called by the toolkit.
func (f *Filter) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return &filterRenderer{filter: f}
}

func (f *Filter) pick(i int) {
	if f.Disabled() || i == f.picked || i < 0 || i >= len(f.labels) {
		return
	}
	f.SetPicked(i)
	if f.OnPick != nil {
		f.OnPick(i)
	}
}

type filterRenderer struct{ filter *Filter }

// Destroy is called by the toolkit.
func (r *filterRenderer) Destroy() {}

// Objects gives the row.
func (r *filterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.filter.box} }

// MinSize is that of the row at the last width.
func (r *filterRenderer) MinSize() fyne.Size { return r.filter.box.MinSize() }

// Layout gives the row all the room.
func (r *filterRenderer) Layout(size fyne.Size) { r.filter.box.Resize(size) }

// Refresh draws all pills anew.
func (r *filterRenderer) Refresh() {
	for _, p := range r.filter.pills {
		p.Refresh()
	}
	r.filter.box.Refresh()
	canvas.Refresh(r.filter)
}

// filterPill is one pill of a Filter: it can be pressed with the mouse, the keyboard stays with the row.
type filterPill struct {
	widget.BaseWidget
	filter *Filter
	index  int
}

func newFilterPill(f *Filter, index int) *filterPill {
	p := &filterPill{filter: f, index: index}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped picks the pill.
func (p *filterPill) Tapped(*fyne.PointEvent) { p.filter.pick(p.index) }

// AccessibilityLabel gives the words to a screen reader, with a sign when picked.
func (p *filterPill) AccessibilityLabel() string {
	if p.index == p.filter.picked {
		return "✓ " + p.text()
	}
	return p.text()
}

// AccessibilityRole says that this can be pressed.
func (p *filterPill) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (p *filterPill) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &filterPillRenderer{owner: p, pill: newPill(), ring: newRing()}
	r.Refresh()
	return r
}

func (p *filterPill) text() string {
	if p.index < len(p.filter.labels) {
		return p.filter.labels[p.index]
	}
	return ""
}

// hasRing tells whether the ring is around this pill: the picked one, or the first when none is.
func (p *filterPill) hasRing() bool {
	return p.filter.focused && p.index == max(0, p.filter.picked)
}

type filterPillRenderer struct {
	owner *filterPill
	pill  pill
	ring  *canvas.Rectangle
}

// Destroy is called by the toolkit.
func (r *filterPillRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *filterPillRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.pill.box, r.pill.words}
}

// MinSize is the size of the words and the room around them.
func (r *filterPillRenderer) MinSize() fyne.Size { return r.pill.minSize() }

// Layout places the parts.
func (r *filterPillRenderer) Layout(size fyne.Size) {
	r.pill.layout(size)
	placeRing(r.ring, size, size.Height/2, ringGap)
}

// Refresh follows the pick and the theme.
func (r *filterPillRenderer) Refresh() {
	p := r.owner
	kind := ChipOutline
	if p.index == p.filter.picked {
		kind = p.filter.Kind
	}
	r.pill.set(p, p.text(), kind)
	showRing(r.ring, p.hasRing(), TokensOf(p).Focus)
	r.Layout(p.Size())
	canvas.Refresh(p)
}
