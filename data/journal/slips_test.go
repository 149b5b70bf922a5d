package journal

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// promised is something that the first partner promised, in force since today.
func (c *couple) promised(t testing.TB) string {
	t.Helper()
	return c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays.", Rhythm: Daily, Promises: First})
}

// slipped is a slip that p names.
func (c *couple) slipped(t testing.TB, p, whose Partner, words string) string {
	t.Helper()
	agreement := c.promised(t)
	c.hold(t, p)
	id, err := c.NameSlip(context.Background(), NewSlip{Agreement: agreement, Whose: whose, Day: c.Today(), Came: CameToldSelf, Words: words})
	must(t, err)
	return id
}

func (c *couple) slipNow(t testing.TB, id string) Slip {
	t.Helper()
	s, ok := c.State().Slip(id)
	if !ok {
		t.Fatal("no such slip")
	}
	return s
}

func (c *couple) answers(t testing.TB, p Partner, id, answer, account string) {
	t.Helper()
	c.hold(t, p)
	must(t, c.AnswerSlip(context.Background(), id, answer, account))
}

// TestASlipBreaksOnlyWhenBothCallItOne: and not when it is taken back.
func TestASlipBreaksOnlyWhenBothCallItOne(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.slipped(t, First, First, "I came at eleven.")
	wantErr(t, c.AnswerSlip(ctx, id, SlipYes, ""), ErrNotYours)
	wantErr(t, c.TakeBackEvent(ctx, "nothing"), ErrUnknown)
	for _, x := range []struct {
		answer       string
		breaks, open bool
	}{{"", false, false}, {SlipDiffer, false, false}, {SlipPartly, false, true}, {SlipYes, true, true}} {
		if x.answer != "" {
			c.answers(t, Second, id, x.answer, "I waited.")
		}
		if s := c.slipNow(t, id); s.Breaks() != x.breaks || s.Open() != x.open || s.Answer != x.answer {
			t.Errorf("after %q: breaks %v, open %v", x.answer, s.Breaks(), s.Open())
		}
	}
	wantInvalid(t, c.AnswerSlip(ctx, id, "", ""), "Answer", ProblemUnknown)
	wantInvalid(t, c.AnswerSlip(ctx, id, SlipYes, "x\x00"), "Words", ProblemControl)
	wantErr(t, c.TakeBackEvent(ctx, id), ErrNotYours)
	c.hold(t, First)
	must(t, c.TakeBackEvent(ctx, id))
	for range 2 {
		if s := c.slipNow(t, id); s.Breaks() || s.Open() || !s.TakenBack || s.MaySay(First, RepairOwn) {
			t.Errorf("taken back: %+v", s)
		}
		c.comeAgain(t)
	}
	c.hold(t, Second)
	wantErr(t, c.AnswerSlip(ctx, id, SlipYes, ""), ErrNotNow)
	wantErr(t, c.Say(ctx, id, RepairEffect, ""), ErrNotYours)
}

// TestAccountsStandSideBySide: each has their own, and what is taken back is not found.
func TestAccountsStandSideBySide(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.slipped(t, Second, First, " A lantern was lit. ")
	c.answers(t, First, id, SlipPartly, "There was an umbrella.")
	answer := c.lastMoment(t)
	if s := c.slipNow(t, id); s.Words != [2]string{"There was an umbrella.", "A lantern was lit."} {
		t.Errorf("accounts %q", s.Words)
	}
	must(t, c.TakeBackEvent(ctx, answer))
	for range 2 {
		if s := c.slipNow(t, id); s.Words[0] != "" || s.Answer != "" {
			t.Errorf("the answer is still there: %+v", s)
		}
		if _, total := c.Find("umbrella", 1); total > 0 {
			t.Error("an answer that was taken back is found")
		}
		if _, total := c.Find("LANTERN", 1); total != 1 {
			t.Error("the other account is not found")
		}
		c.comeAgain(t)
	}
	c.hold(t, Second)
	must(t, c.TakeBackEvent(ctx, id))
	if _, total := c.Find("lantern", 1); total > 0 {
		t.Error("a slip that was taken back is found")
	}
}

func (c *couple) lastMoment(t testing.TB) string {
	t.Helper()
	all := c.State().Moments
	return all[len(all)-1].Event
}

// TestMendingTakesBothAndAllThatIsToSay: whatever was left out keeps it open.
func TestMendingTakesBothAndAllThatIsToSay(t *testing.T) {
	ctx := t.Context()
	type said struct {
		p       Partner
		station string
	}
	for whose, all := range map[Partner][]said{
		First:  {{First, RepairOwn}, {Second, RepairEffect}, {First, RepairNow}},
		Second: {{Second, RepairOwn}, {First, RepairEffect}, {Second, RepairNow}},
		Nobody: {
			{First, RepairOwn},
			{First, RepairEffect},
			{First, RepairNow},
			{Second, RepairOwn},
			{Second, RepairEffect},
			{Second, RepairNow},
		},
	} {
		c := newCouple(t)
		id := c.slipped(t, First, whose, "")
		for _, x := range all {
			wantErr(t, c.Mend(ctx, id, false), ErrNotNow)
			c.hold(t, x.p)
			must(t, c.Say(ctx, id, x.station, "Said."))
			if s := c.slipNow(t, id); s.Station(x.p, x.station).Words != "Said." {
				t.Errorf("%v at %s: %+v", x.p, x.station, s.Repair)
			}
		}
		wantErr(t, c.Mend(ctx, id, false), ErrNotNow) // nobody answered
		c.answers(t, Second, id, SlipDiffer, "")
		wantErr(t, c.Mend(ctx, id, false), ErrNotNow)
		c.answers(t, Second, id, SlipYes, "")
		c.reopen(t, First)
		wantErr(t, c.Mend(ctx, id, false), ErrNotBoth)
		c.comeAgain(t)
		must(t, c.Mend(ctx, id, true))
		c.comeAgain(t)
		if s := c.slipNow(t, id); s.Mended.IsZero() || !s.Changes || s.Open() || !s.Breaks() {
			t.Errorf("mended: %+v", s)
		}
	}
}

// TestMendedStays: nothing that led to it is changed afterwards.
func TestMendedStays(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.slipped(t, First, First, "")
	must(t, c.Say(ctx, id, RepairOwn, ""))
	must(t, c.Say(ctx, id, RepairNow, "I set an alarm."))
	wantErr(t, c.Say(ctx, id, RepairEffect, ""), ErrNotYours)
	c.answers(t, Second, id, SlipPartly, "I waited.")
	answer := c.lastMoment(t)
	wantErr(t, c.Say(ctx, id, RepairOwn, ""), ErrNotYours)
	wantErr(t, c.Say(ctx, id, RepairStays, ""), ErrNotBoth)
	wantErr(t, c.Say(ctx, id, "sorry", ""), ErrNotYours)
	must(t, c.Say(ctx, id, RepairEffect, "I lay awake."))
	must(t, c.Mend(ctx, id, false))
	want := c.slipNow(t, id)
	wantErr(t, c.Mend(ctx, id, true), ErrNotNow)
	wantErr(t, c.Say(ctx, id, RepairEffect, "More."), ErrNotYours)
	wantErr(t, c.AnswerSlip(ctx, id, SlipDiffer, ""), ErrNotNow)
	wantErr(t, c.TakeBackEvent(ctx, answer), ErrNotNow)
	c.comeAgain(t)
	if got := c.slipNow(t, id); got.Answer != SlipPartly || got.Words != want.Words || got.Changes || got.Breaks() {
		t.Errorf("it is now %+v", got)
	}
}

func TestSlipsThatCannotBeNamed(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	before := c.Today()
	c.clock.days(1)
	agreement := c.promised(t)
	good := NewSlip{Agreement: agreement, Whose: First, Day: c.Today(), Came: CameOtherwise}
	for name, x := range map[string]struct {
		change  func(*NewSlip)
		field   string
		problem Problem
	}{
		"no day":       {func(s *NewSlip) { s.Day = "" }, "Day", ProblemNotADate},
		"tomorrow":     {func(s *NewSlip) { s.Day = c.Today().Add(1) }, "Day", ProblemTooFuture},
		"no way":       {func(s *NewSlip) { s.Came = "" }, "Came", ProblemUnknown},
		"another way":  {func(s *NewSlip) { s.Came = "caught" }, "Came", ProblemUnknown},
		"control":      {func(s *NewSlip) { s.Words = "\x1b" }, "Words", ProblemControl},
		"a whole book": {func(s *NewSlip) { s.Words = strings.Repeat("x", maxText+1) }, "Words", ProblemTooLong},
	} {
		s := good
		x.change(&s)
		t.Log(name)
		_, err := c.NameSlip(ctx, s)
		wantInvalid(t, err, x.field, x.problem)
	}
	for name, x := range map[string]struct {
		change func(*NewSlip)
		want   error
	}{
		"nothing agreed":         {func(s *NewSlip) { s.Agreement = "nothing" }, ErrUnknown},
		"before it was in force": {func(s *NewSlip) { s.Day = before }, ErrNotNow},
		"whose":                  {func(s *NewSlip) { s.Whose = 3 }, errAuthors},
	} {
		s := good
		x.change(&s)
		if _, err := c.NameSlip(ctx, s); !errors.Is(err, x.want) {
			t.Errorf("%s: err = %v", name, err)
		}
	}
	must(t, c.Leave(ctx, agreement, ""))
	c.clock.days(1)
	good.Day = c.Today()
	_, err := c.NameSlip(ctx, good)
	wantErr(t, err, ErrNotNow)
	good.Day = c.Today().Add(-1)
	_, err = c.NameSlip(ctx, good)
	must(t, err)
	c.Cover()
	_, err = c.NameSlip(ctx, good)
	wantErr(t, err, ErrNotHolder)
}

// TestStruckSlipsKeepTheirPlace: the words go, what both decided stays.
func TestStruckSlipsKeepTheirPlace(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.slipped(t, First, First, "The lantern.")
	c.answers(t, Second, id, SlipYes, "The umbrella.")
	answer := c.lastMoment(t)
	must(t, c.Say(ctx, id, RepairEffect, "The ladder."))
	effect := c.lastMoment(t)
	for _, event := range []string{id, answer, effect} {
		must(t, c.Strike(ctx, event))
	}
	s := c.slipNow(t, id)
	if s.Words != [2]string{} || s.Answer != SlipYes || !s.Breaks() || s.Station(Second, RepairEffect).At.IsZero() || s.Station(Second, RepairEffect).Words != "" {
		t.Errorf("after striking: %+v", s)
	}
	for _, word := range []string{"lantern", "umbrella", "ladder"} {
		if _, total := c.Find(word, 1); total > 0 {
			t.Errorf("%s is found", word)
		}
	}
	if of := c.State().SlipsOf(s.Agreement); len(of) != 1 || len(c.State().SlipsOf("nothing")) > 0 {
		t.Errorf("slips of the agreement: %+v", of)
	}
}

// TestRests: either says that something came up; it takes both to go on.
func TestRests(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	wantErr(t, c.GoOnFromRest(ctx), ErrNotNow)
	for _, p := range []Partner{First, Second} {
		c.reopen(t, p)
		must(t, c.Surface(ctx))
		wantErr(t, c.GoOnFromRest(ctx), ErrNotBoth)
		up, rests := c.State().Rests()
		if !rests || up.By != p {
			t.Errorf("rests %v: %+v", rests, up)
		}
		c.comeAgain(t)
		c.hold(t, p.Other())
		wantErr(t, c.TakeBackEvent(ctx, up.Event), ErrNotYours)
		must(t, c.GoOnFromRest(ctx))
		wantErr(t, c.GoOnFromRest(ctx), ErrNotNow)
		if _, rests := c.State().Rests(); rests {
			t.Error("still rests")
		}
	}
	must(t, c.Surface(ctx))
	up, _ := c.State().Rests()
	must(t, c.TakeBackEvent(ctx, up.Event))
	wantErr(t, c.GoOnFromRest(ctx), ErrNotNow)
	c.comeAgain(t)
	if _, rests := c.State().Rests(); rests {
		t.Error("rests over what was taken back")
	}
	c.Cover()
	wantErr(t, c.Surface(ctx), ErrNotHolder)
}
