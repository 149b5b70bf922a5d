package screens

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// fakeTimeline finds moments by their titles.
type fakeTimeline struct{ state journal.State }

func (f *fakeTimeline) State() journal.State { return f.state }
func (f *fakeTimeline) Today() journal.Day   { return sampleToday }

func (f *fakeTimeline) Find(query string, _ int) (numbers []int64, total int) {
	for _, m := range f.state.Moments {
		if strings.Contains(strings.ToLower(m.Title), strings.ToLower(query)) {
			numbers = append(numbers, m.Number)
		}
	}
	return numbers, len(numbers)
}

// atOnce does not wait.
func atOnce(_ time.Duration, f func()) (stop func()) {
	f()
	return func() {}
}

func sampleMoment(number int64, kind journal.EventKind, at time.Time, by journal.Partner, title string, to journal.ThingKind) journal.Moment {
	return journal.Moment{Number: number, Kind: kind, At: at, By: by, Title: title, Version: 1, Thing: thing(to, fmt.Sprint(number))}
}

func sampleTimeline() *fakeTimeline {
	last := time.Date(2025, 12, 30, 20, 0, 0, 0, time.UTC)
	moments := []journal.Moment{
		sampleMoment(1, journal.KindJoined, last, journal.First, "Noor", journal.ThingNone),
		sampleMoment(2, journal.KindJoined, last, journal.Second, "Eli", journal.ThingNone),
		sampleMoment(3, journal.KindSkipped, sampleAt(10, 1), journal.Second, "How we do this", journal.ThingNone),
		sampleMoment(4, journal.KindStepClosed, sampleAt(11, 1), journal.Nobody, "Step 2, Talk openly", journal.ThingStep),
		sampleMoment(5, journal.KindSet, sampleAt(10, 29), journal.Second, "After 22:00 I go to sleep; we go on tomorrow", journal.ThingBoundary),
		sampleMoment(6, journal.KindProposed, sampleAt(11, 12), journal.First, "A message as soon as plans change, and this title is far too long to stand in one line of a card", journal.ThingAgreement),
		sampleMoment(7, journal.KindDeclined, sampleAt(11, 12), journal.Second, "No walk", journal.ThingAgreement),
		sampleMoment(8, journal.KindSigned, sampleAt(11, 13), journal.Second, "A message as soon as plans change", journal.ThingAgreement),
		sampleMoment(9, journal.KindOpened, sampleAt(11, 20), journal.Nobody, "", journal.ThingReflection),
		sampleMoment(10, journal.KindAcknowledged, sampleAt(11, 21), journal.First, "After 22:00 I go to sleep", journal.ThingBoundary),
		sampleMoment(11, journal.KindOpened, sampleAt(11, 22), journal.Nobody, "What access means to me", journal.ThingReflection),
	}
	moments[8].Struck, moments[9].TakenBack = true, true
	return &fakeTimeline{state: journal.State{People: samplePeople(), Moments: moments}}
}

func newTimeline(t *testing.T, f *fakeTimeline) *Timeline {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
	s := NewTimeline(f, Now, atOnce)
	s.Reload()
	sampleWindow(t, s, 1064, 800)
	return s
}

// numbersOf tells which moments the timeline shows.
func numbersOf(s *Timeline) []int64 {
	var numbers []int64
	for row := range s.rows {
		numbers = append(numbers, s.moment(row).Number)
	}
	return numbers
}

func TestTimelineNeverShowsADecline(t *testing.T) {
	for _, kind := range []journal.EventKind{
		journal.KindDeclined, journal.KindWithdrawn, journal.KindUnsigned, journal.KindSkipped, journal.KindCannot,
		journal.KindRekeyed, journal.KindSafetyShown, journal.KindRestored, journal.KindTakenBack, "some.later.kind",
	} {
		if momentShown(kind) {
			t.Errorf("%s shows", kind)
		}
	}
	s := newTimeline(t, sampleTimeline())
	if got, want := numbersOf(s), []int64{11, 10, 9, 8, 6, 5, 4, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("shows %v, want %v", got, want)
	}
	s.search.SetText("walk")
	if len(s.rows) != 0 {
		t.Error("a search found what was declined")
	}
}

func TestTimelineFilters(t *testing.T) {
	s := newTimeline(t, sampleTimeline())
	for i, want := range [][]int64{{10, 8, 6, 5}, {11, 9}, nil, {4}} {
		s.pills.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		if got := numbersOf(s); !slices.Equal(got, want) {
			t.Errorf("filter %d shows %v, want %v", i+1, got, want)
		}
	}
}

func TestTimelineOpensThings(t *testing.T) {
	s := newTimeline(t, sampleTimeline())
	var opened []journal.Thing
	s.OnThing = func(to journal.Thing) { opened = append(opened, to) }
	s.list.Select(3)
	s.list.Select(3)
	s.list.Select(8) // a partner who joined leads nowhere
	want := thing(journal.ThingAgreement, "8")
	if !slices.Equal(opened, []journal.Thing{want, want}) {
		t.Errorf("opened %v", opened)
	}
}

func TestTimelineSearchShowsAHundredAndCountsTheRest(t *testing.T) {
	f := &fakeTimeline{state: manyMoments(250)}
	s := newTimeline(t, f)
	test.Type(s.search, "moment")
	if len(s.rows) != 100 || !strings.Contains(s.note.Text, "150 more") {
		t.Errorf("shows %d, says %q", len(s.rows), s.note.Text)
	}
	s.search.SetText("")
	if len(s.rows) != 250 || s.note.Text != "" {
		t.Errorf("shows %d, says %q", len(s.rows), s.note.Text)
	}
}

func TestTimelineLateAnswersDoNotReplaceNewerOnes(t *testing.T) {
	var waiting []func()
	later := func(work func(context.Context) error, done func(error)) {
		err := work(t.Context())
		waiting = append(waiting, func() { done(err) })
	}
	sampleApp(t, widgets.Light, 1)
	s := NewTimeline(sampleTimeline(), later, atOnce)
	s.Reload()
	s.search.SetText("message")
	s.search.SetText("access")
	slices.Reverse(waiting)
	for _, answer := range waiting {
		answer()
	}
	if got := numbersOf(s); !slices.Equal(got, []int64{11}) {
		t.Errorf("shows %v, want what the newest search found", got)
	}
}

func TestEntryOf(t *testing.T) {
	timeline := newTimeline(t, sampleTimeline())
	s := timeline.state
	for number, want := range map[int64][2]string{
		1:  {"Noor", "30 Dec 2025 · joined the journal"},
		4:  {"Both", "1 Nov · step finished"},
		8:  {"Both", "13 Nov · agreement, version 1, signed"},
		10: {"Noor", "21 Nov · boundary, acknowledged · taken back later"},
	} {
		m := s.Moments[number-1]
		e := entryOf(s, m, timeline.said.line(s, m))
		if got := [2]string{e.chip, e.line}; got != want {
			t.Errorf("%d: says %q, want %q", number, got, want)
		}
	}
	if e := entryOf(s, s.Moments[8], ""); e.title != "Struck out by both of you. The words are gone." || e.gold {
		t.Errorf("a struck moment says %q", e.title)
	}
}

func TestTimelineLooks(t *testing.T) {
	sampleLooks(t, "timeline/all", func() fyne.CanvasObject {
		s := NewTimeline(sampleTimeline(), Now, atOnce)
		s.Reload()
		return s
	})
	sampleApp(t, widgets.Light, 1)
	s := newTimeline(t, &fakeTimeline{state: journal.State{People: samplePeople()}})
	test.AssertRendersToImage(t, "timeline/empty.png", sampleWindow(t, s, 1064, 800).Canvas())
}

// manyMoments is a long history, of all kinds in turn.
func manyMoments(count int) journal.State {
	s := journal.State{People: samplePeople(), Moments: make([]journal.Moment, count)}
	kinds := []journal.EventKind{journal.KindOpened, journal.KindSigned, journal.KindSet, journal.KindStepClosed}
	for i := range s.Moments {
		s.Moments[i] = sampleMoment(int64(i+1), kinds[i%len(kinds)], sampleAt(11, 1).AddDate(0, 0, (i-count)/10), journal.Partner(i%3),
			fmt.Sprintf("A moment of ours, number %d", i), journal.ThingAgreement)
	}
	return s
}
