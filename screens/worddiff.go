package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"
)

// wordChange is one run of words that a new wording added or took out.
type wordChange struct {
	Added bool
	Words string
}

// diffLimit bounds the table of wordDiff, in cells. Beyond it the changed middle
// is told as one piece taken out and one piece added.
const diffLimit = 4_000_000

// wordDiff tells what changed from one wording to the next, in reading order.
// Words count as whole; space between them doesn't count.
func wordDiff(before, after string) []wordChange {
	a, b := diffWords(before), diffWords(after)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var changes []wordChange
	if (len(a)+1)*(len(b)+1) > diffLimit {
		return addRun(addRun(changes, false, a), true, b)
	}
	return walkDiff(a, b, commonLengths(a, b))
}

// commonLengths gives, for each pair of starts, how many words the two tails
// have in common in the same order.
func commonLengths(a, b []string) [][]int32 {
	table := make([][]int32, len(a)+1)
	for i := range table {
		table[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// walkDiff collects the runs between the words that both have.
func walkDiff(a, b []string, table [][]int32) []wordChange {
	var changes []wordChange
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		fromA, fromB := i, j
		for (i < len(a) || j < len(b)) && (i == len(a) || j == len(b) || a[i] != b[j]) {
			if j == len(b) || (i < len(a) && table[i+1][j] >= table[i][j+1]) {
				i++
			} else {
				j++
			}
		}
		changes = addRun(addRun(changes, false, a[fromA:i]), true, b[fromB:j])
		for i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
		}
	}
	return changes
}

func addRun(changes []wordChange, added bool, words []string) []wordChange {
	if len(words) == 0 {
		return changes
	}
	var run strings.Builder
	for i, word := range words {
		if i > 0 && !isMark(word) {
			run.WriteByte(' ')
		}
		run.WriteString(word)
	}
	said := run.String()
	if bare := strings.TrimLeft(said, marks+" "); bare != "" {
		said = bare
	}
	return append(changes, wordChange{Added: added, Words: said})
}

// marks are the signs that end a word or a sentence. They count as words of
// their own, so that a comma doesn't make the word before it a new one.
const marks = ".,;:!?…"

func isMark(word string) bool { return strings.Trim(word, marks) == "" }

func diffWords(text string) []string {
	var words []string
	for _, word := range strings.Fields(text) {
		bare := strings.TrimRight(word, marks)
		if bare != "" {
			words = append(words, bare)
		}
		if bare != word {
			words = append(words, word[len(bare):])
		}
	}
	return words
}

// changeSentence tells a change of wording in words, or nothing when the words
// stayed the same.
func changeSentence(before, after string) string {
	changes := wordDiff(before, after)
	said := make([]string, len(changes))
	for i, c := range changes {
		said[i] = c.sentence()
	}
	return strings.Join(said, ", ")
}

func (c wordChange) sentence() string {
	words := map[string]any{"Words": c.Words}
	if c.Added {
		return lang.L("“{{.Words}}” added", words)
	}
	return lang.L("“{{.Words}}” taken out", words)
}
