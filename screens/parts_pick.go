package screens

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// choosePart is a list to pick from; "something else" is always there.
type choosePart struct {
	screen  *Exercise
	part    course.Part
	answer  course.Answer
	checks  []*widgets.Check // several
	options *widgets.Options // one
	orElse  *widgets.Check
	other   *widgets.Entry
	note    calmLine
	box     *fyne.Container
}

func newChoosePart(s *Exercise, part course.Part) *choosePart {
	v := &choosePart{screen: s, part: part, answer: s.kept(), box: widgets.VGap(12)}
	v.note = newCalmLine(v.box.Refresh)
	v.other = widgets.NewEntry()
	v.other.SetPlaceHolder(lang.L("In your own words"))
	v.other.SetSide(sideOf(s.me))
	if part.Several {
		v.laySeveral()
	} else {
		v.layOne()
	}
	v.showOther(v.answer.Other != "")
	return v
}

// laySeveral makes a box to tick of each choice.
func (v *choosePart) laySeveral() {
	family, group := "", v.box
	for _, c := range v.part.Choices {
		if c.Family != family {
			family, group = c.Family, v.family(c.Family)
		}
		check := widgets.NewCheck(c.Text, slices.Contains(v.answer.Picks, c.ID), func(on bool) { v.tick(c.ID, on) })
		v.checks = append(v.checks, check)
		if c.Note == "" || v.words(c.Family) {
			group.Add(check)
			continue
		}
		group.Add(widgets.VGap(0, check, widgets.Pad(0, 0, 0, 32, widgets.NewText(c.Note, widgets.Small))))
	}
	v.orElse = widgets.NewCheck(lang.L("Something else"), v.answer.Other != "", v.tickOther)
	v.box.Add(v.orElse)
	v.box.Add(v.other)
}

// family begins a group of choices under a heading. Words stand beside each
// other, with their notes below; sentences stand below each other.
func (v *choosePart) family(name string) *fyne.Container {
	box := widgets.VGap(6, widgets.NewText(name, widgets.Subheading))
	v.box.Add(box)
	if !v.words(name) {
		group := widgets.VGap(8)
		box.Add(group)
		return group
	}
	group := widgets.Wrap(18)
	box.Add(group)
	for _, c := range v.part.Choices {
		if c.Family == name && c.Note != "" {
			box.Add(widgets.NewText(lang.L("{{.Word}}: {{.Note}}", map[string]any{"Word": c.Text, "Note": c.Note}), widgets.Small))
		}
	}
	return group
}

// words tells whether all choices of a family are words rather than sentences.
func (v *choosePart) words(family string) bool {
	return family != "" && !slices.ContainsFunc(v.part.Choices, func(c course.Choice) bool {
		return c.Family == family && utf8.RuneCountInString(c.Text) > wordLength
	})
}

// wordLength is up to how many characters a choice counts as a word.
const wordLength = 24

// layOne makes a list of which one is picked; the note of that one shows below.
func (v *choosePart) layOne() {
	labels, picked := make([]string, 0, len(v.part.Choices)+1), -1
	for i, c := range v.part.Choices {
		labels = append(labels, c.Text)
		if slices.Contains(v.answer.Picks, c.ID) {
			picked = i
		}
	}
	if v.answer.Other != "" {
		picked = len(labels)
	}
	v.options = widgets.NewOptions(append(labels, lang.L("Something else")), picked, v.pick)
	v.box.Add(v.options)
	v.box.Add(v.other)
	v.box.Add(v.note.Text)
	v.showNote(picked)
}

func (v *choosePart) tick(id string, on bool) {
	v.answer.Picks = slices.DeleteFunc(v.answer.Picks, func(p string) bool { return p == id })
	if on {
		v.answer.Picks = append(v.answer.Picks, id)
	}
	v.screen.changed(v.answer)
}

// tickOther counts the own words in, or leaves them out.
func (v *choosePart) tickOther(on bool) {
	v.answer.Other = ""
	if on {
		v.answer.Other = v.other.Text
	}
	v.showOther(on)
	v.screen.changed(v.answer)
}

func (v *choosePart) pick(i int) {
	other := i == len(v.part.Choices)
	v.answer.Picks, v.answer.Other = nil, ""
	if other {
		v.answer.Other = v.other.Text
	} else {
		v.answer.Picks = []string{v.part.Choices[i].ID}
	}
	v.showOther(other)
	v.showNote(i)
	v.screen.changed(v.answer)
}

func (v *choosePart) showOther(on bool) {
	v.other.Hidden = !on
	v.box.Refresh()
}

func (v *choosePart) showNote(i int) {
	text := ""
	if i >= 0 && i < len(v.part.Choices) {
		text = v.part.Choices[i].Note
	}
	v.note.say(text)
}

func (v *choosePart) content() fyne.CanvasObject { return v.box }

func (v *choosePart) fill() {
	v.other.SetText(v.answer.Other)
	v.other.OnChanged = func(text string) {
		v.answer.Other = text
		v.screen.changed(v.answer)
	}
}

func (v *choosePart) first() fyne.Focusable {
	switch {
	case v.options != nil:
		return v.options
	case len(v.checks) > 0:
		return v.checks[0]
	default:
		return v.orElse
	}
}

func (v *choosePart) clear() {
	v.other.OnChanged = nil
	v.other.SetText("")
	v.answer = course.Answer{}
	swap(v.box)
}

// scalePart is a question from 0 to 10.
type scalePart struct {
	screen *Exercise
	scale  *widgets.Scale
	box    *fyne.Container
}

func newScalePart(s *Exercise, part course.Part) *scalePart {
	v := &scalePart{screen: s, scale: widgets.NewScale(part.Low, part.High)}
	v.scale.Label, v.scale.Empty, v.scale.Side = part.Title, lang.L("not answered"), sideOf(s.me)
	if level := s.kept().Level; level != nil {
		v.scale.SetValue(*level)
	}
	v.scale.OnChanged = func(level int) { s.changed(course.Answer{Level: &level}) }
	away := widgets.NewSmallButton(lang.L("Leave it empty"), widgets.Quiet, v.empty)
	v.box = widgets.VGap(14, widgets.NewCard(v.scale), widgets.Wrap(0, away),
		widgets.NewText(lang.L("There is no right number. Use the arrow keys or type a digit."), widgets.Small))
	return v
}

// empty takes the answer away.
func (v *scalePart) empty() {
	v.scale.Clear()
	v.screen.changed(course.Answer{})
}

func (v *scalePart) content() fyne.CanvasObject { return v.box }
func (v *scalePart) fill()                      {}
func (v *scalePart) first() fyne.Focusable      { return v.scale }

func (v *scalePart) clear() {
	v.scale.OnChanged = nil
	v.scale.Clear()
}
