package screens

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

const (
	tableMost = 60  // so many rows a table shows
	tableHigh = 220 // at a text size of 100 %; it scrolls
)

// checkInRow is one line of a table: a day, and what each answered.
type checkInRow struct {
	day journal.Day
	of  [2]string
}

// checkInRows are the answers of both by their day, newest first.
func checkInRows(answers [2][]journal.Answer) []checkInRow {
	var rows []checkInRow
	for side, list := range answers {
		for _, a := range list {
			said := lang.L("left open")
			if a.Answered {
				said = strconv.Itoa(a.Value)
			}
			at := slices.IndexFunc(rows, func(r checkInRow) bool { return r.day == a.Day && r.of[side] == "" })
			if at < 0 {
				rows = append(rows, checkInRow{day: a.Day})
				at = len(rows) - 1
			}
			rows[at].of[side] = said
		}
	}
	slices.SortStableFunc(rows, func(a, b checkInRow) int { return cmp.Compare(b.day, a.day) })
	return rows
}

// newTable is what the chart shows, in rows. The keyboard scrolls it.
func (c *checkInChart) newTable() fyne.CanvasObject {
	rows := checkInRows(c.shown)
	table := widgets.VGap(4, tableRow("", c.screen.name(journal.First), c.screen.name(journal.Second), widgets.SmallBold))
	for _, r := range rows[:min(len(rows), tableMost)] {
		table.Add(widgets.NewRule())
		table.Add(tableRow(longDay(r.day, c.screen.today()), orDash(r.of[0]), orDash(r.of[1]), widgets.Small))
	}
	if more := len(rows) - tableMost; more > 0 {
		table.Add(widgets.NewRule())
		table.Add(widgets.NewText(lang.L("And {{.Number}} more before that.", map[string]any{"Number": more}), widgets.Small))
	}
	text := newReading(scrolled(table))
	return container.New(fixedHeight(tableHigh*textGrown()), text)
}

// orDash stands for no check-in on that day.
func orDash(said string) string {
	if said == "" {
		return "–"
	}
	return said
}

func tableRow(day, first, second string, style widgets.Style) fyne.CanvasObject {
	return widgets.StackBelow(0, 12, []float32{2, 1, 1},
		widgets.NewText(day, style), widgets.NewText(first, style), widgets.NewText(second, style))
}

// fixedHeight gives an object a height of its own, whatever it likes.
type fixedHeight float32

// MinSize is that height.
func (h fixedHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(h))
}

// Layout gives the object all the room.
func (h fixedHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
