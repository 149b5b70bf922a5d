package journal

import (
	"context"
	"slices"
)

// carriedWeeks is after how long the one who wrote alone is told so, and on how
// many days at least they wrote.
const (
	carriedDays  = 21
	carriedWrote = 2
)

// rowCarried is kept once its owner has read that they are carrying it alone.
const rowCarried = "carried"

// Carrying reports whether the holder, alone, has been carrying the work: for
// three weeks nothing in the ledger is the other's, and the holder wrote on two
// days or more. It looks at what is shared and at the holder's own writing only:
// what the other writes for themselves stays theirs to show. It is true until
// Carried was called, and again only after the other has taken part anew.
func (j *Journal) Carrying() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil || j.here[p.Other().index()] != nil {
		return false
	}
	last, today := j.fold.lastOf(p.Other()), DayOf(j.opt.Now())
	if last.Until(today) < carriedDays {
		return false
	}
	if r, _ := j.ownRow(p, rowCarried); r.Day > last {
		return false
	}
	return j.wroteSince(p, last) >= carriedWrote
}

// Carried keeps, sealed to the holder, that they have read it.
func (j *Journal) Carried(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	return j.saveOwn(ctx, p, privateRow{Kind: rowCarried, Day: DayOf(j.opt.Now())})
}

// lastOf gives the day on which p last had a part in anything, or that on which
// the journal began.
func (f *fold) lastOf(p Partner) Day {
	for _, m := range slices.Backward(f.state.Moments) {
		if m.By == p || m.By == Nobody {
			return DayOf(m.At)
		}
	}
	return DayOf(f.state.Began)
}

// wroteSince counts the days after a day on which p added something or wrote.
func (j *Journal) wroteSince(p Partner, since Day) int {
	days := map[Day]bool{}
	for _, m := range slices.Backward(j.fold.state.Moments) {
		if m.By == p && m.Kind != KindLapsed {
			days[DayOf(m.At)] = true
		}
	}
	for _, r := range j.here[p.index()].rows {
		if r.Kind == rowDraft {
			days[r.Day] = true
		}
	}
	n := 0
	for day := range days {
		if day > since {
			n++
		}
	}
	return n
}
