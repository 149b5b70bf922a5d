package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

type columnsLayout struct {
	lastWidth
	below, gap float32
	weights    []float32
}

func (l *columnsLayout) stacked(width float32) bool {
	return width < l.below*theme.Size(theme.SizeNameText)/15
}

func (l *columnsLayout) weight(i int) float32 {
	if i < len(l.weights) && l.weights[i] > 0 {
		return l.weights[i]
	}
	return 1
}

// widths shares out the width by weight.
func (l *columnsLayout) widths(count int, width float32) []float32 {
	total := float32(0)
	for i := range count {
		total += l.weight(i)
	}
	widths := make([]float32, count)
	for i := range widths {
		widths[i] = (width - gaps(l.gap, count)) * l.weight(i) / total
	}
	return widths
}

func (l *columnsLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	objects = shown(objects)
	if l.stacked(width) {
		return (&vGapLayout{gap: l.gap}).heightFor(objects, width)
	}
	height := float32(0)
	for i, w := range l.widths(len(objects), width) {
		height = max(height, HeightFor(objects[i], w))
	}
	return height
}

func (l *columnsLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	objects = shown(objects)
	return max(l.below, widestNatural(objects)*float32(len(objects))+gaps(l.gap, len(objects)))
}

// MinSize is as wide as the widest, for the columns can be stacked.
func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widestMin(shown(objects)), l.heightFor(objects, l.or(l.naturalWidth(objects))))
}

// Layout places the columns side by side, or stacked.
func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objects = shown(objects)
	if l.stacked(size.Width) {
		(&vGapLayout{gap: l.gap}).Layout(objects, size)
		return
	}
	x := float32(0)
	for i, w := range l.widths(len(objects), size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(w, size.Height))
		x += w + l.gap
	}
}

type maxWidthLayout struct {
	lastWidth
	most float32
}

func (l *maxWidthLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range shown(objects) {
		height = max(height, HeightFor(o, min(width, l.most)))
	}
	return height
}

func (l *maxWidthLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return min(l.most, widestNatural(shown(objects)))
}

// MinSize is that of the object at the last width.
func (l *maxWidthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widestMin(shown(objects)), l.heightFor(objects, l.or(l.most)))
}

// Layout centres the object.
func (l *maxWidthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	w := min(size.Width, l.most)
	for _, o := range shown(objects) {
		o.Move(fyne.NewPos((size.Width-w)/2, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

type padLayout struct {
	lastWidth
	top, right, bottom, left float32
}

func (l *padLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range shown(objects) {
		height = max(height, HeightFor(o, width-l.left-l.right))
	}
	return height + l.top + l.bottom
}

func (l *padLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(shown(objects)) + l.left + l.right
}

// MinSize is that of the object and the room around it.
func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := l.heightFor(objects, l.or(l.naturalWidth(objects)))
	return fyne.NewSize(widestMin(shown(objects))+l.left+l.right, height)
}

// Layout places the object inside the room.
func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objects) {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(fyne.NewSize(size.Width-l.left-l.right, size.Height-l.top-l.bottom))
	}
}

// fillLayout gives its object all the room; VGap and HGap know it as one that grows.
type fillLayout struct{ lastWidth }

func (l *fillLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range shown(objects) {
		height = max(height, HeightFor(o, width))
	}
	return height
}

func (l *fillLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(shown(objects))
}

// MinSize is that of the object at the last width.
func (l *fillLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widestMin(shown(objects)), l.heightFor(objects, l.or(l.naturalWidth(objects))))
}

// Layout gives the object all the room.
func (l *fillLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objects) {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// scrollLayout gives the content of a scroller its width before the scroller asks for its height.
type scrollLayout struct{ scroll *container.Scroll }

// MinSize is that of the scroller: it can be as low as a few lines.
func (l *scrollLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.scroll.MinSize() }

// Layout sizes the content first.
func (l *scrollLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	height := max(size.Height, HeightFor(l.scroll.Content, size.Width))
	l.scroll.Content.Resize(fyne.NewSize(size.Width, height))
	l.scroll.Move(fyne.NewPos(0, 0))
	l.scroll.Resize(size)
}
