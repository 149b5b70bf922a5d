package screens

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

const (
	benchMoments = 10_000
	scrollStep   = 97 // about one row of the timeline
)

// benchTimeline is the screen over a long history.
func benchTimeline(s journal.State) (screen fyne.CanvasObject, scroll func(offset float32)) {
	t := NewTimeline(&fakeTimeline{state: s}, Now, atOnce)
	t.Reload()
	return t, t.list.ScrollToOffset
}

// benchTwoLabels is the floor: the toolkit's own list of as many rows, each with
// two labels.
func benchTwoLabels(s journal.State) (screen fyne.CanvasObject, scroll func(offset float32)) {
	moments := s.Moments
	list := widget.NewList(func() int { return len(moments) },
		func() fyne.CanvasObject { return container.NewVBox(widget.NewLabel(""), widget.NewLabel("")) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			labels := o.(*fyne.Container).Objects
			labels[0].(*widget.Label).SetText(moments[i].At.Format("2 Jan 2006"))
			labels[1].(*widget.Label).SetText(moments[i].Title)
		})
	return list, list.ScrollToOffset
}

type makeBench func(journal.State) (fyne.CanvasObject, func(float32))

func benchWindow(b *testing.B, screen fyne.CanvasObject) fyne.Window {
	b.Helper()
	w := test.NewWindow(screen)
	w.Resize(fyne.NewSize(1064, 600))
	return w
}

func benchTheme(b *testing.B) {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(widgets.NewTheme(widgets.Light, 1, widgets.Fonts{}))
	b.ReportAllocs()
}

// first measures from nothing to the first picture. One is drawn before, so that
// neither list pays for the fonts that both need.
func first(b *testing.B, of makeBench) {
	b.Helper()
	benchTheme(b)
	s := manyMoments(benchMoments)
	draw := func() {
		screen, _ := of(s)
		w := benchWindow(b, screen)
		w.Canvas().Capture()
		w.Close()
	}
	draw()
	for b.Loop() {
		draw()
	}
}

// scroll measures one step, without its drawing or with it.
func scroll(b *testing.B, of makeBench, drawn bool) {
	b.Helper()
	benchTheme(b)
	screen, to := of(manyMoments(benchMoments))
	w := benchWindow(b, screen)
	defer w.Close()
	for i := 0; b.Loop(); i++ {
		to(float32(i%(benchMoments*9/10)) * scrollStep)
		if drawn {
			w.Canvas().Capture()
		}
	}
}

// heapInUse is what lives, after the rubbish is out.
func heapInUse() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// memoryOfAMoment is what the screen keeps for each moment beyond the journal's
// own words, after scrolling through a part of them.
func memoryOfAMoment(tb testing.TB, screens int) float64 {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(widgets.NewTheme(widgets.Light, 1, widgets.Fonts{}))
	s := manyMoments(benchMoments)
	before := heapInUse()
	screen, to := benchTimeline(s)
	w := test.NewTempWindow(tb, screen)
	w.Resize(fyne.NewSize(1064, 800))
	w.Canvas().Capture()
	for i := range screens {
		to(float32(i) * float32(benchMoments) * scrollStep / float32(screens))
	}
	grown := heapInUse() - before
	runtime.KeepAlive(screen)
	runtime.KeepAlive(s)
	return grown / benchMoments
}

func TestTimelineNeedsLittleMemory(t *testing.T) {
	const most = 3 << 10
	if got := memoryOfAMoment(t, 400); got > most {
		t.Errorf("%.0f bytes a moment, want at most %d", got, most)
	}
}

// BenchmarkTimelineMemory goes past every moment.
func BenchmarkTimelineMemory(b *testing.B) {
	for b.Loop() {
		b.ReportMetric(memoryOfAMoment(b, benchMoments/4), "B/moment")
	}
}

func BenchmarkTimelineFirst(b *testing.B)  { first(b, benchTimeline) }
func BenchmarkTwoLabelsFirst(b *testing.B) { first(b, benchTwoLabels) }

func BenchmarkTimelineScroll(b *testing.B)  { scroll(b, benchTimeline, false) }
func BenchmarkTwoLabelsScroll(b *testing.B) { scroll(b, benchTwoLabels, false) }

func BenchmarkTimelineScrollDrawn(b *testing.B)  { scroll(b, benchTimeline, true) }
func BenchmarkTwoLabelsScrollDrawn(b *testing.B) { scroll(b, benchTwoLabels, true) }
