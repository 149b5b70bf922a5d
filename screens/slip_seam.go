package screens

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

const (
	slipLane  = 38 // room at the left for the nodes and the seam, at a text size of 100 %
	slipSpace = 26 // between two stations
	slipSwing = 4  // how far the seam bends aside between two stations
)

// slipStop is one station of a repair: its sign and what stands beside it.
type slipStop struct {
	node    *widgets.Node
	content fyne.CanvasObject
}

// slipSeam are the stations of a repair below each other, with the seam from one
// to the next: gold as far as it is mended.
type slipSeam struct {
	widget.BaseWidget
	stops []slipStop
	width float32
}

func newSlipSeam() *slipSeam {
	s := &slipSeam{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *slipSeam) add(state widgets.NodeState, content fyne.CanvasObject) {
	s.stops = append(s.stops, slipStop{node: widgets.NewNode("", state), content: content})
}

func (s *slipSeam) lane() float32 { return slipLane * textScale(s) }

// HeightFor is the height of all stations at a width.
func (s *slipSeam) HeightFor(width float32) float32 {
	height := -float32(slipSpace)
	for _, stop := range s.stops {
		height += s.high(stop, width) + slipSpace
	}
	return max(0, height)
}

// high is the height of one station.
func (s *slipSeam) high(stop slipStop, width float32) float32 {
	return max(stop.node.Across(), widgets.HeightFor(stop.content, width-s.lane()))
}

// NaturalWidth is the width of the widest station.
func (s *slipSeam) NaturalWidth() float32 {
	width := float32(0)
	for _, stop := range s.stops {
		width = max(width, widgets.NaturalWidth(stop.content))
	}
	return width + s.lane()
}

// Inside gives what stands beside the signs.
func (s *slipSeam) Inside() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(s.stops))
	for i, stop := range s.stops {
		all[i] = stop.content
	}
	return all
}

// CreateRenderer makes the drawing; the toolkit calls it.
func (s *slipSeam) CreateRenderer() fyne.WidgetRenderer {
	d := &slipSeamDrawing{seam: s}
	for range max(0, len(s.stops)-1) {
		d.bits = append(d.bits, seamBits())
	}
	d.paint()
	return d
}

type slipSeamDrawing struct {
	seam *slipSeam
	bits [][]*canvas.Line // the straight pieces from each node to the next
}

func seamBits() []*canvas.Line {
	bits := make([]*canvas.Line, pathBits)
	for i := range bits {
		bits[i] = canvas.NewLine(nil)
	}
	return bits
}

// Destroy is called by the toolkit.
func (d *slipSeamDrawing) Destroy() {}

// Objects gives the seam, the signs and what stands beside them.
func (d *slipSeamDrawing) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, bend := range d.bits {
		all = append(all, objects(bend...)...)
	}
	for _, stop := range d.seam.stops {
		all = append(all, stop.node, stop.content)
	}
	return all
}

// MinSize is narrow, and as high as the stations at the last width.
func (d *slipSeamDrawing) MinSize() fyne.Size {
	least := float32(0)
	for _, stop := range d.seam.stops {
		least = max(least, stop.content.MinSize().Width)
	}
	least += d.seam.lane()
	return fyne.NewSize(least, d.seam.HeightFor(max(d.seam.width, least)))
}

// Layout places the stations and draws the seam between their signs.
func (d *slipSeamDrawing) Layout(size fyne.Size) {
	s := d.seam
	s.width = size.Width
	y, lane := float32(0), s.lane()
	for i, stop := range s.stops {
		across, high := stop.node.Across(), s.high(stop, size.Width)
		putAt(stop.node, 0, y, across, across)
		putAt(stop.content, lane, y, size.Width-lane, high)
		if i < len(d.bits) {
			d.bend(i, across/2, y+across, y+high+slipSpace)
		}
		y += high + slipSpace
	}
}

// bend draws the seam from below one sign to the next, swung a little aside.
func (d *slipSeamDrawing) bend(i int, x, top, bottom float32) {
	swing := slipSwing * textScale(d.seam)
	if i%2 == 1 {
		swing = -swing
	}
	at := func(part float32) fyne.Position {
		return fyne.NewPos(x+swing*float32(math.Sin(float64(part)*math.Pi)), top+(bottom-top)*part)
	}
	for n, bit := range d.bits[i] {
		from, to := (float32(n)-pathLap)/pathBits, (float32(n)+1+pathLap)/pathBits
		bit.Position1, bit.Position2 = at(max(0, from)), at(min(1, to))
	}
}

func (d *slipSeamDrawing) paint() {
	t := widgets.TokensOf(d.seam)
	for i, bend := range d.bits {
		color, wide := t.Line, float32(3)
		if d.seam.stops[i].node.State == widgets.NodeDone {
			color, wide = t.Gold, 4
		}
		for _, bit := range bend {
			bit.StrokeColor, bit.StrokeWidth = color, wide
		}
	}
}

// Refresh follows the theme.
func (d *slipSeamDrawing) Refresh() {
	d.paint()
	d.Layout(d.seam.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}
