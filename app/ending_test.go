package app

import (
	"strings"
	"testing"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// shows gives the page that is shown, which must be of the kind asked for.
func shows[T any](t *testing.T, p *program) T {
	t.Helper()
	page, ok := p.page.(T)
	if !ok {
		t.Fatalf("shows %T", p.page)
	}
	return page
}

// The ending is reached from Help & safety and from Settings, and leads on to
// all that belongs to it.
func TestEndingIsReachedAndLeadsOn(t *testing.T) {
	p := newTestProgram(t, journal.First)
	p.visit(placeHelp)
	shows[*screens.Safety](t, p).OnEnding()
	shows[*screens.Ending](t, p).OnHelp()
	p.visit(placeSettings)
	shows[*screens.Settings](t, p).OnEnding()
	shows[*screens.Ending](t, p).OnBack()
	shows[*screens.Settings](t, p)
	if err := p.journal.BeginEnding(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.visit(placeToday)
	shows[*screens.Today](t, p).OnEnding()
	shows[*screens.Ending](t, p).OnLastWords()
	shows[*screens.LastWords](t, p).OnBack()
	shows[*screens.Ending](t, p).OnSummary()
	shows[*screens.Summary](t, p)
	p.visit(placeEnding)
	shows[*screens.Ending](t, p).OnCopy()
	shows[*screens.Settings](t, p)
	p.visit(placeEnding)
	shows[*screens.Ending](t, p).OnAgreement(p.journal.State().Agreements[0].ID)
	shows[*screens.Agreements](t, p)
}

// What is prepared about the children opens as a form that can be edited.
func TestTheChildrenLeadToAnAgreement(t *testing.T) {
	p := newTestProgram(t, journal.First)
	if err := p.journal.BeginEnding(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.visit(placeEnding)
	shows[*screens.Ending](t, p).OnTelling()
	shows[*screens.Reading](t, p).OnRead()
	shows[*screens.Agreements](t, p)
	if text := textOf(p.window.Content()); !strings.Contains(text, "What stays for the children") || !strings.Contains(text, "Propose and sign") {
		t.Errorf("no form for the children: %s", text)
	}
	if err := p.journal.LeaveJournal(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.visit(placeEnding)
	p.visit(placeTelling)
	shows[*screens.Reading](t, p).OnRead() // nothing new is agreed on now
	shows[*screens.Ending](t, p)
}

// While it ends nobody is reminded of anything.
func TestNoReminderDuringAnEnding(t *testing.T) {
	p := newTestProgram(t, journal.First)
	p.reminders.remember(p.journal)
	if p.reminders.due == "" {
		t.Fatal("nothing is due; the test would prove nothing")
	}
	if err := p.journal.BeginEnding(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p.reminders.remember(p.journal); p.reminders.due != "" {
		t.Errorf("reminds on %s", p.reminders.due)
	}
}
