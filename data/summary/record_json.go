package summary

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// The errors of ReadJSON, besides those of the reader.
var (
	ErrNoRecord    = errors.New("not a record of Goldseam")
	ErrNewerRecord = errors.New("the record was written by a newer Goldseam")
)

// WriteJSON writes a record as indented JSON in UTF-8.
func WriteJSON(w io.Writer, r Record) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// ReadJSON reads what WriteJSON wrote. It is strict: a field that this version
// doesn't know, a day or a side that is none, and anything after the record give
// ErrNoRecord; a later version gives ErrNewerRecord.
func ReadJSON(r io.Reader) (Record, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Record{}, fmt.Errorf("read record: %w", err)
	}
	var of struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	switch err := json.Unmarshal(text, &of); {
	case err != nil:
		return Record{}, fmt.Errorf("%w: %w", ErrNoRecord, err)
	case of.Format != RecordFormat || of.Version < 1:
		return Record{}, ErrNoRecord
	case of.Version > RecordVersion:
		return Record{}, fmt.Errorf("%w: version %d; this one reads up to %d", ErrNewerRecord, of.Version, RecordVersion)
	}
	return readStrict(text)
}

// readStrict reads one record that is nothing but JSON, as Unmarshal has seen.
func readStrict(text []byte) (Record, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	var r Record
	if err := d.Decode(&r); err != nil {
		return Record{}, fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	return r, nil
}
