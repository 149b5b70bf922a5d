package screens

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// fakeReviews writes down what is kept until when.
type fakeReviews struct {
	state journal.State
	both  bool
	err   error
	kept  []string
}

func (f *fakeReviews) State() journal.State { return f.state }
func (f *fakeReviews) Today() journal.Day   { return sampleToday }
func (f *fakeReviews) Both() bool           { return f.both }

func (f *fakeReviews) KeepOn(_ context.Context, id string, next journal.Day) error {
	f.kept = append(f.kept, id+" "+string(next))
	return f.err
}

// alone is a journal with one of them here.
type alone struct{ *journal.Journal }

func (alone) Both() bool { return false }

func (p *player) review(j ReviewJournal, ahead bool) *Reviews {
	s := NewReviews(j, Now, ahead)
	s.Reload()
	p.window.SetContent(s)
	return s
}

// dueTwo agrees on two things that are due after four weeks.
func (p *player) dueTwo() (message, walk string) {
	p.Helper()
	message = p.agreed(comesUp(journal.First))
	walk = p.agreed(journal.Terms{Kind: journal.Ritual, Title: "Sunday walk", Text: "An hour.", Why: "To be outside.", Rhythm: journal.Weekly, On: 7})
	p.days(28)
	return message, walk
}

func TestReviewsKeepWhatBothKeep(t *testing.T) {
	p := couple(t)
	message, walk := p.dueTwo()
	s := p.review(p.j, false)
	var changed, focused int
	s.OnChanged = func() { changed++ }
	s.OnFocus = func(fyne.Focusable) { focused++ }
	sees(t, s, "1 of 2")
	sees(t, s, "A message as soon as plans change")
	if s.FirstFocus() != fyne.Focusable(buttonOf(s, "Keep it")) {
		t.Error("the keyboard isn't on the first way")
	}
	tap(t, s, "Keep it")
	s.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	tap(t, s, "Keep it, both of you")
	if got := p.agreement(message).ReviewDay(p.j.Today()); got != p.j.Today().Add(14) || changed != 1 {
		t.Errorf("looked at again on %q", got)
	}
	sees(t, s, "2 of 2")
	sees(t, s, "To be outside.")
	tap(t, s, "Not now")
	sees(t, s, "That is enough for today.")
	if got := p.agreement(walk).ReviewDay(p.j.Today()); got != p.j.Today() || focused == 0 {
		t.Errorf("not now changed the day to %q", got)
	}
	done := false
	s.OnDone = func() { done = true }
	tap(t, s, "Back to the agreements")
	if !done {
		t.Error("there is no way back")
	}
	if got := p.review(p.j, false); len(got.ids) != 1 || got.ids[0] != walk {
		t.Errorf("next time there is %q", got.ids)
	}
}

func TestReviewsAskForADayAhead(t *testing.T) {
	p := couple(t)
	message, _ := p.dueTwo()
	s := p.review(p.j, false)
	tap(t, s, "Keep it")
	s.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	for text, want := range map[string]string{
		"soon": "Please write a date like 2026-11-29.", string(p.j.Today()): "Please pick a day after today.",
	} {
		s.day.Entry.SetText(text)
		tap(t, s, "Keep it, both of you")
		if got := s.day.Problem(); got != want {
			t.Errorf("%q: says %q, want %q", text, got, want)
		}
	}
	tap(t, s, "Back")
	tap(t, s, "Keep it")
	s.day.Entry.SetText("14.2.")
	tap(t, s, "Keep it, both of you")
	if got := p.agreement(message).ReviewDay(p.j.Today()); got != "2026-02-14" {
		t.Errorf("looked at again on %q", got)
	}
}

func TestReviewsLeadToChangingAndLeaving(t *testing.T) {
	p := couple(t)
	message, walk := p.dueTwo()
	s := p.review(p.j, false)
	var asked []string
	s.OnChange = func(id string) { asked = append(asked, "change "+id) }
	s.OnLeave = func(id string) { asked = append(asked, "leave "+id) }
	ways := s.ways(p.agreement(message))
	for _, b := range ways[:3] {
		if b.Kind != widgets.Plain {
			t.Errorf("%q looks different", b.Text)
		}
	}
	tap(t, s, "Change it")
	tap(t, s, "Leave it")
	if want := []string{"change " + message, "leave " + message}; !slices.Equal(asked, want) {
		t.Errorf("asked %q, want %q", asked, want)
	}
	agreements := p.agreements(walk)
	agreements.ChangeAgreement(message)
	if got := formOf(t, agreements).Terms(); got.Title != p.agreement(message).Title() {
		t.Errorf("changes %+v", got)
	}
	agreements.LeaveAgreement(message)
	tap(t, agreements.page, "Leave it")
	s.Reload()
	sees(t, s, "Sunday walk")
	sees(t, s, "2 of 2")
}

func TestReviewsAloneReadAndLeave(t *testing.T) {
	p := couple(t)
	p.dueTwo()
	s := p.review(alone{p.j}, false)
	sees(t, s, "To keep it takes both of you here.")
	if buttonOf(s, "Keep it") != nil || buttonOf(s, "Change it") != nil || buttonOf(s, "Leave it") == nil {
		t.Error("one alone reads and may leave")
	}
}

func TestReviewsTellWhatBecameOfIt(t *testing.T) {
	p := couple(t)
	message, _ := p.dueTwo()
	p.must(p.j.MarkKept(p.Context(), message, p.j.Today(), journal.MarkKept))
	next := p.agreement(message).Latest().Terms
	next.Text, next.Review = "I write or call before the time that I said.", p.j.Today()
	p.renew(message, next)
	slip, err := p.j.NameSlip(p.Context(), journal.NewSlip{Agreement: message, Whose: journal.First, Day: p.j.Today(), Came: journal.CameToldSelf})
	p.must(err)
	s := p.review(p.j, false)
	seesNot(t, s, "Slips that are open")
	p.hold(journal.First)
	p.must(p.j.AnswerSlip(p.Context(), slip, journal.SlipYes, ""))
	next.Text = "I write."
	p.must(p.j.Change(p.Context(), message, next))
	s.Reload()
	var opened string
	s.OnSlipPage = func(id string) { opened = id }
	sees(t, s, "Kept 1 of 1.")
	sees(t, s, "What changed last, 1 Feb: “or call” added, review day now 1 February 2026.")
	sees(t, s, "A change is proposed.")
	sees(t, s, "Slips that are open")
	if buttonOf(s, "Change it") != nil {
		t.Error("a change is proposed already")
	}
	tapDoor(t, s, "1 February. named by Eli")
	if opened != slip {
		t.Errorf("opens %q", opened)
	}
}

func TestReviewsSayCalmlyWhatFailed(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := &fakeReviews{state: keptState(), both: true, err: journal.ErrFull}
	s := NewReviews(f, Now, true)
	s.Reload()
	tap(t, s, "Keep it")
	tap(t, s, "Keep it, both of you")
	sees(t, s, "The disk is full.")
	if buttonOf(s, "Keep it, both of you").Disabled() {
		t.Error("it can't be tried again")
	}
	f.err = nil
	tap(t, s, "Keep it, both of you")
	if want := []string{"late 2026-12-20", "late 2026-12-20"}; !slices.Equal(f.kept, want) {
		t.Errorf("kept %q", f.kept)
	}
	seesNot(t, s, "The disk is full.")
}

func TestReviewsBeginFromTheirShelf(t *testing.T) {
	f := &fakeAgreements{state: keptState(), holder: journal.First, both: true}
	s := newAgreements(t, f)
	begun := false
	s.OnReview = func() { begun = true }
	if buttonOf(s.list, "Look at these together") != nil {
		t.Error("it is offered on another shelf")
	}
	s.pickShelf(int(shelfReview))
	tap(t, s.list, "Look at these together")
	if !begun {
		t.Error("nothing begins")
	}
	if got := reviewQueue(f.state, sampleToday, true); !slices.Equal(got, []string{"late"}) {
		t.Errorf("the shelf has %q", got)
	}
	if got := reviewQueue(f.state, sampleToday, false); got != nil {
		t.Errorf("due today is %q", got)
	}
	f.state.Agreements = nil
	s.Reload()
	if buttonOf(s.list, "Look at these together") != nil {
		t.Error("it is offered for nothing")
	}
}

// reviewLooks are the pages of the sitting.
func reviewLooks() map[string]func() fyne.CanvasObject {
	begin := func(both bool, then func(*Reviews)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			f := &fakeReviews{state: keptState(), both: both}
			f.state.Slips[0].Mended = journalZero
			s := NewReviews(f, Now, true)
			s.Reload()
			then(s)
			return s
		}
	}
	return map[string]func() fyne.CanvasObject{
		"look":  begin(true, func(*Reviews) {}),
		"alone": begin(false, func(*Reviews) {}),
		"next":  begin(true, func(s *Reviews) { s.keeping = true; s.Reload() }),
		"end":   begin(true, func(s *Reviews) { s.goOn() }),
	}
}

func TestReviewLooks(t *testing.T) {
	for name, build := range reviewLooks() {
		sampleLooks(t, "reviews/"+name, build)
	}
}

// TestAgreementPagesFit looks for cut and overlapping words in the smallest
// window with large text.
func TestAgreementPagesFit(t *testing.T) {
	f := &fakeAgreements{state: keptState(), holder: journal.Second, both: true, may: true}
	pages := reviewLooks()
	add := func(name string, show func(*Agreements)) {
		pages[name] = func() fyne.CanvasObject {
			s := NewAgreements(f, Now)
			s.Reload()
			show(s)
			return s
		}
	}
	for _, id := range []string{"late", "sleep", "calendar", "walk"} {
		add("detail of "+id, func(s *Agreements) { s.ShowThing(thing(journal.ThingAgreement, id)) })
	}
	add("list", func(s *Agreements) { s.pickShelf(int(shelfReview)) })
	add("marking", func(s *Agreements) { s.askKept(keptMessage()) })
	for _, kind := range agreementKinds {
		add("form of "+string(kind), func(s *Agreements) { s.ProposeFrom(journal.Terms{Kind: kind}) })
	}
	pages["own day"] = func() fyne.CanvasObject {
		s, _ := pages["next"]().(*Reviews)
		s.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		s.wrongDay("Please pick a day after today.")
		return s
	}
	add("going on", func(s *Agreements) { s.goOn(sharedCalendar()) })
	for name, build := range pages {
		sampleApp(t, widgets.Light, 1.6)
		s := build()
		sampleWindow(t, s, smallest.Width, smallest.Height)
		if wrong := misfits(s, smallest); len(wrong) > 0 {
			t.Errorf("%s: %s", name, strings.Join(wrong, "\n"))
		}
	}
}
