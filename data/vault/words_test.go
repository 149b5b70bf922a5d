package vault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"goldseam.app/data/vault"
	"pgregory.net/rapid"
)

// zeroWords stand for 128 zero bits.
var zeroWords = strings.Repeat("abandon ", 11) + "about"

func TestNewWords(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		words := vault.NewWords()
		same, err := vault.ParseWords(words)
		if err != nil || same != words || len(strings.Split(words, " ")) != 12 || seen[words] {
			t.Fatalf("new words %q: %v", words, err)
		}
		seen[words] = true
	}
}

func TestParseWordsForgives(t *testing.T) {
	var numbered, bracketed strings.Builder
	for i, w := range strings.Fields(zeroWords) {
		fmt.Fprintf(&numbered, "%d. %s\r\n", i+1, w)
		fmt.Fprintf(&bracketed, "%d)%s, ", i+1, w)
	}
	for _, in := range []string{
		zeroWords,
		strings.ToUpper(zeroWords),
		"\n\t " + strings.ReplaceAll(zeroWords, " ", " \n\u00a0") + " ",
		strings.ReplaceAll(zeroWords, " ", "-"),
		numbered.String(),
		bracketed.String(),
	} {
		if got, err := vault.ParseWords(in); err != nil || got != zeroWords {
			t.Errorf("ParseWords(%q) = %q, %v", in, got, err)
		}
	}
}

func TestParseWordsRefuses(t *testing.T) {
	for _, in := range []string{
		"",
		"1. 2. 3.",
		strings.Repeat("abandon ", 12),         // the last word does not fit the others
		strings.Repeat("abandon ", 11),         // eleven
		zeroWords + " about",                   // thirteen
		strings.Repeat("abandon ", 23) + "art", // right, but twenty-four
		strings.Repeat("abandon ", 11) + "goldseam",
		strings.ReplaceAll(zeroWords, " ", ""),
		zeroWords + "\xff\xff a",
	} {
		got, err := vault.ParseWords(in)
		if !errors.Is(err, vault.ErrWrongWords) || got != "" {
			t.Errorf("ParseWords(%q) = %q, %v; want ErrWrongWords", in, got, err)
		}
	}
}

// TestErrorsKeepWords: what was typed must not reach a log.
func TestErrorsKeepWords(t *testing.T) {
	_, err := vault.ParseWords(strings.Repeat("abandon ", 11) + "secretive")
	if err == nil || strings.Contains(err.Error(), "secretive") {
		t.Errorf("the error repeats what was typed: %v", err)
	}
}

func TestSwappedWords(t *testing.T) {
	key := vault.NewKey()
	rapid.Check(t, func(t *rapid.T) {
		words := vault.NewWords()
		s, err := vault.NewWordsSlot("journal", "noor", words, &key)
		if err != nil {
			t.Fatal(err)
		}
		list := strings.Fields(words)
		i, j := rapid.IntRange(0, 11).Draw(t, "i"), rapid.IntRange(0, 11).Draw(t, "j")
		list[i], list[j] = list[j], list[i]
		swapped := strings.Join(list, " ")
		got, err := s.OpenWords("journal", "noor", swapped)
		if swapped == words && (err != nil || got != key) {
			t.Fatalf("the same words: %v", err)
		}
		if swapped != words && !errors.Is(err, vault.ErrWrongWords) {
			t.Fatalf("words %d and %d swapped: %v", i, j, err)
		}
	})
}

func FuzzParseWords(f *testing.F) {
	f.Add("")
	f.Add(zeroWords)
	f.Add("1. " + strings.ToUpper(strings.ReplaceAll(zeroWords, " ", "\n2. ")))
	f.Add(zeroWords + "\xff\u0130")
	f.Fuzz(func(t *testing.T, s string) {
		words, err := vault.ParseWords(s)
		if err != nil {
			if !errors.Is(err, vault.ErrWrongWords) || words != "" {
				t.Errorf("%q, %v; want ErrWrongWords", words, err)
			}
			return
		}
		if again, err := vault.ParseWords(words); err != nil || again != words {
			t.Errorf("%q becomes %q, %v", words, again, err)
		}
	})
}
