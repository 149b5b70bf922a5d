package journal

import "testing"

// alone lets p come in alone and says whether they carry it alone.
func (c *couple) alone(t *testing.T, p Partner) bool {
	t.Helper()
	c.reopen(t, p)
	return c.Carrying()
}

// TestCarrying: for three weeks nothing was the other's, and the holder wrote on two days.
func TestCarrying(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.clock.days(20)
	c.reopen(t, First)
	for _, part := range []string{"one", "two"} {
		must(t, c.Skip(ctx, "before.words", part))
		must(t, c.CloseSitting(ctx, [2]string{}, "", "", ""))
	}
	if c.Carrying() {
		t.Error("after twenty days")
	}
	c.clock.days(1)
	if c.Carrying() {
		t.Error("wrote on one day only")
	}
	d := Draft{Exercise: "before.here", Part: "letter", Private: true, Answer: text("I wait.")}
	_, err := c.SaveDraft(ctx, d)
	must(t, err)
	if !c.Carrying() {
		t.Error("not told after three weeks")
	}
	c.Cover()
	if c.Carrying() {
		t.Error("nobody holds, and is told")
	}
	wantErr(t, c.Carried(ctx), ErrNotHolder)
	if c.alone(t, Second) {
		t.Error("the other, who wrote nothing, is told")
	}
	c.reopen(t, First, Second)
	c.hold(t, First)
	if c.Carrying() {
		t.Error("both are here, and one is told")
	}
}

// TestCarriedIsToldOnce: and again only after the other took part anew.
func TestCarriedIsToldOnce(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	write := func() {
		for range 2 {
			c.clock.days(1)
			c.reopen(t, First)
			must(t, c.Skip(ctx, "before.words", "Words"))
		}
	}
	c.clock.days(21)
	write()
	before := c.State()
	must(t, c.Carried(ctx))
	equalStates(t, c.State(), before)
	c.clock.days(60)
	write()
	if c.Carrying() {
		t.Error("told twice")
	}
	c.reopen(t, Second)
	if c.Carrying() {
		t.Error("the other is told")
	}
	must(t, c.Living(ctx, false))
	c.clock.days(10)
	write()
	if c.Carrying() {
		t.Error("the other was there twelve days ago")
	}
	c.clock.days(10)
	if !c.alone(t, First) {
		t.Error("not told anew")
	}
	must(t, c.Carried(ctx))
	if c.Carrying() {
		t.Error("told again on the same day")
	}
}

// TestCarryingShowsNothingPrivate: what the other writes for themselves changes nothing.
func TestCarryingShowsNothingPrivate(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.clock.days(20)
	for range 2 {
		c.clock.days(1)
		c.reopen(t, Second)
		c.answer(t, Second, CheckIn{Words: "I can't."})
		c.reopen(t, First)
		must(t, c.Skip(ctx, "before.words", "Words"))
	}
	if !c.Carrying() {
		t.Error("the other's own writing shows")
	}
}
