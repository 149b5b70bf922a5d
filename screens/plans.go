package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Plans shows what the couple made to be at hand when it gets hard, one at a
// time: the trigger plan, the comfort map, the loop map.
type Plans struct {
	moving

	OnBack     func()
	OnHelp     func()
	OnExercise func(id string) // where the plan can be made anew
	OnPlan     func(kind string)

	state journal.State
	now   time.Time
	kind  string
}

// NewPlans makes the page for one kind of plan; for an unknown kind it shows the
// first there is. Set the callbacks, then call Reload.
func NewPlans(state journal.State, now time.Time, kind string) *Plans {
	s := &Plans{state: state, now: now, kind: kind}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload lays the page out.
func (s *Plans) Reload() {
	plans := s.state.Plans()
	back := widgets.NewButton(lang.L("Back"), widgets.Primary, func() { tellIf(s.OnBack) })
	if len(plans) == 0 {
		s.show(paper(widgets.NewText(lang.L("No plan yet"), widgets.Title),
			widgets.NewText(lang.L("A trigger plan comes out of step 4, a comfort map out of step 5, and a loop map out of step 6."), widgets.Body), widgets.Wrap(0, back)), back)
		return
	}
	plan := plans[0]
	labels, picked := make([]string, len(plans)), 0
	for i, p := range plans {
		labels[i] = planName(p.Kind)
		if p.Kind == s.kind {
			plan, picked = p, i
		}
	}
	page := widgets.VGap(16, widgets.Pad(0, leaveRoom(), 0, 0, s.head(plan)))
	if len(plans) > 1 {
		tabs := widgets.NewFilter(labels, func(i int) { s.turn(plans[i].Kind) })
		tabs.SetPicked(picked)
		page.Add(tabs)
	}
	words := newReading(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, s.card(plan)))
	page.Add(widgets.Fill(words))
	page.Add(newToolBar(objects(s.foot(plan)...), objects(back)))
	s.show(widgets.Pad(36, 44, 36, 44, page), words)
}

func (s *Plans) turn(kind string) {
	s.kind = kind
	if s.OnPlan != nil {
		s.OnPlan(kind)
		return
	}
	s.Reload()
}

func (s *Plans) head(p journal.Plan) fyne.CanvasObject {
	today := journal.DayOf(s.now)
	made := lang.L("made together on {{.Day}}", map[string]any{"Day": longDay(journal.DayOf(p.At), today)})
	return widgets.VGap(0, widgets.NewText(planName(p.Kind), widgets.Title), widgets.NewText(made, widgets.Muted))
}

// card shows both sides of a plan, or the one that there is.
func (s *Plans) card(p journal.Plan) fyne.CanvasObject {
	sides := newTwoSides()
	for side, partner := range []journal.Partner{journal.First, journal.Second} {
		name := callName(s.state, partner)
		sides.add(side, widgets.HGap(14, widgets.NewAvatar(name, sideOf(partner), 30), widgets.Fill(widgets.NewText(name, widgets.Heading))))
		words := widgets.NewText(p.Words[side], widgets.Said)
		if p.Words[side] == "" {
			words = widgets.NewText(lang.L("nothing written"), widgets.Muted)
		}
		sides.add(side, words)
	}
	box := widgets.NewCard(sides)
	box.Padding = -1
	return box
}

// foot is where to turn from here.
func (s *Plans) foot(p journal.Plan) []*widgets.Button {
	help := widgets.NewSmallButton(lang.L("Help & safety"), widgets.Quiet, func() { tellIf(s.OnHelp) })
	change := widgets.NewSmallButton(lang.L("Make it anew"), widgets.Plain, func() {
		if r, ok := s.state.Reflection(p.Reflection); ok && s.OnExercise != nil {
			s.OnExercise(r.Exercise)
		}
	})
	return []*widgets.Button{change, help}
}
