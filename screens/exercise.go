package screens

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/wording"
	"goldseam.app/screens/widgets"
)

// ExerciseJournal is what the exercise screen needs of the journal.
type ExerciseJournal interface {
	State() journal.State
	Holder() journal.Partner
	Both() bool
	Here(p journal.Partner) bool
	Role() (mine string, fits bool)
	Drafts(exercise string) []journal.Draft
	SaveDraft(ctx context.Context, d journal.Draft) (journal.Draft, error)
	Erase(ctx context.Context, exercise, part string) error
	Share(ctx context.Context, o journal.Opening, part string) (journal.Reflection, error)
	Finish(ctx context.Context, exercise string) error
	TakeBack(ctx context.Context, exercise string) error
	Progress(exercise string) journal.Progress
	OpenTogether(ctx context.Context, o journal.Opening) (journal.Reflection, error)
	CloseExercise(ctx context.Context, exercise, title string, version int) error
	Skip(ctx context.Context, exercise, title string) error
	MarkGuess(ctx context.Context, reflection, part, mark string) error
}

// Hinter looks for sentences that may hurt more than they help.
type Hinter interface {
	Look(text string) []wording.Hint
}

// eveningLength is how long an evening of this work may well be.
const eveningLength = 45 * time.Minute

// Evening is one sitting, as far as its length goes. The screens of a sitting
// share one, so that its end is said once.
type Evening struct {
	Began time.Time
	told  bool
}

// enough tells, once, that the evening has been long.
func (e *Evening) enough(now time.Time) bool {
	if e == nil || e.told || now.Sub(e.Began) < eveningLength {
		return false
	}
	e.told = true
	return true
}

// ExerciseSetup is what an exercise screen is made of.
type ExerciseSetup struct {
	Journal  ExerciseJournal
	Course   *course.Course
	Exercise course.Exercise
	Hints    Hinter // may be nil
	Later    Background
	After    func(d time.Duration, f func()) (stop func()) // runs f on the window's goroutine
	Now      func() time.Time
	Evening  *Evening // may be nil
}

// Exercise leads the holder through one exercise, one part at a time, to the
// moment when both open what they wrote.
type Exercise struct {
	moving

	OnHandOver func()
	OnPause    func()
	OnHelp     func()
	OnTurns    func(running bool) // the idle lock waits while turns run
	OnAgree    func(draft course.AgreementDraft, text string)
	OnStrike   func(reflection string)
	OnSheet    func() // a blank sheet of this exercise
	OnLeave    func() // back to the step: stopped, skipped or closed

	setup    ExerciseSetup
	journal  ExerciseJournal
	exercise course.Exercise
	me       journal.Partner
	roles    rolePair
	parts    []course.Part // those that are gone through now, in order
	index    int
	later    bool // after the opening, with both there

	saver   *draftSaver
	view    partView
	filled  bool // the view has its words
	line    calmLine
	saved   *widgets.Text
	paper   *widgets.Field // the day on which it was written on paper
	bar     *toolBar
	actions []*widgets.Button
	busy    bool
	playing bool // a part is shown, so the exercise can still be skipped
	cleared bool
	quiet   []string // families of hints that were sent away in this draft
	stop    func()
}

// NewExercise makes the screen for whoever holds the laptop now, at the place
// where they stopped.
func NewExercise(setup ExerciseSetup) *Exercise {
	s := &Exercise{setup: setup, journal: setup.Journal}
	s.exercise = setup.Exercise.Dealt(openings(s.journal.State(), setup.Exercise.ID))
	s.place = newPlace()
	s.me = s.journal.Holder()
	s.roles = rolesOf(s.journal)
	s.parts = ownParts(s.exercise, s.roles)
	s.ExtendBaseWidget(s)
	s.stop = s.watchEvening()
	s.Reload()
	return s
}

// watchEvening says when the evening has been long.
func (s *Exercise) watchEvening() (stop func()) {
	e := s.setup.Evening
	if e == nil || e.told {
		return func() {}
	}
	left := max(0, eveningLength-s.setup.Now().Sub(e.Began))
	return s.setup.After(left, func() { s.sayEnough() })
}

func (s *Exercise) sayEnough() {
	if !s.cleared && s.setup.Evening.enough(s.setup.Now()) {
		s.say(lang.L("That is enough for one evening. You can stop here; everything stays as it is."))
	}
}

// Reload shows the newest state: the part to go on with, what waits, or what
// was opened. What is being written is saved first.
func (s *Exercise) Reload() { s.flushThen(s.reload) }

func (s *Exercise) reload() {
	p := s.journal.Progress(s.exercise.ID)
	switch {
	case p.Finished:
		s.showSealed()
	case len(s.parts) == 0:
		s.showNothing()
	case p.Opened && !s.writing():
		s.showOpened(false)
	default:
		s.showPart(s.whereToGoOn())
	}
}

// writing tells whether there is something begun that can still be opened.
func (s *Exercise) writing() bool {
	return slices.ContainsFunc(s.journal.Drafts(s.exercise.ID), func(d journal.Draft) bool { return !d.Private })
}

// whereToGoOn is the last part that the holder worked on, or the one after it
// when they went on from there.
func (s *Exercise) whereToGoOn() int {
	if !writes(s.exercise) {
		return min(s.agreed(time.Time{}), len(s.parts)-1)
	}
	for i := len(s.parts) - 1; i >= 0; i-- {
		if !answered(s.parts[i]) {
			continue
		}
		switch a := s.answerOf(s.parts[i]); {
		case a.Done:
			return min(i+1, len(s.parts)-1)
		case !a.Empty() || a.Begun != "":
			return i
		}
	}
	return 0
}

// openings counts how often an exercise was opened; it deals the next cards.
func openings(state journal.State, exercise string) int {
	n := 0
	for _, r := range state.Reflections {
		if r.Exercise == exercise && r.SharedBy == journal.Nobody {
			n++
		}
	}
	return n
}

// agreed counts the agreements that came out of this exercise since a time.
func (s *Exercise) agreed(since time.Time) int {
	n := 0
	for _, a := range s.journal.State().Agreements {
		if a.Latest().Terms.Exercise == s.exercise.ID && !a.Versions[0].Proposed.Before(since) {
			n++
		}
	}
	return n
}

// draftOf gives the holder's draft of a part, a new one when there is none.
func (s *Exercise) draftOf(id string, private bool) journal.Draft {
	for _, d := range s.journal.Drafts(s.exercise.ID) {
		if d.Part == id {
			return d
		}
	}
	return journal.Draft{Exercise: s.exercise.ID, Part: id, Private: private}
}

func (s *Exercise) answerOf(part course.Part) course.Answer {
	return readAnswer(s.draftOf(part.ID, part.Private).Answer)
}

// readAnswer decodes a kept answer; what can't be read counts as empty.
func readAnswer(kept json.RawMessage) course.Answer {
	var a course.Answer
	if len(kept) == 0 || json.Unmarshal(kept, &a) != nil {
		return course.Answer{}
	}
	return a
}

// drop forgets the part that was shown.
func (s *Exercise) drop() {
	if s.view != nil {
		s.view.clear()
	}
	if s.saver != nil {
		s.saver.Clear()
	}
	s.view, s.saver, s.bar, s.saved, s.paper, s.actions = nil, nil, nil, nil, nil, nil
	s.playing = false
	s.line = newCalmLine(s.place.Refresh)
}

// Clear drops every word, before the laptop changes hands or the journal is
// locked. The screen can't be used afterwards.
func (s *Exercise) Clear() {
	s.stop()
	s.drop()
	s.cleared = true
	s.parts, s.quiet = nil, nil
	swap(s.place)
}

// Flush saves what was written; done is called when that is over, well or not.
func (s *Exercise) Flush(done func()) {
	if s.saver == nil {
		done()
		return
	}
	s.saver.Flush(func(error) { done() })
}

// Dirty gives the draft that is not saved yet, if there is one.
func (s *Exercise) Dirty() []journal.Draft {
	if s.saver == nil {
		return nil
	}
	if d, unsaved := s.saver.Dirty(); unsaved {
		return []journal.Draft{d}
	}
	return nil
}

// flushThen goes on when all is saved; otherwise it stays and says why.
func (s *Exercise) flushThen(next func()) {
	if s.busy {
		return
	}
	if s.saver == nil {
		next()
		return
	}
	s.wait(true)
	s.saver.Flush(func(err error) {
		s.wait(false)
		if err == nil && !s.cleared {
			next()
		}
	})
}

// act does something to the journal and then goes on.
func (s *Exercise) act(work func(context.Context) error, next func()) {
	if s.busy {
		return
	}
	s.wait(true)
	s.setup.Later(work, func(err error) {
		s.wait(false)
		switch {
		case s.cleared:
		case err != nil:
			s.say(Sentence(err))
		default:
			next()
		}
	})
}

func (s *Exercise) wait(busy bool) {
	s.busy = busy
	enable(!busy, s.actions...)
}

// say puts a calm line below the buttons.
func (s *Exercise) say(text string) { s.line.say(text) }

// action makes a button that waits while something is being done.
func (s *Exercise) action(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := widgets.NewButton(text, kind, f)
	s.actions = append(s.actions, b)
	return b
}

// Resize gives the part its words once it has a width: text that is set before
// is measured many times over.
func (s *Exercise) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.fill()
}

func (s *Exercise) fill() {
	if s.view != nil && !s.filled && s.Size().Width > 0 {
		s.filled = true
		s.view.fill()
	}
}

func (s *Exercise) name(p journal.Partner) string { return callName(s.journal.State(), p) }

func (s *Exercise) leave() { tellIf(s.OnLeave) }
