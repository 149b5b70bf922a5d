package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/mattn/go-sqlite3"
)

// What a file may ask for. Each limit lies far above what two people write in
// years, and is asked before the bytes are read: a file that was made to exhaust
// the computer is refused while it is still cheap.
const (
	maxFile   = 2 << 30   // bytes of the file, and of what SQLite keeps beside it
	maxLog    = 256 << 20 // bytes of the write-ahead log, which SQLite reads at once
	maxUndo   = 1 << 20   // bytes of a rollback journal, which we need for a page or two
	maxHeap   = 64 << 20  // bytes that SQLite may hold at one time; what it knows of tables, too
	maxEvents = 150_000
	maxLedger = 256 << 20 // bytes of all heads and bodies
	maxHead   = 256 << 10 // bytes of one sealed head
	maxRows   = 50_000    // rows of own writing
	maxRow    = 1 << 20   // bytes of one mark, or of one row of own writing
	maxOwn    = 256 << 20 // bytes of all own writing
	maxTables = 16        // entries of the schema
	maxSQL    = 64 << 10  // bytes of one statement
	maxDepth  = 64        // lists and objects inside each other
	maxList   = 20_000    // elements of all lists in one head, body or row
	maxLists  = 1_500_000 // elements of all lists in the ledger
	idLength  = 32        // hex digits
)

// What may be written stays below what can be read: nothing that was saved may
// turn out too large. The last tenth is kept for what must be possible at any
// time, such as leaving an agreement.
const (
	mostRow    = maxBlob - 1<<10 // bytes of one event: SQLite's limit is for the whole row
	mostEvents = maxEvents / 10 * 9
	mostLedger = maxLedger / 10 * 9
	mostRows   = maxRows / 10 * 9
	mostList   = maxList / 2 // elements of all lists in one draft
	fewBytes   = 16 << 10    // so little can't hold too long a list
)

// roomFor says whether an event could be read again: ErrNoRoom.
func (j *Journal) roomFor(e *entry, row sealedEvent) error {
	events, bytes := int64(maxEvents), int64(maxLedger)
	if _, ordinary := lastPhase[e.head.Kind]; ordinary {
		events, bytes = mostEvents, mostLedger
	}
	switch {
	case e.seq > events, j.size+row.bytes() > bytes, row.bytes() > mostRow, len(row.head) > maxHead:
		return ErrNoRoom
	case len(row.body) <= fewBytes:
		return nil
	}
	if n, err := countElements(mustJSON(e.words)); err != nil || n > maxList {
		return ErrNoRoom
	}
	return nil
}

// limitConnection sets SQLite's own limits.
func limitConnection(c *sqlite3.SQLiteConn) {
	c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, maxBlob)
	c.SetLimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, maxSQL)
	c.SetLimit(sqlite3.SQLITE_LIMIT_COLUMN, 32)
	c.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
	c.SetLimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
}

// checkSizes wants plain files of a size that can be read at path, and at the
// names where SQLite looks for more of it: beside the file itself, not a link.
func checkSizes(path string) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	for suffix, most := range map[string]int64{"": maxFile, "-wal": maxLog, "-shm": maxLog, "-journal": maxUndo} {
		info, err := os.Lstat(path + suffix)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return fmt.Errorf("%w: %w", ErrCannotWrite, err)
		case !info.Mode().IsRegular():
			return fmt.Errorf("%w: no plain file at %q", ErrDamaged, suffix)
		case info.Size() > most:
			return fmt.Errorf("%w: %d bytes at %q", ErrDamaged, info.Size(), suffix)
		}
	}
	if err := checkUndo(path + "-journal"); err != nil {
		return err
	}
	return checkLog(path + "-wal")
}

// checkLimits refuses a database that holds other tables than ours, or more than
// a journal ever does. What is missing is found later, and named.
func checkLimits(ctx context.Context, db *sql.DB) error {
	if err := checkSchema(ctx, db); err != nil {
		return damagedUnless(err)
	}
	for _, l := range []struct {
		query       string
		rows, bytes int64
	}{
		{`SELECT count(*), coalesce(sum(size), 0) FROM (
			SELECT 32 + iif(octet_length(head) <= 262144, octet_length(head), 0)
				+ iif(octet_length(body) <= 8388608, octet_length(body), 0) AS size FROM event LIMIT ?)`, maxEvents, maxLedger},
		{`SELECT count(*), coalesce(sum(size), 0) FROM (
			SELECT 32 + iif(octet_length(mark) <= 1048576, octet_length(mark), 0)
				+ iif(octet_length(sealed) <= 1048576, octet_length(sealed), 0) AS size FROM private LIMIT ?)`, maxRows, maxOwn},
	} {
		var rows, bytes int64
		if db.QueryRowContext(ctx, l.query, l.rows+1).Scan(&rows, &bytes) != nil {
			continue // damaged pages or a table that is missing: found again when it is read, and named
		}
		if rows > l.rows || bytes > l.bytes {
			return fmt.Errorf("%w: %d rows of %d bytes", ErrDamaged, rows, bytes)
		}
	}
	return nil
}

// schemaEntry is one row of SQLite's own table of tables.
type schemaEntry struct{ kind, name, table, sql string }

// checkSchema wants every table, index, view and trigger to be one of ours, to
// the letter: others could make reading endless, or undo what was saved.
func checkSchema(ctx context.Context, db *sql.DB) error {
	ours, err := ourSchema()
	if err != nil {
		return err
	}
	there, err := readSchema(ctx, db)
	if err != nil {
		return err
	}
	for _, e := range there {
		if !ours[e] {
			return fmt.Errorf("%w: a %s that is not ours", ErrDamaged, e.kind)
		}
	}
	return nil
}

func readSchema(ctx context.Context, db *sql.DB) ([]schemaEntry, error) {
	rows, err := db.QueryContext(ctx, `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema LIMIT ?`, maxTables+1)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []schemaEntry
	for rows.Next() {
		var e schemaEntry
		if err := rows.Scan(&e.kind, &e.name, &e.table, &e.sql); err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, rows.Err()
}

// ourSchema is what the migrations make.
var ourSchema = sync.OnceValues(func() (map[schemaEntry]bool, error) {
	ctx := context.Background()
	db, err := sql.Open(driverName, "file::memory:?mode=memory")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	text, err := migrations.ReadFile("migrations/0001_journal.sql")
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, string(text)); err != nil {
		return nil, err
	}
	all, err := readSchema(ctx, db)
	ours := map[schemaEntry]bool{}
	for _, e := range all {
		ours[e] = true
	}
	return ours, err
})

// validID reports whether id has the shape of those that we make. A journal's id
// is a part of file names, so nothing else may stand in it.
func validID(id string) bool {
	if len(id) != idLength {
		return false
	}
	for _, c := range []byte(id) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// The columns as they are read: what is larger than it can be comes as one byte
// that opens with no key, and is named in its place. SQLite doesn't read it.
const (
	idColumn   = `iif(octet_length(id) = 32, id, '')`
	headColumn = `iif(octet_length(head) <= 262144, head, x'00')`
	bodyColumn = `iif(octet_length(body) <= 8388608, body, x'00')`
	markColumn = `iif(octet_length(mark) <= 1048576, mark, x'00')`
	ownColumn  = `iif(octet_length(sealed) <= 1048576, sealed, x'00')`
)

var errTooMuch = errors.New("it asks for more than a journal ever needs")

// countElements gives the number of elements of all lists in JSON, before any of
// it is decoded: three bytes of a list can become hundreds in memory. It refuses
// what is deep. Broken JSON is left to the decoder.
func countElements(b []byte) (n int64, err error) {
	var list [maxDepth + 1]bool // whether what is open at that depth is a list
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i = endOfString(b, i)
		case '[', '{':
			if depth++; depth > maxDepth {
				return n, errTooMuch
			}
			if list[depth] = b[i] == '['; list[depth] {
				n++
			}
		case ']', '}':
			depth = max(0, depth-1)
		case ',':
			if list[depth] {
				n++
			}
		}
	}
	return n, nil
}

// endOfString gives the place of the quote that ends the string that begins at i.
func endOfString(b []byte, i int) int {
	for i++; i < len(b) && b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return i
}

// allow takes the elements of b's lists from what one value, and the whole
// ledger if left is not nil, may have.
func allow(b []byte, left *atomic.Int64) error {
	n, err := countElements(b)
	if err != nil {
		return err
	}
	if n > maxList || left != nil && left.Add(-n) < 0 {
		return errTooMuch
	}
	return nil
}
