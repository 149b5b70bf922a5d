package journal

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// Rhythm is how often something agreed comes round.
type Rhythm string

// The rhythms. Without one, and for temporary access, nothing is ever marked.
const (
	NoRhythm Rhythm = ""
	Daily    Rhythm = "daily"
	Weekly   Rhythm = "weekly"
	ComesUp  Rhythm = "comes up" // whenever it comes up
)

// The limits of a goal's small steps.
const (
	maxSteps = 12
	markDays = 31 // how many days back something can still be marked
)

// The answers to whether something agreed was kept. Nobody is counted for what
// did not come up.
const (
	MarkKept      = "kept"
	MarkNot       = "not"
	MarkDidntCome = "didn't come up"
)

var keptAnswers = []string{MarkKept, MarkNot, MarkDidntCome}

// KeptMark is what the partner who was promised to said about one occasion, or
// about the days of one week in a check-in.
type KeptMark struct {
	By    Partner
	Day   Day
	Kept  int    // how many occasions were kept
	Of    int    // of how many; 0 when it did not come up
	Week  bool   // it counts the days of a week, in a check-in
	Event string // the mark's own event, or the opened check-ins it stands in
}

// Tally is how often something was kept, as one partner marked it: kept 12 of 14.
type Tally struct{ Kept, Of int }

// Tally adds up what one partner marked. Marks of the two are never added to
// each other (promise 10).
func (a Agreement) Tally(by Partner) Tally {
	var t Tally
	for _, m := range a.Kept {
		if m.By == by {
			t.Kept, t.Of = t.Kept+m.Kept, t.Of+m.Of
		}
	}
	return t
}

// MarkedOn gives by's mark of that day alone, if there is one.
func (a Agreement) MarkedOn(day Day, by Partner) (KeptMark, bool) {
	for _, m := range slices.Backward(a.Kept) {
		if m.By == by && m.Day == day && !m.Week {
			return m, true
		}
	}
	return KeptMark{}, false
}

// CountedIn gives by's check-in count that has that day among its seven, if there
// is one: such a day is counted already.
func (a Agreement) CountedIn(day Day, by Partner) (KeptMark, bool) {
	for _, m := range slices.Backward(a.Kept) {
		if m.By == by && m.Week && m.Day.Add(1-checkInEvery) <= day && day <= m.Day {
			return m, true
		}
	}
	return KeptMark{}, false
}

// versionOn gives the version that was in force on a day, also one before today.
func (a Agreement) versionOn(day Day) (Version, bool) {
	if a.LeftBy != Nobody && day > a.LeftSaid {
		return Version{}, false
	}
	for _, v := range slices.Backward(a.Versions) {
		if v.Both() && v.From() <= day {
			return v, v.Terms.End == "" || day <= v.Terms.End
		}
	}
	return Version{}, false
}

// MayMark reports whether by may say if the agreement was kept on that day: it
// was in force, has a rhythm, is no temporary access, and by was promised to.
func (a Agreement) MayMark(by Partner, day Day) bool {
	v, ok := a.versionOn(day)
	return ok && by.valid() && v.Terms.Rhythm != NoRhythm && v.Terms.Kind != TemporaryAccess && v.Terms.Promises != by
}

func (t Terms) checkRhythm() error {
	switch t.Rhythm {
	case NoRhythm, Daily, Weekly, ComesUp:
	default:
		return &Invalid{"Rhythm", ProblemUnknown}
	}
	if t.Rhythm != NoRhythm && t.Kind == TemporaryAccess || t.On < 0 || t.On > 7 || t.On != 0 && t.Rhythm != Weekly {
		return &Invalid{"Rhythm", ProblemUnknown}
	}
	if len(t.Steps) > 0 && t.Kind != Goal {
		return &Invalid{"Steps", ProblemUnknown}
	}
	if len(t.Steps) > maxSteps {
		return &Invalid{"Steps", ProblemTooLong}
	}
	for _, step := range t.Steps {
		if err := checkLine("Steps", step, maxTitle); err != nil {
			return err
		}
	}
	return nil
}

// ComesRound says whether something agreed comes round on that day: each day, or
// on its weekday.
func (t Terms) ComesRound(day Day) bool {
	switch {
	case t.Rhythm == Daily:
		return true
	case t.Rhythm == Weekly && t.On != 0:
		return int(day.Time().Weekday()+6)%7+1 == t.On
	default:
		return false
	}
}

// MarkKept says, for the holder, whether what the other promised was kept on a
// day. A later mark of the same day replaces an earlier one.
func (j *Journal) MarkKept(ctx context.Context, id string, day Day, answer string) error {
	if !day.Valid() {
		return &Invalid{"Day", ProblemNotADate}
	}
	if day > j.Today() {
		return &Invalid{"Day", ProblemTooFuture}
	}
	return j.aboutAgreement(ctx, KindKept, id, func(_ Agreement, f *facts) { f.Day, f.Answer = day, answer })
}

// ruleKept: marked by the partner who was promised to, of a day that is not long over.
func ruleKept(f *fold, e *entry) (func(), error) {
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	by, day, today := e.by(), e.head.Facts.Day, DayOf(e.at)
	switch {
	case by == Nobody:
		return nil, errAuthors
	case !slices.Contains(keptAnswers, e.head.Facts.Answer):
		return nil, errShape
	case !day.Valid() || day > today || day < today.Add(-markDays):
		return nil, ErrNotNow
	case !f.state.Agreements[i].MayMark(by, day):
		return nil, ErrNotYours
	}
	m := KeptMark{By: by, Day: day, Of: 1, Event: e.id}
	switch e.head.Facts.Answer {
	case MarkKept:
		m.Kept = 1
	case MarkDidntCome:
		m.Of = 0
	}
	return func() { f.addKept(i, m) }, nil
}

// addKept adds a mark in place of the same partner's mark of the same day. The
// count of a week is replaced by another such count alone.
func (f *fold) addKept(i int, m KeptMark) {
	day, week := occasion{i, m.By, m.Day, false}, occasion{i, m.By, m.Day, true}
	f.change(i, func(a *Agreement) {
		if f.marked[day] || m.Week && f.marked[week] {
			f.dropKept(i, a, func(o KeptMark) bool { return o.Day == m.Day && o.By == m.By && (m.Week || !o.Week) })
		}
		a.Kept = append(a.Kept, m) // past the end of what a reader holds
	})
	f.marked[occasion{i, m.By, m.Day, m.Week}] = true
}

// dropKept takes marks out of an agreement, in a copy if a reader may hold them.
func (f *fold) dropKept(i int, a *Agreement, gone func(KeptMark) bool) {
	if !f.ownKept[i] {
		a.Kept, f.ownKept[i] = slices.Clone(a.Kept), true
	}
	a.Kept = slices.DeleteFunc(a.Kept, gone)
}

// occasion is what one mark is about: of one agreement, by one partner, on a day
// or in a week.
type occasion struct {
	place int
	by    Partner
	day   Day
	week  bool
}

func (f *fold) takeBackKept(m Moment) {
	if i, err := f.find(m.Thing.ID); err == nil {
		f.change(i, func(a *Agreement) {
			f.dropKept(i, a, func(o KeptMark) bool { return o.Event == m.Event })
		})
	}
}

// StepDone tells since when a small step of a goal is done, if it is.
func (a Agreement) StepDone(step string) (Day, bool) {
	day, done := a.Done[strings.TrimSpace(step)]
	return day, done
}

// MarkStep says that a small step of a goal is done, or not after all. Either may.
// number counts from 1 in the wording that counts today.
func (j *Journal) MarkStep(ctx context.Context, id string, number int, done bool) error {
	answer := stepOpen
	if done {
		answer = stepDone
	}
	return j.aboutAgreement(ctx, KindStepDone, id, func(a Agreement, f *facts) {
		if v, ok := a.InForce(DayOf(j.opt.Now())); ok {
			f.Version = v.Number
		}
		f.Count, f.Answer = number, answer
	})
}

// What is said of a small step.
const (
	stepDone = "done"
	stepOpen = "open"
)

// ruleStepDone: by either partner, of a goal in force. The words of the steps can
// be struck out, so the rule asks only what stays.
func ruleStepDone(f *fold, e *entry) (func(), error) {
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	number := e.head.Facts.Count
	v, ok := f.state.Agreements[i].InForce(DayOf(e.at))
	switch {
	case e.by() == Nobody:
		return nil, errAuthors
	case e.head.Facts.Answer != stepDone && e.head.Facts.Answer != stepOpen:
		return nil, errShape
	case !ok || v.Number != e.head.Facts.Version || v.Terms.Kind != Goal || number < 1 || number > maxSteps:
		return nil, ErrNotNow
	case v.struckOut():
		return nothing, nil
	case number > len(v.Terms.Steps):
		return nil, ErrUnknown
	}
	step := strings.TrimSpace(v.Terms.Steps[number-1])
	return func() {
		f.change(i, func(a *Agreement) {
			a.Done = maps.Clone(a.Done)
			if a.Done == nil {
				a.Done = map[string]Day{}
			}
			if a.Done[step] = DayOf(e.at); e.head.Facts.Answer == stepOpen {
				delete(a.Done, step)
			}
		})
	}, nil
}
