package vault_test

import (
	"errors"
	"testing"

	"goldseam.app/data/vault"
)

const mib = 1024 // KiB

func TestParamsOutsideTests(t *testing.T) {
	for _, c := range []struct {
		p  vault.Params
		ok bool
	}{
		{vault.DefaultParams(), true},
		{vault.Params{Memory: 64 * mib, Time: 1, Threads: 1}, true},
		{vault.Params{Memory: 512 * mib, Time: 4, Threads: 8}, true},
		{light, false},
		{vault.Params{Memory: 64*mib - 1, Time: 3, Threads: 4}, false},
		{vault.Params{Memory: 512*mib + 1, Time: 3, Threads: 4}, false},
		{vault.Params{Memory: 256 * mib, Time: 0, Threads: 4}, false},
		{vault.Params{Memory: 256 * mib, Time: 5, Threads: 4}, false},
		{vault.Params{Memory: 256 * mib, Time: 3, Threads: 0}, false},
		{vault.Params{Memory: 256 * mib, Time: 3, Threads: 9}, false},
		{vault.Params{}, false},
	} {
		err := vault.CheckOutsideTests(c.p)
		if (err == nil) != c.ok || (err != nil && !errors.Is(err, vault.ErrBadSlot)) {
			t.Errorf("%+v: %v, want ok %v", c.p, err, c.ok)
		}
	}
}

func TestParamsInsideTests(t *testing.T) {
	if err := light.Check(); err != nil {
		t.Errorf("8 MiB: %v", err)
	}
	less := vault.Params{Memory: 8*mib - 1, Time: 1, Threads: 1}
	if err := less.Check(); !errors.Is(err, vault.ErrBadSlot) {
		t.Errorf("less than 8 MiB: %v, want ErrBadSlot", err)
	}
}

func TestDefaultParams(t *testing.T) {
	if got, want := vault.DefaultParams(), (vault.Params{Memory: 256 * mib, Time: 3, Threads: 4}); got != want {
		t.Errorf("DefaultParams = %+v, want %+v", got, want)
	}
}

func TestUseParams(t *testing.T) {
	other := vault.Params{Memory: 9 * mib, Time: 2, Threads: 2}
	restore := vault.UseParams(other)
	inside := vault.EmptySlot(vault.SlotPassphrase).Params
	restore()
	after := vault.EmptySlot(vault.SlotPassphrase).Params
	if inside != other || after != light {
		t.Errorf("inside %+v, after %+v", inside, after)
	}
}

func TestUseParamsRefused(t *testing.T) {
	defer vault.UseParams(vault.Params{Memory: mib, Time: 1, Threads: 1})()
	key := vault.NewKey()
	if _, err := vault.NewPassphraseSlot("journal", "noor", noorsPass, &key); !errors.Is(err, vault.ErrBadSlot) {
		t.Errorf("1 MiB: %v, want ErrBadSlot", err)
	}
}

// BenchmarkUnlock is one derivation as a couple meets it.
func BenchmarkUnlock(b *testing.B) {
	salt := make([]byte, 16)
	for b.Loop() {
		if _, err := vault.Derive(vault.DefaultParams(), noorsPass, salt); err != nil {
			b.Fatal(err)
		}
	}
}
