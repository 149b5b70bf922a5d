package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"goldseam.app/data/chart"
)

// dayScale maps days to places on a strip, and back.
type dayScale struct {
	from, to    float64 // days
	left, width float32 // points
}

// x is where a day is; days outside are at the nearer end.
func (s dayScale) x(day float64) float32 {
	if s.to <= s.from {
		return s.left + s.width
	}
	part := min(max((day-s.from)/(s.to-s.from), 0), 1)
	return s.left + s.width*float32(part)
}

// day is what is at a place; it goes on outside of the strip.
func (s dayScale) day(x float32) float64 {
	return s.from + float64((x-s.left)/s.width)*(s.to-s.from)
}

// window gives the ends of a window: inside of the strip, and wide enough to be seen and held.
func (s dayScale) window(from, to float64) (left, right float32) {
	least := min(overviewLeast, s.width)
	left, right = s.x(min(from, to)), s.x(max(from, to))
	if right-left < least {
		left = (left + right - least) / 2
		left = min(max(left, s.left), s.left+s.width-least)
		right = left + least
	}
	return left, right
}

// paint draws lines or bars into a picture of so many pixels, once for a size and a look.
func (r *overviewRenderer) paint(width, height int) image.Image {
	box := image.Rect(0, 0, width, height)
	if r.painted != nil && r.painted.Rect == box {
		return r.painted
	}
	o, t := r.strip, TokensOf(r.strip)
	b := &chartBrush{picture: image.NewRGBA(box), layer: image.NewAlpha(box), scale: float64(width) / max(float64(o.Size().Width), 1)}
	r.card(b)
	if o.bare() {
		quiet := t.Muted
		quiet.A = 0x58
		r.bars(b)
		b.ink(quiet)
	}
	for i, colour := range []color.Color{t.First, t.Second} {
		r.line(b, i)
		b.ink(colour)
	}
	r.painted = b.picture
	return b.picture
}

// card draws the ground with its edge, and the foot of the plot.
func (r *overviewRenderer) card(b *chartBrush) {
	o, t := r.strip, TokensOf(r.strip)
	edge := t.Line
	if o.hovered {
		edge = t.Muted
	}
	b.rounded(o.Size().Width, o.Size().Height, 0, edge)
	b.rounded(o.Size().Width, o.Size().Height, float64(hairlineOf(o)), t.Surface)
	_, foot := o.plot()
	b.fill(overviewSide, float64(foot), overviewSide+float64(o.scale().width), float64(foot)+1, t.Line)
}

// rounded draws a box with round corners, smaller by an inset on all sides. Only
// the corners need a closer look.
func (b *chartBrush) rounded(width, height float32, inset float64, c color.Color) {
	left, top, right, bottom := inset, inset, float64(width)-inset, float64(height)-inset
	radius := cardRadius - inset
	b.fill(left, cardRadius, right, bottom-radius, c)
	b.fill(cardRadius, top, right-radius, bottom, c)
	for _, x := range [][2]float64{{left, cardRadius}, {right, right - radius}} {
		for _, y := range [][2]float64{{top, cardRadius}, {bottom, bottom - radius}} {
			b.cover(chart.XY{X: x[0], Y: y[0]}, chart.XY{X: x[1], Y: y[1]}, 0, func(px, py float64) float64 {
				return math.Hypot(px-x[1], py-y[1]) - radius
			})
			b.ink(c)
		}
	}
}

// fill draws a box without smooth edges.
func (b *chartBrush) fill(left, top, right, bottom float64, c color.Color) {
	px := func(v float64) int { return int(math.Round(v * b.scale)) }
	draw.Draw(b.picture, image.Rect(px(left), px(top), px(right), px(bottom)), image.NewUniform(c), image.Point{}, draw.Src)
}

// line draws one partner's line with its gaps, and its piece in the key.
func (r *overviewRenderer) line(b *chartBrush, side int) {
	o := r.strip
	s := o.scale()
	top, foot := o.plot()
	high := float64(foot-top) - 4
	drawn := chart.Draw(o.time.Lines, nil, chart.Frame{Width: 100, Height: 100}).Sides[side]
	for _, run := range drawn.Runs {
		var path []chart.XY
		for _, dot := range run {
			path = append(path, chart.XY{
				X: float64(s.x(float64(dot.Day))), Y: float64(top) + high*(1-float64(dot.Value)/chart.Most),
			})
		}
		if len(path) == 1 {
			b.disc(path[0], chart.LineWidth)
		}
		b.line(path, chart.LineWidth, drawn.Dashed)
	}
	if x := float64(r.names[side]); x > 0 {
		y := float64(10 + o.lineHeight()/2)
		b.line([]chart.XY{{X: x, Y: y}, {X: x + overviewKey, Y: y}}, chart.LineWidth, drawn.Dashed)
	}
}

// bars draws how much happened when.
func (r *overviewRenderer) bars(b *chartBrush) {
	o := r.strip
	s := o.scale()
	top, foot := o.plot()
	most := 4 // a single moment is no tower
	for _, count := range o.time.Bars {
		most = max(most, count)
	}
	wide := float64(s.width) / float64(max(1, len(o.time.Bars)))
	for i, count := range o.time.Bars {
		if count == 0 {
			continue
		}
		high := max(3, float64(foot-top)*math.Sqrt(float64(count)/float64(most))) // many in one week leave the others visible
		x, half := float64(s.left)+(float64(i)+0.5)*wide, max(wide/2-1.5, 0.75)
		y := float64(foot) - high
		b.cover(chart.XY{X: x, Y: y}, chart.XY{X: x, Y: float64(foot)}, half, func(px, py float64) float64 {
			return max(math.Abs(px-x)-half, y-py, py-float64(foot))
		})
	}
}
