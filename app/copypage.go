package app

import (
	"context"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// copyPage saves a sealed copy of the journal to keep elsewhere.
func (p *program) copyPage() *screens.SealedCopy {
	s := screens.NewSealedCopy(screens.CopyTools{
		Saver: copySaver{p.journal}, Folder: summaryFolder(), Later: p.tasks.run, After: p.tasks.after,
	})
	s.OnFocus, s.OnBack = p.focusOn, p.back
	return s
}

// copySaver saves sealed copies for the window. It asks nothing: the screen has
// asked before it lets a file be replaced.
type copySaver struct{ journal *journal.Journal }

// Exists reports whether there is something at path already.
func (copySaver) Exists(path string) bool { return exists(path) }

// SaveCopy writes the copy to path, whole or not at all.
func (s copySaver) SaveCopy(ctx context.Context, path, passphrase string, progress func(done, total int)) error {
	if sameFile(path, s.journal.Path()) {
		return errOverJournal
	}
	return saveCopy(ctx, s.journal, path, passphrase, true, progress)
}
