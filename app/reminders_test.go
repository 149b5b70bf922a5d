package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
)

// reminding gives reminders that write down what they send.
func reminding(on bool) (*reminders, *[]string) {
	var said []string
	return &reminders{
		wanted: func() bool { return on }, due: "2026-11-24",
		notify: func(title, text string) { said = append(said, title+": "+text) },
	}, &said
}

func noon(day journal.Day) time.Time { return day.Time().Add(12 * time.Hour) }

func TestRemindersAreOffAtFirst(t *testing.T) {
	p := &preferences{store: test.NewTempApp(t).Preferences()}
	if p.Remind() {
		t.Error("reminders are on without being asked for")
	}
	r, said := reminding(p.Remind())
	r.look(noon("2026-11-24"), time.Time{}, true)
	if len(*said) > 0 {
		t.Errorf("switched off, it said %q", *said)
	}
}

func TestReminderComesOnce(t *testing.T) {
	r, said := reminding(true)
	for _, at := range []time.Time{
		noon("2026-11-23"), noon("2026-11-24").Add(-4 * time.Hour), noon("2026-11-24"), noon("2026-11-24").Add(time.Hour), noon("2026-11-25"),
	} {
		r.look(at, time.Time{}, true)
	}
	if strings.Join(*said, "; ") != "Goldseam: Something is waiting" {
		t.Errorf("it said %q", *said)
	}
}

// TestReminderOfADayThatIsPast: a laptop that slept reminds when it wakes.
func TestReminderOfADayThatIsPast(t *testing.T) {
	r, said := reminding(true)
	r.look(noon("2026-12-02"), time.Time{}, true)
	if len(*said) != 1 {
		t.Errorf("it said %q", *said)
	}
}

func TestNoReminderWhileSomeoneWorks(t *testing.T) {
	r, said := reminding(true)
	at := noon("2026-11-24")
	r.look(at, at.Add(-time.Hour), false)  // unlocked and in front: reading
	r.look(at, at.Add(-time.Minute), true) // locked a minute ago
	if len(*said) > 0 {
		t.Errorf("it said %q", *said)
	}
	r.away = true
	r.look(at, at.Add(-time.Hour), false)
	if len(*said) != 1 {
		t.Error("in the background it should remind")
	}
}

// TestReminderWhenTheClockGoesBack: one a day is one a day.
func TestReminderWhenTheClockGoesBack(t *testing.T) {
	r, said := reminding(true)
	r.look(noon("2026-11-24"), time.Time{}, true)
	for _, day := range []journal.Day{"2026-11-24", "2026-11-20", "2026-11-24"} {
		r.due = "2026-11-19"
		r.look(noon(day).Add(time.Minute), time.Time{}, true)
	}
	if len(*said) != 1 {
		t.Errorf("it said %q", *said)
	}
	r.look(noon("2026-11-25"), time.Time{}, true)
	if len(*said) != 2 {
		t.Error("the next day it may remind again")
	}
}

func TestNextDue(t *testing.T) {
	dates := []journal.Date{{Day: "2026-11-29"}, {Day: "2026-11-22"}}
	for _, test := range []struct{ checkIn, want journal.Day }{
		{"2026-11-24", "2026-11-22"}, {"2026-11-20", "2026-11-20"}, {"", "2026-11-22"},
	} {
		if got := nextDue(dates, test.checkIn); got != test.want {
			t.Errorf("with %q it is %q, want %q", test.checkIn, got, test.want)
		}
	}
	if got := nextDue(nil, ""); got != "" {
		t.Errorf("of nothing it is %q", got)
	}
}

// TestReminderAfterTheLock: the lock keeps a day and no word of the couple, and
// what is said holds none either.
func TestReminderAfterTheLock(t *testing.T) {
	p := newTestProgram(t, journal.Second, journal.First)
	state := p.journal.State()
	p.prefs.SetRemind(true)
	var said []string
	p.reminders.notify = func(title, text string) { said = append(said, title, text) }
	p.lock()
	due := p.reminders.due
	if !due.Valid() {
		t.Fatalf("the lock kept %q", due)
	}
	p.reminders.look(noon(max(due, journal.DayOf(now()))).Add(time.Hour), time.Time{}, !p.unlocked())
	if len(said) != 2 {
		t.Fatalf("it said %q", said)
	}
	for _, word := range []string{state.People[0].Name, state.People[1].Name, state.Agreements[0].Title(), string(due)} {
		if strings.Contains(strings.Join(said, " "), word) {
			t.Errorf("a reminder says %q", word)
		}
	}
}
