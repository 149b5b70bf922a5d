package screens

import (
	"context"
	"encoding/json"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// slipAccount is the part of a draft that holds a partner's own account.
const slipAccount = "account"

// SlipDrafts is where own words about a slip are kept until they are said.
type SlipDrafts interface {
	Drafts(exercise string) []journal.Draft
	SaveDraft(ctx context.Context, d journal.Draft) (journal.Draft, error)
	Erase(ctx context.Context, exercise, part string) error
}

// slipField is a field for own words about a slip. They are kept as they are
// typed, sealed to their writer, until they are said or named.
type slipField struct {
	*widgets.Field
	drafts SlipDrafts
	saver  *draftSaver
	saved  *widgets.Text
	box    fyne.CanvasObject
	laid   func() // lays out anew what the field stands in
}

// newSlipField makes a field for one part of the drafts about an agreement or a
// slip, with what is kept of it. Without a draft it begins with the words begin.
func newSlipField(drafts SlipDrafts, later Background, after afterFunc, about, part, begin string) *slipField {
	d := journal.Draft{Exercise: journal.Keeping + "." + about, Part: part, Private: true}
	for _, kept := range drafts.Drafts(d.Exercise) {
		if kept.Part == part {
			d, begin = kept, readAnswer(kept.Answer).Text
		}
	}
	entry := newLongEntry(4, begin)
	entry.MaxRunes = maxWords
	f := &slipField{drafts: drafts, Field: widgets.NewField("", entry), laid: func() {}}
	f.saver = newDraftSaver(d, drafts.SaveDraft, later, after)
	f.saver.onState = f.showState
	f.saved = widgets.NewText("", widgets.Small)
	entry.OnChanged = f.changed
	return f
}

// framed puts a label above the field and below it how long its words are
// sealed; side is that of their writer.
func (f *slipField) framed(label, sealed string, side widgets.Side) *slipField {
	f.Entry.SetSide(side)
	f.saved.SetText(sealed)
	f.box = widgets.VGap(6, widgets.NewText(label, widgets.SmallBold), f.Field, f.saved)
	return f
}

func (f *slipField) changed(text string) {
	kept, err := json.Marshal(course.Answer{Text: text})
	if err != nil {
		f.showState(false, err)
		return
	}
	f.SetError("")
	f.saver.Change(kept)
}

// showState says how the saving goes.
func (f *slipField) showState(saved bool, err error) {
	text := f.saved.Text
	switch {
	case err != nil:
		text = lang.L("Not saved yet.") + " " + Sentence(err)
	case saved:
		text = lang.L("Saved. Only you can read it.")
	}
	if text != f.saved.Text {
		f.saved.SetText(text)
		f.laid()
	}
}

// erase drops what was kept of the words.
func (f *slipField) erase(ctx context.Context) error {
	d := f.saver.draft
	if err := f.drafts.Erase(ctx, d.Exercise, d.Part); !errors.Is(err, journal.ErrUnknown) {
		return err
	}
	return nil
}

// wait lets nothing be typed while the words are on their way.
func (f *slipField) wait(busy bool) {
	if busy {
		f.Entry.Disable()
	} else {
		f.Entry.Enable()
	}
}

// forget drops the words from the screen.
func (f *slipField) forget() {
	f.saver.Clear()
	emptyFields(f.Entry)
}

// flushFields saves what was typed in all fields; done hears when that is over,
// or what kept it from being saved.
func flushFields(fields []*slipField, done func(error)) {
	if len(fields) == 0 {
		done(nil)
		return
	}
	fields[0].saver.Flush(func(err error) {
		if err != nil {
			done(err)
			return
		}
		flushFields(fields[1:], done)
	})
}

// dirtyFields gives the drafts that are not saved yet.
func dirtyFields(fields []*slipField) []journal.Draft {
	var all []journal.Draft
	for _, f := range fields {
		if d, dirty := f.saver.Dirty(); dirty {
			all = append(all, d)
		}
	}
	return all
}
