package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
)

// Flow is something whose height depends on its width, as wrapping text does. The toolkit's MinSize can't say that.
type Flow interface {
	HeightFor(width float32) float32 // its least height at that width
	NaturalWidth() float32           // the width it likes best, without wrapping
}

// flowLayout is what the layouts of this package can do beyond the toolkit's.
type flowLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
	naturalWidth(objects []fyne.CanvasObject) float32
}

// HeightFor tells how high an object wants to be at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Flow:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(flowLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// NaturalWidth tells how wide an object likes to be.
func NaturalWidth(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case Flow:
		return o.NaturalWidth()
	case *fyne.Container:
		if l, ok := o.Layout.(flowLayout); ok {
			return l.naturalWidth(o.Objects)
		}
	}
	return o.MinSize().Width
}

// lastWidth remembers the last width that a layout was given, from which its least height follows.
type lastWidth struct{ width float32 }

func (w *lastWidth) or(natural float32) float32 {
	if w.width > 0 {
		return w.width
	}
	return natural
}

// shown leaves out the hidden ones.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	visible := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return visible
}

// grows tells whether an object takes up spare room in a VGap or HGap: one made by Fill, or the toolkit's spacer.
func grows(o fyne.CanvasObject) bool {
	if _, ok := o.(layout.SpacerObject); ok {
		return true
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*fillLayout)
	return ok
}

func widestMin(objects []fyne.CanvasObject) float32 {
	widest := float32(0)
	for _, o := range objects {
		widest = max(widest, o.MinSize().Width)
	}
	return widest
}

func widestNatural(objects []fyne.CanvasObject) float32 {
	widest := float32(0)
	for _, o := range objects {
		widest = max(widest, NaturalWidth(o))
	}
	return widest
}

func countGrowing(objects []fyne.CanvasObject) int {
	n := 0
	for _, o := range objects {
		if grows(o) {
			n++
		}
	}
	return n
}

func gaps(gap float32, count int) float32 { return gap * float32(max(0, count-1)) }
