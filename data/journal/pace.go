package journal

import (
	"context"
	"slices"
	"strings"
)

// stepOrder is the course's order (course.md). Ids are stored and stay for ever.
var stepOrder = []string{"before", "own", "talk", "bounds", "steady", "repair", "renew", "forgive", "after"}

// StepAfter is the looking back, which is always open and closes nothing.
const StepAfter = "after"

// Keeping is where own writing outside the course is kept: check-ins, and drafts
// about a slip or a repair. It is always open.
const Keeping = "keeping"

// Steps gives the ids of the course's steps, in order.
func Steps() []string { return slices.Clone(stepOrder) }

// oneNight are the steps before which Goldseam itself waits one night: 1, 3, 5 and 7 (promise 6).
var oneNight = []string{"own", "bounds", "repair", "forgive"}

// needsReady are the steps that open when both have said, each alone, that they are ready: 5 to 7.
var needsReady = []string{"repair", "renew", "forgive"}

// stepOf gives the step of an exercise id such as "own.plainly".
func stepOf(exercise string) string {
	step, _, _ := strings.Cut(exercise, ".")
	return step
}

// StepOpen says whether the couple may work in a step now: nil, ErrNotNow while
// the step before is open, ErrOneNight until the next day, or ErrNotReady, which
// never says who is not ready.
func (j *Journal) StepOpen(step string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.fold == nil {
		return ErrNotPresent
	}
	return j.stepOpen(step)
}

func (j *Journal) stepOpen(step string) error {
	i := slices.Index(stepOrder, step)
	switch {
	case step == Keeping:
		return nil
	case i < 0:
		return ErrUnknown
	case i == 0 || step == StepAfter:
		return nil
	}
	closed, ok := j.fold.state.StepClosed(stepOrder[i-1])
	if !ok {
		return ErrNotNow
	}
	if slices.Contains(oneNight, step) && DayOf(j.opt.Now()) <= DayOf(closed) {
		return ErrOneNight
	}
	if slices.Contains(needsReady, step) && !j.bothReady(step) {
		return ErrNotReady
	}
	return nil
}

// bothReady asks each present partner's own row, and the mark of one who is away.
func (j *Journal) bothReady(step string) bool {
	return j.ready(First, readyExercise(step)) && j.ready(Second, readyExercise(step))
}

func (j *Journal) ready(p Partner, exercise string) bool {
	if j.here[p.index()] != nil {
		r, _ := j.findRow(p, func(r privateRow) bool { return r.Kind == rowReady && r.Exercise == exercise })
		return r.Finished
	}
	for _, m := range j.marks {
		if m.Owner == p && m.Exercise == exercise {
			return true
		}
	}
	return false
}

func readyExercise(step string) string { return "ready." + step }

// Ready tells the holder whether they said that they are ready for a step. The
// other's answer is never given.
func (j *Journal) Ready(step string) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	return err == nil && j.ready(p, readyExercise(step))
}

// SetReady keeps, for the holder alone, whether they are ready for a step from 5 on.
func (j *Journal) SetReady(ctx context.Context, step string, ready bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if !slices.Contains(needsReady, step) {
		return ErrUnknown
	}
	return j.saveOwn(ctx, p, privateRow{Kind: rowReady, Exercise: readyExercise(step), Finished: ready})
}

// CloseStep closes a step; it takes both. sooner is their sentence when they go
// on before its least time, or empty.
func (j *Journal) CloseStep(ctx context.Context, step, title, sooner string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	if err := checkOptional("Sooner", sooner, maxText); err != nil {
		return err
	}
	if step == Keeping {
		return ErrUnknown
	}
	if err := j.stepOpen(step); err != nil {
		return err
	}
	e := together(KindStepClosed, facts{Step: step}, words{Title: title, Why: strings.TrimSpace(sooner)})
	_, err := j.appendEvent(ctx, e, nil)
	return err
}

// SafetyShown records that the safety page of a step was shown, and nothing else.
func (j *Journal) SafetyShown(ctx context.Context, step string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	here := j.present()
	if len(here) == 0 {
		return ErrNotPresent
	}
	e := entry{head: head{Kind: KindSafetyShown, Authors: here, Facts: facts{Step: step}}}
	_, err := j.appendEvent(ctx, e, nil)
	return err
}

// SafetySeen reports whether the safety page of a step was shown.
func (j *Journal) SafetySeen(step string) bool {
	return slices.ContainsFunc(j.State().Moments, func(m Moment) bool {
		return m.Kind == KindSafetyShown && m.Thing.ID == step
	})
}
