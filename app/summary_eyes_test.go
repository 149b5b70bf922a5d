package app

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens"
)

// sampleSummaries are the summaries of the sample couple, for everyone they can
// be for, with everything ticked.
func sampleSummaries(t *testing.T, j *journal.Journal, c *course.Course) map[string]summary.Document {
	t.Helper()
	all := map[string]summary.Document{}
	for _, whom := range []summary.Audience{summary.Us, summary.Therapist, summary.Fridge, summary.Everything} {
		ch := summary.All("en")
		ch.For, ch.Questions = whom, true
		all["shared "+string(whom)] = summary.Build(j.State(), c, ch, j.Today(), translated)
	}
	own := summary.OwnWriting(j.State(), c, j.Drafts)
	ch := summary.Choice{For: summary.Me, Drafts: true, Sealed: true, Mine: true, Lang: "en"}
	all["own"] = summary.BuildOwn(j.State(), c, j.Holder(), own, ch, j.Today(), translated)
	return all
}

// TestSummariesThroughOtherEyes: what other programs read in the files is what
// the pages were laid out with, page by page.
func TestSummariesThroughOtherEyes(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 300, Weeks: 30, Seed: 2})
	c, err := loadCourse("")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range sampleSummaries(t, openSample(t, path, pass), c) {
		pages, err := summary.Lay(t.Context(), d, summaryFonts(), nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if whom, _ := strings.CutPrefix(name, "shared "); whom == string(summary.Fridge) && len(pages.Pages) != 1 {
			t.Errorf("the fridge door has %d pages", len(pages.Pages))
		}
		file := filepath.Join(t.TempDir(), "summary.pdf")
		if err := (Saver{}).Save(t.Context(), file, summary.PDF, d, nil); err != nil {
			t.Fatal(name, err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: qpdf: %v\n%s", name, err, out)
		}
		for i, page := range pages.Pages {
			if got, want := readPage(t, file, i+1), wordsOn(page); got != want {
				t.Errorf("%s, page %d: pdftotext reads\n%s\nwant\n%s", name, i+1, got, want)
			}
		}
		readMarkdown(t, name, d)
	}
}

// readPage gives the lines that another program reads on a page.
func readPage(t *testing.T, file string, page int) string {
	t.Helper()
	n := strconv.Itoa(page)
	out, err := exec.Command("pdftotext", "-raw", "-f", n, "-l", n, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// wordsOn are the runs of a page; those that go on from one another are one.
func wordsOn(page summary.Page) string {
	var b strings.Builder
	for i, text := range page.Texts {
		if i > 0 {
			before := page.Texts[i-1]
			if before.Y != text.Y || text.X > before.X+before.Width+0.5 || text.X < before.X {
				b.WriteString(" ")
			}
		}
		b.WriteString(text.S)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// readMarkdown wants every heading of the document to be one for a reader too.
func readMarkdown(t *testing.T, name string, d summary.Document) {
	t.Helper()
	var source, page bytes.Buffer
	if err := summary.WriteMarkdown(&source, d); err != nil {
		t.Fatal(name, err)
	}
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(source.Bytes(), &page); err != nil {
		t.Fatal(name, err)
	}
	items := 0
	for _, s := range d.Sections {
		items += len(s.Items)
	}
	for tag, want := range map[string]int{"<h1": 1, "<h2": len(d.Sections), "<h3": items} {
		if got := strings.Count(page.String(), tag); got != want {
			t.Errorf("%s: %d times %s, want %d", name, got, tag, want)
		}
	}
}

// TestOwnWordsLeaveNoTrace: one partner alone saves their own words. They are in
// the file, those of the other are not, and nothing else changed anywhere.
func TestOwnWordsLeaveNoTrace(t *testing.T) {
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		program := newTestProgram(t, p)
		before := everyFile(t, filepath.Dir(program.journal.Path()))
		d := sampleSummaries(t, program.journal, program.course())["own"]
		file := filepath.Join(t.TempDir(), "notes.md")
		if err := (Saver{}).Save(t.Context(), file, summary.Markdown, d, nil); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for side, words := range sampleTelltale {
			word, _, _ := strings.Cut(words[0], ":")
			if strings.Contains(string(text), word) != (side == i) {
				t.Errorf("%v: %q is there: %v", p, word, side != i)
			}
		}
		lookAtJustMe(t, program)
		if after := everyFile(t, filepath.Dir(program.journal.Path())); after != before {
			t.Errorf("%v: the journal's folder changed", p)
		}
	}
}

// lookAtJustMe opens the page of the summary, moves to the last of those it can be
// for, and leaves it.
func lookAtJustMe(t *testing.T, p *program) {
	t.Helper()
	s := screens.NewSummary(p.journal, screens.SummaryTools{
		Course: p.course(), Saver: Saver{}, Fonts: summaryFonts(), Folder: summaryFolder(), Lang: "en", After: p.tasks.after, Now: now,
	}, func(work func(context.Context) error, done func(error)) { done(work(t.Context())) })
	s.Reload()
	s.FirstFocus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if shown := textOf(s); !strings.Contains(shown, "own words") {
		t.Errorf("the page shows %q", shown)
	}
	s.Clear()
}

// everyFile gives all that is in a folder, as one text.
func everyFile(t *testing.T, folder string) string {
	t.Helper()
	all := ""
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all += path + "\n" + string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
