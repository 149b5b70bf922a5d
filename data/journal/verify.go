package journal

import (
	"bytes"
	"context"
	"database/sql"
	"math"

	"goldseam.app/data/vault"
)

// reached is how far a partner's program has verified signatures.
type reached struct {
	Number int64  `json:"number"`
	Hash   []byte `json:"hash"`
}

// Verify checks the signatures that no earlier run has, in batches, so that it
// can run in the background. Events whose signature does not fit are named, and
// left out of the state.
func (j *Journal) Verify(ctx context.Context) ([]Fault, error) {
	return j.verify(ctx, true)
}

// Check verifies everything and ignores what earlier runs have verified: pages,
// chain, tip, marks, words, rules and signatures. It needs someone present.
func (j *Journal) Check(ctx context.Context) ([]Fault, error) {
	if err := j.recheck(ctx); err != nil {
		return nil, err
	}
	return j.verify(ctx, false)
}

// recheck reads the whole file anew.
func (j *Journal) recheck(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.fold == nil {
		return ErrNotPresent
	}
	if err := j.reload(ctx); err != nil {
		return err
	}
	var answer string
	err := j.db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&answer)
	if err != nil || answer != "ok" {
		j.fault(0, placeFile, whatPages)
	}
	return nil
}

func (j *Journal) verify(ctx context.Context, resume bool) ([]Fault, error) {
	heads, from, err := j.headsToVerify(ctx, resume)
	if err != nil {
		return nil, err
	}
	signers := newSigners()
	bad := map[int64]bool{}
	for _, e := range heads {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !signers.follow(e, e.seq > from) {
			bad[e.seq] = true
		}
	}
	return j.verified(ctx, heads, bad)
}

// headsToVerify opens every head; signatures up to number from are known to fit.
func (j *Journal) headsToVerify(ctx context.Context, resume bool) (heads []*entry, from int64, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.fold == nil {
		return nil, 0, ErrNotPresent
	}
	rows, err := j.db.QueryContext(ctx, `SELECT seq, `+idColumn+`, `+headColumn+` FROM event ORDER BY seq LIMIT ?`, maxEvents)
	if err != nil {
		return nil, 0, damagedUnless(err)
	}
	defer rows.Close()
	for rows.Next() {
		var row sealedEvent
		if err := rows.Scan(&row.seq, &row.id, &row.head); err != nil {
			return nil, 0, damagedUnless(err)
		}
		if e, err := openHead(j.key, j.id, row); err == nil {
			heads = append(heads, e)
		}
	}
	if err := rows.Err(); err != nil {
		return heads, 0, ignore(damagedUnless(err), ErrDamaged)
	}
	rows.Close()
	if resume {
		from = j.verifiedUpTo(ctx, heads)
	}
	return heads, from, nil
}

// verifiedUpTo gives how far every present partner's own checkpoint reaches. No
// partner need trust the checkpoint of the other.
func (j *Journal) verifiedUpTo(ctx context.Context, heads []*entry) int64 {
	from := int64(math.MaxInt64)
	for _, p := range j.present() {
		from = min(from, j.checkpointOf(ctx, p, heads))
	}
	return from
}

// checkpointOf gives the number that p's checkpoint names, if that event is still there.
func (j *Journal) checkpointOf(ctx context.Context, p Partner, heads []*entry) int64 {
	var sealed []byte
	err := j.db.QueryRowContext(ctx, `SELECT sealed FROM checkpoint WHERE partner = ?`, p).Scan(&sealed)
	if err != nil {
		return 0
	}
	var r reached
	plain, err := vault.Open(&j.here[p.index()].key, j.checkpointBind(p), sealed)
	if err != nil || decodeStrict(plain, &r) != nil {
		return 0
	}
	for _, e := range heads {
		if e.seq == r.Number && bytes.Equal(e.hash[:], r.Hash) {
			return r.Number
		}
	}
	return 0
}

func (j *Journal) checkpointBind(p Partner) vault.Bind {
	return vault.Bind{Purpose: "checkpoint", Journal: j.id, Row: slotRow(p)}
}

// verified keeps the result: bad events leave the state, and if there are none
// each present partner's checkpoint moves on.
func (j *Journal) verified(ctx context.Context, heads []*entry, bad map[int64]bool) ([]Fault, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.fold == nil {
		return nil, ErrNotPresent
	}
	if len(bad) > 0 {
		j.bad = bad
		if err := j.reload(ctx); err != nil {
			return nil, err
		}
	}
	faults := append([]Fault(nil), j.faults...)
	if j.blocked() || len(heads) == 0 {
		return faults, nil
	}
	last := heads[len(heads)-1]
	return faults, inTx(ctx, j.db, func(ctx context.Context, tx *sql.Tx) error {
		for _, p := range j.present() {
			plain := mustJSON(reached{Number: last.seq, Hash: last.hash[:]})
			_, err := tx.ExecContext(ctx, `INSERT INTO checkpoint (partner, sealed) VALUES (?, ?)
				ON CONFLICT (partner) DO UPDATE SET sealed = excluded.sealed`,
				p, vault.Seal(&j.here[p.index()].key, j.checkpointBind(p), plain))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// signers knows each partner's public key at every point of the ledger. Keys come
// from nowhere else.
type signers struct{ keys [2][]byte }

func newSigners() *signers { return &signers{} }

// follow takes over keys that e names, and reports whether every author signed.
func (s *signers) follow(e *entry, check bool) bool {
	before := s.keys
	signedBy := func(key []byte, signer int) bool {
		return !check || (len(key) == 32 && vault.Verify([32]byte(key), e.hash[:], e.sigs[signer]))
	}
	p, key := e.head.Facts.Partner, e.head.Facts.Key
	switch {
	case e.head.Kind == KindJoined && p.valid() && before[p.index()] == nil:
		s.keys[p.index()] = key
		before = s.keys
	case e.head.Kind == KindRekeyed && p.valid():
		if e.by() != p || !signedBy(before[p.index()], int(p)) || !signedBy(key, int(p)+2) {
			return false
		}
		s.keys[p.index()] = key
		return true
	}
	for _, author := range e.head.Authors {
		if !author.valid() || !signedBy(before[author.index()], int(author)) {
			s.keys = keepIf(e.head.Kind == KindJoined, s.keys, p)
			return false
		}
	}
	return true
}

// keepIf forgets the key of a joining that was not signed.
func keepIf(joined bool, keys [2][]byte, p Partner) [2][]byte {
	if joined && p.valid() {
		keys[p.index()] = nil
	}
	return keys
}
