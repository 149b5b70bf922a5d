package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

const (
	sidesPad    = 22  // room around each side
	sidesMiddle = 52  // room for the seam
	sidesBelow  = 560 // narrower than this one side follows below the other
	sidesGap    = 14
)

// twoSides are two columns whose rows stand level, with the seam between. Where
// it is narrow the second column follows below the first.
type twoSides struct {
	widget.BaseWidget
	cells [2][]fyne.CanvasObject
	seam  *widgets.Seam
	width float32
}

func newTwoSides() *twoSides {
	s := &twoSides{seam: widgets.NewSeam()}
	s.ExtendBaseWidget(s)
	return s
}

// add puts a cell below the others of a side.
func (s *twoSides) add(side int, cell fyne.CanvasObject) {
	s.cells[side] = append(s.cells[side], cell)
}

// Resize remembers the width, from which the height follows.
func (s *twoSides) Resize(size fyne.Size) {
	s.width = size.Width
	s.BaseWidget.Resize(size)
}

// HeightFor is the height of both sides at a width.
func (s *twoSides) HeightFor(width float32) float32 { return s.flow(width, nil) }

// NaturalWidth is wide enough for two columns.
func (s *twoSides) NaturalWidth() float32 { return 900 }

func (s *twoSides) stacked(width float32) bool {
	return width < sidesBelow*theme.SizeForWidget(widgets.SizeBody, s)/15
}

// flow walks the cells and gives the height of all; place may be nil.
func (s *twoSides) flow(width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if place == nil {
		place = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	if s.stacked(width) {
		return s.flowStacked(width-2*sidesPad, place)
	}
	column := (width - 2*sidesPad - sidesMiddle) / 2
	y := float32(sidesPad)
	for i := range s.cells[0] {
		h := max(widgets.HeightFor(s.cells[0][i], column), widgets.HeightFor(s.cells[1][i], column))
		place(s.cells[0][i], sidesPad, y, column, h)
		place(s.cells[1][i], sidesPad+column+sidesMiddle, y, column, h)
		y += h + sidesGap
	}
	return y - sidesGap + sidesPad
}

func (s *twoSides) flowStacked(width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	y := float32(sidesPad)
	for _, column := range s.cells {
		for _, cell := range column {
			h := widgets.HeightFor(cell, width)
			place(cell, sidesPad, y, width, h)
			y += h + sidesGap
		}
		y += sidesGap
	}
	return y - 2*sidesGap + sidesPad
}

// CreateRenderer makes the drawing; fyne calls it.
func (s *twoSides) CreateRenderer() fyne.WidgetRenderer { return &twoSidesDrawing{sides: s} }

type twoSidesDrawing struct{ sides *twoSides }

func (d *twoSidesDrawing) Destroy() {}

func (d *twoSidesDrawing) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{d.sides.seam}, d.sides.cells[0]...)
	return append(all, d.sides.cells[1]...)
}

func (d *twoSidesDrawing) Refresh() { d.Layout(d.sides.Size()) }

func (d *twoSidesDrawing) MinSize() fyne.Size {
	return fyne.NewSize(200, d.sides.HeightFor(max(d.sides.width, 200)))
}

func (d *twoSidesDrawing) Layout(size fyne.Size) {
	d.sides.seam.Hidden = d.sides.stacked(size.Width)
	least := d.sides.seam.MinSize().Width
	d.sides.seam.Move(fyne.NewPos((size.Width-least)/2, 0))
	d.sides.seam.Resize(fyne.NewSize(least, size.Height))
	d.sides.flow(size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}
