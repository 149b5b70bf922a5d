package screens

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// CheckInOpened shows the check-ins that both opened at one moment, side by side,
// with the seam between.
type CheckInOpened struct {
	moving

	OnBack   func()
	OnStrike func() // both may strike it out

	state  journal.State
	opened journal.OpenedCheckIns
	now    time.Time
	words  *reading // both columns; the keyboard can scroll them
}

// NewCheckInOpened makes the page. Set the callbacks, then call Reload.
func NewCheckInOpened(state journal.State, opened journal.OpenedCheckIns, now time.Time) *CheckInOpened {
	s := &CheckInOpened{state: state, opened: opened, now: now}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload lays the page out for the callbacks that are set.
func (s *CheckInOpened) Reload() {
	var buttons []fyne.CanvasObject
	if s.OnStrike != nil && !s.opened.Struck {
		buttons = append(buttons, widgets.NewButton(lang.L("Strike out…"), widgets.Quiet, s.OnStrike))
	}
	back := widgets.NewButton(lang.L("Back to the check-ins"), widgets.Plain, func() { tellIf(s.OnBack) })
	buttons = append(buttons, back)
	head := widgets.Pad(0, leaveRoom()+30, 0, 0, widgets.Wrap(14, widgets.NewLine(lang.L("Check-ins")+" ›", widgets.Small),
		widgets.NewText(lang.L("Both of you"), widgets.SmallBold), widgets.NewChip(openedAt(s.opened.At, s.now), widgets.ChipGold)))
	calm := widgets.NewText(lang.L("Read both, slowly. You don’t have to answer tonight."), widgets.Muted)
	s.words = newReading(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, widgets.VGap(14, calm, widgets.Fill(s.card()))))
	words := widgets.Pad(-frameEdge, -frameBar, -frameEdge, -frameEdge, s.words)
	s.show(widgets.Pad(34, 44, 34, 44, widgets.VGap(18, head, widgets.Fill(words), newToolBar(nil, buttons))), s.words)
}

// card holds both columns and the seam.
func (s *CheckInOpened) card() fyne.CanvasObject {
	if s.opened.Struck {
		return widgets.NewCard(widgets.NewText(lang.L("Struck out by both of you. The words are gone for good; this place stays."), widgets.Muted))
	}
	sides := newTwoSides()
	for side := range 2 {
		name := callName(s.state, sideOwner(side))
		sides.add(side, widgets.HGap(14, widgets.NewAvatar(name, sideOf(sideOwner(side)), 30), widgets.Fill(widgets.NewText(name, widgets.Heading))))
	}
	for i := range max(len(s.opened.Of[0]), len(s.opened.Of[1])) {
		s.addCheckIns(sides, i)
	}
	box := widgets.NewCard(sides)
	box.Padding = -1
	return box
}

// addCheckIns puts the check-ins of one place in the order level to each other.
func (s *CheckInOpened) addCheckIns(sides *twoSides, i int) {
	var pair [2]*journal.CheckIn
	for side, list := range s.opened.Of {
		if i < len(list) {
			pair[side] = &list[i]
		}
	}
	questions := questionsOf(pair)
	for side, c := range pair {
		sides.add(side, s.dayCell(c))
		for _, id := range questions {
			sides.add(side, askedCell(c, id))
		}
		sides.add(side, wordsCell(c))
		sides.add(side, s.keptCell(c, side))
	}
}

// questionsOf are the ids that either was asked, in order.
func questionsOf(pair [2]*journal.CheckIn) []string {
	var all []string
	for _, c := range pair {
		if c == nil {
			continue
		}
		for _, a := range c.Asked {
			if !slices.Contains(all, a.ID) {
				all = append(all, a.ID)
			}
		}
	}
	return all
}

// dayCell says which days it is about, or that its owner rested.
func (s *CheckInOpened) dayCell(c *journal.CheckIn) fyne.CanvasObject {
	if c == nil {
		return widgets.VGap(0)
	}
	day := map[string]any{"Day": longDay(c.Day, journal.DayOf(s.now))}
	text := lang.L("{{.Day}}, about the seven days before", day)
	if c.Since {
		text = lang.L("{{.Day}}, about the time since you last sat", day)
	}
	if !c.Rested {
		return widgets.NewText(text, widgets.Small)
	}
	return widgets.VGap(4, widgets.NewText(longDay(c.Day, journal.DayOf(s.now)), widgets.Small), widgets.NewText(lang.L("Not this week"), widgets.Said))
}

// askedCell is one question with its answer.
func askedCell(c *journal.CheckIn, id string) fyne.CanvasObject {
	if c == nil {
		return widgets.VGap(0)
	}
	at := slices.IndexFunc(c.Asked, func(a journal.Asked) bool { return a.ID == id })
	if at < 0 {
		return widgets.VGap(0)
	}
	a := c.Asked[at]
	answer := widgets.NewLine(lang.L("left open"), widgets.Small)
	if a.Value != nil {
		answer = widgets.NewLine(lang.L("{{.Value}} of 10", map[string]any{"Value": *a.Value}), widgets.BodyBold)
	}
	return widgets.HGap(12, widgets.Fill(widgets.NewText(a.Text, widgets.Body)), answer)
}

// wordsCell is what helped and what hurt.
func wordsCell(c *journal.CheckIn) fyne.CanvasObject {
	if c == nil || c.Words == "" {
		return widgets.VGap(0)
	}
	return widgets.NewText(c.Words, widgets.Said)
}

// keptCell is how what the other promised was kept.
func (s *CheckInOpened) keptCell(c *journal.CheckIn, side int) fyne.CanvasObject {
	if c == nil || len(c.Kept) == 0 {
		return widgets.VGap(0)
	}
	box := widgets.VGap(4, widgets.NewText(lang.L("What {{.Name}} promised", named(callName(s.state, sideOwner(side).Other()))), widgets.Small))
	for _, k := range c.Kept {
		title := lang.L("Struck out by both of you")
		if a, ok := s.state.Agreement(k.Agreement); ok && !a.Struck {
			title = a.Title()
		}
		text, kind := countedWords(k)
		box.Add(widgets.Wrap(10, widgets.NewText(title, widgets.Body), widgets.NewChip(text, kind)))
	}
	return box
}

// countedWords says how something was kept.
func countedWords(k journal.Counted) (string, widgets.ChipKind) {
	switch {
	case k.Of == 0:
		return lang.L("didn't come up"), widgets.ChipOutline
	case k.Of == 1 && k.Kept == 1:
		return lang.L("kept"), widgets.ChipSage
	case k.Of == 1:
		return lang.L("not kept"), widgets.ChipOutline
	case k.Kept == 0:
		return lang.L("kept on {{.Kept}} of {{.Days}} days", map[string]any{"Kept": k.Kept, "Days": k.Of}), widgets.ChipOutline
	default:
		return lang.L("kept on {{.Kept}} of {{.Days}} days", map[string]any{"Kept": k.Kept, "Days": k.Of}), widgets.ChipSage
	}
}
