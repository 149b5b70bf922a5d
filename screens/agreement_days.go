package screens

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

// typedDay reads a day as partners type it: 2026-11-29, 29.11.2026, 29.11. (the
// next such day) or nothing. What it can't read it gives back as it stands, so
// that the journal's own check names the field.
func typedDay(text string, today journal.Day) journal.Day {
	text = strings.TrimSpace(text)
	pieces := strings.Split(strings.TrimSuffix(text, "."), ".")
	if len(pieces) < 2 || len(pieces) > 3 {
		return journal.Day(text)
	}
	year := today.Time().Year()
	numbers := make([]int, len(pieces))
	for i, piece := range pieces {
		n, err := strconv.Atoi(strings.TrimSpace(piece))
		if err != nil {
			return journal.Day(text)
		}
		numbers[i] = n
	}
	if len(numbers) == 3 {
		return civilDay(numbers[2], numbers[1], numbers[0], text)
	}
	if day := civilDay(year, numbers[1], numbers[0], text); day >= today {
		return day
	}
	return civilDay(year+1, numbers[1], numbers[0], text)
}

// civilDay gives the day, or text as it stands when there is no such day.
func civilDay(year, month, day int, text string) journal.Day {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return journal.Day(text)
	}
	return journal.DayOf(t)
}

// monthName is the month in the language of the window.
func monthName(m time.Month) string { return lang.L(m.String()) }

// shortDay says a day as "13 Nov", with the year when it isn't this one.
func shortDay(d, today journal.Day) string {
	return dayWith(d, today, firstRunes(monthName(d.Time().Month()), 3))
}

// longDay says a day as "25 November", with the year when it isn't this one.
func longDay(d, today journal.Day) string {
	return dayWith(d, today, monthName(d.Time().Month()))
}

func dayWith(d, today journal.Day, month string) string {
	if !d.Valid() {
		return ""
	}
	t := d.Time()
	data := map[string]any{"Day": t.Day(), "Month": month, "Year": t.Year()}
	if t.Year() == today.Time().Year() {
		return lang.L("{{.Day}} {{.Month}}", data)
	}
	return lang.L("{{.Day}} {{.Month}} {{.Year}}", data)
}

// nearDay says a day of the coming week by its name, others as longDay does.
func nearDay(d, today journal.Day) string {
	switch n := today.Until(d); {
	case n == 0:
		return lang.L("today")
	case n == 1:
		return lang.L("tomorrow")
	case n > 1 && n < 7:
		return lang.L(d.Time().Weekday().String())
	default:
		return longDay(d, today)
	}
}

func firstRunes(s string, n int) string {
	runes := []rune(s)
	return string(runes[:min(n, len(runes))])
}
