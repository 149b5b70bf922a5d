package summary

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldseam.app/data/journal"
)

// withEnding adds an ending that Noor began and Eli left, and last words of every
// sort: opened, waiting, taken back, struck out once opened, and struck out unopened.
func withEnding(s journal.State) journal.State {
	s.Endings = append(slices.Clone(s.Endings), journal.Ending{
		Event: "n1", By: journal.First, At: at("2026-11-18"), Left: [2]time.Time{{}, at("2026-11-20")},
	})
	s.LastWords = []journal.LastWords{
		{Event: "w1", By: journal.First, At: at("2026-11-18"), Opened: at("2026-11-20"), Text: "I wish you a lantern."},
		{Event: "w2", By: journal.Second, At: at("2026-11-19"), TakenBack: true},
		{Event: "w3", By: journal.Second, At: at("2026-11-19"), Opened: at("2026-11-20"), Struck: true},
		{Event: "w4", By: journal.First, At: at("2026-11-21"), Struck: true},
		{Event: "w5", By: journal.Second, At: at("2026-11-21")},
	}
	s.Moments = append(slices.Clone(s.Moments), journal.Moment{Event: "n1", Kind: journal.KindEndingBegun, At: at("2026-11-18"), By: journal.First})
	for _, l := range s.LastWords {
		of := journal.Thing{Kind: journal.ThingLastWords, ID: l.Event}
		s.Moments = append(s.Moments, journal.Moment{
			Event: l.Event, Kind: journal.KindLastWords, At: l.At, By: l.By, Thing: of, TakenBack: l.TakenBack, Struck: l.Struck,
		})
		if !l.Opened.IsZero() {
			s.Moments = append(s.Moments, journal.Moment{Event: "o" + l.Event, Kind: journal.KindLastWordsOpened, At: l.Opened, By: l.By.Other(), Thing: of})
		}
	}
	s.Moments = append(s.Moments, journal.Moment{Event: "n2", Kind: journal.KindJournalLeft, At: at("2026-11-20"), By: journal.Second})
	return s
}

// TestRecordTellsTheEnding and, of last words, those alone that were opened.
func TestRecordTellsTheEnding(t *testing.T) {
	r := RecordOf(withEnding(recordState()))
	endings := []EndingRecord{{ID: "n1", By: SideFirst, At: at("2026-11-18"), Left: Sides[time.Time]{Second: at("2026-11-20")}}}
	words := []LastWordsRecord{
		{ID: "w1", By: SideFirst, At: at("2026-11-18"), Opened: at("2026-11-20"), Words: "I wish you a lantern."},
		{ID: "w3", By: SideSecond, At: at("2026-11-19"), Opened: at("2026-11-20"), Struck: true},
	}
	if diff := cmp.Diff(endings, r.Endings, sameRecord) + cmp.Diff(words, r.LastWords, sameRecord); diff != "" {
		t.Error(diff)
	}
	var told []string
	for _, m := range r.Moments[len(RecordOf(recordState()).Moments):] {
		told = append(told, m.ID)
	}
	if want := []string{"n1", "w1", "ow1", "w3", "ow3", "n2"}; !slices.Equal(told, want) {
		t.Errorf("moments %q, want %q", told, want)
	}
	unopened := withEnding(recordState())
	unopened.LastWords = unopened.LastWords[4:]
	unopened.LastWords[0].Text = "I wish you a lantern." // it never is in a state
	text := jsonOf(t, RecordOf(unopened))
	if strings.Contains(text, "lantern") || strings.Contains(text, "w5") || strings.Contains(text, "lastwords.left") {
		t.Errorf("it tells of last words that nobody opened: %s", text)
	}
}

// TestSummarySaysThatItEnded in each form, for all but the fridge door.
func TestSummarySaysThatItEnded(t *testing.T) {
	begun := journal.Ending{Event: "n1", By: journal.First, At: at("2026-11-18")}
	over, closed, undone, second := begun, begun, begun, begun
	over.Left = [2]time.Time{at("2026-11-21"), at("2026-11-20")}
	closed.Closed = at("2026-11-22")
	undone.Left, undone.Undone = over.Left, at("2026-11-21")
	second.At = at("2026-11-22")
	for want, endings := range map[string][]journal.Ending{
		"":                                      {undone},
		"The ending began on 18 November 2026.": {begun},
		"The work ended on 20 November 2026.":   {over},
		"The work ended on 22 November 2026.":   {closed},
		"The ending began on 22 November 2026.": {undone, second},
	} {
		for _, whom := range []Audience{Us, Therapist, Everything, Fridge} {
			s, ch := sampleState(), everything()
			s.Endings, ch.For = endings, whom
			d := Build(s, sampleCourse(), ch, today, nil)
			said := want != "" && whom != Fridge
			for _, text := range []string{written(t, Markdown, d), written(t, HTML, d), allWords(lay(t, d))} {
				any := strings.Contains(text, "The work ended") || strings.Contains(text, "The ending began")
				if any != said || said && strings.Count(text, want) != 1 {
					t.Errorf("for %q: %q is not what it says: %s", whom, want, text)
				}
			}
		}
	}
}

// TestSummaryHasLastWordsThatWereOpened: all of them in everything, one's own among
// one's own words, and none for anybody else.
func TestSummaryHasLastWordsThatWereOpened(t *testing.T) {
	s := withEnding(recordState())
	ch := All("en")
	d := Build(s, sampleCourse(), ch, today, nil)
	for _, text := range []string{solidMarkdown(t, d), written(t, HTML, d), allWords(lay(t, d))} {
		for word, n := range map[string]int{"I wish you a lantern.": 1, "Noor’s last words": 1, "Eli’s last words": 1, "last words that were opened": 1} {
			if got := strings.Count(text, word); got != n {
				t.Errorf("everything has %q %d times", word, got)
			}
		}
	}
	entries := Entries(s, sampleCourse(), ch, KindLastWords, today, nil)
	if len(entries) != 2 || entries[1].Text != "These words were struck out together." || entries[0].Note != "Opened on 20 November." {
		t.Errorf("entries %+v", entries)
	}
	for _, whom := range []Audience{Us, Therapist, Fridge} {
		ch.For = whom
		if text := solidMarkdown(t, Build(s, sampleCourse(), ch, today, nil)); strings.Contains(text, "lantern") || strings.Contains(text, "ast words") {
			t.Errorf("for %q: it has last words", whom)
		}
	}
	for p, want := range map[journal.Partner]bool{journal.First: true, journal.Second: false} {
		own := BuildOwn(s, sampleCourse(), p, nil, Choice{For: Me, Mine: true}, today, nil)
		if text := solidMarkdown(t, own); strings.Contains(text, "lantern") != want || strings.Contains(text, "Last words") != want {
			t.Errorf("own words of %v: %s", p, text)
		}
	}
	s.LastWords = s.LastWords[3:]
	if d := Build(s, sampleCourse(), All("en"), today, nil); slices.Contains(sectionTitles(d), "Last words") || strings.Contains(d.Chosen, "last words") {
		t.Error("there are last words that nobody opened")
	}
}
