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
type rolePair struct{ mine, other course.Role }

func rolesOf(j interface{ Role() (string, bool) }) rolePair {
	mine, fits := j.Role()
	pair := rolePair{mine: course.Role(mine), other: course.Role(mine)}
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
func (r rolePair) turned() rolePair { return rolePair{mine: r.other, other: r.mine} }

// answered tells whether a part keeps an answer.
func answered(p course.Part) bool {
	switch p.Kind {
	case course.Write, course.Compose, course.Choose, course.Scale, course.Sort, course.Guess:
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

// ownParts are the parts that the holder goes through. Where something is
// opened, agreements are made of it afterwards.
func ownParts(e course.Exercise, r rolePair) []course.Part {
	var parts []course.Part
	for _, p := range e.Parts {
		later := p.Kind == course.Agree && opens(e)
		if p.DoneBy(r.mine, r.other) && !later {
			parts = append(parts, p)
		}
	}
	return parts
}

// agreeParts are the agreements that an exercise leads to.
func agreeParts(e course.Exercise) []course.Part {
	var parts []course.Part
	for _, p := range e.Parts {
		if p.Kind == course.Agree && p.Draft != nil {
			parts = append(parts, p)
		}
	}
	return parts
}

// promptText is what a part asks the partner with these roles.
func promptText(p course.Part, r rolePair) string {
	if p.Kind == course.Guess && p.Guess != "" {
		return p.Guess
	}
	return strings.Join(p.PromptFor(r.mine, r.other), "\n")
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
