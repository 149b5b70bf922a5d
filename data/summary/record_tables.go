package summary

import (
	"strconv"
	"strings"
)

// reflectionTables are what was opened, and who wrote what in it.
func reflectionTables(r Record) []Table {
	parts := nested(r.Reflections, func(o ReflectionRecord) []PartRecord { return o.Parts })
	said := nested(parts, func(p within[ReflectionRecord, PartRecord]) []VoiceRecord { return p.it.Voices })
	return []Table{
		table("reflections", r.Reflections, "reflection exercise edition title at shared_by struck taken_back", func(o ReflectionRecord) []string {
			return []string{o.ID, o.Exercise, strconv.Itoa(o.Edition), o.Title, moment(o.At), string(o.SharedBy), yes(o.Struck), yes(o.TakenBack)}
		}),
		table("voices", said, "reflection part kind title keeps partner prompt words day mark",
			func(v within[within[ReflectionRecord, PartRecord], VoiceRecord]) []string {
				part := v.in.it
				return []string{
					v.in.in.ID, part.ID, part.Kind, part.Title, part.Keeps, string(v.it.Partner), v.it.Prompt, v.it.Words, string(v.it.Day), v.it.Mark,
				}
			}),
	}
}

// agreementTables are agreements and boundaries, with their wordings.
func agreementTables(r Record) []Table {
	return []Table{
		table("agreements", r.Agreements, "agreement title review left_by left_at left_said lapsed struck kept_first of_first kept_second of_second", agreementRow),
		table("versions", nested(r.Agreements, func(a AgreementRecord) []VersionRecord { return a.Versions }),
			"agreement version kind title text why promises start review end bodies exercise rhythm weekday steps proposed_by proposed signed_first signed_second from struck",
			versionRow),
		table("kept", nested(r.Agreements, func(a AgreementRecord) []KeptRecord { return a.Kept }), "agreement mark by day kept of week",
			func(k within[AgreementRecord, KeptRecord]) []string {
				return []string{k.in.ID, k.it.ID, string(k.it.By), string(k.it.Day), strconv.Itoa(k.it.Kept), strconv.Itoa(k.it.Of), yes(k.it.Week)}
			}),
		table("goal-steps", nested(r.Agreements, func(a AgreementRecord) []DoneRecord { return a.Done }), "agreement step day",
			func(d within[AgreementRecord, DoneRecord]) []string {
				return []string{d.in.ID, d.it.Step, string(d.it.Day)}
			}),
		table("reviews", nested(r.Agreements, func(a AgreementRecord) []ReviewRecord { return a.Reviewed }), "agreement at version",
			func(v within[AgreementRecord, ReviewRecord]) []string {
				return []string{v.in.ID, moment(v.it.At), strconv.Itoa(v.it.Version)}
			}),
		table("boundaries", nested(r.Boundaries, func(b BoundaryRecord) []BoundaryVersion { return b.Versions }),
			"boundary owner ended version title text at acknowledged cannot struck", boundaryRow),
	}
}

func agreementRow(a AgreementRecord) []string {
	return []string{
		a.ID, a.Title, string(a.Review), string(a.Left.By), moment(a.Left.At), string(a.Left.Said), string(a.Lapsed), yes(a.Struck),
		strconv.Itoa(a.Tally.First.Kept), strconv.Itoa(a.Tally.First.Of), strconv.Itoa(a.Tally.Second.Kept), strconv.Itoa(a.Tally.Second.Of),
	}
}

func versionRow(w within[AgreementRecord, VersionRecord]) []string {
	v := w.it
	return []string{
		w.in.ID, strconv.Itoa(v.Number), v.Kind, v.Title, v.Text, v.Why, string(v.Promises), string(v.Start), string(v.Review), string(v.End),
		yes(v.Bodies), v.Exercise, v.Rhythm, some(v.Weekday), strings.Join(v.Steps, "\n"), string(v.ProposedBy), moment(v.Proposed),
		moment(v.Signed.First), moment(v.Signed.Second), string(v.From), yes(v.Struck),
	}
}

func boundaryRow(w within[BoundaryRecord, BoundaryVersion]) []string {
	v := w.it
	return []string{
		w.in.ID, string(w.in.Owner), moment(w.in.Ended), strconv.Itoa(v.Number), v.Title, v.Text,
		moment(v.At), moment(v.Acknowledged), moment(v.Cannot), yes(v.Struck),
	}
}

// answeredCheckIn is one partner's check-in and the opening it stands in.
type answeredCheckIn = within[CheckInsRecord, CheckInRecord]

// keepingTables are check-ins, slips and repairs.
func keepingTables(r Record) []Table {
	all := nested(r.CheckIns, func(o CheckInsRecord) []CheckInRecord { return o.Of })
	return []Table{
		table("openings", r.CheckIns, "opening at struck", func(o CheckInsRecord) []string {
			return []string{o.ID, moment(o.At), yes(o.Struck)}
		}),
		table("check-ins", all, "opening partner day since rested words", func(c answeredCheckIn) []string {
			return []string{c.in.ID, string(c.it.Partner), string(c.it.Day), yes(c.it.Since), yes(c.it.Rested), c.it.Words}
		}),
		table("answers", nested(all, func(c answeredCheckIn) []AskedRecord { return c.it.Asked }),
			"opening partner day question text low high value", askedRow),
		table("counted", nested(all, func(c answeredCheckIn) []CountedRecord { return c.it.Kept }),
			"opening partner day agreement kept of", func(k within[answeredCheckIn, CountedRecord]) []string {
				c := k.in
				return []string{
					c.in.ID, string(c.it.Partner), string(c.it.Day), k.it.Agreement, strconv.Itoa(k.it.Kept), strconv.Itoa(k.it.Of),
				}
			}),
		table("slips", r.Slips,
			"slip agreement by whose at day came answer words_first struck_first words_second struck_second mended changes taken_back", slipRow),
		table("repairs", nested(r.Slips, func(s SlipRecord) []RepairRecord { return s.Repairs }), "slip repair by station at words struck",
			func(p within[SlipRecord, RepairRecord]) []string {
				return []string{p.in.ID, p.it.ID, string(p.it.By), p.it.Station, moment(p.it.At), p.it.Words, yes(p.it.Struck)}
			}),
	}
}

func askedRow(a within[answeredCheckIn, AskedRecord]) []string {
	value := ""
	if a.it.Value != nil {
		value = strconv.Itoa(*a.it.Value)
	}
	return []string{a.in.in.ID, string(a.in.it.Partner), string(a.in.it.Day), a.it.ID, a.it.Text, a.it.Low, a.it.High, value}
}

func slipRow(s SlipRecord) []string {
	first, second := s.Accounts.First, s.Accounts.Second
	return []string{
		s.ID, s.Agreement, string(s.By), string(s.Whose), moment(s.At), string(s.Day), s.Came, s.Answer,
		first.Words, yes(first.Struck), second.Words, yes(second.Struck), moment(s.Mended), yes(s.Changes), yes(s.TakenBack),
	}
}
