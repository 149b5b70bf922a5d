package journal

import (
	"context"
	"database/sql"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"goldseam.app/data/vault"
)

// tip is how long the journal is. It is rewritten with each change, and kept
// outside the file too, so that a shorter or older file is noticed.
type tip struct {
	Journal string           `json:"journal"`
	Device  string           `json:"device"`
	Number  int64            `json:"number"`  // of the last event in the ledger
	OnIt    int64            `json:"on_it"`   // of the last event on its device
	Hash    []byte           `json:"hash"`    // of the last event
	Private map[string]int64 `json:"private"` // rows of own writing, and the revision of each

	Restored bool `json:"restored,omitempty"` // only outside the file: it was put back from a backup
}

// appendEvent checks, seals, signs, commits and then adds one event. Rules are
// checked before the commit, and adding after it can't fail. With extra, more
// is written in the same transaction. The caller holds the mutex.
func (j *Journal) appendEvent(ctx context.Context, e entry, extra func(context.Context, *sql.Tx) error) (entry, error) {
	if err := j.writableNow(); err != nil {
		return e, err
	}
	seeds, err := j.seedsOf(e.head.Authors)
	if err != nil {
		return e, err
	}
	return j.appendSigned(ctx, e, seeds, extra)
}

func (j *Journal) writableNow() error {
	switch {
	case j.closed:
		return ErrClosed
	case j.fold == nil:
		return ErrNotPresent
	case j.blocked():
		return ErrReadOnly
	}
	return nil
}

// seedsOf gives the signing seeds of authors, who must all be present.
func (j *Journal) seedsOf(authors []Partner) (map[int]*vault.Seed, error) {
	seeds := make(map[int]*vault.Seed, len(authors))
	for _, p := range authors {
		if j.here[p.index()] == nil {
			return nil, ErrNotPresent
		}
		seeds[int(p)] = &j.here[p.index()].seed
	}
	return seeds, nil
}

func (j *Journal) appendSigned(ctx context.Context, e entry, seeds map[int]*vault.Seed, extra func(context.Context, *sql.Tx) error) (entry, error) {
	row, err := j.seal(&e, seeds)
	if err != nil {
		return e, err
	}
	add, err := j.fold.check(&e)
	if err != nil {
		return e, err
	}
	if err := j.roomFor(&e, row); err != nil {
		return e, err
	}
	next := j.last
	next.Device, next.Number, next.OnIt, next.Hash = e.head.Device, e.seq, e.head.Number, e.hash[:]
	marks := j.marks
	err = inTx(ctx, j.db, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO event (seq, id, head, body) VALUES (?, ?, ?, ?)`,
			row.seq, row.id, row.head, row.body)
		if err != nil {
			return err
		}
		if extra != nil {
			if err := extra(ctx, tx); err != nil {
				return err
			}
		}
		next.Private = revisionsOf(j.marks)
		return j.writeTip(ctx, tx, next)
	})
	if err != nil {
		j.marks = marks
		return e, err
	}
	j.last = next
	j.size += row.bytes()
	add()
	j.search.add(&e)
	j.keepState()
	return e, nil
}

// seal fills in what every event has and seals it for its row.
func (j *Journal) seal(e *entry, seeds map[int]*vault.Seed) (sealedEvent, error) {
	now := j.opt.Now()
	zone, offset := now.Zone()
	e.seq, e.id = j.last.Number+1, newID()
	e.head.Format, e.head.Version = eventFormat, 1
	if e.head.Device == "" {
		e.head.Device, e.head.Number = j.last.Device, j.last.OnIt+1
	}
	e.head.Before = j.last.Hash
	e.head.Time, e.head.Zone, e.head.Offset = now.UnixMilli(), zone, offset
	e.at = time.UnixMilli(e.head.Time).In(time.FixedZone(zone, offset))
	return sealEvent(j.key, j.id, e, seeds)
}

func (j *Journal) tipBind() vault.Bind {
	return vault.Bind{Purpose: "tip", Journal: j.id, Row: "1"}
}

func (j *Journal) writeTip(ctx context.Context, tx *sql.Tx, t tip) error {
	t.Journal = j.id
	sealed := vault.Seal(j.key, j.tipBind(), mustJSON(t))
	_, err := tx.ExecContext(ctx, `INSERT INTO tip (only, sealed) VALUES (1, ?)
		ON CONFLICT (only) DO UPDATE SET sealed = excluded.sealed`, sealed)
	return err
}

// readTip gives the journal's own count, or false when it does not open.
func (j *Journal) readTip(ctx context.Context) (tip, bool) {
	var t tip
	var sealed []byte
	if err := j.db.QueryRowContext(ctx, `SELECT sealed FROM tip`).Scan(&sealed); err != nil {
		return t, false
	}
	plain, err := vault.Open(j.key, j.tipBind(), sealed)
	return t, err == nil && decodeStrict(plain, &t) == nil
}

// load reads the whole ledger and every mark, and names what is wrong. It fails
// only when the file can't be read at all.
func (j *Journal) load(ctx context.Context) error {
	j.fold, j.faults, j.marks = newFold(), nil, map[string]mark{}
	j.last = tip{}
	if err := j.loadEvents(ctx); err != nil {
		return err
	}
	if err := j.loadMarks(ctx); err != nil {
		return err
	}
	return j.compareTip(ctx)
}

func (j *Journal) loadEvents(ctx context.Context) error {
	batches, err := j.openLedger(ctx)
	unread := errors.Is(err, errUnread)
	if err != nil && !unread {
		return err
	}
	var chain chain
	var empty []*entry
	for _, b := range batches {
		<-b.done
		for _, o := range b.opened {
			if j.loadEvent(&chain, o) && o.struck {
				empty = append(empty, o.entry)
			}
		}
	}
	if unread {
		j.fault(chain.number+1, placeLedger, whatUnreadable)
	}
	for _, e := range empty {
		if !j.fold.struck[e.id] {
			j.fault(e.seq, placeEvent, whatWordsMissing)
		}
	}
	return nil
}

// openedEvent is a row that was unsealed, and what was wrong with its head or
// its body.
type openedEvent struct {
	*entry
	headErr, bodyErr error
}

// batch is a run of rows that are opened together.
type batch struct {
	sealed []sealedEvent
	opened []openedEvent // of all rows, once done is closed
	done   chan struct{}
}

const batchRows = 128

// openLedger reads the rows of the ledger and unseals them on all cores, the
// first while the next are read: it is most of the work of opening a journal.
// With errUnread it gives those that come before a damaged page.
func (j *Journal) openLedger(ctx context.Context) ([]*batch, error) {
	work := make(chan *batch, 16)
	var all sync.WaitGroup
	var left atomic.Int64
	left.Store(maxLists)
	for range runtime.GOMAXPROCS(0) {
		o := &opener{key: j.key, journal: j.id, json: strict{left: &left}}
		all.Go(func() {
			for b := range work {
				b.open(o)
			}
		})
	}
	var batches []*batch
	err := j.readLedger(ctx, func(rows []sealedEvent) {
		b := &batch{sealed: rows, done: make(chan struct{})}
		batches = append(batches, b)
		work <- b
	})
	close(work)
	if err != nil {
		all.Wait() // the caller may go away with the key
	}
	return batches, err
}

func (b *batch) open(o *opener) {
	defer close(b.done)
	b.opened = make([]openedEvent, len(b.sealed))
	for i, row := range b.sealed {
		b.opened[i] = o.open(row)
	}
	b.sealed = nil
}

var errUnread = errors.New("a part of the ledger can't be read")

// readLedger passes on the rows of the ledger, some at a time. With errUnread it
// passed on those that come before a damaged page.
func (j *Journal) readLedger(ctx context.Context, pass func([]sealedEvent)) error {
	rows, err := j.db.QueryContext(ctx,
		`SELECT seq, `+idColumn+`, `+headColumn+`, `+bodyColumn+` FROM event ORDER BY seq LIMIT ?`, maxEvents)
	if err != nil {
		return damagedUnless(err)
	}
	defer rows.Close()
	var sealed []sealedEvent
	for j.size = 0; rows.Next(); {
		var row sealedEvent
		if err := rows.Scan(&row.seq, &row.id, &row.head, &row.body); err != nil {
			return damagedUnless(err)
		}
		if j.size += row.bytes(); j.size > maxLedger {
			return ErrDamaged
		}
		if sealed = append(sealed, row); len(sealed) == batchRows {
			pass(sealed)
			sealed = make([]sealedEvent, 0, batchRows)
		}
	}
	err = damagedUnless(rows.Err())
	if err != nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	pass(sealed)
	if err != nil {
		return errUnread
	}
	return nil
}

func (o *opener) open(row sealedEvent) openedEvent {
	e, err := o.head(row)
	if err != nil {
		return openedEvent{entry: e, headErr: err}
	}
	return openedEvent{entry: e, bodyErr: o.body(e, row.body)}
}

// loadEvent compares an opened row with the chain and the rules, and adds it.
// What is wrong becomes a fault, and the event is left out.
func (j *Journal) loadEvent(c *chain, o openedEvent) (added bool) {
	e := o.entry
	if o.headErr != nil {
		j.fault(e.seq, placeEvent, whatOf(o.headErr, whatHead))
		c.broken(e.seq)
		return false
	}
	if what := c.follow(e); what != "" {
		j.fault(e.seq, placeEvent, what)
	}
	j.last.Device, j.last.Number, j.last.OnIt, j.last.Hash = e.head.Device, e.seq, e.head.Number, e.hash[:]
	if j.bad[e.seq] {
		j.fault(e.seq, placeEvent, whatSignature)
		return false
	}
	if o.bodyErr != nil {
		j.fault(e.seq, placeEvent, whatOf(o.bodyErr, whatWords))
		return false
	}
	add, err := j.fold.check(e)
	if err != nil {
		j.fault(e.seq, placeEvent, whatOf(err, whatRule))
		return false
	}
	add()
	j.search.add(e)
	return true
}
