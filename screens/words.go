package screens

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// askedBack is how many of the recovery words a partner types again.
const askedBack = 3

// WordsJournal is what the screen of recovery words needs of the journal.
type WordsJournal interface {
	RecoveryWords() (string, bool)
	ConfirmWords(ctx context.Context) error
}

// Words shows the holder's recovery words, for this partner alone, and asks
// three of them back. It is never shown again once they are confirmed.
type Words struct {
	moving

	OnDone  func() // written down, or none to show
	OnLater func()

	journal WordsJournal
	later   Background
	name    string
	words   []string
	numbers []int // the asked ones, from 0, in order
	fields  []*widgets.Field
	line    calmLine
	confirm *widgets.Button
}

// NewWords makes the screen for the holder, whose name it says.
func NewWords(j WordsJournal, later Background, name string) *Words {
	s := &Words{journal: j, later: later, name: name}
	s.place = newPlace()
	s.line = newCalmLine(func() { s.place.Refresh() })
	s.confirm = widgets.NewButton(lang.L("They are written down"), widgets.Primary, s.check)
	s.ExtendBaseWidget(s)
	words, _ := j.RecoveryWords()
	s.words = strings.Fields(words)
	s.ask(rand.Perm(max(len(s.words), askedBack))[:askedBack])
	s.read()
	return s
}

// ask chooses which words are asked back.
func (s *Words) ask(numbers []int) {
	s.numbers = slices.Sorted(slices.Values(numbers))
	s.fields = nil
	for _, n := range s.numbers {
		field := widgets.NewField(lang.L("Word number {{.Number}}", map[string]any{"Number": n + 1}), widgets.NewEntry())
		s.fields = append(s.fields, field)
	}
}

// Clear forgets the words.
func (s *Words) Clear() {
	s.words, s.fields = nil, nil
	swap(s.place)
}

// read shows the words to write down.
func (s *Words) read() {
	if len(s.words) == 0 {
		done := widgets.NewButton(lang.L("Go on"), widgets.Primary, func() { tellIf(s.OnDone) })
		s.show(paper(widgets.NewText(lang.L("Your recovery words are written down. There is nothing to do here."), widgets.Body), widgets.Wrap(12, done)), done)
		return
	}
	next := widgets.NewButton(lang.L("I have written them on paper"), widgets.Primary, s.askBack)
	later := widgets.NewButton(lang.L("Later"), widgets.Plain, func() { tellIf(s.OnLater) })
	s.show(paper(
		widgets.NewText(lang.L("{{.Name}}'s recovery words", named(s.name)), widgets.Title),
		widgets.NewText(lang.L("For you alone. If you ever forget your passphrase, these twelve words in this order let you in. Write them on paper and keep it where only you look."), widgets.Body),
		wordTable(strings.Join(s.words, " ")), widgets.Wrap(12, next, later)), next)
}

// askBack asks three of them.
func (s *Words) askBack() {
	s.line.say("")
	fields := widgets.VGap(12)
	for i, field := range s.fields {
		fields.Add(field)
		last := i == len(s.fields)-1
		field.Entry.OnSubmitted = func(string) {
			if last {
				s.check()
				return
			}
			s.aim(s.fields[i+1].Entry)
		}
	}
	s.show(paper(
		widgets.NewText(lang.L("Three of them, from your paper"), widgets.Title),
		fields, s.line.Text,
		widgets.Wrap(12, s.confirm, widgets.NewButton(lang.L("Show the words again"), widgets.Plain, s.read),
			widgets.NewButton(lang.L("Later"), widgets.Quiet, func() { tellIf(s.OnLater) }))), s.fields[0].Entry)
}

// check compares what was typed, field by field.
func (s *Words) check() {
	good := true
	for i, field := range s.fields {
		field.SetError("")
		if !strings.EqualFold(strings.TrimSpace(field.Entry.Text), s.words[s.numbers[i]]) {
			field.SetError(lang.L("That is another word. Look at your paper once more."))
			good = false
		}
	}
	s.place.Refresh()
	if !good || s.confirm.Disabled() {
		return
	}
	enable(false, s.confirm)
	s.later(s.journal.ConfirmWords, func(err error) {
		enable(true, s.confirm)
		s.line.say(Sentence(err))
		if err == nil {
			s.Clear()
			tellIf(s.OnDone)
		}
	})
}

// wordTable sets recovery words with their numbers, to be copied by hand.
func wordTable(words string) fyne.CanvasObject {
	columns := [3]*fyne.Container{widgets.VGap(6), widgets.VGap(6), widgets.VGap(6)}
	all := strings.Fields(words)
	each := (len(all) + len(columns) - 1) / len(columns)
	for i, word := range all {
		columns[i/each].Add(widgets.HGap(8,
			widgets.NewLine(strconv.Itoa(i+1)+".", widgets.Muted), widgets.NewLine(word, widgets.Question)))
	}
	return widgets.NewCard(widgets.StackBelow(300, 16, []float32{1, 1, 1}, columns[0], columns[1], columns[2]))
}
