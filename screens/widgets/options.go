package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Options is a list of which one is picked. Tab reaches the list once; the arrow keys move the pick.
type Options struct {
	control
	OnChanged func(picked int)
	rows      []*optionRow
	picked    int
	box       *fyne.Container
}

// NewOptions makes a list; picked is an index, or -1 for none yet.
func NewOptions(labels []string, picked int, changed func(int)) *Options {
	o := &Options{OnChanged: changed, picked: min(picked, len(labels)-1), box: VGap(2)}
	for i, label := range labels {
		row := &optionRow{options: o, index: i, text: label}
		row.ExtendBaseWidget(row)
		o.rows = append(o.rows, row)
		o.box.Add(row)
	}
	o.ExtendBaseWidget(o)
	return o
}

// Picked gives the index of the picked one, -1 for none.
func (o *Options) Picked() int { return o.picked }

// SetPicked picks one, or none with -1, and tells nobody.
func (o *Options) SetPicked(picked int) {
	o.picked = min(picked, len(o.rows)-1)
	o.Refresh()
}

// TypedKey moves the pick with the arrows, Home and End. With nothing picked, Space picks the first.
func (o *Options) TypedKey(e *fyne.KeyEvent) {
	last := len(o.rows) - 1
	switch {
	case e.Name == fyne.KeyDown || e.Name == fyne.KeyRight:
		o.choose(min(o.picked+1, last))
	case e.Name == fyne.KeyUp || e.Name == fyne.KeyLeft:
		o.choose(max(o.picked-1, 0))
	case e.Name == fyne.KeyHome, presses(e) && o.picked < 0:
		o.choose(0)
	case e.Name == fyne.KeyEnd:
		o.choose(last)
	}
}

// HeightFor is the height of all rows at a width.
func (o *Options) HeightFor(width float32) float32 { return HeightFor(o.box, width) }

// NaturalWidth is the width of the longest row.
func (o *Options) NaturalWidth() float32 { return NaturalWidth(o.box) }

// CreateRenderer is called by the toolkit.
func (o *Options) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	return &optionsRenderer{options: o}
}

func (o *Options) choose(i int) {
	if o.Disabled() || i == o.picked || i < 0 || i >= len(o.rows) {
		return
	}
	o.SetPicked(i)
	if o.OnChanged != nil {
		o.OnChanged(i)
	}
}

type optionsRenderer struct{ options *Options }

// Destroy is called by the toolkit.
func (r *optionsRenderer) Destroy() {}

// Objects gives the rows.
func (r *optionsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.options.box} }

// MinSize is that of the rows at the last width.
func (r *optionsRenderer) MinSize() fyne.Size { return r.options.box.MinSize() }

// Layout gives the rows all the room.
func (r *optionsRenderer) Layout(size fyne.Size) { r.options.box.Resize(size) }

// Refresh draws all rows anew.
func (r *optionsRenderer) Refresh() {
	for _, row := range r.options.rows {
		row.Refresh()
	}
	canvas.Refresh(r.options)
}

// optionRow is one row of Options: it can be pressed with the mouse, the keyboard stays with the list.
type optionRow struct {
	widget.BaseWidget
	options *Options
	index   int
	text    string
}

// Tapped picks the row.
func (r *optionRow) Tapped(*fyne.PointEvent) { r.options.choose(r.index) }

// AccessibilityLabel gives the words to a screen reader, with a sign when picked.
func (r *optionRow) AccessibilityLabel() string {
	if r.index == r.options.picked {
		return "✓ " + r.text
	}
	return r.text
}

// AccessibilityRole says that this can be pressed.
func (r *optionRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height of the words at a width.
func (r *optionRow) HeightFor(width float32) float32 { return tickHeight(r, r.text, width) }

// NaturalWidth is the width of the circle and the words.
func (r *optionRow) NaturalWidth() float32 { return tickWidth(r, r.text) }

// CreateRenderer is called by the toolkit.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newTickRenderer(r, func() tick {
		o := r.options
		ringed := o.focused && r.index == max(0, o.picked)
		return tick{text: r.text, on: r.index == o.picked, round: true, focused: ringed, disabled: o.Disabled()}
	})
}
