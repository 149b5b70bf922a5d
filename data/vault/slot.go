package vault

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
)

// Errors of slots, for errors.Is.
var (
	// ErrWrongPassphrase means that the passphrase does not open this slot.
	ErrWrongPassphrase = errors.New("the passphrase does not fit")
	// ErrWrongWords means that these are not twelve recovery words, or that
	// they do not open this slot.
	ErrWrongWords = errors.New("the recovery words do not fit")
	// ErrBadSlot means that a slot has a shape Goldseam never writes.
	ErrBadSlot = errors.New("the slot is not one of ours")
)

const (
	saltLen   = 16
	wordsInfo = "goldseam words 1" // HKDF info; the number is the format
)

// SlotKind says what opens a slot. The numbers are stored.
type SlotKind int

// The kinds of slot.
const (
	SlotPassphrase SlotKind = 1
	SlotWords      SlotKind = 2
)

// Slot holds a partner's key, wrapped by a passphrase or by recovery words.
// An empty one (see EmptySlot) has the same shape.
type Slot struct {
	Kind   SlotKind
	Params Params // zero for SlotWords: twelve random words need no slow derivation
	Salt   []byte // 16 bytes, for Argon2id or HKDF
	Sealed []byte // the wrapped key, SealedSize(32) bytes; never empty
}

// NewPassphraseSlot wraps partnerKey with passphrase, for row of journal. It
// derives a key, which takes a second or so and waits for any other derivation.
// The error is that of NormalizePassphrase.
func NewPassphraseSlot(journal, row string, passphrase string, partnerKey *Key) (Slot, error) {
	text, err := NormalizePassphrase(passphrase)
	if err != nil {
		return Slot{}, err
	}
	s := newSlot(SlotPassphrase)
	wrap, err := derive(context.Background(), s.Params, text, s.Salt)
	if err != nil {
		return Slot{}, err
	}
	defer wrap.Clear()
	s.Sealed = Seal(&wrap, s.bind(journal, row), partnerKey[:])
	return s, nil
}

// NewWordsSlot wraps partnerKey with recovery words, for row of journal. The
// error is ErrWrongWords when words are not ones that ParseWords takes.
func NewWordsSlot(journal, row string, words string, partnerKey *Key) (Slot, error) {
	s := newSlot(SlotWords)
	wrap, err := wordsKey(words, s.Salt)
	if err != nil {
		return Slot{}, err
	}
	defer wrap.Clear()
	s.Sealed = Seal(&wrap, s.bind(journal, row), partnerKey[:])
	return s, nil
}

// EmptySlot stands in for a partner who has not joined: same shape and length
// as a full slot, random bytes, opened by nothing.
func EmptySlot(kind SlotKind) Slot {
	s := newSlot(kind)
	s.Sealed = make([]byte, SealedSize(len(Key{})))
	fillRandom(s.Sealed)
	return s
}

// newSlot is a slot with fresh salt, not yet sealed.
func newSlot(kind SlotKind) Slot {
	s := Slot{Kind: kind, Salt: make([]byte, saltLen)}
	fillRandom(s.Salt)
	if kind == SlotPassphrase {
		s.Params = newParams()
	}
	return s
}

// OpenPassphrase returns the partner's key. The error is ErrWrongPassphrase when
// passphrase does not fit, ErrBadSlot when s has a wrong shape (nothing is derived
// then), or that of ctx when it ends before the derivation begins. One derivation
// runs at a time.
func (s Slot) OpenPassphrase(ctx context.Context, journal, row, passphrase string) (Key, error) {
	if err := s.check(SlotPassphrase); err != nil {
		return Key{}, err
	}
	text, err := NormalizePassphrase(passphrase)
	if err != nil {
		return Key{}, ErrWrongPassphrase // no slot was ever made with it
	}
	wrap, err := derive(ctx, s.Params, text, s.Salt)
	if err != nil {
		return Key{}, err
	}
	defer wrap.Clear()
	return s.unwrap(&wrap, journal, row, ErrWrongPassphrase)
}

// OpenWords returns the partner's key. The error is ErrWrongWords when words do
// not fit, ErrBadSlot when s has a wrong shape.
func (s Slot) OpenWords(journal, row, words string) (Key, error) {
	if err := s.check(SlotWords); err != nil {
		return Key{}, err
	}
	wrap, err := wordsKey(words, s.Salt)
	if err != nil {
		return Key{}, err
	}
	defer wrap.Clear()
	return s.unwrap(&wrap, journal, row, ErrWrongWords)
}

// check looks at the shape of s before anything is derived or allocated.
func (s Slot) check(kind SlotKind) error {
	switch {
	case s.Kind != kind:
		return fmt.Errorf("kind %d: %w", s.Kind, ErrBadSlot)
	case len(s.Salt) != saltLen:
		return fmt.Errorf("salt of %d bytes: %w", len(s.Salt), ErrBadSlot)
	case len(s.Sealed) != SealedSize(len(Key{})):
		return fmt.Errorf("%d sealed bytes: %w", len(s.Sealed), ErrBadSlot)
	case kind == SlotWords && s.Params != Params{}:
		return fmt.Errorf("parameters beside words: %w", ErrBadSlot)
	case kind == SlotPassphrase:
		return s.Params.Check()
	}
	return nil
}

// unwrap opens the sealed key; wrong is the error when it does not open.
func (s Slot) unwrap(wrap *Key, journal, row string, wrong error) (Key, error) {
	plain, err := Open(wrap, s.bind(journal, row), s.Sealed)
	if err != nil {
		return Key{}, wrong
	}
	defer clear(plain)
	if len(plain) != len(Key{}) {
		return Key{}, fmt.Errorf("key of %d bytes: %w", len(plain), ErrBadSlot)
	}
	return Key(plain), nil
}

// bind ties the sealed key to its row and to everything that stands in the
// clear beside it.
func (s Slot) bind(journal, row string) Bind {
	purpose := fmt.Sprintf("slot %d %d %d %d %x", s.Kind, s.Params.Memory, s.Params.Time, s.Params.Threads, s.Salt)
	return Bind{Purpose: purpose, Journal: journal, Row: row}
}

// wordsKey turns the 128 random bits behind the words into a key.
func wordsKey(words string, salt []byte) (Key, error) {
	entropy, err := wordsEntropy(words)
	if err != nil {
		return Key{}, err
	}
	defer clear(entropy)
	raw, err := hkdf.Key(sha256.New, entropy, salt, wordsInfo, len(Key{}))
	if err != nil {
		return Key{}, fmt.Errorf("key from words: %w", err)
	}
	defer clear(raw)
	return Key(raw), nil
}
