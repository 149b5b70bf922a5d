package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// accessAhead is how many days before its end temporary access is looked at.
const accessAhead = 6

// lookMost is how many things Today lists; a longer list helps nobody.
const lookMost = 6

// lookItem is one agreement to look at.
type lookItem struct {
	thing journal.Thing
	kind  string
	chip  widgets.ChipKind
	title string
	line  string
}

// lookItems are the agreements that want a look: what waits for the holder's
// signature, what is due for review, and access that ends soon.
func lookItems(s journal.State, me journal.Partner, today journal.Day) []lookItem {
	var items []lookItem
	for _, a := range s.Agreements {
		if line := lookLine(a, me, today); line != "" && !a.Struck {
			row := rowOfAgreement(s, a, today)
			items = append(items, lookItem{thing: row.thing, kind: row.kind, chip: row.kindChip, title: row.title, line: line})
		}
	}
	return items
}

// lookLine says why an agreement wants a look; empty when it does not.
func lookLine(a journal.Agreement, me journal.Partner, today journal.Day) string {
	if v, ok := a.Pending(); ok && me != journal.Nobody && v.Signed[sideIndex(me)].IsZero() {
		return lang.L("waits for you")
	}
	v, ok := a.InForce(today)
	switch {
	case !ok:
		return ""
	case v.Terms.Kind == journal.TemporaryAccess && v.Terms.End != "" && today.Until(v.Terms.End) <= accessAhead:
		return lang.L("ends by itself {{.Day}}", map[string]any{"Day": nearDay(v.Terms.End, today)})
	case v.Terms.Review != "" && v.Terms.Review < today:
		return lang.L("to look at again")
	case toReview(a, today):
		return lang.L("review {{.Day}}", map[string]any{"Day": nearDay(v.Terms.Review, today)})
	default:
		return ""
	}
}

// lookRow lists what to look at together, or says what comes first.
func (s *Today) lookRow() fyne.CanvasObject {
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

// lookDoor is one line that leads to its agreement.
func (s *Today) lookDoor(item lookItem) fyne.CanvasObject {
	return s.door(item.kind, item.chip, item.title, item.line, func() {
		if s.OnAgreement != nil {
			s.OnAgreement(item.thing)
		}
	})
}

// door is one line that leads somewhere: a chip, a title, and why today.
func (s *Today) door(chip string, kind widgets.ChipKind, title, line string, open func()) fyne.CanvasObject {
	row := widgets.HGap(14, widgets.NewChip(chip, kind), widgets.Fill(widgets.NewText(title, widgets.Body)), widgets.NewText(line, widgets.Small))
	return newDoorButton(widgets.Pad(6, 0, 6, 0, row), title+". "+line, open)
}
