package summary

import (
	"fmt"
	"strings"

	"goldseam.app/data/journal"
)

// Words gives the sentence for an English key in the reader's language. Where
// the key holds {{.Name}} or the like, data has the value for it.
type Words func(key string, data map[string]any) string

// English is Words for a reader of English: the key itself, filled in.
func English(key string, data map[string]any) string {
	if len(data) == 0 {
		return key
	}
	pairs := make([]string, 0, 2*len(data))
	for name, value := range data {
		pairs = append(pairs, "{{."+name+"}}", fmt.Sprint(value))
	}
	return strings.NewReplacer(pairs...).Replace(key)
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
}

// stepsClosed is what the path says, by how many of the seven steps are closed.
var stepsClosed = [...]string{
	"No step closed yet.", "One of seven steps closed.", "Two of seven steps closed.",
	"Three of seven steps closed.", "Four of seven steps closed.", "Five of seven steps closed.",
	"Six of seven steps closed.", "All seven steps closed.",
}

// say looks a key up without data.
func (w Words) say(key string) string { return w(key, nil) }

// name looks up a key that holds a name.
func (w Words) name(key, name string) string { return w(key, map[string]any{"Name": name}) }

// date writes a day as "22 November 2026", or nothing for no date.
func (w Words) date(d journal.Day) string {
	if !d.Valid() {
		return ""
	}
	t := d.Time()
	return w("{{.Day}} {{.Month}} {{.Year}}", map[string]any{
		"Day": t.Day(), "Month": w.say(months[t.Month()-1]), "Year": t.Year(),
	})
}

// shortDate leaves the year out when it is that of today.
func (w Words) shortDate(d, today journal.Day) string {
	if !d.Valid() || !today.Valid() || d.Time().Year() != today.Time().Year() {
		return w.date(d)
	}
	t := d.Time()
	return w("{{.Day}} {{.Month}}", map[string]any{
		"Day": t.Day(), "Month": w.say(months[t.Month()-1]),
	})
}

// span writes the time from one day to another; either may be missing.
func (w Words) span(from, to journal.Day) string {
	switch {
	case from.Valid() && to.Valid() && from.Time().Year() == to.Time().Year():
		return w("{{.From}} – {{.To}}", map[string]any{"From": w.shortDate(from, to), "To": w.date(to)})
	case from.Valid() && to.Valid():
		return w("{{.From}} – {{.To}}", map[string]any{"From": w.date(from), "To": w.date(to)})
	case from.Valid():
		return w("Since {{.From}}", map[string]any{"From": w.date(from)})
	default:
		return w.date(to)
	}
}
