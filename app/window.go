package app

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/wording"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

const (
	appID      = "app.goldseam"
	windowName = "Goldseam" // never more: a title is seen in task bars
	portalWait = 400 * time.Millisecond
)

// program is the running application: everything is made here and passed in.
type program struct {
	app     fyne.App
	window  fyne.Window
	tasks   *tasks
	prefs   *preferences
	keys    *keyboard
	course  func() *course.Course // read when it is first needed, so that the window is there sooner
	hints   func() *wording.Hints
	path    string           // of the journal
	journal *journal.Journal // nil until it is made or opened
	maker   *maker           // of the first sitting, or nil

	shell     *shell
	reminders *reminders
	history   history
	page      fyne.CanvasObject // the screen in the frame, or nil on a cover
	content   fyne.CanvasObject // the screen that is shown, in the frame or alone
	evening   *screens.Evening
	guided    bool // the first sitting is under way

	timelineAt screens.TimelinePlace // where the timeline was left, to come back to
	turning    bool                  // turns run, and the idle lock waits
	lastInput  time.Time
	copied     copied
	leaving    bool
	gone       bool   // everything was deleted
	lockName   string // the file that keeps a second program away
	wishes     string // the file that the toolkit keeps the preferences in
	still      bool   // a new page gets its first focus, and must not scroll
	building   bool   // a page is being made, and is not on the screen yet
}

// files are what the program works on.
type files struct {
	journal string // the journal's path
	course  string // a course folder, or empty for the built-in course
}

// runWindow opens the window on a journal, and returns when it has closed.
func runWindow(ctx context.Context, f files) (err error) {
	log := surround(ctx)
	defer log.Info(logStopped)
	p, err := newProgram(ctx, fyneapp.NewWithID(appID), f)
	if err != nil {
		return err
	}
	p.tasks.log = log
	p.wishes = wishesFile(p.app)
	defer func() {
		p.tasks.finish()
		defer p.leaveNothing() // when all of it was deleted
		last := errors.Join(p.keepLast(ctx), p.closeJournal(ctx))
		noteFailure(log, last)
		err = errors.Join(err, last)
	}()
	return surviving(log, stateFolder(), func() {
		p.open()
		p.lockWithSession()
		p.fault()
		p.window.ShowAndRun()
	})
}

// surround prepares what is around a window when something goes wrong: the log,
// the crash file, and the memory that others can't read.
func surround(ctx context.Context) *slog.Logger {
	log := openLog(stateFolder())
	log.Info(logStarted, logVersion, versionKind())
	noteFailure(log, keepCrashes(stateFolder()))
	keepBusLocal()
	meetPortal(ctx, portalWait)
	noteFailure(log, hideMemory())
	return log
}

// newProgram makes the window without showing it.
func newProgram(ctx context.Context, a fyne.App, f files) (*program, error) {
	p := &program{app: a, path: f.journal, lockName: lockFile(f.journal), tasks: newTasks(ctx), lastInput: now(), hints: sync.OnceValue(builtInHints)}
	if p.course = sync.OnceValue(builtInCourse); f.course != "" {
		c, err := loadCourse(f.course)
		if err != nil {
			return nil, err
		}
		p.course = func() *course.Course { return c }
	}
	p.prefs = &preferences{store: a.Preferences(), changed: p.setTheme}
	p.reminders = p.newReminders()
	p.window = a.NewWindow(windowName)
	p.window.SetMaster()
	p.window.SetPadded(false)
	p.window.SetIcon(resource("icons/window.png"))
	p.window.Resize(fyne.NewSize(1280, 800))
	p.window.CenterOnScreen()
	p.window.SetCloseIntercept(p.leave)
	p.keys = &keyboard{now: now, onLeave: p.leave, onCalm: p.calm, onInput: p.noteInput}
	p.listen()
	p.setTheme()
	a.Settings().AddListener(func(fyne.Settings) { p.followSystem() })
	return p, nil
}

// builtInCourse is the course that is part of the program. A test reads it too:
// what is built in can't fail to be read later.
func builtInCourse() *course.Course {
	c, err := loadCourse("")
	if err != nil {
		return &course.Course{}
	}
	return c
}

// builtInHints are the hints, likewise.
func builtInHints() *wording.Hints {
	h, err := loadHints()
	if err != nil {
		return &wording.Hints{}
	}
	return h
}

func loadHints() (*wording.Hints, error) {
	sub, err := fs.Sub(assets.FS, "wording")
	if err != nil {
		return nil, err
	}
	return wording.Load(sub, "en")
}

func resource(name string) fyne.Resource {
	data, err := assets.FS.ReadFile(name)
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource(filepath.Base(name), data)
}

// open shows the first page: the first sitting, who is here, or what is wrong
// with the file.
func (p *program) open() {
	j, err := journal.Open(p.tasks.ctx, p.path, p.options())
	switch {
	case errors.Is(err, journal.ErrMissing):
		p.showFirstSitting()
	case err != nil:
		p.tasks.log.Error(logOpenFailed, logKind, kindOf(err))
		p.showTrouble(screens.Sentence(err))
	default:
		p.journal = j
		p.showUnlock()
	}
	p.tasks.after(idleLook, p.lookIdle)
	p.trace()
}

func (p *program) options() journal.Options {
	return journal.Options{Now: now, StateDir: stateFolder()}
}

// setTheme sets the look that the preferences and the partners' colours ask for.
// It also empties the toolkit's cache of drawn texts.
func (p *program) setTheme() {
	first, second := 0, 1
	if p.journal != nil {
		faces := p.journal.Faces()
		first, second = faces[0].Colour, faces[1].Colour
	}
	p.app.Settings().SetTheme(p.prefs.look(p.dark(), first, second))
}

func (p *program) dark() bool { return p.app.Settings().ThemeVariant() == theme.VariantDark }

// followSystem changes between light and dark with the system.
func (p *program) followSystem() {
	current, ok := p.app.Settings().Theme().(*widgets.Theme)
	if !ok || p.prefs.Theme() != "system" {
		return
	}
	if dark := current.Mode() == widgets.Dark; dark != p.dark() {
		p.setTheme()
	}
}

// listen hears all keys, whatever has the focus.
func (p *program) listen() {
	widgets.SetWatcher(p.keys)
	widgets.SetFocusWatcher(p.focused)
	widgets.SetCopyWatcher(p.copied.note)
	if c, ok := p.window.Canvas().(interface {
		SetOnKeyDown(func(*fyne.KeyEvent))
		SetOnKeyUp(func(*fyne.KeyEvent))
	}); ok {
		c.SetOnKeyDown(p.keys.KeyDown)
		c.SetOnKeyUp(p.keys.KeyUp)
	}
	var handler fyne.ShortcutHandler
	for key, do := range p.shortcuts() {
		run := func(fyne.Shortcut) { do() }
		handler.AddShortcut(shortcut(key), run)
		p.window.Canvas().AddShortcut(shortcut(key), run)
	}
	widgets.SetShortcutSink(handler.TypedShortcut)
}

func (p *program) shortcuts() map[fyne.KeyName]func() {
	keys := map[fyne.KeyName]func(){
		fyne.KeyL:      p.lock,
		fyne.KeyPeriod: p.pause,
		fyne.KeyF:      p.search,
	}
	for i, item := range menu() {
		keys[fyne.KeyName(rune('1'+i))] = func() { p.visit(item.place) }
	}
	return keys
}

func (p *program) unlocked() bool { return p.journal != nil && len(p.journal.Present()) > 0 }

// showTrouble says that the journal can't be opened; nothing in it was changed.
func (p *program) showTrouble(sentence string) {
	p.bare(screens.NewTrouble(sentence, p.path, lang.L("Close"), p.app.Quit))
}

// runTrouble opens a window that says only what keeps the journal from opening.
func runTrouble(ctx context.Context, path, sentence string) error {
	p, err := newProgram(ctx, fyneapp.NewWithID(appID), files{journal: path})
	if err != nil {
		return err
	}
	defer p.tasks.finish()
	p.showTrouble(sentence)
	p.window.ShowAndRun()
	return nil
}
