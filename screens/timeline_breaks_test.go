package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// brokenTimeline has a slip that only one calls so, a break that is mended, one
// that is open, and something new from before.
func brokenTimeline() *fakeTimeline {
	at := func(day int) journal.Moment {
		return sampleMoment(int64(day), journal.KindSlip, sampleAt(11, day), journal.Second, "A message when plans change", journal.ThingSlip)
	}
	moments := []journal.Moment{at(2), at(5), at(6), at(9), at(11), at(12)}
	slip := func(i int, answer string) journal.Slip {
		moments[i].Event = moments[i].Thing.ID
		return journal.Slip{ID: moments[i].Event, By: journal.Second, Answer: answer}
	}
	slips := []journal.Slip{slip(0, journal.SlipDiffer), slip(1, journal.SlipYes), slip(4, journal.SlipYes)}
	slips[1].Mended = sampleAt(11, 6)
	moments[2].Kind, moments[2].By, moments[2].Thing.ID = journal.KindRepair, journal.Nobody, moments[1].Event
	moments[3].Kind, moments[3].By, moments[3].Title = journal.KindSurfaced, journal.First, ""
	moments[5].Kind = journal.KindOpened
	return &fakeTimeline{state: journal.State{People: samplePeople(), Moments: moments, Slips: slips}}
}

func TestASlipBreaksTheSeamOnlyWhenBothCallItOne(t *testing.T) {
	f := brokenTimeline()
	s := newTimeline(t, f)
	want := []struct {
		side   journal.Partner
		broken bool
		line   string
	}{
		{journal.Second, false, "2 Nov · a slip, named"},
		{journal.Nobody, false, "5 Nov · a break, mended on 6 Nov"},
		{journal.Nobody, false, "6 Nov · mended together"},
		{journal.Nobody, false, "9 Nov · something new from before"},
		{journal.Nobody, true, "11 Nov · a break"},
	}
	for i, w := range want {
		m := f.state.Moments[i]
		e := entryOf(f.state, m, 0, s.lineOf(m))
		if e.side != w.side || e.broken != w.broken || e.line != w.line {
			t.Errorf("moment %d: side %d, broken %v, %q; want %+v", i, e.side, e.broken, e.line, w)
		}
	}
	f.state.Slips[2].TakenBack = true
	if m := f.state.Moments[4]; entryOf(f.state, m, 0, "").broken {
		t.Error("a slip that was taken back breaks the seam")
	}
}

func TestTimelineBreaksLook(t *testing.T) {
	sampleLooks(t, "timeline/breaks", func() fyne.CanvasObject {
		s := NewTimeline(brokenTimeline(), Now, atOnce)
		s.Reload()
		return s
	})
	sampleApp(t, widgets.Light, 1)
}
