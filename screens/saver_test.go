package screens

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"goldseam.app/data/journal"
)

// stepClock runs what is due when a test lets time pass.
type stepClock struct {
	now   time.Duration
	tasks []*stepTask
}

type stepTask struct {
	at   time.Duration
	f    func()
	done bool
}

func (c *stepClock) after(d time.Duration, f func()) (stop func()) {
	task := &stepTask{at: c.now + d, f: f}
	c.tasks = append(c.tasks, task)
	return func() { task.done = true }
}

func (c *stepClock) pass(d time.Duration) {
	end := c.now + d
	for {
		var next *stepTask
		for _, task := range c.tasks {
			if !task.done && task.at <= end && (next == nil || task.at < next.at) {
				next = task
			}
		}
		if next == nil {
			c.now = end
			return
		}
		c.now, next.done = next.at, true
		next.f()
	}
}

// slowSaves is a Background whose answers come when a test asks for them.
type slowSaves struct{ answers []func() }

func (s *slowSaves) later(work func(context.Context) error, done func(error)) {
	s.answers = append(s.answers, func() { done(work(context.Background())) })
}

func (s *slowSaves) answer() {
	next := s.answers[0]
	s.answers = s.answers[1:]
	next()
}

// savedDrafts takes drafts as the journal does.
type savedDrafts struct {
	texts []string
	last  int64
	err   error
}

func (s *savedDrafts) save(_ context.Context, d journal.Draft) (journal.Draft, error) {
	if s.err != nil {
		return journal.Draft{}, s.err
	}
	if d.Revision != s.last {
		return journal.Draft{}, journal.ErrStale
	}
	s.last++
	d.Revision = s.last
	s.texts = append(s.texts, string(d.Answer))
	return d, nil
}

func rawAnswer(s string) json.RawMessage { return json.RawMessage(s) }

func TestSaverSavesWithinASecondWhileTypingGoesOn(t *testing.T) {
	clock, drafts := &stepClock{}, &savedDrafts{}
	s := newDraftSaver(journal.Draft{}, drafts.save, Now, clock.after)
	for i := range 30 {
		s.Change(rawAnswer(string(rune('a' + i%26))))
		clock.pass(100 * time.Millisecond)
	}
	if n := len(drafts.texts); n < 3 || n > 5 {
		t.Errorf("%d saves in three seconds of typing, want about four", n)
	}
	clock.pass(time.Second)
	if d, dirty := s.Dirty(); dirty || drafts.texts[len(drafts.texts)-1] != string(d.Answer) {
		t.Errorf("the last letter was not saved: %q", drafts.texts)
	}
}

func TestSaverRunsOneSaveAtATime(t *testing.T) {
	clock, drafts, slow := &stepClock{}, &savedDrafts{}, &slowSaves{}
	s := newDraftSaver(journal.Draft{}, drafts.save, slow.later, clock.after)
	s.Change(rawAnswer("1"))
	clock.pass(time.Second)
	s.Change(rawAnswer("2"))
	clock.pass(time.Second)
	s.Change(rawAnswer("3"))
	clock.pass(time.Second)
	if len(slow.answers) != 1 {
		t.Fatalf("%d saves at once", len(slow.answers))
	}
	slow.answer()
	if len(slow.answers) != 1 {
		t.Fatal("what is due must be saved right after the running save")
	}
	slow.answer()
	if len(drafts.texts) != 2 || drafts.texts[1] != "3" {
		t.Errorf("saved %q, want 1 and 3", drafts.texts)
	}
}

func TestSaverFlushWaitsForTheNewestWords(t *testing.T) {
	clock, drafts, slow := &stepClock{}, &savedDrafts{}, &slowSaves{}
	s := newDraftSaver(journal.Draft{}, drafts.save, slow.later, clock.after)
	s.Change(rawAnswer("1"))
	clock.pass(time.Second)
	s.Change(rawAnswer("2"))
	flushed := 0
	s.Flush(func(error) { flushed++ })
	slow.answer()
	if flushed != 0 {
		t.Fatal("flushed before the newest words were saved")
	}
	slow.answer()
	if flushed != 1 || drafts.texts[1] != "2" {
		t.Errorf("flushed %d times, saved %q", flushed, drafts.texts)
	}
	s.Flush(func(error) { flushed++ })
	if flushed != 2 {
		t.Error("with nothing to save, flushing is done at once")
	}
}

func TestSaverKeepsTheWordsWhenTheDiskFails(t *testing.T) {
	clock, drafts := &stepClock{}, &savedDrafts{err: journal.ErrFull}
	s := newDraftSaver(journal.Draft{}, drafts.save, Now, clock.after)
	var got error
	saved := false
	s.onState = func(ok bool, err error) { saved, got = ok, err }
	s.Change(rawAnswer("1"))
	clock.pass(time.Second)
	if d, dirty := s.Dirty(); !dirty || string(d.Answer) != "1" || !errors.Is(got, journal.ErrFull) || saved {
		t.Fatalf("dirty %v, %q, %v", dirty, d.Answer, got)
	}
	var flushed error
	s.Flush(func(err error) { flushed = err })
	if !errors.Is(flushed, journal.ErrFull) {
		t.Errorf("flush said %v", flushed)
	}
	drafts.err = nil
	clock.pass(saveAgain + time.Second)
	if !saved || len(drafts.texts) != 1 {
		t.Errorf("not tried again: %q", drafts.texts)
	}
}

func TestSaverLeavesNewerRevisionsAlone(t *testing.T) {
	clock, drafts := &stepClock{}, &savedDrafts{last: 7}
	s := newDraftSaver(journal.Draft{Revision: 3}, drafts.save, Now, clock.after)
	s.Change(rawAnswer("old"))
	clock.pass(time.Minute)
	if len(drafts.texts) != 0 {
		t.Errorf("an older revision was saved: %q", drafts.texts)
	}
}

func TestSaverForgets(t *testing.T) {
	clock, drafts, slow := &stepClock{}, &savedDrafts{}, &slowSaves{}
	s := newDraftSaver(journal.Draft{}, drafts.save, slow.later, clock.after)
	s.Change(rawAnswer("1"))
	clock.pass(time.Second)
	told := false
	s.Flush(func(error) { told = true })
	s.Clear()
	if d, dirty := s.Dirty(); dirty || d.Answer != nil || !told {
		t.Error("words are still there")
	}
	slow.answer()
	if len(drafts.texts) != 1 {
		t.Error("a running save must not be cut short")
	}
	s.Change(rawAnswer("2"))
	clock.pass(time.Minute)
	if len(slow.answers) != 0 {
		t.Error("saved after it was cleared")
	}
}
