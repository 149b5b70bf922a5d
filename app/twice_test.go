package app

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"goldseam.app/data/journal"
)

// holding starts a Goldseam that has the journal open: it waits for a passphrase
// on its standard input.
func holding(t *testing.T, path string) (cmd *exec.Cmd, input io.WriteCloser, said *bytes.Buffer) {
	t.Helper()
	cmd = exec.Command("goldseam", "check", "--journal", path, "--passphrase-file", "-")
	said = &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = said, said
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 300 {
		release, err := holdLock(path)
		if errors.Is(err, errAlreadyOpen) {
			return cmd, input, said
		}
		if err != nil {
			t.Fatal(err)
		}
		release()
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("it never took the lock")
	return nil, nil, nil
}

// goldseam runs one in a process of its own, and gives what it said.
func goldseam(t *testing.T, input string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.Command("goldseam", args...)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// TestTwoProcesses: while one Goldseam has the journal, every other says so and
// ends, by whatever name it knows the file; the first goes on undisturbed.
func TestTwoProcesses(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 3, Weeks: 1})
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	first, input, said := holding(t, path)
	link := filepath.Join(t.TempDir(), "link.goldseam")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", "--journal", path, "--passphrase-file", "-"},
		{"check", "--journal", link, "--passphrase-file", "-"},
		{"export", "--journal", path, "--passphrase-file", "-", "--out", filepath.Join(t.TempDir(), "s.md")},
		{"backup", "--journal", path, "--out", filepath.Join(t.TempDir(), "b.goldseam")},
		{"restore", "--journal", path, "--from", path},
	} {
		out, err := goldseam(t, pass[0], args...)
		if err == nil || !strings.Contains(out, "already open") {
			t.Errorf("%s: %v, %q", args[0], err, out)
		}
	}
	if _, err := io.WriteString(input, pass[0]); err != nil {
		t.Fatal(err)
	}
	input.Close()
	if err := first.Wait(); err != nil {
		t.Errorf("the first ended with %v: %s", err, said)
	}
	if out, err := goldseam(t, pass[0], "check", "--journal", path, "--passphrase-file", "-"); err != nil {
		t.Errorf("afterwards: %v, %q", err, out)
	}
}

// TestLockOfAKilledProcess: its lock file stays, and keeps nobody away.
func TestLockOfAKilledProcess(t *testing.T) {
	path, pass := newSample(t, sampleOptions{Moments: 3, Weeks: 1})
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	first, _, _ := holding(t, path)
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait() // it was killed
	if _, err := os.Stat(path + lockSuffix); err != nil {
		t.Fatalf("no lock file was left; the test would prove nothing: %v", err)
	}
	if out, err := goldseam(t, pass[0], "check", "--journal", path, "--passphrase-file", "-"); err != nil {
		t.Errorf("%v, %q", err, out)
	}
}

// TestLockWhereNothingCanBeWritten says what is true: nobody else has it.
func TestLockWhereNothingCanBeWritten(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // /proc is a folder in which nobody, not even root, can make a file
	}
	if _, err := holdLock("/proc/journal.goldseam"); !errors.Is(err, journal.ErrCannotWrite) || errors.Is(err, errAlreadyOpen) {
		t.Errorf("err = %v", err)
	}
}
