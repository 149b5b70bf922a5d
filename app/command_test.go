package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

func TestMain(m *testing.M) {
	vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1}) // also in the program that scripts run
	testscript.Main(m, map[string]func(){
		"goldseam": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	commands := ageCommands()
	maps.Copy(commands, map[string]func(*testscript.TestScript, bool, []string){
		"column":   column,
		"truncate": truncate,
		"sealed":   sealed,
	})
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, "state"))
			e.Setenv("LANG", "C.UTF-8")
			course, err := filepath.Abs("../assets/course/en")
			e.Setenv("COURSE", course)
			return err
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Getuid() == 0, nil
			}
			return false, errors.New("no such condition: " + name)
		},
		Cmds: commands,
	})
}

// column writes one column of a file with tabs, counted from 1, into another.
func column(ts *testscript.TestScript, _ bool, args []string) {
	var out strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		out.WriteString(fields[args[0][0]-'1'] + "\r\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out.String()), 0o600))
}

// truncate cuts a file to a tenth.
func truncate(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()/10))
}

// sealed fails when a file holds a word that was never opened.
func sealed(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		if word := leaked(ts.ReadFile(name)); word != "" {
			ts.Fatalf("%s holds %q", name, word)
		}
	}
}

// leaked gives a word of the unopened drafts that text holds, or "".
func leaked(text string) string {
	text = strings.ToLower(text)
	for _, side := range sampleTelltale {
		for _, s := range side {
			word, rest, _ := strings.Cut(s, ": ")
			for _, part := range []string{word, rest} {
				if strings.Contains(text, strings.ToLower(part)) {
					return part
				}
			}
		}
	}
	return ""
}

func newSample(t testing.TB, opt sampleOptions) (path string, pass [2]string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "sample.goldseam")
	pass, err := sampleInto(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	return path, pass
}

func openSample(t testing.TB, path string, pass [2]string) *journal.Journal {
	t.Helper()
	j, err := journal.Open(t.Context(), path, journal.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	if err := unlockWith(t.Context(), j, pass[:]); err != nil {
		t.Fatal(err)
	}
	return j
}

func TestSampleHasSoManyMoments(t *testing.T) {
	for _, opt := range []sampleOptions{
		{Moments: 3, Weeks: 1, Seed: 1},
		{Moments: 4, Weeks: 9, Seed: 2},
		{Moments: 20, Weeks: 1, Seed: 3},
		{Moments: 21, Weeks: 9, Seed: 4},
		{Moments: 60, Weeks: 9, Seed: 1},
		{Moments: 61, Weeks: 40, Seed: 6},
		{Moments: 400, Weeks: 3, Seed: 7},
		{Moments: 400, Weeks: 60, Seed: 8},
	} {
		path, pass := newSample(t, opt)
		j := openSample(t, path, pass)
		faults, err := j.Check(t.Context())
		if err != nil || len(faults) > 0 {
			t.Errorf("%+v: %v %v", opt, faults, err)
		}
		moments := j.State().Moments
		if len(moments) != opt.Moments {
			t.Errorf("%+v: %d moments", opt, len(moments))
		}
		span := journal.DayOf(moments[0].At).Until(journal.DayOf(moments[len(moments)-1].At))
		if span != 7*opt.Weeks-1 {
			t.Errorf("%+v: spans %d days", opt, span)
		}
		if !slices.IsSortedFunc(moments, func(a, b journal.Moment) int { return a.At.Compare(b.At) }) {
			t.Errorf("%+v: the clock went back", opt)
		}
	}
}

// TestSampleHasEverything looks for every kind of event that can be made today.
func TestSampleHasEverything(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 400, Weeks: 40, Seed: 1})
	j := openSample(t, path, pass)
	kinds, terms := map[journal.EventKind]int{}, map[journal.AgreementKind]int{}
	for _, m := range j.State().Moments {
		kinds[m.Kind]++
	}
	for _, a := range j.State().Agreements {
		terms[a.Latest().Terms.Kind]++
	}
	for _, kind := range []journal.EventKind{
		journal.KindJoined, journal.KindSafetyShown, journal.KindOpened, journal.KindClosed, journal.KindSkipped,
		journal.KindProposed, journal.KindSigned, journal.KindUnsigned, journal.KindDeclined, journal.KindWithdrawn,
		journal.KindLeft, journal.KindLapsed, journal.KindSet, journal.KindAcknowledged, journal.KindCannot,
		journal.KindEnded, journal.KindStepClosed, journal.KindSitting, journal.KindTakenBack, journal.KindStruck,
		journal.KindKept, journal.KindReviewed, journal.KindStepDone, journal.KindSlip, journal.KindSlipAnswer, journal.KindRepair,
		journal.KindSurfaced, journal.KindGoneOn, journal.KindCheckIn,
	} {
		if kinds[kind] == 0 {
			t.Errorf("no moment of kind %s", kind)
		}
	}
	if len(terms) != 4 {
		t.Errorf("kinds of agreements: %v", terms)
	}
}

// content is a journal as it reads, without ids.
func content(t testing.TB, j *journal.Journal) string {
	t.Helper()
	ids := map[string]string{}
	s := j.State()
	for _, m := range s.Moments {
		ids[m.Event], ids[m.Thing.ID] = "", ""
	}
	text, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	delete(ids, "")
	out := string(text)
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if len(id) > 12 { // a step's id is a word
			out = strings.ReplaceAll(out, id, "id")
		}
	}
	return out
}

func TestSameSeedSameContent(t *testing.T) {
	read := func(seed uint64) (string, [2]string) {
		path, pass := newSample(t, sampleOptions{Moments: 80, Weeks: 9, Seed: seed, Until: "2026-11-20"})
		return content(t, openSample(t, path, pass)), pass
	}
	first, passFirst := read(5)
	second, passSecond := read(5)
	if d := cmp.Diff(first, second); d != "" {
		t.Errorf("the same seed differs:\n%s", d)
	}
	if passFirst == passSecond {
		t.Error("two samples have the same passphrases")
	}
	if other, _ := read(6); other == first {
		t.Error("another seed gives the same content")
	}
}

func TestSampleKeepsDrafts(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 60, Weeks: 9, Seed: 1})
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if word := leaked(string(raw)); word != "" {
		t.Errorf("the file shows %q", word)
	}
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		j, err := journal.Open(t.Context(), path, journal.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Unlock(t.Context(), p, pass[i]); err != nil {
			t.Fatal(err)
		}
		if p := j.Progress("own.differently"); !p.Begun || p.Finished == (i == 1) || p.Theirs != (i == 1) {
			t.Errorf("partner %d: %+v", i+1, p)
		}
		var words []string
		for _, exercise := range []string{"own.differently", "before.ground"} {
			for _, d := range j.Drafts(exercise) {
				words = append(words, string(d.Answer))
			}
		}
		if len(words) != len(sampleTelltale[i]) {
			t.Errorf("partner %d keeps %q", i+1, words)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSampleStopsCleanly(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	_, err := sampleInto(ctx, filepath.Join(dir, "a.goldseam"), sampleOptions{Moments: 60, Weeks: 9})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}

func TestWindowNeedsADisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	var out, errw bytes.Buffer
	path := filepath.Join(t.TempDir(), "j.goldseam")
	if code := Main([]string{"--journal", path}, strings.NewReader(""), &out, &errw); code != exitError {
		t.Errorf("exit %d", code)
	}
	for _, want := range []string{"no display", "make screens", "goldseam --help"} {
		if !strings.Contains(errw.String(), want) {
			t.Errorf("%q does not say %q", errw.String(), want)
		}
	}
}

func TestSecondStartSaysSo(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 3, Weeks: 1})
	release, err := holdLock(path)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	var out, errw bytes.Buffer
	args := []string{"check", "--journal", path, "--passphrase-file", "-"}
	code := Main(args, strings.NewReader(pass[0]), &out, &errw)
	if code != exitError || !strings.Contains(errw.String(), "already open") {
		t.Errorf("exit %d, %q", code, errw.String())
	}
}

// TestCheckNamesThePlace changes one byte in every place of the file that lies
// in its second half, and wants each change either harmless or named.
func TestCheckNamesThePlace(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 12, Weeks: 1})
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for at := len(whole) / 2; at < len(whole); at += len(whole)/24 + 1 {
		changed := slices.Clone(whole)
		changed[at] ^= 1
		if err := os.WriteFile(path, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errw bytes.Buffer
		code := Main([]string{"check", "--journal", path, "--passphrase-file", "-"}, strings.NewReader(pass[0]), &out, &errw)
		fine := code == exitFine && strings.HasPrefix(out.String(), "The journal is whole.")
		faulty := code == exitError && errw.Len() > 0
		if !fine && !faulty {
			t.Errorf("byte %d: exit %d, %q, %q", at, code, out.String(), errw.String())
		}
		if strings.HasPrefix(out.String(), "event ") {
			named++
		}
	}
	if named == 0 {
		t.Error("no change was named by its event")
	}
}

func TestFaultLine(t *testing.T) {
	for want, f := range map[string]journal.Fault{
		"event 12: a signature does not fit":                   {Number: 12, Place: "event", What: "a signature does not fit"},
		"own writing: it is not what its mark says":            {Place: "own writing", What: "it is not what its mark says"},
		"ledger 3: it was added after the journal's own count": {Number: 3, Place: "ledger", What: "it was added after the journal's own count"},
	} {
		if got := faultLine(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPassphraseLines(t *testing.T) {
	for text, want := range map[string][]string{
		"one passphrase":                      {"one passphrase"},
		"\ufeffone passphrase\r\n\r\n":        {"one passphrase"},
		"\n first with spaces \n\nsecond\r\n": {" first with spaces ", "second"},
	} {
		got, err := passphraseLines(strings.NewReader(text))
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("%q: %v %s", text, err, d)
		}
	}
	if _, err := passphraseLines(strings.NewReader(" \n\r\n")); !errors.Is(err, errNoPassphrase) {
		t.Error(err)
	}
	if _, err := passphraseLines(strings.NewReader("a\nb\nc\n")); !isUsage(err) {
		t.Error(err)
	}
}

func isUsage(err error) bool {
	_, ok := errors.AsType[*usageError](err)
	return ok
}

// TestSentences looks at every error that the command line has words for.
func TestSentences(t *testing.T) {
	for _, err := range []error{
		errNoDisplay, errAlreadyOpen, errFaults, errNoPassphrase, errPassFile, errNoBackup, errBadBackup, errOverJournal, errCopyPass, errTwoLines, vault.ErrNotCopy,
		errCannotSave, vault.ErrWrongPassphrase, journal.ErrMissing, journal.ErrExists, journal.ErrNotJournal,
		journal.ErrNewer, journal.ErrDamaged, journal.ErrFull, journal.ErrCannotWrite, context.Canceled, io.ErrUnexpectedEOF,
	} {
		text := commandSentence(err)
		if text == "" || strings.Contains(text, err.Error()) || strings.ContainsAny(text, "!{") {
			t.Errorf("%v: %q", err, text)
		}
	}
}
