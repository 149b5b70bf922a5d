package widgets_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/chart"
	w "goldseam.app/screens/widgets"
)

// weekly makes a line of one answer a week; -1 is a check-in without one.
func weekly(values ...int) chart.Line {
	var l chart.Line
	for i, v := range values {
		l = append(l, chart.Point{Day: 7 * i, Value: max(v, 0), Answered: v >= 0})
	}
	return l
}

// day names a few days of autumn as the screen would.
func day(d int) string {
	days := map[int]string{
		0: "20 September", 7: "27 September", 14: "4 October", 21: "11 October", 28: "18 October", 35: "25 October", 42: "1 November",
		49: "8 November", 56: "15 November", 63: "22 November", 70: "29 November", 77: "6 December", 84: "13 December", 91: "20 December",
	}
	return days[d]
}

func newChart(first, second chart.Line, marks ...chart.Mark) *w.Chart {
	c := w.NewChart([2]chart.Line{first, second}, marks, day)
	c.Names = [2]string{"Noor", "Eli"}
	return c
}

func TestChartPictures(t *testing.T) {
	golden(t, "charts", 640, true, func() fyne.CanvasObject {
		swings := newChart(weekly(2, 3, 2, 4, 3, 4, 3, 5, 4, 6, 8, 6, 6, 7), weekly(6, 6, 5, 6, 7, 7, -1, 8, 7, 8, 8, -1, 9, 8),
			chart.Mark{Day: 24, Kind: chart.StepClosed}, chart.Mark{Day: 51, Kind: chart.Break}, chart.Mark{Day: 58, Kind: chart.Mended},
			chart.Mark{Day: 80, Kind: chart.StepClosed})
		early := newChart(weekly(5, 5, 6, -1, 4), weekly(5, 5, 6, 7))
		early.FocusGained()
		var pictures []fyne.CanvasObject
		for _, c := range []*w.Chart{swings, early} {
			pictures = append(pictures, w.NewCard(w.VGap(14, w.NewText("I felt heard", w.Question), c)))
		}
		return w.VGap(16, pictures...)
	})
}

func TestLongChartPictures(t *testing.T) {
	golden(t, "charts-long", 940, false, func() fyne.CanvasObject {
		return w.NewCard(tenYears())
	})
}

// slow goes up and down by one, a number of points each.
func slow(i, points int) int {
	if i/points%2 == 0 {
		return 0
	}
	return i / points % 3
}

// tenYears is a chart of 2 × 520 points.
func tenYears() *w.Chart {
	var lines [2]chart.Line
	for i := range 520 {
		lines[0] = append(lines[0], chart.Point{Day: 7 * i, Value: 4 + i*7%3/2 + slow(i, 9) + i/200, Answered: i%61 > 2})
		lines[1] = append(lines[1], chart.Point{Day: 7 * i, Value: 6 + i*5%4/3 - slow(i, 14), Answered: i%83 > 4})
	}
	c := w.NewChart(lines, []chart.Mark{{Day: 700, Kind: chart.Break}, {Day: 760, Kind: chart.Mended}}, func(d int) string { return strconv.Itoa(2026 + d/365) })
	c.Names = [2]string{"Noor", "Eli"}
	return c
}

// shown is a chart in a window, and what it told.
func shown(t *testing.T) (*w.Chart, *[][2]int) {
	t.Helper()
	useTheme(t, w.Light, 1)
	c := newChart(weekly(4, -1, 6), weekly(4, 7, 8))
	told := &[][2]int{}
	c.OnPoint = func(side, index int) { *told = append(*told, [2]int{side, index}) }
	window(t, c, 600, 0)
	return c, told
}

func wasTold(t *testing.T, told [][2]int, want ...[2]int) {
	t.Helper()
	if len(told) != len(want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Fatalf("told %v, want %v", told, want)
		}
	}
}

func TestChartKeys(t *testing.T) {
	c, told := shown(t)
	press(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyLeft)
	wasTold(t, *told, [2]int{0, 0}, [2]int{1, 0}, [2]int{1, 1}, [2]int{1, 0}, [2]int{1, 2}, [2]int{0, 0})
	if got := c.AccessibilityLabel(); got != "Noor · 20 September · 4" {
		t.Errorf("label %q", got)
	}
	press(c, fyne.KeyEscape, fyne.KeyLeft)
	c.FocusLost()
	wasTold(t, (*told)[6:], [2]int{0, -1}, [2]int{1, 2}, [2]int{0, -1})
}

func TestChartIsHovered(t *testing.T) {
	c, told := shown(t)
	move := func(at chart.XY, x, y float32) {
		c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(at.X)+x, float32(at.Y)+y)}})
	}
	sides := c.Drawing().Sides
	move(sides[0].Dots[0].XY, -2, 1) // both stand here: the first partner's is on the left
	move(sides[0].Dots[0].XY, 2, 1)
	move(sides[1].Dots[1].XY, 3, -3)
	move(sides[1].Dots[1].XY, 60, 40)
	move(sides[0].Dots[1].XY, 0, 0)
	c.MouseOut()
	wasTold(t, *told, [2]int{0, 0}, [2]int{1, 0}, [2]int{1, 1}, [2]int{0, -1}, [2]int{0, 2}, [2]int{0, -1})
}

func TestChartTakesOtherLines(t *testing.T) {
	c, told := shown(t)
	press(c, fyne.KeyEnd)
	c.SetLines([2]chart.Line{}, nil)
	press(c, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnd)
	wasTold(t, *told, [2]int{1, 2}, [2]int{0, -1})
	if c.AccessibilityLabel() != "Noor · Eli" || len(c.Drawing().Sides[1].Dots) != 0 {
		t.Error("the old lines are still there")
	}
}

func TestChartKeepsItsPointWhenResized(t *testing.T) {
	c, told := shown(t)
	press(c, fyne.KeyEnd)
	before := c.Drawing().Sides[1].Dots[2].X
	c.Resize(fyne.NewSize(400, 180))
	if after := c.Drawing().Sides[1].Dots[2].X; after >= before || c.AccessibilityLabel() != "Eli · 4 October · 8" {
		t.Errorf("from %v to %v: %s", before, after, c.AccessibilityLabel())
	}
	wasTold(t, *told, [2]int{1, 2})
}

func TestChartTellsTheWatcher(t *testing.T) {
	useTheme(t, w.Light, 1)
	c := newChart(weekly(4), nil)
	var k keys
	w.SetWatcher(&k)
	t.Cleanup(func() { w.SetWatcher(nil) })
	window(t, c, 400, 0).Canvas().Focus(c)
	c.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	c.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if k.down != 1 || k.up != 1 {
		t.Errorf("told of %d and %d keys, want 1 and 1", k.down, k.up)
	}
}

// BenchmarkChart draws ten years of two lines anew: layout and picture.
func BenchmarkChart(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(w.NewTheme(w.Light, 1, w.Fonts{}))
	c := tenYears()
	test.NewTempWindow(b, c).Resize(fyne.NewSize(900, 180))
	picture := pictureOf(c)
	width := 0
	for b.Loop() {
		c.Refresh()
		width = picture.Generator(900, 180).Bounds().Dx()
	}
	if width != 900 {
		b.Errorf("drawn %d wide", width)
	}
}

func pictureOf(c *w.Chart) *canvas.Raster {
	for _, o := range test.WidgetRenderer(c).Objects() {
		if raster, ok := o.(*canvas.Raster); ok {
			return raster
		}
	}
	return nil
}
