package journal

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Quote is a place where a run of the same words stands once more: in another
// version, reflection, slip or agreement.
type Quote struct {
	Event   string
	Thing   Thing
	Kind    EventKind
	Title   string // as on the timeline; may be empty
	Version int
	At      time.Time
	Stands  bool // it can't be struck out as things stand: it has not ended
}

// How long a run of the same words is to count: either is enough.
const (
	quoteWords = 6
	quoteRunes = 40
)

// Quotes finds the other places where words of a thing stand, newest first: six
// words or forty characters in a row, without regard to case, accents and signs.
// Words that were never shared are not looked at.
func (s State) Quotes(of Thing, today Day) []Quote {
	texts := s.texts()
	runs := runs{words: map[string]bool{}, runes: map[string]bool{}}
	for _, m := range s.Moments {
		if m.Thing == of {
			runs.add(texts[m.Event])
		}
	}
	var found []Quote
	for _, m := range slices.Backward(s.Moments) {
		if m.Struck || m.Thing == of || !runs.in(texts[m.Event]) {
			continue
		}
		found = append(found, Quote{
			Event: m.Event, Thing: m.Thing, Kind: m.Kind, Title: m.Title, Version: m.Version, At: m.At,
			Stands: !s.mayStrike(m, today),
		})
	}
	return found
}

// texts gives what the couple wrote in each event.
func (s State) texts() map[string][]string {
	all := map[string][]string{}
	for _, r := range s.Reflections {
		for _, p := range r.Parts {
			all[r.ID] = append(all[r.ID], p.Words[:]...)
		}
	}
	for _, a := range s.Agreements {
		for _, v := range a.Versions {
			all[v.Event] = append([]string{v.Terms.Title, v.Terms.Text, v.Terms.Why}, v.Terms.Steps...)
		}
	}
	for _, b := range s.Boundaries {
		for _, v := range b.Versions {
			all[v.Event] = []string{v.Title, v.Text}
		}
	}
	for _, c := range s.CheckIns {
		for _, own := range slices.Concat(c.Of[0], c.Of[1]) {
			all[c.ID] = append(all[c.ID], own.Words)
		}
	}
	for _, l := range s.LastWords {
		if l.Text != "" { // what nobody opened is not looked at
			all[l.Event] = []string{l.Text}
		}
	}
	s.addSlipTexts(all)
	s.addClosingTexts(all)
	return all
}

func (s State) addSlipTexts(all map[string][]string) {
	for _, slip := range s.Slips {
		if slip.By.valid() {
			all[slip.ID] = []string{slip.Words[slip.By.index()]}
			all[slip.answered] = []string{slip.Words[slip.By.Other().index()]}
		}
		for _, r := range slip.Repair {
			for _, said := range []Said{r.Own, r.Effect, r.Now} {
				all[said.Event] = []string{said.Words}
			}
		}
	}
	delete(all, "") // what was not said
}

func (s State) addClosingTexts(all map[string][]string) {
	for _, c := range s.Sittings {
		all[c.Event] = []string{c.Words[0], c.Words[1], c.When, c.Small}
	}
	for _, m := range s.Moments {
		for _, step := range s.Steps {
			if m.Kind == KindStepClosed && m.Thing.ID == step.ID {
				all[m.Event] = []string{step.Sooner}
			}
		}
	}
}

// runs are all runs of words and of characters in some texts.
type runs struct{ words, runes map[string]bool }

func (r runs) add(texts []string) {
	for _, t := range texts {
		plain := plainWords(t)
		eachRun(plain, wordStarts(plain), quoteWords, func(run string) bool { r.words[run] = true; return false })
		eachRun(plain, runeStarts(plain), quoteRunes, func(run string) bool { r.runes[run] = true; return false })
	}
}

func (r runs) in(texts []string) bool {
	if len(r.words) == 0 && len(r.runes) == 0 {
		return false
	}
	return slices.ContainsFunc(texts, func(t string) bool {
		plain := plainWords(t)
		return eachRun(plain, wordStarts(plain), quoteWords, func(run string) bool { return r.words[run] }) ||
			eachRun(plain, runeStarts(plain), quoteRunes, func(run string) bool { return r.runes[run] })
	})
}

// plainWords leaves of a text the words alone, folded, with one space between them.
func plainWords(text string) string {
	text = strings.NewReplacer("'", "", "’", "").Replace(foldText(text))
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// wordStarts gives where each word begins, and where one more would.
func wordStarts(plain string) []int {
	if plain == "" {
		return nil
	}
	starts := []int{0}
	for i, r := range plain {
		if r == ' ' {
			starts = append(starts, i+1)
		}
	}
	return append(starts, len(plain)+1)
}

// runeStarts gives where each character begins, and where one more would.
func runeStarts(plain string) []int {
	starts := make([]int, 0, utf8.RuneCountInString(plain)+1)
	for i := range plain {
		starts = append(starts, i)
	}
	return append(starts, len(plain))
}

// eachRun calls look with each run of n until it says yes.
func eachRun(plain string, starts []int, n int, look func(run string) bool) bool {
	for i := 0; i+n < len(starts); i++ {
		if look(strings.TrimSuffix(plain[starts[i]:min(starts[i+n], len(plain))], " ")) {
			return true
		}
	}
	return false
}
