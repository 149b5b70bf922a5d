package screens

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/assets"
	"goldseam.app/data/help"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// shippedHelp are the help lines that are built in.
func shippedHelp(t *testing.T) help.Lines {
	t.Helper()
	built, err := fs.Sub(assets.FS, "help")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := help.Load(built)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// safetySetup is Help & safety as the program shows it.
func safetySetup(t *testing.T, region string) SafetySetup {
	t.Helper()
	return SafetySetup{Page: shippedCourse().Safety, Lines: shippedHelp(t), Region: region}
}

// safetyScreen is Help & safety in a window, with the keyboard and a clipboard.
func safetyScreen(t *testing.T, setup SafetySetup) (s *Safety, w fyne.Window, copied *[]string) {
	t.Helper()
	lit(t)
	s, copied = NewSafety(setup), new([]string)
	s.OnCopy = func(text string) { *copied = append(*copied, text) }
	w = arrive(t, s)
	s.OnFocus = w.Canvas().Focus
	return s, w, copied
}

// countryField is the field for a country.
func countryField(t *testing.T, s *Safety) *widgets.Entry {
	t.Helper()
	fields := fieldsOf(s)
	if len(fields) != 1 {
		t.Fatalf("%d fields, want one: what to look for", len(fields))
	}
	return fields[0]
}

// TestSafetyPageHasNoField: the safety page is read and not answered, so there is
// nothing to see over a shoulder and nothing to find later.
func TestSafetyPageHasNoField(t *testing.T) {
	lit(t)
	s := NewReading(shippedCourse().Safety, "I have read this")
	arrive(t, s)
	walk(s, func(o fyne.CanvasObject) {
		switch o.(type) {
		case *widgets.Entry, *widgets.Check, *widgets.Filter:
			t.Errorf("there is a field: %T", o)
		}
	})
}

func TestSafetySaysItInOrder(t *testing.T) {
	s, _, _ := safetyScreen(t, safetySetup(t, ""))
	words, at := shownWords(s), 0
	words = words[strings.Index(words, "Come back to the room"):]
	for _, want := range []string{
		"Put both feet on the floor.", "[To calm down · F1]",
		"In danger now", "<>", "If your country is not here", "112",
		"Stop signs", "Were you ever afraid of the other person?", "If you thought “yes”",
		"When work for two is the wrong tool", "don’t do this together", "made them come",
		"Leaving quickly", "Shift alone three times", "does not hide that Goldseam is installed",
		"What this program can't protect from", "makes you unlock it", "this laptop's password", "records keys", "A photo of an open page", "A summary that you save",
		"Stopping is allowed", "Going separate ways is a good end too.", "[A way to end it well]",
	} {
		next := strings.Index(words[at:], want)
		if next < 0 {
			t.Fatalf("%q does not come after %q", want, words[max(0, at-60):at])
		}
		at += next + len(want)
	}
}

// The numbers and how to leave quickly are said once, not again by the course.
func TestSafetySaysNothingTwice(t *testing.T) {
	s, _, _ := safetyScreen(t, safetySetup(t, "AT"))
	seesNot(t, s, "People who listen and help")
	seesNot(t, s, "Leaving this program quickly")
	for _, once := range []string{"0800 222 555", "Shift alone three times"} {
		if n := strings.Count(shownWords(s), once); n != 1 {
			t.Errorf("%q is there %d times", once, n)
		}
	}
}

func TestSafetyLeadsOn(t *testing.T) {
	setup := safetySetup(t, "")
	setup.Plans = planState().Plans()
	s, _, _ := safetyScreen(t, setup)
	var went []string
	s.OnBack = func() { went = append(went, "back") }
	s.OnCalm = func() { went = append(went, "calm") }
	s.OnPlan = func(kind string) { went = append(went, kind) }
	tap(t, s, "To calm down · F1")
	tap(t, s, planName(setup.Plans[0].Kind))
	tap(t, s, "Back")
	if want := []string{"calm", setup.Plans[0].Kind, "back"}; !slices.Equal(went, want) {
		t.Errorf("went %q, want %q", went, want)
	}
}

// Before anyone has unlocked the page is the same, without what the couple wrote
// and without a key that does nothing there.
func TestSafetyBare(t *testing.T) {
	setup := safetySetup(t, "AT")
	whole, _, _ := safetyScreen(t, setup)
	inside := shownWords(whole)
	setup.Bare, setup.Plans = true, []journal.Plan{{Kind: "trigger-plan"}}
	s, _, copied := safetyScreen(t, setup)
	inside = strings.Replace(inside, "[A way to end it well]\n", "", 1)
	if bare := shownWords(s); bare != strings.Replace(inside, "To calm down · F1", "To calm down", 1) {
		t.Errorf("it is another page:\n%s", bare)
	}
	tap(t, s, "Copy")
	if !slices.Equal(*copied, []string{"112"}) {
		t.Errorf("copied %q", *copied)
	}
}

func TestSafetyPartsAreReached(t *testing.T) {
	s, w, _ := safetyScreen(t, safetySetup(t, ""))
	for _, c := range []struct {
		way, top string
		focus    any
	}{
		{"Help lines", "Help lines", countryField(t, s)},
		{"Stop signs", "Stop signs", s.text},
		{"Leaving quickly", "Leaving quickly", s.text},
		{"When it gets too much", "When it gets too much", buttonOf(s, "To calm down · F1")},
	} {
		tap(t, s, c.way)
		if w.Canvas().Focused() != c.focus {
			t.Errorf("%s: the keyboard is on %T", c.way, w.Canvas().Focused())
		}
		if y := heightOf(t, s, c.top) - s.text.scroll.Offset.Y; y < -1 || y > 60 {
			t.Errorf("%s stands %v below the top of what can be seen", c.top, y)
		}
	}
}

// heightOf is how far below the beginning of the page a heading stands.
func heightOf(t *testing.T, s *Safety, heading string) float32 {
	t.Helper()
	y := float32(-1)
	walk(s.all, func(o fyne.CanvasObject) {
		if text, ok := o.(*widgets.Text); ok && text.Text == heading && text.Style == widgets.Heading {
			in := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
			y = in.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(s.all).Y
		}
	})
	if y < 0 {
		t.Fatalf("no heading %q", heading)
	}
	return y + s.all.Position().Y
}

// All of it can be done without a mouse.
func TestSafetyByKeyboard(t *testing.T) {
	s, w, copied := safetyScreen(t, safetySetup(t, ""))
	c := w.Canvas()
	c.Focus(s.FirstFocus())
	reached := tabThrough(c, 12)
	for _, want := range []string{"[Help lines]", "[Stop signs]", "[To calm down · F1]", "<field>", "[Back]"} {
		if !strings.Contains(reached, want) {
			t.Errorf("Tab never reaches %s, only %s", want, reached)
		}
	}
	c.Focus(countryField(t, s))
	test.Type(countryField(t, s), "osterr")
	sees(t, s, "Violence against women")
	c.FocusNext()
	c.FocusNext()
	pressKey(c, fyne.KeySpace)
	if !slices.Equal(*copied, []string{"0800 222 555"}) {
		t.Errorf("copied %q", *copied)
	}
	sees(t, s, "Copied.")
}

// The pills are one stop of the keyboard; arrows go from country to country.
func TestHelpLinesPickedByArrows(t *testing.T) {
	s, w, _ := safetyScreen(t, safetySetup(t, ""))
	c := w.Canvas()
	c.Focus(countryField(t, s))
	c.FocusNext()
	pressKey(c, fyne.KeySpace)
	sees(t, s, "1800 737 732")
	pressKey(c, fyne.KeyRight)
	sees(t, s, "0800 222 555")
	seesNot(t, s, "1800 737 732")
}

func pressKey(c fyne.Canvas, key fyne.KeyName) {
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestHelpLinesOfTheRegion(t *testing.T) {
	for _, c := range []struct{ region, number string }{
		{"AT", "0800 222 555"},
		{"GB", "stay on the line and press 55"},
		{"SE", "We don't know a help line here yet."},
	} {
		s, _, _ := safetyScreen(t, safetySetup(t, c.region))
		sees(t, s, c.number)
	}
	for _, region := range []string{"", "JP"} {
		s, _, _ := safetyScreen(t, safetySetup(t, region))
		seesNot(t, s, "Checked 22 November 2026")
	}
}

func TestHelpLinesLookedFor(t *testing.T) {
	s, _, _ := safetyScreen(t, safetySetup(t, "AT"))
	field := countryField(t, s)
	field.SetText("united")
	for _, want := range []string{"In England", "Text START to", "Text telephone", "Checked 22 November 2026. Source: safer.scot"} {
		sees(t, s, want)
	}
	seesNot(t, s, "0800 222 555")
	field.SetText("canada")
	sees(t, s, "On the web")
	sees(t, s, "sheltersafe.ca")
	field.SetText("Atlantis")
	sees(t, s, "No line is known here for these words.")
	sees(t, s, "If your country is not here")
	field.SetText(" ")
	sees(t, s, "0800 222 555")
}

func TestHelpLinesSayWhatWasCopied(t *testing.T) {
	s, _, copied := safetyScreen(t, safetySetup(t, "US"))
	seesNot(t, s, "Copied.")
	walk(s, func(o fyne.CanvasObject) {
		b, ok := o.(*widgets.Button)
		if !ok || b.Text != "Copy" {
			return
		}
		b.Tapped(nil)
		if n := strings.Count(shownWords(s), "Copied."); n != 1 {
			t.Errorf("“Copied.” is there %d times", n)
		}
	})
	if want := []string{"911", "1-800-799-7233", "88788", "1-800-787-3224"}; !slices.Equal(*copied, want) {
		t.Errorf("copied %q, want %q", *copied, want)
	}
}

// In a small window what was found does not stay below the edge.
func TestHelpLinesFoundAreInView(t *testing.T) {
	sampleApp(t, widgets.Light, 1.6)
	s := NewSafety(safetySetup(t, ""))
	sampleWindow(t, s, smallest.Width, smallest.Height)
	tap(t, s, "Help lines")
	countryField(t, s).SetText("italy")
	y := heightOf(t, s, "Italy") - s.text.scroll.Offset.Y
	if y < 0 || y > s.text.scroll.Size().Height-40 {
		t.Errorf("what was found stands at %v of %v", y, s.text.scroll.Size().Height)
	}
}

// The page that is read before anything is written says how to leave.
func TestTheSafetyPageSaysHowToLeave(t *testing.T) {
	lit(t)
	page := pageText(shippedCourse().Safety)
	for _, want := range []string{"“Leave quickly” is at the top of every screen.", "Shift alone three times", "It does not hide that Goldseam is on this laptop."} {
		sees(t, page, want)
	}
}

// Whatever is shown stands within the smallest window at the largest text.
func TestSafetyFits(t *testing.T) {
	for _, scale := range []float32{1, 1.6} {
		sampleApp(t, widgets.Light, scale)
		s := NewSafety(safetySetup(t, "GB"))
		w := sampleWindow(t, s, smallest.Width, smallest.Height)
		for _, query := range []string{"", "Atlantis", "abuse", "european", "canada"} {
			countryField(t, s).SetText(query)
			w.Canvas().Capture()
			for _, wrong := range misfits(s, smallest) {
				t.Errorf("%v, %q: %s", scale, query, wrong)
			}
		}
		s.OnCopy = func(string) {}
		tap(t, s, "Copy")
		for _, wrong := range misfits(s, smallest) {
			t.Errorf("%v, copied: %s", scale, wrong)
		}
	}
}

func TestSafetyLooks(t *testing.T) {
	for _, c := range []struct {
		name, part, query string
		plans, bare       bool
	}{
		{name: "top", plans: true},
		{name: "bare", bare: true},
		{name: "lines", part: "Help lines"},
		{name: "found", part: "Help lines", query: "united"},
		{name: "none", part: "Help lines", query: "Atlantis"},
		{name: "stop", part: "Stop signs"},
		{name: "leaving", part: "Leaving quickly"},
	} {
		for _, look := range slipLooks {
			t.Run(c.name+"-"+look.name, func(t *testing.T) {
				sampleApp(t, look.mode, look.scale)
				setup := safetySetup(t, "AT")
				setup.Bare = c.bare
				if c.plans {
					setup.Plans = planState().Plans()
				}
				s := NewSafety(setup)
				s.OnCopy = func(string) {}
				w := sampleWindow(t, s, look.width, look.height)
				if c.name == "lines" {
					tap(t, s, "Copy")
				}
				if c.part != "" {
					tap(t, s, c.part)
				}
				if c.query != "" {
					countryField(t, s).SetText(c.query)
				}
				test.AssertRendersToImage(t, "help/"+c.name+"-"+look.name+".png", w.Canvas())
			})
		}
	}
}
