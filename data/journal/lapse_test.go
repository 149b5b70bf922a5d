package journal

import (
	"testing"
)

// inForce reports whether the agreement counts today.
func (c *couple) inForce(t testing.TB, id string) bool {
	t.Helper()
	a, ok := c.State().Agreement(id)
	if !ok {
		t.Fatal("no such agreement")
	}
	_, ok = a.InForce(c.Today())
	return ok
}

// bothSign proposes for the second partner and signs for the first.
func (c *couple) bothSign(t testing.TB, terms Terms) string {
	t.Helper()
	c.hold(t, Second)
	id, err := c.Propose(t.Context(), terms)
	must(t, err)
	c.hold(t, First)
	must(t, c.Sign(t.Context(), id))
	return id
}

// comeAgain ends the sitting and opens the file for the next.
func (c *couple) comeAgain(t testing.TB) { c.reopen(t, First, Second) }

func countKind(s State, kind EventKind) int {
	n := 0
	for _, m := range s.Moments {
		if m.Kind == kind {
			n++
		}
	}
	return n
}

func TestAccessBeginsTheNextDayAndEndsByItself(t *testing.T) {
	c := newCouple(t)
	id := c.bothSign(t, accessTerms(c.Today(), 10))
	for day, want := range map[int]bool{0: false, 1: true, 9: true, 10: true, 11: false, 90: false} {
		a, _ := c.State().Agreement(id)
		if _, got := a.InForce(c.Today().Add(day)); got != want {
			t.Errorf("day %d: in force %v", day, got)
		}
	}
}

func TestLapsedStaysLapsedWhenTheClockGoesBack(t *testing.T) {
	c := newCouple(t)
	id := c.bothSign(t, accessTerms(c.Today(), 10))
	c.clock.days(11)
	c.comeAgain(t)
	c.clock.days(-5)
	if c.inForce(t, id) {
		t.Error("in force again with the clock set back")
	}
	c.comeAgain(t)
	if c.inForce(t, id) || countKind(c.State(), KindLapsed) != 1 {
		t.Error("in force again, or lapsed twice, after opening")
	}
}

func TestLapseIsRecordedBesideAnUnsignedChange(t *testing.T) {
	c := newCouple(t)
	id := c.bothSign(t, accessTerms(c.Today(), 10))
	c.clock.days(5)
	must(t, c.Change(t.Context(), id, accessTerms(c.Today(), 60)))
	c.clock.days(6)
	c.comeAgain(t)
	if n := countKind(c.State(), KindLapsed); n != 1 {
		t.Fatalf("%d lapses are recorded", n)
	}
	c.clock.days(-6)
	if c.inForce(t, id) {
		t.Error("in force again with the clock set back")
	}
}

func TestRenewedAccessLapsesAgain(t *testing.T) {
	c := newCouple(t)
	id := c.bothSign(t, accessTerms(c.Today(), 10))
	for renewed := range 2 {
		c.clock.days(11)
		c.comeAgain(t)
		if n := countKind(c.State(), KindLapsed); n != renewed+1 {
			t.Fatalf("%d lapses after %d renewals", n, renewed)
		}
		must(t, c.Change(t.Context(), id, accessTerms(c.Today(), 10)))
		c.hold(t, First)
		must(t, c.Sign(t.Context(), id))
		c.clock.days(1)
		if !c.inForce(t, id) {
			t.Fatal("the renewed access is not in force")
		}
		c.clock.days(-1)
	}
}

func TestChangeLeavesTheOldInForce(t *testing.T) {
	c := newCouple(t)
	id := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays."})
	must(t, c.Change(t.Context(), id, Terms{Kind: Plain, Title: "Home by nine", Text: "On weekdays."}))
	a, _ := c.State().Agreement(id)
	if v, ok := a.InForce(c.Today()); !ok || v.Number != 1 || a.Title() != "Home by ten" {
		t.Errorf("version %d in force %v, title %q", v.Number, ok, a.Title())
	}
	wantErr(t, c.Sign(t.Context(), id), ErrNotNow)
	c.hold(t, Second)
	must(t, c.Leave(t.Context(), id, c.Today().Add(-2)))
	a, _ = c.State().Agreement(id)
	if _, ok := a.InForce(c.Today()); ok || a.LeftSaid != c.Today().Add(-2) || a.LeftBy != Second {
		t.Errorf("after leaving: %+v", a)
	}
	if _, pending := a.Pending(); pending {
		t.Error("a version of it still waits")
	}
}

func TestUnsignUntilItTakesEffect(t *testing.T) {
	for _, terms := range []Terms{
		accessTerms("2026-09-20", 10), {Kind: Plain, Title: "A night here", Text: "One.", Bodies: true},
	} {
		c := newCouple(t)
		id := c.bothSign(t, terms)
		must(t, c.Unsign(t.Context(), id))
		c.clock.days(1)
		if c.inForce(t, id) {
			t.Error("in force without a signature")
		}
		c = newCouple(t)
		id = c.bothSign(t, terms)
		c.clock.days(1)
		wantErr(t, c.Unsign(t.Context(), id), ErrNotNow)
	}
	c := newCouple(t)
	id := c.bothSign(t, Terms{Kind: Plain, Title: "Lantern", Text: "Both stop."})
	wantErr(t, c.Unsign(t.Context(), id), ErrNotNow)
}

func TestDeclinedRests(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	terms := Terms{Kind: Plain, Title: "Sunday walk", Text: "At ten."}
	decline := func() string {
		c.hold(t, First)
		id, err := c.Propose(ctx, terms)
		must(t, err)
		c.hold(t, Second)
		must(t, c.Decline(ctx, id))
		c.hold(t, First)
		return id
	}
	id := decline()
	again := terms
	again.Title = " SUNDAY walk "
	for range 2 {
		_, err := c.Propose(ctx, again)
		wantErr(t, err, ErrResting)
		wantErr(t, c.Change(ctx, id, terms), ErrResting)
		c.clock.days(13)
	}
	if may, day := c.MayBringBack(id); !may && day != c.Today() {
		t.Errorf("may bring back %v on %s", may, day)
	}
	c.clock.days(-26 + 14)
	if second := decline(); second != id {
		t.Error("proposed anew as another agreement")
	}
	c.clock.days(400)
	_, err := c.Propose(ctx, terms)
	wantErr(t, err, ErrResting)
	if may, day := c.MayBringBack(id); may || day != "" {
		t.Errorf("after a second no: %v, %q", may, day)
	}
	c.hold(t, Second)
	must(t, c.Change(ctx, id, terms))
	c.hold(t, First)
	must(t, c.Sign(ctx, id))
	if !c.inForce(t, id) {
		t.Error("brought back and signed, but not in force")
	}
}

func TestOneNightAndReadiness(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	wantErr(t, c.StepOpen("own"), ErrNotNow)
	must(t, c.CloseStep(ctx, "before", "Before", ""))
	wantErr(t, c.StepOpen("own"), ErrOneNight)
	_, err := c.SaveDraft(ctx, Draft{Exercise: "own.plainly", Part: "a", Answer: text("x")})
	wantErr(t, err, ErrOneNight)
	wantErr(t, c.CloseStep(ctx, "own", "Own", "We want to go on."), ErrOneNight)
	c.clock.days(-1)
	wantErr(t, c.StepOpen("own"), ErrOneNight)
	c.clock.days(2)
	for _, step := range []string{"own", "talk", "bounds", "steady"} {
		must(t, c.StepOpen(step))
		must(t, c.CloseStep(ctx, step, step, ""))
		c.clock.days(1)
	}
	wantErr(t, c.StepOpen("repair"), ErrNotReady)
	must(t, c.SetReady(ctx, "repair", true))
	wantErr(t, c.StepOpen("repair"), ErrNotReady)
	c.hold(t, First)
	must(t, c.SetReady(ctx, "repair", true))
	must(t, c.StepOpen("repair"))
	must(t, c.SetReady(ctx, "repair", false))
	wantErr(t, c.StepOpen("repair"), ErrNotReady)
}
