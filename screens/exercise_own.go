package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// ownStep is what the holder is about to do with one piece of own writing.
type ownStep struct {
	part  string
	share bool // else erase
}

// ownButton leads to the holder's own writing in this exercise, if there is any.
func (s *Exercise) ownButton() *widgets.Button {
	if len(s.journal.Drafts(s.exercise.ID)) == 0 {
		return nil
	}
	return widgets.NewSmallButton(lang.L("My own words here"), widgets.Quiet, func() { s.flushThen(func() { s.showOwn(ownStep{}) }) })
}

// showOwn lists what the holder wrote here that is not opened. Each can be
// erased for good; what is never opened with the rest can be shared.
func (s *Exercise) showOwn(asked ownStep) {
	s.drop()
	column := widgets.VGap(14, widgets.NewText(lang.L("What you wrote here, {{.Name}}", named(s.name(s.me))), widgets.Heading),
		widgets.NewText(lang.L("Only you can read this. Hand the laptop over or go back before anyone else looks."), widgets.Muted))
	var first fyne.Focusable
	drafts := s.journal.Drafts(s.exercise.ID)
	for _, d := range drafts {
		card, focus := s.ownCard(d, asked)
		column.Add(card)
		if asked.part == d.Part || first == nil {
			first = focus
		}
	}
	if len(drafts) == 0 {
		column.Add(widgets.NewText(lang.L("There is nothing of yours here that is not opened or shared."), widgets.Muted))
	}
	back := s.action(lang.L("Back"), widgets.Primary, s.reload)
	foot := widgets.VGap(10, newToolBar(objects(back), nil), s.line.Text)
	s.show(s.page(widgets.NewChip(lang.L("only yours"), sideOf(s.me).Chip()), column, foot), firstOf(first, back))
}

// ownCard is one piece of own writing, with what can be done with it.
func (s *Exercise) ownCard(d journal.Draft, asked ownStep) (fyne.CanvasObject, fyne.Focusable) {
	part, known := s.exercise.Part(d.Part)
	title, words := part.Title, part.Words(readAnswer(d.Answer))
	if !known {
		title, words = lang.L("The last question"), readAnswer(d.Answer).Text
	}
	box := widgets.VGap(10, widgets.NewText(title, widgets.Subheading), widgets.NewText(words, widgets.Said))
	var buttons []*widgets.Button
	if asked.part == d.Part {
		box.Add(widgets.NewText(s.ownQuestion(asked), widgets.Body))
		buttons = s.ownAnswers(d, asked)
	} else {
		buttons = s.ownDoors(d, known && part.Private && words != "")
	}
	box.Add(widgets.Wrap(12, objects(buttons...)...))
	return widgets.NewCard(box), buttons[0]
}

func (s *Exercise) ownDoors(d journal.Draft, sharable bool) []*widgets.Button {
	var doors []*widgets.Button
	if sharable {
		doors = append(doors, widgets.NewSmallButton(lang.L("Share it"), widgets.Plain, func() { s.showOwn(ownStep{part: d.Part, share: true}) }))
	}
	return append(doors, widgets.NewSmallButton(lang.L("Erase it"), widgets.Quiet, func() { s.showOwn(ownStep{part: d.Part}) }))
}

// ownQuestion says exactly what is about to happen.
func (s *Exercise) ownQuestion(asked ownStep) string {
	if asked.share {
		return lang.L("{{.Name}} can read it from then on, and it stands in your timeline. You can take it back later; that you shared it stays visible.", named(s.name(s.me.Other())))
	}
	return lang.L("It is gone for good, here and in the backups in this folder. A copy that you saved elsewhere keeps it. Nobody else learns of it.")
}

func (s *Exercise) ownAnswers(d journal.Draft, asked ownStep) []*widgets.Button {
	keep := widgets.NewSmallButton(lang.L("Leave it as it is"), widgets.Plain, func() { s.showOwn(ownStep{}) })
	if asked.share {
		return []*widgets.Button{keep, widgets.NewSmallButton(lang.L("Share it now"), widgets.Primary, func() { s.share(d.Part) })}
	}
	return []*widgets.Button{keep, widgets.NewSmallButton(lang.L("Erase it for good"), widgets.Primary, func() { s.erase(d.Part) })}
}

func (s *Exercise) share(part string) {
	s.act(func(ctx context.Context) error {
		_, err := s.journal.Share(ctx, opening(s.exercise, s.me, s.roles), part)
		return err
	}, func() { s.showOwn(ownStep{}) })
}

func (s *Exercise) erase(part string) {
	s.act(func(ctx context.Context) error { return s.journal.Erase(ctx, s.exercise.ID, part) }, func() { s.showOwn(ownStep{}) })
}
