package summary

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"goldseam.app/data/chart"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// Chart is what both answered to one question of the check-ins. Each partner has
// a line of their own; nothing is added up or compared.
type Chart struct {
	Names   [2]string
	Lines   [2]chart.Line
	Marks   []chart.Mark
	DayText func(day int) string // a day of a line or a mark in few words
	About   string               // what the drawing shows, for those who can't see it
	Says    []string             // what may be read from it, and what may not
	Open    string               // names the table where it is closed at first
	Head    [3]string            // of the table: the day, the two partners
	Rows    [][3]string
}

// checkIns lists the questions of the check-ins that were opened, each with its chart.
func (b builder) checkIns(c *course.Course, ch Choice) Section {
	s := Section{Kind: KindCharts, Title: b.w.say("Check-ins"), Empty: b.w.say("No check-ins were opened in this time.")}
	all, shown := b.marks(ch), []chart.Mark{}
	for _, q := range b.state.Questions() {
		drawn := &Chart{DayText: b.chartDay}
		for i, p := range []journal.Partner{journal.First, journal.Second} {
			drawn.Names[i], drawn.Lines[i] = b.name(p), lineOf(b.state.Answers(p, q.ID), ch)
		}
		if answered(drawn.Lines[0])+answered(drawn.Lines[1]) == 0 {
			continue
		}
		drawn.Marks = meanwhile(all, drawn.Lines)
		b.describe(drawn)
		it := Item{Entry: Entry{KindCharts, q.ID}, Title: b.question(c, q), Note: b.ends(q), Chart: drawn}
		s.Items = append(s.Items, it)
	}
	b.leaveOut(&s, ch)
	for _, it := range s.Items {
		shown = append(shown, it.Chart.Marks...)
	}
	if len(s.Items) > 0 {
		s.Note = b.chartNote(shown)
	}
	return s
}

// question gives the words of a question. Both will read it, so it names neither,
// unless the course has lost it.
func (b builder) question(c *course.Course, q journal.Asked) string {
	if known, ok := c.CheckIn.Question(q.ID); ok {
		return b.title(known.Asked(c.CheckIn.Partner))
	}
	return b.title(q.Text)
}

// ends says what the lowest and the highest answer mean.
func (b builder) ends(q journal.Asked) string {
	return b.w("0: {{.Low}}. 10: {{.High}}.", map[string]any{"Low": cleanLine(q.Low), "High": cleanLine(q.High)})
}

// chartNote says what holds for every chart, and what the signs below mean.
func (b builder) chartNote(marks []chart.Mark) string {
	note := b.w.say("Each line is one person’s own. A week without an answer stays a gap.")
	has := func(kind chart.MarkKind) bool {
		return slices.ContainsFunc(marks, func(m chart.Mark) bool { return m.Kind == kind })
	}
	if has(chart.StepClosed) {
		note += " " + b.w.say("Below, a stroke is a step that was closed.")
	}
	if has(chart.Break) {
		note += " " + b.w.say("A crack is a slip that both call a slip.")
	}
	if has(chart.Mended) {
		note += " " + b.w.say("A diamond is the day one was mended.")
	}
	return note
}

// describe says in words what the lines show: numbers and gaps, no direction.
func (b builder) describe(c *Chart) {
	c.Open, c.Head = b.w.say("The answers as a table"), [3]string{b.w.say("Day"), c.Names[0], c.Names[1]}
	c.About = b.w("Answers from 0 to 10 of {{.First}} and {{.Second}}, each as a line of their own.",
		map[string]any{"First": c.Names[0], "Second": c.Names[1]})
	c.Says = b.mayBeRead(c)
	c.Rows = b.table(c.Lines)
}

// mayBeRead says how far each line ordinarily swings, or that nothing can be said
// about it yet.
func (b builder) mayBeRead(c *Chart) []string {
	var says []string
	early := 0
	for i, line := range c.Lines {
		data := map[string]any{"Name": c.Names[i]}
		swing := chart.SwingOf(line)
		switch {
		case answered(line) == 0:
			continue
		case !swing.OK:
			early++
			says = append(says, b.w("{{.Name}}: under eight answers, so it is too early to tell.", data))
			continue
		}
		data["Low"], data["High"] = level(swing.Low), level(swing.High)
		says = append(says, b.w("{{.Name}}’s own usual range is the pale band from {{.Low}} to {{.High}}.", data))
		if slices.Contains(chart.Unusual(line), true) {
			says = append(says, b.w("A ring is where {{.Name}} began to swing more than usual.", data))
		}
	}
	if early == len(c.Lines) {
		return []string{b.w.say("Under eight answers each, so it is too early to tell.")}
	}
	return says
}

// level gives an end of a usual range as an answer that could be given.
func level(v float64) int { return int(math.Round(min(max(v, 0), chart.Most))) }

// table has a row for each day, with what each answered.
func (b builder) table(lines [2]chart.Line) [][3]string {
	type cell struct {
		day, side int
		text      string
	}
	var cells []cell
	for side, line := range lines {
		for _, p := range line {
			text := "–"
			if p.Answered {
				text = strconv.Itoa(p.Value)
			}
			cells = append(cells, cell{p.Day, side, text})
		}
	}
	slices.SortStableFunc(cells, func(x, y cell) int { return cmp.Compare(x.day, y.day) })
	var rows [][3]string
	last := math.MinInt
	for _, c := range cells {
		if c.day != last || rows[len(rows)-1][1+c.side] != "" {
			rows = append(rows, [3]string{0: b.w.date(dayOf(c.day))})
		}
		rows[len(rows)-1][1+c.side], last = c.text, c.day
	}
	return rows
}

// marks gives what happened meanwhile, as far as it was chosen: steps that were
// closed belong to the path.
func (b builder) marks(ch Choice) []chart.Mark {
	var marks []chart.Mark
	add := func(day journal.Day, kind chart.MarkKind, label string) {
		if ch.spans(day) {
			marks = append(marks, chart.Mark{Day: number(day), Kind: kind, Label: label})
		}
	}
	for _, step := range b.state.Steps {
		if ch.Path && !step.Closed.IsZero() {
			add(journal.DayOf(step.Closed), chart.StepClosed, b.w.say("A step was closed"))
		}
	}
	for _, slip := range b.state.Slips {
		if ch.Breaks && slip.Breaks() {
			add(slip.Day, chart.Break, b.w.say("Both called it a slip"))
		}
		if ch.Breaks && mended(slip) {
			add(journal.DayOf(slip.Mended), chart.Mended, b.w.say("Mended"))
		}
	}
	slices.SortStableFunc(marks, func(x, y chart.Mark) int { return cmp.Compare(x.Day, y.Day) })
	return marks
}

// meanwhile gives the marks between the first answer and the last: others would
// only press the lines together.
func meanwhile(marks []chart.Mark, lines [2]chart.Line) []chart.Mark {
	first, last := math.MaxInt, math.MinInt
	for _, line := range lines {
		for _, p := range line {
			first, last = min(first, p.Day), max(last, p.Day)
		}
	}
	return slices.DeleteFunc(slices.Clone(marks), func(m chart.Mark) bool { return m.Day < first || m.Day > last })
}

// chartDay names a day below a chart: the day and the first letters of the month.
func (b builder) chartDay(day int) string {
	t := dayOf(day).Time()
	return b.w("{{.Day}} {{.Month}}", map[string]any{"Day": t.Day(), "Month": b.w.say(shortMonths[t.Month()-1])})
}

// shortMonths are the months where there is little room.
var shortMonths = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// lineOf gives the answers of the span as a line.
func lineOf(answers []journal.Answer, ch Choice) chart.Line {
	var line chart.Line
	for _, a := range answers {
		if a.Day.Valid() && ch.spans(a.Day) {
			line = append(line, chart.Point{Day: number(a.Day), Value: a.Value, Answered: a.Answered})
		}
	}
	return line
}

func answered(line chart.Line) int {
	n := 0
	for _, p := range line {
		if p.Answered {
			n++
		}
	}
	return n
}

const secondsOfDay = 24 * 60 * 60

// number counts days, as charts do.
func number(d journal.Day) int { return int(d.Time().Unix() / secondsOfDay) }

func dayOf(number int) journal.Day {
	return journal.DayOf(time.Unix(int64(number)*secondsOfDay, 0).UTC())
}
