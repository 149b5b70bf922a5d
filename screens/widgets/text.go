package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/bidi"
)

// Style is a way to set a text.
type Style int

// The styles. Serif is Literata, upright; sans is the toolkit's own.
const (
	Title      Style      = iota // 29, serif semibold: the name of a screen
	Heading                      // 20, serif semibold: the name of a card
	Question                     // 16.5, serif semibold
	Said                         // 16.5, serif: what a partner said
	SaidMuted                    // 16.5, serif, muted: an example of what one could say
	Body                         // 15, sans
	BodyBold                     // 15, sans bold
	Muted                        // 15, sans, muted
	Small                        // 13, sans, muted
	SmallBold                    // 13, sans bold
	Caps                         // 13, sans bold, gold ink, in capitals
	Subheading = Question        // the same look, for the name of a part of a card
)

// styleLook is what a Style means: size, font, colour, and the height of a line as a multiple of the size.
type styleLook struct {
	size    fyne.ThemeSizeName
	style   fyne.TextStyle
	color   fyne.ThemeColorName
	leading float32
}

func (s Style) look() styleLook {
	switch s {
	case Title:
		return styleLook{SizeTitle, StyleSerifBold, ColorInk, 1.25}
	case Heading:
		return styleLook{SizeHeading, StyleSerifBold, ColorInk, 1.3}
	case Question:
		return styleLook{SizeQuestion, StyleSerifBold, ColorInk, 1.3}
	case Said:
		return styleLook{SizeQuestion, StyleSerif, ColorInk, 1.62}
	case SaidMuted:
		return styleLook{SizeQuestion, StyleSerif, ColorMuted, 1.4}
	case BodyBold:
		return styleLook{SizeBody, fyne.TextStyle{Bold: true}, ColorInk, 1.5}
	case Muted:
		return styleLook{SizeBody, fyne.TextStyle{}, ColorMuted, 1.5}
	case Small:
		return styleLook{SizeSmall, fyne.TextStyle{}, ColorMuted, 1.5}
	case SmallBold:
		return styleLook{SizeSmall, fyne.TextStyle{Bold: true}, ColorInk, 1.5}
	case Caps:
		return styleLook{SizeSmall, fyne.TextStyle{Bold: true}, ColorGoldInk, 1.5}
	default:
		return styleLook{SizeBody, fyne.TextStyle{}, ColorInk, 1.5}
	}
}

// Text is a block of text that wraps to the width it is given and follows the theme. Its least height depends on its
// width; the layouts of this package ask for it with HeightFor.
type Text struct {
	widget.BaseWidget
	Text     string
	Style    Style
	Align    fyne.TextAlign      // leading means right for a paragraph that begins right-to-left
	MaxLines int                 // more are cut with an ellipsis; 0 is no limit
	NoWrap   bool                // one line a paragraph, as wide as it is; cut with an ellipsis when squeezed
	Color    fyne.ThemeColorName // another colour than the style's, or empty
	Strike   bool                // struck through, for words taken out of a version
	wraps    wrapped
	width    float32
}

// wrapped is the last result of wrapping, kept because the height is asked for before the lines are placed.
type wrapped struct {
	valid       bool
	text        string
	width, size float32
	maxLines    int
	lines       []string
}

// NewText makes a wrapping text.
func NewText(s string, style Style) *Text {
	t := &Text{Text: s, Style: style}
	t.ExtendBaseWidget(t)
	return t
}

// NewLine makes a text of one line that is as wide as its words: for names, dates, and rows.
func NewLine(s string, style Style) *Text {
	t := &Text{Text: s, Style: style, NoWrap: true}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the words.
func (t *Text) SetText(s string) {
	if s == t.Text {
		return
	}
	t.Text = s
	t.Refresh()
}

// SetColor changes the colour to that of a token; empty goes back to the style's.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	if name == t.Color {
		return
	}
	t.Color = name
	t.Refresh()
}

// Refresh draws the text anew after its fields were changed.
func (t *Text) Refresh() {
	t.wraps.valid = false
	t.BaseWidget.Refresh()
}

// HeightFor tells how high the text is at a width.
func (t *Text) HeightFor(width float32) float32 {
	return float32(len(t.linesAt(width))) * t.lineHeight()
}

// NaturalWidth tells how wide the text is without wrapping.
func (t *Text) NaturalWidth() float32 {
	widest := float32(0)
	for _, line := range strings.Split(tidy(t.shown()), "\n") {
		widest = max(widest, t.measure(line))
	}
	return ceil(widest)
}

// AccessibilityLabel gives the words to a screen reader.
func (t *Text) AccessibilityLabel() string { return t.Text }

// AccessibilityRole says that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &textRenderer{text: t}
}

func (t *Text) shown() string {
	if t.Style == Caps {
		return strings.ToUpper(t.Text)
	}
	return t.Text
}

func (t *Text) size() float32 { return sizeOf(t, t.Style.look().size) }

func (t *Text) lineHeight() float32 { return ceil(t.size() * t.Style.look().leading) }

func (t *Text) measure(s string) float32 { return widthOf(t, s, t.size(), t.Style.look().style) }

func (t *Text) linesAt(width float32) []string {
	if w := &t.wraps; w.valid && w.width == width && w.size == t.size() && w.text == t.Text && w.maxLines == t.MaxLines {
		return w.lines
	}
	t.wraps = wrapped{true, t.Text, width, t.size(), t.MaxLines, t.breakLines(width)}
	return t.wraps.lines
}

func (t *Text) breakLines(width float32) []string {
	if !t.NoWrap {
		return wrapLines(t.shown(), width, t.MaxLines, t.measure)
	}
	lines := wrapLines(t.shown(), 0, t.MaxLines, t.measure)
	for i, line := range lines {
		if width > 0 && t.measure(line) > width+1 {
			lines[i] = cut(line, width, t.measure)
		}
	}
	return lines
}

func (t *Text) paint() color.Color {
	if t.Color != "" {
		return tokenOf(t, t.Color)
	}
	return tokenOf(t, t.Style.look().color)
}

// minWidth is the least width: all of a line that must not wrap, or room for a few letters.
func (t *Text) minWidth() float32 {
	if t.NoWrap {
		return t.NaturalWidth()
	}
	return min(t.NaturalWidth(), 3*t.size())
}

type textRenderer struct {
	text    *Text
	lines   []*canvas.Text
	objects []fyne.CanvasObject
}

// Destroy is called by the toolkit.
func (r *textRenderer) Destroy() {}

// Objects gives the lines in use.
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is the size at the width that was given last.
func (r *textRenderer) MinSize() fyne.Size {
	width := r.text.width
	if width <= 0 {
		width = r.text.NaturalWidth()
	}
	return fyne.NewSize(r.text.minWidth(), r.text.HeightFor(width))
}

// Layout breaks the text for a width and places the lines.
func (r *textRenderer) Layout(size fyne.Size) {
	r.text.width = size.Width
	lines := r.text.linesAt(size.Width)
	for len(r.lines) < len(lines) {
		r.lines = append(r.lines, &canvas.Text{})
	}
	r.objects = r.objects[:0]
	for i, line := range lines {
		r.place(r.lines[i], line, float32(i), size.Width)
		r.objects = append(r.objects, r.lines[i])
	}
}

func (r *textRenderer) place(o *canvas.Text, line string, row, width float32) {
	t := r.text
	look := t.Style.look()
	style := look.style
	style.Strikethrough = t.Strike
	o.Text, o.Color, o.TextSize, o.TextStyle = line, t.paint(), t.size(), style
	o.FontSource = FontFor(t, line, style)
	least := o.MinSize()
	x := float32(0)
	switch {
	case t.Align == fyne.TextAlignCenter:
		x = (width - least.Width) / 2
	case t.Align == fyne.TextAlignTrailing, beginsRightToLeft(line):
		x = width - least.Width
	}
	o.Resize(least)
	o.Move(fyne.NewPos(x, row*t.lineHeight()+(t.lineHeight()-least.Height)/2))
}

// Refresh breaks and places the lines anew.
func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
	canvas.Refresh(r.text)
}

// beginsRightToLeft tells whether the first letter of a line belongs to a script that runs from right to left.
func beginsRightToLeft(line string) bool {
	for _, r := range line {
		p, _ := bidi.LookupString(string(r))
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

func ceil(f float32) float32 {
	whole := float32(int(f))
	if whole < f {
		whole++
	}
	return whole
}
