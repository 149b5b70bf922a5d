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

// closing has the quotes that close what a quote opens.
var closing = map[rune]string{'“': "”", '"': "\"", '„': "“”", '«': "»"}

// maskQuotes blanks what stands between double quotes in one line, keeping
// every position. A quote that is not closed in its line is left as it is.
func maskQuotes(text string) string {
	if !strings.ContainsAny(text, "“\"„«") {
		return text
	}
	masked := []byte(text)
	ends, body := "", 0
	for i, r := range text {
		switch {
		case r == '\n':
			ends = ""
		case ends != "" && strings.ContainsRune(ends, r):
			blank(masked[body:i])
			ends = ""
		case ends == "":
			ends, body = closing[r], i+utf8.RuneLen(r)
		}
	}
	return string(masked)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}
