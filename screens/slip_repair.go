package screens

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// repairStation is one thing to say on the way to mending, and by whom.
type repairStation struct {
	id, title, guide string
	by               []journal.Partner
}

// repairStations are the three that are said before both decide.
func repairStations(slip journal.Slip) []repairStation {
	own, effect := bothPartners, bothPartners
	if slip.Whose != journal.Nobody {
		own, effect = []journal.Partner{slip.Whose}, []journal.Partner{slip.Whose.Other()}
	}
	return []repairStation{
		{journal.RepairOwn, lang.L("Own it"), lang.L("What I did, plainly, without a because."), own},
		{journal.RepairEffect, lang.L("What it did to you"), lang.L("What it was like, and what it is like now. It needs no proof."), effect},
		{journal.RepairNow, lang.L("What I do now"), lang.L("One thing, small enough to be done and to be seen."), own},
	}
}

// said tells whether everyone whose station it is has said it.
func (t repairStation) said(slip journal.Slip) bool {
	return !slices.ContainsFunc(t.by, func(p journal.Partner) bool { return slip.Station(p, t.id).At.IsZero() })
}

// repair is the way to mending: once the other calls it a slip, wholly or in
// part, or when the one whose slip it was wants to begin anyway.
func (s *SlipPage) repair(state journal.State, slip journal.Slip) fyne.CanvasObject {
	stations := repairStations(slip)
	if !slip.Open() && slip.Mended.IsZero() && !s.begun && !anySaid(slip, stations) {
		if !slip.MaySay(s.me, journal.RepairOwn) {
			return nil
		}
		return widgets.Wrap(0, s.small(lang.L("Begin to mend it anyway"), widgets.Quiet, func() {
			s.flushThen(func() {
				s.begun = true
				s.lay()
			})
		}))
	}
	seam := newSlipSeam()
	for _, station := range stations {
		seam.add(s.nodeOf(slip, station), s.stationText(state, slip, station))
	}
	node := widgets.NodeLater
	switch {
	case !slip.Mended.IsZero():
		node = widgets.NodeDone
	case slip.Open() && slip.AllSaid():
		node = widgets.NodeHere
	}
	seam.add(node, s.decision(slip))
	box := widgets.VGap(16, widgets.NewText(lang.L("Mending it"), widgets.Heading))
	if slip.Mended.IsZero() {
		box.Add(widgets.NewText(lang.L("It can wait. It can stay open. What is hard to write can be said aloud."), widgets.Muted))
	}
	box.Add(seam)
	return box
}

func anySaid(slip journal.Slip, stations []repairStation) bool {
	return slices.ContainsFunc(stations, func(t repairStation) bool {
		return slices.ContainsFunc(t.by, func(p journal.Partner) bool { return !slip.Station(p, t.id).At.IsZero() })
	})
}

// nodeOf is the sign of a station: filled when it is said, a gold ring when the
// holder can say it.
func (s *SlipPage) nodeOf(slip journal.Slip, t repairStation) widgets.NodeState {
	switch {
	case t.said(slip):
		return widgets.NodeDone
	case slip.MaySay(s.me, t.id) && slip.Station(s.me, t.id).At.IsZero():
		return widgets.NodeHere
	default:
		return widgets.NodeLater
	}
}

// stationText is a station with what was said there, or the way to say it.
func (s *SlipPage) stationText(state journal.State, slip journal.Slip, t repairStation) fyne.CanvasObject {
	head := widgets.VGap(0, widgets.NewText(t.title, widgets.Subheading), widgets.NewText(t.guide, widgets.Small))
	row := widgets.StackBelow(560, 20, []float32{1, 1})
	for _, p := range t.by {
		row.Add(s.stationOf(state, slip, t, p))
	}
	return widgets.VGap(8, head, row)
}

// stationOf is one partner's part of a station.
func (s *SlipPage) stationOf(state journal.State, slip journal.Slip, t repairStation, p journal.Partner) fyne.CanvasObject {
	said := slip.Station(p, t.id)
	may := p == s.me && slip.MaySay(p, t.id)
	switch {
	case may && (said.At.IsZero() || s.anew == t.id):
		return s.sayForm(state, t, said)
	case said.At.IsZero():
		return s.waitFor(state, p)
	}
	day := map[string]any{"Name": callName(state, p), "Day": longDay(journal.DayOf(said.At), s.journal.Today())}
	who := widgets.NewText(lang.L("{{.Name}} on {{.Day}}", day), widgets.SmallBold)
	words := widgets.NewText(said.Words, widgets.Said)
	switch {
	case struckOut(state, said.Event):
		words = widgets.NewText(lang.L("Struck out by both of you."), widgets.Muted)
	case said.Words == "":
		words = widgets.NewText(lang.L("said aloud"), widgets.Muted)
	}
	if !may {
		return widgets.VGap(2, who, words)
	}
	again := s.small(lang.L("Say it anew"), widgets.Quiet, func() { s.sayAnew(t.id) })
	return widgets.VGap(2, who, words, widgets.Wrap(0, again))
}

// waitFor says whose words these would be. One way to hand over is enough.
func (s *SlipPage) waitFor(state journal.State, p journal.Partner) fyne.CanvasObject {
	text := widgets.NewText(lang.L("This is for {{.Name}} to say.", named(callName(state, p))), widgets.Muted)
	if !s.journal.Both() || p == s.me || s.me == journal.Nobody || s.hands {
		return text
	}
	s.hands = true
	hand := s.small(lang.L("Hand over to {{.Name}}", named(callName(state, p))), widgets.Plain,
		func() { s.flushThen(func() { tellIf(s.OnHandOver) }) })
	return widgets.VGap(8, text, widgets.Wrap(0, hand))
}

// sayForm lets the holder say a station, in writing or aloud.
func (s *SlipPage) sayForm(state journal.State, t repairStation, said journal.Said) fyne.CanvasObject {
	label := lang.L("{{.Name}} says", named(callName(state, s.me)))
	f := s.field(t.id, said.Words, label, lang.L("Kept as you type. Only you can read it until you say it."))
	kind := widgets.Plain
	if s.first == nil {
		kind = widgets.Primary
	}
	s.lead(f.Entry)
	row := widgets.Wrap(12, s.action(lang.L("Say it"), kind, func() { s.sayWritten(f, t.id) }),
		s.action(lang.L("We said it aloud"), widgets.Plain, func() { s.sayAloud(f, t.id) }))
	if s.anew == t.id {
		s.first = f.Entry
		row.Add(s.action(lang.L("Leave it as it is"), widgets.Quiet, func() { s.sayAnew("") }))
	}
	return widgets.VGap(10, f.box, row)
}

// sayAnew opens the field of a station that was said, or closes it.
func (s *SlipPage) sayAnew(station string) {
	s.flushThen(func() {
		s.anew = station
		s.lay()
	})
}

// sayWritten says a station with the words in its field.
func (s *SlipPage) sayWritten(f *slipField, station string) {
	words := strings.TrimSpace(f.Entry.Text)
	if words == "" {
		f.SetError(lang.L("There is nothing here yet. Write a line, or say it aloud."))
		s.place.Refresh()
		s.aim(f.Entry)
		return
	}
	s.act(func(ctx context.Context) error {
		err := s.journal.Say(ctx, s.id, station, words)
		if err == nil {
			_ = f.erase(ctx) // the words are shared now; a sealed copy that stays tells nothing more
		}
		return err
	}, s.saidNow)
}

// sayAloud notes that a station was said aloud. What was written for it goes,
// once its writer knows that.
func (s *SlipPage) sayAloud(f *slipField, station string) {
	if strings.TrimSpace(f.Entry.Text) != "" && s.asks != station {
		s.asks = station
		f.SetError(lang.L("What you wrote here would be erased. Press “We said it aloud” once more if that is right."))
		s.place.Refresh()
		return
	}
	s.act(func(ctx context.Context) error {
		if err := f.erase(ctx); err != nil {
			return err
		}
		return s.journal.Say(ctx, s.id, station, "")
	}, s.saidNow)
}

// saidNow shows that something was said.
func (s *SlipPage) saidNow() {
	s.anew, s.asks = "", ""
	s.changed()
}

// decision is the last station: both say whether the agreement changes.
func (s *SlipPage) decision(slip journal.Slip) fyne.CanvasObject {
	box := widgets.VGap(8, widgets.VGap(0, widgets.NewText(lang.L("Does the agreement change?"), widgets.Subheading),
		widgets.NewText(lang.L("Both of you say so together. Leaving it as it is can be the right answer."), widgets.Small)))
	switch {
	case !slip.Mended.IsZero():
		return s.mended(slip)
	case !slip.AllSaid():
	case !slip.Open():
		box.Add(widgets.NewText(lang.L("You can call it mended together once you both see a slip in it, wholly or in part."), widgets.Muted))
	case !s.journal.Both() || s.me == journal.Nobody:
		box.Add(widgets.NewText(lang.L("All is said. This last part is for when you are both here."), widgets.Muted))
	default:
		stays := s.action(lang.L("It stays as it is"), widgets.Plain, func() { s.mend(slip, false) })
		s.lead(stays)
		box.Add(widgets.Wrap(12, stays, s.action(lang.L("We change it"), widgets.Plain, func() { s.mend(slip, true) })))
	}
	return box
}

// mended says since when the seam is whole again.
func (s *SlipPage) mended(slip journal.Slip) fyne.CanvasObject {
	day := map[string]any{"Day": longDay(journal.DayOf(slip.Mended), s.journal.Today())}
	text := lang.L("The agreement stays as it is.")
	if slip.Changes {
		text = lang.L("You chose to change the agreement.")
	}
	card := widgets.NewCard(widgets.VGap(2, widgets.NewText(lang.L("Mended on {{.Day}}.", day), widgets.Subheading), widgets.NewText(text, widgets.Muted)))
	card.Fill = widgets.FillGold
	return card
}

func (s *SlipPage) mend(slip journal.Slip, changes bool) {
	s.act(func(ctx context.Context) error { return s.journal.Mend(ctx, slip.ID, changes) }, func() {
		s.changed()
		if changes {
			tellOf(s.OnChange, slip.Agreement)
		}
	})
}
