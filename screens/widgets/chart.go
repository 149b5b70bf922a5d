package widgets

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"goldseam.app/data/chart"
)

const (
	chartHeight = 180 // at a text size of 100 %
	chartReach  = 32  // how near the mouse must come to a point, at a text size of 100 %
)

// Chart shows both partners' answers to one question, each as a line of their own. The arrow keys and the mouse go from
// point to point; the screen says what is there.
type Chart struct {
	control
	Names   [2]string             // in the key above the lines
	OnPoint func(side, index int) // told which point of which line is looked at; index -1: none
	From    int                   // the first day that is drawn; set it before SetLines
	lines   [2]chart.Line
	marks   []chart.Mark
	dayText func(day int) string
	drawing chart.Drawing
	way     []chartPlace   // all points in the order of time, the first partner's first
	at      int            // where on the way; -1: nowhere
	eye     *canvas.Circle // around the point that is looked at; it moves without the rest being drawn anew
}

// chartPlace is one dot of a drawing.
type chartPlace struct {
	side int
	dot  chart.Dot
}

// NewChart makes a chart of two lines, the first partner's first; dayText gives the words for a day.
func NewChart(lines [2]chart.Line, marks []chart.Mark, dayText func(day int) string) *Chart {
	c := &Chart{lines: lines, marks: marks, dayText: dayText, at: -1, eye: canvas.NewCircle(color.Transparent)}
	c.eye.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// SetLines shows other lines and marks; no point is looked at then.
func (c *Chart) SetLines(lines [2]chart.Line, marks []chart.Mark) {
	c.look(-1)
	c.lines, c.marks = lines, marks
	c.Refresh()
}

// Drawing gives the chart as it was laid out last: whether it is too early to tell, and which points are unusual.
func (c *Chart) Drawing() chart.Drawing { return c.drawing }

// TypedKey goes along the points with Left, Right, Home and End, and away from them with Escape.
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	last := len(c.way) - 1
	switch e.Name {
	case fyne.KeyRight:
		c.look(min(c.at+1, last))
	case fyne.KeyLeft:
		if c.at < 0 {
			c.look(last)
			return
		}
		c.look(max(c.at-1, 0))
	case fyne.KeyHome:
		c.look(min(0, last))
	case fyne.KeyEnd:
		c.look(last)
	case fyne.KeyEscape:
		c.look(-1)
	}
}

// FocusLost takes the ring away, and the one around the point.
func (c *Chart) FocusLost() {
	c.control.FocusLost()
	c.look(-1)
}

// MouseIn looks at the point under the mouse.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved looks at the point nearest to the mouse, if one is near.
func (c *Chart) MouseMoved(e *desktop.MouseEvent) { c.look(c.near(e.Position)) }

// MouseOut looks away.
func (c *Chart) MouseOut() { c.look(-1) }

// Cursor is the plain one: a chart can't be pressed.
func (c *Chart) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel says whose lines these are, or whose point is looked at, its day and its answer.
func (c *Chart) AccessibilityLabel() string {
	if c.at < 0 {
		return c.Names[0] + " · " + c.Names[1]
	}
	p := c.way[c.at]
	return c.Names[p.side] + " · " + c.dayWords(p.dot.Day) + " · " + strconv.Itoa(p.dot.Value)
}

// AccessibilityRole says that there is something to read.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// HeightFor is the same at every width.
func (c *Chart) HeightFor(float32) float32 { return ceil(chartHeight * scaleOf(c)) }

// NaturalWidth is room for half a year of points with their shapes.
func (c *Chart) NaturalWidth() float32 { return 480 * scaleOf(c) }

// CreateRenderer is called by the toolkit.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chartRenderer{chart: c, ring: newRing()}
	r.picture = canvas.NewRaster(r.paint)
	r.Refresh()
	return r
}

func (c *Chart) dayWords(day int) string {
	if c.dayText == nil {
		return ""
	}
	return c.dayText(day)
}

// look goes to a place on the way, or nowhere with -1, and tells the screen if that is somewhere else.
func (c *Chart) look(at int) {
	if at == c.at {
		return
	}
	c.at = at
	c.placeEye()
	if c.OnPoint == nil {
		return
	}
	if at < 0 {
		c.OnPoint(0, -1)
		return
	}
	c.OnPoint(c.way[at].side, c.way[at].dot.Index)
}

// placeEye puts the ring around the point that is looked at.
func (c *Chart) placeEye() {
	c.eye.Hidden = c.at < 0
	if c.at >= 0 {
		at, r := c.way[c.at].dot.XY, float32(max(c.drawing.RingRadius(), 6))
		c.eye.Resize(fyne.NewSquareSize(2 * r))
		c.eye.Move(fyne.NewPos(float32(at.X)-r, float32(at.Y)-r))
	}
	c.eye.Refresh()
}

// near finds the place on the way that is nearest to the mouse, or -1. Of two points in one place the first partner's
// is on the left and the second's on the right.
func (c *Chart) near(mouse fyne.Position) int {
	best, least := -1, float64(chartReach*scaleOf(c))
	for i, p := range c.way {
		away := math.Hypot(p.dot.X-float64(mouse.X), p.dot.Y-float64(mouse.Y))
		if away < least || away == least && best >= 0 && p.side == 1 && float64(mouse.X) > p.dot.X {
			best, least = i, away
		}
	}
	return best
}

// lay draws the chart for a size and puts the points in the order of time.
func (c *Chart) lay(size fyne.Size) {
	text := sizeOf(c, SizeSmall)
	c.drawing = chart.Draw(c.lines, c.marks, chart.Frame{
		Width: float64(size.Width), Height: float64(size.Height), Text: float64(text), DayText: c.dayWords, Names: c.Names, From: c.From,
		Measure: func(s string) float64 { return float64(widthOf(c, s, text, fyne.TextStyle{})) },
	})
	c.way = c.way[:0]
	for i, side := range c.drawing.Sides {
		for _, dot := range side.Dots {
			c.way = append(c.way, chartPlace{i, dot})
		}
	}
	slices.SortStableFunc(c.way, func(a, b chartPlace) int { return cmp.Compare(a.dot.Day, b.dot.Day) })
	c.at = min(c.at, len(c.way)-1)
	c.placeEye()
}

type chartRenderer struct {
	chart   *Chart
	ring    *canvas.Rectangle
	bands   [2]canvas.Rectangle
	lines   []*canvas.Rectangle // hairlines, then the pieces of the axis
	words   []*canvas.Text
	picture *canvas.Raster // lines, points and marks
	objects []fyne.CanvasObject
}

// Destroy is called by the toolkit.
func (r *chartRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize grows with the text size.
func (r *chartRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200*scaleOf(r.chart), r.chart.HeightFor(0))
}

// Layout draws the chart for a size.
func (r *chartRenderer) Layout(size fyne.Size) {
	r.chart.lay(size)
	placeRing(r.ring, size, 4, wideRingGap)
	r.placeBands()
	r.placeLines()
	r.placeWords()
	r.picture.Resize(size)
	r.collect()
	r.picture.Refresh()
}

// Refresh follows the lines and the theme.
func (r *chartRenderer) Refresh() {
	c, t := r.chart, TokensOf(r.chart)
	c.eye.StrokeColor, c.eye.StrokeWidth, c.eye.FillColor = t.Focus, 2, hollow(t.Focus)
	r.bands[0].FillColor, r.bands[1].FillColor = faint(t.FirstWash), faint(t.SecondWash)
	r.Layout(c.Size())
	showRing(r.ring, c.focused, t.Focus)
	canvas.Refresh(c)
}

func (r *chartRenderer) collect() {
	r.objects = append(r.objects[:0], r.ring, &r.bands[0], &r.bands[1])
	for _, line := range r.lines {
		r.objects = append(r.objects, line)
	}
	r.objects = append(r.objects, r.picture)
	for _, words := range r.words {
		r.objects = append(r.objects, words)
	}
	r.objects = append(r.objects, r.chart.eye)
}

func (r *chartRenderer) placeBands() {
	for i, side := range r.chart.drawing.Sides {
		band := &r.bands[i]
		band.Hidden = side.Early
		band.Move(fyne.NewPos(float32(side.Band.X), float32(side.Band.Y)))
		band.Resize(fyne.NewSize(float32(side.Band.W), max(float32(side.Band.H), 1)))
	}
}

func (r *chartRenderer) placeLines() {
	d := r.chart.drawing
	r.lines = r.lines[:0]
	for _, h := range d.Hairlines {
		r.hairline(d.Plot.X, d.Plot.X+d.Plot.W, h.Y)
	}
	for _, piece := range d.Axis {
		r.hairline(piece[0].X, piece[1].X, piece[0].Y)
	}
}

// hairline is one point thick in every look: the scale stays behind the lines.
func (r *chartRenderer) hairline(from, to, y float64) {
	const thick = 1
	line := canvas.NewRectangle(TokensOf(r.chart).Line)
	line.Move(fyne.NewPos(float32(from), float32(math.Round(y)-thick/2.0)))
	line.Resize(fyne.NewSize(float32(to-from), thick))
	r.lines = append(r.lines, line)
}

func (r *chartRenderer) placeWords() {
	d := r.chart.drawing
	r.words = r.words[:0]
	for _, l := range d.Values {
		r.word(l)
	}
	for _, l := range d.Days {
		r.word(l)
	}
	for _, k := range d.Key {
		r.word(k.Name)
	}
}

// word sets a label in the middle of its box, which was measured for it.
func (r *chartRenderer) word(l chart.Label) {
	words := canvas.NewText(l.Text, TokensOf(r.chart).Muted)
	words.TextSize = sizeOf(r.chart, SizeSmall)
	least := words.MinSize()
	words.Resize(least)
	words.Move(fyne.NewPos(float32(l.Box.X), float32(l.Box.Y+l.Box.H/2)-least.Height/2))
	r.words = append(r.words, words)
}

// faint thins a wash out, so that one band stays visible through the other.
func faint(c color.NRGBA) color.Color {
	c.A = 0x98
	return c
}
