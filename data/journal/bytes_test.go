package journal

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"
)

// everyFile calls look with each file under the journal's folder.
func (c *couple) everyFile(t *testing.T, look func(path string, content []byte, mode fs.FileMode)) {
	t.Helper()
	n := 0
	must(t, filepath.WalkDir(filepath.Dir(c.path), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		n++
		look(path, content, info.Mode().Perm())
		return err
	}))
	if n < 3 {
		t.Errorf("only %d files were looked at", n)
	}
}

// forms gives a text as the bytes it could lie in a file as.
func forms(s string) [][]byte {
	little, big := []byte{}, []byte{}
	for _, u := range utf16.Encode([]rune(s)) {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	return [][]byte{[]byte(s), little, big}
}

func TestNoWordsInAnyFile(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	c.fill(t)
	must(t, c.DailyBackup(ctx))
	must(t, c.SetCode(ctx, "73914682"))
	words := []string{
		"Noor", "hiding", "I miss us", "lantern", "phone on the table", "sleep again", "Quiet after ten", "lighter", "Coffee",
		"own words, version one", "Eli's own", "before.here", "own.plainly", "73914682", RoleRepairing, passNoor, passEli,
		c.words[0], c.words[1], "agreement.signed", "temporary access",
	}
	check := func(path string, content []byte, _ fs.FileMode) {
		for _, w := range words {
			for _, form := range forms(w) {
				if bytes.Contains(content, form) {
					t.Errorf("%q lies in %s", w, filepath.Base(path))
				}
			}
		}
		for _, secret := range [][]byte{c.key[:], c.here[0].key[:], c.here[0].seed[:], c.here[1].key[:], c.here[1].seed[:]} {
			if bytes.Contains(content, secret) {
				t.Errorf("a key lies in %s", filepath.Base(path))
			}
		}
	}
	c.everyFile(t, check)
	must(t, checkpointFile(ctx, c.db))
	c.everyFile(t, check)
}

func TestModesOfFiles(t *testing.T) {
	c := newCouple(t)
	must(t, c.DailyBackup(t.Context()))
	must(t, c.Backup(t.Context(), c.path+".copy"))
	c.everyFile(t, func(path string, _ []byte, mode fs.FileMode) {
		if mode != 0o600 {
			t.Errorf("%s has mode %o", filepath.Base(path), mode)
		}
	})
	for _, dir := range []string{c.BackupFolder(), c.opt.StateDir} {
		info, err := os.Stat(dir)
		must(t, err)
		if info.Mode().Perm() != 0o700 {
			t.Errorf("%s has mode %o", filepath.Base(dir), info.Mode().Perm())
		}
	}
}

// wantGone: no file holds the sealed bytes any more, nor a row that could be opened.
func (c *couple) wantGone(t *testing.T, sealed []byte, query, id string) {
	t.Helper()
	c.everyFile(t, func(path string, content []byte, _ fs.FileMode) {
		if bytes.Contains(content, sealed[:64]) {
			t.Errorf("the sealed words still lie in %s", filepath.Base(path))
		}
	})
	backups, err := c.copies()
	must(t, err)
	if len(backups) == 0 {
		t.Fatal("there is no backup")
	}
	for _, path := range backups {
		edit(t, path, func(db *sql.DB) {
			if n := one[int](t, db, query, id); n != 0 {
				t.Errorf("%s still holds the words", filepath.Base(path))
			}
		})
	}
}

func TestErasedIsGoneEverywhere(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	c.fill(t)
	must(t, c.DailyBackup(ctx))
	_, id := c.draftRow(Second, "own.plainly", "what")
	sealed := one[[]byte](t, c.db, "SELECT sealed FROM private WHERE id = ?", id)
	must(t, c.Erase(ctx, "own.plainly", "what"))
	c.wantGone(t, sealed, "SELECT count(*) FROM private WHERE id = ?", id)
	c.restoreNewest(t)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	if len(c.Drafts("own.plainly")) > 0 {
		t.Error("the erased words are back")
	}
	must(t, c.Living(ctx, false))
}

func TestStruckIsGoneEverywhere(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	c.fill(t)
	must(t, c.DailyBackup(ctx))
	event := c.State().Reflections[0].ID
	sealed := one[[]byte](t, c.db, "SELECT body FROM event WHERE id = ?", event)
	must(t, c.Strike(ctx, event))
	wantErr(t, c.Strike(ctx, event), ErrNotNow)
	c.wantGone(t, sealed, "SELECT length(body) FROM event WHERE id = ?", event)
	r := c.State().Reflections[0]
	if !r.Struck || r.Title != "" || len(r.Parts) > 0 {
		t.Errorf("after striking: %+v", r)
	}
	if _, total := c.Find("hiding", 5); total > 0 {
		t.Error("the struck words are found")
	}
	c.comeAgain(t)
	if found, err := c.Check(ctx); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	number := c.State().Moments[2].Number
	c.restoreNewest(t)
	found, err := c.Check(ctx)
	must(t, err)
	for _, f := range found {
		if f.What != whatWordsMissing {
			t.Errorf("fault %v, beside %d", f, number)
		}
	}
	if len(found) != 1 {
		t.Errorf("faults %v", found)
	}
	must(t, c.Living(ctx, false))
}

// A backup from before the opening holds the words as sealed drafts.
func TestStruckIsGoneFromTheDraftsInBackups(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		_, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "why", Answer: text("I want to stop hiding.")})
		must(t, err)
		must(t, c.Finish(ctx, "before.here"))
	}
	must(t, c.DailyBackup(ctx))
	_, mine := c.draftRow(First, "before.here", "why")
	_, theirs := c.draftRow(Second, "before.here", "why")
	sealed := map[string][]byte{}
	for _, id := range []string{mine, theirs} {
		sealed[id] = one[[]byte](t, c.db, "SELECT sealed FROM private WHERE id = ?", id)
	}
	r, err := c.OpenTogether(ctx, plainOpening("before.here"))
	must(t, err)
	must(t, c.Strike(ctx, r.ID))
	for id, bytes := range sealed {
		c.wantGone(t, bytes, "SELECT count(*) FROM private WHERE id = ?", id)
	}
	c.restoreNewest(t)
	if d := c.Drafts("before.here"); len(d) > 0 {
		t.Errorf("the struck words are back as drafts: %v", d)
	}
}

// restoreNewest puts the newest backup in the journal's place and lets both in.
func (c *couple) restoreNewest(t *testing.T) {
	t.Helper()
	backups, err := c.Backups()
	must(t, err)
	must(t, c.Close())
	kept, err := Restore(context.Background(), backups[0], c.path, c.opt)
	must(t, err)
	if _, err := os.Stat(kept); err != nil {
		t.Error("what was there is gone:", err)
	}
	c.comeAgain(t)
	if c.ReadOnly() {
		t.Errorf("read-only after restoring: %v", c.Faults())
	}
	if n := countKind(c.State(), KindRestored); n != 1 {
		t.Errorf("%d restorings are recorded", n)
	}
}

func TestErasedAlsoFromWhatWasSetAside(t *testing.T) {
	ctx := context.Background()
	c := newCouple(t)
	c.fill(t)
	_, id := c.draftRow(Second, "own.plainly", "what")
	sealed := one[[]byte](t, c.db, "SELECT sealed FROM private WHERE id = ?", id)
	must(t, c.DailyBackup(ctx))
	c.restoreNewest(t)
	must(t, c.Erase(ctx, "own.plainly", "what"))
	c.wantGone(t, sealed, "SELECT count(*) FROM private WHERE id = ?", id)
}

func TestDestroyLeavesNothing(t *testing.T) {
	c := newCouple(t)
	must(t, c.DailyBackup(t.Context()))
	c.restoreNewest(t)
	must(t, c.Destroy())
	must(t, filepath.WalkDir(filepath.Dir(c.path), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			t.Errorf("%s is left", filepath.Base(path))
		}
		return err
	}))
}
