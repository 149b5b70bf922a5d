package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func level(n int) *int { return &n }

// trust is the question that the tests ask.
func trust(value *int) Asked {
	return Asked{ID: "trust", Text: "How much could you trust this week?", Low: "not at all", High: "wholly", Value: value}
}

// answer keeps a check-in of p in the part that waits for one, and gives that part.
func (c *couple) answer(t testing.TB, p Partner, answers any) string {
	t.Helper()
	c.hold(t, p)
	stand := c.CheckIns()
	d := Draft{Exercise: CheckInDrafts, Part: stand.Part, Answer: mustJSON(answers)}
	for _, known := range c.Drafts(CheckInDrafts) {
		if known.Part == d.Part {
			d.Revision = known.Revision
		}
	}
	_, err := c.SaveDraft(context.Background(), d)
	must(t, err)
	return d.Part
}

// sealed keeps and seals a check-in of p.
func (c *couple) sealed(t testing.TB, p Partner, answers CheckIn) string {
	t.Helper()
	part := c.answer(t, p, answers)
	must(t, c.SealCheckIn(context.Background(), part))
	return part
}

func (c *couple) bothCheckIn(t testing.TB, first, second CheckIn) OpenedCheckIns {
	t.Helper()
	c.sealed(t, First, first)
	c.sealed(t, Second, second)
	o, err := c.OpenCheckIns(context.Background())
	must(t, err)
	return o
}

// TestCheckInsOpenTogetherOrNotAtAll: neither alone, nor with one that is not
// sealed, can open; and until then nothing of it is to be seen.
func TestCheckInsOpenTogetherOrNotAtAll(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	before := c.State()
	hidden := func(where string) {
		t.Helper()
		equalStates(t, c.State(), before)
		if _, total := c.Find("lantern", 1); total > 0 {
			t.Errorf("%s: the words are found", where)
		}
	}
	mine := c.sealed(t, First, CheckIn{Words: "Lantern helped.", Asked: []Asked{trust(level(7))}})
	hidden("one is sealed")
	_, err := c.OpenCheckIns(ctx)
	wantErr(t, err, ErrNotFinished)
	_, err = c.Share(ctx, plainOpening(CheckInDrafts), mine)
	wantErr(t, err, ErrNotNow)
	wantErr(t, c.Finish(ctx, CheckInDrafts), ErrUnknown)
	wantErr(t, c.CloseStep(ctx, Keeping, "Keeping", ""), ErrUnknown)
	_, err = c.OpenTogether(ctx, plainOpening(CheckInDrafts))
	wantErr(t, err, ErrNotFinished)
	theirs := c.answer(t, Second, CheckIn{Words: "No lantern."})
	if stand := c.CheckIns(); !stand.Theirs || len(stand.Sealed) > 0 || stand.Part != theirs {
		t.Errorf("stand %+v", stand)
	}
	wantErr(t, c.SealCheckIn(ctx, mine), ErrUnknown)
	wantErr(t, c.UnsealCheckIn(ctx, mine), ErrUnknown)
	wantErr(t, c.Erase(ctx, CheckInDrafts, mine), ErrUnknown)
	_, err = c.OpenCheckIns(ctx)
	wantErr(t, err, ErrNotFinished)
	must(t, c.SealCheckIn(ctx, theirs))
	hidden("both are sealed")
	for _, p := range []Partner{First, Second} {
		c.reopen(t, p)
		_, err = c.OpenCheckIns(ctx)
		wantErr(t, err, ErrNotBoth)
		if stand := c.CheckIns(); !stand.Theirs || len(stand.Sealed) != 1 || stand.Part == mine || stand.Part == theirs {
			t.Errorf("stand %+v", stand)
		}
		hidden("one is here")
	}
	c.comeAgain(t)
	o, err := c.OpenCheckIns(ctx)
	must(t, err)
	if len(o.Of[0]) != 1 || o.Of[0][0].Words != "Lantern helped." || *o.Of[0][0].Asked[0].Value != 7 || o.Of[1][0].Words != "No lantern." {
		t.Errorf("opened %+v", o)
	}
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		if stand := c.CheckIns(); stand.Theirs || len(stand.Sealed) > 0 || len(c.Drafts(CheckInDrafts)) > 0 {
			t.Errorf("after opening: %+v", stand)
		}
	}
	if _, total := c.Find("lantern", 5); total != 1 {
		t.Errorf("found %d times", total)
	}
}

// TestSealedIsNotWrittenOn: what is sealed is taken back first; that leaves no trace.
func TestSealedIsNotWrittenOn(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	part := c.sealed(t, First, CheckIn{Words: "One."})
	_, err := c.SaveDraft(ctx, Draft{Exercise: CheckInDrafts, Part: part, Revision: 9, Answer: mustJSON(CheckIn{Words: "Two."})})
	wantErr(t, err, ErrNotNow)
	before := c.State()
	must(t, c.UnsealCheckIn(ctx, part))
	equalStates(t, c.State(), before)
	c.hold(t, Second)
	if c.CheckIns().Theirs {
		t.Error("the other still waits")
	}
	if again := c.answer(t, First, CheckIn{Words: "Two."}); again != part {
		t.Errorf("goes on in %s, not in %s", again, part)
	}
	must(t, c.SealCheckIn(ctx, part))
	next := c.answer(t, First, CheckIn{Words: "Three."})
	wantErr(t, c.UnsealCheckIn(ctx, part), ErrNotNow)
	must(t, c.SealCheckIn(ctx, next))
	must(t, c.UnsealCheckIn(ctx, part))
	c.Cover()
	wantErr(t, c.SealCheckIn(ctx, part), ErrNotHolder)
	wantErr(t, c.UnsealCheckIn(ctx, next), ErrNotHolder)
	if stand := c.CheckIns(); stand.Part != "" || stand.Theirs || stand.May {
		t.Errorf("nobody holds, and there is %+v", stand)
	}
}

// TestAnswersThatCannotBeSealed: only what the screen could have given is sealed.
func TestAnswersThatCannotBeSealed(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	for name, answers := range map[string]string{
		"not an object":       `[]`,
		"a word":              `"kept"`,
		"another field":       `{"words":"x","secret":true}`,
		"too much":            `{"asked":[{"id":"trust","value":11}]}`,
		"less than nothing":   `{"asked":[{"id":"trust","value":-1}]}`,
		"half a step":         `{"asked":[{"id":"trust","value":5.5}]}`,
		"a huge number":       `{"asked":[{"id":"trust","value":1e999}]}`,
		"a number in words":   `{"asked":[{"id":"trust","value":"7"}]}`,
		"a question no one":   `{"asked":[{"value":7}]}`,
		"thirteen questions":  `{"asked":[` + strings.Repeat(`{"id":"a"},`, 12) + `{"id":"a"}]}`,
		"kept too often":      `{"kept":[{"agreement":"a","kept":3,"of":2}]}`,
		"kept less than none": `{"kept":[{"agreement":"a","kept":-1,"of":2}]}`,
		"eight of eight":      `{"kept":[{"agreement":"a","kept":8,"of":8}]}`,
		"rested with answers": `{"rested":true,"asked":[{"id":"trust","value":7}]}`,
		"rested with counts":  `{"rested":true,"kept":[{"agreement":"a","kept":1,"of":1}]}`,
		"rested with words":   `{"rested":true,"words":"x"}`,
		"control characters":  `{"words":"x\u0000y"}`,
		"too many words":      `{"words":"` + strings.Repeat("x", maxText+1) + `"}`,
	} {
		part := c.answer(t, First, json.RawMessage(answers))
		var invalid *Invalid
		if err := c.SealCheckIn(ctx, part); !errors.As(err, &invalid) {
			t.Errorf("%s: err = %v", name, err)
		}
		if stand := c.CheckIns(); len(stand.Sealed) > 0 || stand.Part != part {
			t.Fatalf("%s: %+v", name, stand)
		}
	}
	part := c.answer(t, First, CheckIn{Day: "9999-12-31", Words: " Fine. ", Asked: []Asked{trust(level(0)), {ID: "hope", Value: level(10)}, {ID: "open"}}})
	must(t, c.SealCheckIn(ctx, part))
	c.sealed(t, Second, CheckIn{Rested: true})
	o, err := c.OpenCheckIns(ctx)
	must(t, err)
	if got := o.Of[0][0]; got.Day != c.Today() || got.Words != "Fine." || !o.Of[1][0].Rested {
		t.Errorf("opened %+v", o)
	}
}

// TestMovedOnBeforeOpening: an agreement that was left, or that changed hands,
// keeps nobody from opening; only its count is dropped.
func TestMovedOnBeforeOpening(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	daily := Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays.", Rhythm: Daily, Promises: First}
	stays, left, turned := c.bothSign(t, daily), c.bothSign(t, daily), c.bothSign(t, daily)
	c.clock.days(1)
	counts := []Counted{{stays, 5, 6}, {left, 1, 2}, {turned, 3, 4}, {"nothing", 1, 1}}
	c.sealed(t, Second, CheckIn{Kept: counts})
	c.sealed(t, First, CheckIn{Kept: counts})
	must(t, c.Leave(ctx, left, c.Today().Add(-1)))
	daily.Promises = Second
	must(t, c.Change(ctx, turned, daily))
	c.hold(t, Second)
	must(t, c.Sign(ctx, turned))
	o, err := c.OpenCheckIns(ctx)
	must(t, err)
	if got := [2][]Counted{o.Of[0][0].Kept, o.Of[1][0].Kept}; !cmp.Equal(got, [2][]Counted{{{turned, 3, 4}}, {{stays, 5, 6}}}) {
		t.Errorf("counted %v", got)
	}
	for id, want := range map[string][2]Tally{stays: {{}, {5, 6}}, left: {}, turned: {{3, 4}, {}}} {
		a, _ := c.State().Agreement(id)
		if got := [2]Tally{a.Tally(First), a.Tally(Second)}; got != want {
			t.Errorf("tally %v, want %v", got, want)
		}
	}
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestLinesHaveGaps: a line is one partner's own, with a gap where a question was
// left open or the week was rested, and nothing where it was not asked.
func TestLinesHaveGaps(t *testing.T) {
	c := newCouple(t)
	began := c.Today()
	hope := Asked{ID: "hope", Text: "How much hope?"}
	weeks := []CheckIn{
		{Asked: []Asked{trust(level(3)), hope}},
		{Rested: true},
		{Asked: []Asked{trust(nil)}},
		{Asked: []Asked{{ID: "trust", Text: "Trust, in other words?", Value: level(0)}}},
		{Words: "Only words."},
	}
	for _, week := range weeks {
		c.bothCheckIn(t, week, CheckIn{Rested: true})
		c.clock.days(7)
	}
	c.comeAgain(t)
	s := c.State()
	want := []Answer{{began, 3, true}, {began.Add(7), 0, false}, {began.Add(14), 0, false}, {began.Add(21), 0, true}}
	if got := s.Answers(First, "trust"); !slices.Equal(got, want) {
		t.Errorf("the line is %v, want %v", got, want)
	}
	for _, a := range s.Answers(Second, "trust") {
		if a.Answered {
			t.Errorf("the other's answer is in the line: %v", a)
		}
	}
	if got := s.Answers(First, "hope"); len(got) != 2 || got[0].Answered || got[1].Answered {
		t.Errorf("hope was never answered: %v", got)
	}
	if got := s.Questions(); len(got) != 1 || got[0].ID != "trust" || got[0].Text != "Trust, in other words?" {
		t.Errorf("questions %+v", got)
	}
}

// TestOldestFirst: what was written on paper stands where it belongs, whenever it was typed in.
func TestOldestFirst(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.sealed(t, First, CheckIn{Words: "Typed on the day."})
	c.clock.days(2)
	c.hold(t, First)
	paper := c.Today().Add(-9)
	part := c.CheckIns().Part
	_, err := c.SaveDraft(ctx, Draft{Exercise: CheckInDrafts, Part: part, Paper: paper, Answer: mustJSON(CheckIn{Words: "From paper."})})
	must(t, err)
	must(t, c.SealCheckIn(ctx, part))
	if stand := c.CheckIns(); stand.Last != c.Today() || stand.May {
		t.Errorf("before opening: %+v", stand)
	}
	c.sealed(t, Second, CheckIn{Rested: true})
	o, err := c.OpenCheckIns(ctx)
	must(t, err)
	if got := o.Of[0]; len(got) != 2 || got[0].Day != paper || got[1].Day != c.Today().Add(-2) {
		t.Errorf("opened %+v", got)
	}
	c.hold(t, First)
	if stand := c.CheckIns(); stand.Last != c.Today().Add(-2) || stand.May || stand.Due != c.Today().Add(5) {
		t.Errorf("after opening: %+v", stand)
	}
}

// TestOpeningThatFails: when it can't be saved, the check-ins stay with their writers.
func TestOpeningThatFails(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.sealed(t, First, CheckIn{Words: "One."})
	c.sealed(t, Second, CheckIn{Words: "Two."})
	before := c.State()
	run(t, c.db, "CREATE TRIGGER refuse BEFORE UPDATE ON tip BEGIN SELECT RAISE(ABORT, 'no'); END")
	if _, err := c.OpenCheckIns(ctx); err == nil {
		t.Fatal("opened")
	}
	equalStates(t, c.State(), before)
	run(t, c.db, "DROP TRIGGER refuse")
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		if stand := c.CheckIns(); len(stand.Sealed) != 1 || !stand.Theirs {
			t.Errorf("stand %+v", stand)
		}
	}
	_, err := c.OpenCheckIns(ctx)
	must(t, err)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestErasedAndStruckCheckInsAreGone: from every copy in the folder too.
func TestErasedAndStruckCheckInsAreGone(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	daily := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays.", Rhythm: Daily, Promises: First})
	erased := c.sealed(t, First, CheckIn{Words: "Erased."})
	c.sealed(t, First, CheckIn{Words: "Lantern."})
	c.sealed(t, Second, CheckIn{Words: "Lantern too.", Kept: []Counted{{daily, 5, 7}}})
	must(t, c.DailyBackup(ctx))
	c.hold(t, First)
	must(t, c.Erase(ctx, CheckInDrafts, erased))
	o, err := c.OpenCheckIns(ctx)
	must(t, err)
	must(t, c.Strike(ctx, o.ID))
	backups, err := c.Backups()
	must(t, err)
	edit(t, backups[0], func(db *sql.DB) {
		if n := one[int](t, db, "SELECT count(*) FROM private"); n != len(c.marks) {
			t.Errorf("the backup holds %d pieces of own writing, want %d", n, len(c.marks))
		}
	})
	s := c.State()
	a, _ := s.Agreement(daily)
	if got := s.CheckIns; len(got) != 1 || !got[0].Struck || len(got[0].Of[0])+len(got[0].Of[1]) > 0 || a.Tally(Second) != (Tally{}) {
		t.Errorf("after striking: %+v, %+v", got, a.Kept)
	}
	if _, total := c.Find("lantern", 1); total > 0 {
		t.Error("the words are found")
	}
	c.hold(t, First)
	if stand := c.CheckIns(); !stand.May || stand.Last != "" {
		t.Errorf("stand %+v", stand)
	}
}
