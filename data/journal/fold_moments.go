package journal

import (
	"maps"
	"slices"
	"time"
)

// addMoment puts e on the timeline.
func (f *fold) addMoment(e *entry) {
	m := Moment{
		Number: e.seq, Event: e.id, Kind: e.head.Kind, At: e.at, By: e.by(),
		Title: f.momentTitle(e), Version: max(e.head.Facts.Version, e.head.Facts.Edition),
		Thing: f.thingOf(e), Struck: e.struck,
	}
	f.index[e.id] = len(f.state.Moments)
	f.state.Moments = append(f.state.Moments, m)
}

// momentTitle gives the words that name a moment: its own, or those of the
// agreement or boundary that it is about.
func (f *fold) momentTitle(e *entry) string {
	switch e.head.Kind {
	case KindJoined, KindRenamed:
		return e.words.Name
	case KindSitting:
		return e.words.Text
	case KindSigned, KindUnsigned, KindDeclined, KindWithdrawn, KindLeft, KindLapsed, KindKept, KindReviewed, KindStepDone,
		KindSlip, KindSlipAnswer, KindRepair:
		if i, err := f.find(e.head.Facts.Thing); err == nil {
			return f.state.Agreements[i].Latest().Terms.Title
		}
	case KindAcknowledged, KindCannot, KindEnded:
		if i, err := f.findBoundary(e.head.Facts.Thing); err == nil {
			return f.state.Boundaries[i].Latest().Title
		}
	}
	return e.words.Title
}

func (f *fold) thingOf(e *entry) Thing {
	switch e.head.Kind {
	case KindProposed, KindSigned, KindUnsigned, KindDeclined, KindWithdrawn, KindLeft, KindLapsed, KindKept, KindReviewed, KindStepDone:
		return Thing{ThingAgreement, e.head.Facts.Thing}
	case KindSlip:
		return Thing{ThingSlip, e.id}
	case KindSlipAnswer, KindRepair:
		return Thing{ThingSlip, e.head.Facts.Event}
	case KindCheckIn:
		return Thing{ThingCheckIn, e.id}
	case KindSet, KindAcknowledged, KindCannot, KindEnded:
		return Thing{ThingBoundary, e.head.Facts.Thing}
	case KindOpened, KindShared:
		return Thing{ThingReflection, e.id}
	case KindStepClosed, KindSafetyShown:
		return Thing{ThingStep, e.head.Facts.Step}
	case KindSitting:
		return Thing{ThingSitting, e.id}
	case KindLastWords:
		return Thing{ThingLastWords, e.id}
	case KindLastWordsOpened:
		return Thing{ThingLastWords, e.head.Facts.Event}
	default:
		return Thing{}
	}
}

// changeMoment replaces one moment by a changed copy.
func (f *fold) changeMoment(i int, edit func(*Moment)) {
	f.state.Moments = own(&f.handed.moments, f.state.Moments, slices.Clone)
	edit(&f.state.Moments[i])
}

// takeable are the kinds of events that their author can take back.
var takeable = []EventKind{KindAcknowledged, KindCannot, KindSkipped, KindShared, KindKept, KindSlip, KindSlipAnswer, KindSurfaced, KindLastWords}

// ruleTakenBack: an event of one author can be taken back by that author. Only
// answers are: a signature, a boundary and a proposal have ways of their own.
func ruleTakenBack(f *fold, e *entry) (func(), error) {
	i, ok := f.index[e.head.Facts.Event]
	if !ok {
		return nil, ErrUnknown
	}
	m := f.state.Moments[i]
	if e.by() == Nobody || m.By != e.by() {
		return nil, ErrNotYours
	}
	if left, ok := f.lastWords(m.Event); ok && !left.Opened.IsZero() {
		return nil, ErrNotNow
	}
	if m.TakenBack || !slices.Contains(takeable, m.Kind) || m.Thing.Kind == ThingSlip && f.mended(m.Thing.ID) {
		return nil, ErrNotNow
	}
	return func() {
		f.changeMoment(i, func(m *Moment) { m.TakenBack = true })
		f.undo(m)
	}, nil
}

func (f *fold) undo(m Moment) {
	switch m.Kind {
	case KindShared:
		f.takeBackShared(m.Event)
		return
	case KindKept:
		f.takeBackKept(m)
		return
	case KindSlip, KindSlipAnswer:
		f.takeBackSlip(m)
		return
	case KindLastWords:
		f.takeBackLastWords(m.Event)
		return
	case KindSurfaced:
		f.takeBackSurfaced(m.Event)
		return
	case KindSkipped:
		f.state.Skipped = own(&f.handed.skipped, f.state.Skipped, maps.Clone)
		maps.DeleteFunc(f.state.Skipped, func(exercise string, _ time.Time) bool {
			return f.skips[exercise] == m.Event
		})
		return
	}
	i, err := f.findBoundary(m.Thing.ID)
	if err != nil || f.answers[m.Thing.ID] != m.Event {
		return // an answer to an older wording, or one that another answer replaced
	}
	f.changeBoundary(i, func(b *Boundary) {
		v := &b.Versions[len(b.Versions)-1]
		v.Acknowledged, v.Cannot = time.Time{}, time.Time{}
	})
}

// ruleStruck: both strike a text out; the place where it stood stays (promise 7).
// Agreements and boundaries are ended before they are struck. The words go with
// the event's body, so the journal is read anew afterwards.
func ruleStruck(f *fold, e *entry) (func(), error) {
	i, ok := f.index[e.head.Facts.Event]
	if !ok {
		return nil, ErrUnknown
	}
	if !e.both() {
		return nil, ErrNotBoth
	}
	m := f.state.Moments[i]
	if f.struck[m.Event] || !f.state.mayStrike(m, DayOf(e.at)) {
		return nil, ErrNotNow
	}
	return func() { f.struck[m.Event] = true }, nil
}

// mayStrike reports whether the words of a moment may be struck out on a day:
// agreements and boundaries have to be over.
func (s State) mayStrike(m Moment, today Day) bool {
	switch m.Kind {
	case KindOpened, KindShared, KindSitting, KindStepClosed, KindSlip, KindSlipAnswer, KindRepair, KindCheckIn, KindLastWords:
		return true
	case KindProposed:
		a, ok := s.Agreement(m.Thing.ID)
		return ok && a.State(today) == StateEnded || ok && a.State(today) == StateResting
	case KindSet:
		b, ok := s.Boundary(m.Thing.ID)
		return ok && !b.Ended.IsZero()
	default:
		return false
	}
}
