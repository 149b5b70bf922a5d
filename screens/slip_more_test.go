package screens

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func TestSlipPageThatHasGone(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	s := c.page(journal.First, "no such slip")
	sees(t, s, "no longer in the journal")
	if s.FirstFocus() == nil {
		t.Error("there is no way back")
	}
}

func TestSlipPageSavesBeforeItLeaves(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "")
	s := c.page(journal.First, id)
	test.Type(s.fields[0].Entry, "Half")
	if len(s.Dirty()) != 1 {
		t.Error("what is not saved is not known")
	}
	left := false
	s.OnBack = func() { left = true }
	tap(t, s, "Back")
	if d := c.drafts(id); !left || len(d) != 1 || readAnswer(d[0].Answer).Text != "Half" {
		t.Errorf("left %v with %+v", left, d)
	}
	entry := s.fields[0].Entry
	s.Clear()
	if entry.Text != "" || shownWords(s) != "" {
		t.Error("words are left on a cleared page")
	}
}

// fullDisk is a journal that can't write.
type fullDisk struct{ *journal.Journal }

func (fullDisk) SaveDraft(_ context.Context, d journal.Draft) (journal.Draft, error) {
	return d, journal.ErrFull
}

func (fullDisk) AnswerSlip(context.Context, string, string, string) error { return journal.ErrFull }

func (fullDisk) NameSlip(context.Context, journal.NewSlip) (string, error) {
	return "", journal.ErrFull
}

func TestSlipFailuresAreSaidCalmly(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "")
	c.hold(journal.First)
	s := NewSlipPage(fullDisk{c.j}, Now, c.clock.after, id)
	c.window.SetContent(s)
	s.Reload()
	tap(t, s, "Partly")
	sees(t, s, "The disk is full.")
	if buttonOf(s, "Partly").Disabled() {
		t.Error("it can't be tried again")
	}
	s.fields[0].Entry.SetText("Half")
	tap(t, s, "Partly")
	sees(t, s, "Your words are still on the screen.")
	sees(t, s, "Not saved yet.")
	f := NewNameSlip(fullDisk{c.j}, Now, c.clock.after, c.agreement)
	c.window.SetContent(f)
	f.came = journal.CameAsked
	tap(t, f, "Name it")
	sees(t, f, "The disk is full.")
}

func TestSlipPagesWorkByKeyboard(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "")
	c.answer(journal.First, id, journal.SlipYes, "")
	s := c.page(journal.First, id)
	canvas := c.window.Canvas()
	var reached []string
	for range 20 {
		canvas.(interface{ FocusNext() }).FocusNext()
		if b, ok := canvas.Focused().(*widgets.Button); ok && !slices.Contains(reached, b.Text) {
			reached = append(reached, b.Text)
		}
	}
	for _, want := range []string{"Say it", "We said it aloud", "Take my answer back", "Back", "To the agreement", "Strike out…"} {
		if !slices.Contains(reached, want) {
			t.Errorf("the keyboard does not reach %q: %q", want, reached)
		}
	}
	if s.FirstFocus() != fyne.Focusable(s.fields[0].Entry) {
		t.Error("the keyboard does not begin with what can be said")
	}
}
