package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ChipKind is the colour of a chip.
type ChipKind int

// The kinds of chip.
const (
	ChipGold    ChipKind = iota // shared, temporary, chosen
	ChipSage                    // kept, agreement
	ChipFirst                   // the first partner's
	ChipSecond                  // the second partner's
	ChipOutline                 // a plain note
)

// colors gives the ground, border and words of a chip.
func (k ChipKind) colors(t Tokens) (ground, border, words color.Color) {
	switch k {
	case ChipSage:
		return t.SageWash, t.SageWash, t.Sage
	case ChipFirst:
		return t.FirstWash, t.FirstWash, t.First
	case ChipSecond:
		return t.SecondWash, t.SecondWash, t.Second
	case ChipOutline:
		return hollow(t.Line), t.Line, t.Muted
	default:
		return t.GoldWash, t.GoldWash, t.GoldInk
	}
}

// Chip is a small pill with a word or two.
type Chip struct {
	widget.BaseWidget
	Text string
	Kind ChipKind
}

// NewChip makes a chip.
func NewChip(text string, kind ChipKind) *Chip {
	c := &Chip{Text: text, Kind: kind}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the words and the colour.
func (c *Chip) Set(text string, kind ChipKind) {
	if text == c.Text && kind == c.Kind {
		return
	}
	c.Text, c.Kind = text, kind
	c.Refresh()
}

// AccessibilityLabel gives the words to a screen reader.
func (c *Chip) AccessibilityLabel() string { return c.Text }

// AccessibilityRole says that this is text.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chipRenderer{chip: c, pill: newPill()}
	r.Refresh()
	return r
}

// pill is the drawing of a chip: a box with round ends and words in its middle.
type pill struct {
	box   *canvas.Rectangle
	words *canvas.Text
}

func newPill() pill {
	words := canvas.NewText("", color.Transparent)
	words.TextStyle = fyne.TextStyle{Bold: true}
	return pill{box: canvas.NewRectangle(color.Transparent), words: words}
}

func (p pill) set(o fyne.Widget, text string, kind ChipKind) {
	p.box.FillColor, p.box.StrokeColor, p.words.Color = kind.colors(TokensOf(o))
	p.box.StrokeWidth = hairlineOf(o)
	p.words.Text, p.words.TextSize = text, sizeOf(o, SizeSmall)*12.5/13
	p.words.FontSource = FontFor(o, text, p.words.TextStyle)
	p.box.Refresh()
	p.words.Refresh()
}

func (p pill) minSize() fyne.Size {
	return p.words.MinSize().AddWidthHeight(22, ceil(p.words.TextSize*0.5))
}

func (p pill) layout(size fyne.Size) {
	p.box.CornerRadius = size.Height / 2
	p.box.Resize(size)
	least := p.words.MinSize()
	p.words.Resize(least)
	p.words.Move(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
}

type chipRenderer struct {
	chip *Chip
	pill pill
}

// Destroy is called by the toolkit.
func (r *chipRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill.box, r.pill.words}
}

// MinSize is the size of the words and the room around them.
func (r *chipRenderer) MinSize() fyne.Size { return r.pill.minSize() }

// Layout places the parts.
func (r *chipRenderer) Layout(size fyne.Size) { r.pill.layout(size) }

// Refresh follows the fields and the theme.
func (r *chipRenderer) Refresh() {
	r.pill.set(r.chip, r.chip.Text, r.chip.Kind)
	r.pill.layout(r.chip.Size())
	canvas.Refresh(r.chip)
}
