package journal

import (
	"context"

	"pgregory.net/rapid"
)

func (k *machine) slipActions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"a slip":          k.nameSome,
		"answer":          k.answerSome,
		"all talk":        k.talkItThrough,
		"call it mended":  k.mendSome,
		"say one station": func(rt *rapid.T) { k.saySome(rt, someStations.Draw(rt, "station")) },
	}
}

// talkItThrough has the two answer, and say nearly everything there is to say.
func (k *machine) talkItThrough(rt *rapid.T) {
	if len(k.slips) == 0 {
		k.nameSome(rt)
	}
	for _, p := range []Partner{First, Second} {
		k.unlock(rt, p)
		k.answerSome(rt)
		for _, station := range []string{RepairOwn, RepairEffect, RepairNow} {
			if rapid.IntRange(0, 9).Draw(rt, "say") > 0 {
				k.saySome(rt, station)
			}
		}
	}
	k.mendSome(rt)
}

func (k *machine) mendSome(rt *rapid.T) {
	if s := k.someSlip(rt); s != nil && k.do(rt, k.mayMend(s), func(ctx context.Context) error { return k.Mend(ctx, s.id, false) }) {
		s.mended = true
	}
}

func (k *machine) someSlip(rt *rapid.T) *modelSlip {
	if len(k.slips) == 0 {
		return nil
	}
	return k.slips[len(k.slips)-1-rapid.IntRange(0, min(1, len(k.slips)-1)).Draw(rt, "before the last")]
}

func (k *machine) nameSome(rt *rapid.T) {
	a := k.someAgreement(rt)
	if a == nil || len(k.slips) > 2 && rapid.IntRange(0, 3).Draw(rt, "another") > 0 {
		return
	}
	n := NewSlip{Agreement: a.id, Whose: someWhose.Draw(rt, "whose"), Day: k.today.Add(-someDaysAgo.Draw(rt, "ago")), Came: CameAsked, Words: k.secret()}
	var id string
	if k.do(rt, k.held() && n.Day <= k.today && a.on(n.Day) != nil, func(ctx context.Context) (err error) { id, err = k.NameSlip(ctx, n); return err }) {
		k.slips = append(k.slips, &modelSlip{
			id: id, agreement: a.id, by: k.holder, whose: n.Whose, words: n.Words,
			gone: map[string]string{}, said: map[string]modelSaid{},
		})
	}
}

func (k *machine) answerSome(rt *rapid.T) {
	s := k.someSlip(rt)
	if s == nil {
		return
	}
	answer, account := rapid.SampledFrom([]string{SlipYes, SlipYes, SlipPartly, SlipDiffer, "maybe"}).Draw(rt, "answer"), k.secret()
	ok := k.held() && s.by != k.holder && !s.mended && !k.takenBack[s.id] && answer != "maybe"
	if k.do(rt, ok, func(ctx context.Context) error { return k.AnswerSlip(ctx, s.id, answer, account) }) {
		if s.answerEvent != "" {
			s.gone[s.answerEvent] = s.account
		}
		s.answer, s.account, s.answerEvent = answer, account, k.lastEvent()
	}
}

func (k *machine) saySome(rt *rapid.T, station string) {
	s := k.someSlip(rt)
	if s == nil {
		return
	}
	words := ""
	if rapid.Bool().Draw(rt, "written") {
		words = k.secret()
	}
	ok := k.held() && station != RepairStays && !s.mended && !k.takenBack[s.id] && s.theirs(k.holder, station)
	if k.do(rt, ok, func(ctx context.Context) error { return k.Say(ctx, s.id, station, words) }) {
		s.said[saidBy(k.holder, station)] = modelSaid{words, k.lastEvent()}
	}
}
