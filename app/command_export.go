package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

// exporting is what the flags of an export say.
type exporting struct {
	out, format, from, to, whom   string
	force, titles, charts, breaks bool
}

func (c *command) export() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "export --out FILE",
		Short: lang.L("Save a summary of what you share"),
		Long: lang.L("Saves a summary as PDF, web page or Markdown: the path, agreements and boundaries in force, and what was opened together.\n\n" +
			"With --from and --to it has of what was opened only those days, both included.\n" +
			"With --charts it has the check-ins that were opened too, and with --breaks the slips that both call a slip.\n" +
			"As a calendar it has only the days ahead, each called “A reminder”; with --titles it says what they are for.\n" +
			"As json or csv it is the whole record, for other programs: all that was shared, in one file or in a new folder of tables.\n" +
			"What was not opened is never in it. The file is not sealed: anyone who has it can read it.\n" +
			"One passphrase is enough, because what was shared belongs to both."),
		Example: "  goldseam export --out summary.pdf\n  goldseam export --format markdown --out summary.md --passphrase-file -\n" +
			"  goldseam export --out november.pdf --from 2026-11-01 --to 2026-11-30\n  goldseam export --format calendar --out days.ics\n" +
			"  goldseam export --format json --out record.json\n  goldseam export --format csv --out tables",
		Args: noArgs,
		RunE: stoppable(func(ctx context.Context) error {
			f, err := formatOf(x.format, x.out)
			if err != nil {
				return err
			}
			if x.titles && f != summary.ICS {
				return &usageError{lang.L("--titles is for --format calendar only.")}
			}
			if f == recordJSON || f == recordCSV {
				return c.exportRecord(ctx, f, x)
			}
			choice, err := x.choice()
			if err != nil {
				return err
			}
			return c.exportTo(ctx, f, choice, x)
		}),
	}
	x.flags(cmd)
	c.passphraseFlag(cmd)
	return cmd
}

func (x *exporting) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&x.out, "out", "", lang.L("the `FILE` to write; for csv, the new folder"))
	cmd.Flags().StringVar(&x.format, "format", "", lang.L("the `FORM`: pdf, html, markdown, calendar, json or csv; without it the ending of the file decides"))
	cmd.Flags().StringVar(&x.whom, "for", "us", lang.L("for `WHOM`: us, therapist (one page first), or fridge (one page of agreements)"))
	cmd.Flags().StringVar(&x.from, "from", "", lang.L("the first `DAY` of what was opened, as 2026-11-22; without it, from the beginning"))
	cmd.Flags().StringVar(&x.to, "to", "", lang.L("the last `DAY`, which is in it; without it, until today"))
	cmd.Flags().BoolVar(&x.force, "force", false, lang.L("replace the file if there is one, or the tables of an earlier export"))
	cmd.Flags().BoolVar(&x.charts, "charts", false, lang.L("have the check-in charts too"))
	cmd.Flags().BoolVar(&x.breaks, "breaks", false, lang.L("have breaks and repairs too"))
	cmd.Flags().BoolVar(&x.titles, "titles", false, lang.L("let the calendar say what each day is for"))
}

// formatOf gives the format that was named, or the one that the ending means.
func formatOf(name, out string) (summary.Format, error) {
	if out == "" {
		return "", &usageError{nameOut()}
	}
	if name == "csv" { // only by name: it is a folder, and its name has no ending
		return recordCSV, nil
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
	case "calendar", "ics":
		return summary.ICS, nil
	case "json":
		return recordJSON, nil
	}
	return "", &usageError{lang.L("Please choose a form with --format: pdf, html, markdown, calendar, json or csv.")}
}

// choice chooses all that was shared, of the days that were named; charts, breaks
// and repairs only when they were asked for.
func (x exporting) choice() (summary.Choice, error) {
	all := summary.Choice{
		From: journal.Day(x.from), To: journal.Day(x.to), Path: true, InForce: true, Opened: true,
		Charts: x.charts, Breaks: x.breaks, Lang: "en",
	}
	switch x.whom {
	case "us":
	case "therapist":
		all.For, all.Questions, all.Opened, all.TitlesOnly = summary.Therapist, true, false, true
	case "fridge":
		all.For = summary.Fridge
	default:
		return all, &usageError{lang.L("Please say for whom with --for: us, therapist or fridge.")}
	}
	switch {
	case x.from != "" && !all.From.Valid():
		return all, &usageError{lang.L("Please write the day of --from as 2026-11-22.")}
	case x.to != "" && !all.To.Valid():
		return all, &usageError{lang.L("Please write the day of --to as 2026-11-22.")}
	case x.from != "" && x.to != "" && all.To < all.From:
		return all, &usageError{lang.L("The day of --to comes before the day of --from. Please name them in their order.")}
	}
	return all, nil
}

func (c *command) exportTo(ctx context.Context, f summary.Format, choice summary.Choice, x exporting) error {
	if exists(x.out) && !x.force {
		return journal.ErrExists
	}
	return c.saveExport(ctx, x.out, func(j *journal.Journal) error {
		d, err := c.summaryOf(j, choice)
		if err != nil {
			return err
		}
		d.Calendar = summary.Calendar(j.State(), j.CheckIns().Due, x.titles, now(), translated)
		return saveSummary(ctx, x.out, f, d, x.force, nil)
	})
}

// saveExport lets save write what the journal holds to out, and says what became of it.
func (c *command) saveExport(ctx context.Context, out string, save func(*journal.Journal) error) error {
	if err := c.notTheJournal(out); err != nil {
		return err
	}
	return c.withPresent(ctx, func(j *journal.Journal) error {
		faults, err := j.Check(ctx)
		if err != nil {
			return err
		}
		if err := save(j); err != nil {
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
	if sameFile(path, out) {
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
	return summary.Build(j.State(), course, choice, j.Today(), translated), nil
}

// translated gives the sentence for an English key in the language at hand.
func translated(key string, data map[string]any) string { return lang.L(key, data) }
