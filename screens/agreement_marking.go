package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// keptAnswers are what can be said of a day, in the order of the page.
var keptAnswers = []string{journal.MarkKept, journal.MarkNot, journal.MarkDidntCome}

// markForm lets the holder say whether something that was promised to them was
// kept on one day.
type markForm struct {
	writingForm
	onSave     func(day journal.Day, answer string)
	onTakeBack func(event string)

	state  journal.State
	a      journal.Agreement
	by     journal.Partner
	today  journal.Day
	day    *widgets.Entry
	answer *widgets.Options
	said   *fyne.Container // what the holder said of that day before
}

func newMarkForm(state journal.State, a journal.Agreement, by journal.Partner, today journal.Day) *markForm {
	f := &markForm{state: state, a: a, by: by, today: today, day: newLineEntry(string(today)), said: widgets.VGap(4)}
	f.prepare(lang.L("Was it kept?"), lang.L("Save"), f.keep)
	f.cancel.SetText(lang.L("Not now"))
	f.answer = widgets.NewOptions([]string{
		lang.L("It was kept"), lang.L("It was not kept"), lang.L("It didn't come up"),
	}, 0, nil)
	onDay := f.field("Day", lang.L("On which day"), "", f.day)
	days := widgets.Wrap(12,
		widgets.NewSmallButton(lang.L("Today"), widgets.Quiet, func() { f.day.SetText(string(today)) }),
		widgets.NewSmallButton(lang.L("Yesterday"), widgets.Quiet, func() { f.day.SetText(string(today.Add(-1))) }))
	f.column.Objects = []fyne.CanvasObject{
		widgets.NewText(a.Title(), widgets.Heading), widgets.NewText(f.whose(), widgets.Muted),
		f.answer, widgets.VGap(4, onDay, days), f.said,
	}
	f.day.OnChanged = func(string) { f.lookBack() }
	f.lookBack()
	f.ExtendBaseWidget(f)
	return f
}

// whose says for whose part it is answered.
func (f *markForm) whose() string {
	other := named(callName(f.state, f.by.Other()))
	if signedLast(f.a).Terms.Promises == journal.Nobody {
		return lang.L("You both promised it. You say it for {{.Name}}’s part.", other)
	}
	return lang.L("{{.Name}} promised it to you, so you are the one to say.", other)
}

// lookBack shows what was said of the day before.
func (f *markForm) lookBack() {
	f.said.Objects = nil
	m, ok := f.a.MarkedOn(pastDayTyped(f.day.Text, f.today), f.by)
	if ok {
		f.said.Add(widgets.NewText(f.before(m), widgets.Small))
		f.said.Add(widgets.Wrap(0, widgets.NewSmallButton(lang.L("Take it back"), widgets.Quiet, func() {
			if f.onTakeBack != nil {
				f.onTakeBack(m.Event)
			}
		})))
	}
	showIf(f.said, ok)
	f.column.Refresh()
	f.box.Refresh()
}

// before says what was said of a day, and that it can be said anew.
func (f *markForm) before(m journal.KeptMark) string {
	data := map[string]any{"Day": longDay(m.Day, f.today)}
	switch {
	case m.Of == 0:
		return lang.L("For {{.Day}} you said that it didn't come up. What you save here takes its place.", data)
	case m.Kept == 0:
		return lang.L("For {{.Day}} you said that it was not kept. What you save here takes its place.", data)
	default:
		return lang.L("For {{.Day}} you said that it was kept. What you save here takes its place.", data)
	}
}

func (f *markForm) keep() {
	day := pastDayTyped(f.day.Text, f.today)
	f.Problem(nil)
	if text := f.dayProblem(day); text != "" {
		f.fields["Day"].SetError(text)
		f.column.Refresh()
		return
	}
	if f.onSave != nil {
		f.onSave(day, keptAnswers[max(0, f.answer.Picked())])
	}
}

// dayProblem says why nothing can be said of a day; empty when it can.
func (f *markForm) dayProblem(day journal.Day) string {
	if problem := saidProblem(day, f.today); problem != "" {
		return FieldSentence("Day", problem)
	}
	week, counted := f.a.CountedIn(day, f.by)
	switch {
	case counted:
		return lang.L("Your check-in of {{.Day}} counts this day already. Please pick another one.", map[string]any{"Day": longDay(week.Day, f.today)})
	case day < f.today.Add(-keptDays):
		return lang.L("This day is too long ago to say it well. Please pick one of the last 31 days.")
	case !f.a.MayMark(f.by, day):
		return lang.L("It was not in force on that day. Please pick another one.")
	default:
		return ""
	}
}
