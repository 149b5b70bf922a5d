package journal

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNeighbours: two journals in one folder have backups of their own, and
// deleting one leaves the other's alone.
func TestNeighbours(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	clock := newClock()
	open := func(name string) *Journal {
		j, _, err := Create(ctx, filepath.Join(dir, name), Options{Now: clock.now}, noor())
		must(t, err)
		must(t, j.DailyBackup(ctx))
		t.Cleanup(func() { j.Close() })
		return j
	}
	one, other := open("journal.goldseam"), open("journal-a.goldseam")
	for _, j := range []*Journal{one, other} {
		if names, err := j.Backups(); err != nil || len(names) != 1 {
			t.Fatal(names, err)
		}
	}
	must(t, one.Destroy())
	names, err := other.Backups()
	must(t, err)
	if len(names) != 1 {
		t.Fatalf("the other journal's backups are %v", names)
	}
	if _, err := os.Stat(names[0]); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range left {
		if e.Name() == "journal.goldseam" {
			t.Error("the deleted journal is still there")
		}
	}
}

// TestGuessIsMarkedByTheOther: only the one whom a guess was about can say how
// well it was met, and it survives reopening.
func TestGuessIsMarkedByTheOther(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "guess", "I think that you slept badly.")
	must(t, c.Finish(ctx, "before.here"))
	c.write(t, Second, "before.here", "days", "I did not sleep.")
	must(t, c.Finish(ctx, "before.here"))
	r, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	must(t, c.MarkGuess(ctx, r.ID, "guess", "partly"))
	wantErr(t, c.MarkGuess(ctx, r.ID, "days", "got"), ErrNotYours)
	c.hold(t, First)
	wantErr(t, c.MarkGuess(ctx, r.ID, "guess", "got"), ErrNotYours)
	want := c.State()
	c.reopen(t, First)
	equalStates(t, c.State(), want)
	for _, p := range c.State().Reflections[0].Parts {
		if p.Part == "guess" && p.Marks != [2]string{"partly", ""} {
			t.Errorf("marks = %v", p.Marks)
		}
	}
}
