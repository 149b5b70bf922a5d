package screens

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"

	"goldseam.app/data/journal"
)

func testSeam(stretch int, scale float32) seamLook {
	const row, pitch = 90, 94
	return seamLook{
		seamPlace: seamPlace{stretch: stretch}, row: row, pitch: pitch,
		width: int(seamWidth * scale), height: int((pitch + 2*seamOverlap) * scale),
		gold: color.NRGBA{0xB9, 0x8A, 0x2F, 0xFF}, crack: color.NRGBA{0x8E, 0x3B, 0x2A, 0xFF},
	}
}

// goldIn tells how much of a line of pixels is gold, in points, and where the
// middle of that is.
func goldIn(l seamLook, y int) (wide, middle float64) {
	picture := l.draw()
	for x := range l.width {
		_, _, _, a := picture.At(x, y).RGBA()
		wide += float64(a) / 0xFFFF
		middle += float64(a) / 0xFFFF * (float64(x) + 0.5)
	}
	scale := float64(l.width) / seamWidth
	return wide / scale, middle / max(wide, 1e-9) / scale
}

func TestSeamIsOneSmoothCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := float32(rapid.Float64Range(0, 5000).Draw(t, "rows"))
		const step = 1.0 / 64
		here, next := seamAt(at), seamAt(at+step)
		if here < -1.3 || here > 1.3 {
			t.Fatalf("at %v it is %v", at, here)
		}
		if math.Abs(float64(next-here)) > 0.08 {
			t.Fatalf("at %v it jumps from %v to %v", at, here, next)
		}
		if bend := seamAt(at+2*step) - 2*next + here; math.Abs(float64(bend)) > 0.01 {
			t.Fatalf("at %v it has a kink of %v", at, bend)
		}
	})
}

func TestSeamOfRowsHasNoJoints(t *testing.T) {
	for stretch := range seamStretches {
		upper, lower := testSeam(stretch, 2), testSeam((stretch+seamStretches-1)%seamStretches, 2)
		last := upper.height - 2*seamOverlap - 1 // the last line that is not the neighbour's
		upWide, up := goldIn(upper, last)
		lowWide, low := goldIn(lower, 2*seamOverlap)
		if math.Abs(up-low) > 0.3 || math.Abs(upWide-lowWide) > 0.3 {
			t.Errorf("below stretch %d the seam goes from %v to %v, %v to %v thick", stretch, up, low, upWide, lowWide)
		}
	}
}

func TestSeamBreaksAndMends(t *testing.T) {
	whole, broken, mended := testSeam(3, 2), testSeam(3, 2), testSeam(3, 2)
	broken.kind, mended.kind = seamBroken, seamMended
	above, below := testSeam(4, 2), testSeam(2, 2)
	above.below, below.above = true, true
	atCard := 2 * (timelineGap/2 - 2)
	if got, _ := goldIn(whole, atCard); got < 3.5 {
		t.Errorf("whole, it is %v thick", got)
	}
	if got, _ := goldIn(broken, atCard); got <= 0 || got > 3 {
		t.Errorf("broken, %v of it is drawn, want a crack", got)
	}
	if got, _ := goldIn(mended, atCard); got < 4.5 {
		t.Errorf("mended, it is %v thick", got)
	}
	if got, _ := goldIn(above, above.height-6); got > 3 {
		t.Errorf("above a break it is %v thick", got)
	}
	if got, _ := goldIn(above, above.height/2); got < 3.5 {
		t.Errorf("far above a break it is %v thick", got)
	}
	if got, _ := goldIn(below, 4); got > 3.8 {
		t.Errorf("just below a break it is %v thick", got)
	}
}

func TestSeamBeginsWithTheOldestMoment(t *testing.T) {
	l := testSeam(0, 2)
	l.oldest = true
	if wide, _ := goldIn(l, l.height-2*seamOverlap-2); wide != 0 {
		t.Errorf("below its beginning the seam is %v thick", wide)
	}
}

func TestSeamPicturesAreKeptAndForgotten(t *testing.T) {
	pictures := seamPictures{}
	look := testSeam(0, 1)
	if pictures.of(look) != pictures.of(look) {
		t.Error("the same stretch was drawn twice")
	}
	for i := range 3 * mostSeams {
		look.width = 20 + i
		pictures.of(look)
	}
	if len(pictures) > mostSeams {
		t.Errorf("%d pictures are kept", len(pictures))
	}
}

func TestSeamKnowsItsNeighbours(t *testing.T) {
	s := newTimeline(t, brokenTimeline())
	var got []seamPlace
	for i := range s.rows {
		got = append(got, s.entry(i).seam)
	}
	want := []seamPlace{
		{stretch: 5, below: true},
		{stretch: 4, kind: seamBroken},
		{stretch: 3, above: true},
		{stretch: 2},
		{stretch: 1, kind: seamMended},
		{stretch: 0, oldest: true},
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if kind := seamKindOf(s.state, journal.Moment{Kind: journal.KindSlip, Event: "unknown"}); kind != seamWhole {
		t.Errorf("an unknown slip is %d", kind)
	}
}
