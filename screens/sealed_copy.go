package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// CopySaver writes a sealed copy of the journal to a file, as Saver does a summary.
type CopySaver interface {
	Exists(path string) bool
	SaveCopy(ctx context.Context, path, passphrase string, progress func(done, total int)) error
}

// CopyTools are what the page of a sealed copy works with.
type CopyTools struct {
	Saver  CopySaver
	Folder string
	Later  Background
	After  func(d time.Duration, f func()) (stop func())
}

// SealedCopy saves a copy of the journal under a passphrase of its own, to keep
// elsewhere: first the passphrase, then the place.
type SealedCopy struct {
	moving

	OnBack func()

	phrase     *passphraseForm
	passphrase string
	saving     *saveCard
}

// NewSealedCopy makes the page.
func NewSealedCopy(tools CopyTools) *SealedCopy {
	s := &SealedCopy{}
	s.place = newPlace()
	s.phrase = newPassphraseForm(lang.L("A passphrase for the copy"), widgets.First, s.place.Refresh)
	s.phrase.note.SetText(lang.L("Write them down, dashes too. Without them nobody can open the copy."))
	s.saving = newSaveCard(saving{
		title:   lang.L("Save the sealed copy"),
		warning: lang.L("It keeps all that is in the journal today, also what you strike out or delete later."),
		folder:  tools.Folder, exists: tools.Saver.Exists, later: tools.Later, after: tools.After,
		close: func() { tellIf(s.OnBack) }, focus: func(f fyne.Focusable) { s.aim(f) }, refresh: s.place.Refresh,
		may: func() error { return nil },
		begin: func() func(context.Context, string, func(done, total int)) error {
			passphrase := s.passphrase
			return func(ctx context.Context, path string, progress func(done, total int)) error {
				return tools.Saver.SaveCopy(ctx, path, passphrase, progress)
			}
		},
	})
	s.ExtendBaseWidget(s)
	s.ask()
	return s
}

// Clear forgets the passphrase.
func (s *SealedCopy) Clear() {
	s.passphrase = ""
	s.phrase.reset()
}

// ask is the first page: the passphrase.
func (s *SealedCopy) ask() {
	on := widgets.NewButton(lang.L("Go on"), widgets.Primary, s.where)
	back := widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
	s.show(paper(widgets.NewText(lang.L("A sealed copy, to keep elsewhere"), widgets.Title),
		widgets.NewText(lang.L("For a stick, or another computer. The copy is one file in the age format: Goldseam opens it, and so does the free program age, should Goldseam not be at hand. Whoever opens it still needs a passphrase of yours to read what is inside."), widgets.Body),
		widgets.NewCard(widgets.VGap(14, s.phrase.box,
			widgets.NewText(lang.L("Best is one that neither of you uses for anything else. You can both know it."), widgets.Small))),
		widgets.Wrap(12, on, back)), s.phrase.choice)
}

// where is the second page: the place.
func (s *SealedCopy) where() {
	passphrase, ok := s.phrase.value()
	s.place.Refresh()
	if !ok {
		return
	}
	s.passphrase = passphrase
	s.saving.open("goldseam-copy", ".age")
	s.show(widgets.Pad(screenTop, 44, 36, 44, widgets.MaxWidth(readColumn, widgets.VGap(18,
		widgets.Pad(0, leaveRoom(), 0, 0, widgets.NewText(lang.L("A sealed copy, to keep elsewhere"), widgets.Title)),
		widgets.Fill(widgets.NewCard(s.saving.box))))), s.saving.name.Entry)
}
