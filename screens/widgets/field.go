package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a text field with its label above and, when something needs another look, one calm line below.
type Field struct {
	widget.BaseWidget
	Entry   *Entry
	label   *Text
	hint    *Text
	problem *Text
	box     *fyne.Container
}

// NewField makes a field of a label and one of the Entries.
func NewField(label string, entry *Entry) *Field {
	f := &Field{Entry: entry, label: NewText(label, SmallBold), hint: NewText("", Small), problem: NewText("", Small)}
	f.problem.Color = ColorCrack
	f.hint.Hide()
	f.problem.Hide()
	f.box = VGap(6, f.label, f.hint, Fill(entry), f.problem)
	if label == "" {
		f.label.Hide()
	}
	f.ExtendBaseWidget(f)
	return f
}

// SetHint shows a line between label and field, saying what it is for; empty takes it away.
func (f *Field) SetHint(s string) { f.show(f.hint, s) }

// SetError shows a line below the field, saying what to do; empty takes it away.
func (f *Field) SetError(s string) { f.show(f.problem, s) }

// Problem gives the line below the field; empty when all is well.
func (f *Field) Problem() string { return f.problem.Text }

// HeightFor is the height of all parts at a width.
func (f *Field) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// NaturalWidth is the width that the parts like best.
func (f *Field) NaturalWidth() float32 { return NaturalWidth(f.box) }

// CreateRenderer is called by the toolkit.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return widget.NewSimpleRenderer(f.box)
}

func (f *Field) show(line *Text, s string) {
	line.SetText(s)
	line.Hidden = s == ""
	f.box.Refresh()
	f.Refresh()
}
