package app

import (
	"fyne.io/fyne/v2"

	"goldseam.app/screens"
)

func (p *program) todayPage() *screens.Today {
	s := screens.NewToday(p.journal, p.course())
	s.OnFocus = p.focusOn
	s.OnExercise = func(id string) { p.goTo(route{placeExercise, id}) }
	s.OnStep = func(id string) { p.goTo(route{placeStep, id}) }
	s.OnPath = func() { p.visit(placePath) }
	s.OnThing = p.openThing
	s.OnPlan = func(kind string) { p.goTo(route{placePlans, kind}) }
	s.OnCalm = p.calm
	s.OnCheckIn = func() { p.visit(placeAnswer) }
	s.OnCheckIns = func() { p.visit(placeCheckIns) }
	s.OnReview = func() { p.visit(placeReviews) }
	s.OnRest = func() { p.visit(placeRest) }
	s.OnCarrying = func() { p.visit(placeCarrying) }
	s.OnWords = func() { p.goTo(route{place: placeWords}) }
	s.OnJoin = p.joining
	s.OnEnding = func() { p.visit(placeEnding) }
	s.OnClose = func() { p.goTo(route{place: placeClosing}) }
	return s
}

func (p *program) stepPage(id string) fyne.CanvasObject {
	step, ok := p.course().Step(id)
	if !ok {
		return nil
	}
	s := screens.NewStep(p.journal, p.tasks.run, step)
	s.OnFocus = p.focusOn
	s.OnPath = func() { p.visit(placePath) }
	s.OnExercise = func(id string) { p.goTo(route{placeExercise, id}) }
	s.OnSafety = func(step string) { p.goTo(route{placeSafety, step}) }
	return s
}
