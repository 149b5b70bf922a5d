package app

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

// TestRecordAgreesWithTheJournal exports couples of many sizes, reads what was
// written back, and compares it with what their journals add up to.
func TestRecordAgreesWithTheJournal(t *testing.T) {
	for _, opt := range []sampleOptions{
		{Moments: 3, Weeks: 1, Seed: 1},
		{Moments: 20, Weeks: 1, Seed: 3},
		{Moments: 60, Weeks: 9, Seed: 1},
		{Moments: 61, Weeks: 40, Seed: 6},
		{Moments: 120, Weeks: 20, Seed: 1},
		{Moments: 400, Weeks: 60, Seed: 8},
		{Moments: 900, Weeks: 60, Seed: 2},
	} {
		opt.Until = "2026-11-22"
		path, pass := newSample(t, opt)
		state := openSample(t, path, pass).State()
		var text bytes.Buffer
		if err := summary.WriteJSON(&text, summary.RecordOf(state)); err != nil {
			t.Fatal(err)
		}
		wantSchema(t, text.Bytes())
		wantNothingPrivate(t, text.String())
		got, err := summary.ReadJSON(&text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(summary.RecordOf(state), got, cmpopts.EquateEmpty(), cmp.Comparer(time.Time.Equal)); diff != "" {
			t.Error(diff)
		}
		wantShared(t, state, got)
		wantAgreed(t, state, got)
		wantKept(t, state, got)
		wantMoments(t, state, got)
		wantTableFolder(t, saveSampleTables(t, got), got)
		if t.Failed() {
			t.Fatalf("%+v", opt)
		}
	}
}

// same compares what the journal has with what the record has.
func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: %s", what, diff)
	}
}

// line tells one thing, whatever it has, so that two can be compared.
func line(of ...any) string {
	for i := range of {
		if at, ok := of[i].(time.Time); ok {
			of[i] = at.UnixMilli()
		}
	}
	text, _ := json.Marshal(of) // nothing here can't be written
	return string(text)
}

func lines[T any](items []T, of func(T) string) []string {
	var all []string
	for _, item := range items {
		all = append(all, of(item))
	}
	return all
}

func recordSide(p journal.Partner) summary.Side {
	return []summary.Side{summary.SideBoth, summary.SideFirst, summary.SideSecond}[p]
}

func wantShared(t *testing.T, s journal.State, r summary.Record) {
	t.Helper()
	same(t, "people", lines(s.People[:], func(p journal.Person) string { return line(p.Name, p.Joined) }),
		lines(r.People, func(p summary.PersonRecord) string { return line(p.Name, p.Joined) }))
	same(t, "steps", lines(s.Steps, func(x journal.StepState) string { return line(x.ID, x.Closed, x.Sooner) }),
		lines(r.Steps, func(x summary.StepRecord) string { return line(x.ID, x.Closed, x.Sooner) }))
	for _, e := range r.Exercises {
		if done, ok := s.Done[e.ID]; !ok || !done.Equal(e.Done) {
			t.Errorf("%s was done %v, and not %v", e.ID, done, e.Done)
		}
	}
	same(t, "exercises", len(s.Done), len(r.Exercises))
	same(t, "reflections", lines(s.Reflections, reflectionLine), lines(r.Reflections, func(x summary.ReflectionRecord) string {
		var said []string
		for _, p := range x.Parts {
			for _, v := range p.Voices {
				said = append(said, line(p.ID, p.Title, p.Keeps, v.Partner, v.Prompt, v.Words, v.Day, v.Mark))
			}
		}
		return line(x.ID, x.Exercise, x.Title, x.Edition, x.At, x.Struck, x.TakenBack, said)
	}))
	same(t, "sittings", lines(s.Sittings, func(c journal.Closing) string {
		return line(c.Event, c.At, c.Words[0], c.Words[1], c.Next, c.When, c.Small, lines(c.Here, func(p journal.Partner) string { return line(recordSide(p)) }))
	}), lines(r.Sittings, func(c summary.SittingRecord) string {
		return line(c.ID, c.At, c.Words.First, c.Words.Second, c.Next, c.When, c.Small, lines(c.Here, func(p summary.Side) string { return line(p) }))
	}))
	same(t, "rests", lines(s.Surfaced, func(x journal.Surfaced) string { return line(x.Event, x.At, x.GoneOn, x.TakenBack) }),
		lines(r.Rests, func(x summary.RestRecord) string { return line(x.ID, x.At, x.WentOn, x.TakenBack) }))
	same(t, "endings", lines(s.Endings, func(x journal.Ending) string {
		return line(x.Event, recordSide(x.By), x.At, x.Left[0], x.Left[1], x.Closed, x.Undone)
	}), lines(r.Endings, func(x summary.EndingRecord) string {
		return line(x.ID, x.By, x.At, x.Left.First, x.Left.Second, x.Closed, x.WentOn)
	}))
	var opened []string
	for _, l := range s.LastWords {
		if !l.Opened.IsZero() {
			opened = append(opened, line(l.Event, recordSide(l.By), l.At, l.Opened, l.Text, l.Struck))
		}
	}
	same(t, "last words", opened, lines(r.LastWords, func(x summary.LastWordsRecord) string {
		return line(x.ID, x.By, x.At, x.Opened, x.Words, x.Struck)
	}))
}

// TestRecordOfAnEnding: what two people share who part, and nothing that waits.
func TestRecordOfAnEnding(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 60, Weeks: 9, Seed: 1})
	j := openSample(t, path, pass)
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	handOver := func() {
		to := j.Holder().Other()
		must(j.TakeOverWithPassphrase(ctx, to, pass[to-1]))
	}
	must(j.BeginEnding(ctx))
	must(j.LeaveLastWords(ctx, "A porcupine waits."))
	handOver()
	must(j.LeaveLastWords(ctx, "Thank you for the windmill."))
	handOver()
	must(j.OpenLastWords(ctx))
	must(j.LeaveJournal(ctx))
	record := summary.RecordOf(j.State())
	var text bytes.Buffer
	must(summary.WriteJSON(&text, record))
	wantSchema(t, text.Bytes())
	wantShared(t, j.State(), record)
	wantMoments(t, j.State(), record)
	wantTableFolder(t, saveSampleTables(t, record), record)
	if all := text.String(); !strings.Contains(all, "windmill") || strings.Contains(all, "porcupine") || len(record.Endings) != 1 {
		t.Errorf("the record is %s", all)
	}
}

func reflectionLine(x journal.Reflection) string {
	var said []string
	for _, p := range x.Parts {
		for i, words := range p.Words {
			if words != "" && !x.TakenBack && !x.Struck {
				said = append(said, line(p.Part, p.Title, p.Keeps, recordSide(journal.Partner(i+1)), p.Prompts[i], words, p.Days[i], p.Marks[i]))
			}
		}
	}
	return line(x.ID, x.Exercise, x.Title, x.Version, x.At, x.Struck, x.TakenBack, said)
}

// shownVersions are those that both signed, or that wait for an answer.
func shownVersions(a journal.Agreement) []journal.Version {
	return slices.DeleteFunc(slices.Clone(a.Versions), func(v journal.Version) bool { return !v.Both() && !v.Closed.IsZero() })
}

func wantAgreed(t *testing.T, s journal.State, r summary.Record) {
	t.Helper()
	agreed := slices.DeleteFunc(slices.Clone(s.Agreements), func(a journal.Agreement) bool { return len(shownVersions(a)) == 0 })
	same(t, "agreements", lines(agreed, func(a journal.Agreement) string {
		number := 0
		versions := lines(shownVersions(a), func(v journal.Version) string {
			number++
			x := v.Terms
			return line(number, x.Kind, x.Title, x.Text, x.Why, recordSide(x.Promises), x.Start, x.Review, x.End, x.Bodies, x.Exercise, x.Rhythm, x.On,
				len(x.Steps), recordSide(v.By), v.Proposed, v.Signed[0], v.Signed[1], v.From())
		})
		kept := lines(a.Kept, func(k journal.KeptMark) string { return line(k.Event, recordSide(k.By), k.Day, k.Kept, k.Of, k.Week) })
		first, second := a.Tally(journal.First), a.Tally(journal.Second)
		return line(a.ID, a.Title(), a.LeftBy != journal.Nobody, a.LeftAt, a.LeftSaid, a.Lapsed, versions, kept, first.Kept, first.Of, second.Kept, second.Of, len(a.Done))
	}), lines(r.Agreements, func(a summary.AgreementRecord) string {
		versions := lines(a.Versions, func(v summary.VersionRecord) string {
			return line(v.Number, v.Kind, v.Title, v.Text, v.Why, v.Promises, v.Start, v.Review, v.End, v.Bodies, v.Exercise, v.Rhythm, v.Weekday,
				len(v.Steps), v.ProposedBy, v.Proposed, v.Signed.First, v.Signed.Second, v.From)
		})
		kept := lines(a.Kept, func(k summary.KeptRecord) string { return line(k.ID, k.By, k.Day, k.Kept, k.Of, k.Week) })
		first, second := a.Tally.First, a.Tally.Second
		return line(a.ID, a.Title, a.Left.By != "", a.Left.At, a.Left.Said, a.Lapsed, versions, kept, first.Kept, first.Of, second.Kept, second.Of, len(a.Done))
	}))
	same(t, "boundaries", lines(s.Boundaries, func(b journal.Boundary) string {
		return line(b.ID, recordSide(b.Owner), b.Ended, lines(b.Versions, func(v journal.BoundaryVersion) string {
			return line(v.Number, v.Title, v.Text, v.At, v.Acknowledged, v.Cannot)
		}))
	}), lines(r.Boundaries, func(b summary.BoundaryRecord) string {
		return line(b.ID, b.Owner, b.Ended, lines(b.Versions, func(v summary.BoundaryVersion) string {
			return line(v.Number, v.Title, v.Text, v.At, v.Acknowledged, v.Cannot)
		}))
	}))
}

func wantKept(t *testing.T, s journal.State, r summary.Record) {
	t.Helper()
	same(t, "check-ins", lines(s.CheckIns, func(o journal.OpenedCheckIns) string {
		var all []string
		for i, side := range o.Of {
			for _, c := range side {
				asked := lines(c.Asked, func(a journal.Asked) string { return line(a.ID, a.Text, a.Low, a.High, a.Value) })
				kept := lines(c.Kept, func(k journal.Counted) string { return line(k.Agreement, k.Kept, k.Of) })
				all = append(all, line(recordSide(journal.Partner(i+1)), c.Day, c.Since, c.Rested, c.Words, asked, kept))
			}
		}
		return line(o.ID, o.At, o.Struck, all)
	}), lines(r.CheckIns, func(o summary.CheckInsRecord) string {
		return line(o.ID, o.At, o.Struck, lines(o.Of, func(c summary.CheckInRecord) string {
			asked := lines(c.Asked, func(a summary.AskedRecord) string { return line(a.ID, a.Text, a.Low, a.High, a.Value) })
			kept := lines(c.Kept, func(k summary.CountedRecord) string { return line(k.Agreement, k.Kept, k.Of) })
			return line(c.Partner, c.Day, c.Since, c.Rested, c.Words, asked, kept)
		}))
	}))
	said := func(x journal.Slip) (n int) {
		for _, side := range x.Repair {
			for _, said := range []journal.Said{side.Own, side.Effect, side.Now} {
				if !said.At.IsZero() && !x.TakenBack {
					n++
				}
			}
		}
		return n
	}
	same(t, "slips", lines(s.Slips, func(x journal.Slip) string {
		if x.TakenBack {
			return line(x.ID, x.Agreement, x.Day, true)
		}
		return line(x.ID, x.Agreement, x.Day, recordSide(x.By), recordSide(x.Whose), x.At, x.Came, x.Answer, x.Words[0], x.Words[1], said(x), x.Mended, x.Changes)
	}), lines(r.Slips, func(x summary.SlipRecord) string {
		if x.TakenBack {
			return line(x.ID, x.Agreement, x.Day, true)
		}
		words := x.Accounts
		return line(x.ID, x.Agreement, x.Day, x.By, x.Whose, x.At, x.Came, x.Answer, words.First.Words, words.Second.Words, len(x.Repairs), x.Mended, x.Changes)
	}))
}

// wantMoments looks for each moment of the journal that is told, in its order.
func wantMoments(t *testing.T, s journal.State, r summary.Record) {
	t.Helper()
	quiet := []journal.EventKind{
		journal.KindDeclined, journal.KindWithdrawn, journal.KindUnsigned, journal.KindSkipped, journal.KindTakenBack, journal.KindSafetyShown,
		journal.KindRekeyed, journal.KindRestored, journal.KindKept, journal.KindCannot,
	}
	var want []string
	for _, m := range s.Moments {
		a, ok := s.Agreement(m.Thing.ID)
		nothing := ok && m.Version > 0 && !slices.ContainsFunc(shownVersions(a), func(v journal.Version) bool { return v.Number == m.Version })
		unopened := m.Kind == journal.KindLastWords && !slices.ContainsFunc(s.LastWords, func(l journal.LastWords) bool {
			return l.Event == m.Event && !l.Opened.IsZero()
		})
		if !slices.Contains(quiet, m.Kind) && !nothing && !unopened {
			want = append(want, line(m.Event, m.Kind, m.At, m.Thing.ID, m.TakenBack, m.Struck))
		}
	}
	same(t, "moments", want, lines(r.Moments, func(m summary.MomentRecord) string {
		return line(m.ID, m.Kind, m.At, m.Thing.ID, m.TakenBack, m.Struck)
	}))
}

// wantNothingPrivate looks for words that were never opened, and for proposals
// that came to nothing.
func wantNothingPrivate(t *testing.T, text string) {
	t.Helper()
	if word := leaked(text); word != "" {
		t.Errorf("it holds %q", word)
	}
	for _, topic := range slices.Concat(sampleDeclined, sampleWithdrawn) {
		if strings.Contains(text, topic.title) || strings.Contains(text, topic.texts[0]) {
			t.Errorf("it tells of %q", topic.title)
		}
	}
}

func saveSampleTables(t *testing.T, r summary.Record) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tables")
	if err := saveTables(t.Context(), path, false, r); err != nil {
		t.Fatal(err)
	}
	return path
}

// wantTableFolder reads the tables back, and looks at the folder.
func wantTableFolder(t *testing.T, path string, r summary.Record) {
	t.Helper()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder %v, %v", info.Mode(), err)
	}
	tables := summary.Tables(r)
	for _, table := range tables {
		data, err := os.ReadFile(filepath.Join(path, table.File()))
		if err != nil {
			t.Fatal(err)
		}
		wantNothingPrivate(t, string(data))
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		same(t, table.Name, table.Rows, rows)
		if info, err := os.Stat(filepath.Join(path, table.File())); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", table.File(), info.Mode(), err)
		}
		if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) {
			t.Errorf("%s has other ends of lines", table.File())
		}
	}
	if held, err := os.ReadDir(path); err != nil || len(held) != len(tables) {
		t.Errorf("the folder holds %v, %v", held, err)
	}
	if held, err := os.ReadDir(filepath.Dir(path)); err != nil || len(held) != 1 {
		t.Errorf("beside it lie %v, %v", held, err)
	}
}

// TestSaveTablesTakesNoFolderOfOthers tries every kind of thing that may be there.
func TestSaveTablesTakesNoFolderOfOthers(t *testing.T) {
	r := summary.RecordOf(journal.State{})
	path := saveSampleTables(t, r)
	try := func(replace bool, want error) {
		t.Helper()
		if err := saveTables(t.Context(), path, replace, r); !errors.Is(err, want) {
			t.Errorf("replace %v: %v", replace, err)
		}
	}
	try(false, errFullFolder)
	try(true, nil)
	wantTableFolder(t, path, r)
	theirs := filepath.Join(path, "letter.txt")
	if err := os.WriteFile(theirs, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	try(true, errNotTables)
	if text, err := os.ReadFile(theirs); err != nil || string(text) != "mine" {
		t.Errorf("%q, %v", text, err)
	}
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	try(true, errNoFolder)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	try(false, nil)
	wantTableFolder(t, path, r)
}

// TestSaveTablesLeavesNoHalf stops a save at its end.
func TestSaveTablesLeavesNoHalf(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := filepath.Join(t.TempDir(), "tables")
	if err := saveTables(ctx, path, false, summary.Record{}); !errors.Is(err, ctx.Err()) {
		t.Errorf("cancelled: %v", err)
	}
	if held, err := os.ReadDir(filepath.Dir(path)); err != nil || len(held) != 0 {
		t.Errorf("left behind: %v, %v", held, err)
	}
	if err := saveTables(t.Context(), filepath.Join(path, "none", "tables"), false, summary.Record{}); !errors.Is(err, errCannotSave) {
		t.Errorf("nowhere: %v", err)
	}
}
