package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Upright is a hairline from top to bottom, between columns.
type Upright struct {
	widget.BaseWidget
}

// NewUpright makes a hairline.
func NewUpright() *Upright {
	u := &Upright{}
	u.ExtendBaseWidget(u)
	return u
}

// CreateRenderer is called by the toolkit.
func (u *Upright) CreateRenderer() fyne.WidgetRenderer {
	u.ExtendBaseWidget(u)
	return newFlatRenderer(u, func(box *canvas.Rectangle) fyne.Size {
		box.FillColor = TokensOf(u).Line
		return fyne.NewSize(hairlineOf(u), 1)
	})
}
