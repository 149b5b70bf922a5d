package screens

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// accessAhead is how many days before its end temporary access is looked at.
const accessAhead = 3

// slipsFor is how many days a slip is within reach on Today. After that it waits
// with its agreement and on the timeline: nothing here urges.
const slipsFor = 28

// lookMost is how many things Today lists; a longer list helps nobody.
const lookMost = 6

// lookItem is one thing to look at.
type lookItem struct {
	thing journal.Thing
	kind  string
	chip  widgets.ChipKind
	title string
	line  string
	order lookOrder
}

// lookOrder is what comes first in the list: what has a day of its own.
type lookOrder int

const (
	lookWaits lookOrder = iota // for the holder's signature
	lookEnds                   // temporary access, within three days
	lookToday                  // a ritual
	lookSlip
	lookDue
	lookAhead // a review in the next days
)

// lookItems are the agreements that want a look: what waits for the holder's
// signature, what is due for review, access that ends soon, rituals of the day;
// then slips that can be mended.
func lookItems(s journal.State, me journal.Partner, today journal.Day) []lookItem {
	var items []lookItem
	for _, a := range s.Agreements {
		if line, order := lookLine(a, me, today); line != "" && !a.Struck {
			row := rowOfAgreement(s, a, today)
			items = append(items, lookItem{row.thing, row.kind, row.kindChip, row.title, line, order})
		}
	}
	items = append(items, slipItems(s, today)...)
	slices.SortStableFunc(items, func(a, b lookItem) int { return cmp.Compare(a.order, b.order) })
	return items
}

// slipItems are the slips of the last weeks that are open still, newest first.
func slipItems(s journal.State, today journal.Day) []lookItem {
	var items []lookItem
	for _, slip := range slices.Backward(s.Slips) {
		open := slip.Open() || slip.Answer == "" && !slip.TakenBack
		a, ok := s.Agreement(slip.Agreement)
		if !open || !ok || journal.DayOf(slip.At).Until(today) > slipsFor {
			continue
		}
		line := lang.L("can be mended, can wait")
		if slip.Answer == "" {
			line = lang.L("named by {{.Name}}", named(callName(s, slip.By)))
		}
		items = append(items, lookItem{
			thing: journal.Thing{Kind: journal.ThingSlip, ID: slip.ID}, kind: lang.L("A slip"), chip: widgets.ChipOutline,
			title: a.Title(), line: line, order: lookSlip,
		})
	}
	return items
}

// lookLine says why an agreement wants a look; empty when it does not.
func lookLine(a journal.Agreement, me journal.Partner, today journal.Day) (string, lookOrder) {
	if v, ok := a.Pending(); ok && me != journal.Nobody && v.Signed[sideIndex(me)].IsZero() {
		return lang.L("waits for you"), lookWaits
	}
	v, ok := a.InForce(today)
	review := a.ReviewDay(today)
	switch {
	case !ok:
		return "", lookAhead
	case v.Terms.Kind == journal.TemporaryAccess && v.Terms.End != "" && today.Until(v.Terms.End) <= accessAhead:
		return lang.L("ends by itself {{.Day}}; nothing to do", map[string]any{"Day": nearDay(v.Terms.End, today)}), lookEnds
	case v.Terms.Kind == journal.Ritual && v.Terms.ComesRound(today):
		return lang.L("today"), lookToday
	case reviewDue(a, today):
		return lang.L("to look at again"), lookDue
	case review != "" && today.Until(review) <= reviewAhead:
		return lang.L("review {{.Day}}", map[string]any{"Day": nearDay(review, today)}), lookAhead
	default:
		return "", lookAhead
	}
}

// reviewDue reports whether the day on which both look at an agreement has come.
func reviewDue(a journal.Agreement, today journal.Day) bool {
	day := a.ReviewDay(today)
	return day != "" && day <= today
}

// lookRow is what to look at together, with what the holder practises at its side.
func (s *Today) lookRow() fyne.CanvasObject {
	look, running := s.lookCard(), s.practiceCard()
	if running == nil {
		return look
	}
	return widgets.StackBelow(700, 18, []float32{3, 2}, look, running)
}

// lookCard lists what to look at together, or says what comes first.
func (s *Today) lookCard() fyne.CanvasObject {
	state := s.journal.State()
	items := lookItems(state, s.journal.Holder(), journal.DayOf(s.journal.Now()))
	box := s.doorList(lang.L("To look at together"))
	for i, item := range items[:min(len(items), lookMost)] {
		if i > 0 {
			box.Add(widgets.NewRule())
		}
		box.Add(s.lookDoor(item))
	}
	if more := len(items) - lookMost; more > 0 {
		box.Add(widgets.NewText(lang.L("And {{.Number}} more, under Agreements.", map[string]any{"Number": more}), widgets.Small))
	}
	if len(items) == 0 {
		box.Add(widgets.NewText(s.nothingToLook(state), widgets.Muted))
	}
	today := journal.DayOf(s.journal.Now())
	if slices.ContainsFunc(state.Agreements, func(a journal.Agreement) bool { return reviewDue(a, today) && !a.Struck }) {
		begin := widgets.NewSmallButton(lang.L("Look at what is due, one by one"), widgets.Plain, func() { tellIf(s.OnReview) })
		box.Add(widgets.Pad(8, 0, 0, 0, widgets.Wrap(0, begin)))
	}
	return widgets.NewCard(box)
}

// doorList is a heading with room for doors below it.
func (s *Today) doorList(heading string) *fyne.Container {
	return widgets.VGap(4, widgets.Pad(0, 0, 4, 0, widgets.NewText(heading, widgets.Subheading)))
}

func (s *Today) nothingToLook(state journal.State) string {
	if len(state.Agreements) == 0 {
		return lang.L("Nothing yet. Your first agreements come out of “How we will sit together”.")
	}
	return lang.L("Nothing waits for you today.")
}

// lookDoor is one line that leads to what it names.
func (s *Today) lookDoor(item lookItem) fyne.CanvasObject {
	return s.door(item.kind, item.chip, item.title, item.line, func() {
		if s.OnThing != nil {
			s.OnThing(item.thing)
		}
	})
}

// door is one line that leads somewhere: a chip, a title, and why today.
func (s *Today) door(chip string, kind widgets.ChipKind, title, line string, open func()) fyne.CanvasObject {
	row := widgets.HGap(14, widgets.NewChip(chip, kind), widgets.Fill(widgets.NewText(title, widgets.Body)), widgets.NewText(line, widgets.Small))
	return newDoorButton(widgets.Pad(6, 0, 6, 0, row), title+". "+line, open)
}
