package screens

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// promisedDays is how many days back a check-in looks at what was promised.
const promisedDays = 7

// promisedCard asks how what the other promised was kept.
type promisedCard struct {
	screen *CheckInAnswer
	card   *widgets.Card
	list   *fyne.Container
	asked  []string // the agreements that are asked about, in order
	rows   []*promisedRow
}

func newPromisedCard(s *CheckInAnswer) *promisedCard {
	c := &promisedCard{screen: s, list: widgets.VGap(20)}
	head := widgets.VGap(4, widgets.NewText(lang.L("What {{.Name}} promised me", named(s.otherName())), widgets.Subheading),
		widgets.NewText(lang.L("Only what you can vouch for."), widgets.Small))
	c.card = widgets.NewCard(widgets.VGap(12, head, c.list, widgets.Spacer(), c.aside()))
	c.lay()
	return c
}

// aside is a question that nobody answers, with a way to help.
func (c *promisedCard) aside() fyne.CanvasObject {
	s := c.screen
	before, after := s.setup.Course.CheckIn.AsideParts()
	help := widgets.NewSmallButton(s.setup.Course.CheckIn.HelpLink, widgets.Quiet, func() { tellIf(s.OnHelp) })
	return widgets.VGap(3, widgets.NewText(strings.TrimSpace(before), widgets.Small),
		widgets.Wrap(0, flat(help), widgets.NewLine(strings.TrimSpace(after), widgets.Small)))
}

// lay lists what can be said of the day that the check-in is about.
func (c *promisedCard) lay() {
	c.list.RemoveAll()
	c.asked, c.rows = nil, nil
	day := c.screen.day()
	for _, a := range c.screen.journal.State().Agreements {
		if !a.Struck && a.MayMark(c.screen.me, day) {
			c.list.Add(c.row(a, day))
		}
	}
	if len(c.list.Objects) == 0 {
		c.list.Add(widgets.NewText(lang.L("Nothing to say here yet. When you agree on something that comes round, you can say here how it was kept."), widgets.Muted))
	}
	c.screen.place.Refresh()
}

// row is one agreement: what can be said of it, or when that was said already.
func (c *promisedCard) row(a journal.Agreement, day journal.Day) fyne.CanvasObject {
	terms := standing(a, day).Terms
	if marked, ok := c.markedAlone(a, day); ok {
		return widgets.VGap(2, widgets.NewText(terms.Title, widgets.Body), widgets.NewText(markedText(marked, c.screen.today()), widgets.Small))
	}
	c.asked = append(c.asked, a.ID)
	row := newPromisedRow(c.screen, a.ID, terms, c.daysIn(a, day))
	c.rows = append(c.rows, row)
	return row.box
}

// markedAlone gives the newest day of the week up to day on which the holder
// marked it outside a check-in.
func (c *promisedCard) markedAlone(a journal.Agreement, day journal.Day) (journal.Day, bool) {
	for n := range promisedDays {
		d := day.Add(-n)
		if _, ok := a.MarkedOn(d, c.screen.me); ok {
			return d, true
		}
	}
	return "", false
}

// daysIn counts the days of the week up to day on which it was in force, and
// which an earlier check-in did not count.
func (c *promisedCard) daysIn(a journal.Agreement, day journal.Day) int {
	days := 0
	for n := range promisedDays {
		d := day.Add(-n)
		if _, counted := a.CountedIn(d, c.screen.me); !counted && a.MayMark(c.screen.me, d) {
			days++
		}
	}
	return days
}

func markedText(day, today journal.Day) string {
	switch n := day.Until(today); {
	case n == 0:
		return lang.L("You marked it today.")
	case n == 1:
		return lang.L("You marked it yesterday.")
	case n < 7:
		return lang.L("You marked it on {{.Day}}.", map[string]any{"Day": lang.L(day.Time().Weekday().String())})
	default:
		return lang.L("You marked it on {{.Day}}.", map[string]any{"Day": longDay(day, today)})
	}
}

// given is what was said, of those that are asked about.
func (c *promisedCard) given() []journal.Counted {
	var all []journal.Counted
	for _, id := range c.asked {
		if k, ok := c.screen.counted[id]; ok {
			all = append(all, k)
		}
	}
	return all
}

func (c *promisedCard) forget() {
	for _, row := range c.rows {
		row.pills.OnPick = nil
	}
	c.list.RemoveAll()
}

// promisedChoice is one thing that can be said: a word, and how it counts.
type promisedChoice struct {
	label    string
	kept, of int
}

// promisedChoices are for something that comes round each day, or else once.
func promisedChoices(daily bool, days int) []promisedChoice {
	none := promisedChoice{lang.L("didn't come up"), 0, 0}
	if !daily || days < 2 {
		return []promisedChoice{{lang.L("kept"), 1, 1}, {lang.L("not"), 0, 1}, none}
	}
	var all []promisedChoice
	for n := range days + 1 {
		all = append(all, promisedChoice{strconv.Itoa(n), n, days})
	}
	return append(all, none)
}

// promisedRow is one agreement with the chips below it.
type promisedRow struct {
	screen    *CheckInAnswer
	id        string
	choices   []promisedChoice
	days      int           // of something daily; 0 otherwise
	count     *widgets.Text // says what the numbers mean; nil where they are words
	pills     *widgets.Filter
	clear     *widgets.Button
	box, head *fyne.Container
}

func newPromisedRow(s *CheckInAnswer, id string, t journal.Terms, days int) *promisedRow {
	r := &promisedRow{screen: s, id: id, choices: promisedChoices(t.Rhythm == journal.Daily, days)}
	labels := make([]string, len(r.choices))
	for i, c := range r.choices {
		labels[i] = c.label
	}
	r.pills = widgets.NewFilter(labels, r.pick)
	r.clear = widgets.NewSmallButton(lang.L("Leave it empty"), widgets.Quiet, r.empty)
	r.head = widgets.VGap(2, widgets.HGap(8, widgets.Fill(widgets.NewText(t.Title, widgets.Body)), flat(r.clear)))
	if len(r.choices) > 3 {
		r.days = days
		r.count = widgets.NewText("", widgets.Small)
		r.head.Add(r.count)
	}
	r.box = widgets.VGap(6, r.head, r.pills)
	said, ok := s.counted[id]
	picked := slices.IndexFunc(r.choices, func(c promisedChoice) bool { return ok && c.kept == said.Kept && c.of == said.Of })
	if picked < 0 {
		delete(s.counted, id)
	}
	r.show(picked)
	return r
}

// pick keeps what was said.
func (r *promisedRow) pick(i int) {
	c := r.choices[i]
	r.screen.counted[r.id] = journal.Counted{Agreement: r.id, Kept: c.kept, Of: c.of}
	r.show(i)
	r.screen.changed()
}

// empty takes it back; the keyboard goes back to the chips.
func (r *promisedRow) empty() {
	delete(r.screen.counted, r.id)
	r.screen.aim(r.pills)
	r.show(-1)
	r.screen.changed()
}

// show draws what is picked: green where it was kept.
func (r *promisedRow) show(picked int) {
	r.pills.Kind = widgets.ChipGold
	if picked >= 0 && r.choices[picked].kept > 0 {
		r.pills.Kind = widgets.ChipSage
	}
	r.pills.SetPicked(picked)
	showIf(r.clear, picked >= 0)
	if r.count != nil {
		r.count.SetText(r.countText(picked))
	}
	r.screen.place.Refresh()
}

func (r *promisedRow) countText(picked int) string {
	days := map[string]any{"Days": r.days}
	if picked < 0 || r.choices[picked].of == 0 {
		return lang.L("On how many of the {{.Days}} days was it kept?", days)
	}
	days["Kept"] = r.choices[picked].kept
	return lang.L("kept on {{.Kept}} of {{.Days}} days", days)
}
