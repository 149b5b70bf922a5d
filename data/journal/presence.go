package journal

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"runtime/debug"
	"strings"
	"time"

	"goldseam.app/data/vault"
)

// maxMisses is how many wrong hand-over codes lead to the passphrase (promise 1).
const maxMisses = 3

// Unlock makes p present with their passphrase, and p holds. The passphrase is
// derived before anything is locked, so readers never wait for it.
// A wrong one gives vault.ErrWrongPassphrase and a growing Wait.
func (j *Journal) Unlock(ctx context.Context, p Partner, passphrase string) error {
	if !p.valid() {
		return ErrUnknown
	}
	j.mu.Lock()
	slot, joined, closed := j.slots[p.index()][0], j.faces[p.index()].Joined, j.closed
	j.mu.Unlock()
	if closed {
		return ErrClosed
	}
	if !joined {
		return ErrUnknown
	}
	passphrase, err := vault.NormalizePassphrase(passphrase)
	if err != nil {
		return j.missed(p, vault.ErrWrongPassphrase)
	}
	key, err := slot.OpenPassphrase(ctx, j.id, slotRow(p), passphrase)
	if err != nil {
		return j.missed(p, err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.waits[p.index()].Reset()
	if err := j.enter(ctx, p, key); err != nil {
		return err
	}
	return j.arrived(ctx)
}

// missed counts a wrong passphrase towards the pause before the next try.
func (j *Journal) missed(p Partner, err error) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if ignore(err, vault.ErrWrongPassphrase) == nil {
		j.waits[p.index()].Missed(j.opt.Now())
	}
	return err
}

// arrived does what is due when someone has come: it compares the roles once
// both are here, and records agreements whose last day is over.
func (j *Journal) arrived(ctx context.Context) error {
	if j.blocked() {
		return nil
	}
	return readable(errors.Join(j.noteFit(ctx), j.lapse(ctx)))
}

// readable forgives what keeps a file from being written: a full disk is no
// reason to keep a partner from reading. What is due is recorded next time.
func readable(err error) error {
	for _, cause := range []error{ErrFull, ErrCannotWrite, ErrBusy} {
		if errors.Is(err, cause) {
			return nil
		}
	}
	return err
}

// Wait says how long p must wait before the next try.
func (j *Journal) Wait(p Partner) time.Duration {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !p.valid() {
		return 0
	}
	return j.waits[p.index()].Wait(j.opt.Now())
}

// UnlockWithWords lets p in with their recovery words and gives them a new
// passphrase, new keys and new recovery words, which it returns.
func (j *Journal) UnlockWithWords(ctx context.Context, p Partner, recovery, passphrase string) (string, error) {
	if _, err := vault.NormalizePassphrase(passphrase); err != nil {
		return "", err
	}
	parsed, err := vault.ParseWords(recovery)
	if err != nil {
		return "", err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if !p.valid() || !j.faces[p.index()].Joined {
		return "", ErrUnknown
	}
	key, err := j.slots[p.index()][1].OpenWords(j.id, slotRow(p), parsed)
	if err != nil {
		return "", err
	}
	if err := j.notTheirs(ctx, p, passphrase); err != nil {
		return "", err
	}
	if err := j.enter(ctx, p, key); err != nil {
		return "", err
	}
	j.waits[p.index()].Reset()
	return j.rekey(ctx, p, passphrase)
}

// ChangePassphrase gives the holder a new passphrase, new keys and new recovery
// words, which it returns. Copies of the journal taken elsewhere still open the old way.
func (j *Journal) ChangePassphrase(ctx context.Context, old, passphrase string) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return "", err
	}
	fits, err := j.opensWith(ctx, p, old)
	if err != nil && ignore(err, vault.ErrTooShort) != nil && ignore(err, vault.ErrBlank) != nil {
		return "", err
	}
	if !fits {
		return "", vault.ErrWrongPassphrase
	}
	if err := j.notTheirs(ctx, p, passphrase); err != nil {
		return "", err
	}
	return j.rekey(ctx, p, passphrase)
}

// notTheirs gives ErrSame when the other partner's passphrase is the same.
func (j *Journal) notTheirs(ctx context.Context, p Partner, passphrase string) error {
	if !j.faces[p.Other().index()].Joined {
		return nil
	}
	same, err := j.opensWith(ctx, p.Other(), passphrase)
	if err == nil && same {
		return ErrSame
	}
	return err
}

// rekey replaces every key of a present partner and reseals their own rows, in
// one transaction with the event that both old and new signing key sign.
func (j *Journal) rekey(ctx context.Context, p Partner, passphrase string) (string, error) {
	if err := j.writableNow(); err != nil {
		return "", err
	}
	m, err := j.newMember(p, passphrase)
	if err != nil {
		return "", err
	}
	old := j.here[p.index()]
	public := m.presence.seed.Public()
	e := entry{head: head{Kind: KindRekeyed, Authors: []Partner{p}, Facts: facts{Partner: p, Key: public[:]}}}
	seeds := map[int]*vault.Seed{int(p): &old.seed, int(p) + 2: &m.presence.seed}
	_, err = j.appendSigned(ctx, e, seeds, func(ctx context.Context, tx *sql.Tx) error {
		if err := j.writeMember(ctx, tx, p, j.faces[p.index()], m); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM checkpoint WHERE partner = ?`, p); err != nil {
			return err
		}
		return j.reseal(ctx, tx, p, m)
	})
	if err != nil {
		j.here[p.index()] = old
		return "", err
	}
	j.slots[p.index()] = m.slots
	err = j.resealCopies(context.WithoutCancel(ctx), p, &old.key, m)
	old.clear()
	return m.words, errors.Join(err, j.truncateLog(ctx))
}

// Lock ends every presence, and forgets the keys and all that they opened.
func (j *Journal) Lock() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lock()
}

func (j *Journal) lock() {
	for i, p := range j.here {
		if p != nil {
			p.clear()
		}
		j.here[i] = nil
	}
	if j.key != nil {
		j.key.Clear()
	}
	j.key, j.fold, j.holder, j.marks = nil, nil, Nobody, nil
	j.search, j.last, j.faults = searchText{}, tip{}, nil
	debug.FreeOSMemory()
}

// Present gives the partners who have unlocked, first before second.
func (j *Journal) Present() []Partner {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.present()
}

func (j *Journal) present() []Partner {
	var out []Partner
	for _, p := range []Partner{First, Second} {
		if j.here[p.index()] != nil {
			out = append(out, p)
		}
	}
	return out
}

// Here reports whether p is present.
func (j *Journal) Here(p Partner) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return p.valid() && j.here[p.index()] != nil
}

// Both reports whether both are present.
func (j *Journal) Both() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.bothHere() == nil
}

func (j *Journal) bothHere() error {
	if j.here[0] == nil || j.here[1] == nil {
		return ErrNotBoth
	}
	return nil
}

// Holder gives the present partner at the keyboard, or Nobody.
func (j *Journal) Holder() Partner {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.holder
}

// holding gives the holder, who must be there.
func (j *Journal) holding() (Partner, error) {
	if j.fold == nil || !j.holder.valid() || j.here[j.holder.index()] == nil {
		return Nobody, ErrNotHolder
	}
	return j.holder, nil
}

// Cover begins a hand-over: from now on nobody holds the laptop.
func (j *Journal) Cover() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.holder = Nobody
}

// TakeOver ends a hand-over with the receiver's code. After three misses it
// gives ErrAskPassphrase until TakeOverWithPassphrase.
func (j *Journal) TakeOver(p Partner, code string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !p.valid() || j.here[p.index()] == nil {
		return ErrNotPresent
	}
	if j.misses[p.index()] >= maxMisses {
		return ErrAskPassphrase
	}
	own, _ := j.ownRow(p, rowCode)
	if subtle.ConstantTimeCompare([]byte(own.Text), []byte(strings.TrimSpace(code))) != 1 || own.Text == "" {
		j.misses[p.index()]++
		if j.misses[p.index()] >= maxMisses {
			return ErrAskPassphrase
		}
		return ErrWrongCode
	}
	j.misses[p.index()], j.holder = 0, p
	return nil
}

// TakeOverWithPassphrase ends a hand-over with the receiver's passphrase.
func (j *Journal) TakeOverWithPassphrase(ctx context.Context, p Partner, passphrase string) error {
	if !j.Here(p) {
		return ErrNotPresent
	}
	return j.Unlock(ctx, p, passphrase)
}

// Rename gives the holder another name or colour.
func (j *Journal) Rename(ctx context.Context, name string, colour int) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := checkName(name, j.fold.state.People[p.Other().index()]); err != nil {
		return err
	}
	if colour < 0 || colour > 5 {
		return &Invalid{"Colour", ProblemUnknown}
	}
	face := Face{Partner: p, Initial: initialOf(name), Colour: colour, Joined: true}
	e := entry{head: head{Kind: KindRenamed, Authors: []Partner{p}}, words: words{Name: strings.TrimSpace(name)}}
	e.head.Facts = facts{Partner: p, Colour: colour}
	_, err = j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error { return writeFace(ctx, tx, face) })
	if err == nil {
		j.faces[p.index()] = face
	}
	return err
}
