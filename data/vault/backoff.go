package vault

import "time"

const (
	freeMisses = 2
	longest    = time.Minute
)

// Backoff is a growing pause after passphrases that did not fit: none for the
// first two, then 1, 2, 4, 8 seconds and so on, at most a minute. The zero
// Backoff is ready. It is not safe for use by several goroutines at once.
type Backoff struct {
	misses int
	last   time.Time
}

// Missed counts one passphrase that did not fit.
func (b *Backoff) Missed(now time.Time) {
	b.misses++
	b.last = now
}

// Wait says how long to wait from now before the next try. When the clock was
// set back, the pause begins again, so it is never longer than its step.
func (b *Backoff) Wait(now time.Time) time.Duration {
	if now.Before(b.last) {
		b.last = now
	}
	return max(0, b.pause()-now.Sub(b.last))
}

// Reset forgets all misses, after a passphrase that did fit.
func (b *Backoff) Reset() { *b = Backoff{} }

func (b *Backoff) pause() time.Duration {
	if b.misses <= freeMisses {
		return 0
	}
	pause := time.Second
	for n := freeMisses + 1; n < b.misses && pause < longest; n++ {
		pause *= 2
	}
	return min(pause, longest)
}
