package journal

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata" // the zones, wherever the tests run
)

// berlin gives a time there.
func berlin(t testing.TB, year int, month time.Month, day, hour, minute int) time.Time {
	t.Helper()
	return time.Date(year, month, day, hour, minute, 0, 0, zone(t, "Europe/Berlin"))
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	must(t, err)
	return z
}

// wantOrder: the ledger counts on, whatever the clock said, and is without fault.
func (c *couple) wantOrder(t *testing.T) {
	t.Helper()
	for i, m := range c.State().Moments {
		if m.Number != int64(i+1) {
			t.Fatalf("moment %d has number %d", i, m.Number)
		}
	}
	want := c.State()
	c.comeAgain(t)
	if found, err := c.Check(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	equalStates(t, c.State(), want)
}

// wantNeverLong: each may answer the next check-in within a week of today.
func (c *couple) wantNeverLong(t *testing.T) {
	t.Helper()
	for _, p := range []Partner{First, Second} {
		c.hold(t, p)
		if stand := c.CheckIns(); stand.Due > c.Today().Add(checkInEvery) || stand.Due < c.Today() && stand.Last == "" || stand.Due <= c.Today() && !stand.May {
			t.Errorf("on %s: %+v", c.Today(), stand)
		}
	}
}

// TestTheClockJumps: back or forth by a year, no lapse is undone, no check-in is
// lost, the order stays, and the next check-in is at most a week away.
func TestTheClockJumps(t *testing.T) {
	ctx := t.Context()
	for name, years := range map[string]int{"back": -1, "forth": 1} {
		t.Run(name, func(t *testing.T) {
			c := newCouple(t)
			phone := c.bothSign(t, accessTerms(c.Today(), 10))
			daily := c.promised(t)
			c.bothCheckIn(t, CheckIn{Words: "One."}, CheckIn{Kept: []Counted{{daily, 2, 3}}})
			c.clock.days(11)
			c.comeAgain(t)
			c.sealed(t, First, CheckIn{Words: "Before the jump."})
			c.clock.t = c.clock.t.AddDate(years, 0, 0)
			c.comeAgain(t)
			c.wantNeverLong(t)
			if c.inForce(t, phone) || countKind(c.State(), KindLapsed) != 1 {
				t.Error("the lapse was undone, or made twice")
			}
			for range 3 {
				c.sealed(t, First, CheckIn{Words: "After the jump."})
				c.sealed(t, Second, CheckIn{Asked: []Asked{trust(level(5))}})
				c.wantNeverLong(t)
				c.clock.days(7)
			}
			o, err := c.OpenCheckIns(ctx)
			must(t, err)
			if len(o.Of[0]) != 4 || len(o.Of[1]) != 3 || !slices.IsSortedFunc(o.Of[0], func(a, b CheckIn) int { return b.Day.Until(a.Day) }) {
				t.Errorf("opened %+v", o)
			}
			c.wantNeverLong(t)
			c.clock.t = c.clock.t.AddDate(-years, 0, 0)
			c.wantNeverLong(t)
			c.bothCheckIn(t, CheckIn{Words: "Back again."}, CheckIn{Rested: true})
			c.wantNeverLong(t)
			if a := c.agreement(t, daily); a.Tally(Second) != (Tally{2, 3}) {
				t.Errorf("kept %+v", a.Kept)
			}
			if n := len(c.State().Answers(Second, "trust")); n != 4 {
				t.Errorf("%d answers, want three and a rest", n)
			}
			c.wantOrder(t)
		})
	}
}

// TestAccessLapsesWhileClosed: also when nobody looked for a year.
func TestAccessLapsesWhileClosed(t *testing.T) {
	c := newCouple(t)
	phone := c.bothSign(t, accessTerms(c.Today(), 10))
	end := c.Today().Add(10)
	must(t, c.Close())
	c.clock.days(365)
	c.reopen(t, Second)
	if a := c.agreement(t, phone); c.inForce(t, phone) || a.Lapsed != end || countKind(c.State(), KindLapsed) != 1 {
		t.Errorf("after a year: %+v", a)
	}
	c.clock.days(-360) // within its days, had it not lapsed
	c.comeAgain(t)
	if c.inForce(t, phone) || len(c.State().Dates(c.Today())) > 0 {
		t.Error("in force again")
	}
	c.wantOrder(t)
}

// TestDaylightSaving: days are civil days, also those of 23 and 25 hours.
func TestDaylightSaving(t *testing.T) {
	for name, night := range map[string]time.Time{
		"spring": berlin(t, 2027, time.March, 28, 1, 30), "autumn": berlin(t, 2026, time.October, 25, 1, 30),
	} {
		t.Run(name, func(t *testing.T) {
			c := newCouple(t)
			day := DayOf(night)
			c.clock.t = night.AddDate(0, 0, -1).Add(21 * time.Hour) // late in the evening before
			if c.Today() != day.Add(-1) {
				t.Fatal(c.Today())
			}
			phone := c.bothSign(t, accessTerms(c.Today(), 3))
			daily := c.promised(t)
			if n := c.Today().Until(c.State().Dates(day)[0].Day); n != 3 {
				t.Errorf("ends in %d days", n)
			}
			c.sealed(t, First, CheckIn{Words: "Before the night."})
			for hour := range 5 { // through the hour that is missing, or comes twice
				c.clock.t = night.Add(time.Duration(hour) * time.Hour)
				if c.Today() != day || !c.inForce(t, phone) {
					t.Errorf("%v: in force %v", c.clock.t, c.inForce(t, phone))
				}
				c.hold(t, Second)
				must(t, c.MarkKept(t.Context(), daily, day, MarkKept))
			}
			c.hold(t, First)
			if stand := c.CheckIns(); stand.Due != day.Add(6) || stand.May {
				t.Errorf("stand %+v", stand)
			}
			c.clock.t = berlin(t, night.Year(), night.Month(), night.Day()+2, 23, 59)
			c.comeAgain(t)
			if !c.inForce(t, phone) || c.Today().Until(c.agreement(t, phone).Latest().Terms.End) != 0 {
				t.Error("not in force on its last day")
			}
			c.clock.t = c.clock.t.Add(time.Minute)
			c.comeAgain(t)
			if c.inForce(t, phone) || c.agreement(t, phone).Lapsed != day.Add(2) {
				t.Error("in force after its last day")
			}
			if a := c.agreement(t, daily); a.Tally(Second) != (Tally{1, 1}) {
				t.Errorf("one day was marked as %+v", a.Tally(Second))
			}
			c.wantOrder(t)
		})
	}
}

// TestThreeDaysBefore: the end of access is three civil days away for a whole day, in any month.
func TestThreeDaysBefore(t *testing.T) {
	for day := Day("2026-10-01"); day < "2027-04-30"; day = day.Add(1) {
		for _, hour := range []int{0, 2, 12, 23} {
			at := berlin(t, day.Time().Year(), day.Time().Month(), day.Time().Day(), hour, 59)
			if n := DayOf(at).Until(day.Add(3)); n != 3 || DayOf(at).Add(3) != day.Add(3) {
				t.Fatalf("%v: %d days", at, n)
			}
		}
	}
}

// TestAnotherZone: who travels keeps the days as they were said; what lapsed
// stays lapsed where it is still yesterday.
func TestAnotherZone(t *testing.T) {
	c := newCouple(t)
	c.clock.t = time.Date(2026, 9, 20, 8, 0, 0, 0, zone(t, "Pacific/Auckland"))
	phone := c.bothSign(t, accessTerms(c.Today(), 2))
	daily := c.promised(t)
	c.sealed(t, First, CheckIn{Words: "From afar."})
	c.clock.t = c.clock.t.In(zone(t, "Pacific/Honolulu"))
	if c.Today() != "2026-09-19" {
		t.Fatal(c.Today())
	}
	c.comeAgain(t)
	c.wantNeverLong(t)
	c.hold(t, Second)
	wantErr(t, c.MarkKept(t.Context(), daily, c.Today(), MarkKept), ErrNotYours) // it begins tomorrow, here
	c.sealed(t, Second, CheckIn{Words: "It is still yesterday.", Kept: []Counted{{daily, 1, 1}}})
	o, err := c.OpenCheckIns(t.Context())
	must(t, err)
	if o.Of[0][0].Day != "2026-09-20" || o.Of[1][0].Day != "2026-09-19" || len(o.Of[1][0].Kept) > 0 {
		t.Errorf("opened %+v", o)
	}
	c.wantNeverLong(t)
	c.clock.t = time.Date(2026, 9, 23, 0, 30, 0, 0, zone(t, "Pacific/Auckland"))
	c.comeAgain(t)
	c.clock.t = c.clock.t.In(zone(t, "Pacific/Honolulu"))
	if c.Today() != "2026-09-22" || c.inForce(t, phone) {
		t.Errorf("on %s: in force %v", c.Today(), c.inForce(t, phone))
	}
	c.wantOrder(t)
}
