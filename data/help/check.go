package help

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// The tables of the file, as their first lines are written.
const (
	countryHead = "[[countries]]"
	lineHead    = "[[countries.lines]]"
)

var (
	codeForm   = regexp.MustCompile(`^[A-Z]{2}$`)
	numberForm = regexp.MustCompile(`^\d[\d -]*\d$`)
	webForm    = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+$`)
)

// check looks whether all is there. text is the file, to say where something is
// wrong.
func (l Lines) check(text string) error {
	if len(l) == 0 {
		return fmt.Errorf("%s: no countries", fileName)
	}
	names, codes := map[string]bool{}, map[string]bool{}
	for i, c := range l {
		if err := c.check(); err != nil {
			return fmt.Errorf("%s:%d: %w", fileName, lineOfCountry(text, i), err)
		}
		if names[fold(c.Name)] {
			return fmt.Errorf("%s:%d: %s is there twice", fileName, lineOfCountry(text, i), c.Name)
		}
		names[fold(c.Name)] = true
		for _, code := range append([]string{c.Code}, c.Covers...) {
			if codes[code] {
				return fmt.Errorf("%s:%d: the code %s is there twice", fileName, lineOfCountry(text, i), code)
			}
			codes[code] = true
		}
		for n, line := range c.Lines {
			if err := line.check(); err != nil {
				return fmt.Errorf("%s:%d: %s: %w", fileName, lineOfLine(text, i, n), c.Name, err)
			}
		}
	}
	return nil
}

func (c Country) check() error {
	if blank(c.Name) {
		return errors.New("a country without a name")
	}
	for _, code := range append([]string{c.Code}, c.Covers...) {
		if !codeForm.MatchString(code) {
			return fmt.Errorf("%s: %q is no code of two capital letters", c.Name, code)
		}
	}
	if !numberForm.MatchString(c.Emergency) {
		return fmt.Errorf("%s: %q is no emergency number", c.Name, c.Emergency)
	}
	return nil
}

func (l Line) check() error {
	switch {
	case blank(l.Name):
		return errors.New("a line that does not say what it is for")
	case len(l.Numbers) == 0:
		return fmt.Errorf("%q has no number", l.Name)
	case blank(l.Source):
		return fmt.Errorf("%q has no source", l.Name)
	}
	if _, err := time.Parse(time.DateOnly, l.Checked); err != nil {
		return fmt.Errorf("%q: %q is no day such as 2026-11-22", l.Name, l.Checked)
	}
	for _, n := range l.Numbers {
		if err := n.check(); err != nil {
			return fmt.Errorf("%q: %w", l.Name, err)
		}
	}
	return nil
}

func (n Number) check() error {
	form := numberForm
	switch n.By {
	case Call, TTY, Message:
	case Web:
		form = webForm
	default:
		return fmt.Errorf("unknown way %q", n.By)
	}
	if !form.MatchString(n.Number) {
		return fmt.Errorf("%q is no number or address", n.Number)
	}
	if (n.By == Message) == blank(n.Word) {
		return fmt.Errorf("%s: a message has a word, and nothing else has", n.Number)
	}
	return nil
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// lineOfCountry is the line in which country i begins, from 1, or 0 where that
// can't be told.
func lineOfCountry(text string, i int) int { return lineOfLine(text, i, -1) }

// lineOfLine is where line n of country i begins; n is -1 for the country.
func lineOfLine(text string, i, n int) int {
	country, line := -1, -1
	for at, row := range strings.Split(text, "\n") {
		switch strings.TrimSpace(row) {
		case countryHead:
			country, line = country+1, -1
		case lineHead:
			line++
		default:
			continue
		}
		if country == i && line == n {
			return at + 1
		}
	}
	return 0
}

// lineOfKey is the first line that sets a key, from 1, or 0 for none.
func lineOfKey(text string, key toml.Key) int {
	sets := regexp.MustCompile(`(^|[\[{, ])` + regexp.QuoteMeta(key[len(key)-1]) + `[\] =]`)
	for at, row := range strings.Split(text, "\n") {
		if sets.MatchString(row) {
			return at + 1
		}
	}
	return 0
}
