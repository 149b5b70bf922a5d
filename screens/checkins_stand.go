package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// standCard says how the check-in stands for the holder, and what can be done.
func (s *CheckIns) standCard() fyne.CanvasObject {
	if s.journal.Holder() == journal.Nobody {
		return widgets.NewCard(widgets.NewText(lang.L("Answering is for one of you at a time, with the laptop in their hands."), widgets.Muted))
	}
	stand := s.journal.CheckIns()
	box := widgets.VGap(12)
	if len(stand.Sealed) > 0 {
		s.addSealed(box, stand)
	}
	if len(stand.Sealed) == 0 || stand.May {
		if len(box.Objects) > 0 {
			box.Add(widgets.NewRule())
		}
		s.addNext(box, stand)
	}
	box.Add(s.line.Text)
	card := widgets.NewCard(box)
	card.Edge = true
	return card
}

// addSealed says what waits to be opened.
func (s *CheckIns) addSealed(box *fyne.Container, stand journal.CheckInStand) {
	other, both := named(s.name(s.journal.Holder().Other())), s.journal.Both()
	title, text := lang.L("Yours is sealed. It opens when both are done."), lang.L("Until then you can take it back at any time.")
	switch {
	case stand.Theirs && both:
		title, text = lang.L("Both of you have sealed yours."), lang.L("When you open, you both see what the other answered, at the same moment. You don’t have to: until then either of you can take theirs back.")
	case stand.Theirs:
		title, text = lang.L("Both of you have sealed yours."), lang.L("It opens when {{.Name}} is here too. Until then you can take yours back at any time.", other)
	}
	box.Add(widgets.NewText(title, widgets.Heading))
	box.Add(widgets.NewText(text, widgets.Muted))
	switch {
	case stand.Theirs && both:
		open := s.action(lang.L("Open together"), widgets.Gold, s.open)
		s.main = open
		box.Add(widgets.Wrap(14, open))
	case both:
		box.Add(widgets.Wrap(14, s.action(lang.L("Hand over to {{.Name}}", other), widgets.Plain, func() { tellIf(s.OnHandOver) })))
	}
	for _, d := range stand.Sealed {
		box.Add(s.sealedRow(d, len(stand.Sealed) > 1))
	}
}

// sealedRow is what its owner can do with a sealed check-in; with its day where
// there are several.
func (s *CheckIns) sealedRow(d journal.Draft, several bool) fyne.CanvasObject {
	row := widgets.Wrap(14)
	if several {
		day := d.Day
		if d.Paper != "" {
			day = d.Paper
		}
		row.Add(widgets.NewLine(longDay(day, s.today()), widgets.SmallBold))
	}
	if s.begun().Part == "" {
		row.Add(s.action(lang.L("Write on it again"), widgets.Quiet, func() { s.unseal(d.Part) }))
	}
	destroy := s.action(lang.L("Destroy it"), widgets.Quiet, nil)
	destroy.OnTapped = func() { s.askDestroy(row, d.Part) }
	row.Add(destroy)
	return row
}

// askDestroy asks once before a check-in goes for good.
func (s *CheckIns) askDestroy(row *fyne.Container, part string) {
	keep := s.action(lang.L("Keep it"), widgets.Plain, s.Reload)
	gone := s.action(lang.L("Destroy it for good"), widgets.Plain, func() { s.destroy(part) })
	swap(row, widgets.NewText(lang.L("It will be gone for good. Nobody can bring it back."), widgets.Body), keep, gone)
	s.place.Refresh()
	s.aim(keep)
}

func (s *CheckIns) destroy(part string) {
	s.act(func(ctx context.Context) error { return s.journal.Erase(ctx, journal.CheckInDrafts, part) }, s.Reload)
}

func (s *CheckIns) unseal(part string) {
	s.act(func(ctx context.Context) error { return s.journal.UnsealCheckIn(ctx, part) }, func() {
		s.Reload()
		tellIf(s.OnAnswer)
	})
}

// open opens what both sealed.
func (s *CheckIns) open() {
	var o journal.OpenedCheckIns
	s.act(func(ctx context.Context) (err error) {
		o, err = s.journal.OpenCheckIns(ctx)
		return err
	}, func() {
		s.Reload()
		s.opened(o.ID)
	})
}

// addNext says when the next one is due, with the way to answer it.
func (s *CheckIns) addNext(box *fyne.Container, stand journal.CheckInStand) {
	title, text := s.nextText(stand)
	box.Add(widgets.NewText(title, widgets.Heading))
	if text != "" {
		box.Add(widgets.NewText(text, widgets.Muted))
	}
	row := widgets.Wrap(14)
	if stand.May {
		kind := widgets.Primary
		if s.main != nil || stand.Due > s.today() {
			kind = widgets.Plain
		}
		word := lang.L("Answer · 3 min")
		if s.begun().Part != "" {
			word = lang.L("Go on · 3 min")
		}
		answer := s.action(word, kind, func() { tellIf(s.OnAnswer) })
		s.main = firstOf(s.main, answer)
		row.Add(answer)
	}
	row.Add(widgets.NewSmallButton(lang.L("A sheet to print"), widgets.Quiet, func() { tellIf(s.OnSheet) }))
	box.Add(row)
}

// nextText says how it stands with the one that comes next.
func (s *CheckIns) nextText(stand journal.CheckInStand) (title, text string) {
	if stand.Theirs && len(stand.Sealed) == 0 {
		text = lang.L("{{.Name}} has sealed one. Both open when yours is sealed too and you are both here.", named(s.name(s.journal.Holder().Other())))
	}
	due := map[string]any{"Day": nearDay(stand.Due, s.today())}
	switch {
	case s.begun().Part != "":
		return lang.L("You have begun to answer."), firstText(text, lang.L("What you wrote is saved. Only you can read it."))
	case stand.Last == "":
		return lang.L("Your first check-in"), firstText(text, lang.L("Three minutes. It opens when you have both answered, or not at all."))
	case stand.Due <= s.today():
		return lang.L("How were these days for you?"), firstText(text, lang.L("Three minutes. It opens when you have both answered, or not at all."))
	case stand.May:
		return lang.L("Your next one is {{.Day}}.", due), firstText(text, lang.L("You can answer it now, if that suits you better."))
	default:
		return lang.L("Your next one is {{.Day}}.", due), text
	}
}

// firstText gives the first text that says something.
func firstText(list ...string) string {
	for _, text := range list {
		if text != "" {
			return text
		}
	}
	return ""
}

// begun gives the check-in that the holder is answering, if there is one.
func (s *CheckIns) begun() journal.Draft {
	for _, d := range s.journal.Drafts(journal.CheckInDrafts) {
		if !d.Finished {
			return d
		}
	}
	return journal.Draft{}
}

func (s *CheckIns) today() journal.Day { return journal.DayOf(s.journal.Now()) }
