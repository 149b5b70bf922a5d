package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// List is the toolkit's long list, which makes only the rows in sight. It passes keys to the watcher, opens a row with
// Enter as well as Space, and shows a ring while the keyboard is on it.
type List struct {
	widget.List
	hasFocus bool
}

// NewList makes a list: how many rows, how to make one, how to fill it.
func NewList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained shows the ring.
func (l *List) FocusGained() {
	l.hasFocus = true
	l.List.FocusGained()
	l.Refresh()
}

// FocusLost takes the ring away.
func (l *List) FocusLost() {
	l.hasFocus = false
	l.List.FocusLost()
	l.Refresh()
}

// KeyDown passes the key on to the watcher.
func (l *List) KeyDown(e *fyne.KeyEvent) { tellKeyDown(e) }

// KeyUp passes the key on to the watcher.
func (l *List) KeyUp(e *fyne.KeyEvent) { tellKeyUp(e) }

// TypedKey opens a row with Enter; the rest is the toolkit's.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		e = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(e)
}

// CreateRenderer is called by the toolkit.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &listRenderer{WidgetRenderer: l.List.CreateRenderer(), list: l, ring: newRing()}
}

// listRenderer is the toolkit's, with a ring around it.
type listRenderer struct {
	fyne.WidgetRenderer
	list *List
	ring *canvas.Rectangle
}

// Objects gives the toolkit's parts and the ring.
func (r *listRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ring}, r.WidgetRenderer.Objects()...)
}

// Layout lets the toolkit place its parts, then places the ring.
func (r *listRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	placeRing(r.ring, size, cardRadius, ringGap)
}

// Refresh lets the toolkit draw, then follows the focus.
func (r *listRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	showRing(r.ring, r.list.hasFocus, TokensOf(r.list).Focus)
}
