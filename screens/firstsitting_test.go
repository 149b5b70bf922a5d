package screens

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// fakeMaker notes what a first sitting asks of the journal.
type fakeMaker struct {
	made, joined []journal.Newcomer
	destroyed    int
	err          error // for the next Create or Join
}

func (f *fakeMaker) Create(_ context.Context, n journal.Newcomer) (string, error) {
	f.made = append(f.made, n)
	return "words", f.fail()
}

func (f *fakeMaker) Join(_ context.Context, n journal.Newcomer) (string, error) {
	f.joined = append(f.joined, n)
	return "words", f.fail()
}

func (f *fakeMaker) Destroy(context.Context) error {
	f.destroyed++
	return nil
}

func (f *fakeMaker) fail() error {
	err := f.err
	f.err = nil
	return err
}

// choose walks one partner's three private pages, from the cover on.
func choose(t *testing.T, s *FirstSitting, name, pass, code, role string) {
	t.Helper()
	sees(t, s, "Hand the laptop to "+name)
	pushes(t, s, "I'm "+name)
	choosePassphrase(t, s, pass)
	sees(t, s, "Your hand-over code")
	fieldsOf(s)[0].SetText(code)
	fieldsOf(s)[1].SetText(code)
	pushes(t, s, "Go on")
	pushes(t, s, role)
	pushes(t, s, "Seal this")
}

func choosePassphrase(t *testing.T, s *FirstSitting, pass string) {
	t.Helper()
	pushes(t, s, "I have one of my own")
	fieldsOf(s)[0].SetText(pass)
	fieldsOf(s)[1].SetText(pass)
	pushes(t, s, "Go on")
}

// toNames goes from the first page to the names, both reading.
func toNames(t *testing.T, s *FirstSitting) {
	t.Helper()
	sees(t, s, "1 of 9")
	pushes(t, s, "Go on")
	pushes(t, s, "I have read this")
	sees(t, s, "2 of 9")
	pushes(t, s, "I have read this too")
	sees(t, s, "3 of 9")
}

func newTestSitting(t *testing.T) (*FirstSitting, *fakeMaker) {
	t.Helper()
	lit(t)
	m := &fakeMaker{}
	return NewFirstSitting(m, Now, course.Page{Title: "What Goldseam is", Intro: "A place to work in."}, samplePage()), m
}

func TestFirstSittingBoth(t *testing.T) {
	s, m := newTestSitting(t)
	w := arrive(t, s)
	begun := 0
	s.OnBegun = func() { begun++ }
	pictures(t, "first-about", w)
	toNames(t, s)
	pushes(t, s, "Go on")
	sees(t, s, "Please write a name")
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("noor ")
	pushes(t, s, "Go on")
	sees(t, s, "You both have the same name here.")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "We live apart")
	s.names.check()
	fieldsOf(s)[1].SetText("") // pictures show the words of a field below what scrolls, a window doesn't
	pictures(t, "first-names", w)
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	choose(t, s, "Noor", "the first passphrase", "1234", "Mostly I was hurt")
	seesNot(t, s, "Mostly I was hurt")
	if len(m.made) != 1 || len(m.joined) != 0 {
		t.Fatalf("made %d, joined %d", len(m.made), len(m.joined))
	}
	choose(t, s, "Eli", "the second passphrase", "9876", "Not sure")
	want := [2]journal.Newcomer{
		{Name: "Noor", Apart: true, Passphrase: "the first passphrase", Code: "1234", Role: "hurt"},
		{Name: "Eli", Colour: 1, Apart: true, Passphrase: "the second passphrase", Code: "9876", Role: "unsure"},
	}
	if m.made[0] != want[0] || m.joined[0] != want[1] || begun != 1 {
		t.Errorf("made %+v, joined %+v, begun %d", m.made, m.joined, begun)
	}
	if s.turns[0].code.typed.Entry.Text != "" || s.turns[1].pass.typed.Entry.Text != "" {
		t.Error("secrets stay in the fields")
	}
}

func TestFirstSittingAlone(t *testing.T) {
	s, m := newTestSitting(t)
	arrive(t, s)
	begun := 0
	s.OnBegun = func() { begun++ }
	pushes(t, s, "Go on")
	pushes(t, s, "I have read this")
	pushes(t, s, "I begin alone tonight")
	sees(t, s, "3 of 6")
	fieldsOf(s)[0].SetText("Noor")
	pushes(t, s, "Go on")
	choose(t, s, "Noor", "the first passphrase", "1234", "Mostly I broke trust")
	if begun != 1 || len(m.made) != 1 || len(m.joined) != 0 {
		t.Errorf("begun %d, made %v, joined %v", begun, m.made, m.joined)
	}
}

func TestFirstSittingChangesToBothReadsSafety(t *testing.T) {
	s, _ := newTestSitting(t)
	arrive(t, s)
	pushes(t, s, "Go on")
	pushes(t, s, "I have read this")
	pushes(t, s, "I begin alone tonight")
	pushes(t, s, "Both of us are here")
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	sees(t, s, "Now the other one of you, alone.")
}

func TestFirstSittingBackKeepsValuesBehindTheCode(t *testing.T) {
	s, m := newTestSitting(t)
	w := arrive(t, s)
	toNames(t, s)
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	pictures(t, "first-cover", w)
	choose(t, s, "Noor", "the first passphrase", "1234", "Mostly I was hurt")
	pushes(t, s, "I'm Eli")
	pushes(t, s, "Back")
	sees(t, s, "Hand the laptop to Noor")
	fieldsOf(s)[0].SetText("0000")
	pushes(t, s, "I'm Noor")
	sees(t, s, "That is not the hand-over code.")
	fieldsOf(s)[0].SetText("1234")
	pushes(t, s, "I'm Noor")
	sees(t, s, "Between you and this page")
	pushes(t, s, "Seal this")
	if len(m.made) != 1 || m.destroyed != 0 {
		t.Errorf("an unchanged journal was made anew: %d, %d", len(m.made), m.destroyed)
	}
	pushes(t, s, "Back")
	fieldsOf(s)[0].SetText("1234")
	pushes(t, s, "I'm Noor")
	pushes(t, s, "Not sure")
	pushes(t, s, "Seal this")
	if len(m.made) != 2 || m.destroyed != 1 {
		t.Errorf("a changed choice was not taken: %d, %d", len(m.made), m.destroyed)
	}
}

func TestFirstSittingSamePassphrase(t *testing.T) {
	s, m := newTestSitting(t)
	arrive(t, s)
	toNames(t, s)
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	choose(t, s, "Noor", "one passphrase for both", "1234", "Not sure")
	m.err = journal.ErrSame
	choose(t, s, "Eli", "one passphrase for both", "9876", "Not sure")
	if m.destroyed != 1 {
		t.Error("the file with the known passphrase is still there")
	}
	sees(t, s, "Hand the laptop to Noor")
	sees(t, s, "please both choose a new one")
	fieldsOf(s)[0].SetText("1234")
	pushes(t, s, "I'm Noor")
	choosePassphrase(t, s, "another one of my own")
	pushes(t, s, "Go on")
	pushes(t, s, "Seal this")
	if len(m.made) != 2 || m.made[1].Passphrase != "another one of my own" {
		t.Errorf("made %+v", m.made)
	}
}

func TestFirstSittingStopAndDelete(t *testing.T) {
	s, m := newTestSitting(t)
	w := arrive(t, s)
	stopped := 0
	s.OnStopped = func() { stopped++ }
	toNames(t, s)
	seesNot(t, s, "Stop and delete")
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	pushes(t, s, "I'm Noor")
	pushes(t, s, "Stop and delete")
	s.turns[0].pass.words.SetText(sixWords)
	pictures(t, "first-stop", w)
	pushes(t, s, "No, go on")
	pushes(t, s, "Stop and delete")
	pushes(t, s, "Yes, stop and delete")
	if stopped != 1 || m.destroyed != 1 {
		t.Errorf("stopped %d, destroyed %d", stopped, m.destroyed)
	}
}

func TestJoining(t *testing.T) {
	lit(t)
	m := &fakeMaker{err: journal.ErrSame}
	s := NewJoining(m, Now, samplePage(), noor(), true)
	arrive(t, s)
	begun := 0
	s.OnBegun = func() { begun++ }
	sees(t, s, "1 of 5")
	pushes(t, s, "I have read this")
	fieldsOf(s)[0].SetText("Noor")
	pushes(t, s, "Go on")
	sees(t, s, "You both have the same name here.")
	fieldsOf(s)[0].SetText("Eli")
	pushes(t, s, "Go on")
	choose(t, s, "Eli", "the second passphrase", "9876", "Not sure")
	sees(t, s, "You both chose the same passphrase.")
	choosePassphrase(t, s, "the third passphrase")
	pushes(t, s, "Go on")
	pushes(t, s, "Seal this")
	want := journal.Newcomer{Name: "Eli", Colour: 1, Apart: true, Passphrase: "the third passphrase", Code: "9876", Role: "unsure"}
	if begun != 1 || m.joined[1] != want {
		t.Errorf("begun %d, joined %+v", begun, m.joined)
	}
}

func TestFirstSittingKeepsInputOnErrors(t *testing.T) {
	s, m := newTestSitting(t)
	arrive(t, s)
	toNames(t, s)
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	m.err = errors.Join(journal.ErrFull)
	choose(t, s, "Noor", "the first passphrase", "1234", "Not sure")
	sees(t, s, "The disk is full.")
	pushes(t, s, "Seal this")
	sees(t, s, "Hand the laptop to Eli")
}

func TestReadingMovesByKeys(t *testing.T) {
	s, _ := newTestSitting(t)
	w := arrive(t, s)
	w.Resize(s.Size().SubtractWidthHeight(0, 600))
	pushes(t, s, "Go on")
	text, ok := s.FirstFocus().(*reading)
	if !ok {
		t.Fatal("the safety page has not the keyboard")
	}
	w.Canvas().Focus(text)
	if w.Canvas().Focused() != text {
		t.Error("the page does not take the keyboard")
	}
	for _, key := range []string{"Next", "End", "Down"} {
		text.TypedKey(keyNamed(key))
	}
	if text.scroll.Offset.Y == 0 {
		t.Error("the keys do not move the text")
	}
	text.TypedKey(keyNamed("Home"))
	if text.scroll.Offset.Y != 0 {
		t.Error("Home does not go back to the top")
	}
}

func TestFirstSittingByKeyboard(t *testing.T) {
	s, m := newTestSitting(t)
	w := arrive(t, s)
	s.OnFocus = w.Canvas().Focus
	w.Canvas().Focus(s.FirstFocus())
	enter := func() { w.Canvas().Focused().TypedKey(keyNamed("Return")) }
	tab := func(n int) {
		for range n {
			w.Canvas().FocusNext()
		}
	}
	enter() // what it is
	tab(2)
	enter() // safety, first
	tab(2)
	enter() // safety, second
	test.Type(w.Canvas().Focused(), "Noor")
	enter()
	test.Type(w.Canvas().Focused(), "Eli")
	enter()
	for range 2 {
		enter() // the cover
		enter() // the words are written down
		tab(3)
		enter()
		test.Type(w.Canvas().Focused(), "2468")
		enter()
		test.Type(w.Canvas().Focused(), "2468")
		enter()
		w.Canvas().Focused().TypedKey(keyNamed("Down"))
		tab(2)
		enter()
	}
	if len(m.made) != 1 || len(m.joined) != 1 || m.joined[0].Role != "repairing" {
		t.Errorf("made %+v, joined %+v:\n%s", m.made, m.joined, shownWords(s))
	}
}

func TestFirstSittingMakesNothingWhileDeleting(t *testing.T) {
	lit(t)
	m, late := &fakeMaker{}, &lateWork{}
	s := NewFirstSitting(m, late.do, course.Page{Title: "What Goldseam is"}, samplePage())
	arrive(t, s)
	toNames(t, s)
	fieldsOf(s)[0].SetText("Noor")
	fieldsOf(s)[1].SetText("Eli")
	pushes(t, s, "Go on")
	choose(t, s, "Noor", "the first passphrase", "1234", "Not sure")
	sees(t, s, "One moment…")
	pushes(t, s, "Stop and delete")
	seesNot(t, s, "Yes, stop and delete")
	late.waiting[0]()
	sees(t, s, "Hand the laptop to Eli")
	pushes(t, s, "I'm Eli")
	pushes(t, s, "Stop and delete")
	pushes(t, s, "Yes, stop and delete")
	if !s.next.Disabled() {
		t.Error("something else can be made while the file goes")
	}
}
