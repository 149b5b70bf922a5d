package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// readPart is a page to read.
type readPart struct{ box *fyne.Container }

func newReadPart(part course.Part) *readPart {
	v := &readPart{box: widgets.VGap(14)}
	if part.Title != "" {
		v.box.Add(widgets.NewText(part.Title, widgets.Subheading))
	}
	for _, paragraph := range part.Text {
		v.box.Add(widgets.NewText(paragraph, widgets.Body))
	}
	for _, line := range part.Lines {
		v.box.Add(widgets.HGap(10, widgets.NewLine("–", widgets.Body), widgets.Fill(widgets.NewText(line, widgets.Body))))
	}
	if part.Pair != nil {
		v.box.Add(widgets.StackBelow(480, 16, nil,
			saidCard(lang.L("This helps"), part.Pair.Helps, widgets.ChipSage), saidCard(lang.L("This hurts"), part.Pair.Hurts, widgets.ChipSecond)))
	}
	return v
}

// saidCard shows a sentence as an example of its kind.
func saidCard(label, words string, kind widgets.ChipKind) fyne.CanvasObject {
	return widgets.NewCard(widgets.VGap(10, widgets.Wrap(0, widgets.NewChip(label, kind)), widgets.NewText(words, widgets.Said)))
}

func (v *readPart) content() fyne.CanvasObject { return v.box }
func (v *readPart) fill()                      {}
func (v *readPart) first() fyne.Focusable      { return nil }
func (v *readPart) clear()                     {}

// agreePart offers to make an agreement of a wording.
type agreePart struct {
	box  *fyne.Container
	make *widgets.Button
}

func newAgreePart(s *Exercise, part course.Part) *agreePart {
	draft := course.AgreementDraft{Kind: "agreement", Title: part.Title}
	if part.Draft != nil {
		draft = *part.Draft
	}
	text := draft.Text
	if r, ok := lastReflection(s.journal.State(), s.exercise.ID); ok && s.later {
		text = agreeText(s.journal.State(), r, part)
	}
	v := &agreePart{make: widgets.NewButton(agreeButton(draft.Kind), widgets.Plain, func() { s.agree(draft, text) })}
	content := []fyne.CanvasObject{widgets.NewText(draft.Title, widgets.Subheading), widgets.NewText(text, widgets.Said)}
	if draft.Why != "" {
		content = append(content, widgets.NewText(draft.Why, widgets.Small))
	}
	content = append(content, widgets.Wrap(0, v.make))
	card := widgets.NewCard(widgets.VGap(12, content...))
	card.Dashed = true
	v.box = widgets.VGap(14, card, widgets.NewText(agreeNote(draft.Kind), widgets.Small))
	return v
}

// agreeButton names what is written down.
func agreeButton(kind string) string {
	switch journal.AgreementKind(kind) {
	case journal.TemporaryAccess:
		return lang.L("Write it as temporary access")
	case journal.Ritual:
		return lang.L("Write it as a ritual")
	case journal.Goal:
		return lang.L("Write it as a goal")
	}
	if kind == BoundaryDraft {
		return lang.L("Set it as a boundary")
	}
	return lang.L("Write it as an agreement")
}

// BoundaryDraft is the kind of a draft that becomes one partner's boundary.
const BoundaryDraft = "boundary"

func agreeNote(kind string) string {
	if kind == BoundaryDraft {
		return lang.L("It belongs to the one who sets it, and needs nobody's signature. You can change every word there.")
	}
	return lang.L("You can change every word there. It counts when both of you have signed it.")
}

func (v *agreePart) content() fyne.CanvasObject { return v.box }
func (v *agreePart) fill()                      {}
func (v *agreePart) first() fyne.Focusable      { return v.make }
func (v *agreePart) clear()                     {}
