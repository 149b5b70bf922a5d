package app

import (
	"sync"
	"testing"
)

// answers keeps what the background wants to say until a test lets it come: the
// toolkit's test driver would run it beside the test's own goroutine, and the
// measuring of text is not made for two.
type answers struct {
	mu   sync.Mutex
	wait []func()
}

// waiting are the answers of each program that a test has made.
var waiting = map[*program]*answers{}

// oneAtATime keeps the answers of a program until answered lets them come.
func oneAtATime(t *testing.T, p *program) {
	t.Helper()
	a := &answers{}
	waiting[p], p.tasks.answer = a, a.add
	t.Cleanup(func() { delete(waiting, p) })
}

func (a *answers) add(f func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.wait = append(a.wait, f)
}

func (a *answers) next() (f func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.wait) > 0 {
		f, a.wait = a.wait[0], a.wait[1:]
	}
	return f
}

// answered lets what runs in the background end, and its answers come, and what
// these begin.
func answered(p *program) {
	p.tasks.wg.Wait()
	for comes(p) {
		p.tasks.wg.Wait()
	}
}

// comes lets the answer come that has waited longest, if there is one.
func comes(p *program) bool {
	f := waiting[p].next()
	if f != nil {
		f()
	}
	return f != nil
}
