package screens

import (
	"testing"

	"goldseam.app/data/journal"
)

// closedSitting closes a sitting, and gives the page of it.
func closedSitting(p *player, said [2]string, next journal.Day, when, small string) *SittingPage {
	p.Helper()
	p.must(p.j.CloseSitting(p.Context(), said, next, when, small))
	return p.sittingPage()
}

// sittingPage is the page of the newest sitting.
func (p *player) sittingPage() *SittingPage {
	all := p.j.State().Sittings
	s := NewSittingPage(p.j.State(), all[len(all)-1], p.clock.Now())
	s.OnStrike = func() {}
	s.Reload()
	p.window.SetContent(s)
	return s
}

func TestSittingShowsHowItWasClosed(t *testing.T) {
	p := checkInCouple(t)
	s := closedSitting(p, [2]string{"tired", "lighter"}, p.j.Today().Add(7), "19:30", "Noor cooks on Friday")
	for _, words := range []string{"How you closed on", "tired", "lighter", "19:30", "Noor cooks on Friday", "The next time was to be"} {
		sees(t, s, words)
	}
	back := false
	s.OnBack = func() { back = true }
	s.Reload()
	tap(t, s, "Back")
	if !back || s.FirstFocus() == nil {
		t.Errorf("back %v, focus %v", back, s.FirstFocus())
	}
}

func TestSittingWithoutWords(t *testing.T) {
	p := checkInCouple(t)
	s := closedSitting(p, [2]string{}, "", "", "")
	sees(t, s, "You closed without words.")
	if buttonOf(s, "Strike out…") != nil {
		t.Error("there is nothing to strike out")
	}
}

// TestSittingStruckOut: both strike out the words that they closed with; the day
// of the next sitting stays.
func TestSittingStruckOut(t *testing.T) {
	p := checkInCouple(t)
	s := closedSitting(p, [2]string{"tired", "lighter"}, p.j.Today().Add(7), "19:30", "Noor cooks on Friday")
	if buttonOf(s, "Strike out…") == nil {
		t.Fatal("there is no way to strike it out")
	}
	sitting := journal.Thing{Kind: journal.ThingSitting, ID: p.j.State().Sittings[0].Event}
	strike := NewStrike(p.j, Now, sitting, "How you closed a sitting")
	sees(t, strike, "The words that you closed with go")
	tap(t, strike, "Strike out for good")
	s = p.sittingPage()
	sees(t, s, "Struck out by both of you")
	for _, gone := range []string{"tired", "lighter", "19:30", "Noor cooks"} {
		seesNot(t, s, gone)
	}
	if buttonOf(s, "Strike out…") != nil || p.j.State().Sittings[0].Next == "" {
		t.Error("the place did not stay as it should")
	}
}
