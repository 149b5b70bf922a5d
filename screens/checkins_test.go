package screens

import (
	"context"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/chart"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func TestCheckInsBeforeTheFirst(t *testing.T) {
	p := checkInCouple(t)
	s := p.place()
	sees(t, s, "Your first check-in")
	sees(t, s, "What a check-in is")
	answered, sheet := false, false
	s.OnAnswer, s.OnSheet = func() { answered = true }, func() { sheet = true }
	if b, ok := s.FirstFocus().(*widgets.Button); !ok || b.Text != "Answer · 3 min" {
		t.Errorf("the keyboard begins on %v", s.FirstFocus())
	}
	tap(t, s, "Answer · 3 min")
	tap(t, s, "A sheet to print")
	if !answered || !sheet {
		t.Errorf("answered %v, sheet %v", answered, sheet)
	}
}

func TestCheckInsFromSealingToOpening(t *testing.T) {
	p := checkInCouple(t)
	p.sealed(journal.First, journal.CheckIn{Asked: askedAll("Eli", 6)})
	s := p.place()
	sees(t, s, "Yours is sealed. It opens when both are done.")
	handed := false
	s.OnHandOver = func() { handed = true }
	tap(t, s, "Hand over to Eli")
	if !handed || buttonOf(s, "Open together") != nil || buttonOf(s, "Answer · 3 min") != nil {
		t.Errorf("handed over %v:\n%s", handed, shownWords(s))
	}

	p.hold(journal.Second)
	s.Reload()
	sees(t, s, "Noor has sealed one.")
	p.sealed(journal.Second, journal.CheckIn{Rested: true})
	s.Reload()
	gold := buttonOf(s, "Open together")
	if gold == nil || gold.Kind != widgets.Gold {
		t.Fatalf("both can't open:\n%s", shownWords(s))
	}
	id := ""
	s.OnOpened = func(opened string) { id = opened }
	gold.Tapped(nil)
	all := p.j.State().CheckIns
	if len(all) != 1 || all[0].ID != id {
		t.Fatalf("opened %q of %+v", id, all)
	}
	s.Reload()
	sees(t, s, "Your next one is 29 November.")
	page := p.openedPage()
	p.window.SetContent(page)
	for _, words := range []string{"6 of 10", "left open", "Not this week"} {
		sees(t, page, words)
	}
}

func TestCheckInsCanBeTakenBack(t *testing.T) {
	p := checkInCouple(t)
	p.sealed(journal.First, journal.CheckIn{Asked: askedAll("Eli", 6)})
	s := p.place()
	answering := false
	s.OnAnswer = func() { answering = true }
	tap(t, s, "Write on it again")
	sees(t, s, "You have begun to answer.")
	if !answering || len(p.j.CheckIns().Sealed) != 0 {
		t.Errorf("answering %v: %+v", answering, p.j.CheckIns())
	}
	p.must(p.j.SealCheckIn(t.Context(), p.j.CheckIns().Part))
	s.Reload()
	tap(t, s, "Destroy it")
	tap(t, s, "Keep it")
	if len(p.j.CheckIns().Sealed) != 1 {
		t.Fatal("it is gone although it was kept")
	}
	tap(t, s, "Destroy it")
	tap(t, s, "Destroy it for good")
	sees(t, s, "Your first check-in")
	if len(p.j.Drafts(journal.CheckInDrafts)) != 0 {
		t.Error("it is still there")
	}
}

func TestCheckInsSayWhatFailed(t *testing.T) {
	p := checkInCouple(t)
	p.sealed(journal.First, journal.CheckIn{Asked: askedAll("Eli", 6)})
	s := p.place()
	s.journal = noUnsealing{p.j}
	tap(t, s, "Write on it again")
	sees(t, s, "The disk is full.")
}

// noUnsealing keeps what is sealed.
type noUnsealing struct{ *journal.Journal }

func (noUnsealing) UnsealCheckIn(context.Context, string) error { return journal.ErrFull }

func TestCheckInsAlone(t *testing.T) {
	f := &fakeCheckIns{state: sampleState(), holder: journal.First, stand: journal.CheckInStand{Theirs: true, Due: sampleToday, May: true}}
	sampleApp(t, widgets.Light, 1)
	s := NewCheckIns(f, shippedCourse(), Now)
	sees(t, s, "Eli has sealed one.")
	f.stand.Sealed = []journal.Draft{{Exercise: journal.CheckInDrafts, Part: "a", Finished: true, Day: "2026-11-15"}, {Exercise: journal.CheckInDrafts, Part: "b", Finished: true, Day: "2026-11-22"}}
	f.stand.May = false
	s.Reload()
	sees(t, s, "It opens when Eli is here too.")
	sees(t, s, "15 November")
	seesNot(t, s, "Open together]")
	seesNot(t, s, "Hand over")
	f.holder = journal.Nobody
	s.Reload()
	sees(t, s, "with the laptop in their hands")
	seesNot(t, s, "sealed")
}

// fakeCheckIns is what the place needs, in memory.
type fakeCheckIns struct {
	CheckInsJournal
	state  journal.State
	holder journal.Partner
	both   bool
	stand  journal.CheckInStand
}

func (f *fakeCheckIns) State() journal.State           { return f.state }
func (f *fakeCheckIns) Now() time.Time                 { return sampleToday.Time() }
func (f *fakeCheckIns) Holder() journal.Partner        { return f.holder }
func (f *fakeCheckIns) Both() bool                     { return f.both }
func (f *fakeCheckIns) CheckIns() journal.CheckInStand { return f.stand }
func (f *fakeCheckIns) Drafts(string) []journal.Draft  { return f.stand.Sealed }

// tenYears has a check-in of both in each week.
func tenYears() journal.State {
	state := sampleState()
	for week := range 520 {
		day := sampleToday.Add(7 * (week - 519))
		o := journal.OpenedCheckIns{ID: fmt.Sprint(week), At: day.Time()}
		for side, other := range []string{"Eli", "Noor"} {
			o.Of[side] = []journal.CheckIn{{Day: day, Asked: askedAll(other, (week+side)%11, week%7, 5)}}
		}
		state.CheckIns = append(state.CheckIns, o)
	}
	return state
}

func TestCheckInsOfTenYears(t *testing.T) {
	f := &fakeCheckIns{state: tenYears(), holder: journal.First, both: true}
	sampleApp(t, widgets.Light, 1)
	s := NewCheckIns(f, shippedCourse(), Now)
	sampleWindow(t, s, 1064, 800)
	s.setSpan(spanAll)
	if n := len(s.charts[0].shown[0]); n != 520 {
		t.Errorf("all are %d points", n)
	}
	s.setSpan(spanQuarter)
	if n := len(s.charts[0].shown[0]); n != 14 {
		t.Errorf("13 weeks are %d points", n)
	}
	s.setSpan(spanYear)
	sees(t, s, "Older ones are on the timeline.")
	s.setSpan(spanAll)
	tap(t, s, "Show as a table")
	sees(t, s, "And 460 more before that.")
}

func TestCheckInChartsSayWhatIsUsual(t *testing.T) {
	line := func(values ...int) chart.Line {
		var l chart.Line
		for i, v := range values {
			l = append(l, chart.Point{Day: 7 * i, Value: max(v, 0), Answered: v >= 0})
		}
		return l
	}
	for want, l := range map[string]chart.Line{
		"Noor · too early to tell: 3 of 8 points": line(4, -1, 5, 6),
		"usual for Noor: 3 to 7":                  line(4, 5, 4, 6, 5, 5, 6, 5),
		"usual for Noor: 5":                       line(5, 5, 5, 5, 5, 5, 5, 5),
		"usual for Noor: 3 to 7 · the newest is more than the usual swing": line(4, 5, 4, 6, 5, 5, 6, 5, 9),
		"usual for Noor: 0 to 10": line(0, 10, 0, 10, 0, 10, 0, 10),
		"usual for Noor: 5 to 6":  line(5, 5, 5, 5, 6, 6, 6, 6),
	} {
		if got := swingText("Noor", l); got != want {
			t.Errorf("%v: %q, want %q", l, got, want)
		}
	}
}

func TestCheckInChartByKeyboard(t *testing.T) {
	p := checkInCouple(t)
	p.weeks(3)
	s := p.place()
	sees(t, s, "I felt safe with my partner")
	sees(t, s, "Noor · too early to tell: 3 of 8 points")
	press(s.charts[0].chart, fyne.KeyEnd)
	sees(t, s, "Eli: 2 of 10 on 6 December")
	press(s.charts[0].chart, fyne.KeyLeft)
	sees(t, s, "Noor: 4 of 10 on 6 December")
	tap(t, s, "Show as a table")
	sees(t, s, "29 November")
	tap(t, s, "Show as a chart")
	seesNot(t, s, "left open")
}

func TestCheckInMarks(t *testing.T) {
	p := checkInCouple(t)
	supper := p.agree("Wednesday supper", journal.Weekly, journal.Second)
	p.weeks(2)
	p.slip(supper)
	p.must(p.j.CloseStep(t.Context(), "before", "Before you begin", "We want to."))
	marks := chartMarks(p.j.State(), p.place().stepTitle, firstAnswered(p.j.State()))
	var kinds []chart.MarkKind
	for _, m := range marks {
		kinds = append(kinds, m.Kind)
	}
	if fmt.Sprint(kinds) != fmt.Sprint([]chart.MarkKind{chart.Break, chart.StepClosed, chart.Mended}) && fmt.Sprint(kinds) != fmt.Sprint([]chart.MarkKind{chart.Break, chart.Mended, chart.StepClosed}) {
		t.Errorf("marks %v", marks)
	}
}

func TestCheckInRows(t *testing.T) {
	rows := checkInRows([2][]journal.Answer{
		{{Day: "2026-11-01", Value: 3, Answered: true}, {Day: "2026-11-08"}},
		{{Day: "2026-11-08", Value: 0, Answered: true}, {Day: "2026-11-08", Value: 4, Answered: true}},
	})
	want := []checkInRow{{"2026-11-08", [2]string{"left open", "0"}}, {"2026-11-08", [2]string{"", "4"}}, {"2026-11-01", [2]string{"3", ""}}}
	if fmt.Sprint(rows) != fmt.Sprint(want) {
		t.Errorf("rows %v", rows)
	}
}

func TestCheckInsLook(t *testing.T) {
	checkInLooks(t, "empty", func(p *player) fyne.CanvasObject { return p.newPlace() })
	checkInLooks(t, "open", func(p *player) fyne.CanvasObject {
		supper := p.agree("Wednesday supper", journal.Weekly, journal.Second)
		p.weeks(4)
		p.must(p.j.CloseStep(p.Context(), "before", "Before you begin", "We want to."))
		p.days(7)
		p.weeks(5)
		p.slip(supper)
		p.days(3)
		p.weeks(6)
		p.days(7)
		p.sealed(journal.First, journal.CheckIn{Asked: askedAll("Eli", 6)})
		p.sealed(journal.Second, journal.CheckIn{Asked: askedAll("Noor", 5)})
		p.hold(journal.First)
		return p.newPlace()
	})
	t.Run("table", func(t *testing.T) {
		p := checkInCouple(t)
		p.weeks(15)
		s := p.place()
		s.charts[0].turn()
		test.AssertRendersToImage(t, "checkins/table.png", sampleWindow(t, s, 1064, 800).Canvas())
	})
}
