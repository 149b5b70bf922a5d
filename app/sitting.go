package app

import (
	"context"
	"errors"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

// handOver covers the window until the other partner takes the laptop with their
// code. The page is dropped first, so that nothing of it lies behind the cover.
func (p *program) handOver(to journal.Partner) {
	if !p.journal.Both() {
		return
	}
	p.flush(func() {
		p.journal.Cover()
		people := p.journal.State().People
		s := screens.NewHandOver(p.journal, p.tasks.run, people, to)
		s.OnFocus, s.OnLock = p.focusOn, p.lock
		s.OnTaken = func(journal.Partner) { p.show(p.history.current()) }
		p.bare(s)
	})
}

// pause covers the words. It records nothing.
func (p *program) pause() {
	if !p.unlocked() || p.page == nil {
		return
	}
	p.flush(p.showPause)
}

func (p *program) showPause() {
	s := screens.NewPause(p.people(), now, p.tasks.after)
	s.OnFocus = p.focusOn
	s.OnGoOn = func() { p.show(p.history.current()) }
	s.OnTomorrow, s.OnNotNow = p.lock, p.lock
	s.OnHelp = func() { p.showHelpBare(p.showPause) }
	p.bare(s)
}

// lock saves what is being written, forgets keys and words, and asks who is here.
func (p *program) lock() {
	if !p.unlocked() {
		return
	}
	p.flush(func() {
		p.window.SetContent(cover())
		p.drop()
		p.shell = nil
		p.forgetCopied()
		p.history, p.evening, p.guided, p.timelineAt = history{}, nil, false, screens.TimelinePlace{}
		p.reminders.remember(p.journal)
		p.journal.Lock()
		p.showUnlock()
		p.forgetWords()
	})
}

// leave is for leaving quickly and for closing the window: the cover is there
// before it returns, then what is being written is saved, and the program ends.
func (p *program) leave() {
	if p.leaving {
		return
	}
	p.leaving = true
	page, writes := p.written()
	p.window.SetContent(cover())
	end := func() { p.tasks.run(p.closeJournal, func(error) { p.app.Quit() }) }
	if !writes {
		end()
		return
	}
	page.Flush(end)
}

// keepLast saves the last words when the window has ended without leave: on a
// signal the toolkit ends it by itself. No save runs any more.
func (p *program) keepLast(ctx context.Context) error {
	page, writes := p.written()
	if !writes || !p.unlocked() {
		return nil
	}
	var errs []error
	for _, last := range page.Dirty() {
		for _, kept := range p.journal.Drafts(last.Exercise) {
			if kept.Part == last.Part {
				last.Revision = kept.Revision // of a save that ended after the window
			}
		}
		_, err := p.journal.SaveDraft(ctx, last)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (p *program) closeJournal(context.Context) error {
	j := p.journal
	if j == nil && p.maker != nil {
		j = p.maker.journal()
	}
	if j == nil {
		return nil
	}
	return j.Close()
}

// cover is an empty page.
func cover() *widgets.Ground {
	return widgets.NewGround(widgets.ColorPaper, 0)
}

// closingPage ends the sitting; afterwards the recovery words are due, if they
// are not yet written down.
func (p *program) closingPage() *screens.Closing {
	s := screens.NewClosing(p.journal, p.tasks.run, p.people(), p.journal.Today())
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnClosed = func() {
		p.guided = false
		if _, open := p.journal.RecoveryWords(); open {
			p.show(route{place: placeWords})
			return
		}
		p.show(route{place: placeToday})
	}
	return s
}

// wordsPage shows the holder's recovery words.
func (p *program) wordsPage() *screens.Words {
	name := p.journal.State().Person(p.journal.Holder()).Name
	s := screens.NewWords(p.journal, p.tasks.run, name)
	s.OnFocus = p.focusOn
	s.OnDone = func() { p.show(route{place: placeToday}) }
	s.OnLater = s.OnDone
	return s
}
