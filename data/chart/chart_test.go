package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goldseam.app/data/chart"
)

// weekly makes a line of one answer a week; -1 is a check-in without one.
func weekly(values ...int) chart.Line {
	var l chart.Line
	for i, v := range values {
		l = append(l, chart.Point{Day: 7 * i, Value: max(v, 0), Answered: v >= 0})
	}
	return l
}

func frame(width, height float64) chart.Frame {
	return chart.Frame{Width: width, Height: height, Text: 13, DayText: strconv.Itoa, Names: [2]string{"Noor", "Eli"}}
}

func draw(first, second chart.Line, marks ...chart.Mark) chart.Drawing {
	return chart.Draw([2]chart.Line{first, second}, marks, frame(600, 180))
}

// runs gives the indexes of the points in each run.
func runs(s chart.Side) [][]int {
	var all [][]int
	for _, run := range s.Runs {
		var indexes []int
		for _, dot := range run {
			indexes = append(indexes, dot.Index)
		}
		all = append(all, indexes)
	}
	return all
}

func same(a, b [][]int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) {
			return false
		}
		for j := range a[i] {
			if a[i][j] != b[i][j] {
				return false
			}
		}
	}
	return true
}

func TestGapsStayGaps(t *testing.T) {
	on := func(days ...int) chart.Line {
		var l chart.Line
		for _, d := range days {
			l = append(l, chart.Point{Day: d, Value: 5, Answered: true})
		}
		return l
	}
	for name, c := range map[string]struct {
		line chart.Line
		want [][]int
	}{
		"no check-in":            {nil, nil},
		"none answered":          {weekly(-1, -1), nil},
		"a lone point":           {weekly(4), [][]int{{0}}},
		"each week":              {weekly(4, 5, 6), [][]int{{0, 1, 2}}},
		"one not answered":       {weekly(4, 5, -1, 6), [][]int{{0, 1}, {3}}},
		"begins and ends unsaid": {weekly(-1, 5, 6, -1), [][]int{{1, 2}}},
		"thirteen days":          {on(0, 13), [][]int{{0, 1}}},
		"fourteen days":          {on(0, 14), [][]int{{0}, {1}}},
		"the clock was set back": {on(20, 6, 27), [][]int{{0, 1, 2}}},
	} {
		if got := runs(draw(c.line, nil).Sides[0]); !same(got, c.want) {
			t.Errorf("%s: runs %v, want %v", name, got, c.want)
		}
	}
}

func TestUnusualIsOutsideTheBand(t *testing.T) {
	l := weekly(4, 5, 4, 6, 5, 5, 6, 5, 8, -1, 9, 1)
	want := []bool{false, false, false, false, false, false, false, false, true, false, true, true}
	got := chart.Unusual(l)
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("unusual %v, want %v", got, want)
		}
	}
}

func TestUnusualIsTheEighthInARow(t *testing.T) {
	l := weekly(2, 8, 2, 8, 2, 8, 2, 8, 6, 6, 6, 6, -1, 6, 6, 6, 6, 5, 6) // mean 5; the row begins with the 8
	for i, got := range chart.Unusual(l) {
		if want := i == 15 || i == 16; got != want {
			t.Errorf("point %d: unusual %v, want %v", i, got, want)
		}
	}
}

func TestTooEarlyToTell(t *testing.T) {
	d := draw(weekly(1, 9, 1, 9, 1, 9, 1), weekly(1, 9, 1, 9, 1, 9, 1, 9))
	if !d.Sides[0].Early || d.Sides[0].Swing != (chart.Swing{}) || d.Sides[0].Band != (chart.Rect{}) {
		t.Errorf("seven answers have a band: %+v", d.Sides[0].Swing)
	}
	if d.Sides[1].Early || d.Sides[1].Band.Y != d.Plot.Y || d.Sides[1].Band.H != d.Plot.H {
		t.Errorf("a wide swing is not cut to the plot: %+v in %+v", d.Sides[1].Band, d.Plot)
	}
}

func TestTheTwoLinesDifferWithoutColour(t *testing.T) {
	d := draw(weekly(5, 5), weekly(5, 5))
	if d.Sides[0].Shape == d.Sides[1].Shape || d.Sides[0].Dashed == d.Sides[1].Dashed {
		t.Error("the lines look alike")
	}
	if square := chart.SquareRadius(d.Radius); square < d.Radius+1 {
		t.Errorf("a disc of %v hides a square of %v", d.Radius, square)
	}
}

func TestCloseShapesAreLeftOut(t *testing.T) {
	many := make([]int, 520)
	if d := draw(weekly(many...), nil); d.Shapes || len(d.Sides[0].Dots) != 520 {
		t.Errorf("shapes %v of %d dots", d.Shapes, len(d.Sides[0].Dots))
	}
	if d := draw(weekly(many[:100]...), nil); !d.Shapes || d.Radius >= 13*0.28 {
		t.Errorf("a hundred points: shapes %v, radius %v", d.Shapes, d.Radius)
	}
}

func TestMarksDifferByShape(t *testing.T) {
	d := draw(weekly(5, 5, 5), nil, chart.Mark{Day: 3, Kind: chart.Break}, chart.Mark{Day: 7, Kind: chart.Mended}, chart.Mark{Day: 2, Kind: chart.StepClosed})
	if len(d.Signs) != 3 || len(d.Axis) != 2 {
		t.Fatalf("%d signs on %d pieces of axis", len(d.Signs), len(d.Axis))
	}
	if d.Signs[0].Filled() || !d.Signs[1].Filled() || d.Signs[2].Filled() || len(d.Signs[0].Path) == len(d.Signs[2].Path) {
		t.Error("the signs look alike")
	}
	if d.Signs[2].Path[0].X != d.Signs[1].Path[0].X {
		t.Error("a mark goes back behind the one before")
	}
	if crack := d.Signs[0].Path[1].X; d.Axis[0][1].X > crack || d.Axis[1][0].X < crack {
		t.Error("the axis goes through the break")
	}
}

func TestNamesAreShortened(t *testing.T) {
	f := frame(240, 180)
	f.Names = [2]string{strings.Repeat("Noor", 20), ""}
	key := chart.Draw([2]chart.Line{weekly(5), nil}, nil, f).Key
	if len(key) != 1 || !strings.HasSuffix(key[0].Name.Text, "…") || key[0].Name.Box.X+key[0].Name.Box.W > 240 {
		t.Errorf("key %+v", key)
	}
}

func drawPoints(t *rapid.T, name string) chart.Line {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) chart.Point {
		day := rapid.OneOf(rapid.IntRange(-30, 400), rapid.Int()).Draw(t, "day")
		return chart.Point{Day: day, Value: rapid.IntRange(-2, 12).Draw(t, "value"), Answered: rapid.Bool().Draw(t, "answered")}
	}), 0, 60).Draw(t, name)
}

func drawMarks(t *rapid.T) []chart.Mark {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) chart.Mark {
		return chart.Mark{Day: rapid.IntRange(-30, 400).Draw(t, "day"), Kind: chart.MarkKind(rapid.IntRange(0, 2).Draw(t, "kind"))}
	}), 0, 6).Draw(t, "marks")
}

func drawChart(t *rapid.T) ([2]chart.Line, chart.Drawing) {
	lines := [2]chart.Line{drawPoints(t, "first"), drawPoints(t, "second")}
	f := frame(rapid.Float64Range(0, 2000).Draw(t, "width"), rapid.Float64Range(0, 400).Draw(t, "height"))
	f.Text = rapid.Float64Range(8, 26).Draw(t, "text")
	return lines, chart.Draw(lines, drawMarks(t), f)
}

func TestEveryAnswerIsDrawnOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines, d := drawChart(t)
		for i, side := range d.Sides {
			var want, got []int
			for index, p := range lines[i] {
				if p.Answered {
					want = append(want, index)
				}
			}
			for _, dot := range side.Dots {
				got = append(got, dot.Index)
			}
			var flat []int
			for _, run := range runs(side) {
				flat = append(flat, run...)
			}
			if !same([][]int{got}, [][]int{want}) || !same([][]int{flat}, [][]int{want}) {
				t.Fatalf("side %d: dots %v, runs %v, want %v", i, got, flat, want)
			}
		}
	})
}

func TestGapsAreNeverBridged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, d := drawChart(t)
		for _, side := range d.Sides {
			for _, run := range side.Runs {
				for i := 1; i < len(run); i++ {
					if run[i].Index != run[i-1].Index+1 || float64(run[i].Day)-float64(run[i-1].Day) > chart.MaxGap {
						t.Fatalf("%+v and %+v are joined", run[i-1], run[i])
					}
				}
			}
			for i := 1; i < len(side.Runs); i++ {
				before, after := side.Runs[i-1], side.Runs[i][0]
				last := before[len(before)-1]
				if after.Index == last.Index+1 && float64(after.Day)-float64(last.Day) <= chart.MaxGap {
					t.Fatalf("%+v and %+v are not joined", last, after)
				}
			}
		}
	})
}

func TestPlacesAreRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, d := drawChart(t)
		heights := map[int]float64{}
		for _, side := range d.Sides {
			for i, dot := range side.Dots {
				inside(t, d, dot.XY)
				if i > 0 && (dot.X < side.Dots[i-1].X || dot.Day < side.Dots[i-1].Day) {
					t.Fatalf("%+v goes back behind %+v", dot, side.Dots[i-1])
				}
				if y, known := heights[dot.Value]; known && y != dot.Y {
					t.Fatalf("%d stands at %v and at %v", dot.Value, y, dot.Y)
				}
				heights[dot.Value] = dot.Y
			}
			insideBox(t, d, side.Band)
		}
		for _, h := range d.Hairlines {
			if y, known := heights[h.Value]; known && math.Abs(y-h.Y) > 1e-9 {
				t.Fatalf("%d stands at %v, its hairline at %v", h.Value, y, h.Y)
			}
			inside(t, d, chart.XY{X: d.Plot.X, Y: h.Y})
		}
	})
}

func TestLabelsAndSignsHaveRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, d := drawChart(t)
		all := append([]chart.Label{}, d.Values...)
		all = append(all, d.Days...)
		for _, k := range d.Key {
			all = append(all, k.Name)
		}
		for i, l := range all {
			insideBox(t, d, l.Box)
			for _, other := range all[:i] {
				if overlap(l.Box, other.Box) {
					t.Fatalf("%+v lies on %+v", l, other)
				}
			}
		}
		for _, s := range d.Signs {
			for _, at := range s.Path {
				if math.IsNaN(at.X + at.Y) {
					t.Fatal("a sign stands nowhere")
				}
			}
		}
		for i, piece := range d.Axis {
			inside(t, d, piece[0])
			inside(t, d, piece[1])
			if piece[0].X >= piece[1].X || i > 0 && piece[0].X <= d.Axis[i-1][1].X {
				t.Fatalf("axis %v", d.Axis)
			}
		}
	})
}

func inside(t *rapid.T, d chart.Drawing, at chart.XY) {
	const near = 1e-6
	if !(at.X >= -near && at.Y >= -near && at.X <= d.Width+near && at.Y <= d.Height+near) {
		t.Fatalf("%+v is outside %v × %v", at, d.Width, d.Height)
	}
}

func insideBox(t *rapid.T, d chart.Drawing, r chart.Rect) {
	if !(r.W >= 0 && r.H >= 0) {
		t.Fatalf("box %+v", r)
	}
	inside(t, d, chart.XY{X: r.X, Y: r.Y})
	inside(t, d, chart.XY{X: r.X + r.W, Y: r.Y + r.H})
}

func overlap(a, b chart.Rect) bool {
	const near = 1e-6
	return a.X+near < b.X+b.W && b.X+near < a.X+a.W && a.Y+near < b.Y+b.H && b.Y+near < a.Y+a.H
}

func TestSwingStaysWithItsFirstAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawPoints(t, "line")
		more := append(append(chart.Line{}, l...), drawPoints(t, "more")...)
		before, after := chart.SwingOf(l), chart.SwingOf(more)
		if before.OK && before != after {
			t.Fatalf("later answers moved the band from %+v to %+v", before, after)
		}
		if after.OK && !(after.Low <= after.Mean && after.Mean <= after.High) {
			t.Fatalf("band %+v", after)
		}
		was, now := chart.Unusual(l), chart.Unusual(more)
		for i := range was {
			if before.OK && was[i] != now[i] {
				t.Fatalf("later answers changed what is said of point %d", i)
			}
		}
	})
}

func TestSVGIsWholeAndEscaped(t *testing.T) {
	d := draw(weekly(4, 5, 4, 6, 5, 5, 6, 5, 10), weekly(6, -1, 6, 7, 6, 7, 7, 6, 6),
		chart.Mark{Day: 10, Kind: chart.Break, Label: `late <b>"Thursday"</b>`}, chart.Mark{Day: 12, Kind: chart.Mended})
	text := chart.SVG(d, `I felt heard <script>`, "Noor & Eli\x00")
	for _, want := range []string{`role="img"`, "<title>I felt heard &lt;script&gt;</title>", "<desc>Noor &amp; Eli", "var(--first)", "var(--second)", "var(--gold)", "var(--line)", "var(--muted)", "stroke-dasharray", `class="unusual"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the drawing lacks %s", want)
		}
	}
	for _, bad := range []string{"<script", "href", "NaN", "url(", "<b>"} {
		if strings.Contains(text, bad) {
			t.Errorf("the drawing holds %s", bad)
		}
	}
	for reader := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := reader.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Count(text, "<circle class=\"dot\"") + strings.Count(text, "<rect class=\"dot\""); got != 9+8+2 {
		t.Errorf("%d shapes, want one for each answer and each name", got)
	}
}

func BenchmarkDraw(b *testing.B) {
	var lines [2]chart.Line
	for i := range 520 {
		lines[0] = append(lines[0], chart.Point{Day: 7 * i, Value: i * 7 % 11, Answered: i%17 > 0})
		lines[1] = append(lines[1], chart.Point{Day: 7 * i, Value: i * 5 % 11, Answered: i%13 > 0})
	}
	f := frame(900, 180)
	for b.Loop() {
		chart.Draw(lines, []chart.Mark{{Day: 100, Kind: chart.Break}}, f)
	}
}

// TestASpanKeepsTheBandOfAllAnswers: what is cut off is not drawn, and still counts.
func TestASpanKeepsTheBandOfAllAnswers(t *testing.T) {
	var line chart.Line
	for i := range 20 {
		line = append(line, chart.Point{Day: 100 + 7*i, Value: 4 + i%3, Answered: true})
	}
	f := chart.Frame{Width: 400, Height: 180, Text: 13, From: 100 + 7*15}
	whole, cut := chart.Draw([2]chart.Line{line}, nil, chart.Frame{Width: 400, Height: 180, Text: 13}), chart.Draw([2]chart.Line{line}, []chart.Mark{{Day: 101}, {Day: 230}}, f)
	side := cut.Sides[0]
	if len(side.Dots) != 5 || side.Dots[0].Index != 15 || side.Swing != whole.Sides[0].Swing || side.Early {
		t.Errorf("%d dots, the first of point %d, swing %+v", len(side.Dots), side.Dots[0].Index, side.Swing)
	}
	if len(cut.Signs) != 1 || side.Dots[0].X > cut.Plot.X+cut.Plot.W/4 {
		t.Errorf("%d signs, and it begins at %v", len(cut.Signs), side.Dots[0].X)
	}
}
