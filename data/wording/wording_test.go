package wording_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

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
	if all := len(rows(t)); all < 300 || quiet < 150 || all-quiet < 150 {
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
	const least = 14
	seen := map[string]int{}
	for _, r := range rows(t) {
		seen[r.family]++
	}
	families := english(t).Families()
	if len(families) != 9 {
		t.Errorf("families: %v", families)
	}
	for _, id := range families {
		if seen[id] < least {
			t.Errorf("%d sentences for %s, at least %d", seen[id], id, least)
		}
	}
}

// TestWordsFitTheirRoom keeps a title to one line and a text to two.
func TestWordsFitTheirRoom(t *testing.T) {
	h := english(t)
	for _, r := range rows(t) {
		for _, hint := range h.Look(r.sentence) {
			quoted := strings.Contains(hint.Title, "“")
			if n := utf8.RuneCountInString(hint.Title); n > 40 && !quoted || n > 72 {
				t.Errorf("title of %d characters: %s", n, hint.Title)
			}
			if n := utf8.RuneCountInString(hint.Text); n > 120 {
				t.Errorf("text of %d characters: %s", n, hint.Text)
			}
		}
	}
}

func TestVariantsSpeakForTheirSentences(t *testing.T) {
	h := english(t)
	for text, want := range map[string]string{
		"It was just a kiss.":                      "Try leaving the size out.",
		"You are overreacting.":                    "Try asking how it feels.",
		"Everyone does it.":                        "Try staying with what you did.",
		"You will regret this.":                    "Try what you will do for yourself.",
		"Forgive me or I'm leaving.":               "Try asking, with room for a no.",
		"If you leave me, I will kill myself.":     "Please don’t carry this alone.",
		"Prove it.":                                "Try asking for what would help.",
		"If you loved me, you would forgive me.":   "Try asking for the thing itself.",
		"Just get over it.":                        "Try leaving the pace to the other.",
		"How long are you going to punish me?":     "Try saying that it is hard.",
		"Can we please just go back to normal?":    "Try speaking for yourself.",
		"I'm sorry, but we both made mistakes.":    "Try ending before the “but”.",
		"I feel that you are being cruel.":         "Try a feeling word.",
		"You never listen, and I can't go on.":     "Try one time instead of all of them.",
		"If only you had listened.":                "Try it without the “if”.",
		"I lied, and you made me do it, you know.": "Try ending after “I lied”.",
	} {
		hints := h.Look(text)
		if len(hints) != 1 || hints[0].Title != want {
			t.Errorf("%q: got %+v, want %s", text, hints, want)
		}
	}
}

func TestQuotedWordsAreLeftAlone(t *testing.T) {
	h := english(t)
	for _, text := range []string{
		"“You never listen.”\n",
		"\"You never listen.\" That stayed with me.",
		"‘You never listen.’ That stayed with me.",
		"'You never listen.' That stayed with me.",
		"«Just get over it.» That stayed with me.",
		"„Just get over it.“ That stayed with me.",
		"I still hear “you never listen. You never",
	} {
		if got := h.Look(text); len(got) != 0 {
			t.Errorf("%q: %+v", text, got)
		}
	}
	for _, text := range []string{
		"It's so that you don't see: you never listen.",
		"The board is 5\" wide, and you never listen.",
		"My parents' house is cold, and you never listen.",
		"“Hello,” I wrote. You never listen.",
		"I still hear “hello.\nYou never listen.",
	} {
		if got := h.Look(text); len(got) != 1 {
			t.Errorf("%q: %+v", text, got)
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

// Any text gets an answer, however long and odd. How fast is measured by
// BenchmarkLook.
func TestLongAndOddTexts(t *testing.T) {
	h := english(t)
	for name, text := range map[string]string{
		"plain text":  plainText(),
		"one word":    strings.Repeat("because you never ", 6000) + ".",
		"hostile":     strings.Repeat("if you was just sorry but i feel you never cause you. ", 1900),
		"quotes":      strings.Repeat("“", 34_000) + ".",
		"apostrophes": strings.Repeat("'a “b ", 12_000) + ".",
	} {
		for _, hint := range h.Look(text) {
			if hint.Family == "" {
				t.Errorf("%s: a hint of no family", name)
			}
		}
	}
}

func TestLoadIsStrict(t *testing.T) {
	const good = "[[families]]\nid='a'\ntitle='t'\ntitle_short='t'\ntext='x'\nneeds=['x']\npatterns=['x']\n"
	for name, file := range map[string]string{
		"empty":       "",
		"unknown key": good + "colour='red'\n",
		"no part":     strings.Replace(good, "patterns=['x']", "patterns=['{them}']", 1),
		"bad variant": good + "[[families.variants]]\ntitle='t'\n",
		"reported":    "reported=['(x']\n" + good,
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

// odd are texts that no keyboard writes by itself.
func odd() []string {
	const hurt = "You never listen. "
	return []string{
		"", ".", "…!?\n\r\n", "\x00\x01\x1b[31m" + hurt + "\x7f",
		"\u202eYou never listen.\u202c", "אתה אף פעם לא מקשיב. " + hurt, "أنت لا تستمع أبدا؟ " + hurt,
		"\xff\xfe" + hurt + "\xc3(", "“\xff" + hurt, "'\xe2\x80" + hurt, "\ufeff" + hurt + "\ufffd.",
		"İ ı ß ſ K " + hurt, "👩‍👩‍👧 " + hurt + "e\u0301\u0301\u0301.", "You\u200bnever\u00a0listen.",
		strings.Repeat("\u0301", 5000) + ".", strings.Repeat("a", 1<<20) + ".",
		strings.Repeat(hurt, 1<<20/len(hurt)), strings.Repeat("'", 1<<20), strings.Repeat("\n", 1<<20),
	}
}

// checkLook fails where a hint isn't a whole sentence of the text, or is out of order.
func checkLook(t *testing.T, h *wording.Hints, text string) {
	t.Helper()
	last := 0
	for _, hint := range h.Look(text) {
		if hint.Start < last || hint.End > len(text) || text[hint.Start:hint.End] != hint.Sentence {
			t.Fatalf("%+v is not in its place", hint)
		}
		if hint.Title == "" || hint.Text == "" || strings.Contains(hint.Title, "{before}") {
			t.Errorf("no words: %+v", hint)
		}
		last = hint.End
	}
}

func TestOddTexts(t *testing.T) {
	h := english(t)
	for _, text := range odd() {
		checkLook(t, h, text)
	}
}

func FuzzLook(f *testing.F) {
	h := english(f)
	for _, r := range rows(f) {
		f.Add(r.sentence)
	}
	for _, text := range odd() {
		f.Add(text[:min(len(text), 4096)])
	}
	f.Fuzz(func(t *testing.T, text string) { checkLook(t, h, text) })
}

// page is 5,000 characters in which every other sentence hurts.
func page(tb testing.TB) string {
	tb.Helper()
	var quiet, hurting []string
	for _, r := range rows(tb) {
		if r.family == "-" {
			quiet = append(quiet, r.sentence)
		} else {
			hurting = append(hurting, r.sentence)
		}
	}
	var text strings.Builder
	for i := 0; text.Len() < 5000; i++ {
		text.WriteString(quiet[i*7%len(quiet)] + " " + hurting[i*5%len(hurting)] + " ")
	}
	return text.String()[:5000]
}

// BenchmarkLook looks at a page of 5,000 characters; its floor is
// BenchmarkPlainScan.
func BenchmarkLook(b *testing.B) {
	h, text := english(b), page(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		h.Look(text)
	}
}

// BenchmarkPlainScan only finds where the sentences of that page end.
func BenchmarkPlainScan(b *testing.B) {
	text := page(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		ends := 0
		for _, r := range text {
			if strings.ContainsRune(".!?…\n", r) {
				ends++
			}
		}
		if ends == 0 {
			b.Fatal("no sentences")
		}
	}
}
