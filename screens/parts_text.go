package screens

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// writePart is one large field.
type writePart struct {
	screen *Exercise
	field  *widgets.Entry
	long   calmLine
	hints  *hintBox
	box    *fyne.Container
}

func newWritePart(s *Exercise, part course.Part) *writePart {
	rows := 6
	if part.Kind == course.Letter {
		rows = 14
	}
	v := &writePart{screen: s, field: s.wordsField(part.Placeholder, rows), long: newCalmLine(func() {})}
	v.hints = s.newHints(part.ID)
	v.field.OnTooLong = func() { v.note(maxWords) }
	v.box = widgets.VGap(16, widgets.Fill(v.field), v.long.Text)
	v.long.changed = v.box.Refresh
	if v.hints != nil {
		v.box.Add(v.hints)
	}
	return v
}

func (v *writePart) content() fyne.CanvasObject { return widgets.Fill(v.box) }
func (v *writePart) first() fyne.Focusable      { return v.field }

func (v *writePart) fill() {
	v.field.SetText(v.screen.kept().Text)
	v.field.ToEnd()
	v.note(utf8.RuneCountInString(v.field.Text))
	v.field.OnChanged = v.changed
}

func (v *writePart) changed(text string) {
	v.screen.changed(course.Answer{Text: text})
	v.note(utf8.RuneCountInString(text))
	v.hints.look(v.field, text)
}

// note says so, kindly, when a text grows very long.
func (v *writePart) note(length int) {
	if long := length >= manyWords; long != v.long.Visible() {
		v.long.say(longText(long))
	}
}

func longText(long bool) string {
	if !long {
		return ""
	}
	return lang.L("This has become long. The other will read it in one go; a shorter text is often heard better.")
}

func (v *writePart) clear() {
	emptyFields(v.field)
	v.hints.clear()
}

// composePart is a statement in pieces. The pieces can be joined into one text
// that is then edited as a whole.
type composePart struct {
	screen *Exercise
	part   course.Part
	pieces []course.Piece
	fields []*widgets.Entry
	whole  *widgets.Entry
	hints  *hintBox
	box    *fyne.Container
	answer course.Answer
	aside  string // the joined text, put aside while the pieces are edited
	joined string // what the pieces were when aside was made
}

func newComposePart(s *Exercise, part course.Part) *composePart {
	v := &composePart{screen: s, part: part, pieces: part.PiecesFor(s.roles.mine, s.roles.other)}
	v.hints = s.newHints(part.ID)
	for _, piece := range v.pieces {
		v.fields = append(v.fields, s.wordsField(piece.Placeholder, 3))
	}
	v.whole = s.wordsField("", 10)
	v.answer = s.kept()
	v.box = widgets.VGap(16)
	v.lay()
	return v
}

// lay shows the pieces, or the one text they have become.
func (v *composePart) lay() {
	v.box.RemoveAll()
	if v.answer.Text != "" {
		v.box.Add(widgets.Fill(v.whole))
		v.box.Add(widgets.Wrap(0, widgets.NewSmallButton(lang.L("Back to the pieces"), widgets.Quiet, v.split)))
	} else {
		for i, piece := range v.pieces {
			prompt := strings.Join(piece.PromptFor(v.screen.roles.mine, v.screen.roles.other), "\n")
			v.box.Add(widgets.VGap(6, widgets.NewText(prompt, widgets.BodyBold), v.fields[i]))
		}
		v.box.Add(widgets.Wrap(0, widgets.NewSmallButton(lang.L("Join the pieces into one text"), widgets.Plain, v.join)))
	}
}

// below is what stays in view while the pieces scroll.
func (v *composePart) below() fyne.CanvasObject {
	if v.hints == nil {
		return nil
	}
	return v.hints
}

func (v *composePart) content() fyne.CanvasObject { return widgets.Fill(v.box) }

func (v *composePart) first() fyne.Focusable {
	if v.answer.Text != "" || len(v.fields) == 0 {
		return v.whole
	}
	return v.fields[0]
}

func (v *composePart) fill() {
	v.whole.SetText(v.answer.Text)
	v.whole.OnChanged = v.wholeChanged
	for i, piece := range v.pieces {
		v.fields[i].SetText(v.answer.Pieces[piece.ID])
		v.fields[i].OnChanged = func(text string) { v.pieceChanged(v.fields[i], piece.ID, text) }
	}
}

func (v *composePart) pieceChanged(field *widgets.Entry, id, text string) {
	if v.answer.Pieces == nil {
		v.answer.Pieces = map[string]string{}
	}
	v.answer.Pieces[id] = text
	v.screen.changed(v.answer)
	v.hints.look(field, text)
}

func (v *composePart) wholeChanged(text string) {
	v.answer.Text = text
	v.screen.changed(v.answer)
	v.hints.look(v.whole, text)
}

// join makes one text of the pieces, or brings back the one made of them before.
func (v *composePart) join() {
	words := v.part.Words(course.Answer{Pieces: v.answer.Pieces})
	if words == "" {
		v.screen.say(lang.L("There is nothing to join yet. Write one piece first."))
		return
	}
	if v.aside == "" || words != v.joined {
		v.aside, v.joined = words, words
	}
	v.turn(v.aside)
}

// split goes back to the pieces and keeps the joined text aside.
func (v *composePart) split() {
	v.aside, v.joined = v.answer.Text, v.part.Words(course.Answer{Pieces: v.answer.Pieces})
	v.turn("")
}

func (v *composePart) turn(text string) {
	v.answer.Text = text
	v.lay()
	v.screen.place.Refresh()
	v.whole.OnChanged = nil
	v.whole.SetText(text)
	v.whole.OnChanged = v.wholeChanged
	v.screen.changed(v.answer)
	v.screen.aim(v.first())
}

func (v *composePart) clear() {
	emptyFields(append(v.fields, v.whole)...)
	v.answer, v.aside, v.joined = course.Answer{}, "", ""
	v.hints.clear()
}
