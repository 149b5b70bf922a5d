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
	"lines": blocks,
	"side":  func(v Voice) string { return [...]string{"", "first", "second"}[v.Partner] },
	"draw":  drawing,
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

// The size of a chart on the web page, in pixels; it shrinks with the page.
const (
	webChartWidth, webChartHeight = 656, 200
	webChartText                  = 13
)

// drawing gives a chart as a drawing within the page.
func drawing(it Item) template.HTML {
	d := it.Chart.drawn(chart.Frame{Width: webChartWidth, Height: webChartHeight, Text: webChartText})
	return template.HTML(chart.SVG(d, it.Title, it.Chart.About)) // SVG escapes every word in it
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
