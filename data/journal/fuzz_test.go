package journal

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// FuzzOpenJournal takes any bytes as a file: opening it never panics, is refused
// with a named error or is bounded, and what can be let in can be checked.
func FuzzOpenJournal(f *testing.F) {
	s, err := takeSample()
	if err != nil {
		f.Fatal(err)
	}
	for _, n := range []int{len(s.file), len(s.file) / 2, 8192, 4096, 100, 16, 0} {
		f.Add(s.file[:n])
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		path := filepath.Join(t.TempDir(), "file")
		must(t, os.WriteFile(path, file, 0o600))
		began := time.Now()
		o := Options{Now: func() time.Time { return s.clock.t }}
		j, err := Open(t.Context(), path, o)
		if err != nil {
			if !isNamed(err) {
				t.Errorf("%v has no name", err)
			}
			return
		}
		defer j.Close()
		if j.Unlock(t.Context(), First, passNoor) == nil {
			if _, err := j.Check(t.Context()); err != nil && !isNamed(err) {
				t.Errorf("%v has no name", err)
			}
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("took %v", took)
		}
	})
}
