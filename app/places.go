package app

import (
	"context"
	"io/fs"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/help"
	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// build makes the page of a route with everything it needs, or nil when there is
// nothing to show.
func (p *program) build(r route) fyne.CanvasObject {
	switch r.place {
	case placeToday:
		return p.todayPage()
	case placePath:
		return p.pathPage()
	case placeStep:
		return p.stepPage(r.id)
	case placeSafety:
		return p.safetyBefore(r.id)
	case placeExercise:
		return p.exercisePage(r.id)
	case placeAgreements:
		return p.agreementsPage(r.id)
	case placeTimeline:
		return p.timelinePage()
	case placeCheckIns:
		return p.checkInsPage()
	case placeSummary:
		return p.summaryPage()
	case placeSettings:
		return p.settingsPage()
	case placeHelp:
		return p.helpPage()
	case placeClosing:
		return p.closingPage()
	case placeWords:
		return p.wordsPage()
	case placePlans:
		return p.plansPage(r.id)
	case placeReflection:
		return p.reflectionPage(r.id)
	case placeSheet:
		return p.sheetPage(r.id)
	case placeStrike:
		return p.strikePage(r.id)
	case placeCopy:
		return p.copyPage()
	case placeDelete:
		return p.deletePage()
	default:
		return p.buildKeeping(r)
	}
}

func (p *program) pathPage() *screens.Path {
	s := screens.NewPath(p.journal, p.course())
	s.OnFocus = p.focusOn
	s.OnStep = func(id string) { p.goTo(route{placeStep, id}) }
	return s
}

// safetyBefore shows the safety page before a step, and notes only that it was shown.
func (p *program) safetyBefore(step string) *screens.Reading {
	s := screens.NewReading(p.course().Safety, screens.GoOnWords())
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnRead = func() {
		p.tasks.run(p.noteSafety(step), func(error) { p.show(route{placeStep, step}) })
	}
	return s
}

func (p *program) helpPage() *screens.Safety {
	s := p.newSafety(screens.SafetySetup{Plans: p.journal.State().Plans()})
	s.OnPlan = func(kind string) { p.goTo(route{placePlans, kind}) }
	s.OnBack, s.OnCalm = p.back, p.calm
	s.OnEnding = func() { p.visit(placeEnding) }
	return s
}

// newSafety makes Help & safety from what is built in.
func (p *program) newSafety(setup screens.SafetySetup) *screens.Safety {
	setup.Page, setup.Lines, setup.Region = p.course().Safety, builtInHelp(), help.Region(os.Getenv)
	s := screens.NewSafety(setup)
	s.OnFocus, s.OnCopy = p.focusOn, p.copyOut
	return s
}

// builtInHelp are the help lines that are part of the program. A test reads them
// too: what is built in can't fail to be read later.
func builtInHelp() help.Lines {
	built, err := fs.Sub(assets.FS, "help")
	if err != nil {
		return nil
	}
	lines, err := help.Load(built)
	if err != nil {
		return nil
	}
	return lines
}

// plansPage shows one of the couple's plans.
func (p *program) plansPage(kind string) *screens.Plans {
	s := screens.NewPlans(p.journal.State(), now(), kind)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnHelp = func() { p.visit(placeHelp) }
	s.OnExercise = func(id string) { p.goTo(route{placeExercise, id}) }
	s.Reload()
	return s
}

// reflectionPage shows what was opened or shared once, for reading.
func (p *program) reflectionPage(id string) fyne.CanvasObject {
	state := p.journal.State()
	r, ok := state.Reflection(id)
	if !ok {
		return nil
	}
	s := screens.NewOpened(state, p.course(), r, now())
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnStrike = func() { p.goTo(route{placeStrike, id}) }
	s.OnTakeBack = func() { p.tasks.run(p.takeBack(id), func(error) { p.refresh() }) }
	s.Holder = p.journal.Holder()
	s.OnMark = func(part, mark string) {
		p.tasks.run(func(ctx context.Context) error { return p.journal.MarkGuess(ctx, id, part, mark) }, func(error) {})
	}
	s.Reload()
	return s
}

// strikePage is where both strike out what was opened or shared once: a
// reflection, or the thing that the id names with its kind.
func (p *program) strikePage(id string) fyne.CanvasObject {
	thing, title, ok := p.struckThing(id)
	if !ok {
		return nil
	}
	s := screens.NewStrike(p.journal, p.tasks.run, thing, title).Alone()
	s.OnKeep = p.back
	s.OnStruck = func() {
		if p.page == fyne.CanvasObject(s) { // nobody has locked or covered it meanwhile
			p.back()
		}
	}
	return s
}

// struckThing finds what is to be struck out, and what the couple calls it.
func (p *program) struckThing(id string) (thing journal.Thing, title string, ok bool) {
	state := p.journal.State()
	kind, of, named := strings.Cut(id, ":")
	switch {
	case !named:
		r, found := state.Reflection(id)
		return journal.Thing{Kind: journal.ThingReflection, ID: id}, r.Title, found
	case kind == string(journal.ThingLastWords):
		return p.struckLastWords(of)
	case kind == string(journal.ThingSlip):
		slip, found := state.Slip(of)
		a, _ := state.Agreement(slip.Agreement)
		return journal.Thing{Kind: journal.ThingSlip, ID: of}, a.Title(), found
	case kind == string(journal.ThingSitting):
		_, found := p.closing(of)
		return journal.Thing{Kind: journal.ThingSitting, ID: of}, lang.L("How you closed a sitting"), found
	default:
		return journal.Thing{Kind: journal.ThingCheckIn, ID: of}, lang.L("Check-ins, opened together"), true
	}
}

func (p *program) takeBack(event string) func(context.Context) error {
	return func(ctx context.Context) error { return p.journal.TakeBackEvent(ctx, event) }
}

func (p *program) exercisePage(id string) fyne.CanvasObject {
	e, ok := p.course().Exercise(id)
	if !ok {
		return nil
	}
	s := screens.NewExercise(screens.ExerciseSetup{
		Journal: p.journal, Course: p.course(), Exercise: e, Hints: p.hints(),
		Later: p.tasks.run, After: p.tasks.after, Now: now, Evening: p.evening,
	})
	s.OnFocus = p.focusOn
	s.OnHandOver = func() { p.handOver(p.journal.Holder().Other()) }
	s.OnPause = p.pause
	s.OnHelp = func() { p.visit(placeHelp) }
	s.OnTurns = func(running bool) { p.turning = running }
	s.OnAgree = func(d course.AgreementDraft, text string) { p.propose(e.ID, d, text) }
	s.OnStrike = func(id string) { p.goTo(route{placeStrike, id}) }
	s.OnSheet = func() { p.goTo(route{placeSheet, id}) }
	s.OnLeave = func() { p.leaveExercise(e) }
	return s
}

// leaveExercise goes back to the step; in the first sitting, once the first
// answers are open, the pause word comes next.
func (p *program) leaveExercise(e course.Exercise) {
	opened := p.journal.Progress(e.ID).Opened
	if d, ok := p.pauseWord(); ok && p.guided && opened && e.ID == firstExercise {
		p.propose("before.how", d, "")
		return
	}
	p.goTo(route{placeStep, e.Step})
}

// propose opens the form of a new agreement with what an exercise offers.
func (p *program) propose(exercise string, d course.AgreementDraft, text string) {
	if text == "" {
		text = d.Text
	}
	terms := journal.Terms{
		Kind: journal.AgreementKind(d.Kind), Title: d.Title, Text: text, Why: d.Why, Exercise: exercise,
	}
	p.flush(func() {
		p.show(route{place: placeAgreements})
		s, ok := p.page.(*screens.Agreements)
		switch {
		case !ok:
		case d.Kind == screens.BoundaryDraft:
			s.SetBoundaryFrom(d.Title, text)
		default:
			s.ProposeFrom(terms)
		}
	})
}

func (p *program) agreementsPage(id string) *screens.Agreements {
	s := screens.NewAgreements(p.journal, p.tasks.run)
	s.OnFocus, s.OnHandOver = p.focusOn, p.handOver
	s.OnChanged = p.agreed
	s.OnSlip = func(id string) { p.goTo(route{placeNameSlip, id}) }
	s.OnSlipPage = func(id string) { p.goTo(route{placeSlip, id}) }
	s.OnReview = func() { p.goTo(route{placeReviews, reviewsAhead}) }
	s.OnPicked = func(t journal.Thing) {
		p.history.replace(route{placeAgreements, string(t.Kind) + ":" + t.ID})
	}
	if kind, thing, ok := strings.Cut(id, ":"); ok {
		s.ShowThing(journal.Thing{Kind: journal.ThingKind(kind), ID: thing})
	} else {
		s.Reload()
	}
	return s
}

// agreed leads on in the first sitting: once the pause word is signed by both,
// the sitting can be closed.
func (p *program) agreed() {
	if !p.guided {
		return
	}
	for _, a := range p.journal.State().Agreements {
		if _, inForce := a.InForce(p.journal.Today()); inForce {
			p.show(route{place: placeClosing})
			return
		}
	}
}

func (p *program) timelinePage() *screens.Timeline {
	s := screens.NewTimeline(p.journal, p.tasks.run, p.tasks.after)
	s.OnThing = p.openThing
	s.Reload()
	if p.history.current().place == placeTimeline { // they come back, and do not begin anew
		s.GoTo(p.timelineAt)
	}
	return s
}

func (p *program) settingsPage() *screens.Settings {
	s := screens.NewSettings(p.journal, p.prefs, p.tasks.run, version)
	s.OnFocus = p.focusOn
	s.OnLook = p.refresh
	s.OnRenamed = func() { p.setTheme(); p.refresh() }
	s.OnWords = func() { p.goTo(route{place: placeWords}) }
	s.OnRestore = p.restore
	s.OnEnding = func() { p.visit(placeEnding) }
	s.OnCopy = func() { p.goTo(route{place: placeCopy}) }
	s.OnDelete = func() { p.goTo(route{place: placeDelete}) }
	return s
}
