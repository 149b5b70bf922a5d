package journal

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"goldseam.app/data/vault"
)

func TestMain(m *testing.M) {
	vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1})
	os.Exit(m.Run())
}

const (
	passNoor = "north wind and plain bread"
	passEli  = "slow water under the bridge"
)

// clock is a clock of the test's own, in a zone east of UTC.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }
func (c *clock) days(n int)     { c.t = c.t.AddDate(0, 0, n) }

func newClock() *clock {
	return &clock{time.Date(2026, 9, 20, 19, 30, 0, 0, time.FixedZone("CEST", 7200))}
}

// couple is a real journal file with both partners present, and its clock.
type couple struct {
	*Journal
	clock *clock
	words [2]string
}

func noor() Newcomer {
	return Newcomer{Name: "Noor", Colour: 0, Apart: true, Passphrase: passNoor, Code: "1203", Role: RoleRepairing}
}

func eli() Newcomer {
	return Newcomer{Name: "Eli", Colour: 1, Passphrase: passEli, Code: "4417", Role: RoleHurt}
}

func newCouple(t testing.TB) *couple {
	t.Helper()
	c := &couple{clock: newClock()}
	dir := t.TempDir()
	var err error
	o := Options{Now: c.clock.now, StateDir: filepath.Join(dir, "state")}
	c.Journal, c.words[0], err = Create(context.Background(), filepath.Join(dir, "a b#c%20?.goldseam"), o, noor())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if c.words[1], err = c.Join(context.Background(), eli()); err != nil {
		t.Fatal(err)
	}
	return c
}

// hold gives the laptop to p with their code.
func (c *couple) hold(t testing.TB, p Partner) {
	t.Helper()
	c.Cover()
	if err := c.TakeOver(p, map[Partner]string{First: "1203", Second: "4417"}[p]); err != nil {
		t.Fatal(err)
	}
}

// reopen closes the file and opens it again with those present.
func (c *couple) reopen(t testing.TB, present ...Partner) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	j, err := Open(context.Background(), c.path, c.opt)
	if err != nil {
		t.Fatal(err)
	}
	c.Journal = j
	for _, p := range present {
		if err := j.Unlock(context.Background(), p, map[Partner]string{First: passNoor, Second: passEli}[p]); err != nil {
			t.Fatal(err)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("err = %v, want %v", err, want)
	}
}

func text(s string) json.RawMessage { return mustJSON(map[string]string{"text": s}) }

func (c *couple) write(t testing.TB, p Partner, exercise, part, s string) Draft {
	t.Helper()
	c.hold(t, p)
	d, err := c.SaveDraft(context.Background(), Draft{Exercise: exercise, Part: part, Answer: text(s)})
	must(t, err)
	return d
}

func plainOpening(exercise string) Opening {
	return Opening{Exercise: exercise, Title: "A title", Version: 1, Render: func(part string, p Partner, answer json.RawMessage) (OpenedPart, error) {
		var a struct{ Text string }
		err := json.Unmarshal(answer, &a)
		o := OpenedPart{Kind: "write", Title: part}
		o.Prompts[p.index()], o.Words[p.index()] = "What is it?", a.Text
		return o, err
	}}
}

func equalStates(t testing.TB, got, want State) {
	t.Helper()
	if d := stateDiff(got, want); d != "" {
		t.Errorf("states differ (-want +got):\n%s", d)
	}
}

func stateDiff(got, want State) string {
	times := cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })
	return cmp.Diff(want, got, times, cmpopts.EquateEmpty(), cmp.AllowUnexported(Agreement{}, rest{}, reviewed{}, Slip{}))
}

func TestFirstEvening(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "here", "I want to stop hiding.")
	must(t, c.Finish(ctx, "before.here"))
	_, err := c.OpenTogether(ctx, plainOpening("before.here"))
	wantErr(t, err, ErrNotFinished)
	c.write(t, Second, "before.here", "here", "I miss us.")
	if p := c.Progress("before.here"); !p.Theirs || p.Finished {
		t.Errorf("progress = %+v", p)
	}
	must(t, c.Finish(ctx, "before.here"))
	r, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	if r.Parts[0].Words != [2]string{"I want to stop hiding.", "I miss us."} {
		t.Errorf("opened %+v", r.Parts)
	}
	id, err := c.Propose(ctx, Terms{Kind: Plain, Title: "Our word is lantern", Text: "Either says it, both stop."})
	must(t, err)
	c.hold(t, First)
	must(t, c.Sign(ctx, id))
	if a, _ := c.State().Agreement(id); a.State(c.Today()) != StateInForce {
		t.Errorf("state %s", a.State(c.Today()))
	}
	must(t, c.CloseSitting(ctx, [2]string{"tired", "lighter"}, c.Today().Add(7), "20:00", "Coffee on Saturday"))
	want := c.State()
	c.reopen(t, First, Second)
	if f := c.Faults(); len(f) > 0 {
		t.Fatal(f)
	}
	equalStates(t, c.State(), want)
	faults, err := c.Check(ctx)
	if err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

func TestSettingsOfTheFile(t *testing.T) {
	c := newCouple(t)
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1", "temp_store": "2",
		"trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "busy_timeout": "3000",
	} {
		var got string
		must(t, c.db.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s = %s, want %s", pragma, got, want)
		}
	}
}
