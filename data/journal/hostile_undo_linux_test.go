package journal

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

// TestHostileUndo: a rollback journal would put back a first page whose schema is
// long. The file is refused before, and stays as it is.
func TestHostileUndo(t *testing.T) {
	c, s := place(t)
	view := "INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n"
	spoilApart(t, c.path, upTo(100_000)+view)
	file, err := os.ReadFile(c.path)
	must(t, err)
	const page = 4096
	first := bytes.Clone(file[:page])
	copy(file[:page], s.file[:page])
	copy(file[24:32], first[24:32])   // change counter, pages
	copy(file[92:100], first[92:100]) // valid for
	must(t, os.WriteFile(c.path, file, 0o600))
	_ = os.Remove(c.path + "-wal")
	_ = os.Remove(c.path + "-shm")
	head := make([]byte, 512)
	copy(head, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
	binary.BigEndian.PutUint32(head[8:], 1)
	binary.BigEndian.PutUint32(head[16:], uint32(len(file)/page))
	binary.BigEndian.PutUint32(head[20:], 512)
	binary.BigEndian.PutUint32(head[24:], page)
	sum := uint32(0)
	for i := page - 200; i > 0; i -= 200 {
		sum += uint32(first[i])
	}
	undo := binary.BigEndian.AppendUint32(head, 1)
	undo = append(undo, first...)
	undo = binary.BigEndian.AppendUint32(undo, sum)
	must(t, os.WriteFile(c.path+"-journal", undo, 0o600))
	wantRefused(t, c.path)
	after, err := os.ReadFile(c.path)
	must(t, err)
	if !bytes.Equal(after, file) {
		t.Error("the file was changed")
	}
}
