package vault_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"testing"

	"goldseam.app/data/vault"
	"pgregory.net/rapid"
)

var here = vault.Bind{Purpose: "event.head", Journal: "journal", Row: "row"}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, b := vault.NewKey(), anyBind(t)
		plain := rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(t, "plain")
		sealed := vault.Seal(&k, b, plain)
		if len(sealed) != vault.SealedSize(len(plain)) {
			t.Fatalf("sealed %d bytes to %d, want %d", len(plain), len(sealed), vault.SealedSize(len(plain)))
		}
		got, err := vault.Open(&k, b, sealed)
		if err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("Open = %x, %v; want %x", got, err, plain)
		}
	})
}

func TestSealKeepsPlain(t *testing.T) {
	k, plain := vault.NewKey(), []byte("one calm evening")
	vault.Seal(&k, here, plain)
	if string(plain) != "one calm evening" {
		t.Errorf("Seal changed its input to %q", plain)
	}
}

func TestSealNeverRepeats(t *testing.T) {
	k := vault.NewKey()
	if bytes.Equal(vault.Seal(&k, here, nil), vault.Seal(&k, here, nil)) {
		t.Error("the same bytes sealed twice look the same")
	}
}

func TestFlippedBit(t *testing.T) {
	k := vault.NewKey()
	rapid.Check(t, func(t *rapid.T) {
		sealed := vault.Seal(&k, here, rapid.SliceOfN(rapid.Byte(), 0, 600).Draw(t, "plain"))
		bit := rapid.IntRange(0, len(sealed)*8-1).Draw(t, "bit")
		sealed[bit/8] ^= 1 << (bit % 8)
		wantDamaged(t, &k, here, sealed)
	})
}

func TestEveryBit(t *testing.T) {
	k := vault.NewKey()
	sealed := vault.Seal(&k, here, []byte("seam"))
	for bit := range len(sealed) * 8 {
		sealed[bit/8] ^= 1 << (bit % 8)
		wantDamaged(t, &k, here, sealed)
		sealed[bit/8] ^= 1 << (bit % 8)
	}
}

func TestOtherLength(t *testing.T) {
	k := vault.NewKey()
	sealed := vault.Seal(&k, here, make([]byte, 300))
	for n := range sealed {
		wantDamaged(t, &k, here, sealed[:n])
	}
	wantDamaged(t, &k, here, append(sealed, 0))
}

func TestOtherBind(t *testing.T) {
	k := vault.NewKey()
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyBind(t), anyBind(t)
		if a == b {
			b.Row += "x"
		}
		sealed := vault.Seal(&k, a, []byte("words"))
		wantDamaged(t, &k, b, sealed)
		for _, field := range []func(*vault.Bind) *string{
			func(b *vault.Bind) *string { return &b.Purpose },
			func(b *vault.Bind) *string { return &b.Journal },
			func(b *vault.Bind) *string { return &b.Row },
		} {
			changed := a
			*field(&changed) += "x"
			wantDamaged(t, &k, changed, sealed)
		}
	})
}

func TestBindFieldsDoNotRun(t *testing.T) {
	k := vault.NewKey()
	sealed := vault.Seal(&k, vault.Bind{Purpose: "ab", Journal: "c", Row: "d"}, nil)
	for _, b := range []vault.Bind{
		{Purpose: "a", Journal: "bc", Row: "d"},
		{Purpose: "ab", Journal: "", Row: "cd"},
		{Purpose: "ab", Journal: "cd", Row: ""},
		{Purpose: "abcd"},
	} {
		wantDamaged(t, &k, b, sealed)
	}
}

func TestOtherKey(t *testing.T) {
	k, other := vault.NewKey(), vault.NewKey()
	wantDamaged(t, &other, here, vault.Seal(&k, here, []byte("words")))
}

func TestLengthsLeakOnlySteps(t *testing.T) {
	for _, c := range []struct{ plain, sealed int }{
		{0, 296}, {1, 296}, {252, 296}, {253, 552}, {508, 552}, {509, 808}, {10000, 10280},
	} {
		if got := vault.SealedSize(c.plain); got != c.sealed {
			t.Errorf("SealedSize(%d) = %d, want %d", c.plain, got, c.sealed)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 1<<24).Draw(t, "n")
		if size := vault.SealedSize(n); (size-40)%256 != 0 || size < n+44 || size >= n+44+256 {
			t.Fatalf("SealedSize(%d) = %d", n, size)
		}
	})
}

// TestPadding seals rightly what Seal never makes, and Open must still refuse.
func TestPadding(t *testing.T) {
	k := vault.NewKey()
	padded := func(size int, length uint32, at int) []byte {
		p := make([]byte, size)
		binary.BigEndian.PutUint32(p, length)
		if at > 0 {
			p[at] = 1
		}
		return p
	}
	for name, p := range map[string][]byte{
		"longer than the bytes":  padded(256, 253, 0),
		"far longer":             padded(256, 1<<32-1, 0),
		"a step too many":        padded(512, 252, 0),
		"not a whole step":       padded(300, 290, 0),
		"first of padding":       padded(256, 10, 14),
		"last of padding":        padded(256, 10, 255),
		"padding of empty plain": padded(256, 0, 4),
	} {
		if _, err := vault.Open(&k, here, vault.SealRaw(&k, here, p)); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("%s: error %v, want ErrDamaged", name, err)
		}
	}
	if got, err := vault.Open(&k, here, vault.SealRaw(&k, here, padded(256, 11, 14))); err != nil || len(got) != 11 {
		t.Errorf("rightly padded: %d bytes, %v", len(got), err)
	}
}

// TestOpenedBytesStandAlone keeps an append from writing into the padding.
func TestOpenedBytesStandAlone(t *testing.T) {
	k := vault.NewKey()
	got, err := vault.Open(&k, here, vault.Seal(&k, here, []byte("words")))
	if err != nil || cap(got) != len(got) {
		t.Errorf("len %d, cap %d, %v", len(got), cap(got), err)
	}
}

func TestKeyClear(t *testing.T) {
	a, b := vault.NewKey(), vault.NewKey()
	if a == b || a == (vault.Key{}) {
		t.Error("keys are not random")
	}
	if a.Clear(); a != (vault.Key{}) {
		t.Error("Clear left something behind")
	}
}

// TestAssociatedForm guards the stored format: a change here locks every journal.
func TestAssociatedForm(t *testing.T) {
	got := vault.Associated(vault.Bind{Purpose: "p", Journal: "jj", Row: ""})
	want := hex.EncodeToString([]byte("goldseam seal 1")) +
		"000000000000000170" + "00000000000000026a6a" + "0000000000000000"
	if hex.EncodeToString(got) != want {
		t.Errorf("associated data %x, want %s", got, want)
	}
}

func FuzzOpen(f *testing.F) {
	k := vault.Key{1, 2, 3}
	f.Add([]byte{})
	f.Add(make([]byte, vault.SealedSize(0)))
	f.Add(vault.Seal(&k, here, []byte("words")))
	f.Add(vault.SealRaw(&k, here, bytes.Repeat([]byte{0xff}, 256)))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		plain, err := vault.Open(&k, here, sealed)
		if err != nil && !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("error %v, want ErrDamaged", err)
		}
		if err == nil && vault.SealedSize(len(plain)) != len(sealed) {
			t.Errorf("%d bytes opened from %d", len(plain), len(sealed))
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	k, plain := vault.NewKey(), make([]byte, 1000)
	b.SetBytes(int64(len(plain)))
	for b.Loop() {
		vault.Seal(&k, here, plain)
	}
}

func BenchmarkOpen(b *testing.B) {
	k := vault.NewKey()
	sealed := vault.Seal(&k, here, make([]byte, 1000))
	b.SetBytes(1000)
	for b.Loop() {
		if _, err := vault.Open(&k, here, sealed); err != nil {
			b.Fatal(err)
		}
	}
}

func anyBind(t *rapid.T) vault.Bind {
	field := rapid.StringN(0, 3, -1)
	return vault.Bind{
		Purpose: field.Draw(t, "purpose"),
		Journal: field.Draw(t, "journal"),
		Row:     field.Draw(t, "row"),
	}
}

// failer is what testing.T and rapid.T share here.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func wantDamaged(t failer, k *vault.Key, b vault.Bind, sealed []byte) {
	t.Helper()
	if plain, err := vault.Open(k, b, sealed); !errors.Is(err, vault.ErrDamaged) || plain != nil {
		t.Fatalf("Open = %x, %v; want ErrDamaged", plain, err)
	}
}
