package app

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
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

// eyesSummaries are sampleSummaries of a long journal, and one with words that are
// hard to set.
func eyesSummaries(t *testing.T) map[string]summary.Document {
	t.Helper()
	path, pass := newSample(t, sampleOptions{Moments: 300, Weeks: 30, Seed: 2})
	c, err := loadCourse("")
	if err != nil {
		t.Fatal(err)
	}
	all := sampleSummaries(t, openSample(t, path, pass), c)
	all["hard words"] = hardWords(all["shared "+string(summary.Therapist)])
	return all
}

// hardWords gives a copy of a summary with words from the right, signs without a
// letter, and words wider than a column.
func hardWords(d summary.Document) summary.Document {
	hard := []string{
		"שלום (טוב) 12, and café 👩🏽‍🚒 מחר.", "مرحبا 3.5 — yes 🙂", strings.Repeat("long", 80),
		"https://example.org/" + strings.Repeat("way/", 40), "one\n\n\nA heading\nand what is below it",
	}
	said := 0
	d.Sections = slices.Clone(d.Sections)
	for i := range d.Sections {
		items := slices.Clone(d.Sections[i].Items)
		for n := range items {
			items[n].Parts = slices.Clone(items[n].Parts)
			for p := range items[n].Parts {
				voices := slices.Clone(items[n].Parts[p].Voices)
				for v := range voices {
					voices[v].Words = hard[said%len(hard)]
					said++
				}
				items[n].Parts[p].Voices = voices
			}
		}
		d.Sections[i].Items = items
	}
	return d
}

// savePages lays a summary out as the preview does, and saves it as the window does.
func savePages(t *testing.T, name string, d summary.Document) (pages summary.Pages, file string) {
	t.Helper()
	pages, err := summary.Lay(t.Context(), d, summaryFonts(), nil)
	if err != nil {
		t.Fatal(name, err)
	}
	file = filepath.Join(t.TempDir(), "summary.pdf")
	if err := (Saver{}).Save(t.Context(), file, summary.PDF, d, nil); err != nil {
		t.Fatal(name, err)
	}
	return pages, file
}

// TestSummariesThroughOtherEyes: what other programs read in the files is what
// the pages were laid out with, line by line.
func TestSummariesThroughOtherEyes(t *testing.T) {
	for name, d := range eyesSummaries(t) {
		pages, file := savePages(t, name, d)
		if whom, _ := strings.CutPrefix(name, "shared "); whom == string(summary.Fridge) && len(pages.Pages) != 1 {
			t.Errorf("the fridge door has %d pages", len(pages.Pages))
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: qpdf: %v\n%s", name, err, out)
		}
		read := readPages(t, file)
		if len(read) != len(pages.Pages) {
			t.Fatalf("%s: pdftotext reads %d pages of %d", name, len(read), len(pages.Pages))
		}
		for i, page := range pages.Pages {
			if diff := cmp.Diff(linesOn(page), read[i]); diff != "" {
				t.Errorf("%s, page %d: pdftotext reads (-want +got)\n%s", name, i+1, diff)
			}
		}
		readMarkdown(t, name, d)
	}
}

// readPages gives the lines that another program reads, page by page.
func readPages(t *testing.T, file string) [][]string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for page := range strings.SplitSeq(strings.TrimSuffix(string(out), "\f"), "\f") {
		var lines []string
		for line := range strings.SplitSeq(page, "\n") {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		all = append(all, lines)
	}
	return all
}

// linesOn are the lines of a page, in the order of its texts: the runs on one
// height, of which those that go on from one another are one word.
func linesOn(page summary.Page) []string {
	var lines []string
	for i, text := range page.Texts {
		if i == 0 || page.Texts[i-1].Y != text.Y {
			lines = append(lines, text.S)
			continue
		}
		before, space := page.Texts[i-1], ""
		if text.X > before.X+before.Width+0.5 || text.X < before.X {
			space = " "
		}
		lines[len(lines)-1] += space + text.S
	}
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
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
