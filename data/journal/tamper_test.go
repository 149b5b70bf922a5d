package journal

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"testing"

	"goldseam.app/data/vault"
)

func flip(b []byte) []byte {
	out := bytes.Clone(b)
	out[len(out)/2] ^= 0x10
	return out
}

func TestUntouchedHasNoFault(t *testing.T) {
	c, s := place(t)
	if found := c.faultsAfter(t); len(found) > 0 {
		t.Fatal(found)
	}
	equalStates(t, c.State(), s.state)
}

func TestFlippedByteInEachEvent(t *testing.T) {
	_, s := place(t)
	for seq := int64(1); seq <= int64(len(s.state.Moments)); seq++ {
		for column, what := range map[string]string{"head": whatHead, "body": whatWords} {
			t.Run(fmt.Sprint(column, " ", seq), func(t *testing.T) {
				c, s := place(t)
				edit(t, c.path, func(db *sql.DB) {
					b := one[[]byte](t, db, "SELECT "+column+" FROM event WHERE seq = ?", seq)
					run(t, db, "UPDATE event SET "+column+" = ? WHERE seq = ?", flip(b), seq)
				})
				wantFault(t, c.faultsAfter(t), Fault{seq, placeEvent, what})
				c.wantRestReadable(t, s, seq)
			})
		}
	}
}

// wantRestReadable: the rest is there, and nothing can be written.
func (c *couple) wantRestReadable(t testing.TB, s sample, without int64) {
	t.Helper()
	if !c.ReadOnly() {
		t.Error("can still be written")
	}
	have := map[int64]bool{}
	for _, m := range c.State().Moments {
		have[m.Number] = true
	}
	if have[without] {
		t.Errorf("event %d is still in the state", without)
	}
	if without > 2 && (!have[1] || !have[2]) || len(have) == 0 && without > 1 {
		t.Errorf("too much is missing: %v", have)
	}
	wantErr(t, c.Skip(context.Background(), "before.x", "X"), ErrReadOnly)
}

func TestEmptiedBodyIsNamed(t *testing.T) {
	c, _ := place(t)
	edit(t, c.path, func(db *sql.DB) { run(t, db, "UPDATE event SET body = x'' WHERE seq = 3") })
	wantFault(t, c.faultsAfter(t), Fault{3, placeEvent, whatWordsMissing})
	if !c.ReadOnly() {
		t.Error("can still be written")
	}
}

func TestFlippedOwnWriting(t *testing.T) {
	for column, what := range map[string]string{"mark": whatMark, "sealed": whatDiffers} {
		t.Run(column, func(t *testing.T) {
			c, s := place(t)
			edit(t, c.path, func(db *sql.DB) {
				id := one[string](t, db, "SELECT id FROM private LIMIT 1")
				b := one[[]byte](t, db, "SELECT "+column+" FROM private WHERE id = ?", id)
				run(t, db, "UPDATE private SET "+column+" = ? WHERE id = ?", flip(b), id)
			})
			wantFault(t, c.faultsAfter(t), Fault{0, placePrivate, what})
			equalStates(t, c.State(), s.state)
		})
	}
}

func TestFlippedTipAndFormat(t *testing.T) {
	c, s := place(t)
	edit(t, c.path, func(db *sql.DB) {
		run(t, db, "UPDATE tip SET sealed = ?", flip(one[[]byte](t, db, "SELECT sealed FROM tip")))
	})
	wantFault(t, c.faultsAfter(t), Fault{0, placeLedger, whatTip})
	equalStates(t, c.State(), s.state)
	c, _ = place(t)
	edit(t, c.path, func(db *sql.DB) { run(t, db, "DELETE FROM tip") })
	wantFault(t, c.faultsAfter(t), Fault{0, placeLedger, whatTip})
}

func TestFlippedKeys(t *testing.T) {
	for _, column := range []string{"salt", "sealed"} {
		c, _ := place(t)
		edit(t, c.path, func(db *sql.DB) {
			b := one[[]byte](t, db, "SELECT "+column+" FROM slot WHERE partner = 1 AND kind = 1")
			run(t, db, "UPDATE slot SET "+column+" = ? WHERE partner = 1 AND kind = 1", flip(b))
		})
		c.reopen(t)
		wantErr(t, c.Unlock(t.Context(), First, passNoor), vault.ErrWrongPassphrase)
		must(t, c.Unlock(t.Context(), Second, passEli))
	}
	c, _ := place(t)
	edit(t, c.path, func(db *sql.DB) {
		run(t, db, "UPDATE keyring SET sealed = ? WHERE partner = 1", flip(one[[]byte](t, db, "SELECT sealed FROM keyring WHERE partner = 1")))
	})
	c.reopen(t)
	wantErr(t, c.Unlock(t.Context(), First, passNoor), ErrDamaged)
	must(t, c.Unlock(t.Context(), Second, passEli))
}

func TestHostileSlotParameters(t *testing.T) {
	for _, change := range []string{"memory = 2000000000", "memory = -1", "time = 4000000000", "threads = 255", "threads = 70000", "salt = x''", "sealed = x''"} {
		c, _ := place(t)
		edit(t, c.path, func(db *sql.DB) { run(t, db, "UPDATE slot SET "+change+" WHERE partner = 1 AND kind = 1") })
		j, err := Open(t.Context(), c.path, c.opt)
		if err != nil {
			wantErr(t, err, ErrDamaged)
			continue
		}
		if err := j.Unlock(t.Context(), First, passNoor); err == nil {
			t.Errorf("%s: let in", change)
		}
		must(t, j.Close())
	}
}

func TestMissingSlotsAndFaces(t *testing.T) {
	for _, change := range []string{"DELETE FROM slot WHERE partner = 2 AND kind = 2", "DELETE FROM face WHERE partner = 1", "DELETE FROM journal", "DROP TABLE face"} {
		c, _ := place(t)
		edit(t, c.path, func(db *sql.DB) { run(t, db, change) })
		_, err := Open(t.Context(), c.path, c.opt)
		wantErr(t, err, ErrDamaged)
	}
	for _, change := range []string{"DROP TABLE event", "DROP TABLE private", "DROP TABLE tip", "DROP TABLE keyring"} {
		c, _ := place(t)
		edit(t, c.path, func(db *sql.DB) { run(t, db, change) })
		c.reopen(t)
		if err := c.Unlock(t.Context(), First, passNoor); err == nil && len(c.Faults()) == 0 {
			t.Errorf("%s: not noticed", change)
		}
	}
}

func TestRemovedEvents(t *testing.T) {
	_, s := place(t)
	last := int64(len(s.state.Moments))
	for _, c := range []struct {
		seq  int64
		want Fault
	}{
		{1, Fault{2, placeEvent, whatGap}},
		{last / 2, Fault{last/2 + 1, placeEvent, whatGap}},
		{last, Fault{last, placeLedger, whatShorter}},
	} {
		j, _ := place(t)
		edit(t, j.path, func(db *sql.DB) { run(t, db, "DELETE FROM event WHERE seq = ?", c.seq) })
		wantFault(t, j.faultsAfter(t), c.want)
	}
}

func TestRemovedAndRenumbered(t *testing.T) {
	c, _ := place(t)
	edit(t, c.path, func(db *sql.DB) {
		run(t, db, "DELETE FROM event WHERE seq = 4")
		run(t, db, "UPDATE event SET seq = -(seq - 1) WHERE seq > 4")
		run(t, db, "UPDATE event SET seq = -seq WHERE seq < 0")
	})
	wantFault(t, c.faultsAfter(t), Fault{4, placeEvent, whatOrder})
}

func TestReorderedEvents(t *testing.T) {
	c, _ := place(t)
	edit(t, c.path, func(db *sql.DB) {
		run(t, db, "UPDATE event SET seq = 1000 WHERE seq = 4")
		run(t, db, "UPDATE event SET seq = 4 WHERE seq = 5")
		run(t, db, "UPDATE event SET seq = 5 WHERE seq = 1000")
	})
	found := c.faultsAfter(t)
	wantFault(t, found, Fault{4, placeEvent, whatOrder})
	wantFault(t, found, Fault{5, placeEvent, whatOrder})
}

func TestExchangedParts(t *testing.T) {
	for name, query := range map[string]string{
		"head and body":     "UPDATE event SET head = body, body = head WHERE seq = 5",
		"two bodies":        "UPDATE event SET body = (SELECT body FROM event WHERE seq = 6) WHERE seq = 5",
		"two heads":         "UPDATE event SET head = (SELECT head FROM event WHERE seq = 6) WHERE seq = 5",
		"a whole row":       "UPDATE event SET (head, body) = (SELECT head, body FROM event WHERE seq = 6) WHERE seq = 5",
		"another id":        "UPDATE event SET id = '00112233445566778899aabbccddeeff' WHERE seq = 5",
		"a tip as a head":   "UPDATE event SET head = (SELECT sealed FROM tip) WHERE seq = 5",
		"nothing as a head": "UPDATE event SET head = x'' WHERE seq = 5",
	} {
		t.Run(name, func(t *testing.T) {
			c, s := place(t)
			edit(t, c.path, func(db *sql.DB) { run(t, db, query) })
			c.wantNamed(t, c.faultsAfter(t), 5)
			c.wantRestReadable(t, s, 5)
		})
	}
}

func (c *couple) wantNamed(t testing.TB, found []Fault, number int64) {
	t.Helper()
	for _, f := range found {
		if f.Number == number && f.Place == placeEvent {
			return
		}
	}
	t.Errorf("event %d is not named in %v", number, found)
}

func TestRowOfAnotherJournal(t *testing.T) {
	c, s := place(t)
	other := newCouple(t)
	must(t, other.Close())
	next := int64(len(s.state.Moments)) + 1
	var head, body []byte
	var id string
	edit(t, other.path, func(db *sql.DB) {
		must(t, db.QueryRow("SELECT id, head, body FROM event WHERE seq = 2").Scan(&id, &head, &body))
	})
	edit(t, c.path, func(db *sql.DB) { run(t, db, "INSERT INTO event VALUES (?, ?, ?, ?)", next, id, head, body) })
	wantFault(t, c.faultsAfter(t), Fault{next, placeEvent, whatHead})
	equalStates(t, c.State(), s.state)
}

func TestOwnRowsRemovedAddedReplayed(t *testing.T) {
	c, _ := place(t)
	edit(t, c.path, func(db *sql.DB) { run(t, db, "DELETE FROM private WHERE id = (SELECT id FROM private LIMIT 1)") })
	wantFault(t, c.faultsAfter(t), Fault{0, placePrivate, whatRowMissing})

	c, _ = place(t)
	var id string
	var sealedMark, sealed []byte
	row := func(db *sql.DB) error {
		return db.QueryRow("SELECT id, mark, sealed FROM private WHERE id = ?", id).Scan(&id, &sealedMark, &sealed)
	}
	c.reopen(t, First)
	_, id = c.draftRow(First, "own.plainly", "what")
	must(t, c.Close())
	edit(t, c.path, func(db *sql.DB) { must(t, row(db)) })
	c.reopen(t, First)
	_, err := c.SaveDraft(t.Context(), Draft{Exercise: "own.plainly", Part: "what", Revision: 1, Answer: text("Version two.")})
	must(t, err)
	must(t, c.Close())
	edit(t, c.path, func(db *sql.DB) {
		run(t, db, "UPDATE private SET mark = ?, sealed = ? WHERE id = ?", sealedMark, sealed, id)
	})
	wantFault(t, c.faultsAfter(t), Fault{0, placePrivate, whatRowOlder})

	c, _ = place(t)
	c.reopen(t, First)
	must(t, c.Erase(t.Context(), "own.plainly", "what"))
	must(t, c.Close())
	edit(t, c.path, func(db *sql.DB) { run(t, db, "INSERT INTO private VALUES (?, ?, ?)", id, sealedMark, sealed) })
	wantFault(t, c.faultsAfter(t), Fault{0, placePrivate, whatRowExtra})
}

func TestTipRolledBack(t *testing.T) {
	c, s := place(t)
	next := int64(len(s.state.Moments)) + 1
	var before []byte
	edit(t, c.path, func(db *sql.DB) { before = one[[]byte](t, db, "SELECT sealed FROM tip") })
	c.reopen(t, First)
	must(t, c.Living(t.Context(), false))
	must(t, c.Close())
	edit(t, c.path, func(db *sql.DB) { run(t, db, "UPDATE tip SET sealed = ?", before) })
	wantFault(t, c.faultsAfter(t), Fault{next, placeLedger, whatLonger})
}

func TestWholeFileOlder(t *testing.T) {
	c, s := place(t)
	c.reopen(t, First)
	must(t, c.Living(t.Context(), false))
	must(t, c.Close())
	must(t, removeDatabase(c.path))
	must(t, os.WriteFile(c.path, s.file, 0o600))
	wantFault(t, c.faultsAfter(t), Fault{int64(len(s.state.Moments)), placeLedger, whatOlder})
	equalStates(t, c.State(), s.state)
	c.Cover()
	must(t, c.GoOn(t.Context()))
	if c.ReadOnly() {
		t.Error("still closed for writing after both went on")
	}
	if found := c.faultsAfter(t); len(found) > 0 {
		t.Error(found)
	}
}
