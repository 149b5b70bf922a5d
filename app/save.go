package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"goldseam.app/assets"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

// errCannotSave says that a file can't be written at that place.
var errCannotSave = errors.New("the file cannot be written there")

// begunSaves are the names of files that are being written.
const begunSaves = ".goldseam-*.part"

// saveFile writes a whole file, or leaves everything as it was: what write gives
// goes into a new file beside path, is synced, and then takes the name. Without
// replace an existing file is never touched: journal.ErrExists. Other errors are
// journal.ErrFull, errCannotSave, that of ctx, and those of write.
func saveFile(ctx context.Context, path string, replace bool, write func(io.Writer) error) error {
	if !replace && exists(path) {
		return journal.ErrExists
	}
	f, err := os.CreateTemp(filepath.Dir(path), begunSaves) // made with mode 0600
	if err != nil {
		return saveError(err)
	}
	defer os.Remove(f.Name()) // does nothing once the file has its name
	defer f.Close()
	if err := write(stopWriter{ctx, f}); err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return saveError(err)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("save file: %w", err)
	}
	if err := takeName(f.Name(), path, replace); err != nil {
		return err
	}
	return syncParent(path)
}

// stopWriter ends a save that was cancelled, and names what the disk refuses.
type stopWriter struct {
	ctx  context.Context
	file *os.File
}

func (w stopWriter) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, fmt.Errorf("save file: %w", err)
	}
	n, err := w.file.Write(b)
	if err != nil {
		return n, saveError(err)
	}
	return n, nil
}

// takeName gives the finished file its name. A hard link never replaces a file
// that came there meanwhile; where the disk knows no links, the name is claimed first.
func takeName(temporary, path string, replace bool) error {
	if replace {
		return renameTo(temporary, path)
	}
	err := os.Link(temporary, path)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return journal.ErrExists
	}
	claim, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return journal.ErrExists
	}
	if err != nil {
		return saveError(err)
	}
	_ = claim.Close()
	if err := renameTo(temporary, path); err != nil {
		_ = os.Remove(path)
		return err
	}
	return nil
}

func renameTo(temporary, path string) error {
	if err := os.Rename(temporary, path); err != nil {
		return saveError(err)
	}
	return nil
}

// syncParent makes the new name durable.
func syncParent(path string) error {
	if runtime.GOOS == "windows" {
		return nil // folders can't be synced there
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return saveError(err)
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil {
		return saveError(err)
	}
	return nil
}

func saveError(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%w: %w", journal.ErrFull, err)
	}
	return fmt.Errorf("%w: %w", errCannotSave, err)
}

// sameFile reports whether both names lead to one file.
func sameFile(a, b string) bool {
	x, missing := os.Stat(a)
	y, absent := os.Stat(b)
	return missing == nil && absent == nil && os.SameFile(x, y)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// summaryFonts are the fonts that a summary is set in.
func summaryFonts() summary.Fonts {
	return summary.Fonts{
		Regular:  assets.Font("Literata_400Regular.ttf"),
		Italic:   assets.Font("Literata_400Regular_Italic.ttf"),
		SemiBold: assets.Font("Literata_600SemiBold.ttf"),
	}
}

// saveSummary writes a summary to path as saveFile does.
func saveSummary(ctx context.Context, path string, f summary.Format, d summary.Document, replace bool, progress func(done, total int)) error {
	return saveFile(ctx, path, replace, func(w io.Writer) error {
		return summary.Write(ctx, w, f, d, summaryFonts(), progress)
	})
}

// Saver saves summaries for the window. It asks nothing: the screen has asked
// before it lets a file be replaced.
type Saver struct{}

// Exists reports whether there is something at path already.
func (Saver) Exists(path string) bool { return exists(path) }

// Save writes a summary to path, whole or not at all. What was there is
// replaced. Errors: journal.ErrFull, that of ctx, or one that says that the file
// can't be written there.
func (Saver) Save(ctx context.Context, path string, f summary.Format, d summary.Document, progress func(done, total int)) error {
	return saveSummary(ctx, path, f, d, true, progress)
}
