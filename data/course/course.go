// Package course holds the steps, exercises and parts that a couple works
// through, read from TOML files and checked.
package course

import "slices"

// Course is the whole path, in order.
type Course struct {
	Steps   []Step
	CheckIn CheckIn
	Safety  Page // read, never answered
	About   Page // what Goldseam is and is not
	Ending  Page // how to tell the children, when a couple parts
}

// Page is a text to read.
type Page struct {
	Title    string    `toml:"title"`
	Intro    string    `toml:"intro"`
	Sections []Section `toml:"sections"`
}

// Section is one headed piece of a page: a paragraph, lines, or both.
type Section struct {
	Title string   `toml:"title"`
	Text  string   `toml:"text"`
	Lines []string `toml:"lines"`
}

// Step is one stretch of the path. Number is 0 for "before" and "after".
type Step struct {
	ID          string     `toml:"id"`
	Number      int        `toml:"number"`
	Title       string     `toml:"title"`
	Purpose     string     `toml:"purpose"`      // one line
	Why         string     `toml:"why"`          // why it matters
	LeastWeeks  int        `toml:"least_weeks"`  // advice, 0 for none
	Note        string     `toml:"note"`         // what the path shows below the title
	NightBefore bool       `toml:"night_before"` // waits one night before it opens
	NeedsReady  bool       `toml:"needs_ready"`  // opens when both have said, alone, that they are ready
	Exercises   []Exercise `toml:"-"`            // empty while a step has none yet
}

// Exercise is one piece of work that the couple does in a sitting.
type Exercise struct {
	ID       string   `toml:"id"` // stored in journals: never changed
	Step     string   `toml:"-"`
	Title    string   `toml:"title"`
	Purpose  string   `toml:"purpose"` // one line
	Version  int      `toml:"version"`
	Minutes  int      `toml:"minutes"`
	Core     bool     `toml:"core"` // closes the step
	For      Audience `toml:"for"`
	Fits     []string `toml:"fits"` // ids of the choices of BrokeExercise; empty suits everyone
	Why      string   `toml:"why"`
	How      []string `toml:"how"` // three to five lines
	Examples []string `toml:"examples"`
	Skip     string   `toml:"skip"`    // "Skip this if …"
	Debrief  string   `toml:"debrief"` // one private question that can be skipped
	Leaves   []string `toml:"leaves"`  // what it can leave behind, such as "agreement"
	Parts    []Part   `toml:"parts"`
}

// Step returns the step with the id, if the course has it.
func (c *Course) Step(id string) (Step, bool) {
	i := slices.IndexFunc(c.Steps, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return c.Steps[i], true
}

// Exercise returns the exercise with the id, such as "own.plainly".
func (c *Course) Exercise(id string) (Exercise, bool) {
	for _, s := range c.Steps {
		for _, e := range s.Exercises {
			if e.ID == id {
				return e, true
			}
		}
	}
	return Exercise{}, false
}

// Core returns the exercises that close the step, in order.
func (s Step) Core() []Exercise {
	var core []Exercise
	for _, e := range s.Exercises {
		if e.Core {
			core = append(core, e)
		}
	}
	return core
}

// Part returns the part with the id, if the exercise has it.
func (e Exercise) Part(id string) (Part, bool) {
	i := slices.IndexFunc(e.Parts, func(p Part) bool { return p.ID == id })
	if i < 0 {
		return Part{}, false
	}
	return e.Parts[i], true
}
