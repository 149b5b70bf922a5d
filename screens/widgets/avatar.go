package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Side is where a partner stands, everywhere: the first at the left, the second at the right.
type Side int

// The sides.
const (
	Neither Side = iota
	First
	Second
)

// color gives the name of the partner's colour; empty for Neither.
func (s Side) color() fyne.ThemeColorName {
	switch s {
	case First:
		return ColorFirst
	case Second:
		return ColorSecond
	}
	return ""
}

// Color gives the name of the partner's colour, gold ink for Neither.
func (s Side) Color() fyne.ThemeColorName {
	if name := s.color(); name != "" {
		return name
	}
	return ColorGoldInk
}

// Chip gives the kind of chip in the partner's colour, outlined for Neither.
func (s Side) Chip() ChipKind {
	switch s {
	case First:
		return ChipFirst
	case Second:
		return ChipSecond
	}
	return ChipOutline
}

// NoColor lets an Avatar follow its side.
const NoColor = -1

// Avatar is a round sign with a partner's initial.
type Avatar struct {
	widget.BaseWidget
	Initial string
	Side    Side
	Across  float32 // its width and height, at a text size of 100 %
	Color   int     // an index of PartnerColor, or NoColor
}

// NewAvatar makes a sign; 30 is the usual size.
func NewAvatar(initial string, side Side, size float32) *Avatar {
	a := &Avatar{Initial: initial, Side: side, Across: size, Color: NoColor}
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the initial and the side.
func (a *Avatar) Set(initial string, side Side) {
	a.Initial, a.Side = initial, side
	a.Refresh()
}

// AccessibilityLabel gives the initial to a screen reader.
func (a *Avatar) AccessibilityLabel() string { return a.Initial }

// AccessibilityRole says that this is text.
func (a *Avatar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	letter := canvas.NewText("", color.Transparent)
	letter.TextStyle = fyne.TextStyle{Bold: true}
	r := &avatarRenderer{avatar: a, disc: canvas.NewCircle(color.Transparent), letter: letter}
	r.Refresh()
	return r
}

// colors gives the disc and the letter.
func (a *Avatar) colors() (disc, letter color.Color) {
	t := TokensOf(a)
	if a.Color != NoColor {
		ink, _, on := PartnerColor(modeOf(a), a.Color)
		return ink, on
	}
	switch a.Side {
	case First:
		return t.First, t.OnFirst
	case Second:
		return t.Second, t.OnSecond
	}
	return t.GoldWash, t.GoldInk
}

type avatarRenderer struct {
	avatar *Avatar
	disc   *canvas.Circle
	letter *canvas.Text
}

// Destroy is called by the toolkit.
func (r *avatarRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *avatarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.letter}
}

// MinSize grows with the text size.
func (r *avatarRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(r.avatar.Across * scaleOf(r.avatar))
}

// Layout centres the disc and the letter.
func (r *avatarRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height)
	r.disc.Resize(fyne.NewSquareSize(side))
	r.disc.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	least := r.letter.MinSize()
	r.letter.Resize(least)
	r.letter.Move(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
}

// Refresh follows the fields and the theme.
func (r *avatarRenderer) Refresh() {
	a := r.avatar
	r.disc.FillColor, r.letter.Color = a.colors()
	r.letter.Text = strings.ToUpper(firstSign(a.Initial))
	r.letter.TextSize = a.Across * scaleOf(a) * 0.43
	r.letter.FontSource = FontFor(a, r.letter.Text, r.letter.TextStyle)
	r.Layout(a.Size())
	r.disc.Refresh()
	r.letter.Refresh()
	canvas.Refresh(a)
}

// firstSign gives the first whole sign of a name, with its accents.
func firstSign(name string) string {
	name = strings.TrimSpace(name)
	return name[:signEnds(name)[0]]
}
