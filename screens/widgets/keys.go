package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyWatcher is told of every key that goes down or up, whatever has the focus.
type KeyWatcher interface {
	KeyDown(*fyne.KeyEvent)
	KeyUp(*fyne.KeyEvent)
}

// keyboard is the one exception to "no package variables": there is one window and one keyboard, the toolkit tells
// keys only to what has the focus, and every widget that can have it must pass them on.
var keyboard struct {
	watcher KeyWatcher
	sink    func(fyne.Shortcut)
	arrived func()
	copied  func(string)
}

// SetWatcher names who is told of all keys; nil ends it.
func SetWatcher(w KeyWatcher) { keyboard.watcher = w }

// SetShortcutSink names who gets the shortcuts that a text field has no use for; nil ends it.
func SetShortcutSink(sink func(fyne.Shortcut)) { keyboard.sink = sink }

// SetFocusWatcher names who is told that the keyboard has come to another widget; nil ends it.
func SetFocusWatcher(f func()) { keyboard.arrived = f }

// SetCopyWatcher names who is told what was copied or cut out of a field; nil ends it.
func SetCopyWatcher(f func(text string)) { keyboard.copied = f }

func tellCopied(text string) {
	if keyboard.copied != nil {
		keyboard.copied(text)
	}
}

func tellFocus() {
	if keyboard.arrived != nil {
		keyboard.arrived()
	}
}

func tellKeyDown(e *fyne.KeyEvent) {
	if keyboard.watcher != nil {
		keyboard.watcher.KeyDown(e)
	}
}

func tellKeyUp(e *fyne.KeyEvent) {
	if keyboard.watcher != nil {
		keyboard.watcher.KeyUp(e)
	}
}

// passOn gives a shortcut to the sink.
func passOn(s fyne.Shortcut) {
	if keyboard.sink != nil {
		keyboard.sink(s)
	}
}

// presses tells whether a key presses a button.
func presses(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
}

// isCustom tells whether a shortcut is one of letters, digits and the like, and which key it has.
func isCustom(s fyne.Shortcut) (fyne.KeyName, bool) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return "", false
	}
	return custom.KeyName, true
}
