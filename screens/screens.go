// Package screens holds what the couple sees, one screen a file. A screen turns
// values of the journal and the course into widgets, and gestures into calls on
// the small interfaces that it declares. Everything here runs on the window's
// goroutine.
package screens

import "context"

// Background does work away from the window's goroutine, then calls done on it
// with the work's error. Tests pass one that does both at once.
type Background func(work func(context.Context) error, done func(error))

// Now is a Background that does not wait; it is meant for tests and for drawing
// pictures of screens.
func Now(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}
