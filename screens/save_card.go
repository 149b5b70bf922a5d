package screens

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// progressPause is how often the save card looks how far the saving is.
const progressPause = 200 * time.Millisecond

// saving is what a save card saves, and how.
type saving struct {
	title   string
	warning string // about the file; may be empty
	folder  string // where it goes unless they say otherwise
	exists  func(path string) bool
	may     func() error // what keeps it from being saved now
	// begin gathers what is saved, on the window's goroutine; what it returns
	// writes the file elsewhere.
	begin   func() func(ctx context.Context, path string, progress func(done, total int)) error
	later   Background
	after   func(d time.Duration, f func()) (stop func())
	close   func()
	refresh func()
	focus   func(fyne.Focusable)
}

// saveCard asks where a file goes, and before it replaces one.
type saveCard struct {
	saving
	extension    string
	folder, name *widgets.Field
	calm         *widgets.Text
	buttons      *fyne.Container
	box          *fyne.Container
	cancel       context.CancelFunc // while saving
	done, total  atomic.Int64       // told from the goroutine that saves
}

func newSaveCard(s saving) *saveCard {
	c := &saveCard{saving: s}
	c.folder = widgets.NewField(lang.L("Folder"), newLineEntry(s.folder))
	c.name = widgets.NewField(lang.L("Name of the file"), newLineEntry(""))
	c.calm = widgets.NewText("", widgets.Body)
	c.buttons = widgets.Wrap(12)
	fields := widgets.VGap(16, widgets.NewText(s.title, widgets.Heading), c.folder, c.name, c.calm)
	if s.warning != "" {
		fields.Add(widgets.NewText(s.warning, widgets.Small))
	}
	c.box = widgets.VGap(12, widgets.Fill(widgets.VScroll(inScroll(fields))),
		widgets.Pad(0, ringRoom, 0, ringRoom, c.buttons))
	return c
}

// open begins anew, with a name that says nothing about the two.
func (c *saveCard) open(name, extension string) {
	c.extension = extension
	c.name.Entry.SetText(name + extension)
	c.name.SetError("")
	c.folder.SetError("")
	c.ask()
}

// ask shows the buttons to save or to go back.
func (c *saveCard) ask() {
	c.say("", widgets.NewButton(lang.L("Save"), widgets.Primary, c.check),
		widgets.NewButton(lang.L("Back"), widgets.Plain, c.close))
}

func (c *saveCard) say(text string, buttons ...*widgets.Button) {
	c.calm.SetText(text)
	showIf(c.calm, text != "")
	c.buttons.Objects = nil
	for _, b := range buttons {
		c.buttons.Add(b)
	}
	c.box.Refresh()
	c.refresh()
}

// path is where the file goes; ok is false when a field needs another look.
func (c *saveCard) path() (path string, ok bool) {
	folder, name := strings.TrimSpace(c.folder.Entry.Text), strings.TrimSpace(c.name.Entry.Text)
	c.folder.SetError("")
	c.name.SetError("")
	switch {
	case folder == "":
		c.folder.SetError(FieldSentence("Folder", journal.ProblemEmpty))
		return "", false
	case !filepath.IsAbs(folder):
		c.folder.SetError(lang.L("Please write the whole path of the folder."))
		return "", false
	case strings.TrimLeft(name, ".") == "":
		c.name.SetError(FieldSentence("File", journal.ProblemEmpty))
		return "", false
	case strings.ContainsAny(name, `/\`):
		c.name.SetError(lang.L("A name can't hold a slash. Put the folder in its own field."))
		return "", false
	}
	if !strings.EqualFold(filepath.Ext(name), c.extension) {
		name += c.extension
	}
	return filepath.Join(folder, name), true
}

// check asks before a file is replaced.
func (c *saveCard) check() {
	path, ok := c.path()
	if !ok {
		return
	}
	if !c.exists(path) {
		c.save(path)
		return
	}
	c.say(lang.L("There is already a file of this name. Shall this one take its place?"),
		widgets.NewButton(lang.L("Choose another name"), widgets.Plain, func() {
			c.ask()
			c.focus(c.name.Entry)
		}),
		widgets.NewButton(lang.L("Replace it"), widgets.Plain, func() { c.save(path) }))
}

// save writes the file in the background; it can be stopped until it is done.
func (c *saveCard) save(path string) {
	if err := c.may(); err != nil {
		c.say(Sentence(err), widgets.NewButton(lang.L("Back"), widgets.Plain, c.close))
		return
	}
	stopped, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	c.done.Store(0)
	c.total.Store(0)
	write := c.begin()
	c.say(waiting(), widgets.NewButton(lang.L("Stop"), widgets.Plain, cancel))
	quiet := c.watch()
	c.later(func(ctx context.Context) error {
		ctx, end := context.WithCancel(ctx)
		defer end()
		defer context.AfterFunc(stopped, end)()
		return write(ctx, path, func(done, total int) {
			c.done.Store(int64(done))
			c.total.Store(int64(total))
		})
	}, func(err error) {
		cancel()
		quiet()
		c.finish(path, err)
	})
}

// watch shows how far the saving is, until it is told to be quiet.
func (c *saveCard) watch() (quiet func()) {
	over := false
	stop := func() {}
	var look func()
	look = func() {
		if over {
			return
		}
		if total := c.total.Load(); total > 0 {
			c.calm.SetText(lang.L("{{.Done}} of {{.Total}} parts are written.", map[string]any{"Done": c.done.Load(), "Total": total}))
		}
		stop = c.after(progressPause, look)
	}
	stop = c.after(progressPause, look)
	return func() {
		over = true
		stop()
	}
}

func (c *saveCard) finish(path string, err error) {
	if err != nil {
		c.ask()
		c.calm.SetText(Sentence(err))
		c.calm.Show()
		c.box.Refresh()
		return
	}
	done := widgets.NewButton(lang.L("Done"), widgets.Plain, c.close)
	c.say(lang.L("Saved as {{.Path}}", map[string]any{"Path": path}), done)
	c.focus(done)
}
