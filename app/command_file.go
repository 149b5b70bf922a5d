package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/journal"
)

func (c *command) check() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: lang.L("Look whether the journal is whole"),
		Long: lang.L("Looks at everything in the journal: its pages, the order of what was written, the seals and all signatures.\n\n" +
			"It prints one line when all is whole. Otherwise it prints one line for each thing that is not, and ends with 1.\n" +
			"One passphrase is enough. With both, the own writing of both is looked at too."),
		Example: "  goldseam check\n  goldseam check --journal copy.goldseam --passphrase-file words.txt",
		Args:    noArgs,
		RunE: stoppable(func(ctx context.Context) error {
			defer c.mentionCrash(stateFolder())
			return c.withPresent(ctx, func(j *journal.Journal) error { return c.checkJournal(ctx, j) })
		}),
	}
	c.passphraseFlag(cmd)
	return cmd
}

func (c *command) checkJournal(ctx context.Context, j *journal.Journal) error {
	faults, err := j.Check(ctx)
	if err != nil {
		return err
	}
	if len(faults) == 0 {
		return c.say(lang.L("The journal is whole. Every signature fits. Moments: {{.Count}}.",
			map[string]any{"Count": len(j.State().Moments)}))
	}
	for _, f := range faults {
		if err := c.say(faultLine(f)); err != nil {
			return err
		}
	}
	return errFaults
}

// faultLine names one fault by its place and number.
func faultLine(f journal.Fault) string {
	place := lang.L(f.Place)
	if f.Number > 0 {
		place = fmt.Sprintf("%s %d", place, f.Number)
	}
	return place + ": " + lang.L(f.What)
}

func (c *command) backup() *cobra.Command {
	var age bool
	cmd := needsFile(&cobra.Command{
		Use:   "backup --out FILE",
		Short: lang.L("Save a sealed copy of the journal"),
		Long: lang.L("Saves a copy of the journal, sealed as the journal is, and checks that it opens.\n\n" +
			"It needs no passphrase. The copy opens with the passphrases that hold today.\n" +
			"With --age the copy is sealed once more, under a passphrase of its own, as a file that the ordinary age program opens."),
		Example: "  goldseam backup --out journal-copy.goldseam\n  goldseam backup --out journal-copy.age --age --copy-passphrase-file words.txt",
	}, "out", lang.L("the `FILE` to write"), nameOut(), func(ctx context.Context, out string) error {
		if !age && c.copyPass != "" {
			return &usageError{lang.L("A passphrase for the copy needs --age as well.")}
		}
		return c.withJournal(ctx, func(j *journal.Journal) error {
			if age {
				return c.copyTo(ctx, j, out)
			}
			return c.backupTo(ctx, j, out)
		})
	})
	cmd.Flags().BoolVar(&age, "age", false, lang.L("seal the copy once more, as an age file"))
	c.copyFlag(cmd)
	return cmd
}

func nameOut() string { return lang.L("Please name the file to write with --out.") }

// needsFile completes a command that works on one file, which a flag names.
// Without it, the command says what is missing.
func needsFile(cmd *cobra.Command, flag, usage, missing string, run func(context.Context, string) error) *cobra.Command {
	var file string
	cmd.Args = noArgs
	cmd.RunE = stoppable(func(ctx context.Context) error {
		if file == "" {
			return &usageError{missing}
		}
		return run(ctx, file)
	})
	cmd.Flags().StringVar(&file, flag, "", usage)
	return cmd
}

func (c *command) backupTo(ctx context.Context, j *journal.Journal, out string) error {
	path, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("backup path: %w", err)
	}
	err = j.Backup(ctx, path)
	if errors.Is(err, journal.ErrCannotWrite) {
		return fmt.Errorf("%w: %w", errCannotSave, err) // the copy can't be written, not the journal
	}
	if err != nil {
		return err
	}
	return c.say(lang.L("Saved a sealed copy as {{.File}}.", map[string]any{"File": out}))
}

func (c *command) restore() *cobra.Command {
	cmd := needsFile(&cobra.Command{
		Use:   "restore --from BACKUP",
		Short: lang.L("Put a backup in the journal's place"),
		Long: lang.L("Puts a backup in the journal's place. What was there is kept beside it, under a name that this says.\n\n" +
			"The backup itself stays as it is. Who unlocks next adds to the record that a backup was put back.\n" +
			"A copy that “backup --age” made is asked its passphrase."),
		Example: "  goldseam restore --from journal-copy.goldseam",
	}, "from", lang.L("the `BACKUP` to put back"), lang.L("Please name the backup with --from."), c.restoreFrom)
	c.copyFlag(cmd)
	return cmd
}

func (c *command) restoreFrom(ctx context.Context, from string) error {
	path, err := journalPath(c.journal)
	if err != nil {
		return err
	}
	if from, err = filepath.Abs(from); err != nil {
		return fmt.Errorf("backup path: %w", err)
	}
	if !exists(from) {
		return errNoBackup
	}
	if err := makeFolder(path); err != nil {
		return err
	}
	release, err := holdLock(path)
	if err != nil {
		return err
	}
	defer release()
	kept, err := c.putBackAny(ctx, from, path)
	if err != nil {
		return err
	}
	if kept == "" {
		return c.say(lang.L("The backup is now the journal at {{.File}}.", map[string]any{"File": path}))
	}
	return c.say(lang.L("The backup is now the journal at {{.File}}. What was there before is kept as {{.Kept}}.",
		map[string]any{"File": path, "Kept": kept}))
}
