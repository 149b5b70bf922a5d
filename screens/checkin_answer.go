package screens

import (
	"context"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// CheckInAnswerJournal is what answering a check-in needs of the journal.
type CheckInAnswerJournal interface {
	State() journal.State
	Holder() journal.Partner
	Role() (mine string, fits bool)
	CheckIns() journal.CheckInStand
	Drafts(exercise string) []journal.Draft
	SaveDraft(ctx context.Context, d journal.Draft) (journal.Draft, error)
	SealCheckIn(ctx context.Context, part string) error
}

// CheckInSetup is what the page for answering a check-in is made of.
type CheckInSetup struct {
	Journal CheckInAnswerJournal
	Course  *course.Course
	Later   Background
	After   func(d time.Duration, f func()) (stop func()) // runs f on the window's goroutine
	Now     func() time.Time
}

// CheckInAnswer asks the holder how the past days were. It saves itself as it is
// answered, and can be sealed.
type CheckInAnswer struct {
	moving

	OnSealed func() // sealed, answered or not
	OnHelp   func()

	setup     CheckInSetup
	journal   CheckInAnswerJournal
	me        journal.Partner
	questions []course.CheckInQuestion

	since   bool // since they last sat, not the past seven days
	values  map[string]int
	words   string
	counted map[string]journal.Counted // by agreement
	part    string

	saver    *draftSaver
	title    *widgets.Text
	scales   []*checkInScale
	field    *widgets.Entry
	long     calmLine
	paper    *widgets.Field
	promised *promisedCard
	saved    *widgets.Text
	bar      *toolBar
	line     calmLine
	actions  []*widgets.Button

	narrow, laid, filled bool
	busy, cleared        bool
	sure                 bool // "not this week" was pressed once over answers
}

// NewCheckInAnswer makes the page for whoever holds the laptop now, with what
// they answered before and have not sealed.
func NewCheckInAnswer(setup CheckInSetup) *CheckInAnswer {
	s := &CheckInAnswer{setup: setup, journal: setup.Journal, me: setup.Journal.Holder()}
	s.place = newPlace()
	roles := rolesOf(s.journal)
	s.questions = setup.Course.CheckIn.For(roles.mine, roles.other)
	s.ExtendBaseWidget(s)
	s.load()
	return s
}

// Reload shows what the journal has. What was answered is saved first.
func (s *CheckInAnswer) Reload() { s.flushThen(s.load) }

// load takes up what was answered before.
func (s *CheckInAnswer) load() {
	s.drop()
	d := s.draft()
	s.part = d.Part
	s.saver = newDraftSaver(d, s.journal.SaveDraft, s.setup.Later, s.setup.After)
	s.saver.onState = s.showState
	c := readCheckIn(d.Answer)
	s.since, s.words = c.Since, c.Words
	s.values, s.counted = map[string]int{}, map[string]journal.Counted{}
	for _, a := range c.Asked {
		if a.Value != nil {
			s.values[a.ID] = *a.Value
		}
	}
	for _, k := range c.Kept {
		s.counted[k.Agreement] = k
	}
	s.build()
	s.arrange()
	s.fill()
}

// draft gives the check-in that the holder has begun, or a new one.
func (s *CheckInAnswer) draft() journal.Draft {
	part := s.journal.CheckIns().Part
	for _, d := range s.journal.Drafts(journal.CheckInDrafts) {
		if d.Part == part {
			return d
		}
	}
	return journal.Draft{Exercise: journal.CheckInDrafts, Part: part, Private: true}
}

// readCheckIn decodes a kept check-in; what can't be read counts as empty.
func readCheckIn(kept json.RawMessage) journal.CheckIn {
	var c journal.CheckIn
	if len(kept) == 0 || json.Unmarshal(kept, &c) != nil {
		return journal.CheckIn{}
	}
	return c
}

// given is the check-in as it is answered now.
func (s *CheckInAnswer) given() journal.CheckIn {
	c := journal.CheckIn{Since: s.since, Words: s.words}
	for _, q := range s.questions {
		asked := journal.Asked{ID: q.ID, Text: q.Asked(s.otherName()), Low: q.Low, High: q.High}
		if value, ok := s.values[q.ID]; ok {
			asked.Value = &value
		}
		c.Asked = append(c.Asked, asked)
	}
	c.Kept = s.promised.given()
	return c
}

// empty tells whether nothing is answered yet.
func (s *CheckInAnswer) empty() bool {
	return len(s.values) == 0 && s.words == "" && len(s.promised.given()) == 0
}

// changed saves what is answered now, soon.
func (s *CheckInAnswer) changed() {
	if s.sure {
		s.sure = false
		s.line.say("")
	}
	s.keep(s.given())
}

func (s *CheckInAnswer) keep(c journal.CheckIn) {
	kept, err := json.Marshal(c)
	if err != nil {
		s.line.say(Sentence(err))
		return
	}
	s.saver.Change(kept)
}

// sealAnswers seals what was answered.
func (s *CheckInAnswer) sealAnswers() {
	switch {
	case s.empty():
		s.line.say(lang.L("There is nothing here yet. Answer one question, or choose “Not this week”."))
		return
	case s.paper.Problem() != "":
		s.line.say(lang.L("One thing needs another look. What you wrote is still here."))
		s.aim(s.paper.Entry)
		return
	}
	s.keep(s.given())
	s.seal(func() {})
}

// notThisWeek seals that the holder rests. Answers that are there would go, so
// it asks once.
func (s *CheckInAnswer) notThisWeek() {
	if !s.empty() && !s.sure {
		s.line.say(lang.L("What you answered here would be gone. If that is what you want, press “Not this week” once more."))
		s.sure = true
		return
	}
	s.keep(journal.CheckIn{Rested: true})
	s.seal(func() { s.keep(s.given()) })
}

// seal saves and seals; otherwise is done when that can't be.
func (s *CheckInAnswer) seal(otherwise func()) {
	if s.busy {
		return
	}
	s.wait(true)
	s.saver.Flush(func(err error) {
		switch {
		case s.cleared:
		case err != nil:
			s.wait(false)
			otherwise()
		default:
			s.setup.Later(func(ctx context.Context) error { return s.journal.SealCheckIn(ctx, s.part) },
				func(err error) { s.over(err, otherwise) })
		}
	})
}

// over goes on when it is sealed; otherwise it says why not.
func (s *CheckInAnswer) over(err error, otherwise func()) {
	s.wait(false)
	switch {
	case s.cleared:
	case err != nil:
		otherwise()
		s.line.say(Sentence(err))
	default:
		tellIf(s.OnSealed)
	}
}

// flushThen goes on when all is saved; otherwise it stays and says why.
func (s *CheckInAnswer) flushThen(next func()) {
	if s.busy {
		return
	}
	s.wait(true)
	s.saver.Flush(func(err error) {
		s.wait(false)
		if err == nil && !s.cleared {
			next()
		}
	})
}

func (s *CheckInAnswer) wait(busy bool) {
	s.busy = busy
	enable(!busy, s.actions...)
}

// showState says how the saving goes.
func (s *CheckInAnswer) showState(saved bool, err error) {
	switch {
	case err != nil:
		s.saved.SetText(lang.L("Not saved yet."))
		s.line.say(lang.L("Your words are still on the screen.") + " " + Sentence(err))
	case saved:
		s.saved.SetText(lang.L("Saved. Only you can read it."))
		if s.line.Visible() && !s.sure {
			s.line.say("")
		}
	default:
		return
	}
	if s.bar.Refresh(); s.bar.HeightFor(s.bar.Size().Width) > s.bar.Size().Height {
		s.place.Refresh() // the words have begun a row of their own
	}
}

// Flush saves what was answered; done is called when that is over, well or not.
func (s *CheckInAnswer) Flush(done func()) { s.saver.Flush(func(error) { done() }) }

// Dirty gives the draft that is not saved yet, if there is one.
func (s *CheckInAnswer) Dirty() []journal.Draft {
	if d, unsaved := s.saver.Dirty(); unsaved {
		return []journal.Draft{d}
	}
	return nil
}

// Clear drops every word, before the laptop changes hands or the journal is
// locked. The screen can't be used afterwards.
func (s *CheckInAnswer) Clear() {
	s.drop()
	s.cleared = true
	swap(s.place)
}

// drop forgets the answers that are shown.
func (s *CheckInAnswer) drop() {
	if s.saver == nil {
		return
	}
	s.saver.Clear()
	emptyFields(s.field, s.paper.Entry)
	for _, scale := range s.scales {
		scale.forget()
	}
	s.promised.forget()
	s.words, s.values, s.counted, s.scales, s.actions = "", nil, nil, nil, nil
	s.filled, s.sure = false, false
}

func (s *CheckInAnswer) ownName() string { return callName(s.journal.State(), s.me) }

// otherName is what the other is called; before they have joined they may have no name.
func (s *CheckInAnswer) otherName() string {
	if name := callName(s.journal.State(), s.me.Other()); name != "" {
		return name
	}
	return s.setup.Course.CheckIn.Partner
}

func (s *CheckInAnswer) today() journal.Day { return journal.DayOf(s.setup.Now()) }

// day is the one that the check-in is about.
func (s *CheckInAnswer) day() journal.Day {
	if d := s.saver.draft.Paper; d.Valid() {
		return d
	}
	return s.today()
}

// Resize moves the cards to where there is room for them, and gives the field its
// words once it has a width.
func (s *CheckInAnswer) Resize(size fyne.Size) {
	if narrow := tooNarrow(s, size.Width); narrow != s.narrow || !s.laid {
		s.narrow, s.laid = narrow, true
		if !s.cleared {
			s.arrange()
		}
	}
	s.BaseWidget.Resize(size)
	s.fill()
}
