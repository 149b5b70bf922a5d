package app

import (
	"context"
	"errors"
	"sync"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

// maker makes the journal of a first sitting where the program keeps it. It
// works in the background, so the program takes the journal over only when the
// first sitting has begun.
type maker struct {
	path    string
	options journal.Options

	mu   sync.Mutex
	made *journal.Journal
}

func (p *program) newMaker() *maker {
	p.maker = &maker{path: p.path, options: p.options(), made: p.journal}
	return p.maker
}

func (m *maker) journal() *journal.Journal {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.made
}

func (m *maker) set(j *journal.Journal) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made = j
}

// Create makes the file with the first partner.
func (m *maker) Create(ctx context.Context, n journal.Newcomer) (string, error) {
	if err := makeFolder(m.path); err != nil {
		return "", err
	}
	j, words, err := journal.Create(ctx, m.path, m.options, n)
	if err == nil {
		m.set(j)
	}
	return words, err
}

// Join adds the second partner.
func (m *maker) Join(ctx context.Context, n journal.Newcomer) (string, error) {
	j := m.journal()
	if j == nil {
		return "", journal.ErrNotPresent
	}
	return j.Join(ctx, n)
}

// Destroy leaves no file.
func (m *maker) Destroy(context.Context) error {
	j := m.journal()
	if j == nil {
		return nil
	}
	if err := j.Destroy(); err != nil {
		return err
	}
	m.set(nil)
	return nil
}

func (p *program) showFirstSitting() {
	m := p.newMaker()
	s := screens.NewFirstSitting(m, p.tasks.run, p.course().About, p.course().Safety)
	s.OnFocus = p.focusOn
	s.OnBegun = func() {
		p.journal, p.guided = m.journal(), true
		p.begin(route{placeExercise, firstExercise})
	}
	s.OnStopped = p.stopped
	s.OnBack = p.leave
	s.OnHelp = func() { p.showHelpBare(func() { p.bare(s) }) }
	p.bare(s)
}

// stopped begins anew after the file was deleted.
func (p *program) stopped() {
	p.journal, p.guided, p.history = nil, false, history{}
	p.setTheme()
	p.showFirstSitting()
}

// joining lets the second partner join a journal that the first began alone.
func (p *program) joining() {
	state := p.journal.State()
	s := screens.NewJoining(p.newMaker(), p.tasks.run, p.course().Safety, state.Person(journal.First), state.Apart)
	s.OnFocus = p.focusOn
	s.OnBegun = func() { p.begin(route{place: placeToday}) }
	s.OnBack = func() { p.begin(route{place: placeToday}) }
	s.OnStopped = p.stopped
	s.OnHelp = func() { p.showHelpBare(func() { p.bare(s) }) }
	p.bare(s)
}

func (p *program) showUnlock() {
	p.setTheme() // before the screen: a new theme makes the toolkit read its fonts anew
	s := screens.NewUnlock(p.journal, p.tasks.run, p.tasks.after, widgets.NewMark(130))
	s.OnFocus = p.focusOn
	s.OnAlone = func(journal.Partner) { p.begin(route{place: placeToday}) }
	s.OnTogether = func() { p.begin(route{place: placeToday}) }
	s.OnHelp = func() { p.showHelpBare(p.showUnlock) }
	p.bare(s)
}

// showHelpBare shows Help & safety to who has not unlocked, or on a cover.
func (p *program) showHelpBare(back func()) {
	s := p.newSafety(screens.SafetySetup{Bare: true})
	s.OnBack = back
	s.OnCalm = func() { p.showCalmBare(func() { p.showHelpBare(back) }) }
	p.bare(s)
}

// showCalmBare shows the two minutes to who has not unlocked, or on a cover,
// without the plan of the couple.
func (p *program) showCalmBare(back func()) {
	s := screens.NewCalm(journal.State{}, p.tasks.after)
	s.OnFocus, s.OnBack, s.OnHelp = p.focusOn, back, back
	s.Reload()
	p.bare(s)
}

// begin enters the journal: what runs in the background starts, and a page is shown.
func (p *program) begin(r route) {
	p.setTheme()
	if p.evening == nil {
		p.evening = &screens.Evening{Began: now()}
	}
	p.lastInput = now()
	p.show(r)
	j := p.journal
	p.tasks.run(func(ctx context.Context) error { return housekeeping(ctx, j) }, func(err error) {
		if err == nil && p.unlocked() && len(p.journal.Faults()) > 0 {
			p.refresh()
		}
	})
}

// housekeeping verifies signatures, prepares the search, takes what was erased out
// of backups that it could not be taken out of before, and makes the day's backup.
func housekeeping(ctx context.Context, j *journal.Journal) error {
	if _, err := j.Verify(ctx); err != nil {
		return err
	}
	if err := j.Prepare(ctx); err != nil {
		return err
	}
	return errors.Join(j.FinishErasing(ctx), j.DailyBackup(ctx))
}

// firstExercise is the first thing that both open together.
const firstExercise = "before.here"

// pauseWord gives the draft of the couple's first agreement, from the course.
func (p *program) pauseWord() (course.AgreementDraft, bool) {
	e, ok := p.course().Exercise("before.how")
	if !ok {
		return course.AgreementDraft{}, false
	}
	for _, part := range e.Parts {
		if part.Kind == course.Agree && part.Draft != nil {
			return *part.Draft, true
		}
	}
	return course.AgreementDraft{}, false
}
