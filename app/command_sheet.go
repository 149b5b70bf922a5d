package app

import (
	"context"
	"io"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
)

// sheetCheckIn is the check-in where an exercise is named to be printed. No
// exercise has such an id: each has a dot.
const sheetCheckIn = "check-in"

// blankSheet is the sheet of an exercise or of the check-in, by its id.
func blankSheet(c *course.Course, id string) (summary.Blank, bool) {
	if id == sheetCheckIn {
		return summary.BlankCheckIn(c.CheckIn), true
	}
	e, ok := c.Exercise(id)
	return summary.BlankExercise(e), ok
}

func (c *command) sheet() *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "sheet EXERCISE|check-in --out FILE",
		Short: lang.L("Save an exercise or the check-in as a blank sheet to print"),
		Long: lang.L("Saves one exercise, or the check-in, as a PDF with room to write by hand,\nfor a partner who is elsewhere.\n\n" +
			"It holds no names and needs no journal. What was written on it can be entered later, with its day."),
		Example: "  goldseam sheet own.plainly --out sheet.pdf\n  goldseam sheet check-in --out week.pdf",
		Args:    oneExercise,
		RunE: func(cmd *cobra.Command, args []string) error {
			return stoppable(func(ctx context.Context) error { return c.saveSheet(ctx, args[0], out, force) })(cmd, nil)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", lang.L("the `FILE` to write"))
	cmd.Flags().BoolVar(&force, "force", false, lang.L("replace the file if there is one"))
	return cmd
}

func oneExercise(_ *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return &usageError{lang.L("Please name one exercise, such as own.plainly, or check-in.")}
}

func (c *command) saveSheet(ctx context.Context, name, out string, force bool) error {
	if out == "" {
		return &usageError{nameOut()}
	}
	loaded, err := loadCourse(c.course)
	if err != nil {
		return err
	}
	blank, ok := blankSheet(loaded, name)
	if !ok {
		return &usageError{lang.L("There is no exercise called “{{.Word}}”.", map[string]any{"Word": name})}
	}
	if exists(out) && !force {
		return journal.ErrExists
	}
	if err := c.notTheJournal(out); err != nil {
		return err
	}
	if err := writeSheet(ctx, out, blank, force); err != nil {
		return err
	}
	return c.say(lang.L("Saved as {{.Path}}", map[string]any{"Path": out}))
}

// writeSheet saves a blank sheet as saveFile does.
func writeSheet(ctx context.Context, path string, blank summary.Blank, replace bool) error {
	fonts := summaryFonts()
	words := func(key string, data map[string]any) string { return lang.L(key, data) }
	pages, err := blank.Lay(words, fonts)
	if err != nil {
		return err
	}
	return saveFile(ctx, path, replace, func(w io.Writer) error {
		return summary.WritePDF(ctx, w, pages, fonts, summary.Meta{Title: blank.Title, Lang: "en"})
	})
}

// SaveSheet saves a blank sheet for the window, as Save does a summary.
func (Saver) SaveSheet(ctx context.Context, path string, blank summary.Blank) error {
	return writeSheet(ctx, path, blank, true)
}
