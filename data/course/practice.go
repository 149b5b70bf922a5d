package course

import "time"

// Practice says how far the practice of a part has come on one day.
type Practice struct {
	Begun  bool
	Paused bool
	Day    int // from 1
	Of     int // how many days it runs
	Over   bool
}

// PracticeOn counts the days of a practice up to today, a civil date such as
// "2026-11-22". Days on which it is paused don't count. A clock that was set
// back leaves it on its first day.
func (p Part) PracticeOn(a Answer, today string) Practice {
	state := Practice{Of: p.Days, Begun: a.Begun != "", Paused: a.Paused != ""}
	if !state.Begun {
		return state
	}
	until := today
	if state.Paused {
		until = a.Paused
	}
	gone := max(0, daysBetween(a.Begun, until)-a.Rested)
	state.Over = a.Ended || gone >= p.Days
	state.Day = min(gone+1, p.Days)
	return state
}

// PauseOn lets a running practice rest from today on.
func (a Answer) PauseOn(today string) Answer {
	a.Paused = today
	return a
}

// ResumeOn goes on with a practice that rested.
func (a Answer) ResumeOn(today string) Answer {
	a.Rested += max(0, daysBetween(a.Paused, today))
	a.Paused = ""
	return a
}

// daysBetween counts nights from one civil date to another; 0 when one of them
// can't be read.
func daysBetween(from, to string) int {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
