//go:build e2e

package app

import (
	"os"
	"time"
)

// now is the clock of the end-to-end test, which must live through nights: the
// real one, moved by the duration in GOLDSEAM_CLOCK_AHEAD, and by the one in the
// file that GOLDSEAM_CLOCK_FILE names. It is in no other build.
func now() time.Time {
	moved, _ := os.ReadFile(os.Getenv("GOLDSEAM_CLOCK_FILE"))
	at := time.Now()
	for _, ahead := range []string{os.Getenv("GOLDSEAM_CLOCK_AHEAD"), string(moved)} {
		if d, err := time.ParseDuration(ahead); err == nil {
			at = at.Add(d)
		}
	}
	return at
}
