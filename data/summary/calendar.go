package summary

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"goldseam.app/data/journal"
)

// event is one entry of the calendar.
type event struct {
	id     string
	day    journal.Day
	clock  string // as 150405, or empty for the whole day
	weekly bool
	name   string
}

// Calendar writes the days ahead as a calendar file (RFC 5545): the next sitting,
// reviews, ends of temporary access, and from checkIn on, unless it is empty, the
// weekly check-in. Without titles every entry has the same neutral name, so that
// whoever sees the calendar learns nothing. The same entry keeps its id from one
// export to the next. With a nil w it is in English.
func Calendar(s journal.State, checkIn journal.Day, titles bool, now time.Time, w Words) []byte {
	cal := &ics.Calendar{}
	cal.SetVersion("2.0")
	cal.SetProductId("-//Calendar//EN")
	for _, e := range events(s, checkIn, titles, now, w) {
		v := cal.AddEvent(e.id)
		v.SetDtStampTime(now)
		v.SetSummary(e.name)
		v.SetClass(ics.ClassificationPrivate)
		v.SetTimeTransparency(ics.TransparencyTransparent)
		if e.clock == "" {
			v.SetAllDayStartAt(e.day.Time())
		} else { // without a zone: the couple's clock, wherever they are
			v.SetProperty(ics.ComponentPropertyDtStart, e.day.Time().Format("20060102")+"T"+e.clock)
		}
		if e.weekly {
			v.AddRrule("FREQ=WEEKLY")
		}
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

// CalendarLines says in words what Calendar writes, one line for each entry.
func CalendarLines(s journal.State, checkIn journal.Day, titles bool, now time.Time, w Words) []string {
	if w == nil {
		w = English
	}
	today := journal.DayOf(now)
	var lines []string
	for _, e := range events(s, checkIn, titles, now, w) {
		data := map[string]any{"Date": w.shortDate(e.day, today), "Name": e.name}
		key := "{{.Date}}: {{.Name}}"
		switch {
		case e.weekly:
			key = "From {{.Date}}, each week: {{.Name}}"
		case e.clock != "":
			key, data["Time"] = "{{.Date}}, {{.Time}}: {{.Name}}", e.clock[:2]+":"+e.clock[2:4]
		}
		lines = append(lines, w(key, data))
	}
	return lines
}

// events lists what lies ahead; what is past helps nobody in a calendar.
func events(s journal.State, checkIn journal.Day, titles bool, now time.Time, w Words) []event {
	if w == nil {
		w = English
	}
	today, salt := journal.DayOf(now), saltOf(s)
	var all []event
	for _, d := range s.Dates(today) {
		if d.Day < today {
			continue
		}
		e := event{id: entryID(salt, string(d.Kind), d.Thing.ID, string(d.Day)), day: d.Day, name: w.say("A reminder")}
		if d.Kind == journal.DateSitting {
			e.clock = clockOf(d.When)
		}
		if titles {
			e.name = w.entryName(d)
		}
		all = append(all, e)
	}
	if checkIn.Valid() {
		e := event{id: entryID(salt, "check-in"), day: checkIn, weekly: true, name: w.say("A reminder")}
		if titles {
			e.name = w.say("Check-in")
		}
		all = append(all, e)
	}
	return all
}

// entryName says what a day is for.
func (w Words) entryName(d journal.Date) string {
	key := "To look at again: {{.Title}}"
	switch d.Kind {
	case journal.DateSitting:
		return w.say("Sitting together")
	case journal.DateEnds:
		key = "Temporary access ends: {{.Title}}"
	}
	return w(key, map[string]any{"Title": cleanLine(d.Title)})
}

// saltOf gives something that only those who can read the journal know, and that
// stays: the id of the first thing that was recorded.
func saltOf(s journal.State) string {
	if len(s.Moments) == 0 {
		return ""
	}
	return s.Moments[0].Event
}

// entryID gives an id that says nothing about what it is made of.
func entryID(of ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(of, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// clockOf reads a time of day as couples write it, such as 20:00, 8.30 or 8 pm;
// empty when it is no time of a clock.
func clockOf(when string) string {
	when = strings.ToUpper(strings.Join(strings.Fields(when), ""))
	for _, layout := range []string{"15:04", "15.04", "3:04PM", "3.04PM", "3PM"} {
		if t, err := time.Parse(layout, when); err == nil {
			return t.Format("150405")
		}
	}
	return ""
}
