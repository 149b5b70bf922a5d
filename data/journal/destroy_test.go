package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filesIn lists every file and folder below a folder.
func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	must(t, filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && path != folder {
			names = append(names, strings.TrimPrefix(path, folder+string(filepath.Separator)))
		}
		return err
	}))
	return names
}

// clutter leaves beside a journal everything that a computer's sudden end can leave.
func (c *couple) clutter(t *testing.T) {
	t.Helper()
	copies := c.allCopies(t)
	for _, path := range []string{
		c.path + restoringSuffix, c.path + restoringSuffix + "-wal", c.path + partSuffix, copies[0] + "-wal", copies[3] + "-shm",
		copies[0] + partSuffix, copies[1] + partSuffix + "-journal", c.statePath() + newSuffix,
		filepath.Join(c.BackupFolder(), c.backupPrefix()+copyMark+newID()+partSuffix),
	} {
		must(t, os.WriteFile(path, []byte("left"), 0o600))
	}
	must(t, os.Remove(copies[1]+partSuffix+"-journal")) // beside nothing it has no name of its own
}

// TestDestroyLeavesNoFolder: all that ever belonged to a journal is gone, with its
// folders, and a second time is no error.
func TestDestroyLeavesNoFolder(t *testing.T) {
	c := newCouple(t)
	c.fill(t)
	c.clutter(t)
	folder := filepath.Dir(c.path)
	if n := len(filesIn(t, folder)); n < 14 {
		t.Fatalf("only %d files are there", n)
	}
	b := c.Belongings()
	if b.Journal != c.path || len(b.Backups) != 2 || len(b.Kept) != 2 || b.Folder != c.BackupFolder() {
		t.Errorf("belongings %+v", b)
	}
	must(t, c.Destroy())
	if left := filesIn(t, folder); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	must(t, c.Destroy())
}

// TestDestroyLeavesTheNeighbour: another journal in the folder keeps all it has.
func TestDestroyLeavesTheNeighbour(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	folder := filepath.Dir(c.path)
	before := map[string]bool{}
	for _, name := range []string{"b.goldseam", "a b#c%20?-a.goldseam"} {
		j, _, err := Create(ctx, filepath.Join(folder, name), c.opt, noor())
		must(t, err)
		must(t, j.DailyBackup(ctx))
		must(t, os.WriteFile(filepath.Join(j.BackupFolder(), j.backupPrefix()+"2026-09-22.goldseam.part"), nil, 0o600))
		must(t, os.WriteFile(j.path+".before-20260920-101010.000.kept", nil, 0o600))
		must(t, j.Close())
	}
	mine, err := filepath.Glob(filepath.Join(folder, "a b#c%20[?].goldseam*"))
	must(t, err)
	mine = append(mine, c.statePath())
	for _, name := range filesIn(t, folder) {
		before[filepath.Join(folder, name)] = true
	}
	for _, path := range mine {
		delete(before, path)
	}
	c.clutter(t)
	must(t, c.Destroy())
	for _, name := range filesIn(t, folder) {
		path := filepath.Join(folder, name)
		if !before[path] {
			t.Errorf("left: %s", name)
		}
		delete(before, path)
	}
	if len(before) > 0 {
		t.Errorf("the neighbour lost %v", before)
	}
}

// TestDestroyThroughALink: the file that a link leads to is gone too.
func TestDestroyThroughALink(t *testing.T) {
	c := newCouple(t)
	must(t, c.Close())
	folder := t.TempDir()
	link := filepath.Join(folder, "ours.goldseam")
	must(t, os.Symlink(c.path, link))
	j, err := Open(t.Context(), link, c.opt)
	must(t, err)
	must(t, j.Destroy())
	if left := append(filesIn(t, filepath.Dir(c.path)), filesIn(t, folder)...); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// TestDestroyNamesWhatStays, and goes on with the rest.
func TestDestroyNamesWhatStays(t *testing.T) {
	c := newCouple(t)
	copies := c.allCopies(t)
	show := hide(t, copies[0])
	must(t, os.WriteFile(filepath.Join(copies[0], "inside"), nil, 0o600))
	var left *LeftError
	if err := c.Destroy(); !errors.As(err, &left) || len(left.Paths) != 1 || left.Paths[0] != copies[0] {
		t.Fatalf("err = %v", err)
	}
	if _, err := os.Stat(c.path); !os.IsNotExist(err) {
		t.Error("the journal stays because a backup does")
	}
	must(t, os.Remove(filepath.Join(copies[0], "inside")))
	show()
	must(t, c.Destroy())
	if left := filesIn(t, filepath.Dir(c.path)); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
