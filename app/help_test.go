package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// Help & safety and the two minutes are there before anyone has unlocked, and
// both lead back.
func TestHelpBeforeAnyoneHasUnlocked(t *testing.T) {
	p := newTestProgram(t, journal.First)
	p.lock()
	p.showHelpBare(p.showUnlock)
	safety, ok := p.content.(*screens.Safety)
	if !ok {
		t.Fatalf("shows %T", p.content)
	}
	safety.OnCalm()
	calm, ok := p.content.(*screens.Calm)
	if !ok {
		t.Fatalf("shows %T", p.content)
	}
	calm.OnBack()
	safety, ok = p.content.(*screens.Safety)
	if !ok {
		t.Fatalf("came back to %T", p.content)
	}
	safety.OnCopy("112")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "112" {
		t.Errorf("the clipboard has %q", got)
	}
	safety.OnBack()
	if _, ok := p.content.(*screens.Unlock); !ok {
		t.Errorf("came back to %T", p.content)
	}
}

// In the first sitting it is there too, and what was typed is still there after it.
func TestHelpInTheFirstSitting(t *testing.T) {
	p := newTestProgram(t)
	p.showFirstSitting()
	first, ok := p.content.(*screens.FirstSitting)
	if !ok {
		t.Fatalf("shows %T", p.content)
	}
	first.OnHelp()
	safety, ok := p.content.(*screens.Safety)
	if !ok {
		t.Fatalf("shows %T", p.content)
	}
	safety.OnBack()
	if p.content != fyne.CanvasObject(first) {
		t.Errorf("came back to another %T", p.content)
	}
}

// What is built in can be read.
func TestHelpLinesAreBuiltIn(t *testing.T) {
	if len(builtInHelp()) == 0 {
		t.Error("no help lines")
	}
}
