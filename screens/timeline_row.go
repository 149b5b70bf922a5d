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
	timelineGap   = 16  // between the cards of two rows
	timelineInset = 18  // inside a card
	timelineTop   = 13  // the same, above
	narrowWidth   = 780 // below it the cards stand right of the seam
	sideCard      = 420 // widest card of one partner
	sharedCard    = 540 // widest card of both
	cardAway      = 42  // from the seam's line to a card beside it
	labelAway     = 24  // from a month's name to the seam or the card
)

// timelineStyle is what all rows share.
type timelineStyle struct {
	cards  cardPictures
	seams  seamPictures
	narrow bool // one column: the cards stand right of the seam, with a line more
}

// rowHeight is how high each row is. All have the same height, so that ten
// thousand of them scroll smoothly: where one begins needs no counting.
func (s *timelineStyle) rowHeight(small, body float32) float32 {
	high := timelineGap + 2*timelineTop + 8 + 1.4*small + 1.45*body
	if s.narrow {
		high += 1.4*small + 2
	}
	return float32(math.Ceil(float64(high)))
}

// timelineRow is one moment on its stretch of the seam.
type timelineRow struct {
	widget.BaseWidget
	entry timelineEntry
	style *timelineStyle
}

func newTimelineRow(style *timelineStyle) *timelineRow {
	r := &timelineRow{entry: timelineEntry{chip: "M", line: "M", title: "M"}, style: style}
	r.ExtendBaseWidget(r)
	return r
}

func (r *timelineRow) set(e timelineEntry) {
	r.entry = e
	r.Refresh()
}

// CreateRenderer makes the drawing of a row; fyne calls it.
func (r *timelineRow) CreateRenderer() fyne.WidgetRenderer {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	d := &timelineDrawing{
		row: r, node: canvas.NewCircle(color.Transparent), pill: canvas.NewRectangle(color.Transparent),
		chip: text(), line: text(), title: text(), month: text(), later: text(), look: cardLook{corner: 14},
	}
	d.card, d.seam = canvas.NewRaster(d.drawCard), canvas.NewRaster(d.drawSeam)
	d.card.ScaleMode, d.seam.ScaleMode = canvas.ImageScalePixels, canvas.ImageScalePixels // sharp where pixels are rounded
	d.chip.TextStyle.Bold, d.month.TextStyle.Bold = true, true
	d.objects = []fyne.CanvasObject{d.seam, d.node, d.card, d.pill, d.chip, d.line, d.title, d.month, d.later}
	d.dress()
	return d
}

// timelineDrawing draws a row with nine plain objects.
type timelineDrawing struct {
	row               *timelineRow
	seam, card        *canvas.Raster
	node              *canvas.Circle
	look              cardLook
	path              seamLook
	pill              *canvas.Rectangle
	chip, line, title *canvas.Text
	month, later      *canvas.Text // beside the card, or in its first line
	objects           []fyne.CanvasObject
}

func (d *timelineDrawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *timelineDrawing) Destroy() {}

func (d *timelineDrawing) MinSize() fyne.Size {
	return fyne.NewSize(200, d.row.style.rowHeight(d.sizes()))
}

// drawCard gives the picture of the card for its size in pixels.
func (d *timelineDrawing) drawCard(width, height int) image.Image {
	d.look.width, d.look.height = width, height
	d.look.scale = float32(height) / d.card.Size().Height
	return d.row.style.cards.of(d.look)
}

// drawSeam does the same for the seam.
func (d *timelineDrawing) drawSeam(width, height int) image.Image {
	d.path.width, d.path.height = width, height
	return d.row.style.seams.of(d.path)
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
	d.path.seamPlace, d.path.gold, d.path.crack = e.seam, t.Gold, t.Crack
	d.look.ground, d.look.edge, d.look.stroke = t.Surface, t.Line, 1
	if e.gold {
		d.look.edge, d.look.stroke = t.Gold, 2
	}
	d.node.FillColor, d.node.StrokeColor, d.node.StrokeWidth = t.Surface, sideColour(t, e.side), 2
	if e.seam.kind == seamBroken {
		d.node.StrokeColor, d.node.StrokeWidth = t.Crack, 1.5
	}
	d.pill.FillColor, d.chip.Color, d.pill.StrokeColor = chipColours(t, e.kind)
	d.pill.StrokeWidth = 0
	if d.pill.StrokeColor != color.Transparent {
		d.pill.StrokeWidth = 1
	}
	d.line.Color, d.title.Color, d.month.Color, d.later.Color = t.Muted, t.Ink, t.Muted, t.Muted
	d.chip.TextSize, d.line.TextSize, d.title.TextSize, d.month.TextSize, d.later.TextSize = small, small, body, small, small
	d.title.TextStyle = fyne.TextStyle{}
	if e.strong {
		d.title.TextStyle = widgets.StyleSerifBold
	}
	d.chip.Text, d.month.Text, d.later.Text = e.chip, e.month, e.later
	d.chip.FontSource = widgets.FontFor(d.row, e.chip, d.chip.TextStyle)
	d.title.FontSource = widgets.FontFor(d.row, e.title, d.title.TextStyle)
	if e.month != "" {
		d.month.FontSource = widgets.FontFor(d.row, e.month, d.month.TextStyle)
	}
}

// Layout places the seam, the card and its words.
func (d *timelineDrawing) Layout(size fyne.Size) {
	seam, left, width, shared := d.place(size)
	height := size.Height - timelineGap
	d.placeSeam(seam, size.Height, shared)
	d.card.Move(fyne.NewPos(left, timelineGap/2))
	d.card.Resize(fyne.NewSize(width, height))
	const top = timelineGap/2 + timelineTop
	if d.row.style.narrow {
		d.label(left+width-timelineInset, top, width-2*timelineInset)
	} else {
		d.labels(seam, left, top)
	}
	d.words(left+timelineInset, top, width-2*timelineInset)
}

// place says where the seam runs and where the card stands; shared cards lie on
// the seam.
func (d *timelineDrawing) place(size fyne.Size) (seam, left, width float32, shared bool) {
	if d.row.style.narrow {
		return 20, 48, size.Width - 56, false
	}
	scale, middle := d.title.TextSize/15, size.Width/2
	side := min(sideCard*scale, middle-cardAway-8)
	switch d.row.entry.side {
	case journal.First:
		return middle, middle - cardAway - side, side, false
	case journal.Second:
		return middle, middle + cardAway, side, false
	default:
		wide := min(sharedCard*scale, size.Width-16)
		if room := d.labelWidth(); room > 0 { // in a small window the card makes room for its month
			wide = min(wide, max(size.Width-2*(room+labelAway), size.Width/2))
		}
		return middle, middle - wide/2, wide, true
	}
}

// labelWidth is the room that a month's name and a long time need; mostly there
// is neither.
func (d *timelineDrawing) labelWidth() float32 {
	width := float32(0)
	if d.month.Text != "" {
		width = d.month.MinSize().Width
	}
	if d.later.Text != "" {
		width = max(width, d.later.MinSize().Width)
	}
	return width
}

func (d *timelineDrawing) placeSeam(x, height float32, shared bool) {
	pitch := height + d.row.Theme().Size(theme.SizeNamePadding)
	d.path.row, d.path.pitch, d.path.beside = height, pitch, d.row.style.narrow
	d.seam.Move(fyne.NewPos(x-seamWidth/2, -seamOverlap))
	d.seam.Resize(fyne.NewSize(seamWidth, pitch+2*seamOverlap))
	d.node.Hidden = shared
	d.node.Resize(fyne.NewSize(16, 16))
	d.node.Move(fyne.NewPos(x-seamWidth/2+d.path.x(height/2)-8, height/2-8))
}

// labels sets the month and the long time on the free side of the seam, or left
// of a card that lies on it.
func (d *timelineDrawing) labels(seam, left, top float32) {
	d.month.Hidden, d.later.Hidden = d.month.Text == "", d.later.Text == ""
	if d.month.Hidden && d.later.Hidden {
		return
	}
	put := func(t *canvas.Text, y float32) {
		size := t.MinSize()
		x := left - labelAway - size.Width
		switch d.row.entry.side {
		case journal.First:
			x = seam + labelAway
		case journal.Second:
			x = seam - labelAway - size.Width
		}
		t.Resize(size)
		t.Move(fyne.NewPos(max(0, x), y))
	}
	put(d.month, top+2)
	put(d.later, top+2+1.4*d.later.TextSize+4)
}

// label sets both at the right end of the first line of the card: there is no
// free side. Where they don't fit, the month says enough.
func (d *timelineDrawing) label(right, top, width float32) {
	e := d.row.entry
	d.later.Hidden = true
	d.month.Hidden = e.month == "" && e.later == ""
	if d.month.Hidden {
		return
	}
	room := width - d.chip.MinSize().Width - 22 - 12
	d.month.Text = e.month + " · " + e.later
	switch {
	case e.month == "":
		d.month.Text = e.later
	case e.later == "" || d.month.MinSize().Width > room:
		d.month.Text = e.month
	}
	cutText(d.month, d.month.Text, room)
	d.month.Move(fyne.NewPos(right-d.month.Size().Width, top+2))
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
	if d.row.style.narrow {
		y += high + 3
		cutText(d.line, d.row.entry.line, width)
		d.line.Move(fyne.NewPos(x, y))
		y += d.line.Size().Height + 3
	} else {
		cutText(d.line, d.row.entry.line, width-after)
		d.line.Move(fyne.NewPos(x+after, y+2))
		y += high + 4
	}
	cutText(d.title, d.row.entry.title, width)
	d.title.Move(fyne.NewPos(x, y))
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
