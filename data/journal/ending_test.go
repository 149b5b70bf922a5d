package journal

import (
	"context"
	"os"
	"slices"
	"testing"
)

// withAccess is a couple with an agreement, temporary access and a boundary of each.
func withAccess(t *testing.T) (c *couple, agreement, access string) {
	t.Helper()
	c = newCouple(t)
	agreement = c.promised(t)
	access = c.bothSign(t, phoneAccess(c))
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		_, err := c.SetBoundary(t.Context(), "Sundays", "I keep Sundays for myself.")
		must(t, err)
	}
	c.clock.days(2)
	c.comeAgain(t)
	return c, agreement, access
}

func phoneAccess(c *couple) Terms {
	return Terms{Kind: TemporaryAccess, Title: "Phone", Text: "Messages.", Why: "To sleep.", Promises: Second, Start: c.Today(), End: c.Today().Add(30)}
}

func (c *couple) stateOf(t *testing.T, agreement string) AgreementState {
	t.Helper()
	a, ok := c.State().Agreement(agreement)
	if !ok {
		t.Fatal("no such agreement")
	}
	return a.State(c.Today())
}

// ends has p begin the ending.
func (c *couple) ends(t testing.TB, p Partner) {
	t.Helper()
	c.hold(t, p)
	must(t, c.BeginEnding(context.Background()))
}

// TestOneBeginsTheEnd: access ends at once, and neither a clock set back nor going
// on together brings it back. Boundaries and other agreements stay.
func TestOneBeginsTheEnd(t *testing.T) {
	ctx := t.Context()
	c, agreement, access := withAccess(t)
	wantErr(t, c.LeaveJournal(ctx), ErrNotNow)
	wantErr(t, c.CloseJournal(ctx), ErrNotNow)
	wantErr(t, c.GoOnTogether(ctx), ErrNotNow)
	wantErr(t, c.LeaveLastWords(ctx, "Good bye."), ErrNotNow)
	c.reopen(t, First)
	wantErr(t, c.CloseJournal(ctx), ErrNotBoth)
	must(t, c.BeginEnding(ctx))
	wantErr(t, c.BeginEnding(ctx), ErrNotNow)
	wantErr(t, c.GoOnTogether(ctx), ErrNotBoth)
	for _, days := range []int{0, -40, 41} {
		c.clock.days(days)
		c.comeAgain(t)
		e, ok := c.State().Ending()
		if !ok || e.By != First || e.Over() {
			t.Errorf("after %d days: %+v, %v", days, e, ok)
		}
		if got := c.stateOf(t, access); got != StateEnded {
			t.Errorf("after %d days access is %s", days, got)
		}
		for _, b := range c.State().Boundaries {
			if !b.Ended.IsZero() {
				t.Errorf("a boundary of %v ended", b.Owner)
			}
		}
	}
	if got := c.stateOf(t, agreement); got != StateInForce {
		t.Errorf("an agreement is %s", got)
	}
	must(t, c.GoOnTogether(ctx))
	if _, ok := c.State().Ending(); ok || c.stateOf(t, access) != StateEnded {
		t.Error("it did not go on, or access came back")
	}
	c.bothSign(t, phoneAccess(c)) // afresh, both may again
}

// TestAccessThatWaitsNeverStarts: what is proposed, or begins on a later day.
func TestAccessThatWaitsNeverStarts(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.hold(t, Second)
	proposed, err := c.Propose(ctx, phoneAccess(c))
	must(t, err)
	waits := c.bothSign(t, phoneAccess(c))
	if got := c.stateOf(t, waits); got != StateSigned {
		t.Fatalf("it is %s already", got)
	}
	c.ends(t, First)
	c.clock.days(3)
	c.comeAgain(t)
	if a, b := c.stateOf(t, proposed), c.stateOf(t, waits); a != StateResting || b != StateEnded {
		t.Errorf("proposed: %s, signed: %s", a, b)
	}
	wantErr(t, c.Sign(ctx, proposed), ErrNotNow)
	_, err = c.Propose(ctx, phoneAccess(c))
	wantErr(t, err, ErrEnding)
	wantErr(t, c.Change(ctx, proposed, phoneAccess(c)), ErrEnding)
}

// TestAccessWithinAnotherAgreement: what stays agreed stays, and access that was to
// begin within it never does, whatever the clock says.
func TestAccessWithinAnotherAgreement(t *testing.T) {
	for _, signed := range []bool{true, false} {
		c := newCouple(t)
		id := c.promised(t)
		c.hold(t, Second)
		must(t, c.Change(t.Context(), id, phoneAccess(c)))
		c.hold(t, First)
		if signed {
			must(t, c.Sign(t.Context(), id))
		}
		c.ends(t, First)
		for _, days := range []int{0, 3, -2} {
			c.clock.days(days)
			c.comeAgain(t)
			a, _ := c.State().Agreement(id)
			v, inForce := a.InForce(c.Today())
			if _, pending := a.Pending(); !inForce || v.Number != 1 || pending || a.LeftBy != Nobody {
				t.Errorf("signed %v, after %d days: %+v", signed, days, a)
			}
		}
		wantErr(t, c.Sign(t.Context(), id), ErrNotNow)
	}
}

// TestLapsedAccessStaysLapsed: the end of the work does not rewrite how it ended.
func TestLapsedAccessStaysLapsed(t *testing.T) {
	c, _, access := withAccess(t)
	c.clock.days(40)
	c.comeAgain(t)
	c.ends(t, First)
	if a, _ := c.State().Agreement(access); a.LeftBy != Nobody || a.Lapsed == "" {
		t.Errorf("left by %v, lapsed %q", a.LeftBy, a.Lapsed)
	}
}

// TestNothingNewBeginsAtTheEnd: what the course asks for waits, what they need for
// children, home and money doesn't.
func TestNothingNewBeginsAtTheEnd(t *testing.T) {
	ctx := t.Context()
	c, agreement, _ := withAccess(t)
	c.write(t, First, "before.here", "a", "Mine.")
	must(t, c.Finish(ctx, "before.here"))
	c.write(t, Second, "before.here", "a", "Mine too.")
	must(t, c.Finish(ctx, "before.here"))
	c.ends(t, Second)
	_, err := c.OpenTogether(ctx, plainOpening("before.here"))
	wantErr(t, err, ErrEnding)
	wantErr(t, c.Skip(ctx, "before.words", "Words"), ErrEnding)
	wantErr(t, c.Surface(ctx), ErrEnding)
	_, err = c.NameSlip(ctx, NewSlip{Agreement: agreement, Whose: First, Day: c.Today(), Came: CameAsked})
	wantErr(t, err, ErrEnding)
	children := c.bothSign(t, Terms{Kind: Plain, Title: "The children", Text: "Weekdays here, weekends there."})
	must(t, c.CloseSitting(ctx, [2]string{"sad", "clear"}, "", "", ""))
	must(t, c.CloseJournal(ctx))
	if c.stateOf(t, children) != StateInForce {
		t.Error("what was agreed is not in force")
	}
}

// TestOverIsForReading: nothing is added to a journal that is over, but what the
// promises need at any time.
func TestOverIsForReading(t *testing.T) {
	ctx := t.Context()
	for name, finish := range map[string]func(*couple) error{
		"closed by both": func(c *couple) error { return c.CloseJournal(ctx) },
		"left by one":    func(c *couple) error { return c.LeaveJournal(ctx) },
	} {
		t.Run(name, func(t *testing.T) {
			c, agreement, _ := withAccess(t)
			c.ends(t, First)
			must(t, finish(c))
			c.comeAgain(t)
			c.hold(t, First)
			if e, ok := c.State().Ending(); !ok || !e.Over() {
				t.Fatalf("it is not over: %+v", e)
			}
			_, err := c.Propose(ctx, Terms{Kind: Plain, Title: "Another", Text: "One."})
			wantErr(t, err, ErrEnding)
			_, err = c.SetBoundary(ctx, "Another", "One.")
			wantErr(t, err, ErrEnding)
			wantErr(t, c.Rename(ctx, "Noor", 2), ErrEnding)
			wantErr(t, c.CloseSitting(ctx, [2]string{}, "", "", ""), ErrEnding)
			wantErr(t, c.KeepOn(ctx, agreement, c.Today().Add(9)), ErrEnding)

			must(t, c.Leave(ctx, agreement, ""))
			own := c.State().Boundaries[slices.IndexFunc(c.State().Boundaries, func(b Boundary) bool { return b.Owner == First })]
			must(t, c.EndBoundary(ctx, own.ID))
			c.write(t, First, "before.here", "a", "For myself.")
			must(t, c.Erase(ctx, "before.here", "a"))
			must(t, c.LeaveLastWords(ctx, "Be well."))
			_, err = c.ChangePassphrase(ctx, passNoor, "a new passphrase")
			must(t, err)
			must(t, c.GoOnTogether(ctx))
			must(t, c.Rename(ctx, "Noor", 2))
		})
	}
}

// TestEachMayLeave: once each, alone, and then both can still close it.
func TestEachMayLeave(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.ends(t, First)
	c.reopen(t, Second)
	must(t, c.LeaveJournal(ctx))
	wantErr(t, c.LeaveJournal(ctx), ErrNotNow)
	c.comeAgain(t)
	c.hold(t, First)
	must(t, c.LeaveJournal(ctx))
	must(t, c.CloseJournal(ctx))
	wantErr(t, c.CloseJournal(ctx), ErrNotNow)
	e, _ := c.State().Ending()
	if e.Left[0].IsZero() || e.Left[1].IsZero() || e.Closed.IsZero() {
		t.Errorf("%+v", e)
	}
	must(t, c.GoOnTogether(ctx))
	must(t, c.BeginEnding(ctx))
	if e, _ := c.State().Ending(); e.Over() || len(c.State().Endings) != 2 {
		t.Errorf("the second ending: %+v", e)
	}
}

// TestEndingIsForged: events that break a rule of the ending are refused and named.
func TestEndingIsForged(t *testing.T) {
	original := newKeeper(t)
	original.reopen(t, First, Second)
	original.ends(t, Second)
	must(t, original.LeaveLastWords(t.Context(), "Be well."))
	left := original.State().LastWordsOf(Second).Event
	must(t, original.Close())
	file, err := os.ReadFile(original.path)
	must(t, err)
	one, other, both := []Partner{First}, []Partner{Second}, []Partner{First, Second}
	for name, forged := range map[string]head{
		"begun twice":                      {Kind: KindEndingBegun, Authors: one},
		"begun in both names":              {Kind: KindEndingBegun, Authors: both},
		"closed by one":                    {Kind: KindEndingClosed, Authors: one},
		"closed in both names":             {Kind: KindEndingClosed, Authors: both},
		"left in the other's name":         {Kind: KindJournalLeft, Authors: other},
		"gone on by one":                   {Kind: KindEndingUndone, Authors: one},
		"gone on in both names":            {Kind: KindEndingUndone, Authors: both},
		"last words in the other's name":   {Kind: KindLastWords, Authors: other},
		"last words of both":               {Kind: KindLastWords, Authors: both},
		"opened by their writer":           {Kind: KindLastWordsOpened, Authors: other, Facts: facts{Event: left}},
		"opened without any":               {Kind: KindLastWordsOpened, Authors: one, Facts: facts{Event: "none"}},
		"taken back by the other":          {Kind: KindTakenBack, Authors: one, Facts: facts{Event: left}},
		"a slip named at the end":          {Kind: KindSlip, Authors: one, Facts: facts{Thing: original.mine, Day: original.Today(), Answer: CameAsked}},
		"an exercise opened at the end":    {Kind: KindOpened, Authors: both, Facts: facts{Exercise: "before.here"}},
		"access proposed at the end":       {Kind: KindProposed, Authors: one, Facts: facts{Thing: "new", Version: 1, Kind: TemporaryAccess, Promises: First, Start: original.Today(), End: original.Today().Add(5)}},
		"something from before at the end": {Kind: KindSurfaced, Authors: one},
	} {
		t.Run(name, func(t *testing.T) {
			k := original.copied(t, file)
			k.refusesForged(t, forged, words{Title: "Forged", Text: "Forged."})
		})
	}
}
