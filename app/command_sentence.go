package app

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens"
)

var (
	errNoDisplay    = errors.New("there is no display")
	errFaults       = errors.New("the journal is not whole")
	errNoPassphrase = errors.New("no passphrase was given")
	errPassFile     = errors.New("the passphrase file cannot be read")
	errNoBackup     = errors.New("there is no such backup")
	errBadBackup    = errors.New("the backup is damaged")
	errCopyPass     = errors.New("the passphrase does not open the copy")
	errTwoLines     = errors.New("the two passphrases are not the same")
	errOverJournal  = errors.New("that is the journal itself")
)

// commandSentence says what happened and what to do next, for someone at a
// command line. What it doesn't know, the screens have a sentence for.
func commandSentence(err error) string {
	if wrong, ok := errors.AsType[*courseError](err); ok {
		return courseSentence(wrong)
	}
	for _, a := range []struct {
		err  error
		text string
	}{
		{errNoDisplay, lang.L("There is no display here to open a window on. “make screens” draws the screens as pictures, and “goldseam --help” shows what works without a window.")},
		{errAlreadyOpen, lang.L("The journal is already open in another Goldseam. Close that one first, then try again.")},
		{errFaults, lang.L("The journal is not as it was written. What is whole can still be read; a backup can be put back with “goldseam restore”.")},
		{errNoPassphrase, lang.L("No passphrase was given. The file holds one line, or one for each of you.")},
		{errPassFile, lang.L("The file with the passphrase can't be read. Look whether its name is right.")},
		{errNoBackup, lang.L("There is no backup of that name. Nothing was changed. Look whether it was moved, and name it with --from.")},
		{errBadBackup, lang.L("That backup is damaged, so it was not used. The journal is as it was. An older backup may be whole.")},
		{errPanicked, lang.L("Goldseam has ended by a mistake of its own. What was saved is safe. Please start it again.")},
		{errOverJournal, lang.L("That name is the journal's own. It was left as it is. Choose another name with --out.")},
		{errCannotSave, lang.L("The file can't be written there. Nothing was changed. Choose another place with --out.")},
		{errNoFolder, lang.L("There is a file of that name, and csv needs a new folder. The file was left as it is. Choose another name with --out.")},
		{errFullFolder, lang.L("That folder is not empty. It was left as it is. Choose another name with --out, or replace an earlier export with --force.")},
		{errNotTables, lang.L("That folder has other files too. It was left as it is. Choose another name with --out.")},
		{errCopyPass, lang.L("That passphrase doesn't open this copy. It is the copy's own, not one of yours. The journal is as it was; look at it once more and try again.")},
		{errTwoLines, lang.L("The two are not the same, so no copy was made. Please try again.")},
		{vault.ErrNotCopy, lang.L("This age file is not one that a passphrase opens, so it was not used. The journal is as it was.")},
		{vault.ErrWrongPassphrase, lang.L("That passphrase fits neither of you. Nothing was changed. Look at it once more and try again.")},
		{journal.ErrMissing, lang.L("There is no journal at that place. Look whether it was moved, and name it with --journal.")},
		{journal.ErrExists, lang.L("There is already a file of that name. It was left as it is. Choose another name.")},
	} {
		if errors.Is(err, a.err) {
			return a.text
		}
	}
	return screens.Sentence(err)
}
