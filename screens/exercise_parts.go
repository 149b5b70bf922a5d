package screens

import (
	"encoding/json"
	"strings"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// rolePair is the holder's role, and the other's as far as it may be known:
// only when the two fit together is it the counterpart, otherwise it is taken
// to be the same, which never fits.
type rolePair struct {
	mine, other course.Role
	broke       []string // the kinds of break that either named, from before.broke
}

func rolesOf(j interface {
	Role() (string, bool)
	State() journal.State
},
) rolePair {
	mine, fits := j.Role()
	pair := rolePair{mine: course.Role(mine), other: course.Role(mine), broke: brokeKinds(j.State())}
	if !fits {
		return pair
	}
	switch pair.mine {
	case course.RoleRepairing:
		pair.other = course.RoleHurt
	case course.RoleHurt:
		pair.other = course.RoleRepairing
	}
	return pair
}

// turned is the pair as the other partner has it.
func (r rolePair) turned() rolePair {
	return rolePair{mine: r.other, other: r.mine, broke: r.broke}
}

// brokeKinds are the kinds of break that either of them named when they opened
// "What broke" last. It picks what is suggested, never what is allowed.
func brokeKinds(s journal.State) []string {
	r, ok := lastReflection(s, course.BrokeExercise)
	if !ok || r.Struck {
		return nil
	}
	var kinds []string
	for _, part := range r.Parts {
		if part.Part != course.BrokePart {
			continue
		}
		for _, kept := range part.Answers {
			kinds = append(kinds, readAnswer(kept).Picks...)
		}
	}
	return kinds
}

// answered tells whether a part keeps an answer.
func answered(p course.Part) bool {
	switch p.Kind {
	case course.Write, course.Compose, course.Choose, course.Scale, course.Sort, course.Guess, course.Practise, course.Letter:
		return true
	}
	return false
}

// opens tells whether there is something in the exercise to open together.
func opens(e course.Exercise) bool {
	for _, p := range e.Parts {
		if answered(p) && !p.Private {
			return true
		}
	}
	return false
}

// writes tells whether the exercise keeps any answer, opened or not.
func writes(e course.Exercise) bool {
	for _, p := range e.Parts {
		if answered(p) {
			return true
		}
	}
	return false
}

// afterwards tells whether a part comes after the opening, with both there.
// Where something is opened, agreements are made of it.
func afterwards(e course.Exercise, p course.Part) bool {
	return p.After || p.Kind == course.Agree && opens(e)
}

// ownParts are the parts that the holder goes through alone, before the opening.
func ownParts(e course.Exercise, r rolePair) []course.Part {
	var parts []course.Part
	for _, p := range e.Parts {
		if p.DoneBy(r.mine, r.other) && !afterwards(e, p) {
			parts = append(parts, p)
		}
	}
	return parts
}

// laterParts are what both do after the opening.
func laterParts(e course.Exercise) []course.Part {
	var parts []course.Part
	for _, p := range e.Parts {
		if afterwards(e, p) {
			parts = append(parts, p)
		}
	}
	return parts
}

// promptText is what a part asks the partner with these roles.
func promptText(p course.Part, r rolePair) string {
	switch {
	case p.Kind == course.Guess && p.Guess != "":
		return p.Guess
	case p.Kind == course.Turns && p.Prompt != "": // both look at it, so it must not tell a role
		return strings.Join(append([]string{p.Prompt}, p.AlsoFor(r.broke)...), "\n")
	}
	return strings.Join(append(p.PromptFor(r.mine, r.other), p.AlsoFor(r.broke)...), "\n")
}

// opening says how the answers of an exercise read when both open them. mine
// are the roles as the partner me has them.
func opening(e course.Exercise, me journal.Partner, mine rolePair) journal.Opening {
	return journal.Opening{
		Exercise: e.ID, Title: e.Title, Version: e.Version,
		Render: func(id string, p journal.Partner, kept json.RawMessage) (journal.OpenedPart, error) {
			roles := mine
			if p != me {
				roles = mine.turned()
			}
			return openedPart(e, id, p, roles, readAnswer(kept)), nil
		},
	}
}

// openedPart is one partner's side of an opened part.
func openedPart(e course.Exercise, id string, p journal.Partner, roles rolePair, a course.Answer) journal.OpenedPart {
	side := sideIndex(p)
	opened := journal.OpenedPart{Part: id, Kind: string(course.Write)}
	part, ok := e.Part(id)
	if !ok {
		opened.Words[side] = a.Text
		return opened
	}
	opened.Kind, opened.Title = string(part.Kind), part.Title
	opened.Keeps, opened.Reply = part.Keeps, part.Reply
	opened.Prompts[side] = promptText(part, roles)
	opened.Words[side] = part.Words(a)
	return opened
}

// sideIndex is 0 for the first partner and 1 for the second.
func sideIndex(p journal.Partner) int {
	if p == journal.Second {
		return 1
	}
	return 0
}
