package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// SummaryJournal is what the summary screen needs from the journal. It only reads:
// nothing that is chosen here is kept.
type SummaryJournal interface {
	State() journal.State
	Today() journal.Day
	Both() bool
	Holder() journal.Partner
	Drafts(exercise string) []journal.Draft
	CheckIns() journal.CheckInStand
}

// Saver writes a summary to a file. Save replaces a file that is there; it is
// asked only after Exists said no, or the couple agreed. Progress is called from
// the goroutine that saves.
type Saver interface {
	Exists(path string) bool
	Save(ctx context.Context, path string, f summary.Format, d summary.Document, progress func(done, total int)) error
}

// SummaryTools are what the summary screen works with.
type SummaryTools struct {
	Course *course.Course
	Saver  Saver
	Fonts  summary.Fonts
	Folder string // where a summary is saved unless the couple says otherwise
	Lang   string // the language of the window, such as "en"
	After  func(d time.Duration, f func()) (stop func())
	Now    func() time.Time
}

// previewPause is how long typing must pause before the preview follows.
const previewPause = 250 * time.Millisecond

// Summary chooses for whom a summary is and what goes into it, shows it as it will
// be, and saves it. With both present they choose together; one partner alone can
// take the whole record, the fridge door, or their own words.
type Summary struct {
	widget.BaseWidget
	OnFocus func(to fyne.Focusable) // the keyboard should go on there

	journal SummaryJournal
	tools   SummaryTools
	later   Background

	people  []summary.Audience // for whom it can be, as things stand
	choice  summary.Choice
	formats []summary.Format
	format  summary.Format
	looking bool // in one column: the preview is shown instead of the choices
	asked   int  // previews asked for
	stop    func()

	head     *fyne.Container
	whom     *widgets.Filter
	from, to *widgets.Field
	time     fyne.CanvasObject // both days, below their title
	ticks    *fyne.Container   // what to include
	told     *widgets.Text     // what this one holds
	sections []*summarySection
	as       *widgets.Filter
	included *fyne.Container // what goes onto the pages, hidden for a calendar
	calendar *fyne.Container // what a calendar holds, shown for that form
	titled   *widgets.Check  // a calendar says what each day is for
	save     *widgets.Button
	look     *widgets.Button // to the preview, where there is one column
	unsealed *widgets.Text
	choices  *fyne.Container
	left     *widgets.Card
	preview  *preview
	saving   *saveCard
	both     *fyne.Container
	whole    *fyne.Container
}

// NewSummary makes the screen. Call Reload before it is shown.
func NewSummary(j SummaryJournal, tools SummaryTools, later Background) *Summary {
	s := &Summary{journal: j, tools: tools, later: later, format: summary.PDF, stop: func() {}}
	s.head = newHead(widgets.NewText(lang.L("Progress summary"), widgets.Title),
		widgets.NewText(lang.L("What you choose, nothing else."), widgets.Muted))
	s.buildChoices()
	s.preview = newPreview(tools.Fonts)
	s.preview.OnBack = func() { s.lookAtPages(false) }
	s.saving = newSaveCard(s.toSave())
	s.left = widgets.NewCard(s.choices)
	s.both = container.New(&summaryLayout{screen: s}, s.left, s.preview)
	s.whole = container.New(&summaryPage{screen: s}, s.head, s.both)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts that NewSummary made.
func (s *Summary) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.whole) }

// FirstFocus is where the keyboard begins.
func (s *Summary) FirstFocus() fyne.Focusable { return s.whom }

// Clear forgets what was chosen and what the preview showed.
func (s *Summary) Clear() {
	s.stop()
	s.asked++ // a preview that is on its way comes too late
	s.choice, s.sections, s.people = summary.Choice{}, nil, nil
	s.ticks.RemoveAll()
	s.preview.show(summary.Pages{})
}

// Reload shows the journal as it stands now. Who is here decides for whom a
// summary can be; when that changes, all that was chosen is gone.
func (s *Summary) Reload() {
	if s.from.Entry.Text == "" && s.to.Entry.Text == "" {
		s.wholeTime()
	}
	people := summaryPeople(s.journal.Both())
	if len(s.people) == 0 || people[0] != s.people[0] {
		s.people, s.left.Content = people, s.choices
		s.whom.SetLabels(whomLabels(people))
		s.whom.SetPicked(0)
		s.pick(0)
		return
	}
	s.listAll()
	s.whole.Refresh()
	s.draw()
}

// wholeTime fills in the days from the beginning until today.
func (s *Summary) wholeTime() {
	began, today := s.journal.State().Began, s.journal.Today()
	first := today
	if !began.IsZero() {
		first = min(today, journal.DayOf(began))
	}
	s.from.Entry.SetText(string(first))
	s.to.Entry.SetText(string(today))
}

func (s *Summary) buildChoices() {
	s.whom = widgets.NewFilter([]string{lang.L("Us")}, s.pick)
	s.from = widgets.NewField(lang.L("From"), newLineEntry(""))
	s.to = widgets.NewField(lang.L("Until"), newLineEntry(""))
	s.from.Entry.OnChanged = func(string) { s.drawSoon() }
	s.to.Entry.OnChanged = s.from.Entry.OnChanged
	s.time = section(lang.L("Time"), widgets.StackBelow(240, 12, nil, s.from, s.to))
	s.told = widgets.NewText("", widgets.Small)
	s.ticks = widgets.VGap(4)
	s.buildFormats()
	s.save = widgets.NewButton(lang.L("Save…"), widgets.Primary, s.openSaving)
	s.included = widgets.VGap(14, s.time, s.ticks)
	fields := widgets.VGap(14, section(lang.L("For whom"), widgets.VGap(8, s.whom, s.told)), s.included,
		section(lang.L("As"), widgets.VGap(10, s.as, s.calendar)))
	s.look = widgets.NewSmallButton(lang.L("Look at the pages"), widgets.Quiet, func() { s.lookAtPages(true) })
	s.look.Hide()
	fields.Add(widgets.Wrap(0, s.look))
	s.unsealed = widgets.NewText(lang.L("The file will not be sealed: anyone who has it can read it."), widgets.Small)
	s.choices = widgets.VGap(12, widgets.Fill(widgets.VScroll(inScroll(fields))),
		widgets.Pad(0, frameBar, 0, ringRoom, widgets.VGap(12, s.save, s.unsealed)))
}

func (s *Summary) buildFormats() {
	s.as = widgets.NewFilter(formatLabels(formatsFor(summary.Us)), func(i int) { s.setFormat(s.formats[i]) })
	s.titled = widgets.NewCheck(lang.L("Say what each day is for"), false, func(bool) { s.draw() })
	s.calendar = widgets.VGap(6, s.titled,
		widgets.NewText(lang.L("A calendar has only the days ahead. Unless you tick this, each is called “A reminder”: neutral titles, for calendars that others see too."), widgets.Small))
	s.calendar.Hide()
}

func (s *Summary) setFormat(f summary.Format) {
	s.format = f
	showIf(s.calendar, f == summary.ICS)
	showIf(s.included, f != summary.ICS)
	s.whole.Refresh()
	s.draw()
}

// inScroll leaves room inside a scroll for the ring around what has the
// keyboard, and for the scroll bar.
func inScroll(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Pad(ringRoom, frameBar, ringRoom, ringRoom, o)
}

func section(title string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(8, widgets.NewText(title, widgets.Question), o)
}

// lookAtPages turns between choices and preview, where there is one column.
func (s *Summary) lookAtPages(on bool) {
	s.looking = on
	s.whole.Refresh()
	if on {
		s.focusOn(s.preview.back)
	} else {
		s.focusOn(s.look)
	}
}

func (s *Summary) focusOn(to fyne.Focusable) {
	if s.OnFocus != nil {
		s.OnFocus(to)
	}
}
