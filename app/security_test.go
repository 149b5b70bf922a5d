package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestRealWindowTestsAreRun: make e2e runs each test in a real window, by its name.
func TestRealWindowTestsAreRun(t *testing.T) {
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	run := regexp.MustCompile(`e2e" -run '([^']+)'`).FindSubmatch(makefile)
	if run == nil {
		t.Fatal("the Makefile runs no test in a real window")
	}
	wanted := regexp.MustCompile(string(run[1]))
	files, err := filepath.Glob("e2e_*_test.go")
	if err != nil || len(files) < 5 {
		t.Fatalf("%q %v", files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^func (Test\w+)\(`).FindAllSubmatch(text, -1) {
			if !wanted.Match(m[1]) {
				t.Errorf("make e2e does not run %s", m[1])
			}
		}
	}
}

// TestSecurityPageNamesRealTests: each test that SECURITY.md names is there.
func TestSecurityPageNamesRealTests(t *testing.T) {
	page, err := os.ReadFile("../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		tests.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(string(page), -1)
	if len(names) < 20 {
		t.Errorf("only %d tests are named", len(names))
	}
	for _, m := range names {
		if !strings.Contains(tests.String(), "func "+m[1]+"(t *testing.T)") {
			t.Errorf("there is no %s", m[1])
		}
	}
}
