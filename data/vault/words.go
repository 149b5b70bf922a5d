package vault

import (
	"strings"
	"unicode"

	"github.com/tyler-smith/go-bip39"
)

const (
	recoveryWords = 12
	entropyLen    = 16 // bytes behind twelve words
)

// NewWords makes twelve recovery words of the BIP39 English list from 128 random
// bits, joined by single spaces.
func NewWords() string {
	entropy := make([]byte, entropyLen)
	fillRandom(entropy)
	defer clear(entropy)
	// NewMnemonic refuses only lengths that BIP39 does not have.
	words, _ := bip39.NewMnemonic(entropy)
	return words
}

// ParseWords returns the twelve words in s in lower case, joined by single
// spaces. Capitals, spaces, line breaks, commas and numbers such as "1." do not
// matter. The error is ErrWrongWords when there are not twelve, one is not in
// the list, or the last does not fit the others.
func ParseWords(s string) (string, error) {
	entropy, err := wordsEntropy(s)
	clear(entropy)
	if err != nil {
		return "", err
	}
	return strings.Join(splitWords(s), " "), nil
}

// wordsEntropy returns the 16 random bytes behind the words in s.
func wordsEntropy(s string) ([]byte, error) {
	words := splitWords(s)
	if len(words) != recoveryWords {
		return nil, ErrWrongWords
	}
	entropy, err := bip39.EntropyFromMnemonic(strings.Join(words, " "))
	if err != nil {
		return nil, ErrWrongWords // not wrapped: that error repeats what was typed
	}
	return entropy, nil
}

// splitWords takes everything that is not a letter as a gap.
func splitWords(s string) []string {
	gap := func(r rune) bool { return !unicode.IsLetter(r) }
	return strings.FieldsFunc(strings.ToLower(s), gap)
}
