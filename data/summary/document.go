// Package summary turns what a couple shared into one document they can take
// away, and writes it as PDF, web page or Markdown. It sees only what is shared:
// unopened words are not in a journal.State.
package summary

import (
	"strconv"

	"goldseam.app/data/journal"
)

// Choice is what the couple chose to include. The zero Choice includes nothing.
type Choice struct {
	From, To    journal.Day     // the span of what was opened, both ends included; empty means open
	Path        bool            // where they are on the path
	InForce     bool            // agreements and boundaries in force today
	Plans       bool            // trigger plan, comfort map and loop map as they stand
	Opened      bool            // what was opened together in the span
	Charts      bool            // the check-ins of the span, each question as a chart
	Breaks      bool            // slips of the span that both call a slip, and when they were mended
	Reflections map[string]bool // ids of the reflections to include; nil means all in the span
	TitlesOnly  bool            // leaves out the wording of agreements and boundaries, as for the fridge door
	Lang        string          // language of the words, such as "en"; empty means "en"
}

// Document is the summary before it takes a form. Its strings are clean: valid
// UTF-8 without control characters; only Text and Words hold line breaks.
type Document struct {
	Lang     string
	Label    string // what this is, without names
	Title    string // the names
	Span     string // the time it covers; may be empty
	Chosen   string // what was chosen, and that nothing else is here
	Path     *Path  // nil when not chosen
	Sections []Section
	Close    string // that it is neither proof nor therapy
	Missing  string // said when a font lacks signs the couple wrote
	PageOf   func(page, of int) string
	Calendar []byte // the days ahead, as Calendar writes them; the other forms leave it out
}

// Path is where they are among the numbered steps.
type Path struct {
	Nodes []Node
	Line  string // the same in words
}

// Node is one step of the path.
type Node struct {
	Title string
	State NodeState
	Label string // the state in words
}

// NodeState says how far a step is.
type NodeState string

// The states of a step.
const (
	Closed NodeState = "closed"
	Here   NodeState = "here"
	Later  NodeState = "later"
)

// Section is one headed part of the summary. It has items or, without any, Empty.
type Section struct {
	Title string
	Note  string // the day it holds for, when that is not the end of the span
	Items []Item
	Empty string
}

// Item is an agreement, a boundary, a reflection, or a question of the check-ins.
type Item struct {
	Number int    // counts agreements and boundaries from 1; 0 for reflections
	Title  string // never empty
	Note   string // who, since when, until when
	Text   string // the wording; may be empty
	Why    string // may be empty
	Parts  []Part
	Chart  *Chart // of a question of the check-ins, or nil
}

// heading gives the title with its number.
func (it Item) heading() string {
	if it.Number == 0 {
		return it.Title
	}
	return strconv.Itoa(it.Number) + ". " + it.Title
}

// Part is one part of a reflection.
type Part struct {
	Title  string // may be empty
	Prompt string // what both were asked; empty when they were asked different things
	Voices []Voice
}

// Voice is what one partner wrote in a part.
type Voice struct {
	Partner journal.Partner
	Name    string
	Prompt  string // what this partner was asked; empty when both were asked the same
	Words   string
}
