package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// manyBackups are the backups of the last so many days.
func manyBackups(n int) []journal.BackupFile {
	var files []journal.BackupFile
	for i := range n {
		day := journal.Day("2026-11-21").Add(-i)
		files = append(files, journal.BackupFile{
			Path: fmt.Sprintf("/home/noor/goldseam/backups/journal-%s.goldseam", day), Day: day, Size: int64(90-i) << 10,
		})
	}
	return files
}

func TestABackupIsPutBackOnlyAfterItsWords(t *testing.T) {
	s, j, _ := newTestSettings(t)
	j.backups, j.held = manyBackups(9), journal.Held{Moments: 57, Newest: "2026-11-18"}
	j.state.Moments = make([]journal.Moment, 60)
	restored := ""
	s.OnRestore = func(path string) { restored = path }
	s.Reload()
	arrive(t, s)
	sees(t, s, "90 KB")
	seesNot(t, s, "82 KB")
	pushes(t, s, "Show 3 more")
	sees(t, s, "82 KB")

	pushes(t, s, longDay("2026-11-19", "2026-11-22")+" · 88 KB")
	sees(t, s, "It holds 57 moments; the newest is of "+longDay("2026-11-18", "2026-11-22")+". The journal holds 60 today.")
	sees(t, s, "stays beside it")
	pushes(t, s, "Stay with the journal as it is")
	seesNot(t, s, "It holds 57 moments")
	if restored != "" {
		t.Fatalf("%q was put back without being asked for", restored)
	}
	pushes(t, s, longDay("2026-11-19", "2026-11-22")+" · 88 KB")
	pushes(t, s, "Put this backup in place")
	if restored != j.backups[2].Path {
		t.Errorf("put back %q, want %q", restored, j.backups[2].Path)
	}
}

func TestRestoreLooks(t *testing.T) {
	s, j, _ := newTestSettings(t)
	j.backups, j.held = manyBackups(9), journal.Held{Moments: 57, Newest: "2026-11-18"}
	j.state.Moments = make([]journal.Moment, 60)
	card := widgets.VScroll(widgets.Pad(24, 24, 24, 24, s.backups()))
	w := test.NewTempWindow(t, card)
	w.SetPadded(false)
	pushes(t, card, longDay("2026-11-19", "2026-11-22")+" · 88 KB")
	pictures(t, "settings-restore", w)
}

func TestABackupThatCannotBeReadIsSaidCalmly(t *testing.T) {
	s, j, _ := newTestSettings(t)
	j.backups, j.peekErr = manyBackups(1), journal.ErrDamaged
	s.Reload()
	arrive(t, s)
	pushes(t, s, longDay("2026-11-21", "2026-11-22")+" · 90 KB")
	sees(t, s, "This backup can’t be read")
	seesNot(t, s, "Put this backup in place")
}

func TestOnlyTheLastChosenBackupAnswers(t *testing.T) {
	s, j, _ := newTestSettings(t)
	late := &lateWork{}
	s.later = late.do
	j.backups, j.held = manyBackups(2), journal.Held{Moments: 57, Newest: "2026-11-18"}
	s.Reload()
	arrive(t, s)
	pushes(t, s, longDay("2026-11-21", "2026-11-22")+" · 90 KB")
	sees(t, s, "Looking into the backup of "+longDay("2026-11-21", "2026-11-22"))
	pushes(t, s, longDay("2026-11-20", "2026-11-22")+" · 89 KB")
	for _, answer := range late.waiting {
		answer()
	}
	sees(t, s, "The backup of "+longDay("2026-11-20", "2026-11-22"))
	seesNot(t, s, "The backup of "+longDay("2026-11-21", "2026-11-22"))
}

func TestFileSize(t *testing.T) {
	for bytes, want := range map[int64]string{
		0: "1 KB", 500: "1 KB", 90 << 10: "90 KB", 1<<20 - 1: "1024 KB", 1 << 20: "1.0 MB", 5<<20 + 1<<19: "5.5 MB",
	} {
		if got := fileSize(bytes); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
}

func TestRestoringPages(t *testing.T) {
	lit(t)
	s := NewRestoring()
	arrive(t, s)
	sees(t, s, "kept beside it")
	on := false
	s = NewNotRestored(journal.ErrFull, func() { on = true })
	arrive(t, s)
	sees(t, s, "The disk is full.")
	sees(t, s, "The journal is as it was.")
	pushes(t, s, "Go on")
	if !on {
		t.Error("there is no way on")
	}
}
