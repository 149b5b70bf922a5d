package screens

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// shownBackups is how many backups are listed before the others are asked for.
const shownBackups = 6

// backupCard says where the journal and its copies lie, makes one more, and
// leads back to one of them.
type backupCard struct {
	settings *Settings
	list     *fyne.Container
	choice   *fyne.Container // what the chosen backup would bring
	line     calmLine
	now      *widgets.Button
	all      bool // every backup is listed
	asked    int  // how often one was chosen: only the last answer counts
}

func (s *Settings) backups() fyne.CanvasObject {
	c := &backupCard{settings: s, list: widgets.VGap(4), choice: widgets.VGap(12), line: newCalmLine(s.relayout)}
	c.now = widgets.NewButton(lang.L("Make one now"), widgets.Plain, c.makeOne)
	c.choice.Hide()
	c.show()
	return settingsCard(lang.L("Backups"),
		widgets.NewText(lang.L("A sealed copy is made each day. Here is the journal, with the copies beside it:"), widgets.Muted),
		widgets.NewText(s.journal.Path(), widgets.Body), c.list, c.choice, c.line.Text,
		widgets.Wrap(12, c.now, widgets.NewButton(lang.L("Save a sealed copy elsewhere…"), widgets.Plain, func() { tellIf(s.OnCopy) })))
}

func (c *backupCard) makeOne() {
	if c.now.Disabled() {
		return
	}
	enable(false, c.now)
	c.line.say(waiting())
	c.settings.later(c.settings.journal.DailyBackup, func(err error) {
		enable(true, c.now)
		c.line.say(Sentence(err))
		if err == nil {
			c.show()
			c.line.say(lang.L("A backup is made, and it opens."))
		}
	})
}

// show lists the backups, newest first.
func (c *backupCard) show() {
	files, err := c.settings.journal.BackupFiles()
	c.list.Objects = nil
	switch {
	case err != nil:
		c.list.Add(widgets.NewText(Sentence(err), widgets.Small))
	case len(files) == 0:
		c.list.Add(widgets.NewText(lang.L("No backup yet. The first is made today."), widgets.Small))
	default:
		c.list.Add(widgets.NewText(filepath.Dir(files[0].Path), widgets.Small))
		c.list.Add(widgets.NewText(lang.L("Choose one to see what it holds:"), widgets.Small))
	}
	for i, f := range files {
		if i == shownBackups && !c.all {
			more := lang.L("Show {{.Count}} more", map[string]any{"Count": len(files) - i})
			c.list.Add(widgets.Wrap(0, widgets.NewSmallButton(more, widgets.Quiet, func() { c.all = true; c.show() })))
			break
		}
		c.list.Add(widgets.Wrap(0, widgets.NewSmallButton(c.name(f), widgets.Quiet, func() { c.look(f) })))
	}
	c.settings.relayout()
}

// name is a backup's day and size.
func (c *backupCard) name(f journal.BackupFile) string {
	return longDay(f.Day, c.settings.journal.Today()) + " · " + fileSize(f.Size)
}

// fileSize gives a size in the unit that reads best, never as nothing.
func fileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return lang.L("{{.Size}} KB", map[string]any{"Size": max(1, (bytes+kilo/2)/kilo)})
	}
	return lang.L("{{.Size}} MB", map[string]any{"Size": fmt.Sprintf("%.1f", float64(bytes)/mega)})
}

// look reads what a backup holds and says what putting it back would change.
func (c *backupCard) look(f journal.BackupFile) {
	c.asked++
	asked := c.asked
	c.choose()
	c.line.say(lang.L("Looking into the backup of {{.Day}}…", c.day(f.Day)))
	var held journal.Held
	c.settings.later(func(ctx context.Context) (err error) {
		held, err = c.settings.journal.PeekBackup(ctx, f.Path)
		return err
	}, func(err error) {
		if asked != c.asked {
			return
		}
		c.line.say("")
		if err != nil {
			c.line.say(backupSentence(err))
			return
		}
		c.offer(f, held)
	})
}

func (c *backupCard) day(d journal.Day) map[string]any {
	return map[string]any{"Day": longDay(d, c.settings.journal.Today())}
}

// choose shows these below the list; none hides what was there.
func (c *backupCard) choose(content ...fyne.CanvasObject) {
	showIf(c.choice, len(content) > 0)
	swap(c.choice, content...)
	c.settings.relayout()
}

// offer says what the backup would bring, and asks.
func (c *backupCard) offer(f journal.BackupFile, held journal.Held) {
	moments := len(c.settings.journal.State().Moments)
	holds := lang.L("It holds {{.Count}} moments; the newest is of {{.Day}}. The journal holds {{.Now}} today.", map[string]any{
		"Count": held.Moments, "Day": longDay(held.Newest, c.settings.journal.Today()), "Now": moments,
	})
	keep := widgets.NewButton(lang.L("Stay with the journal as it is"), widgets.Plain, func() { c.choose() })
	back := widgets.NewButton(lang.L("Put this backup in place"), widgets.Plain, func() {
		if c.settings.OnRestore != nil {
			c.settings.OnRestore(f.Path)
		}
	})
	inside := widgets.VGap(10,
		widgets.NewText(lang.L("The backup of {{.Day}}", c.day(f.Day)), widgets.Subheading),
		widgets.NewText(holds, widgets.Body),
		widgets.NewText(lang.L("Put in place, it becomes the journal. What either of you wrote or shared after it was made is not in it."), widgets.Body),
		widgets.NewText(lang.L("The journal as it is now stays beside it, under a name with “before” in it. The timeline will say that a backup was put back. Then you unlock again."), widgets.Body),
		widgets.Wrap(12, keep, back))
	card := widgets.NewCard(inside)
	card.Fill, card.Padding = widgets.FillGold, 16
	c.choose(card)
	c.settings.aim(keep)
}
