package screens

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

var _ SummaryJournal = (*journal.Journal)(nil)

// ownDrafts are what Noor wrote and did not open.
func ownDrafts(t *testing.T) map[string][]journal.Draft {
	t.Helper()
	kept, err := json.Marshal(course.Answer{Text: "Thimble: I want to call my old choir again."})
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]journal.Draft{"own.plainly": {{Exercise: "own.plainly", Part: "plain", Answer: kept, Day: sampleToday}}}
}

// aloneSummary is the page with Noor alone.
func aloneSummary(t *testing.T, saver Saver) (*Summary, *fakeAgreements) {
	t.Helper()
	f := sampleSummaryJournal()
	f.both = false
	s := NewSummary(fakeSummary{f, ownDrafts(t)}, summaryToolsWithExercise(t, saver), Now)
	s.Reload()
	return s, f
}

func summaryToolsWithExercise(t *testing.T, saver Saver) SummaryTools {
	t.Helper()
	tools := sampleSummaryTools(t, saver)
	tools.Course.Steps[1].Exercises = []course.Exercise{{ID: "own.plainly", Title: "Say it plainly", Parts: []course.Part{{ID: "plain", Kind: course.Write, Title: "What happened"}}}}
	return tools
}

// pickWhom moves to one of those that a summary can be for.
func pickWhom(t *testing.T, s *Summary, whom summary.Audience) {
	t.Helper()
	i := slices.Index(s.people, whom)
	if i < 0 {
		t.Fatalf("%q is not offered among %v", whom, s.people)
	}
	s.whom.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range i {
		s.whom.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if s.choice.For != whom {
		t.Fatalf("picked %q, want %q", s.choice.For, whom)
	}
}

// TestSummaryOffersByWhoIsHere: just me only alone; what is ticked line by line
// only with both.
func TestSummaryOffersByWhoIsHere(t *testing.T) {
	s, f := newSummary(t, &fakeSaver{})
	if want := []summary.Audience{summary.Us, summary.Therapist, summary.Fridge}; !slices.Equal(s.people, want) {
		t.Errorf("both are offered %v", s.people)
	}
	f.both = false
	s.Reload()
	if want := []summary.Audience{summary.Everything, summary.Fridge, summary.Me}; !slices.Equal(s.people, want) {
		t.Errorf("one alone is offered %v", s.people)
	}
	sees(t, s, "Choosing line by line waits until you are both here.")
	if len(s.sections) != 0 || s.format != summary.Markdown || !strings.Contains(previewWords(s), "Noor and Eli") {
		t.Error("the whole record is plain text without ticks")
	}
}

// TestJustMeEndsWhenTheOtherComes: nothing of it stays, on the page or behind it.
func TestJustMeEndsWhenTheOtherComes(t *testing.T) {
	saver := &fakeSaver{}
	sampleApp(t, widgets.Light, 1)
	s, f := aloneSummary(t, saver)
	sampleWindow(t, s, 1064, 800)
	pickWhom(t, s, summary.Me)
	if words := previewWords(s); !strings.Contains(words, "Thimble") || !strings.Contains(words, "Noor’s own words") || strings.Contains(words, "sleep again") {
		t.Errorf("just me shows %q", words)
	}
	s.save.Tapped(nil)
	f.both = true
	tap(t, s, "Save")
	if saver.path != "" {
		t.Error("it was saved with both here")
	}
	s.Reload()
	if s.left.Content != s.choices || s.choice.For != summary.Us || strings.Contains(previewWords(s), "Thimble") {
		t.Error("it should be gone when both are here")
	}
	seesNot(t, s, "Just me")
	if strings.Contains(fmt.Sprintf("%+v", s.document()), "Thimble") {
		t.Error("a summary for both has own words")
	}
}

// TestJustMeLeavesNoTrace: the name of the file says nothing, the folder is not
// remembered, and the journal is asked for nothing.
func TestJustMeLeavesNoTrace(t *testing.T) {
	saver := &fakeSaver{}
	sampleApp(t, widgets.Light, 1)
	s, f := aloneSummary(t, saver)
	pickWhom(t, s, summary.Me)
	s.save.Tapped(nil)
	s.saving.folder.Entry.SetText("/mine")
	tap(t, s, "Save")
	if saver.path != "/mine/notes.pdf" || len(f.asked) != 0 {
		t.Errorf("saved as %q, asked for %q", saver.path, f.asked)
	}
	tap(t, s, "Done")
	s.Clear()
	if len(s.preview.pages.Pages) != 0 || s.choice.For == summary.Me {
		t.Error("the page still holds it")
	}
	again, _ := aloneSummary(t, saver)
	again.save.Tapped(nil)
	if again.choice.For != summary.Everything || again.saving.folder.Entry.Text != "/home/couple" {
		t.Error("a new page remembers something")
	}
}

// TestConsentIsNotKept: what was ticked for one is not taken over for another, nor
// to the next page.
func TestConsentIsNotKept(t *testing.T) {
	s, f := newSummary(t, &fakeSaver{})
	f.state.CheckIns = sampleOpened()
	first := s.choice
	sectionOf(s, summary.KindCharts).check.Tapped(nil)
	opened := sectionOf(s, summary.KindOpened)
	opened.choose.Tapped(nil)
	opened.each.Objects[0].(*widgets.Check).Tapped(nil)
	if !s.choice.Charts || len(s.choice.Without) != 1 {
		t.Fatalf("ticked %+v", s.choice)
	}
	pickWhom(t, s, summary.Therapist)
	if s.choice.Charts || s.choice.Breaks || s.choice.Opened || s.choice.Without != nil {
		t.Errorf("for the therapist there is ticked %+v", s.choice)
	}
	pickWhom(t, s, summary.Us)
	if fmt.Sprint(s.choice) != fmt.Sprint(first) {
		t.Errorf("back at us there is ticked %+v", s.choice)
	}
	next := NewSummary(fakeSummary{fakeAgreements: f}, sampleSummaryTools(t, &fakeSaver{}), Now)
	next.Reload()
	if fmt.Sprint(next.choice) != fmt.Sprint(first) || len(f.asked) != 0 {
		t.Errorf("the next page has ticked %+v, asked for %q", next.choice, f.asked)
	}
}

// TestEachThingCanBeLeftOut goes through every tick of every section.
func TestEachThingCanBeLeftOut(t *testing.T) {
	s, f := newSummary(t, &fakeSaver{})
	f.state.CheckIns = sampleOpened()
	f.state.Slips = []journal.Slip{{ID: "s", Agreement: "late", Day: "2026-10-14", Answer: journal.SlipYes}}
	f.state.Reflections[1].Parts[0].Keeps = course.KeepsTriggerPlan
	for _, whom := range s.people {
		pickWhom(t, s, whom)
		for _, x := range s.sections {
			if !x.check.On {
				x.check.Tapped(nil)
			}
			if !x.choose.Visible() {
				if x.kind != summary.KindQuestions {
					t.Errorf("for %q: %s can't be chosen one by one", whom, x.kind)
				}
				continue
			}
			x.choose.Tapped(nil)
			for i, o := range slices.Clone(x.each.Objects) {
				before := fmt.Sprintf("%+v", s.document().Sections)
				o.(*widgets.Check).Tapped(nil)
				if len(s.choice.Without) != 1 || fmt.Sprintf("%+v", s.document().Sections) == before {
					t.Errorf("for %q: tick %d of %s leaves nothing out", whom, i, x.kind)
				}
				o.(*widgets.Check).Tapped(nil)
			}
		}
	}
}

func TestFridgeDoorHasItsName(t *testing.T) {
	saver := &fakeSaver{}
	s, _ := newSummary(t, saver)
	pickWhom(t, s, summary.Fridge)
	if s.time.Visible() || len(s.formats) != 3 || strings.Contains(previewWords(s), "Noor") {
		t.Error("the door has agreements of today, without names")
	}
	s.save.Tapped(nil)
	tap(t, s, "Save")
	if saver.path != "/home/couple/fridge-door.pdf" {
		t.Errorf("saved as %q", saver.path)
	}
}

// TestSummaryFits: nothing is cut off in the smallest window with large text.
func TestSummaryFits(t *testing.T) {
	sampleApp(t, widgets.Light, 1.6)
	for _, both := range []bool{true, false} {
		f := sampleSummaryJournal()
		f.both = both
		f.state.CheckIns = sampleOpened()
		s := NewSummary(fakeSummary{f, ownDrafts(t)}, summaryToolsWithExercise(t, &fakeSaver{}), Now)
		s.Reload()
		w := test.NewTempWindow(t, s)
		w.SetPadded(false)
		w.Resize(smallest)
		for _, whom := range s.people {
			pickWhom(t, s, whom)
			for _, x := range s.sections {
				if !x.check.On {
					x.check.Tapped(nil)
				}
				x.choose.Tapped(nil)
			}
			for _, looking := range []bool{false, true} {
				s.lookAtPages(looking)
				for _, wrong := range misfits(s, smallest) {
					t.Errorf("for %q: %s", whom, wrong)
				}
			}
			s.lookAtPages(false)
		}
	}
}

// TestSummaryLooksByWhom draws the page for each of those a summary can be for.
func TestSummaryLooksByWhom(t *testing.T) {
	page := func(both bool, whom summary.Audience) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			f := sampleSummaryJournal()
			f.both = both
			f.state.CheckIns = sampleOpened()
			s := NewSummary(fakeSummary{f, ownDrafts(t)}, summaryToolsWithExercise(t, &fakeSaver{}), Now)
			s.Reload()
			pickWhom(t, s, whom)
			if x := sectionOf(s, summary.KindCharts); x != nil {
				x.check.Tapped(nil)
			}
			return s
		}
	}
	sampleLooks(t, "summary/therapist", page(true, summary.Therapist))
	sampleLooks(t, "summary/fridge", page(true, summary.Fridge))
	sampleLooks(t, "summary/record", page(false, summary.Everything))
	sampleLooks(t, "summary/me", page(false, summary.Me))
}
