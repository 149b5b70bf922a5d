//go:build e2e

package app

import (
	"database/sql"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"goldseam.app/data/journal"
)

// coverWait is how long after the key the cover is looked for: a few pictures of
// the screen, and the time of the programs that press and look.
const coverWait = 250 * time.Millisecond

// TestWindowIsCoveredBeforeItSaves leaves quickly while the file can't be written,
// so that the end waits: nothing but paper is on the screen meanwhile, and what
// was typed last is saved once the file is free. A slow disk shows no words.
func TestWindowIsCoveredBeforeItSaves(t *testing.T) {
	r := newRobot(t)
	r.makeJournal()
	r.start()
	r.unlockAlone(noor)
	r.openHere()
	const typed = "the drawer in the hall"
	r.write(typed)
	r.until("the words to be saved", shortWait, func(s traced) bool { return s.says("Saved. Only you can read it.") })

	free := r.keepFromWriting()
	r.write("way")
	r.press("Shift_L", "Shift_R")
	r.xdotool("key", "Shift_L")
	time.Sleep(coverWait)
	if s := r.seen(); len(s.Words) > 0 {
		t.Errorf("on the cover is %q", s.Words)
	}
	if colours := r.colours(); colours != 1 {
		t.Errorf("the cover has %d colours", colours)
	}
	free()
	if err := r.gone(); err != nil {
		t.Errorf("leaving quickly ended with %v", err)
	}
	if kept := r.draft(noor, journal.First, firstExercise, "why"); kept != typed+"way" {
		t.Errorf("of what was typed there is %q", kept)
	}
}

// keepFromWriting takes the journal's write lock, as a slow disk would.
func (r *robot) keepFromWriting() (free func()) {
	r.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+r.journal+"?_txlock=immediate&_busy_timeout=3000")
	if err != nil {
		r.t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		r.t.Fatal(err)
	}
	return func() {
		_ = tx.Rollback()
		_ = db.Close()
	}
}

// colours counts the colours in the program's window.
func (r *robot) colours() int {
	r.t.Helper()
	path := filepath.Join(r.traces, "cover.png")
	cmd := exec.Command("import", "-window", windowName, path)
	cmd.Env = r.environment()
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("import: %v\n%s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		r.t.Fatal(err)
	}
	return countColours(picture)
}

func countColours(picture image.Image) int {
	seen := map[[3]uint32]bool{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			red, green, blue, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{red, green, blue}] = true
		}
	}
	return len(seen)
}
