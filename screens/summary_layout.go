package screens

import "fyne.io/fyne/v2"

// summaryPage puts the head above what is chosen and its preview.
type summaryPage struct{ screen *Summary }

// MinSize is small: everything scrolls or shrinks.
func (l *summaryPage) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 300) }

func (l *summaryPage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	narrow := tooNarrow(s, size.Width)
	side := sideRoom(size.Width, narrow)
	inner := size.Width - 2*side
	high := placeHead(s.head, fyne.NewPos(side, screenTop), inner, inner-leaveRoom())
	y := screenTop + high + 18
	bottom := float32(screenBottom)
	if narrow {
		bottom = narrowSide
	}
	putAt(s.both, side, y, inner, size.Height-y-bottom)
}

// summaryLayout puts choices and preview side by side, or one in place of the
// other where there is little room.
type summaryLayout struct{ screen *Summary }

// MinSize is small: the choices scroll and the preview shrinks.
func (l *summaryLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 240) }

func (l *summaryLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	narrow := tooNarrow(s, s.Size().Width)
	if narrow != s.look.Visible() {
		showIf(s.look, narrow)
		showIf(s.unsealed, !narrow) // the save card says it too
		s.choices.Refresh()
	}
	showIf(s.preview.back, narrow)
	showIf(s.left, !narrow || !s.looking)
	showIf(s.preview, !narrow || s.looking)
	left, x := size.Width, float32(0)
	if !narrow {
		left = size.Width * 0.4
		x = left + 24
	}
	putAt(s.left, 0, 0, left, size.Height)
	putAt(s.preview, x, 0, size.Width-x, size.Height)
}
