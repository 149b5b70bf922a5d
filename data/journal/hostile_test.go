package journal

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"goldseam.app/data/vault"
)

// spoil changes a journal's file with a plain SQLite, which has none of our limits.
// It is still open when it is given back.
func spoil(t testing.TB, path string, queries ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	for _, q := range append([]string{
		"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
		"PRAGMA ignore_check_constraints = ON", "PRAGMA writable_schema = ON",
	}, queries...) {
		run(t, db, q)
	}
	return db
}

// upTo begins a query with a table n of the numbers from 1.
func upTo(n int) string {
	return fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ", n)
}

// forgeRaw writes an event whose words are any text at all.
func (in *insider) forgeRaw(t testing.TB, body string) int64 {
	t.Helper()
	e := entry{head: head{Kind: KindSet, Authors: []Partner{First}, Facts: facts{Thing: newID(), Version: 1}}}
	row, err := in.seal(&e, in.sigs)
	must(t, err)
	random := make([]byte, 32)
	rand.Read(random)
	hash := vault.WordsHash(random, []byte(body))
	e.head.Words = hash[:]
	e.raw = mustJSON(e.head)
	e.hash = vault.EventHash(in.id, e.id, e.raw)
	signed := map[int][]byte{1: in.seed.Sign(e.hash[:])}
	row.head = vault.Seal(in.key, headBind(in.id, e.id), packHead(e.raw, signed))
	row.body = vault.Seal(in.key, bodyBind(in.id, e.id), append(random, body...))
	in.last.Number, in.last.OnIt, in.last.Hash = e.seq, e.head.Number, e.hash[:]
	must(t, inTx(context.Background(), in.db, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.Exec("INSERT INTO event VALUES (?, ?, ?, ?)", row.seq, row.id, row.head, row.body); err != nil {
			return err
		}
		return in.writeTip(ctx, tx, in.last)
	}))
	in.keepState()
	return e.seq
}

// keepRaw writes a row of the first partner's own that holds any text at all.
func (in *insider) keepRaw(t testing.TB, row string) {
	t.Helper()
	id := newID()
	sealed := vault.Seal(&in.here[0].key, in.ownBind(id), []byte(row))
	h := sha256.Sum256(sealed)
	m := mark{Owner: First, Revision: 1, Hash: h[:]}
	must(t, inTx(context.Background(), in.db, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO private VALUES (?, ?, ?)", id, vault.Seal(in.key, in.markBind(id), mustJSON(m)), sealed)
		if err != nil {
			return err
		}
		in.last.Private[id] = 1
		return in.writeTip(ctx, tx, in.last)
	}))
}

// nested is JSON of that many lists inside each other.
func nested(levels int) string { return strings.Repeat("[", levels) + strings.Repeat("]", levels) }

// list is JSON of a list of that many elements.
func list(n int, element string) string {
	return "[" + strings.Repeat(element+",", n-1) + element + "]"
}

// TestHugeColumnIsNamedInItsPlace: a column that is larger than it can be is
// named by its number, and the rest can be read.
func TestHugeColumnIsNamedInItsPlace(t *testing.T) {
	for _, x := range []struct {
		query string
		want  Fault
	}{
		{"UPDATE event SET head = zeroblob(9000000) WHERE seq = 5", Fault{5, placeEvent, whatHead}},
		{"UPDATE event SET body = zeroblob(9000000) WHERE seq = 5", Fault{5, placeEvent, whatWords}},
		{"UPDATE event SET id = printf('%.*c', 9000000, 'x') WHERE seq = 5", Fault{5, placeEvent, whatHead}},
		{"UPDATE private SET mark = zeroblob(9000000)", Fault{0, placePrivate, whatMark}},
		{"UPDATE private SET sealed = zeroblob(9000000)", Fault{0, placePrivate, whatDiffers}},
		{"UPDATE tip SET sealed = zeroblob(9000000)", Fault{0, placeLedger, whatTip}},
	} {
		c, s := place(t)
		must(t, spoil(t, c.path, x.query).Close())
		found := c.faultsAfter(t)
		wantFault(t, found, x.want)
		if n := len(c.State().Moments); n < len(s.state.Moments)-1 {
			t.Errorf("%s: only %d moments are left", x.query, n)
		}
	}
}

// TestForeignSchemaIsRefused: a table that is not ours, or not as we made it,
// could change what is saved or make reading endless.
func TestForeignSchemaIsRefused(t *testing.T) {
	for name, queries := range map[string][]string{
		"a table":              {"CREATE TABLE more (a)"},
		"an index":             {"CREATE INDEX more ON event (body)"},
		"a trigger":            {"CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM event; END"},
		"a view for a table":   {"ALTER TABLE event RENAME TO real", "CREATE VIEW event AS SELECT * FROM real"},
		"a generated column":   {"ALTER TABLE event ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(head)) VIRTUAL"},
		"a default":            {"ALTER TABLE event ADD COLUMN more BLOB DEFAULT x'00'"},
		"a check less":         {"UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (partner IN (1, 2))', '') WHERE name = 'slot'"},
		"a table that shadows": {"CREATE VIRTUAL TABLE more USING fts4(a)"},
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := place(t)
			must(t, spoil(t, c.path, queries...).Close())
			_, err := Open(t.Context(), c.path, c.opt)
			wantErr(t, err, ErrDamaged)
			_, err = Restore(t.Context(), c.path, filepath.Join(t.TempDir(), "target"), c.opt)
			wantErr(t, err, ErrDamaged)
		})
	}
}

// TestForeignShapeIsRefused: pages and letters as we never write them.
func TestForeignShapeIsRefused(t *testing.T) {
	for name, change := range map[string]func([]byte){
		"a page of 65536": func(b []byte) { b[16], b[17] = 0, 1 },
		"a page of 512":   func(b []byte) { b[16], b[17] = 2, 0 },
		"UTF-16":          func(b []byte) { b[59] = 2 },
		"no encoding":     func(b []byte) { b[59] = 9 },
		"a file version":  func(b []byte) { b[19] = 3 },
		"a deep schema":   func(b []byte) { b[100] = 5 },
		"a long schema":   func(b []byte) { b[103] = 1 },
	} {
		c, s := place(t)
		file := slices.Clone(s.file)
		change(file)
		must(t, os.WriteFile(c.path, file, 0o600))
		if _, err := Open(t.Context(), c.path, c.opt); err == nil {
			t.Errorf("%s: opened", name)
		}
		wantUntouched(t, c.path, file)
	}
}

// TestIDThatIsAPath: the journal's id becomes a file name in the state folder,
// so one that leads elsewhere is refused, also before restoring.
func TestIDThatIsAPath(t *testing.T) {
	for _, id := range []string{"../../../../../../../../tmp/goldse", "..", "", strings.Repeat("A", 32), strings.Repeat("/", 32), strings.Repeat("a", 31) + "\n"} {
		c, _ := place(t)
		must(t, spoil(t, c.path, "UPDATE journal SET id = '"+id+"'").Close())
		_, err := Open(t.Context(), c.path, c.opt)
		wantErr(t, err, ErrDamaged)
		dir := t.TempDir()
		_, err = Restore(t.Context(), c.path, filepath.Join(dir, "target"), Options{StateDir: filepath.Join(dir, "state")})
		wantErr(t, err, ErrDamaged)
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%q left %v", id, left)
		}
	}
}

// TestWordsThatGrow: what an insider sealed, and what would take a thousand times
// its room once it is read, is named; the rest opens.
func TestWordsThatGrow(t *testing.T) {
	for name, body := range map[string]string{
		"deep":         `{"parts":` + nested(100_000) + `}`,
		"deep objects": strings.Repeat(`{"parts":[`, 100_000),
		"wide":         `{"parts":` + list(2_000_000, "{}") + `}`,
		"wide nulls":   `{"steps":` + list(1_500_000, "null") + `}`,
		"ten million":  `{"steps":` + list(10_000_000, `1`) + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			in := newInsider(t)
			if len(body) > maxBlob {
				if err := tooLarge(in, body); err == nil {
					t.Error("it was written")
				}
				return
			}
			n := len(in.State().Moments)
			seq := in.forgeRaw(t, body)
			wantFault(t, in.faultsAfter(t), Fault{seq, placeEvent, whatWords})
			if len(in.State().Moments) != n {
				t.Errorf("%d moments, want %d", len(in.State().Moments), n)
			}
		})
	}
}

// tooLarge tries to write a body that no column takes.
func tooLarge(in *insider, body string) error {
	_, err := in.db.Exec("INSERT INTO event VALUES (9999, ?, x'00', ?)", newID(), []byte(body))
	return classify(err)
}

func TestOwnWritingThatGrows(t *testing.T) {
	for name, row := range map[string]string{
		"deep": `{"kind":"draft","exercise":"before.here","part":"x","revision":1,"answer":` + nested(100_000) + `}`,
		"wide": `{"kind":"draft","exercise":"before.here","part":"x","revision":1,"answer":` + list(400_000, "1") + `}`,
		"long": `{"kind":"draft","exercise":"before.here","part":"x","revision":1,"text":"` + strings.Repeat("x", 2<<20) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			in := newInsider(t)
			in.keepRaw(t, row)
			wantFault(t, in.faultsAfter(t), Fault{0, placePrivate, whatDiffers})
		})
	}
}

func TestCountElements(t *testing.T) {
	for in, want := range map[string]int64{
		``: 0, `{}`: 0, `[]`: 1, `[1,2,3]`: 3, `{"a":1,"b":2}`: 0, `{"a":"[,,,]"}`: 0, `{"a":"\"[,,"}`: 0, `["\\",","]`: 2,
		`[[1,2],[3]]`: 5, `[{"a":1,"b":[1,2]},2]`: 4, `]]],`: 0, `"open`: 0, `"open\`: 0,
	} {
		if n, err := countElements([]byte(in)); err != nil || n != want {
			t.Errorf("%s has %d elements, %v; want %d", in, n, err, want)
		}
	}
	if _, err := countElements([]byte(nested(maxDepth))); err != nil {
		t.Error(err)
	}
	_, err := countElements([]byte(nested(maxDepth + 1)))
	wantErr(t, err, errTooMuch)
}

// TestElementsOfTheWholeLedger: many values that are each small enough are
// together too much.
func TestElementsOfTheWholeLedger(t *testing.T) {
	var left atomic.Int64
	left.Store(5)
	s := strict{left: &left}
	var v []int
	must(t, s.decode([]byte("[1,2,3]"), &v))
	wantErr(t, s.decode([]byte("[1,2,3]"), &v), errTooMuch)
	must(t, decodeStrict([]byte(list(maxList, "1")), &v))
	wantErr(t, decodeStrict([]byte(list(maxList+1, "1")), &v), errTooMuch)
}

// TestHonestSizesAreFarFromTheLimits: the largest text that can be pasted into
// every part of the largest exercise, and what a long life together fills.
func TestHonestSizesAreFarFromTheLimits(t *testing.T) {
	c := newCouple(t)
	const parts = 12
	for _, p := range []Partner{First, Second} {
		for i := range parts {
			c.write(t, p, "before.here", fmt.Sprint("part ", i), strings.Repeat("“w”", 20_000))
		}
		must(t, c.Finish(t.Context(), "before.here"))
	}
	_, err := c.OpenTogether(t.Context(), plainOpening("before.here"))
	must(t, err)
	want := c.State()
	c.comeAgain(t)
	if f := c.Faults(); len(f) > 0 {
		t.Fatal(f)
	}
	if !reflect.DeepEqual(c.State().Reflections, want.Reflections) {
		t.Error("other words came back")
	}
	var answers []json.RawMessage
	for _, r := range c.State().Reflections {
		for _, p := range r.Parts {
			answers = append(answers, p.Answers[0], p.Answers[1])
		}
	}
	n, err := countElements(mustJSON(answers))
	if err != nil || n*100 > maxList {
		t.Errorf("%d elements, %v", n, err)
	}
}
