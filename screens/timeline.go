package screens

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// TimelineJournal is what the timeline needs from the journal.
type TimelineJournal interface {
	State() journal.State
	Today() journal.Day
	Find(query string, limit int) (numbers []int64, total int)
}

const (
	searchPause = 80 * time.Millisecond // first letters match most rows: wait for more
	searchShown = 100                   // found moments shown; the rest is counted
)

// Timeline shows what happened along the seam, newest first.
type Timeline struct {
	widget.BaseWidget
	OnThing func(thing journal.Thing) // a moment was chosen that leads somewhere

	journal TimelineJournal
	later   Background
	after   afterFunc

	state  journal.State
	today  journal.Day
	said   *timelineWords
	filter momentFilter
	query  string
	found  map[int64]bool // the moments a search found; nil while there is none
	asked  int            // searches asked for
	stop   func()         // of the search that waits
	rows   []int          // the moments shown, newest first, by their place in the state
	more   int            // found and not shown
	goal   *TimelinePlace // where to go once the list has a size; nil for nowhere
	seen   float32        // how far the list was scrolled when the strip was told

	style  *timelineStyle
	pills  *widgets.Filter
	search *widgets.Entry
	day    *widgets.Entry // to go to
	wrong  *widgets.Text  // what to change about that day
	strip  *widgets.Overview
	note   *widgets.Text
	list   *widgets.List
	about  *widgets.Text // below the title
	head   *fyne.Container
	bar    *toolBar
	whole  *fyne.Container
}

// NewTimeline makes the screen. After runs a function on the window's goroutine
// after a while, unless it is stopped. Call Reload once the callback is set.
func NewTimeline(j TimelineJournal, later Background, after func(d time.Duration, f func()) (stop func())) *Timeline {
	s := &Timeline{journal: j, later: later, after: after, stop: func() {}, said: newTimelineWords("")}
	s.style = &timelineStyle{cards: cardPictures{}, seams: seamPictures{}}
	s.pills = widgets.NewFilter([]string{
		lang.L("Everything"), lang.L("Agreements and boundaries"), lang.L("Reflections"),
		lang.L("Check-ins"), lang.L("Steps"),
	}, func(i int) {
		s.filter = momentFilter(i)
		s.choose()
	})
	s.makeTools()
	s.note = widgets.NewText("", widgets.Muted)
	s.list = widgets.NewList(func() int { return len(s.rows) },
		func() fyne.CanvasObject { return newTimelineRow(s.style) }, s.setRow)
	s.list.OnSelected = s.openRow
	s.about = widgets.NewText(lang.L("Breaks are shown, and so is the gold that mends them."), widgets.Muted)
	s.head = widgets.VGap(2, widgets.NewText(lang.L("Timeline"), widgets.Title), s.about)
	s.bar = newToolBar([]fyne.CanvasObject{s.pills}, []fyne.CanvasObject{
		container.New(grownWidth(148), s.day), container.New(grownWidth(214), s.search),
	})
	s.whole = container.New(&timelineLayout{screen: s}, s.head, s.bar, s.wrong, s.strip, s.note, s.list)
	s.ExtendBaseWidget(s)
	return s
}

// makeTools makes what leads to other moments.
func (s *Timeline) makeTools() {
	s.search = widgets.NewEntry()
	s.search.SetPlaceHolder(lang.L("Search…"))
	s.search.OnChanged = s.searchFor
	s.day = widgets.NewEntry()
	s.day.SetPlaceHolder(lang.L("Go to a day…"))
	s.day.OnChanged = func(string) { s.sayWrong("") }
	s.day.OnSubmitted = s.goToDay
	s.wrong = widgets.NewText("", widgets.Small)
	s.wrong.Color = widgets.ColorCrack
	s.wrong.Hide()
	s.strip = widgets.NewOverview(s.stripDay)
	s.strip.OnMove = func(day float64) { s.showMiddle(s.rowAt(day)) }
	s.strip.OnStep = s.step
	s.strip.Says = s.shownText
	s.strip.Hide()
}

// CreateRenderer shows the parts that NewTimeline made.
func (s *Timeline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.whole) }

// FirstFocus is where the keyboard begins.
func (s *Timeline) FirstFocus() fyne.Focusable { return s.pills }

// Search is the field that Ctrl+F goes to.
func (s *Timeline) Search() fyne.Focusable { return s.search }

// Reload shows the journal as it stands now, at the place where it was shown.
func (s *Timeline) Reload() {
	place := s.Place()
	if place.Moment != 0 {
		s.goal = &place
	}
	s.state, s.today = s.journal.State(), s.journal.Today()
	s.said = newTimelineWords(s.today)
	s.showStrip()
	if s.query != "" {
		s.find()
		return
	}
	s.choose()
}

// searchFor waits until typing pauses before it looks.
func (s *Timeline) searchFor(text string) {
	s.query = strings.TrimSpace(text)
	s.stop()
	if s.query == "" {
		s.asked++
		s.found = nil
		s.choose()
		return
	}
	s.stop = s.after(searchPause, s.find)
}

// find asks the journal; only the newest answer is shown.
func (s *Timeline) find() {
	s.asked++
	asked, query, most := s.asked, s.query, len(s.state.Moments)
	var numbers []int64
	s.later(func(context.Context) error {
		numbers, _ = s.journal.Find(query, most)
		return nil
	}, func(error) {
		if asked != s.asked {
			return
		}
		s.found = make(map[int64]bool, len(numbers))
		for _, n := range numbers {
			s.found[n] = true
		}
		s.choose()
	})
}

// choose picks the moments that filter and search let through, newest first.
func (s *Timeline) choose() {
	s.rows, s.more = slices.Grow(s.rows[:0], len(s.state.Moments)), 0
	for i, m := range slices.Backward(s.state.Moments) {
		switch {
		case !s.filter.shows(m) || (s.found != nil && !s.found[m.Number]):
		case s.found != nil && len(s.rows) == searchShown:
			s.more++
		default:
			s.rows = append(s.rows, i)
		}
	}
	s.note.SetText(s.noteText())
	showIf(s.note, s.note.Text != "")
	s.list.UnselectAll()
	s.list.Refresh()
	s.list.ScrollToTop()
	s.whole.Refresh()
	s.arrive()
	s.showWindow()
}

func (s *Timeline) noteText() string {
	switch {
	case s.more > 0:
		return lang.L("The newest {{.Shown}} are here, and {{.Count}} more. Another word narrows it down.",
			map[string]any{"Shown": len(s.rows), "Count": s.more})
	case len(s.rows) > 0:
		return ""
	case s.found != nil:
		return lang.L("Nothing here has these words.")
	case s.filter == momentsAll:
		return lang.L("The seam begins with the first thing you open together.")
	default:
		return lang.L("Nothing of this kind yet.")
	}
}

func (s *Timeline) setRow(i widget.ListItemID, row fyne.CanvasObject) {
	if i >= len(s.rows) { // the list may lag one frame behind
		return
	}
	if r, ok := row.(*timelineRow); ok {
		r.set(s.entry(i))
	}
	if s.list.GetScrollOffset() != s.seen {
		s.showWindow()
	}
}

// entry tells the moment of a row, and what its neighbours make of it.
func (s *Timeline) entry(i int) timelineEntry {
	m := s.moment(i)
	e := entryOf(s.state, m, s.said.line(s.state, m))
	e.seam.stretch = (len(s.rows) - 1 - i) % seamStretches
	if i == 0 || monthOf(s.moment(i-1).At) != monthOf(m.At) {
		e.month = s.said.month(m.At)
	}
	e.seam.above = i > 0 && seamKindOf(s.state, s.moment(i-1)) == seamBroken
	if i+1 == len(s.rows) {
		e.seam.oldest = true
		return e
	}
	older := s.moment(i + 1)
	e.later = s.said.later(older.At, m.At)
	e.seam.below = seamKindOf(s.state, older) == seamBroken
	return e
}

// moment is the one that a row shows.
func (s *Timeline) moment(row int) journal.Moment { return s.state.Moments[s.rows[row]] }

func (s *Timeline) openRow(i widget.ListItemID) {
	s.list.Unselect(i) // so that the same moment can be opened twice
	if i < len(s.rows) && s.moment(i).Thing.Kind != journal.ThingNone && s.OnThing != nil {
		s.OnThing(s.moment(i).Thing)
	}
}
