package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// deletePage asks whether the journal and all that belongs to it is deleted. That
// takes both, unless only one ever joined.
func (p *program) deletePage() *screens.Delete {
	s := screens.NewDelete(screens.DeleteSetup{
		May: p.mayDelete(), Other: p.missing(), Has: p.journal.Belongings(), State: stateFolder(),
	})
	s.OnFocus, s.OnBack, s.OnDelete = p.focusOn, p.back, p.deleteAll
	return s
}

// mayDelete reports whether all who ever joined are here.
func (p *program) mayDelete() bool {
	for _, face := range p.journal.Faces() {
		if face.Joined && !p.journal.Here(face.Partner) {
			return false
		}
	}
	return true
}

// missing gives the name of who joined and is not here.
func (p *program) missing() string {
	for _, who := range p.journal.State().People {
		if !who.Joined.IsZero() && !p.journal.Here(who.Partner) {
			return who.Name
		}
	}
	return ""
}

// deleteAll deletes the journal and everything else of this program's, and says
// what could not be.
func (p *program) deleteAll() {
	if !p.mayDelete() {
		return
	}
	old := p.journal
	p.history, p.evening, p.guided, p.timelineAt = history{}, nil, false, screens.TimelinePlace{}
	p.reminders.due = ""
	p.forgetCopied()
	old.Lock()
	p.deleteFiles(old)
}

// deleteFiles deletes what belongs to a journal that nobody reads any more.
func (p *program) deleteFiles(old *journal.Journal) {
	p.bare(screens.NewDeleting())
	p.gone = true // also when the window closes before it is over
	p.tasks.run(func(context.Context) error {
		silence(p.tasks.log)
		return errors.Join(old.Destroy(), p.removeAround())
	}, func(err error) {
		p.journal, p.gone = nil, err == nil
		if p.leaving {
			return // the cover stays
		}
		if err != nil {
			left := leftBy(err)
			if len(left) == 0 { // a folder that can't be read
				left = []string{filepath.Dir(p.path)}
			}
			p.bare(screens.NewNotDeleted(left, func() { p.deleteFiles(old) }, p.app.Quit))
			return
		}
		p.bare(screens.NewDeleted(p.app.Quit))
	})
}

// leftBy gives the files that errors name, each once.
func leftBy(err error) (paths []string) {
	if left, ok := err.(*journal.LeftError); ok { //nolint:errorlint // the joined ones are walked below
		return left.Paths
	}
	switch several := err.(type) { //nolint:errorlint // likewise
	case interface{ Unwrap() []error }:
		for _, one := range several.Unwrap() {
			paths = append(paths, leftBy(one)...)
		}
	case interface{ Unwrap() error }:
		paths = leftBy(several.Unwrap())
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// removeAround deletes what belongs to the program and not to the journal's own
// files: log, crash files, preferences, saves that were begun, the lock. Then the
// folders that the program made, where they are empty.
func (p *program) removeAround() error {
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{}) // the runtime lets go of the file
	state := stateFolder()
	files := []string{
		filepath.Join(state, logName), filepath.Join(state, logOldName),
		filepath.Join(state, crashName), filepath.Join(state, crashKeptName),
		p.lockName,
	}
	if p.wishes != "" {
		files = append(files, p.wishes)
	}
	for _, folder := range []string{filepath.Dir(p.path), summaryFolder()} {
		files = append(files, begunIn(folder)...)
	}
	err := journal.Remove(files...)
	_ = os.Remove(state)
	if p.wishes != "" {
		_ = os.Remove(filepath.Dir(p.wishes))
	}
	if home := filepath.Join(xdg.DataHome, folderName); filepath.Dir(p.path) == home {
		_ = os.Remove(home)
	}
	return err
}

// begunIn lists the saves in a folder that the program's end cut short.
func begunIn(folder string) (begun []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if fits, err := filepath.Match(begunSaves, e.Name()); fits && err == nil {
			begun = append(begun, filepath.Join(folder, e.Name()))
		}
	}
	return begun
}

// leaveNothing deletes once more what the toolkit wrote when the window closed.
func (p *program) leaveNothing() {
	if p.gone {
		_ = p.removeAround()
	}
}

// wishesFile is where the toolkit keeps the preferences.
func wishesFile(a fyne.App) string {
	return filepath.Join(a.Storage().RootURI().Path(), "preferences.json")
}
