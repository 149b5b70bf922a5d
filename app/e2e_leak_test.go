//go:build e2e

package app

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// leakDraft is what Eli writes and copies, and nobody opens.
const leakDraft = "Yesterday the lighthouse keeper whistled, and I thought of leaving on a bicycle."

// TestWindowLeavesNoWords uses the journal of the sample couple as people do:
// they unlock, read, save a summary, write, copy, lock, and the program ends by a
// mistake. Then no word that they wrote, in any letters, is in any place that the
// program can reach, except the summary: see leak.places.
func TestWindowLeavesNoWords(t *testing.T) {
	l := newLeak(t)
	noor, eli := l.sampleCouple("--moments=400", "--weeks=40")
	l.know(noor, eli)
	l.start(l.own...)
	before := l.surroundings()

	l.comeIn(noor, eli)
	l.read()
	l.writeAndCopy()
	l.want("with the journal open", before)
	l.press("ctrl+l")
	l.screen("Unlock")
	if left := l.clipboard(); left != "" {
		t.Errorf("the clipboard still holds %q", left)
	}
	l.want("after the lock", before)
	l.wantReminder()
	l.mistake(noor, eli)
	l.want("after the mistake", before)
	l.calls.wantLocal()
	l.wantPlaces()
}

// leak is a robot whose program runs among places that are all looked through.
type leak struct {
	*robot
	own    []string // environment of the program
	chosen string   // the folder for the summary, the one place for words
	secret finder   // all that must be nowhere
	names  finder   // what may be in the journal's file by chance only
	bus    *overheard
}

func newLeak(t *testing.T) *leak {
	t.Helper()
	speaker, ok := privateBus(t)
	if !ok {
		t.Fatal("dbus-daemon is needed to see what is said on the desktop")
	}
	l := &leak{robot: newRobot(t), chosen: t.TempDir(), bus: overhear(t, speaker)}
	l.calls = newCalls(t)
	for variable, folder := range map[string]string{
		"TMPDIR": "tmp", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
		"XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "runtime",
	} {
		path := filepath.Join(l.home, folder)
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		l.own = append(l.own, variable+"="+path)
	}
	l.own = append(l.own, "GOLDSEAM_CLOCK_FILE="+l.clockFile())
	out, err := os.Create(filepath.Join(l.home, "printed"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close() })
	l.out = out
	return l
}

func (l *leak) clockFile() string { return filepath.Join(l.traces, "clock") }

// know fills what is looked for.
func (l *leak) know(both ...person) {
	l.t.Helper()
	texts := append(textsIn(l.t, l.written(both...)), leakDraft)
	words := coupleWords(l.t, texts...)
	if len(words) < 300 {
		l.t.Fatalf("only %d words; the test would prove little", len(words))
	}
	l.t.Logf("%d words of the couple are looked for", len(words))
	for _, w := range words {
		l.secret.addWord(w)
	}
	seen := map[string]int{}
	l.secret.find([]byte("\x00"+strings.ToUpper(leakDraft)), seen)
	if seen["bicycle"] == 0 || seen["lighthouse"] == 0 {
		l.t.Fatalf("of %q only %v is seen", leakDraft, seen)
	}
	for _, p := range both {
		l.secret.addText("a passphrase", p.pass)
		l.secret.addText("a code", p.code)
		l.names.addText(p.name, p.name)
	}
}

// read goes through the places, and saves a summary in the chosen folder.
func (l *leak) read() {
	l.t.Helper()
	l.choose("Settings")
	l.screen("Settings")
	l.to("Remind us on this screen")
	l.press("space")
	l.visitAll()
	l.press("ctrl+6")
	l.screen("Summary")
	l.choose("Save…")
	l.fill("Folder", l.chosen)
	l.choose("Save")
	l.words("Saved as " + l.chosen)
	l.choose("Done")
}

// writeAndCopy answers a check-in in Eli's own words, and copies them.
func (l *leak) writeAndCopy() {
	l.t.Helper()
	l.press("ctrl+1")
	l.screen("Today")
	l.choose("Answer · 3 min")
	l.screen("CheckInAnswer")
	l.to("What helped, what hurt …")
	l.write(leakDraft)
	l.press("ctrl+a")
	l.press("ctrl+c")
	if got := l.clipboard(); got != leakDraft {
		l.t.Errorf("the clipboard holds %q; the test would prove little", got)
	}
	l.until("the draft to be saved", shortWait, func(s traced) bool { return s.says("Saved. Only you can read it.") })
}

// clipboard gives what a partner could paste elsewhere now.
func (l *leak) clipboard() string {
	l.t.Helper()
	text := ""
	for _, which := range []string{"clipboard", "primary"} {
		ask := exec.Command("xclip", "-o", "-selection", which)
		ask.Env = l.environment()
		out, err := ask.Output()
		if _, nobody := errors.AsType[*exec.ExitError](err); err != nil && !nobody {
			l.t.Fatalf("xclip, which reads the clipboard: %v", err)
		}
		text += string(out)
	}
	return text
}

// wantReminder moves the clock to a morning on which something is due, and looks
// at what the desktop is told.
func (l *leak) wantReminder() {
	l.t.Helper()
	at := time.Now()
	morning := time.Date(at.Year(), at.Month(), at.Day()+1, 10, 0, 0, 0, time.Local)
	if err := os.WriteFile(l.clockFile(), []byte(morning.Sub(at).String()), 0o600); err != nil {
		l.t.Fatal(err)
	}
	select {
	case said := <-l.bus.notified:
		if fmt.Sprint(said) != "[Goldseam Something is waiting]" {
			l.t.Errorf("the reminder says %q", said)
		}
	case <-time.After(shortWait):
		l.t.Error("no reminder came; the test would prove little")
	}
}

// mistake lets the program end by a mistake while Eli's words are on the screen,
// and are what the mistake carries.
func (l *leak) mistake(both ...person) {
	l.t.Helper()
	l.comeIn(both...)
	l.press("ctrl+4")
	l.screen("CheckIns")
	l.choose("Go on · 3 min")
	l.words(leakDraft)
	if err := l.signal(syscall.SIGUSR1); err == nil || l.cmd.ProcessState.ExitCode() != exitError {
		l.t.Errorf("it ended with %v", err)
	}
	if !filled(filepath.Join(l.home, "state", folderName, crashName)) {
		l.t.Error("there is no crash file; the test would prove little")
	}
}

// surroundings are what others can see of the program and its window, without a file.
func (l *leak) surroundings() map[string]string {
	l.t.Helper()
	all := map[string]string{"message bus": l.bus.text()}
	for _, name := range []string{"environ", "cmdline", "comm", "status"} {
		if text, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", l.cmd.Process.Pid, name)); err == nil {
			all[name] = string(text)
		}
	}
	tree := l.asks("xwininfo", "-root", "-tree")
	all["windows"] = tree + l.asks("xprop", "-root")
	for _, window := range windowNumber.FindAllString(tree, -1) {
		if out, err := l.askX("xprop", "-id", window); err == nil { // it may have closed
			all["window "+window] = string(out)
		}
	}
	return all
}

var windowNumber = regexp.MustCompile(`0x[0-9a-f]+`)

func (l *leak) askX(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = l.environment()
	return cmd.Output()
}

func (l *leak) asks(name string, args ...string) string {
	l.t.Helper()
	out, err := l.askX(name, args...)
	if err != nil || len(out) == 0 {
		l.t.Fatalf("%s, which looks at windows: %v", name, err)
	}
	return string(out)
}

// places are all files in the program's own folders: the journal with what lies
// beside it, backups, the log, the crash file, preferences, caches, short-lived
// files, and what it printed.
func (l *leak) places() map[string]string {
	l.t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(l.home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		all[path] = path + string(text) // a name of a file can tell something too
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return all
}

// want looks for the words in all places, and around the program, except for
// those that stood there before anyone had unlocked.
func (l *leak) want(when string, before map[string]string) {
	l.t.Helper()
	known := map[string]int{}
	for _, text := range before {
		l.secret.find([]byte(text), known)
	}
	look := func(place, text string, f *finder) {
		found := map[string]int{}
		f.find([]byte(text), found)
		for word := range found {
			if known[word] == 0 || exists(place) {
				l.t.Errorf("%s, %s holds “%s”", when, place, word)
			}
		}
	}
	for place, text := range l.surroundings() {
		look(place, text, &l.secret)
		look(place, text, &l.names)
	}
	places := l.places()
	for place, text := range places {
		look(place, text, &l.secret)
		if !strings.Contains(place, ".goldseam") {
			look(place, text, &l.names)
		}
	}
	l.t.Logf("%s: %d files; around the program there stood before: %v", when, len(places), slices.Sorted(maps.Keys(known)))
}

// wantPlaces: there is no file of the program's that was not looked through.
func (l *leak) wantPlaces() {
	l.t.Helper()
	written := l.calls.written()
	if len(written) < 10 {
		l.t.Errorf("only %q were written", written)
	}
	for _, path := range written {
		known := false
		for _, folder := range []string{l.home, l.chosen, l.traces, "/dev/null", "/dev/dri/"} {
			known = known || strings.HasPrefix(path, folder)
		}
		if !known {
			l.t.Errorf("the program opened %s to write in", path)
		}
	}
	for place := range l.places() {
		if strings.HasPrefix(filepath.Base(place), "core") {
			l.t.Errorf("%s is a core file", place)
		}
	}
}

// overheard is all that is said on the message bus, and what a desktop is told
// to show.
type overheard struct {
	notified chan []string
	mu       sync.Mutex
	said     strings.Builder
}

// overhear stands for a desktop that shows notifications, and listens to every
// message of the bus.
func overhear(t *testing.T, desktop *dbus.Conn) *overheard {
	t.Helper()
	o := &overheard{notified: make(chan []string, 8)}
	const name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
	notify := map[string]any{"Notify": o.notify}
	if err := desktop.ExportMethodTable(notify, path, name); err != nil {
		t.Fatal(err)
	}
	if _, err := desktop.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	listener, err := dbus.Connect(os.Getenv(sessionBusVariable))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	if err := listener.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0, []string{}, uint(0)).Err; err != nil {
		t.Fatal(err)
	}
	messages := make(chan *dbus.Message, 64)
	listener.Eavesdrop(messages)
	go func() {
		for m := range messages {
			o.mu.Lock()
			fmt.Fprintln(&o.said, m, m.Body)
			o.mu.Unlock()
		}
	}()
	return o
}

func (o *overheard) notify(_ string, _ uint32, _, title, text string, _ []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	o.notified <- []string{title, text}
	return 1, nil
}

func (o *overheard) text() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.String()
}
