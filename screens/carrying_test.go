package screens

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func TestCarryingIsReadOnce(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	c.j.Lock()
	c.must(c.j.Unlock(t.Context(), journal.First, "north wind and bread"))
	for range 3 {
		c.days(10)
		_, err := c.j.SaveDraft(t.Context(), journal.Draft{Exercise: "before.here", Part: c.clock.now.String(), Answer: []byte(`{"text":"Here."}`)})
		c.must(err)
	}
	if !c.j.Carrying() {
		t.Fatal("nobody is carrying")
	}
	s := NewCarrying(c.j, Now)
	c.window.SetContent(s)
	done := false
	s.OnDone = func() { done = true }
	tap(t, s, "I have read it")
	if !done || c.j.Carrying() {
		t.Errorf("done %v, to be read again %v", done, c.j.Carrying())
	}
}

// neverCarried is a journal that can't keep that the page was read.
type neverCarried struct{}

func (neverCarried) Carried(context.Context) error { return journal.ErrFull }

func TestCarryingLeadsOn(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	s := NewCarrying(neverCarried{}, Now)
	roomFor(t, s)
	talk, help := false, false
	s.OnTalk, s.OnHelp = func() { talk = true }, func() { help = true }
	tap(t, s, "Look at the exercises")
	tap(t, s, "Help & safety")
	if !talk || !help {
		t.Errorf("talk %v, help %v", talk, help)
	}
	tap(t, s, "I have read it")
	sees(t, s, "The disk is full.")
}

func TestCarryingLooks(t *testing.T) {
	slipPictures(t, "carrying", func(*testing.T) func() fyne.CanvasObject {
		return func() fyne.CanvasObject { return NewCarrying(neverCarried{}, Now) }
	})
}
