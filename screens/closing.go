package screens

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Closer is what the end of a sitting needs of the journal.
type Closer interface {
	CloseSitting(ctx context.Context, words [2]string, next journal.Day, when, small string) error
}

// Closing ends a sitting: one word each, when they meet again, and one small
// thing until then. Every field may stay empty.
type Closing struct {
	moving

	OnClosed func()
	OnBack   func()

	journal Closer
	later   Background
	today   journal.Day
	words   [2]*widgets.Field // nil for who is not here
	next    *widgets.Field
	when    *widgets.Field
	small   *widgets.Field
	line    calmLine
	close   *widgets.Button
	back    *widgets.Button
}

// NewClosing makes the screen for those who are here.
func NewClosing(j Closer, later Background, here []journal.Person, today journal.Day) *Closing {
	s := &Closing{journal: j, later: later, today: today}
	s.place = newPlace()
	s.line = newCalmLine(func() { s.place.Refresh() })
	kind := widgets.Primary
	if len(here) == 2 {
		kind = widgets.Gold
	}
	s.close = widgets.NewButton(lang.L("Close the sitting"), kind, s.finish)
	s.back = widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
	s.ExtendBaseWidget(s)
	s.build(here)
	return s
}

func (s *Closing) build(here []journal.Person) {
	words := widgets.StackBelow(480, 22, []float32{1, 1})
	var first fyne.Focusable
	for _, person := range here {
		field := widgets.NewField(lang.L("{{.Name}}: one word for tonight", named(person.Name)), widgets.NewEntry())
		field.Entry.MaxRunes = 40
		field.Entry.SetSide(sideOf(person.Partner))
		s.words[person.Partner-1] = field
		words.Add(field)
		if first == nil {
			first = field.Entry
		}
	}
	s.next = widgets.NewField(lang.L("The next sitting"), widgets.NewEntry())
	s.next.Entry.SetPlaceHolder(lang.L("A date, like 2026-11-29 or 29.11."))
	s.when = widgets.NewField(lang.L("At what time"), widgets.NewEntry())
	s.when.Entry.SetPlaceHolder(lang.L("After supper, or 19:30"))
	s.when.Entry.MaxRunes = 40
	s.small = widgets.NewField(lang.L("One small thing until then"), widgets.NewEntry())
	s.small.Entry.SetPlaceHolder(lang.L("Something you can each do on an ordinary day"))
	s.small.Entry.MaxRunes = 300
	s.show(paper(
		widgets.NewText(lang.L("Close the sitting"), widgets.Title),
		widgets.NewText(lang.L("That is enough for tonight. Everything here may stay empty."), widgets.Muted),
		words, widgets.StackBelow(480, 22, []float32{1, 1}, s.next, s.when), s.picks(), s.small,
		s.line.Text, widgets.Wrap(12, s.close, s.back)), first)
}

// picks are quick ways to set the next date.
func (s *Closing) picks() fyne.CanvasObject {
	day := func(text string, d journal.Day) *widgets.Button {
		return widgets.NewSmallButton(text, widgets.Plain, func() { s.setNext(string(d)) })
	}
	return widgets.Wrap(8, day(lang.L("In a week"), s.today.Add(7)), day(lang.L("Tomorrow"), s.today.Add(1)),
		day(lang.L("Not yet known"), ""))
}

func (s *Closing) setNext(text string) {
	s.next.SetError("")
	s.next.Entry.SetText(text)
	s.place.Refresh()
}

// nextDay reads the date, or says at its field what is wrong with it.
func (s *Closing) nextDay() (journal.Day, bool) {
	s.next.SetError("")
	day := typedDay(s.next.Entry.Text, s.today)
	switch {
	case day == "":
		return "", true
	case !day.Valid():
		s.next.SetError(FieldSentence("Next", journal.ProblemNotADate))
	case day < s.today:
		s.next.SetError(FieldSentence("Next", journal.ProblemPast))
	default:
		return day, true
	}
	return "", false
}

// finish closes the sitting.
func (s *Closing) finish() {
	next, ok := s.nextDay()
	s.place.Refresh()
	if !ok || s.close.Disabled() {
		return
	}
	var words [2]string
	for i, field := range s.words {
		if field != nil {
			words[i] = strings.TrimSpace(field.Entry.Text)
		}
	}
	when, small := strings.TrimSpace(s.when.Entry.Text), strings.TrimSpace(s.small.Entry.Text)
	enable(false, s.close, s.back)
	s.line.say(waiting())
	s.later(func(ctx context.Context) error {
		return s.journal.CloseSitting(ctx, words, next, when, small)
	}, s.finished)
}

// finished shows how closing went, at the field where it belongs to one.
func (s *Closing) finished(err error) {
	enable(true, s.close, s.back)
	if err == nil {
		s.line.say("")
		tellIf(s.OnClosed)
		return
	}
	fields := map[string]*widgets.Field{"First": s.words[0], "Second": s.words[1], "Next": s.next, "When": s.when, "Small": s.small}
	if invalid, ok := errors.AsType[*journal.Invalid](err); ok && fields[invalid.Field] != nil {
		fields[invalid.Field].SetError(FieldSentence(invalid.Field, invalid.Problem))
		s.line.say("")
		return
	}
	s.line.say(Sentence(err))
}
