package app

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// tasks is the one place that starts goroutines and the one place that calls
// fyne.Do. Its run is a screens.Background.
type tasks struct {
	ctx  context.Context // ends when the window has closed
	stop context.CancelFunc
	wg   sync.WaitGroup
	log  *slog.Logger

	answer func(func()) // runs something on the window's goroutine
}

func newTasks(ctx context.Context) *tasks {
	t := &tasks{log: slog.New(slog.DiscardHandler), answer: fyne.Do}
	t.ctx, t.stop = context.WithCancel(ctx)
	return t
}

// run does work away from the window's goroutine, then done on it, unless the
// window has closed meanwhile.
func (t *tasks) run(work func(context.Context) error, done func(error)) {
	t.wg.Go(func() {
		err := t.guarded(work)
		noteFailure(t.log, err)
		if t.ctx.Err() == nil {
			t.answer(func() { done(err) })
		}
	})
}

// guarded does work. A panic in it becomes errPanicked, and the log says where.
func (t *tasks) guarded(work func(context.Context) error) (err error) {
	defer func() {
		if carried := recover(); carried != nil {
			notePanic(t.log, carried, panicPlaces())
			err = errPanicked
		}
	}()
	return work(t.ctx)
}

// after runs f on the window's goroutine once d has passed, unless stop is
// called before, which is from the window's goroutine too.
func (t *tasks) after(d time.Duration, f func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(d, func() {
		if t.ctx.Err() != nil {
			return
		}
		t.answer(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// finishWait is how long the end of the program waits for what runs.
const finishWait = 3 * time.Second

// finish cancels what runs and waits for it. A save is never cut short: the
// journal's transactions ignore the cancelling, and closing it waits for them.
// The wait has an end, because what is on its way to a window that has gone is
// never answered by the toolkit.
func (t *tasks) finish() {
	t.stop()
	over := make(chan struct{})
	go func() {
		t.wg.Wait()
		close(over)
	}()
	select {
	case <-over:
	case <-time.After(finishWait):
	}
}
