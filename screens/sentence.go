package screens

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// answer is what a screen says about one error.
type answer struct {
	err  error
	text string
}

// Sentence turns an error into what a partner reads: what happened, what is
// safe, what to do next. It is empty for nil.
func Sentence(err error) string {
	if err == nil {
		return ""
	}
	if invalid, ok := errors.AsType[*journal.Invalid](err); ok {
		return FieldSentence(invalid.Field, invalid.Problem)
	}
	for _, list := range [][]answer{secretAnswers(), togetherAnswers(), fileAnswers()} {
		for _, a := range list {
			if errors.Is(err, a.err) {
				return a.text
			}
		}
	}
	return lang.L("That did not work just now. What was saved before is safe. Please try once more.")
}

// secretAnswers speaks of passphrases, codes and recovery words.
func secretAnswers() []answer {
	return []answer{
		{vault.ErrWrongPassphrase, lang.L("That passphrase does not fit. Nothing is lost; try again.")},
		{vault.ErrWrongWords, lang.L("Those recovery words do not fit. Look at their order and spelling, and try again.")},
		{vault.ErrTooShort, lang.L("A passphrase needs at least 12 characters. Six words make a good one.")},
		{vault.ErrBlank, lang.L("A passphrase needs more than spaces. Six words make a good one.")},
		{vault.ErrControl, lang.L("There is a sign in it that can't be typed again. Please leave it out.")},
		{journal.ErrWrongCode, lang.L("That is not the hand-over code. Nothing is lost; try again.")},
		{journal.ErrAskPassphrase, lang.L("Please use the passphrase this time. The code stays as it is.")},
		{journal.ErrSame, lang.L("You both chose the same passphrase. Each of you needs one of your own, so please both choose a new one.")},
	}
}

// togetherAnswers speaks of the rules between the two partners.
func togetherAnswers() []answer {
	return []answer{
		{journal.ErrNotPresent, lang.L("This needs the partner it belongs to. It can wait until they are here.")},
		{journal.ErrNotHolder, lang.L("Hand the laptop over first, then go on here.")},
		{journal.ErrNotBothSigned, lang.L("Both of you need to sign before this can go on.")},
		{journal.ErrNotBoth, lang.L("This needs both of you here. It can wait.")},
		{journal.ErrNotFinished, lang.L("It opens when both of you have finished. What you wrote stays sealed.")},
		{journal.ErrNotYours, lang.L("This belongs to your partner, so only they can change it.")},
		{journal.ErrUnknown, lang.L("This is no longer in the journal. Go back and look at the newest list.")},
		{journal.ErrNotNow, lang.L("This can't be done as things stand now. Nothing was changed.")},
		{journal.ErrEnding, lang.L("Your work is coming to its end, so nothing new begins here. What you wrote and agreed is safe.")},
		{journal.ErrResting, lang.L("This proposal rests for now. You can come back to it later.")},
		{journal.ErrOneNight, lang.L("This step opens tomorrow. One night belongs in between.")},
		{journal.ErrNotReady, lang.L("This step opens when you both are ready.")},
		{journal.ErrStale, lang.L("A newer text is already saved. Go back and open it again to see it.")},
		{journal.ErrJoined, lang.L("Your partner has already joined. You can go on.")},
		{context.Canceled, lang.L("That was stopped. What was saved before is safe.")},
		{context.DeadlineExceeded, lang.L("That took too long. What was saved before is safe. Please try once more.")},
	}
}

// fileAnswers speaks of the journal's file.
func fileAnswers() []answer {
	return []answer{
		{journal.ErrReadOnly, lang.L("The journal is open for reading only. You can read everything that is whole. Settings can check it for you.")},
		{journal.ErrDamaged, lang.L("The journal's file is damaged, or is not as Goldseam made it. It was left as it is, and so were your backups. One of them can be put back.")},
		{vault.ErrDamaged, lang.L("The journal's file is damaged, or is not as Goldseam made it. It was left as it is, and so were your backups. One of them can be put back.")},
		{vault.ErrBadSlot, lang.L("The journal's file is damaged, or is not as Goldseam made it. It was left as it is, and so were your backups. One of them can be put back.")},
		{journal.ErrNotJournal, lang.L("This file is not a Goldseam journal. It was left as it is. Choose another file.")},
		{journal.ErrNewer, lang.L("A newer Goldseam wrote this journal. It is safe. Please open it with the newer one.")},
		{journal.ErrExists, lang.L("There is already a file of that name. It was left as it is. Choose another name.")},
		{journal.ErrMissing, lang.L("There is no journal at that place. Look whether it was moved, or begin a new one.")},
		{journal.ErrBusy, lang.L("The journal is already open in another window. Close that one first.")},
		{journal.ErrNoRoom, lang.L("The journal can't hold more of this. All that is in it is safe. Make it shorter, or begin a new journal for what comes.")},
		{journal.ErrFull, lang.L("The disk is full. What was saved before is safe. Make some room, then try again.")},
		{journal.ErrCannotWrite, lang.L("The journal can't be written just now. What was saved before is safe. Look whether its folder allows it.")},
		{journal.ErrClosed, lang.L("The journal is locked. Unlock it, then try again.")},
	}
}

// FieldSentence says what one field of a form still needs. Field is the Go
// field's name, as in journal.Invalid.
func FieldSentence(field string, p journal.Problem) string {
	if text := ownFieldSentence(field, p); text != "" {
		return text
	}
	switch p {
	case journal.ProblemEmpty:
		return lang.L("Please write something here.")
	case journal.ProblemTooLong:
		return lang.L("This is too long to keep. Please make it shorter.")
	case journal.ProblemTooShort:
		return lang.L("This needs to be a little longer.")
	case journal.ProblemControl:
		return lang.L("There is a sign in it that can't be kept. Please leave it out.")
	case journal.ProblemSameName:
		return lang.L("You both have the same name here. Add a letter, so that you can tell yourselves apart.")
	case journal.ProblemUnknown:
		return lang.L("Please pick one of the choices.")
	case journal.ProblemOneOfTwo:
		return lang.L("Please say which of you this is about.")
	case journal.ProblemDigits:
		return lang.L("A hand-over code needs four digits or more, and digits alone.")
	default:
		return dateSentence(p)
	}
}

// ownFieldSentence has better words for a few fields.
func ownFieldSentence(field string, p journal.Problem) string {
	switch {
	case field == "Name" && p == journal.ProblemEmpty:
		return lang.L("Please write a name, or what you like to be called.")
	case field == "Name" && p == journal.ProblemTooLong:
		return lang.L("Please use a shorter name.")
	case field == "Passphrase" && p == journal.ProblemTooShort:
		return lang.L("A passphrase needs at least 12 characters. Six words make a good one.")
	case field == "Role":
		return lang.L("Please pick one. You can change it later, alone.")
	default:
		return ""
	}
}

// dateSentence says what a date still needs.
func dateSentence(p journal.Problem) string {
	switch p {
	case journal.ProblemNotADate:
		return lang.L("Please write a date like 2026-11-29.")
	case journal.ProblemOrder:
		return lang.L("These dates are the wrong way round. The end comes after the start.")
	case journal.ProblemNoEnd:
		return lang.L("This needs a last day. 30 days is a good length.")
	case journal.ProblemTooFar:
		return lang.L("This can last 90 days at most. After that you can both sign it again.")
	case journal.ProblemPast:
		return lang.L("This day is over. Please pick today or a later day.")
	case journal.ProblemTooFuture:
		return lang.L("This day is still to come. Please pick today or an earlier day.")
	default:
		return lang.L("Please look at this once more.")
	}
}
