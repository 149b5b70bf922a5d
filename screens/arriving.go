package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// afterFunc runs f on the window's goroutine once d has passed, unless stop is
// called before. The app passes one in; tests pass a clock of their own.
type afterFunc = func(d time.Duration, f func()) (stop func())

// moving is what the screens of arriving share: a place whose content changes,
// and a wish where the keyboard should be next.
type moving struct {
	widget.BaseWidget

	// OnFocus is called when another field should take the keyboard.
	OnFocus func(fyne.Focusable)

	place *fyne.Container
	focus fyne.Focusable
}

// FirstFocus is what the keyboard should be on first.
func (m *moving) FirstFocus() fyne.Focusable { return m.focus }

// CreateRenderer draws whatever stands in the place.
func (m *moving) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(m.place)
}

// show puts content into the place and asks for the keyboard.
func (m *moving) show(content fyne.CanvasObject, focus fyne.Focusable) {
	swap(m.place, content)
	m.aim(focus)
}

// aim asks for the keyboard on one field.
func (m *moving) aim(focus fyne.Focusable) {
	m.focus = focus
	if m.OnFocus != nil && focus != nil {
		m.OnFocus(focus)
	}
}

// newPlace is room that what it is given fills.
func newPlace() *fyne.Container { return widgets.Fill(widgets.VGap(0)) }

// swap puts other things into a container.
func swap(place *fyne.Container, content ...fyne.CanvasObject) {
	place.Objects = content
	place.Refresh()
}

// tellIf calls f when there is one.
func tellIf(f func()) {
	if f != nil {
		f()
	}
}

// calmLine is a line for what a screen has to say; empty it takes no room.
type calmLine struct {
	*widgets.Text
	changed func() // lays out anew what the line stands in
}

func newCalmLine(changed func()) calmLine {
	l := calmLine{Text: widgets.NewText("", widgets.Muted), changed: changed}
	l.Hide()
	return l
}

func (l calmLine) say(text string) {
	l.SetText(text)
	if text == "" {
		l.Hide()
	} else {
		l.Show()
	}
	l.changed()
}

// waiting says that something takes a moment.
func waiting() string { return lang.L("One moment…") }

// named fills a name into a sentence.
func named(name string) map[string]any { return map[string]any{"Name": name} }

// sideOf is the side on which a partner stands.
func sideOf(p journal.Partner) widgets.Side {
	if p == journal.Second {
		return widgets.Second
	}
	return widgets.First
}

// enable makes buttons ready, or lets them wait.
func enable(on bool, buttons ...*widgets.Button) {
	for _, b := range buttons {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// centred puts one thing in the middle of its line.
func centred(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.HGap(0, widgets.Spacer(), o, widgets.Spacer())
}
