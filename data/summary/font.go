package summary

import (
	"errors"
	"fmt"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// ErrNoFont says that a font the pages need was not given.
var ErrNoFont = errors.New("a font is missing")

// Fonts are the TrueType files a summary is set in. Sans and SansBold may be
// nil; they lend their glyphs where the others have none.
type Fonts struct {
	Regular, Italic, SemiBold []byte
	Sans, SansBold            []byte
}

// files gives the fonts by name, those that were given.
func (f Fonts) files() map[FontName][]byte {
	all := map[FontName][]byte{
		Regular: f.Regular, Italic: f.Italic, SemiBold: f.SemiBold,
		Sans: f.Sans, SansBold: f.SansBold,
	}
	for name, data := range all {
		if len(data) == 0 {
			delete(all, name)
		}
	}
	return all
}

// perEm is the unit of advances: thousandths of the size, as in a PDF.
const perEm = 1000

// face measures the glyphs of one font.
type face struct {
	font     *sfnt.Font
	buffer   sfnt.Buffer
	advances map[rune]int // -1 where the font has no glyph
}

func newFace(data []byte) (*face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	return &face{font: f, advances: map[rune]int{}}, nil
}

// advance gives the rune's advance in thousandths of the size, or -1 when the
// font has no glyph for it.
func (f *face) advance(r rune) int {
	if a, ok := f.advances[r]; ok {
		return a
	}
	a := f.measure(r)
	f.advances[r] = a
	return a
}

func (f *face) measure(r rune) int {
	if r > 0xFFFF { // the PDF writer knows the first plane only
		return -1
	}
	glyph, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil || glyph == 0 {
		return -1
	}
	a, err := f.font.GlyphAdvance(&f.buffer, glyph, fixed.I(perEm), font.HintingNone)
	if err != nil {
		return -1
	}
	return a.Round()
}

// typeface is all given fonts; it chooses one for every rune.
type typeface struct {
	faces   map[FontName]*face
	spare   map[FontName][]FontName
	marks   map[FontName]rune // stands for what has no glyph
	missing bool              // such a mark was set
}

func newTypeface(fonts Fonts) (*typeface, error) {
	t := &typeface{faces: map[FontName]*face{}, spare: map[FontName][]FontName{}, marks: map[FontName]rune{}}
	for name, data := range fonts.files() {
		f, err := newFace(data)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		t.faces[name] = f
		t.marks[name] = f.mark()
	}
	for _, name := range []FontName{Regular, Italic, SemiBold} {
		if t.faces[name] == nil {
			return nil, fmt.Errorf("%w: %s", ErrNoFont, name)
		}
	}
	t.lend(Regular, Sans)
	t.lend(Italic, Regular, Sans)
	t.lend(SemiBold, SansBold, Regular, Sans)
	return t, nil
}

// lend notes which given fonts stand in for name.
func (t *typeface) lend(name FontName, others ...FontName) {
	for _, o := range others {
		if t.faces[o] != nil {
			t.spare[name] = append(t.spare[name], o)
		}
	}
}

// mark gives the plain sign that stands for a missing glyph.
func (f *face) mark() rune {
	for _, r := range "▢□\uFFFD" {
		if f.advance(r) >= 0 {
			return r
		}
	}
	return '?'
}

// glyph is one rune as it will be set. Rune is 0 when nothing is drawn.
type glyph struct {
	Rune    rune
	Font    FontName
	Advance int
}

// choose gives the glyph for r, wanted in the font name.
func (t *typeface) choose(name FontName, r rune) glyph {
	if a := t.faces[name].advance(r); a >= 0 {
		return glyph{r, name, a}
	}
	if ignorable(r) {
		return glyph{}
	}
	for _, other := range t.spare[name] {
		if a := t.faces[other].advance(r); a >= 0 {
			return glyph{r, other, a}
		}
	}
	t.missing = true
	mark := t.marks[name]
	return glyph{mark, name, t.faces[name].advance(mark)}
}

// ignorable reports whether r only shapes the signs around it.
func ignorable(r rune) bool {
	skin := r >= 0x1F3FB && r <= 0x1F3FF
	return skin || unicode.In(r, unicode.Variation_Selector, unicode.Cf)
}
