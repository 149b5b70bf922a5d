package app

import (
	"context"
	"slices"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// samplePractice is something that both do over days.
type samplePractice struct {
	exercise course.Exercise
	part     course.Part
	begun    journal.Day
}

func hasPractice(e course.Exercise) bool {
	return slices.ContainsFunc(e.Parts, func(p course.Part) bool { return p.Kind == course.Practise })
}

// practises tells whether they are in the middle of an exercise.
func (s *sampler) practises(exercise string) bool {
	return slices.ContainsFunc(s.running, func(r samplePractice) bool { return r.exercise.ID == exercise })
}

// over tells whether the days of a practice are over.
func (r samplePractice) over(today journal.Day) bool {
	return r.part.PracticeOn(course.Answer{Begun: string(r.begun)}, string(today)).Over
}

// endPractices opens what was practised long enough.
func (s *sampler) endPractices(ctx context.Context) error {
	for _, r := range slices.Clone(s.running) {
		if !r.over(s.j.Today()) {
			continue
		}
		if s.left() < 1 {
			return errEnough
		}
		if err := s.report(ctx, r); err != nil {
			return err
		}
		s.running = slices.DeleteFunc(s.running, func(other samplePractice) bool { return other.exercise.ID == r.exercise.ID })
		if err := s.conclude(ctx, r.exercise); err != nil {
			return err
		}
	}
	return nil
}

// reportRunning keeps what both have noted of practices that go on.
func (s *sampler) reportRunning(ctx context.Context) error {
	for _, r := range s.running {
		if err := s.report(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// report keeps what both noted up to today and, when the days are over, what
// they say of them.
func (s *sampler) report(ctx context.Context, r samplePractice) error {
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		a := course.Answer{Begun: string(r.begun), Reports: s.reports(r, p)}
		if r.over(s.j.Today()) {
			a.Text, a.Done = s.said(r.exercise.ID+"."+r.part.ID+".after", p, 1), true
		}
		if err := s.as(p, func() error { return s.save(ctx, r.exercise.ID, r.part, a) }); err != nil {
			return err
		}
	}
	return nil
}

// reports are p's lines of the days before today; some days have none.
func (s *sampler) reports(r samplePractice, p journal.Partner) map[string]string {
	if !r.part.Daily {
		return nil
	}
	lines := map[string]string{}
	for i := range min(r.part.Days, r.begun.Until(s.j.Today())) {
		if s.rand.IntN(6) > 0 {
			lines[string(r.begun.Add(i))] = s.said(r.exercise.ID+"."+r.part.ID, p, 1)
		}
	}
	return lines
}
