package summary

import (
	"strings"
)

// style is how a piece of text looks.
type style struct {
	font   FontName
	size   float64
	colour Ink
}

// span is text of one style.
type span struct {
	text  string
	style style
}

// letter is a glyph with its style, before lines are broken.
type letter struct {
	glyph
	style style
}

func (l letter) width() float64 { return float64(l.Advance) * l.style.size / perEm }

// letters chooses the glyphs of one paragraph.
func (t *typeface) letters(spans []span) []letter {
	var out []letter
	for _, s := range spans {
		for _, r := range s.text {
			if g := t.choose(s.style.font, r); g.Rune != 0 || g.Font != "" {
				out = append(out, letter{g, s.style})
			}
		}
	}
	return out
}

// wrap breaks a paragraph into lines no wider than width: after a space or a
// hyphen, and inside a word only where the word alone is too long.
func wrap(ls []letter, width float64) [][]letter {
	var lines [][]letter
	start, cut, used := 0, 0, 0.0 // cut is where the line may end
	for i := 0; i < len(ls); i++ {
		used += ls[i].width()
		if used > width && ls[i].Rune != ' ' && i > start {
			if cut <= start {
				cut = i
			}
			lines = append(lines, trim(ls[start:cut]))
			start, used = cut, 0
			i = cut - 1
			continue
		}
		if breaksAfter(ls[i].Rune) {
			cut = i + 1
		}
	}
	return append(lines, trim(ls[start:]))
}

func breaksAfter(r rune) bool { return strings.ContainsRune(" -–—/", r) }

// trim takes the spaces off both ends of a line.
func trim(line []letter) []letter {
	for len(line) > 0 && line[0].Rune == ' ' {
		line = line[1:]
	}
	for len(line) > 0 && line[len(line)-1].Rune == ' ' {
		line = line[:len(line)-1]
	}
	return line
}

// place turns a line into runs that begin at x and stand on the baseline y.
func place(line []letter, x, y float64) []Text {
	var out []Text
	var run strings.Builder
	for i := 0; i < len(line); {
		first, width := line[i], 0.0
		run.Reset()
		for ; i < len(line) && line[i].Font == first.Font && line[i].style == first.style; i++ {
			run.WriteRune(line[i].Rune)
			width += line[i].width()
		}
		out = append(out, Text{
			X: x, Y: y, Size: first.style.size, Width: width,
			Font: first.Font, Colour: first.style.colour, S: run.String(),
		})
		x += width
	}
	return out
}
