package summary

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// visual puts a line into the order in which it is read from left to right on
// paper, by the rules of the Unicode bidirectional algorithm for text without
// embeddings. Lines without right-to-left letters come back as they are.
func visual(line []letter, rightToLeft bool) []letter {
	if !slices.ContainsFunc(line, func(l letter) bool { return fromRight(classOf(l.Rune)) }) {
		return line
	}
	d := newDirections(line, rightToLeft)
	d.weak()
	d.brackets(line)
	d.neutral()
	levels := d.levels()
	out := slices.Clone(line)
	for i := range out {
		if levels[i]%2 == 1 {
			out[i].Rune = mirrored(out[i].Rune)
		}
	}
	for level := slices.Max(levels); level > 0; level-- {
		reverseFrom(out, levels, level)
	}
	return out
}

// reverseFrom reverses every stretch of letters at this level or above.
func reverseFrom(out []letter, levels []int, level int) {
	for i := 0; i < len(out); i++ {
		start := i
		for i < len(out) && levels[i] >= level {
			i++
		}
		slices.Reverse(out[start:i])
	}
}

// mirrored turns a bracket round.
func mirrored(r rune) rune {
	if props, _ := bidi.LookupRune(r); props.IsBracket() {
		return []rune(bidi.ReverseString(string(r)))[0]
	}
	return r
}

func classOf(r rune) bidi.Class {
	props, _ := bidi.LookupRune(r)
	return props.Class()
}

func fromRight(c bidi.Class) bool { return c == bidi.R || c == bidi.AL }

// readsFromRight reports whether the first letter with a direction is of a
// script written from the right.
func readsFromRight(ls []letter) bool {
	for _, l := range ls {
		if c := classOf(l.Rune); c == bidi.L || fromRight(c) {
			return c != bidi.L
		}
	}
	return false
}

// directions resolves the class of every letter of one line to L, R, EN or AN.
type directions struct {
	base    bidi.Class // L or R
	classes []bidi.Class
}

func newDirections(line []letter, rightToLeft bool) *directions {
	d := &directions{base: bidi.L, classes: make([]bidi.Class, len(line))}
	if rightToLeft {
		d.base = bidi.R
	}
	for i, l := range line {
		d.classes[i] = classOf(l.Rune)
	}
	return d
}

// weak settles marks, numbers and the signs within numbers.
func (d *directions) weak() {
	strong, before := d.base, d.base
	for i, c := range d.classes {
		switch {
		case c == bidi.NSM:
			c = before
		case c == bidi.L || fromRight(c):
			strong = c
		case c == bidi.EN && strong == bidi.AL:
			c = bidi.AN
		}
		d.classes[i], before = c, c
	}
	d.separators()
	strong = d.base
	for i, c := range d.classes {
		switch {
		case c == bidi.AL:
			strong, d.classes[i] = bidi.R, bidi.R
		case c == bidi.L || c == bidi.R:
			strong = c
		case c == bidi.EN && strong == bidi.L:
			d.classes[i] = bidi.L
		}
	}
}

// separators joins to a number the signs inside it and the terminators beside it.
func (d *directions) separators() {
	for i := 1; i < len(d.classes)-1; i++ {
		c, left, right := d.classes[i], d.classes[i-1], d.classes[i+1]
		inside := left == right && (left == bidi.EN && (c == bidi.ES || c == bidi.CS) || left == bidi.AN && c == bidi.CS)
		if inside {
			d.classes[i] = left
		}
	}
	for i := 1; i < len(d.classes); i++ {
		if d.classes[i] == bidi.ET && d.classes[i-1] == bidi.EN {
			d.classes[i] = bidi.EN
		}
	}
	for i := len(d.classes) - 2; i >= 0; i-- {
		if d.classes[i] == bidi.ET && d.classes[i+1] == bidi.EN {
			d.classes[i] = bidi.EN
		}
	}
}

// side gives the direction a class counts for beside neutral signs, if any.
func side(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return 0, false
}

// brackets gives both brackets of a pair one direction.
func (d *directions) brackets(line []letter) {
	var open []int
	for i, l := range line {
		props, _ := bidi.LookupRune(l.Rune)
		switch {
		case props.IsOpeningBracket():
			open = append(open, i)
		case props.IsBracket():
			for n := len(open) - 1; n >= 0; n-- {
				if mirrored(line[open[n]].Rune) == l.Rune {
					d.pair(open[n], i)
					open = open[:n]
					break
				}
			}
		}
	}
}

// pair settles the brackets at two places by what is between and before them.
func (d *directions) pair(first, last int) {
	other := false
	for _, c := range d.classes[first+1 : last] {
		s, ok := side(c)
		if ok && s == d.base {
			d.classes[first], d.classes[last] = d.base, d.base
			return
		}
		other = other || ok
	}
	if other {
		s := d.before(first)
		d.classes[first], d.classes[last] = s, s
	}
}

// before gives the direction that holds before a place.
func (d *directions) before(i int) bidi.Class {
	for i--; i >= 0; i-- {
		if s, ok := side(d.classes[i]); ok {
			return s
		}
	}
	return d.base
}

// neutral gives spaces and signs the direction of both sides, or the line's own.
func (d *directions) neutral() {
	left := d.base
	for i := 0; i < len(d.classes); i++ {
		if s, ok := side(d.classes[i]); ok {
			left = s
			continue
		}
		end, right := i, d.base
		for ; end < len(d.classes); end++ {
			if s, ok := side(d.classes[end]); ok {
				right = s
				break
			}
		}
		if left != right {
			right = d.base
		}
		for ; i < end; i++ {
			d.classes[i] = right
		}
		i--
	}
}

// levels gives how deep each letter lies; odd levels are read from the right.
func (d *directions) levels() []int {
	levels := make([]int, len(d.classes))
	for i, c := range d.classes {
		switch {
		case c == bidi.R:
			levels[i] = 1
		case c == bidi.EN || c == bidi.AN, d.base == bidi.R:
			levels[i] = 2
		}
	}
	return levels
}
