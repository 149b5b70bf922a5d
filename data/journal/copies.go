package journal

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"

	"goldseam.app/data/vault"
)

// resealCopies gives p's new slots to every copy in the folder, so that the old
// passphrase and the old recovery words open none of them. Each copy keeps the
// signing seed that its own ledger knows. Copies taken elsewhere are not reached.
func (j *Journal) resealCopies(ctx context.Context, p Partner, old *vault.Key, m member) error {
	names, err := j.copies()
	errs := []error{err}
	for _, name := range names {
		errs = append(errs, j.resealCopy(ctx, name, p, old, m))
	}
	return errors.Join(errs...)
}

func (j *Journal) resealCopy(ctx context.Context, path string, p Partner, old *vault.Key, m member) error {
	db, err := connect(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	err = inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		fits, err := j.resealKeyring(ctx, tx, p, old, &m.presence.key)
		if err != nil || !fits {
			return err
		}
		if err := writeSlots(ctx, tx, p, m.slots); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM checkpoint WHERE partner = ?`, p); err != nil {
			return err
		}
		return j.resealRows(ctx, tx, p, old, m)
	})
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `PRAGMA journal_mode = DELETE`)
	return classify(err)
}

// resealKeyring reports whether the copy is of this journal and opened with the
// old key. One that did not needs nothing: the old passphrase never opened it.
func (j *Journal) resealKeyring(ctx context.Context, tx *sql.Tx, p Partner, old, fresh *vault.Key) (bool, error) {
	var sealed []byte
	err := tx.QueryRowContext(ctx, `SELECT keyring.sealed FROM keyring, journal WHERE partner = ? AND journal.id = ?`,
		p, j.id).Scan(&sealed)
	if err != nil {
		return false, ignore(err, sql.ErrNoRows)
	}
	plain, err := vault.Open(old, j.keyringBind(p), sealed)
	if err != nil {
		return false, ignore(err, vault.ErrDamaged)
	}
	defer clear(plain)
	_, err = tx.ExecContext(ctx, `UPDATE keyring SET sealed = ? WHERE partner = ?`,
		vault.Seal(fresh, j.keyringBind(p), plain), p)
	return err == nil, err
}

type sealedOwn struct {
	id           string
	mark, sealed []byte
}

func (j *Journal) resealRows(ctx context.Context, tx *sql.Tx, p Partner, old *vault.Key, m member) error {
	rows, err := tx.QueryContext(ctx, `SELECT id, mark, sealed FROM private`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var all []sealedOwn
	for rows.Next() {
		var r sealedOwn
		if err := rows.Scan(&r.id, &r.mark, &r.sealed); err != nil {
			return err
		}
		all = append(all, r)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, r := range all {
		if !j.resealRow(&r, p, old, m) {
			continue
		}
		if _, err := tx.ExecContext(ctx, `UPDATE private SET mark = ?, sealed = ? WHERE id = ?`, r.mark, r.sealed, r.id); err != nil {
			return err
		}
	}
	return nil
}

// resealRow seals one row of p anew, with the mark that fits it, and reports
// whether it could. Recovery words that are kept in it become the new ones.
func (j *Journal) resealRow(r *sealedOwn, p Partner, old *vault.Key, m member) bool {
	mark, what := j.openMark(r.id, r.mark, r.sealed)
	if what != "" || mark.Owner != p {
		return false
	}
	plain, err := vault.Open(old, j.ownBind(r.id), r.sealed)
	if err != nil {
		return false
	}
	defer clear(plain)
	var own privateRow
	if decodeStrict(plain, &own) != nil {
		return false
	}
	if own.Kind == rowWords {
		own.Text = m.words
	}
	r.sealed = vault.Seal(&m.presence.key, j.ownBind(r.id), mustJSON(own))
	hash := sha256.Sum256(r.sealed)
	mark.Hash = hash[:]
	r.mark = vault.Seal(j.key, j.markBind(r.id), mustJSON(mark))
	return true
}
