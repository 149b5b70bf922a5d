package app

import (
	"context"
	"errors"

	"goldseam.app/data/journal"
)

// act is one thing the couple does; it adds a few moments.
type act func(s *sampler, ctx context.Context) error

// sampleScript is what they do on their first evenings.
var sampleScript = [][]act{
	{safety("before"), open("before.here"), firstAgreements},
	{open("before.ready"), open("before.broke"), boundaryOf(0, true), closeStep},
	{safety("own"), open("own.excuses"), open("own.plainly")},
	{open("own.effect"), open("own.heard"), accessOf(0)},
	{open("own.differently"), topicOf(0), boundaryOf(1, false), closeStep},
	{alongThePath, changeTopic},
}

// sampleMusts come after that, one after another, so that everything that can
// happen does happen once.
var sampleMusts = []act{
	someSlip, markOne, somethingNew, someSlip, declined, withdrawn, takeSignatureBack, boundaryOf(2, true), endBoundary, topicOf(2), markStep, strikeOut, leaveTopic,
	skipAndReturn, changeBoundary, takeAnswerBack, topicOf(1),
}

// sampleAny is what can happen on any later evening, as often as it is listed.
var sampleAny = []act{
	someTopic, someTopic, someTopic, someTopic, changeTopic, leaveTopic,
	someBoundary, someBoundary, someBoundary, changeBoundary, endBoundary,
	goBack, someAccess, someAccess, withdrawn, takeAnswerBack, slipsSome, markStep, markOne,
}

// evenings lets the couple sit down until they have all their moments.
func (s *sampler) evenings(ctx context.Context) error {
	days := s.days()
	for i, day := range days {
		s.rest = len(days) - i
		quota := max(s.left()/s.rest, 1)
		s.setEvening(day, quota+20)
		if i == 0 {
			s.clock = s.clock.Add(2 * s.step) // they joined before
		}
		if err := s.recordLapsed(ctx, day, s.rest == 1); err != nil {
			return err
		}
		err := s.evening(ctx, i, quota, s.rest == 1)
		if err != nil && !errors.Is(err, errEnough) {
			return err
		}
	}
	return s.lastWords(ctx)
}

// evening is one evening: the script, or what comes, and how it ends.
func (s *sampler) evening(ctx context.Context, i, quota int, last bool) error {
	var script []act
	if i < len(sampleScript) && !last {
		script = sampleScript[i]
	} else {
		script = []act{alongThePath}
	}
	before := s.left()
	s.quiet = false
	if err := s.keep(ctx, i); err != nil {
		return err
	}
	for _, do := range script {
		if err := do(s, ctx); err != nil {
			return err
		}
	}
	for !s.quiet && i >= len(sampleScript) && s.spare() > 6 && before-s.left() < quota || last {
		if err := s.nextAct()(s, ctx); err != nil {
			return err
		}
	}
	return s.add(ctx, journal.Nobody, func() error { return s.closeSitting(ctx, 7) })
}

func (s *sampler) nextAct() act {
	if s.next < len(sampleMusts) {
		s.next++
		return sampleMusts[s.next-1]
	}
	return sampleAny[s.rand.IntN(len(sampleAny))]
}

// lastWords keeps what stays unopened, and ends the last evening with the last moment.
func (s *sampler) lastWords(ctx context.Context) error {
	if err := s.reportRunning(ctx); err != nil {
		return err
	}
	if err := s.keepDrafts(ctx); err != nil {
		return err
	}
	s.clock = s.clock.Add(s.step)
	return s.closeSitting(ctx, 5)
}

// closeSitting ends an evening; the next is so many days later.
func (s *sampler) closeSitting(ctx context.Context, days int) error {
	words := [2]string{}
	for i := range words {
		words[i] = sampleOne[i][s.draw("one"+string(rune('0'+i)), len(sampleOne[i]))]
	}
	small := sampleSmall[s.draw("small", len(sampleSmall))]
	return s.j.CloseSitting(ctx, words, s.j.Today().Add(days), "19:30", small)
}

// recordLapsed lets Noor come in anew when access has ended, which records it.
// A passphrase takes its time, so this is done a few times only.
func (s *sampler) recordLapsed(ctx context.Context, day journal.Day, last bool) error {
	if !dueAccess(s.j.State(), day) || !last && s.lapsed != "" && s.lapsed.Until(day) < s.opt.Weeks {
		return nil
	}
	s.lapsed = day
	return s.j.TakeOverWithPassphrase(ctx, journal.First, s.pass[0])
}

func safety(step string) act {
	return func(s *sampler, ctx context.Context) error {
		return s.add(ctx, journal.Nobody, func() error { return s.j.SafetyShown(ctx, step) })
	}
}

func (s *sampler) mayWork(step string) bool { return s.j.StepOpen(step) == nil }

func (s *sampler) bothReady(ctx context.Context, step string) error {
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		if err := s.as(p, func() error { return s.j.SetReady(ctx, step, true) }); err != nil {
			return err
		}
	}
	return nil
}

// closeStep closes the step they are in, and says why when it is early.
func closeStep(s *sampler, ctx context.Context) error {
	step := s.here()
	sooner := ""
	if s.since() < 7*step.LeastWeeks {
		sooner = sampleSooner[s.draw("sooner", len(sampleSooner))]
	}
	return s.add(ctx, journal.Nobody, func() error { return s.j.CloseStep(ctx, step.ID, step.Title, sooner) })
}

// strikeOut lets both destroy the words of their second evening's end.
func strikeOut(s *sampler, ctx context.Context) error {
	sittings := s.j.State().Sittings
	if len(sittings) < 2 {
		return nil
	}
	return s.add(ctx, journal.Nobody, func() error { return s.j.Strike(ctx, sittings[1].Event) })
}

// skipAndReturn lets one of them skip an exercise and then take that back.
func skipAndReturn(s *sampler, ctx context.Context) error {
	p := journal.Partner(1 + s.rand.IntN(2))
	e, _ := s.course.Exercise("before.ground")
	err := s.add(ctx, p, func() error { return s.j.Skip(ctx, e.ID, e.Title) })
	if err != nil {
		return err
	}
	return s.takeBackLast(ctx, p)
}

// takeBackLast takes p's newest moment back.
func (s *sampler) takeBackLast(ctx context.Context, p journal.Partner) error {
	moments := s.j.State().Moments
	event := moments[len(moments)-1].Event
	return s.add(ctx, p, func() error { return s.j.TakeBackEvent(ctx, event) })
}
