package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Unlocker is what the unlock screen needs of the journal.
type Unlocker interface {
	Faces() [2]journal.Face
	Here(p journal.Partner) bool
	Wait(p journal.Partner) time.Duration
	Unlock(ctx context.Context, p journal.Partner, passphrase string) error
	UnlockWithWords(ctx context.Context, p journal.Partner, words, newPassphrase string) (newWords string, err error)
}

// Unlock asks who is here. It knows initials and colours alone.
type Unlock struct {
	moving

	OnAlone    func(journal.Partner) // one goes on alone
	OnTogether func()                // both are here and begin
	OnHelp     func()

	journal  Unlocker
	later    Background
	after    afterFunc
	cards    [2]*faceCard
	alone    [2]*widgets.Button
	together *widgets.Button
}

// NewUnlock makes the screen. Mark is the picture above the question.
func NewUnlock(j Unlocker, later Background, after afterFunc, mark fyne.CanvasObject) *Unlock {
	s := &Unlock{journal: j, later: later, after: after}
	s.place = newPlace()
	for i, face := range j.Faces() {
		s.cards[i] = newFaceCard(s, face)
		s.alone[i] = widgets.NewButton(lang.L("Go on alone as {{.Name}}", named(face.Initial)), widgets.Plain,
			func() { s.goAlone(face.Partner) })
	}
	s.together = widgets.NewButton(lang.L("Begin together"), widgets.Plain, s.goTogether)
	s.ExtendBaseWidget(s)
	s.place.Objects = []fyne.CanvasObject{s.page(mark)}
	s.Reload()
	return s
}

// Reload shows who is here now.
func (s *Unlock) Reload() {
	first, second := s.journal.Here(journal.First), s.journal.Here(journal.Second)
	for i, card := range s.cards {
		card.reload()
		s.alone[i].Hide()
	}
	if first != second {
		s.alone[index(first)].Show()
	}
	s.together.Kind = widgets.Plain
	if first && second {
		s.together.Kind = widgets.Gold
	}
	enable(first && second, s.together)
	s.relayout()
	s.aim(s.nextFocus())
}

// relayout places everything anew, once there is room for it.
func (s *Unlock) relayout() {
	if !s.place.Size().IsZero() {
		s.place.Refresh()
	}
}

// index is 0 when the first partner is meant, 1 for the second.
func index(first bool) int {
	if first {
		return 0
	}
	return 1
}

func (s *Unlock) page(mark fyne.CanvasObject) fyne.CanvasObject {
	title := widgets.NewText(lang.L("Who is here?"), widgets.Title)
	title.Align = fyne.TextAlignCenter
	under := widgets.NewText(lang.L("Writing alone is fine. Opening answers together takes both of you."), widgets.Muted)
	under.Align = fyne.TextAlignCenter
	foot := widgets.HGap(8,
		widgets.NewText(lang.L("Everything stays on this laptop, sealed."), widgets.Small),
		widgets.NewSmallButton(lang.L("Help & safety"), widgets.Quiet, s.help))
	faces := widgets.StackBelow(560, 22, []float32{1, 1}, s.cards[0].card, s.cards[1].card)
	return widgets.VScroll(widgets.Pad(60, 44, 36, 44, widgets.MaxWidth(682, widgets.VGap(24,
		widgets.Spacer(), centred(mark), widgets.VGap(4, title, under), faces,
		centred(widgets.HGap(14, s.alone[0], s.alone[1], s.together)), centred(foot), widgets.Spacer()))))
}

// nextFocus is the first passphrase still to type, or the way on.
func (s *Unlock) nextFocus() fyne.Focusable {
	for _, card := range s.cards {
		if f := card.focus(); f != nil {
			return f
		}
	}
	return s.together
}

func (s *Unlock) goAlone(p journal.Partner) {
	if s.OnAlone != nil {
		s.OnAlone(p)
	}
}

func (s *Unlock) goTogether() { tellIf(s.OnTogether) }

func (s *Unlock) help() { tellIf(s.OnHelp) }
