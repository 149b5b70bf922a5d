package chart

import "math"

const (
	// Baseline is how many answers a line needs before anything is said about its swing, and how many its band is
	// taken from: the first ones, so that the band stays where it is once it is there.
	Baseline = 8
	// InARow is how many answers on one side of the mean are more than chance.
	InARow = 8
	// swingFactor makes the band of a chart of single values (Shewhart, Wheeler) out of the mean moving range:
	// three standard deviations, estimated from ranges of two (3 / 1.128).
	swingFactor = 2.66
)

// Swing is how far one person's answers to one question ordinarily go up and down.
type Swing struct {
	Mean, Low, High float64 // Low and High may lie outside 0 … Most
	OK              bool    // false while there are fewer than Baseline answers; then the rest is 0
}

// SwingOf gives the natural band of a line: the mean of its first Baseline answers, and from it 2.66 times their mean
// moving range to either side.
func SwingOf(l Line) Swing {
	sum, ranges, count, before := 0.0, 0.0, 0, 0.0
	for _, p := range l {
		if !p.Answered {
			continue
		}
		value := float64(p.Value)
		sum += value
		if count > 0 {
			ranges += math.Abs(value - before)
		}
		before = value
		if count++; count == Baseline {
			mean, reach := sum/Baseline, swingFactor*ranges/(Baseline-1)
			return Swing{Mean: mean, Low: mean - reach, High: mean + reach, OK: true}
		}
	}
	return Swing{}
}

// Unusual tells for every point whether it is more than the line's usual swing: an answer after the first Baseline ones
// that lies outside the band, or that is at least the eighth in a row on the same side of the mean.
func Unusual(l Line) []bool {
	unusual := make([]bool, len(l))
	swing := SwingOf(l)
	if !swing.OK {
		return unusual
	}
	count, row, side := 0, 0, 0
	for i, p := range l {
		if !p.Answered {
			continue
		}
		value := float64(p.Value)
		if now := sideOf(value, swing.Mean); now != side {
			row, side = 0, now
		}
		count++
		row++
		inARow := side != 0 && row >= InARow
		unusual[i] = count > Baseline && (inARow || value < swing.Low || value > swing.High)
	}
	return unusual
}

// sideOf tells whether a value is below the mean (-1), on it (0) or above it (1).
func sideOf(value, mean float64) int {
	switch {
	case value < mean:
		return -1
	case value > mean:
		return 1
	}
	return 0
}
