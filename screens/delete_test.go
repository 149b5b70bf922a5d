package screens

import (
	"strings"
	"testing"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func deleteSetup() DeleteSetup {
	return DeleteSetup{May: true, State: "/home/noor/.local/state/goldseam", Has: journal.Belongings{
		Journal: "/home/noor/.local/share/goldseam/journal.goldseam", Folder: "/home/noor/.local/share/goldseam/backups",
		Backups: []string{"a", "b", "c"}, Kept: []string{"d"},
	}}
}

// TestDeleteAsksTwice: back is where the keyboard begins, and only the word that
// is shown, typed by hand, deletes.
func TestDeleteAsksTwice(t *testing.T) {
	lit(t)
	s := NewDelete(deleteSetup())
	w := arrive(t, s)
	asked, back := 0, 0
	s.OnDelete, s.OnBack = func() { asked++ }, func() { back++ }
	if b, ok := s.FirstFocus().(*widgets.Button); !ok || b.Text != "Back" {
		t.Errorf("the keyboard begins on %v", s.FirstFocus())
	}
	for _, words := range []string{"Nothing is deleted yet", "journal.goldseam", "backups (3)", "copies (1)", "its log and its crash file", "wishes of this window", "Sealed copies", "Traces", "installed"} {
		sees(t, s, words)
	}
	pictures(t, "delete", w)
	pushes(t, s, "Go on to the last question")
	if b, ok := s.FirstFocus().(*widgets.Button); !ok || b.Text != "Keep everything" {
		t.Errorf("the keyboard is on %v", s.FirstFocus())
	}
	pictures(t, "delete-last", w)
	sure := buttonOf(s, "Delete all of it for good")
	for text, want := range map[string]bool{"": false, "del": false, "delete it": false, " Delete ": true, "delete": true} {
		fieldsOf(s)[0].SetText(text)
		if sure.Disabled() == want {
			t.Errorf("%q may delete: %v", text, !sure.Disabled())
		}
	}
	fieldsOf(s)[0].SetText("no")
	sure.Tapped(nil)
	fieldsOf(s)[0].SetText("delete")
	pushes(t, s, "Keep everything")
	if asked != 0 || back != 1 {
		t.Errorf("asked %d, back %d", asked, back)
	}
	sure.Tapped(nil)
	sure.Tapped(nil)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

// TestDeleteWaitsForTheOther says kindly what can be done, and what can't be
// prevented.
func TestDeleteWaitsForTheOther(t *testing.T) {
	lit(t)
	setup := deleteSetup()
	setup.May, setup.Other = false, "Eli"
	s := NewDelete(setup)
	w := arrive(t, s)
	for _, words := range []string{"Eli is not here now", "nothing was changed", "you can erase it at any time", "can delete files without Goldseam"} {
		sees(t, s, words)
	}
	seesNot(t, s, "Go on")
	pictures(t, "delete-waits", w)
}

func TestDeletedPages(t *testing.T) {
	lit(t)
	sees(t, NewDeleting(), "It is being deleted")
	closed, again := 0, 0
	s := NewDeleted(func() { closed++ })
	w := arrive(t, s)
	sees(t, s, "All of it is gone.")
	pictures(t, "deleted", w)
	pushes(t, s, "Close")
	left := strings.Split("/home/noor/.local/share/goldseam/backups/journal-2026-11-21.goldseam\n/b\n/c\n/d\n/e\n/f\n/g\n/h\n/i\n/j\n/k\n/l\n/m\n/n", "\n")
	s = NewNotDeleted(left, func() { again++ }, func() { closed++ })
	w.SetContent(s)
	sees(t, s, "journal-2026-11-21")
	sees(t, s, "and 2 more")
	seesNot(t, s, "/m")
	pictures(t, "deleted-not", w)
	pushes(t, s, "Try again")
	pushes(t, s, "Close")
	if closed != 2 || again != 1 {
		t.Errorf("closed %d, again %d", closed, again)
	}
}
