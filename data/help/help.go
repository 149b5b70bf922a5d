// Package help has the help lines by country: who listens, under which number,
// and where and when that was read. It looks nothing up.
package help

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

const (
	// fileName is the file with the help lines.
	fileName = "lines.toml"
	// maxFile is the largest file that is read, in bytes.
	maxFile = 256 << 10
)

// ErrHelp is wrapped by every error of Load.
var ErrHelp = errors.New("help lines")

// Lines are the countries that have help lines here, by name.
type Lines []Country

// Country is one country with its emergency number and its help lines, or a few
// that share an emergency number and have no known line.
type Country struct {
	Name      string   `toml:"name"`      // in English
	Code      string   `toml:"code"`      // ISO 3166, two letters; EU for the European Union
	Covers    []string `toml:"covers"`    // codes of countries that have no entry of their own
	Also      []string `toml:"also"`      // other names by which it is looked for
	Emergency string   `toml:"emergency"` // the number to call in danger
	Note      string   `toml:"note"`      // about the emergency number; may be empty
	Lines     []Line   `toml:"lines"`     // may be none
}

// Line is one help line.
type Line struct {
	Name    string   `toml:"name"`  // what it is for, such as "Abuse by a partner"
	Whom    string   `toml:"whom"`  // for whom or where, such as "For men"; empty for everyone
	Hours   string   `toml:"hours"` // when it answers; empty when that is not known
	Numbers []Number `toml:"numbers"`
	Source  string   `toml:"source"`  // where the numbers were read
	Checked string   `toml:"checked"` // the day they were read, such as "2026-11-22"
}

// Number is one way to reach a line.
type Number struct {
	By     By     `toml:"by"`
	Number string `toml:"number"` // or the web address
	Word   string `toml:"word"`   // what a message says
}

// By is how a number is used.
type By string

// The ways to reach a line.
const (
	Call    By = ""        // by telephone
	Message By = "message" // by a text message that says Word
	TTY     By = "tty"     // by a text telephone
	Web     By = "web"     // an address to open elsewhere
)

// Load reads lines.toml from the root of fsys and sorts it by the countries'
// names. It is strict: an unknown key, a missing text or a number that can't be
// one is an error, which says the file, the line and what is wrong, and wraps
// ErrHelp.
func Load(fsys fs.FS) (Lines, error) {
	lines, err := load(fsys)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrHelp, err)
	}
	return lines, nil
}

func load(fsys fs.FS) (Lines, error) {
	data, err := fs.ReadFile(fsys, fileName)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d bytes", fileName, maxFile)
	}
	text := string(data)
	lines, err := decode(text)
	if err != nil {
		return nil, err
	}
	if err := lines.check(text); err != nil {
		return nil, err
	}
	slices.SortFunc(lines, func(a, b Country) int { return strings.Compare(fold(a.Name), fold(b.Name)) })
	return lines, nil
}

func decode(text string) (Lines, error) {
	var file struct {
		Countries Lines `toml:"countries"`
	}
	meta, err := toml.Decode(text, &file)
	if parse, ok := errors.AsType[toml.ParseError](err); ok {
		return nil, fmt.Errorf("%s:%d: %s", fileName, parse.Position.Line, parse.Message)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", fileName, err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("%s:%d: unknown key %q", fileName, lineOfKey(text, extra[0]), extra[0].String())
	}
	return file.Countries, nil
}

// ByCode gives the country of a code, also where it is one of several.
func (l Lines) ByCode(code string) (Country, bool) {
	i := slices.IndexFunc(l, func(c Country) bool { return c.Code == code || slices.Contains(c.Covers, code) })
	if code == "" || i < 0 {
		return Country{}, false
	}
	return l[i], true
}

// shortWord is the length up to which a word that was typed is looked for among
// names only: "at" means Austria, and not a line for those not safe at home.
const shortWord = 2

// Find gives the countries that fit what was typed, in order: by their code, or
// by words that begin the words of a name, of what a line is for, or for whom.
// Case and accents don't matter. Nothing typed finds all.
func (l Lines) Find(query string) Lines {
	words := strings.Fields(fold(query))
	var found Lines
	for _, c := range l {
		if len(words) == 1 && fold(c.Code) == words[0] || c.fits(words) {
			found = append(found, c)
		}
	}
	return found
}

// fits reports whether each of the words begins a word of the country.
func (c Country) fits(words []string) bool {
	names, purposes := c.names(), c.purposes()
	for _, w := range words {
		begins := func(own string) bool { return strings.HasPrefix(own, w) }
		if !slices.ContainsFunc(names, begins) && (len(w) <= shortWord || !slices.ContainsFunc(purposes, begins)) {
			return false
		}
	}
	return true
}

// names are the words of all its names.
func (c Country) names() []string {
	return strings.Fields(fold(c.Name + " " + strings.Join(c.Also, " ")))
}

// purposes are the words of what its lines are for, and for whom.
func (c Country) purposes() []string {
	var all []string
	for _, line := range c.Lines {
		all = append(all, strings.Fields(fold(line.Name+" "+line.Whom))...)
	}
	return all
}

// NamedIn reports whether a text names one of the numbers or addresses.
func (l Lines) NamedIn(text string) bool {
	for _, c := range l {
		if has(text, c.Emergency) {
			return true
		}
		for _, line := range c.Lines {
			if slices.ContainsFunc(line.Numbers, func(n Number) bool { return has(text, n.Number) }) {
				return true
			}
		}
	}
	return false
}

// has reports whether a number stands in a text, and not only inside another.
func has(text, number string) bool {
	for rest := text; ; {
		before, after, found := strings.Cut(rest, number)
		if !found {
			return false
		}
		if !endsInDigit(before) && !beginsWithDigit(after) {
			return true
		}
		rest = after
	}
}

func endsInDigit(s string) bool     { return s != "" && isDigit(s[len(s)-1]) }
func beginsWithDigit(s string) bool { return s != "" && isDigit(s[0]) }
func isDigit(b byte) bool           { return b >= '0' && b <= '9' }
