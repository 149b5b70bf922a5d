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
	days   map[journal.Day]string // what days are called today, once it was asked
	kinds  map[momentSort]string  // what moments are called, once it was asked
	filter momentFilter
	query  string
	found  map[int64]bool // the moments a search found; nil while there is none
	asked  int            // searches asked for
	stop   func()         // of the search that waits
	rows   []int          // the moments shown, newest first, by their place in the state
	more   int            // found and not shown

	pills  *widgets.Filter
	search *widgets.Entry
	note   *widgets.Text
	list   *widgets.List
	head   *fyne.Container
	bar    *toolBar
	whole  *fyne.Container
}

// NewTimeline makes the screen. After runs a function on the window's goroutine
// after a while, unless it is stopped. Call Reload once the callback is set.
func NewTimeline(j TimelineJournal, later Background, after func(d time.Duration, f func()) (stop func())) *Timeline {
	s := &Timeline{journal: j, later: later, after: after, stop: func() {}}
	s.pills = widgets.NewFilter([]string{
		lang.L("Everything"), lang.L("Agreements and boundaries"), lang.L("Reflections"),
		lang.L("Check-ins"), lang.L("Steps"),
	}, func(i int) {
		s.filter = momentFilter(i)
		s.choose()
	})
	s.search = widgets.NewEntry()
	s.search.SetPlaceHolder(lang.L("Search…"))
	s.search.OnChanged = s.searchFor
	s.note = widgets.NewText("", widgets.Muted)
	cards := cardPictures{}
	s.list = widgets.NewList(func() int { return len(s.rows) },
		func() fyne.CanvasObject { return newTimelineRow(cards) }, s.setRow)
	s.list.OnSelected = s.openRow
	s.head = widgets.VGap(2, widgets.NewText(lang.L("Timeline"), widgets.Title),
		widgets.NewText(lang.L("Breaks are shown, and so is the gold that mends them."), widgets.Muted))
	s.bar = newToolBar([]fyne.CanvasObject{s.pills}, []fyne.CanvasObject{wideAs(220, s.search)})
	s.whole = container.New(&timelineLayout{screen: s}, s.head, s.bar, s.note, s.list)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts that NewTimeline made.
func (s *Timeline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.whole) }

// FirstFocus is where the keyboard begins.
func (s *Timeline) FirstFocus() fyne.Focusable { return s.pills }

// Search is the field that Ctrl+F goes to.
func (s *Timeline) Search() fyne.Focusable { return s.search }

// Reload shows the journal as it stands now.
func (s *Timeline) Reload() {
	s.state, s.today = s.journal.State(), s.journal.Today()
	s.days, s.kinds = map[journal.Day]string{}, map[momentSort]string{}
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
	older := int64(0)
	if i+1 < len(s.rows) {
		older = s.moment(i + 1).Number
	}
	if r, ok := row.(*timelineRow); ok {
		r.set(entryOf(s.state, s.moment(i), older, s.lineOf(s.moment(i))))
	}
}

// moment is the one that a row shows.
func (s *Timeline) moment(row int) journal.Moment { return s.state.Moments[s.rows[row]] }

// momentSort is all that momentKind looks at.
type momentSort struct {
	kind    journal.EventKind
	thing   journal.ThingKind
	version int
}

// lineOf says the day of a moment and what happened. Rows come and go while
// scrolling, so it keeps what it said.
func (s *Timeline) lineOf(m journal.Moment) string {
	date, sort := journal.DayOf(m.At), momentSort{m.Kind, m.Thing.Kind, m.Version}
	day, known := s.days[date]
	if !known {
		day = shortDay(date, s.today)
		s.days[date] = day
	}
	kind, known := s.kinds[sort]
	if !known {
		kind = momentKind(m)
		s.kinds[sort] = kind
	}
	switch m.Kind { // what these came to is not in the moment alone
	case journal.KindSlip:
		if slip, ok := s.state.Slip(m.Event); ok {
			kind = slipLine(slip, s.today)
		}
	case journal.KindRepair:
		kind = repairLine(m)
	}
	return day + " · " + kind
}

func (s *Timeline) openRow(i widget.ListItemID) {
	s.list.Unselect(i) // so that the same moment can be opened twice
	if i < len(s.rows) && s.moment(i).Thing.Kind != journal.ThingNone && s.OnThing != nil {
		s.OnThing(s.moment(i).Thing)
	}
}

// timelineLayout gives the list all the room below the tools.
type timelineLayout struct{ screen *Timeline }

// MinSize is small: the list scrolls.
func (l *timelineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 300) }

func (l *timelineLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.screen
	side := sideRoom(size.Width, tooNarrow(s, size.Width))
	inner := size.Width - 2*side
	y := float32(screenTop)
	high := widgets.HeightFor(s.head, inner-leaveRoom())
	putAt(s.head, side, y, inner-leaveRoom(), high)
	y += high + 18
	high = widgets.HeightFor(s.bar, inner)
	putAt(s.bar, side, y, inner, high)
	y += high + 14
	if s.note.Visible() {
		high = s.note.HeightFor(inner)
		putAt(s.note, side, y, inner, high)
		y += high + 10
	}
	putAt(s.list, side, y, inner, size.Height-y)
}
