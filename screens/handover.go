package screens

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Taker is what the cover of a hand-over needs of the journal.
type Taker interface {
	TakeOver(p journal.Partner, code string) error
	TakeOverWithPassphrase(ctx context.Context, p journal.Partner, passphrase string) error
}

// HandOver covers the window while the laptop passes to the other partner. The
// app drops the screen before it, so that none of it is behind the cover.
type HandOver struct {
	moving

	OnTaken func(journal.Partner) // that partner holds the laptop now
	OnLock  func()

	journal Taker
	later   Background
	people  [2]journal.Person
	to      journal.Partner
	byPass  [2]bool // three misses: the passphrase is asked for
	field   *widgets.Field
	line    calmLine
	button  *widgets.Button
	asks    int
}

// NewHandOver makes the cover. Both partners are present; to is the one who is
// meant to take the laptop.
func NewHandOver(j Taker, later Background, people [2]journal.Person, to journal.Partner) *HandOver {
	s := &HandOver{journal: j, later: later, people: people}
	s.place = newPlace()
	s.line = newCalmLine(func() { s.place.Refresh() })
	s.ExtendBaseWidget(s)
	s.offer(to)
	return s
}

// offer shows the cover for one partner.
func (s *HandOver) offer(to journal.Partner) {
	s.to = to
	s.asks++
	s.line.say("")
	label := lang.L("Your hand-over code")
	if s.byPass[to-1] {
		label = lang.L("Your passphrase")
	}
	s.field = widgets.NewField(label, widgets.NewPasswordEntry())
	s.field.Entry.SetSide(sideOf(to))
	s.field.Entry.OnSubmitted = func(string) { s.take() }
	name := s.people[to-1].Name
	s.button = widgets.NewButton(lang.L("I'm {{.Name}}", named(name)), widgets.Primary, s.take)
	keeps := widgets.NewButton(lang.L("{{.Name}} keeps it", named(s.people[to.Other()-1].Name)), widgets.Quiet,
		func() { s.offer(to.Other()) })
	lock := widgets.NewButton(lang.L("Lock"), widgets.Quiet, func() { tellIf(s.OnLock) })
	s.show(sheet(
		centred(widgets.NewAvatar(name, sideOf(to), 72)),
		middle(lang.L("Hand the laptop to {{.Name}}", named(name)), widgets.Title),
		middle(lang.L("What was on the screen is covered. It stays sealed to the one who wrote it."), widgets.Muted),
		widgets.MaxWidth(320, widgets.VGap(12, s.field, s.line.Text)),
		centred(s.button), widgets.WrapMiddle(20, keeps, lock)), s.field.Entry)
}

// take tries what was typed.
func (s *HandOver) take() {
	typed := s.field.Entry.Text
	if typed == "" || s.button.Disabled() {
		return
	}
	s.asks++
	asked, to, byPass := s.asks, s.to, s.byPass[s.to-1]
	enable(false, s.button)
	s.line.say(waiting())
	s.later(func(ctx context.Context) error {
		if byPass {
			return s.journal.TakeOverWithPassphrase(ctx, to, typed)
		}
		return s.journal.TakeOver(to, typed)
	}, func(err error) {
		if asked == s.asks {
			s.answered(err)
		}
	})
}

func (s *HandOver) answered(err error) {
	enable(true, s.button)
	s.field.Entry.SetText("")
	switch {
	case err == nil:
		s.line.say("")
		if s.OnTaken != nil {
			s.OnTaken(s.to)
		}
	case errors.Is(err, journal.ErrAskPassphrase) && !s.byPass[s.to-1]:
		s.byPass[s.to-1] = true
		s.offer(s.to)
		s.line.say(Sentence(err))
	default:
		s.line.say(Sentence(err))
		s.aim(s.field.Entry)
	}
}
