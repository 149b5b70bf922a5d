//go:build !e2e

package app

import "time"

// now is the clock of the program.
func now() time.Time { return time.Now() }
