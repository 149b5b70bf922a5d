package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// passphraseForm offers six words and takes an own passphrase, typed twice.
type passphraseForm struct {
	box    *fyne.Container
	choice *widgets.Options

	offered string
	own     bool
	words   *widgets.Text
	others  *widgets.Button
	note    *widgets.Text  // below the offered words
	noted   *widgets.Check // the offered words are written down
	line    calmLine
	typed   *widgets.Field
	again   *widgets.Field
	body    *fyne.Container
}

// newPassphraseForm makes the form; changed is called when its height is another.
func newPassphraseForm(label string, side widgets.Side, changed func()) *passphraseForm {
	f := &passphraseForm{words: widgets.NewText("", widgets.Heading), body: widgets.VGap(0)}
	f.line = newCalmLine(changed)
	f.note = widgets.NewText(lang.L("Write them down, dashes too. You type them whenever you open the journal."), widgets.Small)
	f.noted = widgets.NewCheck(lang.L("I have written them down"), false, nil)
	f.others = widgets.NewButton(lang.L("Offer others"), widgets.Quiet, f.offer)
	f.typed = widgets.NewField(lang.L("Your passphrase, at least 12 characters"), widgets.NewPasswordEntry())
	f.again = widgets.NewField(lang.L("The same once more"), widgets.NewPasswordEntry())
	f.typed.Entry.SetSide(side)
	f.again.Entry.SetSide(side)
	f.choice = widgets.NewOptions([]string{lang.L("Use these six words"), lang.L("I have one of my own")}, 0, f.pick)
	f.box = widgets.VGap(12, widgets.NewText(label, widgets.Subheading), f.choice, f.body)
	f.reset()
	return f
}

// reset forgets what was typed and offers new words.
func (f *passphraseForm) reset() {
	f.typed.Entry.SetText("")
	f.again.Entry.SetText("")
	f.choice.SetPicked(0)
	f.offer()
	f.pick(0)
}

func (f *passphraseForm) offer() {
	f.offered = vault.OfferPassphrase()
	f.words.SetText(f.offered)
	f.noted.SetOn(false)
	f.line.say("")
}

func (f *passphraseForm) pick(i int) {
	f.own = i == 1
	content := widgets.VGap(8, widgets.NewCard(f.words), f.note,
		widgets.Wrap(20, f.noted, f.others), f.line.Text)
	if f.own {
		content = widgets.VGap(12, f.typed, f.again)
	}
	swap(f.body, content)
	f.line.changed()
}

// value gives the passphrase, or says at the field what it still needs.
func (f *passphraseForm) value() (string, bool) {
	if !f.own {
		if !f.noted.On {
			f.line.say(lang.L("Write the words down first, then tick the box."))
		}
		return f.offered, f.noted.On
	}
	f.typed.SetError("")
	f.again.SetError("")
	if _, err := vault.NormalizePassphrase(f.typed.Entry.Text); err != nil {
		f.typed.SetError(Sentence(err))
		return "", false
	}
	if f.typed.Entry.Text != f.again.Entry.Text {
		f.again.SetError(lang.L("The two are not the same yet."))
		return "", false
	}
	return f.typed.Entry.Text, true
}

// codeForm takes a hand-over code, typed twice.
type codeForm struct {
	box          *fyne.Container
	typed, again *widgets.Field
}

func newCodeForm(side widgets.Side) *codeForm {
	f := &codeForm{
		typed: widgets.NewField(lang.L("Four digits or more"), widgets.NewPasswordEntry()),
		again: widgets.NewField(lang.L("The same once more"), widgets.NewPasswordEntry()),
	}
	for _, field := range []*widgets.Field{f.typed, f.again} {
		field.Entry.SetSide(side)
		field.Entry.MaxRunes = 12
	}
	f.box = widgets.VGap(12, f.typed, f.again)
	return f
}

func (f *codeForm) reset() {
	f.typed.Entry.SetText("")
	f.again.Entry.SetText("")
}

// value gives the code, or says at the field what it still needs.
func (f *codeForm) value() (string, bool) {
	f.typed.SetError("")
	f.again.SetError("")
	if !isCode(f.typed.Entry.Text) {
		f.typed.SetError(FieldSentence("Code", journal.ProblemDigits))
		return "", false
	}
	if f.typed.Entry.Text != f.again.Entry.Text {
		f.again.SetError(lang.L("The two are not the same yet."))
		return "", false
	}
	return f.typed.Entry.Text, true
}

// isCode reports whether text is four to twelve ASCII digits.
func isCode(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(text) >= 4 && len(text) <= 12
}

// roles are the four private choices, in the order they are offered.
func roles() []string { return []string{"repairing", "hurt", "both", "unsure"} }

// roleNames are the words for the four choices.
func roleNames() []string {
	return []string{
		lang.L("Mostly I broke trust"), lang.L("Mostly I was hurt"),
		lang.L("Different things each"), lang.L("Not sure"),
	}
}
