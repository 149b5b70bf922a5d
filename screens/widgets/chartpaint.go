package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"goldseam.app/data/chart"
)

// chartBrush paints smooth shapes into a picture. What is painted between two calls of ink is one layer: where its
// shapes meet, the colour gets no denser.
type chartBrush struct {
	picture *image.RGBA
	layer   *image.Alpha
	used    image.Rectangle // of the layer
	scale   float64         // pixels in a point
}

// paint draws lines, points and marks into a picture of so many pixels.
func (r *chartRenderer) paint(width, height int) image.Image {
	d, t := r.chart.drawing, TokensOf(r.chart)
	box := image.Rect(0, 0, width, height)
	b := &chartBrush{picture: image.NewRGBA(box), layer: image.NewAlpha(box), scale: float64(width) / max(d.Width, 1)}
	colours := [2]color.Color{t.First, t.Second}
	b.signs(d, t)
	for i, side := range d.Sides {
		for _, edge := range side.BandEdges() {
			b.line(edge[:], 1, side.Dashed)
		}
		b.ink(bandEdge(t, i))
	}
	for i, side := range d.Sides {
		b.lines(d, i, side)
		b.ink(colours[i])
	}
	for i := len(d.Sides) - 1; i >= 0; i-- {
		b.shapes(d, i, colours[i], t.Surface)
	}
	return b.picture
}

// signs paints the marks, the diamonds above the cracks that they mend.
func (b *chartBrush) signs(d chart.Drawing, t Tokens) {
	colours := map[chart.MarkKind]color.Color{chart.StepClosed: t.Muted, chart.Break: t.Crack, chart.Mended: t.Gold}
	for _, kind := range []chart.MarkKind{chart.StepClosed, chart.Break, chart.Mended} {
		for _, s := range d.Signs {
			switch {
			case s.Kind != kind:
			case s.Filled():
				b.diamond(s.Path)
			default:
				b.path(s.Path, 1.5)
			}
		}
		b.ink(colours[kind])
	}
}

// lines paints one partner's line, and its piece in the key.
func (b *chartBrush) lines(d chart.Drawing, index int, side chart.Side) {
	for _, run := range side.Runs {
		path := make([]chart.XY, len(run))
		for i, dot := range run {
			path[i] = dot.XY
		}
		b.line(path, chart.LineWidth, side.Dashed)
	}
	for _, k := range d.Key {
		if k.Side == index {
			b.line([]chart.XY{k.From, k.To}, chart.LineWidth, side.Dashed)
		}
	}
}

func (b *chartBrush) line(path []chart.XY, width float64, dashed bool) {
	if !dashed {
		b.path(path, width)
		return
	}
	for _, dash := range dashesAlong(path) {
		b.path(dash, width)
	}
}

// shapes paints one partner's points, the rings of the unusual ones, and the point in the key.
func (b *chartBrush) shapes(d chart.Drawing, index int, own, ground color.Color) {
	side := d.Sides[index]
	var places []chart.XY
	for _, run := range side.Runs {
		for _, dot := range run {
			if !d.Shapes && len(run) > 1 {
				continue
			}
			places = append(places, dot.XY)
			if dot.Ring {
				b.ring(dot.XY, d.RingRadius())
			}
		}
	}
	b.points(places, d.Radius, side.Shape, own, ground)
	for _, k := range d.Key {
		if k.Side == index {
			b.points([]chart.XY{k.Middle()}, k.Radius, side.Shape, own, ground)
		}
	}
}

// points paints discs, or squares with nothing in them but the ground.
func (b *chartBrush) points(places []chart.XY, radius float64, shape chart.Shape, own, ground color.Color) {
	half := chart.SquareRadius(radius)
	for _, at := range places {
		if shape == chart.Disc {
			b.disc(at, radius)
		} else {
			b.square(at, half)
		}
	}
	b.ink(own)
	if shape == chart.Square {
		for _, at := range places {
			b.square(at, half-1.5)
		}
		b.ink(ground)
	}
}

// path paints a line through places, with round ends and corners.
func (b *chartBrush) path(path []chart.XY, width float64) {
	for i := 1; i < len(path); i++ {
		from, to := path[i-1], path[i]
		along := chart.XY{X: to.X - from.X, Y: to.Y - from.Y}
		length := max(along.X*along.X+along.Y*along.Y, 1e-9)
		b.cover(from, to, width/2, func(x, y float64) float64 {
			part := min(max(((x-from.X)*along.X+(y-from.Y)*along.Y)/length, 0), 1)
			dx, dy := x-from.X-part*along.X, y-from.Y-part*along.Y
			return math.Sqrt(dx*dx+dy*dy) - width/2
		})
	}
}

func (b *chartBrush) disc(at chart.XY, radius float64) {
	b.cover(at, at, radius, func(x, y float64) float64 { return math.Hypot(x-at.X, y-at.Y) - radius })
}

func (b *chartBrush) ring(at chart.XY, radius float64) {
	b.cover(at, at, radius+1, func(x, y float64) float64 { return math.Abs(math.Hypot(x-at.X, y-at.Y)-radius) - 0.6 })
}

func (b *chartBrush) square(at chart.XY, half float64) {
	b.cover(at, at, half, func(x, y float64) float64 { return max(math.Abs(x-at.X), math.Abs(y-at.Y)) - half })
}

// diamond fills a square that stands on its corner, given by its corners.
func (b *chartBrush) diamond(path []chart.XY) {
	at := chart.XY{X: path[0].X, Y: path[1].Y}
	half := at.Y - path[0].Y
	b.cover(at, at, half, func(x, y float64) float64 {
		return (math.Abs(x-at.X) + math.Abs(y-at.Y) - half) / math.Sqrt2
	})
}

// cover puts a shape into the layer: all that is nearer to the box between two places than reach is looked at, and away
// tells how far a place is outside the shape's edge, in points, or inside when it is below 0.
func (b *chartBrush) cover(from, to chart.XY, reach float64, away func(x, y float64) float64) {
	low := func(v float64) int { return int(math.Floor((v-reach)*b.scale)) - 1 }
	high := func(v float64) int { return int(math.Ceil((v+reach)*b.scale)) + 1 }
	box := image.Rect(low(min(from.X, to.X)), low(min(from.Y, to.Y)), high(max(from.X, to.X)), high(max(from.Y, to.Y)))
	box = box.Intersect(b.layer.Rect)
	b.used = b.used.Union(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := b.layer.Pix[b.layer.PixOffset(0, y):]
		for x := box.Min.X; x < box.Max.X; x++ {
			part := 0.5 - away((float64(x)+0.5)/b.scale, (float64(y)+0.5)/b.scale)*b.scale
			if part > 0 {
				row[x] = max(row[x], uint8(min(part, 1)*255))
			}
		}
	}
}

// ink lays the layer on the picture in a colour, and empties it.
func (b *chartBrush) ink(c color.Color) {
	draw.DrawMask(b.picture, b.used, image.NewUniform(c), image.Point{}, b.layer, b.used.Min, draw.Over)
	for y := b.used.Min.Y; y < b.used.Max.Y; y++ {
		clear(b.layer.Pix[b.layer.PixOffset(b.used.Min.X, y):b.layer.PixOffset(b.used.Max.X, y)])
	}
	b.used = image.Rectangle{}
}

// dashesAlong cuts a way into dashes that go round its corners.
func dashesAlong(path []chart.XY) [][]chart.XY {
	if len(path) < 2 {
		return nil
	}
	dashes := [][]chart.XY{{path[0]}}
	inked, left := true, float64(chart.DashLength)
	for i := 1; i < len(path); i++ {
		from, to := path[i-1], path[i]
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		done := 0.0
		for length-done > left {
			done += left
			at := chart.XY{X: from.X + (to.X-from.X)*done/length, Y: from.Y + (to.Y-from.Y)*done/length}
			if inked {
				last := len(dashes) - 1
				dashes[last] = append(dashes[last], at)
			} else {
				dashes = append(dashes, []chart.XY{at})
			}
			inked = !inked
			left = dashOf(inked)
		}
		left -= length - done
		if inked {
			last := len(dashes) - 1
			dashes[last] = append(dashes[last], to)
		}
	}
	return dashes
}

// dashOf is the length of a dash, or of the room between two.
func dashOf(inked bool) float64 {
	if inked {
		return chart.DashLength
	}
	return chart.DashGap
}

// bandEdge gives the quiet colour of the edges of a partner's band.
func bandEdge(t Tokens, side int) color.Color {
	c := [2]color.NRGBA{t.First, t.Second}[side]
	c.A = 0x70
	return c
}
