package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NavItem is one place in the sidebar: an icon and its name.
type NavItem struct {
	control
	Text     string
	Icon     fyne.Resource
	Selected bool
	OnTapped func()
}

// NewNavItem makes a place; tapped is called by click, Enter or Space.
func NewNavItem(text string, icon fyne.Resource, tapped func()) *NavItem {
	n := &NavItem{Text: text, Icon: icon, OnTapped: tapped}
	n.ExtendBaseWidget(n)
	return n
}

// SetSelected shows whether the couple are at this place.
func (n *NavItem) SetSelected(selected bool) {
	if n.Selected != selected {
		n.Selected = selected
		n.Refresh()
	}
}

// Tapped goes to the place.
func (n *NavItem) Tapped(*fyne.PointEvent) {
	if n.OnTapped != nil {
		n.OnTapped()
	}
}

// TypedKey goes to the place by Enter or Space.
func (n *NavItem) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		n.Tapped(nil)
	}
}

// AccessibilityLabel is the place's name.
func (n *NavItem) AccessibilityLabel() string { return n.Text }

// AccessibilityRole says that it can be pressed.
func (n *NavItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	r := &navItemRenderer{item: n, box: canvas.NewRectangle(color.Transparent), words: canvas.NewText("", color.Transparent)}
	r.icon = canvas.NewImageFromResource(nil)
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type navItemRenderer struct {
	item  *NavItem
	box   *canvas.Rectangle
	icon  *canvas.Image
	words *canvas.Text
}

// Destroy is called by the toolkit.
func (r *navItemRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *navItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.icon, r.words}
}

// MinSize is the icon, the name, and the room around them.
func (r *navItemRenderer) MinSize() fyne.Size {
	least := r.words.MinSize()
	bold := widthOf(r.item, r.item.Text, r.words.TextSize, fyne.TextStyle{Bold: true})
	return fyne.NewSize(bold+r.words.TextSize*1.3+38, max(least.Height, 20)+18)
}

// Layout places the parts.
func (r *navItemRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	side := r.words.TextSize * 1.3
	r.icon.Resize(fyne.NewSquareSize(side))
	r.icon.Move(fyne.NewPos(11, (size.Height-side)/2))
	least := r.words.MinSize()
	r.words.Resize(least)
	r.words.Move(fyne.NewPos(22+side, (size.Height-least.Height)/2))
}

// Refresh follows the fields and the theme.
func (r *navItemRenderer) Refresh() {
	t, n := TokensOf(r.item), r.item
	ink := ColorMuted
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = color.Transparent, t.Ink, 0
	if n.Selected {
		ink, r.box.FillColor = ColorInk, t.GoldWash
	} else if n.hovered {
		r.box.FillColor = t.Surface
	}
	if n.focused {
		r.box.StrokeWidth = 2
	}
	r.box.CornerRadius = buttonRadius
	r.words.Text, r.words.Color = n.Text, tokenOf(n, ink)
	r.words.TextSize = sizeOf(n, SizeBody)
	r.words.TextStyle = fyne.TextStyle{Bold: n.Selected}
	r.words.FontSource = FontFor(n, n.Text, r.words.TextStyle)
	r.icon.Resource = drawnIn(n, n.Icon, ink)
	r.icon.Refresh()
	r.Layout(n.Size())
	canvas.Refresh(n)
}
