package widgets_test

import (
	"image/color"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"goldseam.app/screens/widgets"
)

// covered are all signs that FontFor sets in one font, a few at a time.
func covered() []string {
	signs := []rune("–—…•‘’‚“”„")
	for r := ' '; r <= 'ž'; r++ {
		if r <= '~' || r >= '\u00A0' {
			signs = append(signs, r)
		}
	}
	var lines []string
	for len(signs) > 0 {
		some := min(50, len(signs))
		lines, signs = append(lines, string(signs[:some])), signs[some:]
	}
	return lines
}

func TestCoveredSignsLookTheSame(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	where := widgets.NewText("", widgets.Body)
	w := test.NewTempWindow(t, where)
	for _, style := range []fyne.TextStyle{
		{Bold: true},
		{Underline: true},
		{Strikethrough: true},
		widgets.StyleSerif,
		widgets.StyleSerifBold,
		widgets.StyleSerifItalic,
	} {
		for _, line := range covered() {
			text := canvas.NewText(line, color.Black)
			text.TextStyle = style
			w.SetContent(text)
			w.Resize(fyne.NewSize(900, 60))
			want := w.Canvas().Capture()
			if text.FontSource = widgets.FontFor(where, line, style); text.FontSource == nil {
				t.Fatalf("%v has no font for %q", style, line)
			}
			if !reflect.DeepEqual(w.Canvas().Capture(), want) {
				t.Errorf("%v: %q looks different in one font", style, line)
			}
		}
	}
}

func TestFontForLeavesTheRestToTheToolkit(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	where := widgets.NewText("", widgets.Body)
	bold := fyne.TextStyle{Bold: true}
	for _, text := range []string{"🙂", "Noor 🙂", "نور", "努尔", "a\u0301", "✓", "Нур"} {
		if widgets.FontFor(where, text, bold) != nil {
			t.Errorf("%q is set in one font", text)
		}
	}
	if widgets.FontFor(where, "Noor", fyne.TextStyle{}) != nil {
		t.Error("the plain style is not the toolkit's")
	}
}
