package summary

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// tool finds a program that looks at PDF files; “make setup-test” installs them.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func lay(tb testing.TB, d Document) Pages {
	tb.Helper()
	p, err := Lay(context.Background(), d, testFonts(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// savePDF writes the pages to a file and gives its path.
func savePDF(t *testing.T, p Pages) string {
	t.Helper()
	var out bytes.Buffer
	if err := WritePDF(context.Background(), &out, p, testFonts(t), Meta{Title: "Goldseam · progress summary", Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "summary.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestPDFSaysWhatIsPlaced(t *testing.T) {
	pages := lay(t, Build(manyPages(), sampleCourse(), everything(), today, nil))
	path := savePDF(t, pages)
	text := tool(t, "pdftotext")
	if len(pages.Pages) < 3 {
		t.Fatalf("%d pages, want several", len(pages.Pages))
	}
	for i, page := range pages.Pages {
		n := strconv.Itoa(i + 1)
		out, err := exec.Command(text, "-raw", "-f", n, "-l", n, path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		for _, line := range page.Texts {
			want.WriteString(line.S)
		}
		if got, want := solid(string(out)), solid(want.String()); got != want {
			t.Errorf("page %d says\n%s\nwant\n%s", i+1, got, want)
		}
	}
}

func TestPDFIsSoundAndSaysNothingOfItsMaker(t *testing.T) {
	path := savePDF(t, lay(t, sample()))
	if out, err := exec.Command(tool(t, "qpdf"), "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	out, err := exec.Command(tool(t, "pdfinfo"), path).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Noor", "Eli", "Author", "Creator"} {
		if strings.Contains(string(out), word) {
			t.Errorf("the file's own data holds %q:\n%s", word, out)
		}
	}
	if !strings.Contains(string(out), "Producer:        Goldseam") {
		t.Errorf("no producer in\n%s", out)
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	var one, two bytes.Buffer
	for _, out := range []io.Writer{&one, &two} {
		if err := Write(context.Background(), out, PDF, sample(), testFonts(t), nil); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same summary gave different bytes")
	}
}

func TestPDFTakesAnyPages(t *testing.T) {
	odd := Pages{Width: 300, Height: 300, Pages: []Page{{
		Texts:  []Text{{X: 10, Y: 20, Size: 12, Font: Regular, Colour: InkText, S: "\U0001F642 \x00 שלום"}},
		Shapes: []Shape{{Kind: Rect, X2: 10, Y2: 10, Fill: InkLine}, {Kind: Circle}, {Kind: Line, Stroke: InkGold}},
	}}, Outline: []Mark{{Title: "\U0001F642"}}}
	if err := WritePDF(context.Background(), io.Discard, odd, testFonts(t), Meta{Title: "\U0001F642", Lang: "e)n"}); err != nil {
		t.Error(err)
	}
}

func TestWriteStopsWhenAsked(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for _, f := range []Format{PDF, HTML, Markdown} {
		if err := Write(ctx, io.Discard, f, sample(), testFonts(t), nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want Canceled", f, err)
		}
	}
	if err := WritePDF(ctx, io.Discard, lay(t, sample()), testFonts(t), Meta{}); !errors.Is(err, context.Canceled) {
		t.Errorf("WritePDF: %v, want Canceled", err)
	}
}

func TestWriteRefuses(t *testing.T) {
	ctx := context.Background()
	if err := Write(ctx, io.Discard, "scroll", sample(), Fonts{}, nil); !errors.Is(err, ErrFormat) {
		t.Errorf("unknown format: %v", err)
	}
	if err := Write(ctx, io.Discard, PDF, sample(), Fonts{}, nil); !errors.Is(err, ErrNoFont) {
		t.Errorf("no fonts: %v", err)
	}
	for _, f := range []Format{HTML, Markdown} {
		if err := Write(ctx, noRoom{}, f, sample(), Fonts{}, nil); !errors.Is(err, errFull) {
			t.Errorf("%s on a full disk: %v", f, err)
		}
	}
	if err := Write(ctx, noRoom{}, PDF, sample(), testFonts(t), nil); !errors.Is(err, errFull) {
		t.Errorf("pdf on a full disk: %v", err)
	}
}

var errFull = errors.New("full")

// noRoom is a writer without any room.
type noRoom struct{}

func (noRoom) Write([]byte) (int, error) { return 0, errFull }
