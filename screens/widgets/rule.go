package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Rule is a hairline across, between rows.
type Rule struct {
	widget.BaseWidget
}

// NewRule makes a hairline.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newFlatRenderer(r, func(box *canvas.Rectangle) fyne.Size {
		box.FillColor = TokensOf(r).Line
		return fyne.NewSize(1, hairlineOf(r))
	})
}

// Ground is a plain surface in the colour of a token, to lay things on.
type Ground struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName
	Radius float32
}

// NewGround makes a surface.
func NewGround(name fyne.ThemeColorName, radius float32) *Ground {
	g := &Ground{Color: name, Radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by the toolkit.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	return newFlatRenderer(g, func(box *canvas.Rectangle) fyne.Size {
		box.FillColor, box.CornerRadius = tokenOf(g, g.Color), g.Radius
		return fyne.NewSize(0, 0)
	})
}

// flatRenderer draws one box that follows the theme.
type flatRenderer struct {
	owner fyne.Widget
	box   *canvas.Rectangle
	set   func(*canvas.Rectangle) fyne.Size
	least fyne.Size
}

func newFlatRenderer(owner fyne.Widget, set func(*canvas.Rectangle) fyne.Size) *flatRenderer {
	box := canvas.NewRectangle(color.Transparent)
	return &flatRenderer{owner: owner, box: box, set: set, least: set(box)}
}

// Destroy is called by the toolkit.
func (r *flatRenderer) Destroy() {}

// Objects gives the box.
func (r *flatRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }

// MinSize is the least size of the box.
func (r *flatRenderer) MinSize() fyne.Size { return r.least }

// Layout gives the box all the room.
func (r *flatRenderer) Layout(size fyne.Size) { r.box.Resize(size) }

// Refresh follows the theme.
func (r *flatRenderer) Refresh() {
	r.least = r.set(r.box)
	r.box.Refresh()
	canvas.Refresh(r.owner)
}
