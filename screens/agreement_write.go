package screens

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// ProposeFrom opens the form for a new agreement, filled with what is known.
func (s *Agreements) ProposeFrom(prefill journal.Terms) {
	s.openAgreementForm(prefill, false, s.journal.Propose)
}

// ChangeAgreement opens the form for a new wording of an agreement.
func (s *Agreements) ChangeAgreement(id string) {
	if a, ok := s.journal.State().Agreement(id); ok {
		s.ShowThing(journal.Thing{Kind: journal.ThingAgreement, ID: id})
		s.changeAgreement(a)
	}
}

// LeaveAgreement opens the card that ends an agreement.
func (s *Agreements) LeaveAgreement(id string) {
	if a, ok := s.journal.State().Agreement(id); ok {
		s.ShowThing(journal.Thing{Kind: journal.ThingAgreement, ID: id})
		s.askLeave(a)
	}
}

// changeAgreement opens the form for a new version. It begins with the wording
// that both signed last, as it stands now.
func (s *Agreements) changeAgreement(a journal.Agreement) {
	today := s.journal.Today()
	t := signedLast(a).Terms
	if day := a.ReviewDay(today); day != "" {
		t.Review = day
	}
	s.openAgreementForm(fromToday(t, today), true, func(ctx context.Context, t journal.Terms) (string, error) {
		return a.ID, s.journal.Change(ctx, a.ID, t)
	})
}

// signedLast gives the wording that both signed last, otherwise the newest.
func signedLast(a journal.Agreement) journal.Version {
	for _, v := range slices.Backward(a.Versions) {
		if v.Both() {
			return v
		}
	}
	return a.Latest()
}

// fromToday takes out the days that are over, for a new version.
func fromToday(t journal.Terms, today journal.Day) journal.Terms {
	for _, day := range []*journal.Day{&t.Start, &t.Review, &t.End} {
		if *day < today {
			*day = ""
		}
	}
	return t
}

func (s *Agreements) openAgreementForm(t journal.Terms, change bool, write func(context.Context, journal.Terms) (string, error)) *AgreementForm {
	form := NewAgreementForm(s.journal.State().People, s.journal.Today(), t, change)
	form.OnCancel = s.leavePage
	form.OnSave = func(t journal.Terms) {
		s.submit(form, journal.ThingAgreement, func(ctx context.Context) (string, error) { return write(ctx, t) })
	}
	s.openPage(form, form.FirstFocus())
	return form
}

// askKept opens the page on which the holder says whether it was kept.
func (s *Agreements) askKept(a journal.Agreement) {
	form := newMarkForm(s.journal.State(), a, s.journal.Holder(), s.journal.Today())
	form.OnCancel = s.leavePage
	form.onSave = func(day journal.Day, answer string) {
		s.submit(form, journal.ThingAgreement, func(ctx context.Context) (string, error) {
			return a.ID, s.journal.MarkKept(ctx, a.ID, day, answer)
		})
	}
	form.onTakeBack = func(event string) {
		s.submit(form, journal.ThingAgreement, func(ctx context.Context) (string, error) {
			return a.ID, s.journal.TakeBackEvent(ctx, event)
		})
	}
	s.openPage(form, form.answer)
}

// SetBoundaryFrom opens the form for a new boundary, filled with what is known.
func (s *Agreements) SetBoundaryFrom(title, text string) { s.openBoundaryForm("", title, text) }

// editBoundary opens the form for a boundary; one without an id is new.
func (s *Agreements) editBoundary(b journal.Boundary) {
	var v journal.BoundaryVersion
	if b.ID != "" {
		v = b.Latest()
	}
	s.openBoundaryForm(b.ID, v.Title, v.Text)
}

func (s *Agreements) openBoundaryForm(id, title, text string) {
	form := NewBoundaryForm(s.journal.State().Person(s.journal.Holder().Other()), title, text)
	form.OnCancel = s.leavePage
	form.OnPropose = s.ProposeFrom
	form.OnSave = func(title, text string) {
		s.submit(form, journal.ThingBoundary, func(ctx context.Context) (string, error) {
			if id == "" {
				return s.journal.SetBoundary(ctx, title, text)
			}
			return id, s.journal.ChangeBoundary(ctx, id, title, text)
		})
	}
	s.openPage(form, form.FirstFocus())
}

// keptForm is a form whose words are being written to the journal.
type keptForm interface {
	Busy(on bool)
	Problem(err error)
}

// submit writes a form's words. When that fails the form stays as it was.
func (s *Agreements) submit(form keptForm, kind journal.ThingKind, write func(context.Context) (string, error)) {
	if s.busy {
		return
	}
	s.busy = true
	form.Busy(true)
	var id string
	s.later(func(ctx context.Context) (err error) {
		id, err = write(ctx)
		return err
	}, func(err error) {
		s.busy = false
		form.Busy(false)
		form.Problem(err)
		if err != nil {
			return
		}
		s.ShowThing(journal.Thing{Kind: kind, ID: id})
		s.tellPicked()
		s.focus(s.onDetail)
		if s.OnChanged != nil {
			s.OnChanged()
		}
	})
}

func (s *Agreements) leavePage() {
	s.closePage()
	s.Reload()
	s.focus(s.filter)
}

// askStrike shows the page on which both strike something out.
func (s *Agreements) askStrike(thing journal.Thing, title string) {
	page := NewStrike(s.journal, s.later, thing, title)
	page.OnKeep = s.leavePage
	page.OnStruck = func() {
		s.ShowThing(thing)
		s.tellPicked()
		s.focus(s.filter)
		tellIf(s.OnChanged)
	}
	s.openPage(page, page.FirstFocus())
}

// askLeave shows the card that ends an agreement: at once, without a reason.
func (s *Agreements) askLeave(a journal.Agreement) {
	today := s.journal.Today()
	day := newLineEntry(string(today))
	form := &writingForm{}
	form.prepare(lang.L("Leave this agreement"), lang.L("Leave it"), func() {
		said := pastDayTyped(day.Text, today)
		if problem := saidProblem(said, today); problem != "" {
			form.Problem(&journal.Invalid{Field: "Said", Problem: problem})
			return
		}
		s.submit(form, journal.ThingAgreement, func(ctx context.Context) (string, error) {
			return a.ID, s.journal.Leave(ctx, a.ID, said)
		})
	})
	form.save.Kind = widgets.Plain
	form.cancel.SetText(lang.L("Stay with it"))
	form.OnCancel = s.leavePage
	onDay := form.field("Said", lang.L("On which day was it said?"), "", day)
	onDay.Hide()
	pick := func(i int) {
		day.SetText(string(today))
		showIf(onDay, i == 1)
		form.column.Refresh()
	}
	when := widgets.NewOptions([]string{lang.L("Said today"), lang.L("Said on another day")}, 0, pick)
	form.column.Objects = []fyne.CanvasObject{
		widgets.NewText(a.Title(), widgets.Heading),
		widgets.NewText(lang.L("It ends at once. It needs no reason. What was stays in the history."), widgets.Body),
		when, onDay,
	}
	form.ExtendBaseWidget(form)
	s.openPage(form, form.cancel)
}

// saidProblem says what is wrong with the day on which leaving was said.
func saidProblem(said, today journal.Day) journal.Problem {
	switch {
	case !said.Valid():
		return journal.ProblemNotADate
	case said > today:
		return journal.ProblemTooFuture
	default:
		return ""
	}
}

func (s *Agreements) boundaryParts(state journal.State, b journal.Boundary) detailParts {
	thing := journal.Thing{Kind: journal.ThingBoundary, ID: b.ID}
	if b.Struck {
		return s.struckParts(state, thing)
	}
	today, v := s.journal.Today(), b.Latest()
	p := detailParts{title: v.Title}
	if v.Text != "" {
		p.body = append(p.body, widgets.NewText(v.Text, widgets.Body))
	}
	p.body = append(p.body,
		widgets.NewText(boundaryFacts(state, b, today), widgets.Small),
		widgets.NewText(lang.L("History"), widgets.Question),
		widgets.NewText(strings.Join(boundaryHistory(state, b, today), "\n"), widgets.Small))
	switch {
	case b.Ended.IsZero():
		s.boundaryButtons(&p, state, b)
	case s.journal.Holder() != journal.Nobody:
		s.strikeButton(&p, thing, v.Title)
	}
	return p
}

func boundaryFacts(s journal.State, b journal.Boundary, today journal.Day) string {
	v, other := b.Latest(), callName(s, b.Owner.Other())
	facts := lang.L("{{.Name}} alone makes, changes and ends it.", named(callName(s, b.Owner)))
	switch {
	case !v.Acknowledged.IsZero():
		facts += " " + lang.L("{{.Name}} acknowledged it on {{.Day}}.",
			map[string]any{"Name": other, "Day": longDay(journal.DayOf(v.Acknowledged), today)})
	case !v.Cannot.IsZero():
		facts += " " + lang.L("{{.Name}} has said: I can't. The boundary stands all the same.", named(other))
	}
	return facts
}

// boundaryButtons gives the owner change and end, the other an answer.
func (s *Agreements) boundaryButtons(p *detailParts, state journal.State, b journal.Boundary) {
	holder, v := s.journal.Holder(), b.Latest()
	other := b.Owner.Other()
	switch holder {
	case journal.Nobody:
	case b.Owner:
		p.button(lang.L("Change"), func() { s.editBoundary(b) })
		p.button(lang.L("End it"), func() {
			s.act(func(ctx context.Context) error { return s.journal.EndBoundary(ctx, b.ID) }, nil)
		})
		if s.journal.Both() && v.Acknowledged.IsZero() && v.Cannot.IsZero() {
			p.button(lang.L("Hand over to {{.Name}} to acknowledge it", named(callName(state, other))), func() { s.handOver(other) })
		}
	default:
		s.answerButtons(p, state, b)
	}
}

// answerButtons let the other acknowledge a boundary, say that they can't, or
// take back what they said.
func (s *Agreements) answerButtons(p *detailParts, state journal.State, b journal.Boundary) {
	v := b.Latest()
	if v.Acknowledged.IsZero() {
		p.button(lang.L("I acknowledge it"), func() {
			s.act(func(ctx context.Context) error { return s.journal.Acknowledge(ctx, b.ID) }, nil)
		})
	}
	if v.Acknowledged.IsZero() && v.Cannot.IsZero() {
		p.button(lang.L("I can't"), func() {
			s.act(func(ctx context.Context) error { return s.journal.Cannot(ctx, b.ID) }, nil)
		})
		return
	}
	if event, ok := lastAnswer(state, b); ok {
		p.quiet(lang.L("Take back"), func() {
			s.act(func(ctx context.Context) error { return s.journal.TakeBackEvent(ctx, event) }, nil)
		})
	}
}

// lastAnswer finds the event by which the other answered the wording that stands.
func lastAnswer(state journal.State, b journal.Boundary) (event string, ok bool) {
	for i := len(state.Moments) - 1; i >= 0; i-- {
		m := state.Moments[i]
		answer := m.Kind == journal.KindAcknowledged || m.Kind == journal.KindCannot
		if answer && m.Thing.ID == b.ID && m.Version == b.Latest().Number {
			return m.Event, !m.TakenBack
		}
	}
	return "", false
}
