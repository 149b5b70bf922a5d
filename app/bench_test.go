//go:build e2e

package app

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkStart starts the program on a journal that waits for its passphrase,
// and a bare window of the same toolkit, in turn. It reports how long each takes
// from its start until its window is on the screen: the median of all turns.
func BenchmarkStart(b *testing.B) {
	home := b.TempDir()
	goldseam, bare := buildFor(b, home, ".."), buildFor(b, home, "./testdata/barewindow")
	journal := filepath.Join(home, "journal.goldseam")
	if out, err := exec.Command(goldseam, "sample", "--journal", journal).CombinedOutput(); err != nil {
		b.Fatalf("goldseam sample: %v\n%s", err, out)
	}
	display := startScreen(b)
	var ours, floor []time.Duration
	for b.Loop() {
		ours = append(ours, untilShown(b, home, display, "^Goldseam$", goldseam, "--journal", journal))
		floor = append(floor, untilShown(b, home, display, "^Bare window$", bare))
	}
	b.ReportMetric(median(ours), "unlock-ns")
	b.ReportMetric(median(floor), "bare-ns")
}

// BenchmarkLeave types alone in a journal, and leaves by the third Shift, and lets
// a bare window of the same toolkit close by a key, in turn. It reports how long
// each takes from that key until the program has ended, with its words saved: the
// median of all turns.
func BenchmarkLeave(b *testing.B) {
	r := newRobot(b)
	r.makeJournal()
	r.out = io.Discard
	bare := buildFor(b, r.home, "./testdata/barewindow")
	var ours, floor []time.Duration
	for b.Loop() {
		r.start()
		r.unlockAlone(noor)
		r.openHere()
		r.write("THE Truth IS That I Am AFRAID")
		r.press("Shift_L", "Shift_R")
		ours = append(ours, r.endsBy("Shift_L"))

		r.open(exec.Command(bare))
		r.xdotool("search", "--sync", "--onlyvisible", "--name", "^Bare window$", "windowfocus", "--sync")
		time.Sleep(time.Second) // it has drawn, and would else do so first
		floor = append(floor, r.endsBy("Escape"))
	}
	b.ReportMetric(median(ours), "leave-ns")
	b.ReportMetric(median(floor), "bare-ns")
}

// endsBy presses a key that ends the program, and says how long it took.
func (r *robot) endsBy(key string) time.Duration {
	r.t.Helper()
	began := time.Now()
	r.xdotool("key", key)
	if err := r.gone(); err != nil {
		r.t.Errorf("the program ended with %v", err)
	}
	return time.Since(began)
}

// buildFor builds the program in the folder source as it is given away.
func buildFor(b *testing.B, home, source string) (binary string) {
	b.Helper()
	binary = filepath.Join(home, "program-"+filepath.Base(source))
	build := exec.Command("go", "build", "-tags", "no_animations", "-ldflags", "-s -w", "-o", binary, source)
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// untilShown starts a program, waits until a window of that title is on the
// display, ends the program, and says how long the window took.
func untilShown(b *testing.B, home, display, title, binary string, arguments ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(binary, arguments...)
	cmd.Env = (&robot{home: home, display: display}).environment()
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	for time.Since(began) < longWait {
		look := exec.Command("xdotool", "search", "--onlyvisible", "--name", title)
		look.Env = append(os.Environ(), "DISPLAY="+display)
		if out, err := look.Output(); err == nil && len(out) > 0 {
			return time.Since(began)
		}
	}
	b.Fatalf("no window called %s came", title)
	return 0
}

func median(of []time.Duration) float64 {
	slices.Sort(of)
	return float64(of[len(of)/2])
}
