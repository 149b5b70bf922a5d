package screens

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWordDiff(t *testing.T) {
	added := func(s string) wordChange { return wordChange{Added: true, Words: s} }
	out := func(s string) wordChange { return wordChange{Words: s} }
	for name, c := range map[string]struct {
		before, after string
		want          []wordChange
	}{
		"same":          {"I write before", "I write before", nil},
		"space":         {"I write  before\n", "I write before", nil},
		"both empty":    {"", "", nil},
		"all new":       {"", "I write", []wordChange{added("I write")}},
		"all gone":      {"I write", "", []wordChange{out("I write")}},
		"at the end":    {"I write", "I write, also when late", []wordChange{added("also when late")}},
		"in the middle": {"I write at ten", "I write home at ten", []wordChange{added("home")}},
		"twice":         {"one two three four five", "one 2 three 4 five", []wordChange{out("two"), added("2"), out("four"), added("4")}},
		"a mark":        {"I write.", "I write", []wordChange{out(".")}},
		"a repeat":      {"no no no", "no no", []wordChange{out("no")}},
	} {
		if diff := cmp.Diff(c.want, wordDiff(c.before, c.after)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestChangeSentence(t *testing.T) {
	got := changeSentence("I call at ten", "I write at ten or before")
	want := "“call” taken out, “write” added, “or before” added"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWordDiffOfLongTextsStaysSmall(t *testing.T) {
	before, after := strings.Repeat("a b ", 2500), strings.Repeat("c d ", 2500)
	if got := wordDiff(before, after); len(got) != 2 {
		t.Errorf("got %d changes, want one taken out and one added", len(got))
	}
}

// Words added and taken out account for the whole difference in length.
func TestWordDiffCountsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"I", "you", "we", "go", "stay"}))
		a, b := words.Draw(t, "before"), words.Draw(t, "after")
		sum := len(a)
		for _, c := range wordDiff(strings.Join(a, " "), strings.Join(b, " ")) {
			n := len(strings.Fields(c.Words))
			if !c.Added {
				n = -n
			}
			sum += n
		}
		if sum != len(b) {
			t.Fatalf("changes lead to %d words, want %d", sum, len(b))
		}
	})
}
