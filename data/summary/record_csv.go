package summary

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Table is one kind of thing in a record as rows of text. The first row names the columns.
type Table struct {
	Name string // of its file, without the ending
	Rows [][]string
}

// File gives the name of the table's file.
func (t Table) File() string { return t.Name + ".csv" }

// WriteCSV writes a record as one table a kind (RFC 4180, in UTF-8), each into a
// file that create makes and this closes. All tables are written, also empty ones.
func WriteCSV(create func(name string) (io.WriteCloser, error), r Record) error {
	for _, t := range Tables(r) {
		f, err := create(t.File())
		if err != nil {
			return err
		}
		err = t.write(f)
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return fmt.Errorf("write table %s: %w", t.Name, err)
		}
	}
	return nil
}

func (t Table) write(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula.
// Apostrophes that stand there already get one more, so that taking the first one
// off gives back what was written.
func harmless(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if rest != "" && strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
		return "'" + cell
	}
	return cell
}

// Tables gives a record as tables, in an order that stays.
func Tables(r Record) []Table {
	return append([]Table{
		{"about", [][]string{
			{"format", "version", "note", "began", "apart"},
			{r.Format, strconv.Itoa(r.Version), r.Note, moment(r.Began), yes(r.Apart)},
		}},
		table("people", r.People, "partner name joined", func(p PersonRecord) []string {
			return []string{string(p.Partner), p.Name, moment(p.Joined)}
		}),
		table("steps", r.Steps, "step title closed sooner struck", func(s StepRecord) []string {
			return []string{s.ID, s.Title, moment(s.Closed), s.Sooner, yes(s.Struck)}
		}),
		table("exercises", r.Exercises, "exercise done", func(e ExerciseRecord) []string {
			return []string{e.ID, moment(e.Done)}
		}),
		table("rests", r.Rests, "rest at went_on taken_back", func(s RestRecord) []string {
			return []string{s.ID, moment(s.At), moment(s.WentOn), yes(s.TakenBack)}
		}),
		table("endings", r.Endings, "ending by at left_first left_second closed went_on", func(e EndingRecord) []string {
			return []string{e.ID, string(e.By), moment(e.At), moment(e.Left.First), moment(e.Left.Second), moment(e.Closed), moment(e.WentOn)}
		}),
		table("last-words", r.LastWords, "last_words by at opened words struck", func(l LastWordsRecord) []string {
			return []string{l.ID, string(l.By), moment(l.At), moment(l.Opened), l.Words, yes(l.Struck)}
		}),
		table("sittings", r.Sittings, "sitting at here word_first word_second next when small struck", sittingRow),
		table("moments", r.Moments, "moment kind at by title version thing_kind thing taken_back struck", momentRow),
	}, append(reflectionTables(r), append(agreementTables(r), keepingTables(r)...)...)...)
}

// table makes one row of each item below the names of the columns.
func table[T any](name string, items []T, columns string, row func(T) []string) Table {
	return Table{name, append([][]string{strings.Fields(columns)}, each(items, row)...)}
}

// nested gives the items within items, each with where it stands.
func nested[T, I any](outer []T, inner func(T) []I) []within[T, I] {
	var all []within[T, I]
	for _, o := range outer {
		for _, i := range inner(o) {
			all = append(all, within[T, I]{o, i})
		}
	}
	return all
}

type within[T, I any] struct {
	in T
	it I
}

// moment writes a time as JSON does; empty where there is none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// some writes a number that may be absent.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func sittingRow(s SittingRecord) []string {
	here := each(s.Here, func(side Side) string { return string(side) })
	return []string{
		s.ID, moment(s.At), strings.Join(here, " "), s.Words.First, s.Words.Second, string(s.Next), s.When, s.Small, yes(s.Struck),
	}
}

func momentRow(m MomentRecord) []string {
	return []string{
		m.ID, m.Kind, moment(m.At), string(m.By), m.Title, some(m.Version), m.Thing.Kind, m.Thing.ID, yes(m.TakenBack), yes(m.Struck),
	}
}
