package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// layEnding is Today while the work comes to its end, and afterwards: nothing
// waits but what leads to the ending, and the couple's plans stay at hand.
func (s *Today) layEnding(now time.Time, e journal.Ending) {
	all := widgets.VGap(18, widgets.NewText(s.greeting(now), widgets.Title))
	for _, card := range []fyne.CanvasObject{s.wordsCard(), s.endingCard(now, e), s.planRow()} {
		if card != nil {
			all.Add(card)
		}
	}
	if !e.Over() {
		all.Add(widgets.Wrap(14, widgets.NewButton(lang.L("Close the sitting"), widgets.Plain, func() { tellIf(s.OnClose) })))
	}
	s.show(page(wholeWidth, 0, newHead(widgets.NewText(dateLine(now), widgets.Muted)), all), s.main)
}

// endingCard says that an ending was begun, or that it is over, and leads there.
func (s *Today) endingCard(now time.Time, e journal.Ending) fyne.CanvasObject {
	state, today := s.journal.State(), journal.DayOf(now)
	title, label := lang.L("Your work is coming to its end"), lang.L("Go to the ending")
	text := endingBegun(state, e, today) + " " + lang.L("Nothing else waits here. You go through it at your own pace, alone or together.")
	if e.Over() {
		title, label = lang.L("Your work here is over"), lang.L("What is still possible")
		text = endingOver(state, e, today) + " " + lang.L("Everything stays readable. Nothing waits here.")
	}
	way := widgets.NewButton(label, widgets.Primary, func() { tellIf(s.OnEnding) })
	s.main = firstOf(s.main, way)
	card := widgets.NewCard(widgets.VGap(10, widgets.NewText(title, widgets.Heading), widgets.NewText(text, widgets.Muted),
		widgets.Pad(6, 0, 0, 0, widgets.Wrap(0, way))))
	card.Edge = true
	return card
}
