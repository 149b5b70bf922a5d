package app

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"fyne.io/fyne/v2/lang"
)

// The crash files, in the state folder: of the program that runs, and of one that
// ended by a mistake of its own.
const (
	crashName     = "crash.txt"
	crashKeptName = "crash-1.txt"
)

// errPanicked says that the program made a mistake. What it was is in the log.
var errPanicked = errors.New("the program made a mistake")

// keepCrashes has the Go runtime write into a file in folder when it must end the
// program. What is there from an earlier time is kept aside; one is kept.
//
// Such a text holds places in the code and addresses, and what a panic carried.
// So none of our code panics, and what the window or a background task calls is
// recovered before its panic gets there, see surviving and tasks.run.
func keepCrashes(folder string) error {
	path := filepath.Join(folder, crashName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("crash file: %w", err)
	}
	if filled(path) {
		if err := os.Rename(path, filepath.Join(folder, crashKeptName)); err != nil {
			return fmt.Errorf("crash file: %w", err)
		}
	}
	f, err := openCrash(path)
	if err != nil {
		return err
	}
	defer f.Close() // the runtime has its own
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return fmt.Errorf("crash file: %w", err)
	}
	return nil
}

func openCrash(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("crash file: %w", err)
	}
	return f, nil
}

func filled(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// lastCrash gives the crash file that there is, the newest first, or "".
func lastCrash(folder string) string {
	for _, name := range []string{crashName, crashKeptName} {
		if path := filepath.Join(folder, name); filled(path) {
			return path
		}
	}
	return ""
}

// surviving runs the window. A panic ends it, but the program goes on to save the
// last words; the crash file says where it was, and nothing of what was carried.
func surviving(log *slog.Logger, folder string, run func()) (err error) {
	defer func() {
		if carried := recover(); carried != nil {
			places := panicPlaces()
			notePanic(log, carried, places)
			writeCrash(folder, carried, places)
			err = errPanicked
		}
	}()
	run()
	return nil
}

func notePanic(log *slog.Logger, carried any, places []kind) {
	at := kind(logRefused)
	if len(places) > 0 {
		at = places[0]
	}
	log.Error(logPanicked, logKind, kindOfPanic(carried), logAt, at)
}

// writeCrash adds to the crash file; when that can't be done there is none.
func writeCrash(folder string, carried any, places []kind) {
	f, err := openCrash(filepath.Join(folder, crashName))
	if err != nil {
		return
	}
	defer f.Close()
	text := "goldseam " + version + " panic " + string(kindOfPanic(carried)) + "\n"
	for _, p := range places {
		text += string(p) + "\n"
	}
	_, _ = f.WriteString(text)
}

// mentionCrash says on standard error that there is a crash file in folder.
func (c *command) mentionCrash(folder string) {
	if path := lastCrash(folder); path != "" {
		text := lang.L("Goldseam once ended by a mistake of its own. Where in the program that was is written in {{.File}}, without your words; the file can be deleted.",
			map[string]any{"File": path})
		fmt.Fprintln(c.errw, text)
	}
}
