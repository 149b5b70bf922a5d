package screens

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Restoring is the page while a backup takes the journal's place, and the one
// that says why it did not.
type Restoring struct {
	moving
}

// NewRestoring makes the page that is shown while the work goes on.
func NewRestoring() *Restoring {
	s := newRestoring()
	s.show(sheet(centred(widgets.NewMark(72)),
		middle(lang.L("The backup is being put in place"), widgets.Title),
		middle(lang.L("It is checked first. The journal as it was is kept beside it."), widgets.Muted)), nil)
	return s
}

// NewNotRestored says that the backup was not put in place, and leads on to the
// journal, which is as it was.
func NewNotRestored(err error, on func()) *Restoring {
	s := newRestoring()
	button := widgets.NewButton(lang.L("Go on"), widgets.Primary, on)
	s.show(sheet(centred(widgets.NewMark(72)),
		middle(lang.L("The backup was not put in place"), widgets.Title),
		middle(backupSentence(err), widgets.Body),
		middle(lang.L("The journal is as it was. You unlock it as always."), widgets.Muted),
		centred(button)), button)
	return s
}

func newRestoring() *Restoring {
	s := &Restoring{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// backupSentence is Sentence for what is wrong with a backup.
func backupSentence(err error) string {
	for _, unfit := range []error{journal.ErrDamaged, journal.ErrNotJournal} {
		if errors.Is(err, unfit) {
			return lang.L("This backup can’t be read, or belongs to another journal. It was left as it is. Another day’s may be whole.")
		}
	}
	if errors.Is(err, journal.ErrMissing) {
		return lang.L("This backup is no longer there. The journal was not touched. Please choose another day.")
	}
	return Sentence(err)
}
