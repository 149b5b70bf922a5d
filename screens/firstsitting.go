package screens

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Maker makes the journal of a first sitting, lets the second partner join, and
// leaves no file when they stop. Destroy when nothing was made is no error.
type Maker interface {
	Create(ctx context.Context, n journal.Newcomer) (words string, err error)
	Join(ctx context.Context, n journal.Newcomer) (words string, err error)
	Destroy(ctx context.Context) error
}

// FirstSitting leads from nothing to a journal that both can open. The same
// forms let a second partner join later; see NewJoining.
type FirstSitting struct {
	moving

	OnBegun   func() // the journal is made, and all who are here have joined
	OnStopped func() // they stopped, and no file is left
	OnBack    func() // back from the first page
	OnHelp    func() // Help & safety, and back to this page as it is

	maker   Maker
	later   Background
	about   course.Page
	safety  course.Page
	joining bool // the second partner joins a journal that exists

	at     stage
	holder journal.Partner // whose private pages are open
	pages  map[stage]*sittingPage
	names  *namesForm
	turns  [2]*turn
	read   [2]bool // who has read the safety page
	made   *journal.Newcomer

	line  calmLine
	back  *widgets.Button
	next  *widgets.Button
	stop  *StopAndDelete
	steps *progressLine
	asks  int // counts what was asked of the maker, so that late answers change nothing
}

// NewFirstSitting makes the screen for a journal that does not exist yet.
func NewFirstSitting(m Maker, later Background, about, safety course.Page) *FirstSitting {
	s := newSitting(m, later, about, safety)
	s.names = newNamesForm(s.relayout)
	s.prepare(stage{kind: stageAbout})
	return s
}

// NewJoining makes the screen for the second partner of a journal that the first
// began alone. The first must be present.
func NewJoining(m Maker, later Background, safety course.Page, first journal.Person, apart bool) *FirstSitting {
	s := newSitting(m, later, course.Page{}, safety)
	s.joining = true
	s.names = newJoiningForm(first, apart, s.relayout)
	s.prepare(stage{stageSafety, journal.Second})
	return s
}

func newSitting(m Maker, later Background, about, safety course.Page) *FirstSitting {
	s := &FirstSitting{maker: m, later: later, about: about, safety: safety}
	s.place = newPlace()
	s.line = newCalmLine(s.relayout)
	s.back = widgets.NewButton(lang.L("Back"), widgets.Plain, s.goBack)
	s.next = widgets.NewButton("", widgets.Primary, s.goOn)
	s.steps = newProgressLine()
	s.stop = NewStopAndDelete(m, later)
	s.stop.OnStopped = s.stopped
	s.stop.OnResized = s.relayout
	s.stop.onBusy = func(busy bool) { enable(!busy, s.next, s.back) }
	s.ExtendBaseWidget(s)
	return s
}

// prepare builds the pages and shows the first.
func (s *FirstSitting) prepare(first stage) {
	s.turns = [2]*turn{newTurn(journal.First, s.relayout), newTurn(journal.Second, s.relayout)}
	s.pages = map[stage]*sittingPage{}
	for _, p := range s.allPages() {
		s.pages[p.stage] = p
	}
	s.enterGoesOn()
	s.enter(first)
}

// enterGoesOn lets the Enter key in the last field of a page go on.
func (s *FirstSitting) enterGoesOn() {
	goOn := func(string) { s.goOn() }
	s.names.names[0].Entry.OnSubmitted = func(string) {
		if s.names.alone() {
			s.goOn()
			return
		}
		s.aim(s.names.names[1].Entry)
	}
	s.names.names[1].Entry.OnSubmitted = goOn
	for _, t := range s.turns {
		t.pass.typed.Entry.OnSubmitted = func(string) { s.aim(t.pass.again.Entry) }
		t.code.typed.Entry.OnSubmitted = func(string) { s.aim(t.code.again.Entry) }
		t.pass.again.Entry.OnSubmitted, t.code.again.Entry.OnSubmitted = goOn, goOn
	}
}

func (s *FirstSitting) relayout() { s.place.Refresh() }

// Clear forgets everything that was typed.
func (s *FirstSitting) Clear() {
	s.asks++
	s.made = nil
	for _, t := range s.turns {
		t.reset()
	}
}

// enter shows a stage, behind a cover when the laptop has to change hands first.
func (s *FirstSitting) enter(to stage) {
	s.line.say("")
	if !to.private() {
		s.holder = journal.Nobody
	} else if s.holder != to.of {
		s.cover(to)
		return
	}
	s.at = to
	p := s.pages[to]
	s.next.SetText(p.next)
	s.show(s.frame(p.body), p.focus)
}

// frame stands around each page: how far it is, and the ways on and back.
func (s *FirstSitting) frame(body fyne.CanvasObject) fyne.CanvasObject {
	s.steps.set(s.number(), s.total())
	foot := widgets.Wrap(12, s.back, s.next)
	if p := s.pages[s.at]; p.other != nil {
		foot.Add(p.other)
	}
	foot.Add(widgets.NewSmallButton(lang.L("Help & safety"), widgets.Quiet, func() { tellIf(s.OnHelp) }))
	s.stop.Hide()
	if !s.joining && (s.at.private() || s.made != nil) {
		s.stop.Show()
	}
	s.back.Hidden = s.at == s.order()[0] && s.OnBack == nil
	return framedPage(newHead(s.steps), body, s.line.Text, foot, s.stop)
}

// goOn checks the page and goes to the next, or makes the journal first.
func (s *FirstSitting) goOn() {
	if s.next.Disabled() || !s.pages[s.at].check() {
		s.relayout()
		return
	}
	switch {
	case s.at.kind != stageRole:
		s.enter(s.following())
	case s.at.of == journal.First:
		s.create()
	default:
		s.join()
	}
}

func (s *FirstSitting) goBack() {
	order := s.order()
	for i, st := range order {
		if st != s.at {
			continue
		}
		if i == 0 {
			tellIf(s.OnBack)
			return
		}
		s.enter(order[i-1])
	}
}

// following is the stage after this one. Who begins together but has not both
// read the safety page reads it first.
func (s *FirstSitting) following() stage {
	if s.at.kind == stageNames && !s.names.alone() && !s.read[1] {
		return stage{stageSafety, journal.Second}
	}
	order := s.order()
	for i, st := range order {
		if st == s.at && i+1 < len(order) {
			return order[i+1]
		}
	}
	return s.at
}

// create makes the file for the first partner. Coming back without a change
// keeps the file; a change makes it anew.
func (s *FirstSitting) create() {
	n := s.newcomer(journal.First)
	if s.made != nil && *s.made == n {
		s.created()
		return
	}
	again := s.made != nil
	s.ask(func(ctx context.Context) error {
		if again {
			if err := s.maker.Destroy(ctx); err != nil {
				return err
			}
		}
		_, err := s.maker.Create(ctx, n)
		return err
	}, func() {
		s.made = &n
		s.created()
	})
}

func (s *FirstSitting) created() {
	if s.names.alone() {
		s.begun()
		return
	}
	s.enter(s.following())
}

func (s *FirstSitting) join() {
	n := s.newcomer(journal.Second)
	s.ask(func(ctx context.Context) error {
		_, err := s.maker.Join(ctx, n)
		return err
	}, s.begun)
}

// ask lets the maker work while the buttons wait.
func (s *FirstSitting) ask(work func(context.Context) error, done func()) {
	s.asks++
	asked := s.asks
	enable(false, s.next, s.back, s.stop.start, s.stop.yes)
	s.line.say(waiting())
	s.later(work, func(err error) {
		if asked != s.asks {
			return
		}
		enable(true, s.next, s.back, s.stop.start, s.stop.yes)
		s.line.say(Sentence(err))
		switch {
		case errors.Is(err, journal.ErrSame):
			s.chooseAnew(err)
		case err == nil:
			done()
		}
	})
}

// chooseAnew asks for new passphrases after both chose the same. In a first
// sitting that means both; the file with the old one goes.
func (s *FirstSitting) chooseAnew(same error) {
	s.turns[1].pass.reset()
	if s.joining {
		s.enter(stage{stagePassphrase, journal.Second})
		s.line.say(Sentence(same))
		return
	}
	s.turns[0].pass.reset()
	s.ask(func(ctx context.Context) error { return s.maker.Destroy(ctx) }, func() {
		s.made = nil
		s.holder = journal.Nobody
		s.enter(stage{stagePassphrase, journal.First})
		s.line.say(Sentence(same))
	})
}

func (s *FirstSitting) begun() {
	s.Clear()
	tellIf(s.OnBegun)
}

func (s *FirstSitting) stopped() {
	s.Clear()
	tellIf(s.OnStopped)
}

// newcomer gathers what one partner chose.
func (s *FirstSitting) newcomer(p journal.Partner) journal.Newcomer {
	n := s.names.newcomer(p)
	t := s.turns[p-1]
	n.Passphrase, _ = t.pass.value()
	n.Code, _ = t.code.value()
	n.Role = t.role()
	return n
}
