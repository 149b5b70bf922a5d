package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"goldseam.app/data/vault"
)

// Kinds of own writing. They are stored, so they never change.
const (
	rowDraft  = "draft"
	rowRole   = "role"
	rowCode   = "code"
	rowWords  = "words"  // recovery words, until their owner has written them down
	rowReady  = "ready"  // for a step from 5 on
	rowErased = "erased" // what is still to be taken out of a copy
)

// privateRow is one piece of own writing, sealed with its owner's key. This copy
// decides; the mark beside it only tells the other what they may know.
type privateRow struct {
	Kind     string          `json:"kind"`
	Exercise string          `json:"exercise,omitempty"`
	Part     string          `json:"part,omitempty"`
	Revision int64           `json:"revision"`
	Finished bool            `json:"finished,omitempty"`
	Private  bool            `json:"private,omitempty"`
	Answer   json.RawMessage `json:"answer,omitempty"`
	Day      Day             `json:"day,omitempty"`
	Paper    Day             `json:"paper,omitempty"`
	Text     string          `json:"text,omitempty"`
	Fits     bool            `json:"fits,omitempty"`   // for a role: it fits the other's
	Erased   []string        `json:"erased,omitempty"` // ids of rows, of this kind alone
}

// shown gives the exercise that the other may know of: one that is finished.
func (r privateRow) shown() string {
	if r.Finished {
		return r.Exercise
	}
	return ""
}

// mark lies beside a private row, sealed with the journal key.
type mark struct {
	Owner    Partner `json:"owner"`
	Revision int64   `json:"revision"`
	Hash     []byte  `json:"hash"`               // SHA-256 of the sealed row
	Exercise string  `json:"exercise,omitempty"` // once it is finished
}

func (j *Journal) markBind(id string) vault.Bind {
	return vault.Bind{Purpose: "private.mark", Journal: j.id, Row: id}
}

func (j *Journal) ownBind(id string) vault.Bind {
	return vault.Bind{Purpose: "private.words", Journal: j.id, Row: id}
}

func revisionsOf(marks map[string]mark) map[string]int64 {
	out := make(map[string]int64, len(marks))
	for id, m := range marks {
		out[id] = m.Revision
	}
	return out
}

// loadMarks opens every mark and compares it with the row beside it.
func (j *Journal) loadMarks(ctx context.Context) error {
	rows, err := j.db.QueryContext(ctx, `SELECT `+idColumn+`, `+markColumn+`, `+ownColumn+` FROM private ORDER BY id LIMIT ?`, maxRows)
	if err != nil {
		return damagedUnless(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var sealedMark, sealed []byte
		if err := rows.Scan(&id, &sealedMark, &sealed); err != nil {
			return damagedUnless(err)
		}
		m, what := j.openMark(id, sealedMark, sealed)
		if what != "" {
			j.fault(0, placePrivate, what)
		}
		j.marks[id] = m
	}
	return j.unreadable(rows.Err())
}

// unreadable names own writing that damaged pages hide, so that the rest opens.
func (j *Journal) unreadable(err error) error {
	if err = damagedUnless(err); errors.Is(err, ErrDamaged) {
		j.fault(0, placePrivate, whatUnreadable)
		return nil
	}
	return err
}

func (j *Journal) openMark(id string, sealedMark, sealed []byte) (mark, string) {
	var m mark
	plain, err := vault.Open(j.key, j.markBind(id), sealedMark)
	if err != nil || decodeStrict(plain, &m) != nil || !m.Owner.valid() {
		return mark{}, whatMark
	}
	if h := sha256.Sum256(sealed); !bytes.Equal(h[:], m.Hash) {
		return m, whatDiffers
	}
	return m, ""
}

// loadOwn opens the rows of a partner who has just unlocked.
func (j *Journal) loadOwn(ctx context.Context, p Partner) error {
	rows, err := j.db.QueryContext(ctx, `SELECT `+idColumn+`, `+ownColumn+` FROM private ORDER BY id LIMIT ?`, maxRows)
	if err != nil {
		return damagedUnless(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var sealed []byte
		if err := rows.Scan(&id, &sealed); err != nil {
			return damagedUnless(err)
		}
		if j.marks[id].Owner != p {
			continue
		}
		var own privateRow
		plain, err := vault.Open(&j.here[p.index()].key, j.ownBind(id), sealed)
		if err != nil || decodeStrict(plain, &own) != nil {
			j.fault(0, placePrivate, whatDiffers)
			continue
		}
		if own.Revision != j.marks[id].Revision || own.shown() != j.marks[id].Exercise {
			j.fault(0, placePrivate, whatDiffers)
		}
		j.here[p.index()].rows[id] = own
	}
	return j.unreadable(rows.Err())
}

// ownRow finds a single row of a kind, as the role or the code.
func (j *Journal) ownRow(p Partner, kind string) (privateRow, string) {
	return j.findRow(p, func(r privateRow) bool { return r.Kind == kind })
}

func (j *Journal) findRow(p Partner, want func(privateRow) bool) (privateRow, string) {
	if j.here[p.index()] == nil {
		return privateRow{}, ""
	}
	for id, r := range j.here[p.index()].rows {
		if want(r) {
			return r, id
		}
	}
	return privateRow{}, ""
}

// writeOwn seals rows of p's own writing inside a transaction; each replaces the
// row of the same kind, exercise and part.
func (j *Journal) writeOwn(ctx context.Context, tx *sql.Tx, p Partner, rows ...privateRow) error {
	marks := maps.Clone(j.marks)
	owned := maps.Clone(j.here[p.index()].rows)
	for _, r := range rows {
		_, id := j.findRow(p, func(o privateRow) bool {
			return o.Kind == r.Kind && o.Exercise == r.Exercise && o.Part == r.Part
		})
		if id == "" {
			id = newID()
		}
		r.Revision = max(r.Revision, owned[id].Revision+1)
		m, err := j.writeOwnRow(ctx, tx, p, id, r)
		if err != nil {
			return err
		}
		marks[id], owned[id] = m, r
	}
	j.marks, j.here[p.index()].rows = marks, owned
	return nil
}

func (j *Journal) writeOwnRow(ctx context.Context, tx *sql.Tx, p Partner, id string, r privateRow) (mark, error) {
	if _, there := j.marks[id]; !there && len(j.marks) >= mostRows {
		return mark{}, ErrNoRoom
	}
	plain := mustJSON(r)
	sealed := vault.Seal(&j.here[p.index()].key, j.ownBind(id), plain)
	clear(plain)
	h := sha256.Sum256(sealed)
	m := mark{Owner: p, Revision: r.Revision, Hash: h[:], Exercise: r.shown()}
	_, err := tx.ExecContext(ctx, `INSERT INTO private (id, mark, sealed) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET mark = excluded.mark, sealed = excluded.sealed`,
		id, vault.Seal(j.key, j.markBind(id), mustJSON(m)), sealed)
	return m, err
}

// saveOwn writes rows of the holder or another present partner in a transaction
// of their own, together with the tip.
func (j *Journal) saveOwn(ctx context.Context, p Partner, rows ...privateRow) error {
	return j.changeOwn(ctx, p, func(ctx context.Context, tx *sql.Tx) error { return j.writeOwn(ctx, tx, p, rows...) })
}

// changeOwn runs one change of own writing. What the program remembers changes
// only when the file did.
func (j *Journal) changeOwn(ctx context.Context, p Partner, change func(context.Context, *sql.Tx) error) error {
	if err := j.writableNow(); err != nil {
		return err
	}
	marks, owned := j.marks, j.here[p.index()].rows
	next := j.last
	err := inTx(ctx, j.db, func(ctx context.Context, tx *sql.Tx) error {
		if err := change(ctx, tx); err != nil {
			return err
		}
		next.Private = revisionsOf(j.marks)
		return j.writeTip(ctx, tx, next)
	})
	if err != nil {
		j.marks, j.here[p.index()].rows = marks, owned
		return err
	}
	j.last = next
	j.keepState()
	return nil
}

// dropOwn deletes rows of p inside a transaction.
func (j *Journal) dropOwn(ctx context.Context, tx *sql.Tx, p Partner, ids ...string) error {
	marks := maps.Clone(j.marks)
	owned := maps.Clone(j.here[p.index()].rows)
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, `DELETE FROM private WHERE id = ?`, id); err != nil {
			return err
		}
		delete(marks, id)
		delete(owned, id)
	}
	j.marks, j.here[p.index()].rows = marks, owned
	return nil
}

// reseal writes every row of p anew under m's key, and the new recovery words.
func (j *Journal) reseal(ctx context.Context, tx *sql.Tx, p Partner, m member) error {
	old := j.here[p.index()]
	m.presence.rows = maps.Clone(old.rows)
	j.here[p.index()] = m.presence
	all := slices.Collect(maps.Values(m.presence.rows))
	all = slices.DeleteFunc(all, func(r privateRow) bool { return r.Kind == rowWords })
	all = append(all, privateRow{Kind: rowWords, Text: m.words})
	return j.writeOwn(ctx, tx, p, all...)
}
