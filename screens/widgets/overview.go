package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"goldseam.app/data/chart"
)

const (
	overviewSide   = 28 // room at both sides of the time
	overviewTop    = 12 // room above the window
	overviewPlot   = 50 // how high the lines are, at most
	overviewLow    = 30 // the same where there is little room
	overviewLeast  = 12 // how narrow the window gets
	overviewKey    = 24 // the piece of a line beside a name
	overviewApart  = 20 // between a name and the next piece
	overviewInside = 6  // between the highest line and what is above it
)

// OverviewTime is the whole time that an Overview shows.
type OverviewTime struct {
	From, To int           // its first and its last day, counted from any fixed day
	Lines    [2]chart.Line // each partner's own answers to one question
	Caption  string        // that question
	Names    [2]string     // whose lines they are
	Bars     []int         // how much happened in each of as many equal parts; drawn where no line has an answer
}

// OverviewStep is where the keyboard wants to go.
type OverviewStep int

// The steps: to what was before, to what came later, and to both ends of the time.
const (
	StepEarlier OverviewStep = iota
	StepLater
	StepFirst
	StepLast
)

// Overview is a strip of the whole time with a window over the part that a list below it shows. The window can be
// dragged, a press anywhere jumps there, and the arrow keys, Home and End move it. It never moves by itself: it asks,
// and SetWindow answers.
type Overview struct {
	control
	DayText func(day int) string // the words for a day
	Says    func() string        // what a screen reader says: what the window is over
	Low     bool                 // less high, and with fewer words
	OnMove  func(day float64)    // asks for a day to be in the middle of the list
	OnStep  func(OverviewStep)

	time         OverviewTime
	from, at, to float64 // days: the ends of the window, and the middle of the list
	grab         float64 // while dragging: from the mouse to what should be in the middle, in days
	dragged      bool
	ground       canvas.Rectangle    // of the window
	edges        [2]canvas.Rectangle // they and the ground move without the rest being drawn anew
}

// NewOverview makes an overview; dayText gives the words for a day.
func NewOverview(dayText func(day int) string) *Overview {
	o := &Overview{DayText: dayText}
	o.HideWindow()
	o.ExtendBaseWidget(o)
	return o
}

// SetTime shows another time; the window is hidden until it is set.
func (o *Overview) SetTime(t OverviewTime) {
	t.To = max(t.From, t.To)
	o.time = t
	o.HideWindow()
	o.Refresh()
}

// Time gives what is shown.
func (o *Overview) Time() OverviewTime { return o.time }

// SetWindow puts the window over the days from … to; at is the day in the middle of the list, which dragging moves.
func (o *Overview) SetWindow(from, at, to float64) {
	o.from, o.at, o.to = from, at, to
	o.showWindow(true)
	o.placeWindow()
}

// HideWindow takes the window away: the list shows nothing.
func (o *Overview) HideWindow() { o.showWindow(false) }

// Window tells where the window is, in points from the left edge, and whether it shows.
func (o *Overview) Window() (left, right float32, shown bool) {
	left, right = o.scale().window(o.from, o.to)
	return left, right, !o.ground.Hidden
}

// Tapped asks for the day that was pressed.
func (o *Overview) Tapped(e *fyne.PointEvent) { o.move(o.scale().day(e.Position.X)) }

// Dragged asks for the days under the mouse. Outside of the window it takes hold of the window's middle.
func (o *Overview) Dragged(e *fyne.DragEvent) {
	s := o.scale()
	if !o.dragged {
		begin := e.Position.X - e.Dragged.DX
		o.grab = 0
		if left, right, shown := o.Window(); shown && begin >= left-4 && begin <= right+4 {
			o.grab = o.at - s.day(begin)
		}
		o.dragged = true
	}
	o.move(s.day(e.Position.X) + o.grab)
}

// DragEnd lets go of the window.
func (o *Overview) DragEnd() { o.dragged = false }

// TypedKey moves the window with Left and Right, Home and End.
func (o *Overview) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]OverviewStep{
		fyne.KeyLeft: StepEarlier, fyne.KeyRight: StepLater, fyne.KeyHome: StepFirst, fyne.KeyEnd: StepLast,
	}
	if step, ok := steps[e.Name]; ok && o.OnStep != nil {
		o.OnStep(step)
	}
}

// AccessibilityLabel says what the window is over.
func (o *Overview) AccessibilityLabel() string {
	if o.Says == nil {
		return o.time.Caption
	}
	return o.Says()
}

// AccessibilityRole says that this can be worked.
func (o *Overview) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the same at every width, and grows with the text.
func (o *Overview) HeightFor(float32) float32 {
	if o.Low {
		return overviewTop + 4 + overviewLow + 4 + o.lineHeight() + 8
	}
	return 10 + o.lineHeight() + overviewInside + overviewPlot + 4 + o.lineHeight() + 8
}

// NaturalWidth is room for half a year of weeks.
func (o *Overview) NaturalWidth() float32 { return 480 * scaleOf(o) }

// CreateRenderer is called by the toolkit.
func (o *Overview) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	r := &overviewRenderer{strip: o, ring: newRing()}
	r.picture = canvas.NewRaster(r.paint)
	r.picture.ScaleMode = canvas.ImageScalePixels
	r.Refresh()
	return r
}

func (o *Overview) move(day float64) {
	if o.OnMove != nil {
		o.OnMove(min(max(day, float64(o.time.From)-1), float64(o.time.To)+1))
	}
}

func (o *Overview) showWindow(on bool) {
	o.ground.Hidden, o.edges[0].Hidden, o.edges[1].Hidden = !on, !on, !on
}

func (o *Overview) lineHeight() float32 { return ceil(sizeOf(o, SizeSmall) * 1.35) }

// scale tells where the days are at the present width.
func (o *Overview) scale() dayScale {
	return dayScale{
		from: float64(o.time.From), to: float64(o.time.To), left: overviewSide, width: max(1, o.Size().Width-2*overviewSide),
	}
}

// plot is the height at which the lines begin and end.
func (o *Overview) plot() (top, foot float32) {
	foot = o.Size().Height - 8 - o.lineHeight() - 4
	if o.Low || o.bare() {
		return overviewTop + 4, foot
	}
	return 10 + o.lineHeight() + overviewInside, foot
}

// bare tells whether there is no line to be named.
func (o *Overview) bare() bool { return len(o.time.Lines[0])+len(o.time.Lines[1]) == 0 }

func (o *Overview) placeWindow() {
	const edge = 2
	left, right, _ := o.Window()
	top, foot := o.plot()
	top -= 4
	o.ground.Move(fyne.NewPos(left, top))
	o.ground.Resize(fyne.NewSize(right-left, foot-top))
	for i, x := range []float32{left, right - edge} {
		o.edges[i].Move(fyne.NewPos(x, top))
		o.edges[i].Resize(fyne.NewSize(edge, foot-top))
	}
}

type overviewRenderer struct {
	strip   *Overview
	ring    *canvas.Rectangle
	picture *canvas.Raster // the card, lines or bars, and the key
	painted *image.RGBA
	words   []*canvas.Text
	names   [2]float32 // where the pieces of line beside the names begin; 0 for none
	objects []fyne.CanvasObject
}

// Destroy is called by the toolkit.
func (r *overviewRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *overviewRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize grows with the text size.
func (r *overviewRenderer) MinSize() fyne.Size { return fyne.NewSize(200, r.strip.HeightFor(0)) }

// Layout places the parts.
func (r *overviewRenderer) Layout(size fyne.Size) {
	o := r.strip
	placeRing(r.ring, size, cardRadius, ringGap)
	r.words = r.words[:0]
	r.placeDays()
	r.placeCaption()
	o.placeWindow()
	r.painted = nil
	r.picture.Resize(size)
	r.picture.Refresh()
	r.objects = append(r.objects[:0], r.ring, r.picture, &o.ground, &o.edges[0], &o.edges[1])
	for _, words := range r.words {
		r.objects = append(r.objects, words)
	}
}

// Refresh follows the time and the theme.
func (r *overviewRenderer) Refresh() {
	o, t := r.strip, TokensOf(r.strip)
	o.edges[0].FillColor, o.edges[1].FillColor = t.Gold, t.Gold
	wash := t.Gold
	wash.A = 0x22
	o.ground.FillColor = wash
	r.Layout(o.Size())
	showRing(r.ring, o.focused, t.Focus)
	canvas.Refresh(o)
}

// word sets a text with its left edge at x.
func (r *overviewRenderer) word(text string, x, y float32) *canvas.Text {
	words := canvas.NewText(text, TokensOf(r.strip).Muted)
	words.TextSize = sizeOf(r.strip, SizeSmall)
	words.Resize(words.MinSize())
	words.Move(fyne.NewPos(x, y))
	r.words = append(r.words, words)
	return words
}

// placeDays names up to four days, evenly apart, both ends among them as far as there is room.
func (r *overviewRenderer) placeDays() {
	o := r.strip
	if o.DayText == nil {
		return
	}
	s, t := o.scale(), o.time
	y := o.Size().Height - 8 - o.lineHeight()
	parts := 3
	if o.Low {
		parts = 1
	}
	last := o.DayText(t.To)
	end := s.left + s.width - r.width(last)
	r.word(last, end, y)
	free := s.left // what is left of it is taken
	for i, before := 0, t.To; i < parts; i++ {
		day := t.From + int(math.Round(float64(i*(t.To-t.From))/float64(parts)))
		text := o.DayText(day)
		width := r.width(text)
		x := max(s.left, s.x(float64(day))-width/2)
		if day == before || day == t.To || x < free || x+width+16 > end {
			continue
		}
		r.word(text, x, y)
		free, before = x+width+16, day
	}
}

// placeCaption names the question and whose line is which, above the lines, or the question between the days where it
// fits.
func (r *overviewRenderer) placeCaption() {
	o := r.strip
	r.names = [2]float32{}
	if o.bare() || o.time.Caption == "" {
		return
	}
	if o.Low {
		if x, y, room := r.between(); room > 0 {
			r.word(o.time.Caption, x, y)
		}
		return
	}
	const y = 10
	x, end, key := float32(overviewSide), overviewSide+o.scale().width, float32(0)
	for side := range o.time.Names {
		key += r.keyWidth(side)
	}
	caption := o.time.Caption
	if room := max(end-x-key, (end-x)/2); r.width(caption) > room {
		caption = cut(caption, room, r.width)
	}
	x += r.word(caption, x, y).Size().Width
	for side, name := range o.time.Names {
		if more := r.keyWidth(side); more > 0 && x+more <= end+slack {
			r.names[side] = x + overviewApart
			r.word(name, x+overviewApart+overviewKey+8, y)
			x += more
		}
	}
}

// keyWidth is the room for the piece of a line and the name beside it.
func (r *overviewRenderer) keyWidth(side int) float32 {
	if len(r.strip.time.Lines[side]) == 0 {
		return 0
	}
	return overviewApart + overviewKey + 8 + r.width(r.strip.time.Names[side])
}

func (r *overviewRenderer) width(text string) float32 {
	return widthOf(r.strip, text, sizeOf(r.strip, SizeSmall), fyne.TextStyle{})
}

// between is the place of the caption in the middle between the two days below; no room is left where it doesn't fit.
func (r *overviewRenderer) between() (x, y, room float32) {
	if len(r.words) < 2 {
		return 0, 0, 0
	}
	last, first := r.words[0], r.words[1]
	x = first.Position().X + first.Size().Width + overviewApart
	room = last.Position().X - overviewApart - x - r.width(r.strip.time.Caption)
	return x + room/2, last.Position().Y, room
}
