package screens

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// StrikeJournal is what striking out needs from the journal.
type StrikeJournal interface {
	State() journal.State
	Today() journal.Day
	Both() bool
	Strike(ctx context.Context, event string) error
}

// Strike asks both whether a shared text goes for good (promise 7). It says what
// goes, what stays, and what can't be reached.
type Strike struct {
	writingForm
	OnKeep   func() // they keep it, or they have read why it can't be done now
	OnStruck func() // the words are gone

	journal StrikeJournal
	later   Background
	thing   journal.Thing
	others  *strikeOthers
	gone    bool // here, but not in every backup
}

// NewStrike makes the page for a thing whose words were shared, known to the
// couple by its title.
func NewStrike(j StrikeJournal, later Background, thing journal.Thing, title string) *Strike {
	s := &Strike{journal: j, later: later, thing: thing}
	s.prepare(lang.L("Strike out for good?"), lang.L("Strike out for good"), s.strike)
	s.save.Kind = widgets.Gold
	s.cancel.SetText(lang.L("Keep it"))
	s.OnCancel = s.leave
	if !j.Both() {
		s.save.Hide()
		s.cancel.SetText(lang.L("Back"))
		s.column.Objects = []fyne.CanvasObject{widgets.NewText(title, widgets.Heading), widgets.NewText(
			lang.L("Striking out takes both of you, here together. It can wait until then; nothing was changed."), widgets.Body)}
	} else {
		s.others = newStrikeOthers(s.relayout)
		s.column.Objects = s.consequences(title)
		s.others.find(j, later, thing)
	}
	s.ExtendBaseWidget(s)
	return s
}

// FirstFocus is on keeping it.
func (s *Strike) FirstFocus() fyne.Focusable { return s.cancel }

// Alone gives the page room at its edges, for where no other screen holds it.
func (s *Strike) Alone() *Strike {
	s.box = widgets.Pad(screenTop, screenSide, 0, screenSide, widgets.Fill(s.box))
	return s
}

// relayout draws the page anew once the other places are known.
func (s *Strike) relayout() { s.box.Refresh() }

// consequences says in words what striking out does.
func (s *Strike) consequences(title string) []fyne.CanvasObject {
	goes := lang.L("The words go, with their title. They go from the journal and from the backups in its folder. Nobody can bring them back.")
	stays := lang.L("Their place stays: the day, whose words they were, and that you both struck them out.")
	beyond := lang.L("Summaries that you saved, printed pages, and copies of the journal kept elsewhere still have them. Those are yours to look after.")
	switch s.thing.Kind {
	case journal.ThingSlip:
		goes = lang.L("Both accounts go, and all that was said towards mending. They go from the journal and from the backups in its folder. Nobody can bring them back.")
		stays = lang.L("Its place stays: the day, that it was named, and that it was mended, if it was.")
	case journal.ThingSitting:
		goes = lang.L("The words that you closed with go, and the small thing. They go from the journal and from the backups in its folder. Nobody can bring them back.")
		stays = lang.L("Its place stays: the day, who was here, and when the next time was to be.")
	case journal.ThingCheckIn:
		goes = lang.L("These answers go, with their numbers, their words and what you marked as kept. They go from the journal and from the backups in its folder. Nobody can bring them back.")
	case journal.ThingLastWords:
		goes = lang.L("The last words go. They go from the journal and from the backups in its folder. Nobody can bring them back.")
	case journal.ThingAgreement, journal.ThingBoundary:
		goes = lang.L("The words of every version go, with their titles. They go from the journal and from the backups in its folder. Nobody can bring them back.")
		stays = lang.L("Its place stays: its days, who set or signed it, and that you both struck it out.")
	}
	return []fyne.CanvasObject{
		widgets.NewText(title, widgets.Heading),
		labelled(lang.L("What goes"), widgets.NewText(goes, widgets.Body)),
		labelled(lang.L("What stays"), widgets.NewText(stays, widgets.Body)),
		labelled(lang.L("What can’t be reached"), widgets.NewText(beyond, widgets.Body)),
		s.others.box,
		widgets.NewText(lang.L("It is for both of you to decide. If one of you is unsure, keep it; you can come back at any time."), widgets.Muted),
	}
}

// strike takes out every wording that is still there, newest first, so that the
// title goes before the rest.
func (s *Strike) strike() {
	if s.save.Disabled() {
		return
	}
	s.Busy(true)
	s.Problem(nil)
	events := s.events()
	s.later(func(ctx context.Context) error {
		var errs []error
		for _, event := range events { // one backup that can't be changed keeps none of the others here
			errs = append(errs, s.journal.Strike(ctx, event))
		}
		return errors.Join(errs...)
	}, s.struck)
}

// events are all that is to be struck out and is not yet.
func (s *Strike) events() []string {
	state := s.journal.State()
	return append(strikeable(state, s.thing), s.others.ticked(state)...)
}

func (s *Strike) struck(err error) {
	s.Busy(false)
	if err == nil {
		tellIf(s.OnStruck)
		return
	}
	s.Problem(err)
	if len(s.events()) > 0 {
		return
	}
	s.gone = true
	s.save.Hide()
	s.cancel.SetText(lang.L("Go on"))
	s.calm.SetText(lang.L("The words are gone from the journal. One of the backups in its folder could not be changed and may still have them. Goldseam tries again each time you unlock. You can also delete that backup yourselves."))
	s.box.Refresh()
}

func (s *Strike) leave() {
	if s.gone {
		tellIf(s.OnStruck)
		return
	}
	tellIf(s.OnKeep)
}

// strikeable gives the events that hold the words of a thing and are not struck
// out yet, newest first.
func strikeable(state journal.State, thing journal.Thing) []string {
	var events []string
	for i := len(state.Moments) - 1; i >= 0; i-- {
		m := state.Moments[i]
		if m.Thing == thing && holdsWords(m) && !m.Struck {
			events = append(events, m.Event)
		}
	}
	return events
}

// holdsWords tells the moments whose words can be struck out as the words of a
// thing. That something was mended has no words.
func holdsWords(m journal.Moment) bool {
	switch m.Kind {
	case journal.KindOpened, journal.KindShared, journal.KindProposed, journal.KindSet,
		journal.KindSlip, journal.KindSlipAnswer, journal.KindCheckIn, journal.KindSitting, journal.KindLastWords:
		return true
	case journal.KindRepair:
		return m.By != journal.Nobody
	default:
		return false
	}
}
