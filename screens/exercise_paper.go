package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// paperField asks on which day words were written on a blank sheet, so that they
// keep it. It is hidden until somebody wants it.
func (s *Exercise) paperField() *widgets.Field {
	entry := widgets.NewEntry()
	field := widgets.NewField(lang.L("The day you wrote it"), entry)
	field.SetHint(lang.L("Such as 12.11. or 2026-11-12"))
	paper := s.saver.draft.Paper
	entry.SetText(string(paper))
	entry.OnChanged = func(text string) { s.setPaper(field, text) }
	field.Hidden = paper == ""
	return field
}

// paperButton shows the field for the day.
func (s *Exercise) paperButton() *widgets.Button {
	return widgets.NewSmallButton(lang.L("I wrote this on paper before"), widgets.Quiet, func() {
		if s.paper != nil {
			s.paper.Show()
			s.place.Refresh()
			s.aim(s.paper.Entry)
		}
	})
}

// setPaper keeps the day once it can be read; an empty field means today.
func (s *Exercise) setPaper(field *widgets.Field, text string) {
	today := journal.DayOf(s.setup.Now())
	day := pastDayTyped(text, today)
	switch {
	case day != "" && !day.Valid():
		field.SetError(lang.L("Please write the day as 12.11. or 2026-11-12."))
		return
	case day > today:
		field.SetError(lang.L("That day is still to come. Please choose today or a day before."))
		return
	}
	field.SetError("")
	if s.saver != nil {
		s.saver.SetPaper(day)
	}
}

// pastDayTyped reads a day that is not in the future: one without a year is the
// last such day.
func pastDayTyped(text string, today journal.Day) journal.Day {
	day := typedDay(text, today)
	bare := strings.Count(strings.TrimSuffix(strings.TrimSpace(text), "."), ".") == 1
	if bare && day.Valid() && day > today {
		t := day.Time()
		return civilDay(t.Year()-1, int(t.Month()), t.Day(), text)
	}
	return day
}
