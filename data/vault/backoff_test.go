package vault_test

import (
	"testing"
	"time"

	"goldseam.app/data/vault"
	"pgregory.net/rapid"
)

var noon = time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)

func TestBackoffGrows(t *testing.T) {
	var b vault.Backoff
	if got := b.Wait(noon); got != 0 {
		t.Errorf("before any miss: %v", got)
	}
	for i, seconds := range []int{0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60} {
		b.Missed(noon)
		if got, want := b.Wait(noon), time.Duration(seconds)*time.Second; got != want {
			t.Errorf("after %d misses: %v, want %v", i+1, got, want)
		}
	}
	b.Reset()
	if got := b.Wait(noon); got != 0 {
		t.Errorf("after Reset: %v", got)
	}
}

func TestBackoffPasses(t *testing.T) {
	b := missed(5, noon) // 4 seconds
	for _, c := range []struct{ after, want time.Duration }{
		{0, 4 * time.Second},
		{time.Second, 3 * time.Second},
		{4 * time.Second, 0},
		{time.Hour, 0},
	} {
		if got := b.Wait(noon.Add(c.after)); got != c.want {
			t.Errorf("%v later: %v, want %v", c.after, got, c.want)
		}
	}
}

func TestBackoffClockSetBack(t *testing.T) {
	b := missed(5, noon)
	earlier := noon.AddDate(-1, 0, 0)
	if got := b.Wait(earlier); got != 4*time.Second {
		t.Errorf("a year back: %v, want 4s", got)
	}
	if got := b.Wait(earlier.Add(3 * time.Second)); got != time.Second {
		t.Errorf("3 seconds on: %v, want 1s", got)
	}
	if got := b.Wait(earlier.Add(4 * time.Second)); got != 0 {
		t.Errorf("4 seconds on: %v, want none", got)
	}
}

func TestBackoffBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := missed(rapid.IntRange(0, 200).Draw(t, "misses"), noon)
		shift := rapid.Int64Range(-1e15, 1e15).Draw(t, "shift")
		if got := b.Wait(noon.Add(time.Duration(shift))); got < 0 || got > time.Minute {
			t.Fatalf("waits %v", got)
		}
	})
}

func missed(times int, at time.Time) *vault.Backoff {
	var b vault.Backoff
	for range times {
		b.Missed(at)
	}
	return &b
}
