package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// FontFor gives the font that a text of a style is set in where a widget stands, or nil to let the toolkit choose. The
// toolkit reads five fonts for each style, so that it has emoji and other scripts at hand; a text that all of our fonts
// have every sign of looks the same with one. The plain style is the toolkit's own, which its fields use anyway.
func FontFor(o fyne.Widget, text string, style fyne.TextStyle) fyne.Resource {
	if style == (fyne.TextStyle{}) || !covered(text) {
		return nil
	}
	return theme.CurrentForWidget(o).Font(style)
}

// covered tells whether Literata and the toolkit's sans have every sign of a text: Latin letters, figures, and the
// usual marks. The tests compare both.
func covered(text string) bool {
	for _, r := range text {
		switch {
		case r >= ' ' && r <= '~', r >= '\u00A0' && r <= 'ž':
		case r == '–', r == '—', r == '…', r == '•', r == '‘', r == '’', r == '‚', r == '“', r == '”', r == '„':
		default:
			return false
		}
	}
	return true
}

// widthOf measures one line of text where a widget stands.
func widthOf(o fyne.Widget, text string, size float32, style fyne.TextStyle) float32 {
	if text == "" {
		return 0
	}
	line := canvas.Text{Text: text, TextSize: size, TextStyle: style, FontSource: FontFor(o, text, style)}
	return line.MinSize().Width
}
