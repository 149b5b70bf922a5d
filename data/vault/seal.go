// Package vault turns passphrases and recovery words into keys, seals and
// opens bytes, and signs. Nothing else in Goldseam touches a key.
//
// Errors never carry a passphrase, a word or a key.
package vault

import (
	"crypto/rand"
	"encoding/binary"
	"errors"

	"golang.org/x/crypto/chacha20poly1305"
)

// ErrDamaged means sealed bytes do not open: they were changed, belong to
// another place, or were sealed with another key.
var ErrDamaged = errors.New("sealed bytes do not open")

const (
	sealLabel = "goldseam seal 1" // the number is the format of sealed bytes
	step      = 256               // sealed lengths grow in steps of this many bytes
	lengthLen = 4                 // big-endian length ahead of the plain bytes
	nonceLen  = chacha20poly1305.NonceSizeX
	tagLen    = chacha20poly1305.Overhead
)

// Key is a secret of 32 random bytes. The zero Key is a cleared one.
type Key [32]byte

// NewKey makes a key from the system's random source.
func NewKey() Key {
	var k Key
	fillRandom(k[:])
	return k
}

// Clear overwrites k with zeros.
func (k *Key) Clear() { clear(k[:]) }

// Bind says where sealed bytes belong. They open only with the same Bind, so
// they cannot be moved to another row, purpose or journal.
type Bind struct {
	Purpose string // such as "event.head"
	Journal string // id of the journal
	Row     string // id of the row
}

// associated is the authenticated form of b: every field behind its length, so
// that no two different Binds give the same bytes.
func (b Bind) associated() []byte {
	out := []byte(sealLabel)
	for _, field := range []string{b.Purpose, b.Journal, b.Row} {
		out = appendField(out, []byte(field))
	}
	return out
}

// Seal encrypts plain (under 4 GiB) with XChaCha20-Poly1305, bound to b.
// The result is a random nonce of 24 bytes, then the encrypted length, plain
// and zeros, filled to a step of 256 bytes, then the tag of 16 bytes.
func Seal(k *Key, b Bind, plain []byte) []byte {
	size := SealedSize(len(plain))
	out := make([]byte, size-tagLen, size)
	nonce, body := out[:nonceLen], out[nonceLen:]
	fillRandom(nonce)
	binary.BigEndian.PutUint32(body, uint32(len(plain)))
	copy(body[lengthLen:], plain)
	// NewX refuses only keys of another length than 32.
	aead, _ := chacha20poly1305.NewX(k[:])
	return aead.Seal(nonce, nonce, body, b.associated()) // in place: no copy of plain stays behind
}

// Open returns what was sealed with k for b. Any failure is ErrDamaged: a wrong
// key, another Bind, changed bytes, a length or padding that Seal never makes.
func Open(k *Key, b Bind, sealed []byte) ([]byte, error) {
	if len(sealed) < SealedSize(0) {
		return nil, ErrDamaged
	}
	// NewX refuses only keys of another length than 32.
	aead, _ := chacha20poly1305.NewX(k[:])
	padded, err := aead.Open(nil, sealed[:nonceLen], sealed[nonceLen:], b.associated())
	if err != nil {
		return nil, ErrDamaged
	}
	return unpad(padded)
}

// unpad checks length and zeros and returns the plain bytes inside padded,
// which holds at least the length.
func unpad(padded []byte) ([]byte, error) {
	n := uint64(binary.BigEndian.Uint32(padded))
	room := uint64(len(padded) - lengthLen)
	if n > room || SealedSize(int(n)) != nonceLen+len(padded)+tagLen {
		return nil, ErrDamaged
	}
	end := lengthLen + int(n)
	for _, c := range padded[end:] {
		if c != 0 {
			return nil, ErrDamaged
		}
	}
	return padded[lengthLen:end:end], nil
}

// SealedSize is the length in bytes of n plain bytes once sealed.
func SealedSize(n int) int {
	steps := (lengthLen + n + step - 1) / step
	return nonceLen + steps*step + tagLen
}

// appendField appends field behind its length, 8 bytes big-endian.
func appendField(out, field []byte) []byte {
	out = binary.BigEndian.AppendUint64(out, uint64(len(field)))
	return append(out, field...)
}

// fillRandom fills b from the system's random source, which ends the program
// rather than fail.
func fillRandom(b []byte) { _, _ = rand.Read(b) }
