package chart

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// colours are the variables that a page gives its partners' colours by.
var colours = [2]string{"var(--first)", "var(--second)"}

// SVG draws a chart for a web page, which gives the colours as the variables --first, --second, --gold, --line, --muted
// and --paper. The title and the description are for those who can't see it: they should say what the lines show.
func SVG(d Drawing, title, description string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 %.1f %.1f" width="%.1f" height="%.1f" font-size="%.1f">`,
		d.Width, d.Height, d.Width, d.Height, d.Text)
	fmt.Fprintf(&b, "<title>%s</title><desc>%s</desc>\n", escape(title), escape(description))
	for i, s := range d.Sides {
		if !s.Early {
			fmt.Fprintf(&b, `<rect class="band" x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" opacity="0.09"/>`,
				s.Band.X, s.Band.Y, s.Band.W, max(s.Band.H, 1), colours[i])
			for _, edge := range s.BandEdges() {
				b.WriteString(`<g opacity="0.45">`)
				stroke(&b, lineClass(s.Dashed), colours[i], 1, edge[:]...)
				b.WriteString("</g>")
			}
		}
	}
	for _, h := range d.Hairlines {
		stroke(&b, "hairline", "var(--line)", 1, XY{d.Plot.X, h.Y}, XY{d.Plot.X + d.Plot.W, h.Y})
	}
	svgSides(&b, d)
	svgSigns(&b, d)
	svgLabels(&b, d)
	b.WriteString("</svg>\n")
	return b.String()
}

// svgSides draws the lines, then the squares, then the discs, so that each stays visible where they meet.
func svgSides(b *strings.Builder, d Drawing) {
	for i, s := range d.Sides {
		for _, run := range s.Runs {
			if len(run) > 1 {
				stroke(b, lineClass(s.Dashed), colours[i], LineWidth, places(run)...)
			}
		}
	}
	for i := len(d.Sides) - 1; i >= 0; i-- {
		for _, run := range d.Sides[i].Runs {
			for _, dot := range run {
				if d.Shapes || len(run) == 1 {
					svgDot(b, d, i, dot)
				}
			}
		}
	}
}

func svgDot(b *strings.Builder, d Drawing, side int, dot Dot) {
	svgShape(b, d.Sides[side].Shape, colours[side], dot.XY, d.Radius)
	if dot.Ring {
		fmt.Fprintf(b, `<circle class="unusual" cx="%.1f" cy="%.1f" r="%.1f" fill="none" stroke="%s"/>`, dot.X, dot.Y, d.RingRadius(), colours[side])
	}
}

func svgShape(b *strings.Builder, shape Shape, colour string, at XY, radius float64) {
	if shape == Disc {
		fmt.Fprintf(b, `<circle class="dot" cx="%.1f" cy="%.1f" r="%.1f" fill="%s"/>`, at.X, at.Y, radius, colour)
		return
	}
	half := SquareRadius(radius) - 0.75 // the stroke goes half outwards
	fmt.Fprintf(b, `<rect class="dot" x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="var(--paper)" stroke="%s" stroke-width="1.5"/>`,
		at.X-half, at.Y-half, 2*half, 2*half, colour)
}

func svgSigns(b *strings.Builder, d Drawing) {
	for _, piece := range d.Axis {
		stroke(b, "hairline", "var(--line)", 1, piece[0], piece[1])
	}
	for _, s := range d.Signs {
		b.WriteString("<g>")
		if s.Label != "" {
			fmt.Fprintf(b, "<title>%s</title>", escape(s.Label))
		}
		if s.Filled() {
			fmt.Fprintf(b, `<polygon class="mended" points="%s" fill="var(--gold)"/>`, points(s.Path))
		} else {
			stroke(b, "sign", "var(--muted)", 1.5, s.Path...)
		}
		b.WriteString("</g>\n")
	}
}

func svgLabels(b *strings.Builder, d Drawing) {
	for _, l := range d.Values {
		svgText(b, l, l.Box.X+l.Box.W, "end", d.Text)
	}
	for _, l := range d.Days {
		svgText(b, l, l.Box.X+l.Box.W/2, "middle", d.Text)
	}
	for _, k := range d.Key {
		s := d.Sides[k.Side]
		stroke(b, lineClass(s.Dashed), colours[k.Side], LineWidth, k.From, k.To)
		svgShape(b, s.Shape, colours[k.Side], k.Middle(), k.Radius)
		svgText(b, k.Name, k.Name.Box.X, "start", d.Text)
	}
}

// svgText sets a label on its line; letters stand about a third of their size below the middle.
func svgText(b *strings.Builder, l Label, x float64, anchor string, size float64) {
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="%s" fill="var(--muted)">%s</text>`, x, l.Box.Y+l.Box.H/2+size*0.35, anchor, escape(l.Text))
}

func stroke(b *strings.Builder, class, colour string, width float64, path ...XY) {
	dashes := ""
	if class == lineClass(true) {
		dashes = fmt.Sprintf(` stroke-dasharray="%d %d"`, DashLength, DashGap)
	}
	fmt.Fprintf(b, `<polyline class="%s" points="%s" fill="none" stroke="%s" stroke-width="%.1f" stroke-linecap="round" stroke-linejoin="round"%s/>`,
		class, points(path), colour, width, dashes)
}

func lineClass(dashed bool) string {
	if dashed {
		return "line dashed"
	}
	return "line"
}

func places(run []Dot) []XY {
	path := make([]XY, len(run))
	for i, dot := range run {
		path[i] = dot.XY
	}
	return path
}

func points(path []XY) string {
	var b strings.Builder
	for i, p := range path {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%.1f,%.1f", p.X, p.Y)
	}
	return b.String()
}

// escape makes a text safe inside an element; signs that XML can't hold become a replacement sign.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}
