package vault_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"goldseam.app/data/vault"
	"pgregory.net/rapid"
)

func TestNormalizePassphrase(t *testing.T) {
	for _, c := range []struct {
		in, want string
		err      error
	}{
		{"twelve chars", "twelve chars", nil},
		{"  padded words  ", "  padded words  ", nil},
		{"eleven char", "", vault.ErrTooShort},
		{strings.Repeat("é", 12), strings.Repeat("é", 12), nil},
		{strings.Repeat("e\u0301", 12), strings.Repeat("é", 12), nil},
		{strings.Repeat("e\u0301", 11), "", vault.ErrTooShort},
		{"", "", vault.ErrBlank},
		{strings.Repeat(" ", 20), "", vault.ErrBlank},
		{strings.Repeat("\u00a0", 20), "", vault.ErrBlank},
		{"twelve chars\n", "", vault.ErrControl},
		{"twelve\x00chars", "", vault.ErrControl},
		{"twelve\tchars", "", vault.ErrControl},
		{"twelve\x7fchars", "", vault.ErrControl},
		{"twelve\u0085chars", "", vault.ErrControl},
		{"twelve\xffchars", "", vault.ErrControl},
	} {
		got, err := vault.NormalizePassphrase(c.in)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("NormalizePassphrase(%q) = %q, %v; want %q, %v", c.in, got, err, c.want, c.err)
		}
	}
}

func TestNormalizeTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once, err := vault.NormalizePassphrase(rapid.String().Draw(t, "s"))
		if err != nil {
			return
		}
		if twice, err := vault.NormalizePassphrase(once); err != nil || twice != once {
			t.Fatalf("%q becomes %q, %v", once, twice, err)
		}
	})
}

func TestOfferPassphrase(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z]{3,8}(-[a-z]{3,8}){5}$`)
	seen := map[string]bool{}
	for range 200 {
		p := vault.OfferPassphrase()
		if same, err := vault.NormalizePassphrase(p); err != nil || same != p || !shape.MatchString(p) || seen[p] {
			t.Fatalf("offered %q: %v", p, err)
		}
		seen[p] = true
	}
}

func TestSameSecret(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{noorsPass, noorsPass, true},
		{noorsPass, elisPass, false},
		{noorsPass, noorsPass + " ", false},
		{"caf\u00e9", "cafe\u0301", true},
		{"", "", true},
		{"", "a", false},
	} {
		if got := vault.SameSecret(c.a, c.b); got != c.want {
			t.Errorf("SameSecret(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
