package summary

import (
	"slices"
	"strings"
	"time"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// inForce lists the agreements in force today, then the boundaries that stand.
func (b builder) inForce(ch Choice) Section {
	s := Section{Kind: KindInForce, Title: b.w.say("In force"), Empty: b.w.say("Nothing is in force on this day.")}
	if ch.To != b.today {
		s.Note = b.w("As of {{.Date}}.", map[string]any{"Date": b.w.date(b.today)})
	}
	for _, a := range b.state.Agreements {
		if v, ok := a.InForce(b.today); ok && !a.Struck {
			it := b.agreement(v, ch.For)
			it.Entry = Entry{KindInForce, a.ID}
			if !ch.TitlesOnly || ch.For == Therapist {
				it.Note = strings.Join(append([]string{it.Note}, b.kept(a, v.Terms)...), " ")
			}
			s.Items = append(s.Items, it)
		}
	}
	for _, bound := range b.state.Boundaries {
		if bound.Ended.IsZero() && !bound.Struck && len(bound.Versions) > 0 {
			s.Items = append(s.Items, b.boundary(bound))
		}
	}
	b.leaveOut(&s, ch)
	if ch.For == Therapist && len(s.Items) > 0 {
		s.Note = strings.TrimSpace(s.Note + " " + b.w.say("Both have signed every agreement."))
	}
	for i := range s.Items {
		s.Items[i].Number = i + 1
		if ch.TitlesOnly {
			s.Items[i].Text, s.Items[i].Why = "", ""
		}
	}
	return s
}

// leaveOut takes out of a section what was not chosen.
func (b builder) leaveOut(s *Section, ch Choice) {
	all := len(s.Items)
	s.Items = slices.DeleteFunc(s.Items, func(it Item) bool { return ch.Without[it.Entry] })
	if all > 0 && len(s.Items) == 0 {
		s.Empty = b.w.say("None of this was chosen.")
	}
}

// plans lists what they made to be at hand.
func (b builder) plans(ch Choice) Section {
	s := Section{Kind: KindPlans, Title: b.w.say("At hand"), Empty: b.w.say("There is no plan or map yet.")}
	for _, p := range b.state.Plans() {
		part := b.part(journal.OpenedPart{Words: p.Words})
		s.Items = append(s.Items, Item{
			Entry: Entry{KindPlans, p.Kind}, Title: b.title(b.planName(p)), Note: b.when(p.At), Parts: []Part{part},
		})
	}
	b.leaveOut(&s, ch)
	return s
}

func (b builder) planName(p journal.Plan) string {
	switch p.Kind {
	case course.KeepsTriggerPlan:
		return b.w.say("Trigger plan")
	case course.KeepsComfortMap:
		return b.w.say("Comfort map")
	case course.KeepsLoopMap:
		return b.w.say("Loop map")
	default:
		return p.Title
	}
}

func (b builder) agreement(v journal.Version, whom Audience) Item {
	it := Item{Title: b.title(v.Terms.Title), Text: clean(v.Terms.Text)}
	if why := clean(v.Terms.Why); why != "" {
		it.Why = b.w("Why it matters: {{.Why}}", map[string]any{"Why": why})
	}
	notes := b.promise(v.Terms)
	if whom != Therapist { // the section says it of all
		notes = append(notes, b.w("Signed by both, version {{.Number}}.", map[string]any{"Number": v.Number}))
	}
	it.Note = strings.Join(append(notes, b.dates(v.Terms)...), " ")
	return it
}

// promise says what kind of agreement it is and who promises.
func (b builder) promise(t journal.Terms) []string {
	name := b.name(t.Promises)
	switch {
	case t.Kind == journal.TemporaryAccess && name != "":
		return []string{b.w.name("Temporary access, given by {{.Name}}.", name)}
	case t.Kind == journal.TemporaryAccess:
		return []string{b.w.say("Temporary access.")}
	}
	var notes []string
	switch t.Kind {
	case journal.Ritual:
		notes = append(notes, b.w.say("A ritual."))
	case journal.Goal:
		notes = append(notes, b.w.say("A goal."))
	}
	if name == "" {
		return append(notes, b.w.say("Both promise."))
	}
	return append(notes, b.w.name("{{.Name}} promises.", name))
}

// dates says when an agreement ends and when it is looked at again.
func (b builder) dates(t journal.Terms) []string {
	var notes []string
	if t.End.Valid() {
		key := "Ends on {{.Date}}."
		if t.Kind == journal.TemporaryAccess {
			key = "Ends by itself on {{.Date}}."
		}
		notes = append(notes, b.w(key, map[string]any{"Date": b.w.shortDate(t.End, b.today)}))
	}
	if t.Review.Valid() && t.Review >= b.today {
		notes = append(notes, b.w("To look at again on {{.Date}}.", map[string]any{"Date": b.w.shortDate(t.Review, b.today)}))
	}
	return notes
}

func (b builder) boundary(bound journal.Boundary) Item {
	v := bound.Latest()
	return Item{
		Entry: Entry{KindInForce, bound.ID},
		Title: b.title(v.Title),
		Text:  clean(v.Text),
		Note:  b.w.name("{{.Name}}’s boundary.", b.name(bound.Owner)),
	}
}

// title gives a title of one line, never empty.
func (b builder) title(s string) string {
	if s = cleanLine(s); s != "" {
		return s
	}
	return b.w.say("Without a title")
}

// opened lists the chosen reflections of the span, in the order they were opened.
func (b builder) opened(ch Choice) Section {
	s := Section{Kind: KindOpened, Title: b.w.say("Opened together"), Empty: b.w.say("Nothing was opened in this time.")}
	for _, r := range b.state.Reflections {
		if ch.spans(journal.DayOf(r.At)) {
			s.Items = append(s.Items, b.reflection(r))
		}
	}
	b.leaveOut(&s, ch)
	return s
}

func (b builder) reflection(r journal.Reflection) Item {
	it := Item{Entry: Entry{KindOpened, r.ID}, Title: b.title(r.Title), Note: b.when(r.At)}
	if r.TakenBack {
		it.Text = b.w.say("Shared once, and taken back by its writer.")
		return it
	}
	if r.Struck {
		it.Text = b.w.say("These words were struck out together.")
		return it
	}
	for _, p := range r.Parts {
		if part := b.part(p); len(part.Voices) > 0 {
			it.Parts = append(it.Parts, part)
		}
	}
	return it
}

func (b builder) when(t time.Time) string { return b.w.shortDate(journal.DayOf(t), b.today) }

// part keeps what was written; a partner who had nothing to write has no voice.
func (b builder) part(p journal.OpenedPart) Part {
	part := Part{Title: cleanLine(p.Title)}
	asked := [2]string{clean(p.Prompts[0]), clean(p.Prompts[1])}
	if asked[0] == asked[1] {
		part.Prompt, asked = asked[0], [2]string{}
	}
	for i, partner := range []journal.Partner{journal.First, journal.Second} {
		if words := clean(p.Words[i]); words != "" {
			part.Voices = append(part.Voices, Voice{Partner: partner, Name: b.name(partner), Prompt: asked[i], Words: words})
		}
	}
	return part
}
