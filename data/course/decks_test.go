package course_test

import (
	"testing"

	"goldseam.app/data/course"
)

// TestListsAreLongEnough: lists hold what people really answer, and decks last.
func TestListsAreLongEnough(t *testing.T) {
	for id, least := range map[string]int{"talk.feelings": 60, "talk.needs": 30, "renew.routines": 30, "renew.again": 48} {
		e, ok := english(t).Exercise(id)
		if !ok {
			t.Fatalf("no exercise %s", id)
		}
		most := 0
		for _, p := range e.Parts {
			most = max(most, len(p.Choices), len(p.Deck))
		}
		if most < least {
			t.Errorf("%s has %d, at least %d wanted", id, most, least)
		}
	}
}

// TestEveryCardTeaches: each sort has enough cards, both piles filled and mixed.
func TestEveryCardTeaches(t *testing.T) {
	for _, step := range english(t).Steps {
		for _, e := range step.Exercises {
			for _, p := range e.Parts {
				if p.Kind == course.Sort {
					looksMixed(t, e.ID, p)
				}
			}
		}
	}
}

func looksMixed(t *testing.T, id string, p course.Part) {
	t.Helper()
	piles, run, longest := map[string]int{}, 0, 0
	for i, card := range p.Cards {
		piles[card.Pile]++
		if run++; i > 0 && card.Pile != p.Cards[i-1].Pile {
			run = 1
		}
		longest = max(longest, run)
	}
	if len(p.Cards) < 12 || piles[course.PileLeft] < 5 || piles[course.PileRight] < 5 || longest > 4 {
		t.Errorf("%s: %d cards, piles %v, %d of one pile in a row", id, len(p.Cards), piles, longest)
	}
}

// TestPlansHaveTheirExercise: each kind of plan comes out of one exercise.
func TestPlansHaveTheirExercise(t *testing.T) {
	found := map[string]string{}
	for _, step := range english(t).Steps {
		for _, e := range step.Exercises {
			for _, p := range e.Parts {
				if p.Keeps != "" {
					found[p.Keeps] = e.ID
				}
			}
		}
	}
	for kind, id := range map[string]string{course.KeepsTriggerPlan: "steady.triggers", course.KeepsComfortMap: "repair.comfort", course.KeepsLoopMap: "renew.pattern"} {
		if found[kind] != id {
			t.Errorf("%s comes out of %q", kind, found[kind])
		}
	}
}

// TestStepSevenAsksForNothing: where a partner stands with forgiving is theirs
// alone, whatever they answer.
func TestStepSevenAsksForNothing(t *testing.T) {
	e, _ := english(t).Exercise("forgive.ready")
	for _, p := range e.Parts {
		if p.Kind != course.Read && !p.Private {
			t.Errorf("part %s would be opened", p.ID)
		}
	}
	letter, _ := english(t).Exercise("forgive.letter")
	for _, p := range letter.Parts {
		if p.Kind != course.Read && !p.Private {
			t.Errorf("part %s of the letter would be opened", p.ID)
		}
	}
}
