package vault_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"goldseam.app/data/vault"
	"pgregory.net/rapid"
)

func TestSign(t *testing.T) {
	noor, eli := vault.NewSeed(), vault.NewSeed()
	hash := vault.EventHash("journal", "event", []byte("head"))
	sig := noor.Sign(hash[:])
	if len(sig) != 64 || !vault.Verify(noor.Public(), hash[:], sig) {
		t.Fatal("own signature does not verify")
	}
	if vault.Verify(eli.Public(), hash[:], sig) {
		t.Error("a signature verifies for the other partner")
	}
	other := vault.EventHash("journal", "event", []byte("heart"))
	if vault.Verify(noor.Public(), other[:], sig) {
		t.Error("a signature verifies for another event")
	}
	for _, bad := range [][]byte{nil, {}, sig[:63], append(sig[:64:64], 0)} {
		if vault.Verify(noor.Public(), hash[:], bad) {
			t.Errorf("a signature of %d bytes verifies", len(bad))
		}
	}
	if vault.Verify([32]byte{}, hash[:], sig) {
		t.Error("a signature verifies without a key")
	}
}

func TestFlippedSignature(t *testing.T) {
	seed := vault.NewSeed()
	public := seed.Public()
	rapid.Check(t, func(t *rapid.T) {
		hash := vault.EventHash("journal", rapid.String().Draw(t, "id"), nil)
		sig := seed.Sign(hash[:])
		bit := rapid.IntRange(0, len(sig)*8-1).Draw(t, "bit")
		sig[bit/8] ^= 1 << (bit % 8)
		if vault.Verify(public, hash[:], sig) {
			t.Fatalf("verifies with bit %d flipped", bit)
		}
	})
}

func TestSeedClear(t *testing.T) {
	a, b := vault.NewSeed(), vault.NewSeed()
	if a == b || a.Public() == b.Public() {
		t.Error("seeds are not random")
	}
	kept := a
	a.Sign(nil)
	a.Public()
	if a != kept {
		t.Error("signing changed the seed")
	}
	if a.Clear(); a != (vault.Seed{}) {
		t.Error("Clear left something behind")
	}
}

// TestEventHashForm guards the stored format: a change here voids every signature.
func TestEventHashForm(t *testing.T) {
	text := "goldseam event 1" +
		"\x00\x00\x00\x00\x00\x00\x00\x02jj" +
		"\x00\x00\x00\x00\x00\x00\x00\x01i" +
		"\x00\x00\x00\x00\x00\x00\x00\x04head"
	if got := vault.EventHash("jj", "i", []byte("head")); got != sha256.Sum256([]byte(text)) {
		t.Errorf("EventHash = %x", got)
	}
}

func TestEventHashFieldsDoNotRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		field := rapid.StringN(0, 3, -1)
		a := [3]string{field.Draw(t, "a0"), field.Draw(t, "a1"), field.Draw(t, "a2")}
		b := [3]string{field.Draw(t, "b0"), field.Draw(t, "b1"), field.Draw(t, "b2")}
		same := vault.EventHash(a[0], a[1], []byte(a[2])) == vault.EventHash(b[0], b[1], []byte(b[2]))
		if same != (a == b) {
			t.Fatalf("%q and %q: same hash %v", a, b, same)
		}
	})
	if vault.EventHash("ab", "c", nil) == vault.EventHash("a", "bc", nil) {
		t.Error("journal and id run together")
	}
}

func TestWordsHash(t *testing.T) {
	random := make([]byte, 32)
	got := vault.WordsHash(random, []byte("words"))
	want := sha256.Sum256(append(make([]byte, 32), "words"...))
	if got != want {
		t.Errorf("WordsHash = %s", hex.EncodeToString(got[:]))
	}
	random[0] = 1
	if vault.WordsHash(random, []byte("words")) == want {
		t.Error("other random bytes give the same hash")
	}
}

func BenchmarkVerify(b *testing.B) {
	seed := vault.NewSeed()
	hash := vault.EventHash("journal", "event", []byte("head"))
	sig, public := seed.Sign(hash[:]), seed.Public()
	for b.Loop() {
		if !vault.Verify(public, hash[:], sig) {
			b.Fatal("does not verify")
		}
	}
}
