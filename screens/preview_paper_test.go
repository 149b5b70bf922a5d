package screens

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// TestPreviewIsThePaper: another program draws the pages of the PDF as the preview
// does. On screens letters have whole sizes, so a line may end a little earlier.
func TestPreviewIsThePaper(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := sampleSummaryJournal()
	f.state.CheckIns, f.state.Slips = sampleOpened(), []journal.Slip{{ID: "s", Agreement: "late", Day: "2026-10-14", Answer: journal.SlipYes}}
	f.state.Reflections[1].Parts[0].Words[1] = "שלום (טוב) 12 🙂\n\nA heading\nand what is below it"
	fonts := sampleSummaryTools(t, nil).Fonts
	for _, whom := range []summary.Audience{summary.Us, summary.Therapist, summary.Fridge, summary.Everything} {
		ch := summary.All("en")
		ch.For = whom
		d := summary.Build(f.state, sampleCourse(), ch, f.Today(), summaryWords)
		pages, err := summary.Lay(t.Context(), d, fonts, nil)
		if err != nil {
			t.Fatal(err)
		}
		paper := drawnPaper(t, pages, fonts)
		for i, shown := range drawnPreview(t, pages, fonts) {
			a, b := inkBox(paper[i]), inkBox(shown)
			if a.Empty() || apart(a.Min.X, b.Min.X) > 3 || apart(a.Min.Y, b.Min.Y) > 3 || apart(a.Max.Y, b.Max.Y) > 4 || apart(a.Max.X, b.Max.X) > 30 {
				t.Errorf("%q, page %d: the paper has ink in %v, the preview in %v", whom, i+1, a, b)
			}
			if only := onlyIn(paper[i], shown); !only.Empty() {
				t.Errorf("%q, page %d: only the paper has ink in %v", whom, i+1, only)
			}
			if only := onlyIn(shown, paper[i]); !only.Empty() {
				t.Errorf("%q, page %d: only the preview has ink in %v", whom, i+1, only)
			}
		}
	}
}

func apart(a, b int) int { return max(a, b) - min(a, b) }

// drawnPreview draws each page as the preview does, a point of the picture for a
// point of the page.
func drawnPreview(t *testing.T, pages summary.Pages, fonts summary.Fonts) []*image.Gray {
	t.Helper()
	p := newPreview(fonts)
	w := sampleWindow(t, p, float32(pages.Width)+2*sheetRoom, float32(pages.Height)+120)
	p.show(pages)
	drawing := test.WidgetRenderer(p).(*previewDrawing)
	var all []*image.Gray
	for range pages.Pages {
		at := drawing.sheet.Position()
		if drawing.sheet.Size() != fyne.NewSize(float32(pages.Width), float32(pages.Height)) {
			t.Fatalf("the sheet is %v", drawing.sheet.Size())
		}
		page := image.NewGray(image.Rect(0, 0, int(pages.Width), int(pages.Height)))
		draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
		inside := page.Rect.Inset(2) // the sheet's edge lies between two points of the picture
		draw.Draw(page, inside, w.Canvas().Capture(), inside.Min.Add(image.Pt(int(at.X), int(at.Y))), draw.Src)
		all = append(all, page)
		p.turn(1)
	}
	return all
}

// drawnPaper lets another program draw the pages of the PDF as large.
func drawnPaper(t *testing.T, pages summary.Pages, fonts summary.Fonts) []*image.Gray {
	t.Helper()
	var out bytes.Buffer
	if err := summary.WritePDF(t.Context(), &out, pages, fonts, summary.Meta{Title: "Goldseam", Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	cmd := exec.Command("pdftoppm", "-r", "72", "-png", "-", filepath.Join(folder, "page"))
	cmd.Stdin = &out
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v %s", err, said)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.png")) // in their order
	if err != nil || len(names) != len(pages.Pages) {
		t.Fatalf("%d pages are drawn, of %d", len(names), len(pages.Pages))
	}
	var all []*image.Gray
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		page := image.NewGray(image.Rect(0, 0, int(pages.Width), int(pages.Height)))
		draw.Draw(page, page.Rect, img, image.Point{}, draw.Src)
		all = append(all, page)
	}
	return all
}

// onlyIn gives a place where one picture has ink and the other has none near it.
func onlyIn(one, other *image.Gray) image.Rectangle {
	const side = 12
	for y := 0; y < one.Rect.Dy(); y += side {
		for x := 0; x < one.Rect.Dx(); x += side {
			cell := image.Rect(x, y, x+side, y+side)
			around := image.Rect(x-2*side, y-side/2, x+3*side, y+side+side/2)
			if !inkBox(pieceOf(one, cell)).Empty() && inkBox(pieceOf(other, around)).Empty() {
				return cell
			}
		}
	}
	return image.Rectangle{}
}

func pieceOf(page *image.Gray, r image.Rectangle) *image.Gray {
	return page.SubImage(r).(*image.Gray)
}

// inkBox is the box around all that is not paper.
func inkBox(page *image.Gray) image.Rectangle {
	var box image.Rectangle
	for y := page.Rect.Min.Y; y < page.Rect.Max.Y; y++ {
		for x := page.Rect.Min.X; x < page.Rect.Max.X; x++ {
			if page.GrayAt(x, y).Y < 0xF4 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}
