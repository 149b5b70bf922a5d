package journal

import (
	"cmp"
	"slices"
	"strings"
)

// modelKeeping is the model's telling of check-ins, marks, slips, reviews and rests.
type modelKeeping struct {
	checkIns [2]map[string]*modelCheckIn // by part, until they are opened
	born     map[string]int              // the order in which check-ins were begun, by part
	opened   []*modelOpened
	marked   []modelMark
	steps    []modelStep
	reviews  map[string]modelReview // by agreement
	slips    []*modelSlip
	surfaced []*modelSurfaced
}

type modelCheckIn struct {
	part   string
	words  string
	day    Day // the day it was last written
	paper  Day
	rested bool
	fits   bool // it can be sealed
	value  int
	kept   []Counted
	sealed bool
}

type modelOpened struct {
	event string
	of    [2][]modelCheckIn
}

type modelMark struct {
	agreement, event string
	by               Partner
	day              Day
	kept, of         int
	week             bool
}

// modelStep is what was said of one small step: since when it is done, or that it is not.
type modelStep struct {
	agreement, wording, step string
	day                      Day
	done                     bool
}

type modelReview struct {
	version int
	next    Day
}

type modelSlip struct {
	id, agreement string
	by, whose     Partner
	words         string // of the one who named it
	answer        string
	account       string // of the other
	answerEvent   string
	gone          map[string]string // words of answers that were replaced or taken back, by event
	said          map[string]modelSaid
	mended        bool
}

type modelSaid struct{ words, event string }

type modelSurfaced struct {
	event  string
	goneOn bool
}

func newModelKeeping() modelKeeping {
	return modelKeeping{checkIns: [2]map[string]*modelCheckIn{{}, {}}, born: map[string]int{}, reviews: map[string]modelReview{}}
}

func (c *modelCheckIn) about() Day { return cmp.Or(c.paper, c.day) }

func byAbout(a, b modelCheckIn) int {
	return cmp.Or(strings.Compare(string(a.about()), string(b.about())), strings.Compare(a.part, b.part))
}

// sealed gives one partner's check-ins that wait, in no order.
func (m *model) sealed(p Partner) (waiting []modelCheckIn) {
	for _, c := range m.checkIns[p.index()] {
		if c.sealed {
			waiting = append(waiting, *c)
		}
	}
	return waiting
}

// writing gives the part of the check-in that a partner is answering, or "".
func (m *model) writing(p Partner) string {
	for part, c := range m.checkIns[p.index()] {
		if !c.sealed {
			return part
		}
	}
	return ""
}

// lastCheckIn gives the day of the last check-in that a partner sealed, opened or not.
func (m *model) lastCheckIn(p Partner) (last Day) {
	for _, o := range slices.Backward(m.opened) {
		if !m.struck[o.event] {
			of := o.of[p.index()]
			last = of[len(of)-1].about()
			break
		}
	}
	for _, c := range m.sealed(p) {
		last = max(last, c.day)
	}
	return last
}

func (m *model) agreement(id string) *modelAgreement {
	i := slices.IndexFunc(m.agreements, func(a *modelAgreement) bool { return a.id == id })
	if i < 0 {
		return nil
	}
	return m.agreements[i]
}

// on gives the version that counted on a day, also one before today, or nil.
func (a *modelAgreement) on(day Day) *modelVersion {
	n := a.counts(day)
	if n == 0 || a.left && day > a.said {
		return nil
	}
	if end := a.versions[n-1].terms.End; end != "" && end < day {
		return nil
	}
	return a.versions[n-1]
}

// promisedTo: what may be marked at all, by p, of that day.
func (a *modelAgreement) promisedTo(p Partner, day Day) bool {
	v := a.on(day)
	return v != nil && v.terms.Rhythm != "" && v.terms.Kind != TemporaryAccess && v.terms.Promises != p
}

func (m *model) mayMark(a *modelAgreement, day Day) bool {
	return m.held() && day <= m.today && day >= m.today.Add(-31) && a.promisedTo(m.holder, day)
}

// open moves what both sealed into the record.
func (m *model) open(event string) *modelOpened {
	o := &modelOpened{event: event}
	for _, p := range []Partner{First, Second} {
		for _, c := range m.sealed(p) {
			c.kept = slices.DeleteFunc(slices.Clone(c.kept), func(k Counted) bool {
				a := m.agreement(k.Agreement)
				return a == nil || !a.promisedTo(p, c.about())
			})
			o.of[p.index()] = append(o.of[p.index()], c)
			delete(m.checkIns[p.index()], c.part)
		}
		slices.SortFunc(o.of[p.index()], byAbout)
		for _, c := range o.of[p.index()] {
			for _, k := range c.kept {
				m.marked = append(m.marked, modelMark{k.Agreement, event, p, c.about(), k.Kept, k.Of, true})
			}
		}
	}
	m.opened = append(m.opened, o)
	return o
}

// tally adds up what one partner marked, from all that was ever marked.
func (m *model) tally(agreement string, p Partner) (t Tally) {
	var stand []modelMark
	for _, k := range m.marked {
		if k.agreement != agreement || k.by != p || m.struck[k.event] {
			continue
		}
		stand = slices.DeleteFunc(stand, func(o modelMark) bool { return o.day == k.day && (k.week || !o.week) })
		stand = append(stand, k)
	}
	for _, k := range stand {
		if !m.takenBack[k.event] {
			t.Kept, t.Of = t.Kept+k.kept, t.Of+k.of
		}
	}
	return t
}

// done gives the small steps that are done, with words that still stand.
func (m *model) done(agreement string) map[string]Day {
	done := map[string]Day{}
	for _, s := range m.steps {
		switch {
		case s.agreement != agreement || m.struck[s.wording]:
		case s.done:
			done[s.step] = s.day
		default:
			delete(done, s.step)
		}
	}
	return done
}

func (m *model) reviewDay(a *modelAgreement) Day {
	n := a.inForce(m.today)
	if n == 0 {
		return ""
	}
	v := a.versions[n-1]
	switch r := m.reviews[a.id]; {
	case r.version == n:
		return r.next
	case v.terms.Review != "":
		return v.terms.Review
	case v.terms.Kind == TemporaryAccess:
		return ""
	default:
		return v.from().Add(28)
	}
}

func (m *model) slip(id string) *modelSlip {
	i := slices.IndexFunc(m.slips, func(s *modelSlip) bool { return s.id == id })
	if i < 0 {
		return nil
	}
	return m.slips[i]
}

// theirs tells what each has to say towards mending: stations of the one whose
// slip it was, and of the other; of both, when it was both's.
func (s *modelSlip) theirs(p Partner, station string) bool {
	if station == RepairEffect {
		return s.whose == Nobody || s.whose.Other() == p
	}
	return s.whose == Nobody || s.whose == p
}

func saidBy(p Partner, station string) string { return string(rune('0'+int(p))) + station }

func (m *model) mayMend(s *modelSlip) bool {
	for _, p := range []Partner{First, Second} {
		for _, station := range []string{RepairOwn, RepairEffect, RepairNow} {
			if _, said := s.said[saidBy(p, station)]; s.theirs(p, station) && !said {
				return false
			}
		}
	}
	return m.both() && !m.takenBack[s.id] && !s.mended && (s.answer == SlipYes || s.answer == SlipPartly)
}

// rests reports whether something new from before still lets the work rest.
func (m *model) rests() bool {
	return slices.ContainsFunc(m.surfaced, func(up *modelSurfaced) bool { return !up.goneOn && !m.takenBack[up.event] })
}

// keepingTakenBack notes what else changes when an answer is taken back.
func (m *model) keepingTakenBack(event string) {
	for _, s := range m.slips {
		if s.answerEvent == event {
			s.gone[event] = s.account
			s.answer, s.account, s.answerEvent = "", "", ""
		}
	}
}
