package screens

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// namesForm asks who they are, how they live, and who sits here tonight.
type namesForm struct {
	box     *fyne.Container
	names   [2]*widgets.Field
	colours [2]*colourPicker
	who     *widgets.Options
	living  *widgets.Options
	line    calmLine

	apartNow bool
	aloneNow bool
	known    journal.Person // the first partner, when the second joins later
}

func newNamesForm(changed func()) *namesForm {
	f := newBareNames(changed)
	f.who = widgets.NewOptions([]string{lang.L("Both of us are here"), lang.L("I begin alone, my partner joins later")}, 0,
		func(i int) { f.setAlone(i == 1) })
	f.living = widgets.NewOptions([]string{lang.L("We live together"), lang.L("We live apart")}, 0,
		func(i int) { f.apartNow = i == 1 })
	f.box = widgets.VGap(20, widgets.NewText(lang.L("Who sits here?"), widgets.Title),
		asked(lang.L("Tonight"), f.who),
		widgets.StackBelow(560, 22, []float32{1, 1}, f.person(0), f.person(1)),
		f.line.Text, asked(lang.L("For now"), f.living))
	return f
}

// newJoiningForm asks the second partner alone.
func newJoiningForm(first journal.Person, apart bool, changed func()) *namesForm {
	f := newBareNames(changed)
	f.known, f.apartNow = first, apart
	f.box = widgets.VGap(20, widgets.NewText(lang.L("Who are you?"), widgets.Title), f.person(1), f.line.Text)
	return f
}

func newBareNames(changed func()) *namesForm {
	f := &namesForm{line: newCalmLine(changed)}
	for i := range f.names {
		f.names[i] = widgets.NewField(lang.L("Name, or what you like to be called"), widgets.NewEntry())
		f.names[i].Entry.MaxRunes = 60
		f.colours[i] = newColourPicker(i)
	}
	f.names[0].Entry.SetSide(widgets.First)
	f.names[1].Entry.SetSide(widgets.Second)
	return f
}

func (f *namesForm) person(i int) fyne.CanvasObject {
	return widgets.VGap(12, f.names[i], f.colours[i])
}

// asked is a small heading above something to pick.
func asked(question string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(8, widgets.NewText(question, widgets.Question), o)
}

func (f *namesForm) focus() fyne.Focusable {
	if f.who == nil {
		return f.names[1].Entry
	}
	return f.names[0].Entry
}

func (f *namesForm) alone() bool { return f.aloneNow }

// setAlone keeps only one name on the page, or both.
func (f *namesForm) setAlone(alone bool) {
	f.aloneNow = alone
	if alone {
		f.who.SetPicked(1)
		f.names[1].Hide()
		f.colours[1].Hide()
	} else {
		f.who.SetPicked(0)
		f.names[1].Show()
		f.colours[1].Show()
	}
	f.line.changed()
}

// newcomer gives what one partner chose on this page.
func (f *namesForm) newcomer(p journal.Partner) journal.Newcomer {
	i := int(p) - 1
	return journal.Newcomer{Name: f.name(i), Colour: f.colours[i].picked, Apart: f.apartNow}
}

func (f *namesForm) name(i int) string {
	if i == 0 && f.known.Name != "" {
		return f.known.Name
	}
	return strings.TrimSpace(f.names[i].Entry.Text)
}

// call is what to call a partner, also before they have said.
func (f *namesForm) call(p journal.Partner) string {
	if name := f.name(int(p) - 1); name != "" {
		return name
	}
	return lang.L("your partner")
}

// check says at each field what it still needs.
func (f *namesForm) check() bool {
	f.line.say("")
	good := true
	for i, field := range f.names {
		field.SetError("")
		if f.asks(i) && f.name(i) == "" {
			field.SetError(FieldSentence("Name", journal.ProblemEmpty))
			good = false
		}
	}
	if !good || f.aloneNow {
		return good
	}
	if strings.EqualFold(f.name(0), f.name(1)) {
		f.names[1].SetError(FieldSentence("Name", journal.ProblemSameName))
		return false
	}
	if f.colour(0) == f.colour(1) {
		f.line.say(lang.L("You both picked the same colour. Please pick two, so that you can tell your words apart."))
		return false
	}
	return true
}

// asks reports whether the page asks for the partner's name.
func (f *namesForm) asks(i int) bool {
	return i == 0 && f.who != nil || i == 1 && !f.aloneNow
}

func (f *namesForm) colour(i int) int {
	if i == 0 && f.who == nil {
		return f.known.Colour
	}
	return f.colours[i].picked
}
