package screens

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// slipLook is one way in which a page is drawn.
type slipLook struct {
	name          string
	mode          widgets.Mode
	scale         float32
	width, height float32
}

var slipLooks = []slipLook{
	{"light", widgets.Light, 1, 1064, 800},
	{"dark", widgets.Dark, 1, 1064, 800},
	{"large", widgets.Light, 1.6, 684, 600},
	{"narrow", widgets.Light, 1, 684, 600},
}

// slipPictures compares a page with its pictures, and looks whether everything
// fits in the smallest window with large text. begin makes what the page shows,
// and gives what then makes the page.
func slipPictures(t *testing.T, name string, begin func(t *testing.T) (build func() fyne.CanvasObject)) {
	t.Helper()
	for _, look := range slipLooks {
		t.Run(look.name, func(t *testing.T) {
			build := begin(t)
			sampleApp(t, look.mode, look.scale)
			page := build()
			w := sampleWindow(t, page, look.width, look.height)
			if down, ok := page.(*scrolledDown); ok {
				down.scroll()
			}
			for _, wrong := range misfits(page, fyne.NewSize(look.width, look.height)) {
				t.Error(wrong)
			}
			test.AssertRendersToImage(t, "slips/"+name+"-"+look.name+".png", w.Canvas())
		})
	}
}

func TestNameSlipLooks(t *testing.T) {
	slipPictures(t, "name", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.First)
		return func() fyne.CanvasObject {
			f := c.form()
			f.account.Entry.SetText("I lay awake until one, and was too tired to ask.")
			c.clock.pass(2 * time.Second)
			return f
		}
	})
}

func TestNameSlipProblemLooks(t *testing.T) {
	slipPictures(t, "name-again", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.First)
		c.hold(journal.First)
		return func() fyne.CanvasObject {
			f := c.form()
			tap(t, f, "Name it")
			return f
		}
	})
}

func TestSlipAskedLooks(t *testing.T) {
	slipPictures(t, "asked", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.First)
		id := c.slip(journal.Second, journal.First, "I lay awake until one, and was too tired to ask.")
		return func() fyne.CanvasObject { return c.page(journal.First, id) }
	})
}

// openSlip is answered, and its first station is said.
func openSlip(t *testing.T) (*slipCouple, string) {
	t.Helper()
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "I lay awake until one, and was too tired to ask.")
	c.answer(journal.First, id, journal.SlipYes, "The evening got longer. I looked at the time and put the phone away again.")
	c.say(journal.First, id, journal.RepairOwn, "I saw that it was past ten and did not write. Nobody kept me from it.")
	return c, id
}

func TestSlipLooks(t *testing.T) {
	slipPictures(t, "slip", func(t *testing.T) func() fyne.CanvasObject {
		c, id := openSlip(t)
		return func() fyne.CanvasObject { return c.page(journal.Second, id) }
	})
}

// scrolledDown shows a page further down: a part of all there is.
type scrolledDown struct {
	*SlipPage
	part float32
}

func (s *scrolledDown) scroll() {
	more := s.text.scroll.Content.Size().Height - s.text.scroll.Size().Height
	s.text.scroll.ScrollToOffset(fyne.NewPos(0, s.part*max(0, more)))
}

func TestSlipMendingLooks(t *testing.T) {
	slipPictures(t, "mending", func(t *testing.T) func() fyne.CanvasObject {
		c, id := openSlip(t)
		c.say(journal.Second, id, journal.RepairEffect, "I was back in the spring, when I did not know where you were.")
		return func() fyne.CanvasObject { return &scrolledDown{c.page(journal.First, id), 0.62} }
	})
}

func TestSlipDecidingLooks(t *testing.T) {
	slipPictures(t, "deciding", func(t *testing.T) func() fyne.CanvasObject {
		c, id := openSlip(t)
		c.say(journal.Second, id, journal.RepairEffect, "I was back in the spring, when I did not know where you were.")
		c.say(journal.First, id, journal.RepairNow, "")
		return func() fyne.CanvasObject {
			s := c.page(journal.Second, id)
			tap(t, s, "Take this slip back")
			return &scrolledDown{s, 1}
		}
	})
}

func TestSlipMendedLooks(t *testing.T) {
	slipPictures(t, "mended", func(t *testing.T) func() fyne.CanvasObject {
		c, id := openSlip(t)
		c.say(journal.Second, id, journal.RepairEffect, "I was back in the spring, when I did not know where you were.")
		c.say(journal.First, id, journal.RepairNow, "")
		c.must(c.j.Mend(t.Context(), id, false))
		return func() fyne.CanvasObject { return &scrolledDown{c.page(journal.First, id), 1} }
	})
}

func TestSlipOfBothLooks(t *testing.T) {
	slipPictures(t, "both", func(t *testing.T) func() fyne.CanvasObject {
		c := newSlipCouple(t, journal.Nobody)
		id := c.slip(journal.Second, journal.Nobody, "")
		c.answer(journal.First, id, journal.SlipPartly, "")
		c.say(journal.First, id, journal.RepairOwn, "I said nothing for two days, as we both did.")
		return func() fyne.CanvasObject { return &scrolledDown{c.page(journal.First, id), 0.45} }
	})
}
