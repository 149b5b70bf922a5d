package journal

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"goldseam.app/data/vault"
)

func TestThreeMissesAskForThePassphrase(t *testing.T) {
	c := newCouple(t)
	c.Cover()
	wantErr(t, c.TakeOver(First, "4417"), ErrWrongCode) // the other's
	wantErr(t, c.TakeOver(First, ""), ErrWrongCode)
	wantErr(t, c.TakeOver(First, "0000"), ErrAskPassphrase)
	wantErr(t, c.TakeOver(First, "1203"), ErrAskPassphrase)
	if c.Holder() != Nobody {
		t.Errorf("%v holds", c.Holder())
	}
	must(t, c.TakeOver(Second, "4417"))
	wantErr(t, c.TakeOverWithPassphrase(t.Context(), First, passEli), vault.ErrWrongPassphrase)
	must(t, c.TakeOverWithPassphrase(t.Context(), First, passNoor))
	c.Cover()
	must(t, c.TakeOver(First, " 1203 "))
}

func TestNobodyHoldsNothingHappens(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.Cover()
	before := c.State()
	_, err := c.Propose(ctx, Terms{Kind: Plain, Title: "A", Text: "B"})
	wantErr(t, err, ErrNotHolder)
	_, err = c.SetBoundary(ctx, "A", "B")
	wantErr(t, err, ErrNotHolder)
	_, err = c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "a", Answer: text("x")})
	wantErr(t, err, ErrNotHolder)
	_, err = c.ChangePassphrase(ctx, passEli, "another good passphrase")
	wantErr(t, err, ErrNotHolder)
	for _, err := range []error{
		c.Finish(ctx, "a"), c.TakeBack(ctx, "a"), c.Erase(ctx, "a", "b"), c.Sign(ctx, "a"), c.Decline(ctx, "a"),
		c.Leave(ctx, "a", ""), c.Rename(ctx, "A", 1), c.SetRole(ctx, RoleBoth), c.SetCode(ctx, "9999"),
		c.Living(ctx, true), c.Skip(ctx, "a", "b"), c.TakeBackEvent(ctx, "a"), c.ConfirmWords(ctx), c.SetReady(ctx, "repair", true),
	} {
		wantErr(t, err, ErrNotHolder)
	}
	if _, ok := c.RecoveryWords(); ok || c.Drafts("before.here") != nil {
		t.Error("something is shown while nobody holds")
	}
	equalStates(t, c.State(), before)
}

func TestWrongPassphrasesSlowDown(t *testing.T) {
	c := newCouple(t)
	c.reopen(t)
	for _, want := range []time.Duration{0, 0, time.Second, 2 * time.Second, 4 * time.Second} {
		wantErr(t, c.Unlock(t.Context(), First, "not this one, surely"), vault.ErrWrongPassphrase)
		if got := c.Wait(First); got != want {
			t.Errorf("wait %v, want %v", got, want)
		}
	}
	wantErr(t, c.Unlock(t.Context(), First, "short"), vault.ErrWrongPassphrase)
	if c.Wait(Second) != 0 {
		t.Error("the other waits too")
	}
	must(t, c.Unlock(t.Context(), First, passNoor))
	if c.Wait(First) != 0 {
		t.Error("still waits after the right one")
	}
}

func TestRecoveryWordsReplaceThePassphrase(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "a", "Mine alone.")
	must(t, c.DailyBackup(ctx))
	c.reopen(t)
	_, err := c.UnlockWithWords(ctx, First, c.words[1], "a new passphrase")
	wantErr(t, err, vault.ErrWrongWords)
	_, err = c.UnlockWithWords(ctx, First, "twelve words it is not", "a new passphrase")
	wantErr(t, err, vault.ErrWrongWords)
	_, err = c.UnlockWithWords(ctx, First, c.words[0], passEli)
	wantErr(t, err, ErrSame)
	if len(c.Present()) > 0 {
		t.Error("someone is present after all were refused")
	}
	fresh, err := c.UnlockWithWords(ctx, First, c.words[0], "a new passphrase")
	must(t, err)
	if fresh == c.words[0] {
		t.Error("the recovery words are the old ones")
	}
	c.wantOnlyNew(t, "a new passphrase", fresh)
	backups, err := c.Backups()
	must(t, err)
	_, err = Restore(ctx, backups[0], c.path+".copy", Options{Now: c.clock.now})
	must(t, err)
	j, err := Open(ctx, c.path+".copy", Options{Now: c.clock.now})
	must(t, err)
	c.Journal = j
	c.wantOnlyNew(t, "a new passphrase", fresh)
	must(t, c.Living(ctx, false))
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// wantOnlyNew: the first partner comes in with the new passphrase and words only, and finds their own writing.
func (c *couple) wantOnlyNew(t *testing.T, passphrase, recovery string) {
	t.Helper()
	ctx := t.Context()
	must(t, c.Close())
	j, err := Open(ctx, c.path, c.opt)
	must(t, err)
	c.Journal = j
	wantErr(t, c.Unlock(ctx, First, passNoor), vault.ErrWrongPassphrase)
	_, err = c.UnlockWithWords(ctx, First, c.words[0], "yet another passphrase")
	wantErr(t, err, vault.ErrWrongWords)
	must(t, c.Unlock(ctx, First, passphrase))
	if d := c.Drafts("before.here"); len(d) != 1 {
		t.Errorf("own writing after new keys: %v", d)
	}
	if kept, ok := c.RecoveryWords(); !ok || kept != recovery {
		t.Error("the recovery words on screen are not the new ones")
	}
}

func TestPassphrasesThatAreTheSame(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	_, err := c.ChangePassphrase(ctx, passEli, passNoor)
	wantErr(t, err, ErrSame)
	_, err = c.ChangePassphrase(ctx, passNoor, "a new passphrase")
	wantErr(t, err, vault.ErrWrongPassphrase)
	_, err = c.ChangePassphrase(ctx, passEli, "short")
	wantErr(t, err, vault.ErrTooShort)
	j, _, err := Create(ctx, c.path+".two", Options{Now: c.clock.now}, noor())
	must(t, err)
	defer j.Close()
	n := eli()
	n.Passphrase = passNoor
	_, err = j.Join(ctx, n)
	wantErr(t, err, ErrSame)
	if j.Faces()[1].Joined || len(j.State().Moments) != 1 {
		t.Error("the second partner joined")
	}
}

func TestRolesStayPrivate(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	if role, fits := c.Role(); role != RoleHurt || !fits {
		t.Errorf("Eli: %s, %v", role, fits)
	}
	must(t, c.SetRole(ctx, RoleRepairing))
	c.hold(t, First)
	if role, fits := c.Role(); role != RoleRepairing || fits {
		t.Errorf("Noor: %s, %v", role, fits)
	}
	wantInvalid(t, c.SetRole(ctx, "guilty"), "Role", ProblemUnknown)
}

func TestALeavingWindowCutsNoSaveShort(t *testing.T) {
	c := newCouple(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "a", Answer: text("The last sentence.")})
	must(t, err)
	_, err = c.SetBoundary(ctx, "Quiet after ten", "")
	must(t, err)
	c.comeAgain(t)
	if len(c.Drafts("before.here")) != 1 || len(c.State().Boundaries) != 1 {
		t.Error("not saved")
	}
}

// TestManyHandsAtOnce is for the race detector: readers, saves and background work.
func TestManyHandsAtOnce(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.fill(t)
	c.comeAgain(t)
	var all sync.WaitGroup
	work := func(n int, one func(i int) error) {
		all.Go(func() {
			for i := range n {
				if err := one(i); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	work(10, func(i int) error { return c.Skip(ctx, fmt.Sprint("before.", i), "Skipped") })
	work(10, func(i int) error {
		_, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: fmt.Sprint(i), Answer: text("x")})
		return err
	})
	work(10, func(int) error { _, err := c.SetBoundary(ctx, "Mine", "A limit."); return err })
	work(3, func(int) error { _, err := c.Verify(ctx); return err })
	work(3, func(int) error { return c.Prepare(ctx) })
	work(2, func(i int) error { return c.Backup(ctx, fmt.Sprint(c.path, ".copy", i)) })
	for range 3 {
		work(100, func(int) error {
			s := c.State()
			for _, b := range s.Boundaries {
				_ = b.Latest()
			}
			_, _ = c.Find("lantern", 5)
			_, _, _ = len(s.Done), c.Progress("before.here"), c.Drafts("before.here")
			return nil
		})
	}
	all.Wait()
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}
