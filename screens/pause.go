package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// pauseLength is how long the shortest pause is, and pauseTick how often its
// end is looked at.
const (
	pauseLength = 20 * time.Minute
	pauseTick   = 5 * time.Second
)

// Pause covers the words. It records nothing. Going on takes everyone who is
// here; stopping takes one.
type Pause struct {
	moving

	OnGoOn     func() // everyone here goes on
	OnTomorrow func()
	OnNotNow   func() // not tonight
	OnHelp     func()

	now   func() time.Time
	after afterFunc
	until time.Time // zero while no end is set
	left  *widgets.Text
	short *widgets.Button
	ready map[journal.Partner]*widgets.Button
	stop  func()
}

// NewPause makes the cover for those who are here, by their names.
func NewPause(here []journal.Person, now func() time.Time, after afterFunc) *Pause {
	s := &Pause{now: now, after: after, stop: func() {}, ready: map[journal.Partner]*widgets.Button{}}
	s.place = newPlace()
	s.left = middle("", widgets.Question)
	s.left.Hide()
	s.ExtendBaseWidget(s)
	going := widgets.WrapMiddle(12)
	for _, person := range here {
		b := widgets.NewButton(lang.L("{{.Name}} goes on", named(person.Name)), widgets.Plain, nil)
		b.OnTapped = func() { s.goOn(person.Partner) }
		s.ready[person.Partner] = b
		going.Add(b)
	}
	s.short = widgets.NewButton(lang.L("Back in 20 minutes"), widgets.Primary, s.twenty)
	s.show(s.page(going, len(here)), s.short)
	return s
}

func (s *Pause) page(going fyne.CanvasObject, here int) fyne.CanvasObject {
	together := lang.L("When you want to go on, press this.")
	if here > 1 {
		together = lang.L("Going on takes both of you. Each presses their own.")
	}
	choices := widgets.WrapMiddle(12, s.short,
		widgets.NewButton(lang.L("Tomorrow"), widgets.Plain, s.ended(&s.OnTomorrow)),
		widgets.NewButton(lang.L("Not tonight"), widgets.Plain, s.ended(&s.OnNotNow)))
	help := widgets.NewButton(lang.L("Help & safety"), widgets.Quiet, func() { tellIf(s.OnHelp) })
	return sheet(
		middle(lang.L("A pause"), widgets.Title),
		middle(lang.L("Your words are covered and kept. Nobody has to say why."), widgets.Muted),
		widgets.NewCard(widgets.VGap(8, groundingTexts()...)),
		s.left, choices,
		middle(together, widgets.Muted), going, centred(help))
}

// groundingTexts help one to come back to oneself.
func groundingTexts() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.NewText(lang.L("Come back to the room"), widgets.Question),
		widgets.NewText(lang.L("Put both feet on the floor. Feel what holds you."), widgets.Body),
		widgets.NewText(lang.L("Breathe in while you count to four. Breathe out while you count to six. Do this five times."), widgets.Body),
		widgets.NewText(lang.L("Name five things you see, four you can touch, three you hear, two you smell, and one you taste."), widgets.Body),
		widgets.NewText(lang.L("Drink some water. Step outside if you can. You don't have to solve anything now."), widgets.Body),
	}
}

// twenty sets the end of the pause and lets it be seen.
func (s *Pause) twenty() {
	s.until = s.now().Add(pauseLength)
	s.short.Hide()
	s.left.Show()
	s.tick()
}

// tick says when the pause ends, in whole minutes.
func (s *Pause) tick() {
	s.stop()
	left := s.until.Sub(s.now())
	minutes := int((left + time.Minute - 1) / time.Minute)
	switch {
	case left <= 0:
		s.left.SetText(lang.L("The twenty minutes are over. Take longer if you need it."))
		s.until = time.Time{}
		s.short.Show()
	case minutes == 1:
		s.left.SetText(lang.L("Back at {{.Time}}, in a minute", s.back(minutes)))
	default:
		s.left.SetText(lang.L("Back at {{.Time}}, in {{.Minutes}} minutes", s.back(minutes)))
	}
	if left > 0 {
		s.stop = s.after(pauseTick, s.tick)
	}
	s.place.Refresh()
}

func (s *Pause) back(minutes int) map[string]any {
	return map[string]any{"Time": s.until.Format("15:04"), "Minutes": minutes}
}

// goOn notes that one of them is ready, and goes on when all are.
func (s *Pause) goOn(p journal.Partner) {
	s.ready[p].Disable()
	s.ready[p].SetText(lang.L("Ready"))
	for _, b := range s.ready {
		if !b.Disabled() {
			s.place.Refresh()
			s.aim(b)
			return
		}
	}
	s.stop()
	tellIf(s.OnGoOn)
}

// ended stops the clock and calls what is set by then.
func (s *Pause) ended(f *func()) func() {
	return func() {
		s.stop()
		tellIf(*f)
	}
}
