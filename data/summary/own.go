package summary

import (
	"encoding/json"
	"strconv"
	"strings"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// debriefPart is the private question after an exercise; the course does not
// list it among the parts.
const debriefPart = "debrief"

// OwnWriting gathers the holder's unopened writing, in the order of the course:
// drafts asks the journal for those of one exercise. Drafts about an agreement or
// a slip follow, then the check-ins.
func OwnWriting(s journal.State, c *course.Course, drafts func(exercise string) []journal.Draft) []journal.Draft {
	var all []journal.Draft
	for _, step := range c.Steps {
		for _, e := range step.Exercises {
			all = append(all, drafts(e.ID)...)
		}
	}
	for _, a := range s.Agreements {
		all = append(all, drafts(journal.Keeping+"."+a.ID)...)
	}
	for _, slip := range s.Slips {
		all = append(all, drafts(journal.Keeping+"."+slip.ID)...)
	}
	return append(all, drafts(journal.CheckInDrafts)...)
}

// BuildOwn makes the document of one partner's own words: own writing, as
// OwnWriting gathers it, and their side of what was opened. Nothing the other
// wrote is in it. It names no role: what was asked stays out.
func BuildOwn(s journal.State, c *course.Course, p journal.Partner, own []journal.Draft, ch Choice, today journal.Day, w Words) Document {
	b := newBuilder(s, today, w)
	d := b.document(ch)
	d.Label = b.w.say("Goldseam · own words")
	d.Title, d.Span = b.w.name("{{.Name}}’s own words", b.name(p)), b.w.date(today)
	d.Chosen = b.w.say("Only one person’s words are in this, and only what they chose.")
	d.Close = b.w.say("This is one person’s own account. It is not proof of anything, and it is not therapy.")
	for _, k := range []Kind{KindDrafts, KindSealed, KindMine} {
		if !*ch.Section(k) {
			continue
		}
		section := b.own(c, p, own, ch, k)
		b.leaveOut(&section, ch)
		d.Sections = append(d.Sections, section)
	}
	return d
}

// OwnEntries gives what a section of BuildOwn could have.
func OwnEntries(s journal.State, c *course.Course, p journal.Partner, own []journal.Draft, ch Choice, k Kind, today journal.Day, w Words) []Item {
	return newBuilder(s, today, w).own(c, p, own, ch, k).Items
}

func (b builder) own(c *course.Course, p journal.Partner, own []journal.Draft, ch Choice, k Kind) Section {
	s := Section{Kind: k}
	switch k {
	case KindDrafts:
		s.Title, s.Empty = b.w.say("Not opened"), b.w.say("There is no writing of your own that waits.")
		s.Items = b.drafts(c, p, own)
	case KindSealed:
		s.Title, s.Empty = b.w.say("Check-ins not opened"), b.w.say("There is no check-in of your own that waits.")
		s.Items = b.sealed(p, own)
	default:
		s.Title, s.Empty = b.w.say("My side of what was opened"), b.w.say("Nothing was opened in this time.")
		s.Items = b.mine(p, ch)
	}
	return s
}

// drafts makes one item of each exercise that has own writing.
func (b builder) drafts(c *course.Course, p journal.Partner, own []journal.Draft) []Item {
	var items []Item
	for _, d := range own {
		words := clean(b.draftWords(c, d))
		if d.Exercise == journal.CheckInDrafts || words == "" {
			continue
		}
		entry := Entry{KindDrafts, d.Exercise}
		if n := len(items); n == 0 || items[n-1].Entry != entry {
			items = append(items, Item{Entry: entry, Title: b.title(b.draftTitle(c, d)), Note: b.writtenOn(d)})
		}
		last := &items[len(items)-1]
		last.Parts = append(last.Parts, Part{Title: b.partTitle(c, d), Voices: []Voice{{Partner: p, Words: words}}})
	}
	return items
}

// writtenOn is the day of a draft, or of the paper it was written on.
func (b builder) writtenOn(d journal.Draft) string {
	if d.Paper != "" {
		return b.w.shortDate(d.Paper, b.today)
	}
	return b.w.shortDate(d.Day, b.today)
}

func (b builder) draftTitle(c *course.Course, d journal.Draft) string {
	if e, ok := c.Exercise(d.Exercise); ok {
		return e.Title
	}
	about := strings.TrimPrefix(d.Exercise, journal.Keeping+".")
	for _, slip := range b.state.Slips {
		if slip.ID == about {
			about = slip.Agreement
		}
	}
	return b.titleOf(about)
}

func (b builder) partTitle(c *course.Course, d journal.Draft) string {
	if d.Part == debriefPart {
		return b.w.say("Afterwards")
	}
	e, _ := c.Exercise(d.Exercise)
	part, _ := e.Part(d.Part)
	return cleanLine(part.Title)
}

// draftWords is a draft as it would read once opened.
func (b builder) draftWords(c *course.Course, d journal.Draft) string {
	var a course.Answer
	if json.Unmarshal(d.Answer, &a) != nil {
		return ""
	}
	e, _ := c.Exercise(d.Exercise)
	if part, ok := e.Part(d.Part); ok {
		return part.Words(a)
	}
	return a.Text
}

// sealed makes one item of each check-in that was begun or sealed.
func (b builder) sealed(p journal.Partner, own []journal.Draft) []Item {
	var items []Item
	for _, d := range own {
		var c journal.CheckIn
		if d.Exercise != journal.CheckInDrafts || json.Unmarshal(d.Answer, &c) != nil {
			continue
		}
		words := b.checkInWords(c)
		if words == "" {
			continue
		}
		items = append(items, Item{
			Entry: Entry{KindSealed, d.Part}, Title: b.w.say("Check-in"), Note: b.writtenOn(d),
			Parts: []Part{{Voices: []Voice{{Partner: p, Words: words}}}},
		})
	}
	return items
}

// checkInWords gives one check-in as lines.
func (b builder) checkInWords(c journal.CheckIn) string {
	if c.Rested {
		return b.w.say("Not this week.")
	}
	var lines []string
	for _, a := range c.Asked {
		if a.Value != nil {
			lines = append(lines, cleanLine(a.Text)+" "+strconv.Itoa(*a.Value))
		}
	}
	for _, k := range c.Kept {
		data := map[string]any{"Kept": k.Kept, "Of": k.Of}
		if k.Of > 0 {
			lines = append(lines, b.titleOf(k.Agreement)+": "+b.w("Kept {{.Kept}} of {{.Of}}.", data))
		}
	}
	if words := clean(c.Words); words != "" {
		lines = append(lines, words)
	}
	return strings.Join(lines, "\n")
}

// mine gives p's side of what was opened in the span, and p's last words that were.
func (b builder) mine(p journal.Partner, ch Choice) []Item {
	var items []Item
	for _, r := range b.state.Reflections {
		if r.Struck || r.TakenBack || !ch.spans(journal.DayOf(r.At)) {
			continue
		}
		it := Item{Entry: Entry{KindMine, r.ID}, Title: b.title(r.Title), Note: b.when(r.At)}
		for _, part := range r.Parts {
			if words := clean(part.Words[sideOf(p)]); words != "" {
				it.Parts = append(it.Parts, Part{Title: cleanLine(part.Title), Voices: []Voice{{Partner: p, Words: words}}})
			}
		}
		if len(it.Parts) > 0 {
			items = append(items, it)
		}
	}
	return append(items, b.ownLastWords(p, ch)...)
}

// sideOf is 0 for the first partner and 1 for the second.
func sideOf(p journal.Partner) int {
	if p == journal.Second {
		return 1
	}
	return 0
}
