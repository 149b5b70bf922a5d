package screens

import (
	"maps"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// practisePart is something to do over days, with a line about it alone. It can
// rest, and end, at any time and without a reason.
type practisePart struct {
	screen *Exercise
	part   course.Part
	answer course.Answer
	today  journal.Day
	field  *widgets.Entry
	start  *widgets.Button // begins, or goes on after a rest
	box    *fyne.Container
}

func newPractisePart(s *Exercise, part course.Part) *practisePart {
	v := &practisePart{screen: s, part: part, answer: s.kept(), today: journal.DayOf(s.setup.Now()), box: widgets.VGap(14)}
	v.field = s.wordsField(part.Placeholder, 4)
	v.lay()
	return v
}

func (v *practisePart) state() course.Practice { return v.part.PracticeOn(v.answer, string(v.today)) }

// lay shows what the practice asks for today.
func (v *practisePart) lay() {
	v.start = nil
	v.box.RemoveAll()
	state := v.state()
	switch {
	case !state.Begun:
		v.layBegin()
		return
	case state.Over:
		v.box.Add(widgets.NewText(lang.L("The days are over. Look back on them before you go on."), widgets.Muted))
	case state.Paused:
		v.layResting(state)
		return
	default:
		v.box.Add(widgets.Wrap(10, widgets.NewChip(practiceDay(state), widgets.ChipGold)))
	}
	v.box.Add(widgets.NewText(v.part.Report, widgets.BodyBold))
	v.box.Add(v.field)
	v.layEarlier()
	if !state.Over {
		v.box.Add(widgets.Wrap(14, v.small(lang.L("Let it rest"), v.rest), v.small(lang.L("End it today"), v.end)))
	}
}

func (v *practisePart) layBegin() {
	data := map[string]any{"Days": v.part.Days}
	how := lang.L("It runs for {{.Days}} days. Write a line now and then, or all at the end.", data)
	if v.part.Daily {
		how = lang.L("It runs for {{.Days}} days, with one line a day. A day without a line is just a day.", data)
	}
	v.start = widgets.NewButton(lang.L("Begin today"), widgets.Plain, v.begin)
	v.box.Add(widgets.NewCard(widgets.VGap(12, widgets.NewText(how, widgets.Body),
		widgets.NewText(lang.L("Each of you does it alone. You can let it rest or end it at any time, and nobody asks why."), widgets.Muted),
		widgets.Wrap(0, v.start))))
}

func (v *practisePart) layResting(state course.Practice) {
	since := longDay(journal.Day(v.answer.Paused), v.today)
	v.start = widgets.NewButton(lang.L("Go on with it"), widgets.Plain, v.resume)
	v.box.Add(widgets.NewCard(widgets.VGap(12, widgets.NewText(practiceDay(state), widgets.BodyBold),
		widgets.NewText(lang.L("It rests since {{.Day}}. It can rest for as long as you like.", map[string]any{"Day": since}), widgets.Muted),
		widgets.Wrap(14, v.start, v.small(lang.L("End it today"), v.end)))))
	v.layEarlier()
}

// layEarlier shows the lines of other days.
func (v *practisePart) layEarlier() {
	for _, day := range slices.Backward(slices.Sorted(maps.Keys(v.answer.Reports))) {
		if d := journal.Day(day); v.answer.Reports[day] != "" && (d != v.today || !v.writesToday()) {
			v.box.Add(widgets.VGap(2, widgets.NewText(longDay(d, v.today), widgets.Small), widgets.NewText(v.answer.Reports[day], widgets.Said)))
		}
	}
}

func (v *practisePart) small(text string, f func()) *widgets.Button {
	return widgets.NewSmallButton(text, widgets.Quiet, f)
}

// practiceDay says how far a practice is.
func practiceDay(p course.Practice) string {
	return lang.L("day {{.Day}} of {{.Of}}", map[string]any{"Day": p.Day, "Of": p.Of})
}

// writesToday tells whether the field holds the line of this day.
func (v *practisePart) writesToday() bool {
	state := v.state()
	return v.part.Daily && state.Begun && !state.Over
}

func (v *practisePart) begin()  { v.turn(course.Answer{Begun: string(v.today)}) }
func (v *practisePart) rest()   { v.turn(v.answer.PauseOn(string(v.today))) }
func (v *practisePart) resume() { v.turn(v.answer.ResumeOn(string(v.today))) }

// end ends it before its days are over.
func (v *practisePart) end() {
	v.answer.Ended = true
	v.turn(v.answer)
}

func (v *practisePart) turn(a course.Answer) {
	v.answer = a
	v.screen.changed(a)
	v.lay()
	v.screen.place.Refresh()
	v.fill()
	v.screen.aim(v.first())
}

func (v *practisePart) content() fyne.CanvasObject { return v.box }

func (v *practisePart) fill() {
	v.field.OnChanged = nil
	text := v.answer.Text
	if v.writesToday() {
		text = v.answer.Reports[string(v.today)]
	}
	v.field.SetText(text)
	v.field.ToEnd()
	v.field.OnChanged = v.write
}

func (v *practisePart) write(text string) {
	if !v.writesToday() {
		v.answer.Text = text
		v.screen.changed(v.answer)
		return
	}
	reports := maps.Clone(v.answer.Reports)
	if reports == nil {
		reports = map[string]string{}
	}
	if reports[string(v.today)] = text; utf8.RuneCountInString(text) == 0 {
		delete(reports, string(v.today))
	}
	v.answer.Reports = reports
	v.screen.changed(v.answer)
}

func (v *practisePart) first() fyne.Focusable {
	if v.start != nil {
		return v.start
	}
	return v.field
}

// waits says why the exercise can't go on from here yet; empty when it can.
func (v *practisePart) waits() string {
	switch state := v.state(); {
	case !state.Begun:
		return lang.L("Begin the practice first. You can also stop here, or skip the exercise.")
	case !state.Over:
		return lang.L("The practice is still running. Come back each day, or end it today.")
	default:
		return ""
	}
}

func (v *practisePart) clear() {
	emptyFields(v.field)
	v.answer = course.Answer{}
	swap(v.box)
}
