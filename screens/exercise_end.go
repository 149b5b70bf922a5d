package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// doneParts ends the holder's own parts.
func (s *Exercise) doneParts() {
	switch {
	case s.later:
		s.showDebrief()
	case !opens(s.exercise):
		s.showEnd()
	case !s.wrote():
		s.say(lang.L("There is nothing here yet. Write one line, or skip this exercise."))
	default:
		s.act(func(ctx context.Context) error { return s.journal.Finish(ctx, s.exercise.ID) }, s.showSealed)
	}
}

// wrote tells whether the holder has answered anything that will be opened.
func (s *Exercise) wrote() bool {
	for _, part := range s.parts {
		if answered(part) && !part.Private && !s.answerOf(part).Empty() {
			return true
		}
	}
	return false
}

// skip leaves this exercise out, without a reason.
func (s *Exercise) skip() {
	s.flushThen(func() {
		s.act(func(ctx context.Context) error { return s.journal.Skip(ctx, s.exercise.ID, s.exercise.Title) }, s.leave)
	})
}

// endPage is a quiet page: a heading, a few words, and what to do next.
func (s *Exercise) endPage(chip, title, text string, buttons ...*widgets.Button) {
	row := make([]fyne.CanvasObject, len(buttons))
	for i, b := range buttons {
		row[i] = b
	}
	card := widgets.NewCard(widgets.VGap(14, widgets.NewText(title, widgets.Heading), widgets.NewText(text, widgets.Body), widgets.Wrap(14, row...)))
	card.Edge = true
	s.show(s.page(widgets.NewChip(chip, widgets.ChipGold), widgets.VGap(16, card), widgets.VGap(0, s.line.Text)), buttons[0])
}

// showSealed says that the holder has finished, and what it waits for.
func (s *Exercise) showSealed() {
	s.drop()
	p, other := s.journal.Progress(s.exercise.ID), named(s.name(s.me.Other()))
	takeBack := s.action(lang.L("Take it back"), widgets.Quiet, s.takeBack)
	stop := s.action(lang.L("Back to the step"), widgets.Plain, s.leave)
	switch both := s.journal.Both(); {
	case p.Theirs && both:
		open := s.action(lang.L("Open together"), widgets.Gold, s.open)
		s.endPage(lang.L("ready to open"), lang.L("Both of you have finished."),
			lang.L("When you open, you both see what the other wrote, at the same moment. Until then either of you can take theirs back."), open, stop, takeBack)
	case p.Theirs:
		s.endPage(lang.L("sealed"), lang.L("Both of you have finished."),
			lang.L("It opens when {{.Name}} is here too.", other), stop, takeBack)
	case both:
		s.endPage(lang.L("sealed"), lang.L("Your part is sealed."),
			lang.L("It opens when {{.Name}} has finished too and you are both here.", other), s.handOver(false), stop, takeBack)
	default:
		s.endPage(lang.L("sealed"), lang.L("Your part is sealed."),
			lang.L("It opens when {{.Name}} has finished too and you are both here.", other), stop, takeBack)
	}
}

// takeBack makes the holder's words unfinished again.
func (s *Exercise) takeBack() {
	s.act(func(ctx context.Context) error { return s.journal.TakeBack(ctx, s.exercise.ID) },
		func() { s.showPart(len(s.parts) - 1) })
}

// open opens what both wrote.
func (s *Exercise) open() {
	s.act(func(ctx context.Context) error {
		_, err := s.journal.OpenTogether(ctx, opening(s.exercise, s.me, s.roles))
		return err
	}, func() { s.showOpened(true) })
}

// showEnd ends an exercise in which nothing is opened.
func (s *Exercise) showEnd() {
	s.drop()
	text := lang.L("You have gone through all of it. Close it when both of you are here.")
	if writes(s.exercise) {
		text = lang.L("What you wrote stays with you, sealed. Nobody opens it unless you share it yourself.")
	}
	stop := s.action(lang.L("Back to the step"), widgets.Plain, s.leave)
	if !s.journal.Both() {
		s.endPage(lang.L("done"), lang.L("That was the last part."), text, stop)
		return
	}
	closing := s.action(lang.L("Close the exercise"), widgets.Gold, s.closeExercise)
	s.endPage(lang.L("done"), lang.L("That was the last part."), text, closing, stop)
}

func (s *Exercise) closeExercise() {
	e := s.exercise
	s.act(func(ctx context.Context) error { return s.journal.CloseExercise(ctx, e.ID, e.Title, e.Version) }, s.showDebrief)
}

// showOpened shows what both wrote, side by side. fresh is true right after the
// opening.
func (s *Exercise) showOpened(fresh bool) {
	r, ok := lastReflection(s.journal.State(), s.exercise.ID)
	if !ok {
		s.showClosed()
		return
	}
	s.drop()
	page := NewOpened(s.journal.State(), s.setup.Course, r, s.setup.Now())
	s.guide(page, r.At, fresh)
	page.Holder = s.me
	page.OnMark = func(part, mark string) {
		s.act(func(ctx context.Context) error { return s.journal.MarkGuess(ctx, r.ID, part, mark) }, func() {})
	}
	page.Reload()
	s.show(page, page.FirstFocus())
}

// guide says what comes after reading what was opened: what both do next, or the
// end. opened is when it was opened.
func (s *Exercise) guide(page *Opened, opened time.Time, fresh bool) {
	more := laterParts(s.exercise)
	if len(more) > 0 && s.journal.Both() {
		page.OnGoOn = func() { s.goOn(more, opened) }
	} else {
		page.OnAgree = s.agree
	}
	if !fresh {
		page.OnBack = s.leave
		page.OnAgain = s.again
	} else if page.OnGoOn == nil {
		page.OnClose = s.showDebrief
	}
	if !fresh && s.OnStrike != nil {
		page.OnStrike = func() { s.OnStrike(page.reflection.ID) }
	}
	if !fresh && len(s.journal.Drafts(s.exercise.ID)) > 0 {
		page.OnOwn = func() { s.showOwn(ownStep{}) }
	}
}

// goOn shows what both do after the opening, from the first that waits.
func (s *Exercise) goOn(more []course.Part, opened time.Time) {
	made := s.agreed(opened)
	at := 0
	for at < len(more)-1 && made > 0 {
		if more[at].Kind == course.Agree {
			made--
		}
		at++
	}
	s.later, s.parts = true, more
	s.showPart(at)
}

// again begins the exercise anew, with the next cards where it has a deck.
func (s *Exercise) again() {
	s.exercise = s.setup.Exercise.Dealt(openings(s.journal.State(), s.exercise.ID))
	s.later, s.parts = false, ownParts(s.exercise, s.roles)
	s.showPart(0)
}

// showClosed says that an exercise without writing was done before.
func (s *Exercise) showClosed() {
	s.drop()
	text := lang.L("What you agreed lies with your agreements. You can go through it again at any time.")
	if writes(s.exercise) {
		text = lang.L("What you wrote stays with you, sealed. You can go through it again at any time.")
	}
	again := s.action(lang.L("Do it again"), widgets.Plain, s.again)
	stop := s.action(lang.L("Back to the step"), widgets.Primary, s.leave)
	s.endPage(lang.L("done"), lang.L("You have done this one."), text, stop, again)
}

// showNothing says that this exercise asks nothing of the holder.
func (s *Exercise) showNothing() {
	s.drop()
	other := named(s.name(s.me.Other()))
	stop := s.action(lang.L("Back to the step"), widgets.Primary, s.leave)
	s.endPage(lang.L("not yours"), lang.L("This one is for {{.Name}}.", other), lang.L("There is nothing for you to do here. You can read why it matters at the side."), stop)
}

// lastReflection is what both opened of an exercise most recently.
func lastReflection(s journal.State, exercise string) (journal.Reflection, bool) {
	for i := len(s.Reflections) - 1; i >= 0; i-- {
		if r := s.Reflections[i]; r.Exercise == exercise && r.SharedBy == journal.Nobody {
			return r, true
		}
	}
	return journal.Reflection{}, false
}

// agree hands a text over to the agreements.
func (s *Exercise) agree(draft course.AgreementDraft, text string) {
	if s.OnAgree != nil {
		s.OnAgree(draft, text)
	}
}
