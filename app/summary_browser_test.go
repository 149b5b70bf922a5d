package app

import (
	"bytes"
	_ "embed" // for the checks
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldseam.app/data/summary"
)

//go:embed testdata/page.js
var pageChecks string

// webPage is how a summary's web page may be read.
type webPage struct {
	scheme string
	width  int
	paper  color.NRGBA
}

var webPages = []webPage{
	{"light", 1000, color.NRGBA{0xFF, 0xFD, 0xF8, 0xFF}},
	{"dark", 1000, color.NRGBA{0x1B, 0x18, 0x16, 0xFF}},
	{"light", 360, color.NRGBA{0xFF, 0xFD, 0xF8, 0xFF}},
}

// TestWebPagesInABrowser: whoever opens the web page of a summary can read it in
// light and dark, on a telephone, with a screen reader, and printed; and it asks
// for nothing.
func TestWebPagesInABrowser(t *testing.T) {
	b := newBrowser(t)
	for name, d := range eyesSummaries(t) {
		file := filepath.Join(t.TempDir(), "summary.html")
		if err := (Saver{}).Save(t.Context(), file, summary.HTML, d, nil); err != nil {
			t.Fatal(name, err)
		}
		if wrong := b.visit(file); len(wrong) > 0 {
			t.Errorf("%s: %q", name, wrong)
		}
		for _, page := range webPages {
			b.look(page.scheme, page.width)
			if err := blank(b.bytes("Page.captureScreenshot", nil), page); err != nil {
				t.Errorf("%s, %s, %d wide: %v", name, page.scheme, page.width, err)
			}
			checkPage(t, b, fmt.Sprintf("%s, %s, %d wide", name, page.scheme, page.width))
		}
		hearPage(t, b, name, d)
		printPage(t, b, name, d)
	}
}

// checkPage runs the checks of testdata/page.js.
func checkPage(t *testing.T, b *browser, name string) {
	t.Helper()
	var checked struct {
		Found []string
		Texts int
	}
	b.run(pageChecks, &checked)
	if len(checked.Found) > 0 || checked.Texts < 10 {
		t.Errorf("%s: %d texts, and wrong are %q", name, checked.Texts, checked.Found)
	}
}

// hearPage wants a screen reader to meet every heading of the document in its
// order, and every chart with its name, as a drawing and as a table.
func hearPage(t *testing.T, b *browser, name string, d summary.Document) {
	t.Helper()
	heard := b.hear()
	headings, charts := headingsOf(d)
	if diff := cmp.Diff(headings, heard.headings); diff != "" {
		t.Errorf("%s: headings (-want +got)\n%s", name, diff)
	}
	if !slices.Equal(heard.images, charts) || !slices.Equal(heard.tables, charts) {
		t.Errorf("%s: the drawings %q and the tables %q, want the charts %q", name, heard.images, heard.tables, charts)
	}
	if heard.mains != 1 {
		t.Errorf("%s: %d main parts", name, heard.mains)
	}
}

// headingsOf gives the headings of a document with their levels, and the names of
// its charts.
func headingsOf(d summary.Document) (headings, charts []string) {
	headings = []string{"1 " + d.Title}
	for _, s := range d.Sections {
		headings = append(headings, "2 "+s.Title)
		for _, it := range s.Items {
			if it.Number > 0 {
				headings = append(headings, fmt.Sprintf("3 %d. %s", it.Number, it.Title))
			} else {
				headings = append(headings, "3 "+it.Title)
			}
			for _, p := range it.Parts {
				if p.Title != "" {
					headings = append(headings, "4 "+p.Title)
				}
			}
			if it.Chart != nil {
				charts = append(charts, it.Title)
			}
		}
	}
	return headings, charts
}

// printPage prints the web page, and wants ink on every sheet.
func printPage(t *testing.T, b *browser, name string, d summary.Document) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "printed.pdf")
	data := b.bytes("Page.printToPDF", map[string]any{"paperWidth": 8.27, "paperHeight": 11.69})
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	words, err := exec.CommandContext(t.Context(), "pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(name, err)
	}
	if !strings.Contains(string(words), d.Title) || !strings.Contains(string(words), d.Close) {
		t.Errorf("%s: its title or its end is not printed", name)
	}
	for i, page := range drawnByOthers(t, file, 18) {
		if inkOf(page).Empty() {
			t.Errorf("%s: sheet %d is blank", name, i+1)
		}
	}
}

// blank says why a picture of a page shows nothing, or other colours than wanted.
func blank(picture []byte, want webPage) error {
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	paper, ink := 0, 0
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 2 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if near(img.At(x, y), want.paper) {
				paper++
			} else {
				ink++
			}
		}
	}
	if img.Bounds().Size() != (image.Point{X: want.width, Y: 1400}) || paper < 20*ink/10 || ink < paper/200 {
		return fmt.Errorf("%v, %d points of paper and %d of ink", img.Bounds(), paper, ink)
	}
	return nil
}

func near(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	R, G, B, _ := b.RGBA()
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > 0x300 }
	return !far(r, R) && !far(g, G) && !far(bl, B)
}
