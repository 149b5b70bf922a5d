package widgets

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func someScale(t *rapid.T) dayScale {
	from := rapid.IntRange(0, 30_000).Draw(t, "from")
	return dayScale{
		from: float64(from), to: float64(from + rapid.IntRange(0, 9000).Draw(t, "days")),
		left: overviewSide, width: float32(rapid.IntRange(1, 2000).Draw(t, "width")),
	}
}

func TestOverviewScaleGoesThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someScale(t)
		part := rapid.Float64Range(0, 1)
		a, b := s.from+part.Draw(t, "a")*(s.to-s.from), s.from+part.Draw(t, "b")*(s.to-s.from)
		if a > b {
			a, b = b, a
		}
		if s.x(a) > s.x(b) {
			t.Fatalf("%v is at %v, and %v at %v", a, s.x(a), b, s.x(b))
		}
		near := (s.to-s.from)*0.001/float64(s.width)*float64(s.left+s.width) + 1e-6
		if s.to > s.from && math.Abs(s.day(s.x(a))-a) > near {
			t.Fatalf("%v comes back as %v", a, s.day(s.x(a)))
		}
	})
}

func TestOverviewWindowIsAlwaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someScale(t)
		any := rapid.Float64Range(-50_000, 50_000)
		left, right := s.window(any.Draw(t, "from"), any.Draw(t, "to"))
		const hair = 0.01
		if left < s.left-hair || right > s.left+s.width+hair || right-left < min(overviewLeast, s.width)-hair {
			t.Fatalf("the window is at %v … %v of %v", left, right, s)
		}
	})
}
