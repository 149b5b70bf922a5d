package app

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"goldseam.app/screens"
)

func (p *program) summaryPage() *screens.Summary {
	s := screens.NewSummary(p.journal, screens.SummaryTools{
		Course: p.course(), Saver: Saver{}, Fonts: summaryFonts(), Folder: summaryFolder(), Lang: "en", After: p.tasks.after, Now: now,
	}, p.tasks.run)
	s.OnFocus = p.focusOn
	s.Reload()
	return s
}

// sheetPage shows an exercise, or the check-in, as a blank sheet to print.
func (p *program) sheetPage(id string) fyne.CanvasObject {
	blank, ok := blankSheet(p.course(), id)
	if !ok {
		return nil
	}
	s := screens.NewSheet(blank, screens.SheetTools{
		Saver: Saver{}, Fonts: summaryFonts(), Folder: summaryFolder(), Later: p.tasks.run, After: p.tasks.after,
	})
	s.OnFocus, s.OnBack = p.focusOn, p.back
	return s
}

// summaryFolder is where a summary is saved unless the couple says otherwise:
// their documents if there is such a folder, or else their home.
func summaryFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if documents := filepath.Join(home, "Documents"); exists(documents) {
		return documents
	}
	return home
}

// noteSafety records that the safety page before a step was shown.
func (p *program) noteSafety(step string) func(context.Context) error {
	return func(ctx context.Context) error {
		if p.journal.SafetySeen(step) || p.journal.ReadOnly() {
			return nil
		}
		return p.journal.SafetyShown(ctx, step)
	}
}
