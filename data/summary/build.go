package summary

import (
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// builder holds what every part of the document needs.
type builder struct {
	state journal.State
	today journal.Day
	w     Words
}

// Build makes the document from what was shared: what ch chooses and nothing
// else. Agreements, boundaries and the path are those of today; the span chooses
// what was opened. With a nil w the document is in English.
func Build(s journal.State, c *course.Course, ch Choice, today journal.Day, w Words) Document {
	b := newBuilder(s, today, w)
	switch ch.For {
	case Fridge:
		return b.fridge(ch)
	case Therapist:
		return b.therapist(c, ch)
	}
	d := b.document(ch)
	d.Title, d.Span, d.Ended, d.Chosen = b.names(), b.w.span(ch.From, ch.To), b.ended(), b.chosen(ch)
	if ch.Path {
		d.Path = b.path(c)
	}
	for _, k := range []Kind{KindInForce, KindPlans, KindOpened, KindCharts, KindBreaks, KindLastWords} {
		d.Sections = append(d.Sections, b.section(c, ch, k)...)
	}
	return d
}

// Entries gives what a section could have, so that it can be chosen one by one.
// What is left out of ch is among it.
func Entries(s journal.State, c *course.Course, ch Choice, k Kind, today journal.Day, w Words) []Item {
	ch.Without = nil
	if on := ch.Section(k); on != nil {
		*on = true
	}
	var items []Item
	for _, section := range newBuilder(s, today, w).section(c, ch, k) {
		items = append(items, section.Items...)
	}
	return items
}

func newBuilder(s journal.State, today journal.Day, w Words) builder {
	if w == nil {
		w = English
	}
	return builder{state: s, today: today, w: w}
}

// document is what every summary says.
func (b builder) document(ch Choice) Document {
	d := Document{
		Lang:    ch.Lang,
		Label:   b.w.say("Goldseam · progress summary"),
		Close:   b.w.say("This is your shared account. It is not proof of anything, and it is not therapy."),
		Missing: b.w.say("Some signs can’t be drawn in this form and stand here as a box. The web page keeps them."),
		PageOf: func(page, of int) string {
			return b.w("Page {{.Page}} of {{.Of}}", map[string]any{"Page": page, "Of": of})
		},
	}
	if d.Lang == "" {
		d.Lang = "en"
	}
	return d
}

// section gives one section, if it was chosen. The fridge door, the open questions
// and the last words are without one where there is nothing.
func (b builder) section(c *course.Course, ch Choice, k Kind) []Section {
	if on := ch.Section(k); on == nil || !*on {
		return nil
	}
	switch k {
	case KindInForce:
		if ch.For == Fridge {
			return []Section{b.onTheFridge(ch)}
		}
		return []Section{b.inForce(ch)}
	case KindQuestions:
		if ch.For != Therapist {
			return nil
		}
		return b.openQuestions(ch)
	case KindPlans:
		return []Section{b.plans(ch)}
	case KindOpened:
		return []Section{b.opened(ch)}
	case KindCharts:
		return []Section{b.checkIns(c, ch)}
	case KindBreaks:
		return []Section{b.breaks(ch)}
	case KindLastWords:
		if ch.For != Everything {
			return nil
		}
		return b.lastWords(ch)
	}
	return nil
}

// name gives a partner's name, fit for one line.
func (b builder) name(p journal.Partner) string { return cleanLine(b.state.Person(p).Name) }

func (b builder) names() string {
	first, second := b.name(journal.First), b.name(journal.Second)
	switch {
	case second == "":
		return first
	case first == "":
		return second
	}
	return b.w("{{.First}} and {{.Second}}", map[string]any{"First": first, "Second": second})
}

// chosen says what is included and that nothing else is.
func (b builder) chosen(ch Choice) string {
	var parts []string
	if ch.Path {
		parts = append(parts, b.w.say("the path"))
	}
	if ch.InForce {
		parts = append(parts, b.w.say("agreements and boundaries in force"))
	}
	if len(b.section(nil, ch, KindQuestions)) > 0 {
		parts = append(parts, b.w.say("open questions"))
	}
	if ch.Plans {
		parts = append(parts, b.w.say("plans and maps"))
	}
	switch {
	case ch.Opened && ch.some(KindOpened):
		parts = append(parts, b.w.say("some of what was opened together"))
	case ch.Opened:
		parts = append(parts, b.w.say("what was opened together"))
	}
	if ch.Charts {
		parts = append(parts, b.w.say("check-in charts"))
	}
	if ch.Breaks {
		parts = append(parts, b.w.say("breaks and repairs"))
	}
	if len(b.section(nil, ch, KindLastWords)) > 0 {
		parts = append(parts, b.w.say("last words that were opened"))
	}
	if len(parts) == 0 {
		return b.w.say("Nothing was chosen for this summary.")
	}
	return b.w("In this summary: {{.Parts}}. Nothing else was chosen.", map[string]any{"Parts": join(parts)})
}

func join(parts []string) string {
	list := parts[0]
	for _, p := range parts[1:] {
		list += "; " + p
	}
	return list
}

// path shows the numbered steps. The first open step of the whole course, also
// an unnumbered one, is where they are.
func (b builder) path(c *course.Course) *Path {
	p := &Path{}
	closed, now := 0, ""
	for _, step := range c.Steps {
		_, done := b.state.StepClosed(step.ID)
		state := Later
		switch {
		case done:
			state = Closed
		case now == "":
			state, now = Here, cleanLine(step.Title)
		}
		if step.Number == 0 {
			continue
		}
		if done {
			closed++
		}
		p.Nodes = append(p.Nodes, Node{Title: cleanLine(step.Title), State: state, Label: b.stateName(state)})
	}
	p.Line = b.pathLine(closed, len(p.Nodes), now)
	return p
}

func (b builder) pathLine(closed, all int, now string) string {
	line := b.w("{{.Closed}} of {{.All}} steps closed.", map[string]any{"Closed": closed, "All": all})
	if all == len(stepsClosed)-1 {
		line = b.w.say(stepsClosed[closed])
	}
	if now == "" {
		return line
	}
	return line + " " + b.w("Now: {{.Step}}.", map[string]any{"Step": now})
}

func (b builder) stateName(s NodeState) string {
	switch s {
	case Closed:
		return b.w.say("closed")
	case Here:
		return b.w.say("you are here")
	default:
		return b.w.say("still to come")
	}
}
