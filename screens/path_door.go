package screens

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// pathDoor is the text of one step on the path. A step that has exercises opens
// its page; one that has none yet is only read, and takes no keyboard.
type pathDoor struct {
	widget.BaseWidget
	title  *widgets.Text
	line   *widgets.Text
	button *doorButton // nil where there is nothing to open
	all    *fyne.Container
}

func newPathDoor(stop pathStop, open func(id string)) *pathDoor {
	d := &pathDoor{title: widgets.NewText(stop.title, widgets.Heading), line: widgets.NewText(stop.line, widgets.Small)}
	d.title.Style = widgets.Subheading
	if stop.state == widgets.NodeLater {
		d.title.SetColor(widgets.ColorMuted)
	}
	d.all = widgets.VGap(0, d.title, d.line)
	if stop.opens {
		d.button = newDoorButton(d.all, stop.title+". "+stop.line, func() { open(stop.id) })
	}
	d.ExtendBaseWidget(d)
	return d
}

// set turns the text to the seam, which lies at its left or at its right.
func (d *pathDoor) set(rightwards bool) {
	align := fyne.TextAlignTrailing
	if rightwards {
		align = fyne.TextAlignLeading
	}
	if d.title.Align != align {
		d.title.Align, d.line.Align = align, align
		d.all.Refresh()
	}
}

// HeightFor is the height of the texts at a width.
func (d *pathDoor) HeightFor(width float32) float32 { return widgets.HeightFor(d.all, width) }

// NaturalWidth is the width of the texts in one line each.
func (d *pathDoor) NaturalWidth() float32 { return widgets.NaturalWidth(d.all) }

// CreateRenderer shows the texts, in a button where they open a page.
func (d *pathDoor) CreateRenderer() fyne.WidgetRenderer {
	if d.button != nil {
		return widget.NewSimpleRenderer(d.button)
	}
	return widget.NewSimpleRenderer(d.all)
}

// doorButton makes any content something that can be pressed, with a frame
// while the keyboard is on it.
type doorButton struct {
	widgets.Button
	inside fyne.CanvasObject
	frame  *canvas.Rectangle
}

func newDoorButton(content fyne.CanvasObject, label string, tapped func()) *doorButton {
	b := &doorButton{inside: content, frame: canvas.NewRectangle(color.Transparent)}
	b.Text, b.OnTapped = label, tapped
	b.frame.StrokeWidth, b.frame.CornerRadius = 2, 10
	b.frame.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained shows the frame.
func (b *doorButton) FocusGained() { b.mark(true) }

// FocusLost takes the frame away.
func (b *doorButton) FocusLost() { b.mark(false) }

func (b *doorButton) mark(on bool) {
	b.frame.StrokeColor = widgets.TokensOf(b).Focus
	b.frame.Hidden = !on
	b.frame.Refresh()
}

// HeightFor is the height of the content at a width.
func (b *doorButton) HeightFor(width float32) float32 { return widgets.HeightFor(b.inside, width) }

// NaturalWidth is the width that the content likes best.
func (b *doorButton) NaturalWidth() float32 { return widgets.NaturalWidth(b.inside) }

// CreateRenderer draws the frame and the content.
func (b *doorButton) CreateRenderer() fyne.WidgetRenderer { return &doorDrawing{door: b} }

type doorDrawing struct{ door *doorButton }

// Destroy is called by the toolkit.
func (d *doorDrawing) Destroy() {}

// Objects gives the frame and the content.
func (d *doorDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.door.frame, d.door.inside}
}

// MinSize is that of the content.
func (d *doorDrawing) MinSize() fyne.Size { return d.door.inside.MinSize() }

// Layout lets the frame stand a little off.
func (d *doorDrawing) Layout(size fyne.Size) {
	const off = 6
	d.door.frame.Move(fyne.NewPos(-off, -off))
	d.door.frame.Resize(size.AddWidthHeight(2*off, 2*off))
	d.door.inside.Resize(size)
}

// Refresh draws the content anew.
func (d *doorDrawing) Refresh() {
	d.door.inside.Refresh()
	canvas.Refresh(d.door)
}
