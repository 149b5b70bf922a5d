package journal

import (
	"bytes"
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goldseam.app/data/vault"
)

// unsealed gives all that the keys of both open in one file of the journal: heads
// and words of events, and the own writing of each.
func (c *couple) unsealed(t *testing.T, path string) string {
	t.Helper()
	all := ""
	open := func(key *vault.Key, b vault.Bind, sealed []byte) bool {
		plain, err := vault.Open(key, b, sealed)
		all += string(plain) + "\n"
		return err == nil
	}
	db := c.db
	if path != c.path {
		if _, err := os.Stat(path + "-wal"); err == nil {
			t.Errorf("%s has pages beside it", filepath.Base(path))
		}
		var err error
		db, err = sql.Open(driverName, dsnAsIs(path))
		must(t, err)
		defer db.Close()
	}
	each(t, db, "SELECT id, head, body FROM event", func(id string, head, body []byte) {
		if !open(c.key, headBind(c.id, id), head) || len(body) > 0 && !open(c.key, bodyBind(c.id, id), body) {
			t.Errorf("an event of %s does not open", filepath.Base(path))
		}
	})
	each(t, db, "SELECT id, mark, sealed FROM private", func(id string, mark, sealed []byte) {
		open(c.key, c.markBind(id), mark)
		if !open(&c.here[0].key, c.ownBind(id), sealed) && !open(&c.here[1].key, c.ownBind(id), sealed) {
			t.Errorf("own writing in %s does not open", filepath.Base(path))
		}
	})
	return all
}

func each(t *testing.T, db *sql.DB, query string, row func(id string, a, b []byte)) {
	t.Helper()
	rows, err := db.Query(query)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var id string
		var a, b []byte
		must(t, rows.Scan(&id, &a, &b))
		row(id, a, b)
	}
	must(t, rows.Err())
}

// allCopies makes one copy of every kind beside the journal: backups of two days,
// one that was set aside, and one from before a migration.
func (c *couple) allCopies(t *testing.T) []string {
	t.Helper()
	ctx := t.Context()
	must(t, c.DailyBackup(ctx))
	c.restoreNewest(t)
	c.clock.days(1)
	must(t, c.DailyBackup(ctx))
	must(t, c.Backup(ctx, c.path+asideMark+"version-2"+asideSuffix))
	copies, err := c.copies()
	must(t, err)
	if len(copies) != 4 {
		t.Fatalf("copies: %v", copies)
	}
	return copies
}

// wantNoWords: with the keys of both nothing of these words is in the journal or
// in any copy, and no file holds them unsealed.
func (c *couple) wantNoWords(t *testing.T, words ...string) {
	t.Helper()
	copies, err := c.copies()
	must(t, err)
	for _, path := range append(copies, c.path) {
		all := c.unsealed(t, path)
		for _, w := range words {
			if strings.Contains(all, w) {
				t.Errorf("%s still holds %q", filepath.Base(path), w)
			}
		}
	}
	c.everyFile(t, func(path string, content []byte, _ fs.FileMode) {
		for _, w := range words {
			for _, form := range forms(w) {
				if bytes.Contains(content, form) {
					t.Errorf("%q lies in %s", w, filepath.Base(path))
				}
			}
		}
	})
}

// TestNoCopyKeepsErasedWords: what was erased or struck out is in no file of the
// journal's folders, also not for who has both passphrases.
func TestNoCopyKeepsErasedWords(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	temporary := filepath.Join(filepath.Dir(c.path), "temporary")
	must(t, os.Mkdir(temporary, 0o700))
	t.Setenv("TMPDIR", temporary)
	t.Setenv("SQLITE_TMPDIR", temporary)
	c.fill(t)
	erased, struck := []string{"Eli's own", "own words."}, []string{"I stop hiding", "I miss us"}
	for _, path := range c.allCopies(t) {
		all := c.unsealed(t, path)
		for _, w := range slices.Concat(erased, struck) {
			if !strings.Contains(all, w) {
				t.Fatalf("%s does not hold %q, so the test would prove nothing", filepath.Base(path), w)
			}
		}
	}
	c.hold(t, Second)
	must(t, c.Erase(ctx, "own.plainly", "what"))
	c.wantNoWords(t, erased...)
	must(t, c.Strike(ctx, c.State().Reflections[0].ID))
	c.wantNoWords(t, slices.Concat(erased, struck)...)
	if all := c.unsealed(t, c.path); !strings.Contains(all, "Noor's own words") {
		t.Error("the other's own writing is gone too")
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("in the folder for temporary files: %v %v", left, err)
	}
	c.comeAgain(t)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// hide puts something else in a copy's place, so that it can't be changed; show
// puts the copy back.
func hide(t *testing.T, path string) (show func()) {
	t.Helper()
	must(t, os.Rename(path, path+"x"))
	must(t, os.Mkdir(path, 0o700))
	return func() {
		must(t, os.Remove(path))
		must(t, os.Rename(path+"x", path))
	}
}

// TestErasingIsFinishedLater: a copy that could not be changed loses the words
// once it can be, also after a restart, and nothing else.
func TestErasingIsFinishedLater(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.fill(t)
	copies := c.allCopies(t)
	show := hide(t, copies[0])
	c.hold(t, Second)
	if err := c.Erase(ctx, "own.plainly", "what"); err == nil {
		t.Error("a copy that can't be changed is not named")
	}
	if err := c.Strike(ctx, c.State().Reflections[0].ID); err == nil {
		t.Error("a copy that can't be changed is not named")
	}
	if err := c.FinishErasing(ctx); err == nil {
		t.Error("it is finished already")
	}
	show()
	c.reopen(t)
	wantErr(t, c.FinishErasing(ctx), ErrNotPresent)
	must(t, c.Unlock(ctx, First, passNoor))
	must(t, c.FinishErasing(ctx))
	must(t, c.Unlock(ctx, Second, passEli))
	if all := c.unsealed(t, copies[0]); strings.Contains(all, "I miss us") || !strings.Contains(all, "Eli's own") {
		t.Error("one alone does not finish what is shared, and that alone")
	}
	must(t, c.FinishErasing(ctx))
	c.wantNoWords(t, "Eli's own", "I stop hiding", "I miss us")
	if _, id := c.ownRow(Second, rowErased); id != "" {
		t.Error("the note of what was erased stays")
	}
	if all := c.unsealed(t, copies[0]); !strings.Contains(all, "Noor's own words") {
		t.Error("the other's own writing is gone too")
	}
	must(t, c.FinishErasing(ctx))
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// TestErasingSparesWhatAnotherCopyAloneHas: what a restored journal does not know
// stays in what was set aside.
func TestErasingSparesWhatAnotherCopyAloneHas(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.write(t, First, "before.here", "why", "Older words of Noor.")
	must(t, c.DailyBackup(ctx))
	c.write(t, Second, "before.here", "why", "Newer words of Eli.")
	c.restoreNewest(t)
	c.hold(t, First)
	must(t, c.Erase(ctx, "before.here", "why"))
	must(t, c.FinishErasing(ctx))
	c.wantNoWords(t, "Older words")
	kept, err := c.setAsideCopies()
	must(t, err)
	if all := c.unsealed(t, kept[0]); !strings.Contains(all, "Newer words of Eli.") {
		t.Error("words that nobody erased are gone")
	}
}

// TestErasingLeavesCopiesAlone: those that hold nothing of it are only looked at.
func TestErasingLeavesCopiesAlone(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	must(t, c.DailyBackup(ctx))
	names, err := c.Backups()
	must(t, err)
	c.write(t, First, "before.here", "why", "Written after the backup.")
	before, err := os.Stat(names[0])
	must(t, err)
	must(t, c.Erase(ctx, "before.here", "why"))
	after, err := os.Stat(names[0])
	must(t, err)
	if before.ModTime() != after.ModTime() {
		t.Error("a backup without the words was written")
	}
}

// TestUnfinishedCopiesGo: what was begun when the program ended is gone with the
// next erasing, and a neighbour's is not.
func TestUnfinishedCopiesGo(t *testing.T) {
	c := newCouple(t)
	must(t, c.DailyBackup(t.Context()))
	mine := []string{
		c.backupPrefix() + "2026-09-21.goldseam.part", c.backupPrefix() + copyMark + newID() + partSuffix,
	}
	others := []string{c.backupPrefix() + "a-2026-09-21.goldseam.part", c.backupPrefix() + "a-" + copyMark + newID() + partSuffix}
	for _, name := range append(mine, others...) {
		must(t, os.WriteFile(filepath.Join(c.BackupFolder(), name), []byte("begun"), 0o600))
	}
	c.write(t, First, "before.here", "why", "Words.")
	must(t, c.Erase(t.Context(), "before.here", "why"))
	for i, name := range append(mine, others...) {
		if _, err := os.Stat(filepath.Join(c.BackupFolder(), name)); os.IsNotExist(err) != (i < len(mine)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
