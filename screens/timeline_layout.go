package screens

import (
	"fyne.io/fyne/v2"

	"goldseam.app/screens/widgets"
)

// lowWindow is the height below which the page of one column leaves out what can
// be left out.
const lowWindow = 720

// timelineLayout gives the list all the room below the tools.
type timelineLayout struct{ screen *Timeline }

// MinSize is small: the list scrolls.
func (l *timelineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 300) }

func (l *timelineLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	narrow := tooNarrow(s, size.Width)
	side := sideRoom(size.Width, narrow)
	inner := size.Width - 2*side
	s.strip.Low = narrow
	s.about.Hidden = narrow && size.Height < lowWindow
	y := float32(screenTop)
	put := func(o fyne.CanvasObject, width, after float32) {
		if o.Visible() {
			high := widgets.HeightFor(o, width)
			putAt(o, side, y, width, high)
			y += high + after
		}
	}
	put(s.head, inner-leaveRoom(), 18)
	bar := float32(14)
	if s.wrong.Visible() {
		bar = 4
	}
	put(s.bar, inner, bar)
	if s.wrong.Visible() {
		y = l.atDay(side, y, inner) + 12
	}
	put(s.strip, inner, 14)
	put(s.note, inner, 10)
	l.list(side, y, fyne.NewSize(inner, size.Height-y))
}

// atDay sets the sentence about the day below its field, or from the left edge
// where that is too narrow, and says where it ends.
func (l *timelineLayout) atDay(side, y, inner float32) float32 {
	s := l.screen
	at := s.bar.right[0].Position().X
	if s.wrong.NaturalWidth() > inner-at {
		at = 0
	}
	high := s.wrong.HeightFor(inner - at)
	putAt(s.wrong, side+at, y, inner-at, high)
	return y + high
}

// list places the list. Its rows have another height in one column, and then the
// same moment stays at the top.
func (l *timelineLayout) list(x, y float32, size fyne.Size) {
	s := l.screen
	narrow := size.Width < narrowWidth || textScale(s) > 1.3
	if narrow != s.style.narrow {
		if place := s.Place(); place.Moment != 0 {
			s.goal = &place
		}
		s.style.narrow = narrow
		s.list.Refresh()
	}
	putAt(s.list, x, y, size.Width, size.Height)
	s.arrive()
	s.showWindow()
}

// grownWidth gives an object a width that grows with the text.
type grownWidth float32

func (w grownWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w)*textGrown(), objects[0].MinSize().Height)
}

func (w grownWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
