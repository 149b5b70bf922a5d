package screens

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// shownBackups is how many backups are listed by name; the others are counted.
const shownBackups = 6

// backups says where the journal and its copies lie.
func (s *Settings) backups() fyne.CanvasObject {
	list := widgets.VGap(4)
	line := newCalmLine(s.relayout)
	s.listBackups(list)
	var now *widgets.Button
	now = widgets.NewButton(lang.L("Make one now"), widgets.Plain, func() {
		if now.Disabled() {
			return
		}
		enable(false, now)
		line.say(waiting())
		s.later(s.journal.DailyBackup, func(err error) {
			enable(true, now)
			line.say(Sentence(err))
			if err == nil {
				s.listBackups(list)
				line.say(lang.L("A backup is made, and it opens."))
			}
		})
	})
	return settingsCard(lang.L("Backups"),
		widgets.NewText(lang.L("A sealed copy is made each day. Here is the journal, with the copies beside it:"), widgets.Muted),
		widgets.NewText(s.journal.Path(), widgets.Body), list, line.Text, widgets.Wrap(12, now))
}

func (s *Settings) listBackups(list *fyne.Container) {
	paths, err := s.journal.Backups()
	list.Objects = nil
	switch {
	case err != nil:
		list.Add(widgets.NewText(Sentence(err), widgets.Small))
	case len(paths) == 0:
		list.Add(widgets.NewText(lang.L("No backup yet. The first is made today."), widgets.Small))
	default:
		list.Add(widgets.NewText(filepath.Dir(paths[0]), widgets.Small))
	}
	for i, path := range paths {
		if i == shownBackups {
			list.Add(widgets.NewText(lang.L("and {{.Count}} more", map[string]any{"Count": len(paths) - i}), widgets.Small))
			break
		}
		list.Add(widgets.NewText(filepath.Base(path), widgets.Small))
	}
	list.Refresh()
}

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
