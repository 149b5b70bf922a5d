package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"goldseam.app/screens/widgets"
)

// The room around the content of a screen, and the width from which list and
// detail stand side by side.
const (
	screenTop    = 36
	screenBottom = 34
	screenSide   = 44
	narrowSide   = 24
	twoColumns   = 780
	ringRoom     = 5  // what scrolls leaves this much for the ring around what has the keyboard
	barRoom      = 10 // and this much at the right for the scroll bar
)

// agreementsLayout puts list and detail side by side, or one in place of the
// other where there is little room.
type agreementsLayout struct {
	screen *Agreements
	width  float32
}

// MinSize is small: everything scrolls.
func (l *agreementsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 300) }

func (l *agreementsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	was := s.narrow()
	l.width = size.Width
	form, narrow := s.page.Visible(), s.narrow()
	if narrow != was { // only one column needs a way back
		s.showDetail()
	}
	showIf(s.head, !form && (!narrow || !s.open))
	showIf(s.bar, s.head.Visible())
	showIf(s.lists, s.head.Visible())
	showIf(s.detail, !form && (!narrow || s.open))
	side := sideRoom(size.Width, narrow)
	inner := size.Width - 2*side
	if form {
		putAt(s.page, side, screenTop, inner, size.Height-screenTop)
		return
	}
	if narrow {
		l.one(side, inner, size.Height)
		return
	}
	y := l.top(side, inner)
	height := size.Height - y - screenBottom
	left := (inner - 18) * 0.53
	putAt(s.lists, side-ringRoom, y-ringRoom, left+ringRoom+barRoom, size.Height-y+ringRoom)
	putAt(s.detail, side+left+18, y, inner-left-18, height)
}

// top places title and tools and says where the rest begins.
func (l *agreementsLayout) top(side, inner float32) float32 {
	s := l.screen
	high := placeHead(s.head, fyne.NewPos(side, screenTop), inner, inner-leaveRoom())
	y := screenTop + high + 18
	bar := widgets.HeightFor(s.bar, inner)
	putAt(s.bar, side, y, inner, bar)
	return y + bar + 18
}

func (l *agreementsLayout) one(side, inner, height float32) {
	s := l.screen
	if s.open {
		putAt(s.detail, side, screenTop+14, inner, height-screenTop-14-narrowSide)
		return
	}
	y := l.top(side, inner)
	putAt(s.lists, side-ringRoom, y-ringRoom, inner+ringRoom+barRoom, height-y+ringRoom)
}

// leaveRoom is the width that the title leaves for "Leave quickly", which grows with the text.
func leaveRoom() float32 { return 120 * textGrown() }

// narrow says whether there is room for one column only.
func (s *Agreements) narrow() bool {
	l, ok := s.whole.Layout.(*agreementsLayout)
	return ok && l.width > 0 && tooNarrow(s, l.width)
}

// tooNarrow says whether a screen of this width has room for one column only:
// below 1000 px of window, or above 130 % text.
func tooNarrow(s fyne.Widget, width float32) bool {
	return width < twoColumns || textScale(s) > 1.3
}

func sideRoom(width float32, narrow bool) float32 {
	if narrow || width < twoColumns {
		return narrowSide
	}
	return screenSide
}

func putAt(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, max(0, height)))
}

func showIf(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// textScale is the text size in force, 1 being 100 %.
func textScale(s fyne.Widget) float32 {
	return theme.SizeForWidget(widgets.SizeBody, s) / 15
}
