package app

import (
	"errors"
	"fmt"
	"syscall"
)

// errVisible says that other programs of the same user may read the memory.
var errVisible = errors.New("the memory can't be kept to the program")

// hideMemory keeps other programs of the same user from reading this program's
// memory, and the system from writing it into a core file. Whoever is root still can.
//
// The system calls are made directly: that is all that golang.org/x/sys would do,
// and the program does not need that module otherwise.
func hideMemory() error {
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}); err != nil {
		return fmt.Errorf("%w: %w", errVisible, err)
	}
	if _, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_DUMPABLE, 0, 0); errno != 0 {
		return fmt.Errorf("%w: %w", errVisible, errno)
	}
	return nil
}
