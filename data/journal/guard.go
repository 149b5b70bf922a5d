package journal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// compareTip compares the ledger and the rows of own writing with the journal's
// own count, and with what this computer remembers from last time.
func (j *Journal) compareTip(ctx context.Context) error {
	t, ok := j.readTip(ctx)
	if !ok || t.Journal != j.id {
		j.fault(0, placeLedger, whatTip)
		return nil
	}
	switch {
	case t.Number > j.last.Number:
		j.fault(j.last.Number+1, placeLedger, whatShorter)
	case t.Number < j.last.Number || !bytes.Equal(t.Hash, j.last.Hash):
		j.fault(t.Number+1, placeLedger, whatLonger)
	}
	j.comparePrivate(t.Private)
	j.last.Private = t.Private
	j.compareState(ctx)
	return nil
}

func (j *Journal) comparePrivate(counted map[string]int64) {
	for id, revision := range counted {
		m, there := j.marks[id]
		switch {
		case !there:
			j.fault(0, placePrivate, whatRowMissing)
		case m.Owner.valid() && m.Revision != revision:
			j.fault(0, placePrivate, whatRowOlder)
		}
	}
	for id := range j.marks {
		if _, ok := counted[id]; !ok {
			j.fault(0, placePrivate, whatRowExtra)
		}
	}
}

// newSuffix ends the name of the state until it is whole.
const newSuffix = ".new"

func (j *Journal) statePath() string { return filepath.Join(j.opt.StateDir, j.id+".json") }

// compareState notices a journal that is shorter or older than when it was last
// used on this computer.
func (j *Journal) compareState(ctx context.Context) {
	known, ok := j.readState()
	if !ok || j.checked {
		return
	}
	j.checked = true
	if known.Restored {
		j.restored = true
		return
	}
	if known.Number > j.last.Number || !j.hasEvent(ctx, known) {
		j.fault(j.last.Number, placeLedger, whatOlder)
	}
}

// hasEvent reports whether the event that was last here is still in its place.
func (j *Journal) hasEvent(ctx context.Context, known tip) bool {
	if known.Number == j.last.Number {
		return bytes.Equal(known.Hash, j.last.Hash)
	}
	row := sealedEvent{seq: known.Number}
	err := j.db.QueryRowContext(ctx, `SELECT id, head FROM event WHERE seq = ?`, known.Number).Scan(&row.id, &row.head)
	if err != nil {
		return false
	}
	e, err := openHead(j.key, j.id, row)
	return err == nil && bytes.Equal(e.hash[:], known.Hash)
}

func (j *Journal) readState() (tip, bool) {
	var t tip
	if j.opt.StateDir == "" {
		return t, false
	}
	b, err := os.ReadFile(j.statePath())
	if err != nil || len(b) > maxAnswer || json.Unmarshal(b, &t) != nil {
		return tip{}, false
	}
	return t, t.Journal == j.id
}

// keepState remembers outside the file how long the journal is. It helps to
// notice an older file; that it can't be written is no reason to lose a save.
func (j *Journal) keepState() {
	if j.opt.StateDir == "" {
		return
	}
	t := j.last
	t.Journal, t.Private = j.id, nil
	if os.MkdirAll(j.opt.StateDir, 0o700) != nil {
		return
	}
	temporary := j.statePath() + newSuffix
	if os.WriteFile(temporary, mustJSON(t), 0o600) == nil {
		_ = os.Rename(temporary, j.statePath())
	}
}

// expectRestore leaves word in the state folder that the journal at path was
// restored on purpose; the next to unlock records it.
func expectRestore(ctx context.Context, path string, o Options) error {
	if o.StateDir == "" {
		return nil
	}
	db, err := connect(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	var id string
	if err := db.QueryRowContext(ctx, `SELECT id FROM journal`).Scan(&id); err != nil {
		return damagedUnless(err)
	}
	if !validID(id) {
		return ErrDamaged
	}
	if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = DELETE`); err != nil {
		return classify(err)
	}
	if err := os.MkdirAll(o.StateDir, 0o700); err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	note := mustJSON(tip{Journal: id, Restored: true})
	return writeError(os.WriteFile(filepath.Join(o.StateDir, id+".json"), note, 0o600))
}

// GoOn accepts a journal that is older than when it was last used here. Both
// must agree: it is recorded, under a new device.
func (j *Journal) GoOn(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	older := slices.ContainsFunc(j.faults, func(f Fault) bool { return f.What == whatOlder })
	if !older || len(j.faults) > 1 {
		return ErrNotNow
	}
	faults := j.faults
	j.faults = nil
	if err := j.recordRestore(ctx, First); err != nil {
		j.faults = faults
		return err
	}
	return nil
}

// recordRestore appends the event with which a restored journal goes on, under a
// device id of its own.
func (j *Journal) recordRestore(ctx context.Context, p Partner) error {
	device := newID()
	e := entry{head: head{Kind: KindRestored, Authors: []Partner{p}, Device: device, Number: 1, Facts: facts{Device: device}}}
	_, err := j.appendEvent(ctx, e, nil)
	return err
}
