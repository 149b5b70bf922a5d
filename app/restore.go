package app

import (
	"context"
	"errors"
	"fmt"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// putBack puts a backup in the place of the journal at path, which this program
// has locked but not open. It gives the name of what was there, or "".
func putBack(ctx context.Context, backup, path string) (kept string, err error) {
	kept, err = journal.Restore(ctx, backup, path, journal.Options{Now: now, StateDir: stateFolder()})
	if errors.Is(err, journal.ErrDamaged) {
		err = fmt.Errorf("%w: %w", errBadBackup, err)
	}
	return kept, err
}

// restore closes the journal, puts a backup in its place and opens it anew,
// locked. When the backup can't be put back the journal is the one it was.
func (p *program) restore(backup string) {
	p.flush(func() {
		p.history, p.evening, p.guided = history{}, nil, false
		p.bare(screens.NewRestoring())
		old := p.journal
		old.Lock() // nothing is read or written any more
		var opened *journal.Journal
		var failed error
		p.tasks.run(func(ctx context.Context) (err error) {
			if err := old.Close(); err != nil {
				return err
			}
			_, failed = putBack(ctx, backup, p.path)
			opened, err = journal.Open(context.WithoutCancel(ctx), p.path, p.options())
			return err
		}, func(err error) {
			if err == nil {
				p.journal = opened
			}
			switch {
			case p.leaving: // the cover stays
			case err != nil:
				p.showTrouble(screens.Sentence(err))
			case failed != nil:
				p.bare(screens.NewNotRestored(failed, p.showUnlock))
			default:
				p.showUnlock()
			}
		})
	})
}
