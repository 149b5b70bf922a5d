package course

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Bounds of an answer.
const (
	MaxText  = 100_000 // characters in one text
	MaxLevel = 10
	maxMarks = 32 // marks in one answer
)

// Marks: how well something was heard (turns) or guessed (guess).
const (
	MarkRight  = "right"
	MarkGot    = "got"
	MarkPartly = "partly"
	MarkNotYet = "notyet"
	MarkMissed = "missed"
)

// ErrAnswer is wrapped by every error of Part.Check.
var ErrAnswer = errors.New("the answer does not fit the part")

// Answer is what one partner put into a part. It is kept in journals as JSON.
type Answer struct {
	Text   string            `json:"text,omitempty"`
	Pieces map[string]string `json:"pieces,omitempty"` // piece id to words
	Picks  []string          `json:"picks,omitempty"`  // choice ids
	Other  string            `json:"other,omitempty"`  // "something else", in own words
	Level  *int              `json:"level,omitempty"`  // 0 to 10
	Piles  map[string]string `json:"piles,omitempty"`  // card id to left or right
	Marks  map[string]string `json:"marks,omitempty"`
}

// Empty reports whether nothing was answered; spaces alone are nothing.
func (a Answer) Empty() bool {
	for _, words := range a.Pieces {
		if strings.TrimSpace(words) != "" {
			return false
		}
	}
	return strings.TrimSpace(a.Text+a.Other) == "" && a.Level == nil &&
		len(a.Picks)+len(a.Piles)+len(a.Marks) == 0
}

// Words returns the answer as plain text that can be read without the part's
// lists: choices by their text, pieces joined, a level with its two ends.
func (p Part) Words(a Answer) string {
	var blocks []string
	if a.Level != nil {
		blocks = append(blocks, fmt.Sprintf("%d of %d (%s … %s)", *a.Level, MaxLevel, p.Low, p.High))
	}
	blocks = append(blocks, p.pickWords(a), p.pileWords(a))
	if strings.TrimSpace(a.Text) == "" {
		blocks = append(blocks, p.pieceWords(a))
	}
	blocks = append(blocks, a.Text)
	return joinFilled(blocks, "\n\n")
}

func (p Part) pickWords(a Answer) string {
	var lines []string
	for _, c := range p.Choices {
		if slices.Contains(a.Picks, c.ID) {
			lines = append(lines, c.Text)
		}
	}
	return joinFilled(append(lines, a.Other), "\n")
}

func (p Part) pieceWords(a Answer) string {
	lines := make([]string, 0, len(p.Pieces))
	for _, piece := range p.Pieces {
		lines = append(lines, a.Pieces[piece.ID])
	}
	return joinFilled(lines, "\n\n")
}

func (p Part) pileWords(a Answer) string {
	if len(a.Piles) == 0 {
		return ""
	}
	blocks := make([]string, 0, len(p.Piles))
	for i, side := range []string{PileLeft, PileRight} {
		var cards []string
		for _, c := range p.Cards {
			if a.Piles[c.ID] == side {
				cards = append(cards, "– "+c.Text)
			}
		}
		if len(cards) > 0 {
			blocks = append(blocks, p.Piles[i]+":\n"+strings.Join(cards, "\n"))
		}
	}
	return strings.Join(blocks, "\n\n")
}

// joinFilled joins the texts that have words, trimmed.
func joinFilled(texts []string, between string) string {
	var filled []string
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			filled = append(filled, t)
		}
	}
	return strings.Join(filled, between)
}

// Check returns an error that wraps ErrAnswer when the answer can't belong to
// the part: a level outside 0 to 10, an unknown id, a text that is too long.
func (p Part) Check(a Answer) error {
	for _, check := range []func(Answer) error{p.checkTexts, p.checkLevel, p.checkPicks, p.checkPieces, p.checkPiles, p.checkMarks} {
		if err := check(a); err != nil {
			return fmt.Errorf("%w: part %s: %w", ErrAnswer, p.ID, err)
		}
	}
	return nil
}

func (p Part) checkTexts(a Answer) error {
	for _, t := range append(slices.Collect(maps.Values(a.Pieces)), a.Text, a.Other) {
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
		if !slices.ContainsFunc(p.Pieces, func(piece Piece) bool { return piece.ID == id }) {
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
