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
	moving

	OnBack func()
	OnCalm func()            // to the two minutes that lead back to the room
	OnCopy func(text string) // puts a number or an address on the clipboard
	OnPlan func(kind string) // a plan that the couple made, at hand beside the page

	text *reading
	all  *fyne.Container // the parts of the page, below each other
}

// leastSeen is how much of a found card should be in view, at a text size of 100 %.
const leastSeen = 120

// SafetySetup is what Help & safety shows.
type SafetySetup struct {
	Page   course.Page    // the course's safety page
	Lines  help.Lines     // by country
	Region string         // code of the country that is picked first, such as "AT"; may be empty
	Plans  []journal.Plan // what the couple made to be at hand
	Bare   bool           // nobody has unlocked, or the words are covered: no plans, and F1 does nothing
}

// safetyPart is one part of the page, to which one can go at once.
type safetyPart struct {
	name    string
	content fyne.CanvasObject
	focus   fyne.Focusable // where the keyboard goes with it, or nil for the text
}

// NewSafety makes the screen. Set the callbacks after.
func NewSafety(setup SafetySetup) *Safety {
	s := &Safety{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	parts := s.parts(setup)
	ways := widgets.Wrap(8)
	s.all = widgets.VGap(28, ways)
	for _, part := range parts {
		ways.Add(widgets.NewSmallButton(part.name, widgets.Plain, func() { s.goTo(part) }))
		s.all.Add(part.content)
	}
	s.text = readable(s.all)
	s.show(readingPage(lang.L("Help & safety"), s.text, s.foot(setup)), s.text)
	return s
}

// parts are what the page says, in order.
func (s *Safety) parts(setup SafetySetup) []safetyPart {
	calm := s.calmButton(setup.Bare)
	lines := newHelpLines(setup.Lines, setup.Region, func(text string) {
		if s.OnCopy != nil {
			s.OnCopy(text)
		}
	})
	lines.onChanged = func() { s.all.Refresh() }
	lines.onTyped = func() { s.reveal(lines) }
	return []safetyPart{
		{lang.L("When it gets too much"), tooMuch(calm), calm},
		{lang.L("Help lines"), lines.box, lines.search},
		{lang.L("Stop signs"), stopSigns(setup.Page, setup.Lines), nil},
		{lang.L("Leaving quickly"), sectionText(leavingText()), nil},
		{lang.L("What it can't protect from"), sectionText(limitsText()), nil},
		{lang.L("Stopping"), sectionText(endingText()), nil},
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

// goTo brings a part of the page to the top of the window.
func (s *Safety) goTo(part safetyPart) {
	focus := part.focus
	if focus == nil {
		focus = s.text
	}
	s.aim(focus)
	s.text.goTo(s.all.Position().Y + part.content.Position().Y)
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
