package course_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"goldseam.app/data/course"
)

func week() course.Part { return course.Part{Kind: course.Practise, Days: 7, Daily: true} }

func TestPracticeCountsItsDays(t *testing.T) {
	for name, c := range map[string]struct {
		answer course.Answer
		today  string
		want   course.Practice
	}{
		"not begun":          {course.Answer{}, "2026-11-22", course.Practice{Of: 7}},
		"first day":          {course.Answer{Begun: "2026-11-22"}, "2026-11-22", course.Practice{Begun: true, Day: 1, Of: 7}},
		"last day":           {course.Answer{Begun: "2026-11-22"}, "2026-11-28", course.Practice{Begun: true, Day: 7, Of: 7}},
		"over":               {course.Answer{Begun: "2026-11-22"}, "2026-11-29", course.Practice{Begun: true, Day: 7, Of: 7, Over: true}},
		"resting":            {course.Answer{Begun: "2026-11-22", Paused: "2026-11-24"}, "2027-01-24", course.Practice{Begun: true, Paused: true, Day: 3, Of: 7}},
		"after a rest":       {course.Answer{Begun: "2026-11-22", Rested: 30}, "2026-12-23", course.Practice{Begun: true, Day: 2, Of: 7}},
		"ended":              {course.Answer{Begun: "2026-11-22", Ended: true}, "2026-11-22", course.Practice{Begun: true, Day: 1, Of: 7, Over: true}},
		"the clock set back": {course.Answer{Begun: "2026-11-22"}, "2026-01-01", course.Practice{Begun: true, Day: 1, Of: 7}},
		"a broken date":      {course.Answer{Begun: "soon"}, "2026-11-29", course.Practice{Begun: true, Day: 1, Of: 7}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := week().PracticeOn(c.answer, c.today); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// A practice rests for any length of time, any number of times, and still has
// its seven days.
func TestPracticeLosesNoDayByResting(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		on := func() string { return day.Format(time.DateOnly) }
		a, awake := course.Answer{Begun: on()}, 0
		for !week().PracticeOn(a, on()).Over {
			if rapid.Bool().Draw(rt, "rest") {
				a = a.PauseOn(on())
				day = day.AddDate(0, 0, rapid.IntRange(0, 40).Draw(rt, "nights"))
				a = a.ResumeOn(on())
			}
			day, awake = day.AddDate(0, 0, 1), awake+1
		}
		if awake != 7 {
			rt.Errorf("%d days awake", awake)
		}
	})
}

func TestDeckDealsEveryCardOnce(t *testing.T) {
	part := course.Part{Kind: course.Write, Draw: 2, Deck: []course.Question{{ID: "a", Text: "A?"}, {ID: "b", Text: "B?"}, {ID: "c", Text: "C?"}, {ID: "d", Text: "D?"}}}
	seen := ""
	for n := range 3 {
		for _, piece := range part.Dealt(n).Pieces {
			seen += piece.ID
		}
	}
	if seen != "abcdab" {
		t.Errorf("dealt %s", seen)
	}
	if words := part.Dealt(1).Words(course.Answer{Pieces: map[string]string{"c": "Sea."}}); words != "C?\nSea." {
		t.Errorf("words %q", words)
	}
}

func TestSuitsWhatBroke(t *testing.T) {
	access := course.Exercise{Fits: []string{"affair", "lies"}}
	for _, c := range []struct {
		broke []string
		want  bool
	}{{nil, true}, {[]string{"lies", "small"}, true}, {[]string{"small"}, false}} {
		if got := access.Suits(c.broke); got != c.want {
			t.Errorf("%v: %v", c.broke, got)
		}
	}
	part := course.Part{Also: []course.Also{{Fits: []string{"affair"}, Text: "And the other person?"}}}
	if len(part.AlsoFor([]string{"small"})) != 0 || len(part.AlsoFor([]string{"affair"})) != 1 {
		t.Error("the further line does not follow what broke")
	}
}

func TestAnswersOfTheNewKinds(t *testing.T) {
	list := course.Part{Kind: course.Write, Labels: []string{"now", "later"}}
	if words := list.Words(course.Answer{Items: []course.Item{{Text: "Why?", Label: "now"}, {Text: " "}, {Text: "When?"}}}); words != "Why? (now)\nWhen?" {
		t.Errorf("list reads %q", words)
	}
	week := week()
	days := course.Answer{Begun: "2026-11-22", Reports: map[string]string{"2026-11-23": "Second.", "2026-11-22": "First."}, Text: "Good."}
	if words := week.Words(days); words != "First.\nSecond.\n\nGood." {
		t.Errorf("practice reads %q", words)
	}
	labelled := course.Part{Kind: course.Compose, Pieces: []course.Piece{{ID: "sign", Label: "First sign"}, {ID: "do"}}}
	if words := labelled.Words(course.Answer{Pieces: map[string]string{"sign": "Cold hands.", "do": "Walk."}}); words != "First sign\nCold hands.\n\nWalk." {
		t.Errorf("plan reads %q", words)
	}
	for name, wrong := range map[string]error{
		"a list without labels": week.Check(course.Answer{Items: []course.Item{{Text: "x"}}}),
		"an unknown label":      list.Check(course.Answer{Items: []course.Item{{Text: "x", Label: "never"}}}),
		"days before it began":  week.Check(course.Answer{Reports: map[string]string{"2026-11-22": "x"}}),
		"a practice elsewhere":  list.Check(course.Answer{Begun: "2026-11-22"}),
		"no date":               week.Check(course.Answer{Begun: "2026-11-22", Reports: map[string]string{"soon": "x"}}),
	} {
		if wrong == nil {
			t.Errorf("%s passes", name)
		}
	}
	if err := week.Check(days); err != nil {
		t.Error(err)
	}
}
