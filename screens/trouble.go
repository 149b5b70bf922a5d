package screens

import (
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// Trouble says in one sentence what keeps the journal from opening, and where
// the file lies. It changes nothing.
type Trouble struct {
	moving
}

// NewTrouble makes the page. way are the words on the one way out.
func NewTrouble(sentence, path, way string, out func()) *Trouble {
	s := &Trouble{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	button := widgets.NewButton(way, widgets.Primary, out)
	s.show(sheet(
		centred(widgets.NewMark(72)),
		middle(lang.L("The journal could not be opened"), widgets.Title),
		middle(sentence, widgets.Body),
		middle(lang.L("The file lies here: {{.Path}}", map[string]any{"Path": path}), widgets.Muted),
		middle(lang.L("Nothing in it was changed."), widgets.Muted),
		centred(button)), button)
	return s
}

// nameLength is how many characters of a name are shown where room is short.
const nameLength = 20

// ShortName cuts a long name where room is short.
func ShortName(name string) string {
	if r := []rune(name); len(r) > nameLength {
		return string(r[:nameLength-1]) + "…"
	}
	return name
}

// GoOnWords are the words on the way on from a page that is only read.
func GoOnWords() string { return lang.L("I have read this") }
