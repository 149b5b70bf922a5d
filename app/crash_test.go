package app

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"goldseam.app/data/journal"
)

// What TestChild is to do, and on what.
const (
	childVariable   = "GOLDSEAM_TEST_CHILD"
	childFolder     = "GOLDSEAM_TEST_FOLDER"
	childJournal    = "GOLDSEAM_TEST_JOURNAL"
	childPassphrase = "GOLDSEAM_TEST_PASSPHRASES"
)

// child runs TestChild as a program of its own and gives what it printed.
func child(t *testing.T, task string, env ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChild$", "-test.count=1")
	cmd.Env = append(os.Environ(), append(env, childVariable+"="+task)...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// TestChild is what other tests run as a program of its own, because it ends the
// program or changes all of it. By itself it does nothing.
func TestChild(t *testing.T) {
	switch task := os.Getenv(childVariable); task {
	case "":
	case "memory":
		printMemory(t)
	default:
		crash(t, task)
	}
}

// crash ends the program by a mistake while the words of the sample couple are
// open, and are the arguments of what runs.
func crash(t *testing.T, how string) {
	if err := keepCrashes(os.Getenv(childFolder)); err != nil {
		t.Fatal(err)
	}
	if how == "start" {
		return
	}
	j := openSample(t, os.Getenv(childJournal), [2]string(strings.Split(os.Getenv(childPassphrase), "\n")))
	var said []string
	for _, d := range j.Drafts(sampleGround) {
		said = append(said, string(d.Answer))
	}
	said = append(append(said, j.State().Agreements[0].Title()), sampleSayings()...)
	if how == "window" {
		err := surviving(openLog(os.Getenv(childFolder)), os.Getenv(childFolder), func() { panic(said[0]) })
		if !errors.Is(err, errPanicked) {
			t.Fatal(err)
		}
		os.Exit(exitError)
	}
	ended := make(chan struct{})
	go func() { mistake(how, said[0], said, nil, j.State()) }()
	<-ended
}

//go:noinline
func mistake(how, words string, said []string, none map[string]string, state journal.State) {
	var nobody *journal.State
	switch how {
	case "nil map":
		none[words] = said[1]
	case "nil pointer":
		nobody.Moments = state.Moments
	case "index":
		none[said[len(said)]] = words
	case "conversion":
		_ = any(said).(error)
	}
}

// TestCrashHoldsNoWords lets the program end by mistakes of several kinds, with
// the journal of the sample couple open, and looks for their words in what is left.
func TestCrashHoldsNoWords(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 30, Weeks: 4, Seed: 2})
	for how, trace := range map[string]string{
		"nil map":     "app.mistake",
		"nil pointer": "app.mistake",
		"index":       "app.mistake",
		"conversion":  "app.mistake",
		"window":      "app/crash_test.go:",
	} {
		folder := t.TempDir()
		out, err := child(t, how, childFolder+"="+folder, childJournal+"="+path, childPassphrase+"="+strings.Join(pass[:], "\n"))
		if err == nil {
			t.Errorf("%s: the program did not end by it: %s", how, out)
		}
		text, err := os.ReadFile(filepath.Join(folder, crashName))
		if err != nil || !strings.Contains(string(text), trace) {
			t.Errorf("%s: the crash file says %q, %v", how, text, err)
		}
		all := readAll(t, folder) + out
		for _, words := range append(sampleSayings(), pass[:]...) {
			if strings.Contains(all, words) {
				t.Errorf("%s: what is left holds %q", how, words)
			}
		}
		if word := leaked(all); word != "" {
			t.Errorf("%s: what is left holds %q", how, word)
		}
		wantPrivate(t, filepath.Join(folder, crashName))
	}
}

func wantPrivate(t *testing.T, path string) {
	t.Helper()
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
		t.Errorf("%s: %v %v", path, info, err)
	}
}

// TestCrashIsKeptOnce: the file of a crash is set aside at the next start, and
// one that is older makes room for it. A start after a good end keeps it as it is.
func TestCrashIsKeptOnce(t *testing.T) {
	folder := t.TempDir()
	current, kept := filepath.Join(folder, crashName), filepath.Join(folder, crashKeptName)
	start := func(want string) {
		t.Helper()
		if out, err := child(t, "start", childFolder+"="+folder); err != nil {
			t.Error(out, err)
		}
		text, err := os.ReadFile(kept)
		if err != nil && want != "" || string(text) != want {
			t.Errorf("kept %q, want %q", text, want)
		}
		if filled(current) {
			t.Error("the new crash file is not empty")
		}
	}
	start("")
	for _, text := range []string{"first", "second"} {
		if err := os.WriteFile(current, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		start(text)
	}
	start("second")
	wantPrivate(t, current)
	wantPrivate(t, kept)
}

// TestCrashIsMentionedByCheck: only then, and not where a script reads.
func TestCrashIsMentionedByCheck(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"", crashKeptName, crashName} {
		if name != "" {
			writeCrash(folder, sampleTelltale[0][0], []kind{"app/window.go:1"})
			if err := os.Rename(filepath.Join(folder, crashName), filepath.Join(folder, name)); err != nil {
				t.Fatal(err)
			}
		}
		var out, errw strings.Builder
		c := &command{out: &out, errw: &errw}
		c.mentionCrash(folder)
		if said := strings.Contains(errw.String(), filepath.Join(folder, name)); said != (name != "") || out.Len() > 0 {
			t.Errorf("%q: says %q and %q", name, out.String(), errw.String())
		}
		if name != "" && leaked(readAll(t, folder)) != "" {
			t.Error("the file holds words")
		}
	}
}

// TestCrashSentence: who started the program at a command line reads a sentence.
func TestCrashSentence(t *testing.T) {
	text := commandSentence(errPanicked)
	if !strings.Contains(text, "is safe") || strings.ContainsAny(text, "!{") {
		t.Error(text)
	}
}

// TestCrashesAreNeverOurOwn: none of our code panics, so no panic of ours carries words.
func TestCrashesAreNeverOurOwn(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_e2e.go") {
			return nil // in no release
		}
		seen++
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "panic" {
					t.Errorf("%s panics", set.Position(call.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil || seen < 100 {
		t.Errorf("%d files, %v", seen, err)
	}
}
