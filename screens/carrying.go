package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// CarryingJournal keeps that the page was read.
type CarryingJournal interface {
	Carried(ctx context.Context) error
}

// Carrying is read once, alone, by a partner who was the only one to write for
// some weeks. It guesses no reasons and asks for nothing; the other never sees it.
type Carrying struct {
	moving

	OnDone func() // it was read
	OnTalk func() // to the exercises
	OnHelp func()

	journal CarryingJournal
	later   Background
	line    calmLine
	read    *widgets.Button
}

// NewCarrying makes the page for whoever holds the laptop, alone.
func NewCarrying(j CarryingJournal, later Background) *Carrying {
	s := &Carrying{journal: j, later: later}
	s.place = newPlace()
	s.line = newCalmLine(func() { s.place.Refresh() })
	s.read = widgets.NewButton(lang.L("I have read it"), widgets.Primary, s.done)
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload lays the page out.
func (s *Carrying) Reload() {
	talk := widgets.NewSmallButton(lang.L("Look at the exercises"), widgets.Plain, func() { tellIf(s.OnTalk) })
	help := widgets.NewSmallButton(lang.L("Help & safety"), widgets.Plain, func() { tellIf(s.OnHelp) })
	text := readable(widgets.VGap(22,
		widgets.NewText(lang.L("For three weeks or more, what came into this journal came from you. Goldseam doesn’t know why, and doesn’t guess. This page is for you alone; you see it once."), widgets.Body),
		carryingWay(lang.L("You may rest"),
			lang.L("You don’t have to hold this up. Nothing here runs out while you sleep, see friends, or leave it closed for a month.")),
		carryingWay(lang.L("You may talk"),
			lang.L("You can say on a calm day that you miss a second voice here, and ask what would make it easier. An exercise can lend you words; so can somebody outside."), talk),
		carryingWay(lang.L("You may go on for yourself"),
			lang.L("What you write keeps its worth, also when nobody answers it. It stays sealed to you for as long as you like.")),
		carryingWay(lang.L("You may stop"),
			lang.L("For now or for good, without a reason. Stopping is a good end too. Help & safety says where to turn if stopping is not safe."), help)))
	s.show(framedPage(newHead(widgets.NewText(lang.L("You have been carrying this"), widgets.Title)),
		text, s.line.Text, widgets.Wrap(12, s.read)), text)
}

// carryingWay is one of the ways on, none better than the others.
func carryingWay(title, text string, more ...fyne.CanvasObject) fyne.CanvasObject {
	box := widgets.VGap(4, widgets.NewText(title, widgets.Subheading), widgets.NewText(text, widgets.Body))
	if len(more) > 0 {
		box.Add(widgets.Pad(6, 0, 0, 0, widgets.Wrap(12, more...)))
	}
	return box
}

// done keeps that it was read, so that it is not shown again.
func (s *Carrying) done() {
	enable(false, s.read)
	s.later(s.journal.Carried, func(err error) {
		enable(true, s.read)
		s.line.say(Sentence(err))
		if err == nil {
			tellIf(s.OnDone)
		}
	})
}
