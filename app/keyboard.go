package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Leaving quickly takes Shift pressed alone three times within five seconds
// (screens.md, after GOV.UK's exit pattern).
const (
	shiftsToLeave = 3
	shiftsWithin  = 5 * time.Second
)

// keyboard is told of every key. It counts Shifts that were pressed alone, and
// knows when the last key came.
type keyboard struct {
	now     func() time.Time
	onLeave func()
	onCalm  func() // F1
	onInput func()

	alone  bool // Shift is down, and nothing else was pressed since
	shifts []time.Time
}

func isShift(name fyne.KeyName) bool {
	return name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight
}

// KeyDown is called by whatever has the focus.
func (k *keyboard) KeyDown(e *fyne.KeyEvent) {
	k.onInput()
	if e.Name == fyne.KeyF1 {
		k.onCalm()
	}
	k.alone = isShift(e.Name)
	if !k.alone {
		k.shifts = nil
	}
}

// KeyUp counts a Shift that came alone.
func (k *keyboard) KeyUp(e *fyne.KeyEvent) {
	if !isShift(e.Name) || !k.alone {
		return
	}
	k.alone = false
	now := k.now()
	k.shifts = append(k.shifts, now)
	for len(k.shifts) > 0 && now.Sub(k.shifts[0]) > shiftsWithin {
		k.shifts = k.shifts[1:]
	}
	if len(k.shifts) >= shiftsToLeave {
		k.shifts = nil
		k.onLeave()
	}
}

// shortcut makes Ctrl and a key.
func shortcut(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}
