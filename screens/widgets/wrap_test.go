package widgets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// perRune measures every rune as one point wide.
func perRune(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestWrapLines(t *testing.T) {
	for _, test := range []struct {
		name, text string
		width      float32
		most       int
		want       []string
	}{
		{"fits", "one two", 10, 0, []string{"one two"}},
		{"no limit", "one two", 0, 0, []string{"one two"}},
		{"empty", "", 10, 0, []string{""}},
		{"at spaces", "one two three", 8, 0, []string{"one two", "three"}},
		{"keeps blank lines", "one\n\ntwo", 8, 0, []string{"one", "", "two"}},
		{"all ends of lines", "a\r\nb\rc", 8, 0, []string{"a", "b", "c"}},
		{"long word", "abcdefghij kl", 4, 0, []string{"abcd", "efgh", "ij", "kl"}},
		{"long word in the middle", "a bcdefgh", 4, 0, []string{"a", "bcde", "fgh"}},
		{"hyphen", "well-known", 6, 0, []string{"well-", "known"}},
		{"cut", "one two three four", 8, 2, []string{"one two", "three f…"}},
		{"cut inside a word", "one abcdefghijkl m", 8, 2, []string{"one", "abcdefg…"}},
		{"narrower than a sign", "ab", 0.5, 0, []string{"a", "b"}},
	} {
		if diff := cmp.Diff(test.want, wrapLines(test.text, test.width, test.most, perRune)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestSignsStayWhole(t *testing.T) {
	for _, sign := range []string{"👩‍👩‍👧", "👍🏽", "é", "🇩🇪", "❤️"} {
		if got := wrapLines(strings.Repeat(sign, 3), 1, 0, perRune); len(got) != 3 || got[0] != sign {
			t.Errorf("%q broken into %q", sign, got)
		}
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab -/é👍🏽🇩🇪\u200dא\n")), 0, 60, -1).Draw(t, "text")
		width := float32(rapid.IntRange(1, 20).Draw(t, "width"))
		lines := wrapLines(text, width, 0, perRune)
		bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, line := range lines {
			if perRune(line) > width && len(signEnds(line)) > 1 {
				t.Fatalf("line %q is wider than %v", line, width)
			}
		}
	})
}
