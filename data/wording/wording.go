// Package wording finds sentences that tend to hurt more than they help, and
// has a kind suggestion for each. It looks at finished sentences only.
package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

const (
	// maxFile is the largest file of hints that is read, in bytes.
	maxFile = 256 << 10
	// maxSentence is the longest sentence that is looked at, in bytes. It keeps
	// a pasted wall of text from slowing the keys.
	maxSentence = 600
	// maxBefore is how many characters a title may quote.
	maxBefore = 48
)

// ErrWording is wrapped by every error of Load.
var ErrWording = errors.New("writing hints")

// Hints are the families of hints of one language.
type Hints struct{ families []family }

// Hint is one suggestion for one finished sentence.
type Hint struct {
	Family     string // id of the family
	Sentence   string
	Title      string // a short suggestion, such as “Try ending before the “but”.”
	Text       string // why, in a sentence or two
	Start, End int    // where the sentence is in the text, in bytes
}

// entry is a family as the file has it.
type entry struct {
	ID         string   `toml:"id"`
	Title      string   `toml:"title"`       // may hold {before}
	TitleShort string   `toml:"title_short"` // where nothing short stands before the match
	Text       string   `toml:"text"`
	Joints     []string `toml:"joints"`   // words that {before} must not end with
	Needs      []string `toml:"needs"`    // one of these must be in the sentence
	Patterns   []string `toml:"patterns"` // one of these must fit
	Acts       []string `toml:"acts"`     // when there are any, one of these too
	Unless     []string `toml:"unless"`   // none of these may fit
}

type family struct {
	entry
	match, acts, unless *regexp.Regexp // acts and unless may be nil
}

// Load reads <lang>.toml from the root of fsys. An unknown key, a missing text
// or a pattern that does not compile is an error that wraps ErrWording.
func Load(fsys fs.FS, lang string) (*Hints, error) {
	name := lang + ".toml"
	h, err := load(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrWording, name, err)
	}
	return h, nil
}

func load(fsys fs.FS, name string) (*Hints, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("larger than %d bytes", maxFile)
	}
	var file struct {
		Families []entry `toml:"families"`
	}
	meta, err := toml.Decode(string(data), &file)
	if err != nil {
		return nil, fmt.Errorf("decode: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("unknown key %q", extra[0].String())
	}
	return compile(file.Families)
}

func compile(entries []entry) (*Hints, error) {
	if len(entries) == 0 {
		return nil, errors.New("no families")
	}
	h := &Hints{}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.ID] {
			return nil, fmt.Errorf("family %q is there twice", e.ID)
		}
		seen[e.ID] = true
		f, err := newFamily(e)
		if err != nil {
			return nil, fmt.Errorf("family %q: %w", e.ID, err)
		}
		h.families = append(h.families, f)
	}
	return h, nil
}

func newFamily(e entry) (family, error) {
	if e.ID == "" || e.Title == "" || e.TitleShort == "" || e.Text == "" || len(e.Needs) == 0 || len(e.Patterns) == 0 {
		return family{}, errors.New("id, title, title_short, text, needs or patterns is empty")
	}
	f := family{entry: e}
	for to, patterns := range map[**regexp.Regexp][]string{&f.match: e.Patterns, &f.acts: e.Acts, &f.unless: e.Unless} {
		re, err := join(patterns)
		if err != nil {
			return family{}, err
		}
		*to = re
	}
	return f, nil
}

// join makes one expression of many, or nil of none. A curly quote in a
// pattern also fits a straight one.
func join(patterns []string) (*regexp.Regexp, error) {
	if len(patterns) == 0 {
		return nil, nil //nolint:nilnil // no patterns, nothing to match
	}
	all := strings.ReplaceAll(strings.Join(patterns, "|"), "’", "['’ʼ]")
	re, err := regexp.Compile("(?i)(?:" + all + ")")
	if err != nil {
		return nil, fmt.Errorf("pattern: %w", err)
	}
	return re, nil
}

// Families returns the ids of the families, in the order in which they are
// tried.
func (h *Hints) Families() []string {
	ids := make([]string, 0, len(h.families))
	for _, f := range h.families {
		ids = append(ids, f.ID)
	}
	return ids
}

// Look returns at most one hint for each finished sentence of the text, in
// order. What stands between double quotes is somebody else's words and is left
// alone.
func (h *Hints) Look(text string) []Hint {
	var hints []Hint
	masked := maskQuotes(text)
	for _, s := range sentences(masked) {
		if s.end-s.start > maxSentence {
			continue
		}
		if hint, ok := h.lookAt(masked[s.start:s.end], text[s.start:s.end]); ok {
			hint.Start, hint.End = s.start, s.end
			hints = append(hints, hint)
		}
	}
	return hints
}

func (h *Hints) lookAt(masked, sentence string) (Hint, bool) {
	lower := strings.ToLower(masked)
	for _, f := range h.families {
		if at, ok := f.find(masked, lower); ok {
			return Hint{Family: f.ID, Sentence: sentence, Title: f.titleFor(sentence[:at]), Text: f.Text}, true
		}
	}
	return Hint{}, false
}

// find returns where in the sentence the family's match begins.
func (f family) find(masked, lower string) (int, bool) {
	if !containsAny(lower, f.Needs) {
		return 0, false
	}
	at := f.match.FindStringIndex(masked)
	if at == nil || f.acts != nil && !f.acts.MatchString(masked) || f.unless != nil && f.unless.MatchString(masked) {
		return 0, false
	}
	return at[0], true
}

// titleFor quotes what stands before the match, if that is a few words.
func (f family) titleFor(before string) string {
	before = strings.Trim(before, " \t,;:–—-“”\"")
	for _, joint := range f.Joints {
		before = strings.TrimRight(strings.TrimSuffix(before, " "+joint), " ,;")
	}
	if !strings.Contains(before, " ") || utf8.RuneCountInString(before) > maxBefore {
		return f.TitleShort
	}
	return strings.ReplaceAll(f.Title, "{before}", before)
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
