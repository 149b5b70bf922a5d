// Package journal keeps the couple's one file: an append-only ledger of what
// they share, each partner's sealed own writing, and the rules of promises.md.
// Every method that changes something checks who is present and who holds the
// laptop, and returns nil only once the change is committed and synced.
package journal

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"goldseam.app/data/vault"
)

// Options are what a journal needs from outside. Zero values stand for the real clock and no state folder.
type Options struct {
	Now      func() time.Time // the clock, in the zone the couple live in
	StateDir string           // where to remember how long the journal is; "" for nowhere
}

// Journal is the couple's open file. It is safe for concurrent use; readers get
// values. Nothing in it can be read before a partner has unlocked.
type Journal struct {
	path string
	opt  Options
	id   string
	db   *sql.DB

	mu       sync.Mutex
	closed   bool
	faces    [2]Face
	slots    [2][2]vault.Slot // by partner, then passphrase and words
	waits    [2]vault.Backoff
	key      *vault.Key // the journal key, while anyone is present
	here     [2]*presence
	holder   Partner
	misses   [2]int // hand-over codes that did not fit
	fold     *fold
	last     tip
	size     int64 // bytes of all heads and bodies in the ledger
	faults   []Fault
	bad      map[int64]bool // events whose signatures do not fit
	marks    map[string]mark
	search   searchText
	checked  bool // the file has been compared with the state folder
	restored bool // it was put back from a backup, which is yet to be recorded
}

// presence is what a present partner's passphrase opened.
type presence struct {
	key  vault.Key
	seed vault.Seed
	rows map[string]privateRow // by row id
}

func (p *presence) clear() {
	p.key.Clear()
	p.seed.Clear()
	clear(p.rows)
}

// Path gives the file's path.
func (j *Journal) Path() string { return j.path }

// Now gives the journal's clock.
func (j *Journal) Now() time.Time { return j.opt.Now() }

// Today gives the civil date of the journal's clock.
func (j *Journal) Today() Day { return DayOf(j.opt.Now()) }

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Open opens the journal at path, locked. Errors: ErrMissing, ErrNotJournal,
// ErrNewer, ErrBusy, ErrDamaged, ErrCannotWrite; the file is not changed by any.
func Open(ctx context.Context, path string, o Options) (*Journal, error) {
	db, err := connect(ctx, path)
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, opt: o.withDefaults(), db: db}
	if err := j.readClear(ctx); err != nil {
		db.Close()
		return nil, classify(err)
	}
	return j, nil
}

// readClear reads what the file shows without a key.
func (j *Journal) readClear(ctx context.Context) error {
	if err := j.db.QueryRowContext(ctx, `SELECT id FROM journal`).Scan(&j.id); err != nil {
		return damagedUnless(err)
	}
	if !validID(j.id) {
		return ErrDamaged
	}
	if err := j.readFaces(ctx); err != nil {
		return damagedUnless(err)
	}
	return damagedUnless(j.readSlots(ctx))
}

// damagedUnless turns errors that SQLite did not name into ErrDamaged.
func damagedUnless(err error) error {
	err = classify(err)
	if err == nil || errors.Is(err, ErrBusy) || errors.Is(err, ErrCannotWrite) || errors.Is(err, ErrFull) ||
		errors.Is(err, context.Canceled) {
		return err
	}
	return errors.Join(ErrDamaged, err)
}

func (j *Journal) readFaces(ctx context.Context) error {
	rows, err := j.db.QueryContext(ctx, `SELECT partner, initial, colour, joined FROM face ORDER BY partner LIMIT 3`)
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var f Face
		if err := rows.Scan(&f.Partner, &f.Initial, &f.Colour, &f.Joined); err != nil {
			return err
		}
		if !f.Partner.valid() || n > 1 {
			return ErrDamaged
		}
		f.Initial = initialOf(f.Initial)
		j.faces[f.Partner.index()] = f
	}
	if n != 2 {
		return ErrDamaged
	}
	return rows.Err()
}

// Close locks the journal and releases the file. A save that is under way is finished first.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return nil
	}
	j.lock()
	j.closed = true
	return j.db.Close()
}

// Faces gives what the lock screen may show.
func (j *Journal) Faces() [2]Face {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.faces
}

// State gives all that was shared, or an empty State while the journal is locked.
func (j *Journal) State() State {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.fold == nil {
		return State{}
	}
	return j.fold.snapshot()
}

// Faults gives what was found wrong with the file since it was unlocked.
func (j *Journal) Faults() []Fault {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]Fault(nil), j.faults...)
}

// ReadOnly reports whether faults keep the journal from being written.
func (j *Journal) ReadOnly() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.fold != nil && j.blocked()
}
