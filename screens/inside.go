package screens

import "fyne.io/fyne/v2"

// What follows says what the screens are made of, so that widgets.Reveal can
// scroll to whatever has the keyboard.

// Inside gives what stands in the place.
func (m *moving) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{m.place} }

// Inside gives the list, the detail and an open form.
func (s *Agreements) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.whole} }

// Inside gives the choices and the preview.
func (s *Summary) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.whole} }

// Inside gives the fields of the form.
func (f *writingForm) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.box} }

// Inside gives the link or the question.
func (s *StopAndDelete) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.place} }

// Inside gives everything in the bar.
func (b *toolBar) Inside() []fyne.CanvasObject { return b.all() }

// Inside gives what scrolls and what stays.
func (f *frame) Inside() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.crumbs, f.leftRoom, f.rightRoom, f.foot}
}

// Inside gives what the keyboard can scroll.
func (r *reading) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// Inside gives the cells of both columns.
func (s *twoSides) Inside() []fyne.CanvasObject {
	return append(s.cells[0][:len(s.cells[0]):len(s.cells[0])], s.cells[1]...)
}

// Inside gives the doors of the steps.
func (v *pathView) Inside() []fyne.CanvasObject {
	var doors []fyne.CanvasObject
	for _, door := range v.doors {
		doors = append(doors, door)
	}
	return doors
}

// Inside gives what opens the step, if it can be opened.
func (d *pathDoor) Inside() []fyne.CanvasObject {
	if d.button == nil {
		return nil
	}
	return []fyne.CanvasObject{d.button}
}
