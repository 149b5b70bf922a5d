package screens

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// shownQuotes is how many other places are listed; the rest are counted.
const shownQuotes = 12

// strikeOthers lists where else the words stand that are to be struck out, each
// with a box to strike it out too.
type strikeOthers struct {
	box     *fyne.Container
	changed func()
	picks   []strikePick
}

type strikePick struct {
	event string
	check *widgets.Check
}

func newStrikeOthers(changed func()) *strikeOthers {
	return &strikeOthers{box: widgets.VGap(8), changed: changed}
}

// find looks in the background: a long journal has much to look through.
func (o *strikeOthers) find(j StrikeJournal, later Background, thing journal.Thing) {
	state, today := j.State(), j.Today()
	o.say(widgets.NewText(lang.L("Looking for the same words elsewhere…"), widgets.Muted))
	var found []journal.Quote
	later(func(context.Context) error {
		found = state.Quotes(thing, today)
		return nil
	}, func(err error) {
		if err != nil {
			o.say(widgets.NewText(Sentence(err), widgets.Muted))
			return
		}
		o.list(found, today)
	})
}

func (o *strikeOthers) say(content ...fyne.CanvasObject) {
	swap(o.box, labelled(lang.L("The same words elsewhere"), widgets.VGap(8, content...)))
	o.changed()
}

func (o *strikeOthers) list(found []journal.Quote, today journal.Day) {
	if len(found) == 0 {
		o.say(widgets.NewText(lang.L("Nothing else that you shared has six words of it in a row."), widgets.Body))
		return
	}
	content := []fyne.CanvasObject{widgets.NewText(
		lang.L("These places have at least six words of it in a row. They stay unless you tick them; a tick strikes out the whole place."), widgets.Body)}
	for i, q := range found {
		if i == shownQuotes {
			content = append(content, widgets.NewText(lang.L("and {{.Count}} more places", map[string]any{"Count": len(found) - i}), widgets.Small))
			break
		}
		content = append(content, o.row(q, today))
	}
	o.say(content...)
}

func (o *strikeOthers) row(q journal.Quote, today journal.Day) fyne.CanvasObject {
	line := quoteName(q) + " · " + longDay(journal.DayOf(q.At), today)
	if q.Stands {
		return widgets.VGap(2, widgets.NewText(line, widgets.Body),
			widgets.NewText(lang.L("It can be struck out once it has ended."), widgets.Small))
	}
	check := widgets.NewCheck(line, false, nil)
	o.picks = append(o.picks, strikePick{q.Event, check})
	return check
}

// quoteName is what the couple call a place.
func quoteName(q journal.Quote) string {
	data := map[string]any{"Title": q.Title, "Number": q.Version}
	switch q.Kind {
	case journal.KindSlip, journal.KindSlipAnswer:
		return lang.L("A slip, “{{.Title}}”", data)
	case journal.KindRepair:
		return lang.L("Towards mending, “{{.Title}}”", data)
	case journal.KindCheckIn:
		return lang.L("Check-ins, opened together")
	case journal.KindSitting:
		return lang.L("How a sitting ended")
	case journal.KindStepClosed:
		return lang.L("Why you went on sooner, “{{.Title}}”", data)
	case journal.KindProposed, journal.KindSet:
		return lang.L("“{{.Title}}”, version {{.Number}}", data)
	default:
		return lang.L("“{{.Title}}”", data)
	}
}

// ticked gives the events to strike out too that are not struck out yet.
func (o *strikeOthers) ticked(state journal.State) (events []string) {
	if o == nil {
		return nil
	}
	for _, p := range o.picks {
		done := slices.ContainsFunc(state.Moments, func(m journal.Moment) bool { return m.Event == p.event && m.Struck })
		if p.check.On && !done {
			events = append(events, p.event)
		}
	}
	return events
}
