package chart_test

import (
	"fmt"

	"goldseam.app/data/chart"
)

// Eight answers: their mean is 40 / 8 = 5; from one to the next they move by 1, 1, 2, 1, 0, 1 and 1, which is 7 / 7 = 1
// on the average. The band reaches 2.66 × 1 to either side of 5.
func ExampleSwingOf() {
	s := chart.SwingOf(weekly(4, 5, 4, 6, 5, 5, 6, 5))
	fmt.Printf("%.2f, from %.2f to %.2f\n", s.Mean, s.Low, s.High)
	// Output: 5.00, from 2.34 to 7.66
}
