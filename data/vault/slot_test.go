package vault_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"os"
	"sync"
	"testing"
	"time"

	"goldseam.app/data/vault"
)

const (
	noorsPass = "slow tea by the window"
	elisPass  = "three boats in the rain"
)

var light = vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1}

// TestMain spares the tests the 256 MiB of every real slot.
func TestMain(m *testing.M) {
	vault.UseParams(light)
	os.Exit(m.Run())
}

func TestPassphraseSlot(t *testing.T) {
	key := vault.NewKey()
	s := passphraseSlot(t, &key)
	if s.Kind != vault.SlotPassphrase || s.Params != light || len(s.Salt) != 16 || len(s.Sealed) != vault.SealedSize(32) {
		t.Fatalf("slot has another shape: %+v", s)
	}
	got, err := s.OpenPassphrase(t.Context(), "journal", "noor", noorsPass)
	if err != nil || got != key {
		t.Fatalf("OpenPassphrase: %v, same key: %v", err, got == key)
	}
}

func TestPassphraseSlotRefuses(t *testing.T) {
	key := vault.NewKey()
	s := passphraseSlot(t, &key)
	for _, c := range []struct{ name, journal, row, pass string }{
		{"passphrase", "journal", "noor", elisPass},
		{"a space more", "journal", "noor", noorsPass + " "},
		{"short", "journal", "noor", "short"},
		{"blank", "journal", "noor", ""},
		{"journal", "other", "noor", noorsPass},
		{"row", "journal", "eli", noorsPass},
	} {
		got, err := s.OpenPassphrase(t.Context(), c.journal, c.row, c.pass)
		if !errors.Is(err, vault.ErrWrongPassphrase) || got != (vault.Key{}) {
			t.Errorf("%s: error %v, want ErrWrongPassphrase", c.name, err)
		}
	}
}

func TestPassphraseSlotTyped(t *testing.T) {
	key := vault.NewKey()
	s, err := vault.NewPassphraseSlot("journal", "noor", "cafe\u0301 by the window", &key)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.OpenPassphrase(t.Context(), "journal", "noor", "caf\u00e9 by the window")
	if err != nil || got != key {
		t.Errorf("the same passphrase in another Unicode form: %v", err)
	}
	if _, err := vault.NewPassphraseSlot("journal", "noor", "short", &key); !errors.Is(err, vault.ErrTooShort) {
		t.Errorf("short passphrase: %v, want ErrTooShort", err)
	}
}

// TestSlotClearFields changes what stands in the clear beside the sealed key.
func TestSlotClearFields(t *testing.T) {
	key := vault.NewKey()
	good := passphraseSlot(t, &key)
	for name, change := range map[string]func(*vault.Slot){
		"memory":  func(s *vault.Slot) { s.Params.Memory += 1024 },
		"time":    func(s *vault.Slot) { s.Params.Time++ },
		"threads": func(s *vault.Slot) { s.Params.Threads++ },
		"salt":    func(s *vault.Slot) { s.Salt[0] ^= 1 },
		"sealed":  func(s *vault.Slot) { s.Sealed[100] ^= 1 },
	} {
		s := copySlot(good)
		change(&s)
		if _, err := s.OpenPassphrase(t.Context(), "journal", "noor", noorsPass); !errors.Is(err, vault.ErrWrongPassphrase) {
			t.Errorf("%s: error %v, want ErrWrongPassphrase", name, err)
		}
	}
}

// TestSlotBindNamesAll makes sure that even without the derivation, another
// parameter, salt or kind gives another Bind.
func TestSlotBindNamesAll(t *testing.T) {
	base := vault.Slot{Kind: vault.SlotPassphrase, Params: light, Salt: make([]byte, 16)}
	seen := map[vault.Bind]bool{vault.SlotBind(base, "journal", "noor"): true}
	for i, change := range []func(*vault.Slot){
		func(s *vault.Slot) { s.Kind = vault.SlotWords },
		func(s *vault.Slot) { s.Params.Memory++ },
		func(s *vault.Slot) { s.Params.Time++ },
		func(s *vault.Slot) { s.Params.Threads++ },
		func(s *vault.Slot) { s.Salt[15]++ },
	} {
		s := copySlot(base)
		change(&s)
		b := vault.SlotBind(s, "journal", "noor")
		if seen[b] {
			t.Errorf("change %d is not bound", i)
		}
		seen[b] = true
	}
}

func TestBadSlots(t *testing.T) {
	key := vault.NewKey()
	good := passphraseSlot(t, &key)
	for name, change := range map[string]func(*vault.Slot){
		"no kind":        func(s *vault.Slot) { s.Kind = 0 },
		"kind":           func(s *vault.Slot) { s.Kind = vault.SlotWords },
		"no salt":        func(s *vault.Slot) { s.Salt = nil },
		"long salt":      func(s *vault.Slot) { s.Salt = append(s.Salt, 0) },
		"no sealed":      func(s *vault.Slot) { s.Sealed = nil },
		"long sealed":    func(s *vault.Slot) { s.Sealed = append(s.Sealed, 0) },
		"endless memory": func(s *vault.Slot) { s.Params.Memory = 1<<32 - 1 },
		"no passes":      func(s *vault.Slot) { s.Params.Time = 0 },
	} {
		s := copySlot(good)
		change(&s)
		if _, err := s.OpenPassphrase(t.Context(), "journal", "noor", noorsPass); !errors.Is(err, vault.ErrBadSlot) {
			t.Errorf("%s: error %v, want ErrBadSlot", name, err)
		}
	}
}

func TestWordsSlot(t *testing.T) {
	key, words := vault.NewKey(), vault.NewWords()
	s, err := vault.NewWordsSlot("journal", "noor", words, &key)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.OpenWords("journal", "noor", "1. "+words+"\n")
	if err != nil || got != key {
		t.Fatalf("OpenWords: %v, same key: %v", err, got == key)
	}
	for _, c := range []struct{ name, journal, row, words string }{
		{"words", "journal", "noor", vault.NewWords()},
		{"no words", "journal", "noor", ""},
		{"journal", "other", "noor", words},
		{"row", "journal", "eli", words},
	} {
		if _, err := s.OpenWords(c.journal, c.row, c.words); !errors.Is(err, vault.ErrWrongWords) {
			t.Errorf("%s: error %v, want ErrWrongWords", c.name, err)
		}
	}
	if _, err := vault.NewWordsSlot("journal", "noor", "window", &key); !errors.Is(err, vault.ErrWrongWords) {
		t.Errorf("one word: %v, want ErrWrongWords", err)
	}
}

func TestBadWordsSlot(t *testing.T) {
	words := vault.NewWords()
	withParams := vault.EmptySlot(vault.SlotWords)
	withParams.Params = light
	for name, s := range map[string]vault.Slot{
		"kind":       vault.EmptySlot(vault.SlotPassphrase),
		"parameters": withParams,
		"empty":      {Kind: vault.SlotWords},
	} {
		if _, err := s.OpenWords("journal", "noor", words); !errors.Is(err, vault.ErrBadSlot) {
			t.Errorf("%s: error %v, want ErrBadSlot", name, err)
		}
	}
}

func TestEmptySlot(t *testing.T) {
	key := vault.NewKey()
	pass, empty := passphraseSlot(t, &key), vault.EmptySlot(vault.SlotPassphrase)
	sameShape(t, pass, empty)
	if _, err := empty.OpenPassphrase(t.Context(), "journal", "eli", elisPass); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("empty passphrase slot: %v", err)
	}
	words, err := vault.NewWordsSlot("journal", "noor", vault.NewWords(), &key)
	if err != nil {
		t.Fatal(err)
	}
	empty = vault.EmptySlot(vault.SlotWords)
	sameShape(t, words, empty)
	if _, err := empty.OpenWords("journal", "eli", vault.NewWords()); !errors.Is(err, vault.ErrWrongWords) {
		t.Errorf("empty words slot: %v", err)
	}
}

func TestSlotsAreFresh(t *testing.T) {
	key := vault.NewKey()
	a, b := passphraseSlot(t, &key), passphraseSlot(t, &key)
	if bytes.Equal(a.Salt, b.Salt) || bytes.Equal(a.Sealed, b.Sealed) {
		t.Error("two slots share salt or sealed key")
	}
}

func TestWaitingEndsWithContext(t *testing.T) {
	key := vault.NewKey()
	s := passphraseSlot(t, &key)
	release := vault.HoldDerivation()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := s.OpenPassphrase(ctx, "journal", "noor", noorsPass)
	release()
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting: %v, want DeadlineExceeded", err)
	}
	if _, err := s.OpenPassphrase(ctx, "journal", "noor", noorsPass); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("ended before: %v, want DeadlineExceeded", err)
	}
	if _, err := s.OpenPassphrase(t.Context(), "journal", "noor", noorsPass); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	key := vault.NewKey()
	s := passphraseSlot(t, &key)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got, err := s.OpenPassphrase(t.Context(), "journal", "noor", noorsPass); err != nil || got != key {
				t.Errorf("OpenPassphrase: %v", err)
			}
		})
	}
	all.Wait()
}

// TestDerivedKeys guards the stored format: a change here locks every journal.
func TestDerivedKeys(t *testing.T) {
	salt := []byte("sixteen bytes ok")
	pass, err := vault.Derive(light, noorsPass, salt)
	if err != nil {
		t.Fatal(err)
	}
	words, err := vault.WordsKey(zeroWords, salt)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		got        vault.Key
	}{
		{"passphrase", "a27c6e06fb9adfd19eb4263cc21740bb49732cacd4a7e687763156fdd0333064", pass},
		{"words", "60ff39d5de5ed832a074b3cf80ed01574d3a1394f5978569f5b60d485e243524", words},
	} {
		if got := hex.EncodeToString(c.got[:]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func passphraseSlot(t *testing.T, key *vault.Key) vault.Slot {
	t.Helper()
	s, err := vault.NewPassphraseSlot("journal", "noor", noorsPass, key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func copySlot(s vault.Slot) vault.Slot {
	s.Salt, s.Sealed = bytes.Clone(s.Salt), bytes.Clone(s.Sealed)
	return s
}

func sameShape(t *testing.T, a, b vault.Slot) {
	t.Helper()
	if a.Kind != b.Kind || a.Params != b.Params || len(a.Salt) != len(b.Salt) || len(a.Sealed) != len(b.Sealed) {
		t.Errorf("slots differ in shape: %+v, %+v", a, b)
	}
}
