package journal

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestPeekBackup: a backup says how much it holds, stays as it is, and says so
// when it can't be read here.
func TestPeekBackup(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	must(t, c.DailyBackup(ctx))
	want := Held{Moments: len(c.State().Moments), Newest: c.Today()}
	c.clock.days(2)
	must(t, c.Skip(ctx, "before.words", "Words to use"))
	files, err := c.BackupFiles()
	must(t, err)
	if len(files) != 1 || files[0].Day != want.Newest || files[0].Size == 0 {
		t.Fatalf("backups are %+v", files)
	}
	before, err := os.ReadFile(files[0].Path)
	must(t, err)
	got, err := c.PeekBackup(ctx, files[0].Path)
	if got != want || err != nil {
		t.Errorf("holds %+v, %v; want %+v", got, err, want)
	}
	after, err := os.ReadFile(files[0].Path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("looking changed the backup")
	}
	if names, err := os.ReadDir(c.BackupFolder()); err != nil || len(names) != 1 {
		t.Error("looking left something beside it:", names, err)
	}
	other := newCouple(t)
	_, err = other.PeekBackup(ctx, files[0].Path)
	wantErr(t, err, ErrDamaged)
	_, err = c.PeekBackup(ctx, files[0].Path+"x")
	wantErr(t, err, ErrMissing)
	c.Lock()
	_, err = c.PeekBackup(ctx, files[0].Path)
	wantErr(t, err, ErrNotPresent)
}

// TestRestorePutsBackWhatItMoved: when the backup can't take the journal's name,
// the journal has it again.
func TestRestorePutsBackWhatItMoved(t *testing.T) {
	from := filepath.Join(t.TempDir(), "a")
	for _, suffix := range []string{"", "-wal"} {
		must(t, os.WriteFile(from+suffix, []byte("a"+suffix), 0o600))
	}
	must(t, moveDatabase(from, from+".kept"))
	must(t, moveDatabase(from+".kept", from))
	must(t, moveDatabase("", from))
	for _, suffix := range []string{"", "-wal"} {
		if b, err := os.ReadFile(from + suffix); err != nil || string(b) != "a"+suffix {
			t.Errorf("%q holds %q, %v", suffix, b, err)
		}
	}
}
