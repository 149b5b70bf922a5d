package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// opensOne lets both answer in full, and opens it.
func opensOne(p *player) *CheckInOpened {
	p.Helper()
	walk := p.agree("Sunday walk, phones at home", journal.Weekly, journal.Nobody)
	night := p.agree("Good night, whatever the day", journal.Daily, journal.Second)
	p.days(10)
	first := append([]journal.Asked{{ID: "mine", Text: "I owned what was mine", Low: "not at all", High: "fully", Value: level(6)}}, askedAll("Eli", 5, -1, 7)...)
	p.sealed(journal.First, journal.CheckIn{
		Asked: first, Words: "The walk helped. The silence after Thursday hurt.",
		Kept: []journal.Counted{{Agreement: walk, Kept: 1, Of: 1}, {Agreement: night, Kept: 5, Of: 7}},
	})
	p.sealed(journal.Second, journal.CheckIn{
		Since: true, Asked: askedAll("Noor", 3, 4, 5), Words: "I could ask without being afraid of the answer.",
		Kept: []journal.Counted{{Agreement: walk}},
	})
	p.hold(journal.First)
	_, err := p.j.OpenCheckIns(p.Context())
	p.must(err)
	return p.openedPage()
}

func TestCheckInOpenedShowsBoth(t *testing.T) {
	p := checkInCouple(t)
	s := opensOne(p)
	p.window.SetContent(s)
	for _, words := range []string{
		"I owned what was mine", "6 of 10", "left open", "The silence after Thursday hurt.", "about the time since you last sat",
		"What Eli promised", "(kept)", "(kept on 5 of 7 days)", "(didn't come up)",
	} {
		sees(t, s, words)
	}
	back, strike := false, false
	s.OnBack, s.OnStrike = func() { back = true }, func() { strike = true }
	s.Reload()
	tap(t, s, "Back to the check-ins")
	tap(t, s, "Strike out…")
	if !back || !strike {
		t.Errorf("back %v, strike %v", back, strike)
	}
	if s.FirstFocus() == nil {
		t.Error("the keyboard has no place")
	}
}

func TestCheckInOpenedStruck(t *testing.T) {
	p := checkInCouple(t)
	opensOne(p)
	p.must(p.j.Strike(t.Context(), p.j.State().CheckIns[0].ID))
	s := p.openedPage()
	p.window.SetContent(s)
	sees(t, s, "Struck out by both of you.")
	seesNot(t, s, "Strike out…")
	place := p.place()
	sees(t, place, "struck out by both of you")
}

func TestCheckInOpenedSaysHowItWasKept(t *testing.T) {
	for want, k := range map[string]journal.Counted{
		"kept": {Kept: 1, Of: 1}, "not kept": {Of: 1}, "didn't come up": {}, "kept on 0 of 7 days": {Of: 7}, "kept on 3 of 7 days": {Kept: 3, Of: 7},
	} {
		text, kind := countedWords(k)
		if text != want || (kind == widgets.ChipSage) != (k.Kept > 0) {
			t.Errorf("%+v: %q, %v", k, text, kind)
		}
	}
}

func TestCheckInOpenedLooks(t *testing.T) {
	checkInLooks(t, "opened", func(p *player) fyne.CanvasObject { return opensOne(p) })
}
