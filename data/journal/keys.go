package journal

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"goldseam.app/data/vault"
)

// member is everything new about a partner's keys.
type member struct {
	presence *presence
	slots    [2]vault.Slot
	words    string
	keyring  []byte
}

// keys are what a partner's key opens.
type keys struct {
	Journal []byte `json:"journal"`
	Seed    []byte `json:"seed"`
}

func slotRow(p Partner) string { return strconv.Itoa(int(p)) }

func (j *Journal) keyringBind(p Partner) vault.Bind {
	return vault.Bind{Purpose: "keyring", Journal: j.id, Row: slotRow(p)}
}

// newMember makes a partner key, a signing seed, recovery words, and the slots
// and keyring that hold them.
func (j *Journal) newMember(p Partner, passphrase string) (member, error) {
	m := member{
		presence: &presence{key: vault.NewKey(), seed: vault.NewSeed(), rows: map[string]privateRow{}},
		words:    vault.NewWords(),
	}
	passphrase, err := vault.NormalizePassphrase(passphrase)
	if err != nil {
		return m, err
	}
	if m.slots[0], err = vault.NewPassphraseSlot(j.id, slotRow(p), passphrase, &m.presence.key); err != nil {
		return m, err
	}
	if m.slots[1], err = vault.NewWordsSlot(j.id, slotRow(p), m.words, &m.presence.key); err != nil {
		return m, err
	}
	ring := mustJSON(keys{Journal: j.key[:], Seed: m.presence.seed[:]})
	m.keyring = vault.Seal(&m.presence.key, j.keyringBind(p), ring)
	clear(ring)
	return m, nil
}

// writeEmpty fills a new file: an id, two faces, and four slots that nothing opens yet.
func (j *Journal) writeEmpty(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, `INSERT INTO journal (only, id) VALUES (1, ?)`, j.id); err != nil {
		return err
	}
	for _, p := range []Partner{First, Second} {
		_, err := tx.ExecContext(ctx, `INSERT INTO face (partner, initial, colour, joined) VALUES (?, '', 0, 0)`, p)
		if err != nil {
			return err
		}
		empty := [2]vault.Slot{vault.EmptySlot(vault.SlotPassphrase), vault.EmptySlot(vault.SlotWords)}
		if err := writeSlots(ctx, tx, p, empty); err != nil {
			return err
		}
	}
	return nil
}

func writeSlots(ctx context.Context, tx *sql.Tx, p Partner, slots [2]vault.Slot) error {
	for _, s := range slots {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO slot (partner, kind, memory, time, threads, salt, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (partner, kind) DO UPDATE SET memory = excluded.memory, time = excluded.time,
				threads = excluded.threads, salt = excluded.salt, sealed = excluded.sealed`,
			p, s.Kind, s.Params.Memory, s.Params.Time, s.Params.Threads, s.Salt, s.Sealed)
		if err != nil {
			return err
		}
	}
	return nil
}

// readSlots wants exactly four slots, two of each kind.
func (j *Journal) readSlots(ctx context.Context) error {
	rows, err := j.db.QueryContext(ctx, `SELECT partner, kind, memory, time, threads, salt, sealed FROM slot LIMIT 5`)
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var p Partner
		var s vault.Slot
		err := rows.Scan(&p, &s.Kind, &s.Params.Memory, &s.Params.Time, &s.Params.Threads, &s.Salt, &s.Sealed)
		if err != nil {
			return err
		}
		if !p.valid() || (s.Kind != vault.SlotPassphrase && s.Kind != vault.SlotWords) {
			return ErrDamaged
		}
		j.slots[p.index()][s.Kind-1] = s
	}
	if n != 4 {
		return ErrDamaged
	}
	return rows.Err()
}

func (j *Journal) writeMember(ctx context.Context, tx *sql.Tx, p Partner, f Face, m member) error {
	if err := writeFace(ctx, tx, f); err != nil {
		return err
	}
	if err := writeSlots(ctx, tx, p, m.slots); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO keyring (partner, sealed) VALUES (?, ?)
		ON CONFLICT (partner) DO UPDATE SET sealed = excluded.sealed`, p, m.keyring)
	return err
}

func writeFace(ctx context.Context, tx *sql.Tx, f Face) error {
	_, err := tx.ExecContext(ctx, `UPDATE face SET initial = ?, colour = ?, joined = ? WHERE partner = ?`,
		f.Initial, f.Colour, f.Joined, f.Partner)
	return err
}

// enter makes p present with an opened partner key. The first to enter opens the
// ledger; what is wrong with it is then in Faults.
func (j *Journal) enter(ctx context.Context, p Partner, key vault.Key) error {
	ring, err := j.openKeyring(ctx, p, &key)
	if err != nil {
		return err
	}
	defer clear(ring.Seed)
	defer clear(ring.Journal)
	if len(ring.Journal) != 32 || len(ring.Seed) != 32 {
		return ErrDamaged
	}
	if j.key == nil {
		journalKey := vault.Key(ring.Journal)
		j.key = &journalKey
		if err := j.load(ctx); err != nil {
			j.lock()
			return err
		}
	}
	j.here[p.index()] = &presence{key: key, seed: vault.Seed(ring.Seed), rows: map[string]privateRow{}}
	if err := j.loadOwn(ctx, p); err != nil {
		j.here[p.index()] = nil
		return err
	}
	j.holder, j.misses[p.index()] = p, 0
	if j.restored && !j.blocked() {
		if err := j.recordRestore(ctx, p); err != nil {
			return readable(err)
		}
		j.restored = false
		return j.reload(ctx)
	}
	return nil
}

func (j *Journal) openKeyring(ctx context.Context, p Partner, key *vault.Key) (keys, error) {
	var sealed []byte
	var ring keys
	err := j.db.QueryRowContext(ctx, `SELECT sealed FROM keyring WHERE partner = ?`, p).Scan(&sealed)
	if err != nil {
		return ring, damagedUnless(err)
	}
	plain, err := vault.Open(key, j.keyringBind(p), sealed)
	if err != nil {
		return ring, errors.Join(ErrDamaged, err)
	}
	defer clear(plain)
	return ring, decodeStrict(plain, &ring)
}

// ignore gives nil for one expected error.
func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}
