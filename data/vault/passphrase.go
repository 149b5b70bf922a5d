package vault

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tyler-smith/go-bip39"
	"golang.org/x/text/unicode/norm"
)

// Errors of NormalizePassphrase, for errors.Is.
var (
	// ErrBlank means that nothing but spaces was given.
	ErrBlank = errors.New("the passphrase is blank")
	// ErrTooShort means fewer than twelve characters.
	ErrTooShort = errors.New("the passphrase has fewer than 12 characters")
	// ErrControl means a character that cannot be typed again: a control
	// character, or bytes that are not text.
	ErrControl = errors.New("the passphrase has a control character")
)

const (
	leastPassphrase = 12 // characters, counted after NFC
	offeredWords    = 6  // 11 random bits each
)

// NormalizePassphrase returns s in Unicode form NFC, so that the same passphrase
// typed on another keyboard is the same bytes. Spaces count and stay. The error
// is ErrBlank, ErrControl or ErrTooShort.
func NormalizePassphrase(s string) (string, error) {
	if strings.TrimSpace(s) == "" {
		return "", ErrBlank
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return "", ErrControl
	}
	s = norm.NFC.String(s)
	if utf8.RuneCountInString(s) < leastPassphrase {
		return "", ErrTooShort
	}
	return s, nil
}

// OfferPassphrase makes a passphrase of six random words (66 bits), joined by
// hyphens.
func OfferPassphrase() string {
	list := bip39.GetWordList()
	random := make([]byte, 2*offeredWords)
	fillRandom(random)
	words := make([]string, offeredWords)
	for i := range words {
		// 2048 words divide 65536 evenly, so every word is as likely.
		n := int(binary.BigEndian.Uint16(random[2*i:]))
		words[i] = list[n%len(list)]
	}
	return strings.Join(words, "-")
}

// SameSecret says whether a and b are the same text in Unicode form NFC. How
// long it takes tells nothing of where they differ.
func SameSecret(a, b string) bool {
	x := sha256.Sum256([]byte(norm.NFC.String(a)))
	y := sha256.Sum256([]byte(norm.NFC.String(b)))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
