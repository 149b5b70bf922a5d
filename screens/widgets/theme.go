package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The sizes of type, in points at a text size of 100 %.
const (
	SizeTitle    fyne.ThemeSizeName = "goldseamTitle"    // 29
	SizeHeading  fyne.ThemeSizeName = "goldseamHeading"  // 20
	SizeQuestion fyne.ThemeSizeName = "goldseamQuestion" // 16.5
	SizeBody     fyne.ThemeSizeName = "goldseamBody"     // 15
	SizeSmall    fyne.ThemeSizeName = "goldseamSmall"    // 13
)

// The text styles under which a Theme gives out Literata. The toolkit's own italics are not used anywhere in
// Goldseam, so their places are taken: that keeps its fallbacks (emoji, other scripts), which a font given to a single
// text would lose.
var (
	StyleSerif       = fyne.TextStyle{Italic: true}
	StyleSerifBold   = fyne.TextStyle{Italic: true, Bold: true}
	StyleSerifItalic = fyne.TextStyle{Italic: true, Monospace: true}
)

// Fonts are the three cuts of Literata, as the bytes of TrueType files. One that is empty is replaced by the toolkit's sans.
type Fonts struct{ Serif, SerifBold, SerifItalic []byte }

// Theme is the look of Goldseam: its tokens, its sizes, and Literata beside the toolkit's sans.
type Theme struct {
	mode                  Mode
	scale                 float32
	tokens                Tokens
	colors                map[fyne.ThemeColorName]color.NRGBA
	serif, bold, slanting fyne.Resource
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme makes a theme of a look and a text size (1.0 is 100 %).
func NewTheme(mode Mode, scale float32, fonts Fonts) *Theme {
	if scale <= 0 {
		scale = 1
	}
	tokens := TokensFor(mode)
	return &Theme{
		mode: mode, scale: scale, tokens: tokens, colors: tokens.named(),
		serif:    fontResource("Literata-Regular.ttf", fonts.Serif),
		bold:     fontResource("Literata-SemiBold.ttf", fonts.SerifBold),
		slanting: fontResource("Literata-Italic.ttf", fonts.SerifItalic),
	}
}

// WithPartners gives the same theme with the colours that the two partners chose (indexes of PartnerColor).
func (t *Theme) WithPartners(first, second int) *Theme {
	with := *t
	with.tokens = t.tokens.withPartners(t.mode, first, second)
	with.colors = with.tokens.named()
	return &with
}

// Tokens gives the colours of the theme.
func (t *Theme) Tokens() Tokens { return t.tokens }

// Mode tells which look the theme is.
func (t *Theme) Mode() Mode { return t.mode }

// Scale tells the text size, 1.0 being 100 %.
func (t *Theme) Scale() float32 { return t.scale }

// Color gives a token or one of the toolkit's colours. The system's own light or dark wish is left to the app.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	variant := theme.VariantDark
	if t.mode == Light {
		variant = theme.VariantLight
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives the toolkit's sans, or Literata for StyleSerif, StyleSerifBold and StyleSerifItalic.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	var own fyne.Resource
	switch {
	case style.Italic && style.Monospace:
		own = t.slanting
	case style.Italic && style.Bold:
		own = t.bold
	case style.Italic:
		own = t.serif
	}
	if own != nil {
		return own
	}
	return theme.DefaultTheme().Font(fyne.TextStyle{Bold: style.Bold, Monospace: style.Monospace && !style.Italic, Symbol: style.Symbol})
}

// Icon gives the toolkit's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives a size of type or of the toolkit, type and icons grown by the text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case SizeTitle:
		return 29 * t.scale
	case SizeHeading, theme.SizeNameHeadingText:
		return 20 * t.scale
	case SizeQuestion, theme.SizeNameSubHeadingText:
		return 16.5 * t.scale
	case SizeBody, theme.SizeNameText:
		return 15 * t.scale
	case SizeSmall, theme.SizeNameCaptionText:
		return 13 * t.scale
	case theme.SizeNameInlineIcon:
		return 20 * t.scale
	}
	return t.boxSize(name)
}

// boxSize gives the toolkit's sizes of boxes, which do not grow with the text.
func (t *Theme) boxSize(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameInputRadius:
		return 10
	case theme.SizeNameSelectionRadius:
		return 8
	case theme.SizeNameInnerPadding:
		return 12
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameInputBorder:
		return t.lineWidth()
	}
	return theme.DefaultTheme().Size(name)
}

// lineWidth is the width of a hairline: one point, two where contrast counts.
func (t *Theme) lineWidth() float32 {
	if t.mode == HighContrast {
		return 2
	}
	return 1
}

func fontResource(name string, content []byte) fyne.Resource {
	if len(content) == 0 {
		return nil
	}
	return fyne.NewStaticResource(name, content)
}

// look is what our widgets ask of the theme where they stand; Theme is one.
type look interface {
	fyne.Theme
	Tokens() Tokens
	Mode() Mode
	Scale() float32
}

// lookOf gives the look in force where a widget stands, or the light one under a theme of the toolkit's.
func lookOf(o fyne.Widget) look {
	if l, ok := theme.CurrentForWidget(o).(look); ok {
		return l
	}
	return NewTheme(Light, 1, Fonts{})
}

// scaleOf gives the text size in force where a widget stands, 1.0 being 100 %.
func scaleOf(o fyne.Widget) float32 { return lookOf(o).Scale() }

// sizeOf gives a size where a widget stands.
func sizeOf(o fyne.Widget, name fyne.ThemeSizeName) float32 { return lookOf(o).Size(name) }

// hairlineOf gives the width of a hairline where a widget stands.
func hairlineOf(o fyne.Widget) float32 { return sizeOf(o, theme.SizeNameInputBorder) }

// tokenOf gives a token by its name where a widget stands.
func tokenOf(o fyne.Widget, name fyne.ThemeColorName) color.Color {
	return lookOf(o).Color(name, theme.VariantLight)
}

// modeOf tells the look in force where a widget stands.
func modeOf(o fyne.Widget) Mode { return lookOf(o).Mode() }
