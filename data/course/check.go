package course

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Limits on what one course may hold.
const (
	maxSteps     = 20
	maxExercises = 40 // in one step
	maxParts     = 20
	maxList      = 150 // lines, choices, cards or pieces in one list
)

var (
	stepID     = regexp.MustCompile(`^[a-z]+$`)
	exerciseID = regexp.MustCompile(`^[a-z]+\.[a-z]+$`)
	innerID    = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

	leaves     = []string{"reflection", "agreement", "boundary", "temporary access", "ritual", "goal", KeepsTriggerPlan, KeepsComfortMap, KeepsLoopMap}
	draftKinds = []string{"agreement", "boundary", "temporary access", "ritual", "goal"}
)

func checkSteps(steps []Step) error {
	if len(steps) == 0 || len(steps) > maxSteps {
		return fmt.Errorf("%d steps, between 1 and %d wanted", len(steps), maxSteps)
	}
	var seen []string
	for _, s := range steps {
		if !stepID.MatchString(s.ID) || slices.Contains(seen, s.ID) {
			return fmt.Errorf("step id %q is not lower case letters, or is there twice", s.ID)
		}
		seen = append(seen, s.ID)
		if err := checkStep(s); err != nil {
			return fmt.Errorf("step %s: %w", s.ID, err)
		}
	}
	return nil
}

func checkStep(s Step) error {
	if s.Number < 0 || s.Number > maxSteps || s.LeastWeeks < 0 || s.LeastWeeks > 52 {
		return errors.New("number or least_weeks is out of range")
	}
	if len(s.Exercises) > maxExercises {
		return fmt.Errorf("%d exercises, at most %d", len(s.Exercises), maxExercises)
	}
	ids := make([]string, 0, len(s.Exercises))
	for _, e := range s.Exercises {
		ids = append(ids, e.ID)
	}
	if err := checkIDs("exercise", ids, exerciseID); err != nil {
		return err
	}
	return filled("title", s.Title, "purpose", s.Purpose, "why", s.Why)
}

func checkExercise(e Exercise) error {
	if err := filled("title", e.Title, "purpose", e.Purpose, "why", e.Why, "skip", e.Skip, "debrief", e.Debrief); err != nil {
		return err
	}
	switch {
	case e.Version < 1 || e.Minutes < 1 || e.Minutes > 60:
		return errors.New("version or minutes is out of range")
	case !e.For.known():
		return fmt.Errorf("unknown audience %q", e.For)
	case len(e.How) < 3 || len(e.How) > 5:
		return fmt.Errorf("how has %d lines, three to five wanted", len(e.How))
	case len(e.Examples) < 1 || len(e.Examples) > 3:
		return fmt.Errorf("%d examples, one to three wanted", len(e.Examples))
	case len(e.Parts) < 1 || len(e.Parts) > maxParts:
		return fmt.Errorf("%d parts, between 1 and %d wanted", len(e.Parts), maxParts)
	}
	if err := errors.Join(checkLines("how", e.How), checkLines("examples", e.Examples), checkLeaves(e.Leaves)); err != nil {
		return err
	}
	return checkParts(e)
}

func checkLeaves(list []string) error {
	for _, l := range list {
		if !slices.Contains(leaves, l) {
			return fmt.Errorf("leaves: unknown %q", l)
		}
	}
	return nil
}

func checkParts(e Exercise) error {
	ids := make([]string, 0, len(e.Parts))
	for _, p := range e.Parts {
		ids = append(ids, p.ID)
	}
	if err := checkIDs("part", ids, innerID); err != nil {
		return err
	}
	for _, p := range e.Parts {
		if err := errors.Join(checkPart(p), checkLinks(e, p)); err != nil {
			return &problem{near: p.ID, err: fmt.Errorf("part %s: %w", p.ID, err)}
		}
	}
	return nil
}

// checkFits wants every kind of break that is named to be a choice of BrokePart.
// A course without that exercise can't name any.
func checkFits(c *Course) error {
	broke, _ := c.Exercise(BrokeExercise)
	part, _ := broke.Part(BrokePart)
	known := func(fits []string) error {
		for _, id := range fits {
			if !slices.ContainsFunc(part.Choices, func(ch Choice) bool { return ch.ID == id }) {
				return fmt.Errorf("fits: %q is no choice of %s", id, BrokeExercise)
			}
		}
		return nil
	}
	for _, s := range c.Steps {
		for _, e := range s.Exercises {
			err := known(e.Fits)
			for _, p := range e.Parts {
				for _, also := range p.Also {
					err = errors.Join(err, known(also.Fits))
				}
			}
			if err != nil {
				return fmt.Errorf("%s.toml: %w", e.ID, err)
			}
		}
	}
	return nil
}

// checkLinks follows what a part says about other parts of its exercise.
func checkLinks(e Exercise, p Part) error {
	if p.From != "" && (p.Kind != Agree || !slices.ContainsFunc(e.Parts, func(o Part) bool { return o.ID == p.From })) {
		return fmt.Errorf("from names no part: %q", p.From)
	}
	if p.Counterpart == "" {
		return nil
	}
	other, ok := e.Part(p.Counterpart)
	if !ok || other.Counterpart != p.ID || other.For == p.For {
		return fmt.Errorf("counterpart %q does not answer back", p.Counterpart)
	}
	return nil
}

func checkPage(p Page) error {
	if err := filled("title", p.Title, "intro", p.Intro); err != nil {
		return err
	}
	if len(p.Sections) == 0 || len(p.Sections) > maxList {
		return fmt.Errorf("%d sections, between 1 and %d wanted", len(p.Sections), maxList)
	}
	for _, s := range p.Sections {
		if err := filled("section title", s.Title, "section text or lines", s.Text+strings.Join(s.Lines, "")); err != nil {
			return err
		}
		if err := checkTexts("lines", s.Lines); err != nil {
			return err
		}
	}
	return nil
}

func (a Audience) known() bool { return a == ForBoth || a == ForRepairing || a == ForHurt }

// filled takes names and texts in turn and names the first text that is empty.
func filled(pairs ...string) error {
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) == "" {
			return fmt.Errorf("%s is empty", pairs[i])
		}
	}
	return nil
}

// checkLines wants a list with at least one line, and every line filled.
func checkLines(name string, lines []string) error {
	if len(lines) == 0 {
		return fmt.Errorf("%s is empty", name)
	}
	return checkTexts(name, lines)
}

// checkTexts wants every line of a list filled; the list may be empty.
func checkTexts(name string, lines []string) error {
	if len(lines) > maxList {
		return fmt.Errorf("%s has %d lines, at most %d", name, len(lines), maxList)
	}
	for _, l := range lines {
		if err := filled(name, l); err != nil {
			return err
		}
	}
	return nil
}

// checkIDs wants ids of the right form, each once.
func checkIDs(what string, ids []string, form *regexp.Regexp) error {
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		if !form.MatchString(id) {
			return fmt.Errorf("%s id %q has the wrong form", what, id)
		}
		if seen[id] {
			return fmt.Errorf("%s id %q is there twice", what, id)
		}
		seen[id] = true
	}
	return nil
}
