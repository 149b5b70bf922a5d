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

// ReviewJournal is what looking at agreements again needs of the journal.
type ReviewJournal interface {
	State() journal.State
	Today() journal.Day
	Both() bool
	KeepOn(ctx context.Context, id string, next journal.Day) error
}

// Reviews walks through the agreements that are to be looked at again, one by
// one. Keeping takes both; either may leave.
type Reviews struct {
	moving

	OnChange   func(id string)   // they want another wording
	OnLeave    func(id string)   // one of them wants to leave it
	OnSlipPage func(slip string) // a slip should be shown
	OnDone     func()            // all were looked at, or they stop here
	OnChanged  func()            // something was written to the journal

	journal ReviewJournal
	later   Background
	ids     []string // what is looked at, in order
	at      int
	keeping bool // asking for the next look
	busy    bool
	line    calmLine
	choice  *widgets.Options
	day     *widgets.Field
}

// NewReviews makes the sitting for what is due today; ahead takes in what comes
// up in the next days, as the shelf "To review" does. Call Reload once its
// callbacks are set.
func NewReviews(j ReviewJournal, later Background, ahead bool) *Reviews {
	s := &Reviews{journal: j, later: later}
	s.place = newPlace()
	s.line = newCalmLine(func() { s.place.Refresh() })
	s.ids = reviewQueue(j.State(), j.Today(), ahead)
	s.ExtendBaseWidget(s)
	return s
}

// reviewQueue gives the agreements to look at, in the order they were first proposed.
func reviewQueue(state journal.State, today journal.Day, ahead bool) []string {
	var ids []string
	for _, a := range state.Agreements {
		day := a.ReviewDay(today)
		if !a.Struck && day != "" && (day <= today || ahead && toReview(a, today)) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// Reload shows where the sitting stands, with the journal as it is now.
func (s *Reviews) Reload() {
	a, ok := s.current()
	switch {
	case !ok:
		s.close()
	case s.keeping && s.journal.Both():
		s.askNext(a)
	default:
		s.look(a)
	}
}

// current is the agreement that is looked at now. What has ended meanwhile is
// passed over.
func (s *Reviews) current() (journal.Agreement, bool) {
	state, today := s.journal.State(), s.journal.Today()
	for ; s.at < len(s.ids); s.at++ {
		a, ok := state.Agreement(s.ids[s.at])
		if _, inForce := a.InForce(today); ok && inForce && !a.Struck {
			return a, true
		}
	}
	return journal.Agreement{}, false
}

func (s *Reviews) goOn() {
	s.at++
	s.keeping, s.choice = false, nil
	s.line.say("")
	s.Reload()
}

// head is the name of the sitting and how far it is.
func (s *Reviews) head() *fyne.Container {
	return newHead(widgets.NewText(lang.L("Looking again"), widgets.Title),
		widgets.NewText(lang.L("{{.Number}} of {{.Count}}", map[string]any{"Number": s.at + 1, "Count": len(s.ids)}), widgets.Muted))
}

// look shows one agreement, and what they can do with it.
func (s *Reviews) look(a journal.Agreement) {
	state, today := s.journal.State(), s.journal.Today()
	v := standing(a, today)
	body := widgets.VGap(12, widgets.Wrap(10, widgets.NewChip(kindName(v.Terms.Kind), chipOf(v.Terms.Kind)),
		widgets.NewChip(whoPromises(state, v.Terms), widgets.ChipOutline)), widgets.NewText(v.Terms.Title, widgets.Heading))
	for _, o := range wordsOf(v.Terms) {
		body.Add(o)
	}
	for _, step := range v.Terms.Steps {
		body.Add(widgets.NewText("· "+step, widgets.Body))
	}
	for _, o := range s.since(state, a, v) {
		body.Add(o)
	}
	row := widgets.Wrap(12)
	buttons := s.ways(a)
	for _, b := range buttons {
		enable(!s.busy, b)
		row.Add(b)
	}
	foot := widgets.VGap(8, s.line.Text, row)
	if !s.journal.Both() {
		foot.Add(widgets.NewText(lang.L("To keep it takes both of you here. Either of you may leave it at any time."), widgets.Small))
	}
	s.show(framedPage(s.head(), inset(widgets.VGap(0, widgets.NewCard(body))), foot), buttons[0])
}

// since tells what became of it: how it was kept, what changed last, and the
// slips that are open.
func (s *Reviews) since(state journal.State, a journal.Agreement, v journal.Version) []fyne.CanvasObject {
	today := s.journal.Today()
	var parts []fyne.CanvasObject
	if text := tallySentence(state, a, v.Terms); text != "" {
		parts = append(parts, widgets.NewText(text, widgets.BodyBold))
	}
	if text := changedLast(a, v); text != "" {
		day := map[string]any{"Day": shortDay(versionDay(v), today), "Changes": text}
		parts = append(parts, widgets.NewText(lang.L("What changed last, {{.Day}}: {{.Changes}}.", day), widgets.Small))
	}
	if _, pending := a.Pending(); pending {
		parts = append(parts, widgets.NewText(lang.L("A change is proposed. This wording stays until you have both signed the new one."), widgets.Small))
	}
	open := slices.DeleteFunc(standingSlips(state, a.ID), func(slip journal.Slip) bool { return !slip.Open() })
	if len(open) > 0 {
		parts = append(parts, widgets.NewText(lang.L("Slips that are open"), widgets.SmallBold), s.openSlips(state, open))
	}
	return parts
}

// openSlips are quiet lines that lead to slips that can still be mended.
func (s *Reviews) openSlips(state journal.State, open []journal.Slip) fyne.CanvasObject {
	doors := widgets.VGap(4)
	for _, slip := range open {
		by := lang.L("named by {{.Name}}", named(callName(state, slip.By)))
		doors.Add(slipDoor(slip, by, s.journal.Today(), func(id string) { tellOf(s.OnSlipPage, id) }))
	}
	return doors
}

// changedLast tells word by word how a version differs from the one before it.
func changedLast(a journal.Agreement, v journal.Version) string {
	var before *journal.Version
	for i := range a.Versions {
		if o := &a.Versions[i]; o.Both() && o.Number < v.Number {
			before = o
		}
	}
	if before == nil {
		return ""
	}
	return versionChange(before.Terms, v.Terms)
}

// ways are the three that look alike, and the quiet one.
func (s *Reviews) ways(a journal.Agreement) []*widgets.Button {
	var ways []*widgets.Button
	add := func(text string, tapped func()) {
		ways = append(ways, widgets.NewButton(text, widgets.Plain, tapped))
	}
	if s.journal.Both() {
		add(lang.L("Keep it"), func() { s.keeping = true; s.Reload() })
		if _, pending := a.Pending(); !pending {
			add(lang.L("Change it"), func() { tellOf(s.OnChange, a.ID) })
		}
	}
	add(lang.L("Leave it"), func() { tellOf(s.OnLeave, a.ID) })
	return append(ways, widgets.NewButton(lang.L("Not now"), widgets.Quiet, s.goOn))
}

// The next looks that are offered; the last is a day of their own.
const (
	lookTwoWeeks = iota
	lookFourWeeks
	lookThreeMonths
	lookOwnDay
)

// askNext asks when they look at it again.
func (s *Reviews) askNext(a journal.Agreement) {
	today := s.journal.Today()
	if s.choice == nil {
		s.day = widgets.NewField(lang.L("On which day"), newLineEntry(string(today.Add(suggestedReview))))
		s.day.Hide()
		s.choice = widgets.NewOptions([]string{
			lang.L("In two weeks"), lang.L("In four weeks"), lang.L("In three months"), lang.L("On another day"),
		}, lookFourWeeks, func(i int) {
			showIf(s.day, i == lookOwnDay)
			s.place.Refresh()
		})
	}
	keep := widgets.NewButton(lang.L("Keep it, both of you"), widgets.Gold, func() { s.keep(a) })
	back := widgets.NewButton(lang.L("Back"), widgets.Plain, func() {
		s.keeping = false
		s.line.say("")
		s.Reload()
	})
	enable(!s.busy, keep, back)
	question := widgets.VGap(14, widgets.NewText(a.Title(), widgets.Heading),
		widgets.NewText(lang.L("When do you look at it again?"), widgets.Body), s.choice, s.day)
	s.show(framedPage(s.head(), inset(widgets.VGap(0, widgets.NewCard(question))),
		widgets.VGap(8, s.line.Text, widgets.Wrap(12, keep, back))), s.choice)
}

// nextDay is the day that they chose.
func (s *Reviews) nextDay() journal.Day {
	today := s.journal.Today()
	switch s.choice.Picked() {
	case lookTwoWeeks:
		return today.Add(14)
	case lookThreeMonths:
		return journal.DayOf(today.Time().AddDate(0, 3, 0))
	case lookOwnDay:
		return typedDay(strings.TrimSpace(s.day.Entry.Text), today)
	default:
		return today.Add(suggestedReview)
	}
}

// keep records that both keep it, and goes on to the next.
func (s *Reviews) keep(a journal.Agreement) {
	next, today := s.nextDay(), s.journal.Today()
	s.day.SetError("")
	switch {
	case !next.Valid():
		s.wrongDay(FieldSentence("Review", journal.ProblemNotADate))
		return
	case next <= today:
		s.wrongDay(lang.L("Please pick a day after today."))
		return
	case s.busy:
		return
	}
	s.busy = true
	s.line.say("")
	s.Reload()
	s.later(func(ctx context.Context) error { return s.journal.KeepOn(ctx, a.ID, next) }, func(err error) {
		s.busy = false
		if err != nil {
			s.Reload()
			s.line.say(Sentence(err))
			return
		}
		s.goOn()
		tellIf(s.OnChanged)
	})
}

func (s *Reviews) wrongDay(text string) {
	s.day.SetError(text)
	s.place.Refresh()
	s.aim(s.day.Entry)
}

// close ends the sitting calmly.
func (s *Reviews) close() {
	words := lang.L("You have looked at all of it. That is enough for today.")
	if len(s.ids) == 0 {
		words = lang.L("There is nothing to look at again today.")
	}
	done := widgets.NewButton(lang.L("Back to the agreements"), widgets.Primary, func() { tellIf(s.OnDone) })
	s.show(paper(widgets.NewText(lang.L("Looking again"), widgets.Title),
		widgets.NewText(words, widgets.Body), widgets.Wrap(12, done)), done)
}
