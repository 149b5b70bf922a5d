package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Whole is a widget that is made of others, and says which, so that what has the
// keyboard can be found inside it.
type Whole interface{ Inside() []fyne.CanvasObject }

// Inside gives the content of a card.
func (c *Card) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{c.Content} }

// Inside gives the content of a card.
func (c *TapCard) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{c.Content} }

// Inside gives the parts of a field.
func (f *Field) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.box} }

// Inside gives the rows.
func (o *Options) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{o.box} }

// revealRoom is how much is left free around what is scrolled into view.
const revealRoom = 24

// Reveal scrolls so that o, somewhere inside root, is in view: the toolkit leaves
// what Tab goes to where it is, even out of sight.
func Reveal(root, o fyne.CanvasObject) {
	if at, found := seek(root, o, fyne.NewPos(0, 0), nil); found {
		at.show(o.Size())
	}
}

// sought is a place inside a scroll, in the coordinates of its content.
type sought struct {
	scroll *container.Scroll
	at     fyne.Position
}

// seek finds o in the tree below root and the innermost scroll around it.
func seek(root, o fyne.CanvasObject, at fyne.Position, scroll *container.Scroll) (sought, bool) {
	if root == nil || !root.Visible() {
		return sought{}, false
	}
	if root == o {
		return sought{scroll, at}, true
	}
	var inside []fyne.CanvasObject
	switch r := root.(type) {
	case *container.Scroll:
		if r.Content == nil {
			return sought{}, false
		}
		return seek(r.Content, o, fyne.NewPos(0, 0), r)
	case *fyne.Container:
		inside = r.Objects
	case Whole:
		inside = r.Inside()
	}
	for _, child := range inside {
		if child == nil {
			continue
		}
		if found, ok := seek(child, o, at.Add(child.Position()), scroll); ok {
			return found, true
		}
	}
	return sought{}, false
}

// show scrolls as little as needed.
func (s sought) show(size fyne.Size) {
	if s.scroll == nil || s.scroll.Content == nil {
		return
	}
	y, height := s.scroll.Offset.Y, s.scroll.Size().Height
	most := max(0, s.scroll.Content.Size().Height-height)
	top, bottom := s.at.Y-revealRoom, s.at.Y+size.Height+revealRoom
	switch {
	case top < y:
		y = top
	case bottom > y+height:
		y = min(bottom-height, top)
	default:
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(s.scroll.Offset.X, min(max(0, y), most)))
}
