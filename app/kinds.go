package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/data/vault"
	"goldseam.app/data/wording"
)

// kind is a word that the log may hold: the name of an error, of a Go type, or of
// a place in the code. Only this file makes them, and none from an error's text.
type kind string

// namedKind is an error of ours and what the log calls it.
type namedKind struct {
	err  error
	kind kind
}

// kindOf names an error without its text: ours by a fixed word, every other by
// the Go type at its root.
func kindOf(err error) kind {
	for _, list := range [][]namedKind{savingKinds(), machineKinds(), peopleKinds()} {
		for _, n := range list {
			if errors.Is(err, n.err) {
				return n.kind
			}
		}
	}
	return kind(fmt.Sprintf("%T", rootOf(err)))
}

// rootOf goes down to the error that the others wrap; of several, the first.
func rootOf(err error) error {
	for {
		next := errors.Unwrap(err)
		if several, ok := err.(interface{ Unwrap() []error }); ok && len(several.Unwrap()) > 0 {
			next = several.Unwrap()[0]
		}
		if next == nil {
			return err
		}
		err = next
	}
}

// savingKinds are what keeps words from being saved.
func savingKinds() []namedKind {
	return []namedKind{
		{journal.ErrFull, "disk full"},
		{journal.ErrNoRoom, "journal full"},
		{journal.ErrCannotWrite, "journal can't be written"},
		{journal.ErrBusy, "held by another program"},
		{journal.ErrReadOnly, "read only"},
		{journal.ErrClosed, "journal closed"},
		{errCannotSave, "file can't be written"},
		{errNoFolder, "no folder"},
		{errFullFolder, "folder not empty"},
		{errNotTables, "folder not ours"},
	}
}

// machineKinds are what else goes wrong with files, the desktop or the program.
func machineKinds() []namedKind {
	return []namedKind{
		{journal.ErrDamaged, "journal damaged"},
		{journal.ErrNotJournal, "not a journal"},
		{journal.ErrNewer, "newer journal"},
		{journal.ErrMissing, "file missing"},
		{vault.ErrDamaged, "seal damaged"},
		{vault.ErrBadSlot, "bad slot"},
		{vault.ErrNotCopy, "not a sealed copy"},
		{course.ErrCourse, "course"},
		{wording.ErrWording, "hints"},
		{summary.ErrNoFont, "font missing"},
		{summary.ErrNoRecord, "not a record"},
		{summary.ErrNewerRecord, "newer record"},
		{errFaults, "not whole"},
		{errBadBackup, "backup damaged"},
		{errAlreadyOpen, "open elsewhere"},
		{errNoDisplay, "no display"},
		{errPanicked, "panic"},
		{context.DeadlineExceeded, "took too long"},
		{errNoBus, "no bus"},
		{errBusGone, "bus gone"},
		{errVisible, "memory can be read"},
	}
}

// peopleKinds are what partners do, and what a form or the pace answers to it.
func peopleKinds() []namedKind {
	return []namedKind{
		{context.Canceled, "stopped"},
		{vault.ErrWrongPassphrase, "wrong passphrase"},
		{vault.ErrWrongWords, "wrong recovery words"},
		{vault.ErrBlank, "blank passphrase"},
		{vault.ErrTooShort, "short passphrase"},
		{vault.ErrControl, "control character"},
		{journal.ErrNotPresent, "not present"},
		{journal.ErrNotHolder, "not holder"},
		{journal.ErrNotBoth, "not both"},
		{journal.ErrNotBothSigned, "not both signed"},
		{journal.ErrNotFinished, "not finished"},
		{journal.ErrNotYours, "not yours"},
		{journal.ErrUnknown, "unknown thing"},
		{journal.ErrNotNow, "not now"},
		{journal.ErrEnding, "ending"},
		{journal.ErrResting, "resting"},
		{journal.ErrOneNight, "one night"},
		{journal.ErrNotReady, "not ready"},
		{journal.ErrStale, "stale"},
		{journal.ErrWrongCode, "wrong code"},
		{journal.ErrAskPassphrase, "ask passphrase"},
		{journal.ErrSame, "same passphrase"},
		{journal.ErrJoined, "joined"},
		{journal.ErrExists, "file exists"},
		{course.ErrAnswer, "answer"},
		{summary.ErrFormat, "format"},
		{errEnough, "sample complete"},
		{errNoBackup, "no backup"},
		{errOverJournal, "over the journal"},
		{errCopyPass, "copy passphrase"},
		{errTwoLines, "not the same"},
		{errNoPassphrase, "no passphrase"},
		{errPassFile, "passphrase file"},
	}
}

// ofPeople tells whether an error is about what partners do.
func ofPeople(err error) bool {
	if _, ok := errors.AsType[*journal.Invalid](err); ok {
		return true
	}
	return !ofSaving(err) && !among(machineKinds(), err) && among(peopleKinds(), err)
}

// ofSaving tells whether an error keeps words from being saved.
func ofSaving(err error) bool { return among(savingKinds(), err) }

func among(list []namedKind, err error) bool {
	for _, n := range list {
		if errors.Is(err, n.err) {
			return true
		}
	}
	return false
}

// kindOfPanic names what a panic carried by its Go type alone: its text may hold anything.
func kindOfPanic(carried any) kind { return kind(fmt.Sprintf("%T", carried)) }

// versionKind is the version of the program, which its build gave it.
func versionKind() kind { return kind(version) }

// panicPlaces are the places in the code that led to the panic being recovered,
// the innermost first. Called from the deferred function that recovers.
func panicPlaces() []kind {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	var places []kind
	panicked := false
	for {
		f, more := frames.Next()
		if ours := !strings.HasPrefix(f.Function, "runtime."); ours && panicked {
			places = append(places, placeOf(f))
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return places
		}
	}
}

// placeOf is the folder, file and line of a frame, without where it was built.
func placeOf(f runtime.Frame) kind {
	folder, file := filepath.Split(f.File)
	return kind(fmt.Sprintf("%s/%s:%d", filepath.Base(folder), file, f.Line))
}
