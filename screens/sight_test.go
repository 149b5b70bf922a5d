package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/screens/widgets"
)

// walk visits everything that can be seen below an object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// shownWords are all words that can be seen: [on a button], (on a chip), <in a field>.
func shownWords(in fyne.CanvasObject) string {
	all := ""
	walk(in, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Text:
			all += o.Text + "\n"
		case *widgets.Check:
			all += o.Text + "\n"
		case *widgets.Button:
			all += "[" + o.Text + "]\n"
		case *widgets.Chip:
			all += "(" + o.Text + ")\n"
		case *widgets.Entry:
			if !o.Password {
				all += "<" + o.Text + ">\n"
			}
		}
	})
	return all
}

func sees(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	if all := shownWords(in); !strings.Contains(all, text) {
		t.Fatalf("%q can't be seen in:\n%s", text, all)
	}
}

func seesNot(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	if all := shownWords(in); strings.Contains(all, text) {
		t.Fatalf("%q can be seen in:\n%s", text, all)
	}
}

// buttonOf finds the first visible button with these words, or nil.
func buttonOf(in fyne.CanvasObject, text string) *widgets.Button {
	var found *widgets.Button
	walk(in, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text && found == nil {
			found = b
		}
	})
	return found
}

// tap presses the button with these words.
func tap(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	b := buttonOf(in, text)
	if b == nil {
		t.Fatalf("no button %q among:\n%s", text, shownWords(in))
	}
	b.Tapped(nil)
}
