package journal

import (
	"maps"
	"slices"

	"pgregory.net/rapid"
)

// sameKeeping compares what was kept, checked in, slipped and rested.
func (k *machine) sameKeeping(rt *rapid.T, s State) {
	for i, want := range k.agreements {
		k.sameKept(rt, s.Agreements[i], want)
	}
	k.sameOpened(rt, s)
	k.sameStand(rt)
	k.sameSlips(rt, s)
	if _, rests := s.Rests(); rests != k.rests() || len(s.Surfaced) != len(k.surfaced) {
		rt.Fatalf("rests: %v, want %v", rests, k.rests())
	}
	if k.Carrying() && (k.both() || !k.held()) {
		rt.Fatalf("told to carry it alone, with %v here and %v holding", k.here, k.holder)
	}
}

func (k *machine) sameKept(rt *rapid.T, a Agreement, want *modelAgreement) {
	for _, p := range []Partner{First, Second} {
		if got, want := a.Tally(p), k.tally(a.ID, p); got != want {
			rt.Fatalf("%v marked %+v of %s, want %+v: %+v", p, got, a.ID, want, a.Kept)
		}
		for _, ago := range []int{0, 1, 20} {
			if day := k.today.Add(-ago); a.MayMark(p, day) != want.promisedTo(p, day) {
				rt.Fatalf("%v may mark %s: %v: %+v", p, day, a.MayMark(p, day), a)
			}
		}
	}
	for _, m := range a.Kept {
		for _, v := range a.Versions {
			if len(a.Versions) == 1 && (v.Terms.Promises == m.By || v.Terms.Kind == TemporaryAccess) {
				rt.Fatalf("marked by the one who promised, or access: %+v", m)
			}
		}
	}
	if done := k.done(a.ID); !maps.Equal(a.Done, done) {
		rt.Fatalf("steps done %v, want %v", a.Done, done)
	}
	if day := a.ReviewDay(k.today); day != k.reviewDay(want) {
		rt.Fatalf("review on %q, want %q", day, k.reviewDay(want))
	}
}

// sameOpened: what both opened is shared, and found until it is struck out.
func (k *machine) sameOpened(rt *rapid.T, s State) {
	if len(s.CheckIns) != len(k.opened) {
		rt.Fatalf("%d times check-ins were opened, want %d", len(s.CheckIns), len(k.opened))
	}
	for i, o := range s.CheckIns {
		want := k.opened[i]
		if o.ID != want.event || o.Struck != k.struck[want.event] {
			rt.Fatalf("opened %+v, want %+v", o, want)
		}
		for side := range o.Of {
			if !o.Struck {
				k.sameSide(rt, o.Of[side], want.of[side])
			} else if len(o.Of[side]) > 0 {
				rt.Fatalf("struck out, and yet there: %+v", o)
			}
			for _, c := range want.of[side] {
				k.wantFoundOnce(rt, c.words, want.event)
			}
		}
	}
}

func (k *machine) sameSide(rt *rapid.T, got []CheckIn, want []modelCheckIn) {
	if len(got) != len(want) {
		rt.Fatalf("%d check-ins, want %d", len(got), len(want))
	}
	for i, c := range got {
		w := want[i]
		if c.Day != w.about() || c.Words != w.words || c.Rested != w.rested || !slices.Equal(c.Kept, w.kept) {
			rt.Fatalf("opened %+v, want %+v", c, w)
		}
		if a, _ := c.answer("trust"); a.Answered == w.rested || a.Answered && a.Value != w.value {
			rt.Fatalf("answered %+v, want %+v", a, w)
		}
	}
}

// wantFoundOnce: shared words are found at one moment, until they are taken back or struck out.
func (k *machine) wantFoundOnce(rt *rapid.T, words, event string) {
	want := 1
	if k.struck[event] || k.takenBack[event] {
		want = 0
	}
	if words == "" {
		return
	}
	if _, total := k.Find(words, 2); total != want {
		rt.Fatalf("%s is found %d times, want %d", words, total, want)
	}
}

// sameStand: each knows their own check-ins, and of the other only that one waits.
func (k *machine) sameStand(rt *rapid.T) {
	stand := k.CheckIns()
	if !k.held() {
		if stand.Part != "" || stand.Theirs || stand.May || len(stand.Sealed) > 0 || stand.Last != "" || stand.Due != "" {
			rt.Fatalf("nobody holds, and there is %+v", stand)
		}
		return
	}
	p := k.holder
	part, waiting := k.writing(p), k.model.sealed(p)
	if stand.Part == "" || part != "" && stand.Part != part || len(stand.Sealed) != len(waiting) {
		rt.Fatalf("stand %+v, want part %q and %d sealed", stand, part, len(waiting))
	}
	for _, d := range stand.Sealed {
		if c := k.checkIns[p.index()][d.Part]; c == nil || !c.sealed || !d.Finished || d.Day != c.day {
			rt.Fatalf("sealed %+v, want %+v", d, c)
		}
	}
	if theirs := len(k.model.sealed(p.Other())) > 0; stand.Theirs != theirs {
		rt.Fatalf("the other's waits: %v, want %v", stand.Theirs, theirs)
	}
	last := k.lastCheckIn(p)
	due, may := k.today, true
	if last != "" && last <= k.today {
		due, may = last.Add(7), last.Add(4) <= k.today
	}
	if stand.Last != last || stand.Due != due || stand.May != may || due > k.today.Add(7) {
		rt.Fatalf("stand %+v, want last %s, due %s, %v", stand, last, due, may)
	}
}

func (k *machine) sameSlips(rt *rapid.T, s State) {
	if len(s.Slips) != len(k.slips) {
		rt.Fatalf("%d slips, want %d", len(s.Slips), len(k.slips))
	}
	for i, got := range s.Slips {
		want := k.slips[i]
		gone := k.takenBack[want.id]
		if got.ID != want.id || got.By != want.by || got.Whose != want.whose || got.Answer != want.answer ||
			got.TakenBack != gone || got.Mended.IsZero() == want.mended {
			rt.Fatalf("slip %+v, want %+v", got, want)
		}
		if got.Breaks() != (want.answer == SlipYes && !gone) || got.Breaks() && got.Answer != SlipYes {
			rt.Fatalf("breaks: %v: %+v", got.Breaks(), want)
		}
		if (got.Open() && got.AllSaid() && k.both()) != k.mayMend(want) {
			rt.Fatalf("may be mended: %v: %+v", !k.mayMend(want), got)
		}
		k.sameAccounts(rt, got, want)
	}
}

// sameAccounts: the words of each stand on their own side, until they are struck out.
func (k *machine) sameAccounts(rt *rapid.T, got Slip, want *modelSlip) {
	unless := func(words, event string) string {
		if k.struck[event] {
			return ""
		}
		return words
	}
	if got.Words[want.by.index()] != unless(want.words, want.id) || got.Words[want.by.Other().index()] != unless(want.account, want.answerEvent) {
		rt.Fatalf("accounts %q, want %+v", got.Words, want)
	}
	k.wantFoundOnce(rt, want.words, want.id)
	k.wantFoundOnce(rt, want.account, want.answerEvent)
	for event, words := range want.gone {
		k.wantFoundOnce(rt, words, event)
	}
	for _, p := range []Partner{First, Second} {
		for _, station := range []string{RepairOwn, RepairEffect, RepairNow} {
			said, there := want.said[saidBy(p, station)]
			if at := got.Station(p, station); at.At.IsZero() == there || at.Event != said.event || at.Words != unless(said.words, said.event) {
				rt.Fatalf("%v at %s: %+v, want %+v", p, station, at, said)
			}
		}
	}
}
