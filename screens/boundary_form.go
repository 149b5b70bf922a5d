package screens

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// BoundaryForm writes a boundary of the holder's own.
type BoundaryForm struct {
	writingForm
	OnSave    func(title, text string)
	OnPropose func(prefill journal.Terms) // it reads like a rule for the other

	other       journal.Person
	title, text *widgets.Entry
	offer       *fyne.Container
}

// NewBoundaryForm makes a form that begins with a wording; other is the partner
// whom the boundary does not belong to.
func NewBoundaryForm(other journal.Person, title, text string) *BoundaryForm {
	f := &BoundaryForm{other: other, title: newLineEntry(title), text: newLongEntry(4, text)}
	head := lang.L("New boundary")
	if title != "" {
		head = lang.L("Change the boundary")
	}
	f.prepare(head, lang.L("Set this boundary"), f.keep)
	f.offer = widgets.VGap(0, f.offerCard())
	f.title.OnChanged = func(string) { f.lookForRule() }
	f.text.OnChanged = f.title.OnChanged
	f.column.Objects = []fyne.CanvasObject{
		widgets.NewText(lang.L("A boundary is yours alone. It says what you will do, or what you will not take part in."), widgets.Muted),
		f.field("Title", lang.L("In a few words"), "", f.title),
		f.field("Text", lang.L("What I will do, or not take part in"), lang.L("It may begin with “When …, I …”."), f.text),
		widgets.NewText(lang.L("Nothing here can oblige anyone to sex or touch, to give up family, friends, work, money or care, or to stay."), widgets.Small),
		f.offer,
	}
	f.lookForRule()
	f.ExtendBaseWidget(f)
	return f
}

// FirstFocus is the first thing that a boundary needs.
func (f *BoundaryForm) FirstFocus() fyne.Focusable { return f.title }

func (f *BoundaryForm) keep() {
	title, text := strings.TrimSpace(f.title.Text), strings.TrimSpace(f.text.Text)
	err := checkBoundaryWords(title)
	f.Problem(err)
	if err == nil && f.OnSave != nil {
		f.OnSave(title, text)
	}
}

// checkBoundaryWords catches before saving what the journal would refuse.
func checkBoundaryWords(title string) error {
	if title == "" {
		return &journal.Invalid{Field: "Title", Problem: journal.ProblemEmpty}
	}
	return nil
}

func (f *BoundaryForm) offerCard() fyne.CanvasObject {
	card := widgets.NewCard(widgets.VGap(8,
		widgets.NewText(lang.L("This reads like something for {{.Name}} to do. A boundary can't ask that. An agreement can, when you both sign it.", named(f.other.Name)), widgets.Body),
		widgets.Wrap(0, widgets.NewSmallButton(lang.L("Make it a proposal for an agreement"), widgets.Plain, f.propose))))
	card.Fill, card.Padding = widgets.FillGold, 14
	return card
}

func (f *BoundaryForm) propose() {
	if f.OnPropose != nil {
		f.OnPropose(journal.Terms{
			Kind: journal.Plain, Title: strings.TrimSpace(f.title.Text),
			Text: strings.TrimSpace(f.text.Text), Promises: f.other.Partner,
		})
	}
}

func (f *BoundaryForm) lookForRule() {
	rule := readsLikeRule(f.title.Text, f.other.Name) || readsLikeRule(f.text.Text, f.other.Name)
	if rule != f.offer.Visible() {
		showIf(f.offer, rule)
		f.column.Refresh()
	}
}

// ruleWords follow "you", or the other's name, at the beginning of a clause.
const ruleWords = `\s+(?:must|mustn't|have to|has to|need to|needs to|should|shouldn't|shall|will|won't|may not|can't|cannot|can not|may only|(?:are|is) (?:not )?(?:allowed|supposed)|aren't allowed|isn't allowed|(?:are|is) to|never|always|stop|tell|do not|don't|does not|doesn't)\b`

var ruleForYou = regexp.MustCompile(`(?i)(?:^|[.!?;:\n]\s*|\b(?:and|that|but)\s+)you` + ruleWords)

// readsLikeRule says whether words ask something of the other, rather than tell
// what their writer does. It looks at the beginnings of clauses only.
func readsLikeRule(text, other string) bool {
	text = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(text, "’", "'")))
	if ruleForYou.MatchString(strings.ReplaceAll(text, "you're", "you are")) {
		return true
	}
	if other == "" {
		return false
	}
	byName, err := regexp.Compile(`(?i)(?:^|[.!?;:\n]\s*|\b(?:and|that|but)\s+)` + regexp.QuoteMeta(other) + ruleWords)
	return err == nil && byName.MatchString(text)
}
