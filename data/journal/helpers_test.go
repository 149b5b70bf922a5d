package journal

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// fill lets the two live a little: something of everything the methods can make.
func (c *couple) fill(t testing.TB) {
	t.Helper()
	ctx := context.Background()
	for _, p := range []Partner{First, Second} {
		c.write(t, p, "before.here", "here", map[Partner]string{First: "I stop hiding.", Second: "I miss us."}[p])
		must(t, c.Finish(ctx, "before.here"))
	}
	_, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	must(t, c.Skip(ctx, "before.words", "Words to use"))
	must(t, c.SafetyShown(ctx, "before"))
	must(t, c.CloseStep(ctx, "before", "Before you begin", ""))
	lantern, err := c.Propose(ctx, Terms{Kind: Plain, Title: "Our word is lantern", Text: "Either says it, both stop."})
	must(t, err)
	c.hold(t, First)
	must(t, c.Sign(ctx, lantern))
	phone, err := c.Propose(ctx, accessTerms(c.Today(), 30))
	must(t, err)
	quiet, err := c.SetBoundary(ctx, "Quiet after ten", "I don't talk about it after ten.")
	must(t, err)
	c.hold(t, Second)
	must(t, c.Sign(ctx, phone))
	must(t, c.Acknowledge(ctx, quiet))
	must(t, c.CloseSitting(ctx, [2]string{"tired", "lighter"}, c.Today().Add(7), "20:00", "Coffee on Saturday"))
	c.clock.days(1)
	c.write(t, First, "own.plainly", "what", "Noor's own words, version one.")
	c.write(t, Second, "own.plainly", "what", "Eli's own words.")
}

// accessTerms are temporary access that the first partner gives, for some days.
func accessTerms(today Day, days int) Terms {
	return Terms{
		Kind: TemporaryAccess, Title: "Noor's phone on the table", Text: "Messages, in the evening.",
		Why: "To sleep again.", Promises: First, Start: today, End: today.Add(days),
	}
}

// sample is a filled journal's file, made once and copied for each case.
type sample struct {
	file  []byte
	state State
	clock clock
}

var takeSample = sync.OnceValues(func() (sample, error) {
	dir, err := os.MkdirTemp("", "journal")
	if err != nil {
		return sample{}, err
	}
	defer os.RemoveAll(dir)
	c := newCouple(discard{dir: dir})
	c.fill(discard{dir: dir})
	s := sample{state: c.State(), clock: *c.clock}
	if err := c.Close(); err != nil {
		return s, err
	}
	s.file, err = os.ReadFile(c.path)
	return s, err
})

// discard is a testing.TB for work that belongs to no single test.
type discard struct {
	testing.TB
	dir string
}

func (discard) Helper()           {}
func (discard) Cleanup(func())    {}
func (d discard) TempDir() string { return d.dir }
func (discard) Fatal(args ...any) { panic(args) }

// place writes the sample's file into a folder of its own and gives the couple, not opened.
func place(t testing.TB) (*couple, sample) {
	t.Helper()
	s, err := takeSample()
	must(t, err)
	dir := t.TempDir()
	k := s.clock
	c := &couple{clock: &k, Journal: &Journal{path: filepath.Join(dir, "ours.goldseam"), closed: true}}
	c.opt = Options{Now: k.now, StateDir: filepath.Join(dir, "state")}
	c.opt.Now = c.clock.now
	must(t, os.WriteFile(c.path, s.file, 0o600))
	t.Cleanup(func() { c.Close() })
	return c, s
}

// edit changes the closed file by hand, as somebody with a database tool would.
func edit(t testing.TB, path string, work func(*sql.DB)) {
	t.Helper()
	db, err := sql.Open(driverName, dsn(path, "rw"))
	must(t, err)
	db.SetMaxOpenConns(1)
	work(db)
	must(t, checkpointFile(context.Background(), db))
	must(t, db.Close())
}

func run(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatal(query, err)
	}
}

func one[T any](t testing.TB, db *sql.DB, query string, args ...any) T {
	t.Helper()
	var v T
	if err := db.QueryRow(query, args...).Scan(&v); err != nil {
		t.Fatal(query, err)
	}
	return v
}

// faultsAfter opens the file with both present, checks everything and gives the faults.
func (c *couple) faultsAfter(t testing.TB) []Fault {
	t.Helper()
	c.reopen(t, First, Second)
	found, err := c.Check(t.Context())
	must(t, err)
	return found
}

func wantFault(t testing.TB, found []Fault, want Fault) {
	t.Helper()
	if !slices.Contains(found, want) {
		t.Errorf("faults %v, want %v among them", found, want)
	}
}

func wantInvalid(t testing.TB, err error, field string, problem Problem) {
	t.Helper()
	var invalid *Invalid
	if !errors.As(err, &invalid) || *invalid != (Invalid{field, problem}) {
		t.Errorf("err = %v, want %s: %s", err, field, problem)
	}
}
