package journal

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

const many = 10_000

// manyEvents is a journal file of many events, made once: sealed and signed as
// always, but written in one transaction.
var manyEvents = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "journal")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	c := newCouple(discard{dir: dir})
	if err := c.writeMany(many - 2); err != nil {
		return nil, err
	}
	if err := c.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(c.path)
})

func (c *couple) writeMany(n int) error {
	return inTx(context.Background(), c.db, func(ctx context.Context, tx *sql.Tx) error {
		var thing string
		for i := range n {
			e := someEvent(i, c.Today(), &thing, c.fold)
			seeds, err := c.seedsOf(e.head.Authors)
			if err != nil {
				return err
			}
			row, err := c.seal(&e, seeds)
			if err != nil {
				return err
			}
			add, err := c.fold.check(&e)
			if err != nil {
				return err
			}
			if _, err := tx.Exec("INSERT INTO event VALUES (?, ?, ?, ?)", row.seq, row.id, row.head, row.body); err != nil {
				return err
			}
			add()
			c.last.Number, c.last.OnIt, c.last.Hash = e.seq, e.head.Number, e.hash[:]
		}
		return c.writeTip(ctx, tx, c.last)
	})
}

// someEvent gives the i-th event of a made-up couple's years.
func someEvent(i int, day Day, thing *string, f *fold) entry {
	single := func(kind EventKind, h facts, w words) entry {
		return entry{head: head{Kind: kind, Authors: []Partner{First}, Facts: h}, words: w}
	}
	sentence := fmt.Sprintf("What was said on the evening number %d, and café talk after it.", i)
	switch i % 10 {
	case 0:
		*thing = newID()
		return single(KindProposed, facts{Thing: *thing, Version: 1, Kind: Plain, Rhythm: Daily}, words{Title: fmt.Sprint("Agreement ", i), Text: sentence})
	case 1:
		hash := f.hashes[f.state.Agreements[len(f.state.Agreements)-1].Latest().Event]
		e := single(KindSigned, facts{Thing: *thing, Version: 1, Wording: hash[:]}, words{})
		e.head.Authors = []Partner{Second}
		return e
	case 2:
		return single(KindSet, facts{Thing: newID(), Version: 1}, words{Title: fmt.Sprint("Boundary ", i), Text: sentence})
	case 3:
		parts := []OpenedPart{{Part: "a", Kind: "write", Prompts: [2]string{"What was it?", "What was it?"}, Words: [2]string{sentence, sentence}}}
		return together(KindOpened, facts{Exercise: "own.plainly", Edition: 1}, words{Title: "Plainly", Parts: parts})
	case 4, 5:
		return single(KindSkipped, facts{Exercise: "own.more"}, words{Title: "More"})
	case 6:
		return together(KindSitting, facts{Day: day}, words{Said: [2]string{"calm", "tired"}, Text: sentence})
	default:
		return single(KindKept, facts{Thing: *thing, Day: day, Answer: MarkKept}, words{})
	}
}

// placeMany writes the large journal into a folder of its own and opens it.
func placeMany(tb testing.TB) *couple {
	tb.Helper()
	file, err := manyEvents()
	must(tb, err)
	c := &couple{clock: newClock(), Journal: &Journal{path: filepath.Join(tb.TempDir(), "large.goldseam"), closed: true}}
	c.opt.Now = c.clock.now
	must(tb, os.WriteFile(c.path, file, 0o600))
	tb.Cleanup(func() { c.Close() })
	c.reopen(tb, First, Second)
	return c
}

func TestManyEventsOpenWhole(t *testing.T) {
	c := placeMany(t)
	if n := len(c.State().Moments); n != many || c.ReadOnly() {
		t.Errorf("%d moments, faults %v", n, c.Faults())
	}
	if found, err := c.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	if numbers, total := c.Find("CAFE talk", 100); total != many/10*4 || len(numbers) != 100 {
		t.Errorf("found %d, %d listed", total, len(numbers))
	}
}

// BenchmarkOpen10k is opening after the key is derived: reading, unsealing,
// following the chain and adding up 10,000 events.
func BenchmarkOpen10k(b *testing.B) {
	c := placeMany(b)
	for b.Loop() {
		if err := c.load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify10k checks every signature.
func BenchmarkVerify10k(b *testing.B) {
	c := placeMany(b)
	for b.Loop() {
		if _, err := c.verify(context.Background(), false); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAppend saves one event to a journal of 10,000.
func BenchmarkAppend(b *testing.B) {
	c := placeMany(b)
	for b.Loop() {
		must(b, c.Skip(context.Background(), "before.words", "Words"))
	}
}

// BenchmarkBareCommit is what SQLite alone needs for one synced row.
func BenchmarkBareCommit(b *testing.B) {
	c := placeMany(b)
	run(b, c.db, "CREATE TABLE bare (row BLOB)")
	row := make([]byte, 1500)
	for b.Loop() {
		run(b, c.db, "INSERT INTO bare VALUES (?)", row)
	}
}

// BenchmarkSearch10k searches words that one event in ten holds.
func BenchmarkSearch10k(b *testing.B) {
	c := placeMany(b)
	must(b, c.Prepare(context.Background()))
	for b.Loop() {
		if _, total := c.Find("evening number 9", 100); total == 0 {
			b.Fatal("nothing found")
		}
	}
}

// BenchmarkPrepare10k folds all words once.
func BenchmarkPrepare10k(b *testing.B) {
	c := placeMany(b)
	for b.Loop() {
		b.StopTimer()
		must(b, c.load(context.Background()))
		b.StartTimer()
		must(b, c.Prepare(context.Background()))
	}
}
