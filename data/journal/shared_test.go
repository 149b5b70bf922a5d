package journal

import (
	"context"
	"encoding/json"
	"slices"
	"testing"
)

// letter is own writing that is never opened with the rest.
func (c *couple) letter(t testing.TB, p Partner, words string) Draft {
	t.Helper()
	c.hold(t, p)
	d, err := c.SaveDraft(context.Background(), Draft{Exercise: "before.here", Part: "letter", Private: true, Answer: text(words)})
	must(t, err)
	return d
}

// openBoth has both write one part, finish and open it together.
func (c *couple) openBoth(t testing.TB, o Opening, part string, said [2]string) Reflection {
	t.Helper()
	for _, p := range []Partner{First, Second} {
		c.write(t, p, o.Exercise, part, said[p.index()])
		must(t, c.Finish(context.Background(), o.Exercise))
	}
	r, err := c.OpenTogether(context.Background(), o)
	must(t, err)
	return r
}

// bothSides renders a part with something on either side, as a careless caller could.
func bothSides(exercise string) Opening {
	o := plainOpening(exercise)
	plain := o.Render
	o.Render = func(part string, p Partner, answer json.RawMessage) (OpenedPart, error) {
		shown, err := plain(part, p, answer)
		k := p.Other().index()
		shown.Prompts[k], shown.Words[k], shown.Answers[k] = "Put in", "put in their mouth", text("put in their mouth")
		return shown, err
	}
	return o
}

func TestShareALetter(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.openBoth(t, plainOpening("before.here"), "why", [2]string{"I hid it.", "I knew."})
	c.letter(t, First, "A letter to you.")
	if p := c.Progress("before.here"); p.Begun || p.Finished {
		t.Errorf("a letter counts as begun: %+v", p)
	}
	wantErr(t, c.Finish(ctx, "before.here"), ErrUnknown)
	c.hold(t, Second)
	_, err := c.Share(ctx, plainOpening("before.here"), "letter")
	wantErr(t, err, ErrUnknown) // it is the other's
	c.Cover()
	_, err = c.Share(ctx, plainOpening("before.here"), "letter")
	wantErr(t, err, ErrNotHolder)
	c.hold(t, First)
	r, err := c.Share(ctx, bothSides("before.here"), "letter")
	must(t, err)
	want := OpenedPart{
		Part: "letter", Kind: "write", Title: "letter", Prompts: [2]string{"What is it?", ""}, Words: [2]string{"A letter to you.", ""},
		Answers: [2]json.RawMessage{text("A letter to you."), nil}, Days: [2]Day{c.Today(), ""},
	}
	if len(r.Parts) != 1 || string(mustJSON(r.Parts[0])) != string(mustJSON(want)) || r.SharedBy != First || r.TakenBack {
		t.Errorf("shared %+v", r)
	}
	if len(c.Drafts("before.here")) > 0 {
		t.Error("the letter is still a draft")
	}
	wantErr(t, c.Erase(ctx, "before.here", "letter"), ErrUnknown)
	state := c.State()
	c.comeAgain(t)
	equalStates(t, c.State(), state)
}

func TestShareOnlyWhatIsPrivate(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "why", "I hid it.")
	_, err := c.Share(ctx, plainOpening("before.here"), "why")
	wantErr(t, err, ErrNotNow)
	must(t, c.Finish(ctx, "before.here"))
	_, err = c.Share(ctx, plainOpening("before.here"), "why")
	wantErr(t, err, ErrNotNow)
	c.letter(t, First, "A letter to you.")
	c.letter(t, Second, "Mine.")
	c.write(t, Second, "before.here", "why", "I knew.")
	must(t, c.Finish(ctx, "before.here"))
	r, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	if len(r.Parts) != 1 || r.Parts[0].Part != "why" || r.SharedBy != Nobody {
		t.Errorf("opened %+v", r)
	}
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		if d := c.Drafts("before.here"); len(d) != 1 || !d[0].Private || d[0].Finished {
			t.Errorf("%d keeps %+v", p, d)
		}
	}
}

func TestTakeBackWhatWasShared(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.letter(t, First, "A lantern letter.")
	r, err := c.Share(ctx, plainOpening("before.here"), "letter")
	must(t, err)
	c.hold(t, Second)
	wantErr(t, c.TakeBackEvent(ctx, r.ID), ErrNotYours)
	c.hold(t, First)
	held := c.State()
	numbers, total := c.Find("LANTERN", 5)
	if total != 1 || numbers[0] != held.Moments[len(held.Moments)-1].Number {
		t.Errorf("found %v, %d", numbers, total)
	}
	must(t, c.TakeBackEvent(ctx, r.ID))
	wantErr(t, c.TakeBackEvent(ctx, r.ID), ErrNotNow)
	if held.Reflections[0].TakenBack {
		t.Error("a state that was handed out changed")
	}
	for range 2 { // as it grew, and as it is read again
		s := c.State()
		if r := s.Reflections[0]; !r.TakenBack || r.SharedBy != First || r.Struck {
			t.Errorf("taken back: %+v", r)
		}
		i := slices.IndexFunc(s.Moments, func(m Moment) bool { return m.Kind == KindShared })
		if i < 0 || !s.Moments[i].TakenBack || s.Moments[i].Title != "A title" {
			t.Errorf("moments %+v", s.Moments)
		}
		if numbers, total := c.Find("lantern", 5); total != 0 || len(numbers) != 0 {
			t.Errorf("what was taken back is found: %v", numbers)
		}
		if _, total := c.Find("a title", 5); total != 1 {
			t.Error("the moment itself is not found by its title")
		}
		c.comeAgain(t)
	}
}

// TestShareThatFails: the letter stays with its writer when it can't be saved.
func TestShareThatFails(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.letter(t, First, "A letter to you.")
	before := c.State()
	run(t, c.db, "CREATE TRIGGER refuse BEFORE UPDATE ON tip BEGIN SELECT RAISE(ABORT, 'no'); END")
	if _, err := c.Share(ctx, plainOpening("before.here"), "letter"); err == nil {
		t.Fatal("shared")
	}
	equalStates(t, c.State(), before)
	if len(c.Drafts("before.here")) != 1 {
		t.Error("the letter is gone")
	}
	run(t, c.db, "DROP TRIGGER refuse")
	_, err := c.Share(ctx, plainOpening("before.here"), "letter")
	must(t, err)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestReplies: the other answers a need with yes, not yet or let us talk, and
// may answer anew; nobody answers their own.
func TestReplies(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	o := plainOpening("before.here")
	plain := o.Render
	o.Render = func(part string, p Partner, answer json.RawMessage) (OpenedPart, error) {
		shown, err := plain(part, p, answer)
		shown.Reply = true
		return shown, err
	}
	opened := c.openBoth(t, o, "need", [2]string{"I need a walk.", "I need quiet."})
	c.letter(t, First, "I need you to read this.")
	shared, err := c.Share(ctx, o, "letter")
	must(t, err)
	if !opened.Parts[0].Reply || !shared.Parts[0].Reply {
		t.Error("the parts do not ask for a reply")
	}
	wantErr(t, c.MarkGuess(ctx, shared.ID, "letter", "yes"), ErrNotYours)
	wantErr(t, c.MarkGuess(ctx, shared.ID, "other", "yes"), ErrNotYours)
	wantErr(t, c.MarkGuess(ctx, "nothing", "letter", "yes"), ErrUnknown)
	must(t, c.MarkGuess(ctx, opened.ID, "need", "notyet"))
	c.hold(t, Second)
	for _, mark := range []string{"yes", "notyet", "talk"} {
		must(t, c.MarkGuess(ctx, shared.ID, "letter", mark))
		must(t, c.MarkGuess(ctx, opened.ID, "need", mark))
	}
	wantInvalid(t, c.MarkGuess(ctx, opened.ID, "need", "no"), "Mark", ProblemUnknown)
	wantInvalid(t, c.MarkGuess(ctx, opened.ID, "need", ""), "Mark", ProblemUnknown)
	for range 2 {
		for id, want := range map[string][2]string{opened.ID: {"talk", "notyet"}, shared.ID: {"talk", ""}} {
			if r, _ := c.State().Reflection(id); r.Parts[0].Marks != want {
				t.Errorf("marks %v, want %v", r.Parts[0].Marks, want)
			}
		}
		c.comeAgain(t)
	}
}

// TestPaper: a sheet of paper has the day it was written; that day is shown when
// it is opened, and what was typed has the day it was last written.
func TestPaper(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	written := c.Today()
	c.write(t, Second, "before.here", "why", "I knew.")
	must(t, c.Finish(ctx, "before.here"))
	c.clock.days(3)
	c.hold(t, First)
	d := Draft{Exercise: "before.here", Part: "why", Answer: text("I hid it.")}
	for paper, problem := range map[Day]Problem{
		c.Today().Add(1): ProblemTooFuture, "9999-12-31": ProblemTooFuture, "2026-02-30": ProblemNotADate, "Sunday": ProblemNotADate,
	} {
		d.Paper = paper
		_, err := c.SaveDraft(ctx, d)
		wantInvalid(t, err, "Paper", problem)
	}
	if len(c.Drafts("before.here")) > 0 {
		t.Fatal("something was kept")
	}
	for _, paper := range []Day{c.Today(), written.Add(-400)} {
		d.Paper = paper
		kept, err := c.SaveDraft(ctx, d)
		must(t, err)
		if kept.Paper != paper || kept.Day != c.Today() {
			t.Errorf("kept %+v", kept)
		}
		d.Revision = kept.Revision
	}
	c.comeAgain(t)
	c.hold(t, First)
	if got := c.Drafts("before.here"); len(got) != 1 || got[0].Paper != d.Paper || got[0].Day != c.Today() {
		t.Errorf("drafts %+v", got)
	}
	must(t, c.Finish(ctx, "before.here"))
	c.clock.days(2)
	_, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	c.comeAgain(t)
	if got := c.State().Reflections[0].Parts[0].Days; got != [2]Day{d.Paper, written} {
		t.Errorf("days %v, want %v and %v", got, d.Paper, written)
	}
}
