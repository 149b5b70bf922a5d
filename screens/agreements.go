package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// AgreementJournal is what the agreements screen needs from the journal.
type AgreementJournal interface {
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	Both() bool
	MayBringBack(id string) (bool, journal.Day)

	Propose(ctx context.Context, t journal.Terms) (id string, err error)
	Change(ctx context.Context, id string, t journal.Terms) error
	Sign(ctx context.Context, id string) error
	Unsign(ctx context.Context, id string) error
	Decline(ctx context.Context, id string) error
	Withdraw(ctx context.Context, id string) error
	Leave(ctx context.Context, id string, said journal.Day) error
	MarkKept(ctx context.Context, id string, day journal.Day, answer string) error
	MarkStep(ctx context.Context, id string, number int, done bool) error

	SetBoundary(ctx context.Context, title, text string) (id string, err error)
	ChangeBoundary(ctx context.Context, id, title, text string) error
	EndBoundary(ctx context.Context, id string) error
	Acknowledge(ctx context.Context, id string) error
	Cannot(ctx context.Context, id string) error

	TakeBackEvent(ctx context.Context, event string) error
	Strike(ctx context.Context, event string) error
}

// rowsShown is how many cards the list shows before it asks.
const rowsShown = 60

// Agreements lists agreements and boundaries, and shows one of them whole.
type Agreements struct {
	widget.BaseWidget
	OnHandOver func(to journal.Partner)  // the other wants to sign or acknowledge
	OnChanged  func()                    // something was written to the journal
	OnFocus    func(to fyne.Focusable)   // the keyboard should go on there
	OnPicked   func(thing journal.Thing) // another one is shown
	OnSlip     func(agreement string)    // the holder wants to name a slip
	OnSlipPage func(slip string)         // a slip should be shown
	OnReview   func()                    // they want to look at all on the shelf together

	journal AgreementJournal
	later   Background

	shelf    shelf
	query    string
	most     int // cards shown at most
	picked   journal.Thing
	open     bool   // in one column: the detail is shown instead of the list
	busy     bool   // a write is on its way
	message  string // one calm line below the detail
	ticked   int    // the small step that was ticked last, from 1
	rows     []agreementRow
	cards    map[journal.Thing]*widgets.TapCard
	filter   *widgets.Filter
	search   *widgets.Entry
	makeNew  [2]*widgets.Button
	head     *fyne.Container
	bar      *toolBar
	list     *fyne.Container // the cards
	lists    fyne.CanvasObject
	detail   *fyne.Container
	page     *fyne.Container // a form, in place of everything
	first    fyne.Focusable  // of the form
	whole    *fyne.Container
	onDetail fyne.Focusable
}

// NewAgreements makes the screen. Call Reload once its callbacks are set.
func NewAgreements(j AgreementJournal, later Background) *Agreements {
	s := &Agreements{journal: j, later: later, most: rowsShown}
	s.search = widgets.NewEntry()
	s.search.SetPlaceHolder(lang.L("Search…"))
	s.search.OnChanged = func(text string) {
		s.query, s.most = text, rowsShown
		s.showList()
	}
	s.filter = widgets.NewFilter(make([]string, shelves), s.pickShelf)
	s.makeNew[0] = widgets.NewSmallButton(lang.L("New boundary"), widgets.Plain, func() { s.editBoundary(journal.Boundary{}) })
	s.makeNew[1] = widgets.NewSmallButton(lang.L("New agreement"), widgets.Primary, func() { s.ProposeFrom(journal.Terms{}) })
	s.head = newHead(widgets.NewText(lang.L("Agreements and boundaries"), widgets.Title),
		widgets.NewText(lang.L("A boundary belongs to one of you. An agreement needs both."), widgets.Muted))
	s.bar = newToolBar([]fyne.CanvasObject{s.filter, wideAs(170, s.search)},
		[]fyne.CanvasObject{s.makeNew[0], s.makeNew[1]})
	s.list = widgets.VGap(12)
	s.lists = widgets.VScroll(widgets.Pad(ringRoom, barRoom, screenBottom, ringRoom, s.list))
	s.detail = widgets.VGap(14)
	s.page = widgets.VGap(0)
	s.page.Hide()
	s.whole = container.New(&agreementsLayout{screen: s}, s.head, s.bar, s.lists, s.detail, s.page)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts that NewAgreements made.
func (s *Agreements) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.whole)
}

// FirstFocus is where the keyboard begins.
func (s *Agreements) FirstFocus() fyne.Focusable {
	if s.page.Visible() && s.first != nil {
		return s.first
	}
	return s.filter
}

// Reload shows the journal as it stands now. A form that is open stays as it is.
func (s *Agreements) Reload() {
	s.rows = agreementRows(s.journal.State(), s.journal.Today())
	s.showCounts()
	s.showList()
	s.showDetail()
}

// ShowThing opens one agreement or boundary.
func (s *Agreements) ShowThing(thing journal.Thing) {
	s.closePage()
	s.picked, s.open, s.message, s.ticked = thing, true, "", 0
	s.follow()
	s.Reload()
}

// follow goes to a shelf on which the picked one lies.
func (s *Agreements) follow() {
	for _, row := range agreementRows(s.journal.State(), s.journal.Today()) {
		if row.thing == s.picked && !row.on[s.shelf] {
			s.shelf = firstShelf(row)
		}
	}
}

func firstShelf(row agreementRow) shelf {
	for i, on := range row.on {
		if on {
			return shelf(i)
		}
	}
	return shelfInForce
}

func (s *Agreements) showCounts() {
	var counts [shelves]int
	for _, row := range s.rows {
		for i, on := range row.on {
			if on {
				counts[i]++
			}
		}
	}
	data := func(i shelf) map[string]any { return map[string]any{"Count": counts[i]} }
	s.filter.SetLabels([]string{
		lang.L("In force {{.Count}}", data(shelfInForce)), lang.L("Proposed {{.Count}}", data(shelfProposed)),
		lang.L("To review {{.Count}}", data(shelfReview)), lang.L("Ended {{.Count}}", data(shelfEnded)),
	})
	s.filter.SetPicked(int(s.shelf))
	enable(s.journal.Holder() != journal.Nobody && !s.busy, s.makeNew[:]...)
}

func (s *Agreements) pickShelf(i int) {
	s.shelf, s.most, s.picked, s.message = shelf(i), rowsShown, journal.Thing{}, ""
	s.showList()
	s.showDetail()
}

// shown gives the rows of the shelf that the search finds.
func (s *Agreements) shown() []agreementRow {
	var rows []agreementRow
	query := strings.ToLower(strings.TrimSpace(s.query))
	for _, row := range s.rows {
		if row.on[s.shelf] && strings.Contains(row.words, query) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (s *Agreements) showList() {
	rows := s.shown()
	if s.picked == (journal.Thing{}) && len(rows) > 0 {
		s.picked = rows[0].thing
		s.showDetail()
	}
	s.cards = make(map[journal.Thing]*widgets.TapCard, len(rows))
	s.list.Objects = nil
	if s.shelf == shelfReview && len(rows) > 0 {
		look := widgets.NewSmallButton(lang.L("Look at these together"), widgets.Plain, func() { tellIf(s.OnReview) })
		s.list.Add(widgets.Wrap(0, look))
	}
	for _, row := range rows[:min(s.most, len(rows))] {
		s.list.Add(s.card(row))
	}
	if more := len(rows) - s.most; more > 0 {
		text := lang.L("Show {{.Count}} more", map[string]any{"Count": more})
		s.list.Add(widgets.NewSmallButton(text, widgets.Quiet, func() { s.most = len(rows); s.showList() }))
	}
	if len(rows) == 0 {
		s.list.Add(widgets.NewText(s.emptyText(), widgets.Muted))
	}
	s.list.Refresh()
	s.whole.Refresh()
}

func (s *Agreements) emptyText() string {
	switch {
	case strings.TrimSpace(s.query) != "":
		return lang.L("Nothing here has these words.")
	case s.shelf == shelfProposed:
		return lang.L("Nothing waits for a signature.")
	case s.shelf == shelfReview:
		return lang.L("Nothing to look at again this week.")
	case s.shelf == shelfEnded:
		return lang.L("Nothing has ended.")
	default:
		return lang.L("Nothing yet. A good first one is small: something one of you can do this week.")
	}
}

func (s *Agreements) card(row agreementRow) *widgets.TapCard {
	chips := widgets.Wrap(10, widgets.NewChip(row.kind, row.kindChip))
	if row.who != "" {
		chips.Add(widgets.NewChip(row.who, widgets.ChipOutline))
	}
	top := widgets.HGap(10, widgets.Fill(chips), widgets.NewLine(row.state, widgets.Small))
	title := widgets.NewText(row.title, widgets.Question)
	title.MaxLines = 3
	body := widgets.VGap(8, top, title)
	if row.line != "" {
		body.Add(widgets.NewText(row.line, widgets.Small))
	}
	card := widgets.NewTapCard(body, func() { s.pick(row.thing) })
	card.Label = row.kind + ": " + row.title
	card.Dashed, card.Selected = row.dashed, row.thing == s.picked
	s.cards[row.thing] = card
	return card
}

// pick shows one in the detail; the list keeps its cards and so the focus.
func (s *Agreements) pick(thing journal.Thing) {
	if old, ok := s.cards[s.picked]; ok {
		old.Selected = false
		old.Refresh()
	}
	s.picked, s.open, s.message, s.ticked = thing, true, "", 0
	if card, ok := s.cards[thing]; ok {
		card.Selected = true
		card.Refresh()
	}
	s.showDetail()
	s.whole.Refresh()
	s.tellPicked()
	if s.narrow() {
		s.focus(s.onDetail)
	}
}

// tellPicked says which one is shown, so that it is found again.
func (s *Agreements) tellPicked() {
	if s.OnPicked != nil && s.picked != (journal.Thing{}) {
		s.OnPicked(s.picked)
	}
}

// act writes to the journal in the background and shows what came of it. After
// it worked, then runs; it may be nil.
func (s *Agreements) act(work func(context.Context) error, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	s.message = ""
	s.showCounts()
	s.showDetail()
	s.later(work, func(err error) {
		s.busy = false
		s.message = Sentence(err)
		if err == nil && then != nil {
			then()
		}
		s.follow()
		s.Reload()
		s.focus(s.onDetail)
		if err == nil && s.OnChanged != nil {
			s.OnChanged()
		}
	})
}

func (s *Agreements) focus(to fyne.Focusable) {
	if s.OnFocus != nil && to != nil {
		s.OnFocus(to)
	}
}

// openPage shows a form in place of the list and the detail.
func (s *Agreements) openPage(form fyne.CanvasObject, first fyne.Focusable) {
	s.page.Objects = []fyne.CanvasObject{widgets.Fill(form)}
	s.first = first
	s.page.Show()
	s.whole.Refresh()
	s.focus(first)
}

func (s *Agreements) closePage() {
	s.page.Objects, s.first = nil, nil
	s.page.Hide()
	s.whole.Refresh()
}
