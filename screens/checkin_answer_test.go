package screens

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func TestCheckInIsAnsweredSavedAndSealed(t *testing.T) {
	p := checkInCouple(t)
	walk := p.agree("Sunday walk, phones at home", journal.Weekly, journal.Nobody)
	night := p.agree("Good night, whatever the day", journal.Daily, journal.Second)
	p.agree("I tell you where I am", journal.ComesUp, journal.First)
	p.days(10)
	s := p.answering()
	sees(t, s, "The past seven days, for Noor")
	sees(t, s, "What Eli promised me")
	seesNot(t, s, "I tell you where I am")
	if value, answered := scaleNamed(t, s, "I felt safe with Eli").Value(); answered {
		t.Errorf("it begins at %d", value)
	}
	press(scaleNamed(t, s, "I felt safe with Eli"), fyne.KeyRight)
	press(scaleNamed(t, s, "I felt heard"), fyne.KeyHome)
	s.field.SetText("The walk helped.")
	s.promised.rows[0].pills.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	s.promised.rows[1].pills.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range 5 {
		press(s.promised.rows[1].pills, fyne.KeyRight)
	}
	sees(t, s, "kept on 5 of 7 days")
	p.second()
	sees(t, s, "Saved. Only you can read it.")
	s.Clear()

	s = p.answering()
	if value, answered := scaleNamed(t, s, "I felt safe with Eli").Value(); !answered || value != 5 {
		t.Fatalf("coming back shows %d, %v", value, answered)
	}
	if s.field.Text != "The walk helped." {
		t.Errorf("coming back shows %q", s.field.Text)
	}
	sealed := false
	s.OnSealed = func() { sealed = true }
	press(scaleNamed(t, s, "I have hope for us"), fyne.KeyEnd)
	tap(t, s, "Seal my answers")
	stand := p.j.CheckIns()
	if !sealed || len(stand.Sealed) != 1 {
		t.Fatalf("sealed %v: %+v", sealed, stand)
	}
	c := readCheckIn(stand.Sealed[0].Answer)
	values := map[string]int{}
	for _, a := range c.Asked {
		if a.Value != nil {
			values[a.ID] = *a.Value
		}
	}
	if len(values) != 3 || values["safe"] != 5 || values["heard"] != 0 || values["hope"] != 10 || c.Asked[1].Text != "I felt safe with Eli" {
		t.Errorf("kept %v of %+v", values, c.Asked)
	}
	if want := []journal.Counted{{Agreement: walk, Kept: 1, Of: 1}, {Agreement: night, Kept: 5, Of: 7}}; !slices.Equal(c.Kept, want) {
		t.Errorf("kept %+v, want %+v", c.Kept, want)
	}
}

func TestCheckInAnswersCanBeTakenAway(t *testing.T) {
	p := checkInCouple(t)
	p.agree("Sunday walk", journal.Weekly, journal.Second)
	s := p.answering()
	heard := scaleNamed(t, s, "I felt heard")
	press(heard, fyne.KeyRight)
	press(s.promised.rows[0].pills, fyne.KeyHome)
	tap(t, s, "Leave it empty")
	tap(t, s, "Leave it empty")
	if _, answered := heard.Value(); answered || !s.empty() {
		t.Error("something is still answered")
	}
	tap(t, s, "Seal my answers")
	sees(t, s, "There is nothing here yet.")
	p.second()
	if c := readCheckIn(p.j.Drafts(journal.CheckInDrafts)[0].Answer); len(c.Kept) != 0 || c.Asked[2].Value != nil {
		t.Errorf("kept %+v", c)
	}
}

func TestCheckInRestsForAWeek(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	sealed := 0
	s.OnSealed = func() { sealed++ }
	s.field.SetText("Too much.")
	tap(t, s, "Not this week")
	sees(t, s, "What you answered here would be gone.")
	if sealed > 0 {
		t.Fatal("it rests without asking")
	}
	tap(t, s, "Not this week")
	stand := p.j.CheckIns()
	if sealed != 1 || len(stand.Sealed) != 1 || !readCheckIn(stand.Sealed[0].Answer).Rested {
		t.Errorf("%d times sealed: %+v", sealed, stand)
	}
}

func TestCheckInMarkedAloneIsNotAsked(t *testing.T) {
	p := checkInCouple(t)
	walk := p.agree("Sunday walk", journal.Weekly, journal.Second)
	p.days(3)
	p.must(p.j.MarkKept(t.Context(), walk, p.j.Today().Add(-2), journal.MarkKept))
	s := p.answering()
	sees(t, s, "You marked it on Monday.")
	if len(s.promised.rows) != 0 {
		t.Error("it is asked all the same")
	}
}

func TestCheckInCountsOnlyDaysInForce(t *testing.T) {
	p := checkInCouple(t)
	p.agree("Good night", journal.Daily, journal.Second)
	p.days(2)
	s := p.answering()
	sees(t, s, "On how many of the 3 days was it kept?")
	if n := len(s.promised.rows[0].choices); n != 5 {
		t.Errorf("%d choices", n)
	}
}

func TestCheckInSinceTheLastSitting(t *testing.T) {
	p := checkInCouple(t)
	seesNot(t, p.answering(), "Since we last sat")
	p.must(p.j.CloseSitting(t.Context(), [2]string{}, "", "", ""))
	p.days(1)
	s := p.answering()
	s.setSince(1)
	sees(t, s, "Since we last sat, for Noor")
	p.second()
	if c := readCheckIn(p.j.Drafts(journal.CheckInDrafts)[0].Answer); !c.Since {
		t.Error("it is not kept which time is meant")
	}
}

func TestCheckInWrittenOnPaper(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	tap(t, s, "I wrote this on paper before")
	s.paper.Entry.SetText("someday")
	press(s.scales[0].scale, fyne.KeyRight)
	tap(t, s, "Seal my answers")
	if len(p.j.CheckIns().Sealed) != 0 || s.paper.Problem() == "" {
		t.Fatal("a day that is none is kept")
	}
	s.paper.Entry.SetText("12.11.")
	tap(t, s, "Seal my answers")
	if sealed := p.j.CheckIns().Sealed; len(sealed) != 1 || sealed[0].Paper != "2026-11-12" {
		t.Errorf("sealed %+v", sealed)
	}
}

func TestCheckInKeepsAnswersWhenSealingFails(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	s.setup.Journal = nil
	s.journal = fullDisk{p.j}
	s.saver.save = s.journal.SaveDraft
	s.field.SetText("Words.")
	tap(t, s, "Seal my answers")
	sees(t, s, "The disk is full.")
	if d := s.Dirty(); len(d) != 1 || !strings.Contains(string(d[0].Answer), "Words.") {
		t.Error("the words are lost")
	}
	s.Clear()
	if len(s.Dirty()) > 0 || s.field.Text != "" {
		t.Error("words stay after the lock")
	}
}

func TestCheckInLongWords(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	s.field.SetText(strings.Repeat("a", widgets.DefaultMaxRunes))
	s.field.TypedRune('b')
	sees(t, s, "as much as one check-in holds")
	tap(t, s, "Seal my answers")
	if len(p.j.CheckIns().Sealed) != 1 {
		t.Error("a long check-in is not sealed")
	}
}

// halfAnswered is the page of the picture: two answers, and one thing kept.
func halfAnswered(p *player, sitting bool) *CheckInAnswer {
	t := p.T
	t.Helper()
	if sitting {
		p.must(p.j.CloseSitting(t.Context(), [2]string{}, "", "", ""))
	}
	p.agree("Sunday walk, phones at home", journal.Weekly, journal.Second)
	p.agree("Dinner without screens", journal.ComesUp, journal.Second)
	p.agree("Good night, whatever the day", journal.Daily, journal.Second)
	p.days(10)
	s := p.newAnswer()
	scaleNamed(t, s, "I owned what was mine").TypedRune('6')
	scaleNamed(t, s, "I felt safe with Eli").TypedRune('5')
	press(s.promised.rows[0].pills, fyne.KeyHome)
	p.second()
	return s
}

// checkInLooks draws a page light and dark, with large text, and narrow. The
// page is built in the theme that it is drawn in.
func checkInLooks(t *testing.T, name string, build func(p *player) fyne.CanvasObject) {
	t.Helper()
	for _, look := range []struct {
		name                 string
		mode                 widgets.Mode
		scale, width, height float32
	}{
		{"light", widgets.Light, 1, 1064, 800},
		{"dark", widgets.Dark, 1, 1064, 800},
		{"large", widgets.Light, 1.6, 1064, 1500},
		{"narrow", widgets.Light, 1.6, 684, 600},
	} {
		t.Run(look.name, func(t *testing.T) {
			p := checkInCouple(t)
			sampleApp(t, look.mode, look.scale)
			page := build(p)
			w := sampleWindow(t, page, look.width, look.height)
			for _, wrong := range misfits(page, fyne.NewSize(look.width, look.height)) {
				t.Error(wrong)
			}
			test.AssertRendersToImage(t, "checkins/"+name+"-"+look.name+".png", w.Canvas())
		})
	}
}

func TestCheckInAnswerLooks(t *testing.T) {
	checkInLooks(t, "answer", func(p *player) fyne.CanvasObject { return halfAnswered(p, false) })
	t.Run("since", func(t *testing.T) {
		s := halfAnswered(checkInCouple(t), true)
		test.AssertRendersToImage(t, "checkins/answer-since.png", sampleWindow(t, s, 1064, 800).Canvas())
	})
}

func TestCheckInReloadKeepsWhatIsWritten(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	s.field.SetText("Not saved yet.")
	press(s.scales[0].scale, fyne.KeyRight)
	s.Reload()
	if value, answered := s.scales[0].scale.Value(); s.field.Text != "Not saved yet." || !answered || value != 5 {
		t.Errorf("after a reload: %q, %d, %v", s.field.Text, value, answered)
	}
}

func TestCheckInRestThatFailsKeepsTheAnswers(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	s.field.SetText("Words.")
	s.journal = fullDisk{p.j}
	s.saver.save = s.journal.SaveDraft
	tap(t, s, "Not this week")
	tap(t, s, "Not this week")
	if d := s.Dirty(); len(d) != 1 || !strings.Contains(string(d[0].Answer), "Words.") {
		t.Errorf("what would be saved is %v", d)
	}
}

func TestCheckInSavesWithinASecond(t *testing.T) {
	p := checkInCouple(t)
	s := p.answering()
	press(s.scales[0].scale, fyne.KeyRight)
	p.clock.pass(900 * time.Millisecond)
	if len(p.j.Drafts(journal.CheckInDrafts)) != 1 {
		t.Error("it is not saved")
	}
	done := false
	press(s.scales[1].scale, fyne.KeyRight)
	s.Flush(func() { done = true })
	if !done || len(s.Dirty()) > 0 {
		t.Error("it can't be saved at once")
	}
}

func TestCheckInByKeyboardAlone(t *testing.T) {
	p := checkInCouple(t)
	p.agree("Sunday walk", journal.Weekly, journal.Second)
	s := p.answering()
	press(s.scales[1].scale, fyne.KeyRight)
	canvas := p.window.Canvas()
	canvas.Focus(s.FirstFocus())
	want := []fyne.Focusable{
		s.scales[0].scale, s.scales[1].scale, s.scales[1].clear, s.scales[2].scale, s.scales[3].scale, s.field,
		buttonOf(s, "I wrote this on paper before"), s.promised.rows[0].pills, buttonOf(s, "Help & safety"), buttonOf(s, "Seal my answers"), buttonOf(s, "Not this week"),
	}
	for i, f := range want {
		if got := canvas.Focused(); got != f {
			t.Fatalf("stop %d is %T, want %T", i, got, f)
		}
		canvas.FocusNext()
	}
}
