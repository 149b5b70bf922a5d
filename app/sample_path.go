package app

import (
	"context"
	"slices"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// sampleUpTo is the last step that they close: the one after it has no date.
const sampleUpTo = "renew"

// sampleSkips are exercises that one of them may leave out.
var sampleSkips = []string{"talk.messages", "bounds.close", "steady.mistakes"}

// alongThePath goes on along the path: what was practised is opened, the next
// exercise is done, and a step that is done is closed.
func alongThePath(s *sampler, ctx context.Context) error {
	if err := s.endPractices(ctx); err != nil {
		return err
	}
	step := s.here()
	if step.NeedsReady {
		if err := s.bothReady(ctx, step.ID); err != nil {
			return err
		}
	}
	if !s.mayWork(step.ID) {
		return nil // one night between two steps
	}
	if step.NightBefore && !s.j.SafetySeen(step.ID) {
		if err := safety(step.ID)(s, ctx); err != nil {
			return err
		}
	}
	e, ok, err := s.nextExercise(ctx, step)
	switch {
	case err != nil:
		return err
	case ok:
		if err := s.work(ctx, e); err != nil {
			return err
		}
	case s.mayWork("forgive"):
		return goBack(s, ctx)
	}
	return s.closeWhenDone(ctx, step)
}

// here is the step that they are in.
func (s *sampler) here() course.Step {
	return s.course.Steps[len(s.j.State().Steps)]
}

// since is how many days they have been in their step.
func (s *sampler) since() int {
	state := s.j.State()
	began := state.Began
	if n := len(state.Steps); n > 0 {
		began = state.Steps[n-1].Closed
	}
	return journal.DayOf(began).Until(s.j.Today())
}

// nextExercise is the first one of the step that they have not done. When the
// step has gone on for a week more than it takes at least, only its core is left.
func (s *sampler) nextExercise(ctx context.Context, step course.Step) (course.Exercise, bool, error) {
	exercises := step.Exercises
	if last := len(s.course.Steps) - 1; step.ID == s.course.Steps[last-1].ID {
		exercises = slices.Concat(exercises, s.course.Steps[last].Exercises) // they look back in the end
	}
	late := step.LeastWeeks > 0 && s.since() >= 7*(step.LeastWeeks+1)
	for _, e := range exercises {
		if e.ID == sampleGround || !e.Core && late || s.did(e.ID) {
			continue
		}
		skip, err := s.leaveOut(ctx, e)
		if err != nil || !skip {
			return e, err == nil, err
		}
	}
	return course.Exercise{}, false, nil
}

// did tells whether an exercise was opened, closed, begun or skipped.
func (s *sampler) did(exercise string) bool {
	state := s.j.State()
	_, done := state.Done[exercise]
	_, skipped := state.Skipped[exercise]
	return done || skipped || s.practises(exercise)
}

// leaveOut skips an exercise that is not everyone's, now and then.
func (s *sampler) leaveOut(ctx context.Context, e course.Exercise) (bool, error) {
	if !slices.Contains(sampleSkips, e.ID) || s.rand.IntN(3) > 0 {
		return false, nil
	}
	p := journal.Partner(1 + s.rand.IntN(2))
	return true, s.add(ctx, p, func() error { return s.j.Skip(ctx, e.ID, e.Title) })
}

// closeWhenDone closes a step whose core is done when its least time is over.
func (s *sampler) closeWhenDone(ctx context.Context, step course.Step) error {
	if s.since() < 7*max(step.LeastWeeks, 1) || slices.Index(journal.Steps(), step.ID) > slices.Index(journal.Steps(), sampleUpTo) {
		return nil
	}
	done := s.j.State().Done
	for _, e := range step.Core() {
		if _, ok := done[e.ID]; !ok {
			return nil
		}
	}
	if _, more, err := s.nextExercise(ctx, step); more || err != nil {
		return err
	}
	return closeStep(s, ctx)
}

// goBack does something from a step that they know: what they left out, or once
// more what they did.
func goBack(s *sampler, ctx context.Context) error {
	var known []course.Exercise
	for _, step := range s.course.Steps[:len(s.j.State().Steps)] {
		for _, e := range step.Exercises {
			if e.ID != sampleGround && e.ID != "before.how" && !s.practises(e.ID) {
				known = append(known, e)
			}
		}
	}
	if len(known) == 0 {
		return nil
	}
	e := known[s.rand.IntN(len(known))]
	if hasPractice(e) && len(s.running) > 0 || !s.knowsCards(e.Dealt(s.opened[e.ID])) {
		return nil
	}
	return s.work(ctx, e)
}

// knowsCards tells whether they have something to say to each card that is dealt.
func (s *sampler) knowsCards(e course.Exercise) bool {
	for _, part := range e.Parts {
		if len(part.Deck) == 0 {
			continue
		}
		for _, card := range part.Pieces {
			if wordsOf(e.ID+"."+part.ID+"."+card.ID, journal.First) == nil {
				return false
			}
		}
	}
	return true
}

// spare is how many moments are left when each evening that still comes has three.
func (s *sampler) spare() int { return s.left() - 3*(s.rest-1) }
