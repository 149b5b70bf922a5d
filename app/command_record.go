package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

// The forms in which the whole record is saved, for other programs. They are no
// summaries, so the window does not offer them.
const (
	recordJSON summary.Format = "json"
	recordCSV  summary.Format = "csv" // a folder of tables
)

var (
	errNoFolder   = errors.New("that is no folder")
	errFullFolder = errors.New("the folder is not empty")
	errNotTables  = errors.New("the folder has other files than tables")
)

// exportRecord saves all that was shared. A record is whole: it is not narrowed.
func (c *command) exportRecord(ctx context.Context, f summary.Format, x exporting) error {
	if x.from != "" || x.to != "" || x.charts || x.breaks {
		return &usageError{lang.L("json and csv always have all that was shared. --from, --to, --charts and --breaks are for the other forms.")}
	}
	out, err := filepath.Abs(x.out)
	if err != nil {
		return fmt.Errorf("export path: %w", err)
	}
	switch {
	case f == recordCSV:
		err = mayTake(out, x.force)
	case exists(out) && !x.force:
		err = journal.ErrExists
	}
	if err != nil {
		return err
	}
	return c.saveExport(ctx, x.out, func(j *journal.Journal) error {
		record := summary.RecordOf(j.State())
		if f == recordCSV {
			return saveTables(ctx, out, x.force, record)
		}
		return saveFile(ctx, out, x.force, func(w io.Writer) error { return summary.WriteJSON(w, record) })
	})
}

// saveTables writes a record's tables into a new folder, or leaves everything as
// it was: they are written beside path, and the folder then takes the name. With
// replace, a folder that holds nothing but such tables is replaced.
func saveTables(ctx context.Context, path string, replace bool, r summary.Record) error {
	folder, err := os.MkdirTemp(filepath.Dir(path), ".goldseam-*.part") // made with mode 0700
	if err != nil {
		return saveError(err)
	}
	defer os.RemoveAll(folder) // does nothing once the folder has its name
	err = summary.WriteCSV(func(name string) (io.WriteCloser, error) {
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, saveError(err)
		}
		return syncedFile{stopWriter{ctx, f}}, nil
	}, r)
	if err != nil {
		return err
	}
	if err := syncParent(filepath.Join(folder, "any")); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("save tables: %w", err)
	}
	if err := takeFolder(folder, path, replace); err != nil {
		return err
	}
	return syncParent(path)
}

// syncedFile is a file that is on the disk once it is closed.
type syncedFile struct{ stopWriter }

func (f syncedFile) Close() error {
	if err := errors.Join(f.file.Sync(), f.file.Close()); err != nil {
		return saveError(err)
	}
	return nil
}

// mayTake says whether a folder may get that name: where there is nothing, in
// place of an empty folder, and with replace in place of an earlier export.
func mayTake(path string, replace bool) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return saveError(err)
	}
	if !info.IsDir() {
		return errNoFolder
	}
	held, err := os.ReadDir(path)
	switch {
	case err != nil:
		return saveError(err)
	case len(held) == 0:
		return nil
	case !replace:
		return errFullFolder
	case slices.ContainsFunc(held, func(e os.DirEntry) bool { return !isTable(e) }):
		return errNotTables
	}
	return nil
}

// isTable reports whether an entry has the name of a table's file.
func isTable(e os.DirEntry) bool {
	return e.Type().IsRegular() && slices.ContainsFunc(summary.Tables(summary.Record{}), func(t summary.Table) bool {
		return t.File() == e.Name()
	})
}

// takeFolder gives the finished folder its name. What was there steps aside
// first, so that at no time a folder of that name has half of the tables.
func takeFolder(folder, path string, replace bool) error {
	if err := mayTake(path, replace); err != nil {
		return err
	}
	if !exists(path) {
		return renameTo(folder, path)
	}
	aside := folder + ".old"
	if err := renameTo(path, aside); err != nil {
		return err
	}
	if err := renameTo(folder, path); err != nil {
		return errors.Join(err, os.Rename(aside, path))
	}
	_ = os.RemoveAll(aside) // the new tables are in place
	return nil
}
