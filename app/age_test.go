package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// ageCommands are what scripts know of the ordinary age program, which asks for a
// passphrase at a terminal alone: "script" gives it one.
func ageCommands() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"age":      func(ts *testscript.TestScript, _ bool, args []string) { runAge(ts, "-d", 1, args) },
		"age-seal": func(ts *testscript.TestScript, _ bool, args []string) { runAge(ts, "-p", 2, args) },
		"mode":     mode,
		"parts":    parts,
	}
}

// runAge opens or seals a file, typing the passphrase of a file so many times.
func runAge(ts *testscript.TestScript, how string, times int, args []string) {
	word := strings.TrimSpace(ts.ReadFile(args[0]))
	command := "age " + how + " -o " + ts.MkAbs(args[2]) + " " + ts.MkAbs(args[1])
	cmd := exec.Command("script", "--quiet", "--return", "--command", command, "/dev/null")
	cmd.Stdin = strings.NewReader(strings.Repeat(word+"\n", times))
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		ts.Fatalf("%s: %v\n%s", command, err, said.String())
	}
}

// mode fails unless a file has these permissions, in octal.
func mode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := fmt.Sprintf("%o", info.Mode().Perm()); got != args[1] {
		ts.Fatalf("%s has mode %s", args[0], got)
	}
}

// parts fails when something half-written lies below a folder.
func parts(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, _ fs.DirEntry, err error) error {
		if strings.Contains(path, ".part") || strings.Contains(path, ".restoring") {
			return errors.New("left: " + path)
		}
		return err
	}))
}
