package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// maxPassFile is how much of a passphrase file is read, in bytes.
const maxPassFile = 64 << 10

// standardInput is the file name that stands for it.
const standardInput = "-"

func (c *command) passphraseFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.passphrases, "passphrase-file", "",
		lang.L("read the passphrase from `FILE`: one line, or one for each of you; - is standard input"))
}

// withJournal opens the journal, locked, for as long as work runs.
func (c *command) withJournal(ctx context.Context, work func(*journal.Journal) error) (err error) {
	path, err := journalPath(c.journal)
	if err != nil {
		return err
	}
	release, err := holdExisting(path)
	if err != nil {
		return err
	}
	defer release()
	j, err := journal.Open(ctx, path, journal.Options{Now: now, StateDir: stateFolder()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	return work(j)
}

// withPresent opens the journal and makes whoever the passphrases fit present.
func (c *command) withPresent(ctx context.Context, work func(*journal.Journal) error) error {
	_ = hideMemory() // a system that refuses it is no reason to refuse the command
	return c.withJournal(ctx, func(j *journal.Journal) error {
		lines, err := c.readPassphrases(ctx)
		if err != nil {
			return err
		}
		if err := unlockWith(ctx, j, lines); err != nil {
			return err
		}
		return work(j)
	})
}

// unlockWith tries each passphrase on each partner who is not present yet.
// vault.ErrWrongPassphrase means that none fits anyone.
func unlockWith(ctx context.Context, j *journal.Journal, lines []string) error {
	for _, line := range lines {
		for _, face := range j.Faces() {
			if !face.Joined || j.Here(face.Partner) {
				continue
			}
			err := j.Unlock(ctx, face.Partner, line)
			if err == nil {
				break
			}
			if !errors.Is(err, vault.ErrWrongPassphrase) {
				return err
			}
		}
	}
	if len(j.Present()) == 0 {
		return vault.ErrWrongPassphrase
	}
	return nil
}

// readPassphrases gives one passphrase or two: from the file that was named, or
// asked for at the terminal without showing them.
func (c *command) readPassphrases(ctx context.Context) ([]string, error) {
	return c.readSecrets(ctx, c.passphrases, "--passphrase-file",
		lang.L("Passphrase: "), lang.L("The other’s passphrase, or Enter for none: "))
}

// readSecrets reads the lines of a file, or asks at the terminal for each prompt.
// flag is how the file is named.
func (c *command) readSecrets(ctx context.Context, file, flag string, prompts ...string) ([]string, error) {
	if file == standardInput {
		return passphraseLines(c.in)
	}
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errPassFile, err)
		}
		defer f.Close()
		return passphraseLines(f)
	}
	if f, ok := c.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return c.askSecrets(ctx, f, prompts)
	}
	return nil, &usageError{lang.L("There is no terminal to ask for a passphrase. Name a file with {{.Flag}}, or - for standard input.",
		map[string]any{"Flag": flag})}
}

// passphraseLines reads one line or two; blank lines count for nothing, and
// spaces within a passphrase stay.
func passphraseLines(r io.Reader) ([]string, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPassFile))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPassFile, err)
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		if line = strings.TrimSuffix(line, "\r"); strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	switch {
	case len(lines) == 0:
		return nil, errNoPassphrase
	case len(lines) > 2:
		return nil, &usageError{lang.L("The passphrase file has more than two lines. It holds one line, or one for each of you.")}
	}
	return lines, nil
}

// askSecrets asks at the terminal. It reads keys as they come, so that
// Ctrl+C is only a key and the terminal is never left without its echo.
func (c *command) askSecrets(ctx context.Context, f *os.File, prompts []string) ([]string, error) {
	before, err := term.MakeRaw(int(f.Fd()))
	if err != nil {
		return nil, fmt.Errorf("terminal: %w", err)
	}
	defer func() { _ = term.Restore(int(f.Fd()), before) }()
	terminal := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{f, c.errw}, "")
	var lines []string
	for _, prompt := range prompts {
		line, err := terminal.ReadPassword(prompt)
		if err != nil || ctx.Err() != nil {
			return nil, context.Canceled
		}
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil, errNoPassphrase
	}
	return lines, nil
}
