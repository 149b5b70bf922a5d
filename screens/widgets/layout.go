package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// VGap stacks objects with a fixed gap; each gets the full width and the height it needs at that width. Spare height
// goes to those made by Fill or Spacer.
func VGap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&vGapLayout{gap: gap}, objects...)
}

// HGap puts objects in a row with a fixed gap, each centred in height. Texts wrap when the row is too narrow; spare
// width goes to those made by Fill or Spacer.
func HGap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hGapLayout{gap: gap}, objects...)
}

// Wrap puts objects in rows from left to right, beginning a new row when one is full: for chips and buttons.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap}, objects...)
}

// WrapMiddle is Wrap with every row in the middle.
func WrapMiddle(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap, middle: true}, objects...)
}

// StackBelow puts objects side by side in columns whose widths are to each other as the weights (missing ones are 1),
// all equally high; narrower than below (in points at a text size of 100 %, grown with it) they are stacked.
func StackBelow(below, gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{below: below, gap: gap, weights: weights}, objects...)
}

// MaxWidth keeps an object no wider than a width and centres it.
func MaxWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&maxWidthLayout{most: width}, o)
}

// Pad puts room around an object: top, right, bottom, left.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{top: top, right: right, bottom: bottom, left: left}, o)
}

// Fill lets an object take the spare room of the VGap or HGap that it stands in.
func Fill(o fyne.CanvasObject) *fyne.Container { return container.New(&fillLayout{}, o) }

// Spacer is empty room that pushes what follows to the end of a VGap or HGap.
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

// VScroll lets an object scroll up and down; the object gets the full width and at least the full height.
func VScroll(o fyne.CanvasObject) *fyne.Container {
	scroll := container.NewVScroll(container.New(&fillLayout{}, o))
	return container.New(&scrollLayout{scroll: scroll}, scroll)
}

// ScrollToTop takes what VScroll made back to its beginning.
func ScrollToTop(scroller *fyne.Container) {
	if l, ok := scroller.Layout.(*scrollLayout); ok {
		l.scroll.ScrollToTop()
	}
}

type vGapLayout struct {
	lastWidth
	gap float32
}

func (l *vGapLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	objects = shown(objects)
	height := gaps(l.gap, len(objects))
	for _, o := range objects {
		height += HeightFor(o, width)
	}
	return height
}

func (l *vGapLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(shown(objects))
}

// MinSize is as wide as the widest and as high as all at the last width.
func (l *vGapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widestMin(shown(objects)), l.heightFor(objects, l.or(l.naturalWidth(objects))))
}

// Layout places the objects from top to bottom.
func (l *vGapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	spare := size.Height - l.heightFor(objects, size.Width)
	objects = shown(objects)
	growing := float32(countGrowing(objects))
	y := float32(0)
	for _, o := range objects {
		height := HeightFor(o, size.Width)
		if grows(o) && spare > 0 {
			height += spare / growing
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + l.gap
	}
}

type hGapLayout struct {
	lastWidth
	gap float32
}

// widths shares out the width of a row: what each likes, less where they don't fit, more for those that grow.
func (l *hGapLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	spare, give := width-gaps(l.gap, len(objects)), float32(0)
	for i, o := range objects {
		least := o.MinSize().Width
		widths[i] = max(NaturalWidth(o), least)
		spare -= widths[i]
		give += widths[i] - least
	}
	growing := float32(countGrowing(objects))
	for i, o := range objects {
		switch {
		case spare > 0 && grows(o):
			widths[i] += spare / growing
		case spare < 0 && give > 0:
			widths[i] += max(spare, -give) * (widths[i] - o.MinSize().Width) / give
		}
	}
	return widths
}

func (l *hGapLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	objects = shown(objects)
	height := float32(0)
	for i, w := range l.widths(objects, width) {
		height = max(height, HeightFor(objects[i], w))
	}
	return height
}

func (l *hGapLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	objects = shown(objects)
	width := gaps(l.gap, len(objects))
	for _, o := range objects {
		width += NaturalWidth(o)
	}
	return width
}

// MinSize is as wide as all at their narrowest and as high as the highest at the last width.
func (l *hGapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := l.heightFor(objects, l.or(l.naturalWidth(objects)))
	objects = shown(objects)
	width := gaps(l.gap, len(objects))
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return fyne.NewSize(width, height)
}

// Layout places the objects from left to right.
func (l *hGapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objects = shown(objects)
	x := float32(0)
	for i, w := range l.widths(objects, size.Width) {
		o := objects[i]
		height := HeightFor(o, w)
		if grows(o) {
			height = size.Height
		}
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(w, height))
		x += w + l.gap
	}
}

type wrapLayout struct {
	lastWidth
	gap    float32
	middle bool
}

// flow walks the objects row by row and gives the height of all; place may be nil.
func (l *wrapLayout) flow(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	y := float32(0)
	for i, row := range l.rows(shown(objects), width) {
		if i > 0 {
			y += l.gap
		}
		x, high := float32(0), float32(0)
		for _, o := range row {
			high = max(high, HeightFor(o, min(NaturalWidth(o), width)))
			x += min(NaturalWidth(o), width) + l.gap
		}
		x = l.indent(width - x + l.gap)
		for _, o := range row {
			w := min(NaturalWidth(o), width)
			h := HeightFor(o, w)
			if place != nil {
				place(o, fyne.NewPos(x, y+(high-h)/2), fyne.NewSize(w, h))
			}
			x += w + l.gap
		}
		y += high
	}
	return y
}

// indent is where a row begins that leaves spare room.
func (l *wrapLayout) indent(spare float32) float32 {
	if !l.middle {
		return 0
	}
	return max(0, spare/2)
}

// rows shares the objects out among rows.
func (l *wrapLayout) rows(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	x := float32(0)
	for _, o := range objects {
		w := min(NaturalWidth(o), width)
		if len(rows) == 0 || x+w > width+slack {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], o)
		x += w + l.gap
	}
	return rows
}

func (l *wrapLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.flow(objects, width, nil)
}

func (l *wrapLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	objects = shown(objects)
	width := gaps(l.gap, len(objects))
	for _, o := range objects {
		width += NaturalWidth(o)
	}
	return width
}

// MinSize is as wide as the widest and as high as all rows at the last width.
func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widestMin(shown(objects)), l.heightFor(objects, l.or(l.naturalWidth(objects))))
}

// Layout places the objects in rows.
func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, of fyne.Size) {
		o.Move(at)
		o.Resize(of)
	})
}
