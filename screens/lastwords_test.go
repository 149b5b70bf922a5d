package screens

import (
	"context"
	"testing"
	"time"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// They are kept as they are typed, left only after a question, and then no copy
// stays with their writer.
func TestLastWordsAreWrittenAndLeft(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	c.alone(journal.First)
	s := c.words()
	tap(t, s, "Leave them for Eli")
	sees(t, s, "There are no words yet.")
	s.words.Entry.SetText(goodbye)
	if len(s.Dirty()) != 1 {
		t.Error("what is not saved yet is not known")
	}
	c.clock.pass(2 * time.Second)
	sees(t, s, "Saved. Only you can read it.")
	s = c.words()
	sees(t, s, "<"+goodbye+">")
	tap(t, s, "Leave them for Eli")
	c.focusIs("Not yet")
	tap(t, s, "Not yet")
	if d := c.drafts(lastWordsAbout); len(d) != 1 || c.j.State().LastWordsOf(journal.First).Event != "" {
		t.Fatalf("before it was said: %+v", d)
	}
	tap(t, s, "Leave them for Eli")
	tap(t, s, "Leave them now")
	sees(t, s, "You left last words for Eli on 13 January. They are unopened")
	seesNot(t, s, goodbye)
	if d := c.drafts(lastWordsAbout); len(d) != 0 {
		t.Errorf("%d drafts are left", len(d))
	}
	sees(t, c.ending(), "Your last words wait for Eli.")
}

func TestLastWordsAreTakenBack(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	c.leftWords(journal.First, goodbye)
	s := c.words()
	tap(t, s, "Take them back")
	c.focusIs("Leave them there")
	tap(t, s, "Leave them there")
	tap(t, s, "Take them back")
	tap(t, s, "Take them back now")
	sees(t, s, "Noor left last words and took them back.")
	sees(t, s, "Leave them for Eli") // others can be left
	c.hold(journal.Second)
	seesNot(t, c.ending(), "has left last words for you")
	s = c.words()
	sees(t, s, "Noor left last words and took them back.")
	seesNot(t, s, goodbye)
	seesNot(t, s, "Open them")
}

// They open only by choice, after a question, and then for both to read.
func TestLastWordsAreOpenedOrNot(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	c.leftWords(journal.First, goodbye)
	c.hold(journal.Second)
	s := c.words()
	sees(t, s, "Noor has left last words for you. You can open them now, later, or never.")
	c.focusIs("Back")
	seesNot(t, s, goodbye)
	tap(t, s, "Open them")
	c.focusIs("Not now")
	tap(t, s, "Not now")
	seesNot(t, s, goodbye)
	tap(t, s, "Open them")
	tap(t, s, "Open them now")
	sees(t, s, goodbye)
	seesNot(t, s, "Strike out…")
	c.hold(journal.First)
	s = c.words()
	struck := ""
	s.OnStrike = func(event string) { struck = event }
	s.Reload()
	sees(t, s, goodbye)
	seesNot(t, s, "Take them back")
	tap(t, s, "Strike out…")
	if want := c.j.State().LastWordsOf(journal.First).Event; struck != want || want == "" {
		t.Errorf("struck %q, want %q", struck, want)
	}
}

// What was typed is saved before the page goes, and then no word stays in it.
func TestLastWordsForgetWhatWasTyped(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	s := c.words()
	s.words.Entry.SetText(goodbye)
	field := s.words.Entry
	flushed, back := false, false
	s.Flush(func() { flushed = true })
	if d := c.drafts(lastWordsAbout); !flushed || len(d) != 1 {
		t.Errorf("flushed %v: %+v", flushed, d)
	}
	s.OnBack = func() { back = true }
	tap(t, s, "Back")
	s.Clear()
	if field.Text != "" || shownWords(s) != "" || !back {
		t.Errorf("it keeps %q, back %v", field.Text, back)
	}
	s.Reload()
	if shownWords(s) != "" {
		t.Error("a page that was cleared shows something")
	}
}

// neverLeft is a journal that can't write last words.
type neverLeft struct{ *journal.Journal }

func (neverLeft) LeaveLastWords(context.Context, string) error { return journal.ErrFull }

func TestLastWordsFailuresAreSaidCalmly(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	s := NewLastWords(neverLeft{c.j}, Now, c.clock.after)
	c.window.SetContent(s)
	s.Reload()
	s.words.Entry.SetText(goodbye)
	tap(t, s, "Leave them for Noor")
	tap(t, s, "Leave them now")
	sees(t, s, "The disk is full.")
	sees(t, s, "<"+goodbye+">")
}

// Without an ending there is nothing to write; what was opened stays readable.
func TestLastWordsAfterGoingOn(t *testing.T) {
	c := newEndingCouple(t)
	seesNot(t, c.words(), "Leave them for")
	c.must(c.j.BeginEnding(t.Context()))
	c.leftWords(journal.First, goodbye)
	c.hold(journal.Second)
	c.must(c.j.OpenLastWords(t.Context()))
	c.must(c.j.GoOnTogether(t.Context()))
	s := c.words()
	sees(t, s, goodbye)
	seesNot(t, s, "Leave them for")
	if b := buttonOf(s, "Back"); b == nil || b.Kind != widgets.Plain {
		t.Error("there is no way back")
	}
}
