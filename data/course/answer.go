package course

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Bounds of an answer.
const (
	MaxText  = 100_000 // characters in one text
	MaxLevel = 10
	maxMarks = 32 // marks in one answer
	maxItems = 100
)

// Marks: how well something was heard (turns) or guessed (guess).
const (
	MarkRight  = "right"
	MarkGot    = "got"
	MarkPartly = "partly"
	MarkNotYet = "notyet"
	MarkMissed = "missed"
)

// Replies to a need or a wish, beside MarkNotYet.
const (
	MarkYes  = "yes"
	MarkTalk = "talk"
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
	Items  []Item            `json:"items,omitempty"` // a list of own lines

	Begun   string            `json:"begun,omitempty"`   // practise: the civil day on which it began
	Paused  string            `json:"paused,omitempty"`  // practise: the day since which it rests
	Rested  int               `json:"rested,omitempty"`  // practise: days that it rested before
	Ended   bool              `json:"ended,omitempty"`   // practise: its writer ended it sooner
	Reports map[string]string `json:"reports,omitempty"` // practise: civil day to words

	Done  bool     `json:"done,omitempty"`  // its writer went on from here
	Quiet []string `json:"quiet,omitempty"` // families of hints that its writer sent away
}

// Item is one line of a list, with one of the part's labels.
type Item struct {
	Text  string `json:"text"`
	Label string `json:"label,omitempty"`
}

// Empty reports whether nothing was answered; spaces alone are nothing.
func (a Answer) Empty() bool {
	for _, words := range a.Pieces {
		if strings.TrimSpace(words) != "" {
			return false
		}
	}
	for _, item := range a.Items {
		if strings.TrimSpace(item.Text) != "" {
			return false
		}
	}
	return strings.TrimSpace(a.Text+a.Other) == "" && a.Level == nil &&
		len(a.Picks)+len(a.Piles)+len(a.Marks)+len(a.Reports) == 0
}

// Words returns the answer as plain text that can be read without the part's
// lists: choices by their text, pieces joined, a level with its two ends.
func (p Part) Words(a Answer) string {
	var blocks []string
	if a.Level != nil {
		blocks = append(blocks, fmt.Sprintf("%d of %d (%s … %s)", *a.Level, MaxLevel, p.Low, p.High))
	}
	blocks = append(blocks, p.pickWords(a), p.pileWords(a), itemWords(a), reportWords(a))
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

// pieceWords joins the pieces, each below its label, and cards below their question.
func (p Part) pieceWords(a Answer) string {
	var lines []string
	for _, piece := range p.Pieces {
		lines = append(lines, below(piece.Label, a.Pieces[piece.ID]))
	}
	if len(p.Deck) > 0 {
		lines = nil
	}
	for _, q := range p.Deck {
		lines = append(lines, below(q.Text, a.Pieces[q.ID]))
	}
	return joinFilled(lines, "\n\n")
}

// below puts a label above words, when there are both.
func below(label, words string) string {
	if words = strings.TrimSpace(words); words == "" || label == "" {
		return words
	}
	return label + "\n" + words
}

func itemWords(a Answer) string {
	var lines []string
	for _, item := range a.Items {
		text := strings.TrimSpace(item.Text)
		if text != "" && item.Label != "" {
			text += " (" + item.Label + ")"
		}
		lines = append(lines, text)
	}
	return joinFilled(lines, "\n")
}

// reportWords gives the lines of a practice in the order of its days.
func reportWords(a Answer) string {
	var lines []string
	for _, day := range slices.Sorted(maps.Keys(a.Reports)) {
		lines = append(lines, a.Reports[day])
	}
	return joinFilled(lines, "\n")
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
