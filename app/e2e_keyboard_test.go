//go:build e2e

package app

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
	"time"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// makeJournal makes a journal that both have joined, with seals as strong as the
// program wants them.
func (r *robot) makeJournal() {
	r.t.Helper()
	defer vault.UseParams(vault.DefaultParams())()
	j, _, err := journal.Create(r.t.Context(), r.journal, journal.Options{}, noor.newcomer(0))
	if err != nil {
		r.t.Fatal(err)
	}
	defer j.Close()
	if _, err := j.Join(r.t.Context(), eli.newcomer(1)); err != nil {
		r.t.Fatal(err)
	}
}

func (p person) newcomer(colour int) journal.Newcomer {
	return journal.Newcomer{Name: p.name, Colour: colour, Passphrase: p.pass, Code: p.code, Role: p.role}
}

// openHere goes to the first exercise of all.
func (r *robot) openHere() {
	r.t.Helper()
	r.press("ctrl+2")
	r.screen("Path")
	r.choose("Before the path…")
	r.screen("Step")
	r.choose("Why I sat down tonight…")
	r.screen("Exercise")
	r.to(hereField)
}

// TestLeaveQuickly leaves by Shift pressed alone three times, in the middle of a
// word. Letters typed with Shift never do that.
func TestLeaveQuickly(t *testing.T) {
	r := newRobot(t)
	r.start()
	r.screen("FirstSitting")
	r.leaveByShift()
	if _, err := os.Stat(r.journal); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after leaving the first page there is a file: %v", err)
	}

	r.makeJournal()
	r.start()
	r.unlockAlone(noor)
	r.openHere()
	const typed = "THE Truth IS That I Am AFRAID"
	r.write(typed)
	r.press("shift+x", "shift+y", "shift+z")
	r.press("Shift_L", "Shift_L")
	r.write("a")
	r.press("Shift_R", "Shift_R")
	r.words(typed + "XYZa")
	r.leaveByShift()
	if kept := r.draft(noor, journal.First, firstExercise, "why"); kept != typed+"XYZa" {
		t.Errorf("of what was typed there is %q", kept)
	}

	r.start()
	r.screen("Unlock")
	r.silent(typed)
	r.look("unlock")
	r.leaveByShift()
}

// leaveByShift presses Shift alone until the program has ended.
func (r *robot) leaveByShift() {
	r.t.Helper()
	r.xdotool("key", "--delay", "40", "Shift_L", "Shift_R", "Shift_L")
	if err := r.gone(); err != nil {
		r.t.Errorf("leaving quickly ended with %v", err)
	}
}

// TestWindowEndsWithASignal types and ends the program the way a system does
// when it shuts down. Nothing that was typed is missing.
func TestWindowEndsWithASignal(t *testing.T) {
	r := newRobot(t)
	r.makeJournal()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		r.start()
		r.unlockAlone(eli)
		r.openHere()
		r.press("ctrl+a")
		text := eliHere + " " + signal.String()
		r.write(text)
		if err := r.signal(signal); err != nil {
			t.Errorf("%v ended the program with %v", signal, err)
		}
		if kept := r.draft(eli, journal.Second, firstExercise, "why"); kept != text {
			t.Errorf("after %v there is %q", signal, kept)
		}
	}
}

// TestWindowKeyboard goes around every page with Tab, and locks from each kind of
// thing that can have the keyboard.
func TestWindowKeyboard(t *testing.T) {
	r := newRobot(t)
	r.makeJournal()
	r.start()
	r.around()
	r.unlockBoth()
	for _, page := range r.pages() {
		r.press("ctrl+1")
		r.screen("Today")
		page.open()
		r.until("keyboard on "+page.name, shortWait, func(s traced) bool { return s.Focus != "" })
		r.around("Leave quickly", "Lock", "Today", "Settings", "Help & safety")
		r.to(page.on)
		r.look(page.name)
		r.press("ctrl+l")
		r.screen("Unlock")
		r.unlockBoth()
	}
}

// page is a page with something that can have the keyboard.
type page struct {
	name string
	open func()
	on   string // the label of what has the keyboard when Ctrl+L is pressed
}

// pages gives a page for each kind of field, button and card.
func (r *robot) pages() []page {
	visit := func(key, screen string) func() {
		return func() { r.press(key); r.screen(screen) }
	}
	through := func(key, screen, choice, next string) func() {
		return func() { r.press(key); r.screen(screen); r.choose(choice); r.screen(next) }
	}
	ready := func() {
		through("ctrl+2", "Path", "Before the path…", "Step")()
		r.choose("Are we ready?…")
		r.screen("Exercise")
	}
	return []page{
		{"card", visit("ctrl+2", "Path"), "Before the path…"},
		{"filter", visit("ctrl+3", "Agreements"), "A boundary belongs to one of you…"},
		{"check", through("ctrl+3", "Agreements", "New agreement", "Agreements"), "It is about bodies, or about moving in"},
		{"long-entry", through("ctrl+3", "Agreements", "New boundary", "Agreements"), "What I will do, or not take part in"},
		{"entry", visit("ctrl+5", "Timeline"), "Search…"},
		{"button", visit("ctrl+6", "Summary"), "Save…"},
		{"options", through("ctrl+1", "Today", "Settings", "Settings"), "Colours"},
		{"text", through("ctrl+1", "Today", "Help & safety", "Safety"), "A text to read"},
		{"scale", ready, "…"},
	}
}

// around goes once around with Tab and comes to all the labels.
func (r *robot) around(labels ...string) {
	r.t.Helper()
	missing := map[string]bool{}
	for _, label := range labels {
		missing[label] = true
	}
	first := r.seen()
	for range mostTabs {
		s := r.seen()
		delete(missing, s.Focus)
		r.press("Tab")
		if next := r.seen(); next.At == first.At {
			if len(missing) > 0 {
				r.t.Errorf("on %s the keyboard does not come to %v", s.Screen, missing)
			}
			return
		}
		time.Sleep(lookPause)
	}
	r.fail("Tab does not come around")
}
