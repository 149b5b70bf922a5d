package journal

import (
	"slices"
	"time"
)

func (f *fold) findBoundary(id string) (int, error) {
	i, ok := f.places[id]
	if !ok || i >= len(f.state.Boundaries) || f.state.Boundaries[i].ID != id {
		return 0, ErrUnknown
	}
	return i, nil
}

func (f *fold) changeBoundary(i int, edit func(*Boundary)) {
	f.state.Boundaries = own(&f.handed.boundaries, f.state.Boundaries, slices.Clone)
	b := &f.state.Boundaries[i]
	b.Versions = slices.Clone(b.Versions)
	edit(b)
}

// ruleSet: a boundary is made and changed by its owner alone (promise 2).
func ruleSet(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	v := BoundaryVersion{
		Number: e.head.Facts.Version, Title: e.words.Title, Text: e.words.Text, At: e.at, Event: e.id,
	}
	i, err := f.findBoundary(e.head.Facts.Thing)
	if err != nil {
		if v.Number != 1 || f.taken(e.head.Facts.Thing) {
			return nil, ErrUnknown
		}
		return func() {
			f.places[e.head.Facts.Thing] = len(f.state.Boundaries)
			f.state.Boundaries = append(f.state.Boundaries,
				Boundary{ID: e.head.Facts.Thing, Owner: by, Versions: []BoundaryVersion{v}, Struck: e.struck})
		}, nil
	}
	switch b := f.state.Boundaries[i]; {
	case b.Owner != by:
		return nil, ErrNotYours
	case !b.Ended.IsZero(), v.Number != b.Latest().Number+1:
		return nil, ErrNotNow
	}
	return func() {
		f.changeBoundary(i, func(b *Boundary) {
			b.Versions = append(b.Versions, v)
			b.Struck = b.Struck || e.struck
		})
		delete(f.answers, e.head.Facts.Thing)
	}, nil
}

func ruleEnded(f *fold, e *entry) (func(), error) {
	i, err := f.findBoundary(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	b := f.state.Boundaries[i]
	if e.by() != b.Owner {
		return nil, ErrNotYours
	}
	if !b.Ended.IsZero() {
		return nil, ErrNotNow
	}
	return func() { f.changeBoundary(i, func(b *Boundary) { b.Ended = e.at }) }, nil
}

// ruleAnswerBoundary: the other can acknowledge a boundary, or say that they can't.
func ruleAnswerBoundary(f *fold, e *entry) (func(), error) {
	i, err := f.findBoundary(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	b := f.state.Boundaries[i]
	if e.by() != b.Owner.Other() {
		return nil, ErrNotYours
	}
	if !b.Ended.IsZero() || e.head.Facts.Version != b.Latest().Number {
		return nil, ErrNotNow
	}
	return func() {
		f.changeBoundary(i, func(b *Boundary) { b.answer(e.head.Kind, e.at) })
		f.answers[b.ID] = e.id
	}, nil
}

func (b *Boundary) answer(kind EventKind, at time.Time) {
	v := &b.Versions[len(b.Versions)-1]
	v.Acknowledged, v.Cannot = time.Time{}, time.Time{}
	if kind == KindAcknowledged {
		v.Acknowledged = at
	} else {
		v.Cannot = at
	}
}
