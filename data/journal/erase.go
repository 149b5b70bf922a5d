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
)

// erasing names what has to be gone from every copy in the folder.
type erasing struct {
	bodies []string // events that both struck out
	rows   []string // own writing that was erased, or that became a struck event
}

// FinishErasing goes through every copy in the folder and takes out what was
// struck out, and what those who are present erased, and is still in one of them:
// a backup may not have been writable at that time. The error says that one still
// can't be; asking again later is always right.
func (j *Journal) FinishErasing(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return ErrClosed
	}
	if j.fold == nil {
		return ErrNotPresent
	}
	return j.finishErasing(ctx)
}

func (j *Journal) finishErasing(ctx context.Context) error {
	what := j.toErase()
	if len(what.bodies) == 0 && len(what.rows) == 0 {
		return nil
	}
	names, err := j.copies()
	errs := []error{err, removeDatabases(j.unfinished())}
	for _, name := range names {
		errs = append(errs, what.takeFrom(context.WithoutCancel(ctx), name))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return j.forgotten(ctx)
}

// toErase gathers what the ledger says was struck out, and what the notes of
// those who are present say they erased.
func (j *Journal) toErase() erasing {
	what := erasing{bodies: slices.Sorted(maps.Keys(j.fold.struck))}
	for _, event := range what.bodies {
		what.rows = append(what.rows, j.rowsBehind(event)...)
	}
	for _, p := range j.present() {
		note, _ := j.ownRow(p, rowErased)
		what.rows = append(what.rows, note.Erased...)
	}
	return what
}

// takeFrom takes what has to go out of one copy, if it is there.
func (e erasing) takeFrom(ctx context.Context, path string) error {
	if there, err := e.inside(ctx, path); err == nil && !there {
		return nil
	}
	db, err := connect(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	err = inTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range e.bodies {
			if _, err := tx.ExecContext(ctx, emptyBody, id); err != nil {
				return err
			}
		}
		for _, id := range e.rows {
			if _, err := tx.ExecContext(ctx, `DELETE FROM private WHERE id = ?`, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `PRAGMA journal_mode = DELETE`)
	return classify(err)
}

// inside looks, without touching the copy, whether anything has to go. What lies
// beside a copy is not seen that way, so then the answer is yes.
func (e erasing) inside(ctx context.Context, path string) (bool, error) {
	for _, suffix := range besideSuffixes[1:] {
		if _, err := os.Lstat(path + suffix); !errors.Is(err, os.ErrNotExist) {
			return true, nil
		}
	}
	db, err := sql.Open(driverName, dsnAsIs(path))
	if err != nil {
		return false, err
	}
	defer db.Close()
	for query, ids := range map[string][]string{
		`SELECT count(*) FROM event WHERE id = ? AND length(body) > 0`: e.bodies,
		`SELECT count(*) FROM private WHERE id = ?`:                    e.rows,
	} {
		for _, id := range ids {
			var n int
			if err := db.QueryRowContext(ctx, query, id).Scan(&n); err != nil || n > 0 {
				return n > 0, err
			}
		}
	}
	return false, nil
}

// noteErased keeps, inside a transaction, which rows p erased, until they are gone
// from every copy. The note is sealed to p like the writing it is about.
func (j *Journal) noteErased(ctx context.Context, tx *sql.Tx, p Partner, ids ...string) error {
	note, _ := j.ownRow(p, rowErased)
	note.Kind, note.Erased = rowErased, append(slices.Clone(note.Erased), ids...)
	return j.writeOwn(ctx, tx, p, note)
}

// forgotten drops the notes: what they name is in no copy any more.
func (j *Journal) forgotten(ctx context.Context) error {
	for _, p := range j.present() {
		_, id := j.ownRow(p, rowErased)
		if id == "" || j.blocked() {
			continue
		}
		err := j.changeOwn(ctx, p, func(ctx context.Context, tx *sql.Tx) error { return j.dropOwn(ctx, tx, p, id) })
		if err != nil {
			return err
		}
	}
	return nil
}

// copies lists every copy of the journal in its folder: the backups, and what
// was set aside when one of them was put back or before a newer program changed
// the file.
func (j *Journal) copies() ([]string, error) {
	names, err := j.Backups()
	aside, err2 := j.setAsideCopies()
	return append(names, aside...), errors.Join(err, err2)
}

func (j *Journal) setAsideCopies() ([]string, error) {
	return namesIn(filepath.Dir(j.path), filepath.Base(j.path)+asideMark, asideSuffix)
}

// unfinished lists copies that were begun when the program was ended from outside.
func (j *Journal) unfinished() []string {
	names, _ := namesIn(j.backupFolder(), j.backupPrefix(), partSuffix)
	names = slices.DeleteFunc(names, func(name string) bool { return !j.ownPart(filepath.Base(name)) })
	return append(names, j.path+restoringSuffix, j.path+partSuffix)
}

// ownPart tells a copy that this journal began from one of a journal whose name
// begins alike.
func (j *Journal) ownPart(name string) bool {
	name = strings.TrimSuffix(strings.TrimPrefix(name, j.backupPrefix()), partSuffix)
	if id, ok := strings.CutPrefix(name, copyMark); ok {
		return len(id) == len(newID())
	}
	day, ok := strings.CutSuffix(name, backupSuffix)
	return ok && Day(day).Valid()
}

func removeDatabases(names []string) error {
	var errs []error
	for _, name := range names {
		errs = append(errs, removeDatabase(name))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	return nil
}
