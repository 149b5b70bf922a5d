package screens

import (
	"context"
	"strings"
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

// SummaryJournal is what the summary screen needs from the journal.
type SummaryJournal interface {
	State() journal.State
	Today() journal.Day
	Both() bool
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

var summaryFormats = []summary.Format{summary.PDF, summary.HTML, summary.Markdown, summary.ICS}

// Summary chooses what goes into the summary, shows it as it will be, and saves it.
type Summary struct {
	widget.BaseWidget
	OnFocus func(to fyne.Focusable) // the keyboard should go on there

	journal SummaryJournal
	tools   SummaryTools
	later   Background

	choice   summary.Choice
	format   summary.Format
	choosing bool // the list of reflections is open
	looking  bool // in one column: the preview is shown instead of the choices
	asked    int  // previews asked for
	stop     func()

	head     *fyne.Container
	whom     *widgets.Filter
	from, to *widgets.Field
	checks   [6]*widgets.Check // the fourth is shown when there are plans
	choose   *widgets.Button
	each     *fyne.Container // one check for each reflection
	formats  *widgets.Filter
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
	alone    *widgets.Text
	both     *fyne.Container
	whole    *fyne.Container
}

// NewSummary makes the screen. Call Reload before it is shown.
func NewSummary(j SummaryJournal, tools SummaryTools, later Background) *Summary {
	s := &Summary{journal: j, tools: tools, later: later, format: summary.PDF, stop: func() {}}
	s.choice = summary.Choice{Path: true, InForce: true, Opened: true, Lang: tools.Lang}
	s.head = newHead(widgets.NewText(lang.L("Progress summary"), widgets.Title),
		widgets.NewText(lang.L("What you choose, nothing else."), widgets.Muted))
	s.buildChoices()
	s.preview = newPreview(tools.Fonts)
	s.preview.OnBack = func() { s.lookAtPages(false) }
	s.saving = newSaveCard(s.toSave())
	s.left = widgets.NewCard(s.choices)
	s.alone = widgets.NewText(lang.L("A summary of what you share is made when you are both here. It can wait."), widgets.Body)
	s.both = container.New(&summaryLayout{screen: s}, s.left, s.preview)
	s.whole = container.New(&summaryPage{screen: s}, s.head, s.alone, s.both)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts that NewSummary made.
func (s *Summary) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.whole) }

// FirstFocus is where the keyboard begins.
func (s *Summary) FirstFocus() fyne.Focusable { return s.from.Entry }

// Reload shows the journal as it stands now.
func (s *Summary) Reload() {
	both := s.journal.Both()
	showIf(s.alone, !both)
	showIf(s.both, both)
	if !both {
		s.asked++ // a preview that is on its way comes too late
		s.preview.show(summary.Pages{})
		s.whole.Refresh()
		return
	}
	if s.from.Entry.Text == "" && s.to.Entry.Text == "" {
		s.wholeTime()
	}
	showIf(s.checks[3], len(s.journal.State().Plans()) > 0)
	s.listReflections()
	s.draw()
	s.whole.Refresh()
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
	s.whom = widgets.NewFilter([]string{lang.L("Us")}, func(int) {})
	s.from = widgets.NewField(lang.L("From"), newLineEntry(""))
	s.to = widgets.NewField(lang.L("Until"), newLineEntry(""))
	s.from.Entry.OnChanged = func(string) { s.drawSoon() }
	s.to.Entry.OnChanged = s.from.Entry.OnChanged
	s.checks = [6]*widgets.Check{
		widgets.NewCheck(lang.L("Where we are on the path"), true, func(on bool) { s.choice.Path = on; s.draw() }),
		widgets.NewCheck(lang.L("Agreements and boundaries in force"), true, func(on bool) { s.choice.InForce = on; s.draw() }),
		widgets.NewCheck(lang.L("What we opened together"), true, func(on bool) { s.choice.Opened = on; s.listReflections(); s.draw() }),
		widgets.NewCheck(lang.L("Trigger plan and maps"), false, func(on bool) { s.choice.Plans = on; s.draw() }),
		widgets.NewCheck(lang.L("Check-in charts"), false, func(on bool) { s.choice.Charts = on; s.draw() }),
		widgets.NewCheck(lang.L("Breaks and repairs"), false, func(on bool) { s.choice.Breaks = on; s.draw() }),
	}
	s.choose = widgets.NewSmallButton(lang.L("choose…"), widgets.Quiet, s.openChoosing)
	s.each = widgets.VGap(4)
	s.buildFormats()
	s.save = widgets.NewButton(lang.L("Save…"), widgets.Primary, s.openSaving)
	s.included = widgets.VGap(14,
		section(lang.L("For whom"), s.whom),
		section(lang.L("Time"), widgets.StackBelow(240, 12, nil, s.from, s.to)),
		section(lang.L("Include"), widgets.VGap(4, s.checks[0], s.checks[1], widgets.Wrap(10, s.checks[2], s.choose), widgets.Pad(0, 0, 0, 28, s.each),
			s.checks[4], s.checks[5], s.checks[3])))
	fields := widgets.VGap(14, s.included, section(lang.L("As"), widgets.VGap(10, s.formats, s.calendar)))
	s.look = widgets.NewSmallButton(lang.L("Look at the pages"), widgets.Quiet, func() { s.lookAtPages(true) })
	s.look.Hide()
	fields.Add(widgets.Wrap(0, s.look))
	s.unsealed = widgets.NewText(lang.L("The file will not be sealed: anyone who has it can read it."), widgets.Small)
	s.choices = widgets.VGap(12, widgets.Fill(widgets.VScroll(inScroll(fields))),
		widgets.Pad(0, frameBar, 0, ringRoom, widgets.VGap(12, s.save, s.unsealed)))
}

func (s *Summary) buildFormats() {
	names := []string{lang.L("PDF"), lang.L("Web page"), lang.L("Markdown"), lang.L("Calendar")}
	s.formats = widgets.NewFilter(names, func(i int) { s.setFormat(summaryFormats[i]) })
	s.titled = widgets.NewCheck(lang.L("Say what each day is for"), false, func(bool) { s.draw() })
	s.calendar = widgets.VGap(6, s.titled,
		widgets.NewText(lang.L("A calendar has only the days ahead. Unless you tick this, each is called “A reminder”: neutral titles, for calendars that others see too."), widgets.Small))
	s.calendar.Hide()
}

func (s *Summary) setFormat(f summary.Format) {
	s.format = f
	showIf(s.calendar, f == summary.ICS)
	showIf(s.included, f != summary.ICS)
	s.draw()
	s.whole.Refresh()
}

// inScroll leaves room inside a scroll for the ring around what has the
// keyboard, and for the scroll bar.
func inScroll(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Pad(ringRoom, frameBar, ringRoom, ringRoom, o)
}

func section(title string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VGap(8, widgets.NewText(title, widgets.Question), o)
}

func (s *Summary) openChoosing() {
	s.choosing = !s.choosing
	s.listReflections()
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

// listReflections gives each reflection a check of its own.
func (s *Summary) listReflections() {
	s.each.Objects = nil
	reflections := s.journal.State().Reflections
	enable(s.choice.Opened && len(reflections) > 0, s.choose)
	for i := len(reflections) - 1; i >= 0 && s.choosing && s.choice.Opened; i-- {
		r := reflections[i]
		if r.Struck {
			continue
		}
		text := r.Title + ", " + shortDay(journal.DayOf(r.At), s.journal.Today())
		s.each.Add(widgets.NewCheck(text, s.includes(r.ID), func(on bool) { s.include(r.ID, on) }))
	}
	showIf(s.each, len(s.each.Objects) > 0)
	s.choices.Refresh()
	s.whole.Refresh()
}

func (s *Summary) includes(id string) bool {
	return s.choice.Reflections == nil || s.choice.Reflections[id]
}

// include takes a reflection in or leaves it out. A new map each time: a preview
// may still be reading the old one.
func (s *Summary) include(id string, on bool) {
	chosen := map[string]bool{}
	for _, r := range s.journal.State().Reflections {
		chosen[r.ID] = s.includes(r.ID)
	}
	chosen[id] = on
	s.choice.Reflections = chosen
	s.draw()
}

// span reads the two days, and says at the fields when they can't be.
func (s *Summary) span() (ok bool) {
	today := s.journal.Today()
	s.choice.From, s.choice.To = pastDayTyped(s.from.Entry.Text, today), pastDayTyped(s.to.Entry.Text, today)
	from, to := dayProblem(s.choice.From), dayProblem(s.choice.To)
	if from == "" && to == "" && s.choice.From != "" && s.choice.To != "" && s.choice.From > s.choice.To {
		to = journal.ProblemOrder
	}
	for _, f := range []struct {
		field   *widgets.Field
		problem journal.Problem
	}{{s.from, from}, {s.to, to}} {
		text := ""
		if f.problem != "" {
			text = FieldSentence("Day", f.problem)
		}
		f.field.SetError(text)
	}
	return from == "" && to == ""
}

func dayProblem(d journal.Day) journal.Problem {
	if d != "" && !d.Valid() {
		return journal.ProblemNotADate
	}
	return ""
}

// drawSoon draws the preview once typing pauses.
func (s *Summary) drawSoon() {
	s.stop()
	s.stop = s.tools.After(previewPause, s.draw)
}

// document builds what the choices ask for.
func (s *Summary) document() summary.Document {
	if s.format == summary.ICS {
		return summary.Document{Calendar: summary.Calendar(s.journal.State(), s.journal.CheckIns().Due, s.titled.On, s.tools.Now(), summaryWords)}
	}
	return summary.Build(s.journal.State(), s.tools.Course, s.choice, s.journal.Today(), summaryWords)
}

func summaryWords(key string, data map[string]any) string {
	if data == nil {
		return lang.L(key)
	}
	return lang.L(key, data)
}

// draw lays the pages out in the background; only the newest answer is shown.
func (s *Summary) draw() {
	s.stop()
	ok := s.format == summary.ICS || s.span() // a calendar asks for no days
	enable(ok, s.save)
	s.choices.Refresh()
	if !ok || !s.journal.Both() {
		return
	}
	s.asked++
	if s.format == summary.ICS {
		s.preview.say(s.daysAhead())
		return
	}
	asked, d := s.asked, s.document()
	var pages summary.Pages
	s.later(func(ctx context.Context) (err error) {
		pages, err = summary.Lay(ctx, d, s.tools.Fonts, nil)
		return err
	}, func(err error) {
		if asked != s.asked {
			return
		}
		if err != nil {
			s.preview.say(Sentence(err))
			return
		}
		s.preview.show(pages)
	})
}

// daysAhead says what a calendar will hold, in place of its pages.
func (s *Summary) daysAhead() string {
	lines := summary.CalendarLines(s.journal.State(), s.journal.CheckIns().Due, s.titled.On, s.tools.Now(), summaryWords)
	return strings.Join(append([]string{lang.L("A calendar has no pages. It will hold:"), ""}, lines...), "\n")
}

// openSaving shows the save card in place of the choices.
func (s *Summary) openSaving() {
	name := "goldseam-summary"
	if s.format == summary.ICS {
		name = "reminders" // as neutral as what is in it
	}
	s.saving.open(name, s.format.Extension())
	s.left.Content = s.saving.box
	s.left.Refresh()
	s.whole.Refresh()
	s.focusOn(s.saving.name.Entry)
}

// toSave is the summary for the save card.
func (s *Summary) toSave() saving {
	return saving{
		title: lang.L("Save the summary"), warning: lang.L("The file will not be sealed: anyone who has it can read it."),
		folder: s.tools.Folder, after: s.tools.After,
		exists: func(path string) bool { return s.tools.Saver.Exists(path) },
		later:  func(work func(context.Context) error, done func(error)) { s.later(work, done) },

		close: s.closeSaving, focus: s.focusOn, refresh: func() { s.whole.Refresh() },
		may: func() error {
			if !s.journal.Both() {
				return journal.ErrNotBoth
			}
			return nil
		},
		begin: func() func(context.Context, string, func(done, total int)) error {
			format, d := s.format, s.document()
			return func(ctx context.Context, path string, progress func(done, total int)) error {
				return s.tools.Saver.Save(ctx, path, format, d, progress)
			}
		},
	}
}

func (s *Summary) closeSaving() {
	s.left.Content = s.choices
	s.left.Refresh()
	s.whole.Refresh()
	s.focusOn(s.save)
}

func (s *Summary) focusOn(to fyne.Focusable) {
	if s.OnFocus != nil {
		s.OnFocus(to)
	}
}
