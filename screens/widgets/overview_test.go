package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/chart"
	w "goldseam.app/screens/widgets"
)

// nineWeeks are the answers of nine weeks; in one of them the second partner rested.
var nineWeeks = [2]chart.Line{weekly(1, 2, 3, 2, 4, 5, 4, 6, 7, 7), weekly(4, 4, 4, 5, 6, -1, 7, 8, 8, 9)}

// newOverview is a strip of nine weeks.
func newOverview() *w.Overview {
	o := w.NewOverview(day)
	o.SetTime(w.OverviewTime{
		From: 0, To: 63, Lines: nineWeeks, Caption: "I felt safe with my partner", Names: [2]string{"Noor", "Eli"},
	})
	o.SetWindow(45, 55, 63)
	return o
}

func TestOverviewPictures(t *testing.T) {
	golden(t, "overview", 640, true, func() fyne.CanvasObject {
		low := newOverview()
		low.Low = true
		bars := w.NewOverview(day)
		bars.SetTime(w.OverviewTime{From: 0, To: 63, Bars: []int{3, 1, 0, 0, 6, 2, 1, 0, 0, 4, 9, 3, 2, 0, 1, 1, 5, 30, 2, 1}})
		bars.SetWindow(20, 30, 40)
		bars.FocusGained()
		return w.VGap(16, newOverview(), low, bars)
	})
}

// moved is a strip in a window, the days it asked for, and the steps.
func moved(t *testing.T) (o *w.Overview, days *[]float64, steps *[]w.OverviewStep) {
	t.Helper()
	useTheme(t, w.Light, 1)
	o, days, steps = newOverview(), &[]float64{}, &[]w.OverviewStep{}
	o.OnMove = func(day float64) { *days = append(*days, day) }
	o.OnStep = func(s w.OverviewStep) { *steps = append(*steps, s) }
	window(t, o, 662, 0) // 630 points, of which 56 are beside the time
	return o, days, steps
}

func dragTo(o *w.Overview, x, by float32) {
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Dragged: fyne.NewDelta(by, 0)})
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

func TestOverviewIsPressed(t *testing.T) {
	o, days, _ := moved(t)
	for _, x := range []float32{28, 28 + 574.0/2, 28 + 574, 0} {
		o.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 40)})
	}
	got := *days
	if len(got) != 4 || !near(got[0], 0) || !near(got[1], 31.5) || !near(got[2], 63) || !near(got[3], -1) {
		t.Errorf("asked for %v", got)
	}
}

func TestOverviewWindowIsDragged(t *testing.T) {
	o, days, _ := moved(t)
	left, right, shown := o.Window()
	if !shown || left >= right || right != 28+574 {
		t.Fatalf("the window is at %v … %v", left, right)
	}
	dragTo(o, right-20, -10) // it was taken hold of at -10
	dragTo(o, right-30, -10)
	if got := *days; len(got) != 2 || !near(got[0], 55-10*63/574.0) || !near(got[1], 55-20*63/574.0) {
		t.Errorf("asked for %v, want what the hand moved", *days)
	}
	o.DragEnd()
	dragTo(o, 28, 0)
	if got := (*days)[2]; !near(got, 0) {
		t.Errorf("beside the window it asked for %v, want the day under the mouse", got)
	}
}

func TestOverviewKeys(t *testing.T) {
	o, _, steps := moved(t)
	press(o, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyA)
	want := []w.OverviewStep{w.StepEarlier, w.StepLater, w.StepFirst, w.StepLast}
	if len(*steps) != len(want) {
		t.Fatalf("steps %v", *steps)
	}
	for i := range want {
		if (*steps)[i] != want[i] {
			t.Fatalf("steps %v, want %v", *steps, want)
		}
	}
}

func TestOverviewSaysWhatItShows(t *testing.T) {
	o, _, _ := moved(t)
	if o.AccessibilityLabel() != "I felt safe with my partner" {
		t.Errorf("says %q", o.AccessibilityLabel())
	}
	o.Says = func() string { return "1 November to 22 November" }
	if o.AccessibilityLabel() != "1 November to 22 November" {
		t.Errorf("says %q", o.AccessibilityLabel())
	}
}

func TestOverviewOfNothing(t *testing.T) {
	useTheme(t, w.Light, 1)
	o := w.NewOverview(nil)
	window(t, o, 400, 0).Canvas().Capture()
	if _, _, shown := o.Window(); shown {
		t.Error("a window over no time shows")
	}
	o.Tapped(&fyne.PointEvent{})
	o.SetTime(w.OverviewTime{From: 5, To: 3})
	o.SetWindow(5, 5, 5)
	if left, right, _ := o.Window(); left < 28 || right > o.Size().Width-28 {
		t.Errorf("the window of a single day is at %v … %v", left, right)
	}
}
