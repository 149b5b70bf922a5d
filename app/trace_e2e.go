//go:build e2e

package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"goldseam.app/screens/widgets"
)

// traced is what the end-to-end test is told, as a screen reader would be: which
// screen is shown, what has the keyboard, and which words are there to read. It is
// in no other build.
type traced struct {
	Screen string
	Focus  string // the label of what has the keyboard
	At     string // tells apart two that have the same label
	Input  int64  // when the last key came
	Words  []string
}

// traceEvery is how often the trace is written, when something changed.
const traceEvery = 30 * time.Millisecond

// trace keeps the file named by GOLDSEAM_TRACE up to date.
func (p *program) trace() {
	if path := os.Getenv("GOLDSEAM_TRACE"); path != "" {
		p.traceTo(path, nil)
	}
}

func (p *program) traceTo(path string, last []byte) {
	focused := p.window.Canvas().Focused()
	r := reader{focused: focused}
	r.read(p.window.Content())
	t := traced{
		Screen: strings.TrimPrefix(fmt.Sprintf("%T", p.content), "*screens."),
		Focus:  r.label, At: fmt.Sprintf("%p", focused), Words: r.words,
		Input: p.lastInput.UnixNano(),
	}
	if os.Getenv("GOLDSEAM_TRACE_QUIET") != "" {
		t.Words = nil // so that the memory has no more copies of them than without a trace
	}
	if b, err := json.Marshal(t); err == nil && !bytes.Equal(b, last) && os.WriteFile(path+".new", b, 0o600) == nil {
		_ = os.Rename(path+".new", path)
		last = b
	}
	p.tasks.after(traceEvery, func() { p.traceTo(path, last) })
}

// awaited stands for the label of a field until its first words are read.
const awaited = "?"

// reader goes through what is visible, from the beginning to the end.
type reader struct {
	focused fyne.Focusable
	field   string // the label of the field that is being read
	words   []string
	label   string
}

func (r *reader) read(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	if f, ok := o.(fyne.Focusable); ok && f == r.focused {
		r.label = r.labelOf(f)
	}
	switch o := o.(type) {
	case *widgets.Entry:
		if !o.Password {
			r.words = append(r.words, o.Text)
		}
	case *canvas.Text:
		r.words = append(r.words, o.Text)
	case *widgets.Text:
		r.words = append(r.words, o.Text)
		if r.field == awaited {
			r.field = o.Text
		}
	case *widgets.Field:
		r.field = awaited
		r.inside(o)
		r.field = ""
	case *fyne.Container:
		for _, inside := range o.Objects {
			r.read(inside)
		}
	case fyne.Widget:
		r.inside(o)
	}
}

func (r *reader) inside(w fyne.Widget) {
	for _, o := range test.WidgetRenderer(w).Objects() {
		r.read(o)
	}
}

// labelOf is what the thing says of itself, or the label of its field, or the
// words before it.
func (r *reader) labelOf(f fyne.Focusable) string {
	if named, ok := f.(interface{ AccessibilityLabel() string }); ok {
		return named.AccessibilityLabel()
	}
	if r.field != "" && r.field != awaited {
		return r.field
	}
	if e, ok := f.(*widgets.Entry); ok && e.PlaceHolder != "" {
		return e.PlaceHolder
	}
	if len(r.words) == 0 {
		return fmt.Sprintf("%T", f)
	}
	return r.words[len(r.words)-1]
}
