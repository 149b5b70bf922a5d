package screens

import (
	"image"
	"image/color"
	"math"
)

const (
	seamThick     = 4   // where it is whole
	seamMend      = 2.4 // more where it was mended
	seamCrack     = 1.3 // the crack in a break
	seamSwing     = 8   // how far the seam leaves its line, about
	seamWidth     = 34  // room across, for the swing and the thickness
	seamOverlap   = 1   // how far the seam of a row reaches into both neighbours
	seamStretches = 8   // rows after which the seam comes again
	seamAway      = 15  // from the card of a break to where the seam is whole again
	seamHalfGap   = 28  // half a break where the card stands beside it
	seamSplinter  = 6   // how far its ends reach into it
)

// seamKnots are the places the seam goes through, two a row, from the bottom up.
var seamKnots = [2 * seamStretches]float32{
	0.2, -0.7, 0.1, 0.8, 0.3, -0.5, -1, 0.1, 0.9, 0.2, -0.4, 0.5, 1, -0.2, -0.9, -0.3,
}

// seamAt says where the seam is, from about -1 (left) to 1, so many rows above
// its beginning. It is one smooth curve, and rows only show a stretch of it, so
// it has no joints. It counts from the oldest moment: what happens later changes
// nothing below.
func seamAt(rows float32) float32 {
	at := math.Floor(float64(2 * rows))
	knot := func(i int) float32 {
		const count = len(seamKnots)
		return seamKnots[((int(at)+i)%count+count)%count]
	}
	t := 2*rows - float32(at)
	before, from, to, after := knot(-1), knot(0), knot(1), knot(2)
	return from + t*((to-before)/2+t*(before-2.5*from+2*to-after/2+t*(1.5*(from-to)+(after-before)/2)))
}

// seamKind is what became of the seam at a moment.
type seamKind int

const (
	seamWhole seamKind = iota
	seamBroken
	seamMended
)

// seamPlace is all of a moment and its neighbours that the seam depends on.
type seamPlace struct {
	stretch      int // which of the stretches
	kind         seamKind
	above, below bool // the neighbour there is a break
	oldest       bool // the seam begins here
}

// seamLook is all that the picture of a stretch depends on.
type seamLook struct {
	seamPlace
	width, height int     // pixels
	row, pitch    float32 // the height of a row, and from one row to the next, in points
	beside        bool    // the cards stand beside the seam, not on it
	gold, crack   color.NRGBA
}

// seamPictures keeps the pictures of stretches: there are few, and ten thousand
// rows.
type seamPictures map[seamLook]image.Image

const mostSeams = 60

func (p seamPictures) of(look seamLook) image.Image {
	if picture, ok := p[look]; ok {
		return picture
	}
	if len(p) >= mostSeams {
		clear(p)
	}
	picture := look.draw()
	p[look] = picture
	return picture
}

// x is where the middle of the seam is at a height in the row.
func (l seamLook) x(y float32) float32 {
	return seamWidth/2 + seamSwing*seamAt(float32(l.stretch+1)-y/l.pitch)
}

// Each pixel is looked at in so many places, which makes smooth edges.
const seamAcross, seamDown = 8, 4

// draw makes the picture of a stretch.
func (l seamLook) draw() image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, l.width, l.height))
	scale := float32(l.height) / (l.pitch + 2*seamOverlap)
	count := min(int(4*seamThick*scale)+1, l.width)
	gold, crack := make([]int, count), make([]int, count) // of the pixels beside each other
	for py := range l.height {
		first := int((l.x(float32(py)/scale-seamOverlap) - 2*seamThick) * scale)
		first = max(0, min(first, l.width-count))
		clear(gold)
		clear(crack)
		for sub := range seamDown {
			cut := l.cutAt((float32(py)+(float32(sub)+0.5)/seamDown)/scale - seamOverlap)
			cut.cover(gold, crack, float32(first), scale)
		}
		for i := range count {
			c := l.gold
			if crack[i] > gold[i] {
				c = l.crack
			}
			if covered := gold[i] + crack[i]; covered > 0 {
				part := float32(covered) / (seamAcross * seamDown)
				picture.SetRGBA(first+i, py, mixed(c, l.alpha(float32(py)/scale, part)))
			}
		}
	}
	return picture
}

// cover adds how much of each pixel is gold and how much is crack.
func (c seamCut) cover(gold, crack []int, first, scale float32) {
	for i := range gold {
		left := (first+float32(i))/scale - c.x
		right := left + 1/scale
		switch {
		case right < -seamThick || left > seamThick:
		case !c.near: // nothing but a line: no need to look closely
			part := (min(right, c.half) - max(left, -c.half)) * scale
			gold[i] += int(max(part, 0)*seamAcross + 0.5)
		default:
			for sample := range seamAcross {
				switch c.sample(left + (float32(sample)+0.5)/seamAcross/scale) {
				case seamWhole:
					gold[i]++
				case seamBroken:
					crack[i]++
				}
			}
		}
	}
}

// alpha says how dense a pixel is of which a part is covered. Where stretches
// overlap, only what is fully covered is drawn twice, so that nothing shows.
func (l seamLook) alpha(fromTop, covered float32) int {
	if covered < 1 && (fromTop < seamOverlap || fromTop >= l.pitch+seamOverlap) {
		return 0
	}
	return int(255 * covered)
}

// mixed is a colour that covers a part of 255.
func mixed(c color.NRGBA, part int) color.RGBA {
	of := func(v uint8) uint8 { return uint8(int(v) * part / 255) }
	return color.RGBA{R: of(c.R), G: of(c.G), B: of(c.B), A: uint8(part)}
}

// seamCut is the seam at one height.
type seamCut struct {
	look    seamLook
	x, y    float32
	half    float32 // half of its thickness, across
	near    bool    // in a break, or near one
	cracked bool    // so far inside of a break that a crack shows
	crackAt float32 // where it is, from x
}

func (l seamLook) cutAt(y float32) seamCut {
	slope := l.x(y+0.5) - l.x(y-0.5)
	slant := float32(math.Sqrt(float64(1 + slope*slope)))
	return seamCut{
		look: l, x: l.x(y), y: y, half: l.thick(y) / 2 * slant,
		near: l.breaks(y, -seamSplinter, -seamSplinter), cracked: l.breaks(y, seamSplinter, seamSplinter), crackAt: zigzag(y),
	}
}

// seamNothing is a place beside the seam.
const seamNothing seamKind = -1

// sample says what is so far right of the middle: the whole seam, the crack, or
// nothing.
func (c seamCut) sample(off float32) seamKind {
	switch {
	case off < -seamThick || off > seamThick:
		return seamNothing
	case c.near && c.look.inBreak(c.y, off):
		if d := off - c.crackAt; c.cracked && d > -seamCrack*0.75 && d < seamCrack*0.75 {
			return seamBroken
		}
	case off > -c.half && off < c.half:
		return seamWhole
	}
	return seamNothing
}

// thick says how thick the seam is: it thins out where it begins, and is
// thicker where it was mended.
func (l seamLook) thick(y float32) float32 {
	thick := float32(seamThick)
	switch {
	case l.kind == seamMended && l.beside:
		d := float64(y-l.row/2) / 16
		thick += seamMend * float32(math.Exp(-d*d))
	case l.kind == seamMended:
		part := min(max(min(y, l.pitch-y)/12, 0), 1)
		thick += seamMend * part * part * (3 - 2*part)
	}
	if l.oldest {
		thick *= min(max((l.row-2-y)/(0.4*l.row), 0), 1)
	}
	return thick
}

// inBreak says whether a place is in a break. Both ends of the seam are
// splintered.
func (l seamLook) inBreak(y, off float32) bool { return l.breaks(y, splinter(off), splinter(-off)) }

// breaks says whether a height is in a break of this row or a neighbour, with
// so much of the seam left at its upper and its lower end.
func (l seamLook) breaks(y, upper, lower float32) bool {
	from, to := float32(timelineGap/2-seamAway), l.row-timelineGap/2+seamAway
	if l.beside {
		from, to = l.row/2-seamHalfGap, l.row/2+seamHalfGap
	}
	in := func(shift float32) bool { return y > from+shift+upper && y < to+shift-lower }
	return l.kind == seamBroken && in(0) || l.above && in(-l.pitch) || l.below && in(l.pitch)
}

// splinter is how far the seam's end reaches into a break at a distance from its
// middle.
func splinter(off float32) float32 {
	points := [...][2]float32{{-seamThick, -6}, {-1.8, -3}, {-0.6, seamSplinter}, {0.4, 1}, {1, 2}, {2, -4}, {seamThick, -6}}
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		if off <= to[0] {
			return from[1] + (to[1]-from[1])*(off-from[0])/(to[0]-from[0])
		}
	}
	return points[len(points)-1][1]
}

// zigzag is the way of a crack: how far it is beside the seam's line at a height.
func zigzag(y float32) float32 {
	const reach, length = 2.6, 12
	part := float64(y/length) - math.Floor(float64(y/length))
	return reach * float32(4*math.Abs(part-0.5)-1)
}
