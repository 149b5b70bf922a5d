package screens

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"goldseam.app/data/journal"
)

const (
	// saveWithin is how long a change waits before it is saved; with the save
	// itself it stays under the promised second.
	saveWithin = 700 * time.Millisecond
	// saveAgain is the pause before a save that failed is tried once more.
	saveAgain = 5 * time.Second
)

// draftSaver keeps one draft saved: at most one save at a time, soon after a
// change, also while typing goes on. An older text never follows a newer one.
type draftSaver struct {
	// onState is told whether all is saved, and what went wrong otherwise.
	onState func(saved bool, err error)

	save  func(context.Context, journal.Draft) (journal.Draft, error)
	later Background
	after afterFunc

	draft   journal.Draft
	dirty   bool // there is a change that no save has taken along
	running bool
	due     bool // a save was asked for while one was running
	armed   bool
	stop    func()
	waiting []func(error) // told when all is saved, or when it can't be
	cleared bool
}

// newDraftSaver makes a saver that goes on from a draft as it was last saved.
func newDraftSaver(d journal.Draft, save func(context.Context, journal.Draft) (journal.Draft, error), later Background, after afterFunc) *draftSaver {
	return &draftSaver{draft: d, save: save, later: later, after: after, stop: func() {}, onState: func(bool, error) {}}
}

// Change takes the newest answer.
func (s *draftSaver) Change(answer json.RawMessage) {
	if s.cleared {
		return
	}
	s.draft.Answer = answer
	s.dirty = true
	s.onState(false, nil)
	s.arm(saveWithin)
}

// SetPaper takes the day on which the words were written on paper. Without any
// words there is nothing to keep yet; the day goes with the first of them.
func (s *draftSaver) SetPaper(day journal.Day) {
	if s.cleared || s.draft.Paper == day {
		return
	}
	s.draft.Paper = day
	if len(s.draft.Answer) > 0 {
		s.Change(s.draft.Answer)
	}
}

// arm lets the next save begin after a while, unless one is already awaited.
func (s *draftSaver) arm(wait time.Duration) {
	if s.armed {
		return
	}
	s.armed = true
	s.stop = s.after(wait, func() {
		s.armed = false
		s.begin()
	})
}

func (s *draftSaver) disarm() {
	s.stop()
	s.stop, s.armed = func() {}, false
}

// begin saves what is there now, or right after the save that is running.
func (s *draftSaver) begin() {
	if s.cleared || !s.dirty {
		return
	}
	if s.running {
		s.due = true
		return
	}
	s.disarm()
	s.running, s.dirty, s.due = true, false, false
	draft, kept := s.draft, journal.Draft{}
	s.later(func(ctx context.Context) (err error) {
		kept, err = s.save(ctx, draft)
		return err
	}, func(err error) { s.saved(kept, err) })
}

// saved takes the answer of a save.
func (s *draftSaver) saved(kept journal.Draft, err error) {
	s.running = false
	switch {
	case s.cleared:
	case err != nil:
		s.failed(err)
	case s.dirty:
		s.draft.Revision = kept.Revision
		s.goOn()
	default:
		s.draft.Revision = kept.Revision
		s.onState(true, nil)
		s.answer(nil)
	}
}

// goOn saves what was changed meanwhile: at once when that was asked for.
func (s *draftSaver) goOn() {
	if s.due || len(s.waiting) > 0 {
		s.begin()
		return
	}
	s.arm(saveWithin)
}

// failed keeps the words and tries again in a while. A newer revision elsewhere
// is left alone.
func (s *draftSaver) failed(err error) {
	s.dirty, s.due = true, false
	s.onState(false, err)
	s.answer(err)
	if !errors.Is(err, journal.ErrStale) {
		s.arm(saveAgain)
	}
}

func (s *draftSaver) answer(err error) {
	waiting := s.waiting
	s.waiting = nil
	for _, done := range waiting {
		done(err)
	}
}

// Flush saves at once; done hears when all is saved, or why not.
func (s *draftSaver) Flush(done func(error)) {
	if s.cleared || !s.dirty && !s.running {
		done(nil)
		return
	}
	s.waiting = append(s.waiting, done)
	s.begin()
}

// Dirty gives what is not saved yet.
func (s *draftSaver) Dirty() (journal.Draft, bool) {
	return s.draft, !s.cleared && (s.dirty || s.running)
}

// Clear forgets the words. A save that is running still ends by itself.
func (s *draftSaver) Clear() {
	s.disarm()
	s.cleared, s.dirty = true, false
	s.draft = journal.Draft{}
	s.answer(nil)
}
