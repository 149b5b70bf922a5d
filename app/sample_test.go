package app

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// TestSampleLivesTheCourse looks at a couple of more than a year: they close every
// step that has a date, and leave behind whatever an exercise can leave.
func TestSampleLivesTheCourse(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 2000, Weeks: 60, Seed: 1, Until: "2026-11-22"})
	j := openSample(t, path, pass)
	if faults, err := j.Check(t.Context()); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
	state := j.State()
	if len(state.Moments) != 2000 {
		t.Errorf("%d moments", len(state.Moments))
	}
	wantSteps(t, state)
	wantPlans(t, state)
	wantAnswers(t, state)
	if word := leaked(content(t, j)); word != "" {
		t.Errorf("what both know holds %q", word)
	}
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		alone, err := journal.Open(t.Context(), path, journal.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if err := alone.Unlock(t.Context(), p, pass[i]); err != nil {
			t.Fatal(err)
		}
		letters := len(alone.Drafts("forgive.letter"))
		if p == journal.Second && letters == 0 {
			t.Error("Eli keeps no letter")
		}
		if err := alone.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// wantSteps looks for the core of each closed step before the step was closed.
func wantSteps(t *testing.T, state journal.State) {
	t.Helper()
	c, err := loadCourse("")
	if err != nil {
		t.Fatal(err)
	}
	if len(state.Steps) != 7 {
		t.Errorf("%d steps are closed", len(state.Steps))
	}
	first := firstDone(c, state)
	for i, closed := range state.Steps {
		for _, e := range c.Steps[i].Core() {
			if at, ok := first[e.ID]; !ok || at > slices.IndexFunc(state.Moments, func(m journal.Moment) bool {
				return m.Kind == journal.KindStepClosed && m.Thing.ID == closed.ID
			}) {
				t.Errorf("%s was closed without %s", closed.ID, e.ID)
			}
		}
	}
	for _, step := range []string{"forgive", journal.StepAfter} {
		if !slices.ContainsFunc(state.Reflections, func(r journal.Reflection) bool { return strings.HasPrefix(r.Exercise, step+".") }) {
			t.Errorf("nothing of %s was opened", step)
		}
	}
}

// firstDone gives, for each exercise, the place of the moment in which it was
// first opened or closed.
func firstDone(c *course.Course, state journal.State) map[string]int {
	ids := map[string]string{}
	for _, step := range c.Steps {
		for _, e := range step.Exercises {
			ids[e.Title] = e.ID
		}
	}
	first := map[string]int{}
	for i, m := range state.Moments {
		if m.Kind != journal.KindOpened && m.Kind != journal.KindClosed {
			continue
		}
		if _, ok := first[ids[m.Title]]; !ok {
			first[ids[m.Title]] = i
		}
	}
	return first
}

// wantPlans looks for the plans, with a line below each of their labels.
func wantPlans(t *testing.T, state journal.State) {
	t.Helper()
	labels := map[string][2]string{
		course.KeepsTriggerPlan: {"What I watch for\n", "The first sign\n"},
		course.KeepsComfortMap:  {"When to wait\n", "What soothes me\n"},
		course.KeepsLoopMap:     {"Where I can step out\n", "What sets it off\n"},
	}
	for _, plan := range state.Plans() {
		for side, words := range plan.Words {
			if !strings.Contains(words, labels[plan.Kind][side]) {
				t.Errorf("the %s of partner %d: %q", plan.Kind, side+1, words)
			}
		}
		delete(labels, plan.Kind)
	}
	if len(labels) > 0 {
		t.Errorf("no plans: %v", labels)
	}
}

// wantAnswers looks for practices with their lines, cards that never come twice,
// answers to what the other needs, and words that were shared and taken back.
func wantAnswers(t *testing.T, state journal.State) {
	t.Helper()
	practices, replies, hands, shared, back, from := 0, map[string]int{}, map[string]int{}, 0, 0, 0
	for _, r := range state.Reflections {
		if r.SharedBy != journal.Nobody {
			shared++
			if r.TakenBack {
				back++
			}
		}
		for _, part := range r.Parts {
			for side, kept := range part.Answers {
				var a course.Answer
				if len(kept) > 0 && json.Unmarshal(kept, &a) != nil {
					t.Fatalf("%s: %s", part.Part, kept)
				}
				if part.Reply {
					replies[part.Marks[side]]++
				}
				if len(a.Reports) > 0 && a.Done {
					practices++
				}
				if r.Exercise == "renew.again" && side == 0 {
					for id := range a.Pieces {
						hands[id]++
					}
				}
			}
		}
	}
	for _, a := range state.Agreements {
		if a.Latest().Terms.Exercise != "" {
			from++
		}
	}
	for id, n := range hands {
		if n > 1 {
			t.Errorf("card %s came %d times", id, n)
		}
	}
	if practices < 6 || len(hands) < 2 || shared < 2 || back != 1 || from < 12 {
		t.Errorf("%d practices, %d cards, %d shared, %d taken back, %d agreements out of exercises", practices, len(hands), shared, back, from)
	}
	for _, mark := range []string{course.MarkYes, course.MarkNotYet, course.MarkTalk} {
		if replies[mark] == 0 {
			t.Errorf("no reply %q in %v", mark, replies)
		}
	}
}

// TestSampleHasWordsForEveryExercise: whoever does a part has something to say in it.
func TestSampleHasWordsForEveryExercise(t *testing.T) {
	c, err := loadCourse("")
	if err != nil {
		t.Fatal(err)
	}
	s := newTalker()
	for _, step := range c.Steps {
		for _, e := range step.Exercises {
			for _, part := range e.Parts {
				wantWords(t, s, e, part)
			}
		}
	}
}

func wantWords(t *testing.T, s *sampler, e course.Exercise, part course.Part) {
	t.Helper()
	if !answeredPart(part) || part.Private || e.ID == sampleGround || part.Kind == course.Practise {
		return
	}
	dealt := part.Dealt(0)
	for i, role := range sampleRoles {
		if !part.DoneBy(role, sampleRoles[1-i]) {
			continue
		}
		p := journal.Partner(i + 1)
		a := s.answer(e, dealt, p)
		if err := part.Check(a); err != nil || a.Empty() || len(a.Pieces) != len(dealt.PiecesFor(role, sampleRoles[1-i])) {
			t.Errorf("%s.%s, partner %d: %+v %v", e.ID, part.ID, p, a, err)
		}
	}
}

// TestSampleSaysNothingTwice: no sentence stands in two places.
func TestSampleSaysNothingTwice(t *testing.T) {
	seen := map[string]string{}
	for _, book := range sampleBooks {
		for key, sides := range book {
			for _, line := range slices.Concat(sides[0], sides[1]) {
				plain := strings.HasPrefix(line, "There was none") || strings.HasPrefix(line, "Nothing ") || strings.HasPrefix(line, "None ")
				if other, ok := seen[line]; ok && !plain {
					t.Errorf("%q stands in %s and in %s", line, other, key)
				}
				seen[line] = key
				if strings.ContainsAny(line, "!'\"") {
					t.Errorf("%s: %q", key, line)
				}
			}
		}
	}
}

// newTalker gives a couple that has no journal.
func newTalker() *sampler {
	return &sampler{rand: rand.New(rand.NewPCG(1, 1)), decks: map[string][]int{}}
}
