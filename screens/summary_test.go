package screens

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// fakeSaver writes down what it should save.
type fakeSaver struct {
	there  map[string]bool
	err    error
	path   string
	format summary.Format
	title  string

	calendar string
}

func (f *fakeSaver) Exists(path string) bool { return f.there[path] }

func (f *fakeSaver) Save(_ context.Context, path string, format summary.Format, d summary.Document, progress func(done, total int)) error {
	progress(1, 2)
	f.path, f.format, f.title, f.calendar = path, format, d.Title, string(d.Calendar)
	return f.err
}

func sampleReflections() []journal.Reflection {
	return []journal.Reflection{
		{ID: "r1", Exercise: "before.here", Title: "What brings us here", At: sampleAt(9, 21), Parts: []journal.OpenedPart{{
			Part: "here", Kind: "write", Words: [2]string{"I want to stop hiding.", "I want to sleep again."},
		}}},
		{ID: "r2", Exercise: "own.plainly", Title: "Say it plainly", At: sampleAt(11, 22), Parts: []journal.OpenedPart{{
			Part: "plain", Kind: "write", Words: [2]string{"I hid the messages for most of the summer.", "I need you to say it without looking away."},
		}}},
	}
}

func sampleCourse() *course.Course {
	c := &course.Course{}
	for i, title := range []string{
		"Before you begin", "Own what happened", "Talk openly", "Boundaries, slowly", "Steady days", "Repair", "Renew", "Forgive",
	} {
		c.Steps = append(c.Steps, course.Step{ID: strings.ToLower(title[:4]), Title: title, Number: i})
	}
	return c
}

func sampleSummaryTools(t *testing.T, saver Saver) SummaryTools {
	t.Helper()
	return SummaryTools{
		Course: sampleCourse(), Saver: saver, Folder: "/home/couple", Lang: "en",
		Fonts: summary.Fonts{
			Regular: assets.Font("Literata_400Regular.ttf"), Italic: assets.Font("Literata_400Regular_Italic.ttf"),
			SemiBold: assets.Font("Literata_600SemiBold.ttf"),
		},
		After: func(_ time.Duration, _ func()) func() { return func() {} },
		Now:   func() time.Time { return sampleAt(11, 22) },
	}
}

// fakeSummary is the journal as the summary sees it.
type fakeSummary struct {
	*fakeAgreements
	drafts map[string][]journal.Draft
}

func (f fakeSummary) Drafts(exercise string) []journal.Draft { return f.drafts[exercise] }

func (fakeSummary) CheckIns() journal.CheckInStand { return journal.CheckInStand{Due: "2026-11-24"} }

func newSummary(t *testing.T, saver Saver) (*Summary, *fakeAgreements) {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
	f := sampleSummaryJournal()
	s := NewSummary(fakeSummary{fakeAgreements: f}, sampleSummaryTools(t, saver), Now)
	s.Reload()
	sampleWindow(t, s, 1064, 800)
	return s, f
}

func sampleSummaryJournal() *fakeAgreements {
	f := &fakeAgreements{state: sampleState(), both: true, holder: journal.First}
	f.state.Began = sampleAt(9, 20)
	f.state.Reflections = sampleReflections()
	f.state.Steps = []journal.StepState{{ID: "own ", Closed: sampleAt(10, 20)}}
	return f
}

func sectionOf(s *Summary, k summary.Kind) *summarySection {
	for _, x := range s.sections {
		if x.kind == k {
			return x
		}
	}
	return nil
}

// previewWords are the words on the page in view.
func previewWords(s *Summary) string {
	all := ""
	for _, text := range s.preview.pages.Pages[s.preview.page].Texts {
		all += text.S + " "
	}
	return all
}

func TestSummaryShowsWhatIsChosen(t *testing.T) {
	s, _ := newSummary(t, &fakeSaver{})
	if words := previewWords(s); !strings.Contains(words, "Noor and Eli") || !strings.Contains(words, "messages") {
		t.Errorf("the preview shows %q", words)
	}
	sectionOf(s, summary.KindOpened).check.Tapped(nil)
	if strings.Contains(previewWords(s), "messages") {
		t.Error("what was opened should be left out")
	}
	sectionOf(s, summary.KindOpened).check.Tapped(nil)
	opened := sectionOf(s, summary.KindOpened)
	opened.choose.Tapped(nil)
	opened.each.Objects[0].(*widgets.Check).Tapped(nil)
	if words := previewWords(s); strings.Contains(words, "messages") || !strings.Contains(words, "hiding") {
		t.Errorf("one reflection should be left out: %q", words)
	}
}

func TestSummarySaves(t *testing.T) {
	saver := &fakeSaver{}
	s, _ := newSummary(t, saver)
	s.as.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.save.Tapped(nil)
	tap(t, s, "Save")
	if saver.path != "/home/couple/goldseam-summary.html" || saver.format != summary.HTML || saver.title != "Noor and Eli" {
		t.Errorf("saved %+v", saver)
	}
	if !strings.Contains(shownWords(s), "Saved as /home/couple/goldseam-summary.html") {
		t.Error("it doesn't say where")
	}
	tap(t, s, "Done")
	if s.left.Content != s.choices {
		t.Error("the choices should be back")
	}
}

// TestSummarySavesACalendar: the preview says what the file will hold, and neither
// says more than was asked for.
func TestSummarySavesACalendar(t *testing.T) {
	saver := &fakeSaver{}
	s, _ := newSummary(t, saver)
	if s.calendar.Visible() {
		t.Error("other forms need no titles")
	}
	for range 3 {
		s.as.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if words := s.preview.message.Text; !strings.Contains(words, "24 November, each week: A reminder") || strings.Contains(words, "calendar for evenings") {
		t.Errorf("the preview says %q", words)
	}
	s.titled.Tapped(nil)
	if words := s.preview.message.Text; !strings.Contains(words, "Check-in") || strings.Contains(words, "A reminder") {
		t.Errorf("with titles it says %q", words)
	}
	s.save.Tapped(nil)
	tap(t, s, "Save")
	if saver.path != "/home/couple/reminders.ics" || saver.format != summary.ICS || saver.title != "" || !strings.Contains(saver.calendar, "BEGIN:VEVENT") {
		t.Errorf("saved %+v", saver)
	}
	tap(t, s, "Done")
	s.as.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if s.calendar.Visible() || !strings.Contains(previewWords(s), "Noor and Eli") {
		t.Error("the pages should be back")
	}
}

// TestSummaryHasChartsAndBreaksWhenAsked: neither is in it at first.
func TestSummaryHasChartsAndBreaksWhenAsked(t *testing.T) {
	s, f := newSummary(t, &fakeSaver{})
	f.state.CheckIns, f.state.Slips = sampleOpened(), []journal.Slip{{ID: "s", Agreement: "late", Day: "2026-10-14", Answer: journal.SlipYes}}
	f.state.Agreements = nil // so that all is on one page
	s.draw()
	if words := previewWords(s); strings.Contains(words, "Check-ins") || strings.Contains(words, "slip") {
		t.Errorf("at first it has %q", words)
	}
	sectionOf(s, summary.KindOpened).check.Tapped(nil)
	sectionOf(s, summary.KindCharts).check.Tapped(nil)
	if words := previewWords(s); !strings.Contains(words, "Check-ins") || strings.Contains(words, "slip") {
		t.Errorf("with charts it has %q", words)
	}
	sectionOf(s, summary.KindBreaks).check.Tapped(nil)
	if words := previewWords(s); !strings.Contains(words, "Both called it a slip") {
		t.Errorf("with breaks it has %q", words)
	}
}

// sampleOpened are ten check-ins that were opened; Noor left one out.
func sampleOpened() []journal.OpenedCheckIns {
	values := [2][]int{{3, 4, 3, 5, -1, 4, 6, 5, 5, 9}, {2, 2, 3, 3, 2, 4, 3, 4, 4, 5}}
	var all []journal.OpenedCheckIns
	for week := range values[0] {
		o := journal.OpenedCheckIns{At: sampleAt(9, 20).AddDate(0, 0, 7*week)}
		for side := range values {
			c := journal.CheckIn{Day: journal.DayOf(o.At)}
			asked := journal.Asked{ID: "safe", Text: "How safe did it feel to say what is true?", Low: "not at all", High: "completely"}
			if values[side][week] >= 0 {
				asked.Value = &values[side][week]
			}
			c.Asked = []journal.Asked{asked}
			o.Of[side] = []journal.CheckIn{c}
		}
		all = append(all, o)
	}
	return all
}

func TestSummaryAsksBeforeItReplaces(t *testing.T) {
	saver := &fakeSaver{there: map[string]bool{"/home/couple/goldseam-summary.pdf": true}}
	s, _ := newSummary(t, saver)
	s.save.Tapped(nil)
	tap(t, s, "Save")
	if saver.path != "" {
		t.Fatal("it replaced the file without asking")
	}
	tap(t, s, "Choose another name")
	s.saving.name.Entry.SetText("ours")
	tap(t, s, "Save")
	if saver.path != "/home/couple/ours.pdf" {
		t.Errorf("saved as %q", saver.path)
	}
}

func TestSummaryTellsOfFailure(t *testing.T) {
	s, _ := newSummary(t, &fakeSaver{err: errors.Join(journal.ErrFull)})
	s.save.Tapped(nil)
	tap(t, s, "Save")
	if !strings.Contains(shownWords(s), "The disk is full.") || buttonOf(s, "Save") == nil {
		t.Error("it should say so and offer to try again")
	}
}

func TestSummaryChecksFolderAndName(t *testing.T) {
	saver := &fakeSaver{}
	s, _ := newSummary(t, saver)
	s.save.Tapped(nil)
	s.saving.folder.Entry.SetText("documents")
	tap(t, s, "Save")
	s.saving.folder.Entry.SetText("/home/couple")
	s.saving.name.Entry.SetText("../ours.pdf")
	tap(t, s, "Save")
	if saver.path != "" || s.saving.name.Problem() == "" {
		t.Errorf("saved as %q", saver.path)
	}
}

func TestSummaryChecksItsDays(t *testing.T) {
	s, _ := newSummary(t, &fakeSaver{})
	s.from.Entry.SetText("soon")
	s.draw()
	if s.from.Problem() == "" || !s.save.Disabled() {
		t.Error("a day that is none should be named, and nothing saved")
	}
	s.from.Entry.SetText("1.11.2026")
	s.draw()
	if words := previewWords(s); strings.Contains(words, "hiding") || s.save.Disabled() {
		t.Errorf("September should be left out: %q", words)
	}
}

func TestSummaryCanBeStopped(t *testing.T) {
	var answer func()
	s, _ := newSummary(t, &fakeSaver{})
	s.later = func(work func(context.Context) error, done func(error)) {
		answer = func() { done(work(t.Context())) }
	}
	s.tools.Saver = stoppedSaver{}
	s.save.Tapped(nil)
	tap(t, s, "Save")
	tap(t, s, "Stop")
	answer()
	if !strings.Contains(shownWords(s), "That was stopped.") {
		t.Error("it should say that it stopped")
	}
}

// stoppedSaver waits until it is told to stop.
type stoppedSaver struct{}

func (stoppedSaver) Exists(string) bool { return false }

func (stoppedSaver) Save(ctx context.Context, _ string, _ summary.Format, _ summary.Document, _ func(done, total int)) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestSummaryLooks(t *testing.T) {
	sampleLooks(t, "summary/choices", func() fyne.CanvasObject {
		s := NewSummary(fakeSummary{fakeAgreements: sampleSummaryJournal()}, sampleSummaryTools(t, &fakeSaver{}), Now)
		s.Reload()
		return s
	})
	sampleApp(t, widgets.Light, 1)
	s, _ := newSummary(t, &fakeSaver{there: map[string]bool{"/home/couple/goldseam-summary.pdf": true}})
	w := sampleWindow(t, s, 1064, 800)
	s.save.Tapped(nil)
	tap(t, s, "Save")
	test.AssertRendersToImage(t, "summary/replace.png", w.Canvas())
}

func TestSummaryLooksWithCharts(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	s, f := newSummary(t, &fakeSaver{})
	f.state.CheckIns = sampleOpened()
	f.state.Slips = []journal.Slip{{ID: "s", Agreement: "late", Day: "2026-10-14", Answer: journal.SlipYes, Mended: sampleAt(10, 29)}}
	for _, k := range []summary.Kind{summary.KindOpened, summary.KindCharts, summary.KindBreaks} {
		sectionOf(s, k).check.Tapped(nil)
	}
	w := sampleWindow(t, s, 1064, 800)
	test.AssertRendersToImage(t, "summary/charts.png", w.Canvas())
	for range 3 {
		s.as.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	test.AssertRendersToImage(t, "summary/calendar.png", w.Canvas())
}
