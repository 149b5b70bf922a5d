package screens

import (
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

// first measures from nothing to the first picture.
func first(b *testing.B, of makeBench) {
	b.Helper()
	benchTheme(b)
	s := manyMoments(benchMoments)
	for b.Loop() {
		screen, _ := of(s)
		w := benchWindow(b, screen)
		w.Canvas().Capture()
		w.Close()
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

func BenchmarkTimelineFirst(b *testing.B)  { first(b, benchTimeline) }
func BenchmarkTwoLabelsFirst(b *testing.B) { first(b, benchTwoLabels) }

func BenchmarkTimelineScroll(b *testing.B)  { scroll(b, benchTimeline, false) }
func BenchmarkTwoLabelsScroll(b *testing.B) { scroll(b, benchTwoLabels, false) }

func BenchmarkTimelineScrollDrawn(b *testing.B)  { scroll(b, benchTimeline, true) }
func BenchmarkTwoLabelsScrollDrawn(b *testing.B) { scroll(b, benchTwoLabels, true) }
