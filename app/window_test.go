package app

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// newTestProgram opens the sample couple's journal in a window without a screen,
// with those present who are named.
func newTestProgram(t *testing.T, present ...journal.Partner) *program {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "journal.goldseam")
	phrases, err := sampleInto(t.Context(), path, sampleOptions{Moments: 30, Weeks: 4, Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	p, err := newProgram(t.Context(), test.NewTempApp(t), files{journal: path})
	if err != nil {
		t.Fatal(err)
	}
	oneAtATime(t, p)
	t.Cleanup(func() {
		p.tasks.finish()
		if p.journal != nil {
			p.journal.Close()
		}
	})
	p.journal, err = journal.Open(t.Context(), path, journal.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range present {
		if err := p.journal.Unlock(t.Context(), who, phrases[who-1]); err != nil {
			t.Fatal(err)
		}
	}
	if len(present) > 0 {
		p.show(route{place: placeToday})
	}
	return p
}

// textOf gives every word that a tree of widgets shows or keeps in a field.
func textOf(o fyne.CanvasObject) string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			if e, ok := o.(*widget.Entry); ok {
				all = append(all, e.Text)
			}
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	return strings.Join(all, " ")
}

// TestNothingOfTheOtherIsOnTheScreen: after a hand-over no widget holds a word of
// the one who wrote before, on the cover as on the page behind it.
func TestNothingOfTheOtherIsOnTheScreen(t *testing.T) {
	p := newTestProgram(t, journal.Second, journal.First)
	const secret = "zwielicht"
	e, _ := p.course().Exercise("before.ground")
	revisions := map[string]int64{}
	for _, d := range p.journal.Drafts(e.ID) {
		revisions[d.Part] = d.Revision
	}
	for _, part := range e.Parts {
		_, err := p.journal.SaveDraft(t.Context(), journal.Draft{
			Exercise: e.ID, Part: part.ID, Revision: revisions[part.ID], Private: true,
			Answer: []byte(`{"text":"` + secret + `"}`),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	p.show(route{placeExercise, e.ID})
	if !strings.Contains(textOf(p.window.Content()), secret) {
		t.Fatal("the writer does not see their own words; the test would prove nothing")
	}
	p.handOver(journal.Second)
	if shown := textOf(p.window.Content()); strings.Contains(shown, secret) {
		t.Errorf("the cover holds the words: %s", shown)
	}
	if p.journal.Holder() != journal.Nobody {
		t.Error("somebody holds the laptop during a hand-over")
	}
	if p.page != nil {
		t.Error("the page is kept behind the cover")
	}
}

// TestLockForgets: after locking nobody is present, and no word of the couple is
// on the screen.
func TestLockForgets(t *testing.T) {
	p := newTestProgram(t, journal.First, journal.Second)
	title := p.journal.State().Agreements[0].Title()
	p.show(route{place: placeAgreements})
	if !strings.Contains(textOf(p.window.Content()), title) {
		t.Fatal("the agreement is not on the screen; the test would prove nothing")
	}
	p.lock()
	shown := textOf(p.window.Content())
	for _, word := range []string{title, "Noor", "Eli"} {
		if strings.Contains(shown, word) {
			t.Errorf("after locking the screen shows %q", word)
		}
	}
	if len(p.journal.Present()) != 0 || len(p.journal.State().Agreements) != 0 {
		t.Error("the journal is still open")
	}
	if p.window.Title() != windowName {
		t.Errorf("the window is called %q", p.window.Title())
	}
}

// TestIdleLocks: after the minutes of the preferences without a key the journal
// locks, but not while turns run.
func TestIdleLocks(t *testing.T) {
	p := newTestProgram(t, journal.First)
	p.prefs.SetLockAfter(1)
	p.lastInput = now().Add(-2 * time.Minute)
	p.turning = true
	p.lookIdle()
	if !p.unlocked() {
		t.Fatal("locked during turns")
	}
	p.turning = false
	p.lookIdle()
	if p.unlocked() {
		t.Error("still open after the idle time")
	}
}

// TestEveryPlaceOpens: every place of the sidebar and every exercise has a page.
func TestEveryPlaceOpens(t *testing.T) {
	p := newTestProgram(t, journal.First, journal.Second)
	for _, item := range append(menu(), footMenu()...) {
		p.visit(item.place)
		if p.history.current().place != item.place {
			t.Errorf("%s does not open", item.name)
		}
	}
	for _, step := range p.course().Steps {
		for _, e := range step.Exercises {
			p.show(route{placeExercise, e.ID})
			if p.page == nil {
				t.Errorf("%s has no page", e.ID)
			}
		}
	}
}

// TestTimelineIsWhereItWasLeft: from a moment to its thing and back, the same
// place is seen; from the sidebar it begins with the newest.
func TestTimelineIsWhereItWasLeft(t *testing.T) {
	p := newTestProgram(t, journal.First, journal.Second)
	p.visit(placeTimeline)
	state := p.journal.State()
	at := screens.TimelinePlace{Moment: state.Moments[len(state.Moments)/2].Number}
	p.page.(*screens.Timeline).GoTo(at)
	place := p.page.(*screens.Timeline).Place()
	p.openThing(journal.Thing{Kind: journal.ThingAgreement, ID: state.Agreements[0].ID})
	p.back()
	if got := p.page.(*screens.Timeline).Place(); got != place || got.Moment == 0 {
		t.Errorf("back at %+v, left at %+v", got, place)
	}
	p.visit(placeToday)
	p.visit(placeTimeline)
	if got := p.page.(*screens.Timeline).Place(); got == place {
		t.Errorf("from the sidebar it begins at %+v", got)
	}
}
