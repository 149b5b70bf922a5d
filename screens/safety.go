package screens

import (
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Safety is Help & safety: read, never answered. It leaves no trace.
type Safety struct {
	moving

	OnBack func()
	OnPlan func(kind string) // a plan that the couple made, at hand beside the page
}

// NewSafety makes the screen from the course's safety page. plans are what the
// couple made to be at hand; before anyone has unlocked there are none.
func NewSafety(page course.Page, plans []journal.Plan) *Safety {
	s := &Safety{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	all := widgets.VGap(24, widgets.NewCard(widgets.VGap(8, groundingTexts()...)))
	page.Title = ""
	all.Add(pageText(page))
	all.Add(sectionText(leavingText()))
	all.Add(sectionText(limitsText()))
	all.Add(sectionText(endingText()))
	back := widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
	text := readable(all)
	foot := widgets.Wrap(12, back)
	for _, plan := range plans {
		foot.Add(widgets.NewButton(planName(plan.Kind), widgets.Plain, func() { s.OnPlan(plan.Kind) }))
	}
	s.show(readingPage(lang.L("Help & safety"), text, foot), text)
	return s
}

func leavingText() course.Section {
	return course.Section{
		Title: lang.L("Leaving quickly"),
		Lines: []string{
			lang.L("Press “Leave quickly” at the top right, or press Shift alone three times within five seconds."),
			lang.L("The window is covered at once, what you wrote is saved and sealed, and the program ends."),
			lang.L("The next start shows only two initials and asks for a passphrase."),
			lang.L("It does not hide that Goldseam is installed, and it does not close other programs."),
		},
	}
}

func limitsText() course.Section {
	return course.Section{
		Title: lang.L("What this program can't protect from"),
		Lines: []string{
			lang.L("Someone who makes you tell your passphrase, or watches you type it."),
			lang.L("A program on this laptop that records keys or the screen. If you fear that, use another device to look for help."),
			lang.L("A photo of an open page, and words said aloud."),
			lang.L("A summary that you save: it is not sealed, and anyone who has it can read it."),
			lang.L("A copy of the journal made earlier: it opens with the passphrase of that day."),
		},
	}
}

func endingText() course.Section {
	return course.Section{
		Title: lang.L("Stopping is allowed"),
		Lines: []string{
			lang.L("Either of you may skip an exercise, pause a sitting, or leave an agreement, at any time, without a reason."),
			lang.L("Boundaries stay with their owner, whatever happens between you."),
			lang.L("Going separate ways is a good end too. Nothing here asks you to stay."),
		},
	}
}

// Reading shows one page of the course and asks for nothing but to go on.
type Reading struct {
	moving

	OnRead func()
	OnBack func()
}

// NewReading makes a screen of a page; next are the words on the way on.
func NewReading(page course.Page, next string) *Reading {
	s := &Reading{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	name := page.Title
	page.Title = ""
	text := readable(pageText(page))
	foot := widgets.Wrap(12,
		widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) }),
		widgets.NewButton(next, widgets.Primary, func() { tellIf(s.OnRead) }))
	s.show(readingPage(name, text, foot), text)
	return s
}
