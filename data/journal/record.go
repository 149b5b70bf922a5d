package journal

import (
	"context"
	"slices"
)

// TakeBackEvent takes back an answer of the holder's own. Both stay visible. Last
// words that were not opened are destroyed, here and in every copy in the folder.
func (j *Journal) TakeBackEvent(ctx context.Context, event string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	e := entry{head: head{Kind: KindTakenBack, Authors: []Partner{p}, Facts: facts{Event: event}}}
	if _, unopened := j.fold.lastWords(event); !unopened {
		_, err = j.appendEvent(ctx, e, nil)
		return err
	}
	if _, err := j.appendEvent(ctx, e, destroyWords(event)); err != nil {
		return err
	}
	return j.wordsDestroyed(ctx)
}

// Strike destroys the words of one shared event when both are present: here and
// in every backup in the folder, also as the drafts that they were before they
// were opened. The place where they stood stays visible. With an error it may be
// gone from the journal and still be in a backup; FinishErasing then goes on.
func (j *Journal) Strike(ctx context.Context, event string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	_, err := j.appendEvent(ctx, together(KindStruck, facts{Event: event}, words{}), destroyWords(event))
	if err != nil {
		return err
	}
	return j.wordsDestroyed(ctx)
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
