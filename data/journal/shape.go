package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// SQLite reads the whole schema before it does anything else, and takes minutes
// for a million tables. So the first page is looked at before SQLite may: in the
// file, and in the log, where a newer one may stand. The numbers in this file are
// those of sqlite.org/fileformat2.html.
const (
	headerSize  = 100 // of the file, at the beginning of the first page
	leafSize    = 8   // of the header of a leaf of a b-tree, after it
	leafOfTable = 13
	logHeader   = 32
	logMagic    = 0x377f0682 // or one more
	frameHeader = 24
	maxCell     = 1<<14 - 1 // bytes of one entry: what two bytes can say
)

// checkShape looks at the first page of a file with our mark: whether SQLite
// would read it the way we wrote it.
func checkShape(f io.ReaderAt, header []byte) error {
	pageSize := binary.BigEndian.Uint16(header[16:])
	encoding := binary.BigEndian.Uint32(header[56:])
	switch {
	case pageSize != 4096 && pageSize != 8192: // what SQLite chooses by itself
		return fmt.Errorf("%w: pages of %d bytes", ErrDamaged, pageSize)
	case header[18] > 2 || header[19] > 2 || header[18] == 0 || header[19] == 0:
		return fmt.Errorf("%w: file versions %d and %d", ErrDamaged, header[18], header[19])
	case encoding != 1: // UTF-8
		return fmt.Errorf("%w: encoding %d", ErrDamaged, encoding)
	}
	page := make([]byte, pageSize)
	if _, err := f.ReadAt(page, 0); err != nil {
		return fmt.Errorf("%w: its first page: %w", ErrDamaged, err)
	}
	return checkFirstPage(page)
}

// checkFirstPage wants the schema to be a few short entries, as ours is.
func checkFirstPage(page []byte) error {
	kind, entries := page[headerSize], int(binary.BigEndian.Uint16(page[headerSize+3:]))
	if kind != leafOfTable || entries > maxTables {
		return fmt.Errorf("%w: a schema of kind %d with %d entries", ErrDamaged, kind, entries)
	}
	for i := range entries {
		at := int(binary.BigEndian.Uint16(page[headerSize+leafSize+2*i:]))
		if at+1 >= len(page) || page[at] >= 0x80 && page[at+1] >= 0x80 { // a third byte of its length follows
			return fmt.Errorf("%w: entry %d of the schema is longer than %d bytes", ErrDamaged, i, maxCell)
		}
	}
	return nil
}

// checkUndo does the same with every first page in the rollback journal at path,
// which SQLite puts back into the file before it reads anything. It is known by
// the bytes that begin a file. A page that was cut short counts as far as it goes.
func checkUndo(path string) error {
	b, err := os.ReadFile(path) // no more than maxUndo
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	begin := []byte("SQLite format 3\x00")
	for at := bytes.Index(b, begin); at >= 0; at = bytes.Index(b, begin) {
		page := make([]byte, 8192)
		copy(page, b[at:])
		if len(b)-at >= headerSize+leafSize {
			if err := checkFirstPage(page); err != nil {
				return err
			}
		}
		b = b[at+len(begin):]
	}
	return nil
}

// checkLog does the same with every first page in the write-ahead log at path.
func checkLog(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotWrite, err)
	}
	defer f.Close()
	header := make([]byte, logHeader)
	if !readsAll(f, header, 0) || binary.BigEndian.Uint32(header)&^1 != logMagic {
		return nil // SQLite ignores a log without a header, such as a crash leaves
	}
	size := binary.BigEndian.Uint32(header[8:])
	if size != 4096 && size != 8192 {
		return fmt.Errorf("%w: pages of %d bytes in the log", ErrDamaged, size)
	}
	return checkFrames(f, int64(size))
}

// checkFrames goes through the log to its end. A frame that was cut short counts
// for nothing, to SQLite as here.
func checkFrames(f io.ReaderAt, size int64) error {
	header, page := make([]byte, frameHeader), make([]byte, size)
	for at := int64(logHeader); readsAll(f, header, at); at += frameHeader + size {
		if binary.BigEndian.Uint32(header) != 1 || !readsAll(f, page, at+frameHeader) {
			continue
		}
		if err := checkFirstPage(page); err != nil {
			return err
		}
	}
	return nil
}

// readsAll fills b from the place at, if there is as much.
func readsAll(f io.ReaderAt, b []byte, at int64) bool {
	_, err := f.ReadAt(b, at)
	return err == nil
}
