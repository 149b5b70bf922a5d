package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// momentFilter picks what the timeline shows.
type momentFilter int

const (
	momentsAll momentFilter = iota
	momentsAgreed
	momentsReflections
	momentsCheckIns
	momentsSteps
)

// momentShown says whether the timeline shows moments of this kind. What one
// partner turned down, took back before it counted or left out shows nowhere
// (promise 3), and neither does the journal's own housekeeping. What was taken
// back says so in its own place. Marks of what was kept are many, and stand with
// their agreement.
func momentShown(kind journal.EventKind) bool {
	switch kind {
	case journal.KindJoined, journal.KindRenamed, journal.KindLiving,
		journal.KindOpened, journal.KindShared, journal.KindClosed, journal.KindGuessMarked,
		journal.KindProposed, journal.KindSigned, journal.KindLeft, journal.KindLapsed,
		journal.KindReviewed, journal.KindStepDone, journal.KindSlip, journal.KindSlipAnswer, journal.KindRepair,
		journal.KindSurfaced, journal.KindGoneOn,
		journal.KindEndingBegun, journal.KindJournalLeft, journal.KindEndingClosed, journal.KindEndingUndone,
		journal.KindLastWords, journal.KindLastWordsOpened,
		journal.KindSet, journal.KindAcknowledged, journal.KindEnded,
		journal.KindCheckIn, journal.KindStepClosed, journal.KindSitting, journal.KindStruck:
		return true
	default:
		return false
	}
}

// shows says whether a moment passes the filter.
func (f momentFilter) shows(m journal.Moment) bool {
	if !momentShown(m.Kind) {
		return false
	}
	switch f {
	case momentsAgreed:
		return m.Thing.Kind == journal.ThingAgreement || m.Thing.Kind == journal.ThingBoundary || m.Thing.Kind == journal.ThingSlip
	case momentsReflections:
		return m.Kind == journal.KindOpened || m.Kind == journal.KindShared
	case momentsCheckIns:
		return m.Kind == journal.KindCheckIn
	case momentsSteps:
		return m.Kind == journal.KindStepClosed || m.Kind == journal.KindClosed
	default:
		return true
	}
}

// momentKind says what happened, in a few words.
func momentKind(m journal.Moment) string {
	switch m.Thing.Kind {
	case journal.ThingAgreement:
		if text := agreementMoment(m); text != "" {
			return text
		}
	case journal.ThingBoundary:
		if text := boundaryMoment(m); text != "" {
			return text
		}
	}
	if text := endingMoment(m.Kind); text != "" {
		return text
	}
	switch m.Kind {
	case journal.KindJoined:
		return lang.L("joined the journal")
	case journal.KindRenamed:
		return lang.L("a new name or colour")
	case journal.KindLiving:
		return lang.L("together or apart, chosen")
	case journal.KindOpened:
		return lang.L("reflection, opened together")
	case journal.KindShared:
		return lang.L("own words, shared")
	case journal.KindClosed:
		return lang.L("exercise, done together")
	case journal.KindGuessMarked:
		return lang.L("a guess, answered")
	case journal.KindCheckIn:
		return lang.L("check-in, opened together")
	case journal.KindSlip:
		return lang.L("a slip, named")
	case journal.KindSlipAnswer:
		return lang.L("a slip, answered")
	case journal.KindSurfaced:
		return lang.L("something new from before")
	case journal.KindGoneOn:
		return lang.L("went on together")
	case journal.KindStepClosed:
		return lang.L("step finished")
	case journal.KindSitting:
		return lang.L("sitting closed")
	default:
		return lang.L("struck out together")
	}
}

func agreementMoment(m journal.Moment) string {
	version := map[string]any{"Number": m.Version}
	switch m.Kind {
	case journal.KindProposed:
		return lang.L("agreement, version {{.Number}}, proposed", version)
	case journal.KindSigned:
		return lang.L("agreement, version {{.Number}}, signed", version)
	case journal.KindLeft:
		return lang.L("agreement, left")
	case journal.KindLapsed:
		return lang.L("agreement, ended by itself")
	case journal.KindReviewed:
		return lang.L("agreement, looked at again and kept")
	case journal.KindStepDone:
		return lang.L("goal, a small step")
	default:
		return ""
	}
}

func boundaryMoment(m journal.Moment) string {
	switch m.Kind {
	case journal.KindSet:
		if m.Version > 1 {
			return lang.L("boundary, version {{.Number}}", map[string]any{"Number": m.Version})
		}
		return lang.L("boundary set")
	case journal.KindAcknowledged:
		return lang.L("boundary, acknowledged")
	case journal.KindEnded:
		return lang.L("boundary, ended")
	default:
		return ""
	}
}

// timelineEntry is what one row of the timeline shows.
type timelineEntry struct {
	side   journal.Partner // Nobody stands in the middle
	chip   string
	kind   widgets.ChipKind
	line   string
	title  string
	gold   bool   // made by both: the card has a gold edge
	strong bool   // a step that was finished
	month  string // named where it begins, going down
	later  string // how long after the moment below it was; empty where that is not long
	seam   seamPlace
}

// entryOf tells a moment; line says when it was and what happened.
func entryOf(s journal.State, m journal.Moment, line string) timelineEntry {
	e := timelineEntry{side: m.By, title: strings.Join(strings.Fields(m.Title), " "), line: line}
	if m.Kind == journal.KindSigned { // the signature that completes a pair
		e.side = journal.Nobody
	}
	e.gold = e.side == journal.Nobody && !m.TakenBack && !m.Struck
	e.strong = m.Kind == journal.KindStepClosed
	e.tellBreak(s, m)
	switch {
	case m.Struck:
		e.title = lang.L("Struck out by both of you. The words are gone.")
	case e.title == "":
		e.title = untitled(m.Kind)
	}
	if m.TakenBack && !m.Struck {
		e.line += " · " + lang.L("taken back later")
	}
	switch {
	case e.side != journal.Nobody:
		e.chip, e.kind = callName(s, e.side), sideChip(e.side)
	case e.gold:
		e.chip, e.kind = lang.L("Both"), widgets.ChipGold
	default:
		e.chip, e.kind = lang.L("Both"), widgets.ChipOutline
	}
	return e
}

// tellBreak puts a break into the middle, where it belongs to neither, and what
// came up from before as well. A slip that only one calls so stays at their side.
func (e *timelineEntry) tellBreak(s journal.State, m journal.Moment) {
	switch m.Kind {
	case journal.KindSurfaced:
		e.side, e.gold = journal.Nobody, false
	case journal.KindSlip:
		e.seam.kind = seamKindOf(s, m)
		if e.seam.kind != seamWhole {
			e.side, e.gold = journal.Nobody, false
		}
	}
}

// seamKindOf says what a moment does to the seam: only a slip that both call one
// breaks it.
func seamKindOf(s journal.State, m journal.Moment) seamKind {
	if m.Kind != journal.KindSlip {
		return seamWhole
	}
	slip, ok := s.Slip(m.Event)
	switch {
	case !ok || !slip.Breaks():
		return seamWhole
	case slip.Mended.IsZero():
		return seamBroken
	default:
		return seamMended
	}
}

// untitled says what a moment is that has no words of its own.
func untitled(kind journal.EventKind) string {
	switch kind {
	case journal.KindStruck:
		return lang.L("Words you both chose to take out")
	case journal.KindCheckIn:
		return lang.L("How the past days were, for each of you")
	case journal.KindSurfaced:
		return lang.L("A pause of its own. Nothing is written about it.")
	case journal.KindGoneOn:
		return lang.L("You took the work up again")
	default:
		return untitledEnding(kind)
	}
}

// slipLine says what a slip came to: a break, mended or not, or what one named.
func slipLine(s journal.Slip, today journal.Day) string {
	switch {
	case !s.Breaks():
		return lang.L("a slip, named")
	case s.Mended.IsZero():
		return lang.L("a break")
	default:
		return lang.L("a break, mended on {{.Day}}", map[string]any{"Day": shortDay(journal.DayOf(s.Mended), today)})
	}
}

// repairLine says what a moment of a repair was.
func repairLine(m journal.Moment) string {
	if m.By == journal.Nobody {
		return lang.L("mended together")
	}
	return lang.L("repair, a part said")
}
