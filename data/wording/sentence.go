package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a piece of a text, in bytes.
type span struct{ start, end int }

// sentences returns the finished sentences of the text: those that end with one
// of . ! ? … or with a new line. A point inside a number or an address ends
// nothing.
func sentences(text string) []span {
	var spans []span
	start := 0
	for i, r := range text {
		after := i + utf8.RuneLen(r)
		if r == utf8.RuneError || !ends(r, text[min(after, len(text)):]) {
			continue
		}
		if s := trim(text, start, after); s.end > s.start {
			spans = append(spans, s)
		}
		start = after
	}
	return spans
}

// ends reports whether r ends a sentence when rest comes after it.
func ends(r rune, rest string) bool {
	switch r {
	case '\n', '!', '?', '…':
		return true
	case '.':
		next, _ := utf8.DecodeRuneInString(rest)
		return rest == "" || !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	return false
}

// trim narrows the span to what is not space, and drops one that has no letter.
func trim(text string, start, end int) span {
	s := text[start:end]
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return span{start, start}
	}
	left := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	right := len(strings.TrimRightFunc(s, unicode.IsSpace))
	return span{start + left, start + right}
}

// closing has the quotes that close what a double quote opens.
var closing = map[rune]string{'“': "”", '"': "\"", '„': "“”", '«': "»"}

// maskQuotes blanks what stands between quotes in one line, keeping every
// position.
func maskQuotes(text string) string {
	if !strings.ContainsAny(text, "“\"„«‘’'") {
		return text
	}
	masked := []byte(text)
	maskDouble(masked, text)
	maskSingle(masked, string(masked))
	return string(masked)
}

// maskDouble blanks what double quotes hold. One that isn't closed reaches to
// the end of its line: somebody is still writing it. After a letter or a number
// a straight one is a sign for inches, or closes nothing.
func maskDouble(masked []byte, text string) {
	ends, body, before := "", 0, ' '
	for i, r := range text {
		switch {
		case ends != "" && (r == '\n' || strings.ContainsRune(ends, r)):
			blank(masked[body:i])
			ends = ""
		case ends == "" && (r != '"' || !inWord(before)):
			ends, body = closing[r], i+utf8.RuneLen(r)
		}
		before = r
	}
	if ends != "" {
		blank(masked[body:])
	}
}

// maskSingle blanks what single quotes hold. Such a sign may also be an
// apostrophe, so it opens only before a word, closes only after one, and one that
// isn't closed is left as it is.
func maskSingle(masked []byte, text string) {
	body, before := -1, ' '
	for i, r := range text {
		switch after := i + utf8.RuneLen(r); {
		case r == '\n':
			body = -1
		case !strings.ContainsRune("‘’'", r):
		case body >= 0 && !unicode.IsSpace(before) && !wordAt(text, after):
			blank(masked[body:i])
			body = -1
		case body < 0 && !inWord(before) && wordAt(text, after):
			body = after
		}
		before = r
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordAt reports whether a word begins at a byte of the text.
func wordAt(text string, at int) bool {
	next, _ := utf8.DecodeRuneInString(text[at:])
	return inWord(next)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}
