package journal

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// closeStep closes a step with both.
func (c *couple) closeStep(t testing.TB, step string) {
	t.Helper()
	must(t, c.CloseStep(t.Context(), step, "Step", ""))
}

// says sets whether p is ready for a step.
func (c *couple) says(t testing.TB, p Partner, step string, ready bool) {
	t.Helper()
	c.hold(t, p)
	must(t, c.SetReady(t.Context(), step, ready))
	if c.Ready(step) != ready {
		t.Errorf("%d said %v and is told otherwise", p, ready)
	}
}

// wantStep: the step is open or closed for everything that is done in a step, in
// the very same words whoever holds the laptop.
func (c *couple) wantStep(t testing.TB, step string, want error) {
	t.Helper()
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		wantSame(t, p, step, c.StepOpen(step), want)
		if want == nil {
			continue
		}
		exercise := step + ".x"
		_, err := c.SaveDraft(t.Context(), Draft{Exercise: exercise, Part: "a", Answer: text("x")})
		for _, err := range []error{err, c.CloseExercise(t.Context(), exercise, "X", 1), c.CloseStep(t.Context(), step, "Step", "")} {
			wantSame(t, p, step, err, want)
		}
	}
}

// wantSame wants not a word more than the error's own.
func wantSame(t testing.TB, p Partner, step string, err, want error) {
	t.Helper()
	if fmt.Sprint(err) != fmt.Sprint(want) {
		t.Errorf("%s for %d: %v, want %v", step, p, err, want)
	}
}

// TestPaceOfAllSteps goes through the whole course with the clock: each step
// waits for the one before, steps 1, 3, 5 and 7 for one night, and steps 5 to 7
// for both to be ready.
func TestPaceOfAllSteps(t *testing.T) {
	c := newCouple(t)
	nights := []string{"own", "bounds", "repair", "forgive"}
	both := []string{"repair", "renew", "forgive"}
	steps := Steps()
	if len(steps) != 9 || steps[len(steps)-1] != StepAfter {
		t.Fatalf("steps %v", steps)
	}
	c.wantStep(t, "before", nil)
	wantErr(t, c.StepOpen("later"), ErrUnknown)
	for i, step := range steps[1 : len(steps)-1] {
		c.wantStep(t, step, ErrNotNow)
		c.wantStep(t, StepAfter, nil)
		c.closeStep(t, steps[i])
		if slices.Contains(nights, step) {
			c.wantStep(t, step, ErrOneNight)
			c.clock.t = c.clock.t.AddDate(0, 0, 1).Truncate(24 * time.Hour) // soon after midnight
			if c.clock.t.Hour() > 2 {
				t.Fatalf("it is %v", c.clock.t)
			}
		}
		if slices.Contains(both, step) {
			c.wantReadiness(t, step)
		}
		c.wantStep(t, step, nil)
	}
	c.wantStep(t, StepAfter, nil)
	c.comeAgain(t)
	for _, step := range steps {
		c.wantStep(t, step, nil)
	}
	if found, err := c.Check(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// wantReadiness: a step opens when both have said that they are ready, and
// closes again when one no longer is. It never says who.
func (c *couple) wantReadiness(t *testing.T, step string) {
	t.Helper()
	for _, p := range []Partner{First, Second} {
		c.wantStep(t, step, ErrNotReady)
		c.says(t, p, step, true)
		c.wantStep(t, step, ErrNotReady)
		c.hold(t, p.Other())
		if c.Ready(step) {
			t.Errorf("%s: %d is told what %d said", step, p.Other(), p)
		}
		c.says(t, p, step, false)
	}
	c.says(t, First, step, true)
	c.says(t, Second, step, true)
	c.wantStep(t, step, nil)
	for _, p := range []Partner{First, Second} {
		c.says(t, p, step, false)
		c.wantStep(t, step, ErrNotReady)
		c.says(t, p, step, true)
	}
}

// TestReadyIsNoMoment: what one said of being ready is nowhere in what both see,
// and counts while the one who said it is away.
func TestReadyIsNoMoment(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	for _, step := range Steps()[:5] {
		c.clock.days(1)
		c.closeStep(t, step)
	}
	c.clock.days(1)
	before := c.State()
	c.says(t, First, "repair", true)
	c.says(t, Second, "repair", true)
	c.says(t, Second, "renew", true)
	equalStates(t, c.State(), before)
	if p := c.Progress("repair.x"); p != (Progress{}) {
		t.Errorf("progress %+v", p)
	}
	for _, p := range []Partner{First, Second} {
		c.reopen(t, p)
		must(t, c.StepOpen("repair"))
		if got := c.Ready("renew"); got != (p == Second) {
			t.Errorf("%d is told %v of renew", p, got)
		}
	}
	must(t, c.SetReady(ctx, "repair", false))
	c.reopen(t, First)
	wantErr(t, c.StepOpen("repair"), ErrNotReady)
	c.Cover()
	if c.Ready("repair") {
		t.Error("nobody holds, and somebody is ready")
	}
	wantErr(t, c.SetReady(ctx, "repair", true), ErrNotHolder)
	c.Lock()
	wantErr(t, c.StepOpen("repair"), ErrNotPresent)
}

func TestReadyOnlyForLateSteps(t *testing.T) {
	c := newCouple(t)
	for _, step := range append(Steps(), "", "ready.repair") {
		err := c.SetReady(t.Context(), step, true)
		if slices.Contains([]string{"repair", "renew", "forgive"}, step) {
			must(t, err)
			continue
		}
		wantErr(t, err, ErrUnknown)
		if c.Ready(step) {
			t.Errorf("ready for %q", step)
		}
	}
	c.wantStep(t, "repair", ErrNotNow) // being ready opens nothing before its time
}
