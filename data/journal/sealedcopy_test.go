package journal

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"goldseam.app/data/vault"
)

const copyPass = "three boats in the fog"

// exported seals a copy of the journal into a file of its own.
func (c *couple) exported(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	last, of := 0, 0
	must(t, c.ExportCopy(t.Context(), &out, copyPass, func(done, total int) { last, of = done, total }))
	if of == 0 || last != of {
		t.Errorf("progress ended at %d of %d", last, of)
	}
	path := filepath.Join(t.TempDir(), "copy.age")
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

func (c *couple) wantNothingBegun(t *testing.T) {
	t.Helper()
	for _, folder := range []string{c.BackupFolder(), filepath.Dir(c.path)} {
		for _, pattern := range []string{"*.part*", "*.restoring*"} {
			if names, err := filepath.Glob(filepath.Join(folder, pattern)); err != nil || len(names) > 0 {
				t.Errorf("left: %v %v", names, err)
			}
		}
	}
}

func TestSealedCopyComesBack(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.fill(t)
	want := c.State()
	path := c.exported(t)
	c.wantNothingBegun(t)
	if !IsSealedCopy(path) || IsSealedCopy(c.path) || IsSealedCopy(path+"x") {
		t.Error("an age file is not told from a journal")
	}
	for _, w := range []string{"SQLite", "Noor", "hiding"} {
		if content, err := os.ReadFile(path); err != nil || bytes.Contains(content, []byte(w)) {
			t.Errorf("%q lies in the copy, %v", w, err)
		}
	}
	must(t, c.Skip(ctx, "before.words", "Words to use"))
	must(t, c.Close())
	kept, err := RestoreCopy(ctx, path, copyPass, c.path, c.opt)
	must(t, err)
	if _, err := os.Stat(kept); err != nil {
		t.Error("what was there is gone:", err)
	}
	c.comeAgain(t)
	if n := len(c.State().Moments); n != len(want.Moments)+1 || c.State().Moments[n-1].Kind != KindRestored {
		t.Errorf("%d moments", n)
	}
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	c.wantNothingBegun(t)
}

// TestSealedCopyRefused: the journal stays as it is, and nothing is left behind.
func TestSealedCopyRefused(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	path := c.exported(t)
	whole, err := os.ReadFile(path)
	must(t, err)
	before, err := os.ReadFile(c.path)
	must(t, err)
	var other bytes.Buffer // an age file that holds no journal
	w, err := vault.SealCopy(ctx, &other, copyPass)
	must(t, err)
	_, err = w.Write(bytes.Repeat([]byte("a letter "), 100))
	must(t, err)
	must(t, w.Close())
	for name, x := range map[string]struct {
		file []byte
		pass string
		want error
	}{
		"other passphrase": {whole, passNoor, vault.ErrWrongPassphrase},
		"cut short":        {whole[:len(whole)-100], copyPass, ErrDamaged},
		"changed":          {append(bytes.Clone(whole[:5000]), append([]byte{whole[5000] ^ 1}, whole[5001:]...)...), copyPass, ErrDamaged},
		"another file":     {other.Bytes(), copyPass, ErrNotJournal},
		"no age file":      {before, copyPass, vault.ErrNotCopy},
	} {
		must(t, os.WriteFile(path, x.file, 0o600))
		if _, err := RestoreCopy(ctx, path, x.pass, c.path, c.opt); !errors.Is(err, x.want) {
			t.Errorf("%s: %v, want %v", name, err, x.want)
		}
	}
	if _, err := RestoreCopy(ctx, path+"x", copyPass, c.path, c.opt); !errors.Is(err, ErrMissing) {
		t.Errorf("without a file: %v", err)
	}
	if after, err := os.ReadFile(c.path); err != nil || !bytes.Equal(before, after) {
		t.Error("the journal was changed", err)
	}
	c.wantNothingBegun(t)
}

// TestSealedCopyStops: when it is stopped, or can't be written, nothing is left.
func TestSealedCopyStops(t *testing.T) {
	c := newCouple(t)
	c.fill(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := c.ExportCopy(ctx, new(bytes.Buffer), copyPass, func(int, int) { cancel() })
	wantErr(t, err, context.Canceled)
	wantErr(t, c.ExportCopy(ctx, new(bytes.Buffer), copyPass, nil), context.Canceled)
	wantErr(t, c.ExportCopy(t.Context(), new(bytes.Buffer), "short", nil), vault.ErrTooShort)
	c.wantNothingBegun(t)
	must(t, c.Close())
	wantErr(t, c.ExportCopy(t.Context(), new(bytes.Buffer), copyPass, nil), ErrClosed)
}
