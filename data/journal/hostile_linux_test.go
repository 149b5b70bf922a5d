package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"goldseam.app/data/vault"
)

// The most that a hostile file may cost. What it took is logged, and two seconds
// are meant; only what never ends fails, so that a busy computer doesn't.
const (
	mostMemory = 1 << 20 // KiB
	mostTime   = 5 * time.Minute

	childOpens = "GOLDSEAM_CHILD_OPENS"
)

// childSpoils names the file that a child changes, and childCopies where it
// copies that file to before it lets go of it.
const (
	childSpoils = "GOLDSEAM_CHILD_SPOILS"
	childCopies = "GOLDSEAM_CHILD_COPIES"
)

// TestChildSpoils is the process that makes hostile files: a plain SQLite, where
// none of the journal's limits were ever set. By itself it does nothing.
func TestChildSpoils(t *testing.T) {
	path := os.Getenv(childSpoils)
	if path == "" {
		return
	}
	var queries []string
	must(t, json.NewDecoder(os.Stdin).Decode(&queries))
	db := spoil(t, path, queries...)
	if to := os.Getenv(childCopies); to != "" {
		must(t, copyFile(path, to))
		must(t, copyFile(path+"-wal", to+"-wal"))
	}
	must(t, db.Close())
}

// spoilApart is spoil in a process of its own.
func spoilApart(t *testing.T, path string, queries ...string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChildSpoils$", "-test.count=1")
	cmd.Env = append(os.Environ(), childSpoils+"="+path)
	cmd.Stdin = bytes.NewReader(mustJSON(queries))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// cost is what a process found and what it took.
type cost struct {
	Refused string // by Open or by Unlock; empty if neither
	Named   bool   // the refusal is one of the journal's own errors
	Faults  int
	Moments int
	Memory  int // KiB at the highest
	Took    time.Duration
}

// TestChildOpens is the process in which the other tests open a file. By itself
// it does nothing.
func TestChildOpens(t *testing.T) {
	path := os.Getenv(childOpens)
	if path == "" {
		return
	}
	began := time.Now()
	var c cost
	err := c.open(t, path)
	c.Took = time.Since(began)
	if err != nil {
		c.Refused, c.Named = err.Error(), isNamed(err) || errors.Is(err, vault.ErrBadSlot)
	}
	c.Memory = highest(t)
	out, err := json.Marshal(c)
	must(t, err)
	fmt.Println(string(out))
}

// open does what the window does: open, unlock, and verify everything.
func (c *cost) open(t *testing.T, path string) error {
	k := newClock()
	j, err := Open(t.Context(), path, Options{Now: k.now})
	if err != nil {
		return err
	}
	defer j.Close()
	if err := j.Unlock(t.Context(), First, passNoor); err != nil {
		return err
	}
	found, err := j.Verify(t.Context())
	c.Faults, c.Moments = len(found), len(j.State().Moments)
	return err
}

// highest gives the most memory that this process ever had in use.
func highest(t *testing.T) int {
	b, err := os.ReadFile("/proc/self/status")
	must(t, err)
	_, after, _ := strings.Cut(string(b), "VmHWM:")
	n, err := strconv.Atoi(strings.Fields(after)[0])
	must(t, err)
	return n
}

// costOf opens a file in a process of its own. It may take no more than a file may.
func costOf(t *testing.T, path string) cost {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChildOpens$", "-test.count=1")
	cmd.Env = append(os.Environ(), childOpens+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the process ended with %v: %s", err, out)
	}
	line, _, _ := bytes.Cut(out, []byte("\n"))
	var c cost
	must(t, json.Unmarshal(line, &c))
	t.Logf("%4d MiB, %5d ms, %d faults, %d moments, %q", c.Memory>>10, c.Took.Milliseconds(), c.Faults, c.Moments, c.Refused)
	if c.Memory > mostMemory && !testing.Short() { // short runs have the race detector in them
		t.Errorf("it took %d MiB", c.Memory>>10)
	}
	if c.Took > mostTime {
		t.Errorf("it took %v", c.Took)
	}
	if c.Refused != "" && !c.Named {
		t.Errorf("refused with %q, which has no name", c.Refused)
	}
	return c
}

func wantRefused(t *testing.T, path string) {
	t.Helper()
	if c := costOf(t, path); c.Refused == "" {
		t.Error("it was let in")
	}
}

// wantNamed: the file opens, and what is wrong with it is named.
func wantNamed(t *testing.T, path string) {
	t.Helper()
	if c := costOf(t, path); c.Refused != "" || c.Faults == 0 || c.Moments == 0 {
		t.Errorf("refused with %q, %d faults, %d moments", c.Refused, c.Faults, c.Moments)
	}
}

// TestHostileBlobs puts hundreds of megabytes into each column.
func TestHostileBlobs(t *testing.T) {
	for _, x := range []struct {
		query string
		want  func(*testing.T, string)
	}{
		{"UPDATE event SET head = zeroblob(900000000) WHERE seq = 5", wantNamed},
		{"UPDATE event SET body = zeroblob(300000000) WHERE seq = 5", wantNamed},
		{"UPDATE event SET id = CAST(zeroblob(300000000) AS TEXT) WHERE seq = 5", wantNamed},
		{"UPDATE private SET mark = zeroblob(100000000)", wantNamed},
		{"UPDATE private SET sealed = zeroblob(100000000)", wantNamed},
		{"UPDATE tip SET sealed = zeroblob(300000000)", wantNamed},
		{"UPDATE keyring SET sealed = zeroblob(300000000)", wantRefused},
		{"UPDATE slot SET sealed = zeroblob(300000000)", wantRefused},
		{"UPDATE slot SET salt = zeroblob(8000000)", wantRefused},
		{"UPDATE face SET initial = CAST(zeroblob(300000000) AS TEXT)", wantRefused},
		{"UPDATE journal SET id = CAST(zeroblob(300000000) AS TEXT)", wantRefused},
		{"UPDATE slot SET memory = 2000000000, time = 4000000000", wantRefused},
	} {
		t.Run(x.query, func(t *testing.T) {
			c, _ := place(t)
			spoilApart(t, c.path, x.query)
			x.want(t, c.path)
		})
	}
}

// TestHostileCounts fills each table with a million rows, and the schema too.
func TestHostileCounts(t *testing.T) {
	const million = 1_000_000
	view := "INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n"
	for name, query := range map[string]string{
		"events":        upTo(million) + "INSERT INTO event SELECT i + 1000, printf('%032x', i), zeroblob(16), zeroblob(16) FROM n",
		"large events":  upTo(4_000) + "INSERT INTO event SELECT i + 1000, printf('%032x', i), zeroblob(200000), x'' FROM n",
		"own writing":   upTo(million) + "INSERT INTO private SELECT printf('%032x', i), zeroblob(16), zeroblob(16) FROM n",
		"slots":         upTo(million) + "INSERT INTO slot SELECT i + 2, 1, 8192, 1, 1, zeroblob(16), zeroblob(16) FROM n",
		"faces":         upTo(million) + "INSERT INTO face SELECT i + 2, 'x', 1, 1 FROM n",
		"other tables":  upTo(million) + view,
		"a long schema": "INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, 'CREATE VIEW v AS SELECT ' || printf('%.*c', 100000000, '1'))",
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := place(t)
			spoilApart(t, c.path, query)
			wantRefused(t, c.path)
		})
	}
}

// TestManyBrokenEvents: as many as a ledger may have, of which none opens. They
// are named, and what is whole is there.
func TestManyBrokenEvents(t *testing.T) {
	c, s := place(t)
	spoilApart(t, c.path, upTo(maxEvents-1000)+"INSERT INTO event SELECT i + 900, printf('%032x', i), zeroblob(400), zeroblob(400) FROM n")
	wantNamed(t, c.path)
	if found := costOf(t, c.path); found.Moments != len(s.state.Moments) {
		t.Errorf("%d moments", found.Moments)
	}
}

// TestHostileLog puts other tables, rows or mere length where SQLite keeps what
// it has not yet moved into the file.
func TestHostileLog(t *testing.T) {
	view := "INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n"
	for name, query := range map[string]string{
		"tables": upTo(1_000_000) + view,
		"events": upTo(1_000_000) + "INSERT INTO event SELECT i + 1000, printf('%032x', i), zeroblob(16), zeroblob(16) FROM n",
		"a blob": "UPDATE event SET head = zeroblob(200000000) WHERE seq = 5",
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := place(t)
			stay := filepath.Join(t.TempDir(), "other.goldseam")
			leaveInLog(t, c.path, stay, query)
			costOf(t, stay)
		})
	}
	c, _ := place(t)
	must(t, os.WriteFile(c.path+"-wal", nil, 0o600))
	must(t, os.Truncate(c.path+"-wal", 1<<30))
	wantRefused(t, c.path)
}

// leaveInLog makes a change to the file at from that stands in the log alone, and
// copies both to another name, as if the program had been killed.
func leaveInLog(t *testing.T, from, to, query string) {
	t.Helper()
	log := []string{"PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "BEGIN", query, "COMMIT"}
	cmd := exec.Command(os.Args[0], "-test.run=^TestChildSpoils$", "-test.count=1")
	cmd.Env = append(os.Environ(), childSpoils+"="+from, childCopies+"="+to)
	cmd.Stdin = bytes.NewReader(mustJSON(log))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if info, err := os.Stat(to + "-wal"); err != nil || info.Size() < 1<<20 {
		t.Fatalf("the log was not left: %v", err)
	}
}

// TestHostileWords: an insider seals what grows when it is read, a thousand times.
func TestHostileWords(t *testing.T) {
	in := newInsider(t)
	for range 600 {
		in.forgeRaw(t, `{"parts":`+list(maxList-10, "{}")+`}`)
	}
	must(t, in.Close())
	wantNamed(t, in.path)
	in = newInsider(t)
	for range 30 {
		in.forgeRaw(t, `{"parts":`+list(2_500_000, "{}")+`}`)
	}
	must(t, in.Close())
	wantNamed(t, in.path)
}

// TestNoFileAtAll: what lies in the journal's place is no file, or never ends.
func TestNoFileAtAll(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a pipe":            func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"an endless device": func(path string) error { return os.Symlink("/dev/zero", path) },
		"a link to itself":  func(path string) error { return os.Symlink(path, path) },
		"an age file":       func(path string) error { return os.WriteFile(path, []byte("age-encryption.org/v1\n-> scrypt "), 0o600) },
		"a text":            func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("Dear diary. "), 1<<20), 0o600) },
		"a hole":            func(path string) error { return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 1<<40)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.goldseam")
			must(t, put(path))
			wantRefused(t, path)
		})
	}
}

// TestBesideTheFile: a pipe or a link in the places where SQLite looks for more.
func TestBesideTheFile(t *testing.T) {
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		for name, put := range map[string]func(path string) error{
			"pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
			"folder": func(path string) error { return os.Mkdir(path, 0o700) },
			"link":   func(path string) error { return os.Symlink("/dev/zero", path) },
		} {
			t.Run(name+suffix, func(t *testing.T) {
				c, _ := place(t)
				must(t, put(c.path+suffix))
				wantRefused(t, c.path)
			})
		}
	}
	c, s := place(t)
	grown := append(bytes.Clone(s.file), 0)
	must(t, os.WriteFile(c.path, grown, 0o600))
	must(t, os.Truncate(c.path, 3<<30)) // a hole behind the last page
	wantRefused(t, c.path)
}

// TestLinkToAJournal: a journal may lie behind a link, in a folder that is carried along.
func TestLinkToAJournal(t *testing.T) {
	c, s := place(t)
	link := filepath.Join(t.TempDir(), "here.goldseam")
	must(t, os.Symlink(c.path, link))
	if found := costOf(t, link); found.Refused != "" || found.Faults > 0 || found.Moments != len(s.state.Moments) {
		t.Errorf("%+v", found)
	}
}

// TestManyMomentsOpen: more than a couple writes in a lifetime opens, and is
// within the same memory. With GOLDSEAM_TORTURE it is a hundred thousand.
func TestManyMomentsOpen(t *testing.T) {
	c := newCouple(t)
	n := 20_000
	if os.Getenv("GOLDSEAM_TORTURE") != "" {
		n = 100_000
	}
	must(t, c.writeMany(n-2))
	must(t, c.Close())
	info, err := os.Stat(c.path)
	must(t, err)
	found := costOf(t, c.path)
	if found.Refused != "" || found.Faults > 0 || found.Moments != n {
		t.Errorf("%+v", found)
	}
	t.Logf("%d MiB on the disk", info.Size()>>20)
}
