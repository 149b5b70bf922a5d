package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// courseError is a course folder that can't be used, in words for whoever wrote it.
type courseError struct{ err error }

func (e *courseError) Error() string { return e.err.Error() }
func (e *courseError) Unwrap() error { return e.err }

// loadCourse reads the course of a folder, or the built-in one for no folder.
func loadCourse(dir string) (*course.Course, error) {
	if dir == "" {
		built, err := fs.Sub(assets.FS, "course/en")
		if err != nil {
			return nil, err
		}
		return course.Load(built)
	}
	c, err := course.Load(os.DirFS(dir))
	if err == nil {
		err = playable(c)
	}
	if err != nil {
		return nil, &courseError{err}
	}
	return c, nil
}

// playable wants the steps that a journal knows, each with something that closes
// it: a couple could not go on otherwise.
func playable(c *course.Course) error {
	var ids []string
	for _, s := range c.Steps {
		ids = append(ids, s.ID)
		if len(s.Core()) == 0 && s.ID != journal.StepAfter {
			return fmt.Errorf("%w: course.toml: step %s has no core exercise, so it could never be closed", course.ErrCourse, s.ID)
		}
	}
	if want := journal.Steps(); !slices.Equal(ids, want) {
		return fmt.Errorf("%w: course.toml: the steps are %s; journals know %s", course.ErrCourse, strings.Join(ids, ", "), strings.Join(want, ", "))
	}
	return nil
}

func (c *command) courses() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "course",
		Short: lang.L("Look at a course folder of your own"),
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return &usageError{lang.L("Please say what to do with the course: “check DIR”.")}
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "check DIR",
		Short: lang.L("Say whether a course folder can be used, and what is wrong in it"),
		Long: lang.L("Reads every file of a course folder and checks it. All well ends with 0; otherwise it\n" +
			"says the file, the line and what is wrong. “goldseam --course DIR” then uses the folder."),
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			return stoppable(func(context.Context) error { return c.checkCourse(args[0]) })(cmd, nil)
		},
	})
	return cmd
}

func oneFolder(_ *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return &usageError{lang.L("Please name one course folder.")}
}

// checkCourse prints one line when all is well.
func (c *command) checkCourse(dir string) error {
	loaded, err := loadCourse(dir)
	if err != nil {
		return err
	}
	exercises := 0
	for _, s := range loaded.Steps {
		exercises += len(s.Exercises)
	}
	return c.say(lang.L("All is well: {{.Steps}} steps, {{.Exercises}} exercises.", map[string]any{"Steps": len(loaded.Steps), "Exercises": exercises}))
}

// courseSentence tells the writer of a course what to mend. Whoever works on a
// course reads file names and keys, so they are said as they are.
func courseSentence(err *courseError) string {
	if errors.Is(err, fs.ErrNotExist) {
		return lang.L("That folder holds no whole course: {{.Problem}}.", map[string]any{"Problem": err.Error()})
	}
	return lang.L("The course can't be used: {{.Problem}}.", map[string]any{"Problem": err.Error()})
}
