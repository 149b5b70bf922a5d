package summary

import (
	"io/fs"
	"strings"
	"testing"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

func englishCourse(t testing.TB) *course.Course {
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

// TestSheetsOfTheWholeCourse: every exercise fits on sheets, asks all that it
// asks on the screen, leaves room to write, and holds nothing of a couple.
func TestSheetsOfTheWholeCourse(t *testing.T) {
	for _, step := range englishCourse(t).Steps {
		for _, e := range step.Exercises {
			t.Run(e.ID, func(t *testing.T) {
				p, err := Sheet(e, English, testFonts(t))
				if err != nil {
					t.Fatal(err)
				}
				text := solid(strings.Join(pageTexts(p), " "))
				for _, part := range e.Parts {
					for _, prompt := range part.PromptFor(course.RoleNone, course.RoleNone) {
						if !strings.Contains(text, solid(clean(prompt))) {
							t.Errorf("part %s is not asked: %q", part.ID, prompt)
						}
					}
				}
				stays(t, p)
			})
		}
	}
}

// pageTexts are the words of each page in the order in which they are set.
func pageTexts(p Pages) []string {
	var all []string
	for _, page := range p.Pages {
		for _, text := range page.Texts {
			all = append(all, text.S)
		}
	}
	return all
}

// stays fails when something leaves the paper.
func stays(t *testing.T, p Pages) {
	t.Helper()
	for i, page := range p.Pages {
		for _, text := range page.Texts {
			if text.X < marginSide-1 || text.X+text.Width > pageWidth-marginSide+1 || text.Y > pageHeight {
				t.Errorf("page %d: %q leaves the paper", i+1, text.S)
			}
		}
		for _, s := range page.Shapes {
			if s.X2 > pageWidth-marginSide+1 || s.Y2 > pageHeight-marginFoot+30 {
				t.Errorf("page %d: a line leaves the paper at %v, %v", i+1, s.X2, s.Y2)
			}
		}
	}
}

func TestPlansAreInTheSummaryWhenChosen(t *testing.T) {
	s := journal.State{People: [2]journal.Person{{Partner: journal.First, Name: "Noor"}, {Partner: journal.Second, Name: "Eli"}}}
	s.Reflections = []journal.Reflection{{ID: "r", Title: "What sets off the fear", Parts: []journal.OpenedPart{{
		Part: "plan", Title: "My plan", Keeps: course.KeepsTriggerPlan, Words: [2]string{"", "First sign\nCold hands."},
	}}}}
	with := Build(s, englishCourse(t), Choice{Plans: true}, "2026-11-22", nil)
	if len(with.Sections) != 1 || with.Sections[0].Items[0].Title != "Trigger plan" || with.Sections[0].Items[0].Parts[0].Voices[0].Words != "First sign\nCold hands." {
		t.Errorf("got %+v", with.Sections)
	}
	if without := Build(s, englishCourse(t), Choice{}, "2026-11-22", nil); len(without.Sections) != 0 {
		t.Error("the plan is there without being chosen")
	}
	s.Reflections[0].TakenBack = true
	if empty := Build(s, englishCourse(t), Choice{Plans: true}, "2026-11-22", nil); len(empty.Sections[0].Items) != 0 {
		t.Error("what was taken back is still there")
	}
}
