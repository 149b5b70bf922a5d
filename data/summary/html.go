package summary

import (
	"bufio"
	_ "embed" // for the page
	"fmt"
	"html/template"
	"io"

	"goldseam.app/data/chart"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"lines":  blocks,
	"side":   func(v Voice) string { return [...]string{"", "first", "second"}[v.Partner] },
	"wide":   func(it Item) template.HTML { return drawing(it, webWide) },
	"narrow": func(it Item) template.HTML { return drawing(it, webNarrow) },
}).Parse(pageHTML))

// WriteHTML writes the document as one web page that asks for nothing from
// outside, can be printed, and follows the reader's light or dark colours.
func WriteHTML(w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	if err := pageTemplate.Execute(out, struct {
		Document
		Name    string
		Heading func(Item) string
		Rest    func(i int) bool
	}{d, d.name(), Item.heading, d.rest}); err != nil {
		return fmt.Errorf("write web page: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write web page: %w", err)
	}
	return nil
}

// The frames of a chart on the web page, in pixels: one for screens and paper, and
// one for telephones, where the letters of the other would be too small. The page
// shows one of them, and it shrinks with the page.
var (
	webWide   = chart.Frame{Width: 656, Height: 200, Text: 13}
	webNarrow = chart.Frame{Width: 330, Height: 190, Text: 13}
)

// drawing gives a chart as a drawing within the page.
func drawing(it Item, f chart.Frame) template.HTML {
	return template.HTML(chart.SVG(it.Chart.drawn(f), it.Title, it.Chart.About)) // SVG escapes every word in it
}

// blocks splits words into paragraphs at empty lines, and those into lines.
func blocks(s string) [][]string {
	var out [][]string
	begun := false
	for _, line := range paragraphs(s) {
		switch {
		case line == "":
			begun = false
		case begun:
			out[len(out)-1] = append(out[len(out)-1], line)
		default:
			out = append(out, []string{line})
			begun = true
		}
	}
	return out
}
