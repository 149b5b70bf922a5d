package screens

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// writingForm is what the forms for agreements and boundaries share: fields by
// the name that the journal gives them, one calm line, and two buttons that stay
// in view while the fields scroll.
type writingForm struct {
	widget.BaseWidget
	OnCancel func()

	fields map[string]*widgets.Field
	calm   *widgets.Text
	save   *widgets.Button
	cancel *widgets.Button
	head   *widgets.Text
	column *fyne.Container // the fields
	box    *fyne.Container
}

func (f *writingForm) prepare(title, save string, tapped func()) {
	f.fields = map[string]*widgets.Field{}
	f.head = widgets.NewText(title, widgets.Title)
	f.calm = widgets.NewText("", widgets.Body)
	f.calm.Hide()
	f.save = widgets.NewButton(save, widgets.Primary, tapped)
	f.cancel = widgets.NewButton(lang.L("Don't keep this"), widgets.Plain, func() {
		if f.OnCancel != nil {
			f.OnCancel()
		}
	})
	f.column = widgets.VGap(16)
	f.box = widgets.MaxWidth(720, widgets.VGap(14, widgets.Pad(0, leaveRoom(), 0, 0, f.head),
		widgets.Fill(widgets.VScroll(widgets.Pad(2, 14, 10, 2, f.column))),
		f.calm, widgets.Pad(0, 0, screenBottom, 0, widgets.Wrap(12, f.save, f.cancel))))
}

// CreateRenderer shows the parts that the constructor made.
func (f *writingForm) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(f.box)
}

// MinSize is small: the fields scroll.
func (f *writingForm) MinSize() fyne.Size { return fyne.NewSize(240, 240) }

// field puts an entry under a label, known by the journal's name for it.
func (f *writingForm) field(name, label, hint string, entry *widgets.Entry) *widgets.Field {
	field := widgets.NewField(label, entry)
	field.SetHint(hint)
	f.fields[name] = field
	return field
}

// Problem shows what keeps the form from being kept: at the field it is about,
// or in the line above the buttons. The words that were typed stay. Nil clears.
func (f *writingForm) Problem(err error) {
	for _, field := range f.fields {
		field.SetError("")
	}
	text := Sentence(err)
	if invalid, ok := errors.AsType[*journal.Invalid](err); ok {
		text = FieldSentence(invalid.Field, invalid.Problem)
		if field, known := f.fields[invalid.Field]; known {
			field.SetError(text)
			text = lang.L("One thing needs another look. What you wrote is still here.")
		}
	}
	f.calm.SetText(text)
	showIf(f.calm, text != "")
	f.box.Refresh()
}

// Busy lets the buttons wait while the form is being kept.
func (f *writingForm) Busy(on bool) { enable(!on, f.save, f.cancel) }

// newDayField is a field for a day, with a few days to pick from.
func (f *writingForm) newDayField(name, label, hint string, entry *widgets.Entry, today journal.Day) fyne.CanvasObject {
	entry.SetPlaceHolder("2026-11-29")
	picks := widgets.Wrap(12)
	for _, quick := range []struct {
		text string
		days int
	}{{lang.L("Tomorrow"), 1}, {lang.L("In a week"), 7}, {lang.L("In 30 days"), 30}} {
		day := today.Add(quick.days)
		picks.Add(widgets.NewSmallButton(quick.text, widgets.Quiet, func() { entry.SetText(string(day)) }))
	}
	return widgets.VGap(4, f.field(name, label, hint, entry), picks)
}

func newLongEntry(rows int, text string) *widgets.Entry {
	e := widgets.NewMultiLineEntry()
	e.SetMinRowsVisible(rows)
	e.SetText(text)
	return e
}

func newLineEntry(text string) *widgets.Entry {
	e := widgets.NewEntry()
	e.SetText(text)
	return e
}
