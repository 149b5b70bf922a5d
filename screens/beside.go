package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

const (
	besideBelow = 620 // narrower than this, at a text size of 100 %, the end follows below
	besideGap   = 14
)

// beside is a row whose end stands flush at the right, so that the ends of many
// rows make one edge. Where it is narrow, the end follows below.
type beside struct {
	widget.BaseWidget
	words, end fyne.CanvasObject
	width      float32
}

func newBeside(words, end fyne.CanvasObject) *beside {
	b := &beside{words: words, end: end}
	b.ExtendBaseWidget(b)
	return b
}

// shares gives the widths of the words and of the end; stacked, both have all.
func (b *beside) shares(width float32) (words, end float32, stacked bool) {
	end = widgets.NaturalWidth(b.end)
	if width < besideBelow*textGrown() || end > width/2 {
		return width, width, true
	}
	return width - end - besideGap, end, false
}

// HeightFor is the height at a width.
func (b *beside) HeightFor(width float32) float32 {
	words, end, stacked := b.shares(width)
	first, second := widgets.HeightFor(b.words, words), widgets.HeightFor(b.end, end)
	if stacked {
		return first + besideGap + second
	}
	return max(first, second)
}

// NaturalWidth is the width of both in one row.
func (b *beside) NaturalWidth() float32 {
	return widgets.NaturalWidth(b.words) + besideGap + widgets.NaturalWidth(b.end)
}

// Inside gives both parts.
func (b *beside) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{b.words, b.end} }

// CreateRenderer makes the drawing; fyne calls it.
func (b *beside) CreateRenderer() fyne.WidgetRenderer { return &besideDrawing{b} }

type besideDrawing struct{ row *beside }

// Destroy is called by the toolkit.
func (d *besideDrawing) Destroy() {}

// Objects gives both parts.
func (d *besideDrawing) Objects() []fyne.CanvasObject { return d.row.Inside() }

// MinSize is as wide as the wider part, and as high as both at the last width.
func (d *besideDrawing) MinSize() fyne.Size {
	least := max(d.row.words.MinSize().Width, d.row.end.MinSize().Width)
	return fyne.NewSize(least, d.row.HeightFor(max(d.row.width, least)))
}

// Layout places both parts.
func (d *besideDrawing) Layout(size fyne.Size) {
	b := d.row
	b.width = size.Width
	words, end, stacked := b.shares(size.Width)
	first, second := widgets.HeightFor(b.words, words), widgets.HeightFor(b.end, end)
	putAt(b.words, 0, 0, words, first)
	if stacked {
		putAt(b.end, 0, first+besideGap, end, second)
		return
	}
	putAt(b.end, size.Width-end, 0, end, second)
}

// Refresh lays both parts out anew.
func (d *besideDrawing) Refresh() {
	d.Layout(d.row.Size())
	d.row.words.Refresh()
	d.row.end.Refresh()
}
