//go:build e2e

package app

import (
	"bufio"
	"database/sql"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"goldseam.app/assets"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// Kinds of what is looked for in the memory.
const (
	inKeys        = "keys"
	inPassphrases = "passphrases"
	inCodes       = "codes"
	inDraft       = "draft"
	inShared      = "shared"
)

// memoryDraft is what Eli writes, and nobody opens.
const memoryDraft = "The kettle sang twice before either of us said a word of it."

// After which times the memory is read: the lock has just been, and the toolkit
// has forgotten what it drew.
const (
	afterLock   = 2 * time.Second
	afterForget = forgetLater + 5*time.Second
)

// TestWindowForgetsAtLock reads the memory of the program while both are present,
// and twice after the lock: no key is there any more, and of words no more than
// the file testdata/memory-after-lock.txt allows. After the end nothing is left.
func TestWindowForgetsAtLock(t *testing.T) {
	r := newRobot(t)
	noor, eli := r.sampleCouple()
	secrets := r.secrets(noor, eli)
	r.quiet = true
	r.start()
	typed := r.typePassphrase(noor, secrets)
	r.comeIn(noor, eli)
	r.readAndWrite(noor)
	open := r.inMemory(secrets)
	r.press("ctrl+l")
	r.screen("Unlock")
	locked := time.Now()
	time.Sleep(afterLock)
	soon := r.inMemory(secrets)
	time.Sleep(time.Until(locked.Add(afterForget)))
	later := r.inMemory(secrets)
	for kind, most := range r.ceilings() {
		t.Logf("in memory: %-11s of %3d: %3d while open, %3d after %v (at most %d), %3d after %v (at most %d)", kind, secrets.of[kind],
			open[kind], soon[kind], afterLock, most[0], later[kind], afterForget, most[1])
		if soon[kind] > most[0] || later[kind] > most[1] {
			t.Errorf("%s: too much of them is left in memory", kind)
		}
	}
	if typed[inPassphrases] == 0 || open[inKeys] == 0 || open[inCodes] == 0 || open[inDraft] == 0 || open[inShared] == 0 {
		t.Error("nothing of a kind is found before the lock; the test would prove nothing")
	}
	files := r.openFiles()
	if err := r.signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	r.nothingLeft(files)
}

// secrets are what is looked for, and how many there are of each kind.
type secrets struct {
	finder
	of map[string]int
}

func (s *secrets) text(kind, text string) {
	s.addText(fmt.Sprint(kind, " ", s.of[kind]), text)
	s.of[kind]++
}

func (s *secrets) key(key []byte) {
	s.addKey(fmt.Sprint(inKeys, " ", s.of[inKeys]), key)
	s.of[inKeys]++
}

// secrets gathers all that is secret in the journal of both.
func (r *robot) secrets(both ...person) *secrets {
	r.t.Helper()
	s := &secrets{of: map[string]int{}}
	for _, p := range both {
		s.text(inPassphrases, p.pass)
		s.text(inCodes, p.code)
	}
	s.text(inDraft, memoryDraft)
	for _, end := range r.sayings(both...) {
		s.text(inShared, end)
	}
	r.keysInto(s, both...)
	return s
}

// keysInto opens the keys in the file as the program does: those of the partners
// with their passphrases, and with these the journal's and those they sign with.
func (r *robot) keysInto(s *secrets, both ...person) {
	r.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+r.journal+"?mode=ro")
	if err != nil {
		r.t.Fatal(err)
	}
	defer db.Close()
	var id string
	if err := db.QueryRow(`SELECT id FROM journal`).Scan(&id); err != nil {
		r.t.Fatal(err)
	}
	for i, p := range both {
		row := fmt.Sprint(i + 1)
		var slot vault.Slot
		var sealed []byte
		err := db.QueryRow(`SELECT s.kind, s.memory, s.time, s.threads, s.salt, s.sealed, k.sealed FROM slot s JOIN keyring k
			ON k.partner = s.partner WHERE s.partner = ? AND s.kind = 1`, i+1).
			Scan(&slot.Kind, &slot.Params.Memory, &slot.Params.Time, &slot.Params.Threads, &slot.Salt, &slot.Sealed, &sealed)
		if err != nil {
			r.t.Fatal(err)
		}
		key, err := slot.OpenPassphrase(r.t.Context(), id, row, p.pass)
		if err != nil {
			r.t.Fatal(err)
		}
		plain, err := vault.Open(&key, vault.Bind{Purpose: "keyring", Journal: id, Row: row}, sealed)
		var ring struct{ Journal, Seed []byte }
		if err != nil || json.Unmarshal(plain, &ring) != nil {
			r.t.Fatal(err)
		}
		s.key(key[:])
		s.key(ring.Seed)
		if i == 0 {
			s.key(ring.Journal)
		}
	}
}

// sayings are the ends of all sentences that the couple shared, and that each keeps.
func (r *robot) sayings(both ...person) []string {
	r.t.Helper()
	all, ours := r.written(both...), shippedTexts(r.t)
	var ends []string
	for _, words := range sampleSayings() {
		if len(words) < 24 || !strings.Contains(all, words) {
			continue
		}
		end := words[len(words)-18:] // how a sentence begins is often the course's
		if !strings.Contains(ours, end) {
			ends = append(ends, end)
		}
	}
	if len(ends) < 50 {
		r.t.Fatalf("only %d sentences; the test would prove little", len(ends))
	}
	return ends
}

// shippedTexts are what the program's own pages say.
func shippedTexts(t testing.TB) string {
	t.Helper()
	var all strings.Builder
	err := fs.WalkDir(assets.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".toml") {
			return err
		}
		text, err := assets.FS.ReadFile(path)
		all.Write(text)
		return err
	})
	if err != nil || all.Len() < 10_000 {
		t.Fatalf("%d bytes, %v", all.Len(), err)
	}
	return all.String()
}

// written is everything that is in the journal, shared or not, as JSON.
func (r *robot) written(both ...person) string {
	r.t.Helper()
	var all strings.Builder
	for i, p := range both {
		j, err := journal.Open(r.t.Context(), r.journal, journal.Options{Now: now})
		if err != nil {
			r.t.Fatal(err)
		}
		if err := j.Unlock(r.t.Context(), journal.Partner(i+1), p.pass); err != nil {
			r.t.Fatal(err)
		}
		all.WriteString(content(r.t, j))
		c := builtInCourse()
		for _, step := range c.Steps {
			for _, e := range step.Exercises {
				for _, d := range j.Drafts(e.ID) {
					all.Write(d.Answer)
				}
			}
		}
		if err := j.Close(); err != nil {
			r.t.Fatal(err)
		}
	}
	return all.String()
}

// typePassphrase types a passphrase, looks into the memory, and takes it out of
// the field again.
func (r *robot) typePassphrase(p person, s *secrets) map[string]int {
	r.t.Helper()
	r.screen("Unlock")
	r.to("Passphrase")
	r.write(p.pass)
	typed := r.inMemory(s)
	r.press("ctrl+a")
	r.press("BackSpace")
	return typed
}

// readAndWrite has Eli write and copy what stays unopened, look at all places, and
// hand the laptop over with a code.
func (r *robot) readAndWrite(noor person) {
	r.t.Helper()
	r.choose("Answer · 3 min")
	r.screen("CheckInAnswer")
	r.to("What helped, what hurt …")
	r.write(memoryDraft)
	r.press("ctrl+a")
	r.press("ctrl+c")
	time.Sleep(2 * time.Second) // it is saved
	r.visitAll()
	r.choose("Hand over")
	r.take(noor)
	r.press("ctrl+5")
	r.screen("Timeline")
}

// visitAll goes to every place of the menu, and ends on Today.
func (r *robot) visitAll() {
	r.t.Helper()
	for _, at := range [][2]string{
		{"ctrl+2", "Path"}, {"ctrl+3", "Agreements"}, {"ctrl+4", "CheckIns"}, {"ctrl+5", "Timeline"}, {"ctrl+6", "Summary"}, {"ctrl+1", "Today"},
	} {
		r.press(at[0])
		r.screen(at[1])
	}
}

// inMemory counts by kind which of the secrets the program's memory holds.
func (r *robot) inMemory(s *secrets) map[string]int {
	r.t.Helper()
	found := map[string]int{}
	r.eachRegion(func(memory []byte) { s.find(memory, found) })
	kinds := map[string]int{}
	for name := range found {
		kind, _, _ := strings.Cut(name, " ")
		kinds[kind]++
	}
	return kinds
}

// eachRegion reads what the program can write to. The rest is files, as the
// program's own, which holds the sample couple's sentences for the sample.
func (r *robot) eachRegion(look func([]byte)) {
	r.t.Helper()
	proc := fmt.Sprintf("/proc/%d/", r.cmd.Process.Pid)
	maps, err := os.Open(proc + "maps")
	if err != nil {
		r.t.Fatal(err)
	}
	defer maps.Close()
	memory, err := os.Open(proc + "mem")
	if err != nil {
		r.t.Fatalf("the memory of another program can't be read here; this test runs as root: %v", err)
	}
	defer memory.Close()
	read := 0
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to int64
		var mode string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &mode); err != nil || !strings.HasPrefix(mode, "rw") {
			continue
		}
		region := make([]byte, to-from)
		n, _ := memory.ReadAt(region, from) // what a device holds can't be read
		look(region[:n])
		read += n
	}
	if read < 8<<20 {
		r.t.Fatalf("only %d bytes of memory were read", read)
	}
}

// ceilings are how many of each kind may be left after the lock: soon, and later.
func (r *robot) ceilings() map[string][2]int {
	r.t.Helper()
	ceilings := map[string][2]int{}
	for line := range strings.Lines(r.read("testdata/memory-after-lock.txt")) {
		var kind string
		var most [2]int
		if n, _ := fmt.Sscan(line, &kind, &most[0], &most[1]); n == 3 && !strings.HasPrefix(kind, "#") {
			ceilings[kind] = most
		}
	}
	if len(ceilings) != 5 {
		r.t.Fatalf("ceilings: %v", ceilings)
	}
	return ceilings
}

// openFiles are the files that the program has open or in its memory.
func (r *robot) openFiles() []string {
	r.t.Helper()
	proc := fmt.Sprintf("/proc/%d/", r.cmd.Process.Pid)
	var paths []string
	for _, folder := range []string{"fd", "map_files"} {
		entries, err := os.ReadDir(proc + folder)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, e := range entries {
			if path, err := os.Readlink(filepath.Join(proc, folder, e.Name())); err == nil {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// nothingLeft looks for what outlives the program: a process of it, files in the
// places for what is short-lived, and a core file.
func (r *robot) nothingLeft(files []string) {
	r.t.Helper()
	for _, path := range files {
		short := strings.HasPrefix(path, "/dev/shm/") || strings.HasPrefix(path, "/tmp/") && !strings.HasPrefix(path, filepath.Dir(r.home))
		if short && exists(path) {
			r.t.Errorf("%s is left", path)
		}
	}
	environments, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, path := range environments {
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), "GOLDSEAM_TRACE="+r.traceFile()) {
			r.t.Errorf("%s still runs", filepath.Dir(path))
		}
	}
	err := filepath.WalkDir(r.home, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), "core") {
			r.t.Errorf("%s is a core file", path)
		}
		return err
	})
	if err != nil {
		r.t.Error(err)
	}
}
