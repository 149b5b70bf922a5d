package summary

import (
	"slices"

	"goldseam.app/data/journal"
)

// momentKinds are the moments that a record has: those that the timeline shows.
// A no, a signature taken back before it counted, an exercise left out and the
// journal's own housekeeping are not among them (promise 3); marks of what was
// kept stand with their agreement, and the answer to a boundary with the boundary.
var momentKinds = []journal.EventKind{
	journal.KindJoined, journal.KindRenamed, journal.KindLiving,
	journal.KindOpened, journal.KindShared, journal.KindClosed, journal.KindGuessMarked,
	journal.KindProposed, journal.KindSigned, journal.KindLeft, journal.KindLapsed, journal.KindReviewed, journal.KindStepDone,
	journal.KindSlip, journal.KindSlipAnswer, journal.KindRepair, journal.KindSurfaced, journal.KindGoneOn,
	journal.KindSet, journal.KindAcknowledged, journal.KindEnded,
	journal.KindCheckIn, journal.KindStepClosed, journal.KindSitting, journal.KindStruck,
	journal.KindEndingBegun, journal.KindJournalLeft, journal.KindEndingClosed, journal.KindEndingUndone,
	journal.KindLastWords, journal.KindLastWordsOpened,
}

func (r recorder) moments() []journal.Moment {
	var all []journal.Moment
	for _, m := range r.state.Moments {
		if slices.Contains(momentKinds, m.Kind) && r.stands(m) {
			all = append(all, m)
		}
	}
	return all
}

// stands reports whether a moment is about something that the record has: a
// proposal that came to nothing is not told, nor last words that nobody opened.
func (r recorder) stands(m journal.Moment) bool {
	if m.Thing.Kind == journal.ThingLastWords {
		return slices.ContainsFunc(openedLastWords(r.state), func(l journal.LastWords) bool { return l.Event == m.Thing.ID })
	}
	if m.Thing.Kind != journal.ThingAgreement {
		return true
	}
	if m.Version > 0 {
		return r.number(m) > 0
	}
	return len(r.shown[m.Thing.ID]) > 0
}

// number gives the record's number of the version that a moment is about, or 0.
func (r recorder) number(m journal.Moment) int {
	return 1 + slices.IndexFunc(r.shown[m.Thing.ID], func(v journal.Version) bool { return v.Number == m.Version })
}

func (r recorder) moment(m journal.Moment) MomentRecord {
	out := MomentRecord{
		ID: cleanLine(m.Event), Kind: string(m.Kind), At: stamp(m.At), By: sideName(m.By), Title: cleanLine(m.Title), Version: m.Version,
		Thing: ThingRecord{Kind: string(m.Thing.Kind), ID: cleanLine(m.Thing.ID)}, TakenBack: m.TakenBack, Struck: m.Struck,
	}
	switch m.Thing.Kind {
	case journal.ThingAgreement:
		out.Title = r.titles[m.Thing.ID]
		if out.Version = r.number(m); out.Version > 0 {
			out.Title = cleanLine(r.shown[m.Thing.ID][out.Version-1].Terms.Title)
		}
	case journal.ThingSlip:
		s, _ := r.state.Slip(m.Thing.ID)
		out.Title = r.titles[s.Agreement]
	}
	if m.Kind == journal.KindSurfaced {
		out.By = "" // it belongs to neither
	}
	return out
}
