package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"goldseam.app/data/vault"
)

const (
	copyMark  = "copy-"  // in the name of a copy on its way out
	copyChunk = 64 << 10 // bytes sealed at a time
)

// ExportCopy writes a copy of the journal to w as an age file that the passphrase
// opens, here and with the ordinary age program. Inside it is sealed as the
// journal is. The copy is checked before it is written; progress, if not nil, is
// told how many of how many chunks of 64 KiB are. Errors: ErrClosed, ErrFull,
// ErrCannotWrite, those of vault.SealCopy, of w and of ctx.
func (j *Journal) ExportCopy(ctx context.Context, w io.Writer, passphrase string, progress func(done, total int)) error {
	if _, err := vault.NormalizePassphrase(passphrase); err != nil {
		return err
	}
	if progress == nil {
		progress = quietly
	}
	path, err := j.checkedCopy(ctx)
	if path != "" {
		defer func() { _ = removeDatabase(path) }()
	}
	if err != nil {
		return err
	}
	in, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	sealed, err := vault.SealCopy(ctx, w, passphrase)
	if err != nil {
		return err
	}
	if err := pour(ctx, sealed, in, int((info.Size()+copyChunk-1)/copyChunk), progress); err != nil {
		return err
	}
	return sealed.Close()
}

// checkedCopy makes a copy in the backup folder and checks it. The path is given
// as soon as there may be something at it.
func (j *Journal) checkedCopy(ctx context.Context) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return "", ErrClosed
	}
	if err := os.MkdirAll(j.backupFolder(), 0o700); err != nil {
		return "", writeError(err)
	}
	path := filepath.Join(j.backupFolder(), j.backupPrefix()+copyMark+newID()+partSuffix)
	if err := copyDatabase(ctx, j.db, path); err != nil {
		return path, err
	}
	return path, checkCopy(ctx, path)
}

// quietly is a progress that nobody follows.
func quietly(int, int) {}

// pour copies chunk by chunk, so that it can be stopped and followed.
func pour(ctx context.Context, w io.Writer, r io.Reader, total int, progress func(done, total int)) error {
	for done := 1; ; done++ {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("sealed copy: %w", err)
		}
		switch _, err := io.CopyN(w, r, copyChunk); {
		case errors.Is(err, vault.ErrDamaged): // it may hold io.EOF
			return err
		case errors.Is(err, io.EOF):
			progress(total, total)
			return nil
		case err != nil:
			return err
		}
		progress(done, total)
	}
}

// IsSealedCopy reports whether the file at path is an age file, as ExportCopy writes.
func IsSealedCopy(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	return vault.IsCopy(f)
}

// RestoreCopy is Restore for an age file that ExportCopy or the age program wrote.
// More errors: vault.ErrWrongPassphrase, vault.ErrNotCopy.
func RestoreCopy(ctx context.Context, sealed, passphrase, target string, o Options) (kept string, err error) {
	in, err := os.Open(sealed)
	if errors.Is(err, os.ErrNotExist) {
		return "", ErrMissing
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer in.Close()
	opened, err := vault.OpenCopy(ctx, in, passphrase)
	if err != nil {
		return "", err
	}
	return restoreAs(ctx, target, o, func(fresh string) error {
		if err := unsealTo(ctx, fresh, opened); err != nil {
			return err
		}
		return checkCopy(ctx, fresh)
	})
}

func unsealTo(ctx context.Context, path string, opened io.Reader) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return writeError(err)
	}
	defer out.Close()
	err = pour(ctx, out, opened, 0, quietly)
	switch {
	case errors.Is(err, vault.ErrDamaged):
		return errors.Join(ErrDamaged, err)
	case ctx.Err() != nil:
		return err
	}
	return writeError(errors.Join(err, out.Sync(), out.Close()))
}
