package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TestShiftThreeTimes: only Shift alone, three times within five seconds, leaves.
func TestShiftThreeTimes(t *testing.T) {
	for name, c := range map[string]struct {
		keys  string // s: Shift down and up; S: Shift with a letter; a: a letter; .: two seconds
		leave int
	}{
		"three":            {"sss", 1},
		"two":              {"ss", 0},
		"capitals":         {"SSSSS", 0},
		"a letter between": {"ssass", 0},
		"a capital last":   {"ssS", 0},
		"too slow":         {"s..s..s", 0},
		"just in time":     {"s.s.s", 1},
		"slow, then quick": {"s..sss", 1},
		"twice three":      {"ssssss", 2},
	} {
		t.Run(name, func(t *testing.T) {
			at, left := time.Unix(0, 0), 0
			k := &keyboard{now: func() time.Time { return at }, onLeave: func() { left++ }, onCalm: func() {}, onInput: func() {}}
			shift, letter := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}, &fyne.KeyEvent{Name: fyne.KeyA}
			for _, key := range c.keys {
				switch key {
				case 's':
					k.KeyDown(shift)
					k.KeyUp(shift)
				case 'S':
					k.KeyDown(shift)
					k.KeyDown(letter)
					k.KeyUp(letter)
					k.KeyUp(shift)
				case 'a':
					k.KeyDown(letter)
					k.KeyUp(letter)
				case '.':
					at = at.Add(2*time.Second + 100*time.Millisecond)
				}
			}
			if left != c.leave {
				t.Errorf("left %d times, want %d", left, c.leave)
			}
		})
	}
}

func TestF1Calms(t *testing.T) {
	calmed := 0
	k := &keyboard{now: time.Now, onCalm: func() { calmed++ }, onInput: func() {}}
	k.KeyDown(&fyne.KeyEvent{Name: fyne.KeyF1})
	k.KeyDown(&fyne.KeyEvent{Name: fyne.KeyA})
	if calmed != 1 {
		t.Errorf("calmed %d times", calmed)
	}
}

func TestHistoryGoesBack(t *testing.T) {
	var h history
	if r := h.back(); r.place != placeToday {
		t.Errorf("back from nothing leads to %v", r)
	}
	h.push(route{place: placeToday})
	h.push(route{placeStep, "own"})
	h.push(route{placeStep, "own"}) // the same page again is no step
	h.push(route{placeExercise, "own.plainly"})
	if r := h.back(); r != (route{placeStep, "own"}) {
		t.Errorf("back leads to %v", r)
	}
	if r := h.back(); r != (route{place: placeToday}) {
		t.Errorf("back leads to %v", r)
	}
}
