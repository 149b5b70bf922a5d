package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const module = "goldseam.app/"

// allowed says which of our own packages each package may import. An arrow that
// is not here is a mistake, or a change to the house that wants to be discussed.
var allowed = map[string][]string{
	"":                {"app"},
	"app":             {"assets", "screens", "screens/widgets", "data/journal", "data/vault", "data/course", "data/wording", "data/help", "data/summary"},
	"screens":         {"screens/widgets", "data/chart", "data/journal", "data/vault", "data/course", "data/wording", "data/help", "data/summary"},
	"screens/widgets": {"data/chart"},
	"data/journal":    {"data/vault"},
	"data/vault":      {},
	"data/course":     {},
	"data/chart":      {},
	"data/wording":    {},
	"data/help":       {},
	"data/summary":    {"data/chart", "data/journal", "data/course"},
	"assets":          {},
}

// goFiles calls look for every Go file of the repository that is no test.
func goFiles(t *testing.T, look func(path string, set *token.FileSet, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		look(filepath.ToSlash(path), set, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestArrows keeps the packages apart as docs and linters say.
func TestArrows(t *testing.T) {
	goFiles(t, func(path string, _ *token.FileSet, f *ast.File) {
		pkg := strings.TrimSuffix(filepath.ToSlash(filepath.Dir(path)), ".")
		may, known := allowed[pkg]
		if !known {
			t.Errorf("%s: package %q is not part of the house", path, pkg)
			return
		}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			checkImport(t, path, pkg, name, may)
		}
	})
}

func checkImport(t *testing.T, path, pkg, name string, may []string) {
	t.Helper()
	switch {
	case strings.HasPrefix(name, module):
		for _, m := range may {
			if name == module+m {
				return
			}
		}
		t.Errorf("%s imports %s", path, name)
	case strings.HasPrefix(name, "fyne.io/") && strings.HasPrefix(pkg, "data/"):
		t.Errorf("%s imports %s: nothing under data knows a window", path, name)
	case name == "database/sql" && pkg != "data/journal":
		t.Errorf("%s imports %s: only the journal knows SQL", path, name)
	case name == "net" || strings.HasPrefix(name, "net/http"):
		t.Errorf("%s imports %s: the program opens no connection", path, name)
	}
}

// TestShort keeps files under 400 lines and functions under 60.
func TestShort(t *testing.T) {
	goFiles(t, func(path string, set *token.FileSet, f *ast.File) {
		if lines := set.Position(f.FileEnd).Line; lines > 400 {
			t.Errorf("%s has %d lines", path, lines)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			if lines := set.Position(fn.End()).Line - set.Position(fn.Pos()).Line; lines > 60 {
				t.Errorf("%s: %s has %d lines", path, fn.Name.Name, lines)
			}
		}
	})
}

// TestOneOwnerOfGoroutines: app/tasks.go starts goroutines and calls fyne.Do, nothing else does.
func TestOneOwnerOfGoroutines(t *testing.T) {
	goFiles(t, func(path string, set *token.FileSet, f *ast.File) {
		if path == "app/tasks.go" {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", set.Position(g.Pos()))
			}
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Do" {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "fyne" {
					t.Errorf("%s calls fyne.Do", set.Position(sel.Pos()))
				}
			}
			return true
		})
	})
}

// TestWordsAreTranslatable: whatever a widget shows goes through lang.L.
func TestWordsAreTranslatable(t *testing.T) {
	showing := map[string]bool{"NewText": true, "NewLine": true, "NewButton": true, "NewSmallButton": true, "NewChip": true, "NewCheck": true, "SetPlaceHolder": true, "SetError": true, "SetHint": true}
	goFiles(t, func(path string, set *token.FileSet, f *ast.File) {
		if !strings.HasPrefix(path, "screens/") && !strings.HasPrefix(path, "app/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name := ""
			switch fun := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			case *ast.Ident:
				name = fun.Name
			}
			lit, ok := call.Args[0].(*ast.BasicLit)
			if showing[name] && ok && strings.ContainsFunc(lit.Value, unicode.IsLetter) && lit.Value != `"Goldseam"` {
				t.Errorf("%s: %s is shown but not translatable", set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	})
}
