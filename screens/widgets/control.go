package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what all widgets share that can be pressed, by mouse or keyboard.
type control struct {
	widget.DisableableWidget
	focused, hovered bool
}

// FocusGained shows the ring.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	tellFocus()
}

// FocusLost takes the ring away.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune does nothing: a control takes no letters.
func (c *control) TypedRune(rune) {}

// KeyDown passes the key on to the watcher.
func (c *control) KeyDown(e *fyne.KeyEvent) { tellKeyDown(e) }

// KeyUp passes the key on to the watcher.
func (c *control) KeyUp(e *fyne.KeyEvent) { tellKeyUp(e) }

// MouseIn shows that the control can be pressed.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved does nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the sign away.
func (c *control) MouseOut() {
	c.hovered = false
	c.Refresh()
}

// Cursor is a hand over what can be pressed.
func (c *control) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// ringGap is how far the ring around the focused control stands off.
const ringGap = 2

// newRing makes the ring that shows where the keyboard is.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth = 2
	ring.Hide()
	return ring
}

// wideRingGap is the same for what has no border of its own.
const wideRingGap = 6

// placeRing puts the ring around a box of a size and a corner radius, standing off by a gap.
func placeRing(ring *canvas.Rectangle, size fyne.Size, radius, gap float32) {
	ring.CornerRadius = radius + gap
	ring.Move(fyne.NewPos(-gap-1, -gap-1))
	ring.Resize(size.AddWidthHeight(2*gap+2, 2*gap+2))
}

// hollow fills what has only an edge, with nearly nothing of the edge's colour:
// a graphics card mixes edge and fill, and a mix with clear black looks dirty.
func hollow(edge color.Color) color.Color {
	r, g, b, _ := edge.RGBA()
	return color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 1}
}

// showRing shows or hides the ring.
func showRing(ring *canvas.Rectangle, focused bool, c color.Color) {
	ring.StrokeColor, ring.FillColor = c, hollow(c)
	ring.Hidden = !focused
	ring.Refresh()
}
