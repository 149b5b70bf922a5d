package summary

import (
	"slices"
	"time"

	"goldseam.app/data/journal"
)

// openedLastWords are those that the other chose to open, also when both struck
// them out later. Of any others, and of what was taken back, nothing is told, not
// even that it was there.
func openedLastWords(s journal.State) []journal.LastWords {
	return slices.DeleteFunc(slices.Clone(s.LastWords), func(l journal.LastWords) bool { return l.Opened.IsZero() || l.TakenBack })
}

// ended says that the work is over, or that its end has begun; nothing while they
// are on their way, or went on after all.
func (b builder) ended() string {
	e, ok := b.state.Ending()
	switch {
	case !ok:
		return ""
	case e.Over():
		return b.w("The work ended on {{.Date}}.", map[string]any{"Date": b.w.date(journal.DayOf(overSince(e)))})
	}
	return b.w("The ending began on {{.Date}}.", map[string]any{"Date": b.w.date(journal.DayOf(e.At))})
}

// overSince is when an ending that is over came to it: when the first of the two
// left, or both closed the journal.
func overSince(e journal.Ending) time.Time {
	var first time.Time
	for _, at := range []time.Time{e.Left[0], e.Left[1], e.Closed} {
		if first.IsZero() || !at.IsZero() && at.Before(first) {
			first = at
		}
	}
	return first
}

// lastWords lists the last words that were opened in the span. Without any there
// is no such section.
func (b builder) lastWords(ch Choice) []Section {
	s := Section{Kind: KindLastWords, Title: b.w.say("Last words")}
	for _, l := range openedLastWords(b.state) {
		if ch.spans(journal.DayOf(l.Opened)) {
			s.Items = append(s.Items, b.lastWordsItem(l))
		}
	}
	if len(s.Items) == 0 {
		return nil
	}
	b.leaveOut(&s, ch)
	return []Section{s}
}

func (b builder) lastWordsItem(l journal.LastWords) Item {
	it := Item{
		Entry: Entry{KindLastWords, l.Event}, Title: b.w.name("{{.Name}}’s last words", b.name(l.By)),
		Note: b.w("Opened on {{.Date}}.", map[string]any{"Date": b.when(l.Opened)}),
	}
	if l.Struck {
		it.Text = b.w.say("These words were struck out together.")
		return it
	}
	it.Parts = []Part{{Voices: []Voice{{Partner: l.By, Words: clean(l.Text)}}}}
	return it
}

// ownLastWords are those that p left, and the other opened in the span.
func (b builder) ownLastWords(p journal.Partner, ch Choice) []Item {
	var items []Item
	for _, l := range openedLastWords(b.state) {
		if words := clean(l.Text); l.By == p && !l.Struck && words != "" && ch.spans(journal.DayOf(l.Opened)) {
			items = append(items, Item{
				Entry: Entry{KindMine, l.Event}, Title: b.w.say("Last words"), Note: b.when(l.Opened),
				Parts: []Part{{Voices: []Voice{{Partner: p, Words: words}}}},
			})
		}
	}
	return items
}
