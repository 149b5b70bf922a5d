package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// smallDisk mounts a file system of its own, of two megabytes.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	dir := t.TempDir()
	must(t, syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"))
	t.Cleanup(func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	return dir
}

// coupleIn makes a couple whose file lies in dir.
func coupleIn(t *testing.T, dir string) *couple {
	t.Helper()
	c := newCouple(discard{TB: t, dir: dir})
	t.Cleanup(func() { c.Close() })
	return c
}

func TestFullDisk(t *testing.T) {
	ctx := t.Context()
	dir := smallDisk(t)
	c := coupleIn(t, dir)
	id, err := c.SetBoundary(ctx, "Quiet after ten", "Saved before.")
	must(t, err)
	saved := c.write(t, Second, "before.here", "a", "Saved before.")
	filler := filepath.Join(dir, "filler")
	err = os.WriteFile(filler, bytes.Repeat([]byte("x"), 4<<20), 0o600)
	wantErr(t, err, syscall.ENOSPC)
	before := c.State()
	fullOnce(t, func() error {
		_, err := c.SetBoundary(ctx, "One more", string(bytes.Repeat([]byte("w"), 9000)))
		return err
	})
	draft := saved
	fullOnce(t, func() (err error) {
		next := draft
		next.Answer = text(string(bytes.Repeat([]byte("w"), 50_000)))
		draft, err = c.SaveDraft(ctx, next)
		return err
	})
	wantErr(t, c.Backup(ctx, filepath.Join(dir, "copy")), ErrFull)
	if len(c.State().Moments) < len(before.Moments) {
		t.Error("something is gone")
	}
	must(t, os.Remove(filler))
	must(t, c.EndBoundary(ctx, id))
	want := c.State()
	c.comeAgain(t)
	equalStates(t, c.State(), want)
	if d := c.Drafts("before.here"); len(d) != 1 {
		t.Errorf("own writing: %v", d)
	}
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// fullOnce saves until the disk is full. What the log already holds may still take a few.
func fullOnce(t *testing.T, save func() error) {
	t.Helper()
	for range 300 {
		err := save()
		if err == nil {
			continue
		}
		wantErr(t, err, ErrFull)
		return
	}
	t.Error("the disk never was full")
}

func TestNoRoomForANewJournal(t *testing.T) {
	dir := smallDisk(t)
	err := os.WriteFile(filepath.Join(dir, "filler"), bytes.Repeat([]byte("x"), 4<<20), 0o600)
	wantErr(t, err, syscall.ENOSPC)
	_, _, err = Create(t.Context(), filepath.Join(dir, "new.goldseam"), Options{}, noor())
	if !errors.Is(err, ErrFull) && !errors.Is(err, ErrCannotWrite) {
		t.Errorf("err = %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t)
	c := coupleIn(t, dir)
	want := c.State()
	must(t, c.Close())
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	_, err := Open(t.Context(), c.path, c.opt)
	wantErr(t, err, ErrCannotWrite)
	_, _, err = Create(t.Context(), filepath.Join(dir, "new.goldseam"), Options{}, noor())
	wantErr(t, err, ErrCannotWrite)
	_, err = Restore(t.Context(), c.path, filepath.Join(dir, "restored"), Options{})
	wantErr(t, err, ErrCannotWrite)
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT, "size=2m"))
	c.comeAgain(t)
	equalStates(t, c.State(), want)
}
