package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// toolBar is one row with some objects at its left and some at its right end.
// Where they don't fit beside each other they follow in as many rows as needed.
type toolBar struct {
	widget.BaseWidget
	left, right []fyne.CanvasObject
	width       float32
}

const (
	toolGap    = 8
	toolRowGap = 10
)

func newToolBar(left, right []fyne.CanvasObject) *toolBar {
	b := &toolBar{left: left, right: right}
	b.ExtendBaseWidget(b)
	return b
}

// HeightFor is how high the bar is at a width.
func (b *toolBar) HeightFor(width float32) float32 { return b.flow(width, nil) }

// NaturalWidth is the width of all in one row.
func (b *toolBar) NaturalWidth() float32 {
	width := -float32(toolGap)
	for _, o := range b.all() {
		width += widgets.NaturalWidth(o) + toolGap
	}
	return width
}

func (b *toolBar) all() []fyne.CanvasObject {
	return append(seen(b.left), seen(b.right)...)
}

// seen are those that are not hidden.
func seen(list []fyne.CanvasObject) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, o := range list {
		if o.Visible() {
			all = append(all, o)
		}
	}
	return all
}

// Resize remembers the width, from which the least height follows.
func (b *toolBar) Resize(size fyne.Size) {
	b.width = size.Width
	b.BaseWidget.Resize(size)
}

// rightWidth is the width of those at the right, which go to the next row
// together, or of the first where they don't fit into a row either.
func (b *toolBar) rightWidth(width float32) float32 {
	all := -float32(toolGap)
	for _, o := range seen(b.right) {
		all += widgets.NaturalWidth(o) + toolGap
	}
	if all > width {
		return min(widgets.NaturalWidth(b.right[0]), width)
	}
	return all
}

// flow walks the objects row by row and gives the height of all; put may be nil.
func (b *toolBar) flow(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, spare := float32(0), float32(0), max(0, width-b.NaturalWidth())
	all, begun := b.all(), 0
	high := float32(0)
	xs := make([]float32, len(all))
	endRow := func(end int) {
		for i := begun; i < end && put != nil; i++ {
			w := min(widgets.NaturalWidth(all[i]), width)
			h := widgets.HeightFor(all[i], w)
			put(all[i], fyne.NewPos(xs[i], y+(high-h)/2), fyne.NewSize(w, h))
		}
	}
	left := len(seen(b.left))
	for i, o := range all {
		w := min(widgets.NaturalWidth(o), width)
		needs := w
		if i == left {
			x += spare
			needs = b.rightWidth(width)
		}
		if x > 0 && x+needs > width+1 {
			endRow(i)
			x, y, high, begun = 0, y+high+toolRowGap, 0, i
		}
		xs[i], high = x, max(high, widgets.HeightFor(o, w))
		x += w + toolGap
	}
	endRow(len(all))
	return y + high
}

// CreateRenderer makes the drawing of the bar; fyne calls it.
func (b *toolBar) CreateRenderer() fyne.WidgetRenderer { return &toolBarDrawing{bar: b} }

type toolBarDrawing struct{ bar *toolBar }

func (d *toolBarDrawing) Objects() []fyne.CanvasObject { return d.bar.all() }
func (d *toolBarDrawing) Destroy()                     {}
func (d *toolBarDrawing) Refresh()                     { d.Layout(d.bar.Size()) }

func (d *toolBarDrawing) MinSize() fyne.Size {
	least := float32(0)
	for _, o := range d.bar.all() {
		least = max(least, o.MinSize().Width)
	}
	return fyne.NewSize(least, d.bar.HeightFor(max(d.bar.width, least)))
}

func (d *toolBarDrawing) Layout(size fyne.Size) {
	d.bar.flow(size.Width, func(o fyne.CanvasObject, at fyne.Position, of fyne.Size) {
		o.Move(at)
		o.Resize(of)
	})
}

// wideAs gives an object a width of its own, whatever it likes.
func wideAs(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedWidth(width), o)
}

type fixedWidth float32

func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
}
