package screens

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// fakePrefs are wishes in memory.
type fakePrefs struct {
	theme      string
	size, lock int
	remind     bool
}

func (f *fakePrefs) Theme() string      { return f.theme }
func (f *fakePrefs) SetTheme(v string)  { f.theme = v }
func (f *fakePrefs) TextSize() int      { return f.size }
func (f *fakePrefs) SetTextSize(v int)  { f.size = v }
func (f *fakePrefs) LockAfter() int     { return f.lock }
func (f *fakePrefs) SetLockAfter(v int) { f.lock = v }
func (f *fakePrefs) Remind() bool       { return f.remind }
func (f *fakePrefs) SetRemind(v bool)   { f.remind = v }

// fakeSettings is the journal as the settings see it.
type fakeSettings struct {
	state   journal.State
	holder  journal.Partner
	role    string
	code    string
	apart   bool
	backups []journal.BackupFile
	held    journal.Held
	peekErr error
	faults  []journal.Fault
}

func (f *fakeSettings) State() journal.State    { return f.state }
func (f *fakeSettings) Holder() journal.Partner { return f.holder }
func (f *fakeSettings) Path() string            { return "/home/noor/goldseam/journal.goldseam" }
func (f *fakeSettings) Rename(_ context.Context, name string, colour int) error {
	if name == "" {
		return &journal.Invalid{Field: "Name", Problem: journal.ProblemEmpty}
	}
	f.state.People[0].Name, f.state.People[0].Colour = name, colour
	return nil
}

func (f *fakeSettings) ChangePassphrase(_ context.Context, old, _ string) (string, error) {
	if old != sixWords {
		return "", vault.ErrWrongPassphrase
	}
	return twelve, nil
}

func (f *fakeSettings) SetCode(_ context.Context, code string) error {
	f.code = code
	return nil
}

func (f *fakeSettings) Role() (string, bool) { return f.role, true }
func (f *fakeSettings) SetRole(_ context.Context, role string) error {
	f.role = role
	return nil
}

func (f *fakeSettings) RecoveryWords() (string, bool) { return twelve, true }
func (f *fakeSettings) Living(_ context.Context, apart bool) error {
	f.apart = apart
	return nil
}

func (f *fakeSettings) BackupFiles() ([]journal.BackupFile, error) { return f.backups, nil }
func (f *fakeSettings) Today() journal.Day                         { return "2026-11-22" }
func (f *fakeSettings) PeekBackup(context.Context, string) (journal.Held, error) {
	return f.held, f.peekErr
}

func (f *fakeSettings) DailyBackup(context.Context) error {
	f.backups = append(f.backups, journal.BackupFile{
		Path: "/home/noor/goldseam/backups/2026-11-22.goldseam", Day: "2026-11-22", Size: 84 << 10,
	})
	return nil
}

func (f *fakeSettings) Check(context.Context) ([]journal.Fault, error) { return f.faults, nil }

func newTestSettings(t *testing.T) (*Settings, *fakeSettings, *fakePrefs) {
	t.Helper()
	lit(t)
	joined := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	j := &fakeSettings{holder: journal.First, role: "hurt"}
	j.state.People = [2]journal.Person{noor(), eli()}
	j.state.People[1].Joined = joined
	p := &fakePrefs{theme: "system", size: 100, lock: 1}
	return NewSettings(j, p, Now, "0.1.0"), j, p
}

func TestSettingsLooks(t *testing.T) {
	s, _, prefs := newTestSettings(t)
	w := arrive(t, s)
	looks := 0
	s.OnLook = func() { looks++ }
	pictures(t, "settings", w)
	pushes(t, s, "Dark")
	for range 12 {
		pushes(t, s, "More")
	}
	if prefs.theme != "dark" || prefs.size != 200 || looks != 13 {
		t.Errorf("%+v, %d looks", prefs, looks)
	}
	sees(t, s, "200 %")
	sees(t, s, "after one minute")
}

func TestSettingsName(t *testing.T) {
	s, j, _ := newTestSettings(t)
	arrive(t, s)
	pushes(t, s, "Name and colour")
	fieldsOf(s)[0].SetText("  ")
	pushes(t, s, "Save")
	sees(t, s, "Please write a name")
	fieldsOf(s)[0].SetText("Noor A.")
	pushes(t, s, "Rust")
	pushes(t, s, "Save")
	sees(t, s, "Eli has this colour.")
	pushes(t, s, "Teal")
	pushes(t, s, "Save")
	sees(t, s, "Saved.")
	if j.state.People[0].Name != "Noor A." || j.state.People[0].Colour != 3 {
		t.Errorf("%+v", j.state.People[0])
	}
}

func TestSettingsSecrets(t *testing.T) {
	s, j, _ := newTestSettings(t)
	w := arrive(t, s)
	pushes(t, s, "Change my passphrase")
	fieldsOf(s)[0].SetText("wrong wrong wrong")
	pushes(t, s, "I have written them down")
	pushes(t, s, "Save")
	sees(t, s, "That passphrase does not fit.")
	fieldsOf(s)[0].SetText(sixWords)
	pushes(t, s, "Save")
	sees(t, s, "These are your new recovery words")
	sees(t, s, "pencil")
	pictures(t, "settings-words", w)
	s.Reload()
	seesNot(t, s, "pencil")

	pushes(t, s, "Change my hand-over code")
	fieldsOf(s)[0].SetText("12a4")
	pushes(t, s, "Save")
	sees(t, s, "A hand-over code needs four digits or more")
	fieldsOf(s)[0].SetText("2468")
	fieldsOf(s)[1].SetText("2468")
	pushes(t, s, "Save")
	seesNot(t, s, "Not sure")
	pushes(t, s, "My private choice")
	pushes(t, s, "Not sure")
	pushes(t, s, "Save")
	pushes(t, s, "How we live")
	pushes(t, s, "We live apart")
	pushes(t, s, "Save")
	if j.code != "2468" || j.role != "unsure" || !j.apart {
		t.Errorf("code %q, role %q, apart %v", j.code, j.role, j.apart)
	}
}

func TestSettingsFile(t *testing.T) {
	s, j, _ := newTestSettings(t)
	arrive(t, s)
	sees(t, s, "No backup yet.")
	pushes(t, s, "Make one now")
	sees(t, s, "84 KB")
	pushes(t, s, "Check the journal")
	sees(t, s, "Everything is whole.")
	j.faults = []journal.Fault{{Number: 12, What: "its words do not open"}, {What: "the file's pages are damaged"}}
	pushes(t, s, "Check the journal")
	sees(t, s, "2 things are not as they were written.")
	sees(t, s, "Entry 12: its words do not open")
	s.journal.(*fakeSettings).holder = journal.Nobody
	s.Reload()
	seesNot(t, s, "Change my passphrase")
}

// TestRemindersAreOffUntilAskedFor: and the sentence says what will be shown.
func TestRemindersAreOffUntilAskedFor(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	prefs := &fakePrefs{theme: "light", size: 100, lock: 10}
	s := NewSettings(&fakeSettings{state: sampleState()}, prefs, Now, "1.0")
	sees(t, s, "“Goldseam: Something is waiting”")
	for _, want := range []bool{true, false} {
		walk(s, func(o fyne.CanvasObject) {
			if c, ok := o.(*widgets.Check); ok && c.Text == "Remind us on this screen" {
				c.Tapped(nil)
			}
		})
		if prefs.remind != want {
			t.Errorf("after a tap it is %v", prefs.remind)
		}
	}
}
