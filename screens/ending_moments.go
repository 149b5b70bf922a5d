package screens

import (
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

// endingMoment says what happened on the way to an end; empty for anything else.
func endingMoment(kind journal.EventKind) string {
	switch kind {
	case journal.KindEndingBegun:
		return lang.L("the ending, begun")
	case journal.KindJournalLeft:
		return lang.L("left the journal")
	case journal.KindEndingClosed:
		return lang.L("the journal, closed together")
	case journal.KindEndingUndone:
		return lang.L("went on together")
	case journal.KindLastWords:
		return lang.L("last words, left")
	case journal.KindLastWordsOpened:
		return lang.L("last words, opened")
	default:
		return ""
	}
}

// untitledEnding is what the timeline shows in place of words, of which these
// moments have none.
func untitledEnding(kind journal.EventKind) string {
	switch kind {
	case journal.KindEndingBegun:
		return lang.L("The work comes to its end. Boundaries stay.")
	case journal.KindJournalLeft:
		return lang.L("What was stays readable for both")
	case journal.KindEndingClosed:
		return lang.L("You ended it together")
	case journal.KindEndingUndone:
		return lang.L("You took the work up again")
	case journal.KindLastWords:
		return lang.L("To be opened, or not")
	case journal.KindLastWordsOpened:
		return lang.L("Opened by choice")
	default:
		return ""
	}
}
