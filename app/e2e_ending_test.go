//go:build e2e

package app

import (
	"path/filepath"
	"strings"
	"testing"
)

// noorLast is what Noor leaves for Eli.
const noorLast = "I wish you mornings that begin without me asking."

// TestWindowEnding lets Noor begin the end of the work alone, and Eli leave it,
// by keyboard in a real window. What is exported in between holds no words that
// wait. At last both delete everything.
func TestWindowEnding(t *testing.T) {
	r := newRobot(t)
	noor, eli := r.sampleCouple()
	r.noorBegins(noor)
	if record := r.record(noor, "waiting.json"); strings.Contains(record, noorLast) || !strings.Contains(record, `"ending.begun"`) {
		t.Error("the record while they wait has the last words, or not the ending")
	}
	r.eliLeaves(eli)
	record := r.record(eli, "over.json")
	for _, want := range []string{noorLast, `"ending.left"`, `"lastwords.opened"`, `"agreement.signed"`} {
		if !strings.Contains(record, want) {
			t.Errorf("the record has no %s", want)
		}
	}
	if said := r.run(eli.pass+"\n", "check"); !strings.Contains(said, "whole") {
		t.Errorf("check says %q", said)
	}
	r.deleteAll(noor, eli)
}

// noorBegins: the words that wait can't be seen by whoever comes next.
func (r *robot) noorBegins(noor person) {
	r.t.Helper()
	r.start()
	r.unlockAlone(noor)
	r.choose("Settings")
	r.screen("Settings")
	r.choose("A way to end it well")
	r.screen("Ending")
	r.words("Boundaries stay.")
	r.look("before")
	r.choose("Begin the ending")
	r.words("Your work is coming to its end")
	r.look("ending")
	r.choose("Go to the last words")
	r.screen("LastWords")
	r.fill("My last words for Eli", noorLast)
	r.choose("Leave them for Eli")
	r.choose("Leave them now")
	r.words("They are unopened, and may stay so.")
	r.silent(noorLast)
	r.leaves()
}

// eliLeaves: it is said on Today, and needs nobody.
func (r *robot) eliLeaves(eli person) {
	r.t.Helper()
	r.start()
	r.unlockAlone(eli)
	r.words("Noor began the ending")
	r.look("today")
	r.choose("Go to the ending")
	r.screen("Ending")
	r.choose("Go to the last words")
	r.screen("LastWords")
	r.silent(noorLast)
	r.choose("Open them")
	r.choose("Open them now")
	r.words(noorLast)
	r.choose("Back")
	r.screen("Ending")
	r.choose("Leave it alone, now")
	r.choose("Leave it now")
	r.words("Eli left on")
	r.look("over")
	r.leaves()
}

// leaves leaves quickly, so that the command line has the journal.
func (r *robot) leaves() {
	r.t.Helper()
	r.press("ctrl+l")
	r.screen("Unlock")
	r.press("shift", "shift", "shift")
	if err := r.gone(); err != nil {
		r.t.Errorf("the program ended with %v", err)
	}
}

// record exports all that is shared.
func (r *robot) record(p person, name string) string {
	r.t.Helper()
	out := filepath.Join(r.home, name)
	r.run(p.pass+"\n", "export", "--format", "json", "--out", out)
	return r.read(out)
}

// deleteAll: afterwards there is no file of Goldseam's.
func (r *robot) deleteAll(both ...person) {
	r.t.Helper()
	r.start()
	r.comeIn(both...)
	r.choose("Settings")
	r.screen("Settings")
	r.choose("Look at what would go…")
	r.screen("Delete")
	r.choose("Go on to the last question")
	r.fill("Type the word “delete”", "delete")
	r.choose("Delete all of it for good")
	r.words("All of it is gone.")
	r.look("gone")
	r.choose("Close")
	if err := r.gone(); err != nil {
		r.t.Errorf("the program ended with %v", err)
	}
	for _, path := range []string{
		r.journal, r.journal + "-wal", r.journal + "-shm", r.journal + ".lock", filepath.Join(filepath.Dir(r.journal), "backups"),
		filepath.Join(r.home, folderName), filepath.Join(r.home, "fyne", appID, "preferences.json"),
	} {
		if exists(path) {
			r.t.Errorf("%s is still there", path)
		}
	}
}
