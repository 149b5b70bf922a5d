package journal

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// fold is the state that a run of events adds up to, with what only the rules
// need. Values handed out are never changed afterwards: what changes is copied,
// once after each handing out.
type fold struct {
	state  State
	handed handed
	places map[string]int      // agreement or boundary id to its place in the state
	keys   [2][]byte           // public keys, as of the newest event
	hashes map[string][32]byte // event id to hash
	index  map[string]int      // event id to its place in state.Moments
	struck map[string]bool     // events whose words both struck out

	rows     map[string][]string // reflection to the own writing that it came from
	waiting  map[string]string   // last words that nobody has opened yet, by their event
	answers  map[string]string   // boundary id to the event that answers its latest version
	skips    map[string]string   // exercise to the event that skipped it last
	marked   map[occasion]bool   // occasions of which there is, or was, a mark
	ownKept  map[int]bool        // agreements whose marks no reader holds, by place
	restored int64               // number of the last event that recorded a restoring
}

// handed says which parts of the state a reader may hold.
type handed struct{ agreements, boundaries, moments, done, skipped, slips bool }

// own gives a value that may be changed: a copy, if a reader may hold it.
func own[T any](mayBeHeld *bool, value T, clone func(T) T) T {
	if !*mayBeHeld {
		return value
	}
	*mayBeHeld = false
	return clone(value)
}

func newFold() *fold {
	return &fold{
		state: State{
			Done:    map[string]time.Time{},
			Skipped: map[string]time.Time{},
		},
		places: map[string]int{},
		hashes: map[string][32]byte{},
		index:  map[string]int{},
		struck: map[string]bool{},

		rows:    map[string][]string{},
		waiting: map[string]string{},
		answers: map[string]string{},
		skips:   map[string]string{},
		marked:  map[occasion]bool{},
		ownKept: map[int]bool{},
	}
}

// rule checks one event against the state and returns how to add it. It is the
// one place where a promise about shared things is kept, for events that are
// about to be written as for events read from a file.
type rule func(f *fold, e *entry) (add func(), err error)

var rules = map[EventKind]rule{
	KindJoined:       ruleJoined,
	KindRenamed:      ruleRenamed,
	KindRekeyed:      ruleRekeyed,
	KindLiving:       ruleLiving,
	KindSafetyShown:  ruleBoth,
	KindOpened:       ruleOpened,
	KindShared:       ruleShared,
	KindClosed:       ruleExerciseClosed,
	KindSkipped:      ruleSkipped,
	KindGuessMarked:  ruleGuessMarked,
	KindProposed:     ruleProposed,
	KindSigned:       ruleSigned,
	KindUnsigned:     ruleUnsigned,
	KindDeclined:     ruleDeclined,
	KindWithdrawn:    ruleWithdrawn,
	KindLeft:         ruleLeft,
	KindLapsed:       ruleLapsed,
	KindKept:         ruleKept,
	KindReviewed:     ruleReviewed,
	KindStepDone:     ruleStepDone,
	KindSlip:         ruleSlip,
	KindSlipAnswer:   ruleSlipAnswer,
	KindRepair:       ruleRepair,
	KindSurfaced:     ruleSurfaced,
	KindGoneOn:       ruleGoneOn,
	KindSet:          ruleSet,
	KindAcknowledged: ruleAnswerBoundary,
	KindCannot:       ruleAnswerBoundary,
	KindEnded:        ruleEnded,
	KindCheckIn:      ruleCheckIn,
	KindStepClosed:   ruleStepClosed,
	KindSitting:      ruleSitting,
	KindTakenBack:    ruleTakenBack,
	KindStruck:       ruleStruck,
	KindRestored:     ruleRestored,

	KindEndingBegun:     ruleEndingBegun,
	KindJournalLeft:     ruleJournalLeft,
	KindEndingClosed:    ruleEndingClosed,
	KindEndingUndone:    ruleEndingUndone,
	KindLastWords:       ruleLastWords,
	KindLastWordsOpened: ruleLastWordsOpened,
}

var (
	errUnknownKind = errors.New("written by a newer version")
	errAuthors     = errors.New("the authors do not fit")
)

// check says whether e may follow what is there, and how to add it.
func (f *fold) check(e *entry) (func(), error) {
	r, ok := rules[e.head.Kind]
	if !ok || e.head.Version != 1 || e.head.Format != eventFormat {
		return nil, errUnknownKind
	}
	if err := f.checkAuthors(e); err != nil {
		return nil, err
	}
	if err := f.mayStill(e); err != nil {
		return nil, fmt.Errorf("%s: %w", e.head.Kind, err)
	}
	add, err := r(f, e)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.head.Kind, err)
	}
	return func() {
		f.hashes[e.id] = e.hash
		f.addMoment(e)
		add()
	}, nil
}

// checkAuthors wants one or both partners, each once, first before second.
func (f *fold) checkAuthors(e *entry) error {
	if n := len(e.head.Authors); n == 0 || n > 2 {
		return errAuthors
	}
	for i, p := range e.head.Authors {
		if !p.valid() || (i == 1 && p <= e.head.Authors[0]) {
			return errAuthors
		}
		if e.head.Kind != KindJoined && f.keys[p.index()] == nil {
			return errAuthors
		}
	}
	return nil
}

// snapshot hands out the state. Slices are cut to their length, so that adding
// to the fold never reaches into what a reader holds.
func (f *fold) snapshot() State {
	f.handed = handed{true, true, true, true, true, true}
	clear(f.ownKept)
	s := f.state
	s.Agreements, s.Boundaries = slices.Clip(s.Agreements), slices.Clip(s.Boundaries)
	s.Reflections, s.Moments = slices.Clip(s.Reflections), slices.Clip(s.Moments)
	s.Sittings, s.Steps = slices.Clip(s.Sittings), slices.Clip(s.Steps)
	s.Slips, s.CheckIns, s.Surfaced = slices.Clip(s.Slips), slices.Clip(s.CheckIns), slices.Clip(s.Surfaced)
	s.Endings, s.LastWords = slices.Clip(s.Endings), slices.Clip(s.LastWords)
	return s
}

func nothing() {}

func ruleBoth(_ *fold, _ *entry) (func(), error) { return nothing, nil }

func ruleRestored(f *fold, e *entry) (func(), error) {
	if e.by() == Nobody {
		return nil, errAuthors
	}
	return func() { f.restored = e.seq }, nil
}

// ruleJoined: the first partner joins alone; the second with the first's word.
func ruleJoined(f *fold, e *entry) (func(), error) {
	p := e.head.Facts.Partner
	switch {
	case p == First && e.by() != First, p == Second && !e.both(), !p.valid():
		return nil, errAuthors
	case f.keys[p.index()] != nil:
		return nil, ErrJoined
	case p == Second && f.keys[0] == nil:
		return nil, errAuthors
	case len(e.head.Facts.Key) != 32:
		return nil, errShape
	}
	return func() {
		f.keys[p.index()] = e.head.Facts.Key
		f.state.People[p.index()] = Person{Partner: p, Name: e.words.Name, Colour: e.head.Facts.Colour, Joined: e.at}
		if p == First {
			f.state.Began = e.at
			f.state.Apart = e.head.Facts.Apart
		}
	}, nil
}

func ruleRenamed(f *fold, e *entry) (func(), error) {
	p := e.by()
	if p == Nobody {
		return nil, errAuthors
	}
	return func() {
		f.state.People[p.index()].Name = e.words.Name
		f.state.People[p.index()].Colour = e.head.Facts.Colour
	}, nil
}

func ruleRekeyed(f *fold, e *entry) (func(), error) {
	p := e.by()
	if p == Nobody || p != e.head.Facts.Partner || len(e.head.Facts.Key) != 32 {
		return nil, errAuthors
	}
	return func() { f.keys[p.index()] = e.head.Facts.Key }, nil
}

func ruleLiving(f *fold, e *entry) (func(), error) {
	return func() { f.state.Apart = e.head.Facts.Apart }, nil
}

func ruleOpened(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	return func() {
		f.addReflection(e, Nobody)
		f.done(e.head.Facts.Exercise, e.at)
	}, nil
}

// addReflection adds what was opened together, or shared by one.
func (f *fold) addReflection(e *entry, sharedBy Partner) {
	f.rows[e.id] = e.head.Facts.Rows
	for i := range e.words.Parts { // JSON reads an absent answer back as the word null
		for side, answer := range e.words.Parts[i].Answers {
			if string(answer) == "null" {
				e.words.Parts[i].Answers[side] = nil
			}
		}
	}
	f.state.Reflections = append(f.state.Reflections, Reflection{
		ID: e.id, Exercise: e.head.Facts.Exercise, Title: e.words.Title, Version: e.head.Facts.Edition,
		At: e.at, Parts: e.words.Parts, Struck: e.struck, SharedBy: sharedBy,
	})
}

func (f *fold) done(exercise string, at time.Time) {
	f.state.Done = own(&f.handed.done, f.state.Done, maps.Clone)
	f.state.Done[exercise] = at
}

// ruleGuessMarked: a guess is marked by the one whom it was about.
func ruleGuessMarked(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	if !slices.Contains(marks, e.head.Facts.Answer) {
		return nil, errShape
	}
	i := slices.IndexFunc(f.state.Reflections, func(r Reflection) bool { return r.ID == e.head.Facts.Event })
	if i < 0 {
		return nil, ErrUnknown
	}
	k := slices.IndexFunc(f.state.Reflections[i].Parts, func(p OpenedPart) bool { return p.Part == e.head.Facts.Exercise })
	if f.state.Reflections[i].Struck {
		return nothing, nil
	}
	if k < 0 || f.state.Reflections[i].Parts[k].Words[by.Other().index()] == "" {
		return nil, ErrNotYours
	}
	return func() {
		f.state.Reflections = slices.Clone(f.state.Reflections)
		r := &f.state.Reflections[i]
		r.Parts = slices.Clone(r.Parts)
		r.Parts[k].Marks[by.Other().index()] = e.head.Facts.Answer
	}, nil
}

func ruleExerciseClosed(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	return func() { f.done(e.head.Facts.Exercise, e.at) }, nil
}

func ruleSkipped(f *fold, e *entry) (func(), error) {
	if e.by() == Nobody {
		return nil, errAuthors
	}
	return func() {
		f.state.Skipped = own(&f.handed.skipped, f.state.Skipped, maps.Clone)
		f.state.Skipped[e.head.Facts.Exercise] = e.at
		f.skips[e.head.Facts.Exercise] = e.id
	}, nil
}

func ruleStepClosed(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	step := e.head.Facts.Step
	if _, closed := f.state.StepClosed(step); closed {
		return nil, ErrNotNow
	}
	return func() {
		f.state.Steps = append(f.state.Steps, StepState{ID: step, Closed: e.at, Sooner: e.words.Why})
	}, nil
}

func ruleSitting(f *fold, e *entry) (func(), error) {
	return func() {
		f.state.Sittings = append(f.state.Sittings, Closing{
			Event: e.id, At: e.at, Here: e.head.Authors, Words: e.words.Said,
			Next: e.head.Facts.Day, When: e.words.When, Small: e.words.Text,
		})
	}, nil
}
