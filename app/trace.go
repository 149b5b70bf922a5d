//go:build !e2e

package app

// trace does nothing outside the end-to-end test.
func (p *program) trace() {}
