package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
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

func (c *command) export() *cobra.Command {
	var out, format, from, to string
	var force bool
	cmd := &cobra.Command{
		Use:   "export --out FILE",
		Short: lang.L("Save a summary of what you share"),
		Long: lang.L("Saves a summary as PDF, web page or Markdown: the path, agreements and boundaries in force, and what was opened together.\n\n" +
			"With --from and --to it has of what was opened only those days, both included.\n" +
			"What was not opened is never in it. The file is not sealed: anyone who has it can read it.\n" +
			"One passphrase is enough, because what was shared belongs to both."),
		Example: "  goldseam export --out summary.pdf\n  goldseam export --format markdown --out summary.md --passphrase-file -\n" +
			"  goldseam export --out november.pdf --from 2026-11-01 --to 2026-11-30",
		Args: noArgs,
		RunE: stoppable(func(ctx context.Context) error {
			f, err := formatOf(format, out)
			if err != nil {
				return err
			}
			choice, err := choiceOf(from, to)
			if err != nil {
				return err
			}
			return c.exportTo(ctx, f, choice, out, force)
		}),
	}
	cmd.Flags().StringVar(&out, "out", "", lang.L("the `FILE` to write"))
	cmd.Flags().StringVar(&format, "format", "", lang.L("the `FORM`: pdf, html or markdown; without it the ending of the file decides"))
	cmd.Flags().StringVar(&from, "from", "", lang.L("the first `DAY` of what was opened, as 2026-11-22; without it, from the beginning"))
	cmd.Flags().StringVar(&to, "to", "", lang.L("the last `DAY`, which is in it; without it, until today"))
	cmd.Flags().BoolVar(&force, "force", false, lang.L("replace the file if there is one"))
	c.passphraseFlag(cmd)
	return cmd
}

// formatOf gives the format that was named, or the one that the ending means.
func formatOf(name, out string) (summary.Format, error) {
	if out == "" {
		return "", &usageError{nameOut()}
	}
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
	}
	switch name {
	case "pdf":
		return summary.PDF, nil
	case "html", "htm":
		return summary.HTML, nil
	case "markdown", "md":
		return summary.Markdown, nil
	}
	return "", &usageError{lang.L("Please choose a form with --format: pdf, html or markdown.")}
}

// choiceOf chooses all that was shared, of the days that were named.
func choiceOf(from, to string) (summary.Choice, error) {
	all := summary.Choice{From: journal.Day(from), To: journal.Day(to), Path: true, InForce: true, Opened: true, Lang: "en"}
	switch {
	case from != "" && !all.From.Valid():
		return all, &usageError{lang.L("Please write the day of --from as 2026-11-22.")}
	case to != "" && !all.To.Valid():
		return all, &usageError{lang.L("Please write the day of --to as 2026-11-22.")}
	case from != "" && to != "" && all.To < all.From:
		return all, &usageError{lang.L("The day of --to comes before the day of --from. Please name them in their order.")}
	}
	return all, nil
}

func (c *command) exportTo(ctx context.Context, f summary.Format, choice summary.Choice, out string, force bool) error {
	if exists(out) && !force {
		return journal.ErrExists
	}
	if err := c.notTheJournal(out); err != nil {
		return err
	}
	return c.withPresent(ctx, func(j *journal.Journal) error {
		faults, err := j.Check(ctx)
		if err != nil {
			return err
		}
		d, err := c.summaryOf(j, choice)
		if err != nil {
			return err
		}
		if err := saveSummary(ctx, out, f, d, force, nil); err != nil {
			return err
		}
		if len(faults) > 0 {
			fmt.Fprintln(c.errw, lang.L("The journal is not whole, so the summary has only what is. “goldseam check” says more."))
		}
		return c.say(lang.L("Saved as {{.File}}. It is not sealed: anyone who has it can read it.", map[string]any{"File": out}))
	})
}

// notTheJournal keeps --force from replacing the journal by its own summary.
func (c *command) notTheJournal(out string) error {
	path, err := journalPath(c.journal)
	if err != nil {
		return err
	}
	mine, missing := os.Stat(path)
	other, free := os.Stat(out)
	if missing == nil && free == nil && os.SameFile(mine, other) {
		return errOverJournal
	}
	return nil
}

// summaryOf makes the summary of what was chosen.
func (c *command) summaryOf(j *journal.Journal, choice summary.Choice) (summary.Document, error) {
	course, err := loadCourse(c.course)
	if err != nil {
		return summary.Document{}, err
	}
	words := func(key string, data map[string]any) string { return lang.L(key, data) }
	return summary.Build(j.State(), course, choice, j.Today(), words), nil
}

func (c *command) backup() *cobra.Command {
	return needsFile(&cobra.Command{
		Use:   "backup --out FILE",
		Short: lang.L("Save a sealed copy of the journal"),
		Long: lang.L("Saves a copy of the journal, sealed as the journal is, and checks that it opens.\n\n" +
			"It needs no passphrase. The copy opens with the passphrases that hold today."),
		Example: "  goldseam backup --out journal-copy.goldseam",
	}, "out", lang.L("the `FILE` to write"), nameOut(), func(ctx context.Context, out string) error {
		return c.withJournal(ctx, func(j *journal.Journal) error { return c.backupTo(ctx, j, out) })
	})
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
	return needsFile(&cobra.Command{
		Use:   "restore --from BACKUP",
		Short: lang.L("Put a backup in the journal's place"),
		Long: lang.L("Puts a backup in the journal's place. What was there is kept beside it, under a name that this says.\n\n" +
			"The backup itself stays as it is. Who unlocks next adds to the record that a backup was put back."),
		Example: "  goldseam restore --from journal-copy.goldseam",
	}, "from", lang.L("the `BACKUP` to put back"), lang.L("Please name the backup with --from."), c.restoreFrom)
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
	kept, err := putBack(ctx, from, path)
	if err != nil {
		return err
	}
	if kept == "" {
		return c.say(lang.L("The backup is now the journal at {{.File}}.", map[string]any{"File": path}))
	}
	return c.say(lang.L("The backup is now the journal at {{.File}}. What was there before is kept as {{.Kept}}.",
		map[string]any{"File": path, "Kept": kept}))
}
