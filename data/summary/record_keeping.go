package summary

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"goldseam.app/data/journal"
)

// agreements are those of which the record has a version.
func (r recorder) agreements() []journal.Agreement {
	var all []journal.Agreement
	for _, a := range r.state.Agreements {
		if len(r.shown[a.ID]) > 0 {
			all = append(all, a)
		}
	}
	return all
}

func (r recorder) agreement(a journal.Agreement) AgreementRecord {
	out := AgreementRecord{
		ID: cleanLine(a.ID), Title: r.titles[a.ID], Kept: each(a.Kept, keptRecord), Reviewed: []ReviewRecord{},
		Review: dateOf(a.ReviewDay(r.today)), Lapsed: dateOf(a.Lapsed),
		Tally: Sides[TallyRecord]{TallyRecord(a.Tally(journal.First)), TallyRecord(a.Tally(journal.Second))},
	}
	steps := slices.SortedFunc(maps.Keys(a.Done), func(x, y string) int {
		return cmp.Or(cmp.Compare(a.Done[x], a.Done[y]), strings.Compare(x, y))
	})
	out.Done = each(steps, func(step string) DoneRecord {
		return DoneRecord{Step: cleanLine(step), Day: dateOf(a.Done[step])}
	})
	for i, v := range r.shown[a.ID] {
		version := r.version(i+1, v)
		out.Versions = append(out.Versions, version)
		out.Struck = out.Struck || version.Struck
	}
	for _, m := range r.about[a.ID] {
		if m.Kind == journal.KindReviewed {
			out.Reviewed = append(out.Reviewed, ReviewRecord{At: stamp(m.At), Version: r.number(m)})
		}
	}
	if a.LeftBy != journal.Nobody {
		out.Left = LeftRecord{By: sideName(a.LeftBy), At: stamp(a.LeftAt), Said: dateOf(a.LeftSaid)}
	}
	return out
}

// version gives one wording; number counts the wordings in the record, so that
// those which never came to be leave no gap.
func (r recorder) version(number int, v journal.Version) VersionRecord {
	t := v.Terms
	return VersionRecord{
		Number: number, Kind: kindOf(t.Kind), Title: cleanLine(t.Title), Text: clean(t.Text), Why: clean(t.Why),
		Promises: sideName(t.Promises), Start: dateOf(t.Start), Review: dateOf(t.Review), End: dateOf(t.End), Bodies: t.Bodies,
		Exercise: cleanLine(t.Exercise), Rhythm: rhythmOf(t.Rhythm), Weekday: t.On, Steps: each(t.Steps, cleanLine),
		ProposedBy: sideName(v.By), Proposed: stamp(v.Proposed), From: dateOf(v.From()), Struck: r.struck[v.Event],
		Signed: Sides[time.Time]{stamp(v.Signed[0]), stamp(v.Signed[1])},
	}
}

// kindOf takes a kind that there is not for a plain agreement.
func kindOf(k journal.AgreementKind) string {
	switch k {
	case journal.TemporaryAccess, journal.Ritual, journal.Goal:
		return string(k)
	default:
		return string(journal.Plain)
	}
}

func rhythmOf(r journal.Rhythm) string {
	switch r {
	case journal.Daily, journal.Weekly, journal.ComesUp:
		return string(r)
	default:
		return ""
	}
}

func keptRecord(k journal.KeptMark) KeptRecord {
	return KeptRecord{ID: cleanLine(k.Event), By: sideName(k.By), Day: dateOf(k.Day), Kept: k.Kept, Of: k.Of, Week: k.Week}
}

func checkInsRecord(o journal.OpenedCheckIns) CheckInsRecord {
	out := CheckInsRecord{ID: cleanLine(o.ID), At: stamp(o.At), Of: []CheckInRecord{}, Struck: o.Struck}
	for i, partner := range both {
		for _, c := range o.Of[i] {
			out.Of = append(out.Of, CheckInRecord{
				Partner: sideName(partner), Day: dateOf(c.Day), Since: c.Since, Rested: c.Rested, Words: clean(c.Words),
				Asked: each(c.Asked, askedRecord),
				Kept: each(c.Kept, func(k journal.Counted) CountedRecord {
					return CountedRecord{Agreement: cleanLine(k.Agreement), Kept: k.Kept, Of: k.Of}
				}),
			})
		}
	}
	return out
}

func askedRecord(a journal.Asked) AskedRecord {
	return AskedRecord{ID: cleanLine(a.ID), Text: cleanLine(a.Text), Low: cleanLine(a.Low), High: cleanLine(a.High), Value: a.Value}
}

// slip tells a slip. Of one that was taken back only its place is left.
func (r recorder) slip(s journal.Slip) SlipRecord {
	out := SlipRecord{
		ID: cleanLine(s.ID), Agreement: cleanLine(s.Agreement), By: sideName(s.By), Whose: sideName(s.Whose), At: stamp(s.At), Day: dateOf(s.Day),
		Repairs: []RepairRecord{}, TakenBack: s.TakenBack,
	}
	if s.TakenBack {
		return out
	}
	out.Came, out.Answer, out.Mended, out.Changes = cleanLine(s.Came), cleanLine(s.Answer), stamp(s.Mended), s.Changes
	accounts := [2]AccountRecord{{Words: clean(s.Words[0])}, {Words: clean(s.Words[1])}}
	for _, m := range r.about[s.ID] {
		if (m.Kind == journal.KindSlip || m.Kind == journal.KindSlipAnswer) && m.By != journal.Nobody {
			accounts[m.By-journal.First].Struck = m.Struck && !m.TakenBack // the last answer counts
		}
	}
	out.Accounts = Sides[AccountRecord]{accounts[0], accounts[1]}
	out.Repairs = r.repairs(s)
	return out
}

func (r recorder) repairs(s journal.Slip) []RepairRecord {
	all := []RepairRecord{}
	for _, partner := range both {
		for _, station := range []string{journal.RepairOwn, journal.RepairEffect, journal.RepairNow} {
			if said := s.Station(partner, station); !said.At.IsZero() {
				all = append(all, RepairRecord{
					ID: cleanLine(said.Event), By: sideName(partner), Station: station, At: stamp(said.At), Words: clean(said.Words), Struck: r.struck[said.Event],
				})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b RepairRecord) int { return a.At.Compare(b.At) })
	return all
}
