package summary

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"goldseam.app/data/journal"
)

// recordState is sampleState with the moments that it is made of.
func recordState() journal.State {
	s := sampleState()
	for i := range s.People {
		s.People[i].Joined = at("2026-09-20")
	}
	s.Agreements[0].Versions[1].Event = "e2"
	s.Sittings = []journal.Closing{{
		Event: "c1", At: at(today), Here: []journal.Partner{journal.First, journal.Second}, Words: [2]string{"tired", "lighter"}, Next: "2026-11-29",
	}}
	s.Surfaced = []journal.Surfaced{{Event: "u1", By: journal.First, At: at("2026-11-20"), GoneOn: at("2026-11-21")}}
	agreement := func(id string) journal.Thing { return journal.Thing{Kind: journal.ThingAgreement, ID: id} }
	s.Moments = []journal.Moment{
		{Number: 1, Event: "j1", Kind: journal.KindJoined, At: at("2026-09-20"), By: journal.First, Title: "Noor"},
		{Number: 2, Event: "e1", Kind: journal.KindProposed, At: at("2026-09-28"), By: journal.First, Version: 1, Thing: agreement("a1")},
		{Number: 3, Event: "e2", Kind: journal.KindProposed, At: at("2026-10-01"), By: journal.First, Version: 2, Thing: agreement("a1")},
		{Number: 4, Event: "l1", Kind: journal.KindLeft, At: at("2026-11-01"), By: journal.Second, Title: "Left", Thing: agreement("a4")},
		{Number: 5, Event: "u1", Kind: journal.KindSurfaced, At: at("2026-11-20"), By: journal.First},
		{Number: 6, Event: "c1", Kind: journal.KindSitting, At: at(today), Thing: journal.Thing{Kind: journal.ThingSitting, ID: "c1"}},
	}
	return s
}

func jsonOf(t testing.TB, r Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sameRecord compares two records; a time is the same in any zone of its name.
var sameRecord = cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(time.Time.Equal)}

func TestRecordIsReadBack(t *testing.T) {
	want := RecordOf(recordState())
	text := jsonOf(t, want)
	got, err := ReadJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, sameRecord); diff != "" {
		t.Error(diff)
	}
	if again := jsonOf(t, got); again != text {
		t.Error("written again it is another text")
	}
	if again := jsonOf(t, RecordOf(recordState())); again != text {
		t.Error("the same state gives another record")
	}
	if jsonOf(t, RecordOf(journal.State{})) == "" || strings.Contains(jsonOf(t, RecordOf(journal.State{})), "null") {
		t.Error("an empty record has holes")
	}
}

// TestRecordTellsNoProposalThatCameToNothing adds what one declined, withdrew or
// took back unseen, and what was skipped, to a couple: their record stays as it is.
func TestRecordTellsNoProposalThatCameToNothing(t *testing.T) {
	want := jsonOf(t, RecordOf(recordState()))
	s := recordState()
	closed := journal.Version{Number: 2, Terms: journal.Terms{Title: "A telling no", Text: "telling"}, By: journal.Second, Closed: at("2026-09-30")}
	closed.Signed[1] = at("2026-09-30")
	first, second := s.Agreements[0].Versions[0], s.Agreements[0].Versions[1]
	second.Number = 3
	s.Agreements[0].Versions = []journal.Version{first, closed, second}
	closed.Number = 1
	s.Agreements = append(s.Agreements, journal.Agreement{ID: "a9", Versions: []journal.Version{closed}, Struck: true})
	s.Skipped = map[string]time.Time{"own.heard": at("2026-10-01")}
	s.Moments[2].Version = 3
	s.Moments[3].Title = "A telling no"
	var moments []journal.Moment
	for i, m := range s.Moments {
		moments = append(moments, m)
		if i != 1 {
			continue
		}
		for _, kind := range []journal.EventKind{
			journal.KindProposed, journal.KindSigned, journal.KindUnsigned, journal.KindDeclined, journal.KindWithdrawn, journal.KindSkipped,
			journal.KindTakenBack, journal.KindSafetyShown, journal.KindRekeyed, journal.KindRestored, journal.KindKept, journal.KindCannot,
		} {
			moments = append(moments, journal.Moment{
				Event: "hidden", Kind: kind, At: at("2026-09-29"), By: journal.Second, Title: "A telling no", Version: 2,
				Thing: journal.Thing{Kind: journal.ThingAgreement, ID: "a1"},
			})
		}
		moments = append(moments, journal.Moment{Event: "hidden", Kind: journal.KindProposed, Version: 1, Thing: journal.Thing{Kind: journal.ThingAgreement, ID: "a9"}})
	}
	s.Moments = moments
	if diff := cmp.Diff(want, jsonOf(t, RecordOf(s))); diff != "" {
		t.Error(diff)
	}
}

func TestRecordSaysWhatIsGone(t *testing.T) {
	s := recordState()
	s.Reflections[0].TakenBack = true
	s.Slips[0].TakenBack = true
	s.Slips[1].ID, s.Slips[1].By = "s2", journal.First
	s.Moments = append(s.Moments,
		journal.Moment{Event: "s2", Kind: journal.KindSlip, By: journal.First, Struck: true, Thing: journal.Thing{Kind: journal.ThingSlip, ID: "s2"}},
		journal.Moment{Event: "st", Kind: journal.KindStepClosed, Struck: true, Thing: journal.Thing{Kind: journal.ThingStep, ID: "own"}},
	)
	s.Moments[2].Struck, s.Moments[5].Struck = true, true
	r := RecordOf(s)
	if got := r.Reflections[0]; !got.TakenBack || len(got.Parts) > 0 {
		t.Errorf("taken back: %+v", got)
	}
	if got := r.Reflections[2]; !got.Struck || len(got.Parts) > 0 {
		t.Errorf("struck out: %+v", got)
	}
	if got := r.Slips[0]; !got.TakenBack || got.Accounts != (Sides[AccountRecord]{}) || got.Answer != "" || !got.Mended.IsZero() {
		t.Errorf("a slip that was taken back: %+v", got)
	}
	if !r.Slips[1].Accounts.First.Struck || r.Slips[1].Accounts.Second.Struck || !r.Steps[1].Struck || !r.Sittings[0].Struck {
		t.Errorf("what is struck out doesn't say so: %+v, %+v, %+v", r.Slips[1], r.Steps[1], r.Sittings[0])
	}
	if m := r.Moments[4]; m.Kind != string(journal.KindSurfaced) || m.By != "" {
		t.Errorf("what came up from before is told as somebody's: %+v", m)
	}
	if !r.Agreements[0].Struck || !r.Agreements[0].Versions[1].Struck || r.Agreements[0].Versions[0].Struck {
		t.Errorf("agreement: %+v", r.Agreements[0])
	}
}

// TestRecordOfStrangeTimes: what RFC 3339 can't write never stops an export.
func TestRecordOfStrangeTimes(t *testing.T) {
	day := time.Date(2026, 11, 22, 20, 15, 0, 0, time.UTC)
	for _, test := range []struct {
		in, want time.Time
	}{
		{day.In(time.FixedZone("", -5*3600)), day},
		{day.In(time.FixedZone("", 1172)), day},
		{day.In(time.FixedZone("", 1<<30)), day},
		{day.AddDate(9000, 0, 0), time.Time{}},
		{day.AddDate(-3000, 0, 0), time.Time{}},
		{time.Time{}, time.Time{}},
	} {
		s := journal.State{Began: test.in}
		got, err := ReadJSON(strings.NewReader(jsonOf(t, RecordOf(s))))
		if err != nil || !got.Began.Equal(test.want) {
			t.Errorf("%v reads %v, %v", test.in, got.Began, err)
		}
	}
}

func TestReadJSONIsStrict(t *testing.T) {
	for _, test := range []struct {
		text string
		want error
	}{
		{``, ErrNoRecord},
		{`[]`, ErrNoRecord},
		{`{"format": "another", "version": 1}`, ErrNoRecord},
		{`{"format": "goldseam-record"}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 2, "news": true}`, ErrNewerRecord},
		{`{"format": "goldseam-record", "version": 1, "role": "hurt"}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 1} {}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 1, "began": "yesterday"}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 1, "people": [{"partner": "third"}]}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 1, "sittings": [{"next": "2026-02-30"}]}`, ErrNoRecord},
		{`{"format": "goldseam-record", "version": 1, "people": [{"partner": "second"}]}`, nil},
	} {
		if _, err := ReadJSON(strings.NewReader(test.text)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", test.text, err)
		}
	}
}

// memory keeps the files of an export.
type memory map[string]*file

type file struct {
	bytes.Buffer
	closed bool
}

func (f *file) Close() error {
	f.closed = true
	return nil
}

func (m memory) create(name string) (io.WriteCloser, error) {
	m[name] = &file{}
	return m[name], nil
}

// wantTables reads an export back and compares each cell.
func wantTables(t interface{ Fatalf(string, ...any) }, r Record) {
	files := memory{}
	if err := WriteCSV(files.create, r); err != nil {
		t.Fatalf("%v", err)
	}
	for _, table := range Tables(r) {
		f := files[table.File()]
		if f == nil || !f.closed {
			t.Fatalf("%s was not written to its end", table.File())
		}
		rows, err := csv.NewReader(&f.Buffer).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table.File(), err)
		}
		for _, row := range rows {
			for i, cell := range row {
				if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") || strings.HasPrefix(cell, "@") {
					t.Fatalf("%s has the formula %q", table.File(), cell)
				}
				row[i] = unguarded(cell)
			}
		}
		if diff := cmp.Diff(table.Rows, rows); diff != "" {
			t.Fatalf("%s: %s", table.File(), diff)
		}
	}
}

// unguarded takes off the apostrophe that harmless put there.
func unguarded(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && harmless(rest) != rest {
		return cell[1:]
	}
	return cell
}

func TestTablesAreReadBack(t *testing.T) { wantTables(t, RecordOf(recordState())) }

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "words": "words", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@sum": "'@sum", "\tx": "'\tx",
		"'=1": "''=1", "''tis": "''tis", "'": "'", "a=b": "a=b", "−1": "−1",
	} {
		got := harmless(in)
		if got != want || unguarded(got) != in {
			t.Errorf("harmless(%q) = %q, and back %q", in, got, unguarded(got))
		}
	}
}

func TestWriteCSVSaysWhatFails(t *testing.T) {
	broken := errors.New("broken")
	err := WriteCSV(func(string) (io.WriteCloser, error) { return nil, broken }, Record{})
	if !errors.Is(err, broken) {
		t.Errorf("create: %v", err)
	}
	err = WriteCSV(func(string) (io.WriteCloser, error) { return brokenFile{broken}, nil }, Record{})
	if !errors.Is(err, broken) {
		t.Errorf("close: %v", err)
	}
}

type brokenFile struct{ err error }

func (brokenFile) Write(b []byte) (int, error) { return len(b), nil }
func (f brokenFile) Close() error              { return f.err }

// TestAnyWordsAreReadBack writes any text wherever the couple can, in both forms.
func TestAnyWordsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"=1\r\n+2", "'=x", "\u202Eback", "nul\x00", "\xff\xfe", "\u2028", `"q", 'a'`, "<b>&amp;", "{{.Name}}", "\\.", "-", "\r",
		})).Draw(t, "text")
		s := recordState()
		s.People[0].Name = text
		s.Agreements[0].Versions[1].Terms.Title, s.Agreements[0].Versions[1].Terms.Text = text, text
		s.Agreements[0].Versions[1].Terms.Steps = []string{text}
		s.Agreements[0].Done = map[string]journal.Day{text: today}
		s.Boundaries[0].Versions[0].Text = text
		s.Reflections[0].Parts[0].Words[1] = text
		s.Slips[0].Words[0] = text
		s.Sittings[0].Words[0], s.Sittings[0].Small = text, text
		s.CheckIns[0].Of[0][0].Words = text
		s.Moments[0].Title = text
		r := RecordOf(s)
		var b bytes.Buffer
		if err := WriteJSON(&b, r); err != nil {
			t.Fatalf("%v", err)
		}
		if !utf8.Valid(b.Bytes()) || strings.ContainsFunc(b.String(), func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			t.Fatalf("the JSON is no clean text")
		}
		got, err := ReadJSON(&b)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if diff := cmp.Diff(r, got, sameRecord); diff != "" {
			t.Fatalf("%s", diff)
		}
		wantTables(t, r)
	})
}
