// Package summary turns what a couple shared into one document they can take
// away, and writes it as PDF, web page or Markdown. What is for both is made of
// what is shared alone: unopened words are not in a journal.State. Only BuildOwn is
// given unopened words: those of the one partner it is for.
package summary

import (
	"strconv"

	"goldseam.app/data/journal"
)

// Document is the summary before it takes a form. Its strings are clean: valid
// UTF-8 without control characters; only Text and Words hold line breaks.
type Document struct {
	Lang     string
	Label    string // what this is, without names; may be empty
	Title    string // the names
	Span     string // the time it covers; may be empty
	Ended    string // that the work is over, or its end begun; may be empty
	Chosen   string // what was chosen, and that nothing else is here; may be empty
	Path     *Path  // nil when not chosen
	Sections []Section
	Front    int                       // so many sections stand before a new page: on one page if they can; 0 for no new page
	Poster   bool                      // all on one page, in type as large as there is room for
	Close    string                    // that it is neither proof nor therapy
	Missing  string                    // said when a font lacks signs the couple wrote
	PageOf   func(page, of int) string // may be nil
	More     func(n int) string        // says on a poster how many items it has no room for
	Calendar []byte                    // the days ahead, as Calendar writes them; the other forms leave it out
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
	Kind  Kind
	Title string
	Note  string // the day it holds for, when that is not the end of the span
	Items []Item
	Empty string
}

// Item is an agreement, a boundary, a reflection, or a question of the check-ins.
type Item struct {
	Entry  Entry
	Number int    // counts agreements and boundaries from 1; 0 for others
	Title  string // never empty
	Note   string // who, since when, until when; may be empty
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

// name is what the document is called outside its pages.
func (d Document) name() string {
	if d.Label == "" {
		return d.Title
	}
	return d.Label
}

// rest reports whether the section is the first after the front page.
func (d Document) rest(i int) bool { return d.Front > 0 && i == d.Front }

// Part is one part of a reflection.
type Part struct {
	Title  string // may be empty
	Prompt string // what both were asked; empty when they were asked different things
	Voices []Voice
}

// Voice is what one partner wrote in a part.
type Voice struct {
	Partner journal.Partner
	Name    string // may be empty where only one speaks
	Prompt  string // what this partner was asked; empty when both were asked the same
	Words   string
}
