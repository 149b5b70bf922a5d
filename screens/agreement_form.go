package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// suggestedAccess is how many days temporary access lasts unless the couple
// chooses otherwise; the journal allows 90 at most.
const suggestedAccess = 30

var agreementKinds = []journal.AgreementKind{
	journal.Plain, journal.TemporaryAccess, journal.Ritual, journal.Goal,
}

// AgreementForm writes the terms of a new agreement, or of a new version.
type AgreementForm struct {
	writingForm
	OnSave func(t journal.Terms) // the terms have passed their own check

	names              [2]string
	today              journal.Day
	exercise           string
	kind               journal.AgreementKind
	promises           journal.Partner
	bodies, change     bool
	title, text, why   *widgets.Entry
	start, review, end *widgets.Entry
}

// NewAgreementForm makes a form that begins with prefill; its zero value is an
// empty form. change says that it is a new version of an agreement that exists.
func NewAgreementForm(people [2]journal.Person, today journal.Day, prefill journal.Terms, change bool) *AgreementForm {
	f := &AgreementForm{
		names: [2]string{people[0].Name, people[1].Name}, today: today, exercise: prefill.Exercise,
		kind: prefill.Kind, promises: prefill.Promises, bodies: prefill.Bodies, change: change,
		title: newLineEntry(prefill.Title), text: newLongEntry(4, prefill.Text), why: newLongEntry(2, prefill.Why),
		start: newLineEntry(string(prefill.Start)), review: newLineEntry(string(prefill.Review)),
		end: newLineEntry(string(prefill.End)),
	}
	head := lang.L("New agreement")
	if change {
		head = lang.L("Change the agreement")
	}
	f.prepare(head, lang.L("Propose and sign"), f.keep)
	if f.kind == "" {
		f.kind = journal.Plain
	}
	f.suggestDays()
	f.build()
	f.ExtendBaseWidget(f)
	return f
}

// FirstFocus is the first thing that a new agreement needs.
func (f *AgreementForm) FirstFocus() fyne.Focusable { return f.title }

// Terms gives what the form says now, checked or not.
func (f *AgreementForm) Terms() journal.Terms {
	t := journal.Terms{
		Kind: f.kind, Title: strings.TrimSpace(f.title.Text), Text: strings.TrimSpace(f.text.Text),
		Why: strings.TrimSpace(f.why.Text), Promises: f.promises, Exercise: f.exercise, Bodies: f.bodies,
		Start: typedDay(f.start.Text, f.today), End: typedDay(f.end.Text, f.today),
	}
	if f.kind != journal.TemporaryAccess {
		t.Review = typedDay(f.review.Text, f.today)
	}
	return t
}

func (f *AgreementForm) keep() {
	t := f.Terms()
	err := t.Check(f.today)
	f.Problem(err)
	if err == nil && f.OnSave != nil {
		f.OnSave(t)
	}
}

func (f *AgreementForm) access() bool { return f.kind == journal.TemporaryAccess }

func (f *AgreementForm) pickKind(i int) {
	f.kind = agreementKinds[i]
	f.suggestDays()
	f.build()
}

// suggestDays fills in the days of temporary access where there are none yet.
func (f *AgreementForm) suggestDays() {
	if !f.access() {
		return
	}
	if f.start.Text == "" {
		f.start.SetText(string(f.today.Add(1)))
	}
	if f.end.Text == "" {
		start := typedDay(f.start.Text, f.today)
		f.end.SetText(string(start.Add(suggestedAccess)))
	}
	if f.promises == journal.Nobody {
		f.promises = journal.First
	}
}

// build puts the fields that this kind needs into the form. What was typed
// stays in the entries.
func (f *AgreementForm) build() {
	f.fields = map[string]*widgets.Field{}
	kinds := make([]string, len(agreementKinds))
	picked := 0
	for i, k := range agreementKinds {
		kinds[i] = kindName(k)
		if k == f.kind {
			picked = i
		}
	}
	f.column.Objects = nil
	if f.change {
		f.column.Add(widgets.NewText(lang.L("The wording in force stays until you have both signed the new one."), widgets.Muted))
	}
	f.column.Add(f.field("Title", lang.L("In a few words"), "", f.title))
	if !f.change || !f.access() {
		f.column.Add(labelled(lang.L("What kind"), widgets.NewOptions(kinds, picked, f.pickKind)))
	}
	if f.access() {
		f.buildAccess()
	} else {
		f.buildPlain()
	}
	f.column.Refresh()
	f.box.Refresh()
}

func (f *AgreementForm) buildPlain() {
	who := []string{f.names[0], f.names[1], lang.L("Both of us")}
	order := []journal.Partner{journal.First, journal.Second, journal.Nobody}
	f.column.Add(f.field("Text", lang.L("The words you both sign"), lang.L("Say what one of you does, so plainly that both would see it the same way."), f.text))
	f.column.Add(f.field("Why", lang.L("Why it matters"), "", f.why))
	f.column.Add(labelled(lang.L("Who promises"), widgets.NewOptions(who, slices.Index(order, f.promises), func(i int) { f.promises = order[i] })))
	f.column.Add(f.newDayField("Start", lang.L("From"), lang.L("Leave it empty to begin at once."), f.start, f.today))
	f.column.Add(f.newDayField("Review", lang.L("Look at it again on"), lang.L("May stay empty."), f.review, f.today))
	f.column.Add(f.newDayField("End", lang.L("Until"), lang.L("Leave it empty if it has no end."), f.end, f.today))
	about := widgets.NewCheck(lang.L("It is about bodies, or about moving in"), f.bodies, func(on bool) { f.bodies = on })
	f.column.Add(widgets.VGap(4, about, widgets.NewText(
		lang.L("Then it begins the next day at the earliest. Until then either of you may take your signature back. Nothing here can oblige anyone to sex or touch."), widgets.Small)))
}

func (f *AgreementForm) buildAccess() {
	order := []journal.Partner{journal.First, journal.Second}
	f.column.Add(widgets.NewText(
		lang.L("Temporary access is given, never taken. It has a purpose and an end, and it ends by itself. Goldseam never collects a password, a place, a message or a picture of a screen."), widgets.Muted))
	f.column.Add(labelled(lang.L("Who gives it"), widgets.NewOptions(f.names[:], slices.Index(order, f.promises), func(i int) { f.promises = order[i] })))
	f.column.Add(f.field("Why", lang.L("What it is for"), lang.L("One purpose, in one sentence."), f.why))
	f.column.Add(f.field("Text", lang.L("What it covers, and what not"), lang.L("Don't write a password here."), f.text))
	f.column.Add(f.newDayField("Start", lang.L("First day"), lang.L("Tomorrow at the earliest. Until then either of you may take your signature back."), f.start, f.today))
	f.column.Add(f.newDayField("End", lang.L("Last day"), lang.L("30 days is a good length, 90 the longest. To go on, you both sign again."), f.end, f.today))
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(6, widgets.NewText(label, widgets.SmallBold), o)
}
