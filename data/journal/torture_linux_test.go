package journal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The environment of a child: the journal that it writes in, how many things,
// and the file in which it notes each that was saved.
const (
	childJournal = "GOLDSEAM_CHILD_JOURNAL"
	childSaves   = "GOLDSEAM_CHILD_SAVES"
	shimLog      = "SHIM_LOG"
)

// tortureRuns is how often a writing process is killed: 40 times, or as often as
// GOLDSEAM_TORTURE says (make torture: 500).
func tortureRuns() int {
	if n, err := strconv.Atoi(os.Getenv("GOLDSEAM_TORTURE")); err == nil {
		return n
	}
	return 40
}

// TestChildWrites is the process that the other tests let write, and kill. By
// itself it does nothing.
func TestChildWrites(t *testing.T) {
	path := os.Getenv(childJournal)
	if path == "" {
		return
	}
	saves, err := strconv.Atoi(os.Getenv(childSaves))
	must(t, err)
	c := &couple{clock: newClock()}
	c.Journal, err = Open(t.Context(), path, Options{Now: c.clock.now, StateDir: filepath.Join(filepath.Dir(path), "state")})
	must(t, err)
	defer c.Close()
	must(t, c.Unlock(t.Context(), First, passNoor))
	must(t, c.Unlock(t.Context(), Second, passEli))
	for range saves {
		if err := c.saveOne(t.Context()); err != nil {
			fmt.Println("error")
			return
		}
	}
}

// saveOne saves an event or a draft, and only then says so: to whoever listens,
// and in the shim's log.
func (c *couple) saveOne(ctx context.Context) error {
	said := ""
	if rand.IntN(3) == 0 {
		old, _ := c.draftRow(Second, "before.here", "here")
		d, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "here", Revision: old.Revision, Answer: text(strings.Repeat("word ", 1+rand.IntN(900)))})
		if err != nil {
			return err
		}
		said = fmt.Sprintf("draft %d\n", d.Revision)
	} else {
		id, err := c.SetBoundary(ctx, "Quiet after ten", strings.Repeat("I go to bed. ", 1+rand.IntN(300)))
		if err != nil {
			return err
		}
		said = "boundary " + id + "\n"
	}
	if log := os.Getenv(shimLog); log != "" {
		f, err := os.OpenFile(log, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
		if err != nil {
			return err
		}
		defer f.Close()
		if _, err := f.WriteString("saved\n"); err != nil {
			return err
		}
	}
	_, err := os.Stdout.WriteString(said)
	return err
}

// saves is what a child said it had saved.
type saves struct {
	boundaries []string
	draft      int64
	failed     bool
}

func (s *saves) add(line string) {
	kind, of, _ := strings.Cut(strings.TrimSpace(line), " ")
	switch kind {
	case "boundary":
		s.boundaries = append(s.boundaries, of)
	case "draft":
		s.draft, _ = strconv.ParseInt(of, 10, 64)
	case "error":
		s.failed = true
	}
}

// child is a process that writes in a journal.
func child(t *testing.T, path string, n int, environment ...string) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChildWrites$", "-test.count=1")
	cmd.Env = append(append(os.Environ(), childJournal+"="+path, childSaves+"="+strconv.Itoa(n)), environment...)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, bufio.NewReader(out)
}

// listen takes what a child says until it ends.
func listen(out *bufio.Reader, s *saves) {
	for {
		line, err := out.ReadString('\n')
		if err != nil {
			return // a line that was cut short was not said
		}
		s.add(line)
	}
}

// TestKilledWhileWriting: whatever was called saved is there after the process
// was killed, whole, and nothing is half there.
func TestKilledWhileWriting(t *testing.T) {
	c := newCouple(t)
	must(t, c.Close())
	var all saves
	for run := range tortureRuns() {
		cmd, out := child(t, c.path, 10_000)
		line, err := out.ReadString('\n')
		must(t, err)
		all.add(line)
		time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		listen(out, &all)
		_ = cmd.Wait() // it was killed
		if all.failed {
			t.Fatalf("run %d: a save failed", run)
		}
		c.allThere(t, all)
	}
	t.Logf("%d runs, %d boundaries, %d revisions of a draft", tortureRuns(), len(all.boundaries), all.draft)
}

// allThere opens the journal and looks for all that was called saved.
func (c *couple) allThere(t *testing.T, s saves) {
	t.Helper()
	c.reopen(t, First, Second)
	defer c.Close()
	found, err := c.Check(t.Context())
	if err != nil || len(found) > 0 {
		t.Fatalf("faults %v, %v", found, err)
	}
	there := map[string]bool{}
	for _, b := range c.State().Boundaries {
		there[b.ID] = true
	}
	for _, id := range s.boundaries {
		if !there[id] {
			t.Fatalf("boundary %s was saved and is gone", id)
		}
	}
	if d := c.Drafts("before.here"); s.draft > 0 && (len(d) != 1 || d[0].Revision < s.draft) {
		t.Fatalf("revision %d was saved; there is %+v", s.draft, d)
	}
}

// shim builds what stands between the journal and the disk.
func shim(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shim.so")
	out, err := exec.Command("cc", "-shared", "-fPIC", "-o", path, "testdata/shim.c", "-ldl").CombinedOutput()
	if err != nil {
		t.Fatalf("cc: %v\n%s", err, out)
	}
	return path
}

// TestSyncComesBeforeSaved: before each save is called one, its bytes were synced.
func TestSyncComesBeforeSaved(t *testing.T) {
	c := newCouple(t)
	must(t, c.Close())
	log := filepath.Join(t.TempDir(), "log")
	cmd, out := child(t, c.path, 60, "LD_PRELOAD="+shim(t), shimLog+"="+log)
	var s saves
	listen(out, &s)
	must(t, cmd.Wait())
	b, err := os.ReadFile(log)
	must(t, err)
	synced, saved := false, 0
	for line := range strings.Lines(string(b)) {
		switch strings.TrimSpace(line) {
		case "sync":
			synced = true
		case "saved":
			if saved++; !synced {
				t.Fatalf("save %d was called saved before it was synced", saved)
			}
			synced = false
		}
	}
	if saved != 60 {
		t.Errorf("%d saves", saved)
	}
}

// TestFailingDisk lets one write or sync after another fail, with no room and
// with a broken disk. What was saved is there afterwards, and the journal goes on.
func TestFailingDisk(t *testing.T) {
	preload := shim(t)
	for _, code := range []syscall.Errno{syscall.ENOSPC, syscall.EIO} {
		c := newCouple(t)
		must(t, c.Close())
		for at := 1; at <= 40; at++ {
			log := filepath.Join(t.TempDir(), "log")
			cmd, out := child(t, c.path, 12, "LD_PRELOAD="+preload, shimLog+"="+log,
				"SHIM_FAIL_AT="+strconv.Itoa(at), "SHIM_ERRNO="+strconv.Itoa(int(code)))
			var s saves
			listen(out, &s)
			_ = cmd.Wait() // it may say that it could not open
			if b, err := os.ReadFile(log); err != nil || !bytes.Contains(b, []byte("failed")) {
				t.Fatalf("%v at %d did not come: %v", code, at, err)
			}
			c.allThere(t, s)
		}
	}
}

// TestBitFlippedInEachPage: one bit that changed anywhere in the file is found or
// harmless. It never crashes the program, and no other words are taken for theirs.
func TestBitFlippedInEachPage(t *testing.T) {
	c, s := place(t)
	const page = 4096
	for at := 0; at < len(s.file); at += page {
		file := bytes.Clone(s.file)
		bit := at + rand.IntN(min(page, len(file)-at))
		file[bit] ^= 1 << rand.IntN(8)
		must(t, os.WriteFile(c.path, file, 0o600))
		_ = os.Remove(c.path + "-wal")
		_ = os.Remove(c.path + "-shm")
		must(t, os.RemoveAll(c.opt.StateDir))
		if err := c.sameOrNamed(t, s); err != nil {
			t.Errorf("bit at %d: %v", bit, err)
		}
	}
}

// sameOrNamed opens a file in which a bit was changed.
func (c *couple) sameOrNamed(t *testing.T, s sample) error {
	j, err := Open(t.Context(), c.path, c.opt)
	if err != nil {
		return nil // refused
	}
	defer j.Close()
	if j.Unlock(t.Context(), First, passNoor) != nil || j.Unlock(t.Context(), Second, passEli) != nil {
		return nil
	}
	found, err := j.Check(t.Context())
	if err != nil || len(found) > 0 {
		return nil // named
	}
	if d := stateDiff(j.State(), s.state); d != "" {
		return errors.New("accepted, and it is another state:\n" + d)
	}
	return nil
}

// TestHostileFileIsCheap: a file that asks for much is refused before it gets it.
func TestHostileFileIsCheap(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big.goldseam")
	f, err := os.Create(path)
	must(t, err)
	must(t, f.Truncate(3<<30)) // a hole, without an SQLite header
	must(t, f.Close())
	_, err = Open(t.Context(), path, Options{})
	if !errors.Is(err, ErrNotJournal) && !errors.Is(err, ErrDamaged) {
		t.Errorf("opened with %v", err)
	}
}
