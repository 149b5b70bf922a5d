package screens

import (
	"context"
	"errors"
	"testing"
	"time"

	"goldseam.app/data/journal"
)

// fakeCopySaver remembers what it was asked to save.
type fakeCopySaver struct {
	there      bool
	slow       bool // it goes on until it is stopped
	path, pass string
	err        error
}

func (f *fakeCopySaver) Exists(string) bool { return f.there }

func (f *fakeCopySaver) SaveCopy(ctx context.Context, path, passphrase string, progress func(done, total int)) error {
	progress(2, 3)
	f.path, f.pass = path, passphrase
	if f.slow {
		<-ctx.Done()
	}
	return errors.Join(f.err, ctx.Err())
}

func newCopyPage(t *testing.T, saver *fakeCopySaver, later Background, after afterFunc) *SealedCopy {
	t.Helper()
	lit(t)
	return NewSealedCopy(CopyTools{Saver: saver, Folder: "/home/noor/Documents", Later: later, After: after})
}

func TestSealedCopyIsSaved(t *testing.T) {
	saver := &fakeCopySaver{there: true}
	s := newCopyPage(t, saver, Now, newHandClock().after)
	w := arrive(t, s)
	done := 0
	s.OnBack = func() { done++ }
	sees(t, s, "the free program age")
	s.phrase.offered = sixWords
	s.phrase.words.SetText(sixWords)
	pictures(t, "copy", w)
	pushes(t, s, "Go on")
	sees(t, s, "Write the words down first")
	pushes(t, s, "I have written them down")
	pushes(t, s, "Go on")
	sees(t, s, "also what you strike out or delete later")
	sees(t, s, "goldseam-copy.age")
	pictures(t, "copy-save", w)
	pushes(t, s, "Save")
	sees(t, s, "already a file of this name")
	if saver.path != "" {
		t.Error("a file was replaced before anyone agreed")
	}
	pushes(t, s, "Replace it")
	sees(t, s, "Saved as /home/noor/Documents/goldseam-copy.age")
	if saver.path != "/home/noor/Documents/goldseam-copy.age" || saver.pass != sixWords {
		t.Errorf("saved %q with %q", saver.path, saver.pass)
	}
	pushes(t, s, "Done")
	s.Clear()
	if done != 1 || s.passphrase != "" || s.phrase.offered == sixWords {
		t.Errorf("done %d; the passphrase is kept", done)
	}
}

// TestSealedCopyChecksAnOwnPassphrase as that of the journal is checked.
func TestSealedCopyChecksAnOwnPassphrase(t *testing.T) {
	saver := &fakeCopySaver{err: journal.ErrFull}
	s := newCopyPage(t, saver, Now, newHandClock().after)
	arrive(t, s)
	s.phrase.choice.SetPicked(1)
	s.phrase.pick(1)
	for _, c := range [][3]string{
		{"short", "short", "at least 12 characters"},
		{"            ", "", "more than spaces"},
		{"three boats in the fog", "three boats in the fo", "not the same yet"},
	} {
		fieldsOf(s)[0].SetText(c[0])
		fieldsOf(s)[1].SetText(c[1])
		pushes(t, s, "Go on")
		sees(t, s, c[2])
	}
	fieldsOf(s)[1].SetText("three boats in the fog")
	pushes(t, s, "Go on")
	pushes(t, s, "Save")
	sees(t, s, "The disk is full.")
	if saver.pass != "three boats in the fog" {
		t.Errorf("sealed with %q", saver.pass)
	}
}

// TestSealedCopyCanBeStopped, and says how far it is.
func TestSealedCopyCanBeStopped(t *testing.T) {
	clock, work := newHandClock(), func(context.Context) error { return nil }
	var done func(error)
	s := newCopyPage(t, &fakeCopySaver{slow: true}, func(w func(context.Context) error, d func(error)) { work, done = w, d }, clock.after)
	arrive(t, s)
	pushes(t, s, "I have written them down")
	pushes(t, s, "Go on")
	pushes(t, s, "Save")
	sees(t, s, "One moment…")
	s.saving.done.Store(2)
	s.saving.total.Store(3)
	clock.pass(time.Second)
	sees(t, s, "2 of 3 parts are written.")
	pushes(t, s, "Stop")
	done(work(t.Context()))
	sees(t, s, "That was stopped.")
}
