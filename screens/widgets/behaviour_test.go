package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// focusWidget is a widget that the keyboard can be on.
type focusWidget interface {
	fyne.Widget
	fyne.Focusable
}

// keys counts what a watcher is told.
type keys struct{ down, up int }

func (k *keys) KeyDown(*fyne.KeyEvent) { k.down++ }
func (k *keys) KeyUp(*fyne.KeyEvent)   { k.up++ }

func threeRows() *widgets.List {
	return widgets.NewList(func() int { return 3 },
		func() fyne.CanvasObject { return widgets.NewLine("", widgets.Body) },
		func(widget.ListItemID, fyne.CanvasObject) {})
}

func press(o fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		o.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestEveryWidgetTellsTheWatcher(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	all := map[string]focusWidget{
		"button": widgets.NewButton("Pause", widgets.Plain, nil), "card": widgets.NewTapCard(widgets.NewText("", widgets.Body), nil),
		"check": widgets.NewCheck("Kept", false, nil), "options": widgets.NewOptions([]string{"a", "b"}, 0, nil),
		"filter": widgets.NewFilter([]string{"a", "b"}, nil), "scale": widgets.NewScale("0", "10"),
		"entry": widgets.NewEntry(), "words": widgets.NewMultiLineEntry(), "password": widgets.NewPasswordEntry(),
		"list": threeRows(),
	}
	for name, o := range all {
		var k keys
		widgets.SetWatcher(&k)
		keyable, ok := o.(desktop.Keyable)
		if !ok {
			t.Errorf("%s hears no keys", name)
			continue
		}
		window(t, o, 300, 300).Canvas().Focus(o)
		keyable.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		keyable.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		if k.down != 1 || k.up != 1 {
			t.Errorf("%s told of %d and %d keys, want 1 and 1", name, k.down, k.up)
		}
		if tabs, ok := o.(fyne.Tabbable); ok && tabs.AcceptsTab() {
			t.Errorf("%s keeps Tab", name)
		}
	}
	widgets.SetWatcher(nil)
}

func TestTabReachesAndLeavesEveryWidget(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	off := widgets.NewButton("Begin together", widgets.Plain, nil)
	off.Disable()
	first, words, last := widgets.NewButton("Answer", widgets.Plain, nil), widgets.NewMultiLineEntry(), widgets.NewOptions([]string{"a", "b"}, 0, nil)
	w := window(t, widgets.VGap(8, first, off, words, last), 300, 400)
	for _, want := range []fyne.Focusable{first, words, last} {
		w.Canvas().(interface{ FocusNext() }).FocusNext()
		if w.Canvas().Focused() != want {
			t.Fatalf("focus on %T, want %T", w.Canvas().Focused(), want)
		}
	}
}

func TestButtonIsPressed(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	count := 0
	b := widgets.NewButton("Sign", widgets.Primary, func() { count++ })
	test.Tap(b)
	press(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA)
	b.Disable()
	test.Tap(b)
	press(b, fyne.KeySpace)
	if count != 4 {
		t.Errorf("pressed %d times, want 4", count)
	}
}

func TestEntryRefusesWhatIsTooLong(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	e := widgets.NewMultiLineEntry()
	e.MaxRunes = 10
	refused := 0
	e.OnTooLong = func() { refused++ }
	w := window(t, e, 300, 100)
	w.Canvas().Focus(e)
	test.Type(e, "123456789")
	clipboard := test.NewClipboard()
	clipboard.SetContent(strings.Repeat("a", 1<<20))
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if e.Text != "123456789" || refused != 1 {
		t.Errorf("after a long paste: %d runes, refused %d", len(e.Text), refused)
	}
	test.Type(e, "xyz")
	press(e, fyne.KeyReturn)
	if e.Text != "123456789x" || refused != 4 {
		t.Errorf("after typing on: %q, refused %d", e.Text, refused)
	}
}

func TestEntryCleansWhatIsPasted(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	e := widgets.NewMultiLineEntry()
	clipboard := test.NewClipboard()
	clipboard.SetContent("a\x00b\r\nc\x1b\td\xff")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if want := "ab\nc\td"; e.Text != want {
		t.Errorf("pasted %q, want %q", e.Text, want)
	}
	e.TypedRune('\x07')
	if strings.ContainsRune(e.Text, '\x07') {
		t.Error("a control sign was typed in")
	}
}

func TestEntryPassesShortcutsOn(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	var passed []string
	widgets.SetShortcutSink(func(s fyne.Shortcut) { passed = append(passed, s.ShortcutName()) })
	t.Cleanup(func() { widgets.SetShortcutSink(nil) })
	e := widgets.NewEntry()
	e.SetText("two words")
	lock := &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierControl}
	for _, s := range []fyne.Shortcut{
		lock, &fyne.ShortcutSelectAll{},
		&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl},
	} {
		e.TypedShortcut(s)
	}
	if len(passed) != 1 || passed[0] != lock.ShortcutName() {
		t.Errorf("passed on %v", passed)
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	if e.SelectedText() != "two words" {
		t.Errorf("selected %q", e.SelectedText())
	}
}

func TestEntryEscapes(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	e, left := widgets.NewEntry(), false
	e.OnEscape = func() { left = true }
	press(e, fyne.KeyEscape)
	if !left {
		t.Error("Escape was not told")
	}
}

func TestScaleBeginsEmpty(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	s := widgets.NewScale("0 · never", "10 · every time")
	var told []int
	s.OnChanged = func(v int) { told = append(told, v) }
	if _, answered := s.Value(); answered {
		t.Fatal("answered before it was touched")
	}
	press(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome)
	s.TypedRune('1')
	s.TypedRune('0')
	want := []int{5, 6, 5, 10, 0, 1, 10}
	if len(told) != len(want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Fatalf("told %v, want %v", told, want)
		}
	}
	s.Clear()
	if _, answered := s.Value(); answered {
		t.Error("still answered after Clear")
	}
}

func TestScaleIsTouched(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	s := widgets.NewScale("0", "10")
	window(t, s, 400, 0)
	for x, want := range map[float32]int{0: 0, s.Size().Width / 2: 5, s.Size().Width: 10} {
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 20)})
		if got, answered := s.Value(); !answered || got != want {
			t.Errorf("touched at %v: %d, want %d", x, got, want)
		}
	}
}

func TestFilterAndOptionsMoveWithArrows(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	var picks []int
	told := func(i int) { picks = append(picks, i) }
	filter := widgets.NewFilter([]string{"In force", "Proposed", "Ended"}, told)
	press(filter, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome)
	options := widgets.NewOptions([]string{"Mostly I was hurt", "Not sure"}, -1, told)
	press(options, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	want := []int{1, 2, 1, 0, 0, 1, 0}
	if len(picks) != len(want) {
		t.Fatalf("picked %v, want %v", picks, want)
	}
	for i := range want {
		if picks[i] != want[i] {
			t.Fatalf("picked %v, want %v", picks, want)
		}
	}
}

func TestCheckChanges(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	var told []bool
	c := widgets.NewCheck("Where we are on the path", true, func(on bool) { told = append(told, on) })
	test.Tap(c)
	press(c, fyne.KeySpace)
	c.SetOn(false)
	if len(told) != 2 || told[0] || !told[1] || c.On {
		t.Errorf("told %v, on %v", told, c.On)
	}
}

func TestListOpensWithEnter(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	l := threeRows()
	opened := -1
	l.OnSelected = func(id widget.ListItemID) { opened = id }
	w := window(t, l, 200, 200)
	w.Canvas().Focus(l)
	press(l, fyne.KeyDown, fyne.KeyReturn)
	if opened != 1 {
		t.Errorf("opened %d, want 1", opened)
	}
}

func TestFieldShowsItsProblem(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	f := widgets.NewField("A passphrase", widgets.NewPasswordEntry())
	before := f.HeightFor(300)
	f.SetError("A few more characters, please.")
	if f.Problem() == "" || f.HeightFor(300) <= before {
		t.Error("the problem has no room")
	}
	f.SetError("")
	if f.HeightFor(300) != before {
		t.Error("the room stays after the problem")
	}
}
