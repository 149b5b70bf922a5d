package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// laid is a piece of text or a button where it stands on the window.
type laid struct {
	object   fyne.CanvasObject
	label    string
	at       fyne.Position
	size     fyne.Size
	room     int // what scrolls together; pieces of different rooms may lie over each other
	scrolled bool
}

// pieces are all words and buttons that can be seen, with their place.
func pieces(o fyne.CanvasObject) []laid {
	var all []laid
	rooms := 0
	var visit func(o fyne.CanvasObject, at fyne.Position, room int)
	visit = func(o fyne.CanvasObject, at fyne.Position, room int) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		if label, is := leaf(o); is {
			if label != "" {
				all = append(all, laid{o, label, at, o.Size(), room, room > 0})
			}
			return
		}
		switch o := o.(type) {
		case *container.Scroll:
			rooms++
			visit(o.Content, at, rooms)
		case *fyne.Container:
			for _, child := range o.Objects {
				visit(child, at, room)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				visit(child, at, room)
			}
		}
	}
	visit(o, fyne.NewPos(0, 0), 0)
	return all
}

// leaf gives the words of something that is looked at as one piece.
func leaf(o fyne.CanvasObject) (string, bool) {
	switch o := o.(type) {
	case *widgets.Text:
		return o.Text, true
	case *widgets.Button:
		return o.Text, true
	case *widgets.Chip:
		return o.Text, true
	case *widgets.Check:
		return o.Text, true
	}
	return "", false
}

// misfits says what is cut off or lies over something else.
func misfits(o fyne.CanvasObject, size fyne.Size) []string {
	var found []string
	all := pieces(o)
	for i, p := range all {
		if t, ok := p.object.(*widgets.Text); ok && t.MaxLines == 0 && widgets.HeightFor(t, p.size.Width) > p.size.Height+1 {
			found = append(found, fmt.Sprintf("%q is cut off at %v of %v", p.label, p.size, widgets.HeightFor(t, p.size.Width)))
		}
		if p.at.X < -1 || p.at.X+p.size.Width > size.Width+1 || !p.scrolled && p.at.Y+p.size.Height > size.Height+1 {
			found = append(found, fmt.Sprintf("%q leaves the window: %v %v", p.label, p.at, p.size))
		}
		for _, other := range all[i+1:] {
			if p.room == other.room && overlap(p, other) {
				found = append(found, fmt.Sprintf("%q lies over %q", p.label, other.label))
			}
		}
	}
	return found
}

// overlap allows two pixels, for rounding.
func overlap(a, b laid) bool {
	return a.at.X+2 < b.at.X+b.size.Width && b.at.X+2 < a.at.X+a.size.Width &&
		a.at.Y+2 < b.at.Y+b.size.Height && b.at.Y+2 < a.at.Y+a.size.Height
}

// smallest is what is left of the smallest window beside the sidebar.
var smallest = fyne.NewSize(684, 600)

// TestEveryPartFits draws each part of each exercise in the smallest window with
// large text, for both roles and for roles that don't fit together.
func TestEveryPartFits(t *testing.T) {
	sampleApp(t, widgets.Light, 1.6)
	for _, step := range shippedCourse().Steps {
		for _, e := range step.Exercises {
			t.Run(e.ID, func(t *testing.T) {
				for _, role := range []struct {
					name string
					fits bool
				}{{"repairing", true}, {"hurt", true}, {"both", false}} {
					f := newFakePath()
					f.role, f.fits = role.name, role.fits
					f.state.Reflections = []journal.Reflection{{ID: "r", Exercise: e.ID}}
					s, _ := sitWith(t, f, e.ID)
					w := test.NewTempWindow(t, s)
					w.SetPadded(false)
					w.Resize(smallest)
					lookAtParts(t, s, role.name)
					s.parts, s.later = laterParts(e), true
					lookAtParts(t, s, role.name)
				}
			})
		}
	}
}

func lookAtParts(t *testing.T, s *Exercise, role string) {
	t.Helper()
	for i, part := range s.parts {
		s.showPart(i)
		for _, wrong := range misfits(s, smallest) {
			t.Errorf("part %s (%s): %s", part.ID, role, wrong)
		}
	}
}
