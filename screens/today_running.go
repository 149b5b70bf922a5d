package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// running is a practice that the holder has begun.
type running struct {
	exercise course.Exercise
	state    course.Practice
	daily    bool
	written  bool // today's line is there
}

// practices are those of the holder that run, rest, or wait for a last look.
func practices(j interface {
	Drafts(exercise string) []journal.Draft
}, c *course.Course, today journal.Day,
) []running {
	var all []running
	for _, step := range c.Steps {
		for _, e := range step.Exercises {
			for _, part := range e.Parts {
				if part.Kind == course.Practise {
					all = append(all, practiceOf(j.Drafts(e.ID), e, part, today)...)
				}
			}
		}
	}
	return all
}

func practiceOf(drafts []journal.Draft, e course.Exercise, part course.Part, today journal.Day) []running {
	for _, d := range drafts {
		a := readAnswer(d.Answer)
		if d.Part != part.ID || d.Finished || a.Done || a.Begun == "" {
			continue
		}
		return []running{{exercise: e, daily: part.Daily, state: part.PracticeOn(a, string(today)), written: a.Reports[string(today)] != ""}}
	}
	return nil
}

// practiceCard lists the holder's practices.
func (s *Today) practiceCard() fyne.CanvasObject {
	list := practices(s.journal, s.course, journal.DayOf(s.journal.Now()))
	if len(list) == 0 {
		return nil
	}
	box := s.doorList(lang.L("What you are practising"))
	for i, r := range list {
		if i > 0 {
			box.Add(widgets.NewRule())
		}
		door := widgets.VGap(2, widgets.NewText(r.exercise.Title, widgets.Body), widgets.NewText(practiceDay(r.state)+" · "+r.line(), widgets.Small))
		box.Add(newDoorButton(widgets.Pad(6, 0, 6, 0, door), r.exercise.Title+". "+r.line(), func() { s.exercise(r.exercise.ID) }))
	}
	return widgets.NewCard(box)
}

// line says what a practice asks for today.
func (r running) line() string {
	switch {
	case r.state.Over:
		return lang.L("ready for a last look")
	case r.state.Paused:
		return lang.L("rests")
	case !r.daily:
		return lang.L("write whenever you like")
	case r.written:
		return lang.L("today's line is written")
	default:
		return lang.L("a line for today")
	}
}

// planRow leads to what is at hand: a way to calm, always, and trigger plan,
// comfort map and loop map once they were made.
func (s *Today) planRow() fyne.CanvasObject {
	row := widgets.Wrap(12, widgets.NewLine(lang.L("At hand"), widgets.Subheading),
		widgets.NewSmallButton(lang.L("To calm down · F1"), widgets.Plain, func() { tellIf(s.OnCalm) }))
	for _, p := range s.journal.State().Plans() {
		row.Add(widgets.NewSmallButton(planName(p.Kind), widgets.Plain, func() {
			if s.OnPlan != nil {
				s.OnPlan(p.Kind)
			}
		}))
	}
	return row
}

// planName names a kind of plan.
func planName(kind string) string {
	switch kind {
	case course.KeepsTriggerPlan:
		return lang.L("Trigger plan")
	case course.KeepsComfortMap:
		return lang.L("Comfort map")
	case course.KeepsLoopMap:
		return lang.L("Loop map")
	default:
		return kind
	}
}
