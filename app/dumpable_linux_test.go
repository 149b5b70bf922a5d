package app

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// printMemory says whether the memory can be read, before and after it is hidden.
func printMemory(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		dumpable, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_GET_DUMPABLE, 0, 0)
		var core syscall.Rlimit
		if err := syscall.Getrlimit(syscall.RLIMIT_CORE, &core); err != nil || errno != 0 {
			t.Fatal(err, errno)
		}
		fmt.Printf("%s: dumpable %d, core %v\n", when, dumpable, core.Cur == 0 && core.Max == 0)
		if err := hideMemory(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDumpableIsOff: no other program of the same user may read the memory, and
// no core file is written.
func TestDumpableIsOff(t *testing.T) {
	out, err := child(t, "memory")
	if err != nil || !strings.Contains(out, "before: dumpable 1") || !strings.Contains(out, "after: dumpable 0, core true") {
		t.Errorf("%v: %s", err, out)
	}
}
