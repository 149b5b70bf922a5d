package journal

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"testing"
)

// openCopy puts one copy of the journal back in a folder of its own and lets both in.
func (c *couple) openCopy(t *testing.T, from string) *couple {
	t.Helper()
	ctx := context.Background()
	dir := t.TempDir()
	path, o := filepath.Join(dir, "ours.goldseam"), Options{Now: c.clock.now, StateDir: filepath.Join(dir, "state")}
	_, err := Restore(ctx, from, path, o)
	must(t, err)
	j, err := Open(ctx, path, o)
	must(t, err)
	t.Cleanup(func() { j.Close() })
	must(t, j.Unlock(ctx, First, passNoor))
	must(t, j.Unlock(ctx, Second, passEli))
	if j.ReadOnly() {
		t.Fatalf("%s can't be written after it was put back: %v", filepath.Base(from), j.Faults())
	}
	return &couple{Journal: j, clock: c.clock}
}

// draftsIn gives each partner's own words of an exercise in every copy of the journal.
func (c *couple) draftsIn(t *testing.T, exercise string) (words []string) {
	t.Helper()
	copies, err := c.copies()
	must(t, err)
	for _, path := range copies {
		old := c.openCopy(t, path)
		for _, p := range []Partner{First, Second} {
			old.hold(t, p)
			for _, d := range old.Drafts(exercise) {
				words = append(words, string(d.Answer))
			}
		}
	}
	return words
}

// everyCopy makes a backup, and a copy that was set aside.
func (c *couple) everyCopy(t *testing.T) {
	t.Helper()
	must(t, c.DailyBackup(t.Context()))
	c.restoreNewest(t)
	copies, err := c.copies()
	must(t, err)
	if len(copies) != 2 {
		t.Fatalf("copies: %v", copies)
	}
}

// TestStruckDraftsAreGone: with both passphrases, no older copy shows as a draft
// what was opened later and then struck out. What was not opened stays.
func TestStruckDraftsAreGone(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	for p, words := range map[Partner]string{First: "I hid it.", Second: "I knew."} {
		c.write(t, p, "before.here", "why", words)
		must(t, c.Finish(ctx, "before.here"))
	}
	c.letter(t, First, "A letter to you.")
	c.everyCopy(t)
	r, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	if n := len(c.draftsIn(t, "before.here")); n != 6 {
		t.Fatalf("before striking, the two copies hold %d drafts", n)
	}
	must(t, c.Strike(ctx, r.ID))
	letter := string(text("A letter to you."))
	if got := c.draftsIn(t, "before.here"); !slices.Equal(got, []string{letter, letter}) {
		t.Errorf("after striking, the copies hold %q", got)
	}
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestStruckLetterIsGone: the same for what one partner shared alone.
func TestStruckLetterIsGone(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.letter(t, First, "A letter to you.")
	c.everyCopy(t)
	c.hold(t, First)
	_, id := c.draftRow(First, "before.here", "letter")
	sealed := one[[]byte](t, c.db, "SELECT sealed FROM private WHERE id = ?", id)
	r, err := c.Share(ctx, plainOpening("before.here"), "letter")
	must(t, err)
	must(t, c.TakeBackEvent(ctx, r.ID))
	if n := len(c.draftsIn(t, "before.here")); n != 2 {
		t.Fatalf("before striking, the two copies hold %d drafts", n)
	}
	must(t, c.Strike(ctx, r.ID))
	c.wantGone(t, sealed, "SELECT count(*) FROM private WHERE id = ?", id)
	if got := c.draftsIn(t, "before.here"); len(got) > 0 {
		t.Errorf("after striking, the copies hold %q", got)
	}
	if r := c.State().Reflections[0]; !r.Struck || !r.TakenBack || r.SharedBy != First || len(r.Parts) > 0 {
		t.Errorf("after striking: %+v", r)
	}
}

// TestMissingRowsAreNamed: a copy whose drafts were destroyed says so when it is
// looked at as it is, and opens after it was put back.
func TestMissingRowsAreNamed(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.letter(t, First, "A letter to you.")
	must(t, c.DailyBackup(ctx))
	c.hold(t, First)
	r, err := c.Share(ctx, plainOpening("before.here"), "letter")
	must(t, err)
	must(t, c.Strike(ctx, r.ID))
	backups, err := c.Backups()
	must(t, err)
	j, err := Open(ctx, backups[0], Options{Now: c.clock.now})
	must(t, err)
	defer j.Close()
	must(t, j.Unlock(ctx, First, passNoor))
	wantFault(t, j.Faults(), Fault{0, placePrivate, whatRowMissing})
	must(t, j.Close())
	old := c.openCopy(t, backups[0])
	must(t, old.Living(ctx, false))
	if found, err := old.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestStrikeSparesOwnWriting: an event that names rows of the other's own writing
// does not destroy them when it is struck out.
func TestStrikeSparesOwnWriting(t *testing.T) {
	ctx := t.Context()
	in := newInsider(t)
	in.reopen(t, First, Second)
	_, theirs := in.draftRow(Second, "own.plainly", "what")
	must(t, in.DailyBackup(ctx))
	f := facts{Exercise: "own.plainly", Rows: []string{theirs}}
	e := in.forge(t, head{Kind: KindShared, Authors: []Partner{First}, Facts: f}, words{Title: "A trap"})
	in.reopen(t, First, Second)
	must(t, in.Strike(ctx, e.id))
	backups, err := in.Backups()
	must(t, err)
	edit(t, backups[0], func(db *sql.DB) {
		if n := one[int](t, db, "SELECT count(*) FROM private WHERE id = ?", theirs); n != 1 {
			t.Error("the other's own writing is gone from the backup")
		}
	})
}
