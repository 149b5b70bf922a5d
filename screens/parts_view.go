package screens

import (
	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// partView is what one part of an exercise looks like.
type partView interface {
	content() fyne.CanvasObject
	fill()                 // puts the kept answer in, once there is a width
	first() fyne.Focusable // where the keyboard goes first; may be nil
	clear()                // drops every word
}

// newView makes the view of a part.
func (s *Exercise) newView(part course.Part) partView {
	switch part.Kind {
	case course.Compose:
		return newComposePart(s, part)
	case course.Choose:
		return newChoosePart(s, part)
	case course.Scale:
		return newScalePart(s, part)
	case course.Sort:
		return newSortPart(s, part)
	case course.Turns:
		return newTurnsPart(s, part)
	case course.Agree:
		return newAgreePart(s, part)
	case course.Read:
		return newReadPart(part)
	case course.Practise:
		return newPractisePart(s, part)
	}
	switch {
	case len(part.Labels) > 0:
		return newListPart(s, part)
	case len(part.Deck) > 0:
		return newDeckPart(s, part)
	default:
		return newWritePart(s, part)
	}
}

// kept is the answer of a part as the saver has it.
func (s *Exercise) kept() course.Answer { return readAnswer(s.saver.draft.Answer) }

// objects is a list of widgets, ready for a layout.
func objects[T fyne.CanvasObject](list ...T) []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(list))
	for i, o := range list {
		all[i] = o
	}
	return all
}

// emptyFields drops the words of fields, and tells nobody.
func emptyFields(fields ...*widgets.Entry) {
	for _, field := range fields {
		field.OnChanged = nil
		field.SetText("")
	}
}

// maxWords is how many characters one field of an exercise takes.
const maxWords = 20_000

// manyWords is from where on a field says that shorter is kinder.
const manyWords = 10_000

// wordsField is a field for what a partner writes alone.
func (s *Exercise) wordsField(placeholder string, rows int) *widgets.Entry {
	field := widgets.NewMultiLineEntry()
	field.SetPlaceHolder(placeholder)
	field.SetSide(sideOf(s.me))
	field.SetMinRowsVisible(rows)
	field.MaxRunes = maxWords
	return field
}
