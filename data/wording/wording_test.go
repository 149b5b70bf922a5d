package wording_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"goldseam.app/assets"
	"goldseam.app/data/wording"
)

func english(t testing.TB) *wording.Hints {
	t.Helper()
	fsys, err := fs.Sub(assets.FS, "wording")
	if err != nil {
		t.Fatal(err)
	}
	h, err := wording.Load(fsys, "en")
	if err != nil {
		t.Fatal(err)
	}
	return h
}

type row struct{ family, sentence string }

// rows reads testdata/en.tsv: the family that must fire, or "-" for none, and
// the sentence.
func rows(t testing.TB) []row {
	t.Helper()
	data, err := os.ReadFile("testdata/en.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []row
	for line := range strings.Lines(string(data)) {
		family, sentence, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			t.Fatalf("not two columns: %q", line)
		}
		list = append(list, row{family, sentence})
	}
	return list
}

func TestSentences(t *testing.T) {
	h := english(t)
	quiet := 0
	for _, r := range rows(t) {
		got := "-"
		if hints := h.Look(r.sentence); len(hints) > 0 {
			got = hints[0].Family
		}
		if r.family == "-" {
			quiet++
		}
		if got != r.family {
			t.Errorf("%q: got %s, want %s", r.sentence, got, r.family)
		}
	}
	if all := len(rows(t)); all < 140 || quiet*2 < all {
		t.Errorf("%d sentences, %d of them quiet", all, quiet)
	}
}

func TestStraightAndCurlyQuotesAreTheSame(t *testing.T) {
	h := english(t)
	for _, r := range rows(t) {
		straight := h.Look(strings.ReplaceAll(r.sentence, "’", "'"))
		curly := h.Look(strings.ReplaceAll(r.sentence, "'", "’"))
		if len(straight) != len(curly) {
			t.Errorf("%q: %d straight, %d curly", r.sentence, len(straight), len(curly))
		}
	}
}

func TestEveryFamilyIsTried(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows(t) {
		seen[r.family] = true
	}
	families := english(t).Families()
	if len(families) != 6 {
		t.Errorf("families: %v", families)
	}
	for _, id := range families {
		if !seen[id] {
			t.Errorf("no sentence for %s", id)
		}
	}
}

func TestOnlyFinishedSentences(t *testing.T) {
	h := english(t)
	const words = "I hid it because you were never home"
	if got := h.Look(words); len(got) != 0 {
		t.Errorf("fired while still writing: %v", got)
	}
	for _, end := range []string{".", "?", "!", "…", "\n", "...", ".”"} {
		if got := h.Look(words + end); len(got) != 1 {
			t.Errorf("with %q at the end: %d hints", end, len(got))
		}
	}
}

func TestPositionsAndTitle(t *testing.T) {
	text := "För fyra… I paid 3.50 for it.\n\nI hid it because you were never home. I am sorry.  You never listen.\nYou nev"
	hints := english(t).Look(text)
	if len(hints) != 2 {
		t.Fatalf("hints: %+v", hints)
	}
	for _, h := range hints {
		if text[h.Start:h.End] != h.Sentence {
			t.Errorf("%q is not at %d to %d", h.Sentence, h.Start, h.End)
		}
	}
	if got, want := hints[0].Title, "Try ending after “I hid it”."; got != want {
		t.Errorf("title: got %s, want %s", got, want)
	}
	if got, want := hints[1].Sentence, "You never listen."; got != want {
		t.Errorf("sentence: got %s, want %s", got, want)
	}
}

func TestTitleWithoutShortBeginning(t *testing.T) {
	h := english(t)
	for text, want := range map[string]string{
		"You made me lie to you.": "Try it without the other in it.",
		"In that long winter after we had moved into the new flat, I hid it because you were never home.": "Try it without the other in it.",
		"I went to her, and it was your fault.":                                                           "Try ending after “I went to her”.",
	} {
		hints := h.Look(text)
		if len(hints) != 1 || hints[0].Title != want {
			t.Errorf("%q: got %+v, want %s", text, hints, want)
		}
	}
}

// plainText is a page of ordinary writing, as long as a field may get.
func plainText() string {
	const page = "For four months I wrote to someone and told you it was work. I deleted the messages so that you would not see them. " +
		"You found out in March, and I lied once more. I hid it because you were never home. I want to be honest from now on. "
	return strings.Repeat(page, 100_000/len(page)+1)
}

// best returns the shortest of five runs, so that a busy machine changes little.
func best(run func()) time.Duration {
	shortest := time.Hour
	for range 5 {
		start := time.Now()
		run()
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

func TestLongTextIsFast(t *testing.T) {
	h := english(t)
	var everything strings.Builder
	for everything.Len() < 100_000 {
		for _, r := range rows(t) {
			everything.WriteString(r.sentence + " ")
		}
	}
	for name, tc := range map[string]struct {
		text string
		most time.Duration
	}{
		"plain text":  {plainText(), 50 * time.Millisecond},
		"all of them": {everything.String(), 400 * time.Millisecond},
		"one word":    {strings.Repeat("because you never ", 6000) + ".", 400 * time.Millisecond},
		"hostile":     {strings.Repeat("if you was just sorry but i feel you never cause you. ", 1900), 400 * time.Millisecond},
		"quotes":      {strings.Repeat("“", 34_000) + ".", 400 * time.Millisecond},
	} {
		took := best(func() { h.Look(tc.text) })
		t.Logf("%s: %v", name, took)
		if took > tc.most {
			t.Errorf("%s: %d bytes took %v, at most %v", name, len(tc.text), took, tc.most)
		}
	}
}

func TestLoadIsStrict(t *testing.T) {
	const good = "[[families]]\nid='a'\ntitle='t'\ntitle_short='t'\ntext='x'\nneeds=['x']\npatterns=['x']\n"
	for name, file := range map[string]string{
		"empty":       "",
		"unknown key": good + "colour='red'\n",
		"bad pattern": strings.Replace(good, "patterns=['x']", "patterns=['(x']", 1),
		"no text":     strings.Replace(good, "text='x'\n", "", 1),
		"twice":       good + good,
		"not toml":    "[[families",
		"too large":   good + "#" + strings.Repeat("x", 300<<10),
	} {
		_, err := wording.Load(fstest.MapFS{"xx.toml": {Data: []byte(file)}}, "xx")
		if !errors.Is(err, wording.ErrWording) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := wording.Load(fstest.MapFS{}, "xx"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: got %v", err)
	}
}

func FuzzLook(f *testing.F) {
	h := english(f)
	for _, r := range rows(f) {
		f.Add(r.sentence)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, hint := range h.Look(text) {
			if text[hint.Start:hint.End] != hint.Sentence || hint.Title == "" {
				t.Errorf("%+v in %q", hint, text)
			}
		}
	})
}

func BenchmarkLook(b *testing.B) {
	h, text := english(b), plainText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		h.Look(text)
	}
}
