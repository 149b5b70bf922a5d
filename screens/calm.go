package screens

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// calmStep is how long each line of the two minutes stays.
const calmStep = 15 * time.Second

// Calm is for the moment when something was triggered: the couple's own plan
// first, then two minutes that lead back to the room. It keeps nothing.
type Calm struct {
	moving

	OnBack  func()
	OnHelp  func()
	OnPause func() // nil where nothing can be paused

	state journal.State
	after afterFunc
	at    int // the line that stands there; -1 while none does
	over  bool
	stop  func()
}

// NewCalm makes the page. Before anyone has unlocked, the state is empty and
// there is no plan. Set the callbacks, then call Reload.
func NewCalm(state journal.State, after afterFunc) *Calm {
	s := &Calm{state: state, after: after, at: -1, stop: func() {}}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// calmLines are the lines of the two minutes, one after another.
func calmLines() []string {
	return []string{
		lang.L("Put both feet on the floor. Feel what holds you."),
		lang.L("Breathe in slowly. Breathe out for longer than you breathed in."),
		lang.L("Once more: in slowly, and out for longer. Let your shoulders come down."),
		lang.L("Look around you. Find five things you can see, one after another."),
		lang.L("Touch four things that are near. Feel whether they are warm or cool, rough or smooth."),
		lang.L("Listen. Find three sounds, near or far."),
		lang.L("Breathe out all the way, as if you cooled a cup of tea. Let the next breath come by itself."),
		lang.L("Say where you are and what day it is. You are here. Nothing has to be solved now."),
	}
}

// Reload lays the page out; two minutes that run go on.
func (s *Calm) Reload() {
	if s.at >= 0 {
		s.layRunning()
		return
	}
	content := widgets.VGap(20)
	if plan := s.plan(); plan != nil {
		content.Add(plan)
	}
	title, label := lang.L("Two minutes to come back to the room"), lang.L("Begin")
	text := lang.L("One line after another, for about two minutes. Stop whenever you like. Nothing is kept.")
	if s.over {
		title, label = lang.L("Those were two minutes"), lang.L("Once more")
		text = lang.L("Stay as you are for as long as you like. Drink some water. Step outside if you can.")
	}
	begin := widgets.NewButton(label, widgets.Primary, s.begin)
	two := widgets.NewCard(widgets.VGap(12, widgets.NewText(title, widgets.Heading), widgets.NewText(text, widgets.Body), widgets.Wrap(0, begin)))
	if s.over {
		content.Objects = slices.Insert(content.Objects, 0, fyne.CanvasObject(two))
	} else {
		content.Add(two)
	}
	s.show(framedPage(newHead(widgets.NewText(lang.L("When it is too much"), widgets.Title)), readable(content), s.foot()), begin)
}

// plan shows what both wrote for such a moment, if they did.
func (s *Calm) plan() fyne.CanvasObject {
	plans := s.state.Plans()
	i := slices.IndexFunc(plans, func(p journal.Plan) bool { return p.Kind == course.KeepsTriggerPlan })
	if i < 0 {
		return nil
	}
	card := (&Plans{state: s.state}).card(plans[i])
	return widgets.VGap(10, widgets.NewText(lang.L("What you both agreed to do"), widgets.Heading), card)
}

// foot holds the ways that lead on from here.
func (s *Calm) foot() fyne.CanvasObject {
	foot := widgets.Wrap(12, widgets.NewButton(lang.L("Back"), widgets.Plain, s.way(&s.OnBack)),
		widgets.NewButton(lang.L("Help & safety"), widgets.Plain, s.way(&s.OnHelp)))
	if s.OnPause != nil {
		foot.Add(widgets.NewButton(lang.L("Pause"), widgets.Plain, s.way(&s.OnPause)))
	}
	return foot
}

// way stops what runs and goes on to another page.
func (s *Calm) way(to *func()) func() {
	return func() {
		s.halt()
		s.Reload()
		tellIf(*to)
	}
}

// layRunning shows one line, large and alone, and quietly how far it is.
func (s *Calm) layRunning() {
	lines := calmLines()
	far := widgets.WrapMiddle(10)
	for i := range lines {
		state := widgets.NodeLater
		switch {
		case i < s.at:
			state = widgets.NodeDone
		case i == s.at:
			state = widgets.NodeHere
		}
		far.Add(widgets.NewNode("", state))
	}
	stop := widgets.NewButton(lang.L("Stop here"), widgets.Plain, func() {
		s.halt()
		s.Reload()
	})
	help := widgets.NewButton(lang.L("Help & safety"), widgets.Quiet, s.way(&s.OnHelp))
	s.show(sheet(middle(lines[s.at], widgets.Title), widgets.Pad(20, 0, 12, 0, far), centred(stop), centred(help)), stop)
}

// begin lets the two minutes run.
func (s *Calm) begin() {
	s.over = false
	s.turn(0)
}

// turn shows a line, and the next one in a while.
func (s *Calm) turn(to int) {
	s.stop()
	if to == len(calmLines()) {
		s.halt()
		s.over = true
		s.Reload()
		return
	}
	s.at = to
	s.stop = s.after(calmStep, func() { s.turn(to + 1) })
	s.Reload()
}

// halt ends the two minutes, wherever they are.
func (s *Calm) halt() {
	s.stop()
	s.stop, s.at, s.over = func() {}, -1, false
}

// Clear stops what runs, before the laptop changes hands or the page is left.
func (s *Calm) Clear() {
	s.halt()
	s.state = journal.State{}
	swap(s.place)
}
