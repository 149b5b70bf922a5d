package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// sortPart shows cards one at a time. Each goes left or right; then it says
// where it belongs and why. A card in the wrong pile is just a card.
type sortPart struct {
	screen *Exercise
	part   course.Part
	answer course.Answer
	at     int
	told   bool // the card's feedback is shown
	face   *sortCard
	place  *fyne.Container
}

// sortCard is the card that takes the arrow keys.
type sortCard struct {
	widgets.TapCard
	onKey func(fyne.KeyName)
}

// TypedKey sorts with the arrows and goes on with Enter or Space.
func (c *sortCard) TypedKey(e *fyne.KeyEvent) { c.onKey(e.Name) }

func newSortPart(s *Exercise, part course.Part) *sortPart {
	v := &sortPart{screen: s, part: part, answer: s.kept(), place: newPlace()}
	v.face = &sortCard{onKey: v.key}
	v.face.ExtendBaseWidget(v.face)
	for v.at < len(part.Cards) && v.answer.Piles[part.Cards[v.at].ID] != "" {
		v.at++
	}
	v.lay()
	return v
}

func (v *sortPart) content() fyne.CanvasObject { return v.place }
func (v *sortPart) fill()                      {}
func (v *sortPart) first() fyne.Focusable      { return v.face }

func (v *sortPart) clear() {
	v.answer = course.Answer{}
	swap(v.place)
}

func (v *sortPart) over() bool { return v.at >= len(v.part.Cards) }

func (v *sortPart) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyLeft:
		v.sort(course.PileLeft)
	case fyne.KeyRight:
		v.sort(course.PileRight)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		v.next()
	}
}

// sort puts the card on a pile and says why it belongs where it does.
func (v *sortPart) sort(pile string) {
	if v.told || v.over() {
		return
	}
	if v.answer.Piles == nil {
		v.answer.Piles = map[string]string{}
	}
	v.answer.Piles[v.part.Cards[v.at].ID] = pile
	v.told = true
	v.screen.changed(v.answer)
	v.turn()
}

// next goes to the next card.
func (v *sortPart) next() {
	if v.told {
		v.at, v.told = v.at+1, false
		v.turn()
	}
}

// again takes all cards back.
func (v *sortPart) again() {
	v.answer, v.at, v.told = course.Answer{}, 0, false
	v.screen.changed(v.answer)
	v.turn()
}

func (v *sortPart) turn() {
	v.lay()
	v.screen.place.Refresh()
	v.screen.aim(v.face)
}

func (v *sortPart) lay() {
	swap(v.place, widgets.VGap(14, v.lines()...))
	v.face.Refresh()
}

// lines are the card and what can be done with it.
func (v *sortPart) lines() []fyne.CanvasObject {
	if v.over() {
		v.face.Content = widgets.NewText(lang.L("You have sorted all the cards."), widgets.Subheading)
		return []fyne.CanvasObject{v.face, widgets.Wrap(0, widgets.NewButton(lang.L("Sort them again"), widgets.Quiet, v.again))}
	}
	card := v.part.Cards[v.at]
	count := widgets.NewText(lang.L("card {{.Number}} of {{.All}}", map[string]any{"Number": v.at + 1, "All": len(v.part.Cards)}), widgets.Small)
	v.face.Label = card.Text
	v.face.Content = widgets.VGap(12, count, widgets.NewText(card.Text, widgets.Said))
	if v.told {
		return []fyne.CanvasObject{v.face, v.feedback(card), widgets.Wrap(0, widgets.NewButton(lang.L("Next card"), widgets.Plain, v.next))}
	}
	left := widgets.NewButton("← "+v.part.Piles[0], widgets.Plain, func() { v.sort(course.PileLeft) })
	right := widgets.NewButton(v.part.Piles[1]+" →", widgets.Plain, func() { v.sort(course.PileRight) })
	return []fyne.CanvasObject{
		v.face, widgets.StackBelow(300, 14, nil, left, right),
		widgets.NewText(lang.L("You can also use the left and right arrow keys."), widgets.Small),
	}
}

// feedback says where the card belongs, and why.
func (v *sortPart) feedback(card course.Card) fyne.CanvasObject {
	pile := v.part.Piles[0]
	if card.Pile == course.PileRight {
		pile = v.part.Piles[1]
	}
	kind := widgets.ChipGold
	if v.answer.Piles[card.ID] == card.Pile {
		kind = widgets.ChipSage
	}
	box := widgets.NewCard(widgets.VGap(10, widgets.Wrap(0, widgets.NewChip(pile, kind)), widgets.NewText(card.Feedback, widgets.Body)))
	box.Fill = widgets.FillGold
	return box
}
