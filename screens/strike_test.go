package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// endedSample has an agreement and a boundary that are over, with their moments.
func endedSample(both bool) *fakeAgreements {
	f := &fakeAgreements{state: sampleState(), holder: journal.First, both: both}
	late := &f.state.Agreements[2]
	late.LeftBy, late.LeftSaid = journal.First, "2026-11-21"
	f.state.Boundaries[0].Ended = sampleAt(11, 20)
	for i, m := range []journal.Moment{
		{Event: "late1", Kind: journal.KindProposed, Thing: thing(journal.ThingAgreement, "late"), Version: 1},
		{Event: "signed", Kind: journal.KindSigned, Thing: thing(journal.ThingAgreement, "late"), Version: 1},
		{Event: "late2", Kind: journal.KindProposed, Thing: thing(journal.ThingAgreement, "late"), Version: 2},
		{Event: "walk1", Kind: journal.KindProposed, Thing: thing(journal.ThingAgreement, "walk"), Version: 1},
		{Event: "sleep1", Kind: journal.KindSet, Thing: thing(journal.ThingBoundary, "sleep"), Version: 1},
	} {
		m.Number = int64(i + 1)
		f.state.Moments = append(f.state.Moments, m)
	}
	return f
}

func TestStrikingTakesEveryVersion(t *testing.T) {
	for name, c := range map[string]struct {
		thing journal.Thing
		want  []string
	}{
		"agreement": {thing(journal.ThingAgreement, "late"), []string{"strike late2", "strike late1"}},
		"boundary":  {thing(journal.ThingBoundary, "sleep"), []string{"strike sleep1"}},
	} {
		f := endedSample(true)
		s := newAgreements(t, f)
		changed := 0
		s.OnChanged = func() { changed++ }
		s.ShowThing(c.thing)
		tap(t, s, "Strike out…")
		tap(t, s.page, "Keep it")
		if len(f.asked) > 0 || s.page.Visible() {
			t.Errorf("%s: keeping it asked %q", name, f.asked)
		}
		tap(t, s, "Strike out…")
		gold := buttonOf(s.page, "Strike out for good")
		if gold == nil || gold.Kind != widgets.Gold {
			t.Fatalf("%s: both have no gold button", name)
		}
		for _, words := range []string{"What goes", "the backups in its folder", "What stays", "kept elsewhere"} {
			if !strings.Contains(shownWords(s.page), words) {
				t.Errorf("%s: the page doesn't say %q", name, words)
			}
		}
		tap(t, s.page, "Strike out for good")
		if !slices.Equal(f.asked, c.want) || s.page.Visible() || changed != 1 {
			t.Errorf("%s: asked %q, want %q; %d changes", name, f.asked, c.want, changed)
		}
	}
}

func TestStrikingIsOfferedOnlyForWhatHasEnded(t *testing.T) {
	f := endedSample(true)
	f.state.Agreements[2].LeftBy = journal.Nobody
	f.state.Boundaries[0].Ended = journalZero
	s := newAgreements(t, f)
	for _, id := range []journal.Thing{thing(journal.ThingAgreement, "late"), thing(journal.ThingAgreement, "walk"), thing(journal.ThingBoundary, "sleep")} {
		s.ShowThing(id)
		if slices.Contains(buttonsOf(s), "Strike out…") {
			t.Errorf("%s can be struck out", id.ID)
		}
	}
}

func TestStrikingAloneWaits(t *testing.T) {
	f := endedSample(false)
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Strike out…")
	if !strings.Contains(shownWords(s.page), "takes both of you") || buttonOf(s.page, "Strike out for good") != nil {
		t.Error("one alone is not told that it takes both")
	}
	tap(t, s.page, "Back")
	if s.page.Visible() || len(f.asked) > 0 {
		t.Errorf("asked %q", f.asked)
	}
}

func TestStrikingThatFailed(t *testing.T) {
	f := endedSample(true)
	f.err = journal.ErrFull
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingBoundary, "sleep"))
	tap(t, s, "Strike out…")
	tap(t, s.page, "Strike out for good")
	if !strings.Contains(shownWords(s.page), "The disk is full.") || !s.page.Visible() {
		t.Error("it is not said that nothing was struck out")
	}
	f.halfStruck = true
	tap(t, s.page, "Strike out for good")
	if !strings.Contains(shownWords(s.page), "gone from the journal. One of the backups") {
		t.Error("it is not said that a backup still has the words")
	}
	tap(t, s.page, "Go on")
	if s.page.Visible() {
		t.Error("there is no way on")
	}
}

func TestStrikingCutShortCanGoOn(t *testing.T) {
	f := endedSample(true)
	f.state.Moments[2].Struck = true
	f.state.Agreements[2].Struck = true
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Strike out…")
	tap(t, s.page, "Strike out for good")
	if !slices.Equal(f.asked, []string{"strike late1"}) {
		t.Errorf("asked %q", f.asked)
	}
	if got := buttonsOf(s); got != nil {
		t.Errorf("the empty place offers %q", got)
	}
}

func TestAnAnswerToABoundaryCanBeTakenBack(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First}
	b := thing(journal.ThingBoundary, "sleep")
	f.state.Moments = []journal.Moment{
		{Event: "first", Kind: journal.KindCannot, Thing: b, Version: 1, TakenBack: true},
		{Event: "answer", Kind: journal.KindAcknowledged, Thing: b, Version: 1},
	}
	s := newAgreements(t, f)
	s.ShowThing(b)
	if got, want := buttonsOf(s), []string{"Take back"}; !slices.Equal(got, want) {
		t.Errorf("offers %q, want %q", got, want)
	}
	tap(t, s, "Take back")
	v := &f.state.Boundaries[0].Versions[0]
	v.Acknowledged, v.Cannot = journalZero, sampleAt(11, 2)
	s.Reload()
	if got, want := buttonsOf(s), []string{"I acknowledge it", "Take back"}; !slices.Equal(got, want) {
		t.Errorf("after “I can't” it offers %q, want %q", got, want)
	}
	if !slices.Equal(f.asked, []string{"take back answer"}) {
		t.Errorf("asked %q", f.asked)
	}
	f.holder = journal.Second
	if slices.Contains(buttonsOf(s), "Take back") {
		t.Error("the owner can take back the other's answer")
	}
}

func TestOpenedCanBeStruckOutOnce(t *testing.T) {
	f := newFakePath()
	r := journal.Reflection{ID: "r", Exercise: "before.here", Title: "T", At: f.now}
	for _, struck := range []bool{false, true} {
		sampleApp(t, widgets.Light, 1)
		r.Struck = struck
		asked := false
		s := NewOpened(f.state, shippedCourse(), r, f.now)
		s.OnStrike = func() { asked = true }
		s.Reload()
		if b := buttonOf(s, "Strike out…"); b != nil {
			b.Tapped(nil)
		}
		if asked == struck {
			t.Errorf("struck %v: asked %v", struck, asked)
		}
	}
}

func TestStrikeLooks(t *testing.T) {
	f := endedSample(true)
	sampleLooks(t, "agreements/strike", func() fyne.CanvasObject {
		s := NewAgreements(f, Now)
		s.Reload()
		s.ShowThing(thing(journal.ThingAgreement, "late"))
		tap(t, s, "Strike out…")
		return s
	})
}
