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
	frameEdge = 4
	frameBar  = 16
)

// arrange fills the parts that scroll.
func (f *frame) arrange() {
	if f.wide {
		swap(f.left, widgets.Fill(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, f.work)))
		swap(f.right, widgets.Fill(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, f.side)))
	} else {
		swap(f.right)
		swap(f.left, widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, widgets.VGap(18, f.crumbs, f.work, f.side)))
	}
}

// CreateRenderer makes the drawing; fyne calls it.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameDrawing{frame: f} }

type frameDrawing struct{ frame *frame }

// Destroy is called by the toolkit.
func (d *frameDrawing) Destroy() {}

// Objects are the crumbs, where they stand above, what scrolls, and the buttons.
func (d *frameDrawing) Objects() []fyne.CanvasObject {
	f := d.frame
	if f.wide {
		return []fyne.CanvasObject{f.crumbs, f.leftRoom, f.foot, f.rightRoom}
	}
	return []fyne.CanvasObject{f.leftRoom, f.foot}
}

// MinSize is small: the content scrolls.
func (d *frameDrawing) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Layout keeps the buttons at the bottom and gives the rest to what scrolls.
func (d *frameDrawing) Layout(size fyne.Size) {
	const pad, top, bottom, edge = 44, 34, 34, frameEdge
	f := d.frame
	width := size.Width - 2*pad
	y := float32(top)
	if f.wide {
		put(f.crumbs, pad, y, width, widgets.HeightFor(f.crumbs, width))
		y += f.crumbs.Size().Height + 18
		width = (width - frameGap) * frameLeft
		put(f.rightRoom, pad+width+frameGap-edge, y-edge, size.Width-2*pad-width-frameGap+edge+frameBar, size.Height-y-bottom+2*edge)
	}
	high := widgets.HeightFor(f.foot, width)
	put(f.foot, pad, size.Height-bottom-high, width, high)
	put(f.leftRoom, pad-edge, y-edge, width+edge+frameBar, size.Height-y-bottom-high-16+2*edge)
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
