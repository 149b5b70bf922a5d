package screens

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// reading is a text that is longer than the window. It takes the keyboard, so
// that arrows, Page Up and Page Down, Home and End move through it.
type reading struct {
	widget.BaseWidget
	scroll  *container.Scroll
	content fyne.CanvasObject
	around  *fyne.Container
	edge    *canvas.Rectangle
	keys    *widgets.Button // never shown; it passes keys on to the watcher
	focused bool
}

func newReading(content fyne.CanvasObject) *reading {
	r := &reading{content: content, edge: canvas.NewRectangle(color.Transparent), keys: widgets.NewButton("", widgets.Quiet, nil)}
	r.around = widgets.VScroll(content)
	r.scroll, _ = r.around.Objects[0].(*container.Scroll)
	r.edge.StrokeWidth, r.edge.CornerRadius = 2, 14
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the text and, with the keyboard on it, a frame around it.
func (r *reading) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return widget.NewSimpleRenderer(container.New(edgeLayout{}, r.around, r.edge))
}

// edgeGap is how far the frame stands off from the text.
const edgeGap = 6

// edgeLayout gives the text all the room, and lets the frame stand around it.
type edgeLayout struct{}

// MinSize is the text's.
func (edgeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout places both.
func (edgeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Move(fyne.NewPos(-edgeGap, -edgeGap))
	objects[1].Resize(size.AddWidthHeight(2*edgeGap, 2*edgeGap))
}

// AccessibilityLabel says to a screen reader what has the keyboard.
func (r *reading) AccessibilityLabel() string { return lang.L("A text to read") }

// AccessibilityRole says that this is text.
func (r *reading) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is small: the text scrolls.
func (r *reading) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// Refresh follows the theme.
func (r *reading) Refresh() {
	r.paint()
	r.BaseWidget.Refresh()
}

func (r *reading) paint() {
	r.edge.StrokeColor = widgets.TokensOf(r).Focus
	r.edge.Hidden = !r.focused
}

// FocusGained shows the frame.
func (r *reading) FocusGained() {
	r.focused = true
	r.Refresh()
}

// FocusLost takes the frame away.
func (r *reading) FocusLost() {
	r.focused = false
	r.Refresh()
}

// TypedRune does nothing: a text takes no letters.
func (r *reading) TypedRune(rune) {}

// TypedKey moves through the text.
func (r *reading) TypedKey(e *fyne.KeyEvent) {
	const line = 40
	page := r.Size().Height - line
	switch e.Name {
	case fyne.KeyDown:
		r.move(line)
	case fyne.KeyUp:
		r.move(-line)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.move(page)
	case fyne.KeyPageUp:
		r.move(-page)
	case fyne.KeyHome:
		r.move(-r.content.Size().Height)
	case fyne.KeyEnd:
		r.move(r.content.Size().Height)
	}
}

// KeyDown passes the key on to the watcher.
func (r *reading) KeyDown(e *fyne.KeyEvent) { r.keys.KeyDown(e) }

// KeyUp passes the key on to the watcher.
func (r *reading) KeyUp(e *fyne.KeyEvent) { r.keys.KeyUp(e) }

func (r *reading) move(by float32) { r.goTo(r.scroll.Offset.Y + by) }

// goTo brings a height of the text to the top, as far as there is text.
func (r *reading) goTo(y float32) {
	most := max(0, r.scroll.Content.Size().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, y), most)))
}

// pageText sets a page of the course: a heading, an introduction, sections.
func pageText(p course.Page) *fyne.Container {
	all := widgets.VGap(20)
	if p.Title != "" {
		all.Add(widgets.NewText(p.Title, widgets.Title))
	}
	if p.Intro != "" {
		all.Add(widgets.NewText(p.Intro, widgets.Body))
	}
	for _, s := range p.Sections {
		all.Add(sectionText(s))
	}
	return all
}

func sectionText(s course.Section) *fyne.Container { return headedText(s, widgets.Heading) }

// headedText is a section whose title is set in a style.
func headedText(s course.Section, head widgets.Style) *fyne.Container {
	box := widgets.VGap(8)
	if s.Title != "" {
		box.Add(widgets.NewText(s.Title, head))
	}
	if s.Text != "" {
		box.Add(widgets.NewText(s.Text, widgets.Body))
	}
	for _, line := range s.Lines {
		box.Add(bullet(line))
	}
	return box
}

// bullet is one line of a list.
func bullet(text string) fyne.CanvasObject {
	return widgets.Pad(0, 0, 0, 8, widgets.StackBelow(0, 8, []float32{1, 40},
		widgets.NewLine("•", widgets.Muted), widgets.NewText(text, widgets.Body)))
}
