package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// TestClipboardIsEmptiedAtLock: words that were copied or cut out of a field are
// gone after locking, unless something else has been copied since.
func TestClipboardIsEmptiedAtLock(t *testing.T) {
	const own, other = "marmalade", "a recipe for bread"
	for name, c := range map[string]struct {
		do   func(*widgets.Entry, fyne.Clipboard)
		want string
	}{
		"copied": {func(e *widgets.Entry, b fyne.Clipboard) { e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: b}) }, ""},
		"cut":    {func(e *widgets.Entry, b fyne.Clipboard) { e.TypedShortcut(&fyne.ShortcutCut{Clipboard: b}) }, ""},
		"replaced": {func(e *widgets.Entry, b fyne.Clipboard) {
			e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: b})
			b.SetContent(other)
		}, other},
		"nothing": {func(_ *widgets.Entry, b fyne.Clipboard) { b.SetContent(own) }, own},
	} {
		p := newTestProgram(t, journal.First)
		e := widgets.NewEntry()
		e.SetText(own)
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		board := p.app.Clipboard()
		c.do(e, board)
		if board.Content() == "" {
			t.Fatalf("%s: nothing is in the clipboard; the test would prove nothing", name)
		}
		p.lock()
		if got := board.Content(); got != c.want || p.copied.words {
			t.Errorf("%s: the clipboard holds %q", name, got)
		}
	}
}
