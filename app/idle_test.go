package app

import (
	"testing"
	"time"
	"unsafe"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
)

// asleep gives t as it would be had the laptop slept for d before it: the clock on
// the wall is earlier, Go's own measure is not. There is no other way to make such
// a time than to reach into it: the seconds begin at the 30th bit of its first word.
func asleep(t time.Time, d time.Duration) time.Time {
	first := (*uint64)(unsafe.Pointer(&t))
	*first -= uint64(d/time.Second) << 30
	return t
}

func TestSleepIsSeenOnTheWall(t *testing.T) {
	at := time.Now()
	before := asleep(at.Add(-time.Minute), 8*time.Hour)
	if awake := at.Sub(before); awake != time.Minute {
		t.Fatalf("Go counts %v; the test would prove nothing", awake)
	}
	for name, x := range map[string]struct {
		last        time.Time
		idle, slept time.Duration
	}{
		"slept":       {before, 8*time.Hour + time.Minute, 8 * time.Hour},
		"awake":       {at.Add(-time.Minute), time.Minute, 0},
		"set back":    {asleep(at.Add(-time.Minute), -3*time.Hour), time.Minute, 0},
		"wall only":   {at.Round(0).Add(-time.Hour), time.Hour, 0},
		"just now":    {at, 0, 0},
		"of tomorrow": {at.Add(time.Hour), -time.Hour, 0},
	} {
		if idle, slept := idleSince(at, x.last); idle != x.idle || slept != x.slept {
			t.Errorf("%s: idle %v, slept %v", name, idle, slept)
		}
	}
}

// TestWakingLocks: after hours of sleep the journal locks at the first look, also
// while turns run, and however few minutes Go counted.
func TestWakingLocks(t *testing.T) {
	for _, turning := range []bool{false, true} {
		p := newTestProgram(t, journal.First)
		p.prefs.SetLockAfter(5)
		p.turning = turning
		p.lookIdle()
		if !p.unlocked() {
			t.Fatal("locked at once")
		}
		p.lastInput = asleep(now(), 3*time.Hour)
		p.lookIdle()
		if p.unlocked() {
			t.Errorf("still open after sleep; turns %v", turning)
		}
	}
}

// TestFirstKeyAfterSleepLocks: it may come before the look does.
func TestFirstKeyAfterSleepLocks(t *testing.T) {
	p := newTestProgram(t, journal.First, journal.Second)
	p.prefs.SetLockAfter(5)
	p.lastInput = asleep(now(), 3*time.Hour)
	p.keys.KeyDown(&fyne.KeyEvent{Name: fyne.KeyA})
	if p.unlocked() {
		t.Error("a key went on where somebody left off hours ago")
	}
	if idle, _ := idleSince(now(), p.lastInput); idle > time.Minute {
		t.Errorf("the key was not noted: idle for %v", idle)
	}
}

// TestReminderOnWaking: the hours of sleep are hours in which nobody worked.
func TestReminderOnWaking(t *testing.T) {
	r, said := reminding(true)
	at := time.Now()
	r.due = journal.DayOf(at)
	noonToday := at.Add(journal.DayOf(at).Time().Add(12 * time.Hour).Sub(at.Round(0)))
	r.look(noonToday, asleep(noonToday.Add(-time.Minute), 8*time.Hour), true)
	if len(*said) != 1 {
		t.Errorf("it said %q", *said)
	}
}
