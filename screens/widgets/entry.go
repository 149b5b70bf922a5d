package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// DefaultMaxRunes is how many signs a field takes unless told otherwise. Beyond it typing would get slow.
const DefaultMaxRunes = 10_000

// Entry is a text field. Tab always moves on, keys reach the watcher, shortcuts it has no use for reach the sink, and a
// paste that is too long leaves the field as it was.
type Entry struct {
	widget.Entry
	Side      Side   // whose colour the border has; Neither for a hairline
	MaxRunes  int    // how many signs it takes; 0 means DefaultMaxRunes
	OnTooLong func() // called when more was typed or pasted than it takes; may be nil
	OnEscape  func() // called on Escape; may be nil
	hasFocus  bool
}

// NewEntry makes a field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLineEntry makes a field of several lines that wraps words.
func NewMultiLineEntry() *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// NewPasswordEntry makes a field that hides what is typed, with an eye to show it.
func NewPasswordEntry() *Entry {
	e := &Entry{}
	e.Password, e.Wrapping = true, fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// SetSide changes whose colour the border has.
func (e *Entry) SetSide(side Side) {
	e.Side = side
	e.Refresh()
}

// FocusGained thickens the border.
func (e *Entry) FocusGained() {
	e.hasFocus = true
	e.Entry.FocusGained()
	tellFocus()
}

// FocusLost takes that back.
func (e *Entry) FocusLost() {
	e.hasFocus = false
	e.Entry.FocusLost()
}

// ToEnd puts the cursor behind the last letter, where writing goes on.
func (e *Entry) ToEnd() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }

// AcceptsTab is false, so that the keyboard can leave every field.
func (e *Entry) AcceptsTab() bool { return false }

// KeyDown passes the key on to the watcher.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	tellKeyDown(key)
	e.Entry.KeyDown(key)
}

// KeyUp passes the key on to the watcher.
func (e *Entry) KeyUp(key *fyne.KeyEvent) {
	tellKeyUp(key)
	e.Entry.KeyUp(key)
}

// TypedKey handles Escape; the rest is the toolkit's.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	breaks := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	if breaks && e.MultiLine && e.full(1) {
		return
	}
	e.Entry.TypedKey(key)
}

// TypedRune takes a letter if there is room for it.
func (e *Entry) TypedRune(r rune) {
	if !isText(r) || e.full(1) {
		return
	}
	e.Entry.TypedRune(r)
}

// TypedShortcut keeps what edits text and passes the rest on.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		e.paste(paste)
		return
	}
	switch taken := s.(type) {
	case *fyne.ShortcutCopy:
		s = &fyne.ShortcutCopy{Clipboard: watchedClipboard{taken.Clipboard}, Secondary: taken.Secondary}
	case *fyne.ShortcutCut:
		s = &fyne.ShortcutCut{Clipboard: watchedClipboard{taken.Clipboard}, Secondary: taken.Secondary}
	}
	if key, custom := isCustom(s); custom && !editsText(key) {
		passOn(s)
		return
	}
	e.Entry.TypedShortcut(s)
}

// CreateRenderer is called by the toolkit.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e}
	r.tint()
	return r
}

// full tells whether there is no room for more signs, and says so.
func (e *Entry) full(more int) bool {
	most := e.MaxRunes
	if most <= 0 {
		most = DefaultMaxRunes
	}
	kept := utf8.RuneCountInString(e.Text) - utf8.RuneCountInString(e.SelectedText())
	if kept+more <= most {
		return false
	}
	if e.OnTooLong != nil {
		e.OnTooLong()
	}
	return true
}

func (e *Entry) paste(s *fyne.ShortcutPaste) {
	if e.Disabled() || s.Clipboard == nil {
		return
	}
	clean := cleaned(s.Clipboard.Content())
	if clean == "" || e.full(utf8.RuneCountInString(clean)) {
		return
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: cleanClipboard(clean), Secondary: s.Secondary})
}

// cleanClipboard is a clipboard that holds words which may be pasted.
type cleanClipboard string

// Content gives the words.
func (c cleanClipboard) Content() string { return string(c) }

// SetContent does nothing: these words are only read.
func (c cleanClipboard) SetContent(string) {}

// watchedClipboard tells what is put into a clipboard.
type watchedClipboard struct{ fyne.Clipboard }

// SetContent puts words in and tells of them.
func (c watchedClipboard) SetContent(text string) {
	c.Clipboard.SetContent(text)
	tellCopied(text)
}

// cleaned leaves out what is not text and makes the ends of lines alike.
func cleaned(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, ""))
	return strings.Map(func(r rune) rune {
		if isText(r) {
			return r
		}
		return -1
	}, text)
}

func isText(r rune) bool { return r == '\n' || r == '\t' || !unicode.IsControl(r) }

// editsText tells whether a key together with Ctrl or Alt moves or deletes words in a field.
func editsText(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// entryRenderer is the toolkit's, with the border in a partner's colour.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry *Entry
}

// Refresh lets the toolkit draw, then colours the border.
func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.tint()
}

// tint colours the border: the toolkit draws it as the second part of its field.
func (r *entryRenderer) tint() {
	objects := r.Objects()
	if len(objects) < 2 {
		return
	}
	border, ok := objects[1].(*canvas.Rectangle)
	if !ok {
		return
	}
	if name := r.entry.Side.color(); name != "" && !r.entry.Disabled() {
		border.StrokeColor = tokenOf(r.entry, name)
	}
	border.StrokeWidth = hairlineOf(r.entry)
	if r.entry.hasFocus {
		border.StrokeWidth++
	}
	border.Refresh()
}

var _ desktop.Keyable = (*Entry)(nil)
