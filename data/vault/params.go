package vault

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"golang.org/x/crypto/argon2"
)

const (
	leastMemory     = 64 * 1024  // KiB
	leastTestMemory = 8 * 1024   // KiB, only inside go test
	mostMemory      = 512 * 1024 // KiB
	mostTime        = 4
	mostThreads     = 8
)

// Params say how much work Argon2id does for one passphrase.
type Params struct {
	Memory  uint32 // KiB
	Time    uint32 // passes over the memory
	Threads uint8
}

// DefaultParams are what new passphrase slots use: 256 MiB, 3 passes, 4 threads.
func DefaultParams() Params { return Params{Memory: 256 * 1024, Time: 3, Threads: 4} }

// Check says whether p may be used: 64 to 512 MiB, 1 to 4 passes, 1 to 8
// threads. Otherwise the error is ErrBadSlot. It runs before any memory is
// taken, so a changed file cannot exhaust the machine. Inside go test 8 MiB
// are enough.
func (p Params) Check() error {
	if testing.Testing() {
		return p.check(leastTestMemory)
	}
	return p.check(leastMemory)
}

func (p Params) check(least uint32) error {
	switch {
	case p.Memory < least || p.Memory > mostMemory:
		return fmt.Errorf("memory of %d KiB: %w", p.Memory, ErrBadSlot)
	case p.Time < 1 || p.Time > mostTime:
		return fmt.Errorf("%d passes: %w", p.Time, ErrBadSlot)
	case p.Threads < 1 || p.Threads > mostThreads:
		return fmt.Errorf("%d threads: %w", p.Threads, ErrBadSlot)
	}
	return nil
}

// testParams replace DefaultParams in new slots while a test asks for it.
var testParams atomic.Pointer[Params]

// UseParams makes new passphrase slots use p until restore is called, so that
// tests of other packages need not spend 256 MiB for every slot. Outside go test
// it does nothing. 8*1024 KiB, 1 pass and 1 thread are the least that Check takes.
func UseParams(p Params) (restore func()) {
	if !testing.Testing() {
		return func() {}
	}
	old := testParams.Swap(&p)
	return func() { testParams.Store(old) }
}

func newParams() Params {
	if p := testParams.Load(); p != nil {
		return *p
	}
	return DefaultParams()
}

// deriving holds one token while a derivation runs: two at once could take
// twice the memory that Check allows.
var deriving = make(chan struct{}, 1)

// derive turns passphrase and salt into a key. It waits for its turn as long
// as ctx lasts; once begun, a derivation runs to its end.
func derive(ctx context.Context, p Params, passphrase string, salt []byte) (Key, error) {
	if err := p.Check(); err != nil {
		return Key{}, err
	}
	release, err := takeTurn(ctx)
	if err != nil {
		return Key{}, err
	}
	defer release()
	return argon(p, passphrase, salt), nil
}

// argon has its own frame, so that nothing of it is held when memory is freed.
func argon(p Params, passphrase string, salt []byte) Key {
	secret := []byte(passphrase)
	defer clear(secret)
	raw := argon2.IDKey(secret, salt, p.Time, p.Memory, p.Threads, uint32(len(Key{})))
	defer clear(raw)
	return Key(raw)
}
