package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// CheckInsJournal is what the place of the check-ins needs of the journal.
type CheckInsJournal interface {
	State() journal.State
	Now() time.Time
	Holder() journal.Partner
	Both() bool
	CheckIns() journal.CheckInStand
	Drafts(exercise string) []journal.Draft
	UnsealCheckIn(ctx context.Context, part string) error
	Erase(ctx context.Context, exercise, part string) error
	OpenCheckIns(ctx context.Context) (journal.OpenedCheckIns, error)
}

// CheckIns is the place of the check-ins: how it stands, the charts, and what
// was opened.
type CheckIns struct {
	moving

	OnAnswer   func()          // the holder answers, or goes on answering
	OnOpened   func(id string) // to what was opened, just now or before
	OnSheet    func()          // a blank sheet
	OnHandOver func()

	journal CheckInsJournal
	course  *course.Course
	later   Background

	line    calmLine
	actions []*widgets.Button
	main    fyne.Focusable
	span    int // which of the spans the charts show
	charts  []*checkInChart
	busy    bool
}

// NewCheckIns makes the place.
func NewCheckIns(j CheckInsJournal, c *course.Course, later Background) *CheckIns {
	s := &CheckIns{journal: j, course: c, later: later, span: spanYear}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload shows the newest state.
func (s *CheckIns) Reload() {
	s.line, s.main, s.actions, s.charts = newCalmLine(s.place.Refresh), nil, nil, nil
	head := newHead(widgets.NewText(lang.L("Check-ins"), widgets.Title),
		widgets.NewText(lang.L("A few minutes a week, each of you alone. Opened together, or not at all."), widgets.Muted))
	all := widgets.VGap(18, s.standCard())
	state := s.journal.State()
	if len(state.CheckIns) == 0 {
		all.Add(s.emptyCard())
	} else {
		for _, part := range []fyne.CanvasObject{s.chartsPart(state), s.openedCard(state)} {
			if part != nil {
				all.Add(part)
			}
		}
	}
	s.show(page(wholeWidth, 16, head, all), s.main)
}

// emptyCard says what a check-in is, before there is one.
func (s *CheckIns) emptyCard() fyne.CanvasObject {
	return widgets.NewCard(widgets.VGap(10, widgets.NewText(lang.L("What a check-in is"), widgets.Subheading),
		widgets.NewText(s.course.CheckIn.Intro, widgets.Body),
		widgets.NewText(lang.L("The first one opens when you have both answered and are both here. From then on you see here how it goes, each with a line of your own. Nothing is added up or compared."), widgets.Muted)))
}

const openedMost = 30 // so many of those that were opened are listed

// openedCard lists what was opened, newest first.
func (s *CheckIns) openedCard(state journal.State) fyne.CanvasObject {
	box := widgets.VGap(4, widgets.Pad(0, 0, 4, 0, widgets.NewText(lang.L("What you opened"), widgets.Subheading)))
	today := journal.DayOf(s.journal.Now())
	opened := state.CheckIns
	for n := range min(len(opened), openedMost) {
		if n > 0 {
			box.Add(widgets.NewRule())
		}
		box.Add(s.openedDoor(opened[len(opened)-1-n], today))
	}
	if len(opened) > openedMost {
		box.Add(widgets.NewText(lang.L("Older ones are on the timeline."), widgets.Small))
	}
	return widgets.NewCard(box)
}

// openedDoor leads to one of them.
func (s *CheckIns) openedDoor(o journal.OpenedCheckIns, today journal.Day) fyne.CanvasObject {
	title := longDay(journal.DayOf(o.At), today)
	line := lang.L("opened together")
	if o.Struck {
		line = lang.L("struck out by both of you")
	}
	row := widgets.HGap(14, widgets.Fill(widgets.NewText(title, widgets.Body)), widgets.NewText(line, widgets.Small))
	return newDoorButton(widgets.Pad(6, 0, 6, 0, row), title+". "+line, func() { s.opened(o.ID) })
}

func (s *CheckIns) opened(id string) {
	if s.OnOpened != nil {
		s.OnOpened(id)
	}
}

// act does something to the journal and then goes on.
func (s *CheckIns) act(work func(context.Context) error, next func()) {
	if s.busy {
		return
	}
	s.wait(true)
	s.later(work, func(err error) {
		s.wait(false)
		if err != nil {
			s.line.say(Sentence(err))
			return
		}
		next()
	})
}

func (s *CheckIns) wait(busy bool) {
	s.busy = busy
	enable(!busy, s.actions...)
}

// action makes a button that waits while something is being done.
func (s *CheckIns) action(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := widgets.NewButton(text, kind, f)
	s.actions = append(s.actions, b)
	return b
}

func (s *CheckIns) name(p journal.Partner) string { return callName(s.journal.State(), p) }
