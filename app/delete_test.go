package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// typeInto puts text into the first field that can be seen.
func typeInto(t *testing.T, p *program, text string) {
	t.Helper()
	var walk func(fyne.CanvasObject) bool
	walk = func(o fyne.CanvasObject) bool {
		if e, ok := o.(*widgets.Entry); ok && e.Visible() {
			e.SetText(text)
			return true
		}
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inside = o.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, child := range inside {
			if walk(child) {
				return true
			}
		}
		return false
	}
	if !walk(p.window.Content()) {
		t.Fatal("there is no field")
	}
}

// filesBelow lists every file and folder below some folders.
func filesBelow(t *testing.T, folders ...string) (found []string) {
	t.Helper()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
			if err == nil && path != folder {
				found = append(found, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// atHome gives the program folders of its own, and a sample journal where the
// system keeps it.
func atHome(t *testing.T) (p *program, home string) {
	t.Helper()
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // where the toolkit lists the system's fonts
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	path, err := journalPath("")
	if err != nil {
		t.Fatal(err)
	}
	if err := makeFolder(path); err != nil {
		t.Fatal(err)
	}
	pass, err := sampleInto(t.Context(), path, sampleOptions{Moments: 10, Weeks: 2, Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	release, err := holdLock(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(release)
	if p, err = newProgram(t.Context(), test.NewTempApp(t), files{journal: path}); err != nil {
		t.Fatal(err)
	}
	oneAtATime(t, p)
	t.Cleanup(p.tasks.finish)
	if p.journal, err = journal.Open(t.Context(), path, p.options()); err != nil {
		t.Fatal(err)
	}
	unlockBoth(t, p, pass)
	return p, home
}

// clutter fills the folders with everything that the program ever leaves there.
func clutter(t *testing.T, p *program, home string) {
	t.Helper()
	p.tasks.log = openLog(stateFolder())
	noteFailure(p.tasks.log, journal.ErrFull)
	if err := p.journal.DailyBackup(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.wishes = filepath.Join(home, "config", "fyne", appID, "preferences.json")
	for _, path := range []string{
		p.wishes, filepath.Join(stateFolder(), logOldName), filepath.Join(stateFolder(), crashName), filepath.Join(stateFolder(), crashKeptName),
		p.path + ".before-20260920-101010.000.kept", p.path + ".before-version-2.kept", p.path + ".restoring", p.path + "-journal",
		filepath.Join(filepath.Dir(p.path), ".goldseam-1234.part"), filepath.Join(home, ".goldseam-77.part"),
		filepath.Join(p.journal.BackupFolder(), "journal-2026-09-20.goldseam"), filepath.Join(p.journal.BackupFolder(), "journal-2026-09-20.goldseam.part"),
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// deleteByHand goes the way from the settings to the last button.
func deleteByHand(t *testing.T, p *program) {
	t.Helper()
	p.show(route{place: placeSettings})
	tapOn(t, p, "Look at what would go")
	tapOn(t, p, "Go on to the last question")
	typeInto(t, p, "delete")
	tapOn(t, p, "Delete all of it for good")
}

// TestDeleteEverything: no file and no folder of the program is left, also after
// the window has closed.
func TestDeleteEverything(t *testing.T) {
	p, home := atHome(t)
	clutter(t, p, home)
	before := filesBelow(t, home)
	if len(before) < 20 {
		t.Fatalf("only %v are there", before)
	}
	deleteByHand(t, p)
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "All of it is gone.") {
		t.Fatalf("it says %q", shown)
	}
	wantHome := func() {
		t.Helper()
		for _, path := range filesBelow(t, home) {
			switch path { // the system's own folders
			case filepath.Join(home, "data"), filepath.Join(home, "state"), filepath.Join(home, "config"), filepath.Join(home, "config", "fyne"):
			default:
				t.Errorf("left: %s", path)
			}
		}
	}
	wantHome()
	noteFailure(p.tasks.log, journal.ErrFull)
	if err := os.MkdirAll(filepath.Dir(p.wishes), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.wishes, []byte("{}"), 0o600); err != nil { // as the toolkit does in the end
		t.Fatal(err)
	}
	p.leaveNothing()
	wantHome()
	if err := p.closeJournal(t.Context()); err != nil || p.unlocked() {
		t.Error(err)
	}
	p.lookIdle()
	p.lock()
	p.leave()
}

// TestDeleteLeavesAnotherJournal in the same folders, with all that it has.
func TestDeleteLeavesAnotherJournal(t *testing.T) {
	p, home := atHome(t)
	other := filepath.Join(filepath.Dir(p.path), "other.goldseam")
	if _, err := sampleInto(t.Context(), other, sampleOptions{Moments: 5, Weeks: 1, Seed: 3}); err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(t.Context(), other, p.options())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.DailyBackup(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	note := filepath.Join(stateFolder(), "0123.json")
	if err := os.MkdirAll(stateFolder(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(note, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(other+lockSuffix, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	theirs := append(filesBelow(t, filepath.Join(filepath.Dir(p.path), "backups")), other, other+lockSuffix, note)
	clutter(t, p, home)
	deleteByHand(t, p)
	var left []string
	for _, path := range filesBelow(t, home) {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			left = append(left, path)
		}
	}
	for _, path := range theirs {
		if !exists(path) {
			t.Errorf("the other journal lost %s", path)
		}
	}
	if len(left) != len(theirs) {
		t.Errorf("left are %v, wanted %v", left, theirs)
	}
}

// TestDeleteNamesWhatStays: a file that can't be deleted is named, and trying again
// goes on.
func TestDeleteNamesWhatStays(t *testing.T) {
	p, home := atHome(t)
	clutter(t, p, home)
	stubborn := filepath.Join(stateFolder(), crashName)
	inside := filepath.Join(stubborn, "inside")
	for _, err := range []error{os.Remove(stubborn), os.Mkdir(stubborn, 0o700), os.WriteFile(inside, nil, 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	deleteByHand(t, p)
	if shown := textOf(p.window.Content()); !strings.Contains(shown, stubborn) || p.gone {
		t.Fatalf("it says %q", shown)
	}
	if exists(p.path) {
		t.Error("the journal stays because a crash file does")
	}
	if err := os.Remove(inside); err != nil {
		t.Fatal(err)
	}
	tapOn(t, p, "Try again")
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "All of it is gone.") || exists(stateFolder()) {
		t.Errorf("it says %q", shown)
	}
}

// TestDeleteTakesBoth, and nothing but the page asks for it.
func TestDeleteTakesBoth(t *testing.T) {
	p := newTestProgram(t, journal.First)
	p.show(route{place: placeDelete})
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "takes both of you") || strings.Contains(shown, "last question") {
		t.Errorf("alone it says %q", shown)
	}
	p.deleteAll()
	answered(p)
	if !exists(p.path) || !p.unlocked() {
		t.Error("one alone deleted the journal")
	}
}

// TestCopyInTheWindow: the copy is saved under the name that was asked for, and
// opens with its passphrase.
func TestCopyInTheWindow(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 10, Weeks: 2, Seed: 2})
	p := openProgram(t, path, pass)
	out := filepath.Join(t.TempDir(), "copy.age")
	saver := copySaver{p.journal}
	if err := saver.SaveCopy(t.Context(), path, "three boats in the fog", nil); err == nil {
		t.Error("the copy replaces the journal")
	}
	if err := saver.SaveCopy(t.Context(), out, "three boats in the fog", nil); err != nil || !saver.Exists(out) {
		t.Fatal(err)
	}
	p.show(route{place: placeSettings})
	tapOn(t, p, "Save a sealed copy elsewhere")
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "A passphrase for the copy") {
		t.Errorf("it says %q", shown)
	}
	back := filepath.Join(t.TempDir(), "back.goldseam")
	if _, err := journal.RestoreCopy(t.Context(), out, "three boats in the fog", back, journal.Options{}); err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(t.Context(), back, journal.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := unlockWith(t.Context(), j, pass[:]); err != nil || len(j.State().Moments) != 10 {
		t.Error(err)
	}
}
