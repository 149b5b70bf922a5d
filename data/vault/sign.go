package vault

import (
	"crypto/ed25519"
	"crypto/sha256"
)

const eventLabel = "goldseam event 1" // the number is the format of the hash

// Seed is the secret half of a partner's Ed25519 signing key.
type Seed [32]byte

// NewSeed makes a seed from the system's random source.
func NewSeed() Seed {
	var s Seed
	fillRandom(s[:])
	return s
}

// Clear overwrites s with zeros.
func (s *Seed) Clear() { clear(s[:]) }

// Public is the public half, which anyone may know.
func (s *Seed) Public() [32]byte {
	private := ed25519.NewKeyFromSeed(s[:])
	defer clear(private)
	return [32]byte(private[ed25519.SeedSize:])
}

// Sign returns a signature of hash, 64 bytes.
func (s *Seed) Sign(hash []byte) []byte {
	private := ed25519.NewKeyFromSeed(s[:])
	defer clear(private)
	return ed25519.Sign(private, hash)
}

// Verify says whether sig is a signature of hash by the seed behind pub.
func Verify(pub [32]byte, hash, sig []byte) bool {
	return ed25519.Verify(pub[:], hash, sig)
}

// EventHash is what partners sign for an event: SHA-256 of a label, then the
// journal's id, the event's id and the exact bytes of its head, each behind its
// length (8 bytes, big-endian).
func EventHash(journal, id string, head []byte) [32]byte {
	text := make([]byte, 0, len(eventLabel)+3*8+len(journal)+len(id)+len(head))
	text = append(text, eventLabel...)
	text = appendField(text, []byte(journal))
	text = appendField(text, []byte(id))
	text = appendField(text, head)
	return sha256.Sum256(text)
}

// WordsHash is SHA-256 of random, 32 bytes, followed by words. A signed head
// holds it, so that words can be erased later and nothing be guessed from what
// stays.
func WordsHash(random, words []byte) [32]byte {
	h := sha256.New()
	h.Write(random)
	h.Write(words)
	return [32]byte(h.Sum(nil))
}
