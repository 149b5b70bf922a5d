package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/gofrs/flock"

	"goldseam.app/data/journal"
)

const (
	folderName  = "goldseam"
	journalName = "journal.goldseam"
	lockSuffix  = ".lock"
)

// errAlreadyOpen says that another Goldseam holds the journal.
var errAlreadyOpen = errors.New("the journal is open in another goldseam")

// journalPath gives where the journal lies: what --journal says, or else the
// folder that the system keeps for programs' data.
func journalPath(flag string) (string, error) {
	if flag == "" {
		return filepath.Join(xdg.DataHome, folderName, journalName), nil
	}
	path, err := filepath.Abs(flag)
	if err != nil {
		return "", fmt.Errorf("journal path: %w", err)
	}
	return path, nil
}

// stateFolder gives where the program remembers how long a journal is.
func stateFolder() string { return filepath.Join(xdg.StateHome, folderName) }

// makeFolder makes the folder of a file, for its owner alone.
func makeFolder(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("%w: %w", journal.ErrCannotWrite, err)
	}
	return nil
}

// lockFile gives the name of a journal's lock. Two names of one journal share it.
func lockFile(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path + lockSuffix
}

// holdLock keeps a second Goldseam away from the journal at path until release
// is called. errAlreadyOpen means that one holds it now. The lock file stays:
// deleting it could let two hold it at once.
func holdLock(path string) (release func(), err error) {
	lock := flock.New(lockFile(path), flock.SetPermissions(0o600))
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", journal.ErrCannotWrite, err)
	}
	if !held {
		return nil, errAlreadyOpen
	}
	return func() { _ = lock.Close() }, nil
}

// holdExisting is holdLock for a journal that must be there already.
func holdExisting(path string) (release func(), err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, journal.ErrMissing
	}
	return holdLock(path)
}
