package summary

// FontName says which of the given fonts a text is set in.
type FontName string

// The fonts of a summary. A renderer that was given no sans fonts never meets them.
const (
	Regular  FontName = "regular"
	Italic   FontName = "italic"
	SemiBold FontName = "semibold"
	Sans     FontName = "sans"
	SansBold FontName = "sansbold"
)

// Ink is a colour of the page, by what it is for.
type Ink int

// The inks. NoInk leaves a fill or a stroke out.
const (
	NoInk       Ink = iota
	InkPaper        // the page, inside an open circle
	InkText         // text
	InkMuted        // secondary text
	InkLine         // hairlines, what is still to come
	InkGold         // the seam
	InkGoldText     // gold that is read
	InkFirst        // the first partner
	InkSecond       // the second partner
)

var inks = [...][3]uint8{
	NoInk:       {255, 255, 255},
	InkPaper:    {255, 255, 255},
	InkText:     {0x2B, 0x26, 0x22},
	InkMuted:    {0x6F, 0x65, 0x5B},
	InkLine:     {0xE7, 0xDE, 0xD1},
	InkGold:     {0xB9, 0x8A, 0x2F},
	InkGoldText: {0x7E, 0x5A, 0x12},
	InkFirst:    {0x35, 0x55, 0x7F},
	InkSecond:   {0xA8, 0x4E, 0x30},
}

// RGB gives the ink on white paper, 0 to 255 each.
func (i Ink) RGB() (r, g, b uint8) {
	if i < 0 || int(i) >= len(inks) {
		i = InkText
	}
	c := inks[i]
	return c[0], c[1], c[2]
}

// Pages is a summary laid out: what the PDF and the preview both draw. Every
// length is in points (1/72 inch) from the top left corner, y growing downwards.
// Pages are a value: nothing in them changes after Lay.
type Pages struct {
	Width, Height float64 // of every page; A4
	Pages         []Page  // never empty
	Outline       []Mark  // headings, in order
}

// Page is one sheet. Shapes are drawn first, in order, then the texts.
type Page struct {
	Texts  []Text
	Shapes []Shape
}

// Text is a run of one font on one line. All its runes have a glyph in Font.
type Text struct {
	X, Y   float64  // left end and baseline
	Size   float64  // of the font, in points
	Width  float64  // the run's advance without kerning
	Font   FontName // never empty
	Colour Ink
	S      string // one line in visual order, left to right, without control characters
}

// ShapeKind says how the two points of a Shape are meant.
type ShapeKind int

// The shapes.
const (
	Line    ShapeKind = iota // from 1 to 2
	Circle                   // inside the box from 1 to 2, which is square
	Rect                     // the box from 1 to 2
	Diamond                  // its corners in the middle of the sides of the box from 1 to 2
)

// FaintAlpha is how much a faint fill covers, from 0 to 1.
const FaintAlpha = 0.09

// Shape is a line, circle, box or diamond.
type Shape struct {
	Kind           ShapeKind
	X1, Y1, X2, Y2 float64
	Width          float64 // of the stroke, centred on the edge
	Fill, Stroke   Ink     // NoInk for none
	Round          bool    // a line has round ends
	Faint          bool    // what lies below shines through the fill
}

// Mark is an entry of the outline.
type Mark struct {
	Title string
	Level int     // 0 for sections, 1 for what is in them
	Page  int     // index into Pages.Pages
	Y     float64 // top of the heading
}
