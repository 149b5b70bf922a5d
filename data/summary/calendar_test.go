package summary

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"goldseam.app/data/journal"
)

func calendarState() journal.State {
	s := sampleState()
	s.Moments = []journal.Moment{{Event: "5f2c"}}
	s.Sittings = []journal.Closing{{Next: "2026-11-29", When: "20:00"}}
	return s
}

// parsed reads a calendar back, and looks at its lines.
func parsed(t *testing.T, data []byte) *ics.Calendar {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return cal
}

func valueOf(e *ics.VEvent, p ics.ComponentProperty) string {
	if prop := e.GetProperty(p); prop != nil {
		return prop.Value
	}
	return ""
}

func TestCalendarHasTheDaysAhead(t *testing.T) {
	cal := parsed(t, Calendar(calendarState(), "2026-11-24", true, at(today), nil))
	var got []string
	for _, e := range cal.Events() {
		got = append(got, strings.TrimSpace(valueOf(e, ics.ComponentPropertyDtStart)+" "+valueOf(e, ics.ComponentPropertySummary)+" "+valueOf(e, ics.ComponentPropertyRrule)))
		if valueOf(e, ics.ComponentPropertyDtstamp) != "20261122T201500Z" || strings.Contains(e.Id(), "@") {
			t.Errorf("stamped %q, id %q", valueOf(e, ics.ComponentPropertyDtstamp), e.Id())
		}
	}
	want := []string{
		"20261125 Temporary access ends: Shared calendar for evenings out",
		"20261129T200000 Sitting together",
		"20261201 To look at again: A message as soon as plans change",
		"20261124 Check-in FREQ=WEEKLY",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestCalendarIsNeutral(t *testing.T) {
	s := calendarState()
	data := string(Calendar(s, "2026-11-24", false, at(today), English))
	words := "Noor Eli Goldseam goldseam partner sitting check-in access agreement review golang"
	for _, a := range s.Agreements {
		words += " " + a.Title() + " " + a.Latest().Terms.Text
	}
	for word := range strings.FieldsSeq(words) {
		if len(word) > 2 && word != "calendar" && strings.Contains(strings.ToLower(data), strings.ToLower(word)) {
			t.Errorf("the calendar holds %q", word)
		}
	}
	if got := strings.Count(data, "SUMMARY:A reminder\r\n"); got != 4 {
		t.Errorf("%d neutral names in %s", got, data)
	}
	if strings.Contains(data, "DESCRIPTION") || !strings.HasSuffix(data, "END:VCALENDAR\r\n") {
		t.Errorf("got %s", data)
	}
	lines := CalendarLines(s, "2026-11-24", false, at(today), nil)
	if got := strings.Join(lines, "; "); got != "25 November: A reminder; 29 November, 20:00: A reminder; 1 December: A reminder; From 24 November, each week: A reminder" {
		t.Errorf("in words: %q", got)
	}
}

// TestCalendarKeepsItsIDs: exporting again changes nothing, and what the ids are
// made of can't be guessed without the journal.
func TestCalendarKeepsItsIDs(t *testing.T) {
	ids := func(s journal.State, titles bool, checkIn journal.Day) (all []string) {
		for _, e := range events(s, checkIn, titles, at(today), English) {
			all = append(all, e.id)
		}
		return all
	}
	first, again := ids(calendarState(), false, "2026-11-24"), ids(calendarState(), true, "2026-12-02")
	other := calendarState()
	other.Moments[0].Event = "5f2d"
	seen := map[string]bool{}
	for i, id := range first {
		if id != again[i] || id == ids(other, false, "2026-11-24")[i] || seen[id] {
			t.Errorf("entry %d has the id %q", i, id)
		}
		seen[id] = true
	}
}

func TestCalendarOfHostileTitles(t *testing.T) {
	for _, title := range []string{
		"Line\r\nEND:VEVENT\r\nBEGIN:VEVENT", "one; two, three: \\n four\\", "🙂👩🏽‍🚒 " + strings.Repeat("é", 80),
		strings.Repeat("long ", 2000), strings.Repeat("x", 10000), "nul\x00 \xff \u2028 end",
	} {
		s := calendarState()
		s.Agreements[0].Versions[1].Terms.Title = title
		cal := parsed(t, Calendar(s, "", true, at(today), nil))
		if len(cal.Events()) != 3 {
			t.Fatalf("%.20q makes %d entries", title, len(cal.Events()))
		}
		want := "To look at again: " + cleanLine(title)
		if got := valueOf(cal.Events()[2], ics.ComponentPropertySummary); got != want {
			t.Errorf("%.40q reads %.80q", title, got)
		}
	}
}

func TestClockOf(t *testing.T) {
	for in, want := range map[string]string{
		"20:00": "200000", " 8.30 ": "083000", "8 pm": "200000", "7:15 p.m.": "", "7:15 pm": "191500",
		"after dinner": "", "": "", "25:00": "",
	} {
		if got := clockOf(in); got != want {
			t.Errorf("clockOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCalendarWithoutDays(t *testing.T) {
	data := Calendar(journal.State{}, "", false, time.Unix(0, 0), nil)
	if cal := parsed(t, data); len(cal.Events()) != 0 {
		t.Errorf("got %s", data)
	}
}
