package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// Destroyer removes a journal without a trace.
type Destroyer interface {
	Destroy(ctx context.Context) error
}

// StopAndDelete ends a first sitting and leaves no file. It asks once.
type StopAndDelete struct {
	widget.BaseWidget

	OnStopped func() // nothing is left
	OnResized func() // the question came or went, and needs another height

	onBusy  func(bool) // it deletes just now, so nothing else may be made
	journal Destroyer
	later   Background
	place   *fyne.Container
	line    calmLine
	yes, no *widgets.Button
	start   *widgets.Button
}

// NewStopAndDelete makes the link; OnStopped is called once nothing is left.
func NewStopAndDelete(j Destroyer, later Background) *StopAndDelete {
	s := &StopAndDelete{journal: j, later: later, place: widgets.VGap(0), onBusy: func(bool) {}}
	s.line = newCalmLine(s.resized)
	s.start = widgets.NewSmallButton(lang.L("Stop and delete"), widgets.Quiet, s.question)
	s.yes = widgets.NewButton(lang.L("Yes, stop and delete"), widgets.Plain, s.destroy)
	s.no = widgets.NewButton(lang.L("No, go on"), widgets.Plain, s.rest)
	s.ExtendBaseWidget(s)
	s.rest()
	return s
}

// HeightFor is the height at a width.
func (s *StopAndDelete) HeightFor(width float32) float32 { return widgets.HeightFor(s.place, width) }

// NaturalWidth is the width it likes best.
func (s *StopAndDelete) NaturalWidth() float32 { return widgets.NaturalWidth(s.place) }

// CreateRenderer draws the link or the question.
func (s *StopAndDelete) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.place)
}

func (s *StopAndDelete) resized() { tellIf(s.OnResized) }

func (s *StopAndDelete) rest() {
	s.line.say("")
	swap(s.place, widgets.Wrap(0, s.start))
	s.resized()
}

func (s *StopAndDelete) question() {
	swap(s.place, widgets.NewCard(widgets.VGap(12,
		widgets.NewText(lang.L("Stop, and delete what was made tonight? No file stays on this laptop. It can't be brought back."), widgets.Body),
		s.line.Text, widgets.Wrap(12, s.no, s.yes))))
	s.resized()
}

func (s *StopAndDelete) destroy() {
	if s.yes.Disabled() {
		return
	}
	enable(false, s.yes, s.no)
	s.onBusy(true)
	s.line.say(waiting())
	s.later(s.journal.Destroy, func(err error) {
		enable(true, s.yes, s.no)
		s.onBusy(false)
		s.line.say(Sentence(err))
		if err == nil {
			s.rest()
			tellIf(s.OnStopped)
		}
	})
}

// progressLine says how far a first sitting is: "3 of 9" and a thin bar.
type progressLine struct {
	widget.BaseWidget
	at, of int
	words  *widgets.Text
	track  *canvas.Rectangle
	bar    *canvas.Rectangle
}

func newProgressLine() *progressLine {
	l := &progressLine{
		words: widgets.NewLine("", widgets.Small),
		track: canvas.NewRectangle(widgets.TokensFor(widgets.Light).Line),
		bar:   canvas.NewRectangle(widgets.TokensFor(widgets.Light).Gold),
	}
	l.track.CornerRadius, l.bar.CornerRadius = 2, 2
	l.ExtendBaseWidget(l)
	return l
}

func (l *progressLine) set(at, of int) {
	l.at, l.of = at, of
	l.words.SetText(lang.L("{{.Number}} of {{.All}}", map[string]any{"Number": at, "All": of}))
	l.Refresh()
}

// CreateRenderer draws words, track and bar.
func (l *progressLine) CreateRenderer() fyne.WidgetRenderer { return &progressDrawing{l} }

type progressDrawing struct{ line *progressLine }

// Destroy is called by the toolkit.
func (d *progressDrawing) Destroy() {}

// Objects gives the parts from back to front.
func (d *progressDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.line.track, d.line.bar, d.line.words}
}

// MinSize is the words and the bar below.
func (d *progressDrawing) MinSize() fyne.Size {
	return d.line.words.MinSize().AddWidthHeight(40, 8)
}

// Layout places the bar below the words.
func (d *progressDrawing) Layout(size fyne.Size) {
	l := d.line
	height := l.words.MinSize().Height
	l.words.Resize(fyne.NewSize(size.Width, height))
	l.track.Move(fyne.NewPos(0, height+4))
	l.bar.Move(fyne.NewPos(0, height+4))
	l.track.Resize(fyne.NewSize(size.Width, 4))
	l.bar.Resize(fyne.NewSize(size.Width*float32(l.at)/float32(max(1, l.of)), 4))
}

// Refresh follows the step and the theme.
func (d *progressDrawing) Refresh() {
	t := widgets.TokensOf(d.line)
	d.line.track.FillColor, d.line.bar.FillColor = t.Line, t.Gold
	d.Layout(d.line.Size())
	canvas.Refresh(d.line)
}
