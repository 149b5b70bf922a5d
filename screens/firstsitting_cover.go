package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// cover hides the former partner's page until the one whose turn it is holds
// the laptop. Who has chosen a code already types it.
func (s *FirstSitting) cover(to stage) {
	s.holder = journal.Nobody
	name, t := s.names.call(to.of), s.turns[to.of-1]
	sign := widgets.NewAvatar(name, sideOf(to.of), 72)
	sign.Color = s.names.colours[to.of-1].picked
	head := []fyne.CanvasObject{
		centred(sign),
		middle(lang.L("Hand the laptop to {{.Name}}", named(name)), widgets.Title),
		middle(lang.L("The next pages are {{.Name}}'s alone.", named(name)), widgets.Muted),
	}
	if !t.sealed() {
		t.reset()
		mine := widgets.NewButton(lang.L("I'm {{.Name}}", named(name)), widgets.Primary, func() { s.take(to) })
		s.show(sheet(append(head, s.line.Text, centred(widgets.HGap(12, s.coverBack(to), mine)))...), mine)
		return
	}
	code := widgets.NewField(lang.L("Your hand-over code"), widgets.NewPasswordEntry())
	enter := func() {
		if !vault.SameSecret(code.Entry.Text, t.code.typed.Entry.Text) {
			code.Entry.SetText("")
			s.line.say(Sentence(journal.ErrWrongCode))
			return
		}
		s.take(to)
	}
	code.Entry.OnSubmitted = func(string) { enter() }
	button := widgets.NewButton(lang.L("I'm {{.Name}}", named(name)), widgets.Primary, enter)
	s.show(sheet(append(head, widgets.MaxWidth(320, widgets.VGap(12, code, s.line.Text)),
		centred(widgets.HGap(12, s.coverBack(to), button)))...), code.Entry)
}

// coverBack leaves a cover the way it was come to.
func (s *FirstSitting) coverBack(to stage) fyne.CanvasObject {
	from := s.at
	back := widgets.NewButton(lang.L("Back"), widgets.Plain, func() { s.enter(from) })
	if from == to || from.private() && from.of == to.of {
		back.Hide()
	}
	return back
}

func (s *FirstSitting) take(to stage) {
	s.holder = to.of
	s.enter(to)
}

// middle is a centred text.
func middle(text string, style widgets.Style) *widgets.Text {
	t := widgets.NewText(text, style)
	t.Align = fyne.TextAlignCenter
	return t
}
