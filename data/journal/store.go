package journal

import (
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/mattn/go-sqlite3"
)

//go:embed migrations/*.sql
var migrations embed.FS

const (
	applicationID = 0x476f6c64 // "Gold"
	formatVersion = 1          // the number of migrations, kept in user_version
	maxBlob       = 8 << 20    // no honest row is larger; a hostile one is refused
	driverName    = "goldseam-sqlite3"
)

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: connectHook})
}

// connectHook sets what the driver's address has no word for. A connection that
// can't be made safe is not used.
func connectHook(c *sqlite3.SQLiteConn) error {
	limitConnection(c)
	pragmas := []string{
		"PRAGMA trusted_schema = OFF",
		"PRAGMA temp_store = MEMORY",
		"PRAGMA cell_size_check = ON",
		"PRAGMA mmap_size = 0",
		"PRAGMA journal_size_limit = 4194304",
		fmt.Sprintf("PRAGMA hard_heap_limit = %d", maxHeap),
	}
	if runtime.GOOS == "darwin" {
		pragmas = append(pragmas, "PRAGMA fullfsync = 1")
	}
	for _, p := range pragmas {
		if _, err := c.Exec(p, nil); err != nil {
			return err
		}
	}
	return nil
}

// dsn turns a file path into a SQLite address. Settings that belong to a
// connection go here, for the pool may connect again.
func dsn(path, mode string) string { return dsnUntouched(path, mode) + "&_journal_mode=WAL" }

// dsnUntouched is dsn for a file that may yet be refused: it keeps its journal mode.
func dsnUntouched(path, mode string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/x becomes file:///C:/x
	}
	u := url.URL{Scheme: "file", Path: path}
	u.RawQuery = url.Values{
		"mode":           {mode},
		"_foreign_keys":  {"on"},
		"_synchronous":   {"FULL"},
		"_secure_delete": {"on"},
		"_busy_timeout":  {"3000"},
		"_txlock":        {"immediate"},
	}.Encode()
	return u.String()
}

// connect opens an existing journal file. It looks at the first bytes before
// SQLite may touch the file, so that another program's file is never changed, and
// asks how much is in it before any of it is read.
func connect(ctx context.Context, path string) (*sql.DB, error) {
	if err := checkHeader(path); err != nil {
		return nil, err
	}
	db, err := sql.Open(driverName, dsnUntouched(path, "rw"))
	if err != nil {
		return nil, classify(err)
	}
	db.SetMaxOpenConns(1) // one couple, one file: no lock to wait for
	err = checkLimits(ctx, db)
	if err == nil {
		err = writable(ctx, db)
	}
	if err != nil {
		db.Close()
		return nil, classify(err)
	}
	return db, nil
}

// writable takes and gives back the write lock: a file or folder that can't be
// written is known now and not at the first sentence.
func writable(ctx context.Context, db *sql.DB) error {
	var mode string
	if err := db.QueryRowContext(ctx, `PRAGMA journal_mode = WAL`).Scan(&mode); err != nil {
		return err
	}
	return inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", formatVersion))
		return err
	})
}

// checkHeader reads SQLite's file header: magic, user version at byte 60 and
// application id at byte 68, both big-endian (sqlite.org/fileformat2.html), and then
// whether the file can be one that we wrote.
func checkHeader(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrMissing
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	if !info.Mode().IsRegular() {
		return ErrNotJournal
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer f.Close()
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(f, header); err != nil {
		return ErrNotJournal
	}
	if string(header[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(header[68:]) != applicationID {
		return ErrNotJournal
	}
	if binary.BigEndian.Uint32(header[60:]) > formatVersion {
		return ErrNewer
	}
	if err := checkShape(f, header); err != nil {
		return err
	}
	return checkSizes(path)
}

// build makes a new journal file with its tables and calls fill in the same
// transaction. It never opens a file that is already there.
func build(ctx context.Context, path string, fill func(context.Context, *sql.Tx) error) (*sql.DB, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, ErrExists
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	f.Close()
	db, err := sql.Open(driverName, dsn(path, "rw"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := buildTables(ctx, db, fill); err != nil {
		db.Close()
		_ = removeDatabase(path)
		return nil, classify(err)
	}
	return db, syncFolder(filepath.Dir(path))
}

func buildTables(ctx context.Context, db *sql.DB, fill func(context.Context, *sql.Tx) error) error {
	if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	err := inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		text, err := migrations.ReadFile("migrations/0001_journal.sql")
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", formatVersion)); err != nil {
			return err
		}
		return fill(ctx, tx)
	})
	if err != nil {
		return err
	}
	return checkpointFile(ctx, db)
}

// checkpointFile moves everything from the write-ahead log into the file itself.
func checkpointFile(ctx context.Context, db *sql.DB) error {
	var busy, log, done int
	return db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done)
}

// inTx runs fn in one transaction and commits it only if fn succeeds. Leaving
// does not cut a save short: the context that fn gets never ends.
func inTx(ctx context.Context, db *sql.DB, fn func(context.Context, *sql.Tx) error) error {
	ctx = context.WithoutCancel(ctx)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return classify(err)
	}
	defer tx.Rollback() // does nothing after Commit
	if err := fn(ctx, tx); err != nil {
		return classify(err)
	}
	return classify(tx.Commit())
}

// classify turns SQLite's errors into the journal's, keeping the cause.
func classify(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return fmt.Errorf("%w: %w", ErrFull, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrConstraint: // a row that only another program can have added
		return fmt.Errorf("%w: %w", ErrBusy, err)
	case sqlite3.ErrCorrupt, sqlite3.ErrTooBig, sqlite3.ErrNomem: // more than maxHeap
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case sqlite3.ErrNotADB:
		return fmt.Errorf("%w: %w", ErrNotJournal, err)
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrAuth:
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	default:
		return err
	}
}

// besideSuffixes are what the names of a database's files end with.
var besideSuffixes = []string{"", "-wal", "-shm", "-journal"}

// removeDatabase deletes a database file and what SQLite keeps beside it.
func removeDatabase(path string) error {
	var errs []error
	for _, suffix := range besideSuffixes {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// syncFolder makes a new or renamed name in the folder durable.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil && runtime.GOOS != "windows" {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	return nil
}
