package app

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// TestTasksFinish: what runs is told to end, waited for, and not answered any more.
func TestTasksFinish(t *testing.T) {
	test.NewTempApp(t)
	tasks := newTasks(t.Context())
	started := make(chan struct{})
	var ended, answered atomic.Bool
	tasks.run(func(ctx context.Context) error {
		close(started)
		<-ctx.Done()
		ended.Store(true)
		return ctx.Err()
	}, func(error) { answered.Store(true) })
	<-started
	tasks.finish()
	if !ended.Load() {
		t.Error("finish did not wait")
	}
	if answered.Load() {
		t.Error("a late answer reached the window")
	}
}

// TestTasksAnswer: the error of the work is what done is told.
func TestTasksAnswer(t *testing.T) {
	test.NewTempApp(t)
	tasks := newTasks(t.Context())
	defer tasks.finish()
	want := errors.New("the disk is full")
	got := make(chan error, 1)
	tasks.run(func(context.Context) error { return want }, func(err error) { got <- err })
	if err := <-got; !errors.Is(err, want) {
		t.Errorf("done was told %v", err)
	}
}

// TestTasksAfter: a stopped timer never runs, a running one does.
func TestTasksAfter(t *testing.T) {
	test.NewTempApp(t)
	tasks := newTasks(t.Context())
	defer tasks.finish()
	never, once := make(chan struct{}, 1), make(chan struct{}, 1)
	tasks.after(time.Hour, func() { never <- struct{}{} })()
	tasks.after(0, func() { once <- struct{}{} })
	<-once
	select {
	case <-never:
		t.Error("a stopped timer ran")
	default:
	}
}
