package summary

import (
	"bytes"
	"context"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var update = flag.Bool("update", false, "write the golden files anew")

func written(t *testing.T, f Format, d Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(context.Background(), &out, f, d, Fonts{}, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	for _, f := range []Format{Markdown, HTML} {
		got, path := written(t, f, sample()), filepath.Join("testdata", "summary"+f.Extension())
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f, diff)
		}
	}
}

func TestHTMLAsksForNothing(t *testing.T) {
	page := written(t, HTML, sample())
	for _, ask := range []string{"src=", "href=", "url(", "@import", "<script", "<b>bold", "<link"} {
		if strings.Contains(page, ask) {
			t.Errorf("the page holds %q", ask)
		}
	}
	if !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "default-src &#39;none&#39;") && !strings.Contains(page, "default-src 'none'") {
		t.Error("no language or no policy")
	}
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	unsaid = regexp.MustCompile(`(?s)<(style|title)>.*?</(style|title)>`)
)

// said gives the words of a web page, spaces left out.
func said(page string) string {
	page = unsaid.ReplaceAllString(page, "")
	return solid(html.UnescapeString(tags.ReplaceAllString(page, "")))
}

// rendered gives the words that a reader of the Markdown sees.
func rendered(t testing.TB, source string) string {
	t.Helper()
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(source), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMarkdownShowsTheWords(t *testing.T) {
	page := rendered(t, written(t, Markdown, sample()))
	for _, s := range sample().Sections {
		for _, it := range s.Items {
			for _, p := range it.Parts {
				for _, v := range p.Voices {
					if !strings.Contains(said(page), solid(v.Words)) {
						t.Errorf("the page does not say %q", v.Words)
					}
				}
			}
		}
	}
}

// FuzzWords looks whether anything the couple writes can become formatting.
func FuzzWords(f *testing.F) {
	for _, v := range sample().Sections[1].Items[1].Parts[0].Voices {
		f.Add(v.Words)
	}
	f.Add("[a]: http://example.org\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n~~~\n* * *\n+ x\n1) y\n\ta\\")
	f.Add("- [ ] task\n***\n___\n&copy; &#65; <!-- no --> <http://example.org> ![i](x)\n[^1]: note\n: definition")
	f.Add("one\\\n\\\\\ntwo")
	f.Fuzz(func(t *testing.T, words string) {
		words = clean(words)
		got := rendered(t, quote(lines(words)))
		for _, tag := range []string{"<h", "<ul", "<ol", "<pre", "<code", "<em", "<strong", "<del", "<img", "<table", "<input", "<!--", "<blockquote>\n<blockquote"} {
			if strings.Contains(got, tag) {
				t.Fatalf("%q became %s", words, got)
			}
		}
		if said(got) != solid(words) {
			t.Fatalf("%q reads %q", words, said(got))
		}
		if page := written(t, HTML, Document{Sections: []Section{{Items: []Item{{Text: words}}}}}); !strings.Contains(said(page), solid(words)) {
			t.Fatalf("the web page loses %q", words)
		}
	})
}
