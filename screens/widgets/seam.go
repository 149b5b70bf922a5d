package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// seamTurns are the corners of the seam: how far to the side (-1 … 1) at which part of the height.
var seamTurns = []struct{ x, y float32 }{
	{0.1, 0}, {-0.6, 0.14}, {0.9, 0.28}, {-1, 0.44}, {0.6, 0.605}, {-0.5, 0.77}, {0.4, 1},
}

const (
	seamWidth  = 20 // room across, with the line's turns
	seamStroke = 4
)

// Seam is the jagged gold line between the two sides of what was opened together. It fills its height.
type Seam struct {
	widget.BaseWidget
}

// NewSeam makes a seam.
func NewSeam() *Seam {
	s := &Seam{}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Seam) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &seamRenderer{seam: s}
	for range len(seamTurns) - 1 {
		r.parts = append(r.parts, canvas.NewLine(color.Transparent))
	}
	for range len(seamTurns) - 2 {
		r.knees = append(r.knees, canvas.NewCircle(color.Transparent))
	}
	r.Refresh()
	return r
}

// SeamAt tells how far from the middle the seam is at a part of its height (0 … 1), in points.
func SeamAt(part float32) float32 {
	for i := 1; i < len(seamTurns); i++ {
		from, to := seamTurns[i-1], seamTurns[i]
		if part <= to.y {
			along := (part - from.y) / (to.y - from.y)
			return (from.x + (to.x-from.x)*along) * (seamWidth/2 - seamStroke)
		}
	}
	return seamTurns[len(seamTurns)-1].x * (seamWidth/2 - seamStroke)
}

type seamRenderer struct {
	seam  *Seam
	parts []*canvas.Line
	knees []*canvas.Circle // round off the corners between the parts
}

// Destroy is called by the toolkit.
func (r *seamRenderer) Destroy() {}

// Objects gives the parts from top to bottom.
func (r *seamRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, part := range r.parts {
		objects = append(objects, part)
	}
	for _, knee := range r.knees {
		objects = append(objects, knee)
	}
	return objects
}

// MinSize is narrow and low.
func (r *seamRenderer) MinSize() fyne.Size { return fyne.NewSize(seamWidth, 40) }

// Layout stretches the turns over the height.
func (r *seamRenderer) Layout(size fyne.Size) {
	point := func(i int) fyne.Position {
		turn := seamTurns[i]
		return fyne.NewPos(size.Width/2+turn.x*(seamWidth/2-seamStroke), turn.y*size.Height)
	}
	for i, part := range r.parts {
		part.Position1, part.Position2 = point(i), point(i+1)
	}
	for i, knee := range r.knees {
		knee.Resize(fyne.NewSquareSize(seamStroke))
		knee.Move(point(i+1).SubtractXY(seamStroke/2, seamStroke/2))
	}
}

// Refresh follows the theme.
func (r *seamRenderer) Refresh() {
	gold := TokensOf(r.seam).Gold
	for _, part := range r.parts {
		part.StrokeColor, part.StrokeWidth = gold, seamStroke
		part.Refresh()
	}
	for _, knee := range r.knees {
		knee.FillColor = gold
		knee.Refresh()
	}
	canvas.Refresh(r.seam)
}
