//go:build e2e

package app

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// fault makes a mistake in the window's own goroutine when the end-to-end test
// asks for it with SIGUSR1, and the panic carries every word on the screen. It is
// in no other build.
func (p *program) fault() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	p.tasks.run(func(ctx context.Context) error {
		select {
		case <-asked:
			p.tasks.after(0, func() {
				r := reader{}
				r.read(p.window.Content())
				panic(strings.Join(r.words, "\n"))
			})
		case <-ctx.Done():
		}
		return nil
	}, func(error) {})
}
