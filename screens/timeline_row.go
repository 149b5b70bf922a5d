package screens

import (
	"image"
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

const (
	seamThick     = 4   // where it is whole
	seamThin      = 1.5 // at a break
	seamSwing     = 9   // how far the seam leaves its line, at most
	seamOverlap   = 2   // how far the seam of a row reaches into the next
	timelineGap   = 16  // between the cards of two rows
	timelineInset = 18  // inside a card
	narrowWidth   = 780 // below it the cards stand right of the seam
	sideCard      = 420 // widest card of one partner
	sharedCard    = 540 // widest card of both
)

// timelineRow is one moment on its stretch of the seam. All rows have the same
// height, so ten thousand of them scroll smoothly.
type timelineRow struct {
	widget.BaseWidget
	entry timelineEntry
	cards cardPictures // of all rows
}

func newTimelineRow(cards cardPictures) *timelineRow {
	r := &timelineRow{entry: timelineEntry{chip: "M", line: "M", title: "M"}, cards: cards}
	r.ExtendBaseWidget(r)
	return r
}

func (r *timelineRow) set(e timelineEntry) {
	r.entry = e
	r.Refresh()
}

// CreateRenderer makes the drawing of a row; fyne calls it.
func (r *timelineRow) CreateRenderer() fyne.WidgetRenderer {
	d := &timelineDrawing{
		row: r, upper: canvas.NewLine(color.Transparent), lower: canvas.NewLine(color.Transparent),
		node: canvas.NewCircle(color.Transparent), pill: canvas.NewRectangle(color.Transparent),
		chip: canvas.NewText("", color.Transparent), line: canvas.NewText("", color.Transparent),
		title: canvas.NewText("", color.Transparent), look: cardLook{corner: 14},
	}
	d.card = canvas.NewRaster(d.drawCard)
	d.card.ScaleMode = canvas.ImageScalePixels // it stays sharp where pixels are rounded
	d.node.StrokeWidth = 2
	d.chip.TextStyle.Bold = true
	d.objects = []fyne.CanvasObject{d.upper, d.lower, d.node, d.card, d.pill, d.chip, d.line, d.title}
	d.dress()
	return d
}

// timelineDrawing draws a row with eight plain objects.
type timelineDrawing struct {
	row               *timelineRow
	upper, lower      *canvas.Line
	node              *canvas.Circle
	card              *canvas.Raster
	look              cardLook
	pill              *canvas.Rectangle
	chip, line, title *canvas.Text
	objects           []fyne.CanvasObject
}

func (d *timelineDrawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *timelineDrawing) Destroy() {}

func (d *timelineDrawing) MinSize() fyne.Size {
	small, body := d.sizes()
	high := timelineGap + 2*(timelineInset-5) + 8 + 1.4*small + 1.45*body
	return fyne.NewSize(200, float32(math.Ceil(float64(high))))
}

// drawCard gives the picture of the card for its size in pixels.
func (d *timelineDrawing) drawCard(width, height int) image.Image {
	d.look.width, d.look.height = width, height
	d.look.scale = float32(height) / d.card.Size().Height
	return d.row.cards.of(d.look)
}

func (d *timelineDrawing) sizes() (small, body float32) {
	th := d.row.Theme()
	return th.Size(widgets.SizeSmall), th.Size(widgets.SizeBody)
}

func (d *timelineDrawing) Refresh() {
	d.dress()
	d.Layout(d.row.Size())
	canvas.Refresh(d.row)
}

// dress gives every object its words, colours and sizes.
func (d *timelineDrawing) dress() {
	t, e := widgets.TokensOf(d.row), d.row.entry
	small, body := d.sizes()
	d.upper.StrokeColor, d.lower.StrokeColor = t.Gold, t.Gold
	d.upper.StrokeWidth, d.lower.StrokeWidth = seamThick, seamThick
	if e.broken {
		d.upper.StrokeColor, d.lower.StrokeColor = t.Crack, t.Crack
		d.upper.StrokeWidth, d.lower.StrokeWidth = seamThin, seamThin
	}
	d.look.ground, d.look.edge, d.look.stroke = t.Surface, t.Line, 1
	if e.gold {
		d.look.edge, d.look.stroke = t.Gold, 2
	}
	d.node.FillColor, d.node.StrokeColor = t.Surface, sideColour(t, e.side)
	d.pill.FillColor, d.chip.Color, d.pill.StrokeColor = chipColours(t, e.kind)
	d.pill.StrokeWidth = 0
	if d.pill.StrokeColor != color.Transparent {
		d.pill.StrokeWidth = 1
	}
	d.line.Color, d.title.Color = t.Muted, t.Ink
	d.chip.TextSize, d.line.TextSize, d.title.TextSize = small, small, body
	d.title.TextStyle = fyne.TextStyle{}
	if e.strong {
		d.title.TextStyle = widgets.StyleSerifBold
	}
	d.chip.Text = e.chip
	d.chip.FontSource = widgets.FontFor(d.row, e.chip, d.chip.TextStyle)
	d.title.FontSource = widgets.FontFor(d.row, e.title, d.title.TextStyle)
}

// Layout places the seam, the card and its words.
func (d *timelineDrawing) Layout(size fyne.Size) {
	seam, left, width, shared := d.place(size)
	d.drawSeam(seam, size.Height, shared)
	height := size.Height - timelineGap
	d.card.Move(fyne.NewPos(left, timelineGap/2))
	d.card.Resize(fyne.NewSize(width, height))
	d.words(left+timelineInset, timelineGap/2+timelineInset-5, width-2*timelineInset)
}

// place says where the seam runs and where the card stands; shared cards lie on
// the seam.
func (d *timelineDrawing) place(size fyne.Size) (seam, left, width float32, shared bool) {
	scale := d.title.TextSize / 15
	if size.Width < narrowWidth || scale > 1.3 {
		return 11 + seamSwing, 48, size.Width - 56, false
	}
	middle := size.Width / 2
	side := min(sideCard*scale, middle-42-8)
	switch d.row.entry.side {
	case journal.First:
		return middle, middle - 42 - side, side, false
	case journal.Second:
		return middle, middle + 42, side, false
	default:
		wide := min(sharedCard*scale, size.Width-16)
		return middle, middle - wide/2, wide, true
	}
}

func (d *timelineDrawing) drawSeam(x, height float32, shared bool) {
	e := d.row.entry
	knee := fyne.NewPos(x+e.knee*seamSwing, height*0.55)
	d.upper.Position1, d.upper.Position2 = fyne.NewPos(x+e.top*seamSwing, -seamOverlap), knee
	d.lower.Position1, d.lower.Position2 = knee, fyne.NewPos(x+e.bottom*seamSwing, height+d.row.Theme().Size(theme.SizeNamePadding)+seamOverlap)
	d.node.Hidden = shared
	d.node.Resize(fyne.NewSize(16, 16))
	d.node.Move(knee.SubtractXY(8, 8))
}

// words sets the chip and the two lines, cut to the card's width.
func (d *timelineDrawing) words(x, y, width float32) {
	chip := d.chip.MinSize()
	high := chip.Height + 4
	d.pill.CornerRadius = high / 2
	d.pill.Move(fyne.NewPos(x, y))
	d.pill.Resize(fyne.NewSize(chip.Width+22, high))
	d.chip.Move(fyne.NewPos(x+11, y+2))
	d.chip.Resize(chip)
	after := chip.Width + 22 + 8
	cutText(d.line, d.row.entry.line, width-after)
	d.line.Move(fyne.NewPos(x+after, y+2))
	cutText(d.title, d.row.entry.title, width)
	d.title.Move(fyne.NewPos(x, y+high+4))
}

// cutText puts as much of s into t as fits the width, with an ellipsis for the
// rest, and sizes t.
func cutText(t *canvas.Text, s string, width float32) {
	size := sizeInParts(t, s)
	t.Text = s
	if size.Width > width {
		runes := []rune(s)
		low, high := 0, len(runes)
		for low+1 < high {
			half := (low + high) / 2
			t.Text = string(runes[:half]) + "…"
			if t.MinSize().Width <= width {
				low = half
			} else {
				high = half
			}
		}
		t.Text = string(runes[:low]) + "…"
		size = t.MinSize()
	}
	t.Resize(size)
}

// sizeInParts measures s part by part: the toolkit remembers what it measured,
// and a day or a kind of moment comes again in other rows.
func sizeInParts(t *canvas.Text, s string) fyne.Size {
	var size fyne.Size
	for part := range strings.SplitAfterSeq(s, " · ") {
		t.Text = part
		least := t.MinSize()
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func sideColour(t widgets.Tokens, p journal.Partner) color.Color {
	switch p {
	case journal.First:
		return t.First
	case journal.Second:
		return t.Second
	default:
		return t.Gold
	}
}

// chipColours gives ground, text and edge of a chip.
func chipColours(t widgets.Tokens, kind widgets.ChipKind) (ground, text, edge color.Color) {
	switch kind {
	case widgets.ChipFirst:
		return t.FirstWash, t.First, color.Transparent
	case widgets.ChipSecond:
		return t.SecondWash, t.Second, color.Transparent
	case widgets.ChipGold:
		return t.GoldWash, t.GoldInk, color.Transparent
	default:
		return t.Surface, t.Muted, t.Line
	}
}
