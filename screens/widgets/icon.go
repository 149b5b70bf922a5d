package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Icon is a line icon in the colour of a token, 20 across at a text size of 100 %.
type Icon struct {
	widget.BaseWidget
	Resource fyne.Resource
	Color    fyne.ThemeColorName
}

// NewIcon makes an icon.
func NewIcon(drawing fyne.Resource, color fyne.ThemeColorName) *Icon {
	i := &Icon{Resource: drawing, Color: color}
	i.ExtendBaseWidget(i)
	return i
}

// SetColor changes the colour.
func (i *Icon) SetColor(color fyne.ThemeColorName) {
	i.Color = color
	i.Refresh()
}

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	r := &iconRenderer{icon: i, image: canvas.NewImageFromResource(nil)}
	r.image.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type iconRenderer struct {
	icon  *Icon
	image *canvas.Image
}

// Destroy is called by the toolkit.
func (r *iconRenderer) Destroy() {}

// Objects gives the drawing.
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }

// MinSize grows with the text size.
func (r *iconRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(sizeOf(r.icon, theme.SizeNameInlineIcon))
}

// Layout gives the drawing all the room.
func (r *iconRenderer) Layout(size fyne.Size) { r.image.Resize(size) }

// Refresh follows the fields and the theme.
func (r *iconRenderer) Refresh() {
	if r.icon.Resource != nil {
		r.image.Resource = drawnIn(r.icon, r.icon.Resource, r.icon.Color)
	}
	r.image.Refresh()
	canvas.Refresh(r.icon)
}
