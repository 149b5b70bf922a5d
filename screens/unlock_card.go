package screens

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// faceCard is one partner on the unlock screen.
type faceCard struct {
	screen *Unlock
	face   journal.Face
	card   *widgets.Card
	body   *fyne.Container

	pass     *widgets.Entry
	here     *widgets.Button
	useWords *widgets.Button
	line     calmLine
	chip     *widgets.Chip

	words    *widgets.Field
	fresh    *passphraseForm
	renew    *widgets.Button
	newWords string // shown until they are written down
	noted    *widgets.Button

	wait  bool // the recovery words are asked for
	stop  func()
	tries int // counts the tries, so that a late answer changes nothing
}

func newFaceCard(s *Unlock, face journal.Face) *faceCard {
	c := &faceCard{screen: s, face: face, line: newCalmLine(s.relayout), stop: func() {}}
	c.pass = widgets.NewPasswordEntry()
	c.pass.SetPlaceHolder(lang.L("Passphrase"))
	c.pass.Side = sideOf(face.Partner)
	c.pass.OnSubmitted = func(string) { c.try() }
	c.here = widgets.NewButton(lang.L("I'm here"), widgets.Primary, c.try)
	c.useWords = widgets.NewButton(lang.L("Use recovery words"), widgets.Quiet, c.askWords)
	c.noted = widgets.NewButton(lang.L("I have written them down"), widgets.Primary, c.wordsNoted)
	c.body = widgets.VGap(0)
	c.chip = widgets.NewChip(lang.L("Here"), sideOf(face.Partner).Chip())
	c.card = widgets.NewCard(widgets.VGap(12, c.head(), c.body))
	c.card.TopBar = sideOf(face.Partner).Color()
	return c
}

func (c *faceCard) head() fyne.CanvasObject {
	return widgets.HGap(14, widgets.NewAvatar(c.face.Initial, sideOf(c.face.Partner), 30),
		widgets.NewLine(c.face.Initial, widgets.Heading), widgets.Spacer(), c.chip)
}

// reload shows the card as its partner stands: away, not joined, or here.
func (c *faceCard) reload() {
	c.chip.Hidden = !c.screen.journal.Here(c.face.Partner)
	switch {
	case c.newWords != "":
		c.set(c.wordsBody()...)
	case !c.face.Joined:
		c.set(widgets.NewText(lang.L("Not here yet. They can join later, on this laptop, with a passphrase of their own."), widgets.Small))
	case c.screen.journal.Here(c.face.Partner):
		c.set(widgets.NewText(lang.L("Unlocked."), widgets.Small))
	case c.wait:
		c.set(c.words, c.fresh.box, c.line.Text, widgets.Wrap(12, c.renew,
			widgets.NewButton(lang.L("Back to the passphrase"), widgets.Quiet, c.askPassphrase)))
	default:
		c.set(c.pass, c.line.Text, widgets.HGap(14, c.here, c.useWords))
	}
}

func (c *faceCard) set(content ...fyne.CanvasObject) {
	swap(c.body, widgets.VGap(12, content...))
}

// focus is where this partner types next, or nil.
func (c *faceCard) focus() fyne.Focusable {
	switch {
	case c.newWords != "":
		return c.noted
	case !c.face.Joined || c.screen.journal.Here(c.face.Partner):
		return nil
	case c.wait:
		return c.words.Entry
	default:
		return c.pass
	}
}

// try unlocks with what was typed.
func (c *faceCard) try() {
	if c.here.Disabled() || c.pass.Text == "" {
		return
	}
	if c.screen.journal.Wait(c.face.Partner) > 0 {
		c.countDown(false)
		return
	}
	typed := c.pass.Text
	c.begin()
	try := c.tries
	c.screen.later(func(ctx context.Context) error {
		return c.screen.journal.Unlock(ctx, c.face.Partner, typed)
	}, func(err error) { c.answered(try, err) })
}

// begin lets the card wait for an answer.
func (c *faceCard) begin() {
	c.tries++
	c.stop()
	enable(false, c.here, c.useWords)
	c.line.say(waiting())
}

// answered shows how a try went.
func (c *faceCard) answered(try int, err error) {
	if try != c.tries {
		return
	}
	enable(true, c.here, c.useWords)
	c.pass.SetText("")
	if err != nil {
		c.line.say(Sentence(err))
		c.screen.aim(c.pass)
		c.countDown(errors.Is(err, vault.ErrWrongPassphrase))
		return
	}
	c.line.say("")
	c.screen.Reload()
}

// countDown says how long the pause before the next try still is.
func (c *faceCard) countDown(wrong bool) {
	left := c.screen.journal.Wait(c.face.Partner)
	if left <= 0 {
		if c.here.Disabled() {
			c.line.say(lang.L("You can try again now."))
		}
		enable(true, c.here, c.useWords)
		return
	}
	enable(false, c.here)
	seconds := int((left + time.Second - 1) / time.Second)
	data := map[string]any{"Seconds": seconds}
	if wrong {
		c.line.say(lang.L("That passphrase does not fit. Nothing is lost; try again in {{.Seconds}} s.", data))
	} else {
		c.line.say(lang.L("You can try again in {{.Seconds}} s.", data))
	}
	c.stop = c.screen.after(min(left, time.Second), func() { c.countDown(wrong) })
}

// askWords shows the fields for the recovery words.
func (c *faceCard) askWords() {
	c.words = widgets.NewField(lang.L("Your twelve recovery words, in their order"), widgets.NewMultiLineEntry())
	c.words.Entry.SetMinRowsVisible(3)
	c.fresh = newPassphraseForm(lang.L("Your new passphrase"), sideOf(c.face.Partner), c.screen.relayout)
	c.renew = widgets.NewButton(lang.L("Open with these words"), widgets.Primary, c.tryWords)
	c.wait = true
	c.line.say("")
	c.screen.Reload()
}

// askPassphrase goes back to the passphrase and forgets what was typed.
func (c *faceCard) askPassphrase() {
	c.tries++
	c.wait, c.words, c.fresh = false, nil, nil
	enable(true, c.here, c.useWords)
	c.line.say("")
	c.screen.Reload()
}

// tryWords opens with the recovery words and the new passphrase.
func (c *faceCard) tryWords() {
	passphrase, ok := c.fresh.value()
	c.screen.relayout()
	if !ok || c.renew.Disabled() {
		return
	}
	c.begin()
	enable(false, c.renew)
	try, words, fresh := c.tries, c.words.Entry.Text, ""
	c.screen.later(func(ctx context.Context) (err error) {
		fresh, err = c.screen.journal.UnlockWithWords(ctx, c.face.Partner, words, passphrase)
		return err
	}, func(err error) { c.answeredWords(try, fresh, err) })
}

func (c *faceCard) answeredWords(try int, fresh string, err error) {
	if try != c.tries {
		return
	}
	enable(true, c.renew, c.here, c.useWords)
	if err != nil {
		c.line.say(Sentence(err))
		return
	}
	c.newWords = fresh
	c.wait, c.words, c.fresh = false, nil, nil
	c.line.say("")
	c.screen.Reload()
}

// wordsBody shows the new words once, right after the old ones were used up.
func (c *faceCard) wordsBody() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.NewText(lang.L("You are in. These are your new recovery words; the old ones no longer open this journal. Copies kept elsewhere still open the old way."), widgets.Body),
		wordTable(c.newWords), c.noted,
	}
}

func (c *faceCard) wordsNoted() {
	c.newWords = ""
	c.screen.Reload()
}
