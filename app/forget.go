package app

import (
	"context"
	"runtime"
	"runtime/debug"
	"time"
)

// When words are taken out of the memory after a lock: soon, and once more when
// the toolkit has forgotten what it drew. It keeps that for a minute, and longer
// while nothing is drawn; so something is drawn after that minute, and ten seconds
// later it has looked for what is old.
const (
	forgetSoon  = 300 * time.Millisecond
	drawAfter   = 62 * time.Second
	forgetLater = 75 * time.Second
)

// forgetWords takes out of the memory what the journal's pages have left there.
func (p *program) forgetWords() {
	p.whenLocked(forgetSoon, p.emptyMemory)
	p.whenLocked(drawAfter, func() { p.window.Content().Refresh() })
	p.whenLocked(forgetLater, p.emptyMemory)
}

// whenLocked does something later, if nobody has unlocked by then.
func (p *program) whenLocked(after time.Duration, do func()) {
	p.tasks.after(after, func() {
		if !p.unlocked() {
			do()
		}
	})
}

func (p *program) emptyMemory() {
	p.tasks.run(func(context.Context) error {
		runtime.GC()
		runtime.GC() // what the first one has only marked to be finalized
		overwriteFree()
		debug.FreeOSMemory()
		return nil
	}, func(error) {})
}

// overwriteFree takes every free place between things that are in use, and lets
// them go again. The runtime empties a place when it gives it away, but not when
// it gets it back; whole pages go back to the system by FreeOSMemory.
func overwriteFree() {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	for _, class := range stats.BySize {
		size := int(class.Size)
		if size < 8 {
			continue
		}
		fill(size, func() any { return make([]byte, size) })
		fill(size, func() any { return make([]*byte, pointersIn(size)) })
	}
}

// pointersIn says how many pointers fill a place of that size. Above 512 bytes a
// word of it is the runtime's.
func pointersIn(size int) int {
	if size > 512 {
		size -= 8
	}
	return size / 8
}

// grown is how much larger the heap is when surely no place of a size was free:
// others make it grow a little meanwhile.
const grown = 128 << 10

// fill takes places of one size until the heap has grown by them, which it does
// only when none is free.
func fill(size int, take func() any) {
	var taken []any
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for after.HeapInuse < before.HeapInuse+grown {
		for range max(8, 16<<10/size) {
			taken = append(taken, take())
		}
		runtime.ReadMemStats(&after)
	}
	runtime.KeepAlive(taken)
}
