package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// firstWeek is how long Today keeps to one date and one exercise.
const firstWeek = 6 // days

// checkInCard says how the check-in stands. It is not there in the first week,
// and when there is nothing to do about it.
func (s *Today) checkInCard() fyne.CanvasObject {
	state, today := s.journal.State(), journal.DayOf(s.journal.Now())
	if s.journal.Holder() == journal.Nobody || journal.DayOf(state.Began).Until(today) < firstWeek {
		return nil
	}
	stand := s.journal.CheckIns()
	text, button := s.checkInText(stand, today)
	box := widgets.VGap(12, widgets.NewText(lang.L("Check-in"), widgets.Subheading), widgets.NewText(text, widgets.Muted))
	if button != nil {
		box.Add(widgets.Wrap(0, button))
	}
	return widgets.NewCard(box)
}

// checkInText says what the check-in waits for, and what can be done.
func (s *Today) checkInText(stand journal.CheckInStand, today journal.Day) (string, *widgets.Button) {
	look := widgets.NewButton(lang.L("Go to the check-ins"), widgets.Plain, func() { tellIf(s.OnCheckIns) })
	answer := widgets.NewButton(lang.L("Answer · 3 min"), widgets.Plain, func() { tellIf(s.OnCheckIn) })
	sealed, due := len(stand.Sealed) > 0, stand.Due <= today
	switch {
	case sealed && stand.Theirs && s.journal.Both():
		return lang.L("Both are done. You can open them together."), look
	case due:
		return lang.L("Opens when both are done."), answer
	case sealed && stand.Theirs:
		return lang.L("Both are done. They open when you are both here."), look
	case sealed:
		return lang.L("Yours is sealed. It opens when both are done."), look
	default:
		return lang.L("Your next one is {{.Day}}.", map[string]any{"Day": nearDay(stand.Due, today)}), look
	}
}

// restCard stands in the place of the next exercise after something new from
// before came up.
func (s *Today) restCard() fyne.CanvasObject {
	look := widgets.NewButton(lang.L("What may help now"), widgets.Primary, func() { tellIf(s.OnRest) })
	s.main = firstOf(s.main, look)
	card := widgets.NewCard(widgets.VGap(10, widgets.NewText(lang.L("The work rests"), widgets.Heading),
		widgets.NewText(lang.L("Something new from before came up. Nothing has to go on tonight. When you are both ready, you go on together."), widgets.Muted),
		widgets.Pad(6, 0, 0, 0, widgets.Wrap(0, look))))
	card.Edge = true
	return card
}

// carryingCard is a word for a partner who has worked alone for three weeks. It
// is there until they have read it, and only for them.
func (s *Today) carryingCard() fyne.CanvasObject {
	if !s.journal.Carrying() {
		return nil
	}
	read := widgets.NewButton(lang.L("Read it"), widgets.Plain, func() { tellIf(s.OnCarrying) })
	return widgets.NewCard(widgets.VGap(12, widgets.NewText(lang.L("A word for you alone"), widgets.Subheading),
		widgets.NewText(lang.L("It takes a minute, and it is shown only here."), widgets.Muted), widgets.Wrap(0, read)))
}
