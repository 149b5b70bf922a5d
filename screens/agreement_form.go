package screens

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// suggestedAccess is how many days temporary access lasts unless the couple
// chooses otherwise; the journal allows 90 at most.
const suggestedAccess = 30

// suggestedReview is after how many days anything else is looked at again,
// unless the couple chooses otherwise.
const suggestedReview = 28

var agreementKinds = []journal.AgreementKind{
	journal.Plain, journal.TemporaryAccess, journal.Ritual, journal.Goal,
}

var agreementRhythms = []journal.Rhythm{
	journal.NoRhythm, journal.Daily, journal.Weekly, journal.ComesUp,
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
	rhythm             journal.Rhythm
	rhythmChosen       bool // by the couple, not by the kind
	on                 int  // the weekday, 0 for any
	weekday            fyne.CanvasObject
	bodies, change     bool
	kindly             string // a word from Goldseam, or empty
	title, text, why   *widgets.Entry
	steps              *widgets.Entry
	start, review, end *widgets.Entry
}

// NewAgreementForm makes a form that begins with prefill; its zero value is an
// empty form. change says that it is a new version of an agreement that exists.
func NewAgreementForm(people [2]journal.Person, today journal.Day, prefill journal.Terms, change bool) *AgreementForm {
	f := &AgreementForm{
		names: [2]string{people[0].Name, people[1].Name}, today: today, exercise: prefill.Exercise,
		kind: prefill.Kind, promises: prefill.Promises, bodies: prefill.Bodies, change: change,
		rhythm: prefill.Rhythm, on: prefill.On, rhythmChosen: change || prefill.Rhythm != journal.NoRhythm,
		steps: newLongEntry(4, strings.Join(prefill.Steps, "\n")),
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
	f.suggest()
	f.build()
	f.ExtendBaseWidget(f)
	return f
}

// sayKindly puts a word from Goldseam above the fields; empty takes it away.
func (f *AgreementForm) sayKindly(text string) {
	f.kindly = text
	f.build()
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
	if f.access() {
		return t
	}
	t.Review, t.Rhythm = typedDay(f.review.Text, f.today), f.rhythm
	if t.Rhythm == journal.Weekly {
		t.On = f.on
	}
	if t.Kind == journal.Goal {
		t.Steps = linesOf(f.steps.Text)
	}
	return t
}

// linesOf gives the lines of a text that say something.
func linesOf(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
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
	f.suggest()
	f.build()
}

// suggest fills in what this kind usually has, where there is nothing yet.
func (f *AgreementForm) suggest() {
	if f.access() {
		f.suggestAccess()
		return
	}
	if f.review.Text == "" {
		f.review.SetText(string(f.today.Add(suggestedReview)))
	}
	if f.rhythmChosen {
		return
	}
	f.rhythm = journal.NoRhythm
	if f.kind == journal.Ritual {
		f.rhythm = journal.Weekly
	}
}

// suggestAccess fills in the days of temporary access, and who gives it.
func (f *AgreementForm) suggestAccess() {
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
	if f.kindly != "" {
		f.column.Add(kindCard(f.kindly))
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
	label, hint := lang.L("The words you both sign"), lang.L("Say what one of you does, so plainly that both would see it the same way.")
	if f.kind == journal.Goal {
		label, hint = lang.L("The aim"), lang.L("Say it so plainly that both would know when it is there.")
	}
	f.column.Add(f.field("Text", label, hint, f.text))
	if f.kind == journal.Goal {
		f.column.Add(f.field("Steps", lang.L("Small steps, one on each line"), lang.L("Twelve at most. You can tick them when they are done."), f.steps))
	}
	f.column.Add(f.field("Why", lang.L("Why it matters"), "", f.why))
	f.column.Add(labelled(lang.L("Who promises"), widgets.NewOptions(who, slices.Index(order, f.promises), func(i int) { f.promises = order[i] })))
	f.buildRhythm()
	f.column.Add(f.newDayField("Start", lang.L("From"), lang.L("Leave it empty to begin at once."), f.start, f.today))
	f.column.Add(f.newDayField("Review", lang.L("Look at it again on"), lang.L("Left empty, it is four weeks after it begins."), f.review, f.today))
	f.column.Add(f.newDayField("End", lang.L("Until"), lang.L("Leave it empty if it has no end."), f.end, f.today))
	about := widgets.NewCheck(lang.L("It is about bodies, or about moving in"), f.bodies, func(on bool) { f.bodies = on })
	f.column.Add(widgets.VGap(4, about, widgets.NewText(
		lang.L("Then it begins the next day at the earliest. Until then either of you may take your signature back. Nothing here can oblige anyone to sex or touch."), widgets.Small)))
}

// buildRhythm asks how often it comes round, and on which weekday.
func (f *AgreementForm) buildRhythm() {
	rhythms := make([]string, len(agreementRhythms))
	for i, r := range agreementRhythms {
		rhythms[i] = rhythmName(r)
	}
	days := []string{lang.L("Any day")}
	for n := 1; n <= 7; n++ {
		days = append(days, lang.L(time.Weekday(n%7).String()))
	}
	on := widgets.NewFilter(days, func(i int) { f.on = i })
	on.SetPicked(f.on)
	f.weekday = labelled(lang.L("On which day"), on)
	showIf(f.weekday, f.rhythm == journal.Weekly)
	often := widgets.NewOptions(rhythms, slices.Index(agreementRhythms, f.rhythm), func(i int) {
		f.rhythm, f.rhythmChosen = agreementRhythms[i], true
		showIf(f.weekday, f.rhythm == journal.Weekly)
		f.column.Refresh()
		f.box.Refresh()
	})
	f.column.Add(widgets.VGap(6, widgets.NewText(lang.L("How often"), widgets.SmallBold),
		widgets.NewText(lang.L("Whoever it is promised to can then say whether it was kept."), widgets.Small), often))
	f.column.Add(f.weekday)
}

// rhythmName is how the form names a rhythm.
func rhythmName(r journal.Rhythm) string {
	switch r {
	case journal.Daily:
		return lang.L("Every day")
	case journal.Weekly:
		return lang.L("Every week")
	case journal.ComesUp:
		return lang.L("When it comes up")
	default:
		return lang.L("Never asked")
	}
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

// kindCard is a word from Goldseam itself.
func kindCard(text string) fyne.CanvasObject {
	card := widgets.NewCard(widgets.NewText(text, widgets.Body))
	card.Fill, card.Padding = widgets.FillGold, 14
	return card
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(6, widgets.NewText(label, widgets.SmallBold), o)
}
