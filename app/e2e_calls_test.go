//go:build e2e

package app

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// calls watches, with strace, which connections a program opens, and which files
// it opens to write in.
type calls struct {
	t      *testing.T
	folder string
	runs   int
}

// newCalls makes sure that a program can be watched here, and that what is looked
// for would be seen.
func newCalls(t *testing.T) *calls {
	t.Helper()
	c := &calls{t: t, folder: t.TempDir()}
	probe := c.command("bash", "-c", ": >/dev/udp/127.0.0.1/9")
	if out, err := probe.CombinedOutput(); err != nil {
		t.Fatalf("strace can't watch programs here; please allow it (ptrace), or run as root: %v\n%s", err, out)
	}
	if seen := c.text(); !strings.Contains(seen, "socket(AF_INET, ") {
		t.Fatalf("strace does not see a network connection being opened:\n%s", seen)
	}
	c.folder = t.TempDir()
	return c
}

// command is a command whose program is watched, with all that it starts.
func (c *calls) command(name string, args ...string) *exec.Cmd {
	c.runs++
	watch := []string{
		"-D", "-f", "-y", "--seccomp-bpf", "-s", "4096", "-e", "signal=none", "-e", "trace=socket,connect,open,openat,creat",
		"-o", filepath.Join(c.folder, fmt.Sprintf("calls-%02d", c.runs)), name,
	}
	return exec.Command("strace", append(watch, args...)...)
}

// text is what strace wrote, once it has seen the end of each program.
func (c *calls) text() string {
	c.t.Helper()
	ended := regexp.MustCompile(`(?m)^\d+ +\+\+\+ (exited|killed)`)
	var all strings.Builder
	files, err := filepath.Glob(filepath.Join(c.folder, "calls-*"))
	if err != nil || len(files) == 0 {
		c.t.Fatalf("strace wrote nothing: %v", err)
	}
	for _, file := range files {
		var text []byte
		for end := time.Now().Add(keyWait); time.Now().Before(end); time.Sleep(lookPause) {
			if text, err = os.ReadFile(file); err != nil {
				c.t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(text), " ")
			if ended.Match(text) && strings.Contains(string(text), "\n"+first+" +++ ") {
				break
			}
		}
		all.Write(text)
	}
	return all.String()
}

var (
	socketCall  = regexp.MustCompile(`socket\((\w+)`)
	connectCall = regexp.MustCompile(`connect\(.*sa_family=(\w+)(?:, sun_path=@?"([^"]*)")?`)
	openCall    = regexp.MustCompile(`(?:openat\(\w+<([^>]*)>, |open\(|creat\()"([^"]*)"(?:, ([A-Z_|]+))?`)
)

// wantLocal: all connections are Unix sockets, that to the screen among them.
func (c *calls) wantLocal() {
	c.t.Helper()
	text := c.text()
	for line := range strings.Lines(text) {
		for _, call := range []*regexp.Regexp{socketCall, connectCall} {
			if m := call.FindStringSubmatch(line); m != nil && m[1] != "AF_UNIX" {
				c.t.Errorf("a connection that is no Unix socket: %s", line)
			}
		}
	}
	if !strings.Contains(text, "/tmp/.X11-unix/X") {
		c.t.Error("the connection to the screen was not seen")
	}
}

// written are the files that were opened to write in.
func (c *calls) written() []string {
	c.t.Helper()
	var paths []string
	for line := range strings.Lines(c.text()) {
		m := openCall.FindStringSubmatch(line)
		if m == nil || strings.Contains(line, ") = -1 ") {
			continue
		}
		folder, path, flags := m[1], m[2], m[3]
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		if strings.Contains(m[0], "creat(") || strings.Contains(flags, "O_WRONLY") || strings.Contains(flags, "O_RDWR") || strings.Contains(flags, "O_CREAT") {
			paths = append(paths, path)
		}
	}
	return paths
}
