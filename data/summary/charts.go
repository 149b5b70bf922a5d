package summary

import (
	"math"
	"strings"

	"goldseam.app/data/chart"
)

// Measures of a chart on paper, in points.
const (
	chartHeight = 118.0
	chartIndent = 14.0
	thinLine    = 0.6
	squareLine  = 1.2
)

var styleChart = style{Regular, 8, InkMuted}

// sideInks are the partners' colours.
var sideInks = [2]Ink{InkFirst, InkSecond}

// drawn lays the chart out in a frame.
func (c Chart) drawn(f chart.Frame) chart.Drawing {
	f.DayText = c.DayText
	for i, line := range c.Lines {
		if answered(line) > 0 {
			f.Names[i] = c.Names[i]
		}
	}
	return chart.Draw(c.Lines, c.Marks, f)
}

// placed is where on the page a chart stands, from the left margin.
type placed struct{ x, width float64 }

// abreast sets charts side by side: their titles, drawings and words in step.
func (s *setter) abreast(items []Item) {
	var bands [3][]row // each a row for every chart
	width := (textWidth - columnGap*float64(s.columns-1)) / float64(s.columns)
	for i, it := range items {
		at := placed{float64(i) * (width + columnGap), width}
		small := setter{fonts: s.fonts, density: density{scale: max(s.size()*0.86, 0.74)}}
		small.set(block{
			spans: []span{{it.Title, styleItem}, {"   " + it.Note, styleNote}}, x: at.x, width: at.width, leading: bodyLead, before: 0,
		})
		bands[0] = append(bands[0], stacked(small.rows))
		bands[0][i].marks = []Mark{{Title: it.heading(), Level: 1}}
		bands[1] = append(bands[1], small.drawing(*it.Chart, at))
		small.rows = nil
		small.says(*it.Chart, at)
		bands[2] = append(bands[2], stacked(small.rows))
	}
	for i, band := range bands {
		r := abreast(band)
		r.before = [...]float64{10, 4, 2}[i] * s.size()
		r.keep = i < len(bands)-1
		s.rows = append(s.rows, r)
	}
}

// chart sets the drawing of a question, and below it what may be read from it.
func (s *setter) chart(c Chart) {
	at := placed{chartIndent, textWidth - chartIndent}
	r := s.drawing(c, at)
	r.before, r.keep = 6, true
	s.rows = append(s.rows, r)
	s.says(c, at)
}

func (s *setter) says(c Chart, at placed) {
	s.set(block{spans: []span{{strings.Join(c.Says, " "), styleNote}}, x: at.x, width: at.width, leading: bodyLead, before: 4})
}

// drawing is a chart as one row; narrower ones are lower too.
func (s *setter) drawing(c Chart, at placed) row {
	high := chartHeight * min(1, 0.35+0.7*at.width/(textWidth-chartIndent))
	d := c.drawn(chart.Frame{
		Width: at.width, Height: high, Text: styleChart.size,
		Measure: func(text string) float64 { return widthOf(s.fonts.letters([]span{{text, styleChart}})) },
	})
	r := row{height: high}
	r.bands(d)
	r.curves(d)
	r.signs(d)
	s.chartWords(&r, d)
	for i := range r.shapes {
		r.shapes[i].X1 += marginSide + at.x
		r.shapes[i].X2 += marginSide + at.x
	}
	for i := range r.texts {
		r.texts[i].X += marginSide + at.x
	}
	return r
}

// bands draws how far each line ordinarily swings, and the lines of the scale.
func (r *row) bands(d chart.Drawing) {
	for i, side := range d.Sides {
		if b := side.Band; !side.Early {
			r.shapes = append(r.shapes, Shape{
				Kind: Rect, X1: b.X, Y1: b.Y, X2: b.X + b.W, Y2: b.Y + max(b.H, 1), Fill: sideInks[i], Faint: true,
			})
		}
		for _, edge := range side.BandEdges() {
			r.path([][2]chart.XY{edge}, side.Dashed, thinLine, sideInks[i])
		}
	}
	for _, h := range d.Hairlines {
		r.line(chart.XY{X: d.Plot.X, Y: h.Y}, chart.XY{X: d.Plot.X + d.Plot.W, Y: h.Y}, thinLine, InkLine)
	}
}

// curves draws the lines, then the second partner's squares, then the first's
// discs, so that each stays visible where they meet.
func (r *row) curves(d chart.Drawing) {
	for i, side := range d.Sides {
		for _, run := range side.Runs {
			r.path(stretches(places(run)), side.Dashed, chart.LineWidth, sideInks[i])
		}
	}
	for i := len(d.Sides) - 1; i >= 0; i-- {
		for _, run := range d.Sides[i].Runs {
			for _, dot := range run {
				if d.Shapes || len(run) == 1 {
					r.dot(d, i, dot)
				}
			}
		}
	}
}

// path draws pieces that join, dashed or whole.
func (r *row) path(pieces [][2]chart.XY, dashed bool, width float64, ink Ink) {
	if dashed {
		pieces = dashes(pieces)
	}
	for _, p := range pieces {
		r.line(p[0], p[1], width, ink)
	}
}

func places(run []chart.Dot) []chart.XY {
	path := make([]chart.XY, len(run))
	for i, dot := range run {
		path[i] = dot.XY
	}
	return path
}

// stretches cuts a path at its corners.
func stretches(path []chart.XY) [][2]chart.XY {
	var pieces [][2]chart.XY
	for i := 1; i < len(path); i++ {
		pieces = append(pieces, [2]chart.XY{path[i-1], path[i]})
	}
	return pieces
}

// dashes cuts pieces that join into dashes, which go on around corners.
func dashes(pieces [][2]chart.XY) [][2]chart.XY {
	var out [][2]chart.XY
	const period = chart.DashLength + chart.DashGap
	done := 0.0 // length of the path before the piece
	for _, p := range pieces {
		dx, dy := p[1].X-p[0].X, p[1].Y-p[0].Y
		length := math.Hypot(dx, dy)
		at := func(t float64) chart.XY {
			t = min(max(t-done, 0), length) / length
			return chart.XY{X: p[0].X + dx*t, Y: p[0].Y + dy*t}
		}
		for n := math.Floor(done / period); length > 0 && n*period < done+length; n++ {
			if from, to := n*period, n*period+chart.DashLength; to > done {
				out = append(out, [2]chart.XY{at(from), at(to)})
			}
		}
		done += length
	}
	return out
}

// dot draws one answer, with a ring when it is more than the usual swing.
func (r *row) dot(d chart.Drawing, side int, dot chart.Dot) {
	r.shapes = append(r.shapes, answerShape(d.Sides[side], sideInks[side], dot.XY, d.Radius))
	if dot.Ring {
		ring := disc(dot.X, dot.Y, d.RingRadius())
		ring.Width, ring.Stroke = thinLine, sideInks[side]
		r.shapes = append(r.shapes, ring)
	}
}

// answerShape is the first partner's disc or the second's hollow square.
func answerShape(side chart.Side, ink Ink, at chart.XY, radius float64) Shape {
	if side.Shape == chart.Disc {
		s := disc(at.X, at.Y, radius)
		s.Fill = ink
		return s
	}
	s := disc(at.X, at.Y, chart.SquareRadius(radius)-squareLine/2)
	s.Kind, s.Width, s.Fill, s.Stroke = Rect, squareLine, InkPaper, ink
	return s
}

// signs draws what happened meanwhile: strokes, cracks and diamonds on a line.
func (r *row) signs(d chart.Drawing) {
	for _, piece := range d.Axis {
		r.line(piece[0], piece[1], thinLine, InkLine)
	}
	for _, sign := range d.Signs {
		if sign.Filled() {
			r.shapes = append(r.shapes, Shape{
				Kind: Diamond, X1: sign.Path[3].X, Y1: sign.Path[0].Y, X2: sign.Path[1].X, Y2: sign.Path[2].Y, Fill: InkGold,
			})
			continue
		}
		for _, piece := range stretches(sign.Path) {
			r.line(piece[0], piece[1], squareLine, InkMuted)
		}
	}
}

func (r *row) line(from, to chart.XY, width float64, ink Ink) {
	r.shapes = append(r.shapes, Shape{
		Kind: Line, X1: from.X, Y1: from.Y, X2: to.X, Y2: to.Y, Width: width, Stroke: ink, Round: width > thinLine,
	})
}

// chartWords sets the scale, the days, and whose line is whose.
func (s *setter) chartWords(r *row, d chart.Drawing) {
	for _, l := range d.Values {
		s.label(r, l, 1)
	}
	for _, l := range d.Days {
		s.label(r, l, 0.5)
	}
	for _, k := range d.Key {
		r.path([][2]chart.XY{{k.From, k.To}}, d.Sides[k.Side].Dashed, chart.LineWidth, sideInks[k.Side])
		r.shapes = append(r.shapes, answerShape(d.Sides[k.Side], sideInks[k.Side], k.Middle(), k.Radius))
		s.label(r, k.Name, 0)
	}
}

// label sets a word in its box: 0 is its left edge, 0.5 its middle, 1 its right.
func (s *setter) label(r *row, l chart.Label, edge float64) {
	line := s.fonts.letters([]span{{l.Text, styleChart}})
	x := l.Box.X + (l.Box.W-widthOf(line))*edge
	y := l.Box.Y + l.Box.H/2 + styleChart.size*0.35 // letters stand about a third of their size below the middle
	r.texts = append(r.texts, place(visual(line, readsFromRight(line)), x, y)...)
}
