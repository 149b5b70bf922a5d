package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tick is what the drawing of a Check or of one of several Options needs to know.
type tick struct {
	text                       string
	on, round                  bool
	focused, hovered, disabled bool
}

const tickRoom = 4

func tickSide(o fyne.Widget) float32 { return sizeOf(o, SizeBody) * 1.15 }

func tickIndent(o fyne.Widget) float32 { return ceil(tickSide(o)) + 10 }

func tickHeight(o fyne.Widget, text string, width float32) float32 {
	return NewText(text, Body).HeightFor(width-tickIndent(o)) + 2*tickRoom
}

func tickWidth(o fyne.Widget, text string) float32 {
	return NewText(text, Body).NaturalWidth() + tickIndent(o)
}

type tickRenderer struct {
	owner       fyne.Widget
	state       func() tick
	words       *Text
	ring, box   *canvas.Rectangle
	dot         *canvas.Circle
	short, long *canvas.Line
}

func newTickRenderer(owner fyne.Widget, state func() tick) *tickRenderer {
	r := &tickRenderer{
		owner: owner, state: state, words: NewText("", Body), ring: newRing(), box: canvas.NewRectangle(color.Transparent),
		dot: canvas.NewCircle(color.Transparent), short: canvas.NewLine(color.Transparent), long: canvas.NewLine(color.Transparent),
	}
	r.Refresh()
	return r
}

// Destroy is called by the toolkit.
func (r *tickRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.box, r.dot, r.short, r.long, r.words}
}

// MinSize is the size of the box and the words at the last width.
func (r *tickRenderer) MinSize() fyne.Size {
	least := r.words.MinSize()
	return fyne.NewSize(least.Width+tickIndent(r.owner), least.Height+2*tickRoom)
}

// Layout places the parts.
func (r *tickRenderer) Layout(size fyne.Size) {
	side, indent := tickSide(r.owner), tickIndent(r.owner)
	r.words.Move(fyne.NewPos(indent, tickRoom))
	r.words.Resize(fyne.NewSize(max(0, size.Width-indent), max(0, size.Height-2*tickRoom)))
	top := tickRoom + (r.words.lineHeight()-side)/2
	r.box.Move(fyne.NewPos(0, top))
	r.box.Resize(fyne.NewSquareSize(side))
	r.dot.Move(fyne.NewPos(side*0.27, top+side*0.27))
	r.dot.Resize(fyne.NewSquareSize(side * 0.46))
	r.short.Position1, r.short.Position2 = fyne.NewPos(side*0.24, top+side*0.52), fyne.NewPos(side*0.43, top+side*0.72)
	r.long.Position1, r.long.Position2 = fyne.NewPos(side*0.43, top+side*0.72), fyne.NewPos(side*0.78, top+side*0.29)
	placeRing(r.ring, size.AddWidthHeight(0, -6), 4, wideRingGap)
	r.ring.Move(r.ring.Position().AddXY(0, 3))
}

// Refresh follows the state and the theme.
func (r *tickRenderer) Refresh() {
	s, t := r.state(), TokensOf(r.owner)
	r.words.Text, r.words.Color = s.text, ""
	if s.disabled {
		r.words.Color = ColorMuted
	}
	r.words.Refresh()
	r.paintBox(s, t)
	r.dot.FillColor, r.dot.Hidden = t.Ink, !s.round || !s.on
	r.dot.Refresh()
	for _, line := range []*canvas.Line{r.short, r.long} {
		line.StrokeColor, line.StrokeWidth, line.Hidden = t.OnInk, 2, s.round || !s.on
		line.Refresh()
	}
	showRing(r.ring, s.focused, t.Focus)
	r.Layout(r.owner.Size())
	canvas.Refresh(r.owner)
}

func (r *tickRenderer) paintBox(s tick, t Tokens) {
	r.box.StrokeWidth, r.box.StrokeColor, r.box.FillColor = 1.5, t.Muted, t.Surface
	r.box.CornerRadius = tickSide(r.owner) * 0.25
	switch {
	case s.round:
		r.box.CornerRadius = tickSide(r.owner) / 2
	case s.on:
		r.box.FillColor, r.box.StrokeColor = t.Ink, t.Ink
	}
	if s.hovered && !s.disabled {
		r.box.StrokeColor = t.Ink
	}
	r.box.Refresh()
}
