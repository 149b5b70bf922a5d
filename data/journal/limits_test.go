package journal

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// TestNothingIsSavedThatCannotBeRead: what is too large to be read again is
// refused before it is saved, and nothing of it is lost.
func TestNothingIsSavedThatCannotBeRead(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	_, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "a", Answer: json.RawMessage("[" + strings.Repeat("1,", mostList) + "1]")})
	wantInvalid(t, err, "Answer", ProblemTooLong)
	_, err = c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "a", Answer: json.RawMessage(strings.Repeat("[", 100) + strings.Repeat("]", 100))})
	wantInvalid(t, err, "Answer", ProblemTooLong)
	long := strings.Repeat("a", maxAnswer-100)
	for _, p := range []Partner{First, Second} {
		for part := range 12 {
			c.write(t, p, "before.here", string(rune('a'+part)), long)
		}
		must(t, c.Finish(ctx, "before.here"))
	}
	before := len(c.State().Moments)
	_, err = c.OpenTogether(ctx, plainOpening("before.here"))
	wantErr(t, err, ErrNoRoom)
	c.comeAgain(t)
	if n := len(c.State().Moments); n != before || len(c.Faults()) > 0 {
		t.Errorf("%d moments, %v", n, c.Faults())
	}
	c.hold(t, First)
	if n := len(c.Drafts("before.here")); n != 12 {
		t.Errorf("%d of 12 drafts are left", n)
	}
}

// TestAFullJournalCanBeLeft: with all room taken but the last tenth, agreements
// can still be left, and nothing new is let in.
func TestAFullJournalCanBeLeft(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	agreement := c.promised(t)
	c.size = mostLedger
	_, err := c.Propose(ctx, Terms{Kind: Plain, Title: "Another", Text: "One."})
	wantErr(t, err, ErrNoRoom)
	must(t, c.Leave(ctx, agreement, ""))
	must(t, c.BeginEnding(ctx))
	c.comeAgain(t)
	if c.size == 0 || c.size > 100<<10 {
		t.Errorf("the ledger has %d bytes", c.size)
	}
}
