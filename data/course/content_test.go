package course_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"goldseam.app/assets"
	"goldseam.app/data/course"
)

func english(t testing.TB) *course.Course {
	t.Helper()
	fsys, err := fs.Sub(assets.FS, "course/en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := course.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEnglishHasTheOutline(t *testing.T) {
	c := english(t)
	var steps, exercises []string
	for _, s := range c.Steps {
		steps = append(steps, s.ID)
		for _, e := range s.Exercises {
			name := e.ID
			if e.Core {
				name += "●"
			}
			exercises = append(exercises, name)
		}
	}
	if got, want := strings.Join(steps, " "), "before own talk bounds steady repair renew forgive after"; got != want {
		t.Errorf("steps: got %s, want %s", got, want)
	}
	want := "before.here● before.how● before.ready● before.ground before.broke● " +
		"own.excuses own.plainly● own.effect● own.heard● own.differently● " +
		"talk.feelings● talk.turns talk.questions talk.needs● talk.rules● talk.nonnegotiable talk.messages talk.weekly " +
		"bounds.contact● bounds.access bounds.expect bounds.pace● bounds.close bounds.reassure bounds.no● " +
		"steady.promises● steady.showing steady.triggers● steady.slip● steady.again steady.mistakes steady.look " +
		"repair.shoes repair.validate● repair.ask● repair.room repair.comfort repair.thanks " +
		"renew.pattern● renew.routines● renew.goals renew.again renew.learned " +
		"forgive.is● forgive.ready forgive.letter forgive.debt forgive.lesson● " +
		"after.earned● after.story"
	if got := strings.Join(exercises, " "); got != want {
		t.Errorf("exercises: got %s, want %s", got, want)
	}
}

func TestNightsAndReadiness(t *testing.T) {
	for _, s := range english(t).Steps {
		if night := s.Number%2 == 1; s.NightBefore != night {
			t.Errorf("%s: night before is %v", s.ID, s.NightBefore)
		}
		if ready := s.Number >= 5; s.NeedsReady != ready {
			t.Errorf("%s: needs ready is %v", s.ID, s.NeedsReady)
		}
	}
}

// Stored in journals: an id may be added, never changed or removed.
func TestPartIDsAreStable(t *testing.T) {
	want := map[string]string{
		"before.here":        "why",
		"before.how":         "word place between",
		"before.ready":       "responsibility work new safety contact habits reading see",
		"before.ground":      "healing people weekly",
		"before.broke":       "kinds story possible",
		"own.excuses":        "cards mine",
		"own.plainly":        "plain statement unsaid",
		"own.effect":         "days guess new",
		"own.heard":          "aloud carry",
		"own.differently":    "visible things agree",
		"talk.feelings":      "verdicts words feel under stand",
		"talk.turns":         "floor small harder heard lever",
		"talk.questions":     "help list bring how asked close",
		"talk.needs":         "asking picks small most hard safe unsaid answers agree",
		"talk.rules":         "rail rules hot few agree",
		"talk.nonnegotiable": "line respect ends able read mine",
		"talk.messages":      "small cards message stop essay after",
		"talk.weekly":        "four spots bring agree",
		"bounds.contact":     "calm between quiet people unsaid agree others",
		"bounds.access":      "what words instead cost aloud agree",
		"bounds.expect":      "aloud expect guess standard unsaid agree",
		"bounds.pace":        "numbers emotional physical romantic living hurry slower",
		"bounds.close":       "body yes now thanks mine",
		"bounds.reassure":    "small words under try agree",
		"bounds.no":          "inconvenient hard week look",
		"steady.promises":    "small promises doubt week look agree",
		"steady.showing":     "there what away week look",
		"steady.triggers":    "alarm steadying sets plan feel try agree",
		"steady.slip":        "differ steps back words untold meet agree",
		"steady.again":       "tenth which weeks look",
		"steady.mistakes":    "seven cards mine under catch",
		"steady.look":        "how moved still next quiet after",
		"repair.shoes":       "inside mine guess ask stays",
		"repair.validate":    "stand cards three under",
		"repair.ask":         "question turns heard",
		"repair.room":        "given room waiting agree",
		"repair.comfort":     "map once pieces soft using",
		"repair.thanks":      "see week cover",
		"renew.pattern":      "loop map under free look",
		"renew.routines":     "small picks back honest daily weekly",
		"renew.goals":        "aims mine shared bind months year",
		"renew.again":        "new cards more",
		"renew.learned":      "past know guess myself together unsure opened",
		"forgive.is":         "word cards mean from stand",
		"forgive.ready":      "whole near without today asked words myself keep",
		"forgive.letter":     "unsent whom letter second becomes",
		"forgive.debt":       "stick down bill agree",
		"forgive.lesson":     "untied know grudge keep end",
		"after.earned":       "steady talk patience honesty change see self",
		"after.story":        "breaks broke work now own summary",
	}
	c := english(t)
	for id, parts := range want {
		e, ok := c.Exercise(id)
		if !ok {
			t.Fatalf("no exercise %s", id)
		}
		var got []string
		for _, p := range e.Parts {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != parts {
			t.Errorf("%s: parts %v, want %s", id, got, parts)
		}
	}
}

func TestExcusesTeach(t *testing.T) {
	e, _ := english(t).Exercise("own.excuses")
	p, _ := e.Part("cards")
	piles := map[string]int{}
	families := map[string]int{}
	for _, c := range p.Cards {
		piles[c.Pile]++
		for _, f := range []string{"Because of you", "If you had not", "Not a big deal"} {
			if strings.HasPrefix(c.Feedback, "“"+f) {
				families[f]++
			}
		}
	}
	if len(p.Cards) < 14 || piles[course.PileLeft] < 6 || len(families) != 3 {
		t.Errorf("%d cards, piles %v, families %v", len(p.Cards), piles, families)
	}
	for f, n := range families {
		if n < 3 {
			t.Errorf("family %q has %d cards", f, n)
		}
	}
}

func TestWordsAreCalm(t *testing.T) {
	bad := regexp.MustCompile(`!|(?i)\b(husband|wife|boyfriend|girlfriend|spouse|marriage|should have|your fault that)\b|"`)
	c := english(t)
	for _, s := range c.Steps {
		for _, e := range s.Exercises {
			if m := bad.FindString(exerciseText(e)); m != "" {
				t.Errorf("%s: %q", e.ID, m)
			}
		}
	}
	if m := bad.FindString(pageText(c.Safety) + pageText(c.About) + pageText(c.Ending) + checkInText(c.CheckIn)); m != "" {
		t.Errorf("pages: %q", m)
	}
}

func TestReadingGrade(t *testing.T) {
	c := english(t)
	texts := map[string]string{"safety": pageText(c.Safety), "about": pageText(c.About), "ending": pageText(c.Ending), "check-in": checkInText(c.CheckIn)}
	for _, s := range c.Steps {
		texts[s.ID] = strings.Join([]string{s.Purpose, s.Why}, "\n")
		for _, e := range s.Exercises {
			texts[e.ID] = exerciseText(e)
		}
	}
	for name, text := range texts {
		g := grade(text)
		t.Logf("%-18s %.1f", name, g)
		if g > 7 {
			t.Errorf("%s: reading grade %.1f, at most 7", name, g)
		}
	}
}

func pageText(p course.Page) string {
	lines := []string{p.Intro}
	for _, s := range p.Sections {
		if s.Title != "People who listen and help" && s.Title != "In danger now" {
			lines = append(append(lines, s.Title, s.Text), s.Lines...)
		}
	}
	return strings.Join(lines, "\n")
}

func exerciseText(e course.Exercise) string {
	lines := append([]string{e.Purpose, e.Why, e.Skip, e.Debrief}, append(e.How, e.Examples...)...)
	for _, p := range e.Parts {
		lines = append(lines, p.Prompt, p.PromptRepairing, p.PromptHurt, p.Guess, p.Low, p.High, p.Report)
		for _, q := range p.Deck {
			lines = append(lines, q.Text)
		}
		for _, also := range p.Also {
			lines = append(lines, also.Text)
		}
		lines = append(append(append(lines, p.Text...), p.Lines...), p.Rules...)
		for _, piece := range p.Pieces {
			lines = append(lines, piece.Prompt, piece.PromptRepairing, piece.PromptHurt)
		}
		for _, c := range p.Choices {
			lines = append(lines, c.Text, c.Note)
		}
		for _, c := range p.Cards {
			lines = append(lines, c.Text, c.Feedback)
		}
		if p.Pair != nil {
			lines = append(lines, p.Pair.Helps, p.Pair.Hurts)
		}
		if p.Draft != nil {
			lines = append(lines, p.Draft.Text, p.Draft.Why)
		}
	}
	return strings.Join(lines, "\n")
}

var (
	sentence = regexp.MustCompile(`[.!?…:\n]+`)
	word     = regexp.MustCompile(`[\p{L}’']+`)
	vowels   = regexp.MustCompile(`[aeiouyé]+`)
)

// grade is the Flesch–Kincaid grade of an English text.
func grade(text string) float64 {
	var sentences, words, syllables float64
	for _, s := range sentence.Split(text, -1) {
		found := word.FindAllString(s, -1)
		if len(found) == 0 {
			continue
		}
		sentences++
		for _, w := range found {
			words++
			syllables += countSyllables(strings.ToLower(w))
		}
	}
	return 0.39*words/sentences + 11.8*syllables/words - 15.59
}

func countSyllables(w string) float64 {
	n := len(vowels.FindAllString(w, -1))
	if n > 1 && strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") {
		n--
	}
	if n > 1 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded") {
		n--
	}
	return float64(max(n, 1))
}
