package summary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes the couple's words fit for any form: valid UTF-8, composed, with
// "\n" as the only control character. What can't be kept leaves a visible mark.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Trim(norm.NFC.String(strings.Map(cleanRune, s)), " \n")
}

// cleanLine is clean for a text of one line.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
		return '\n'
	case r == '\t':
		return ' '
	case turnsText(r):
		return -1 // the order of the text around it must stay as it is
	case unicode.IsControl(r) || isNoncharacter(r):
		return utf8.RuneError
	}
	return r
}

// turnsText reports whether r changes the direction of the text around it.
func turnsText(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

func isNoncharacter(r rune) bool { return r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF }

// paragraphs splits clean words at their line breaks; empty lines stay as "".
func paragraphs(s string) []string {
	if s == "" {
		return nil
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines
}
