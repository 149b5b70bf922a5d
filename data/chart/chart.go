// Package chart turns the answers of the weekly check-ins into a drawing: where each line, point, band and label
// stands. The screen, the printed page and the web page only put colour on it. Each partner has a line of their own;
// the two are never added up, averaged or compared, and no line is given a direction.
package chart

import (
	"cmp"
	"math"
	"slices"
)

// Most is the highest answer of a check-in; the lowest is 0.
const Most = 10

const (
	// MaxGap is the longest time, in days, between two answers that a line still joins. Check-ins are weekly and one
	// may slip by some days; from two weeks on a check-in was left out, and that stays visible as a gap.
	MaxGap = 13
	// LineWidth is the width of a partner's line, in points.
	LineWidth = 2
	// DashLength and DashGap are the dashes of the second partner's line, in points, to be drawn with round ends.
	DashLength, DashGap = 5, 8
	// squareSize is half the side of a square, in radiuses of a disc.
	squareSize = 1.3
	// tight is the distance between points, in points, below which shapes would only blur the line.
	tight = 4
)

// Point is one check-in on a line.
type Point struct {
	Day      int  // days since any fixed day
	Value    int  // 0 … Most; others are brought to the nearer end
	Answered bool // whether there is an answer at all
}

// Line is one partner's answers to one question, in the order of the ledger. A day before the one in front of it (the
// clock was set back) counts as that one.
type Line []Point

// MarkKind tells what a Mark stands for.
type MarkKind int

// The kinds of marks. They differ by shape: a tick, a crack, a diamond.
const (
	StepClosed MarkKind = iota
	Break
	Mended
)

// Mark is something that happened, shown below the lines. Marks come in the order of the ledger, as points do.
type Mark struct {
	Day   int
	Kind  MarkKind
	Label string // said by drawings that can say it; may be empty
}

// Frame is the room for a drawing and what its words need.
type Frame struct {
	Width, Height float64                   // in points
	Text          float64                   // the size of the type, in points
	DayText       func(day int) string      // the words for a day; nil leaves days out
	Measure       func(text string) float64 // the width of a text, in points; nil estimates it
	Names         [2]string                 // the two partners, for the key above the lines; empty names are left out
	From          int                       // the first day that is drawn, 0 for all; a line's band is taken from all its answers
}

// XY is a place, in points from the top left corner.
type XY struct{ X, Y float64 }

// Rect is a box; X and Y are its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Drawing is a chart laid out. All places lie within Width and Height.
type Drawing struct {
	Width, Height float64
	Text          float64 // the size of the type
	Radius        float64 // of the disc of the first partner's points; see SquareRadius for the second's
	Shapes        bool    // whether points have room for their shapes; lone points are drawn in any case
	Plot          Rect    // from 0 at its foot to Most at its top
	Hairlines     []Hairline
	Sides         [2]Side // first and second partner
	Axis          [][2]XY // the line under the marks, with a gap at every break; empty when there are no marks
	Signs         []Sign
	Values        []Label // beside the hairlines, to be set against the right edge of their boxes
	Days          []Label // below, to be centred in their boxes
	Key           []KeyEntry
}

// Shape is how a partner's points look.
type Shape int

// The shapes: the first partner has discs, the second hollow squares.
const (
	Disc Shape = iota
	Square
)

// Side is one partner's part of a drawing.
type Side struct {
	Shape  Shape
	Dashed bool
	Dots   []Dot   // every answer, in order
	Runs   [][]Dot // the same, cut at the gaps; a run of one is a lone point
	Swing  Swing
	Early  bool // fewer than Baseline answers: too early to tell
	Band   Rect // the natural band, cut to 0 … Most; only when Early is false
}

// Dot is an answer in its place.
type Dot struct {
	XY
	Index      int  // in the Line
	Day, Value int  // as they were drawn
	Ring       bool // the first of a stretch that is more than the usual swing; one ring is enough for it
}

// Hairline is a thin line across the plot at an answer.
type Hairline struct {
	Y     float64
	Value int
}

// Label is a text with its box. Boxes of one list never overlap.
type Label struct {
	Box  Rect
	Text string
	Of   int // the day or the answer
}

// KeyEntry says which line is whose: a piece of it, and the name to be set against the left edge of its box.
type KeyEntry struct {
	Side     int
	From, To XY
	Name     Label
	Radius   float64 // of the disc in the middle of the piece
}

// Middle is where the shape stands on the piece of line.
func (k KeyEntry) Middle() XY { return XY{(k.From.X + k.To.X) / 2, k.From.Y} }

// SquareRadius is half the side of the second partner's squares, beside discs of a radius. They are larger than the discs, so that a disc at the
// same place doesn't hide them.
func SquareRadius(disc float64) float64 { return disc * squareSize }

// RingRadius is the radius of the thin ring around the first point of an unusual stretch.
func (d Drawing) RingRadius() float64 { return d.Radius * ringSize }

// BandEdges are the upper and the lower edge of the band, without those that the scale cuts off. They are drawn thin,
// and dashed where the line is, so that it can be seen whose band it is.
func (s Side) BandEdges() [][2]XY {
	var edges [][2]XY
	edge := func(y float64) { edges = append(edges, [2]XY{{s.Band.X, y}, {s.Band.X + s.Band.W, y}}) }
	if s.Swing.OK && s.Swing.High < Most {
		edge(s.Band.Y)
	}
	if s.Swing.OK && s.Swing.Low > 0 {
		edge(s.Band.Y + s.Band.H)
	}
	return edges
}

// Draw lays a chart out. It is a pure function; an empty line leaves its side empty.
func Draw(lines [2]Line, marks []Mark, f Frame) Drawing {
	lines = [2]Line{lines[0].inOrder(), lines[1].inOrder()}
	if f.From == 0 {
		f.From = math.MinInt
	}
	marks = slices.DeleteFunc(marksInOrder(marks), func(m Mark) bool { return m.Day < f.From })
	shown := [2]Line{lines[0].from(f.From), lines[1].from(f.From)}
	g := newGrid(shown, marks, f)
	d := Drawing{Width: g.width, Height: g.height, Text: f.Text, Plot: g.plot, Radius: f.Text * dotSize}
	for i, line := range lines {
		d.Sides[i] = g.side(line, Shape(i))
	}
	d.fitShapes()
	d.Axis, d.Signs = g.signs(marks, d.Text*dotSize)
	d.Hairlines, d.Values = g.scale()
	d.Days = g.days(shown, marks)
	d.Key = g.key()
	return d
}

// fitShapes makes the shapes smaller where points are close, and leaves them out where they are too close.
func (d *Drawing) fitShapes() {
	d.Shapes = true
	for _, s := range d.Sides {
		length, steps := 0.0, 0
		for _, run := range s.Runs {
			length += run[len(run)-1].X - run[0].X
			steps += len(run) - 1
		}
		if steps == 0 {
			continue
		}
		apart := length / float64(steps)
		d.Shapes = d.Shapes && apart >= tight
		d.Radius = max(min(d.Radius, apart*0.45), min(d.Radius, tight*0.45))
	}
}

// side lays out one line: its dots, its runs and its band.
func (g grid) side(l Line, shape Shape) Side {
	s := Side{Shape: shape, Dashed: shape == Square, Swing: SwingOf(l)}
	s.Early = !s.Swing.OK
	unusual, before := Unusual(l), false
	s.Dots = make([]Dot, 0, len(l))
	begins := []int{} // where a run begins in Dots
	for i, p := range l {
		if !p.Answered || p.Day < g.From {
			continue
		}
		if i == 0 || l[i-1].Day < g.From || !joined(l[i-1], p) {
			begins = append(begins, len(s.Dots))
		}
		s.Dots = append(s.Dots, Dot{XY{g.x(p.Day), g.y(float64(p.Value))}, i, p.Day, p.Value, unusual[i] && !before})
		before = unusual[i]
	}
	for i, begin := range begins {
		end := len(s.Dots)
		if i+1 < len(begins) {
			end = begins[i+1]
		}
		s.Runs = append(s.Runs, s.Dots[begin:end:end])
	}
	if s.Swing.OK && len(s.Dots) > 0 {
		s.Band = g.band(s.Dots[0].X, s.Swing)
	}
	return s
}

// joined tells whether a line goes from one point to the next.
func joined(from, to Point) bool {
	return from.Answered && to.Answered && float64(to.Day)-float64(from.Day) <= MaxGap
}

// from gives the part of a line in order that begins on a day.
func (l Line) from(day int) Line {
	i, _ := slices.BinarySearchFunc(l, day, func(p Point, day int) int { return cmp.Compare(p.Day, day) })
	return l[i:]
}

// inOrder gives the line with no day before the one in front of it, and no answer below 0 or above Most.
func (l Line) inOrder() Line {
	line := slices.Clone(l)
	for i := range line {
		line[i].Value = min(max(line[i].Value, 0), Most)
		if i > 0 {
			line[i].Day = max(line[i].Day, line[i-1].Day)
		}
	}
	return line
}

// marksInOrder does the same for marks.
func marksInOrder(marks []Mark) []Mark {
	marks = slices.Clone(marks)
	for i := 1; i < len(marks); i++ {
		marks[i].Day = max(marks[i].Day, marks[i-1].Day)
	}
	return marks
}
