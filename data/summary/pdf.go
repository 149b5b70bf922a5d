package summary

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
)

// Meta is what a PDF says about itself. It never holds names.
type Meta struct {
	Title string
	Lang  string // such as "en"; may be empty
}

// noTime stands in for when the file was made, which it does not tell.
var noTime = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// WritePDF writes laid out pages as a PDF, with the fonts they were laid out
// with. The same pages always give the same bytes. It ends early when ctx does.
func WritePDF(ctx context.Context, w io.Writer, p Pages, fonts Fonts, m Meta) error {
	pdf := newPDF(p, fonts, m)
	pen := pen{pdf: pdf}
	marks := p.Outline
	for i, page := range p.Pages {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("write pdf: %w", err)
		}
		pdf.AddPage()
		for len(marks) > 0 && marks[0].Page == i {
			pen.bookmark(marks[0])
			marks = marks[1:]
		}
		pen.page(page)
	}
	if err := pdf.Output(w); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

func newPDF(p Pages, fonts Fonts, m Meta) *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.Width, Ht: p.Height}})
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(noTime)
	pdf.SetModificationDate(noTime)
	pdf.SetProducer("Goldseam", true)
	pdf.SetTitle(firstPlane(m.Title), true)
	if isLang(m.Lang) {
		pdf.SetLang(m.Lang)
	}
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	files := fonts.files()
	for _, name := range []FontName{Regular, Italic, SemiBold, Sans, SansBold} {
		if data := files[name]; data != nil && used(p, name) {
			pdf.AddUTF8FontFromBytes(string(name), "", data)
		}
	}
	return pdf
}

// used reports whether any text is set in the font.
func used(p Pages, name FontName) bool {
	for _, page := range p.Pages {
		for _, t := range page.Texts {
			if t.Font == name {
				return true
			}
		}
	}
	return false
}

// isLang reports whether s is made of the signs of a language tag alone.
func isLang(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}

// pen draws on a PDF and changes font and colour only when they change.
type pen struct {
	pdf    *fpdf.Fpdf
	font   FontName
	size   float64
	colour Ink
}

func (p *pen) page(page Page) {
	*p = pen{pdf: p.pdf}
	for _, s := range page.Shapes {
		p.shape(s)
	}
	for _, t := range page.Texts {
		p.text(t)
	}
}

func (p *pen) text(t Text) {
	if t.Font != p.font || t.Size != p.size {
		p.pdf.SetFont(string(t.Font), "", t.Size)
		p.font, p.size = t.Font, t.Size
	}
	if t.Colour != p.colour {
		r, g, b := t.Colour.RGB()
		p.pdf.SetTextColor(int(r), int(g), int(b))
		p.colour = t.Colour
	}
	p.pdf.Text(t.X, t.Y, firstPlane(t.S))
}

func (p *pen) shape(s Shape) {
	how := ""
	if s.Stroke != NoInk {
		r, g, b := s.Stroke.RGB()
		p.pdf.SetDrawColor(int(r), int(g), int(b))
		p.pdf.SetLineWidth(s.Width)
		how += "D"
	}
	if s.Fill != NoInk {
		r, g, b := s.Fill.RGB()
		p.pdf.SetFillColor(int(r), int(g), int(b))
		how += "F"
	}
	if s.Faint {
		p.pdf.SetAlpha(FaintAlpha, "Normal")
		defer p.pdf.SetAlpha(1, "Normal")
	}
	if s.Round {
		p.pdf.SetLineCapStyle("round")
		defer p.pdf.SetLineCapStyle("butt")
	}
	p.outline(s, how)
}

func (p *pen) outline(s Shape, how string) {
	switch {
	case how == "":
	case s.Kind == Line:
		p.pdf.Line(s.X1, s.Y1, s.X2, s.Y2)
	case s.Kind == Diamond:
		x, y := (s.X1+s.X2)/2, (s.Y1+s.Y2)/2
		p.pdf.Polygon([]fpdf.PointType{{X: x, Y: s.Y1}, {X: s.X2, Y: y}, {X: x, Y: s.Y2}, {X: s.X1, Y: y}}, how)
	case s.Kind == Circle:
		p.pdf.Circle((s.X1+s.X2)/2, (s.Y1+s.Y2)/2, (s.X2-s.X1)/2, how)
	default:
		p.pdf.Rect(s.X1, s.Y1, s.X2-s.X1, s.Y2-s.Y1, how)
	}
}

// bookmark adds an entry of the outline. The writer encodes it by the font at hand.
func (p *pen) bookmark(m Mark) {
	p.pdf.SetFont(string(Regular), "", styleBody.size)
	p.pdf.Bookmark(firstPlane(m.Title), m.Level, m.Y)
}

// firstPlane replaces what the PDF writer can't take: it stops the program at
// runes above U+FFFF.
func firstPlane(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF || unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}
