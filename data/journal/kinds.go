package journal

// EventKind names what an event records. A kind is stored for ever: never reuse
// or rename one.
type EventKind string

// The kinds of events.
const (
	KindJoined       EventKind = "partner.joined"
	KindRenamed      EventKind = "partner.renamed"
	KindRekeyed      EventKind = "partner.rekeyed"
	KindLiving       EventKind = "living.chosen"
	KindSafetyShown  EventKind = "safety.shown"
	KindOpened       EventKind = "reflection.opened"
	KindShared       EventKind = "words.shared"
	KindClosed       EventKind = "exercise.closed"
	KindSkipped      EventKind = "exercise.skipped"
	KindGuessMarked  EventKind = "guess.marked"
	KindProposed     EventKind = "agreement.proposed"
	KindSigned       EventKind = "agreement.signed"
	KindUnsigned     EventKind = "agreement.unsigned"
	KindDeclined     EventKind = "agreement.declined"
	KindWithdrawn    EventKind = "agreement.withdrawn"
	KindLeft         EventKind = "agreement.left"
	KindLapsed       EventKind = "agreement.lapsed"
	KindKept         EventKind = "agreement.kept"
	KindReviewed     EventKind = "agreement.reviewed"
	KindStepDone     EventKind = "goal.step"
	KindSlip         EventKind = "slip.named"
	KindSlipAnswer   EventKind = "slip.answered"
	KindRepair       EventKind = "slip.repaired"
	KindSurfaced     EventKind = "before.surfaced"
	KindGoneOn       EventKind = "before.goneon"
	KindSet          EventKind = "boundary.set"
	KindAcknowledged EventKind = "boundary.acknowledged"
	KindCannot       EventKind = "boundary.cannot"
	KindEnded        EventKind = "boundary.ended"
	KindCheckIn      EventKind = "checkin.opened"
	KindStepClosed   EventKind = "step.closed"
	KindSitting      EventKind = "sitting.closed"
	KindTakenBack    EventKind = "event.takenback"
	KindStruck       EventKind = "event.struck"
	KindRestored     EventKind = "journal.restored"

	KindEndingBegun     EventKind = "ending.begun"
	KindJournalLeft     EventKind = "ending.left"
	KindEndingClosed    EventKind = "ending.closed"
	KindEndingUndone    EventKind = "ending.undone"
	KindLastWords       EventKind = "lastwords.left"
	KindLastWordsOpened EventKind = "lastwords.opened"
)
