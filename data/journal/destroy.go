package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// LeftError names files that could not be deleted.
type LeftError struct{ Paths []string }

func (e *LeftError) Error() string { return "still there: " + strings.Join(e.Paths, ", ") }

// Remove deletes files, and what SQLite keeps beside each; those that are not
// there are no error. What can't be deleted is in a *LeftError.
func Remove(paths ...string) error {
	var left []string
	for _, path := range paths {
		for _, suffix := range besideSuffixes {
			if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
				left = append(left, path+suffix)
			}
		}
	}
	if len(left) > 0 {
		return &LeftError{left}
	}
	return nil
}

// Belongings is everything of a journal that lies on this computer.
type Belongings struct {
	Journal string   // the file itself
	Backups []string // in the backup folder
	Kept    []string // set aside when a backup was put back, or before a migration
	Folder  string   // of the backups
}

// Belongings lists what Destroy would delete.
func (j *Journal) Belongings() Belongings {
	backups, _ := j.Backups()
	kept, _ := j.setAsideCopies()
	return Belongings{Journal: j.path, Backups: backups, Kept: kept, Folder: j.backupFolder()}
}

// Destroy deletes the journal, what SQLite keeps beside it, the backups, what was
// set aside for one of them or before a migration, copies that were begun, and the
// state kept outside; then the folders of these, where they are empty. It asks
// nothing: the caller did. What could not be deleted is in a *LeftError, and asking
// once more tries again.
func (j *Journal) Destroy() error {
	closing := j.Close()
	copies, err := j.copies()
	all := append(copies, j.unfinished()...)
	if j.opt.StateDir != "" {
		all = append(all, j.statePath(), j.statePath()+newSuffix)
	}
	if real, err := filepath.EvalSymlinks(j.path); err == nil && real != j.path {
		all = append(all, real)
	}
	removed := Remove(append(all, j.path)...)
	_ = os.Remove(j.backupFolder()) // it stays when another journal's backups lie there
	if j.opt.StateDir != "" {
		_ = os.Remove(j.opt.StateDir) // likewise
	}
	return errors.Join(closing, err, removed, syncIfThere(filepath.Dir(j.path)))
}

// syncIfThere is syncFolder for a folder that may have gone with what was in it.
func syncIfThere(folder string) error {
	if _, err := os.Lstat(folder); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return syncFolder(folder)
}
