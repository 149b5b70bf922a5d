package summary

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLayStaysOnThePage(t *testing.T) {
	s := manyPages()
	s.People[0].Name = strings.Repeat("Noor", 40)
	s.Reflections[1].Title = strings.Repeat("title", 300)
	s.Reflections[1].Parts[0].Words[1] = strings.Repeat("x", 10000)
	s.Reflections[1].Parts[0].Prompts = [2]string{strings.Repeat("a prompt ", 900), ""}
	pages := lay(t, Build(s, sampleCourse(), everything(), today, nil))
	for i, page := range pages.Pages {
		for _, text := range page.Texts {
			if text.X < marginSide-0.01 || text.X+text.Width > pageWidth-marginSide+0.01 {
				t.Errorf("page %d: %q is set from %.1f to %.1f", i+1, text.S, text.X, text.X+text.Width)
			}
			if text.Y < marginTop || text.Y > pageHeight-30 {
				t.Errorf("page %d: %q stands at %.1f", i+1, text.S, text.Y)
			}
		}
	}
}

func TestLayKeepsHeadingsWithTheirText(t *testing.T) {
	for lines := range 60 {
		s := sampleState()
		s.Agreements = s.Agreements[:1]
		s.Agreements[0].Versions[1].Terms.Text = strings.TrimSpace(strings.Repeat("One more line.\n", lines))
		pages := lay(t, Build(s, sampleCourse(), everything(), today, nil))
		for i, page := range pages.Pages {
			texts := page.Texts[:len(page.Texts)-2] // without the foot
			last := texts[len(texts)-1]
			if last.Font == SemiBold || last.Font == Italic {
				t.Errorf("%d lines: page %d ends with the heading %q", lines, i+1, last.S)
			}
		}
	}
}

func TestLayNumbersEveryPage(t *testing.T) {
	d := Build(manyPages(), sampleCourse(), everything(), today, nil)
	pages := lay(t, d)
	for i, page := range pages.Pages {
		foot := page.Texts[len(page.Texts)-2:]
		if foot[0].S != d.Close {
			t.Errorf("page %d ends with %q", i+1, foot[0].S)
		}
		if want := fmt.Sprintf("Page %d of %d", i+1, len(pages.Pages)); foot[1].S != want {
			t.Errorf("page %d is numbered %q, want %q", i+1, foot[1].S, want)
		}
	}
}

func TestLaySetsColumnsInStep(t *testing.T) {
	ys := map[string]float64{}
	for _, page := range lay(t, sample()).Pages[:1] {
		for _, text := range page.Texts {
			ys[text.S] = text.Y
		}
	}
	if ys["Noor"] == 0 || ys["I hid the messages for most of the summer."] != ys["That you knew what you were doing. That"] {
		t.Errorf("columns out of step: %v", ys)
	}
}

// TestLayReadsOneColumnAfterTheOther: whoever takes the texts of a page in their
// order reads one partner's words to their end before the other's.
func TestLayReadsOneColumnAfterTheOther(t *testing.T) {
	var order []string
	for _, page := range lay(t, sample()).Pages[:1] {
		for _, text := range page.Texts {
			order = append(order, text.S)
		}
	}
	first, second := slices.Index(order, "I chose that each time. It was not one"), slices.Index(order, "Eli")
	if first < 0 || second < first {
		t.Errorf("Noor's last line is number %d, and Eli's column begins with number %d of %q", first, second, order)
	}
}

// TestLayKeepsTheHeadsOfPieces: in a plan, the line that names a piece is never the
// last on its page, and no page begins with an empty line.
func TestLayKeepsTheHeadsOfPieces(t *testing.T) {
	for lines := range 50 {
		s := sampleState()
		s.Reflections = s.Reflections[:1]
		s.Reflections[0].Parts[0].Words[0] = strings.Repeat("One more line.\n", lines) + strings.Repeat("\nWhat I do\nI step out.\n", 20)
		for i, page := range lay(t, Build(s, sampleCourse(), everything(), today, nil)).Pages {
			texts := page.Texts[:len(page.Texts)-2] // without the foot
			lowest := slices.MaxFunc(texts, func(a, b Text) int { return cmp.Compare(a.Y, b.Y) })
			if lowest.S == "What I do" || texts[0].Y > marginTop+40 {
				t.Errorf("%d lines: page %d begins at %.0f and ends with %q", lines, i+1, texts[0].Y, lowest.S)
			}
		}
	}
}

func TestLayMarksWhatHasNoGlyph(t *testing.T) {
	d := sample()
	var all strings.Builder
	for _, page := range lay(t, d).Pages {
		for _, text := range page.Texts {
			all.WriteString(text.S + " ")
		}
	}
	if !strings.Contains(all.String(), "Home by seven, or a message. □") || !strings.Contains(all.String(), d.Missing) {
		t.Errorf("no mark for the smile, or no word about it, in %q", all.String())
	}
}

func TestLayTellsProgress(t *testing.T) {
	done, total := 0, 0
	_, err := Lay(context.Background(), sample(), testFonts(t), func(d, of int) { done, total = d, of })
	if err != nil || done != 10 || total != 10 {
		t.Errorf("done %d of %d, %v", done, total, err)
	}
}

func plain(s string) []letter {
	var out []letter
	for _, r := range s {
		out = append(out, letter{glyph{r, Regular, 500}, styleBody})
	}
	return out
}

func word(ls []letter) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteRune(l.Rune)
	}
	return b.String()
}

func TestVisual(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"plain words", "plain words"},
		{"שלום", "םולש"},
		{"Eli: שלום.", "Eli: םולש."},
		{"say שלום 12 and go", "say 12 םולש and go"},
		{"שלום 12 טוב", "בוט 12 םולש"},
		{"שלום (טוב) Eli", "Eli (בוט) םולש"},
		{"Eli שלום (טוב)", "Eli (בוט) םולש"},
		{"Eli (שלום)", "Eli (םולש)"},
		{"סה״כ 1,200.50 ₪", "₪ 1,200.50 כ״הס"},
		{"مرحبا 3.5", "3.5 ابحرم"},
	} {
		ls := plain(test.in)
		if got := word(visual(ls, readsFromRight(ls))); got != test.want {
			t.Errorf("visual(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestVisualKeepsEveryLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringOf(rapid.RuneFrom([]rune("ab 12(),שלוםא."))).Draw(t, "line")
		ls := plain(in)
		if got := visual(ls, readsFromRight(ls)); len(got) != len(ls) {
			t.Fatalf("%q became %q", in, word(got))
		}
	})
}

func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringOf(rapid.RuneFrom([]rune("abcdef   -–/"))).Draw(t, "words")
		width := rapid.Float64Range(1, 200).Draw(t, "width")
		var got strings.Builder
		for _, line := range wrap(plain(in), width) {
			if len(line) > 1 && widthOf(line) > width+0.001 {
				t.Fatalf("%q is wider than %f", word(line), width)
			}
			got.WriteString(word(line))
		}
		if solid(got.String()) != solid(in) {
			t.Fatalf("%q became %q", in, got.String())
		}
	})
}
