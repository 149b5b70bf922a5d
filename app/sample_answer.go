package app

import (
	"fmt"
	"strings"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// answer gives what p says in one part; it is empty where p says nothing.
func (s *sampler) answer(e course.Exercise, part course.Part, p journal.Partner) course.Answer {
	key := e.ID + "." + part.ID
	switch part.Kind {
	case course.Write, course.Guess, course.Letter:
		switch {
		case len(part.Labels) > 0:
			return course.Answer{Items: itemsOf(key, part, p)}
		case len(part.Deck) > 0:
			return course.Answer{Pieces: s.pieces(key, part, p)}
		}
		return course.Answer{Text: s.said(key, p, s.length(part))}
	case course.Compose:
		return course.Answer{Pieces: s.pieces(key, part, p)}
	case course.Scale:
		level := 3 + s.rand.IntN(6)
		return course.Answer{Level: &level}
	case course.Choose:
		return course.Answer{Picks: s.picks(key, part, p)}
	case course.Sort:
		return course.Answer{Piles: s.piles(part)}
	case course.Practise:
		return course.Answer{Begun: string(s.j.Today())}
	default:
		return course.Answer{}
	}
}

// length is how many of their sentences one answer has.
func (s *sampler) length(part course.Part) int {
	if part.Kind == course.Letter || part.ID == "why" || part.Reply {
		return 1
	}
	return 1 + s.rand.IntN(2)
}

// said draws a few sentences of p.
func (s *sampler) said(key string, p journal.Partner, n int) string {
	bank := wordsOf(key, p)
	lines := make([]string, min(n, len(bank)))
	for i := range lines {
		lines[i] = bank[s.draw(fmt.Sprint(key, p), len(bank))]
	}
	return strings.Join(lines, " ")
}

// pieces fill a statement, or the cards that were dealt, piece by piece.
func (s *sampler) pieces(key string, part course.Part, p journal.Partner) map[string]string {
	pieces := map[string]string{}
	for _, piece := range part.PiecesFor(sampleRoles[p-1], sampleRoles[p.Other()-1]) {
		if words := s.said(key+"."+piece.ID, p, 1); words != "" {
			pieces[piece.ID] = words
		}
	}
	return pieces
}

// itemsOf is p's list, which stands in the order of its labels.
func itemsOf(key string, part course.Part, p journal.Partner) []course.Item {
	bank := wordsOf(key, p)
	items := make([]course.Item, len(bank))
	for i, line := range bank {
		items[i] = course.Item{Text: line, Label: part.Labels[i*len(part.Labels)/len(bank)]}
	}
	return items
}

// picks ticks some of what p may tick: one choice, or more where several may be
// taken, in the order of the list.
func (s *sampler) picks(key string, part course.Part, p journal.Partner) []string {
	pool := samplePicks[key][p-1]
	n := 1
	if part.Several {
		n = max(2, sampleMany[key])
	}
	taken := map[string]bool{}
	for _, i := range s.rand.Perm(len(pool))[:min(n, len(pool))] {
		taken[pool[i]] = true
	}
	var picks []string
	for _, c := range part.Choices {
		if taken[c.ID] {
			picks = append(picks, c.ID)
		}
	}
	if key == course.BrokeExercise+"."+course.BrokePart {
		s.broke = append(s.broke, picks...)
	}
	return picks
}

// piles sorts the cards, now and then otherwise than was meant.
func (s *sampler) piles(part course.Part) map[string]string {
	piles := map[string]string{}
	for _, card := range part.Cards {
		piles[card.ID] = card.Pile
		if s.rand.IntN(6) == 0 {
			piles[card.ID] = course.PileLeft
		}
	}
	return piles
}
