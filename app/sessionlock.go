package app

import (
	"context"
	"errors"
)

var (
	errNoBus   = errors.New("there is no message bus")
	errBusGone = errors.New("the message bus has gone")
)

// lockWithSession locks the journal whenever the desktop locks or the computer
// goes to sleep. Where nobody says so, it does nothing.
func (p *program) lockWithSession() {
	p.tasks.run(func(ctx context.Context) error {
		return watchSession(ctx, func() { p.tasks.after(0, p.lock) })
	}, func(error) {})
}
