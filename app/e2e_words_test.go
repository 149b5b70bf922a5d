//go:build e2e

package app

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// leastWord is how many bytes a word has that is looked for. Shorter ones stand
// in sealed bytes by chance.
const leastWord = 6

// coupleWords are all words of the texts, except those that the program could say
// by itself outside its window: the ones in its source. What its course and its
// help say is in the window alone, so these words are looked for too.
func coupleWords(t testing.TB, texts ...string) []string {
	t.Helper()
	words := map[string]bool{}
	for _, text := range texts {
		eachWord(text, func(w string) { words[w] = true })
	}
	shipped := shippedWords(t)
	maps.DeleteFunc(words, func(w string, _ bool) bool { return shipped[w] })
	return slices.Sorted(maps.Keys(words))
}

// plainWord is a word as people write it. Ids and hashes have digits, or capitals inside.
var plainWord = regexp.MustCompile(`^\p{L}\p{Ll}+$`)

func eachWord(text string, do func(string)) {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= leastWord && plainWord.MatchString(w) {
			do(strings.ToLower(w))
		}
	}
}

// textsIn gives every text in values of JSON, one after another, and not the names
// of their fields.
func textsIn(t testing.TB, values string) []string {
	t.Helper()
	var texts []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			texts = append(texts, v)
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for _, one := range v {
				walk(one)
			}
		}
	}
	for d := json.NewDecoder(strings.NewReader(values)); ; {
		var v any
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return texts
		} else if err != nil {
			t.Fatal(err)
		}
		walk(v)
	}
}

// shippedWords are the words in the source of the program.
func shippedWords(t testing.TB) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	note := func(w string) { words[w] = true }
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d.IsDir() && (d.Name() == "testdata" || d.Name() == ".cache" || d.Name() == "docs") {
				return fs.SkipDir
			}
			return err
		}
		switch {
		case strings.HasSuffix(path, "_test.go"), strings.HasPrefix(d.Name(), "sample"):
			return nil // tests, and the sample couple themselves
		case strings.HasSuffix(path, ".go"):
			return sourceWords(path, note)
		case strings.HasSuffix(path, ".sql"):
			text, err := os.ReadFile(path)
			eachWord(string(text), note)
			return err
		}
		return nil
	})
	if err != nil || len(words) < 1000 {
		t.Fatalf("%d words of the program's own: %v", len(words), err)
	}
	return words
}

// sourceWords notes the words in the texts and the names of a Go file.
func sourceWords(path string, note func(string)) error {
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			eachWord(n.Value, note)
		case *ast.Ident:
			for _, part := range nameParts.FindAllString(n.Name, -1) {
				eachWord(part, note)
			}
		}
		return true
	})
	return nil
}

// nameParts are the words that a name in Go is made of.
var nameParts = regexp.MustCompile(`\p{Lu}?\p{Ll}+`)
