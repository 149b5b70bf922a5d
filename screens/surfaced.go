package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// SurfacedJournal is what the page about something new from before needs.
type SurfacedJournal interface {
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	Both() bool
	Surface(ctx context.Context) error
	GoOnFromRest(ctx context.Context) error
	TakeBackEvent(ctx context.Context, event string) error
}

// Surfaced is for something new from before the work began. It asks for no
// details. The work can rest until both go on.
type Surfaced struct {
	moving

	OnBack    func()
	OnHelp    func()
	OnChanged func() // the work rests now, or goes on

	journal SurfacedJournal
	later   Background
	line    calmLine
	actions []*widgets.Button
	busy    bool
}

// NewSurfaced makes the page for whoever holds the laptop. Set the callbacks,
// then call Reload.
func NewSurfaced(j SurfacedJournal, later Background) *Surfaced {
	s := &Surfaced{journal: j, later: later}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload shows whether the work rests.
func (s *Surfaced) Reload() {
	s.actions, s.line = nil, newCalmLine(s.place.Refresh)
	up, rests := s.journal.State().Rests()
	all := widgets.VGap(20)
	var ways []fyne.CanvasObject
	if rests {
		all.Add(goldNote(s.restText(up)))
		ways = s.restWays(up)
	} else if s.journal.Holder() != journal.Nobody {
		rest := s.action(lang.L("Let the work rest"), widgets.Primary, s.journal.Surface)
		ways = append(ways, rest)
	}
	all.Add(widgets.NewText(lang.L("Something from before you began has come up, or wants to be said. That is hard for the one who knows it and for the one who hears it. There is nothing to write here."), widgets.Body))
	for _, section := range surfacedText() {
		all.Add(sectionText(section))
	}
	text := readable(all)
	back := widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
	help := widgets.NewButton(lang.L("Help & safety"), widgets.Plain, func() { tellIf(s.OnHelp) })
	foot := newToolBar(append(ways, back, help), nil)
	s.show(framedPage(newHead(widgets.NewText(lang.L("Something new from before"), widgets.Title)), text, s.line.Text, foot), text)
}

// surfacedText is what may help now.
func surfacedText() []course.Section {
	return []course.Section{
		{Title: lang.L("Not here, and not tonight"), Lines: []string{
			lang.L("Something like this should not be told through a program. It deserves a calm day, and sleep before it."),
			lang.L("Have a third person there: a therapist, or someone you both trust."),
			lang.L("No questions tonight, and no details. They can wait until somebody is with you."),
			lang.L("If one of you might be in danger, from the other or from yourself, put it off and look at Help & safety first."),
		}},
		{Title: lang.L("What each of you may need"), Lines: []string{
			lang.L("Who hears it: time, somebody of your own to talk to, and nothing to decide."),
			lang.L("Who knows it: to say it once and whole, with help, and not piece by piece."),
			lang.L("Both: food, sleep, and an evening without this."),
		}},
		{Title: lang.L("The work can rest"), Lines: []string{
			lang.L("While it rests, nothing here waits for you. Nothing is lost, and your agreements and boundaries stay as they are."),
			lang.L("It goes on when both of you say so. Either of you may also stop for good."),
		}},
	}
}

// restText says since when the work rests.
func (s *Surfaced) restText(up journal.Surfaced) string {
	day := map[string]any{"Day": longDay(journal.DayOf(up.At), s.journal.Today())}
	text := lang.L("The work has been resting since {{.Day}}.", day)
	if !s.journal.Both() {
		return text + " " + lang.L("Going on takes both of you, here together. There is no hurry.")
	}
	return text + " " + lang.L("Going on takes both of you. There is no hurry.")
}

// restWays lead out of the rest: both together, or whoever began it alone.
func (s *Surfaced) restWays(up journal.Surfaced) []fyne.CanvasObject {
	var ways []fyne.CanvasObject
	if s.journal.Both() && s.journal.Holder() != journal.Nobody {
		ways = append(ways, s.action(lang.L("Go on together"), widgets.Gold, s.journal.GoOnFromRest))
	}
	if s.journal.Holder() == up.By {
		ways = append(ways, s.action(lang.L("Take back what I said"), widgets.Plain,
			func(ctx context.Context) error { return s.journal.TakeBackEvent(ctx, up.Event) }))
	}
	return ways
}

// action makes a button that does something to the journal and shows how it
// stands then.
func (s *Surfaced) action(text string, kind widgets.ButtonKind, work func(context.Context) error) *widgets.Button {
	b := widgets.NewButton(text, kind, func() { s.act(work) })
	s.actions = append(s.actions, b)
	return b
}

func (s *Surfaced) act(work func(context.Context) error) {
	if s.busy {
		return
	}
	s.busy = true
	enable(false, s.actions...)
	s.later(work, func(err error) {
		s.busy = false
		enable(true, s.actions...)
		if err != nil {
			s.line.say(Sentence(err))
			return
		}
		s.Reload()
		tellIf(s.OnChanged)
	})
}
