package journal

import (
	"bytes"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

func TestFilesThatAreNoJournal(t *testing.T) {
	random := make([]byte, 20_000)
	for i := range random {
		random[i] = byte(rand.IntN(256))
	}
	_, s := place(t)
	newer := bytes.Clone(s.file)
	newer[63] = formatVersion + 1
	foreign := bytes.Clone(s.file)
	foreign[71]++
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"empty":           {nil, ErrNotJournal},
		"short":           {[]byte("SQLite format 3\x00"), ErrNotJournal},
		"random":          {random, ErrNotJournal},
		"text":            {bytes.Repeat([]byte("Dear diary. "), 100), ErrNotJournal},
		"another program": {foreign, ErrNotJournal},
		"newer":           {newer, ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "file")
			must(t, os.WriteFile(path, c.content, 0o600))
			_, err := Open(t.Context(), path, Options{})
			wantErr(t, err, c.want)
			_, err = Restore(t.Context(), path, filepath.Join(t.TempDir(), "target"), Options{})
			wantErr(t, err, c.want)
			wantUntouched(t, path, c.content)
		})
	}
}

// wantUntouched: the file has its old bytes, and nothing new lies beside it.
func wantUntouched(t testing.TB, path string, content []byte) {
	t.Helper()
	now, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(now, content) {
		t.Error("the file was changed")
	}
	all, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(all) != 1 {
		t.Errorf("files beside it: %v", all)
	}
}

func TestAnotherProgramsDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "photos.db")
	must(t, os.WriteFile(path, nil, 0o600))
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	run(t, db, "CREATE TABLE photo (name TEXT)")
	run(t, db, "INSERT INTO photo VALUES ('sea')")
	must(t, db.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	_, err = Open(t.Context(), path, Options{})
	wantErr(t, err, ErrNotJournal)
	wantUntouched(t, path, before)
}

func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(t.Context(), filepath.Join(dir, "gone"), Options{})
	wantErr(t, err, ErrMissing)
	_, err = Open(t.Context(), dir, Options{})
	wantErr(t, err, ErrNotJournal)
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Error("something was made:", left)
	}
}

func TestExistingFileIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter")
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	_, _, err := Create(t.Context(), path, Options{}, noor())
	wantErr(t, err, ErrExists)
	wantUntouched(t, path, []byte("mine"))
}

// TestTruncatedFile: a file that was cut short is refused, or what is missing is named.
func TestTruncatedFile(t *testing.T) {
	_, s := place(t)
	lengths := []int{1, 16, 99, 100, 101, 1000, len(s.file) - 1, len(s.file) - 100}
	for n := 4096; n < len(s.file); n += max(4096, len(s.file)/4096/8*4096) {
		lengths = append(lengths, n, n+1000)
	}
	for _, n := range lengths {
		c, _ := place(t)
		must(t, os.WriteFile(c.path, s.file[:min(n, len(s.file)-1)], 0o600))
		c.wantNotQuiet(t, s, n)
	}
}

// TestDamagedPages: bytes that change anywhere in the file are noticed, or hit
// a place that holds nothing.
func TestDamagedPages(t *testing.T) {
	_, s := place(t)
	source := rand.New(rand.NewPCG(7, 11))
	for range 40 {
		c, _ := place(t)
		file := bytes.Clone(s.file)
		at := source.IntN(len(file) - 64)
		for i := range 64 {
			file[at+i] ^= byte(1 + source.IntN(255))
		}
		must(t, os.WriteFile(c.path, file, 0o600))
		c.wantNotQuiet(t, s, at)
	}
}

// wantNotQuiet: opening gives a named error, or Check finds a fault, or nothing
// that the couple had is different.
func (c *couple) wantNotQuiet(t *testing.T, s sample, at int) {
	t.Helper()
	j, err := Open(t.Context(), c.path, c.opt)
	if err != nil {
		if !isNamed(err) {
			t.Errorf("at %d: %v has no name", at, err)
		}
		return
	}
	c.Journal = j
	defer j.Close()
	if err := errors.Join(j.Unlock(t.Context(), First, passNoor), j.Unlock(t.Context(), Second, passEli)); err != nil {
		return
	}
	found, err := j.Check(t.Context())
	if err != nil || len(found) > 0 {
		return
	}
	equalStates(t, j.State(), s.state)
	if d := j.Drafts("own.plainly"); len(d) != 1 {
		t.Errorf("at %d: own writing is gone without a word", at)
	}
}

func isNamed(err error) bool {
	for _, known := range []error{ErrNotJournal, ErrNewer, ErrDamaged, ErrBusy, ErrCannotWrite, ErrFull} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}
