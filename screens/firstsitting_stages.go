package screens

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// stageKind is one kind of page in a first sitting.
type stageKind int

const (
	stageAbout stageKind = iota
	stageSafety
	stageNames
	stagePassphrase
	stageCode
	stageRole
)

// stage is one page, for one partner where it belongs to one.
type stage struct {
	kind stageKind
	of   journal.Partner
}

// private reports whether only its partner should look at the page.
func (st stage) private() bool { return st.kind >= stagePassphrase }

// order lists the stages of this sitting.
func (s *FirstSitting) order() []stage {
	if s.joining {
		return append([]stage{{stageSafety, journal.Second}, {stageNames, journal.Nobody}}, turnStages(journal.Second)...)
	}
	order := []stage{{kind: stageAbout}, {stageSafety, journal.First}}
	if s.names.alone() {
		return append(append(order, stage{kind: stageNames}), turnStages(journal.First)...)
	}
	order = append(order, stage{stageSafety, journal.Second}, stage{kind: stageNames})
	return append(append(order, turnStages(journal.First)...), turnStages(journal.Second)...)
}

func turnStages(p journal.Partner) []stage {
	return []stage{{stagePassphrase, p}, {stageCode, p}, {stageRole, p}}
}

// counted reports whether a stage is a step of its own. That the second reads
// the same page is not.
func (s *FirstSitting) counted(st stage) bool {
	return s.joining || st != stage{stageSafety, journal.Second}
}

// number says which step this is, from 1.
func (s *FirstSitting) number() int {
	n := 0
	for _, st := range s.order() {
		if s.counted(st) {
			n++
		}
		if st == s.at {
			break
		}
	}
	return n
}

func (s *FirstSitting) total() int {
	n := 0
	for _, st := range s.order() {
		if s.counted(st) {
			n++
		}
	}
	return n
}

// sittingPage is one page with what it asks and how it is checked. It is kept
// while the sitting lasts, so going back finds everything as it was.
type sittingPage struct {
	stage stage
	body  fyne.CanvasObject
	focus fyne.Focusable
	next  string          // the words on the way on
	other *widgets.Button // another way on, or nil
	check func() bool
}

func always() bool { return true }

// allPages makes the pages.
func (s *FirstSitting) allPages() []*sittingPage {
	pages := []*sittingPage{s.safetyPage(journal.Second), s.namesPage()}
	if !s.joining {
		pages = append(pages, s.aboutPage(), s.safetyPage(journal.First))
		pages = append(pages, s.turnPages(journal.First)...)
	}
	return append(pages, s.turnPages(journal.Second)...)
}

func (s *FirstSitting) aboutPage() *sittingPage {
	text := readable(pageText(s.about))
	return &sittingPage{stage: stage{kind: stageAbout}, body: text, focus: s.next, next: lang.L("Go on"), check: always}
}

// safetyPage is the same page for each of them, read alone.
func (s *FirstSitting) safetyPage(p journal.Partner) *sittingPage {
	line := lang.L("Each of you reads this page alone. One of you begins; the other looks away or takes a walk.")
	next := lang.L("I have read this")
	switch {
	case s.joining:
		line = lang.L("Please read this page alone, in your own time.")
	case p == journal.Second:
		line = lang.L("Now the other one of you, alone. It is the same page.")
		next = lang.L("I have read this too")
	}
	content := widgets.VGap(20, widgets.NewCard(widgets.NewText(line, widgets.Body)), pageText(s.safety))
	text := readable(content)
	page := &sittingPage{stage: stage{stageSafety, p}, body: text, focus: text, next: next, check: func() bool {
		s.read[p-1] = true
		if p == journal.Second && !s.joining {
			s.names.setAlone(false)
		}
		return true
	}}
	if p == journal.Second && !s.joining {
		page.other = widgets.NewButton(lang.L("I begin alone tonight"), widgets.Quiet, func() {
			s.names.setAlone(true)
			s.enter(stage{kind: stageNames})
		})
	}
	return page
}

func (s *FirstSitting) namesPage() *sittingPage {
	return &sittingPage{
		stage: stage{kind: stageNames}, body: inset(s.names.box),
		focus: s.names.focus(), next: lang.L("Go on"), check: s.names.check,
	}
}

// turnPages are the three private pages of one partner.
func (s *FirstSitting) turnPages(p journal.Partner) []*sittingPage {
	t := s.turns[p-1]
	return []*sittingPage{
		{
			stage: stage{stagePassphrase, p}, focus: t.pass.noted, next: lang.L("Go on"),
			check: func() bool { _, ok := t.pass.value(); return ok },
			body: inset(widgets.VGap(16, t.pass.box, widgets.NewText(
				lang.L("With it you read what you wrote. Nobody else can, and nobody can look it up for you. Recovery words come at the end."), widgets.Muted))),
		},
		{
			stage: stage{stageCode, p}, focus: t.code.typed.Entry, next: lang.L("Go on"),
			check: func() bool { _, ok := t.code.value(); return ok },
			body: inset(widgets.VGap(16, widgets.NewText(lang.L("Your hand-over code"), widgets.Title),
				widgets.NewText(lang.L("When the laptop comes back to you, you type this code. Until then your own words stay covered."), widgets.Body), t.code.box)),
		},
		{
			stage: stage{stageRole, p}, focus: t.choice, next: lang.L("Seal this"), check: t.checkRole,
			body: inset(widgets.VGap(16, widgets.NewText(lang.L("Between you and this page"), widgets.Title),
				widgets.NewText(lang.L("This picks the questions you are asked. It is never shown beside your name and never leaves this laptop. You can change it any time."), widgets.Body),
				t.choice, t.line.Text)),
		},
	}
}

// turn is what one partner chooses alone.
type turn struct {
	pass   *passphraseForm
	code   *codeForm
	choice *widgets.Options
	picked int
	line   calmLine
}

func newTurn(p journal.Partner, changed func()) *turn {
	t := &turn{picked: -1, code: newCodeForm(sideOf(p)), pass: newPassphraseForm(lang.L("Your passphrase"), sideOf(p), changed)}
	t.choice = widgets.NewOptions(roleNames(), -1, func(i int) { t.picked = i })
	t.line = newCalmLine(changed)
	return t
}

// sealed reports whether this partner has a code, so that a cover can ask for it.
func (t *turn) sealed() bool { return isCode(strings.TrimSpace(t.code.typed.Entry.Text)) }

func (t *turn) checkRole() bool {
	if t.picked < 0 {
		t.line.say(FieldSentence("Role", journal.ProblemUnknown))
		return false
	}
	t.line.say("")
	return true
}

func (t *turn) role() string {
	if t.picked < 0 {
		return ""
	}
	return roles()[t.picked]
}

func (t *turn) reset() {
	t.pass.reset()
	t.code.reset()
	t.picked = -1
	t.choice.SetPicked(-1)
}
