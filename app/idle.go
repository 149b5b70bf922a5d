package app

import "time"

// idleLook is how often the program looks whether it is left alone, and so how
// long words can be seen after the laptop woke.
const idleLook = 2 * time.Second

// idleSince gives how long nobody has touched the laptop, and how much of that it
// slept: Go measures time by a clock that stands still meanwhile, the one on the
// wall goes on. A clock that was set ahead looks like sleep; one that was set
// back takes nothing away.
func idleSince(at, last time.Time) (idle, slept time.Duration) {
	awake := at.Sub(last)
	idle = max(awake, at.Round(0).Sub(last.Round(0))) // Round takes Go's own measure out
	return idle, idle - awake
}

// noteInput notes a key or the mouse. The first after a long sleep may come before
// lookIdle does: it locks, and does not count as going on.
func (p *program) noteInput() {
	at := now()
	if p.overdue(at) {
		p.lock()
	}
	p.lastInput = at
}

// overdue reports whether the minutes that the preferences say are over. While
// turns run only sleep counts: the one who listens touches nothing.
func (p *program) overdue(at time.Time) bool {
	idle, slept := idleSince(at, p.lastInput)
	if p.turning {
		idle = slept
	}
	return p.unlocked() && idle >= time.Duration(p.prefs.LockAfter())*time.Minute
}

// lookIdle locks when it is time, and says when something is due.
func (p *program) lookIdle() {
	at := now()
	if p.overdue(at) {
		p.lock()
	}
	p.reminders.look(at, p.lastInput, !p.unlocked())
	p.tasks.after(idleLook, p.lookIdle)
}
