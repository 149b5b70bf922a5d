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

// keptDays is how many days back something can still be said to have been kept.
const keptDays = 31

// tallyPieces says how often something was kept, as whoever it was promised to
// marked it. The two are never added to each other (promise 10).
func tallyPieces(s journal.State, a journal.Agreement, t journal.Terms) []string {
	if t.Kind == journal.TemporaryAccess {
		return nil
	}
	if by := t.Promises.Other(); by != journal.Nobody {
		if n := a.Tally(by); n.Of > 0 {
			return []string{lang.L("kept {{.Kept}} of {{.Of}}", map[string]any{"Kept": n.Kept, "Of": n.Of})}
		}
		return nil
	}
	var both []string
	for _, by := range []journal.Partner{journal.First, journal.Second} {
		if n := a.Tally(by); n.Of > 0 {
			both = append(both, lang.L("{{.Name}} marked {{.Kept}} of {{.Of}}",
				map[string]any{"Name": callName(s, by), "Kept": n.Kept, "Of": n.Of}))
		}
	}
	return both
}

func tallyRow(s journal.State, a journal.Agreement, t journal.Terms) string {
	return strings.Join(tallyPieces(s, a, t), " · ")
}

// tallySentence is the same as a sentence of its own.
func tallySentence(s journal.State, a journal.Agreement, t journal.Terms) string {
	pieces := tallyPieces(s, a, t)
	if len(pieces) == 1 && t.Promises != journal.Nobody {
		n := a.Tally(t.Promises.Other())
		return lang.L("Kept {{.Kept}} of {{.Of}}.", map[string]any{"Kept": n.Kept, "Of": n.Of})
	}
	if len(pieces) == 0 {
		return ""
	}
	return strings.Join(pieces, " · ") + "."
}

// rhythmWords says how often something comes round, within a sentence.
func rhythmWords(t journal.Terms) string {
	switch t.Rhythm {
	case journal.Daily:
		return lang.L("every day")
	case journal.Weekly:
		return onWeekdays(t.On)
	case journal.ComesUp:
		return lang.L("when it comes up")
	default:
		return lang.L("never asked")
	}
}

// onWeekdays names the weekday on which something weekly comes round.
func onWeekdays(on int) string {
	switch on {
	case 1:
		return lang.L("on Mondays")
	case 2:
		return lang.L("on Tuesdays")
	case 3:
		return lang.L("on Wednesdays")
	case 4:
		return lang.L("on Thursdays")
	case 5:
		return lang.L("on Fridays")
	case 6:
		return lang.L("on Saturdays")
	case 7:
		return lang.L("on Sundays")
	default:
		return lang.L("every week")
	}
}

// rhythmFact says how often something comes round; empty where it is never asked.
func rhythmFact(t journal.Terms) string {
	switch t.Rhythm {
	case journal.NoRhythm:
		return ""
	case journal.ComesUp:
		return lang.L("It counts when it comes up.")
	default:
		return lang.L("It comes round {{.When}}.", map[string]any{"When": rhythmWords(t)})
	}
}

// keptParts shows how it was kept, the newest slip, and what can be said of it.
func (s *Agreements) keptParts(p *detailParts, state journal.State, a journal.Agreement, v journal.Version) {
	lines := widgets.VGap(2)
	if text := tallySentence(state, a, v.Terms); text != "" {
		lines.Add(widgets.NewText(text, widgets.BodyBold))
	}
	if text := newestSlip(state, a.ID, s.journal.Today()); text != "" {
		lines.Add(widgets.NewText(text, widgets.Small))
	}
	if len(lines.Objects) > 0 {
		p.body = append(p.body, lines)
	}
	row := widgets.Wrap(12)
	if s.mayMark(a) {
		row.Add(widgets.NewSmallButton(lang.L("It was kept"), widgets.Plain, func() { s.askKept(a) }))
	}
	if everInForce(a, s.journal.Today()) && s.journal.Holder() != journal.Nobody {
		row.Add(widgets.NewSmallButton(lang.L("Name a slip"), widgets.Plain, func() { tellOf(s.OnSlip, a.ID) }))
	}
	for _, o := range row.Objects {
		if b, ok := o.(*widgets.Button); ok {
			enable(!s.busy, b)
		}
	}
	if len(row.Objects) > 0 {
		p.body = append(p.body, row)
	}
	s.slipParts(p, state, a)
}

// slipParts lists the slips of an agreement, newest first.
func (s *Agreements) slipParts(p *detailParts, state journal.State, a journal.Agreement) {
	slips, today := standingSlips(state, a.ID), s.journal.Today()
	if len(slips) == 0 {
		return
	}
	doors := widgets.VGap(4)
	for _, slip := range slips {
		doors.Add(slipDoor(slip, slipState(state, slip, today), today, func(id string) { tellOf(s.OnSlipPage, id) }))
	}
	p.body = append(p.body, widgets.NewText(lang.L("Slips"), widgets.Question), doors)
}

// mayMark says whether there is a day of which the holder can say if it was kept.
func (s *Agreements) mayMark(a journal.Agreement) bool {
	today, holder := s.journal.Today(), s.journal.Holder()
	for back := range keptDays + 1 {
		if a.MayMark(holder, today.Add(-back)) {
			return true
		}
	}
	return false
}

// everInForce says whether an agreement has begun at any time.
func everInForce(a journal.Agreement, today journal.Day) bool {
	return slices.ContainsFunc(a.Versions, func(v journal.Version) bool { return v.Both() && v.From() <= today })
}

// tellOf passes an id on when somebody listens.
func tellOf(f func(id string), id string) {
	if f != nil {
		f(id)
	}
}

// standingSlips are the slips of an agreement that were not taken back, newest first.
func standingSlips(state journal.State, agreement string) []journal.Slip {
	slips := slices.DeleteFunc(state.SlipsOf(agreement), func(s journal.Slip) bool { return s.TakenBack })
	slices.Reverse(slips)
	slices.SortStableFunc(slips, func(a, b journal.Slip) int { return strings.Compare(string(b.Day), string(a.Day)) })
	return slips
}

// newestSlip tells the newest slip in one line, without judging; empty without one.
func newestSlip(state journal.State, agreement string, today journal.Day) string {
	slips := standingSlips(state, agreement)
	if len(slips) == 0 {
		return ""
	}
	slip := slips[0]
	data := map[string]any{
		"Day": shortDay(slip.Day, today), "Name": callName(state, slip.By), "Mended": mendedDay(slip, today),
	}
	switch mended := !slip.Mended.IsZero(); {
	case slip.Answer == journal.SlipYes && mended:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}, both call it one; repaired {{.Mended}}.", data)
	case slip.Answer == journal.SlipYes:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}, both call it one.", data)
	case slip.Answer == journal.SlipPartly && mended:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}, both call it partly one; repaired {{.Mended}}.", data)
	case slip.Answer == journal.SlipPartly:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}, both call it partly one.", data)
	case slip.Answer == journal.SlipDiffer:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}; both accounts stand.", data)
	default:
		return lang.L("{{.Day}}: came up as a slip by {{.Name}}.", data)
	}
}

func mendedDay(slip journal.Slip, today journal.Day) string {
	if slip.Mended.IsZero() {
		return ""
	}
	return shortDay(journal.DayOf(slip.Mended), today)
}

// slipDoor is a quiet line that leads to a slip: its day, and a word on where it stands.
func slipDoor(slip journal.Slip, stands string, today journal.Day, open func(id string)) fyne.CanvasObject {
	day := longDay(slip.Day, today)
	row := widgets.HGap(14, widgets.Fill(widgets.NewText(day, widgets.Body)), widgets.NewText(stands, widgets.Small))
	return newDoorButton(widgets.Pad(4, 0, 4, 0, row), day+". "+stands, func() { open(slip.ID) })
}

// slipState says in a word or two where a slip stands.
func slipState(state journal.State, slip journal.Slip, today journal.Day) string {
	switch {
	case !slip.Mended.IsZero():
		return lang.L("mended {{.Day}}", map[string]any{"Day": mendedDay(slip, today)})
	case slip.Answer == journal.SlipDiffer:
		return lang.L("both accounts stand")
	case slip.Open():
		return lang.L("open")
	default:
		return lang.L("named by {{.Name}}", named(callName(state, slip.By)))
	}
}

// stepParts shows the small steps of a goal: to be ticked by either while it is
// in force, otherwise to be read.
func (s *Agreements) stepParts(p *detailParts, a journal.Agreement, v journal.Version) {
	if len(v.Terms.Steps) == 0 {
		return
	}
	today := s.journal.Today()
	_, inForce := a.InForce(today)
	box := widgets.VGap(6, widgets.NewText(lang.L("Small steps"), widgets.SmallBold))
	for i, step := range v.Terms.Steps {
		day, done := a.StepDone(step)
		text := step
		if done {
			text += " · " + lang.L("done {{.Day}}", map[string]any{"Day": shortDay(day, today)})
		}
		if !inForce || s.journal.Holder() == journal.Nobody {
			box.Add(widgets.NewText("· "+text, widgets.Body))
			continue
		}
		box.Add(s.stepCheck(p, a.ID, i+1, text, done))
	}
	p.body = append(p.body, box)
}

func (s *Agreements) stepCheck(p *detailParts, id string, number int, text string, done bool) fyne.CanvasObject {
	check := widgets.NewCheck(text, done, func(on bool) {
		s.ticked = number
		s.act(func(ctx context.Context) error { return s.journal.MarkStep(ctx, id, number, on) }, nil)
	})
	if s.busy {
		check.Disable()
	}
	if s.ticked == number {
		p.first = check
	}
	return check
}
