package summary

import (
	"strings"

	"goldseam.app/data/journal"
)

// kept says how often an agreement was kept, in the words of the one who was
// promised to. Where both promise, each has their own count; they are not added up.
func (b builder) kept(a journal.Agreement, t journal.Terms) []string {
	if t.Kind == journal.TemporaryAccess {
		return nil
	}
	var notes []string
	for _, by := range []journal.Partner{journal.First, journal.Second} {
		tally := a.Tally(by)
		if t.Promises == by || tally.Of == 0 {
			continue
		}
		data := map[string]any{"Kept": tally.Kept, "Of": tally.Of, "Name": b.name(by)}
		key := "Kept {{.Kept}} of {{.Of}}."
		if t.Promises == journal.Nobody {
			key = "Kept {{.Kept}} of {{.Of}}, as {{.Name}} saw it."
		}
		notes = append(notes, b.w(key, data))
	}
	return notes
}

// breaks lists the slips of the span that both call a slip, or have mended. The
// accounts stay in the journal.
func (b builder) breaks(ch Choice) Section {
	s := Section{Kind: KindBreaks, Title: b.w.say("Breaks and repairs"), Empty: b.w.say("Nothing was called a slip by both in this time, and nothing was mended.")}
	for _, slip := range b.state.Slips {
		if !slip.Breaks() && !mended(slip) || !ch.spans(slip.Day) {
			continue
		}
		notes := []string{b.w("{{.Date}}.", map[string]any{"Date": b.w.shortDate(slip.Day, b.today)})}
		if slip.Breaks() {
			notes = append(notes, b.w.say("Both called it a slip."))
		}
		if mended(slip) {
			notes = append(notes, b.w("Mended on {{.Date}}.", map[string]any{"Date": b.when(slip.Mended)}))
		}
		s.Items = append(s.Items, Item{Entry: Entry{KindBreaks, slip.ID}, Title: b.titleOf(slip.Agreement), Note: strings.Join(notes, " ")})
	}
	b.leaveOut(&s, ch)
	return s
}

// mended reports whether both have called it mended.
func mended(s journal.Slip) bool { return !s.Mended.IsZero() && !s.TakenBack }

// titleOf gives the title of an agreement, also of one that is over.
func (b builder) titleOf(id string) string {
	a, ok := b.state.Agreement(id)
	if !ok {
		return b.title("")
	}
	return b.title(a.Title())
}
