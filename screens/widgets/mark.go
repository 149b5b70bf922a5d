package widgets

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// markDrawing is the sign of Goldseam, with places for the colours of the left half, the right half and the seam.
const markDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 130 130" width="130" height="130">
<path fill="%s" d="M65 0 A65 65 0 0 0 59.5 129.8 L65.5 103 L46 76 L70.5 49 L59 23 Z"/>
<path fill="%s" d="M65 0 A65 65 0 1 1 59.5 129.8 L65.5 103 L46 76 L70.5 49 L59 23 Z"/>
<path fill="%s" d="M61.8 0.3 L55.8 23 L67.3 49 L42.8 76 L62.3 103 L56.5 129.6 L62.9 129.6 L68.7 103 L49.2 76 L73.7 49 L62.2 23 L68.2 0.3 Z"/>
</svg>`

// markGold is the gold of the seam in the sign, bright in every look: it lies on the partners' colours, not on paper.
var markGold = rgb(0xD8AC57)

// Mark is the round sign of Goldseam: two halves in the colours of the two partners, and the seam between them.
type Mark struct {
	widget.BaseWidget
	Across float32 // its width and height, at a text size of 100 %
}

// NewMark makes the sign; 130 on the unlock screen, 26 beside the name.
func NewMark(across float32) *Mark {
	m := &Mark{Across: across}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is called by the toolkit.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	r := &markRenderer{mark: m, image: canvas.NewImageFromResource(m.drawing())}
	r.image.FillMode = canvas.ImageFillContain
	return r
}

// drawing gives the sign in the colours in force. Its name holds them too, for the toolkit keeps drawings by name.
func (m *Mark) drawing() fyne.Resource {
	t := TokensOf(m)
	first, second, gold := hex(t.First), hex(t.Second), hex(markGold)
	name := "mark" + first[1:] + second[1:] + gold[1:] + ".svg"
	return fyne.NewStaticResource(name, fmt.Appendf(nil, markDrawing, first, second, gold))
}

type markRenderer struct {
	mark  *Mark
	image *canvas.Image
}

// Destroy is called by the toolkit.
func (r *markRenderer) Destroy() {}

// Objects gives the drawing.
func (r *markRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }

// MinSize grows with the text size.
func (r *markRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(r.mark.Across * scaleOf(r.mark))
}

// Layout gives the drawing all the room.
func (r *markRenderer) Layout(size fyne.Size) { r.image.Resize(size) }

// Refresh follows the theme.
func (r *markRenderer) Refresh() {
	r.image.Resource = r.mark.drawing()
	r.image.Refresh()
	canvas.Refresh(r.mark)
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// drawnIn gives an icon in the colour of a token. Our icons are drawn in black; their lines are filled shapes, for the
// toolkit would keep strokes at one width whatever the size.
func drawnIn(o fyne.Widget, icon fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	c, ok := tokenOf(o, name).(color.NRGBA)
	if !ok {
		return icon
	}
	content := bytes.ReplaceAll(icon.Content(), []byte("#000000"), []byte(hex(c)))
	return fyne.NewStaticResource(hex(c)[1:]+"-"+icon.Name(), content)
}
