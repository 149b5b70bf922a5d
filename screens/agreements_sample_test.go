package screens

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/assets"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

const sampleToday journal.Day = "2026-11-22"

func sampleAt(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 20, 30, 0, 0, time.UTC)
}

func sampleVersion(number int, by journal.Partner, at time.Time, t journal.Terms) journal.Version {
	return journal.Version{Number: number, Terms: t, By: by, Proposed: at, Signed: [2]time.Time{at, at}}
}

// samplePeople are Noor and Eli.
func samplePeople() [2]journal.Person {
	return [2]journal.Person{
		{Partner: journal.First, Name: "Noor"}, {Partner: journal.Second, Name: "Eli", Colour: 1},
	}
}

func lateMessage() journal.Agreement {
	first := journal.Terms{
		Kind: journal.Plain, Title: "A message as soon as plans change", Promises: journal.First, Review: "2026-11-24",
		Text: "If I will be later than I said, I write before the time that I said, not after.",
		Why:  "Not knowing is what keeps Eli awake; lateness is not.",
	}
	second := first
	second.Title = "A message as soon as plans change, also when it is only half an hour"
	return journal.Agreement{ID: "late", Versions: []journal.Version{
		sampleVersion(1, journal.First, sampleAt(11, 4), first), sampleVersion(2, journal.Second, sampleAt(11, 13), second),
	}}
}

func sharedCalendar() journal.Agreement {
	return journal.Agreement{ID: "calendar", Versions: []journal.Version{
		sampleVersion(1, journal.First, sampleAt(10, 26), journal.Terms{
			Kind: journal.TemporaryAccess, Title: "Shared calendar for evenings out", Promises: journal.First,
			Text: "Evenings out, with place and hour. Nothing else.", Why: "So that Eli can sleep.",
			Start: "2026-10-27", End: "2026-11-25",
		}),
	}}
}

// sundayWalk is proposed by one partner and waits for the other.
func sundayWalk(by journal.Partner) journal.Agreement {
	v := sampleVersion(1, by, sampleAt(11, 20), journal.Terms{
		Kind: journal.Ritual, Title: "Sunday walk, phones at home", Text: "An hour, whatever the weather.",
	})
	v.Signed[by.Other()-1] = time.Time{}
	return journal.Agreement{ID: "walk", Versions: []journal.Version{v}}
}

func sampleState() journal.State {
	return journal.State{
		People:     samplePeople(),
		Agreements: []journal.Agreement{sundayWalk(journal.First), sharedCalendar(), lateMessage()},
		Boundaries: []journal.Boundary{{ID: "sleep", Owner: journal.Second, Versions: []journal.BoundaryVersion{{
			Number: 1, At: sampleAt(10, 29), Acknowledged: sampleAt(10, 29),
			Title: "After 22:00 I don't talk about the affair; I go to sleep, and we go on tomorrow",
			Text:  "I say so once, and go.",
		}}}},
	}
}

// keptMessage is what Noor promised to Eli, kept 12 of 14, with a slip that was mended.
func keptMessage() journal.Agreement {
	a := lateMessage()
	for i := range a.Versions {
		a.Versions[i].Terms.Rhythm = journal.ComesUp
	}
	a.Kept = []journal.KeptMark{
		{By: journal.Second, Day: "2026-11-15", Kept: 6, Of: 7, Event: "check-in"},
		{By: journal.Second, Day: "2026-11-21", Kept: 5, Of: 6, Event: "check-in"},
		{By: journal.Second, Day: sampleToday, Kept: 1, Of: 1, Event: "mark"},
	}
	return a
}

// oneRoom is a goal with one small step done.
func oneRoom() journal.Agreement {
	return journal.Agreement{
		ID: "sleep", Done: map[string]journal.Day{"One night, without talking about the affair": "2026-11-14"},
		Versions: []journal.Version{sampleVersion(1, journal.Second, sampleAt(11, 8), journal.Terms{
			Kind: journal.Goal, Title: "Sleep in one room again", Text: "When we both want it, and not before.",
			Rhythm: journal.Weekly, On: 7, Review: "2026-12-06",
			Steps: []string{"One night, without talking about the affair", "Two nights in one week", "A whole week, with a way out that is fine for both"},
		})},
	}
}

// keptState is what keeping, a slip and its repair leave behind.
func keptState() journal.State {
	s := sampleState()
	s.Agreements[2] = keptMessage()
	s.Agreements = append(s.Agreements, oneRoom())
	s.Slips = []journal.Slip{
		{ID: "slip", Agreement: "late", By: journal.First, Whose: journal.First, Day: "2026-11-10", Answer: journal.SlipYes, Mended: sampleAt(11, 11)},
		{ID: "older", Agreement: "late", By: journal.Second, Whose: journal.First, Day: "2026-11-06", Answer: journal.SlipDiffer},
	}
	s.Moments = append(s.Moments, journal.Moment{Event: "mark", Kind: journal.KindKept, By: journal.Second})
	return s
}

// sampleTheme is the couple's theme at a text size.
func sampleTheme(mode widgets.Mode, scale float32) fyne.Theme {
	return widgets.NewTheme(mode, scale, widgets.Fonts{
		Serif: assets.Font("Literata_400Regular.ttf"), SerifBold: assets.Font("Literata_600SemiBold.ttf"),
		SerifItalic: assets.Font("Literata_400Regular_Italic.ttf"),
	})
}

// sampleApp begins a test with the couple's theme. A first picture lets the
// toolkit look at the clock: it takes what was made a minute after the last
// picture for old, and would draw it without its parts.
func sampleApp(t *testing.T, mode widgets.Mode, scale float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(sampleTheme(mode, scale))
	test.NewTempWindow(t, widget.NewLabel("")).Canvas().Capture()
}

// sampleWindow shows a screen as it stands at the right of the sidebar.
func sampleWindow(t *testing.T, screen fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, screen)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// sampleLooks compares a screen with its pictures: light, dark, and narrow with
// large text.
func sampleLooks(t *testing.T, name string, build func() fyne.CanvasObject) {
	t.Helper()
	for _, look := range []struct {
		name                 string
		mode                 widgets.Mode
		scale, width, height float32
	}{
		{"light", widgets.Light, 1, 1064, 800},
		{"dark", widgets.Dark, 1, 1064, 800},
		{"narrow", widgets.Light, 1.6, 684, 600},
	} {
		t.Run(look.name, func(t *testing.T) {
			sampleApp(t, look.mode, look.scale)
			w := sampleWindow(t, build(), look.width, look.height)
			test.AssertRendersToImage(t, name+"/"+look.name+".png", w.Canvas())
		})
	}
}
