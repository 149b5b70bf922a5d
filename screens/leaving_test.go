package screens

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// fakeTaker is a journal whose partners have one code.
type fakeTaker struct {
	errs   []error
	holder journal.Partner
	pass   string
}

func (f *fakeTaker) TakeOver(p journal.Partner, code string) error {
	if len(f.errs) > 0 {
		err := f.errs[0]
		f.errs = f.errs[1:]
		return err
	}
	f.holder = p
	return nil
}

func (f *fakeTaker) TakeOverWithPassphrase(_ context.Context, p journal.Partner, pass string) error {
	f.pass = pass
	if pass != sixWords {
		return vault.ErrWrongPassphrase
	}
	f.holder = p
	return nil
}

func TestHandOver(t *testing.T) {
	lit(t)
	j := &fakeTaker{errs: []error{journal.ErrWrongCode, journal.ErrAskPassphrase}}
	s := NewHandOver(j, Now, [2]journal.Person{noor(), eli()}, journal.Second)
	w := arrive(t, s)
	var taken journal.Partner
	s.OnTaken = func(p journal.Partner) { taken = p }
	pictures(t, "handover", w)
	enter := func(text string) {
		fieldsOf(s)[0].SetText(text)
		pushes(t, s, "I'm Eli")
	}
	enter("1111")
	sees(t, s, "That is not the hand-over code.")
	enter("1111")
	sees(t, s, "Please use the passphrase this time.")
	sees(t, s, "Your passphrase")
	enter("wrong wrong wrong")
	sees(t, s, "That passphrase does not fit.")
	pushes(t, s, "Noor keeps it")
	sees(t, s, "Your hand-over code")
	pushes(t, s, "Eli keeps it")
	enter(sixWords)
	if taken != journal.Second || j.holder != journal.Second {
		t.Errorf("taken by %v", taken)
	}
}

func TestPauseTakesBothToGoOn(t *testing.T) {
	lit(t)
	clock := newHandClock()
	s := NewPause([]journal.Person{noor(), eli()}, clock.Now, clock.after)
	w := arrive(t, s)
	on := 0
	s.OnGoOn = func() { on++ }
	pushes(t, s, "Back in 20 minutes")
	sees(t, s, "Back at 20:41, in 20 minutes")
	clock.pass(90 * time.Second)
	sees(t, s, "in 19 minutes")
	pictures(t, "pause", w)
	clock.pass(17 * time.Minute)
	clock.pass(50 * time.Second)
	sees(t, s, "in a minute")
	clock.pass(2 * time.Minute)
	sees(t, s, "The twenty minutes are over.")
	pushes(t, s, "Noor goes on")
	if on != 0 {
		t.Error("one went on for both")
	}
	pushes(t, s, "Eli goes on")
	if on != 1 {
		t.Error("both go on, but nothing happens")
	}
}

func TestPauseEndsForTonight(t *testing.T) {
	lit(t)
	clock := newHandClock()
	s := NewPause([]journal.Person{noor()}, clock.Now, clock.after)
	arrive(t, s)
	ends := ""
	s.OnTomorrow = func() { ends += "tomorrow " }
	s.OnNotNow = func() { ends += "not tonight" }
	pushes(t, s, "Tomorrow")
	pushes(t, s, "Not tonight")
	if ends != "tomorrow not tonight" {
		t.Errorf("ends %q", ends)
	}
}

// fakeCloser notes how a sitting was closed.
type fakeCloser struct {
	words       [2]string
	next        journal.Day
	when, small string
	err         error
}

func (f *fakeCloser) CloseSitting(_ context.Context, words [2]string, next journal.Day, when, small string) error {
	f.words, f.next, f.when, f.small = words, next, when, small
	return f.err
}

func TestClosing(t *testing.T) {
	lit(t)
	j := &fakeCloser{err: journal.ErrFull}
	s := NewClosing(j, Now, []journal.Person{noor(), eli()}, "2026-11-22")
	w := arrive(t, s)
	closed := 0
	s.OnClosed = func() { closed++ }
	fields := fieldsOf(s)
	fields[0].SetText("calmer")
	fields[1].SetText(" tired ")
	fields[2].SetText("some day")
	pushes(t, s, "Close the sitting")
	sees(t, s, "Please write a date like 2026-11-29.")
	fields[2].SetText("2026-11-20")
	pushes(t, s, "Close the sitting")
	sees(t, s, "This day is over.")
	pushes(t, s, "In a week")
	pictures(t, "closing", w)
	fields[2].SetText("29.11.")
	fields[4].SetText("a walk")
	pushes(t, s, "Close the sitting")
	sees(t, s, "The disk is full.")
	j.err = nil
	pushes(t, s, "Close the sitting")
	want := fakeCloser{words: [2]string{"calmer", "tired"}, next: "2026-11-29", small: "a walk"}
	if *j != want || closed != 1 {
		t.Errorf("closed %d with %+v, want %+v", closed, *j, want)
	}
}

func TestClosingAloneAndEmpty(t *testing.T) {
	lit(t)
	j := &fakeCloser{err: &journal.Invalid{Field: "Second", Problem: journal.ProblemTooLong}}
	s := NewClosing(j, Now, []journal.Person{eli()}, "2026-11-22")
	arrive(t, s)
	pushes(t, s, "Close the sitting")
	sees(t, s, "This is too long to keep.")
	if j.next != "" || j.words != [2]string{} {
		t.Errorf("closed with %+v", j)
	}
}

// fakeWords holds recovery words until they are confirmed.
type fakeWords struct {
	words     string
	confirmed bool
}

func (f *fakeWords) RecoveryWords() (string, bool) { return f.words, f.words != "" && !f.confirmed }

func (f *fakeWords) ConfirmWords(context.Context) error {
	f.confirmed = true
	return nil
}

const twelve = "river table amber cloud seven lamp garden orbit pencil quiet stone window"

func TestWordsAreAskedBack(t *testing.T) {
	lit(t)
	j := &fakeWords{words: twelve}
	s := NewWords(j, Now, "Noor")
	s.ask([]int{6, 0, 11})
	w := arrive(t, s)
	done := 0
	s.OnDone = func() { done++ }
	pictures(t, "words", w)
	pushes(t, s, "I have written them on paper")
	sees(t, s, "Word number 7")
	seesNot(t, s, "garden")
	fields := fieldsOf(s)
	fields[0].SetText("River")
	fields[1].SetText("garten")
	fields[2].SetText("window")
	pushes(t, s, "They are written down")
	sees(t, s, "That is another word.")
	if j.confirmed {
		t.Fatal("confirmed with a wrong word")
	}
	fields[1].SetText(" garden ")
	pushes(t, s, "They are written down")
	if !j.confirmed || done != 1 {
		t.Errorf("confirmed %v, done %d", j.confirmed, done)
	}
	seesNot(t, s, "river")
}

func TestWordsLaterOrNone(t *testing.T) {
	lit(t)
	s := NewWords(&fakeWords{words: twelve}, Now, "Noor")
	arrive(t, s)
	later := 0
	s.OnLater = func() { later++ }
	pushes(t, s, "Later")
	if later != 1 {
		t.Error("later is not possible")
	}
	none := NewWords(&fakeWords{}, Now, "Noor")
	sees(t, none, "There is nothing to do here.")
}

func TestReadingScreen(t *testing.T) {
	lit(t)
	s := NewReading(samplePage(), "I have read this")
	w := arrive(t, s)
	read := 0
	s.OnRead = func() { read++ }
	pictures(t, "reading", w)
	pushes(t, s, "I have read this")
	if read != 1 {
		t.Error("reading does not go on")
	}
}

// sentences are calm: no error codes, no exclamation, never empty.
func TestSentencesAreCalm(t *testing.T) {
	errs := []error{context.Canceled, oddError("odd"), &journal.Invalid{Field: "Name", Problem: journal.ProblemEmpty}}
	for _, list := range [][]answer{secretAnswers(), togetherAnswers(), fileAnswers()} {
		for _, a := range list {
			errs = append(errs, a.err)
		}
	}
	for _, err := range errs {
		text := Sentence(err)
		if text == "" || strings.Contains(text, "!") || text == err.Error() || !strings.HasSuffix(text, ".") {
			t.Errorf("%v says %q", err, text)
		}
	}
	if Sentence(nil) != "" {
		t.Error("nothing wrong, but something said")
	}
	for _, p := range []journal.Problem{
		journal.ProblemEmpty, journal.ProblemTooLong, journal.ProblemTooShort, journal.ProblemControl, journal.ProblemSameName,
		journal.ProblemNotADate, journal.ProblemOrder, journal.ProblemNoEnd, journal.ProblemTooFar, journal.ProblemDigits,
		journal.ProblemUnknown, journal.ProblemOneOfTwo, journal.ProblemPast, journal.ProblemTooFuture,
	} {
		for _, field := range []string{"Name", "Title", "Role", "Passphrase"} {
			if text := FieldSentence(field, p); text == "" || text == "Please look at this once more." {
				t.Errorf("%s, %s says %q", field, p, text)
			}
		}
	}
}

type oddError string

func (e oddError) Error() string { return string(e) }

var _ fyne.Focusable = (*reading)(nil)
