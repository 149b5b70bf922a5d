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
	// maxDepth is how deep a part may stand in parts.
	maxDepth = 4
	// maxBefore is how many characters a title may quote.
	maxBefore = 48
)

// ErrWording is wrapped by every error of Load.
var ErrWording = errors.New("writing hints")

// Hints are the families of hints of one language.
type Hints struct {
	families []family
	reported *regexp.Regexp // somebody's earlier words; may be nil
}

// Hint is one suggestion for one finished sentence.
type Hint struct {
	Family     string // id of the family
	Sentence   string
	Title      string // a short suggestion, such as “Try ending before the “but”.”
	Text       string // why, in a sentence or two
	Start, End int    // where the sentence is in the text, in bytes
}

// book is a file of hints.
type book struct {
	Parts    map[string]string `toml:"parts"`    // pieces of patterns and of parts, used as {name}
	Reported []string          `toml:"reported"` // where one fits, every family is silent
	Families []entry           `toml:"families"`
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
	Variants   []other  `toml:"variants"` // the first that fits gives its words
}

// other is another suggestion of the same family, for some of its sentences.
type other struct {
	Title string   `toml:"title"`
	Text  string   `toml:"text"`
	Fits  []string `toml:"fits"`
}

type family struct {
	entry
	match, acts, unless *regexp.Regexp   // acts and unless may be nil
	fits                []*regexp.Regexp // one for each variant
}

// unnamed finds a {name} that no part has.
var unnamed = regexp.MustCompile(`\{[a-z]+\}`)

// straight makes the apostrophes in "needs" and in a sentence the same.
var straight = strings.NewReplacer("’", "'", "ʼ", "'")

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
	var file book
	meta, err := toml.Decode(string(data), &file)
	if err != nil {
		return nil, fmt.Errorf("decode: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("unknown key %q", extra[0].String())
	}
	return file.compile()
}

func (b book) compile() (*Hints, error) {
	if len(b.Families) == 0 {
		return nil, errors.New("no families")
	}
	reported, err := b.join(b.Reported)
	if err != nil {
		return nil, fmt.Errorf("reported: %w", err)
	}
	h := &Hints{reported: reported}
	seen := map[string]bool{}
	for _, e := range b.Families {
		if seen[e.ID] {
			return nil, fmt.Errorf("family %q is there twice", e.ID)
		}
		seen[e.ID] = true
		f, err := b.family(e)
		if err != nil {
			return nil, fmt.Errorf("family %q: %w", e.ID, err)
		}
		h.families = append(h.families, f)
	}
	return h, nil
}

func (b book) family(e entry) (family, error) {
	if e.ID == "" || e.Title == "" || e.TitleShort == "" || e.Text == "" || len(e.Needs) == 0 || len(e.Patterns) == 0 {
		return family{}, errors.New("id, title, title_short, text, needs or patterns is empty")
	}
	f := family{entry: e}
	for to, patterns := range map[**regexp.Regexp][]string{&f.match: e.Patterns, &f.acts: e.Acts, &f.unless: e.Unless} {
		re, err := b.join(patterns)
		if err != nil {
			return family{}, err
		}
		*to = re
	}
	for _, v := range e.Variants {
		if v.Title == "" || v.Text == "" || len(v.Fits) == 0 {
			return family{}, errors.New("title, text or fits of a variant is empty")
		}
		re, err := b.join(v.Fits)
		if err != nil {
			return family{}, err
		}
		f.fits = append(f.fits, re)
	}
	return f, nil
}

// join makes one expression of many, or nil of none. A {name} stands for a part,
// and a curly quote in a pattern also fits a straight one.
func (b book) join(patterns []string) (*regexp.Regexp, error) {
	if len(patterns) == 0 {
		return nil, nil //nolint:nilnil // no patterns, nothing to match
	}
	all := strings.Join(patterns, "|")
	for range maxDepth {
		for name, part := range b.Parts {
			all = strings.ReplaceAll(all, "{"+name+"}", "(?:"+part+")")
		}
	}
	if name := unnamed.FindString(all); name != "" {
		return nil, fmt.Errorf("pattern: no part %s", name)
	}
	re, err := regexp.Compile("(?i)(?:" + strings.ReplaceAll(all, "’", "['’ʼ]") + ")")
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
// order. What stands between quotes, or is told as somebody's earlier words, is
// left alone.
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
	lower := straight.Replace(strings.ToLower(masked))
	for _, f := range h.families {
		at, ok := f.find(masked, lower)
		if !ok {
			continue
		}
		if h.reported != nil && h.reported.MatchString(masked) {
			return Hint{}, false
		}
		title, text := f.words(masked, sentence[:at])
		return Hint{Family: f.ID, Sentence: sentence, Title: title, Text: text}, true
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

// words are the title and the text for a sentence; before is what stands before
// the match.
func (f family) words(masked, before string) (title, text string) {
	for i, v := range f.Variants {
		if f.fits[i].MatchString(masked) {
			return v.Title, v.Text
		}
	}
	return f.titleFor(before), f.Text
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
