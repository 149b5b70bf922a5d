package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"
)

// version is set when a release is built.
var version = "0.1.0"

// The exit codes of the command line.
const (
	exitFine  = 0
	exitError = 1
	exitUsage = 2
)

// usageError is a command line that can't be understood.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// command is one run of the command line: where it reads and writes, and the
// flags that all commands share.
type command struct {
	in          io.Reader
	out, errw   io.Writer
	journal     string
	course      string // a folder in place of the built-in course
	passphrases string // the file that holds them
	copyPass    string // the file that holds the passphrase of a sealed copy
}

// Main runs the command line and returns its exit code: 0 when all went well, 1
// for an error, 2 for wrong use. args come without the program's name.
func Main(args []string, in io.Reader, out, errw io.Writer) int {
	c := &command{in: in, out: out, errw: errw}
	root := c.root()
	root.SetArgs(args)
	used, err := root.ExecuteContextC(context.Background())
	if err == nil {
		return exitFine
	}
	if wrong, ok := errors.AsType[*usageError](err); ok {
		fmt.Fprintln(errw, wrong.text)
		fmt.Fprintln(errw, lang.L("“{{.Command}} --help” shows how it is used.", map[string]any{"Command": used.CommandPath()}))
		return exitUsage
	}
	fmt.Fprintln(errw, commandSentence(err))
	return exitError
}

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "goldseam",
		Short: lang.L("A journal for two people who mend trust"),
		Long: lang.L("Goldseam is a journal for two people who want to mend trust that broke.\n\n" +
			"Without a command it opens the window. The commands work without one.\n" +
			"They end with 0 when all went well, with 1 for an error, and with 2 for wrong use."),
		Args:              noArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE:              func(cmd *cobra.Command, _ []string) error { return c.window(cmd.Context()) },
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.errw)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return &usageError{lang.L("That can't be understood: {{.Problem}}.", map[string]any{"Problem": err.Error()})}
	})
	root.PersistentFlags().StringVar(&c.journal, "journal", "",
		lang.L("the journal `FILE`, when it is not the one in your data folder"))
	root.PersistentFlags().StringVar(&c.course, "course", "",
		lang.L("a course `DIR` in place of the built-in course"))
	root.AddCommand(c.check(), c.courses(), c.sheet(), c.export(), c.backup(), c.restore(), c.sample(), c.version())
	return root
}

// noArgs wants flags only: a stray word is more likely a mistyped command.
func noArgs(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &usageError{lang.L("There is nothing here called “{{.Word}}”.", map[string]any{"Word": args[0]})}
}

// stoppable ends a command's context on Ctrl+C. The window has ways of its own.
func stoppable(run func(ctx context.Context) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		return run(ctx)
	}
}

// window opens the window and holds the journal's lock as long as it is open.
func (c *command) window(ctx context.Context) error {
	if noDisplay() {
		return errNoDisplay
	}
	if c.course != "" { // said here, where its writer looks
		if _, err := loadCourse(c.course); err != nil {
			return err
		}
	}
	path, err := journalPath(c.journal)
	if err != nil {
		return err
	}
	if err := makeFolder(path); err != nil {
		return err
	}
	release, err := holdLock(path)
	if err != nil {
		// Whoever started it from a menu sees no standard error.
		return errors.Join(err, runTrouble(ctx, path, commandSentence(err)))
	}
	defer release()
	return runWindow(ctx, files{path, c.course})
}

func noDisplay() bool {
	return runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == ""
}

func (c *command) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: lang.L("Say which Goldseam this is"),
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(c.out, "goldseam %s %s/%s\n", version, runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// say prints one sentence of a command that went well.
func (c *command) say(text string) error {
	_, err := fmt.Fprintln(c.out, text)
	return err
}
