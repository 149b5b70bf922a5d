package widgets

import (
	"strings"
	"unicode"
)

// ellipsis ends a text that had to be cut.
const ellipsis = "…"

// slack is how much wider than its room a line may be, in points: sums of words are rounded.
const slack = 0.25

// wrapLines breaks a text into lines no wider than width, at spaces where it can and inside a word where it must.
// A width of zero or less means no limit. With maxLines above zero what is left over is cut with an ellipsis.
func wrapLines(text string, width float32, maxLines int, measure func(string) float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(tidy(text), "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, measure)...)
	}
	if maxLines <= 0 || len(lines) <= maxLines {
		return lines
	}
	last := strings.Join(lines[maxLines-1:], " ")
	return append(lines[:maxLines-1:maxLines-1], cut(last, width, measure))
}

// tidy makes the ends of lines and tabs alike on all systems.
func tidy(text string) string {
	if !strings.ContainsAny(text, "\r\t") {
		return text
	}
	return tidier.Replace(text)
}

var tidier = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ")

func wrapParagraph(text string, width float32, measure func(string) float32) []string {
	if width <= 0 || measure(text) <= width+slack {
		return []string{text}
	}
	var lines []string
	line, used := "", float32(0)
	for _, word := range splitWords(text) {
		bare := strings.TrimRight(word, " ")
		if line != "" && used+measure(bare) > width+slack {
			lines, line, used = append(lines, strings.TrimRight(line, " ")), "", 0
		}
		for measure(bare) > width+slack && len(signEnds(bare)) > 1 {
			head := fitting(bare, width, measure)
			lines = append(lines, head)
			bare, word = bare[len(head):], word[len(head):]
		}
		line += word
		used += measure(word)
	}
	return append(lines, strings.TrimRight(line, " "))
}

// splitWords cuts a paragraph after each run of spaces, and after hyphens and slashes inside words.
func splitWords(text string) []string {
	var words []string
	start := 0
	runes := []rune(text)
	for i := 1; i < len(runes); i++ {
		before, here := runes[i-1], runes[i]
		afterSpace := before == ' ' && here != ' '
		afterHyphen := (before == '-' || before == '/') && unicode.IsLetter(here) && i-start > 2
		if afterSpace || afterHyphen {
			words = append(words, string(runes[start:i]))
			start = i
		}
	}
	return append(words, string(runes[start:]))
}

// fitting gives the longest beginning of a word that fits, at least one whole sign.
func fitting(word string, width float32, measure func(string) float32) string {
	ends := signEnds(word)
	low, high := 0, len(ends)-1
	for low < high {
		middle := (low + high + 1) / 2
		if measure(word[:ends[middle]]) <= width+slack {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return word[:ends[low]]
}

// cut shortens a line to its room, ending it with an ellipsis.
func cut(line string, width float32, measure func(string) float32) string {
	if width <= 0 {
		return line
	}
	room := width - measure(ellipsis)
	if measure(line) <= room+slack {
		return line + ellipsis
	}
	return strings.TrimRight(fitting(line, room, measure), " ") + ellipsis
}

// signEnds gives the byte offsets after which a word may be broken, so that a letter keeps its accents and an emoji
// made of several runes stays whole. The last one is the length of the word.
func signEnds(word string) []int {
	var ends []int
	before, flags := rune(0), 0
	for i, r := range word {
		if i > 0 && !joins(before, r, flags) {
			ends = append(ends, i)
		}
		if isFlag(r) {
			flags++
		} else {
			flags = 0
		}
		before = r
	}
	return append(ends, len(word))
}

// joins tells whether a rune belongs to the one before it. Flags are made of two signs each; flags counts those so far.
func joins(before, r rune, flags int) bool {
	const joiner = '\u200d'
	switch {
	case before == joiner || r == joiner || unicode.Is(unicode.M, r):
		return true
	case r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
		return true
	case isFlag(r):
		return flags%2 == 1
	}
	return false
}

func isFlag(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
