package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"pgregory.net/rapid"
)

var (
	someDaysAgo  = rapid.SampledFrom([]int{-1, 0, 0, 0, 1, 5, 31, 32})
	someStations = rapid.SampledFrom([]string{RepairOwn, RepairEffect, RepairNow, RepairStays})
	someWhose    = rapid.SampledFrom([]Partner{Nobody, First, Second})
)

// keeping are agreements that can be marked, and what becomes of them.
func (k *machine) keeping() map[string]func(*rapid.T) {
	all := k.agreementActions()
	return map[string]func(*rapid.T){
		"agree":   k.agreeSome,
		"reword":  k.changeSome,
		"sign":    all["sign"],
		"leave":   all["leave"],
		"mark":    k.markSome,
		"step":    k.stepSome,
		"keep on": k.keepOnSome,
		"come in": func(rt *rapid.T) { k.comeIn(rt); k.unlock(rt, somePartners.Draw(rt, "p")) },
		"surface": func(rt *rapid.T) {
			if k.do(rt, k.held(), func(ctx context.Context) error { return k.Surface(ctx) }) {
				k.surfaced = append(k.surfaced, &modelSurfaced{event: k.lastEvent()})
			}
		},
		"go on": func(rt *rapid.T) {
			if k.do(rt, k.both() && k.rests(), func(ctx context.Context) error { return k.GoOnFromRest(ctx) }) {
				for _, up := range k.surfaced {
					up.goneOn = true
				}
			}
		},
		"carried": func(rt *rapid.T) {
			if k.do(rt, k.held(), func(ctx context.Context) error { return k.Carried(ctx) }) && k.Carrying() {
				rt.Fatalf("read, and told again")
			}
		},
		"back":    k.togetherActions()["take back event"],
		"destroy": k.togetherActions()["strike"],
	}
}

// agreeSome makes an agreement that can be marked and that both sign at once.
func (k *machine) agreeSome(rt *rapid.T) {
	k.count++
	t := Terms{Kind: Ritual, Title: fmt.Sprint("Ritual ", k.count), Text: "Words", Why: "A reason", Promises: someWhose.Draw(rt, "promises")}
	t.Rhythm = rapid.SampledFrom([]Rhythm{NoRhythm, Daily, Weekly, ComesUp}).Draw(rt, "rhythm")
	switch rapid.IntRange(0, 3).Draw(rt, "kind") {
	case 0:
		t.Kind, t.Steps = Goal, []string{fmt.Sprint("Step ", k.count), " And another "}
	case 1:
		t.Kind, t.Promises, t.End, t.Rhythm = TemporaryAccess, somePartners.Draw(rt, "gives"), k.today.Add(20), NoRhythm
	case 2:
		t.End = k.today.Add(10)
	}
	var id string
	if !k.do(rt, k.held(), func(ctx context.Context) (err error) { id, err = k.Propose(ctx, t); return err }) {
		return
	}
	a := &modelAgreement{id: id}
	k.agreements = append(k.agreements, a)
	k.propose(a, t)
	a.latest().event = k.lastEvent()
	if other := k.holder.Other(); k.both() {
		k.unlock(rt, other)
		k.do(rt, true, func(ctx context.Context) error { return k.Sign(ctx, id) })
		a.latest().signed[other.index()] = k.today
	}
}

func (k *machine) someAgreement(rt *rapid.T) *modelAgreement {
	if len(k.agreements) < 2 {
		k.agreeSome(rt)
	}
	if len(k.agreements) == 0 {
		return nil
	}
	return rapid.SampledFrom(k.agreements).Draw(rt, "agreement")
}

func (k *machine) markSome(rt *rapid.T) {
	a := k.someAgreement(rt)
	if a == nil {
		return
	}
	day, answer := k.today.Add(-someDaysAgo.Draw(rt, "ago")), rapid.SampledFrom([]string{MarkKept, MarkNot, MarkDidntCome, "half"}).Draw(rt, "answer")
	if !k.do(rt, k.mayMark(a, day) && answer != "half", func(ctx context.Context) error { return k.MarkKept(ctx, a.id, day, answer) }) {
		return
	}
	m := modelMark{agreement: a.id, event: k.lastEvent(), by: k.holder, day: day}
	if answer != MarkDidntCome {
		m.of = 1
	}
	if answer == MarkKept {
		m.kept = 1
	}
	k.marked = append(k.marked, m)
	if rapid.IntRange(0, 3).Draw(rt, "not so") == 0 {
		k.do(rt, true, func(ctx context.Context) error { return k.TakeBackEvent(ctx, m.event) })
		k.takenBack[m.event] = true
	}
}

func (k *machine) stepSome(rt *rapid.T) {
	a := k.someAgreement(rt)
	if a == nil {
		return
	}
	number, done := rapid.IntRange(0, 3).Draw(rt, "number"), rapid.IntRange(0, 2).Draw(rt, "done") > 0
	n := a.inForce(k.today)
	ok := n > 0 && a.versions[n-1].terms.Kind == Goal && number > 0
	if ok && !k.struck[a.versions[n-1].event] {
		ok = number <= len(a.versions[n-1].terms.Steps)
	}
	if k.do(rt, k.held() && ok, func(ctx context.Context) error { return k.MarkStep(ctx, a.id, number, done) }) {
		v := a.versions[n-1]
		step := map[int]string{1: "", 2: "And another"}[number]
		if number == 1 {
			step = v.terms.Steps[0]
		}
		k.steps = append(k.steps, modelStep{a.id, v.event, step, k.today, done})
	}
}

func (k *machine) keepOnSome(rt *rapid.T) {
	a := k.someAgreement(rt)
	if a == nil {
		return
	}
	next, n := k.today.Add(rapid.SampledFrom([]int{-1, 0, 1, 30}).Draw(rt, "next")), a.inForce(k.today)
	if k.do(rt, k.both() && n > 0 && next > k.today, func(ctx context.Context) error { return k.KeepOn(ctx, a.id, next) }) {
		k.reviews[a.id] = modelReview{n, next}
	}
}

func (k *machine) checkInActions() map[string]func(*rapid.T) {
	one := func(may func(*modelCheckIn) bool, action func(context.Context, string) error, then func(*modelCheckIn)) func(*rapid.T) {
		return func(rt *rapid.T) {
			part, c := k.someCheckIn(rt)
			if k.do(rt, k.held() && c != nil && may(c), func(ctx context.Context) error { return action(ctx, part) }) {
				then(c)
			}
		}
	}
	seal := one(func(c *modelCheckIn) bool { return c.fits },
		func(ctx context.Context, part string) error { return k.SealCheckIn(ctx, part) }, func(c *modelCheckIn) { c.sealed = true })
	return map[string]func(*rapid.T){
		"write check-in": k.writeCheckIn,
		"both check in":  k.bothCheckIn,
		"seal":           seal,
		"unseal": one(func(c *modelCheckIn) bool { w := k.writing(k.holder); return w == "" || w == c.part },
			func(ctx context.Context, part string) error { return k.UnsealCheckIn(ctx, part) }, func(c *modelCheckIn) { c.sealed = false }),
		"erase check-in": one(func(*modelCheckIn) bool { return true }, func(ctx context.Context, part string) error { return k.Erase(ctx, CheckInDrafts, part) },
			func(c *modelCheckIn) { delete(k.checkIns[k.holder.index()], c.part) }),
		"share check-in": one(func(*modelCheckIn) bool { return false }, func(ctx context.Context, part string) error {
			_, err := k.Share(ctx, plainOpening(CheckInDrafts), part)
			return err
		}, nil),
		"bring to open": k.openSome,
	}
}

// bothCheckIn has each answer and seal one, and sometimes opens them at once.
func (k *machine) bothCheckIn(rt *rapid.T) {
	for _, p := range []Partner{First, Second} {
		k.unlock(rt, p)
		k.someAgreement(rt)
		k.unlock(rt, p)
		k.writeCheckIn(rt)
		c := k.checkIns[p.index()][k.writing(p)]
		if c != nil && k.do(rt, c.fits, func(ctx context.Context) error { return k.SealCheckIn(ctx, c.part) }) {
			c.sealed = true
		}
	}
	if rapid.Bool().Draw(rt, "open") {
		k.openSome(rt)
	}
}

func (k *machine) openSome(rt *rapid.T) {
	ok := k.both() && len(k.model.sealed(First)) > 0 && len(k.model.sealed(Second)) > 0
	var o OpenedCheckIns
	if k.do(rt, ok, func(ctx context.Context) (err error) { o, err = k.OpenCheckIns(ctx); return err }) {
		want := k.open(o.ID)
		k.sameSide(rt, o.Of[0], want.of[0])
		k.sameSide(rt, o.Of[1], want.of[1])
	}
}

// someCheckIn draws one of the holder's own, or the name of one of the other's.
func (k *machine) someCheckIn(rt *rapid.T) (string, *modelCheckIn) {
	if !k.held() {
		return "any", nil
	}
	var parts []string
	own := k.checkIns[k.holder.index()]
	for _, c := range k.checkIns {
		for part := range c {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "any", nil
	}
	slices.SortFunc(parts, func(a, b string) int { return k.born[a] - k.born[b] })
	part := rapid.SampledFrom(parts).Draw(rt, "part")
	return part, own[part]
}

func (k *machine) writeCheckIn(rt *rapid.T) {
	stand := k.CheckIns()
	if stand.Part == "" {
		stand.Part = "any"
	}
	c := &modelCheckIn{part: stand.Part, day: k.today, fits: true}
	d := Draft{Exercise: CheckInDrafts, Part: stand.Part, Private: true, Answer: k.someAnswers(rt, c)}
	if rapid.IntRange(0, 3).Draw(rt, "paper") == 0 {
		c.paper = k.today.Add(-3)
		d.Paper = c.paper
	}
	if len(stand.Sealed) > 0 && rapid.IntRange(0, 4).Draw(rt, "over") == 0 {
		d.Part = stand.Sealed[0].Part // it is sealed
	}
	for _, known := range k.Drafts(CheckInDrafts) {
		if known.Part == d.Part {
			d.Revision = known.Revision
		}
	}
	if k.do(rt, k.held() && d.Part == c.part, func(ctx context.Context) error { _, err := k.SaveDraft(ctx, d); return err }) {
		k.checkIns[k.holder.index()][c.part] = c
		if k.born[c.part] == 0 {
			k.born[c.part] = len(k.born) + 1
		}
	}
}

// someAnswers fills c and gives it as JSON.
func (k *machine) someAnswers(rt *rapid.T, c *modelCheckIn) json.RawMessage {
	if c.rested = rapid.IntRange(0, 4).Draw(rt, "rested") == 0; c.rested {
		return mustJSON(CheckIn{Rested: true})
	}
	c.words, c.value = k.secret(), rapid.SampledFrom([]int{0, 3, 10, 10, 11}).Draw(rt, "value")
	c.fits = c.value <= 10
	for _, a := range k.agreements {
		of := rapid.IntRange(-1, 7).Draw(rt, "of")
		if of < 0 {
			continue
		}
		c.kept = append(c.kept, Counted{a.id, of / 2, of})
	}
	return mustJSON(CheckIn{
		Words: c.words, Asked: []Asked{{ID: "trust", Text: "How much?", Low: "none", High: "all", Value: &c.value}}, Kept: c.kept,
	})
}
