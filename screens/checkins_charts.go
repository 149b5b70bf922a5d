package screens

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/chart"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// The spans that the charts can show, and how many days back they reach.
const (
	spanQuarter = iota
	spanYear
	spanAll
)

var spanDays = []int{13 * 7, 365}

// chartsFrom is the day from which days are counted on a chart.
const chartsFrom journal.Day = "2000-01-01"

// chartsBelow is the width under which the charts stand below each other.
const chartsBelow = 860

// chartsPart holds the charts of all questions that were ever answered; nil when
// there is none.
func (s *CheckIns) chartsPart(state journal.State) fyne.CanvasObject {
	questions := state.Questions()
	if len(questions) == 0 {
		return nil
	}
	box := widgets.VGap(14)
	first := firstAnswered(state)
	head := widgets.Wrap(14, widgets.NewText(lang.L("How it goes, each with a line of your own"), widgets.Heading))
	if first.Until(s.today()) > spanDays[spanQuarter] {
		span := widgets.NewFilter([]string{lang.L("13 weeks"), lang.L("a year"), lang.L("all")}, s.setSpan)
		span.SetPicked(s.span)
		head.Add(span)
	}
	box.Add(head)
	for _, q := range questions {
		s.charts = append(s.charts, newCheckInChart(s, state, q))
	}
	for pair := range slices.Chunk(s.charts, 2) {
		row := widgets.StackBelow(chartsBelow, 18, nil, objects(pair[0].card)...)
		if len(pair) > 1 {
			row.Add(pair[1].card)
		} else {
			row.Add(widgets.VGap(0))
		}
		box.Add(row)
	}
	box.Add(widgets.NewText(lang.L("The pale band is how far somebody's answers ordinarily swing, once there are eight. A ring is where they began to swing more than that."), widgets.Small))
	if len(chartMarks(state, s.stepTitle, first)) > 0 {
		box.Add(widgets.NewText(lang.L("Below the lines: a tick is a step you closed, a crack a slip that you both call one, a gold diamond where it was mended."), widgets.Small))
	}
	return box
}

func (s *CheckIns) setSpan(picked int) {
	s.span = picked
	for _, c := range s.charts {
		c.show()
	}
	s.place.Refresh()
}

// from is the first day that the charts show; empty for all.
func (s *CheckIns) from() journal.Day {
	if s.span >= len(spanDays) {
		return ""
	}
	return s.today().Add(-spanDays[s.span])
}

func (s *CheckIns) stepTitle(id string) string {
	step, _ := s.course.Step(id)
	return step.Title
}

// firstAnswered is the day of the oldest check-in.
func firstAnswered(state journal.State) journal.Day {
	first := journal.Day("")
	for _, o := range state.CheckIns {
		for _, c := range slices.Concat(o.Of[0], o.Of[1]) {
			if first == "" || c.Day < first {
				first = c.Day
			}
		}
	}
	return first
}

// chartMarks are what happened beside the check-ins since a day: steps closed,
// slips of both, and where they were mended.
func chartMarks(state journal.State, title func(step string) string, since journal.Day) []chart.Mark {
	var marks []chart.Mark
	add := func(day journal.Day, kind chart.MarkKind, label string) {
		if day.Valid() && day >= since {
			marks = append(marks, chart.Mark{Day: chartsFrom.Until(day), Kind: kind, Label: label})
		}
	}
	for _, step := range state.Steps {
		if !step.Closed.IsZero() {
			add(journal.DayOf(step.Closed), chart.StepClosed, title(step.ID))
		}
	}
	for _, slip := range state.Slips {
		if slip.Breaks() {
			add(slip.Day, chart.Break, "")
		}
		if !slip.TakenBack && !slip.Mended.IsZero() {
			add(journal.DayOf(slip.Mended), chart.Mended, "")
		}
	}
	slices.SortStableFunc(marks, func(a, b chart.Mark) int { return cmp.Compare(a.Day, b.Day) })
	return marks
}

// checkInChart is one question: the lines of both, what can be said about each,
// and the same as a table.
type checkInChart struct {
	screen  *CheckIns
	state   journal.State
	id      string
	answers [2][]journal.Answer // all that there are
	shown   [2][]journal.Answer // those of the span
	chart   *widgets.Chart
	point   *widgets.Text
	swings  *fyne.Container
	place   *fyne.Container // the chart, or the table
	toggle  *widgets.Button
	table   bool
	card    *widgets.Card
}

func newCheckInChart(s *CheckIns, state journal.State, asked journal.Asked) *checkInChart {
	c := &checkInChart{screen: s, state: state, id: asked.ID, place: widgets.VGap(6), swings: widgets.VGap(2)}
	for side := range 2 {
		c.answers[side] = state.Answers(sideOwner(side), asked.ID)
	}
	c.chart = widgets.NewChart([2]chart.Line{}, nil, c.dayText)
	c.chart.OnPoint = c.look
	c.point = widgets.NewText("", widgets.Small)
	c.toggle = widgets.NewSmallButton("", widgets.Quiet, c.turn)
	title := asked.Text
	if q, ok := s.course.CheckIn.Question(asked.ID); ok {
		title = q.Asked(s.course.CheckIn.Partner) // both read it, so it names neither
	}
	ends := lang.L("0 · {{.Low}}    10 · {{.High}}", map[string]any{"Low": asked.Low, "High": asked.High})
	c.card = widgets.NewCard(widgets.VGap(8, widgets.NewText(title, widgets.Question), widgets.NewText(ends, widgets.Small),
		c.place, c.swings, widgets.Spacer(), widgets.Wrap(0, flat(c.toggle))))
	c.show()
	return c
}

func (c *checkInChart) dayText(day int) string {
	return shortDay(chartsFrom.Add(day), c.screen.today())
}

// show draws the span that is chosen, as a chart or as a table. The band is taken
// from all answers, whatever the span.
func (c *checkInChart) show() {
	from := c.screen.from()
	var lines [2]chart.Line
	for side := range 2 {
		c.shown[side] = slices.DeleteFunc(slices.Clone(c.answers[side]), func(a journal.Answer) bool { return a.Day < from })
		for _, a := range c.answers[side] {
			lines[side] = append(lines[side], chart.Point{Day: chartsFrom.Until(a.Day), Value: a.Value, Answered: a.Answered})
		}
		c.chart.Names[side] = ""
		if answeredAny(c.shown[side]) {
			c.chart.Names[side] = c.screen.name(sideOwner(side))
		}
	}
	c.chart.From = 0
	if from != "" {
		c.chart.From = chartsFrom.Until(from)
	}
	c.chart.SetLines(lines, chartMarks(c.state, c.screen.stepTitle, firstAnswered(c.state)))
	c.tellSwings(lines)
	c.lay()
}

func answeredAny(list []journal.Answer) bool {
	return slices.ContainsFunc(list, func(a journal.Answer) bool { return a.Answered })
}

// lay puts the chart or the table in the place.
func (c *checkInChart) lay() {
	c.look(0, -1)
	if c.table {
		c.toggle.SetText(lang.L("Show as a chart"))
		swap(c.place, c.newTable())
		return
	}
	c.toggle.SetText(lang.L("Show as a table"))
	swap(c.place, c.chart, c.point)
}

func (c *checkInChart) turn() {
	c.table = !c.table
	c.lay()
	c.screen.place.Refresh()
}

// look says which point is looked at.
func (c *checkInChart) look(side, index int) {
	if index < 0 || index >= len(c.answers[side]) {
		c.point.SetText(lang.L("Arrow keys or the mouse show each point."))
		return
	}
	a := c.answers[side][index]
	c.point.SetText(lang.L("{{.Name}}: {{.Value}} of 10 on {{.Day}}", map[string]any{
		"Name": c.screen.name(sideOwner(side)), "Value": a.Value, "Day": longDay(a.Day, c.screen.today()),
	}))
}

// tellSwings says, for each of the two alone, how an ordinary week is.
func (c *checkInChart) tellSwings(lines [2]chart.Line) {
	c.swings.RemoveAll()
	for side, line := range lines {
		if answeredAny(c.answers[side]) {
			c.swings.Add(widgets.NewText(swingText(c.screen.name(sideOwner(side)), line), widgets.Small))
		}
	}
}

// swingText says how one partner's ordinary week is, or that it is too early to
// tell.
func swingText(name string, line chart.Line) string {
	count, last := 0, -1
	for i, p := range line {
		if p.Answered {
			count, last = count+1, i
		}
	}
	data := map[string]any{"Name": name, "Count": count, "Of": chart.Baseline}
	swing := chart.SwingOf(line)
	if !swing.OK {
		return lang.L("{{.Name}} · too early to tell: {{.Count}} of {{.Of}} points", data)
	}
	data["Low"], data["High"] = usual(swing)
	text := lang.L("usual for {{.Name}}: {{.Low}} to {{.High}}", data)
	if data["Low"] == data["High"] {
		text = lang.L("usual for {{.Name}}: {{.Low}}", data)
	}
	if chart.Unusual(line)[last] {
		text = lang.L("{{.Usual}} · the newest is more than the usual swing", map[string]any{"Usual": text})
	}
	return text
}

// usual gives the lowest and the highest answer inside a swing; where it is so
// narrow that none is, the two around it.
func usual(s chart.Swing) (low, high int) {
	least, most := max(s.Low, 0), min(s.High, chart.Most)
	low, high = int(math.Ceil(least)), int(math.Floor(most))
	if low > high {
		low, high = high, low
	}
	return low, high
}
