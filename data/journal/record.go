package journal

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// TakeBackEvent takes back an answer of the holder's own. Both stay visible.
func (j *Journal) TakeBackEvent(ctx context.Context, event string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	e := entry{head: head{Kind: KindTakenBack, Authors: []Partner{p}, Facts: facts{Event: event}}}
	_, err = j.appendEvent(ctx, e, nil)
	return err
}

// Strike destroys the words of one shared event when both are present: here and
// in every backup in the folder, also as the drafts that they were before they
// were opened. The place where they stood stays visible.
func (j *Journal) Strike(ctx context.Context, event string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	_, err := j.appendEvent(ctx, together(KindStruck, facts{Event: event}, words{}), func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE event SET body = x'' WHERE id = ?`, event)
		return err
	})
	if err != nil {
		return err
	}
	if err := j.truncateLog(ctx); err != nil {
		return err
	}
	if err := j.reload(ctx); err != nil {
		return err
	}
	return errors.Join(
		j.forgetInBackups(ctx, `UPDATE event SET body = x'' WHERE id = ?`, event),
		j.forgetInBackups(ctx, `DELETE FROM private WHERE id = ?`, j.rowsBehind(event)...))
}

// rowsBehind gives the ids of the own writing that an event's words came from.
// What is own writing to this day is left alone, whatever the event says.
func (j *Journal) rowsBehind(event string) []string {
	return slices.DeleteFunc(slices.Clone(j.fold.rows[event]), func(id string) bool {
		_, there := j.marks[id]
		return there
	})
}

// reload reads the ledger anew, after words were struck or signatures were found wanting.
func (j *Journal) reload(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx) // half a ledger is of no use
	j.search, j.checked = searchText{}, false
	if err := j.load(ctx); err != nil {
		return err
	}
	for _, p := range j.present() {
		if err := j.loadOwn(ctx, p); err != nil {
			return err
		}
	}
	return nil
}
