package screens

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

const (
	pathBelow   = 700  // narrower than this, all texts stand right of the seam
	pathSpacing = 26   // least room between two texts
	pathStep    = 74   // distance of two stops when their texts are short
	pathBits    = 9    // straight pieces of one bend of the seam
	pathLap     = 0.12 // how far the pieces reach over each other, so that no gap shows
)

// pathPlace is where one stop stands: the middle of its sign, and its text.
type pathPlace struct {
	x, y       float32
	text       fyne.Position
	width      float32
	high       float32
	rightwards bool
}

// pathPlaces lays out the stops of a path: pure sums, no widgets. across are the
// widths of the signs; heightOf tells how high a stop's text is at a width.
func pathPlaces(across []float32, width, scale float32, heightOf func(i int, width float32) float32) (places []pathPlace, height float32) {
	narrow := width < pathBelow*scale
	middle := width / 2
	if narrow {
		middle = 26 * scale
	}
	var y float32
	for i, sign := range across {
		p := pathPlace{x: middle + sway(i)*scale, rightwards: narrow || i%2 == 1}
		p.width = pathTextWidth(p.x+sign/2+14, width, narrow, scale)
		p.high = heightOf(i, p.width)
		half := max(p.high, sign) / 2
		if i > 0 {
			before := places[i-1]
			y = max(before.y+pathStep*scale, before.y+max(before.high, across[i-1])/2+pathSpacing+half)
		} else {
			y = half
		}
		p.y = y
		left := p.x + sign/2 + 14
		if !p.rightwards {
			left = p.x - sign/2 - 14 - p.width
		}
		p.text = fyne.NewPos(left, y-p.high/2)
		places = append(places, p)
	}
	last := len(places) - 1
	return places, places[last].y + max(places[last].high, across[last])/2
}

// sway is how far a stop stands off the middle, so that the seam is no ruler.
func sway(i int) float32 { return [...]float32{-2, 4, -3, 0, 6, -8, 2, 5, -2}[i%9] }

// pathTextWidth is the room of a text whose seam side is at left.
func pathTextWidth(left, width float32, narrow bool, scale float32) float32 {
	if narrow {
		return width - left
	}
	return width/2 - 60*scale
}

// pathView draws the stops and the seam through them.
type pathView struct {
	widget.BaseWidget
	stops []pathStop
	nodes []*widgets.Node
	doors []*pathDoor
	width float32
}

func newPathView(stops []pathStop, open func(id string)) *pathView {
	v := &pathView{stops: stops}
	for _, stop := range stops {
		v.nodes = append(v.nodes, widgets.NewNode(stop.number, stop.state))
		v.doors = append(v.doors, newPathDoor(stop, open))
	}
	v.ExtendBaseWidget(v)
	return v
}

// here is the door of the step that the couple works on, or nil.
func (v *pathView) here() fyne.Focusable {
	for i, stop := range v.stops {
		if stop.opens && stop.state == widgets.NodeHere {
			return v.doors[i].button
		}
	}
	return nil
}

func (v *pathView) scale() float32 { return theme.SizeForWidget(widgets.SizeBody, v) / 15 }

func (v *pathView) places(width float32) ([]pathPlace, float32) {
	across := make([]float32, len(v.nodes))
	for i, node := range v.nodes {
		across[i] = node.Across()
	}
	return pathPlaces(across, width, v.scale(), func(i int, width float32) float32 { return v.doors[i].HeightFor(width) })
}

// HeightFor is the height of the whole path at a width.
func (v *pathView) HeightFor(width float32) float32 {
	_, height := v.places(width)
	return height
}

// NaturalWidth is room for texts on both sides.
func (v *pathView) NaturalWidth() float32 { return 900 }

// Resize remembers the width, from which the height follows.
func (v *pathView) Resize(size fyne.Size) {
	v.width = size.Width
	v.BaseWidget.Resize(size)
}

// CreateRenderer makes the drawing; fyne calls it.
func (v *pathView) CreateRenderer() fyne.WidgetRenderer {
	d := &pathDrawing{view: v}
	for range (len(v.stops) - 1) * pathBits {
		d.bits = append(d.bits, canvas.NewLine(color.Transparent))
	}
	d.Refresh()
	return d
}

type pathDrawing struct {
	view *pathView
	bits []*canvas.Line
}

// Destroy is called by the toolkit.
func (d *pathDrawing) Destroy() {}

// Objects gives the seam first, so that the signs lie on it.
func (d *pathDrawing) Objects() []fyne.CanvasObject {
	all := objects(d.bits...)
	all = append(all, objects(d.view.nodes...)...)
	return append(all, objects(d.view.doors...)...)
}

// MinSize is narrow, and as high as the path at the last width.
func (d *pathDrawing) MinSize() fyne.Size {
	return fyne.NewSize(240, d.view.HeightFor(max(d.view.width, 240)))
}

// Layout places signs, texts and seam.
func (d *pathDrawing) Layout(size fyne.Size) {
	places, _ := d.view.places(size.Width)
	for i, p := range places {
		sign := d.view.nodes[i].Across()
		d.view.nodes[i].Move(fyne.NewPos(p.x-sign/2, p.y-sign/2))
		d.view.nodes[i].Resize(fyne.NewSquareSize(sign))
		d.view.doors[i].set(p.rightwards)
		d.view.doors[i].Move(p.text)
		d.view.doors[i].Resize(fyne.NewSize(p.width, p.high))
		if i > 0 {
			d.bend(i-1, places[i-1], p)
		}
	}
}

// bend draws the seam between two stops, from the edge of one sign to that of
// the next.
func (d *pathDrawing) bend(i int, from, to pathPlace) {
	top := from.y + d.view.nodes[i].Across()/2
	bottom := to.y - d.view.nodes[i+1].Across()/2
	swing := float32(5) * d.view.scale()
	if i%2 == 1 {
		swing = -swing
	}
	at := func(part float32) fyne.Position {
		x := from.x + (to.x-from.x)*part + swing*float32(math.Sin(float64(part)*math.Pi))
		return fyne.NewPos(x, top+(bottom-top)*part)
	}
	for n := range pathBits {
		bit := d.bits[i*pathBits+n]
		bit.Position1, bit.Position2 = at((float32(n)-pathLap)/pathBits), at((float32(n)+1+pathLap)/pathBits)
	}
}

// Refresh colours the seam: gold as far as the couple is, pale dashes after.
func (d *pathDrawing) Refresh() {
	t := widgets.TokensOf(d.view)
	for i := range len(d.view.stops) - 1 {
		whole := d.view.stops[i].state == widgets.NodeDone
		for n := range pathBits {
			bit := d.bits[i*pathBits+n]
			bit.StrokeColor, bit.StrokeWidth = t.Line, 4
			if whole {
				bit.StrokeColor, bit.StrokeWidth = t.Gold, 5
			}
			bit.Hidden = !whole && n%2 == 1
			bit.Refresh()
		}
	}
	d.Layout(d.view.Size())
}
