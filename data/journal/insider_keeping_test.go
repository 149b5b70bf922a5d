package journal

import (
	"os"
	"path/filepath"
	"testing"

	"goldseam.app/data/vault"
)

// keeper is an insider with something to forge about.
type keeper struct {
	*insider
	mine, theirs string // agreements that each promised
	access, goal string
	own, others  string // slips that each named
}

func newKeeper(t *testing.T) keeper {
	k := keeper{insider: newInsider(t)}
	k.reopen(t, First, Second)
	k.mine = k.promised(t)
	k.theirs = k.bothSign(t, Terms{Kind: Plain, Title: "Call first", Text: "Always.", Rhythm: Daily, Promises: Second})
	k.access = k.bothSign(t, Terms{
		Kind: TemporaryAccess, Title: "Phone", Text: "Messages.", Why: "To sleep.", Promises: Second, End: k.Today().Add(30),
	})
	k.goal = k.bothSign(t, Terms{Kind: Goal, Title: "A weekend away", Text: "By the sea.", Steps: []string{"Book it"}})
	k.own, k.others = k.slipped(t, First, First, "Mine."), k.slipped(t, Second, First, "Yours.")
	k.answers(t, Second, k.own, SlipYes, "")
	k.hold(t, Second)
	must(t, k.Say(t.Context(), k.own, RepairEffect, ""))
	must(t, k.Surface(t.Context()))
	k.hold(t, First)
	must(t, k.Say(t.Context(), k.own, RepairOwn, ""))
	must(t, k.Say(t.Context(), k.own, RepairNow, ""))
	k.clock.days(1)
	must(t, k.Close())
	return k
}

// copied is a keeper with a copy of the file of their own.
func (k keeper) copied(t *testing.T, file []byte) keeper {
	now := *k.clock
	c := &couple{clock: &now, Journal: &Journal{path: filepath.Join(t.TempDir(), "ours.goldseam"), closed: true}}
	c.opt.Now = now.now
	must(t, os.WriteFile(c.path, file, 0o600))
	t.Cleanup(func() { c.Close() })
	c.reopen(t, First)
	k.insider = &insider{couple: c, seed: c.here[0].seed}
	k.sigs = map[int]*vault.Seed{1: &k.seed, 2: &k.seed}
	return k
}

func (k keeper) slipOn(t *testing.T, id string) string { return k.slipNow(t, id).Agreement }

// TestInsiderForgesKeeping: an event that breaks its own rule, signed as well as
// an insider can, is refused when it is written and named when it is read.
func TestInsiderForgesKeeping(t *testing.T) {
	original := newKeeper(t)
	file, err := os.ReadFile(original.path)
	must(t, err)
	one, other, both := []Partner{First}, []Partner{Second}, []Partner{First, Second}
	week := func(c CheckIn) words { return words{CheckIns: [2][]CheckIn{{c}, {c}}} }
	for name, forged := range map[string]func(t *testing.T, k keeper) (head, words){
		"check-ins opened by one": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindCheckIn, Authors: one}, week(CheckIn{Day: k.Today()})
		},
		"check-ins of one": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindCheckIn, Authors: both}, words{CheckIns: [2][]CheckIn{{{Day: k.Today()}}, nil}}
		},
		"check-ins without a day": func(*testing.T, keeper) (head, words) {
			return head{Kind: KindCheckIn, Authors: both}, week(CheckIn{})
		},
		"check-ins beyond ten": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindCheckIn, Authors: both}, week(CheckIn{Day: k.Today(), Asked: []Asked{trust(level(11))}})
		},
		"check-ins that count one's own promise": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindCheckIn, Authors: both}, week(CheckIn{Day: k.Today(), Kept: []Counted{{k.mine, 7, 7}}})
		},
		"kept by the promiser": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: one, Facts: facts{Thing: k.mine, Day: k.Today(), Answer: MarkKept}}, words{}
		},
		"kept by both": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: both, Facts: facts{Thing: k.mine, Day: k.Today(), Answer: MarkKept}}, words{}
		},
		"kept in the other's name": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: other, Facts: facts{Thing: k.mine, Day: k.Today(), Answer: MarkKept}}, words{}
		},
		"access marked": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: one, Facts: facts{Thing: k.access, Day: k.Today(), Answer: MarkNot}}, words{}
		},
		"kept tomorrow": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: one, Facts: facts{Thing: k.theirs, Day: k.Today().Add(1), Answer: MarkNot}}, words{}
		},
		"kept before it began": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: one, Facts: facts{Thing: k.theirs, Day: k.Today().Add(-2), Answer: MarkNot}}, words{}
		},
		"half kept": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindKept, Authors: one, Facts: facts{Thing: k.theirs, Day: k.Today(), Answer: "half"}}, words{}
		},
		"a step of no goal": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindStepDone, Authors: one, Facts: facts{Thing: k.theirs, Version: 1, Count: 1, Answer: stepDone}}, words{}
		},
		"a step by both": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindStepDone, Authors: both, Facts: facts{Thing: k.goal, Version: 1, Count: 1, Answer: stepDone}}, words{}
		},
		"a step that there is not": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindStepDone, Authors: one, Facts: facts{Thing: k.goal, Version: 1, Count: 2, Answer: stepDone}}, words{}
		},
		"reviewed by one": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindReviewed, Authors: one, Facts: facts{Thing: k.theirs, Version: 1, Review: k.Today().Add(99)}}, words{}
		},
		"reviewed in both names": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindReviewed, Authors: both, Facts: facts{Thing: k.theirs, Version: 1, Review: k.Today().Add(99)}}, words{}
		},
		"reviewed without a day": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindReviewed, Authors: both, Facts: facts{Thing: k.theirs, Version: 1}}, words{}
		},
		"a slip named by both": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlip, Authors: both, Facts: facts{Thing: k.theirs, Day: k.Today(), Answer: CameAsked}}, words{}
		},
		"a slip of no agreement": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlip, Authors: one, Facts: facts{Thing: "nothing", Day: k.Today(), Answer: CameAsked}}, words{}
		},
		"answered by the namer": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlipAnswer, Authors: one, Facts: facts{Thing: k.slipOn(t, k.own), Event: k.own, Answer: SlipYes}}, words{}
		},
		"answered by both": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlipAnswer, Authors: both, Facts: facts{Thing: k.slipOn(t, k.others), Event: k.others, Answer: SlipYes}}, words{}
		},
		"answered about another agreement": func(_ *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlipAnswer, Authors: one, Facts: facts{Thing: k.theirs, Event: k.others, Answer: SlipDiffer}}, words{}
		},
		"answered in other words": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindSlipAnswer, Authors: one, Facts: facts{Thing: k.slipOn(t, k.others), Event: k.others, Answer: "no"}}, words{}
		},
		"what it did, by the one who did it": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindRepair, Authors: one, Facts: facts{Thing: k.slipOn(t, k.own), Event: k.own, Answer: RepairEffect}}, words{}
		},
		"said by both": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindRepair, Authors: both, Facts: facts{Thing: k.slipOn(t, k.own), Event: k.own, Answer: RepairOwn}}, words{}
		},
		"mended by one": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindRepair, Authors: one, Facts: facts{Thing: k.slipOn(t, k.own), Event: k.own, Answer: RepairStays}}, words{}
		},
		"mended in both names": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindRepair, Authors: both, Facts: facts{Thing: k.slipOn(t, k.own), Event: k.own, Answer: RepairChanges}}, words{}
		},
		"mended before all is said": func(t *testing.T, k keeper) (head, words) {
			return head{Kind: KindRepair, Authors: both, Facts: facts{Thing: k.slipOn(t, k.others), Event: k.others, Answer: RepairStays}}, words{}
		},
		"surfaced by both": func(*testing.T, keeper) (head, words) { return head{Kind: KindSurfaced, Authors: both}, words{} },
		"surfaced by none": func(*testing.T, keeper) (head, words) { return head{Kind: KindSurfaced}, words{} },
		"gone on by one":   func(*testing.T, keeper) (head, words) { return head{Kind: KindGoneOn, Authors: one}, words{} },
		"gone on in both names": func(*testing.T, keeper) (head, words) {
			return head{Kind: KindGoneOn, Authors: both}, words{}
		},
		"a check-in shared alone": func(*testing.T, keeper) (head, words) {
			return head{Kind: KindShared, Authors: one, Facts: facts{Exercise: CheckInDrafts}}, words{Title: "Check-in"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			k := original.copied(t, file)
			h, w := forged(t, k)
			k.refusesForged(t, h, w)
		})
	}
}

// refusesForged: the program does not write it, and names it where it was written by hand.
func (k keeper) refusesForged(t *testing.T, h head, w words) {
	t.Helper()
	before := k.State()
	if _, err := k.appendEvent(t.Context(), entry{head: h, words: w}, nil); err == nil {
		t.Error("it was let in")
	}
	equalStates(t, k.State(), before)
	e := k.forge(t, h, w)
	k.wantFound(t, e.seq)
	after := k.State()
	after.Moments = after.Moments[:len(before.Moments)]
	equalStates(t, after, before)
}
