package screens

import (
	"math"
	"sort"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// TimelinePlace is what a timeline shows, and where in it: enough to come back
// to the same place. Places can be compared; the zero one is the newest of all.
type TimelinePlace struct {
	Filter int     // which of the pills
	Query  string  // what is searched for; empty for no search
	Moment int64   // the number of the first moment in sight; 0 for the newest
	Below  float32 // how much of it is scrolled out of sight, in points
}

// Place tells where the timeline is.
func (s *Timeline) Place() TimelinePlace {
	if s.goal != nil {
		return *s.goal
	}
	p := TimelinePlace{Filter: int(s.filter), Query: s.query}
	offset, pitch := s.list.GetScrollOffset(), s.pitch()
	if row := int(offset / pitch); offset > 0 && row < len(s.rows) {
		p.Moment, p.Below = s.moment(row).Number, offset-float32(row)*pitch
	}
	return p
}

// GoTo shows a place again, or the nearest that is left of it. It may be called
// before the timeline is shown.
func (s *Timeline) GoTo(p TimelinePlace) {
	if p.Filter < int(momentsAll) || p.Filter > int(momentsSteps) {
		p.Filter = int(momentsAll)
	}
	s.stop()
	s.filter, s.query, s.found = momentFilter(p.Filter), p.Query, nil
	s.pills.SetPicked(p.Filter)
	s.search.OnChanged = nil // what it finds shows at once
	s.search.SetText(p.Query)
	s.search.OnChanged = s.searchFor
	s.goal = &p
	if p.Query != "" {
		s.find()
		return
	}
	s.asked++
	s.choose()
}

// arrive scrolls to where a reload or GoTo wants to be, once that can be done.
func (s *Timeline) arrive() {
	if s.goal == nil || s.list.Size().Height <= 0 || (s.query != "" && s.found == nil) {
		return
	}
	p := *s.goal
	s.goal = nil
	if p.Moment == 0 || len(s.rows) == 0 {
		return
	}
	row := sort.Search(len(s.rows), func(i int) bool { return s.moment(i).Number <= p.Moment })
	below := p.Below
	if row == len(s.rows) || s.moment(row).Number != p.Moment || below >= s.pitch() {
		below = 0
	}
	s.scrollTo(float32(row)*s.pitch() + below)
}

// goToDay goes to the moment nearest to a typed day.
func (s *Timeline) goToDay(text string) {
	day := pastDayTyped(text, s.today)
	switch {
	case day == "":
		return
	case !day.Valid():
		s.sayWrong(lang.L("Please write the day as 12.11. or 2026-11-12."))
		return
	case len(s.rows) == 0:
		return
	}
	row := s.nearest(day)
	s.list.Highlight(row)
	s.scrollTo(float32(row) * s.pitch())
}

// nearest is the row of the moment nearest to a day: the newest one of that day,
// if there is one.
func (s *Timeline) nearest(day journal.Day) int {
	number := dayNumber(day)
	row := sort.Search(len(s.rows), func(i int) bool { return s.dayOf(i) <= number })
	switch {
	case row == 0:
		return 0
	case row == len(s.rows), s.dayOf(row-1)-number < number-s.dayOf(row):
		return row - 1
	default:
		return row
	}
}

// sayWrong shows a line below the tools; empty takes it away.
func (s *Timeline) sayWrong(text string) {
	if text == s.wrong.Text {
		return
	}
	s.wrong.SetText(text)
	showIf(s.wrong, text != "")
	s.whole.Refresh()
}

// step moves the list by a week, and by all that is in sight at least, or to its
// ends.
func (s *Timeline) step(to widgets.OverviewStep) {
	const week = 7
	middle := s.middle()
	page := max(1, math.Floor(float64(s.list.Size().Height/s.pitch())))
	switch to {
	case widgets.StepEarlier:
		s.showMiddle(max(s.rowAt(s.timeAt(middle)-week), middle+page))
	case widgets.StepLater:
		s.showMiddle(min(s.rowAt(s.timeAt(middle)+week), middle-page))
	case widgets.StepFirst:
		s.showMiddle(float64(len(s.rows)))
	case widgets.StepLast:
		s.showMiddle(0)
	}
}

// pitch is how far it is from one row to the next, in points.
func (s *Timeline) pitch() float32 {
	th := s.Theme()
	return s.style.rowHeight(th.Size(widgets.SizeSmall), th.Size(widgets.SizeBody)) + th.Size(theme.SizeNamePadding)
}

// scrollTo scrolls as far as there are rows.
func (s *Timeline) scrollTo(offset float32) {
	most := float32(len(s.rows))*s.pitch() - s.Theme().Size(theme.SizeNamePadding) - s.list.Size().Height
	s.list.ScrollToOffset(max(0, min(offset, most)))
	s.showWindow()
}

// showMiddle scrolls a row to the middle; a half is between two rows.
func (s *Timeline) showMiddle(row float64) {
	s.scrollTo(float32(row+0.5)*s.pitch() - s.list.Size().Height/2)
}

// middle is the row in the middle of the list.
func (s *Timeline) middle() float64 {
	return float64((s.list.GetScrollOffset()+s.list.Size().Height/2)/s.pitch()) - 0.5
}

// dayOf is the day of a row's moment.
func (s *Timeline) dayOf(row int) int { return int(math.Floor(dayTime(s.moment(row).At))) }

// timeAt is the time of a place in the list, in days; between two rows it is
// between their times.
func (s *Timeline) timeAt(row float64) float64 {
	row = min(max(row, 0), float64(len(s.rows)-1))
	newer := int(row)
	at := dayTime(s.moment(newer).At)
	if newer+1 == len(s.rows) {
		return at
	}
	return at + (row-float64(newer))*(dayTime(s.moment(newer+1).At)-at)
}

// rowAt is the place of a time in the list.
func (s *Timeline) rowAt(at float64) float64 {
	i := sort.Search(len(s.rows), func(i int) bool { return dayTime(s.moment(i).At) <= at })
	if i == 0 || i == len(s.rows) {
		return float64(max(0, min(i, len(s.rows)-1)))
	}
	newer, older := dayTime(s.moment(i-1).At), dayTime(s.moment(i).At)
	return float64(i-1) + (newer-at)/max(newer-older, 1e-9)
}
