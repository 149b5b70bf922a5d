package summary

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Format is a form in which a summary is saved.
type Format string

// The formats.
const (
	PDF      Format = "pdf"
	HTML     Format = "html"
	Markdown Format = "markdown"
	ICS      Format = "calendar" // the days ahead, from Document.Calendar
)

// ErrFormat says that there is no such format.
var ErrFormat = errors.New("no such format")

// Extension gives the ending of a file of this format, with its dot.
func (f Format) Extension() string {
	switch f {
	case PDF:
		return ".pdf"
	case HTML:
		return ".html"
	case ICS:
		return ".ics"
	default:
		return ".md"
	}
}

// Write writes the document in one format. Fonts are used for PDF only. Progress,
// which may be nil, is told how much is done; ErrFormat for an unknown format.
func Write(ctx context.Context, w io.Writer, f Format, d Document, fonts Fonts, progress func(done, total int)) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write summary: %w", err)
	}
	switch f {
	case PDF:
		pages, err := Lay(ctx, d, fonts, progress)
		if err != nil {
			return err
		}
		return WritePDF(ctx, w, pages, fonts, Meta{Title: d.name(), Lang: d.Lang})
	case HTML:
		return WriteHTML(w, d)
	case Markdown:
		return WriteMarkdown(w, d)
	case ICS:
		if _, err := w.Write(d.Calendar); err != nil {
			return fmt.Errorf("write calendar: %w", err)
		}
		return nil
	default:
		return fmt.Errorf("write summary: %w: %q", ErrFormat, f)
	}
}
