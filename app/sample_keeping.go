package app

import (
	"context"
	"encoding/json"
	"slices"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// sampleRhythm is how often something they agreed on comes round.
type sampleRhythm struct {
	rhythm journal.Rhythm
	on     int // weekday, 1 (Monday) to 7
}

var sampleRhythms = map[string]sampleRhythm{
	"When and where we sit":        {journal.Weekly, 7},
	"A message when plans change":  {journal.ComesUp, 0},
	"Sunday walk":                  {journal.Weekly, 7},
	"Questions have a place":       {journal.ComesUp, 0},
	"Money above fifty":            {journal.ComesUp, 0},
	"Good night, whatever the day": {journal.Daily, 0},
	"No talks after ten":           {journal.ComesUp, 0},
	"Wednesday supper":             {journal.Weekly, 3},
}

// sampleSteps are the small steps of their goals.
var sampleSteps = map[string][]string{
	"Six calm weeks":   {"Write down how we stop", "One week without a slammed door", "Say when it goes on, three times in a row"},
	"Back to the lake": {"Choose a day that suits both", "Say beforehand what is hard about the place", "Pack tea for two"},
}

// keep does what comes round at the beginning of an evening: they go on after a
// rest, look again at one thing that is due, and open their check-ins.
func (s *sampler) keep(ctx context.Context, evening int) error {
	state := s.j.State()
	if _, rests := state.Rests(); rests {
		if err := s.add(ctx, journal.Nobody, func() error { return s.j.GoOnFromRest(ctx) }); err != nil {
			return err
		}
	}
	if evening < 2 || s.spare() < 2 {
		return nil
	}
	if err := s.lookAgain(ctx, state); err != nil {
		return err
	}
	if evening%23 == 14 || evening%23 == 15 || evening%23 == 16 {
		return nil // away for some days: a gap in the charts
	}
	return s.checkIn(ctx)
}

// lookAgain keeps one agreement whose review day has come.
func (s *sampler) lookAgain(ctx context.Context, state journal.State) error {
	today := s.j.Today()
	for _, a := range state.Agreements {
		if day := a.ReviewDay(today); day != "" && day <= today && s.spare() > 3 {
			return s.add(ctx, journal.Nobody, func() error { return s.j.KeepOn(ctx, a.ID, today.Add(84)) })
		}
	}
	return nil
}

// slipCase is how one slip of theirs goes on.
type slipCase struct {
	about    string // the one agreement that it fits; empty fits any
	came     string
	by       journal.Partner
	answer   string
	mended   bool
	accounts [2]string
	own      string
	effect   string
	now      string
}

// someSlip lets one of them name a slip of something that is in force.
func someSlip(s *sampler, ctx context.Context) error {
	c := sampleSlips[s.slipped%len(sampleSlips)]
	a, ok := s.slippable(c.about)
	if !ok || s.spare() < 6 {
		return nil
	}
	s.slipped++
	whose := a.Latest().Terms.Promises
	if whose == journal.Nobody {
		whose = journal.First
	}
	var id string
	err := s.add(ctx, c.by, func() (err error) {
		id, err = s.j.NameSlip(ctx, journal.NewSlip{
			Agreement: a.ID, Whose: whose, Day: s.j.Today().Add(-1), Came: c.came, Words: c.accounts[c.by-1],
		})
		return err
	})
	if err != nil {
		return err
	}
	s.dip = 3
	if c.answer == "" {
		return nil
	}
	other := c.by.Other()
	if err := s.add(ctx, other, func() error { return s.j.AnswerSlip(ctx, id, c.answer, c.accounts[other-1]) }); err != nil {
		return err
	}
	return s.repair(ctx, id, whose, c)
}

// slippable draws something in force since yesterday or longer, or what has a title.
func (s *sampler) slippable(about string) (journal.Agreement, bool) {
	today := s.j.Today()
	for range sampleTopics {
		title := about
		if title == "" {
			title = sampleTopics[s.draw("slippable", len(sampleTopics))].title
		}
		a, ok := s.j.State().Agreement(s.topics[title])
		if v, inForce := a.InForce(today); ok && inForce && v.From() < today && v.Number == a.Latest().Number && v.Terms.Promises != journal.Second {
			return a, true
		}
	}
	return journal.Agreement{}, false
}

// repair says what there is to say, and both call it mended.
func (s *sampler) repair(ctx context.Context, id string, whose journal.Partner, c slipCase) error {
	if c.own == "" {
		return nil
	}
	said := []struct {
		by            journal.Partner
		station, word string
	}{{whose, journal.RepairOwn, c.own}, {whose.Other(), journal.RepairEffect, c.effect}, {whose, journal.RepairNow, c.now}}
	for _, part := range said {
		if err := s.add(ctx, part.by, func() error { return s.j.Say(ctx, id, part.station, part.word) }); err != nil {
			return err
		}
	}
	if !c.mended {
		return nil
	}
	return s.add(ctx, journal.Nobody, func() error { return s.j.Mend(ctx, id, false) })
}

// somethingNew comes to light; the evening ends there.
func somethingNew(s *sampler, ctx context.Context) error {
	s.dip, s.quiet = 4, true
	return s.add(ctx, journal.First, func() error { return s.j.Surface(ctx) })
}

// markStep lets one of them tick a small step of a goal.
func markStep(s *sampler, ctx context.Context) error {
	for _, a := range s.j.State().Agreements {
		v, ok := a.InForce(s.j.Today())
		if !ok || v.Terms.Kind != journal.Goal {
			continue
		}
		for i, step := range v.Terms.Steps {
			if _, done := a.StepDone(step); !done {
				return s.add(ctx, journal.Second, func() error { return s.j.MarkStep(ctx, a.ID, i+1, true) })
			}
		}
	}
	return nil
}

// markOne lets one who was promised to mark today.
func markOne(s *sampler, ctx context.Context) error {
	for _, a := range s.j.State().Agreements {
		if a.MayMark(journal.Second, s.j.Today()) {
			return s.add(ctx, journal.Second, func() error { return s.j.MarkKept(ctx, a.ID, s.j.Today(), journal.MarkKept) })
		}
	}
	return nil
}

// renewAccess lets both sign access anew for some weeks.
func (s *sampler) renewAccess(ctx context.Context, t sampleTopic) error {
	a, _ := s.j.State().Agreement(s.topics[t.title])
	if _, waits := a.Pending(); waits || s.left() < 4 {
		return nil
	}
	if v, _ := a.InForce(s.j.Today()); v.Number != a.Latest().Number {
		return nil
	}
	if err := s.add(ctx, journal.First, func() error { return s.j.Change(ctx, a.ID, s.terms(t, 0)) }); err != nil {
		return err
	}
	return s.sign(ctx, journal.Second, t.title)
}

// checkIn lets each answer alone, and both open what they sealed.
func (s *sampler) checkIn(ctx context.Context) error {
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		may := false
		if err := s.as(p, func() error { may = s.j.CheckIns().May; return nil }); err != nil || !may {
			return err
		}
	}
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		if err := s.as(p, func() error { return s.sealCheckIn(ctx, p, sampleRoles[i], sampleRoles[1-i]) }); err != nil {
			return err
		}
	}
	s.dip *= 0.6
	return s.add(ctx, journal.Nobody, func() error {
		_, err := s.j.OpenCheckIns(ctx)
		return err
	})
}

func (s *sampler) sealCheckIn(ctx context.Context, p journal.Partner, mine, other course.Role) error {
	part := s.j.CheckIns().Part
	kept, err := json.Marshal(s.answers(p, mine, other))
	if err != nil {
		return err
	}
	_, err = s.j.SaveDraft(ctx, journal.Draft{Exercise: journal.CheckInDrafts, Part: part, Private: true, Answer: kept})
	if err != nil {
		return err
	}
	return s.j.SealCheckIn(ctx, part)
}

// answers are one partner's numbers of the past days: they rise slowly, swing,
// and dip after a slip. Some stay open, and some weeks rest.
func (s *sampler) answers(p journal.Partner, mine, other course.Role) journal.CheckIn {
	if s.rand.IntN(20) == 0 {
		return journal.CheckIn{Rested: true}
	}
	var c journal.CheckIn
	name := s.j.State().Person(p.Other()).Name
	for _, q := range s.course.CheckIn.For(mine, other) {
		asked := journal.Asked{ID: q.ID, Text: q.Asked(name), Low: q.Low, High: q.High}
		if s.rand.IntN(16) > 0 {
			level := s.level(q.ID, p)
			asked.Value = &level
		}
		c.Asked = append(c.Asked, asked)
	}
	if s.rand.IntN(3) > 0 {
		lines := sampleHelped[p-1]
		c.Words = lines[s.draw("week"+string(rune('0'+p)), len(lines))]
	}
	c.Kept = s.counted(p)
	return c
}

// counted is what p can say of what the other promised.
func (s *sampler) counted(p journal.Partner) []journal.Counted {
	var all []journal.Counted
	today := s.j.Today()
	for _, a := range s.j.State().Agreements {
		v, _ := a.InForce(today)
		k := journal.Counted{Agreement: a.ID, Kept: 1, Of: 1}
		switch {
		case !a.MayMark(p, today):
			continue
		case v.Terms.Rhythm == journal.Daily:
			k.Kept, k.Of = 7-s.rand.IntN(3), 7
		case s.rand.IntN(8) == 0:
			k.Kept = 0
		case v.Terms.Rhythm == journal.ComesUp && s.rand.IntN(3) == 0:
			k.Kept, k.Of = 0, 0
		}
		all = append(all, k)
	}
	return all
}

// slipsSome reports whether a slip may come up now: rarely.
func slipsSome(s *sampler, ctx context.Context) error {
	if s.rand.IntN(3) > 0 {
		return nil
	}
	return someSlip(s, ctx)
}

// endedAccess reports whether the newest version of access is over on a day and
// that is still to be recorded.
func endedAccess(a journal.Agreement, day journal.Day) bool {
	v := a.Latest()
	over := v.Terms.End != "" && v.Terms.End < day && a.Lapsed < v.Terms.End
	return over && v.Both() && v.Closed.IsZero() && a.LeftBy == journal.Nobody
}

// dueAccess finds access that has ended by a day.
func dueAccess(state journal.State, day journal.Day) bool {
	return slices.ContainsFunc(state.Agreements, func(a journal.Agreement) bool { return endedAccess(a, day) })
}
