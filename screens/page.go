package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// How wide a column is that reads well, at a text size of 100 %; it grows with
// the text.
const (
	readColumn  = 680
	sheetColumn = 560
	wholeWidth  = 0
)

// readBar is how far a text that scrolls reaches beyond its column, so that its
// scroll bar stands beside the words and its frame inside the window.
const readBar = 12

// headGap is the room between the lines of a head.
const headGap = 2

// newHead makes what stays at the top of a screen: its name, and lines below it.
// Whoever lays it out uses placeHead.
func newHead(lines ...fyne.CanvasObject) *fyne.Container {
	return container.NewWithoutLayout(lines...)
}

// placeHead sets the lines of a head below each other and gives the height of
// all. The first stands beside "Leave quickly", at most as wide as first.
func placeHead(head *fyne.Container, at fyne.Position, width, first float32) float32 {
	y := float32(0)
	for i, line := range head.Objects {
		w := width
		if i == 0 {
			w = min(width, first)
		} else {
			y += headGap
		}
		high := widgets.HeightFor(line, w)
		putAt(line, 0, y, w, high)
		y += high
	}
	putAt(head, at.X, at.Y, width, y)
	return y
}

// leaveLow is where "Leave quickly" ends, and the room below it.
func leaveLow() float32 { return 16 + 13*1.4*textGrown() + 14 + 4 }

// textGrown is the text size in force, 1 being 100 %.
func textGrown() float32 { return theme.Size(theme.SizeNameText) / 15 }

// pageLayout keeps a head at the top of a page and gives its body the rest, so
// that nothing scrolls beneath "Leave quickly".
type pageLayout struct {
	most   float32 // of the column, or wholeWidth
	gap    float32 // between head and body
	inside bool    // the body is as wide as the column, not as the page
}

// MinSize is the body's width, and little height: it scrolls.
func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(300, objects[1].MinSize().Width), 240)
}

// Layout places head and body.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, width := columnIn(size.Width, l.most)
	head, _ := objects[0].(*fyne.Container)
	first := size.Width - sideIn(size.Width) - leaveRoom() - left
	y := screenTop + placeHead(head, fyne.NewPos(left, screenTop), width, first)
	y = max(y, leaveLow()) + l.gap
	if l.inside {
		putAt(objects[1], left, y, width, size.Height-y)
		return
	}
	putAt(objects[1], 0, y, size.Width, size.Height-y)
}

// sideIn is the room at each side of a page of this width.
func sideIn(width float32) float32 { return sideRoom(width, textGrown() > 1.3) }

// columnIn is where the column of a page begins, and how wide it is.
func columnIn(page, most float32) (left, width float32) {
	width = page - 2*sideIn(page)
	if most > 0 {
		width = min(width, most*textGrown())
	}
	return (page - width) / 2, width
}

// page is a screen whose head stays while its content scrolls.
func page(most, gap float32, head *fyne.Container, content fyne.CanvasObject) *fyne.Container {
	room := min(gap, ringRoom)
	return container.New(&pageLayout{most: most, gap: gap - room}, head, widgets.VScroll(newColumn(most, room, content)))
}

// paper is a page of one column, at most as wide as reads well; the first thing,
// its name, stays while the rest scrolls.
func paper(name fyne.CanvasObject, content ...fyne.CanvasObject) fyne.CanvasObject {
	return page(readColumn, 16, newHead(name), widgets.VGap(16, content...))
}

// readingPage is a page whose text the keyboard scrolls, with the ways on below.
func readingPage(name string, text *reading, foot fyne.CanvasObject) fyne.CanvasObject {
	return framedPage(newHead(widgets.NewText(name, widgets.Title)), text, foot)
}

// framedPage is a column of which only the middle scrolls: a head, what readable
// or inset made, and what stays below it.
func framedPage(head *fyne.Container, middle fyne.CanvasObject, below ...fyne.CanvasObject) fyne.CanvasObject {
	all := []fyne.CanvasObject{widgets.Fill(widgets.Pad(0, -readBar, 0, -frameEdge, middle))}
	body := widgets.VGap(16, append(all, below...)...)
	return container.New(&pageLayout{most: readColumn, gap: 16, inside: true}, head, widgets.Pad(0, 0, narrowSide, 0, body))
}

// readable makes a text for the middle of a framedPage.
func readable(content fyne.CanvasObject) *reading { return newReading(scrolled(content)) }

// inset makes anything else for the middle of a framedPage.
func inset(content fyne.CanvasObject) fyne.CanvasObject { return widgets.VScroll(scrolled(content)) }

// scrolled leaves room around the content of a scroll for the rings of what has
// the keyboard, and for the scroll bar.
func scrolled(content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Pad(frameEdge, readBar, frameEdge, frameEdge, content)
}

// sheet is one short thing, a little above the middle of the screen.
func sheet(content ...fyne.CanvasObject) fyne.CanvasObject {
	all := append([]fyne.CanvasObject{widgets.Spacer()}, content...)
	all = append(all, widgets.Spacer(), widgets.Spacer())
	return container.New(&pageLayout{most: sheetColumn}, newHead(), widgets.VScroll(newColumn(sheetColumn, ringRoom, widgets.VGap(16, all...))))
}

// column keeps the content of a scrolled page as wide as reads well, with the
// room at its sides that the page's width asks for.
type column struct {
	widget.BaseWidget
	most, top float32
	content   fyne.CanvasObject
	width     float32
}

func newColumn(most, top float32, content fyne.CanvasObject) *column {
	c := &column{most: most, top: top, content: content}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor is the height of the content and the room around it.
func (c *column) HeightFor(page float32) float32 {
	_, width := columnIn(page, c.most)
	return widgets.HeightFor(c.content, width) + c.top + screenBottom
}

// NaturalWidth is what the content likes best, and the room around it.
func (c *column) NaturalWidth() float32 { return widgets.NaturalWidth(c.content) + 2*screenSide }

// Inside gives the content.
func (c *column) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// CreateRenderer makes the drawing; fyne calls it.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnDrawing{c} }

type columnDrawing struct{ column *column }

// Destroy is called by the toolkit.
func (d *columnDrawing) Destroy() {}

// Objects gives the content.
func (d *columnDrawing) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.column.content} }

// MinSize is the content's, at the last width.
func (d *columnDrawing) MinSize() fyne.Size {
	least := d.column.content.MinSize().Width + 2*narrowSide
	return fyne.NewSize(least, d.column.HeightFor(max(d.column.width, least)))
}

// Layout places the content.
func (d *columnDrawing) Layout(size fyne.Size) {
	c := d.column
	c.width = size.Width
	left, width := columnIn(size.Width, c.most)
	putAt(c.content, left, c.top, width, size.Height-c.top-screenBottom)
}

// Refresh lays the content out anew.
func (d *columnDrawing) Refresh() {
	d.Layout(d.column.Size())
	d.column.content.Refresh()
}
