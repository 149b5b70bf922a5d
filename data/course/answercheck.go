package course

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Check returns an error that wraps ErrAnswer when the answer can't belong to
// the part: a level outside 0 to 10, an unknown id, a text that is too long.
func (p Part) Check(a Answer) error {
	for _, check := range []func(Answer) error{p.checkTexts, p.checkLevel, p.checkPicks, p.checkPieces, p.checkPiles, p.checkMarks, p.checkItems, p.checkPractice} {
		if err := check(a); err != nil {
			return fmt.Errorf("%w: part %s: %w", ErrAnswer, p.ID, err)
		}
	}
	return nil
}

func (p Part) checkTexts(a Answer) error {
	texts := append(slices.Collect(maps.Values(a.Pieces)), a.Text, a.Other)
	for _, item := range a.Items {
		texts = append(texts, item.Text)
	}
	for _, t := range slices.AppendSeq(texts, maps.Values(a.Reports)) {
		if n := utf8.RuneCountInString(t); n > MaxText {
			return fmt.Errorf("a text has %d characters, at most %d", n, MaxText)
		}
	}
	return nil
}

func (p Part) checkLevel(a Answer) error {
	switch {
	case a.Level == nil:
		return nil
	case p.Kind != Scale:
		return fmt.Errorf("a level in a %s part", p.Kind)
	case *a.Level < 0 || *a.Level > MaxLevel:
		return fmt.Errorf("level %d is outside 0 to %d", *a.Level, MaxLevel)
	}
	return nil
}

func (p Part) checkPicks(a Answer) error {
	n := len(a.Picks)
	if strings.TrimSpace(a.Other) != "" {
		n++
	}
	if n > 0 && p.Kind != Choose {
		return fmt.Errorf("picks in a %s part", p.Kind)
	}
	if n > 1 && !p.Several {
		return fmt.Errorf("%d picks where one is asked for", n)
	}
	for i, id := range a.Picks {
		if !slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.ID == id }) {
			return fmt.Errorf("no choice %q", id)
		}
		if slices.Contains(a.Picks[:i], id) {
			return fmt.Errorf("choice %q twice", id)
		}
	}
	return nil
}

func (p Part) checkPieces(a Answer) error {
	for id := range a.Pieces {
		inDeck := slices.ContainsFunc(p.Deck, func(q Question) bool { return q.ID == id })
		if !inDeck && !slices.ContainsFunc(p.Pieces, func(piece Piece) bool { return piece.ID == id }) {
			return fmt.Errorf("no piece %q", id)
		}
	}
	return nil
}

func (p Part) checkPiles(a Answer) error {
	for id, pile := range a.Piles {
		if !slices.ContainsFunc(p.Cards, func(c Card) bool { return c.ID == id }) {
			return fmt.Errorf("no card %q", id)
		}
		if pile != PileLeft && pile != PileRight {
			return fmt.Errorf("no pile %q", pile)
		}
	}
	return nil
}

func (p Part) checkMarks(a Answer) error {
	if len(a.Marks) > 0 && p.Kind != Turns && p.Kind != Guess {
		return fmt.Errorf("marks in a %s part", p.Kind)
	}
	if len(a.Marks) > maxMarks {
		return fmt.Errorf("%d marks, at most %d", len(a.Marks), maxMarks)
	}
	known := []string{MarkRight, MarkGot, MarkPartly, MarkNotYet, MarkMissed}
	for _, mark := range a.Marks {
		if !slices.Contains(known, mark) {
			return fmt.Errorf("no mark %q", mark)
		}
	}
	return nil
}

func (p Part) checkItems(a Answer) error {
	if len(a.Items) > 0 && len(p.Labels) == 0 {
		return fmt.Errorf("a list in a %s part", p.Kind)
	}
	if len(a.Items) > maxItems {
		return fmt.Errorf("%d lines, at most %d", len(a.Items), maxItems)
	}
	for _, item := range a.Items {
		if item.Label != "" && !slices.Contains(p.Labels, item.Label) {
			return fmt.Errorf("no label %q", item.Label)
		}
	}
	return nil
}

func (p Part) checkPractice(a Answer) error {
	if a.Begun == "" {
		if a.Paused != "" || a.Rested != 0 || len(a.Reports) > 0 {
			return errors.New("a practice that did not begin")
		}
		return nil
	}
	if p.Kind != Practise {
		return fmt.Errorf("a practice in a %s part", p.Kind)
	}
	for _, day := range append(slices.Collect(maps.Keys(a.Reports)), a.Begun) {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return fmt.Errorf("no day %q", day)
		}
	}
	return nil
}
