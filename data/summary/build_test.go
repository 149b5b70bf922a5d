package summary

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"goldseam.app/data/journal"
)

func titles(d Document) []string {
	var out []string
	for _, s := range d.Sections {
		for _, it := range s.Items {
			out = append(out, it.heading())
		}
	}
	return out
}

func TestBuildIncludesWhatIsChosen(t *testing.T) {
	d := sample()
	want := []string{
		"1. A message as soon as plans change", "2. Shared calendar for evenings out", "3. Sunday walk",
		"4. After 22:00 I go to sleep; we go on tomorrow", "Say it plainly", "What I <heard> & *kept*", "What it did",
		"How safe did it feel to say what is true?", "A message as soon as plans change", "Left behind",
	}
	if got := titles(d); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if d.Title != "Noor and Eli" || d.Span != "20 September – 22 November 2026" {
		t.Errorf("title %q, span %q", d.Title, d.Span)
	}
	if want := "Two of seven steps closed. Now: Boundaries, slowly."; d.Path.Line != want {
		t.Errorf("path says %q, want %q", d.Path.Line, want)
	}
}

// without leaves things of one kind out.
func without(k Kind, ids ...string) map[Entry]bool {
	out := map[Entry]bool{}
	for _, id := range ids {
		out[Entry{k, id}] = true
	}
	return out
}

func TestBuildLeavesOutWhatIsNotChosen(t *testing.T) {
	for _, test := range []struct {
		name   string
		choice Choice
		absent []string
	}{
		{"nothing", Choice{}, []string{"Sunday", "plainly", "Boundaries, slowly"}},
		{"path", Choice{Path: true}, []string{"Sunday", "plainly"}},
		{"in force", Choice{InForce: true}, []string{"plainly", "Boundaries, slowly", "Left behind", "Only proposed", "Ended limit", "when plans change"}},
		{"titles", Choice{InForce: true, TitlesOnly: true}, []string{"phones at home", "hardest part", "leave the room"}},
		{"charts", Choice{Charts: true}, []string{"slip", "Sunday", "closed", "plainly"}},
		{"breaks", Choice{Breaks: true}, []string{"safe", "Sunday", "plainly"}},
		{"opened", Choice{Opened: true}, []string{"Sunday", "Boundaries, slowly"}},
		{"one", Choice{Opened: true, Without: without(KindOpened, "r1", "r4")}, []string{"Say it plainly", "Early words"}},
		{"none", Choice{Opened: true, Without: without(KindOpened, "r1", "r2", "r3", "r4")}, []string{"plainly", "stayed with you"}},
		{"span", Choice{Opened: true, From: "2026-11-09", To: "2026-11-22"}, []string{"Say it plainly", "Early words"}},
		{"until", Choice{Opened: true, To: "2026-11-21"}, []string{"stayed with you"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := Build(sampleState(), sampleCourse(), test.choice, today, nil)
			text := fmt.Sprintf("%+v %+v", d.Path, d.Sections)
			for _, word := range test.absent {
				if strings.Contains(text, word) {
					t.Errorf("holds %q", word)
				}
			}
			if !strings.Contains(d.Close, "not proof of anything") || d.Chosen == "" {
				t.Errorf("says %q and %q", d.Chosen, d.Close)
			}
		})
	}
}

func TestBuildSaysWhatIsEmpty(t *testing.T) {
	d := Build(journal.State{}, sampleCourse(), everything(), today, nil)
	for _, s := range d.Sections {
		if len(s.Items) != 0 || s.Empty == "" {
			t.Errorf("%s: %d items, says %q", s.Title, len(s.Items), s.Empty)
		}
	}
	if want := "No step closed yet. Now: Before you begin."; d.Path.Line != want {
		t.Errorf("path says %q, want %q", d.Path.Line, want)
	}
}

func TestBuildNamesTheDayWhenTheSpanEndsElsewhere(t *testing.T) {
	ch := everything()
	ch.To = "2026-11-01"
	d := Build(sampleState(), sampleCourse(), ch, today, nil)
	if want := "As of 22 November 2026."; d.Sections[0].Note != want {
		t.Errorf("note %q, want %q", d.Sections[0].Note, want)
	}
}

func TestBuildOfTheWholePath(t *testing.T) {
	s := sampleState()
	for _, id := range []string{"bounds", "steady", "repair", "renew", "forgive", "after"} {
		s.Steps = append(s.Steps, journal.StepState{ID: id, Closed: at(today)})
	}
	d := Build(s, sampleCourse(), Choice{Path: true}, today, nil)
	if want := "All seven steps closed."; d.Path.Line != want {
		t.Errorf("path says %q, want %q", d.Path.Line, want)
	}
}

func TestBuildNeverTellsOfDeclines(t *testing.T) {
	s := sampleState()
	s.Agreements[4].Versions[0].Closed = at("2026-11-02")
	text := fmt.Sprintf("%+v", Build(s, sampleCourse(), everything(), today, nil).Sections)
	if strings.Contains(text, "Only proposed") {
		t.Error("the summary tells of a declined proposal")
	}
}

func TestSpan(t *testing.T) {
	w := Words(English)
	for _, test := range []struct {
		from, to journal.Day
		want     string
	}{
		{"2026-09-20", "2026-11-22", "20 September – 22 November 2026"},
		{"2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"},
		{"2026-09-20", "", "Since 20 September 2026"},
		{"", "2026-11-22", "22 November 2026"},
		{"", "", ""},
	} {
		if got := w.span(test.from, test.to); got != test.want {
			t.Errorf("span(%q, %q) = %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestEnglishFillsInOnce(t *testing.T) {
	got := English("{{.First}} and {{.Second}}", map[string]any{"First": "{{.Second}}", "Second": "Eli"})
	if want := "{{.Second}} and Eli"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestClean(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{" a\r\nb\rc\u2028d ", "a\nb\nc\nd"},
		{"nul\x00here", "nul\uFFFDhere"},
		{"\xff", "\uFFFD"},
		{"a\u202Eb\u2066c", "abc"},
		{"e\u0301", "é"},
		{"🙂\t.", "🙂 ."},
	} {
		if got := clean(test.in); got != test.want {
			t.Errorf("clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
