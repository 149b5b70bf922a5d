package journal

import (
	"bytes"
	"database/sql"
	"testing"
)

// TestLastWordsWait: until the other chooses to open them, they are in nothing
// that can be read, searched or exported.
func TestLastWordsWait(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.ends(t, First)
	wantInvalid(t, c.LeaveLastWords(ctx, " \n"), "Words", ProblemEmpty)
	wantInvalid(t, c.LeaveLastWords(ctx, "x\x00"), "Words", ProblemControl)
	wantErr(t, c.OpenLastWords(ctx), ErrNotNow)
	d, err := c.SaveDraft(ctx, Draft{Exercise: LastWordsDraft, Part: lastWordsPart, Answer: text("I wish you a lantern.")})
	must(t, err)
	if !d.Private {
		t.Error("the draft could be opened with others")
	}
	must(t, c.LeaveLastWords(ctx, "I wish you a lantern. "))
	if len(c.Drafts(LastWordsDraft)) > 0 {
		t.Error("the draft is still there")
	}
	wantErr(t, c.LeaveLastWords(ctx, "More."), ErrNotNow)
	for _, holds := range []Partner{First, Second} {
		c.comeAgain(t)
		c.hold(t, holds)
		if bytes.Contains(stateJSON(t, c.State()), []byte("lantern")) {
			t.Error("unopened words are in the state")
		}
		if _, total := c.Find("lantern", 1); total > 0 {
			t.Error("unopened words are found")
		}
	}
	must(t, c.OpenLastWords(ctx))
	wantErr(t, c.OpenLastWords(ctx), ErrNotNow)
	for range 2 {
		if l := c.State().LastWordsOf(First); l.Text != "I wish you a lantern." || l.Opened.IsZero() {
			t.Errorf("opened: %+v", l)
		}
		if _, total := c.Find("lantern", 1); total != 1 {
			t.Error("opened words are not found")
		}
		c.comeAgain(t)
	}
	c.hold(t, First)
	wantErr(t, c.TakeBackEvent(ctx, c.State().LastWordsOf(First).Event), ErrNotNow)
	must(t, c.LeaveLastWords(ctx, "And a warm coat."))
	if n := len(c.State().LastWords); n != 2 || c.State().LastWords[0].Text == "" {
		t.Error("what was opened is gone")
	}
}

// TestLastWordsTakenBackAreGone: from the journal and from every copy, also as
// the draft that they were. No place of words is missing, and new ones can be left.
func TestLastWordsTakenBackAreGone(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.ends(t, First)
	_, err := c.SaveDraft(ctx, Draft{Exercise: LastWordsDraft, Part: lastWordsPart, Answer: text("I wish you a lantern.")})
	must(t, err)
	c.everyCopy(t)
	c.hold(t, First)
	must(t, c.LeaveLastWords(ctx, "I wish you a lantern."))
	event := c.State().LastWordsOf(First).Event
	body := one[[]byte](t, c.db, "SELECT body FROM event WHERE id = ?", event)
	c.clock.days(1)
	must(t, c.DailyBackup(ctx))
	must(t, c.TakeBackEvent(ctx, event))
	c.wantGone(t, body, "SELECT count(*) FROM event WHERE id = ? AND length(body) > 0", event)
	if got := c.draftsIn(t, LastWordsDraft); len(got) > 0 {
		t.Errorf("copies hold %q", got)
	}
	for range 2 {
		if l := c.State().LastWordsOf(First); !l.TakenBack || l.Struck || l.Text != "" {
			t.Errorf("%+v", l)
		}
		if found, err := c.Check(ctx); err != nil || len(found) > 0 {
			t.Error(found, err)
		}
		c.comeAgain(t)
	}
	c.hold(t, Second)
	wantErr(t, c.OpenLastWords(ctx), ErrNotNow)
	c.hold(t, First)
	must(t, c.LeaveLastWords(ctx, "Be well."))
}

// TestLastWordsStruckOut: both can strike out what was opened, and what was not.
func TestLastWordsStruckOut(t *testing.T) {
	ctx := t.Context()
	for _, opened := range []bool{true, false} {
		c := newCouple(t)
		c.ends(t, First)
		must(t, c.LeaveLastWords(ctx, "I wish you a lantern."))
		c.hold(t, Second)
		if opened {
			must(t, c.OpenLastWords(ctx))
		}
		must(t, c.DailyBackup(ctx))
		event := c.State().LastWordsOf(First).Event
		must(t, c.Strike(ctx, event))
		if c.hold(t, First); opened {
			wantErr(t, c.TakeBackEvent(ctx, event), ErrNotNow)
		}
		for range 2 {
			if l := c.State().LastWordsOf(First); !l.Struck || l.Text != "" || l.Opened.IsZero() == opened {
				t.Errorf("opened %v: %+v", opened, l)
			}
			if found, err := c.Check(ctx); err != nil || len(found) > 0 {
				t.Error(found, err)
			}
			c.comeAgain(t)
		}
	}
}

// TestEraseOwnEverywhere: all unopened writing of one partner goes, from every
// copy, and nothing of the other's does.
func TestEraseOwnEverywhere(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "a", "Mine alone.")
	c.letter(t, First, "A letter to you.")
	c.write(t, Second, "before.here", "a", "Mine too.")
	c.everyCopy(t)
	c.hold(t, First)
	_, id := c.draftRow(First, "before.here", "a")
	sealed := one[[]byte](t, c.db, "SELECT sealed FROM private WHERE id = ?", id)
	if n := c.OwnWriting(); n != 2 {
		t.Fatalf("%d pieces, want 2", n)
	}
	n, err := c.EraseOwn(ctx)
	must(t, err)
	if n != 2 || c.OwnWriting() != 0 {
		t.Errorf("%d erased, %d left", n, c.OwnWriting())
	}
	c.wantGone(t, sealed, "SELECT count(*) FROM private WHERE id = ?", id)
	want := string(text("Mine too."))
	for _, got := range c.draftsIn(t, "before.here") {
		if got != want {
			t.Errorf("a copy still holds %s", got)
		}
	}
	if mine, _ := c.Role(); mine != RoleRepairing {
		t.Errorf("the role is %q", mine)
	}
	c.hold(t, Second)
	if c.OwnWriting() != 1 {
		t.Error("the other's writing is gone")
	}
	c.Cover()
	if _, err := c.EraseOwn(ctx); err == nil {
		t.Error("nobody held the laptop")
	}
}

// TestLastWordsEmptiedByHand: a place whose words were emptied by hand is named.
func TestLastWordsEmptiedByHand(t *testing.T) {
	c := newCouple(t)
	c.ends(t, First)
	must(t, c.LeaveLastWords(t.Context(), "Be well."))
	number := c.last.Number
	must(t, c.Close())
	edit(t, c.path, func(db *sql.DB) {
		_, err := db.Exec("UPDATE event SET body = x'' WHERE seq = ?", number)
		must(t, err)
	})
	c.comeAgain(t)
	wantFault(t, c.Faults(), Fault{number, placeEvent, whatWordsMissing})
}
