package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FillKind is the ground of a card.
type FillKind int

// The grounds of cards.
const (
	FillSurface FillKind = iota // with a hairline
	FillGold                    // the gold wash, without a border: for a word from Goldseam itself
	FillNone                    // none, with a hairline
	FillBare                    // none, and no border: only something to press
)

const (
	cardRadius  = 14
	cardPadding = 22
	edgeWidth   = 5
	topBarWidth = 4
)

// CardLook is how a card looks, whether or not it can be pressed.
type CardLook struct {
	Content  fyne.CanvasObject
	Edge     bool                // a gold bar at the left: what comes next
	TopBar   fyne.ThemeColorName // a bar at the top in a partner's colour, or empty
	Selected bool                // a gold border
	Dashed   bool                // a dashed border: proposed, not in force
	Fill     FillKind
	Padding  float32 // room around the content, 22 unless changed; negative for none
}

// Card is a quiet box around a content.
type Card struct {
	widget.BaseWidget
	CardLook
}

// NewCard makes a card.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{CardLook: CardLook{Content: content}}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newCardRenderer(c, &c.CardLook, nil)
}

// TapCard is a card that can be pressed as a whole. Words inside stay words; buttons inside stay buttons.
type TapCard struct {
	control
	CardLook
	Label    string // what a screen reader says
	OnTapped func()
}

// NewTapCard makes a card that can be pressed.
func NewTapCard(content fyne.CanvasObject, tapped func()) *TapCard {
	c := &TapCard{CardLook: CardLook{Content: content}, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *TapCard) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newCardRenderer(c, &c.CardLook, &c.control)
}

// Tapped presses the card.
func (c *TapCard) Tapped(*fyne.PointEvent) {
	if !c.Disabled() && c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey presses the card with Enter or Space.
func (c *TapCard) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		c.Tapped(nil)
	}
}

// AccessibilityLabel gives the card's words to a screen reader.
func (c *TapCard) AccessibilityLabel() string { return c.Label }

// AccessibilityRole says that the card can be pressed.
func (c *TapCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height of the content at a width, and the room around it.
func (l *CardLook) HeightFor(width float32) float32 {
	if l.Content == nil || !l.Content.Visible() {
		return l.top() + l.padding()
	}
	return HeightFor(l.Content, width-l.left()-l.padding()) + l.top() + l.padding()
}

// NaturalWidth is the width that the content likes best, and the room around it.
func (l *CardLook) NaturalWidth() float32 {
	if l.Content == nil {
		return l.left() + l.padding()
	}
	return NaturalWidth(l.Content) + l.left() + l.padding()
}

func (l *CardLook) padding() float32 {
	switch {
	case l.Padding < 0:
		return 0
	case l.Padding > 0:
		return l.Padding
	}
	return cardPadding
}

func (l *CardLook) left() float32 {
	if l.Edge {
		return l.padding() + edgeWidth
	}
	return l.padding()
}

func (l *CardLook) top() float32 {
	if l.TopBar != "" {
		return l.padding() + topBarWidth
	}
	return l.padding()
}

type cardRenderer struct {
	card      fyne.Widget
	look      *CardLook
	control   *control
	ring, bar *canvas.Rectangle
	box       *canvas.Rectangle
	dashes    []fyne.CanvasObject
	width     float32
}

func newCardRenderer(card fyne.Widget, look *CardLook, c *control) *cardRenderer {
	r := &cardRenderer{
		card: card, look: look, control: c, ring: newRing(),
		bar: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent),
	}
	r.paint()
	return r
}

// Destroy is called by the toolkit.
func (r *cardRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.ring, r.bar, r.box}, r.dashes...)
	if r.look.Content != nil {
		objects = append(objects, r.look.Content)
	}
	return objects
}

// MinSize is the size of the content and the room around it, at the width that was given last.
func (r *cardRenderer) MinSize() fyne.Size {
	least := r.look.left() + r.look.padding()
	if r.look.Content != nil {
		least += r.look.Content.MinSize().Width
	}
	width := r.width
	if width <= 0 {
		width = r.look.NaturalWidth()
	}
	return fyne.NewSize(least, r.look.HeightFor(width))
}

// Layout places the parts.
func (r *cardRenderer) Layout(size fyne.Size) {
	r.width = size.Width
	l := r.look
	box, at := size, fyne.NewPos(0, 0)
	if l.Edge {
		box, at = box.SubtractWidthHeight(edgeWidth, 0), at.AddXY(edgeWidth, 0)
		r.bar.Resize(fyne.NewSize(2*cardRadius, size.Height))
	}
	if l.TopBar != "" {
		box, at = box.SubtractWidthHeight(0, topBarWidth), at.AddXY(0, topBarWidth)
		r.bar.Resize(fyne.NewSize(size.Width, 2*cardRadius))
	}
	r.box.Move(at)
	r.box.Resize(box)
	placeRing(r.ring, size, cardRadius, ringGap)
	r.dashes = nil
	if l.Dashed && !l.Selected {
		r.dashes = dashesAround(size, cardRadius, tokenOf(r.card, ColorMuted))
	}
	if l.Content != nil {
		l.Content.Move(fyne.NewPos(l.left(), l.top()))
		l.Content.Resize(fyne.NewSize(size.Width-l.left()-l.padding(), size.Height-l.top()-l.padding()))
	}
}

// Refresh follows the fields and the theme.
func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	r.bar.Refresh()
	r.box.Refresh()
	if r.look.Content != nil {
		r.look.Content.Refresh()
	}
	canvas.Refresh(r.card)
}

func (r *cardRenderer) paint() {
	t := TokensOf(r.card)
	l := r.look
	r.box.CornerRadius, r.box.StrokeWidth = cardRadius, hairlineOf(r.card)
	r.box.FillColor, r.box.StrokeColor = t.Surface, t.Line
	switch l.Fill {
	case FillGold:
		r.box.FillColor, r.box.StrokeColor = t.GoldWash, t.GoldWash
	case FillNone:
		r.box.FillColor = color.Transparent
	case FillBare:
		r.box.FillColor, r.box.StrokeColor = color.Transparent, color.Transparent
	}
	if r.control != nil && r.control.hovered {
		r.box.StrokeColor = t.Muted
	}
	switch {
	case l.Selected:
		r.box.StrokeColor, r.box.StrokeWidth = t.Gold, 2
	case l.Dashed:
		r.box.StrokeWidth = 0
	}
	r.paintBar()
	showRing(r.ring, r.control != nil && r.control.focused, t.Focus)
}

func (r *cardRenderer) paintBar() {
	l := r.look
	r.bar.Hidden = !l.Edge && l.TopBar == ""
	r.bar.TopLeftCornerRadius = cardRadius
	switch {
	case l.Edge:
		r.bar.FillColor, r.bar.BottomLeftCornerRadius = tokenOf(r.card, ColorGold), cardRadius
	case l.TopBar != "":
		r.bar.FillColor, r.bar.TopRightCornerRadius = tokenOf(r.card, l.TopBar), cardRadius
	}
}
