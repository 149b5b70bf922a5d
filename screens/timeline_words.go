package screens

import (
	"math"
	"time"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

// quietDays is how long nothing may happen before the timeline says so.
const quietDays = 21

// momentSort is all that momentKind looks at.
type momentSort struct {
	kind    journal.EventKind
	thing   journal.ThingKind
	version int
}

// timelineWords keeps what was said before: rows come and go while scrolling,
// and say the same again.
type timelineWords struct {
	today  journal.Day
	days   map[journal.Day]string // what days are called today
	kinds  map[momentSort]string  // what moments are called
	months map[int]string         // year × 12 + month
	quiet  map[int]string         // days in which nothing was
}

func newTimelineWords(today journal.Day) *timelineWords {
	return &timelineWords{
		today: today, days: map[journal.Day]string{}, kinds: map[momentSort]string{},
		months: map[int]string{}, quiet: map[int]string{},
	}
}

// kept gives the words for a key, said once.
func kept[K comparable](words map[K]string, key K, say func() string) string {
	text, known := words[key]
	if !known {
		text = say()
		words[key] = text
	}
	return text
}

// line says the day of a moment and what happened.
func (w *timelineWords) line(s journal.State, m journal.Moment) string {
	date := journal.DayOf(m.At)
	day := kept(w.days, date, func() string { return shortDay(date, w.today) })
	kind := ""
	switch m.Kind { // what these came to is not in the moment alone
	case journal.KindSlip:
		if slip, ok := s.Slip(m.Event); ok {
			kind = slipLine(slip, w.today)
		}
	case journal.KindRepair:
		kind = repairLine(m)
	}
	if kind == "" {
		kind = kept(w.kinds, momentSort{m.Kind, m.Thing.Kind, m.Version}, func() string { return momentKind(m) })
	}
	return day + " · " + kind
}

// month names the month of a moment, as "November 2026".
func (w *timelineWords) month(at time.Time) string {
	return kept(w.months, monthOf(at), func() string {
		return lang.L("{{.Month}} {{.Year}}", map[string]any{"Month": monthName(at.Month()), "Year": at.Year()})
	})
}

// later says how long after the moment before a moment was, or nothing where
// that was soon.
func (w *timelineWords) later(before, at time.Time) string {
	days := int(math.Floor(dayTime(at)) - math.Floor(dayTime(before)))
	if days <= quietDays {
		return ""
	}
	return kept(w.quiet, days, func() string { return laterText(days) })
}

func monthOf(at time.Time) int { return 12*at.Year() + int(at.Month()) }

// laterText says a long time in words: in weeks, after a season in months, after
// a year in years.
func laterText(days int) string {
	weeks, months, years := days/7, (days*12+182)/365, days/365
	switch {
	case weeks <= 12:
		return lang.L("{{.Count}} weeks later", map[string]any{"Count": numberText(weeks)})
	case years < 1:
		return lang.L("{{.Count}} months later", map[string]any{"Count": numberText(months)})
	case years == 1:
		return lang.L("more than a year later")
	default:
		return lang.L("more than {{.Count}} years later", map[string]any{"Count": numberText(years)})
	}
}

// numberText writes a number from two to twelve as a word; others are as many as
// can't be told apart any more.
func numberText(n int) string {
	words := [...]string{
		lang.L("two"), lang.L("three"), lang.L("four"), lang.L("five"), lang.L("six"), lang.L("seven"),
		lang.L("eight"), lang.L("nine"), lang.L("ten"), lang.L("eleven"), lang.L("twelve"),
	}
	return words[min(max(n-2, 0), len(words)-1)]
}

// dayTime is a moment as days since a fixed day, in the zone it was made in.
func dayTime(at time.Time) float64 {
	_, east := at.Zone()
	return float64(at.Unix()+int64(east)) / (24 * 60 * 60)
}

// dayNumber is a day as dayTime counts them.
func dayNumber(d journal.Day) int { return int(d.Time().Unix() / (24 * 60 * 60)) }

// numberedDay is the day of a number.
func numberedDay(n int) journal.Day {
	return journal.DayOf(time.Unix(int64(n)*24*60*60, 0).UTC())
}
