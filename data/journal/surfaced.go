package journal

import (
	"context"
	"slices"
	"time"
)

// Surfaced is something new from before the work began. The journal asks for no
// details; the work rests until both say that it goes on.
type Surfaced struct {
	Event     string
	By        Partner
	At        time.Time
	GoneOn    time.Time // when both went on; zero while the work rests
	TakenBack bool
}

// Rests gives what came up and still lets the work rest, if there is such a thing.
func (s State) Rests() (Surfaced, bool) {
	for _, up := range slices.Backward(s.Surfaced) {
		if up.GoneOn.IsZero() && !up.TakenBack {
			return up, true
		}
	}
	return Surfaced{}, false
}

// Surface says that something new from before came to light. Either may.
func (j *Journal) Surface(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	_, err = j.appendEvent(ctx, entry{head: head{Kind: KindSurfaced, Authors: []Partner{p}}}, nil)
	return err
}

// GoOnFromRest ends the rest after something new from before. It takes both.
func (j *Journal) GoOnFromRest(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	_, err := j.appendEvent(ctx, together(KindGoneOn, facts{}, words{}), nil)
	return err
}

func ruleSurfaced(f *fold, e *entry) (func(), error) {
	if e.by() == Nobody {
		return nil, errAuthors
	}
	return func() {
		f.state.Surfaced = append(f.state.Surfaced, Surfaced{Event: e.id, By: e.by(), At: e.at})
	}, nil
}

func ruleGoneOn(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	if _, rests := f.state.Rests(); !rests {
		return nil, ErrNotNow
	}
	return func() {
		f.changeSurfaced(func(up *Surfaced) {
			if up.GoneOn.IsZero() {
				up.GoneOn = e.at
			}
		})
	}, nil
}

func (f *fold) changeSurfaced(edit func(*Surfaced)) {
	f.state.Surfaced = slices.Clone(f.state.Surfaced)
	for i := range f.state.Surfaced {
		edit(&f.state.Surfaced[i])
	}
}

func (f *fold) takeBackSurfaced(event string) {
	f.changeSurfaced(func(up *Surfaced) { up.TakenBack = up.TakenBack || up.Event == event })
}
