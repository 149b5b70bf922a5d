package screens

import (
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// debriefPart is the id under which the answer to the last question is kept. It
// is private and is never opened.
const debriefPart = "debrief"

// showDebrief asks the holder one question that can be skipped.
func (s *Exercise) showDebrief() {
	s.drop()
	if s.exercise.Debrief == "" {
		s.leave()
		return
	}
	part := course.Part{ID: debriefPart, Kind: course.Write, Private: true}
	s.saver = newDraftSaver(s.draftOf(debriefPart, true), s.journal.SaveDraft, s.setup.Later, s.setup.After)
	s.saver.onState = s.showState
	s.saved = widgets.NewLine("", widgets.Small)
	s.view, s.filled = s.newView(part), false
	keep := s.action(lang.L("Done"), widgets.Primary, func() { s.flushThen(s.leave) })
	skip := s.action(lang.L("Skip this question"), widgets.Quiet, func() { s.flushThen(s.leave) })
	s.bar = newToolBar(objects(keep, skip), objects(s.saved))
	column := widgets.VGap(16,
		widgets.NewText(lang.L("One question, only for {{.Name}}", named(s.name(s.me))), widgets.Small),
		widgets.NewText(s.exercise.Debrief, widgets.Heading),
		widgets.Fill(s.view.content()))
	foot := widgets.VGap(10, s.bar, s.line.Text)
	s.show(s.page(widgets.NewChip(lang.L("closed"), widgets.ChipGold), column, foot), nil)
	s.fill()
	s.aim(s.view.first())
}
