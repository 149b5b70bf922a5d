package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// restoringSuffix ends the name of a copy that is about to become the journal.
const restoringSuffix = ".restoring"

// Restore puts a backup in the place of the journal at target, which no program
// may have open. What was there is kept beside it, and its new name is returned.
// The next to unlock records the restoring.
func Restore(ctx context.Context, backup, target string, o Options) (kept string, err error) {
	if err := checkHeader(backup); err != nil {
		return "", err
	}
	return restoreAs(ctx, target, o, func(fresh string) error { return freshCopy(ctx, backup, fresh) })
}

// restoreAs puts what fill writes, to the path it is given, in the place of target.
func restoreAs(ctx context.Context, target string, o Options, fill func(fresh string) error) (kept string, err error) {
	o = o.withDefaults()
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return "", fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	fresh := target + restoringSuffix
	if err := removeDatabase(fresh); err != nil {
		return "", fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	if err := fill(fresh); err != nil {
		_ = removeDatabase(fresh)
		return "", err
	}
	if err := expectRestore(ctx, fresh, o); err != nil {
		_ = removeDatabase(fresh)
		return "", err
	}
	if kept, err = setAside(target, o); err != nil {
		_ = removeDatabase(fresh)
		return "", err
	}
	if err := os.Rename(fresh, target); err != nil {
		_ = removeDatabase(fresh)
		return "", errors.Join(fmt.Errorf("%w: %w", ErrCannotWrite, err), moveDatabase(kept, target))
	}
	return kept, syncFolder(filepath.Dir(target))
}

// freshCopy copies a backup, with what SQLite may have left beside it, without
// touching it, and checks the copy.
func freshCopy(ctx context.Context, from, to string) error {
	for _, suffix := range []string{"", "-wal"} {
		if err := copyFile(from+suffix, to+suffix); err != nil && (suffix == "" || !errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	return checkCopy(ctx, to)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		return writeError(err)
	}
	return writeError(errors.Join(out.Sync(), out.Close()))
}

// writeError names a full disk.
func writeError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", ErrFull, err)
	default:
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
}

// setAside renames what lies at path, with what SQLite keeps beside it.
func setAside(path string, o Options) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	kept := path + asideMark + o.Now().UTC().Format("20060102-150405.000") + asideSuffix
	if err := moveDatabase(path, kept); err != nil {
		return "", errors.Join(err, moveDatabase(kept, path))
	}
	return kept, nil
}

// moveDatabase renames a database with what SQLite keeps beside it. An empty name
// stands for none.
func moveDatabase(from, to string) error {
	if from == "" {
		return nil
	}
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(from+suffix, to+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("%w: %w", ErrCannotWrite, err)
		}
	}
	return nil
}
