package screens

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// autumn is a timeline of some months with a long quiet time, a break that is
// mended and one that is not, and a check-in a week, one of them left out.
func autumn() *fakeTimeline {
	var moments []journal.Moment
	add := func(month time.Month, day int, kind journal.EventKind, by journal.Partner, title string, to journal.ThingKind) {
		moments = append(moments, sampleMoment(int64(len(moments)+1), kind, sampleAt(month, day), by, title, to))
		moments[len(moments)-1].Event = fmt.Sprint(len(moments))
	}
	add(8, 9, journal.KindJoined, journal.First, "Noor", journal.ThingNone)
	add(8, 9, journal.KindJoined, journal.Second, "Eli", journal.ThingNone)
	add(9, 20, journal.KindOpened, journal.Nobody, "What happened, told once", journal.ThingReflection)
	add(9, 27, journal.KindSigned, journal.Second, "A message as soon as plans change", journal.ThingAgreement)
	add(10, 11, journal.KindProposed, journal.First, "Sunday walk, phones at home", journal.ThingAgreement)
	add(10, 20, journal.KindSlip, journal.Second, "A message as soon as plans change", journal.ThingSlip)
	add(10, 29, journal.KindSet, journal.Second, "After 22:00 I go to sleep; we go on tomorrow", journal.ThingBoundary)
	add(11, 1, journal.KindStepClosed, journal.Nobody, "Step 2, Talk openly", journal.ThingStep)
	add(11, 10, journal.KindSlip, journal.Second, "The late Thursday", journal.ThingSlip)
	add(11, 11, journal.KindRepair, journal.Nobody, "The late Thursday, and what Noor does now", journal.ThingSlip)
	add(11, 22, journal.KindShared, journal.Second, "What access means to me", journal.ThingReflection)
	state := journal.State{People: samplePeople(), Moments: moments}
	for _, i := range []int{5, 8} {
		state.Slips = append(state.Slips, journal.Slip{ID: moments[i].Event, By: journal.Second, Answer: journal.SlipYes})
	}
	state.Slips[1].Mended = sampleAt(11, 11)
	state.CheckIns = tenWeeks()
	return &fakeTimeline{state: state}
}

// tenWeeks are check-ins of which both answer two questions, and Eli a third one
// more often than the rest.
func tenWeeks() []journal.OpenedCheckIns {
	var all []journal.OpenedCheckIns
	safe := [2][]int{{1, 2, 3, 2, 4, 5, -1, 6, 7, 7}, {4, 5, 4, 5, 6, -1, 7, 8, 8, 9}}
	for week := range safe[0] {
		day := journal.DayOf(sampleAt(9, 20).AddDate(0, 0, 7*week))
		var o journal.OpenedCheckIns
		for side, other := range []string{"Eli", "Noor"} {
			asked := []journal.Asked{{ID: "safe", Text: "I felt safe with " + other}, {ID: "calm", Text: "I was calm"}}
			if value := safe[side][week]; value >= 0 {
				asked[0].Value = &value
			}
			if week < 3 {
				asked[1].Value = &week
			}
			if side == 1 {
				asked = append(asked, journal.Asked{ID: "did", Text: "They did what they said", Value: &week})
			}
			o.Of[side] = []journal.CheckIn{{Day: day, Asked: asked}}
		}
		all = append(all, o)
	}
	return all
}

func TestTimelineAutumnLooks(t *testing.T) {
	sampleLooks(t, "timeline/autumn", func() fyne.CanvasObject {
		s := NewTimeline(autumn(), Now, atOnce)
		s.Reload()
		return s
	})
	sampleApp(t, widgets.Light, 1)
	s := newTimeline(t, autumn())
	w := sampleWindow(t, s, 784, 800) // hardly wide enough for two sides
	s.day.SetText("soon")
	s.day.OnSubmitted("soon")
	s.scrollTo(1e6)
	w.Canvas().Focus(s.strip)
	test.AssertRendersToImage(t, "timeline/small.png", w.Canvas())
}

func TestTheStripShowsOneQuestionOfEach(t *testing.T) {
	s := newTimeline(t, autumn())
	shown := s.strip.Time()
	if shown.Caption != "I felt safe with my partner" || shown.Names != [2]string{"Noor", "Eli"} {
		t.Errorf("shows %q of %v", shown.Caption, shown.Names)
	}
	first, second := shown.Lines[0], shown.Lines[1]
	if len(first) != 10 || len(second) != 10 || first[6].Answered || first[7].Value != 6 || second[9].Value != 9 {
		t.Errorf("lines %v and %v", first, second)
	}
	if from, to := numberedDay(shown.From), numberedDay(shown.To); from != "2026-08-09" || to != "2026-11-22" {
		t.Errorf("the time is %s to %s", from, to)
	}
}

func TestStripQuestionIsTheOneBothAnsweredMost(t *testing.T) {
	if _, answered := stripQuestion(journal.State{}); answered {
		t.Error("a question was answered where there is none")
	}
	q, answered := stripQuestion(autumn().state)
	if !answered || q.ID != "safe" {
		t.Errorf("picked %q", q.ID)
	}
}

func TestBothText(t *testing.T) {
	s := journal.State{People: samplePeople()}
	for text, want := range map[string]string{
		"I felt safe with Eli":                "I felt safe with my partner",
		"I found that Noor did what was said": "I found that my partner did what was said",
		"I believed in us":                    "I believed in us",
		"Elijah was calm":                     "Elijah was calm",
	} {
		if got := bothText(s, text); got != want {
			t.Errorf("%q is worded %q, want %q", text, got, want)
		}
	}
}

func TestTheStripIsThereFromTheFirstMomentOn(t *testing.T) {
	if s := newTimeline(t, &fakeTimeline{state: journal.State{People: samplePeople()}}); s.strip.Visible() {
		t.Error("a strip of no time shows")
	}
	s := newTimeline(t, sampleTimeline())
	count := 0
	for _, bar := range s.strip.Time().Bars {
		count += bar
	}
	if !s.strip.Visible() || count != 9 {
		t.Errorf("the bars count %d moments, want all that show", count)
	}
}

func TestTheStripFollowsTheListAndLeadsIt(t *testing.T) {
	s := newTimeline(t, &fakeTimeline{state: manyMoments(1000)})
	_, newest, _ := s.strip.Window()
	s.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if moved := s.dayOf(0) - s.dayOf(int(s.middle())); moved < 7 || moved > 9 {
		t.Errorf("a step went %d days back", moved)
	}
	s.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	left, _, _ := s.strip.Window()
	if _, oldest, _ := s.inSight(); oldest != 999 || left > 29 {
		t.Errorf("Home shows row %d, the window begins at %v", oldest, left)
	}
	s.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if _, right, _ := s.strip.Window(); s.list.GetScrollOffset() != 0 || right != newest {
		t.Errorf("End is at %v, its window at %v", s.list.GetScrollOffset(), right)
	}
	s.strip.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.strip.Size().Width/2, 20)})
	if middle := s.middle(); middle < 480 || middle > 520 {
		t.Errorf("a press in the middle shows row %v", middle)
	}
	s.search.SetText("number 77")
	if _, _, shown := s.strip.Window(); !shown || len(s.rows) == 0 {
		t.Error("the window does not show what was found")
	}
	s.search.SetText("nothing like this")
	if _, _, shown := s.strip.Window(); shown {
		t.Error("a window shows over nothing")
	}
}

func TestScrollingTellsTheStrip(t *testing.T) {
	s := newTimeline(t, &fakeTimeline{state: manyMoments(1000)})
	_, before, _ := s.strip.Window()
	s.list.ScrollToOffset(30_000)
	if _, after, _ := s.strip.Window(); after >= before {
		t.Errorf("the window stays at %v", after)
	}
	if s.strip.AccessibilityLabel() == "" {
		t.Error("the strip says nothing")
	}
}

func TestGoingToADay(t *testing.T) {
	s := newTimeline(t, autumn())
	for text, want := range map[string]int64{
		"2026-11-01": 8, "29.10.": 7, "30.10.2026": 7, "31.10.": 8, "1.1.2030": 11, "1.1.2020": 1, "2026-10-12": 5,
	} {
		day := pastDayTyped(text, s.today)
		if got := s.moment(s.nearest(day)).Number; got != want {
			t.Errorf("%s leads to moment %d, want %d", text, got, want)
		}
	}
	s.day.SetText("some day")
	s.day.OnSubmitted("some day")
	if !s.wrong.Visible() || s.wrong.Text == "" {
		t.Error("no sentence about a day that is none")
	}
	s.day.SetText("29.10.")
	if s.wrong.Visible() {
		t.Error("the sentence stays while the day is typed anew")
	}
	s.day.OnSubmitted("29.10.")
	if place := s.Place(); place.Moment != 7 && s.list.GetScrollOffset() == 0 {
		t.Errorf("the timeline is at %+v", place)
	}
	s.day.OnSubmitted("  ")
	s.search.SetText("nothing like this")
	s.day.OnSubmitted("29.10.")
}

func TestPlacesAreFoundAgain(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := &fakeTimeline{state: manyMoments(400)}
	for _, c := range []struct {
		filter momentFilter
		query  string
		offset float32
	}{{momentsAll, "", 0}, {momentsAll, "", 12_345}, {momentsReflections, "", 3210}, {momentsAll, "number 3", 777}} {
		s := NewTimeline(f, Now, atOnce)
		s.Reload()
		sampleWindow(t, s, 1064, 800)
		s.pills.OnPick(int(c.filter))
		s.search.SetText(c.query)
		s.scrollTo(c.offset)
		place := s.Place()

		again := NewTimeline(f, Now, atOnce)
		again.Reload()
		again.GoTo(place)
		sampleWindow(t, again, 1064, 800)
		if got := again.Place(); got != place {
			t.Errorf("came back to %+v, want %+v", got, place)
		}
		if got := again.list.GetScrollOffset(); math.Abs(float64(got-c.offset)) > 0.1 {
			t.Errorf("came back to %v, want %v", got, c.offset)
		}
		again.Reload()
		if got := again.Place(); got != place {
			t.Errorf("a reload left %+v for %+v", place, got)
		}
	}
}

func TestAPlaceThatIsGoneLeadsNear(t *testing.T) {
	s := newTimeline(t, &fakeTimeline{state: manyMoments(400)})
	s.GoTo(TimelinePlace{Filter: 99, Moment: 300, Below: 1e9})
	if got := s.Place(); got != (TimelinePlace{Moment: 300}) {
		t.Errorf("at %+v", got)
	}
	s.GoTo(TimelinePlace{Filter: int(momentsReflections), Moment: 300, Below: 20})
	if got := s.Place(); got.Moment != 297 || got.Below != 0 {
		t.Errorf("at %+v, want the next older reflection", got)
	}
	s.GoTo(TimelinePlace{})
	if got := s.Place(); got != (TimelinePlace{}) || s.list.GetScrollOffset() != 0 {
		t.Errorf("at %+v", got)
	}
}

func TestAPlaceWaitsForItsSearch(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	var answer func()
	later := func(work func(context.Context) error, done func(error)) {
		err := work(t.Context())
		answer = func() { done(err) }
	}
	s := NewTimeline(&fakeTimeline{state: manyMoments(400)}, later, atOnce)
	s.Reload()
	sampleWindow(t, s, 1064, 800)
	want := TimelinePlace{Query: "moment", Moment: 350}
	s.GoTo(want)
	if s.Place() != want {
		t.Error("the place is forgotten while it is looked for")
	}
	answer()
	if s.Place() != want || s.search.Text != "moment" || s.goal != nil {
		t.Errorf("at %+v", s.Place())
	}
}

func TestTheSamePlaceStaysInOneColumn(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	s := NewTimeline(&fakeTimeline{state: manyMoments(400)}, Now, atOnce)
	s.Reload()
	w := sampleWindow(t, s, 1064, 800)
	s.scrollTo(10_000)
	before := s.Place().Moment
	w.Resize(fyne.NewSize(700, 800))
	if !s.style.narrow || s.Place().Moment != before {
		t.Errorf("narrow %v, at %d, want %d", s.style.narrow, s.Place().Moment, before)
	}
}

func TestRowsAndTimesGoTogether(t *testing.T) {
	s := newTimeline(t, &fakeTimeline{state: manyMoments(300)})
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.Float64Range(0, 299).Draw(t, "row")
		at := s.timeAt(row)
		if back := s.timeAt(s.rowAt(at)); math.Abs(back-at) > 1e-6 {
			t.Fatalf("row %v is at %v, which comes back as %v", row, at, back)
		}
		older := rapid.Float64Range(row, 299).Draw(t, "older")
		if s.timeAt(older) > at {
			t.Fatalf("row %v is later than row %v", older, row)
		}
		day := rapid.Float64Range(at-500, at+500).Draw(t, "day")
		if got := s.rowAt(day); got < 0 || got > 299 {
			t.Fatalf("%v leads to row %v", day, got)
		}
	})
}

func TestMonthsAndQuietTimesAreNamed(t *testing.T) {
	s := newTimeline(t, autumn())
	months, quiet := map[int64]string{}, map[int64]string{}
	for i := range s.rows {
		e, number := s.entry(i), s.moment(i).Number
		if e.month != "" {
			months[number] = e.month
		}
		if e.later != "" {
			quiet[number] = e.later
		}
	}
	if want := map[int64]string{11: "November 2026", 7: "October 2026", 4: "September 2026", 2: "August 2026"}; fmt.Sprint(months) != fmt.Sprint(want) {
		t.Errorf("months %v, want %v", months, want)
	}
	if want := map[int64]string{3: "six weeks later"}; fmt.Sprint(quiet) != fmt.Sprint(want) {
		t.Errorf("quiet times %v, want %v", quiet, want)
	}
	for days, want := range map[int]string{
		22: "three weeks later", 35: "five weeks later", 90: "twelve weeks later", 91: "three months later", 364: "twelve months later",
		365: "more than a year later", 800: "more than two years later",
	} {
		if got := laterText(days); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}
