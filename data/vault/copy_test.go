package vault_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"goldseam.app/data/vault"
)

const copyPass = "three boats in the fog"

func lightly(t *testing.T) {
	t.Helper()
	t.Cleanup(vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1}))
}

func sealCopy(t *testing.T, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := vault.SealCopy(t.Context(), &out, copyPass)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func openCopy(sealed []byte, passphrase string) ([]byte, error) {
	r, err := vault.OpenCopy(context.Background(), bytes.NewReader(sealed), passphrase)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func TestCopyComesBack(t *testing.T) {
	lightly(t)
	for _, n := range []int{0, 1, 64 << 10, 64<<10 + 1, 300_000} {
		plain := bytes.Repeat([]byte{7}, n)
		sealed := sealCopy(t, plain)
		if !vault.IsCopy(bytes.NewReader(sealed)) {
			t.Error("it is not known as a copy")
		}
		if got, err := openCopy(sealed, copyPass); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%d bytes: %d came back, %v", n, len(got), err)
		}
	}
	if vault.IsCopy(strings.NewReader("SQLite format 3")) || vault.IsCopy(strings.NewReader("")) {
		t.Error("something else is taken for a copy")
	}
}

// TestCopyCostsWhatAgeCosts: outside tests a guess takes as much as with ordinary
// age, and the same passphrase in another spelling opens it.
func TestCopyCostsWhatAgeCosts(t *testing.T) {
	defer vault.UseParams(vault.DefaultParams())()
	var out bytes.Buffer
	w, err := vault.SealCopy(t.Context(), &out, "deux cafés noirs")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(strings.SplitAfterN(out.String(), "\n", 2)[1], "\n")
	if !strings.HasPrefix(line, "-> scrypt ") || !strings.HasSuffix(line, " 18") {
		t.Errorf("sealed with %q", line)
	}
	if _, err := openCopy(out.Bytes(), "deux cafe\u0301s noirs"); err != nil {
		t.Error(err)
	}
}

func TestCopyRefused(t *testing.T) {
	lightly(t)
	sealed, long := sealCopy(t, []byte("a journal")), sealCopy(t, make([]byte, 200_000))
	for name, c := range map[string]struct {
		sealed []byte
		pass   string
		want   error
	}{
		"other passphrase": {sealed, copyPass + "s", vault.ErrWrongPassphrase},
		"none":             {sealed, "", vault.ErrWrongPassphrase},
		"no copy":          {[]byte("SQLite format 3"), copyPass, vault.ErrNotCopy},
		"empty":            {nil, copyPass, vault.ErrNotCopy},
		"header alone":     {sealed[:40], copyPass, vault.ErrNotCopy},
		"endless header":   {append([]byte("age-encryption.org/v1\n-> scrypt "), bytes.Repeat([]byte("a"), 1<<20)...), copyPass, vault.ErrNotCopy},
		"cut short":        {sealed[:len(sealed)-1], copyPass, vault.ErrDamaged},
		"cut at a chunk":   {long[:len(long)-(len(long)-216)%(64<<10+16)], copyPass, vault.ErrDamaged},
		"changed":          {append(bytes.Clone(sealed[:len(sealed)-1]), sealed[len(sealed)-1]^1), copyPass, vault.ErrDamaged},
		"longer":           {append(bytes.Clone(sealed), 0), copyPass, vault.ErrDamaged},
	} {
		if got, err := openCopy(c.sealed, c.pass); !errors.Is(err, c.want) {
			t.Errorf("%s: %q, %v, want %v", name, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "   ", "short", "with a\x00 zero in it"} {
		if _, err := vault.SealCopy(t.Context(), io.Discard, bad); err == nil {
			t.Errorf("%q seals a copy", bad)
		}
	}
}

// TestCopyForAKeyIsRefused: an age file for a key, not for a passphrase.
func TestCopyForAKeyIsRefused(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := openCopy(out.Bytes(), copyPass); !errors.Is(err, vault.ErrNotCopy) {
		t.Errorf("err = %v", err)
	}
}

// TestHostileCopyIsCheap: a file that asks for more work than age does is refused
// before any memory is taken.
func TestHostileCopyIsCheap(t *testing.T) {
	lightly(t)
	sealed := sealCopy(t, nil)
	for _, work := range []string{"19", "22", "30", "63", "99999999999999999999", "-1", "010"} {
		hostile := bytes.Replace(sealed, []byte(" 10\n"), []byte(" "+work+"\n"), 1)
		began := time.Now()
		_, err := openCopy(hostile, copyPass)
		if !errors.Is(err, vault.ErrNotCopy) || time.Since(began) > time.Second {
			t.Errorf("work %s: %v after %v", work, err, time.Since(began))
		}
	}
}

type fullDisk struct{}

var errFullDisk = errors.New("full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFullDisk }

// TestCopyNamesWhatTheWriterSays: the cause reaches the caller, and a derivation
// that was not begun never is.
func TestCopyNamesWhatTheWriterSays(t *testing.T) {
	lightly(t)
	if _, err := vault.SealCopy(t.Context(), fullDisk{}, copyPass); !errors.Is(err, errFullDisk) {
		t.Errorf("err = %v", err)
	}
	release := vault.HoldDerivation()
	defer release()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := vault.SealCopy(ctx, io.Discard, copyPass); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("err = %v", err)
	}
}
