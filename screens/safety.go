package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/help"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Safety is Help & safety: read, never answered, the same for everyone. It
// leaves no trace: what is looked for among the help lines is kept nowhere.
type Safety struct {
	parted

	OnBack   func()
	OnCalm   func()            // to the two minutes that lead back to the room
	OnCopy   func(text string) // puts a number or an address on the clipboard
	OnPlan   func(kind string) // a plan that the couple made, at hand beside the page
	OnEnding func()            // to the page on which the work comes to its end
}

// leastSeen is how much of a found card should be in view, at a text size of 100 %.
const leastSeen = 120

// SafetySetup is what Help & safety shows.
type SafetySetup struct {
	Page   course.Page    // the course's safety page
	Lines  help.Lines     // by country
	Region string         // code of the country that is picked first, such as "AT"; may be empty
	Plans  []journal.Plan // what the couple made to be at hand
	Bare   bool           // nobody has unlocked, or the words are covered: no plans, no way to the ending, and F1 does nothing
}

// NewSafety makes the screen. Set the callbacks after.
func NewSafety(setup SafetySetup) *Safety {
	s := &Safety{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.set(s.parts(setup))
	s.show(readingPage(lang.L("Help & safety"), s.text, s.foot(setup)), s.text)
	return s
}

// parts are what the page says, in order.
func (s *Safety) parts(setup SafetySetup) []pagePart {
	calm := s.calmButton(setup.Bare)
	lines := newHelpLines(setup.Lines, setup.Region, func(text string) {
		if s.OnCopy != nil {
			s.OnCopy(text)
		}
	})
	lines.onChanged = func() { s.all.Refresh() }
	lines.onTyped = func() { s.reveal(lines) }
	return []pagePart{
		{lang.L("When it gets too much"), tooMuch(calm), calm},
		{lang.L("Help lines"), lines.box, lines.search},
		{lang.L("Stop signs"), stopSigns(setup.Page, setup.Lines), nil},
		{lang.L("Leaving quickly"), sectionText(leavingText()), nil},
		{lang.L("What it can't protect from"), sectionText(limitsText()), nil},
		{lang.L("Stopping"), s.stopping(setup.Bare), nil},
	}
}

// calmButton leads to the two minutes, with the key that does so from everywhere
// else, where it does.
func (s *Safety) calmButton(bare bool) *widgets.Button {
	label := lang.L("To calm down · F1")
	if bare {
		label = lang.L("To calm down")
	}
	return widgets.NewButton(label, widgets.Plain, func() { tellIf(s.OnCalm) })
}

// foot has the ways that lead on from here.
func (s *Safety) foot(setup SafetySetup) fyne.CanvasObject {
	foot := widgets.Wrap(12, widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) }))
	if setup.Bare {
		return foot
	}
	for _, plan := range setup.Plans {
		foot.Add(widgets.NewButton(planName(plan.Kind), widgets.Plain, func() { s.OnPlan(plan.Kind) }))
	}
	return foot
}

// stopping says that stopping is allowed, and leads to a way to end it well.
func (s *Safety) stopping(bare bool) fyne.CanvasObject {
	text := sectionText(endingText())
	if bare {
		return text
	}
	way := widgets.NewButton(lang.L("A way to end it well"), widgets.Plain, func() { tellIf(s.OnEnding) })
	return widgets.VGap(14, text, widgets.Wrap(12, way))
}

// reveal brings the field for a country to the top when what it found begins out
// of sight.
func (s *Safety) reveal(lines *helpLines) {
	at := s.all.Position().Y + lines.box.Position().Y
	seen := s.text.scroll.Offset.Y + s.text.scroll.Size().Height
	if at+lines.found.Position().Y+leastSeen*textGrown() > seen {
		s.text.goTo(at + lines.field.Position().Y - ringRoom)
	}
}

// tooMuch helps one to come back to oneself, at once and without a choice.
func tooMuch(calm fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(12,
		widgets.NewText(lang.L("When it gets too much"), widgets.Heading),
		widgets.NewCard(widgets.VGap(8, append(groundingTexts(), widgets.Pad(6, 0, 0, 0, widgets.Wrap(12, calm)))...)))
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
