//go:build e2e

package app

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// needle is something that must not be found, in one of the forms that it may have.
type needle struct {
	name  string // what it is reported as
	bytes []byte
}

// needleStart is how many bytes of a needle are looked at first; none is shorter.
const needleStart = 4

// finder looks for many needles at once.
type finder struct {
	starts  map[uint32][]needle
	perhaps [1 << 16]bool // by a hash of the start, because most places hold none
}

func (f *finder) add(name string, form []byte) {
	if len(form) < needleStart {
		return
	}
	if f.starts == nil {
		f.starts = map[uint32][]needle{}
	}
	start := binary.LittleEndian.Uint32(form)
	f.starts[start] = append(f.starts[start], needle{name, form})
	f.perhaps[startHash(start)] = true
}

// startHash is the upper half of a product with a number that mixes well.
func startHash(start uint32) uint16 { return uint16(start * 0x9E3779B1 >> 16) }

// addText adds a text as programs hold it: UTF-8, and 16 and 32 bits a letter.
func (f *finder) addText(name, text string) {
	f.add(name, []byte(text))
	wide := utf16.Encode([]rune(text))
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		var two, four []byte
		for _, unit := range wide {
			two = order.AppendUint16(two, unit)
		}
		for _, letter := range text {
			four = order.AppendUint32(four, uint32(letter))
		}
		f.add(name, two)
		f.add(name, four)
	}
}

// addWord adds a word in small and capital letters too.
func (f *finder) addWord(word string) {
	lower, upper := strings.ToLower(word), strings.ToUpper(word)
	for _, form := range []string{lower, upper, upper[:1] + lower[1:]} {
		f.addText(lower, form)
	}
}

// addKey adds a key as it is, and as JSON has it.
func (f *finder) addKey(name string, key []byte) {
	f.add(name, key)
	f.add(name, []byte(base64.StdEncoding.EncodeToString(key)))
}

// empty is a page of memory that was never used, or was given back.
var empty [4096]byte

// find counts in found how often each needle stands in text.
func (f *finder) find(text []byte, found map[string]int) {
	for i := 0; i+needleStart <= len(text); i++ {
		if i%len(empty) == 0 && i+len(empty) < len(text) && bytes.Equal(text[i:i+len(empty)], empty[:]) {
			i += len(empty) - needleStart // what begins in the last bytes is looked at
			continue
		}
		start := binary.LittleEndian.Uint32(text[i:])
		if !f.perhaps[startHash(start)] {
			continue
		}
		for _, n := range f.starts[start] {
			if bytes.HasPrefix(text[i:], n.bytes) {
				found[n.name]++
			}
		}
	}
}
