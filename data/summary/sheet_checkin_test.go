package summary

import (
	"errors"
	"strings"
	"testing"

	"goldseam.app/data/course"
)

// TestCheckInSheet: everything that is asked of anyone is on at most two pages,
// with room to answer, and nothing of a couple.
func TestCheckInSheet(t *testing.T) {
	c := englishCourse(t).CheckIn
	p, err := CheckInSheet(c, English, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Pages) > 2 {
		t.Errorf("%d pages", len(p.Pages))
	}
	stays(t, p)
	text := solid(strings.Join(pageTexts(p), " "))
	wanted := []string{
		c.Title, c.Intro, c.Helped, c.Aside, "The day I write this:", "the past seven days", "since we last sat",
		"A blank sheet. What is on it belongs to whoever wrote it.",
	}
	for _, q := range c.Questions {
		wanted = append(wanted, q.Asked("my partner"), "0 = "+q.Low+" · 10 = "+q.High)
	}
	for _, w := range wanted {
		if !strings.Contains(text, solid(clean(w))) {
			t.Errorf("not on the sheet: %q", w)
		}
	}
	if strings.ContainsAny(text, "{}") {
		t.Error("a place for a name was left open")
	}
	if got := numbers(p); got != len(c.Questions)*(course.MaxLevel+1) {
		t.Errorf("%d numbers to circle for %d questions", got, len(c.Questions))
	}
}

// numbers counts the numbers to circle.
func numbers(p Pages) int {
	n := 0
	for _, page := range p.Pages {
		for _, text := range page.Texts {
			if text.Size == styleSection.size && strings.Trim(text.S, "0123456789") == "" {
				n++
			}
		}
	}
	return n
}

func TestBlankSheetsAreCalledAsTheyAre(t *testing.T) {
	c := englishCourse(t)
	e, _ := c.Exercise("own.plainly")
	for title, blank := range map[string]Blank{e.Title: BlankExercise(e), c.CheckIn.Title: BlankCheckIn(c.CheckIn)} {
		if p, err := blank.Lay(English, testFonts(t)); err != nil || blank.Title != title || !strings.Contains(strings.Join(pageTexts(p), " "), title) {
			t.Errorf("%s: called %q, %v", title, blank.Title, err)
		}
		if _, err := blank.Lay(English, Fonts{}); !errors.Is(err, ErrNoFont) {
			t.Errorf("%s: without fonts: %v", title, err)
		}
	}
}
