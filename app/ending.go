package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens"
)

// buildEnding makes the pages on which the work comes to its end.
func (p *program) buildEnding(r route) fyne.CanvasObject {
	switch r.place {
	case placeEnding:
		return p.endingPage()
	case placeTelling:
		return p.tellingPage()
	case placeLastWords:
		return p.lastWordsPage()
	default:
		return nil
	}
}

func (p *program) endingPage() *screens.Ending {
	s := screens.NewEnding(p.journal, p.tasks.run)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnHelp = func() { p.visit(placeHelp) }
	s.OnTelling = func() { p.visit(placeTelling) }
	s.OnLastWords = func() { p.visit(placeLastWords) }
	s.OnSummary = func() { p.visit(placeSummary) }
	s.OnCopy = func() { p.visit(placeSettings) }
	s.OnAgreement = p.agreement
	s.OnAgree = p.proposeAtTheEnd
	s.Reload()
	return s
}

// proposeAtTheEnd opens the form of an agreement that can stay when a couple parts.
func (p *program) proposeAtTheEnd(d course.AgreementDraft) { p.propose("", d, "") }

// tellingPage is read before the children are told.
func (p *program) tellingPage() fyne.CanvasObject {
	if e, ending := p.journal.State().Ending(); !ending || e.Over() {
		s := screens.NewReading(p.course().Ending, screens.GoOnWords())
		s.OnFocus, s.OnBack, s.OnRead = p.focusOn, p.back, p.back
		return s
	}
	s := screens.NewReading(p.course().Ending, lang.L("Write down what stays for them"))
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnRead = func() { p.proposeAtTheEnd(screens.ChildrenDraft()) }
	return s
}

func (p *program) lastWordsPage() *screens.LastWords {
	s := screens.NewLastWords(p.journal, p.tasks.run, p.tasks.after)
	s.OnFocus, s.OnBack = p.focusOn, p.back
	s.OnStrike = func(event string) { p.goTo(route{placeStrike, string(journal.ThingLastWords) + ":" + event}) }
	s.Reload()
	return s
}

// struckLastWords finds the last words that are to be struck out.
func (p *program) struckLastWords(event string) (thing journal.Thing, title string, ok bool) {
	for _, m := range p.journal.State().Moments {
		if m.Event == event {
			return m.Thing, lang.L("Last words"), true
		}
	}
	return journal.Thing{}, "", false
}
