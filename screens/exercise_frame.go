package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

const (
	frameBelow = 760 // narrower than this the side follows below the rest
	frameGap   = 22
	frameLeft  = 593.0 / (593 + 361) // the left column's share of the width
)

// frame is the page of an exercise: where it is, the work at the left, guidance
// at the right, and buttons that stay in view while both sides scroll. Where it
// is narrow, all but the buttons is one column.
type frame struct {
	widget.BaseWidget
	crumbs, work, foot, side fyne.CanvasObject
	hint                     fyne.CanvasObject // stays in view where there is room for that; may be nil

	left, right         *fyne.Container // what scrolls
	leftRoom, rightRoom *reading        // so that the keyboard can scroll
	wide, laid          bool
}

func newFrame(crumbs, work, foot, side fyne.CanvasObject) *frame {
	f := &frame{crumbs: crumbs, work: work, foot: foot, side: side, left: newPlace(), right: newPlace()}
	f.leftRoom, f.rightRoom = newReading(f.left), newReading(f.right)
	f.ExtendBaseWidget(f)
	return f
}

// Resize moves the side to where there is room for it.
func (f *frame) Resize(size fyne.Size) {
	wide := size.Width >= frameBelow*theme.SizeForWidget(widgets.SizeBody, f)/15
	if wide != f.wide || !f.laid {
		f.wide, f.laid = wide, true
		f.arrange()
	}
	f.BaseWidget.Resize(size)
}

// frameEdge is room inside what scrolls, so that the ring around what the
// keyboard is on stays whole; frameBar is room for the scroll bar.
const (
	frameEdge = 8
	frameBar  = 16
)

// arrange fills the parts that scroll.
func (f *frame) arrange() {
	if f.wide {
		swap(f.left, widgets.Fill(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, f.work)))
		swap(f.right, widgets.Fill(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, f.side)))
	} else {
		column := widgets.VGap(18, f.work)
		if f.hint != nil {
			column.Add(f.hint)
		}
		column.Add(f.side)
		swap(f.right)
		swap(f.left, widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, column))
	}
}

// CreateRenderer makes the drawing; fyne calls it.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameDrawing{frame: f} }

type frameDrawing struct{ frame *frame }

// Destroy is called by the toolkit.
func (d *frameDrawing) Destroy() {}

// Objects are the crumbs, what scrolls, the buttons, and what else stays in view.
func (d *frameDrawing) Objects() []fyne.CanvasObject {
	f := d.frame
	all := []fyne.CanvasObject{f.crumbs, f.leftRoom, f.foot}
	if f.wide {
		all = append(all, f.rightRoom)
		if f.hint != nil {
			all = append(all, f.hint)
		}
	}
	return all
}

// MinSize is small: the content scrolls.
func (d *frameDrawing) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Layout keeps the crumbs at the top and the buttons at the bottom, and gives the
// rest to what scrolls.
func (d *frameDrawing) Layout(size fyne.Size) {
	const edge = frameEdge
	f := d.frame
	pad, top, bottom := float32(44), float32(34), float32(34)
	if !f.wide {
		pad, top, bottom = 28, 22, 18
	}
	width := size.Width - 2*pad
	put(f.crumbs, pad, top, width, widgets.HeightFor(f.crumbs, width))
	y := top + f.crumbs.Size().Height + 18
	if f.wide {
		width = (width - frameGap) * frameLeft
		put(f.rightRoom, pad+width+frameGap-edge, y-edge, size.Width-2*pad-width-frameGap+edge+frameBar, size.Height-y-bottom+2*edge)
	}
	end := size.Height - bottom
	for _, o := range []fyne.CanvasObject{f.foot, f.hint} {
		if o == nil || o == f.hint && !f.wide {
			continue
		}
		high := widgets.HeightFor(o, width)
		put(o, pad, end-high, width, high)
		end -= high + 22
	}
	put(f.leftRoom, pad-edge, y-edge, width+edge+frameBar, end-y+2*edge)
}

// put moves and sizes an object.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, max(0, height)))
}

// Refresh lays everything out anew.
func (d *frameDrawing) Refresh() {
	d.Layout(d.frame.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}
