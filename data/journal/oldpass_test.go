package journal

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goldseam.app/data/vault"
)

// databases lists every journal, copy and backup below a folder, by what it is
// and not by its name.
func databases(t *testing.T, folder string) (paths []string) {
	t.Helper()
	must(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && checkHeader(path) == nil {
			paths = append(paths, path)
		}
		return err
	}))
	return paths
}

// TestOldPassphraseOpensNoFile: after a new passphrase, and again after recovery
// words, the old ones are tried against every file in the folder.
func TestOldPassphraseOpensNoFile(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "a", "Mine alone.")
	c.everyCopy(t)
	c.hold(t, First)
	second, err := c.ChangePassphrase(ctx, passNoor, "a second passphrase")
	must(t, err)
	c.reopen(t)
	third, err := c.UnlockWithWords(ctx, First, second, "a third passphrase")
	must(t, err)
	must(t, c.Close())

	all := databases(t, filepath.Dir(c.path))
	if len(all) != 3 || !slices.ContainsFunc(all, func(p string) bool { return strings.HasSuffix(p, asideSuffix) }) {
		t.Fatalf("want the journal, a backup and what was set aside, got %v", all)
	}
	for _, path := range all {
		for _, old := range []string{passNoor, "a second passphrase"} {
			j, err := Open(ctx, path, Options{Now: c.clock.now})
			must(t, err)
			wantErr(t, j.Unlock(ctx, First, old), vault.ErrWrongPassphrase)
			must(t, j.Close())
		}
		for _, old := range []string{c.words[0], second} {
			j, err := Open(ctx, path, Options{Now: c.clock.now})
			must(t, err)
			_, err = j.UnlockWithWords(ctx, First, old, "yet another passphrase")
			wantErr(t, err, vault.ErrWrongWords)
			must(t, j.Close())
		}
		j, err := Open(ctx, path, Options{Now: c.clock.now})
		must(t, err)
		must(t, j.Unlock(ctx, First, "a third passphrase"))
		if kept, ok := j.RecoveryWords(); !ok || kept != third {
			t.Errorf("%s keeps other recovery words", filepath.Base(path))
		}
		must(t, j.Close())
	}
}
