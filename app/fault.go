//go:build !e2e

package app

// fault makes no mistakes outside the end-to-end test.
func (p *program) fault() {}
