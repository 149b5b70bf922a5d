package journal

import (
	"encoding/json"
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

// FuzzCheckIn takes any bytes as a sealed check-in: it is refused, or holds only
// what the screen could have given, and reads the same again.
func FuzzCheckIn(f *testing.F) {
	full := CheckIn{Since: true, Words: "The walk helped.", Asked: []Asked{trust(level(6))}, Kept: []Counted{{"a", 5, 7}}}
	for _, c := range []any{full, CheckIn{}, CheckIn{Rested: true}, CheckIn{Asked: []Asked{trust(level(11))}}, nil, []int{1}} {
		f.Add(mustJSON(c))
	}
	today := Day("2026-09-20")
	f.Fuzz(func(t *testing.T, answer []byte) {
		if !json.Valid(answer) {
			return // is no draft
		}
		c, err := privateRow{Answer: answer, Day: today}.checkIn(today)
		if err != nil {
			return
		}
		if c.Day != today || len(c.Asked) > maxAsked || c.Rested && (c.Words != "" || len(c.Asked)+len(c.Kept) > 0) {
			t.Errorf("sealed %+v", c)
		}
		for _, a := range c.Asked {
			if a.Value != nil && (*a.Value < 0 || *a.Value > maxLevel) {
				t.Errorf("answered %d", *a.Value)
			}
		}
		for _, k := range c.Kept {
			if k.Kept < 0 || k.Kept > k.Of || k.Of > checkInEvery {
				t.Errorf("counted %+v", k)
			}
		}
		again, err := privateRow{Answer: mustJSON(c), Day: today}.checkIn(today)
		if err != nil || string(mustJSON(again)) != string(mustJSON(c)) {
			t.Errorf("%+v reads as %+v, %v", c, again, err)
		}
	})
}
