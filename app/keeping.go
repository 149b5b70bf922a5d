package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// buildKeeping makes the pages of what happens between the sittings.
func (p *program) buildKeeping(r route) fyne.CanvasObject {
	switch r.place {
	case placeAnswer:
		return p.answerPage()
	case placeAnswers:
		return p.answersPage(r.id)
	case placeSitting:
		return p.sittingPage(r.id)
	case placeReviews:
		return p.reviewsPage(r.id)
	case placeNameSlip:
		return p.nameSlipPage(r.id)
	case placeSlip:
		return p.slipPage(r.id)
	case placeRest:
		return p.restPage()
	case placeCarrying:
		return p.carryingPage()
	case placeCalm:
		return p.calmPage()
	default:
		return p.buildEnding(r)
	}
}

// slipPage shows one slip, and the way to mend it.
func (p *program) slipPage(id string) fyne.CanvasObject {
	if _, ok := p.journal.State().Slip(id); !ok {
		return nil
	}
	s := screens.NewSlipPage(p.journal, p.tasks.run, p.tasks.after, id)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnHandOver = func() { p.handOver(p.journal.Holder().Other()) }
	s.OnAgreement = p.agreement
	s.OnChange = p.changeAgreement
	s.OnStrike = func(id string) { p.goTo(route{placeStrike, string(journal.ThingSlip) + ":" + id}) }
	s.Reload()
	return s
}

// nameSlipPage names a slip of one agreement.
func (p *program) nameSlipPage(agreement string) fyne.CanvasObject {
	if _, ok := p.journal.State().Agreement(agreement); !ok {
		return nil
	}
	s := screens.NewNameSlip(p.journal, p.tasks.run, p.tasks.after, agreement)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnNamed = func(slip string) { p.show(route{placeSlip, slip}) }
	s.OnSurface = func() { p.visit(placeRest) }
	return s
}

// agreement goes to one agreement.
func (p *program) agreement(id string) {
	p.openThing(journal.Thing{Kind: journal.ThingAgreement, ID: id})
}

// changeAgreement opens the form for a new version of an agreement.
func (p *program) changeAgreement(id string) {
	p.flush(func() {
		p.show(route{placeAgreements, string(journal.ThingAgreement) + ":" + id})
		if s, ok := p.page.(*screens.Agreements); ok {
			s.ChangeAgreement(id)
		}
	})
}

// restPage is for something new from before.
func (p *program) restPage() fyne.CanvasObject {
	s := screens.NewSurfaced(p.journal, p.tasks.run)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnHelp = func() { p.visit(placeHelp) }
	s.Reload()
	return s
}

// carryingPage is read once, by a partner who carries the work alone.
func (p *program) carryingPage() fyne.CanvasObject {
	s := screens.NewCarrying(p.journal, p.tasks.run)
	s.OnFocus = p.focusOn
	s.OnDone = func() { p.show(route{place: placeToday}) }
	s.OnTalk = func() { p.visit(placePath) }
	s.OnHelp = func() { p.visit(placeHelp) }
	return s
}

// calm goes to the trigger plan and two minutes of grounding, from wherever they are.
func (p *program) calm() { p.visit(placeCalm) }

func (p *program) calmPage() fyne.CanvasObject {
	s := screens.NewCalm(p.journal.State(), p.tasks.after)
	s.OnFocus, s.OnBack, s.OnPause = p.focusOn, p.back, p.pause
	s.OnHelp = func() { p.visit(placeHelp) }
	s.Reload()
	return s
}

// checkInsPage is the place of the check-ins.
func (p *program) checkInsPage() fyne.CanvasObject {
	s := screens.NewCheckIns(p.journal, p.course(), p.tasks.run)
	s.OnFocus = p.focusOn
	s.OnAnswer = func() { p.visit(placeAnswer) }
	s.OnOpened = func(id string) { p.goTo(route{placeAnswers, id}) }
	s.OnSheet = func() { p.goTo(route{placeSheet, sheetCheckIn}) }
	s.OnHandOver = func() { p.handOver(p.journal.Holder().Other()) }
	s.Reload()
	return s
}

// answerPage is the holder's check-in.
func (p *program) answerPage() fyne.CanvasObject {
	s := screens.NewCheckInAnswer(screens.CheckInSetup{
		Journal: p.journal, Course: p.course(), Later: p.tasks.run, After: p.tasks.after, Now: now,
	})
	s.OnFocus = p.focusOn
	s.OnHelp = func() { p.visit(placeHelp) }
	s.OnSealed = func() { p.show(route{place: placeCheckIns}) }
	return s
}

// answersPage shows check-ins that both opened at one moment.
func (p *program) answersPage(id string) fyne.CanvasObject {
	state := p.journal.State()
	i := slices.IndexFunc(state.CheckIns, func(o journal.OpenedCheckIns) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	s := screens.NewCheckInOpened(state, state.CheckIns[i], now())
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnStrike = func() { p.goTo(route{placeStrike, string(journal.ThingCheckIn) + ":" + id}) }
	s.Reload()
	return s
}

// sittingPage shows how one sitting was closed.
func (p *program) sittingPage(id string) fyne.CanvasObject {
	closing, ok := p.closing(id)
	if !ok {
		return nil
	}
	s := screens.NewSittingPage(p.journal.State(), closing, now())
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnStrike = func() { p.goTo(route{placeStrike, string(journal.ThingSitting) + ":" + id}) }
	s.Reload()
	return s
}

// closing finds how a sitting was closed.
func (p *program) closing(id string) (journal.Closing, bool) {
	all := p.journal.State().Sittings
	i := slices.IndexFunc(all, func(c journal.Closing) bool { return c.Event == id })
	if i < 0 {
		return journal.Closing{}, false
	}
	return all[i], true
}

// reviewsAhead is the id of the reviews that begin with the shelf of agreements,
// and so hold what is due in the next days as well.
const reviewsAhead = "ahead"

// reviewsPage walks through the agreements that are due.
func (p *program) reviewsPage(id string) fyne.CanvasObject {
	s := screens.NewReviews(p.journal, p.tasks.run, id == reviewsAhead)
	s.OnFocus, s.OnDone = p.focusOn, p.back
	s.OnChange, s.OnLeave = p.changeAgreement, p.leaveAgreement
	s.OnSlipPage = func(id string) { p.goTo(route{placeSlip, id}) }
	s.Reload()
	return s
}

// leaveAgreement opens the card with which an agreement is left.
func (p *program) leaveAgreement(id string) {
	p.flush(func() {
		p.show(route{placeAgreements, string(journal.ThingAgreement) + ":" + id})
		if s, ok := p.page.(*screens.Agreements); ok {
			s.LeaveAgreement(id)
		}
	})
}
