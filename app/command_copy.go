package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

func (c *command) copyFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.copyPass, "copy-passphrase-file", "",
		lang.L("read the passphrase of an age copy from `FILE`, one line; - is standard input"))
}

// copyTo saves the journal as an age file.
func (c *command) copyTo(ctx context.Context, j *journal.Journal, out string) error {
	_ = hideMemory() // a system that refuses it is no reason to refuse the command
	path, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("copy path: %w", err)
	}
	if exists(path) {
		return journal.ErrExists
	}
	lines, err := c.readSecrets(ctx, c.copyPass, "--copy-passphrase-file",
		lang.L("A passphrase for the copy: "), lang.L("The same once more: "))
	if err != nil {
		return err
	}
	switch asked := c.copyPass == ""; {
	case !asked && len(lines) > 1:
		return oneLine()
	case asked && (len(lines) < 2 || !vault.SameSecret(lines[0], lines[1])):
		return errTwoLines
	}
	if err := saveCopy(ctx, j, path, lines[0], false, nil); err != nil {
		return err
	}
	return c.say(lang.L("Saved a sealed copy as {{.File}}. The age program opens it, and so does “goldseam restore”.", map[string]any{"File": out}))
}

func oneLine() error {
	return &usageError{lang.L("The file with the copy's passphrase has more than one line. It holds one.")}
}

// saveCopy writes the journal to path as an age file, as saveFile does.
func saveCopy(ctx context.Context, j *journal.Journal, path, passphrase string, replace bool, progress func(done, total int)) error {
	return saveFile(ctx, path, replace, func(w io.Writer) error { return j.ExportCopy(ctx, w, passphrase, progress) })
}

// putBackAny is putBack, also for an age file, whose passphrase it asks.
func (c *command) putBackAny(ctx context.Context, from, path string) (kept string, err error) {
	if !journal.IsSealedCopy(from) {
		return putBack(ctx, from, path)
	}
	_ = hideMemory() // as above
	lines, err := c.readSecrets(ctx, c.copyPass, "--copy-passphrase-file", lang.L("The passphrase of the copy: "))
	if err != nil {
		return "", err
	}
	if len(lines) > 1 {
		return "", oneLine()
	}
	kept, err = journal.RestoreCopy(ctx, from, lines[0], path, journal.Options{Now: now, StateDir: stateFolder()})
	switch {
	case errors.Is(err, vault.ErrWrongPassphrase):
		return "", fmt.Errorf("%w: %w", errCopyPass, err)
	case errors.Is(err, journal.ErrDamaged):
		return "", fmt.Errorf("%w: %w", errBadBackup, err)
	}
	return kept, err
}
