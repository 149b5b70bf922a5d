package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

// openProgram opens a sample journal in a window without a screen, with both present.
func openProgram(t *testing.T, path string, pass [2]string) *program {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	p, err := newProgram(t.Context(), test.NewTempApp(t), files{journal: path})
	if err != nil {
		t.Fatal(err)
	}
	oneAtATime(t, p)
	t.Cleanup(func() {
		p.tasks.finish()
		p.journal.Close()
	})
	if p.journal, err = journal.Open(t.Context(), path, p.options()); err != nil {
		t.Fatal(err)
	}
	unlockBoth(t, p, pass)
	return p
}

func unlockBoth(t *testing.T, p *program, pass [2]string) {
	t.Helper()
	if err := unlockWith(t.Context(), p.journal, pass[:]); err != nil {
		t.Fatal(err)
	}
}

// tapOn presses the first button whose words hold text, and waits for what it began.
func tapOn(t *testing.T, p *program, text string) {
	t.Helper()
	var found *widgets.Button
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Visible() && found == nil && strings.Contains(b.Text, text) {
			found = b
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(p.window.Content())
	if found == nil {
		t.Fatalf("there is no button %q", text)
	}
	found.Tapped(nil)
	answered(p)
}

// TestRestoreInTheWindow: a chosen backup becomes the journal, locked, what was
// there is kept beside it, and the timeline says so.
func TestRestoreInTheWindow(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 30, Weeks: 4, Seed: 2})
	p := openProgram(t, path, pass)
	if err := p.journal.DailyBackup(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := p.journal.Skip(t.Context(), "before.words", "Words to use"); err != nil {
		t.Fatal(err)
	}
	p.show(route{place: placeSettings})
	tapOn(t, p, " KB")
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "holds 30 moments") || !strings.Contains(shown, "holds 31 today") {
		t.Fatalf("the choice says %q", shown)
	}
	tapOn(t, p, "Put this backup in place")
	if _, ok := p.content.(*screens.Unlock); !ok || p.unlocked() {
		t.Fatalf("%T is shown, unlocked %v", p.content, p.unlocked())
	}
	unlockBoth(t, p, pass)
	moments := p.journal.State().Moments
	if len(moments) != 31 || moments[30].Kind != journal.KindRestored {
		t.Errorf("%d moments, the last is %v", len(moments), moments[len(moments)-1].Kind)
	}
	if kept, err := filepath.Glob(path + ".before-*.kept"); err != nil || len(kept) != 1 {
		t.Errorf("kept %v, %v", kept, err)
	}
}

// TestRestoreThatFails leaves the journal as it was.
func TestRestoreThatFails(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 5, Weeks: 1, Seed: 2})
	p := openProgram(t, path, pass)
	bad := filepath.Join(t.TempDir(), "bad.goldseam")
	if err := os.WriteFile(bad, []byte(strings.Repeat("no journal", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	p.show(route{place: placeSettings})
	p.restore(bad)
	answered(p)
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "The journal is as it was.") {
		t.Fatalf("it says %q", shown)
	}
	tapOn(t, p, "Go on")
	unlockBoth(t, p, pass)
	if n := len(p.journal.State().Moments); n != 5 {
		t.Errorf("%d moments", n)
	}
}

// TestStrikeInTheWindow: what was opened goes for good, and its place stays.
func TestStrikeInTheWindow(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 30, Weeks: 4, Seed: 2})
	p := openProgram(t, path, pass)
	r := p.journal.State().Reflections[0]
	p.show(route{place: placeTimeline})
	p.openThing(journal.Thing{Kind: journal.ThingReflection, ID: r.ID})
	tapOn(t, p, "Strike out…")
	tapOn(t, p, "Keep it")
	if _, ok := p.page.(*screens.Opened); !ok {
		t.Fatalf("after keeping it %T is shown", p.page)
	}
	tapOn(t, p, "Strike out…")
	tapOn(t, p, "Strike out for good")
	if got, _ := p.journal.State().Reflection(r.ID); !got.Struck || len(got.Parts) > 0 {
		t.Errorf("the words are still there: %+v", got)
	}
	if shown := textOf(p.window.Content()); !strings.Contains(shown, "Struck out by both of you") {
		t.Errorf("it says %q", shown)
	}
	if p.history.current() != (route{placeReflection, r.ID}) {
		t.Errorf("back at %v", p.history.current())
	}
}
