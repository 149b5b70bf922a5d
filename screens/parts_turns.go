package screens

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// turnStage is where a turn is.
type turnStage int

const (
	turnWaits  turnStage = iota // nobody speaks yet
	turnSpeaks                  // the clock runs
	turnBack                    // the listener says back what was heard
	turnsOver
)

// turnsPart is speaker and listener with a clock. Nothing of it is kept.
type turnsPart struct {
	screen  *Exercise
	part    course.Part
	speaker journal.Partner
	turn    int // from 0
	stage   turnStage
	left    time.Duration
	until   time.Time
	stop    func()

	clock  *widgets.Text
	answer calmLine
	ready  *widgets.Button
	place  *fyne.Container
}

func newTurnsPart(s *Exercise, part course.Part) *turnsPart {
	v := &turnsPart{screen: s, part: part, speaker: journal.First, stop: func() {}, place: newPlace()}
	v.answer = newCalmLine(v.place.Refresh)
	v.clock = widgets.NewText("", widgets.Title)
	v.clock.Align = fyne.TextAlignCenter
	v.lay()
	return v
}

func (v *turnsPart) content() fyne.CanvasObject { return v.place }
func (v *turnsPart) fill()                      {}
func (v *turnsPart) clear()                     { v.halt() }

func (v *turnsPart) first() fyne.Focusable {
	if v.ready == nil {
		return nil
	}
	return v.ready
}

func (v *turnsPart) turns() int { return max(1, v.part.Rounds) }

// begin starts the speaker's time.
func (v *turnsPart) begin() {
	v.stage = turnSpeaks
	v.until = v.screen.setup.Now().Add(time.Duration(max(1, v.part.Minutes)) * time.Minute)
	v.answer.SetText("")
	v.answer.Hide()
	v.tellTurns(true)
	v.lay()
	v.tick()
}

// tick moves the clock on, once a second, until the time is over.
func (v *turnsPart) tick() {
	v.left = v.until.Sub(v.screen.setup.Now())
	if v.left <= 0 {
		v.listen()
		return
	}
	v.clock.SetText(clockText(v.left))
	v.stop = v.screen.setup.After(time.Second, v.tick)
}

// clockText is a rest of time as minutes and seconds.
func clockText(left time.Duration) string {
	seconds := int((left + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// listen gives the word to the listener.
func (v *turnsPart) listen() {
	v.stop()
	v.stage = turnBack
	v.lay()
}

// heard takes what the speaker says about what was said back.
func (v *turnsPart) heard(text string) {
	v.answer.say(text)
}

// swap changes the roles, or ends the last turn.
func (v *turnsPart) swap() {
	v.turn++
	v.speaker = v.speaker.Other()
	v.stage = turnWaits
	if v.turn >= v.turns() {
		v.stage = turnsOver
		v.tellTurns(false)
	}
	v.answer.say("")
	v.lay()
}

func (v *turnsPart) halt() {
	v.stop()
	v.stop = func() {}
	v.tellTurns(false)
}

func (v *turnsPart) tellTurns(running bool) {
	if v.screen.OnTurns != nil {
		v.screen.OnTurns(running)
	}
}

// lay shows the stage and aims the keyboard at the next button.
func (v *turnsPart) lay() {
	lines := v.lines()
	rules := widgets.VGap(6)
	for _, rule := range v.part.Rules {
		rules.Add(bullet(rule))
	}
	swap(v.place, widgets.VGap(16, widgets.NewCard(widgets.VGap(14, append(lines, v.answer.Text)...)), rules))
	if v.screen.view == v {
		v.screen.place.Refresh()
		v.screen.aim(v.first())
	}
}

// lines are the words and buttons of the stage.
func (v *turnsPart) lines() []fyne.CanvasObject {
	if !v.screen.journal.Both() {
		v.ready = nil
		return objects(widgets.NewText(lang.L("This part takes both of you. It can wait, or you can go on without it."), widgets.Body))
	}
	names := map[string]any{"Speaker": v.screen.name(v.speaker), "Listener": v.screen.name(v.speaker.Other())}
	switch v.stage {
	case turnWaits:
		return v.waitLines(names)
	case turnSpeaks:
		v.ready = widgets.NewButton(lang.L("I have said it"), widgets.Plain, v.listen)
		return []fyne.CanvasObject{v.count(), v.clock, widgets.NewText(lang.L("{{.Speaker}} speaks. {{.Listener}} listens.", names), widgets.Subheading), widgets.Wrap(0, v.ready)}
	case turnBack:
		return v.backLines(names)
	default:
		v.ready = widgets.NewButton(lang.L("Take turns once more"), widgets.Plain, v.restart)
		return []fyne.CanvasObject{widgets.NewText(lang.L("You have both been heard."), widgets.Subheading), widgets.Wrap(0, v.ready)}
	}
}

func (v *turnsPart) count() fyne.CanvasObject {
	return widgets.NewText(lang.L("turn {{.Number}} of {{.All}}", map[string]any{"Number": v.turn + 1, "All": v.turns()}), widgets.Small)
}

func (v *turnsPart) waitLines(names map[string]any) []fyne.CanvasObject {
	v.ready = widgets.NewButton(lang.L("{{.Speaker}} begins to speak", names), widgets.Plain, v.begin)
	row := []fyne.CanvasObject{v.ready}
	if v.turn == 0 {
		row = append(row, widgets.NewButton(lang.L("{{.Listener}} begins instead", names), widgets.Quiet, v.other))
	}
	return []fyne.CanvasObject{
		v.count(), widgets.NewText(lang.L("{{.Speaker}} speaks, {{.Listener}} listens.", names), widgets.Subheading),
		widgets.NewText(lang.L("There are {{.Minutes}} minutes. Stopping earlier is fine.", map[string]any{"Minutes": max(1, v.part.Minutes)}), widgets.Body),
		widgets.Wrap(14, row...),
	}
}

// backLines ask the listener to say it back, and the speaker how that was.
func (v *turnsPart) backLines(names map[string]any) []fyne.CanvasObject {
	again := lang.L("Say that piece again, in short. Then it is said back once more.")
	v.ready = widgets.NewButton(lang.L("Right"), widgets.Plain, v.swap)
	return []fyne.CanvasObject{
		v.count(), widgets.NewText(lang.L("{{.Listener}} says back what they heard.", names), widgets.Subheading),
		widgets.NewText(lang.L("Then {{.Speaker}} says how it was:", names), widgets.Body),
		widgets.Wrap(14, v.ready,
			widgets.NewButton(lang.L("Partly"), widgets.Plain, func() { v.heard(again) }),
			widgets.NewButton(lang.L("Not yet"), widgets.Plain, func() { v.heard(lang.L("That is all right. There is more to say. Say it once more, and slowly.")) }),
			widgets.NewButton(lang.L("Leave it there and swap"), widgets.Quiet, v.swap)),
	}
}

// other lets the other one speak first.
func (v *turnsPart) other() {
	v.speaker = v.speaker.Other()
	v.lay()
}

func (v *turnsPart) restart() {
	v.turn, v.stage = 0, turnWaits
	v.lay()
}
