package screens

import (
	"testing"
	"time"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"

	"fyne.io/fyne/v2/test"
)

func TestUnlockOneThenBoth(t *testing.T) {
	lit(t)
	j, clock := newFakeUnlocker(), newHandClock()
	s := NewUnlock(j, Now, clock.after, widgets.NewMark(130))
	w := arrive(t, s)
	var alone journal.Partner
	together := 0
	s.OnAlone = func(p journal.Partner) { alone = p }
	s.OnTogether = func() { together++ }
	seesNot(t, s, "Go on alone")

	w.Canvas().Focus(s.FirstFocus())
	test.Type(fieldsOf(s)[0], sixWords)
	pushes(t, s, "I'm here")
	sees(t, s, "Unlocked.")
	pushes(t, s, "Go on alone as N")
	if alone != journal.First {
		t.Errorf("alone is %v", alone)
	}
	pushes(t, s, "Begin together")
	if together != 0 {
		t.Error("began together with one here")
	}
	pictures(t, "unlock", w)

	fieldsOf(s)[0].SetText(sixWords)
	pushes(t, s, "I'm here")
	seesNot(t, s, "Go on alone")
	pushes(t, s, "Begin together")
	if together != 1 {
		t.Error("both are here, but nothing begins")
	}
}

func TestUnlockWrongPassphraseWaits(t *testing.T) {
	lit(t)
	j, clock := newFakeUnlocker(), newHandClock()
	s := NewUnlock(j, Now, clock.after, widgets.NewMark(130))
	arrive(t, s)
	fieldsOf(s)[0].SetText("not the right one")
	pushes(t, s, "I'm here")
	sees(t, s, "That passphrase does not fit. Nothing is lost; try again.")

	j.wait = 2 * time.Second
	fieldsOf(s)[0].SetText("not the right one")
	pushes(t, s, "I'm here")
	sees(t, s, "try again in 2 s.")
	j.wait = 0
	fieldsOf(s)[0].SetText(sixWords)
	pushes(t, s, "I'm here")
	if j.here[journal.First] {
		t.Fatal("the pause was passed by")
	}
	clock.pass(2 * time.Second)
	sees(t, s, "You can try again now.")
	pushes(t, s, "I'm here")
	if !j.here[journal.First] {
		t.Error("the right passphrase did not unlock after the pause")
	}
}

func TestUnlockWithRecoveryWords(t *testing.T) {
	lit(t)
	j := newFakeUnlocker()
	j.err = vault.ErrWrongWords
	s := NewUnlock(j, Now, newHandClock().after, widgets.NewMark(130))
	w := arrive(t, s)
	pushes(t, s, "Use recovery words")
	fieldsOf(s)[0].SetText("one two three")
	pushes(t, s, "Open with these words")
	sees(t, s, "tick the box")
	pushes(t, s, "I have written them down")
	pushes(t, s, "Open with these words")
	sees(t, s, "Those recovery words do not fit.")
	s.cards[0].fresh.words.SetText(sixWords)
	pictures(t, "unlock-words", w)

	j.err = nil
	pushes(t, s, "Open with these words")
	sees(t, s, "your new recovery words")
	pushes(t, s, "I have written them down")
	sees(t, s, "Unlocked.")
	if j.newKey == "" {
		t.Error("no new passphrase was set")
	}
}

func TestUnlockSecondNotJoined(t *testing.T) {
	lit(t)
	j := newFakeUnlocker()
	j.faces[1] = journal.Face{Partner: journal.Second}
	s := NewUnlock(j, Now, newHandClock().after, widgets.NewMark(130))
	arrive(t, s)
	sees(t, s, "They can join later")
	if n := len(fieldsOf(s)); n != 1 {
		t.Errorf("%d fields, want one", n)
	}
}

func TestUnlockIgnoresLateAnswer(t *testing.T) {
	lit(t)
	j, late := newFakeUnlocker(), &lateWork{}
	s := NewUnlock(j, late.do, newHandClock().after, widgets.NewMark(130))
	arrive(t, s)
	fieldsOf(s)[0].SetText("not the right one")
	pushes(t, s, "I'm here")
	sees(t, s, "One moment…")
	s.cards[0].askPassphrase()
	late.waiting[0]()
	seesNot(t, s, "does not fit")
}

func TestUnlockByKeyboard(t *testing.T) {
	lit(t)
	j := newFakeUnlocker()
	s := NewUnlock(j, Now, newHandClock().after, widgets.NewMark(130))
	w := arrive(t, s)
	s.OnFocus = w.Canvas().Focus
	together := false
	s.OnTogether = func() { together = true }
	w.Canvas().Focus(s.FirstFocus())
	for range 2 {
		test.Type(w.Canvas().Focused(), sixWords)
		w.Canvas().Focused().TypedKey(keyNamed("Return"))
	}
	w.Canvas().Focused().TypedKey(keyNamed("Return"))
	if !together {
		t.Error("the keyboard alone does not begin the sitting")
	}
}
