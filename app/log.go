package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// The log files, in the state folder. Both together hold at most logMost bytes.
const (
	logName    = "log.txt"
	logOldName = "log-1.txt"
	logMost    = 256 << 10
)

// What the log can say. Nothing else gets in, see wordless.
const (
	logStarted    = "started"
	logStopped    = "stopped"
	logOpenFailed = "open failed"
	logSaveFailed = "save failed"
	logWorkFailed = "work failed"
	logPanicked   = "panicked"
	logRefused    = "refused" // in place of what may not be said
)

// The keys of what the log says.
const (
	logKind    = "kind"
	logAt      = "at"
	logVersion = "version"
)

// openLog gives a log that appends to a file in folder. A log that can't be
// written is no reason to stop: then it is empty.
func openLog(folder string) *slog.Logger {
	file := &logFile{folder: folder}
	return slog.New(wordless{slog.NewTextHandler(file, nil), file})
}

// silence ends a log: its files are deleted, and none is made again.
func silence(log *slog.Logger) {
	if h, ok := log.Handler().(wordless); ok {
		h.file.over.Store(true)
	}
}

// wordless lets through only what this program itself named: the messages above,
// and values that are kinds. A string could be a word of the couple, and a number
// an answer of theirs.
type wordless struct {
	to   slog.Handler
	file *logFile
}

// Enabled is the file's own, until the log is silenced.
func (h wordless) Enabled(ctx context.Context, level slog.Level) bool {
	return !h.file.over.Load() && h.to.Enabled(ctx, level)
}

// Handle writes the record without what may not be said.
func (h wordless) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, allowed(r.Message, logStarted, logStopped, logOpenFailed,
		logSaveFailed, logWorkFailed, logPanicked), 0)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(withoutWords(a))
		return true
	})
	return h.to.Handle(ctx, clean)
}

// WithAttrs keeps attributes without what may not be said.
func (h wordless) WithAttrs(attrs []slog.Attr) slog.Handler {
	var clean []slog.Attr
	for _, a := range attrs {
		clean = append(clean, withoutWords(a))
	}
	return wordless{h.to.WithAttrs(clean), h.file}
}

// WithGroup names no group: its name could be a word.
func (h wordless) WithGroup(string) slog.Handler { return h }

func withoutWords(a slog.Attr) slog.Attr {
	key := allowed(a.Key, logKind, logAt, logVersion)
	if k, ok := a.Value.Any().(kind); ok {
		return slog.String(key, string(k))
	}
	return slog.String(key, logRefused)
}

func allowed(text string, known ...string) string {
	for _, k := range known {
		if text == k {
			return text
		}
	}
	return logRefused
}

// logFile appends to a file, which is moved aside once when it has grown. It is
// opened for each line: lines are rare, and two windows may write to it.
type logFile struct {
	folder string
	mu     sync.Mutex
	over   atomic.Bool
}

// Write appends one line.
func (f *logFile) Write(line []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := os.MkdirAll(f.folder, 0o700); err != nil {
		return 0, fmt.Errorf("log: %w", err)
	}
	path := filepath.Join(f.folder, logName)
	if info, err := os.Stat(path); err == nil && info.Size()+int64(len(line)) > logMost/2 {
		_ = os.Rename(path, filepath.Join(f.folder, logOldName))
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, fmt.Errorf("log: %w", err)
	}
	n, err := file.Write(line)
	if err = errors.Join(err, file.Close()); err != nil {
		return n, fmt.Errorf("log: %w", err)
	}
	return n, nil
}

var _ io.Writer = (*logFile)(nil)

// noteFailure writes down that work failed, but never what partners do: a
// passphrase that doesn't fit is nobody's business afterwards.
func noteFailure(log *slog.Logger, err error) {
	if err == nil || ofPeople(err) {
		return
	}
	message := logWorkFailed
	if ofSaving(err) {
		message = logSaveFailed
	}
	log.Error(message, logKind, kindOf(err))
}
