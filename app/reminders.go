package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

const (
	// remindQuiet is how long nobody has touched the laptop before a reminder.
	remindQuiet = 10 * time.Minute
	// remindFrom is the hour of the day before which nobody is reminded.
	remindFrom = 9
)

// reminders say that something is waiting, on a day when something is due, while
// nobody works in the window. They keep one day, in memory only: no words, and
// nothing of it is written down.
type reminders struct {
	wanted func() bool // the couple's wish, off at first
	notify func(title, text string)

	due  journal.Day // the next day on which something is due; empty for none
	sent journal.Day // of the last reminder
	away bool        // another window is in front
}

// remember keeps the next day on which something is due for whoever is present.
// Where the work comes to its end, nothing is.
func (r *reminders) remember(j *journal.Journal) {
	if _, ending := j.State().Ending(); ending {
		r.due = ""
		return
	}
	r.due = nextDue(j.State().Dates(j.Today()), j.CheckIns().Due)
}

// nextDue gives the earliest of the days, also one that is past.
func nextDue(dates []journal.Date, checkIn journal.Day) journal.Day {
	due := checkIn
	for _, d := range dates {
		if due == "" || d.Day < due {
			due = d.Day
		}
	}
	return due
}

// look sends a reminder if it is time: at most one a day, also when the clock is
// set back, and one for each day that was remembered.
func (r *reminders) look(at, lastInput time.Time, locked bool) {
	today := journal.DayOf(at)
	idle, _ := idleSince(at, lastInput)
	switch {
	case !r.wanted(), r.due == "", today < r.due, today <= r.sent:
		return
	case !locked && !r.away, idle < remindQuiet, at.Hour() < remindFrom:
		return
	}
	r.sent, r.due = today, ""
	r.notify("Goldseam", lang.L("Something is waiting"))
}

// newReminders makes the program's reminders, and notices when another window is
// in front.
func (p *program) newReminders() *reminders {
	r := &reminders{wanted: p.prefs.Remind, notify: func(title, text string) {
		p.app.SendNotification(fyne.NewNotification(title, text))
	}}
	p.app.Lifecycle().SetOnEnteredForeground(func() { r.away = false })
	p.app.Lifecycle().SetOnExitedForeground(func() {
		r.away = true
		if p.unlocked() {
			r.remember(p.journal)
		}
	})
	return r
}
