package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// readyCard asks the holder, alone, whether they are ready for this step. What
// was said is never shown, so there is nothing to see over a shoulder.
func (s *Step) readyCard() (fyne.CanvasObject, fyne.Focusable) {
	name := callName(s.journal.State(), s.journal.Holder())
	yes := widgets.NewButton(lang.L("I am ready"), widgets.Plain, func() { s.sayReady(true) })
	no := widgets.NewButton(lang.L("Not yet"), widgets.Plain, func() { s.sayReady(false) })
	return goldNote(lang.L("This step opens when you both are ready. Each of you says so alone, and may change it at any time. “Not yet” is a whole answer."),
		widgets.NewText(lang.L("{{.Name}}, are you ready? What you choose is not shown here.", named(name)), widgets.Muted),
		widgets.Wrap(12, yes, no)), yes
}

func (s *Step) sayReady(ready bool) {
	id := s.step.ID
	s.later(func(ctx context.Context) error { return s.journal.SetReady(ctx, id, ready) }, func(err error) {
		if err != nil {
			s.line.say(Sentence(err))
			return
		}
		s.Reload()
		s.line.say(lang.L("Kept. Only you know what you chose."))
	})
}

// notReady lets the holder take back that they are ready.
func (s *Step) notReady() fyne.CanvasObject {
	if !s.step.NeedsReady {
		return nil
	}
	return widgets.Wrap(0, widgets.NewSmallButton(lang.L("I need more time before this step"), widgets.Quiet, func() { s.sayReady(false) }))
}
