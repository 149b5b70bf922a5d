package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// checks lets the couple look whether their journal is whole.
func (s *Settings) checks() fyne.CanvasObject {
	result := widgets.VGap(6)
	line := newCalmLine(s.relayout)
	var start *widgets.Button
	start = widgets.NewButton(lang.L("Check the journal"), widgets.Plain, func() {
		if start.Disabled() {
			return
		}
		enable(false, start)
		line.say(waiting())
		result.Objects = nil
		var faults []journal.Fault
		s.later(func(ctx context.Context) (err error) {
			faults, err = s.journal.Check(ctx)
			return err
		}, func(err error) {
			enable(true, start)
			line.say(Sentence(err))
			if err == nil {
				line.say(faultSummary(len(faults)))
				showFaults(result, faults)
			}
			s.relayout()
		})
	})
	return settingsCard(lang.L("Is everything whole?"),
		widgets.NewText(lang.L("Goldseam reads every entry and looks at each signature. Nothing is changed."), widgets.Muted),
		line.Text, result, widgets.Wrap(12, start))
}

func faultSummary(n int) string {
	switch n {
	case 0:
		return lang.L("Everything is whole.")
	case 1:
		return lang.L("One thing is not as it was written. The rest is whole and can be read.")
	default:
		return lang.L("{{.Count}} things are not as they were written. The rest is whole and can be read.", map[string]any{"Count": n})
	}
}

// shownFaults keeps a badly damaged journal from filling the screen.
const shownFaults = 20

// showFaults names each place where something is wrong.
func showFaults(box *fyne.Container, faults []journal.Fault) {
	for i, f := range faults {
		if i == shownFaults {
			box.Add(widgets.NewText(lang.L("and {{.Count}} more", map[string]any{"Count": len(faults) - i}), widgets.Small))
			return
		}
		box.Add(widgets.NewText(faultLine(f), widgets.Small))
	}
}

func faultLine(f journal.Fault) string {
	data := map[string]any{"Number": f.Number, "What": lang.L(f.What)}
	if f.Number == 0 {
		return lang.L("The journal's file: {{.What}}", data)
	}
	return lang.L("Entry {{.Number}}: {{.What}}", data)
}
