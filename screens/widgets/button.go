package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ButtonKind is how much a button stands out.
type ButtonKind int

// The kinds of button.
const (
	Plain   ButtonKind = iota // outlined
	Primary                   // ink; one a screen
	Gold                      // gold; only for what both do together
	Quiet                     // underlined words
)

const buttonRadius = 10

// Button is a button with words and perhaps an icon before them.
type Button struct {
	control
	Text     string
	Kind     ButtonKind
	Small    bool          // 13 instead of 15, with less room around
	Icon     fyne.Resource // a line icon, coloured like the words; may be nil
	OnTapped func()
}

// NewButton makes a button.
func NewButton(text string, kind ButtonKind, tapped func()) *Button {
	b := &Button{Text: text, Kind: kind, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewSmallButton makes a button in the small size.
func NewSmallButton(text string, kind ButtonKind, tapped func()) *Button {
	b := NewButton(text, kind, tapped)
	b.Small = true
	return b
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	if text == b.Text {
		return
	}
	b.Text = text
	b.Refresh()
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button with Enter or Space.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		b.Tapped(nil)
	}
}

// AccessibilityLabel gives the words to a screen reader.
func (b *Button) AccessibilityLabel() string { return b.Text }

// AccessibilityRole says that this is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole {
	if b.Kind == Quiet {
		return fyne.AccessibleRoleLink
	}
	return fyne.AccessibleRoleButton
}

// NaturalWidth is the width of the words and the room around them.
func (b *Button) NaturalWidth() float32 {
	size := b.textSize()
	width := widthOf(b, b.Text, size, b.textStyle()) + 2*b.room().Width
	return ceil(width + b.iconWidth())
}

// HeightFor is the height of the words, which wrap when the width is short, and the room around them.
func (b *Button) HeightFor(width float32) float32 {
	measure := func(s string) float32 { return widthOf(b, s, b.textSize(), b.textStyle()) }
	lines := wrapLines(b.Text, width-2*b.room().Width-b.iconWidth(), 0, measure)
	return ceil(b.textSize()*1.4)*float32(len(lines)) + 2*b.room().Height
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{button: b, ring: newRing(), box: canvas.NewRectangle(color.Transparent)}
	r.icon = canvas.NewImageFromResource(nil)
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

func (b *Button) textSize() float32 {
	if b.Small {
		return sizeOf(b, SizeSmall)
	}
	return sizeOf(b, SizeBody)
}

func (b *Button) textStyle() fyne.TextStyle {
	if b.Kind == Quiet {
		return fyne.TextStyle{Underline: true}
	}
	return fyne.TextStyle{Bold: true}
}

// room is what stands around the words, on each side.
func (b *Button) room() fyne.Size {
	switch {
	case b.Kind == Quiet:
		return fyne.NewSize(2, 4)
	case b.Small:
		return fyne.NewSize(15, 7)
	}
	return fyne.NewSize(19, 11)
}

func (b *Button) iconWidth() float32 {
	if b.Icon == nil {
		return 0
	}
	return b.textSize()*1.3 + 8
}

// paint gives the colours of the ground, the border and the words.
func (b *Button) paint() (ground, border color.Color, words fyne.ThemeColorName) {
	t := TokensOf(b)
	switch {
	case b.Kind == Quiet:
		return color.Transparent, color.Transparent, b.quietInk()
	case b.Disabled():
		return t.Surface, t.Line, ColorMuted
	case b.Kind == Primary:
		return t.Ink, t.Ink, ColorOnInk
	case b.Kind == Gold:
		return t.Gold, t.Gold, ColorOnGold
	case b.hovered:
		return t.Surface, t.Muted, ColorInk
	}
	return t.Surface, t.Line, ColorInk
}

func (b *Button) quietInk() fyne.ThemeColorName {
	if b.hovered && !b.Disabled() {
		return ColorInk
	}
	return ColorMuted
}

type buttonRenderer struct {
	button    *Button
	ring, box *canvas.Rectangle
	icon      *canvas.Image
	lines     []*canvas.Text
	objects   []fyne.CanvasObject
}

// Destroy is called by the toolkit.
func (r *buttonRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is the size of the words; long ones may wrap.
func (r *buttonRenderer) MinSize() fyne.Size {
	natural := r.button.NaturalWidth()
	least := min(natural, 240*scaleOf(r.button))
	width := r.button.Size().Width
	if width <= 0 {
		width = natural
	}
	return fyne.NewSize(least, r.button.HeightFor(width))
}

// Layout places the parts.
func (r *buttonRenderer) Layout(size fyne.Size) {
	b := r.button
	r.box.Resize(size)
	placeRing(r.ring, size, buttonRadius, ringGap)
	r.setLines(size.Width - 2*b.room().Width - b.iconWidth())
	height := ceil(b.textSize() * 1.4)
	top := (size.Height - height*float32(len(r.lines))) / 2
	widest := float32(0)
	for _, line := range r.lines {
		widest = max(widest, line.MinSize().Width)
	}
	left := (size.Width - widest - b.iconWidth()) / 2
	for i, line := range r.lines {
		least := line.MinSize()
		line.Resize(least)
		x := left + b.iconWidth() + (widest-least.Width)/2
		line.Move(fyne.NewPos(x, top+height*float32(i)+(height-least.Height)/2))
	}
	side := b.textSize() * 1.3
	r.icon.Resize(fyne.NewSquareSize(side))
	r.icon.Move(fyne.NewPos(left, (size.Height-side)/2))
}

// Refresh follows the fields and the theme.
func (r *buttonRenderer) Refresh() {
	b := r.button
	ground, border, words := b.paint()
	r.box.FillColor, r.box.StrokeColor = ground, border
	r.box.StrokeWidth, r.box.CornerRadius = hairlineOf(b), buttonRadius
	showRing(r.ring, b.focused && !b.Disabled(), TokensOf(b).Focus)
	r.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		r.icon.Resource = drawnIn(b, b.Icon, words)
		r.icon.Refresh()
	}
	r.Layout(b.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
	canvas.Refresh(b)
}

// setLines breaks the words for a width.
func (r *buttonRenderer) setLines(width float32) {
	b := r.button
	measure := func(s string) float32 { return widthOf(b, s, b.textSize(), b.textStyle()) }
	_, _, words := b.paint()
	r.lines = r.lines[:0]
	r.objects = []fyne.CanvasObject{r.ring, r.box, r.icon}
	for _, line := range wrapLines(b.Text, width, 0, measure) {
		o := canvas.NewText(line, tokenOf(b, words))
		o.TextSize, o.TextStyle = b.textSize(), b.textStyle()
		o.FontSource = FontFor(b, line, o.TextStyle)
		r.lines = append(r.lines, o)
		r.objects = append(r.objects, o)
	}
}
