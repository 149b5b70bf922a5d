package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
)

func (p *player) access(days int) journal.Terms {
	today := p.j.Today()
	return journal.Terms{
		Kind: journal.TemporaryAccess, Title: "Shared calendar for evenings out", Promises: journal.First,
		Text: "Evenings out, with place and hour. Nothing else.", Why: "So that Eli can sleep.",
		Start: today.Add(1), End: today.Add(days),
	}
}

// renew lets both sign the same access for another while.
func (p *player) renew(id string, t journal.Terms) {
	p.Helper()
	p.hold(journal.First)
	p.must(p.j.Change(p.Context(), id, t))
	p.hold(journal.Second)
	p.must(p.j.Sign(p.Context(), id))
}

func formOf(t *testing.T, s *Agreements) *AgreementForm {
	t.Helper()
	form, ok := s.page.Objects[0].(*fyne.Container).Objects[0].(*AgreementForm)
	if !ok {
		t.Fatal("there is no form")
	}
	return form
}

func TestAccessNearItsEndMayEndOrGoOn(t *testing.T) {
	p := couple(t)
	id := p.agreed(p.access(10))
	p.days(6)
	s := p.agreements(id)
	if buttonOf(s, "Let it end") != nil || buttonOf(s, "Change") == nil {
		t.Error("it asks too soon")
	}
	p.days(1)
	s.Reload()
	buttons := s.detailParts().buttons
	if len(buttons) != 3 || buttons[0].Text != "Let it end" || buttons[1].Text != "Go on, signed afresh" || buttons[2].Text != "Leave it" {
		t.Fatalf("offers %q", buttonsOf(s))
	}
	if buttons[0].Kind != buttons[1].Kind || s.onDetail != fyne.Focusable(buttonOf(s, "Let it end")) {
		t.Error("the two ways differ, or the keyboard isn't on letting it end")
	}
	tap(t, s, "Let it end")
	sees(t, s.detail, "There is nothing to do. It ends by itself on 14 January.")
	tap(t, s, "Go on, signed afresh")
	got, before := formOf(t, s).Terms(), p.agreement(id).Latest().Terms
	if got.Start != "2026-01-15" || got.End != "2026-02-14" || got.Text != before.Text || got.Why != before.Why || got.Title != before.Title {
		t.Errorf("goes on with %+v", got)
	}
	tap(t, s.page, "Propose and sign")
	if a := p.agreement(id); a.Latest().Number != 2 || a.State(p.j.Today()) != journal.StateInForce {
		t.Errorf("after proposing it is %+v", a)
	}
	if buttonOf(s, "Let it end") != nil {
		t.Error("it still asks, though going on is proposed")
	}
}

func TestAccessThatEndedCanBeProposedAgain(t *testing.T) {
	p := couple(t)
	id := p.agreed(p.access(10))
	p.days(20)
	s := p.agreements(id)
	tap(t, s, "Propose it again")
	if got := formOf(t, s).Terms(); got.Start != "2026-01-25" || got.End != "2026-02-24" {
		t.Errorf("goes on with %+v", got)
	}
	tap(t, s.page, "Propose and sign")
	if a := p.agreement(id); a.Latest().Number != 2 || len(p.j.State().Agreements) != 1 {
		t.Error("it isn't the same access")
	}
	p.hold(journal.First)
	p.must(p.j.Decline(p.Context(), id))
	p.hold(journal.Second)
	s = p.agreements(id)
	if buttonOf(s, "Propose it again") != nil {
		t.Error("a declined proposal doesn't rest")
	}
	sees(t, s.detail, "It rests until 7 February.")
}

func TestAccessThatOnlyGrowsIsSpokenOfKindly(t *testing.T) {
	p := couple(t)
	id := p.agreed(p.access(10))
	for _, days := range []int{20, 30, 40} {
		p.days(days)
		p.renew(id, p.access(days))
	}
	p.days(38)
	for _, who := range []journal.Partner{journal.First, journal.Second} {
		p.hold(who)
		s := p.agreements(id)
		sees(t, s.detail, accessWord(journal.AccessGrows))
		tap(t, s, "Go on, signed afresh")
		sees(t, s.page, accessWord(journal.AccessGrows))
	}
}

func TestAccessThatOneAlwaysGivesIsSpokenOfKindly(t *testing.T) {
	p := couple(t)
	id := p.agreed(p.access(10))
	for range 3 {
		p.days(12)
		p.renew(id, p.access(10))
	}
	p.days(1)
	s := p.agreements(id)
	sees(t, s.detail, accessWord(journal.AccessOneGives))
	if accessWord(journal.AccessFine) != "" {
		t.Error("there is something to say about fine access")
	}
}

func TestAccessIsNeverMarked(t *testing.T) {
	p := couple(t)
	id := p.agreed(p.access(10))
	p.days(2)
	s := p.agreements(id)
	if buttonOf(s, "It was kept") != nil || buttonOf(s, "Name a slip") == nil {
		t.Error("access is never marked, though a slip can be named")
	}
	tap(t, s, "Change")
	seesNot(t, s.page, "How often")
}
