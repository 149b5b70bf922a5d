package summary

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// therapist puts what a first look needs in front: where they are, what is in
// force, what they want to ask, the charts, breaks and repairs. What else was
// chosen follows on pages of its own.
func (b builder) therapist(c *course.Course, ch Choice) Document {
	d := b.document(ch)
	d.Title, d.Span, d.Ended, d.Chosen = b.names(), b.w.span(ch.From, ch.To), b.ended(), b.chosen(ch)
	if ch.Path {
		d.Path = b.path(c)
	}
	short := ch
	short.TitlesOnly = true
	for _, k := range []Kind{KindInForce, KindQuestions, KindCharts, KindBreaks} {
		d.Sections = append(d.Sections, b.section(c, short, k)...)
	}
	d.Front = len(d.Sections)
	d.Sections = append(d.Sections, b.wording(ch)...)
	for _, k := range []Kind{KindPlans, KindOpened} {
		d.Sections = append(d.Sections, b.section(c, ch, k)...)
	}
	return d
}

// wording gives what is in force once more, with its words.
func (b builder) wording(ch Choice) []Section {
	if !ch.InForce || ch.TitlesOnly {
		return nil
	}
	s := b.inForce(ch)
	if len(s.Items) == 0 {
		return nil
	}
	s.Title, s.Note = b.w.say("In force, word for word"), ""
	for i := range s.Items {
		s.Items[i].Note = ""
	}
	return []Section{s}
}

// The list of questions in the course, and the label of those that want a
// therapist. Both are stored in journals.
const (
	questionsExercise = "talk.questions"
	therapistLabel    = "with a therapist"
)

// openQuestions lists what both meant for a therapist, when both have opened
// their lists: the newest of each. Without any there is no such section.
func (b builder) openQuestions(ch Choice) []Section {
	var lists [2][]Item
	var opened [2]bool
	for _, r := range b.state.Reflections {
		if r.Exercise != questionsExercise || r.Struck || r.TakenBack || !ch.spans(journal.DayOf(r.At)) {
			continue
		}
		for _, part := range r.Parts {
			for side, kept := range part.Answers {
				if questions, ok := b.questions(r.ID, side, kept); ok {
					lists[side], opened[side] = questions, true
				}
			}
		}
	}
	s := Section{Kind: KindQuestions, Title: b.w.say("Open questions"), Items: append(lists[0], lists[1]...)}
	if !opened[0] || !opened[1] || len(s.Items) == 0 {
		return nil
	}
	b.leaveOut(&s, ch)
	return []Section{s}
}

// questions gives the lines for a therapist out of an answer that is a list.
func (b builder) questions(reflection string, side int, kept json.RawMessage) (questions []Item, isList bool) {
	var a course.Answer
	if len(kept) == 0 || json.Unmarshal(kept, &a) != nil {
		return nil, false
	}
	partner := []journal.Partner{journal.First, journal.Second}[side]
	for i, item := range a.Items {
		isList = isList || item.Label != ""
		text := cleanLine(item.Text)
		if item.Label != therapistLabel || text == "" {
			continue
		}
		id := reflection + "/" + strconv.Itoa(side) + "/" + strconv.Itoa(i)
		note := b.w.name("{{.Name}}’s question.", b.name(partner))
		questions = append(questions, Item{Entry: Entry{KindQuestions, id}, Title: text, Note: note})
	}
	return questions, isList
}

// fridge is one page for a door: agreements alone, with no name but those that the
// couple wrote into them.
func (b builder) fridge(ch Choice) Document {
	d := b.document(ch)
	d.Label, d.Title, d.Span, d.Poster, d.PageOf = "", b.w.say("What we agreed"), b.w.date(b.today), true, nil
	d.Close = b.w.say("This is our shared account. It is not proof of anything.")
	d.Sections = b.section(nil, ch, KindInForce)
	d.More = func(n int) string {
		if n == 1 {
			return b.w.say("And one more, in the journal.")
		}
		return b.w("And {{.Number}} more, in the journal.", map[string]any{"Number": n})
	}
	return d
}

// onTheFridge lists agreements in force with one sentence each. Temporary access,
// and what is about bodies or moving in, is nothing for a door.
func (b builder) onTheFridge(ch Choice) Section {
	s := Section{Kind: KindInForce, Title: b.w.say("In force"), Empty: b.w.say("Nothing is in force on this day.")}
	for _, a := range b.state.Agreements {
		v, ok := a.InForce(b.today)
		if !ok || a.Struck || v.Terms.Kind == journal.TemporaryAccess || v.Terms.Bodies {
			continue
		}
		it := Item{Entry: Entry{KindInForce, a.ID}, Title: b.title(v.Terms.Title)}
		if !ch.TitlesOnly {
			it.Text = oneSentence(clean(v.Terms.Text))
		}
		s.Items = append(s.Items, it)
	}
	b.leaveOut(&s, ch)
	return s
}

const sentenceMost = 200 // runes of the one sentence

// oneSentence gives the first sentence of clean words, on one line.
func oneSentence(words string) string {
	line := ""
	for _, p := range paragraphs(words) {
		if line = strings.Join(strings.Fields(p), " "); line != "" {
			break
		}
	}
	for i, r := range line {
		end := i + utf8.RuneLen(r)
		if strings.ContainsRune(".!?…", r) && (end == len(line) || line[end] == ' ') {
			line = line[:end]
			break
		}
	}
	if utf8.RuneCountInString(line) <= sentenceMost {
		return line
	}
	short := string([]rune(line)[:sentenceMost])
	if cut := strings.LastIndexByte(short, ' '); cut > 0 {
		short = short[:cut]
	}
	return short + "…"
}
