package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

func writing(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// wantFolder fails unless the folder holds exactly one file with that text.
func wantFolder(t *testing.T, path, text string) {
	t.Helper()
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(names) != 1 {
		t.Fatalf("folder holds %v, %v", names, err)
	}
	data, err := os.ReadFile(path)
	if err != nil || string(data) != text {
		t.Errorf("file holds %q, %v; want %q", data, err, text)
	}
}

func TestSaveFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	if err := saveFile(t.Context(), path, false, writing("first")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, path, "first")
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := saveFile(t.Context(), path, false, writing("second")); !errors.Is(err, journal.ErrExists) {
		t.Errorf("over an existing file: %v", err)
	}
	wantFolder(t, path, "first")
	if err := saveFile(t.Context(), path, true, writing("third")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, path, "third")
}

// TestSaveFileLeavesWhatWasThere stops a save at its end, and breaks another.
func TestSaveFileLeavesWhatWasThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := saveFile(ctx, path, true, func(w io.Writer) error {
		cancel()
		return writing("half")(w)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	wantFolder(t, path, "before")
	broken := errors.New("broken")
	if err := saveFile(t.Context(), path, true, func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("broken: %v", err)
	}
	wantFolder(t, path, "before")
}

// TestSaveFileNeverReplacesALateComer lets a file appear while another is written.
func TestSaveFileNeverReplacesALateComer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.txt")
	err := saveFile(t.Context(), path, false, func(w io.Writer) error {
		if err := os.WriteFile(path, []byte("late"), 0o600); err != nil {
			return err
		}
		return writing("mine")(w)
	})
	if !errors.Is(err, journal.ErrExists) {
		t.Errorf("err = %v", err)
	}
	wantFolder(t, path, "late")
}

func TestSaveFileNowhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "out.txt")
	if err := saveFile(t.Context(), path, false, writing("x")); !errors.Is(err, errCannotSave) {
		t.Errorf("err = %v", err)
	}
}

// TestNothingUnopenedIsSaved saves every form of a summary and looks for words of
// unopened drafts. The web page and Markdown are read as they are; the words of a
// PDF are compressed, so its placed lines are read.
func TestNothingUnopenedIsSaved(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 60, Weeks: 9, Seed: 1})
	all, err := exporting{whom: "us"}.choice()
	if err != nil {
		t.Fatal(err)
	}
	d, err := new(command).summaryOf(openSample(t, path, pass), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []summary.Format{summary.PDF, summary.HTML, summary.Markdown} {
		out := filepath.Join(t.TempDir(), "summary"+f.Extension())
		if err := (Saver{}).Save(t.Context(), out, f, d, nil); err != nil || !(Saver{}).Exists(out) {
			t.Fatal(f, err)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if word := leaked(string(data)); word != "" {
			t.Errorf("%s holds %q", f, word)
		}
	}
	if word := leaked(placed(t, d)); word != "" {
		t.Errorf("the pages hold %q", word)
	}
}

func placed(t *testing.T, d summary.Document) string {
	t.Helper()
	pages, err := summary.Lay(t.Context(), d, summaryFonts(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, page := range pages.Pages {
		for _, text := range page.Texts {
			b.WriteString(text.S + " ")
		}
	}
	if !strings.Contains(b.String(), "lantern") {
		t.Error("the pages lack what was agreed")
	}
	return b.String()
}

func TestLockKeepsASecondAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), journalName)
	release, err := holdLock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := holdLock(path); !errors.Is(err, errAlreadyOpen) {
		t.Errorf("second start: %v", err)
	}
	release()
	again, err := holdLock(path)
	if err != nil {
		t.Fatal(err)
	}
	again()
	if _, err := holdExisting(path); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("no journal: %v", err)
	}
}

func TestJournalPath(t *testing.T) {
	path, err := journalPath("")
	if err != nil || !filepath.IsAbs(path) || !strings.HasSuffix(path, filepath.Join(folderName, journalName)) {
		t.Errorf("%q, %v", path, err)
	}
	if path, err := journalPath("mine"); err != nil || !filepath.IsAbs(path) || filepath.Base(path) != "mine" {
		t.Errorf("%q, %v", path, err)
	}
}
