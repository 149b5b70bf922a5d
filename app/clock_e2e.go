//go:build e2e

package app

import (
	"os"
	"time"
)

// now is the clock of the end-to-end test, which must live through nights: the
// real one, moved by the duration in GOLDSEAM_CLOCK_AHEAD. It is in no other build.
func now() time.Time {
	ahead, err := time.ParseDuration(os.Getenv("GOLDSEAM_CLOCK_AHEAD"))
	if err != nil {
		return time.Now()
	}
	return time.Now().Add(ahead)
}
