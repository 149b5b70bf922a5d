//go:build e2e

package app

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"goldseam.app/data/journal"
)

// TestWindowAfterAMistake: a mistake of the program ends a real window, the last
// words are saved, and what is left beside the journal holds none of them.
func TestWindowAfterAMistake(t *testing.T) {
	r := newRobot(t)
	r.makeJournal()
	state := "XDG_STATE_HOME=" + filepath.Join(r.home, "state")
	r.start(state)
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", r.cmd.Process.Pid))
	if err != nil || !strings.Contains(string(limits), "Max core file size        0                    0 ") {
		t.Errorf("%v: %s", err, limits)
	}
	r.unlockAlone(eli)
	r.openHere()
	r.press("ctrl+a")
	text := eliHere + " " + sampleTelltale[1][0]
	r.write(text)
	if err := r.signal(syscall.SIGUSR1); err == nil || r.cmd.ProcessState.ExitCode() != exitError {
		t.Errorf("it ended with %v", err)
	}
	if kept := r.draft(eli, journal.Second, firstExercise, "why"); kept != text {
		t.Errorf("after the mistake there is %q", kept)
	}

	folder := filepath.Join(r.home, "state", folderName)
	all := readAll(t, folder)
	for _, words := range []string{eliHere, text, eli.name, noor.name, eli.pass} {
		if strings.Contains(all, words) {
			t.Errorf("what is left holds %q", words)
		}
	}
	for _, want := range []string{"msg=started", "msg=panicked kind=string at=app/fault_e2e.go:", "msg=stopped", " panic string\napp/fault_e2e.go:"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in %s", want, all)
		}
	}

	r.start(state)
	r.screen("Unlock")
	if err := r.signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if !filled(filepath.Join(folder, crashKeptName)) || filled(filepath.Join(folder, crashName)) {
		t.Error("the crash file was not kept aside")
	}
	check := exec.Command(r.binary, "check", "--journal", r.journal, "--passphrase-file", "-")
	check.Env, check.Stdin = r.environment(state), strings.NewReader(eli.pass)
	if said, err := check.CombinedOutput(); err != nil || !strings.Contains(string(said), crashKeptName) {
		t.Errorf("check says %q, %v", said, err)
	}
}

// TestWindowLocksWithTheSession: a real window covers the words when the desktop locks.
func TestWindowLocksWithTheSession(t *testing.T) {
	speaker, ok := privateBus(t)
	if !ok {
		return
	}
	r := newRobot(t)
	r.makeJournal()
	r.start()
	for _, name := range []string{login + ".Session.Lock", "org.gnome.ScreenSaver.ActiveChanged"} {
		r.unlockAlone(eli)
		r.openHere()
		if err := speaker.Emit("/org/freedesktop/login1/session/_31", name, true); err != nil {
			t.Fatal(err)
		}
		r.screen("Unlock")
		r.silent(eliHere)
	}
	if err := r.signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
}
