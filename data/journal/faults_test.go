package journal

import (
	"database/sql"
	"os"
	"testing"
)

// lockFile holds the file's write lock as another program would.
func lockFile(t *testing.T, path string) (release func()) {
	t.Helper()
	db, err := sql.Open(driverName, dsn(path, "rw"))
	must(t, err)
	tx, err := db.Begin()
	must(t, err)
	return func() {
		must(t, tx.Rollback())
		must(t, db.Close())
	}
}

func TestAnotherProgramHoldsTheFile(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	_, err := c.SetBoundary(ctx, "Quiet after ten", "")
	must(t, err)
	before := c.State()
	release := lockFile(t, c.path)
	_, err = Open(ctx, c.path, c.opt)
	wantErr(t, err, ErrBusy)
	_, err = c.SetBoundary(ctx, "One more", "")
	wantErr(t, err, ErrBusy)
	equalStates(t, c.State(), before)
	release()
	_, err = c.SetBoundary(ctx, "One more", "")
	must(t, err)
	want := c.State()
	c.comeAgain(t)
	equalStates(t, c.State(), want)
}

func TestAnotherProgramWroteTheFile(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	other, err := Open(ctx, c.path, c.opt)
	must(t, err)
	defer other.Close()
	must(t, other.Unlock(ctx, First, passNoor))
	must(t, c.Living(ctx, false))
	before := other.State()
	wantErr(t, other.Living(ctx, true), ErrBusy)
	equalStates(t, other.State(), before)
}

// TestSaveThatFails: what the program remembers stays what the file holds.
func TestSaveThatFails(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	for _, p := range []Partner{First, Second} {
		c.write(t, p, "before.here", "a", "Words.")
		must(t, c.Finish(ctx, "before.here"))
	}
	before, progress := c.State(), c.Progress("before.here")
	run(t, c.db, "CREATE TRIGGER refuse BEFORE UPDATE ON tip BEGIN SELECT RAISE(ABORT, 'no'); END")
	if _, err := c.OpenTogether(ctx, plainOpening("before.here")); err == nil {
		t.Fatal("opened")
	}
	if err := c.TakeBack(ctx, "before.here"); err == nil {
		t.Fatal("taken back")
	}
	if err := c.Erase(ctx, "before.here", "a"); err == nil {
		t.Fatal("erased")
	}
	if _, err := c.ChangePassphrase(ctx, passEli, "a new passphrase"); err == nil {
		t.Fatal("changed")
	}
	equalStates(t, c.State(), before)
	if p := c.Progress("before.here"); p != progress || len(c.Drafts("before.here")) != 1 {
		t.Errorf("progress %+v, was %+v", p, progress)
	}
	run(t, c.db, "DROP TRIGGER refuse")
	_, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	c.comeAgain(t)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func TestFileVanishesBetweenSittings(t *testing.T) {
	c := newCouple(t)
	must(t, c.Close())
	must(t, os.Remove(c.path))
	_, err := Open(t.Context(), c.path, c.opt)
	wantErr(t, err, ErrMissing)
	if _, err := os.Stat(c.path); err == nil {
		t.Error("an empty file was made in its place")
	}
}
