package vault

import (
	"context"

	"golang.org/x/crypto/chacha20poly1305"
)

// CheckOutsideTests is Check with the bounds that hold in the finished program.
func CheckOutsideTests(p Params) error { return p.check(leastMemory) }

// Associated is the authenticated form of b.
func Associated(b Bind) []byte { return b.associated() }

// SlotBind is what the key in s is bound to.
func SlotBind(s Slot, journal, row string) Bind { return s.bind(journal, row) }

// Derive turns a passphrase into a key.
func Derive(p Params, passphrase string, salt []byte) (Key, error) {
	return derive(context.Background(), p, passphrase, salt)
}

// WordsKey turns recovery words into a key.
func WordsKey(words string, salt []byte) (Key, error) { return wordsKey(words, salt) }

// HoldDerivation takes the turn of a derivation until release is called.
func HoldDerivation() (release func()) {
	deriving <- struct{}{}
	return func() { <-deriving }
}

// SealRaw seals padded as it is, to try lengths and padding that Seal never makes.
func SealRaw(k *Key, b Bind, padded []byte) []byte {
	nonce := make([]byte, nonceLen)
	fillRandom(nonce)
	aead, _ := chacha20poly1305.NewX(k[:])
	return aead.Seal(nonce, nonce, padded, b.associated())
}
