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

// quotedSample is endedSample with words of the agreement in other places.
func quotedSample(places int) *fakeAgreements {
	f := endedSample(true)
	words := "Whoever comes home after nine says so by eight"
	f.state.Agreements[2].Versions[0].Event, f.state.Agreements[2].Versions[0].Terms.Text = "late1", words
	f.state.Boundaries[0].Ended = journalZero
	f.state.Boundaries[0].Versions[0].Event, f.state.Boundaries[0].Versions[0].Text = "sleep1", "As we said: "+words
	for i := range places {
		id := string(rune('a' + i))
		f.state.Reflections = append(f.state.Reflections, journal.Reflection{
			ID: id, Parts: []journal.OpenedPart{{Words: [2]string{"“whoever comes home after NINE says so”, I wrote"}}},
		})
		f.state.Moments = append(f.state.Moments, journal.Moment{
			Number: int64(10 + i), Event: id, Kind: journal.KindOpened, Title: "What I did, plainly", At: sampleAt(11, 1+i),
			Thing: thing(journal.ThingReflection, id),
		})
	}
	for i := range f.state.Moments {
		if f.state.Moments[i].Event == "sleep1" {
			f.state.Moments[i].Title, f.state.Moments[i].At = "Sleep", sampleAt(10, 30)
		}
	}
	return f
}

// TestStrikingListsTheSameWords: other places are named with their day, unticked,
// and go only when they are ticked. What has not ended can't be ticked.
func TestStrikingListsTheSameWords(t *testing.T) {
	f := quotedSample(15)
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Strike out…")
	shown := shownWords(s.page)
	for _, words := range []string{"“What I did, plainly” · 15 November", "“What I did, plainly” · 4 November", "and 4 more places"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q can't be seen in:\n%s", words, shown)
		}
	}
	checks := 0
	walk(s.page, func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.Check); ok && !c.On {
			checks++
		}
	})
	if checks != 12 {
		t.Errorf("%d are listed unticked", checks)
	}
	pushes(t, s.page, "“What I did, plainly” · 14 November")
	tap(t, s.page, "Strike out for good")
	if want := []string{"strike late2", "strike late1", "strike n"}; !slices.Equal(f.asked, want) {
		t.Errorf("asked %q, want %q", f.asked, want)
	}
	f = quotedSample(1)
	s = newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Strike out…")
	if shown := shownWords(s.page); !strings.Contains(shown, "“Sleep”, version 1 · 30 October\nIt can be struck out once it has ended.") {
		t.Errorf("a boundary that stands is not named in:\n%s", shown)
	}
	tap(t, s.page, "Strike out for good")
	if len(f.asked) != 2 {
		t.Errorf("unticked, %q were asked", f.asked)
	}
}

// TestStrikingThatReachedNotAll: what was ticked and is not struck yet can be
// struck again, and it is not said to be gone.
func TestStrikingThatReachedNotAll(t *testing.T) {
	f := quotedSample(1)
	f.err = journal.ErrFull
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Strike out…")
	pushes(t, s.page, "“What I did, plainly” · 1 November")
	for i := range f.state.Moments {
		if strings.HasPrefix(f.state.Moments[i].Event, "late") {
			f.state.Moments[i].Struck = true
		}
	}
	tap(t, s.page, "Strike out for good")
	if shown := shownWords(s.page); strings.Contains(shown, "gone from the journal") || buttonOf(s.page, "Strike out for good") == nil {
		t.Errorf("it is said to be over:\n%s", shown)
	}
	if !slices.Equal(f.asked, []string{"strike a"}) {
		t.Errorf("asked %q", f.asked)
	}
}

func TestStrikeQuotesLooks(t *testing.T) {
	f := quotedSample(2)
	sampleLooks(t, "agreements/strike-quotes", func() fyne.CanvasObject {
		s := NewAgreements(f, Now)
		s.Reload()
		s.ShowThing(thing(journal.ThingAgreement, "late"))
		tap(t, s, "Strike out…")
		return s
	})
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
