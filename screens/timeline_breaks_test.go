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
		side journal.Partner
		kind seamKind
		line string
	}{
		{journal.Second, seamWhole, "2 Nov · a slip, named"},
		{journal.Nobody, seamMended, "5 Nov · a break, mended on 6 Nov"},
		{journal.Nobody, seamWhole, "6 Nov · mended together"},
		{journal.Nobody, seamWhole, "9 Nov · something new from before"},
		{journal.Nobody, seamBroken, "11 Nov · a break"},
	}
	for i, w := range want {
		m := f.state.Moments[i]
		e := entryOf(f.state, m, s.said.line(f.state, m))
		if e.side != w.side || e.seam.kind != w.kind || e.line != w.line {
			t.Errorf("moment %d: side %d, kind %v, %q; want %+v", i, e.side, e.seam.kind, e.line, w)
		}
	}
	f.state.Slips[2].TakenBack = true
	if m := f.state.Moments[4]; entryOf(f.state, m, "").seam.kind != seamWhole {
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
