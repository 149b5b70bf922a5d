package screens

import (
	"encoding/json"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// showPart shows one part of the holder's.
func (s *Exercise) showPart(i int) {
	s.drop()
	s.index, s.playing = i, true
	part := s.parts[i]
	s.saved = widgets.NewLine("", widgets.Small)
	if answered(part) {
		s.saver = newDraftSaver(s.draftOf(part.ID, part.Private), s.journal.SaveDraft, s.setup.Later, s.setup.After)
		s.saver.onState = s.showState
	}
	if s.quiet = nil; s.saver != nil {
		s.quiet = s.kept().Quiet
	}
	s.view, s.filled = s.newView(part), false
	page := s.page(s.partChip(), s.partColumn(part), s.partFoot(part))
	s.show(page, nil)
	s.fill()
	s.aim(firstOf(s.view.first(), page.leftRoom))
	if s.setup.Evening != nil {
		s.sayEnough()
	}
}

// showState says how the saving goes.
func (s *Exercise) showState(saved bool, err error) {
	switch {
	case err != nil:
		s.saved.SetText(lang.L("Not saved yet."))
		s.say(lang.L("Your words are still on the screen.") + " " + Sentence(err))
	case saved:
		s.saved.SetText(lang.L("Saved. Only you can read it."))
		if s.line.Visible() {
			s.say("")
		}
	default:
		return
	}
	if s.bar.Refresh(); s.bar.HeightFor(s.bar.Size().Width) > s.bar.Size().Height {
		s.place.Refresh() // the words have begun a row of their own
	}
}

// changed takes the newest answer of the part that is shown.
func (s *Exercise) changed(a course.Answer) {
	a.Quiet = s.quiet
	kept, err := json.Marshal(a)
	if err != nil {
		s.say(Sentence(err))
		return
	}
	s.saver.Change(kept)
}

// page is the frame that all pages of an exercise share.
func (s *Exercise) page(chip, work, foot fyne.CanvasObject) *frame {
	f := newFrame(s.crumbs(chip), work, foot, s.sideCard())
	if v, ok := s.view.(interface{ below() fyne.CanvasObject }); ok {
		f.hint = v.below()
	}
	return f
}

// crumbs say where in the course this is. The top right stays free.
func (s *Exercise) crumbs(chips ...fyne.CanvasObject) fyne.CanvasObject {
	return crumbRow(s.setup.Course, s.exercise.Step, s.exercise.Title, chips...)
}

// crumbRow is the path to an exercise, with what else belongs to that line.
func crumbRow(c *course.Course, stepID, title string, chips ...fyne.CanvasObject) fyne.CanvasObject {
	step, _ := c.Step(stepID)
	path := widgets.NewLine(fmt.Sprintf("%s › %s ›", lang.L("Path"), step.Title), widgets.Small)
	row := append([]fyne.CanvasObject{path, widgets.NewText(title, widgets.SmallBold)}, chips...)
	return widgets.Pad(0, leaveRoom()+30, 0, 0, widgets.Wrap(14, row...))
}

func (s *Exercise) partChip() fyne.CanvasObject {
	chip := widgets.NewChip(lang.L("part {{.Number}} of {{.All}}", map[string]any{"Number": s.index + 1, "All": len(s.parts)}), widgets.ChipOutline)
	if s.index == 0 {
		return chip
	}
	back := s.action(lang.L("Back one part"), widgets.Quiet, func() { s.flushThen(func() { s.showPart(s.index - 1) }) })
	back.Small = true
	return widgets.HGap(14, chip, back)
}

// partColumn is the left column: who writes, what is asked, and the part itself.
func (s *Exercise) partColumn(part course.Part) fyne.CanvasObject {
	column := []fyne.CanvasObject{s.header(part)}
	if prompt := promptText(part, s.roles); prompt != "" {
		column = append(column, widgets.NewText(prompt, widgets.Heading))
	}
	column = append(column, widgets.Fill(s.view.content()))
	if s.paper = nil; s.saver != nil && part.Kind != course.Practise {
		s.paper = s.paperField()
		column = append(column, s.paper)
	}
	return widgets.VGap(16, column...)
}

// partFoot is what to do next, with a line for what there is to say.
func (s *Exercise) partFoot(part course.Part) fyne.CanvasObject {
	return widgets.VGap(10, s.buttons(part), s.line.Text)
}

// header says whose turn it is and who can read it.
func (s *Exercise) header(part course.Part) fyne.CanvasObject {
	title, under := s.headerWords(part)
	var face fyne.CanvasObject = widgets.NewAvatar(s.name(s.me), sideOf(s.me), 30)
	if !answered(part) && !part.Private && s.journal.Both() {
		face = widgets.HGap(4, widgets.NewAvatar(s.name(journal.First), widgets.First, 30), widgets.NewAvatar(s.name(journal.Second), widgets.Second, 30))
	}
	words := widgets.VGap(0, widgets.NewText(title, widgets.Heading), widgets.NewText(under, widgets.Small))
	return widgets.HGap(14, face, widgets.Fill(words), s.headerButtons())
}

func (s *Exercise) headerWords(part course.Part) (title, under string) {
	me := named(s.name(s.me))
	switch {
	case part.Kind == course.Agree && s.journal.Both():
		return lang.L("Both of you"), lang.L("You do this part together. Only what you write down is kept.")
	case !answered(part) && !part.Private && s.journal.Both():
		return lang.L("Both of you"), lang.L("You do this part together. Nothing is kept of it.")
	case part.Kind == course.Read:
		return lang.L("{{.Name}} reads", me), lang.L("Take your time. There is nothing to answer.")
	case !answered(part):
		return part.Title, lang.L("Nothing is kept of this part.")
	case part.Private:
		return lang.L("{{.Name}} writes", me), lang.L("Only {{.Name}} can read this. It is not opened with the rest.", me)
	case s.journal.Progress(s.exercise.ID).Theirs:
		return lang.L("{{.Name}} writes", me), lang.L("Only {{.Name}} can read this until you open both together. {{.Other}} has finished.",
			map[string]any{"Name": s.name(s.me), "Other": s.name(s.me.Other())})
	default:
		return lang.L("{{.Name}} writes", me), lang.L("Only {{.Name}} can read this until you open both together.", me)
	}
}

func (s *Exercise) headerButtons() fyne.CanvasObject {
	pause := widgets.NewSmallButton(lang.L("Pause"), widgets.Plain, func() { tellIf(s.OnPause) })
	if !s.journal.Both() {
		return pause
	}
	return widgets.HGap(14, s.handOver(true), pause)
}

// handOver gives the laptop to the other when all is saved.
func (s *Exercise) handOver(small bool) *widgets.Button {
	b := s.action(lang.L("Hand over to {{.Name}}", named(s.name(s.me.Other()))), widgets.Plain,
		func() { s.flushThen(func() { tellIf(s.OnHandOver) }) })
	b.Small = small
	return b
}

// buttons say what to do when this part is done, or when it is not.
func (s *Exercise) buttons(part course.Part) fyne.CanvasObject {
	done := lang.L("I've finished this part")
	if !answered(part) {
		done = lang.L("Go on")
	}
	left := []fyne.CanvasObject{
		s.action(done, widgets.Primary, s.donePart),
		s.action(lang.L("Stop here for now"), widgets.Plain, func() { s.flushThen(s.leave) }),
	}
	if s.roles.mine == course.RoleHurt && part.Kind != course.Practise && s.index == len(s.parts)-1 && opens(s.exercise) {
		left = append(left, s.action(lang.L("Read it once more?"), widgets.Quiet, func() { s.flushThen(func() { s.showPart(0) }) }))
	}
	s.bar = newToolBar(left, []fyne.CanvasObject{s.saved})
	return s.bar
}

// donePart goes on to the next part, or to the end.
func (s *Exercise) donePart() {
	if p, ok := s.view.(*practisePart); ok && p.waits() != "" {
		s.say(p.waits())
		return
	}
	s.noteDone()
	s.flushThen(func() {
		if s.index < len(s.parts)-1 {
			s.showPart(s.index + 1)
			return
		}
		s.doneParts()
	})
}

// noteDone keeps that the holder went on from here, so that they come back to
// the part after it.
func (s *Exercise) noteDone() {
	if s.saver == nil {
		return
	}
	if a := s.kept(); !a.Empty() && !a.Done {
		a.Done = true
		s.changed(a)
	}
}

// sideCard tells why and how, and where to turn when it is too much.
func (s *Exercise) sideCard() fyne.CanvasObject {
	e := s.exercise
	content := []fyne.CanvasObject{
		widgets.NewText(lang.L("Why this one"), widgets.Subheading), widgets.NewText(e.Why, widgets.Muted),
		widgets.NewText(lang.L("How"), widgets.Subheading), widgets.NewText(numberedLines(e.How), widgets.Muted),
	}
	if len(e.Examples) > 0 {
		example := e.Examples[s.index%len(e.Examples)]
		content = append(content, widgets.NewText(lang.L("For example"), widgets.Subheading), widgets.NewText(example, widgets.SaidMuted))
	}
	content = append(content, widgets.Spacer(), widgets.NewText(e.Skip, widgets.Small), s.wayOut())
	return widgets.NewCard(widgets.VGap(10, content...))
}

// wayOut is where to turn when it is too much.
func (s *Exercise) wayOut() fyne.CanvasObject {
	row := widgets.Wrap(6,
		widgets.NewLine(lang.L("Too much right now?"), widgets.Small),
		widgets.NewSmallButton(lang.L("Pause"), widgets.Quiet, func() { tellIf(s.OnPause) }),
		widgets.NewSmallButton(lang.L("Help & safety"), widgets.Quiet, func() { tellIf(s.OnHelp) }))
	if s.playing && !s.later {
		row.Add(widgets.NewSmallButton(lang.L("Skip this exercise"), widgets.Quiet, s.skip))
	}
	if s.playing && s.paper != nil {
		row.Add(s.paperButton())
	}
	if s.OnSheet != nil && !s.later {
		row.Add(widgets.NewSmallButton(lang.L("A sheet to print"), widgets.Quiet, func() { s.flushThen(s.OnSheet) }))
	}
	if own := s.ownButton(); own != nil {
		row.Add(own)
	}
	return row
}

// numberedLines writes one line a sentence, counted from 1.
func numberedLines(lines []string) string {
	counted := make([]string, len(lines))
	for i, line := range lines {
		counted[i] = fmt.Sprintf("%d. %s", i+1, line)
	}
	return strings.Join(counted, "\n")
}
