package screens

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

const sixWords = "amber-table-river-cloud-seven-lamp"

// lateWork is a Background whose answers wait until the test lets them come.
type lateWork struct{ waiting []func() }

func (l *lateWork) do(work func(context.Context) error, done func(error)) {
	err := work(context.Background())
	l.waiting = append(l.waiting, func() { done(err) })
}

// handClock is time that the test moves.
type handClock struct {
	now   time.Time
	tasks []*handTask
}

type handTask struct {
	at  time.Time
	f   func()
	off bool
}

func newHandClock() *handClock {
	return &handClock{now: time.Date(2026, 11, 22, 20, 21, 0, 0, time.UTC)}
}

func (c *handClock) Now() time.Time { return c.now }

func (c *handClock) after(d time.Duration, f func()) (stop func()) {
	task := &handTask{at: c.now.Add(d), f: f}
	c.tasks = append(c.tasks, task)
	return func() { task.off = true }
}

// pass lets time go by, second by second.
func (c *handClock) pass(d time.Duration) {
	for end := c.now.Add(d); c.now.Before(end); {
		c.now = c.now.Add(time.Second)
		due := slices.Clone(c.tasks)
		c.tasks = slices.DeleteFunc(c.tasks, func(t *handTask) bool { return t.off || !t.at.After(c.now) })
		for _, t := range due {
			if !t.off && !t.at.After(c.now) {
				t.f()
			}
		}
	}
}

// arrivingScreen is what all screens of arriving have.
type arrivingScreen interface {
	fyne.Widget
	FirstFocus() fyne.Focusable
}

// lit starts the test driver with the theme of the program.
func lit(t *testing.T) {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
}

// arrive shows a screen in a window of the test driver, with the keyboard wired.
func arrive(t *testing.T, s arrivingScreen) fyne.Window {
	t.Helper()
	return sampleWindow(t, s, 1064, 800)
}

// pictures draws a screen in three looks and compares them.
func pictures(t *testing.T, name string, w fyne.Window) {
	t.Helper()
	looks := []struct {
		name  string
		mode  widgets.Mode
		scale float32
		size  fyne.Size
	}{
		{"light", widgets.Light, 1, fyne.NewSize(1064, 800)},
		{"dark", widgets.Dark, 1, fyne.NewSize(1064, 800)},
		{"large", widgets.Light, 1.6, fyne.NewSize(684, 600)},
	}
	for _, look := range looks {
		fyne.CurrentApp().Settings().SetTheme(sampleTheme(look.mode, look.scale))
		w.Resize(look.size)
		w.Content().Refresh()
		test.AssertRendersToImage(t, "arriving/"+name+"-"+look.name+".png", w.Canvas())
	}
}

// pushes presses the visible button, tick box or link with these words.
func pushes(t *testing.T, o fyne.CanvasObject, text string) {
	t.Helper()
	var found fyne.Tappable
	walk(o, func(o fyne.CanvasObject) {
		named, hasName := o.(interface{ AccessibilityLabel() string })
		tappable, canTap := o.(fyne.Tappable)
		if found == nil && hasName && canTap && strings.TrimPrefix(named.AccessibilityLabel(), "✓ ") == text {
			found = tappable
		}
	})
	if found == nil {
		t.Fatalf("no %q to press in:\n%s", text, shownWords(o))
	}
	found.Tapped(nil)
}

// fieldsOf lists the visible text fields in order.
func fieldsOf(o fyne.CanvasObject) []*widgets.Entry {
	var all []*widgets.Entry
	walk(o, func(o fyne.CanvasObject) {
		if e, ok := o.(*widgets.Entry); ok {
			all = append(all, e)
		}
	})
	return all
}

func noor() journal.Person { return journal.Person{Partner: journal.First, Name: "Noor"} }

func eli() journal.Person { return journal.Person{Partner: journal.Second, Name: "Eli", Colour: 1} }

func samplePage() course.Page {
	return course.Page{Title: "Before you begin", Intro: "Read this alone.", Sections: []course.Section{
		{Title: "When to wait", Text: "Some things come first.", Lines: []string{"Fear of the other.", "A no that has a price."}},
	}}
}

// fakeUnlocker is a journal's lock screen in memory.
type fakeUnlocker struct {
	faces  [2]journal.Face
	here   map[journal.Partner]bool
	wait   time.Duration
	err    error
	newKey string
}

func newFakeUnlocker() *fakeUnlocker {
	return &fakeUnlocker{here: map[journal.Partner]bool{}, faces: [2]journal.Face{
		{Partner: journal.First, Initial: "N", Joined: true}, {Partner: journal.Second, Initial: "E", Colour: 1, Joined: true},
	}}
}

func (f *fakeUnlocker) Faces() [2]journal.Face             { return f.faces }
func (f *fakeUnlocker) Here(p journal.Partner) bool        { return f.here[p] }
func (f *fakeUnlocker) Wait(journal.Partner) time.Duration { return f.wait }
func (f *fakeUnlocker) Unlock(_ context.Context, p journal.Partner, pass string) error {
	if f.err == nil && pass != sixWords {
		return vault.ErrWrongPassphrase
	}
	f.here[p] = f.err == nil
	return f.err
}

func (f *fakeUnlocker) UnlockWithWords(_ context.Context, p journal.Partner, _, fresh string) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	f.here[p], f.newKey = true, fresh
	return strings.Repeat("river ", 12), nil
}

func keyNamed(name string) *fyne.KeyEvent { return &fyne.KeyEvent{Name: fyne.KeyName(name)} }

// The journal is what these screens ask for.
var (
	_ Unlocker        = (*journal.Journal)(nil)
	_ Taker           = (*journal.Journal)(nil)
	_ Closer          = (*journal.Journal)(nil)
	_ WordsJournal    = (*journal.Journal)(nil)
	_ SettingsJournal = (*journal.Journal)(nil)
)
