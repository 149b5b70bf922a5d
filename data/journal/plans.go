package journal

import (
	"slices"
	"time"
)

// Plan is what was composed to be at hand later: a trigger plan, a comfort map
// or a loop map. It is what both opened last, side by side.
type Plan struct {
	Kind       string // as the course names it, such as "trigger plan"
	Title      string
	Reflection string    // the newest opening it stands in
	At         time.Time // of that opening
	Words      [2]string // of each partner; empty where one has none
}

// Plans gives the plans of the couple, one of a kind, in the order in which they
// first came up. What was struck out or taken back is in none.
func (s State) Plans() []Plan {
	var plans []Plan
	for _, r := range s.Reflections {
		if r.Struck || r.TakenBack {
			continue
		}
		for _, part := range r.Parts {
			if part.Keeps != "" {
				plans = addPlan(plans, r, part)
			}
		}
	}
	return plans
}

// addPlan lets newer words of a partner take the place of older ones.
func addPlan(plans []Plan, r Reflection, part OpenedPart) []Plan {
	i := slices.IndexFunc(plans, func(p Plan) bool { return p.Kind == part.Keeps })
	if i < 0 {
		i = len(plans)
		plans = append(plans, Plan{Kind: part.Keeps})
	}
	p := &plans[i]
	for side, words := range part.Words {
		if words != "" {
			p.Words[side] = words
		}
	}
	p.Title, p.Reflection, p.At = part.Title, r.ID, r.At
	return plans
}
