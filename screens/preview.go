package screens

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// baseline is where Literata's baseline lies between the top and the bottom of a
// line: 1177 of 1177 + 308, from the font's own table.
const baseline = 1177.0 / (1177 + 308)

// sheetRoom is the ground that shows around the sheet.
const sheetRoom = 22

// preview draws the pages of a summary as they will be printed.
type preview struct {
	widget.BaseWidget
	OnBack func() // leave the preview, where it stands alone

	pages summary.Pages
	page  int
	fonts map[summary.FontName]fyne.Resource

	message        *widgets.Text
	number         *widgets.Text
	previous, next *widgets.Button
	back           *widgets.Button
	foot           *fyne.Container
}

func newPreview(fonts summary.Fonts) *preview {
	p := &preview{fonts: map[summary.FontName]fyne.Resource{}}
	for name, data := range map[summary.FontName][]byte{
		summary.Regular: fonts.Regular, summary.Italic: fonts.Italic, summary.SemiBold: fonts.SemiBold,
		summary.Sans: fonts.Sans, summary.SansBold: fonts.SansBold,
	} {
		if len(data) > 0 {
			p.fonts[name] = fyne.NewStaticResource("summary-"+string(name), data)
		}
	}
	p.message = widgets.NewText(waiting(), widgets.Muted)
	p.number = widgets.NewLine("", widgets.Small)
	p.previous = widgets.NewSmallButton(lang.L("Previous page"), widgets.Quiet, func() { p.turn(-1) })
	p.next = widgets.NewSmallButton(lang.L("Next page"), widgets.Quiet, func() { p.turn(1) })
	p.back = widgets.NewSmallButton(lang.L("Back to the choices"), widgets.Quiet, func() {
		if p.OnBack != nil {
			p.OnBack()
		}
	})
	p.back.Hide()
	p.foot = widgets.WrapMiddle(14, p.back, p.previous, p.number, p.next)
	p.ExtendBaseWidget(p)
	return p
}

// show draws these pages; the page in view stays if there still is one.
func (p *preview) show(pages summary.Pages) {
	p.pages = pages
	p.message.SetText("")
	p.turn(0)
}

// say shows a sentence instead of the pages.
func (p *preview) say(text string) {
	p.pages = summary.Pages{}
	p.message.SetText(text)
	p.turn(0)
}

func (p *preview) turn(by int) {
	last := len(p.pages.Pages) - 1
	p.page = max(0, min(p.page+by, last))
	p.number.SetText("")
	if last >= 0 {
		p.number.SetText(lang.L("Page {{.Page}} of {{.Of}}", map[string]any{"Page": p.page + 1, "Of": last + 1}))
	}
	enable(p.page > 0, p.previous)
	enable(p.page < last, p.next)
	showIf(p.previous, last > 0)
	showIf(p.next, last > 0)
	p.Refresh()
}

// CreateRenderer makes the drawing of the pages; fyne calls it.
func (p *preview) CreateRenderer() fyne.WidgetRenderer {
	d := &previewDrawing{
		preview: p, ground: canvas.NewRectangle(color.Transparent), sheet: canvas.NewRectangle(color.White),
	}
	d.ground.CornerRadius = 14
	d.Refresh()
	return d
}

// previewDrawing is one page, scaled into the sheet.
type previewDrawing struct {
	preview       *preview
	ground, sheet *canvas.Rectangle
	marks         []fyne.CanvasObject // of the page in view
}

func (d *previewDrawing) Destroy() {}

func (d *previewDrawing) MinSize() fyne.Size { return fyne.NewSize(160, 200) }

func (d *previewDrawing) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{d.ground, d.sheet}, d.marks...)
	return append(objects, d.preview.message, d.preview.foot)
}

func (d *previewDrawing) Refresh() {
	d.ground.FillColor = widgets.TokensOf(d.preview).Line
	d.Layout(d.preview.Size())
	canvas.Refresh(d.preview)
}

func (d *previewDrawing) Layout(size fyne.Size) {
	p := d.preview
	d.ground.Resize(size)
	foot := widgets.HeightFor(p.foot, size.Width-2*sheetRoom)
	putAt(p.foot, sheetRoom, size.Height-foot-10, size.Width-2*sheetRoom, foot)
	putAt(p.message, sheetRoom, sheetRoom, size.Width-2*sheetRoom, p.message.HeightFor(size.Width-2*sheetRoom))
	d.marks = nil
	d.sheet.Hidden = len(p.pages.Pages) == 0
	if d.sheet.Hidden {
		return
	}
	room := fyne.NewSize(size.Width-2*sheetRoom, size.Height-foot-20-sheetRoom)
	scale := min(room.Width/float32(p.pages.Width), room.Height/float32(p.pages.Height))
	if scale <= 0 {
		d.sheet.Hidden = true
		return
	}
	width, height := float32(p.pages.Width)*scale, float32(p.pages.Height)*scale
	at := fyne.NewPos((size.Width-width)/2, sheetRoom+(room.Height-height)/2)
	putAt(d.sheet, at.X, at.Y, width, height)
	d.draw(p.pages.Pages[p.page], at, scale)
}

// draw puts the shapes and then the texts of a page on the sheet.
func (d *previewDrawing) draw(page summary.Page, at fyne.Position, scale float32) {
	for _, shape := range page.Shapes {
		d.marks = append(d.marks, drawnShape(shape, at, scale))
	}
	var before summary.Text
	end := float32(0) // where the run before ends on the screen
	for _, text := range page.Texts {
		t := canvas.NewText(text.S, inkColour(text.Colour))
		t.TextSize, t.FontSource = float32(text.Size)*scale, d.preview.fonts[text.Font]
		least := fitRun(t, float32(text.Width)*scale)
		x := float32(text.X) * scale
		if text.Y == before.Y && math.Abs(before.X+before.Width-text.X) < 0.5 {
			x = end // the same line goes on in another font
		}
		before, end = text, x+least.Width
		t.Resize(least)
		t.Move(at.AddXY(x, float32(text.Y)*scale-least.Height*baseline))
		d.marks = append(d.marks, t)
	}
}

// fitRun makes a text no wider than on paper. On screens letters are drawn in
// whole sizes, rounded up, so that a run could reach into the next one.
func fitRun(t *canvas.Text, width float32) fyne.Size {
	least := t.MinSize()
	if least.Width > width+0.5 && t.TextSize > 2 {
		t.TextSize = float32(math.Floor(float64(t.TextSize)))
		least = t.MinSize()
	}
	return least
}

func drawnShape(s summary.Shape, at fyne.Position, scale float32) fyne.CanvasObject {
	from := at.AddXY(float32(s.X1)*scale, float32(s.Y1)*scale)
	to := at.AddXY(float32(s.X2)*scale, float32(s.Y2)*scale)
	stroke, strokeColour := drawnStroke(s, scale)
	switch s.Kind {
	case summary.Line:
		line := canvas.NewLine(strokeColour)
		line.StrokeWidth, line.Position1, line.Position2 = stroke, from, to
		return line
	case summary.Circle:
		circle := canvas.NewCircle(inkColour(s.Fill))
		circle.StrokeColor, circle.StrokeWidth = strokeColour, stroke
		circle.Position1, circle.Position2 = from, to
		return circle
	case summary.Diamond:
		diamond := canvas.NewArbitraryPolygon([]fyne.Position{
			{X: 0.5, Y: 0}, {X: 1, Y: 0.5}, {X: 0.5, Y: 1}, {X: 0, Y: 0.5},
		}, inkColour(s.Fill))
		diamond.NormalizedPoints = true
		putAt(diamond, from.X, from.Y, to.X-from.X, to.Y-from.Y)
		return diamond
	default:
		box := canvas.NewRectangle(fillColour(s))
		box.StrokeColor, box.StrokeWidth = strokeColour, stroke
		putAt(box, from.X, from.Y, to.X-from.X, to.Y-from.Y)
		return box
	}
}

// drawnStroke makes what is thinner than the screen can draw paler instead.
func drawnStroke(s summary.Shape, scale float32) (width float32, c color.Color) {
	width = float32(s.Width) * scale
	if s.Stroke == summary.NoInk || width >= 1 {
		return width, inkColour(s.Stroke)
	}
	r, g, b := s.Stroke.RGB()
	return 1, color.NRGBA{R: r, G: g, B: b, A: uint8(255 * max(width, 0.4))}
}

// fillColour lets what is below a faint fill shine through.
func fillColour(s summary.Shape) color.Color {
	if !s.Faint || s.Fill == summary.NoInk {
		return inkColour(s.Fill)
	}
	r, g, b := s.Fill.RGB()
	return color.NRGBA{R: r, G: g, B: b, A: uint8(math.Round(summary.FaintAlpha * 255))}
}

func inkColour(ink summary.Ink) color.Color {
	if ink == summary.NoInk {
		return color.Transparent
	}
	r, g, b := ink.RGB()
	return color.NRGBA{R: r, G: g, B: b, A: 255}
}
