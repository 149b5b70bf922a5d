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
	if w == nil {
		w = English
	}
	b := builder{state: s, today: today, w: w}
	d := Document{
		Lang:    ch.Lang,
		Label:   w.say("Goldseam · progress summary"),
		Title:   b.names(),
		Span:    w.span(ch.From, ch.To),
		Chosen:  b.chosen(ch),
		Close:   w.say("This is your shared account. It is not proof of anything, and it is not therapy."),
		Missing: w.say("Some signs can’t be drawn in this form and stand here as a box. The web page keeps them."),
		PageOf: func(page, of int) string {
			return w("Page {{.Page}} of {{.Of}}", map[string]any{"Page": page, "Of": of})
		},
	}
	if d.Lang == "" {
		d.Lang = "en"
	}
	if ch.Path {
		d.Path = b.path(c)
	}
	if ch.InForce {
		d.Sections = append(d.Sections, b.inForce(ch))
	}
	if ch.Plans {
		d.Sections = append(d.Sections, b.plans())
	}
	if ch.Opened {
		d.Sections = append(d.Sections, b.opened(ch))
	}
	if ch.Charts {
		d.Sections = append(d.Sections, b.checkIns(c, ch))
	}
	if ch.Breaks {
		d.Sections = append(d.Sections, b.breaks(ch))
	}
	return d
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
	if ch.Plans {
		parts = append(parts, b.w.say("plans and maps"))
	}
	if ch.Opened && ch.Reflections == nil {
		parts = append(parts, b.w.say("what was opened together"))
	} else if ch.Opened {
		parts = append(parts, b.w.say("some of what was opened together"))
	}
	if ch.Charts {
		parts = append(parts, b.w.say("check-in charts"))
	}
	if ch.Breaks {
		parts = append(parts, b.w.say("breaks and repairs"))
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
