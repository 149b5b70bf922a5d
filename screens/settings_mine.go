package screens

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// mine is the holder's own card. Each form opens in its place when asked for.
func (s *Settings) mine() fyne.CanvasObject {
	me := s.journal.State().Person(s.journal.Holder())
	rows := []fyne.CanvasObject{
		s.fold(lang.L("Name and colour"), s.nameForm), s.fold(lang.L("Change my passphrase"), s.passForm),
		s.fold(lang.L("Change my hand-over code"), s.codeForm), s.fold(lang.L("My private choice"), s.roleForm),
		s.fold(lang.L("How we live"), s.livingForm),
	}
	if _, open := s.journal.RecoveryWords(); open {
		rows = append(rows, widgets.Wrap(0, widgets.NewButton(lang.L("Show my recovery words"), widgets.Quiet, func() { tellIf(s.OnWords) })))
	}
	return settingsCard(lang.L("{{.Name}}'s own", named(me.Name)), rows...)
}

// form is something to fill in and save.
type form struct {
	content fyne.CanvasObject
	focus   fyne.Focusable
	work    func() (func(context.Context) error, bool) // checks, then gives what saves
	failed  func(error) bool                           // shows an error at its field; may be nil
	saved   func() fyne.CanvasObject                   // what stands there afterwards; may be nil
}

// fold is a link that opens a form below itself.
func (s *Settings) fold(title string, make func() form) fyne.CanvasObject {
	place := widgets.VGap(12)
	var open, closed func()
	link := widgets.NewButton(title, widgets.Quiet, func() {
		if len(place.Objects) > 1 {
			closed()
			return
		}
		open()
	})
	head := widgets.Wrap(0, link)
	closed = func() {
		swap(place, head)
		s.relayout()
	}
	open = func() {
		f := make()
		swap(place, head, s.formBox(f, place, head))
		s.relayout()
		s.aim(f.focus)
	}
	closed()
	return place
}

// formBox is a form with its line and its way to save.
func (s *Settings) formBox(f form, place *fyne.Container, head fyne.CanvasObject) fyne.CanvasObject {
	line := newCalmLine(s.relayout)
	var save *widgets.Button
	save = widgets.NewButton(lang.L("Save"), widgets.Primary, func() {
		work, ok := f.work()
		s.relayout()
		if !ok || save.Disabled() {
			return
		}
		enable(false, save)
		line.say(waiting())
		s.later(work, func(err error) {
			enable(true, save)
			switch {
			case err == nil:
				s.savedForm(f, place, head)
			case f.failed != nil && f.failed(err):
				line.say("")
			default:
				line.say(Sentence(err))
			}
		})
	})
	return widgets.VGap(12, f.content, line.Text, widgets.Wrap(12, save))
}

// savedForm says that it is saved, with whatever the form leaves.
func (s *Settings) savedForm(f form, place *fyne.Container, head fyne.CanvasObject) {
	var left fyne.CanvasObject = widgets.NewText(lang.L("Saved."), widgets.Muted)
	if f.saved != nil {
		left = f.saved()
	}
	swap(place, head, left)
	s.relayout()
}

func (s *Settings) nameForm() form {
	holder := s.journal.Holder()
	me, other := s.journal.State().Person(holder), s.journal.State().Person(holder.Other())
	name := widgets.NewField(lang.L("Name"), widgets.NewEntry())
	name.Entry.MaxRunes = 60
	name.Entry.SetSide(sideOf(holder))
	name.Entry.SetText(me.Name)
	colour := newColourPicker(me.Colour)
	return form{
		content: widgets.VGap(12, name, colour), focus: name.Entry,
		work: func() (func(context.Context) error, bool) {
			name.SetError("")
			if !other.Joined.IsZero() && colour.picked == other.Colour {
				name.SetError(lang.L("{{.Name}} has this colour. Please pick another.", named(other.Name)))
				return nil, false
			}
			text, picked := strings.TrimSpace(name.Entry.Text), colour.picked
			return func(ctx context.Context) error { return s.journal.Rename(ctx, text, picked) }, true
		},
		failed: atField(name),
		saved: func() fyne.CanvasObject {
			tellIf(s.OnRenamed)
			return widgets.NewText(lang.L("Saved."), widgets.Muted)
		},
	}
}

// atField shows what a form's check found at the one field it can be about.
func atField(field *widgets.Field) func(error) bool {
	return func(err error) bool {
		invalid, ok := errors.AsType[*journal.Invalid](err)
		if ok {
			field.SetError(FieldSentence(invalid.Field, invalid.Problem))
		}
		return ok
	}
}

func (s *Settings) passForm() form {
	side := sideOf(s.journal.Holder())
	old := widgets.NewField(lang.L("Your passphrase until now"), widgets.NewPasswordEntry())
	old.Entry.SetSide(side)
	fresh := newPassphraseForm(lang.L("Your new passphrase"), side, s.relayout)
	words := ""
	return form{
		content: widgets.VGap(16, old, fresh.box), focus: old.Entry,
		work: func() (func(context.Context) error, bool) {
			passphrase, ok := fresh.value()
			was := old.Entry.Text
			return func(ctx context.Context) (err error) {
				words, err = s.journal.ChangePassphrase(ctx, was, passphrase)
				return err
			}, ok
		},
		saved: func() fyne.CanvasObject {
			return widgets.VGap(12, widgets.NewText(
				lang.L("Saved. These are your new recovery words; please write them down. Copies of the journal kept elsewhere still open the old way."), widgets.Body),
				wordTable(words))
		},
	}
}

func (s *Settings) codeForm() form {
	f := newCodeForm(sideOf(s.journal.Holder()))
	return form{
		content: f.box, focus: f.typed.Entry,
		work: func() (func(context.Context) error, bool) {
			code, ok := f.value()
			return func(ctx context.Context) error { return s.journal.SetCode(ctx, code) }, ok
		},
		failed: atField(f.typed),
	}
}

func (s *Settings) roleForm() form {
	mine, _ := s.journal.Role()
	picked := -1
	for i, role := range roles() {
		if role == mine {
			picked = i
		}
	}
	options := widgets.NewOptions(roleNames(), picked, func(i int) { picked = i })
	return form{
		content: widgets.VGap(8, widgets.NewText(lang.L("It picks the questions you are asked. Nobody else sees it."), widgets.Muted), options),
		work: func() (func(context.Context) error, bool) {
			if picked < 0 {
				return nil, false
			}
			role := roles()[picked]
			return func(ctx context.Context) error { return s.journal.SetRole(ctx, role) }, true
		},
	}
}

func (s *Settings) livingForm() form {
	picked := 0
	if s.journal.State().Apart {
		picked = 1
	}
	options := widgets.NewOptions([]string{lang.L("We live together"), lang.L("We live apart")}, picked, func(i int) { picked = i })
	return form{
		content: widgets.VGap(8, widgets.NewText(lang.L("So that the words fit how you live."), widgets.Muted), options),
		work: func() (func(context.Context) error, bool) {
			apart := picked == 1
			return func(ctx context.Context) error { return s.journal.Living(ctx, apart) }, true
		},
	}
}
