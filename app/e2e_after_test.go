//go:build e2e

package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// killedWhileTyping ends the program by force while Eli types alone. At most the
// last second of the typing may be lost.
func (r *robot) killedWhileTyping() {
	r.t.Helper()
	r.unlockAlone(eli)
	r.openEffect()
	r.to("Since then I …")
	typed, sure := 0, 0 // how much was typed, and a good second before the end
	for begun := time.Now(); time.Since(begun) < 4*time.Second && typed+chunk < len(eliDays); {
		r.write(eliDays[typed : typed+chunk])
		typed += chunk
		if time.Since(begun) < 3*time.Second {
			sure = typed
		}
	}
	if err := r.signal(syscall.SIGKILL); err == nil {
		r.t.Error("the program was killed and says that all went well")
	}
	if kept := r.draft(eli, journal.Second, effect, "days"); len(kept) < sure || !strings.HasPrefix(eliDays, kept) {
		r.t.Errorf("of %q there is %q", eliDays[:sure], kept)
	}

	r.start(tomorrow)
	r.unlockAlone(eli)
	r.openEffect()
	r.words(eliDays[:sure])
	r.look("after-the-kill")
	r.press("ctrl+l")
	r.screen("Unlock")
	r.silent(eliDays[:sure])
	if err := r.signal(syscall.SIGTERM); err != nil {
		r.t.Errorf("the program ended with %v", err)
	}
}

// unlockAlone lets one of them in, who goes on alone.
func (r *robot) unlockAlone(p person) {
	r.t.Helper()
	r.screen("Unlock")
	if p.name == eli.name {
		r.press("Tab")
		r.to("Passphrase")
	}
	r.write(p.pass)
	r.press("Return")
	r.words("Unlocked.")
	r.choose("Go on alone as " + p.name[:1])
	r.screen("Today")
}

// openEffect goes to an exercise that its writer may go on with alone.
func (r *robot) openEffect() {
	r.t.Helper()
	r.press("ctrl+2")
	r.screen("Path")
	r.choose("Own what happened…")
	r.screen("Step")
	r.choose("What it did…")
	r.screen("Exercise")
}

// afterwards looks into the journal with the commands.
func (r *robot) afterwards() {
	r.t.Helper()
	both := noor.pass + "\n" + eli.pass + "\n"
	if out := r.run(both, "check"); !strings.Contains(out, "The journal is whole") {
		r.t.Errorf("goldseam check says: %s", out)
	}
	out := filepath.Join(r.home, "from-the-command.md")
	r.run(both, "export", "--out", out)
	text, err := os.ReadFile(out)
	if err != nil {
		r.t.Fatal(err)
	}
	r.wholeAccount(string(text))
}

// draft reads from the file what one partner has written of a part.
func (r *robot) draft(p person, who journal.Partner, exercise, part string) string {
	r.t.Helper()
	j, err := journal.Open(r.t.Context(), r.journal, journal.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	defer j.Close()
	if err := j.Unlock(r.t.Context(), who, p.pass); err != nil {
		r.t.Fatal(err)
	}
	for _, d := range j.Drafts(exercise) {
		var a course.Answer
		if d.Part == part && json.Unmarshal(d.Answer, &a) == nil {
			return a.Text
		}
	}
	return ""
}
