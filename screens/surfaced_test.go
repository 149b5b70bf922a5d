package screens

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// surfaced opens the page for whoever holds the laptop.
func (c *slipCouple) surfaced() *Surfaced {
	s := NewSurfaced(c.j, Now)
	c.window.SetContent(s)
	s.Reload()
	return s
}

func TestSurfacedLetsTheWorkRestUntilBothGoOn(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	c.hold(journal.First)
	s := c.surfaced()
	changes := 0
	s.OnChanged = func() { changes++ }
	seesNot(t, s, "<") // nothing to write
	seesNot(t, s, "Go on together")
	tap(t, s, "Let the work rest")
	sees(t, s, "The work has been resting since 11 January.")
	c.hold(journal.Second)
	s = c.surfaced()
	s.OnChanged = func() { changes++ }
	seesNot(t, s, "Take back what I said")
	if b := buttonOf(s, "Go on together"); b == nil || b.Kind != widgets.Gold {
		t.Fatal("both have no gold button")
	}
	tap(t, s, "Go on together")
	if _, rests := c.j.State().Rests(); rests || changes != 2 {
		t.Errorf("rests %v, %d changes", rests, changes)
	}
	sees(t, s, "Let the work rest")
}

func TestSurfacedCanBeTakenBack(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	s := c.surfaced()
	tap(t, s, "Let the work rest")
	tap(t, s, "Take back what I said")
	if _, rests := c.j.State().Rests(); rests {
		t.Error("the work rests")
	}
}

func TestSurfacedAloneWaitsForBoth(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	c.must(c.j.Surface(t.Context()))
	c.j.Lock()
	c.must(c.j.Unlock(t.Context(), journal.First, "north wind and bread"))
	s := c.surfaced()
	seesNot(t, s, "Go on together")
	sees(t, s, "Going on takes both of you, here together.")
	help, back := false, false
	s.OnHelp, s.OnBack = func() { help = true }, func() { back = true }
	tap(t, s, "Help & safety")
	tap(t, s, "Back")
	if !help || !back {
		t.Errorf("help %v, back %v", help, back)
	}
}

// neverRests is a journal that can't write that the work rests.
type neverRests struct{ *journal.Journal }

func (neverRests) Surface(context.Context) error { return journal.ErrFull }

func TestSurfacedFailuresAreSaidCalmly(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	s := NewSurfaced(neverRests{c.j}, Now)
	c.window.SetContent(s)
	s.Reload()
	tap(t, s, "Let the work rest")
	sees(t, s, "The disk is full.")
	if buttonOf(s, "Let the work rest").Disabled() {
		t.Error("it can't be tried again")
	}
}

func TestSurfacedLooks(t *testing.T) {
	slipPictures(t, "surfaced", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.First)
		return func() fyne.CanvasObject { return c.surfaced() }
	})
}

func TestSurfacedRestingLooks(t *testing.T) {
	slipPictures(t, "resting", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.First)
		c.must(c.j.Surface(t.Context()))
		c.days(3)
		return func() fyne.CanvasObject { return c.surfaced() }
	})
}
