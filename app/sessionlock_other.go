//go:build !linux

package app

import (
	"context"
	"time"
)

// watchSession hears nothing: only Linux is looked after.
func watchSession(context.Context, func()) error { return nil }

// keepBusLocal has nothing to keep.
func keepBusLocal() {}

// meetPortal has nobody to meet.
func meetPortal(context.Context, time.Duration) {}
