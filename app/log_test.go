package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// sampleSayings are all sentences of the made-up couple.
func sampleSayings() []string {
	var all []string
	for _, book := range sampleBooks {
		for _, both := range book {
			all = append(append(all, both[0]...), both[1]...)
		}
	}
	return append(append(all, sampleTelltale[0]...), sampleTelltale[1]...)
}

// wordedError is an error whose text and type hold more than a kind.
type wordedError struct{ text string }

func (e *wordedError) Error() string { return e.text }

func (e *wordedError) LogValue() slog.Value { return slog.StringValue(e.text) }

func readAll(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// TestLogHoldsNoWords gives the log every sentence of the couple in every way
// that the standard library has, and looks for them in the files.
func TestLogHoldsNoWords(t *testing.T) {
	folder := t.TempDir()
	log := openLog(folder)
	said := sampleSayings()
	if len(said) < 300 {
		t.Fatalf("only %d sentences; the test would prove little", len(said))
	}
	for _, words := range said {
		worded := &wordedError{words}
		noteFailure(log, errors.New(words))
		noteFailure(log, fmt.Errorf("%s: %w", words, journal.ErrFull))
		noteFailure(log, errors.Join(worded, errors.New(words)))
		noteFailure(log, &fs.PathError{Op: words, Path: words, Err: worded})
		notePanic(log, words, nil)
		notePanic(log, worded, nil)
		log.Info(words)
		log.Error(logWorkFailed, logKind, words)
		log.Error(logWorkFailed, logKind, worded)
		log.Error(logWorkFailed, logAt, []string{words})
		log.Error(logWorkFailed, words, 7)
		log.WithGroup(words).With(words, words).Error(logStarted, slog.Group(words, words, words))
	}
	text := readAll(t, folder)
	for _, words := range said {
		if strings.Contains(text, words) {
			t.Fatalf("the log holds %q", words)
		}
	}
	value := `("disk full"|refused|string|\*errors\.errorString|\*app\.wordedError)`
	line := regexp.MustCompile(`^time=\S+ level=(INFO|ERROR) msg=(refused|started|panicked|"(save|work) failed")( (kind|at|refused)=` + value + `)*$`)
	for l := range strings.Lines(text) {
		if !line.MatchString(strings.TrimSuffix(l, "\n")) {
			t.Fatalf("an unknown line: %s", l)
		}
	}
}

// TestLogIsSmallAndPrivate: two files, 256 KB at most, for their owner alone.
func TestLogIsSmallAndPrivate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	log := openLog(folder)
	for range 6000 {
		noteFailure(log, journal.ErrFull)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%v %v", entries, err)
	}
	size := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		if size += info.Size(); info.Mode() != 0o600 {
			t.Errorf("%s has mode %v", e.Name(), info.Mode())
		}
	}
	if size > logMost || size < logMost/2 {
		t.Errorf("%d bytes", size)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

// TestLogThatCannotBeWritten: no room for a log keeps nobody from working.
func TestLogThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	noteFailure(openLog(filepath.Join(file, "state")), journal.ErrFull)
	if text, err := os.ReadFile(file); err != nil || len(text) > 0 {
		t.Errorf("%q %v", text, err)
	}
}

func TestLogKinds(t *testing.T) {
	for _, c := range []struct {
		err    error
		want   kind
		silent bool
	}{
		{fmt.Errorf("save: %w", journal.ErrFull), "disk full", false},
		{fmt.Errorf("%w: %w", journal.ErrCannotWrite, syscall.EROFS), "journal can't be written", false},
		{vault.ErrDamaged, "seal damaged", false},
		{vault.ErrWrongPassphrase, "wrong passphrase", true},
		{journal.ErrWrongCode, "wrong code", true},
		{errors.Join(vault.ErrWrongPassphrase, journal.ErrFull), "disk full", false},
		{&journal.Invalid{Field: "Title", Problem: journal.ProblemEmpty}, "*journal.Invalid", true},
		{context.Canceled, "stopped", true},
		{&fs.PathError{Op: "open", Path: "/home/noor", Err: syscall.EACCES}, "syscall.Errno", false},
		{errors.New("the kettle"), "*errors.errorString", false},
	} {
		if got := kindOf(c.err); got != c.want || ofPeople(c.err) != c.silent {
			t.Errorf("%v: %q, silent %v", c.err, got, ofPeople(c.err))
		}
	}
}

// TestLogKnowsEveryError: each error that the data packages and the program name
// has its word.
func TestLogKnowsEveryError(t *testing.T) {
	kinds, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`(?m)^(?:var |\t)([eE]rr[A-Z]\w*)\s+= errors\.New`)
	found := 0
	for pattern, prefix := range map[string]string{
		"*.go": "", "../data/journal/errors.go": "journal.", "../data/vault/*.go": "vault.", "../data/course/*.go": "course.",
		"../data/wording/*.go": "wording.", "../data/summary/*.go": "summary.",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
				name := prefix + m[1]
				if prefix != "" && strings.HasPrefix(m[1], "err") || strings.HasSuffix(file, "_test.go") {
					continue // not seen from here
				}
				found++
				if !strings.Contains(string(kinds), "{"+name+",") {
					t.Errorf("%s has no kind", name)
				}
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d errors were found", found)
	}
}

// TestLogOfABackgroundPanic: the work is answered with an error, the program goes
// on, and the log has the place and not the words.
func TestLogOfABackgroundPanic(t *testing.T) {
	test.NewTempApp(t)
	folder := t.TempDir()
	tasks := newTasks(t.Context())
	defer tasks.finish()
	tasks.log = openLog(folder)
	words := sampleTelltale[1][0]
	for _, carried := range []any{words, errors.New(words), []string{words}} {
		answer := make(chan error, 1)
		tasks.run(func(context.Context) error { panic(carried) }, func(err error) { answer <- err })
		if err := <-answer; !errors.Is(err, errPanicked) {
			t.Errorf("answered %v", err)
		}
	}
	answer := make(chan error, 1)
	var none []int
	tasks.run(func(context.Context) error { _ = none[len(words)]; return nil }, func(err error) { answer <- err })
	<-answer
	text := readAll(t, folder)
	if word := leaked(text); word != "" {
		t.Errorf("the log holds %q", word)
	}
	for _, want := range []string{"msg=panicked kind=string at=app/log_test.go:", "kind=runtime.boundsError at=app/log_test.go:"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
}

// TestLogOfOpening: a journal that can't be opened leaves its kind.
func TestLogOfOpening(t *testing.T) {
	p := newTestProgram(t)
	folder := t.TempDir()
	p.tasks.log = openLog(folder)
	p.path = filepath.Join(t.TempDir(), "letter")
	if err := os.WriteFile(p.path, []byte(sampleTelltale[0][0]), 0o600); err != nil {
		t.Fatal(err)
	}
	p.open()
	if text := readAll(t, folder); !strings.Contains(text, `msg="open failed" kind="not a journal"`) || leaked(text) != "" {
		t.Errorf("the log says %q", text)
	}
}
