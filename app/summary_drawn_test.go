package app

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"goldseam.app/data/summary"
)

// The rims of a page on which printers draw nothing, in points.
const rimSide, rimTop, rimFoot = 56, 50, 26

// drawnByOthers draws every page of a PDF in grey, with so many points to the inch.
func drawnByOthers(t *testing.T, file string, dpi int) []*image.Gray {
	t.Helper()
	folder := t.TempDir()
	out, err := exec.CommandContext(t.Context(), "pdftoppm", "-r", strconv.Itoa(dpi), "-gray", file, filepath.Join(folder, "page")).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Fatalf("pdftoppm: %v %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(folder, "page-*.pgm"))
	if err != nil || len(names) == 0 {
		t.Fatal("no page was drawn", err)
	}
	slices.Sort(names)
	pages := make([]*image.Gray, len(names))
	for i, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = greyMap(t, data)
	}
	return pages
}

// greyMap reads a picture as pdftoppm writes it.
func greyMap(t *testing.T, data []byte) *image.Gray {
	t.Helper()
	var width, height, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d", &width, &height, &most); err != nil || most != 255 || width*height > len(data) {
		t.Fatal("not a grey picture", err)
	}
	return &image.Gray{Pix: data[len(data)-width*height:], Stride: width, Rect: image.Rect(0, 0, width, height)}
}

// inkOf is the box around all that is drawn on a page.
func inkOf(page *image.Gray) image.Rectangle {
	var box image.Rectangle
	for y := range page.Rect.Dy() {
		row := page.Pix[y*page.Stride : y*page.Stride+page.Rect.Dx()]
		if first := slices.IndexFunc(row, inked); first >= 0 {
			last := len(row) - 1
			for !inked(row[last]) {
				last--
			}
			box = box.Union(image.Rect(first, y, last+1, y+1))
		}
	}
	return box
}

func inked(grey uint8) bool { return grey < 0xF8 }

// TestPagesDrawnByOthers: what another program draws is on every page where the
// preview has it, and nowhere else.
func TestPagesDrawnByOthers(t *testing.T) {
	for name, d := range eyesSummaries(t) {
		pages, file := savePages(t, name, d)
		drawn := drawnByOthers(t, file, 72) // a point of the picture is a point of the page
		if len(drawn) != len(pages.Pages) {
			t.Fatalf("%s: %d pages are drawn, of %d", name, len(drawn), len(pages.Pages))
		}
		for i, page := range pages.Pages {
			for _, wrong := range misdrawn(page, drawn[i]) {
				t.Errorf("%s, page %d: %s", name, i+1, wrong)
			}
		}
	}
}

// misdrawn says what is drawn elsewhere than the page has it.
func misdrawn(page summary.Page, drawn *image.Gray) (wrong []string) {
	room := image.Rect(rimSide, rimTop, drawn.Rect.Dx()-rimSide, drawn.Rect.Dy()-rimFoot)
	ink := inkOf(drawn)
	if ink.Empty() || !ink.In(room) {
		wrong = append(wrong, fmt.Sprintf("the ink is in %v, the page has room in %v", ink, room))
	}
	var boxes []image.Rectangle
	for _, s := range page.Shapes {
		boxes = append(boxes, boxAround(min(s.X1, s.X2), min(s.Y1, s.Y2), max(s.X1, s.X2), max(s.Y1, s.Y2), s.Width/2+1))
	}
	for _, text := range page.Texts {
		box := boxAround(text.X, text.Y-text.Size, text.X+text.Width, text.Y+text.Size*0.35, 1.5)
		boxes = append(boxes, box)
		if strings.TrimSpace(text.S) != "" && inkOf(part(drawn, box)).Empty() {
			wrong = append(wrong, fmt.Sprintf("%q is not drawn", text.S))
		}
	}
	rest := &image.Gray{Pix: bytes.Clone(drawn.Pix), Stride: drawn.Stride, Rect: drawn.Rect}
	for _, box := range boxes {
		box = box.Intersect(rest.Rect)
		for y := box.Min.Y; y < box.Max.Y; y++ {
			row := rest.Pix[y*rest.Stride+box.Min.X : y*rest.Stride+box.Max.X]
			for x := range row {
				row[x] = 0xFF
			}
		}
	}
	if left := inkOf(rest); !left.Empty() {
		wrong = append(wrong, fmt.Sprintf("there is ink in %v where nothing was set", left))
	}
	return wrong
}

func boxAround(x1, y1, x2, y2, more float64) image.Rectangle {
	return image.Rect(int(math.Floor(x1-more)), int(math.Floor(y1-more)), int(math.Ceil(x2+more)), int(math.Ceil(y2+more)))
}

// part is a page's piece, as a picture that begins at its corner.
func part(page *image.Gray, box image.Rectangle) *image.Gray {
	box = box.Intersect(page.Rect)
	if box.Empty() {
		return &image.Gray{}
	}
	return &image.Gray{Pix: page.Pix[page.PixOffset(box.Min.X, box.Min.Y):], Stride: page.Stride, Rect: image.Rect(0, 0, box.Dx(), box.Dy())}
}
