package screens

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func newAgreements(t *testing.T, f *fakeAgreements) *Agreements {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
	s := NewAgreements(f, Now)
	s.Reload()
	sampleWindow(t, s, 1064, 800)
	return s
}

func thing(kind journal.ThingKind, id string) journal.Thing { return journal.Thing{Kind: kind, ID: id} }

func buttonsOf(s *Agreements) []string {
	var texts []string
	for _, b := range s.detailParts().buttons {
		texts = append(texts, b.Text)
	}
	return texts
}

func TestAgreementsOffersWhatTheHolderMayDo(t *testing.T) {
	cools := sharedCalendar()
	cools.Versions[0] = sampleVersion(1, journal.First, sampleAt(11, 22), cools.Versions[0].Terms)
	cools.Versions[0].Terms.Start = "2026-11-23"
	left := lateMessage()
	left.LeftBy, left.LeftSaid = journal.First, "2026-11-21"
	over := sharedCalendar()
	over.Versions[0].Terms.End = "2026-11-20"
	for name, c := range map[string]struct {
		a      journal.Agreement
		holder journal.Partner
		both   bool
		want   []string
	}{
		"nobody holds":       {sundayWalk(journal.First), journal.Nobody, true, nil},
		"theirs":             {sundayWalk(journal.First), journal.Second, false, []string{"Sign", "Not now", "Decline"}},
		"own, alone":         {sundayWalk(journal.First), journal.First, false, []string{"Withdraw"}},
		"own, both here":     {sundayWalk(journal.First), journal.First, true, []string{"Hand over to Eli to sign", "Withdraw"}},
		"in force":           {lateMessage(), journal.Second, false, []string{"Change", "Leave it"}},
		"begins tomorrow":    {cools, journal.Second, false, []string{"Take my signature back", "Leave it"}},
		"left":               {left, journal.Second, false, []string{"Propose it again", "Strike out…"}},
		"lapsed":             {over, journal.Second, false, []string{"Propose it again", "Strike out…"}},
		"change is proposed": {withChange(journal.First), journal.Second, false, []string{"Sign", "Not now", "Decline", "Leave it"}},
	} {
		f := &fakeAgreements{state: sampleState(), holder: c.holder, both: c.both, may: true}
		f.state.Agreements = []journal.Agreement{c.a}
		s := newAgreements(t, f)
		s.ShowThing(thing(journal.ThingAgreement, c.a.ID))
		if got := buttonsOf(s); !slices.Equal(got, c.want) {
			t.Errorf("%s: offers %q, want %q", name, got, c.want)
		}
	}
}

// withChange is in force with a change that waits.
func withChange(by journal.Partner) journal.Agreement {
	a := lateMessage()
	v := sampleVersion(3, by, sampleAt(11, 21), a.Latest().Terms)
	v.Terms.Text = "If I will be later than I said, I call before the time that I said."
	v.Signed[by.Other()-1] = journalZero
	a.Versions = append(a.Versions, v)
	return a
}

var journalZero = journal.Version{}.Closed

func TestSignNotNowAndDeclineLookAlike(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.Second}
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "walk"))
	for _, b := range s.detailParts().buttons {
		if b.Kind != widgets.Plain || b.Small || b.Disabled() {
			t.Errorf("%q looks different", b.Text)
		}
	}
	tap(t, s, "Not now")
	if len(f.asked) != 0 {
		t.Errorf("not now wrote %q", f.asked)
	}
	tap(t, s, "Decline")
	s.ShowThing(thing(journal.ThingAgreement, "walk"))
	tap(t, s, "Sign")
	if want := []string{"decline walk", "sign walk"}; !slices.Equal(f.asked, want) {
		t.Errorf("asked %q, want %q", f.asked, want)
	}
}

func TestAFailedSignatureIsSaidCalmly(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.Second, err: journal.ErrFull}
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "walk"))
	tap(t, s, "Sign")
	if !strings.Contains(shownWords(s), "The disk is full.") {
		t.Error("the screen doesn't say what happened")
	}
	if buttonOf(s, "Sign").Disabled() {
		t.Error("it can't be tried again")
	}
}

func TestButtonsWaitWhileAnAnswerIsOnItsWay(t *testing.T) {
	var answer func()
	later := func(work func(context.Context) error, done func(error)) { answer = func() { done(work(t.Context())) } }
	f := &fakeAgreements{state: sampleState(), holder: journal.Second}
	sampleApp(t, widgets.Light, 1)
	s := NewAgreements(f, later)
	s.Reload()
	s.ShowThing(thing(journal.ThingAgreement, "walk"))
	tap(t, s, "Sign")
	tap(t, s, "Sign")
	if !buttonOf(s, "Sign").Disabled() {
		t.Error("the button doesn't wait")
	}
	answer()
	if len(f.asked) != 1 || buttonOf(s, "Sign").Disabled() {
		t.Errorf("asked %q; the button should be ready again", f.asked)
	}
}

func TestBoundariesBelongToTheirOwner(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.Second}
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingBoundary, "sleep"))
	if got, want := buttonsOf(s), []string{"Change", "End it"}; !slices.Equal(got, want) {
		t.Errorf("the owner gets %q, want %q", got, want)
	}
	f.holder = journal.First
	if got := buttonsOf(s); got != nil {
		t.Errorf("once acknowledged the other gets %q, want nothing", got)
	}
	f.state.Boundaries[0].Versions[0].Acknowledged = journalZero
	if got, want := buttonsOf(s), []string{"I acknowledge it", "I can't"}; !slices.Equal(got, want) {
		t.Errorf("the other gets %q, want %q", got, want)
	}
}

func TestHistoryTellsVersionsAndHidesDeclines(t *testing.T) {
	a := withChange(journal.First)
	a.Versions[2].Closed = sampleAt(11, 22) // declined
	s := sampleState()
	got := agreementHistory(s, a, sampleToday)
	want := []string{
		"13 Nov · version 2: “also when it is only half an hour” added · signed by both",
		"4 Nov · version 1 · signed by both",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLeavingTakesOneDayAndNoReason(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.Second}
	s := newAgreements(t, f)
	s.ShowThing(thing(journal.ThingAgreement, "late"))
	tap(t, s, "Leave it")
	tap(t, s.page, "Leave it")
	if f.said != sampleToday || !slices.Equal(f.asked, []string{"leave late"}) {
		t.Errorf("left %q on %q", f.asked, f.said)
	}
	if s.page.Visible() {
		t.Error("the card is still there")
	}
}

func TestANewAgreementIsCheckedAndKeepsItsWords(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First}
	s := newAgreements(t, f)
	var focus fyne.Focusable
	s.OnFocus = func(to fyne.Focusable) { focus = to }
	tap(t, s, "New agreement")
	form, ok := s.page.Objects[0].(*fyne.Container).Objects[0].(*AgreementForm)
	if !ok || focus != form.FirstFocus() {
		t.Fatal("the form isn't there, or doesn't have the keyboard")
	}
	test.Type(form.title, "Phones on the table")
	tap(t, form, "Propose and sign")
	if form.fields["Text"].Problem() != "Please write something here." || len(f.asked) != 0 {
		t.Errorf("says %q and asked %q", form.fields["Text"].Problem(), f.asked)
	}
	test.Type(form.text, "We leave them there at dinner.")
	if form.review.Text != "2026-12-20" {
		t.Errorf("suggests a look on %q, want four weeks from today", form.review.Text)
	}
	form.review.SetText("6.12.")
	tap(t, form, "Propose and sign")
	want := journal.Terms{
		Kind: journal.Plain, Title: "Phones on the table", Text: "We leave them there at dinner.", Review: "2026-12-06",
	}
	if !reflect.DeepEqual(f.terms, want) || s.page.Visible() {
		t.Errorf("proposed %+v, want %+v", f.terms, want)
	}
}

func TestAFormThatCouldNotBeKeptStays(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First, err: journal.ErrCannotWrite}
	s := newAgreements(t, f)
	s.ProposeFrom(journal.Terms{Title: "Dinner", Text: "At seven."})
	tap(t, s.page, "Propose and sign")
	if !s.page.Visible() || !strings.Contains(shownWords(s.page), "can't be written just now") {
		t.Error("the form went away, or doesn't say why")
	}
}

func TestTemporaryAccessSuggestsThirtyDays(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	form := NewAgreementForm(samplePeople(), sampleToday, journal.Terms{Kind: journal.TemporaryAccess}, false)
	got := form.Terms()
	if got.Start != "2026-11-23" || got.End != "2026-12-23" || got.Promises != journal.First {
		t.Errorf("suggests %+v", got)
	}
	form.end.SetText("2027-06-01")
	form.title.SetText("Calendar")
	form.text.SetText("Evenings out.")
	form.why.SetText("To sleep.")
	form.keep()
	if want := FieldSentence("End", journal.ProblemTooFar); form.fields["End"].Problem() != want {
		t.Errorf("says %q, want %q", form.fields["End"].Problem(), want)
	}
}

func TestReadsLikeRule(t *testing.T) {
	for text, want := range map[string]bool{
		"You must be home by ten":                              true,
		"You are not allowed to see her":                       true,
		"I sleep badly. You’re not allowed to wake me":         true,
		"Noor has to tell me where she is":                     true,
		"When it is late I go to sleep, and you must not call": true,
		"After 22:00 I don't talk about the affair":            false,
		"When you shout, I leave the room":                     false,
		"I listen to what you have to say":                     false,
		"I will not lie for you":                               false,
		"When Noor is late, I eat":                             false,
		"":                                                     false,
	} {
		if got := readsLikeRule(text, "Noor"); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestABoundaryLikeARuleCanBecomeAProposal(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.Second}
	s := newAgreements(t, f)
	tap(t, s, "New boundary")
	form := s.page.Objects[0].(*fyne.Container).Objects[0].(*BoundaryForm)
	if form.offer.Visible() {
		t.Error("an empty boundary is no rule")
	}
	test.Type(form.title, "You must be home by ten")
	tap(t, form, "Make it a proposal for an agreement")
	next := s.page.Objects[0].(*fyne.Container).Objects[0].(*AgreementForm)
	if got := next.Terms(); got.Title != "You must be home by ten" || got.Promises != journal.First {
		t.Errorf("the proposal begins with %+v", got)
	}
}

func TestTypedDay(t *testing.T) {
	for text, want := range map[string]journal.Day{
		"2026-11-29": "2026-11-29", " 29.11.2026 ": "2026-11-29", "29.11.": "2026-11-29",
		"29.11": "2026-11-29", "1.2.": "2027-02-01", "": "",
	} {
		if got := typedDay(text, sampleToday); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"soon", "31.2.2026", "1.2.3.4", "a.b."} {
		if typedDay(text, sampleToday).Valid() {
			t.Errorf("%q should not be a day", text)
		}
	}
}

func TestSearchAndShelves(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First}
	s := newAgreements(t, f)
	if got := len(s.shown()); got != 3 {
		t.Errorf("%d in force, want 3", got)
	}
	test.Type(s.search, "HALF")
	if got := s.shown(); len(got) != 1 || got[0].thing.ID != "late" {
		t.Errorf("search found %+v", got)
	}
	s.search.SetText("")
	s.filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := s.shown(); len(got) != 1 || got[0].thing.ID != "walk" || s.picked.ID != "walk" {
		t.Errorf("proposed are %+v", got)
	}
}

func TestNarrowShowsListThenDetail(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First}
	sampleApp(t, widgets.Light, 1)
	s := NewAgreements(f, Now)
	s.Reload()
	sampleWindow(t, s, 684, 600)
	if !s.lists.Visible() || s.detail.Visible() {
		t.Error("it should begin with the list")
	}
	s.cards[thing(journal.ThingAgreement, "late")].Tapped(nil)
	if s.lists.Visible() || !s.detail.Visible() {
		t.Error("it should show the detail alone")
	}
	tap(t, s, "Back to the list")
	if !s.lists.Visible() {
		t.Error("it should be back at the list")
	}
}

func TestAgreementsLooks(t *testing.T) {
	f := &fakeAgreements{state: sampleState(), holder: journal.First, both: true}
	f.state = keptState()
	f.state.Agreements[0] = sundayWalk(journal.Second)
	sampleLooks(t, "agreements/list", func() fyne.CanvasObject {
		s := NewAgreements(f, Now)
		s.Reload()
		s.ShowThing(thing(journal.ThingAgreement, "late"))
		return s
	})
	sampleLooks(t, "agreements/form", func() fyne.CanvasObject {
		s := NewAgreements(f, Now)
		s.Reload()
		s.ProposeFrom(journal.Terms{Kind: journal.TemporaryAccess})
		return s
	})
	sampleLooks(t, "agreements/boundary", func() fyne.CanvasObject {
		s := NewAgreements(f, Now)
		s.Reload()
		s.editBoundary(journal.Boundary{ID: "x", Owner: journal.First, Versions: []journal.BoundaryVersion{{Title: "You must be home by ten"}}})
		return s
	})
	f.holder = journal.Second
	for name, show := range map[string]func(*Agreements){
		"kept":   func(s *Agreements) { s.ShowThing(thing(journal.ThingAgreement, "late")) },
		"goal":   func(s *Agreements) { s.ShowThing(thing(journal.ThingAgreement, "sleep")) },
		"access": func(s *Agreements) { s.ShowThing(thing(journal.ThingAgreement, "calendar")) },
		"marked": func(s *Agreements) { s.askKept(keptMessage()) },
		"aim": func(s *Agreements) {
			s.ProposeFrom(journal.Terms{Kind: journal.Goal, Rhythm: journal.Weekly, On: 7, Steps: []string{"One night", "Two nights"}})
		},
		"review": func(s *Agreements) { s.pickShelf(int(shelfReview)) },
	} {
		sampleLooks(t, "agreements/"+name, func() fyne.CanvasObject {
			s := NewAgreements(f, Now)
			s.Reload()
			show(s)
			return s
		})
	}
}
