package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// endingStages are the pages of an ending as they can stand. begin lets things
// happen; build shows the page, and may press something on it.
var endingStages = []struct {
	name  string
	begin func(c *endingCouple)
	build func(c *endingCouple) fyne.CanvasObject
}{
	{"before", func(c *endingCouple) { c.alone(journal.First) }, pageEnding()},
	{"ended", (*endingCouple).begunAlone, pageEnding()},
	{"agreed", (*endingCouple).begunAlone, pageEnding("What stays agreed", "Leave it")},
	{"words", func(c *endingCouple) { c.begunAlone(); c.leftWords(journal.First, goodbye); c.arrives(journal.Second) }, pageEnding("Last words")},
	{"erase", func(c *endingCouple) { c.begunAlone(); c.note() }, pageEnding("Your own writing", "Erase all my unopened writing")},
	{"end", func(c *endingCouple) { c.begunAlone(); c.arrives(journal.Second) }, pageEnding("The end")},
	{"over", func(c *endingCouple) {
		c.begunAlone()
		c.must(c.j.LeaveJournal(c.Context()))
		c.arrives(journal.Second)
	}, pageEnding()},
	{"writing", (*endingCouple).begunAlone, func(c *endingCouple) fyne.CanvasObject {
		s := c.words()
		s.words.Entry.SetText(goodbye)
		s.Flush(func() {})
		return s
	}},
	{"giving", (*endingCouple).begunAlone, func(c *endingCouple) fyne.CanvasObject {
		s := c.words()
		s.words.Entry.SetText(goodbye)
		tap(c.T, s, "Leave them for Eli")
		return s
	}},
	{"left", func(c *endingCouple) { c.begunAlone(); c.leftWords(journal.First, goodbye); c.arrives(journal.Second) }, func(c *endingCouple) fyne.CanvasObject {
		return c.words()
	}},
	{"opened", func(c *endingCouple) {
		c.begunAlone()
		c.leftWords(journal.First, goodbye)
		c.arrives(journal.Second)
		c.must(c.j.OpenLastWords(c.Context()))
	}, func(c *endingCouple) fyne.CanvasObject {
		s := c.words()
		s.OnStrike = func(string) {}
		s.Reload()
		return s
	}},
	{"telling", func(*endingCouple) {}, func(c *endingCouple) fyne.CanvasObject {
		return NewReading(c.course.Ending, "Write down what stays for them")
	}},
	{"today", (*endingCouple).begunAlone, func(c *endingCouple) fyne.CanvasObject { return NewToday(c.j, c.course) }},
	{"today-over", func(c *endingCouple) { c.begunAlone(); c.must(c.j.LeaveJournal(c.Context())) }, func(c *endingCouple) fyne.CanvasObject {
		return NewToday(c.j, c.course)
	}},
	{"path", (*endingCouple).begunAlone, func(c *endingCouple) fyne.CanvasObject { return NewPath(c.j, c.course) }},
}

// begunAlone lets Noor begin it.
func (c *endingCouple) begunAlone() {
	c.Helper()
	c.alone(journal.First)
	c.must(c.j.BeginEnding(c.Context()))
}

// note lets the holder keep something to themselves.
func (c *endingCouple) note() {
	c.Helper()
	_, err := c.j.SaveDraft(c.Context(), journal.Draft{Exercise: journal.Keeping + ".note", Part: "one", Answer: []byte(`{"text":"mine"}`)})
	c.must(err)
}

// pageEnding shows the page of the ending and presses what is named on it.
func pageEnding(presses ...string) func(c *endingCouple) fyne.CanvasObject {
	return func(c *endingCouple) fyne.CanvasObject {
		s := c.ending()
		for _, text := range presses {
			tap(c.T, s, text)
		}
		return s
	}
}

func TestEndingLooks(t *testing.T) {
	for _, stage := range endingStages {
		for _, look := range slipLooks[:3] { // light, dark, and small with large text
			t.Run(stage.name+"-"+look.name, func(t *testing.T) {
				c := newEndingCouple(t)
				stage.begin(c)
				sampleApp(t, look.mode, look.scale)
				c.window = sampleWindow(t, newPlace(), look.width, look.height)
				page := stage.build(c)
				c.window.SetContent(page)
				size := fyne.NewSize(look.width, look.height)
				for _, wrong := range misfits(page, size) {
					t.Error(wrong)
				}
				test.AssertRendersToImage(t, "ending/"+stage.name+"-"+look.name+".png", c.window.Canvas())
			})
		}
	}
}

// All of the long page stands within the smallest window, at every text size.
func TestEndingFits(t *testing.T) {
	for _, scale := range []float32{1, 1.6, 2} {
		for _, both := range []bool{true, false} {
			c := newEndingCouple(t)
			c.must(c.j.BeginEnding(t.Context()))
			if !both {
				c.alone(journal.Second)
			}
			sampleApp(t, widgets.Light, scale)
			c.window = sampleWindow(t, newPlace(), smallest.Width, smallest.Height)
			s := c.ending()
			for _, wrong := range misfits(s, smallest) {
				t.Errorf("%v, both %v: %s", scale, both, wrong)
			}
		}
	}
}
