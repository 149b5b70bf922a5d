package widgets

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ScaleMost is the highest answer on a Scale; the lowest is 0.
const ScaleMost = 10

// Scale is a question answered from 0 to 10. It begins empty and stays so until it is touched.
type Scale struct {
	control
	Label     string // the question, above at the left
	Low, High string // what the ends mean
	Empty     string // what stands at the right while there is no answer
	Side      Side   // whose colour the answer has
	OnChanged func(value int)
	value     int
	answered  bool
}

// NewScale makes an empty scale with words for its two ends.
func NewScale(low, high string) *Scale {
	s := &Scale{Low: low, High: high}
	s.ExtendBaseWidget(s)
	return s
}

// Value gives the answer and whether there is one.
func (s *Scale) Value() (int, bool) { return s.value, s.answered }

// SetValue sets the answer, brought between 0 and 10, and tells nobody.
func (s *Scale) SetValue(value int) {
	s.value, s.answered = min(max(value, 0), ScaleMost), true
	s.Refresh()
}

// Clear takes the answer away and tells nobody.
func (s *Scale) Clear() {
	s.value, s.answered = 0, false
	s.Refresh()
}

// Tapped answers with the place that was touched.
func (s *Scale) Tapped(e *fyne.PointEvent) { s.answerAt(e.Position.X) }

// Dragged answers with the place that was dragged to.
func (s *Scale) Dragged(e *fyne.DragEvent) { s.answerAt(e.Position.X) }

// DragEnd does nothing: each place on the way was told.
func (s *Scale) DragEnd() {}

// TypedKey moves the answer by one with the arrows, and to the ends with Home and End. The first arrow on an empty
// scale answers 5, the middle.
func (s *Scale) TypedKey(e *fyne.KeyEvent) {
	step := 0
	switch e.Name {
	case fyne.KeyRight, fyne.KeyUp:
		step = 1
	case fyne.KeyLeft, fyne.KeyDown:
		step = -1
	case fyne.KeyHome:
		s.answer(0)
		return
	case fyne.KeyEnd:
		s.answer(ScaleMost)
		return
	default:
		return
	}
	if !s.answered {
		s.answer(ScaleMost / 2)
		return
	}
	s.answer(s.value + step)
}

// TypedRune answers with a digit; a 0 right after a 1 makes it 10.
func (s *Scale) TypedRune(r rune) {
	if r < '0' || r > '9' {
		return
	}
	if r == '0' && s.answered && s.value == 1 {
		s.answer(ScaleMost)
		return
	}
	s.answer(int(r - '0'))
}

// AccessibilityLabel gives the question and the answer to a screen reader.
func (s *Scale) AccessibilityLabel() string { return s.Label + " " + s.reading() }

// AccessibilityRole says that this can be worked.
func (s *Scale) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height at a width: the question wraps.
func (s *Scale) HeightFor(width float32) float32 {
	return s.headHeight(width) + s.trackHeight() + s.footHeight(width)
}

// NaturalWidth is room for a good hand's width of track.
func (s *Scale) NaturalWidth() float32 { return 400 * scaleOf(s) }

// CreateRenderer is called by the toolkit.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &scaleRenderer{
		scale: s, ring: newRing(), label: NewText("", BodyBold), number: NewLine("", Heading), empty: NewLine("", Small),
		low: NewText("", Small), high: NewText("", Small),
		track: canvas.NewRectangle(color.Transparent), filled: canvas.NewRectangle(color.Transparent),
		thumb: canvas.NewCircle(color.Transparent),
	}
	r.high.Align = fyne.TextAlignTrailing
	r.Refresh()
	return r
}

func (s *Scale) answer(value int) {
	value = min(max(value, 0), ScaleMost)
	if s.Disabled() || (s.answered && s.value == value) {
		return
	}
	s.SetValue(value)
	if s.OnChanged != nil {
		s.OnChanged(value)
	}
}

func (s *Scale) answerAt(x float32) {
	inset := s.inset()
	part := (x - inset) / max(1, s.Size().Width-2*inset)
	s.answer(int(math.Round(float64(part * ScaleMost))))
}

// reading is what stands at the right: the answer, or the word for none.
func (s *Scale) reading() string {
	if s.answered {
		return strconv.Itoa(s.value)
	}
	return s.Empty
}

// inset is how far the track stands in from the ends, so that the thumb has room.
func (s *Scale) inset() float32 { return sizeOf(s, SizeBody) }

func (s *Scale) trackHeight() float32 { return ceil(sizeOf(s, SizeBody) * 1.5) }

// readingWidth is the room kept for the answer at the right.
func (s *Scale) readingWidth() float32 {
	return max(36*scaleOf(s), NewLine(s.Empty, Small).NaturalWidth())
}

func (s *Scale) headHeight(width float32) float32 {
	return max(NewText(s.Label, BodyBold).HeightFor(width-s.readingWidth()-12), NewLine("0", Heading).lineHeight())
}

func (s *Scale) footHeight(width float32) float32 {
	half := (width - 12) / 2
	return max(NewText(s.Low, Small).HeightFor(half), NewText(s.High, Small).HeightFor(half))
}

type scaleRenderer struct {
	scale                           *Scale
	ring, track, filled             *canvas.Rectangle
	thumb                           *canvas.Circle
	label, number, empty, low, high *Text
}

// Destroy is called by the toolkit.
func (r *scaleRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *scaleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.label, r.number, r.empty, r.track, r.filled, r.thumb, r.low, r.high}
}

// MinSize is narrow, and as high as the words at the last width.
func (r *scaleRenderer) MinSize() fyne.Size {
	width := r.scale.Size().Width
	if width <= 0 {
		width = r.scale.NaturalWidth()
	}
	return fyne.NewSize(160*scaleOf(r.scale), r.scale.HeightFor(width))
}

// Layout places the parts.
func (r *scaleRenderer) Layout(size fyne.Size) {
	s := r.scale
	head, reading, half := s.headHeight(size.Width), s.readingWidth(), max(0, (size.Width-12)/2)
	r.label.Resize(fyne.NewSize(max(0, size.Width-reading-12), head))
	for _, o := range []*Text{r.number, r.empty} {
		o.Align = fyne.TextAlignTrailing
		o.Move(fyne.NewPos(size.Width-reading, 0))
		o.Resize(fyne.NewSize(reading, o.lineHeight()))
	}
	r.layoutTrack(fyne.NewSize(size.Width, s.trackHeight()), head)
	foot := head + s.trackHeight()
	r.low.Move(fyne.NewPos(0, foot))
	r.low.Resize(fyne.NewSize(half, size.Height-foot))
	r.high.Move(fyne.NewPos(size.Width-half, foot))
	r.high.Resize(fyne.NewSize(half, size.Height-foot))
	placeRing(r.ring, size, 4, wideRingGap)
}

func (r *scaleRenderer) layoutTrack(size fyne.Size, top float32) {
	s := r.scale
	const thick = 4
	inset, middle := s.inset(), top+size.Height/2
	length := max(0, size.Width-2*inset)
	done := length * float32(s.value) / ScaleMost
	for _, bar := range []*canvas.Rectangle{r.track, r.filled} {
		bar.CornerRadius = thick / 2
		bar.Move(fyne.NewPos(inset, middle-thick/2))
	}
	r.track.Resize(fyne.NewSize(length, thick))
	r.filled.Resize(fyne.NewSize(done, thick))
	across := s.inset() * 1.2
	r.thumb.Resize(fyne.NewSquareSize(across))
	r.thumb.Move(fyne.NewPos(inset+done-across/2, middle-across/2))
}

// Refresh follows the answer and the theme.
func (r *scaleRenderer) Refresh() {
	s := r.scale
	t, own := TokensOf(s), s.Side.Color()
	r.label.Text, r.low.Text, r.high.Text = s.Label, s.Low, s.High
	r.number.Text, r.number.Color, r.number.Hidden = s.reading(), own, !s.answered
	r.empty.Text, r.empty.Hidden = s.Empty, s.answered
	r.track.FillColor, r.filled.FillColor = t.Line, tokenOf(s, own)
	r.filled.Hidden, r.thumb.Hidden = !s.answered, !s.answered
	r.thumb.FillColor, r.thumb.StrokeColor, r.thumb.StrokeWidth = t.Surface, tokenOf(s, own), 2.5
	showRing(r.ring, s.focused, t.Focus)
	for _, o := range []*Text{r.label, r.number, r.empty, r.low, r.high} {
		o.Refresh()
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}
