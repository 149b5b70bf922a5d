package app

import "crypto/sha256"

// copied remembers what a partner has copied out of a field, as a hash, until the
// journal locks.
type copied struct {
	sum   [sha256.Size]byte
	words bool // something was copied
}

func (c *copied) note(text string) { c.sum, c.words = sha256.Sum256([]byte(text)), true }

// copyOut puts a number or an address of Help & safety on the clipboard, until the
// journal locks: that someone looked for one is theirs alone.
func (p *program) copyOut(text string) {
	p.app.Clipboard().SetContent(text)
	p.copied.note(text)
}

// forgetCopied empties the clipboard if it still holds what was copied here. What
// came from elsewhere stays.
func (p *program) forgetCopied() {
	c := p.copied
	p.copied = copied{}
	if !c.words {
		return // nor is anyone asked what they hold
	}
	if board := p.app.Clipboard(); sha256.Sum256([]byte(board.Content())) == c.sum {
		board.SetContent("")
	}
}
