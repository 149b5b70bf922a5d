package journal

import "errors"

// Errors that callers test with errors.Is. Screens turn each into a sentence.
var (
	ErrNotPresent    = errors.New("that partner is not present")
	ErrNotHolder     = errors.New("nobody holds the laptop")
	ErrNotBoth       = errors.New("both partners must be present")
	ErrNotBothSigned = errors.New("both must have signed")
	ErrNotFinished   = errors.New("both must have finished")
	ErrNotYours      = errors.New("that belongs to the other partner")
	ErrUnknown       = errors.New("no such thing in the journal")
	ErrNotNow        = errors.New("that cannot be done in its present state")
	ErrEnding        = errors.New("the work is coming to its end")
	ErrResting       = errors.New("the proposal rests")
	ErrOneNight      = errors.New("this step waits one night")
	ErrNotReady      = errors.New("not both have said that they are ready")
	ErrStale         = errors.New("a newer revision is already saved")
	ErrWrongCode     = errors.New("that is not the hand-over code")
	ErrAskPassphrase = errors.New("three misses; ask for the passphrase")
	ErrSame          = errors.New("both chose the same passphrase")
	ErrJoined        = errors.New("this partner has joined already")
	ErrReadOnly      = errors.New("the journal is open for reading only")
	ErrDamaged       = errors.New("the journal is damaged")
	ErrNotJournal    = errors.New("this file is not a journal")
	ErrNewer         = errors.New("a newer version wrote this journal")
	ErrExists        = errors.New("there is already a file of that name")
	ErrMissing       = errors.New("there is no file of that name")
	ErrBusy          = errors.New("another program holds the journal")
	ErrNoRoom        = errors.New("the journal can't hold more of this")
	ErrFull          = errors.New("the disk is full")
	ErrCannotWrite   = errors.New("the journal cannot be written")
	ErrClosed        = errors.New("the journal is closed")
)

// Problem says what is wrong with one field of a form.
type Problem string

// The problems that a form can have. Screens hold the sentence for each.
const (
	ProblemEmpty     Problem = "empty"
	ProblemTooLong   Problem = "too long"
	ProblemTooShort  Problem = "too short"
	ProblemControl   Problem = "control characters"
	ProblemSameName  Problem = "same name"
	ProblemNotADate  Problem = "not a date"
	ProblemOrder     Problem = "dates in the wrong order"
	ProblemNoEnd     Problem = "no end"
	ProblemTooFar    Problem = "over 90 days"
	ProblemDigits    Problem = "four digits or more"
	ProblemUnknown   Problem = "unknown choice"
	ProblemOneOfTwo  Problem = "one partner must be named"
	ProblemPast      Problem = "in the past"
	ProblemTooFuture Problem = "in the future"
)

// Invalid says which field of a form keeps it from being saved, and why.
type Invalid struct {
	Field   string // the Go field's name, as "Title" or "End"
	Problem Problem
}

func (e *Invalid) Error() string { return e.Field + ": " + string(e.Problem) }
