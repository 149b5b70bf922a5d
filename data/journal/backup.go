package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// How many backups are kept: one a day for ten days, one a month for twelve months.
const (
	keepDays   = 10
	keepMonths = 12
)

const (
	backupSuffix           = ".goldseam"
	asideMark, asideSuffix = ".before-", ".kept"
	partSuffix             = ".part" // of a copy that is being made
)

// BackupFolder is where the journal's own backups lie.
func (j *Journal) BackupFolder() string { return j.backupFolder() }

func (j *Journal) backupFolder() string { return filepath.Join(filepath.Dir(j.path), "backups") }

// Backup writes a sealed copy of the journal to path, which must not exist. The
// copy is opened and checked before it gets its name.
func (j *Journal) Backup(ctx context.Context, path string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return ErrClosed
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	return j.backup(ctx, path)
}

func (j *Journal) backup(ctx context.Context, path string) error {
	temporary := path + partSuffix
	if err := removeDatabase(temporary); err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	if err := copyDatabase(ctx, j.db, temporary); err != nil {
		_ = removeDatabase(temporary)
		return err
	}
	if err := checkCopy(ctx, temporary); err != nil {
		_ = removeDatabase(temporary)
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		_ = removeDatabase(temporary)
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	return syncFolder(filepath.Dir(path))
}

// copyDatabase copies every page through SQLite's own backup.
func copyDatabase(ctx context.Context, from *sql.DB, path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	f.Close()
	to, err := sql.Open(driverName, dsn(path, "rw"))
	if err != nil {
		return err
	}
	defer to.Close()
	to.SetMaxOpenConns(1)
	if err := copyPages(ctx, from, to); err != nil {
		return classify(err)
	}
	if _, err := to.ExecContext(ctx, `PRAGMA journal_mode = DELETE`); err != nil {
		return classify(err)
	}
	return to.Close()
}

func copyPages(ctx context.Context, from, to *sql.DB) error {
	target, err := to.Conn(ctx)
	if err != nil {
		return err
	}
	defer target.Close()
	source, err := from.Conn(ctx)
	if err != nil {
		return err
	}
	defer source.Close()
	return target.Raw(func(t any) error {
		return source.Raw(func(s any) error {
			b, err := t.(*sqlite3.SQLiteConn).Backup("main", s.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			return errors.Join(stepThrough(ctx, b), b.Finish())
		})
	})
}

// stepPages is how many pages are copied before the next look whether to stop.
const stepPages = 1024

func stepThrough(ctx context.Context, b *sqlite3.SQLiteBackup) error {
	for {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("copy journal: %w", err)
		}
		if done, err := b.Step(stepPages); done || err != nil {
			return err
		}
	}
}

// checkCopy opens a copy as a journal and asks SQLite whether its pages are whole.
func checkCopy(ctx context.Context, path string) error {
	db, err := connect(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	var answer string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&answer); err != nil || answer != "ok" {
		return errors.Join(ErrDamaged, err)
	}
	if _, err := db.ExecContext(ctx, `PRAGMA journal_mode = DELETE`); err != nil {
		return classify(err)
	}
	return nil
}

// DailyBackup makes today's backup if there is none yet, and then lets go of
// those that are no longer needed.
func (j *Journal) DailyBackup(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return ErrClosed
	}
	if err := os.MkdirAll(j.backupFolder(), 0o700); err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	path := filepath.Join(j.backupFolder(), j.backupPrefix()+string(DayOf(j.opt.Now()))+backupSuffix)
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	if err := j.backup(ctx, path); err != nil {
		return err
	}
	return j.rotate()
}

// BackupFile is one backup in the folder.
type BackupFile struct {
	Path string
	Day  Day   // on which it was made
	Size int64 // bytes
}

// BackupFiles lists the backups in the folder with their days and sizes, newest
// first.
func (j *Journal) BackupFiles() ([]BackupFile, error) {
	names, err := j.Backups()
	files := make([]BackupFile, 0, len(names))
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			continue // it was taken away meanwhile
		}
		files = append(files, BackupFile{Path: name, Day: dayIn(name), Size: info.Size()})
	}
	return files, err
}

// Held says what a backup holds.
type Held struct {
	Moments int
	Newest  Day // of its newest moment
}

// PeekBackup looks into a backup of this journal without changing it. Someone
// must be present. Errors: ErrNotPresent; ErrMissing, ErrNotJournal and ErrNewer
// for the file; ErrDamaged when its newest moment can't be read, also because it
// belongs to another journal.
func (j *Journal) PeekBackup(ctx context.Context, path string) (Held, error) {
	if err := checkHeader(path); err != nil {
		return Held{}, err
	}
	db, err := sql.Open(driverName, dsnAsIs(path))
	if err != nil {
		return Held{}, classify(err)
	}
	defer db.Close()
	if err := checkLimits(ctx, db); err != nil {
		return Held{}, err
	}
	var held Held
	row := sealedEvent{}
	err = db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM event), seq, id, head FROM event ORDER BY seq DESC LIMIT 1`).
		Scan(&held.Moments, &row.seq, &row.id, &row.head)
	if err != nil {
		return Held{}, damagedUnless(err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.key == nil {
		return Held{}, ErrNotPresent
	}
	e, err := openHead(j.key, j.id, row)
	if err != nil {
		return Held{}, errors.Join(ErrDamaged, err)
	}
	held.Newest = DayOf(e.at)
	return held, nil
}

// dsnAsIs is the address of a database that is only looked at: SQLite makes no
// file beside it and keeps no lock.
func dsnAsIs(path string) string {
	address, _, _ := strings.Cut(dsn(path, "ro"), "?")
	return address + "?mode=ro&immutable=1"
}

// Backups lists the paths of the backups in the folder, newest first.
func (j *Journal) Backups() ([]string, error) {
	names, err := namesIn(j.backupFolder(), j.backupPrefix(), backupSuffix)
	names = slices.DeleteFunc(names, func(name string) bool {
		day := dayIn(name)
		return !day.Valid() || filepath.Base(name) != j.backupPrefix()+string(day)+backupSuffix
	})
	slices.Reverse(names)
	return names, err
}

// backupPrefix begins the names of this journal's backups: two journals in one
// folder have backups of their own.
func (j *Journal) backupPrefix() string {
	name := filepath.Base(j.path)
	return strings.TrimSuffix(name, filepath.Ext(name)) + "-"
}

// dayIn gives the day in a backup's name, or no valid one.
func dayIn(name string) Day {
	name = strings.TrimSuffix(filepath.Base(name), backupSuffix)
	return Day(name[max(0, len(name)-len(dayLayout)):])
}

// namesIn lists files by how their names begin and end, sorted. A folder that is
// not there has none. (filepath.Glob would take signs in the folder's own name.)
func namesIn(folder, prefix, suffix string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && strings.HasSuffix(e.Name(), suffix) {
			names = append(names, filepath.Join(folder, e.Name()))
		}
	}
	return names, err
}

// rotate keeps the newest ten days and the first backup of each of twelve months.
func (j *Journal) rotate() error {
	names, err := j.Backups()
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, name := range names[:min(keepDays, len(names))] {
		keep[name] = true
	}
	months := map[string]string{}
	for _, name := range names { // newest first, so the oldest of a month wins
		months[monthOf(name)] = name
	}
	order := slices.Sorted(maps.Keys(months))
	for _, month := range order[max(0, len(order)-keepMonths):] {
		keep[months[month]] = true
	}
	for _, name := range names {
		if !keep[name] {
			if err := os.Remove(name); err != nil {
				return fmt.Errorf("%w: %w", ErrCannotWrite, err)
			}
		}
	}
	return nil
}

func monthOf(name string) string {
	return string(dayIn(name))[:len("2006-01")]
}
