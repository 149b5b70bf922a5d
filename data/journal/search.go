package journal

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// foldText takes away case and accents, so that a search finds what it means.
func foldText(s string) string {
	fold := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(fold, cases.Fold().String(strings.TrimSpace(s)))
	if err != nil {
		return strings.ToLower(s)
	}
	return out
}

// searchText holds what can be searched: shared words only, folded once, in the
// ledger's order.
type searchText struct {
	rows   []searchRow
	folded int // rows that are folded already
}

type searchRow struct {
	number int64
	text   string
}

// add notes an event's words; folding them waits for Prepare.
func (s *searchText) add(e *entry) {
	parts := []string{e.words.Name, e.words.Title, e.words.Text, e.words.Why, e.words.Said[0], e.words.Said[1]}
	for _, p := range e.words.Parts {
		parts = append(parts, p.Words[0], p.Words[1])
	}
	parts = append(parts, e.words.Steps...)
	for _, side := range e.words.CheckIns {
		for _, c := range side {
			parts = append(parts, c.Words)
		}
	}
	s.rows = append(s.rows, searchRow{number: e.seq, text: strings.Join(parts, "\n")})
}

// Prepare folds the words for searching. It can run in the background; without
// it the first search does the same.
func (j *Journal) Prepare(ctx context.Context) error {
	for {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !j.prepareSome() {
			return nil
		}
	}
}

const prepareStep = 200 // rows at a time, so that no reader waits long

func (j *Journal) prepareSome() (more bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.search.prepare(prepareStep)
}

func (s *searchText) prepare(n int) (more bool) {
	for ; n > 0 && s.folded < len(s.rows); n-- {
		s.rows[s.folded].text = foldText(s.rows[s.folded].text)
		s.folded++
	}
	return s.folded < len(s.rows)
}

// Find gives the numbers of moments whose words hold the query, newest first and
// at most limit, and how many there are in all. Own writing is never searched, nor
// what was shared, or said of a slip, and then taken back.
func (j *Journal) Find(query string, limit int) (numbers []int64, total int) {
	needle := foldText(query)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.search.prepare(len(j.search.rows))
	for i := len(j.search.rows) - 1; i >= 0; i-- {
		row := j.search.rows[i]
		if !strings.Contains(row.text, needle) || !j.fold.mayFind(row.number, needle) {
			continue
		}
		if total++; len(numbers) < limit {
			numbers = append(numbers, row.number)
		}
	}
	return numbers, total
}

// mayFind: of what its writer took back again, only the title is found.
func (f *fold) mayFind(number int64, needle string) bool {
	i, ok := slices.BinarySearchFunc(f.state.Moments, number, func(m Moment, n int64) int { return cmp.Compare(m.Number, n) })
	if !ok {
		return false
	}
	m := f.state.Moments[i]
	if left, ok := f.lastWords(m.Event); ok && left.Text == "" {
		return false // they wait for the other to choose
	}
	return !m.TakenBack || strings.Contains(foldText(m.Title), needle)
}
