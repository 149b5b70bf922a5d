package screens

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// PathJournal is what the path needs of the journal.
type PathJournal interface {
	State() journal.State
	Now() time.Time
}

// Path shows the whole way: before, the seven steps, and after.
type Path struct {
	moving

	OnStep func(id string)

	journal PathJournal
	course  *course.Course
}

// NewPath makes the screen.
func NewPath(j PathJournal, c *course.Course) *Path {
	s := &Path{journal: j, course: c}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload shows how far the couple is now.
func (s *Path) Reload() {
	way := newPathView(pathStops(s.course, s.journal.State(), journal.DayOf(s.journal.Now())), s.open)
	line := widgets.NewText(pathLine(s.journal.State()), widgets.Muted)
	s.show(page(wholeWidth, 0, newHead(widgets.NewText(lang.L("The path"), widgets.Title)), widgets.VGap(30, line, way)), way.here())
}

// pathLine says how the way is walked, or that it has come to its end.
func pathLine(s journal.State) string {
	if _, ending := s.Ending(); ending {
		return lang.L("You have stopped here. The path stays readable, and nothing on it waits.")
	}
	return lang.L("Seven steps. Weeks, not days. Nothing here is ever late.")
}

func (s *Path) open(id string) {
	if s.OnStep != nil {
		s.OnStep(id)
	}
}

// pathStop is one step as the path shows it.
type pathStop struct {
	id     string
	title  string
	line   string
	number string // empty for before and after
	state  widgets.NodeState
	opens  bool // it has exercises, so there is a page to open
}

// pathStops says of each step where it stands.
func pathStops(c *course.Course, s journal.State, today journal.Day) []pathStop {
	here := hereStep(c, s)
	if _, ending := s.Ending(); ending {
		here = ""
	}
	stops := make([]pathStop, 0, len(c.Steps))
	for _, step := range c.Steps {
		stop := pathStop{id: step.ID, title: step.Title, line: step.Note, opens: len(step.Exercises) > 0}
		if step.Number > 0 {
			stop.number = strconv.Itoa(step.Number)
		}
		if closed, ok := s.StepClosed(step.ID); ok {
			stop.state = widgets.NodeDone
			stop.line = lang.L("finished {{.Day}}", map[string]any{"Day": longDay(journal.DayOf(closed), today)})
		} else if step.ID == here {
			stop.state = widgets.NodeHere
			stop.line = hereLine(step, s)
		}
		stops = append(stops, stop)
	}
	return stops
}

// hereStep is the first step that is not closed.
func hereStep(c *course.Course, s journal.State) string {
	for _, step := range c.Steps {
		if _, closed := s.StepClosed(step.ID); !closed {
			return step.ID
		}
	}
	return ""
}

// hereLine says how far the step is that the couple works on.
func hereLine(step course.Step, s journal.State) string {
	line := lang.L("you are here")
	if core := step.Core(); len(core) > 0 {
		line += " · " + lang.L("{{.Done}} of {{.All}} core exercises opened", map[string]any{"Done": openedCore(step, s), "All": len(core)})
	}
	if step.LeastWeeks > 0 {
		line += " · " + leastWeeks(step.LeastWeeks)
	}
	return line
}

func leastWeeks(n int) string {
	if n == 1 {
		return lang.L("at least 1 week")
	}
	return lang.L("at least {{.Weeks}} weeks", map[string]any{"Weeks": n})
}

// openedCore counts the core exercises that were opened or closed by both.
func openedCore(step course.Step, s journal.State) int {
	n := 0
	for _, e := range step.Core() {
		if _, done := s.Done[e.ID]; done {
			n++
		}
	}
	return n
}

// coreDone tells whether every core exercise was opened, closed or skipped.
func coreDone(step course.Step, s journal.State) bool {
	for _, e := range step.Core() {
		_, done := s.Done[e.ID]
		_, skipped := s.Skipped[e.ID]
		if !done && !skipped {
			return false
		}
	}
	return true
}

var _ fyne.Widget = (*Path)(nil)
