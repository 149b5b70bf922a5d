//go:build e2e

package app

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	shortWait = 25 * time.Second       // for something to happen on the screen
	longWait  = 60 * time.Second       // for what opens seals, on a slow machine
	keyWait   = 5 * time.Second        // for a key to be heard
	quiet     = 100 * time.Millisecond // how long no key comes when all were heard
	lookPause = 15 * time.Millisecond
	mostTabs  = 70
)

// robot uses the program as a person with a screen reader and without a mouse:
// it goes on with Tab until what it looks for has the keyboard, then presses or
// types. It has a screen of its own.
type robot struct {
	t       testing.TB
	binary  string
	home    string
	journal string
	display string
	traces  string    // where the program says what is on its screen
	calls   *calls    // what the program asks the system for, or nil
	quiet   bool      // the program says no words of its screen
	out     io.Writer // for what the program prints
	cmd     *exec.Cmd
	ended   chan error
	looks   int
}

// newRobot builds the program, and starts a screen for it.
func newRobot(t testing.TB) *robot {
	t.Helper()
	home, traces := t.TempDir(), t.TempDir()
	r := &robot{
		t: t, home: home, traces: traces, out: os.Stderr,
		binary: filepath.Join(traces, "goldseam"), journal: filepath.Join(home, "journal.goldseam"),
	}
	if err := os.Mkdir(filepath.Join(home, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-tags", "no_animations,e2e", "-o", r.binary, "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	r.display = startScreen(t)
	return r
}

// startScreen starts a screen that nobody sees, on a number that is free.
func startScreen(t testing.TB) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		t.Fatalf("Xvfb, which stands for the screen, does not start: %v", err)
	}
	t.Cleanup(func() {
		_ = screen.Process.Kill()
		_ = screen.Wait()
	})
	write.Close()
	defer read.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no screen: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// environment is a home of its own, so that nothing of this machine is touched.
func (r *robot) environment(more ...string) []string {
	return append(append(os.Environ(),
		"HOME="+r.home, "XDG_DATA_HOME="+r.home, "XDG_STATE_HOME="+r.home, "XDG_CONFIG_HOME="+r.home,
		"DISPLAY="+r.display, "WAYLAND_DISPLAY=", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1",
		"GOLDSEAM_TRACE="+r.traceFile(), "GOLDSEAM_TRACE_QUIET="+map[bool]string{true: "yes"}[r.quiet]), more...)
}

func (r *robot) traceFile() string { return filepath.Join(r.traces, "trace.json") }

// command gives a command of the program, which is watched when the robot wants that.
func (r *robot) command(args ...string) *exec.Cmd {
	if r.calls != nil {
		return r.calls.command(r.binary, args...)
	}
	return exec.Command(r.binary, args...)
}

// start opens the window; environment may move the clock.
func (r *robot) start(environment ...string) {
	r.t.Helper()
	_ = os.Remove(r.traceFile())
	r.open(r.command("--journal", r.journal), environment...)
	r.until("a window", longWait, func(s traced) bool { return s.Screen != "" })
	r.xdotool("search", "--sync", "--onlyvisible", "--name", "^Goldseam$", "windowfocus", "--sync")
}

// open starts a program on the robot's screen.
func (r *robot) open(program *exec.Cmd, environment ...string) {
	r.t.Helper()
	r.cmd = program
	r.cmd.Env = r.environment(environment...)
	r.cmd.Stdout, r.cmd.Stderr = r.out, r.out
	if err := r.cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.ended = make(chan error, 1)
	cmd, ended := r.cmd, r.ended
	go func() { ended <- cmd.Wait() }()
	r.t.Cleanup(func() { _ = cmd.Process.Kill() })
}

// signal ends the program in the given way, and waits until it has ended.
func (r *robot) signal(s syscall.Signal) error {
	r.t.Helper()
	if err := r.cmd.Process.Signal(s); err != nil {
		r.t.Fatal(err)
	}
	return r.gone()
}

// gone waits until the program has ended, and says how.
func (r *robot) gone() error {
	r.t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-time.After(shortWait):
		r.fail("the program does not end")
		return nil
	}
}

// run runs a command of the program on the second evening, and gives what it prints.
func (r *robot) run(input string, args ...string) string {
	r.t.Helper()
	cmd := r.command(append(args, "--journal", r.journal, "--passphrase-file", "-")...)
	cmd.Env = r.environment(tomorrow)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("goldseam %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (r *robot) xdotool(args ...string) {
	r.t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = r.environment()
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// seen is what the program says of itself now.
func (r *robot) seen() traced {
	var s traced
	b, err := os.ReadFile(r.traceFile())
	if err != nil || json.Unmarshal(b, &s) != nil {
		return traced{}
	}
	return s
}

// until waits for something to be seen.
func (r *robot) until(what string, wait time.Duration, ok func(traced) bool) traced {
	r.t.Helper()
	for end := time.Now().Add(wait); time.Now().Before(end); time.Sleep(lookPause) {
		if s := r.seen(); ok(s) {
			return s
		}
	}
	r.fail("there is no " + what)
	return traced{}
}

// screen waits for a screen.
func (r *robot) screen(name string) {
	r.t.Helper()
	r.until("screen "+name, longWait, func(s traced) bool { return s.Screen == name })
}

// words waits for words on the screen, unless the program says none.
func (r *robot) words(text string) {
	r.t.Helper()
	if r.quiet {
		return
	}
	r.until("“"+text+"” on the screen", longWait, func(s traced) bool { return s.says(text) })
}

// silent fails if words are on the screen.
func (r *robot) silent(text string) {
	r.t.Helper()
	if r.seen().says(text) {
		r.fail("“" + text + "” is on the screen")
	}
}

func (s traced) says(text string) bool {
	return slices.ContainsFunc(s.Words, func(words string) bool { return strings.Contains(words, text) })
}

// fits tells whether a label is the wanted one. A wanted label that ends with …
// is only its beginning.
func fits(label, want string) bool {
	if start, short := strings.CutSuffix(want, "…"); short {
		return strings.HasPrefix(label, start)
	}
	return label == want
}

// to presses Tab until what is called label has the keyboard.
func (r *robot) to(label string) {
	r.t.Helper()
	for range mostTabs {
		if fits(r.seen().Focus, label) {
			return
		}
		r.press("Tab")
	}
	r.fail("Tab does not come to “" + label + "”")
}

// press presses keys, one after the other.
func (r *robot) press(keys ...string) {
	r.t.Helper()
	r.heard(func() { r.xdotool(append([]string{"key", "--delay", "40"}, keys...)...) }, len(keys) > 1)
}

// write types a text.
func (r *robot) write(text string) {
	r.t.Helper()
	r.heard(func() { r.xdotool("type", "--delay", "12", text) }, true)
}

// heard waits until the program has heard the keys that were pressed; many of
// them are heard when no more come.
func (r *robot) heard(keys func(), many bool) {
	r.t.Helper()
	last, since := r.seen().Input, time.Now()
	keys()
	any := false
	for end := time.Now().Add(keyWait); time.Now().Before(end); time.Sleep(lookPause) {
		if s := r.seen(); s.Input != last {
			last, since, any = s.Input, time.Now(), true
		}
		if any && (!many || time.Since(since) > quiet) {
			return
		}
	}
}

// choose goes to what is called label and presses Enter.
func (r *robot) choose(label string) {
	r.t.Helper()
	r.to(label)
	r.press("Return")
}

// fill goes to a field and types into it, in place of what was there.
func (r *robot) fill(label, text string) {
	r.t.Helper()
	r.to(label)
	r.press("ctrl+a")
	r.write(text)
}

// look keeps a picture of the screen with the test's artifacts.
func (r *robot) look(name string) {
	r.t.Helper()
	time.Sleep(3 * traceEvery)
	r.looks++
	path := filepath.Join(r.t.ArtifactDir(), fmt.Sprintf("%02d-%s.png", r.looks, name))
	cmd := exec.Command("import", "-window", "root", path)
	cmd.Env = r.environment()
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Logf("import: %v\n%s", err, out)
	}
}

// fail ends the test with a picture and with what was seen.
func (r *robot) fail(why string) {
	r.t.Helper()
	r.look("failed")
	s := r.seen()
	r.t.Fatalf("%s; screen %s, keyboard on “%s”, pictures in %s\n%s",
		why, s.Screen, s.Focus, r.t.ArtifactDir(), strings.Join(s.Words, "\n"))
}

// read reads a file that the program made.
func (r *robot) read(path string) string {
	r.t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	return string(b)
}
