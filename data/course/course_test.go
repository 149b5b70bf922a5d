package course_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldseam.app/data/course"
)

var roles = []course.Role{course.RoleNone, course.RoleRepairing, course.RoleHurt, course.RoleBoth, course.RoleUnsure}

func fits(mine, other course.Role) bool {
	pair := []course.Role{mine, other}
	return slices.Contains(pair, course.RoleRepairing) && slices.Contains(pair, course.RoleHurt)
}

func TestPromptsFollowTheRoles(t *testing.T) {
	p := course.Part{Prompt: "shared", PromptRepairing: "repairing", PromptHurt: "hurt"}
	for _, mine := range roles {
		for _, other := range roles {
			want := []string{"repairing", "hurt"}
			if fits(mine, other) {
				want = []string{string(mine)}
			}
			if diff := cmp.Diff(want, p.PromptFor(mine, other)); diff != "" {
				t.Errorf("%q with %q: %s", mine, other, diff)
			}
		}
	}
}

func TestPromptFallsBack(t *testing.T) {
	shared := course.Part{Prompt: "shared", PromptHurt: "hurt"}
	for _, tc := range []struct {
		mine, other course.Role
		want        string
	}{
		{course.RoleRepairing, course.RoleHurt, "shared"},
		{course.RoleHurt, course.RoleRepairing, "hurt"},
		{course.RoleHurt, course.RoleHurt, "shared"},
		{course.RoleNone, course.RoleNone, "shared"},
	} {
		if got := shared.PromptFor(tc.mine, tc.other); len(got) != 1 || got[0] != tc.want {
			t.Errorf("%q with %q: got %q, want %q", tc.mine, tc.other, got, tc.want)
		}
	}
	if got := (course.Part{}).PromptFor(course.RoleHurt, course.RoleRepairing); got != nil {
		t.Errorf("no prompts: got %q", got)
	}
}

func TestDoneByFollowsTheRoles(t *testing.T) {
	for _, mine := range roles {
		for _, other := range roles {
			for _, audience := range []course.Audience{"", course.ForBoth, course.ForHurt, course.ForRepairing} {
				want := audience == "" || audience == course.ForBoth || !fits(mine, other) || string(audience) == string(mine)
				if got := (course.Part{For: audience}).DoneBy(mine, other); got != want {
					t.Errorf("for %q, %q with %q: got %v", audience, mine, other, got)
				}
			}
		}
	}
}

// Whatever the two roles are, each partner always has something to do and
// somebody does every part.
func TestEveryPartHasSomeone(t *testing.T) {
	for _, s := range english(t).Steps {
		for _, e := range s.Exercises {
			for _, mine := range roles {
				for _, other := range roles {
					checkPair(t, e, mine, other)
				}
			}
		}
	}
}

func checkPair(t *testing.T, e course.Exercise, mine, other course.Role) {
	t.Helper()
	tasks := 0
	for _, p := range e.Parts {
		if !p.DoneBy(mine, other) {
			if !p.DoneBy(other, mine) {
				t.Errorf("%s %s: nobody does it", e.ID, p.ID)
			}
			continue
		}
		tasks++
		if p.Kind != course.Read && len(p.PromptFor(mine, other)) == 0 {
			t.Errorf("%s %s: no prompt for %q with %q", e.ID, p.ID, mine, other)
		}
		if p.Kind == course.Compose && len(p.PiecesFor(mine, other)) < 2 {
			t.Errorf("%s %s: no pieces for %q with %q", e.ID, p.ID, mine, other)
		}
	}
	if tasks == 0 {
		t.Errorf("%s: nothing to do for %q with %q", e.ID, mine, other)
	}
}

func TestPiecesFollowTheRoles(t *testing.T) {
	e, _ := english(t).Exercise("own.plainly")
	p, _ := e.Part("statement")
	ids := func(mine, other course.Role) string {
		var list []string
		for _, piece := range p.PiecesFor(mine, other) {
			list = append(list, piece.ID)
			if got := piece.PromptFor(mine, other); len(got) != 1 {
				t.Errorf("%s: prompts %q", piece.ID, got)
			}
		}
		return strings.Join(list, " ")
	}
	if got := ids(course.RoleRepairing, course.RoleHurt); got != "did effect choice takeon" {
		t.Errorf("repairing: %s", got)
	}
	if got := ids(course.RoleHurt, course.RoleRepairing); got != "feel comes need helps" {
		t.Errorf("hurt: %s", got)
	}
	if got := ids(course.RoleUnsure, course.RoleHurt); got != "did effect choice takeon feel comes need helps" {
		t.Errorf("roles that don't fit: %s", got)
	}
}

func TestFinding(t *testing.T) {
	c := english(t)
	s, ok := c.Step("before")
	if !ok || len(s.Core()) != 4 {
		t.Errorf("before: %v, %d core exercises", ok, len(s.Core()))
	}
	if e, ok := c.Exercise("before.here"); !ok || e.Step != "before" || e.For != course.ForBoth {
		t.Errorf("before.here: %v %+v", ok, e)
	}
	if _, ok := c.Step("nowhere"); ok {
		t.Error("found a step that isn't there")
	}
	if _, ok := c.Exercise("own.nothing"); ok {
		t.Error("found an exercise that isn't there")
	}
	if _, ok := (course.Exercise{}).Part("why"); ok {
		t.Error("found a part that isn't there")
	}
}

func level(n int) *int { return &n }

func TestWords(t *testing.T) {
	scale := course.Part{Kind: course.Scale, Low: "not at all", High: "very much"}
	choose := course.Part{Kind: course.Choose, Several: true, Choices: []course.Choice{{ID: "a", Text: "Lies."}, {ID: "b", Text: "Silence."}}}
	compose := course.Part{Kind: course.Compose, Pieces: []course.Piece{{ID: "did"}, {ID: "choice"}}}
	sort := course.Part{Kind: course.Sort, Piles: [2]string{"Owning", "Excusing"}, Cards: []course.Card{{ID: "x", Text: "One"}, {ID: "y", Text: "Two"}}}
	for name, tc := range map[string]struct {
		part   course.Part
		answer course.Answer
		want   string
	}{
		"text":    {course.Part{Kind: course.Write}, course.Answer{Text: " I came. \n"}, "I came."},
		"level":   {scale, course.Answer{Level: level(7)}, "7 of 10 (not at all … very much)"},
		"zero":    {scale, course.Answer{Level: level(0), Text: "Today."}, "0 of 10 (not at all … very much)\n\nToday."},
		"picks":   {choose, course.Answer{Picks: []string{"b", "a"}, Other: "Money"}, "Lies.\nSilence.\nMoney"},
		"pieces":  {compose, course.Answer{Pieces: map[string]string{"choice": "I chose.", "did": "I lied."}}, "I lied.\n\nI chose."},
		"edited":  {compose, course.Answer{Pieces: map[string]string{"did": "I lied."}, Text: "I lied to you."}, "I lied to you."},
		"piles":   {sort, course.Answer{Piles: map[string]string{"x": "right", "y": "left"}}, "Owning:\n– Two\n\nExcusing:\n– One"},
		"nothing": {choose, course.Answer{}, ""},
	} {
		if diff := cmp.Diff(tc.want, tc.part.Words(tc.answer)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestCheck(t *testing.T) {
	c := english(t)
	part := func(exercise, id string) course.Part {
		e, _ := c.Exercise(exercise)
		p, ok := e.Part(id)
		if !ok {
			t.Fatalf("no part %s %s", exercise, id)
		}
		return p
	}
	for name, tc := range map[string]struct {
		part   course.Part
		answer course.Answer
		ok     bool
	}{
		"text":          {part("before.here", "why"), course.Answer{Text: "I came."}, true},
		"empty":         {part("before.here", "why"), course.Answer{}, true},
		"too long":      {part("before.here", "why"), course.Answer{Text: strings.Repeat("é", course.MaxText+1)}, false},
		"level":         {part("before.ready", "work"), course.Answer{Level: level(10)}, true},
		"level too big": {part("before.ready", "work"), course.Answer{Level: level(11)}, false},
		"level below":   {part("before.ready", "work"), course.Answer{Level: level(-1)}, false},
		"level in text": {part("before.here", "why"), course.Answer{Level: level(1)}, false},
		"pick":          {part("before.ready", "contact"), course.Answer{Picks: []string{"ended"}}, true},
		"two for one":   {part("before.ready", "contact"), course.Answer{Picks: []string{"ended"}, Other: "x"}, false},
		"same twice":    {part("before.broke", "kinds"), course.Answer{Picks: []string{"lies", "lies"}}, false},
		"unknown pick":  {part("before.broke", "kinds"), course.Answer{Picks: []string{"storm"}}, false},
		"several":       {part("before.broke", "kinds"), course.Answer{Picks: []string{"lies", "small"}, Other: "Money"}, true},
		"pick in text":  {part("before.here", "why"), course.Answer{Other: "x"}, false},
		"pieces":        {part("own.plainly", "statement"), course.Answer{Pieces: map[string]string{"did": "x"}}, true},
		"unknown piece": {part("own.plainly", "statement"), course.Answer{Pieces: map[string]string{"why": "x"}}, false},
		"piles":         {part("own.excuses", "cards"), course.Answer{Piles: map[string]string{"drunk": "right"}}, true},
		"unknown card":  {part("own.excuses", "cards"), course.Answer{Piles: map[string]string{"moon": "right"}}, false},
		"unknown pile":  {part("own.excuses", "cards"), course.Answer{Piles: map[string]string{"drunk": "up"}}, false},
		"marks":         {part("own.effect", "guess"), course.Answer{Marks: map[string]string{"guess": course.MarkPartly}}, true},
		"unknown mark":  {part("own.effect", "guess"), course.Answer{Marks: map[string]string{"guess": "wow"}}, false},
		"mark in text":  {part("before.here", "why"), course.Answer{Marks: map[string]string{"guess": course.MarkGot}}, false},
	} {
		err := tc.part.Check(tc.answer)
		if tc.ok != (err == nil) || err != nil && !errors.Is(err, course.ErrAnswer) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestEmptyAndJSON(t *testing.T) {
	if !(course.Answer{Text: " \n", Pieces: map[string]string{"did": " "}}).Empty() {
		t.Error("spaces are not an answer")
	}
	full := []course.Answer{
		{Text: "x"},
		{Other: "x"},
		{Level: level(0)},
		{Picks: []string{"a"}},
		{Pieces: map[string]string{"did": "x"}},
		{Piles: map[string]string{"a": "left"}},
		{Marks: map[string]string{"a": course.MarkGot}},
	}
	for _, a := range full {
		if a.Empty() {
			t.Errorf("%+v counts as empty", a)
		}
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var back course.Answer
		if err := json.Unmarshal(data, &back); err != nil || !cmp.Equal(a, back) {
			t.Errorf("%s: %v %+v", data, err, back)
		}
	}
	if data, _ := json.Marshal(course.Answer{}); string(data) != "{}" {
		t.Errorf("empty answer as JSON: %s", data)
	}
}
