package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// listPart is a list of own lines, each with one label.
type listPart struct {
	screen *Exercise
	part   course.Part
	answer course.Answer
	fields []*widgets.Entry
	add    *widgets.Button
	box    *fyne.Container
}

func newListPart(s *Exercise, part course.Part) *listPart {
	v := &listPart{screen: s, part: part, answer: s.kept(), box: widgets.VGap(14)}
	if len(v.answer.Items) == 0 {
		v.answer.Items = []course.Item{{}}
	}
	v.add = widgets.NewSmallButton(lang.L("One more line"), widgets.Plain, v.more)
	v.lay()
	return v
}

// lay makes a field and its labels for each line.
func (v *listPart) lay() {
	v.fields = nil
	v.box.RemoveAll()
	for i, item := range v.answer.Items {
		field := v.screen.wordsField(v.part.Placeholder, 2)
		v.fields = append(v.fields, field)
		labels := widgets.NewFilter(v.part.Labels, func(k int) { v.label(i, k) })
		labels.SetPicked(slices.Index(v.part.Labels, item.Label))
		v.box.Add(widgets.VGap(6, field, labels))
	}
	v.box.Add(widgets.Wrap(0, v.add))
}

func (v *listPart) label(i, k int) {
	v.answer.Items[i].Label = v.part.Labels[k]
	v.changed()
}

// more adds an empty line, unless there is one.
func (v *listPart) more() {
	at := slices.IndexFunc(v.answer.Items, func(item course.Item) bool { return strings.TrimSpace(item.Text) == "" })
	if at < 0 {
		at = len(v.answer.Items)
		v.answer.Items = append(v.answer.Items, course.Item{})
		v.lay()
		v.screen.place.Refresh()
		v.fill()
	}
	v.screen.aim(v.fields[at])
}

func (v *listPart) changed() {
	kept := v.answer
	kept.Items = slices.DeleteFunc(slices.Clone(kept.Items), func(item course.Item) bool { return strings.TrimSpace(item.Text) == "" })
	v.screen.changed(kept)
}

func (v *listPart) content() fyne.CanvasObject { return v.box }
func (v *listPart) first() fyne.Focusable      { return v.fields[0] }

func (v *listPart) fill() {
	for i, field := range v.fields {
		field.OnChanged = nil
		field.SetText(v.answer.Items[i].Text)
		field.OnChanged = func(text string) {
			v.answer.Items[i].Text = text
			v.changed()
		}
	}
}

func (v *listPart) clear() {
	emptyFields(v.fields...)
	v.answer = course.Answer{}
	swap(v.box)
}

// deckPart is a hand of question cards, each with a field.
type deckPart struct {
	screen *Exercise
	answer course.Answer
	ids    []string
	fields []*widgets.Entry
	box    *fyne.Container
}

func newDeckPart(s *Exercise, part course.Part) *deckPart {
	v := &deckPart{screen: s, answer: s.kept(), box: widgets.VGap(18)}
	for _, card := range part.Pieces {
		field := s.wordsField(part.Placeholder, 3)
		v.ids, v.fields = append(v.ids, card.ID), append(v.fields, field)
		v.box.Add(widgets.NewCard(widgets.VGap(12, widgets.NewText(card.Prompt, widgets.Question), field)))
	}
	return v
}

func (v *deckPart) content() fyne.CanvasObject { return v.box }
func (v *deckPart) first() fyne.Focusable      { return v.fields[0] }

func (v *deckPart) fill() {
	for i, field := range v.fields {
		field.SetText(v.answer.Pieces[v.ids[i]])
		field.OnChanged = func(text string) { v.write(v.ids[i], text) }
	}
}

func (v *deckPart) write(id, text string) {
	if v.answer.Pieces == nil {
		v.answer.Pieces = map[string]string{}
	}
	v.answer.Pieces[id] = text
	v.screen.changed(v.answer)
}

func (v *deckPart) clear() {
	emptyFields(v.fields...)
	v.answer = course.Answer{}
	swap(v.box)
}
