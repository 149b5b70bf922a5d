package summary

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// sharedList is a list of questions that one partner gave the other.
func sharedList(t *testing.T, id string, side int, day journal.Day, items ...course.Item) journal.Reflection {
	t.Helper()
	kept, err := json.Marshal(course.Answer{Items: items})
	if err != nil {
		t.Fatal(err)
	}
	part := journal.OpenedPart{Part: "list", Kind: string(course.Write)}
	part.Answers[side], part.Words[side] = kept, "the list of "+id
	return journal.Reflection{ID: id, Exercise: questionsExercise, Title: "Questions I carry", At: at(day), Parts: []journal.OpenedPart{part}}
}

// therapistState has both lists, and plans.
func therapistState(t *testing.T) journal.State {
	t.Helper()
	s := sampleState()
	s.Reflections = append(s.Reflections,
		sharedList(t, "q1", 0, "2026-11-10", course.Item{Text: "Old one?", Label: therapistLabel}),
		sharedList(t, "q2", 0, "2026-11-12", course.Item{Text: "How do I say the rest?", Label: therapistLabel}, course.Item{Text: "Not tonight", Label: "later"}),
		sharedList(t, "q3", 1, "2026-11-13", course.Item{Text: "Why did it go on", Label: therapistLabel}, course.Item{Text: "Who knew?", Label: "now"}),
		journal.Reflection{ID: "p1", Exercise: "steady.triggers", Title: "Triggers", At: at("2026-11-14"), Parts: []journal.OpenedPart{{
			Part: "plan", Title: "Plan", Keeps: course.KeepsTriggerPlan, Words: [2]string{"I ring.", "I wait."},
		}}})
	return s
}

func forTherapist() Choice {
	ch := everything()
	ch.For, ch.Questions, ch.Plans = Therapist, true, true
	return ch
}

func sectionTitles(d Document) []string {
	var out []string
	for _, s := range d.Sections {
		out = append(out, s.Title)
	}
	return out
}

// TestTherapistHasOnePageFirst: what a first look needs stands on one page; what
// else they ticked begins on the next.
func TestTherapistHasOnePageFirst(t *testing.T) {
	d := Build(therapistState(t), sampleCourse(), forTherapist(), today, nil)
	want := []string{"In force", "Open questions", "Check-ins", "Breaks and repairs", "In force, word for word", "At hand", "Opened together"}
	if got := sectionTitles(d); !slices.Equal(got, want) {
		t.Errorf("sections %q, want %q", got, want)
	}
	pages := lay(t, d)
	for _, m := range pages.Outline {
		if i := slices.Index(want, m.Title); m.Level == 0 && (i < d.Front) != (m.Page == 0) {
			t.Errorf("%q is on page %d", m.Title, m.Page+1)
		}
	}
	if text := fmt.Sprintf("%+v", d.Sections[:d.Front]); strings.Contains(text, "phones at home") || strings.Contains(text, "hardest part") {
		t.Error("the first page has the wording")
	}
}

// TestFrontPageOfManyThings: agreements come closer, and charts move on, before
// the first page becomes two.
func TestFrontPageOfManyThings(t *testing.T) {
	s := therapistState(t)
	for range 5 {
		s.Agreements = append(s.Agreements, sampleAgreements()[:3]...)
	}
	pages := lay(t, Build(s, sampleCourse(), forTherapist(), today, nil))
	on := map[string]int{}
	for _, m := range pages.Outline {
		if m.Level == 0 {
			on[m.Title] = m.Page
		}
	}
	if on["Breaks and repairs"] != 0 || on["Check-ins"] != 1 || on["In force, word for word"] != 2 {
		t.Errorf("pages: %v", on)
	}
	checkMargins(t, pages)
}

// checkMargins looks for text beside the sheet.
func checkMargins(t *testing.T, pages Pages) {
	t.Helper()
	for i, page := range pages.Pages {
		for _, text := range page.Texts {
			if text.X < marginSide-0.01 || text.X+text.Width > pageWidth-marginSide+0.01 || text.Y > pageHeight-30 {
				t.Errorf("page %d: %q is set from %.1f to %.1f, at %.1f", i+1, text.S, text.X, text.X+text.Width, text.Y)
			}
		}
	}
}

// TestOpenQuestionsNeedBothLists: one list alone, an older one, and one that was
// taken back or struck out give nothing.
func TestOpenQuestionsNeedBothLists(t *testing.T) {
	whole := therapistState(t)
	ch := forTherapist()
	var got []string
	for _, it := range Entries(whole, sampleCourse(), ch, KindQuestions, today, nil) {
		got = append(got, it.Title+" "+it.Note)
	}
	if want := []string{"How do I say the rest? Noor’s question.", "Why did it go on Eli’s question."}; !slices.Equal(got, want) {
		t.Errorf("questions %q, want %q", got, want)
	}
	for name, change := range map[string]func(*journal.State, *Choice){
		"one list":   func(s *journal.State, _ *Choice) { s.Reflections = s.Reflections[:len(s.Reflections)-2] },
		"taken back": func(s *journal.State, _ *Choice) { s.Reflections[len(s.Reflections)-2].TakenBack = true },
		"struck out": func(s *journal.State, _ *Choice) { s.Reflections[len(s.Reflections)-2].Struck = true },
		"other days": func(_ *journal.State, ch *Choice) { ch.From = "2026-11-13" },
		"for us":     func(_ *journal.State, ch *Choice) { ch.For = Us },
	} {
		s, ch := therapistState(t), forTherapist()
		change(&s, &ch)
		if d := Build(s, sampleCourse(), ch, today, nil); slices.Contains(sectionTitles(d), "Open questions") || strings.Contains(d.Chosen, "open questions") {
			t.Errorf("%s: there are open questions", name)
		}
	}
}

// TestEveryTickLeavesOut: a section that is not ticked, and a thing that is not,
// are gone from every form, and everything else stays.
func TestEveryTickLeavesOut(t *testing.T) {
	s, c := therapistState(t), sampleCourse()
	for _, whom := range []Audience{Us, Therapist, Fridge} {
		ch := forTherapist()
		ch.For = whom
		for _, k := range []Kind{KindInForce, KindQuestions, KindPlans, KindOpened, KindCharts, KindBreaks} {
			without := ch
			*without.Section(k) = false
			if d := Build(s, c, without, today, nil); slices.ContainsFunc(d.Sections, func(x Section) bool { return x.Kind == k }) {
				t.Errorf("for %q: %s is there", whom, k)
			}
			for _, it := range Entries(s, c, ch, k, today, nil) {
				one := ch
				one.Without = map[Entry]bool{it.Entry: true}
				if got, all := held(Build(s, c, one, today, nil)), held(Build(s, c, ch, today, nil)); whom != Fridge && (!all[it.Entry] || got[it.Entry] || len(got) != len(all)-1) {
					t.Errorf("for %q: leaving out %v leaves %d of %d", whom, it.Entry, len(got), len(all))
				}
			}
		}
		path := ch
		path.Path = false
		if Build(s, c, path, today, nil).Path != nil {
			t.Errorf("for %q: the path is there", whom)
		}
	}
}

// held are the things in a document.
func held(d Document) map[Entry]bool {
	all := map[Entry]bool{}
	for _, s := range d.Sections {
		for _, it := range s.Items {
			all[it.Entry] = true
		}
	}
	return all
}

func TestNothingChosenIsSaid(t *testing.T) {
	ch := everything()
	ch.Without = map[Entry]bool{}
	for _, it := range Entries(sampleState(), sampleCourse(), ch, KindInForce, today, nil) {
		ch.Without[it.Entry] = true
	}
	if s := Build(sampleState(), sampleCourse(), ch, today, nil).Sections[0]; len(s.Items) != 0 || s.Empty != "None of this was chosen." {
		t.Errorf("%d items, says %q", len(s.Items), s.Empty)
	}
}

// fridgeState has n agreements that may be on a door, and some that may not.
func fridgeState(n int) journal.State {
	s := sampleState()
	private := sampleAgreements()[1]
	bodies := sampleAgreements()[2]
	bodies.ID, bodies.Versions[0].Terms.Title, bodies.Versions[0].Terms.Bodies = "body", "One bed", true
	s.Agreements = []journal.Agreement{private, bodies}
	for i := range n {
		a := sampleAgreements()[0]
		a.ID = fmt.Sprint("a", i)
		a.Versions = []journal.Version{signed(1, journal.Terms{
			Title: fmt.Sprintf("A message as soon as plans change, the %d.", i+1), Promises: journal.First,
			Text: "I write before the time is over, also when it is only half an hour. Secret.", Why: "Hidden.",
		}, "2026-10-01")}
		s.Agreements = append(s.Agreements, a)
	}
	return s
}

// TestFridgeIsOnePage for any number of agreements, and says how many it leaves out.
func TestFridgeIsOnePage(t *testing.T) {
	for _, test := range []struct {
		n        int
		sentence bool
		more     string
	}{{0, true, ""}, {3, true, ""}, {14, true, ""}, {26, false, ""}, {60, false, "more, in the journal."}, {500, false, "more, in the journal."}} {
		d := Build(fridgeState(test.n), sampleCourse(), Choice{For: Fridge, InForce: true, Charts: true, Breaks: true, Opened: true, Path: true}, today, nil)
		pages := lay(t, d)
		if len(pages.Pages) != 1 {
			t.Errorf("%d agreements are on %d pages", test.n, len(pages.Pages))
		}
		checkMargins(t, pages)
		text := placedWords(pages.Pages[0])
		if got := strings.Count(text, "I write before"); test.n > 0 && (got == test.n) != test.sentence {
			t.Errorf("%d agreements have %d sentences", test.n, got)
		}
		shown := strings.Count(text, "plans change, the")
		want := ""
		if shown < test.n {
			want = fmt.Sprintf("And %d more, in the journal.", test.n-shown)
		}
		if !strings.Contains(text, want) || strings.Contains(text, "more, in the journal.") != (test.more != "") {
			t.Errorf("%d agreements, %d shown: %q", test.n, shown, text)
		}
	}
}

func placedWords(page Page) string {
	var b strings.Builder
	for _, text := range page.Texts {
		b.WriteString(text.S + " ")
	}
	return b.String()
}

// TestFridgeIsNothingPrivate in any form.
func TestFridgeIsNothingPrivate(t *testing.T) {
	ch := everything()
	ch.For, ch.Plans, ch.Questions = Fridge, true, true
	d := Build(fridgeState(3), sampleCourse(), ch, today, nil)
	for _, text := range []string{written(t, Markdown, d), written(t, HTML, d), placedWords(lay(t, d).Pages[0])} {
		for _, word := range []string{
			"Noor", "Eli", "Goldseam", "Secret", "Hidden", "calendar", "One bed", "22:00", "slip", "Kept", "steps", "therap", "plainly", "version", "promises",
		} {
			if strings.Contains(text, word) {
				t.Errorf("the door has %q", word)
			}
		}
		if !strings.Contains(text, "I write before the time is over, also when it is only half an hour.") || !strings.Contains(text, "What we agreed") {
			t.Errorf("the door lacks what was agreed: %q", text)
		}
	}
	ch.TitlesOnly = true
	if text := written(t, Markdown, Build(fridgeState(3), sampleCourse(), ch, today, nil)); strings.Contains(text, "I write before") {
		t.Error("titles alone were asked for")
	}
}

func TestOneSentence(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"\n \nFirst line\nSecond.": "First line",
		"At 22.30 we stop. Then.":  "At 22.30 we stop.",
		"Really? Yes.":             "Really?",
		"Ends with…":               "Ends with…",
	} {
		if got := oneSentence(in); got != want {
			t.Errorf("oneSentence(%q) = %q, want %q", in, got, want)
		}
	}
	if got := oneSentence(strings.Repeat("word ", 90)); utf8.RuneCountInString(got) > sentenceMost+1 || !strings.HasSuffix(got, "word…") {
		t.Errorf("a long one became %q", got)
	}
}

var headings = regexp.MustCompile(`<h([1-6])`)

// TestWebPageHasItsHeadingsInOrder: one first, and none skips a level.
func TestWebPageHasItsHeadingsInOrder(t *testing.T) {
	for _, whom := range []Audience{Us, Therapist, Fridge, Everything} {
		ch := forTherapist()
		ch.For = whom
		page := written(t, HTML, Build(therapistState(t), sampleCourse(), ch, today, nil))
		last := 0
		for i, h := range headings.FindAllStringSubmatch(page, -1) {
			level, err := strconv.Atoi(h[1])
			if err != nil || level > last+1 || (level == 1) != (i == 0) {
				t.Errorf("for %q: heading %d is of level %d, after %d", whom, i+1, level, last)
			}
			last = level
		}
		if !strings.Contains(page, `<html lang="en">`) || strings.Contains(page, "<title></title>") {
			t.Errorf("for %q: no language or no title", whom)
		}
	}
}
