//go:build !linux

package app

import "errors"

// errVisible says that other programs of the same user may read the memory.
var errVisible = errors.New("the memory can't be kept to the program")

// hideMemory does nothing: only Linux is looked after.
func hideMemory() error { return nil }
