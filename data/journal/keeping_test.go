package journal

import (
	"strings"
	"testing"
)

func (c *couple) agreement(t testing.TB, id string) Agreement {
	t.Helper()
	a, ok := c.State().Agreement(id)
	if !ok {
		t.Fatal("no such agreement")
	}
	return a
}

// TestMarkedByTheOneWhoWasPromisedTo: nobody marks what they promised themselves.
func TestMarkedByTheOneWhoWasPromisedTo(t *testing.T) {
	ctx := t.Context()
	for promises, may := range map[Partner][2]bool{First: {false, true}, Second: {true, false}, Nobody: {true, true}} {
		c := newCouple(t)
		id := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays.", Rhythm: ComesUp, Promises: promises})
		for _, p := range []Partner{First, Second} {
			c.hold(t, p)
			err := c.MarkKept(ctx, id, c.Today(), MarkKept)
			if may[p.index()] {
				must(t, err)
			} else {
				wantErr(t, err, ErrNotYours)
			}
			a := c.agreement(t, id)
			if _, marked := a.MarkedOn(c.Today(), p); marked != may[p.index()] || a.MayMark(p, c.Today()) != may[p.index()] {
				t.Errorf("promised by %v, marked by %v: %+v", promises, p, a.Kept)
			}
		}
		c.Cover()
		wantErr(t, c.MarkKept(ctx, id, c.Today(), MarkKept), ErrNotHolder)
		if c.agreement(t, id).MayMark(Nobody, c.Today()) {
			t.Error("nobody may mark")
		}
	}
}

// TestNeverMarked: temporary access, and what has no rhythm.
func TestNeverMarked(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	access := accessTerms(c.Today(), 30)
	access.Rhythm = Daily
	_, err := c.Propose(ctx, access)
	wantInvalid(t, err, "Rhythm", ProblemUnknown)
	ids := []string{c.bothSign(t, accessTerms(c.Today(), 30)), c.bothSign(t, Terms{Kind: Plain, Title: "Lantern", Text: "Both stop."})}
	c.clock.days(2)
	for _, id := range ids {
		for _, p := range []Partner{First, Second} {
			c.hold(t, p)
			wantErr(t, c.MarkKept(ctx, id, c.Today(), MarkKept), ErrNotYours)
		}
	}
	wantErr(t, c.MarkKept(ctx, "nothing", c.Today(), MarkKept), ErrUnknown)
}

// TestDaysThatCanBeMarked: days on which it was in force, and that are not long over.
func TestDaysThatCanBeMarked(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	first := c.Today().Add(2)
	id := c.bothSign(t, Terms{Kind: Ritual, Title: "Walk", Text: "At ten.", Rhythm: Weekly, On: 7, Promises: First, Start: first, End: first.Add(38)})
	c.clock.days(40)
	c.hold(t, Second)
	today := c.Today() // the 38th day of it
	for ago, want := range map[int]error{0: nil, 31: nil, 32: ErrNotNow, 39: ErrNotNow} {
		if err := c.MarkKept(ctx, id, today.Add(-ago), MarkKept); want == nil {
			must(t, err)
		} else {
			wantErr(t, err, want)
		}
	}
	wantInvalid(t, c.MarkKept(ctx, id, today.Add(1), MarkKept), "Day", ProblemTooFuture)
	wantInvalid(t, c.MarkKept(ctx, id, "", MarkKept), "Day", ProblemNotADate)
	wantInvalid(t, c.MarkKept(ctx, id, "2026-02-30", MarkKept), "Day", ProblemNotADate)
	wantErr(t, c.MarkKept(ctx, id, today, "mostly"), errShape)
	c.clock.days(-20)
	c.comeAgain(t)
	c.clock.days(-19)
	wantErr(t, c.MarkKept(ctx, id, c.Today(), MarkKept), ErrNotYours) // before its first day
	c.clock.days(41)
	c.comeAgain(t)
	c.hold(t, Second)
	wantErr(t, c.MarkKept(ctx, id, first.Add(39), MarkKept), ErrNotYours) // after its last day
	must(t, c.MarkKept(ctx, id, first.Add(38), MarkNot))
}

// TestLeftIsMarkedToItsLastDay: what was said counts, not when it was entered.
func TestLeftIsMarkedToItsLastDay(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.promised(t)
	c.clock.days(5)
	must(t, c.Leave(ctx, id, c.Today().Add(-2)))
	c.hold(t, Second)
	wantErr(t, c.MarkKept(ctx, id, c.Today().Add(-1), MarkKept), ErrNotYours)
	must(t, c.MarkKept(ctx, id, c.Today().Add(-2), MarkKept))
}

// TestMarksReplaceAndGo: a later mark of a day replaces the earlier one; nothing
// is counted of what did not come up; the two are never added up.
func TestMarksReplaceAndGo(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays.", Rhythm: Daily})
	c.clock.days(2)
	want := func(first, second Tally) {
		t.Helper()
		if a := c.agreement(t, id); a.Tally(First) != first || a.Tally(Second) != second || a.Tally(Nobody) != (Tally{}) {
			t.Errorf("tallies %+v and %+v, want %+v and %+v", a.Tally(First), a.Tally(Second), first, second)
		}
	}
	mark := func(p Partner, ago int, answer string) string {
		t.Helper()
		c.hold(t, p)
		must(t, c.MarkKept(ctx, id, c.Today().Add(-ago), answer))
		return c.lastMoment(t)
	}
	mark(First, 0, MarkKept)
	mark(First, 1, MarkNot)
	held := c.State()
	mark(Second, 0, MarkNot)
	want(Tally{1, 2}, Tally{0, 1})
	mark(First, 0, MarkNot)
	want(Tally{0, 2}, Tally{0, 1})
	mark(First, 1, MarkDidntCome)
	want(Tally{0, 1}, Tally{0, 1})
	last := mark(First, 1, MarkKept)
	want(Tally{1, 2}, Tally{0, 1})
	c.hold(t, Second)
	wantErr(t, c.TakeBackEvent(ctx, last), ErrNotYours)
	c.hold(t, First)
	must(t, c.TakeBackEvent(ctx, last))
	wantErr(t, c.TakeBackEvent(ctx, last), ErrNotNow)
	want(Tally{0, 1}, Tally{0, 1})
	if a, _ := held.Agreement(id); a.Tally(First) != (Tally{1, 2}) || len(a.Kept) != 2 {
		t.Errorf("a state that was handed out changed: %+v", a.Kept)
	}
	c.comeAgain(t)
	want(Tally{0, 1}, Tally{0, 1})
}

// TestADayIsNotAWeek: a mark of one day leaves the count of a week alone, which
// stands in an opened check-in of that day.
func TestADayIsNotAWeek(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.promised(t)
	c.bothCheckIn(t, CheckIn{Rested: true}, CheckIn{Kept: []Counted{{id, 6, 7}}})
	if _, marked := c.agreement(t, id).MarkedOn(c.Today(), Second); marked {
		t.Error("a week shows as a day")
	}
	c.hold(t, Second)
	must(t, c.MarkKept(ctx, id, c.Today(), MarkKept))
	must(t, c.MarkKept(ctx, id, c.Today(), MarkNot))
	for range 2 {
		a := c.agreement(t, id)
		if m, marked := a.MarkedOn(c.Today(), Second); !marked || m.Of != 1 || a.Tally(Second) != (Tally{6, 8}) {
			t.Errorf("kept %+v", a.Kept)
		}
		c.comeAgain(t)
	}
}

// TestSmallSteps: either says that a step is done, or not after all, while the goal is in force.
func TestSmallSteps(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	terms := Terms{Kind: Goal, Title: "A weekend away", Text: "By the sea.", Steps: []string{"Pick a place", " Book it "}}
	id := c.bothSign(t, terms)
	done := func(step string, want bool) {
		t.Helper()
		if day, got := c.agreement(t, id).StepDone(step); got != want || got && day != c.Today() {
			t.Errorf("%s is done: %v, %s", step, got, day)
		}
	}
	must(t, c.MarkStep(ctx, id, 1, true))
	held := c.State()
	c.hold(t, Second)
	must(t, c.MarkStep(ctx, id, 2, true))
	done("Pick a place", true)
	done("Book it", true)
	must(t, c.MarkStep(ctx, id, 1, false))
	done("Pick a place", false)
	if a, _ := held.Agreement(id); len(a.Done) != 1 {
		t.Errorf("a state that was handed out changed: %v", a.Done)
	}
	for _, number := range []int{-1, 0, 13} {
		wantErr(t, c.MarkStep(ctx, id, number, true), ErrNotNow)
	}
	wantErr(t, c.MarkStep(ctx, id, 3, true), ErrUnknown)
	wantErr(t, c.MarkStep(ctx, c.promised(t), 1, true), ErrNotNow)
	terms.Steps = terms.Steps[1:]
	must(t, c.Change(ctx, id, terms))
	wantErr(t, c.MarkStep(ctx, id, 3, true), ErrUnknown) // the old wording still counts
	c.hold(t, Second)
	must(t, c.Sign(ctx, id))
	done("Book it", true)
	c.comeAgain(t)
	must(t, c.Leave(ctx, id, ""))
	wantErr(t, c.MarkStep(ctx, id, 1, false), ErrNotNow)
	done("Book it", true)
}

// TestStepsAfterStriking: a goal whose earlier wording was struck out goes on.
func TestStepsAfterStriking(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	terms := Terms{Kind: Goal, Title: "A weekend away", Text: "By the sea.", Steps: []string{"Book it"}, End: c.Today().Add(3)}
	id := c.bothSign(t, terms)
	must(t, c.MarkStep(ctx, id, 1, true))
	c.clock.days(4)
	c.comeAgain(t)
	must(t, c.Strike(ctx, c.agreement(t, id).Versions[0].Event))
	if a := c.agreement(t, id); len(a.Done) > 0 || len(a.Versions[0].Terms.Steps) > 0 {
		t.Errorf("after striking: %+v", a)
	}
	terms.End, terms.Steps = "", []string{"Pack"}
	must(t, c.Change(ctx, id, terms))
	c.hold(t, First)
	must(t, c.Sign(ctx, id))
	must(t, c.MarkStep(ctx, id, 1, true))
	wantErr(t, c.MarkStep(ctx, id, 2, true), ErrUnknown)
	if _, done := c.agreement(t, id).StepDone("Pack"); !done {
		t.Error("the step is not done")
	}
	if dates := c.State().Dates(c.Today()); len(dates) != 1 || dates[0].Title != terms.Title {
		t.Errorf("dates %+v", dates)
	}
}

func TestRhythmsThatCannotBe(t *testing.T) {
	c := newCouple(t)
	steps := func(n int, s string) []string { return strings.Split(strings.Repeat(s+"|", n-1)+s, "|") }
	for name, x := range map[string]struct {
		terms   Terms
		field   string
		problem Problem
	}{
		"hourly":          {Terms{Kind: Plain, Rhythm: "hourly"}, "Rhythm", ProblemUnknown},
		"eighth weekday":  {Terms{Kind: Plain, Rhythm: Weekly, On: 8}, "Rhythm", ProblemUnknown},
		"before Monday":   {Terms{Kind: Plain, Rhythm: Weekly, On: -1}, "Rhythm", ProblemUnknown},
		"daily on Monday": {Terms{Kind: Plain, Rhythm: Daily, On: 1}, "Rhythm", ProblemUnknown},
		"Monday alone":    {Terms{Kind: Plain, On: 1}, "Rhythm", ProblemUnknown},
		"steps of a walk": {Terms{Kind: Ritual, Steps: steps(1, "One")}, "Steps", ProblemUnknown},
		"thirteen":        {Terms{Kind: Goal, Steps: steps(13, "One")}, "Steps", ProblemTooLong},
		"an empty one":    {Terms{Kind: Goal, Steps: []string{"One", " "}}, "Steps", ProblemEmpty},
		"a long one":      {Terms{Kind: Goal, Steps: steps(1, strings.Repeat("x", 121))}, "Steps", ProblemTooLong},
	} {
		t.Run(name, func(t *testing.T) {
			x.terms.Title, x.terms.Text = "Walk", "At ten."
			wantInvalid(t, x.terms.Check(c.Today()), x.field, x.problem)
		})
	}
	must(t, Terms{Kind: Goal, Title: "Walk", Text: "At ten.", Rhythm: Weekly, On: 7, Steps: steps(12, strings.Repeat("é", 120))}.Check(c.Today()))
}

func TestComesRound(t *testing.T) {
	monday := Day("2026-09-21")
	for weekday := range 7 {
		day := monday.Add(weekday)
		for on := range 8 {
			if got := (Terms{Rhythm: Weekly, On: on}).ComesRound(day); got != (on == weekday+1) {
				t.Errorf("weekday %d on %s: %v", on, day, got)
			}
		}
		if !(Terms{Rhythm: Daily}).ComesRound(day) || (Terms{Rhythm: ComesUp}).ComesRound(day) || (Terms{}).ComesRound(day) {
			t.Errorf("on %s", day)
		}
	}
}
