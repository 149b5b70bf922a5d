package journal

import (
	"context"
	"slices"
	"strings"
	"time"
)

// How a slip came up. They are stored, so they never change.
const (
	CameToldSelf  = "told"      // the one whose slip it was brought it up
	CameAsked     = "asked"     // they were asked and said so
	CameOtherwise = "otherwise" // it came out another way
)

// How the other sees a slip. No answer is an answer too.
const (
	SlipYes    = "yes"
	SlipPartly = "partly"
	SlipDiffer = "differ" // I see it differently
)

// The stations of a repair, and how it ends.
const (
	RepairOwn     = "own"     // own it: by the one whose slip it was
	RepairEffect  = "effect"  // what it did to you: by the other
	RepairNow     = "now"     // what I do now: by the one whose slip it was
	RepairStays   = "stays"   // by both: mended, and the agreement stays as it is
	RepairChanges = "changes" // by both: mended, and they change the agreement
)

var (
	slipCame    = []string{CameToldSelf, CameAsked, CameOtherwise}
	slipAnswers = []string{SlipYes, SlipPartly, SlipDiffer}
)

// Slip is one time when something agreed was not kept, as one partner named it.
// Both accounts stand side by side; nobody judges between them.
type Slip struct {
	ID        string // the event that named it
	Agreement string
	By        Partner // who named it
	Whose     Partner // whose slip it was; Nobody means both
	At        time.Time
	Day       Day    // when it happened
	Came      string // one of the three ways in which it came up
	Answer    string // of the one who did not name it; empty while there is none
	Words     [2]string
	Repair    [2]Repair
	Mended    time.Time // when both called it mended; zero while it is open
	Changes   bool      // mended, and the agreement changes
	TakenBack bool

	answered string // event of the answer that counts
}

// Repair is what one partner said towards mending.
type Repair struct{ Own, Effect, Now Said }

// Said is one thing that was said: written here, or aloud.
type Said struct {
	At    time.Time // zero while it was not said
	Words string    // empty when it was said aloud
	Event string
}

// Breaks reports whether both call it a slip: only then does the seam break.
func (s Slip) Breaks() bool { return s.Answer == SlipYes && !s.TakenBack }

// Open reports whether there is something to mend still.
func (s Slip) Open() bool {
	return !s.TakenBack && s.Mended.IsZero() && (s.Answer == SlipYes || s.Answer == SlipPartly)
}

// MaySay reports whether by may say this station of the repair, now or anew.
func (s Slip) MaySay(by Partner, station string) bool {
	if !by.valid() || s.TakenBack || !s.Mended.IsZero() {
		return false
	}
	switch station {
	case RepairOwn, RepairNow:
		return s.Whose != by.Other()
	case RepairEffect:
		return s.Whose != by
	default:
		return false
	}
}

// Station gives what one partner said at a station.
func (s Slip) Station(by Partner, station string) Said {
	if r := s.Repair[by.index()].at(station); r != nil {
		return *r
	}
	return Said{}
}

func (r *Repair) at(station string) *Said {
	switch station {
	case RepairOwn:
		return &r.Own
	case RepairEffect:
		return &r.Effect
	case RepairNow:
		return &r.Now
	default:
		return nil
	}
}

// AllSaid reports whether each has said what is theirs to say, so that both may
// call it mended.
func (s Slip) AllSaid() bool {
	for _, p := range []Partner{First, Second} {
		for _, station := range []string{RepairOwn, RepairEffect, RepairNow} {
			if s.MaySay(p, station) && s.Station(p, station).At.IsZero() {
				return false
			}
		}
	}
	return true
}

// Slip finds a slip by the event that named it.
func (s State) Slip(id string) (Slip, bool) {
	for _, slip := range s.Slips {
		if slip.ID == id {
			return slip, true
		}
	}
	return Slip{}, false
}

// SlipsOf gives the slips of one agreement, oldest first.
func (s State) SlipsOf(agreement string) []Slip {
	var of []Slip
	for _, slip := range s.Slips {
		if slip.Agreement == agreement {
			of = append(of, slip)
		}
	}
	return of
}

// NewSlip is what naming a slip needs.
type NewSlip struct {
	Agreement string
	Whose     Partner // Nobody means both
	Day       Day
	Came      string
	Words     string // the account of the one who names it; may be empty
}

// Check says what keeps s from being named: an *Invalid that names the field.
func (s NewSlip) Check(today Day) error {
	switch {
	case !s.Day.Valid():
		return &Invalid{"Day", ProblemNotADate}
	case s.Day > today:
		return &Invalid{"Day", ProblemTooFuture}
	case !slices.Contains(slipCame, s.Came):
		return &Invalid{"Came", ProblemUnknown}
	}
	return checkOptional("Words", s.Words, maxText)
}

// NameSlip says that something agreed was not kept. Either may. It gives the slip's id.
func (j *Journal) NameSlip(ctx context.Context, s NewSlip) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return "", err
	}
	if err := s.Check(DayOf(j.opt.Now())); err != nil {
		return "", err
	}
	f := facts{Thing: s.Agreement, Partner: s.Whose, Day: s.Day, Answer: s.Came}
	e, err := j.appendEvent(ctx, entry{
		head: head{Kind: KindSlip, Authors: []Partner{p}, Facts: f}, words: words{Text: strings.TrimSpace(s.Words)},
	}, nil)
	return e.id, err
}

// ruleSlip: of an agreement that was in force on the day.
func ruleSlip(f *fold, e *entry) (func(), error) {
	h := e.head.Facts
	i, err := f.find(h.Thing)
	if err != nil {
		return nil, err
	}
	if e.by() == Nobody || h.Partner != Nobody && !h.Partner.valid() {
		return nil, errAuthors
	}
	if !slices.Contains(slipCame, h.Answer) || !h.Day.Valid() {
		return nil, errShape
	}
	if _, ok := f.state.Agreements[i].versionOn(h.Day); !ok || h.Day > DayOf(e.at) {
		return nil, ErrNotNow
	}
	s := Slip{ID: e.id, Agreement: h.Thing, By: e.by(), Whose: h.Partner, At: e.at, Day: h.Day, Came: h.Answer}
	s.Words[s.By.index()] = e.words.Text
	return func() { f.state.Slips = append(f.state.Slips, s) }, nil
}

// AnswerSlip says how the holder, who did not name it, sees a slip. A later
// answer replaces an earlier one until it is mended.
func (j *Journal) AnswerSlip(ctx context.Context, id, answer, account string) error {
	if !slices.Contains(slipAnswers, answer) {
		return &Invalid{"Answer", ProblemUnknown}
	}
	return j.aboutSlip(ctx, KindSlipAnswer, id, answer, account)
}

// Say says one station of the repair, for the holder. Without words it was said aloud.
func (j *Journal) Say(ctx context.Context, id, station, said string) error {
	return j.aboutSlip(ctx, KindRepair, id, station, said)
}

func (j *Journal) aboutSlip(ctx context.Context, kind EventKind, id, answer, text string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := checkOptional("Words", text, maxText); err != nil {
		return err
	}
	s, _ := j.fold.state.Slip(id)
	f := facts{Thing: s.Agreement, Event: id, Answer: answer}
	_, err = j.appendEvent(ctx, entry{
		head: head{Kind: kind, Authors: []Partner{p}, Facts: f}, words: words{Text: strings.TrimSpace(text)},
	}, nil)
	return err
}

// Mend calls a slip mended. It takes both, and all that there was to say: the
// seam is gold again from here on. changes says that they change the agreement.
func (j *Journal) Mend(ctx context.Context, id string, changes bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	answer := RepairStays
	if changes {
		answer = RepairChanges
	}
	s, _ := j.fold.state.Slip(id)
	_, err := j.appendEvent(ctx, together(KindRepair, facts{Thing: s.Agreement, Event: id, Answer: answer}, words{}), nil)
	return err
}

// slipOf finds the slip that an event is about.
func (f *fold) slipOf(e *entry) (int, error) {
	i := slices.IndexFunc(f.state.Slips, func(s Slip) bool { return s.ID == e.head.Facts.Event })
	if i < 0 || f.state.Slips[i].Agreement != e.head.Facts.Thing {
		return 0, ErrUnknown
	}
	return i, nil
}

// mended reports whether both called a slip mended: what led there stands.
func (f *fold) mended(id string) bool {
	s, _ := f.state.Slip(id)
	return !s.Mended.IsZero()
}

// changeSlip replaces one slip by a changed copy.
func (f *fold) changeSlip(i int, edit func(*Slip)) {
	f.state.Slips = own(&f.handed.slips, f.state.Slips, slices.Clone)
	edit(&f.state.Slips[i])
}

// ruleSlipAnswer: by the one who did not name it, until it is mended.
func ruleSlipAnswer(f *fold, e *entry) (func(), error) {
	i, err := f.slipOf(e)
	if err != nil {
		return nil, err
	}
	s := f.state.Slips[i]
	switch {
	case e.by() != s.By.Other():
		return nil, ErrNotYours
	case !slices.Contains(slipAnswers, e.head.Facts.Answer):
		return nil, errShape
	case s.TakenBack || !s.Mended.IsZero():
		return nil, ErrNotNow
	}
	return func() {
		f.changeSlip(i, func(s *Slip) {
			s.Answer, s.answered = e.head.Facts.Answer, e.id
			s.Words[e.by().index()] = e.words.Text
		})
	}, nil
}

// ruleRepair: each says what is theirs to say; mended it is when both say so.
func ruleRepair(f *fold, e *entry) (func(), error) {
	i, err := f.slipOf(e)
	if err != nil {
		return nil, err
	}
	s, station := f.state.Slips[i], e.head.Facts.Answer
	if station == RepairStays || station == RepairChanges {
		if !e.both() {
			return nil, ErrNotBoth
		}
		if !s.Open() || !s.AllSaid() {
			return nil, ErrNotNow
		}
		return func() {
			f.changeSlip(i, func(s *Slip) { s.Mended, s.Changes = e.at, station == RepairChanges })
		}, nil
	}
	if e.by() == Nobody || !s.MaySay(e.by(), station) {
		return nil, ErrNotYours
	}
	return func() {
		f.changeSlip(i, func(s *Slip) {
			*s.Repair[e.by().index()].at(station) = Said{At: e.at, Words: e.words.Text, Event: e.id}
		})
	}, nil
}

// takeBackSlip takes back a slip that was named, or the answer to one.
func (f *fold) takeBackSlip(m Moment) {
	i := slices.IndexFunc(f.state.Slips, func(s Slip) bool { return s.ID == m.Thing.ID })
	if i < 0 {
		return
	}
	f.changeSlip(i, func(s *Slip) {
		switch {
		case m.Kind == KindSlip:
			s.TakenBack = true
		case s.answered == m.Event:
			s.Answer, s.Words[m.By.index()] = "", ""
		}
	})
}
