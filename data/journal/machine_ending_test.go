package journal

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// parting is what a second telling of the rules says about the end of the work.
type parting struct {
	*couple
	tb     testing.TB
	here   []Partner
	holder Partner

	begun, closed bool
	left          [2]bool
	wait, opened  [2]bool  // last words that wait; that were opened
	access        []string // given once, in the order it was proposed
	ended         int      // so much of it ended with an ending
	boundaries    int
	agreement     string
	inForce       bool
}

// lastWordsOf are the words that each leaves: nobody else ever writes them.
var lastWordsOf = [2]string{"a lantern for you", "an umbrella for you"}

func (p *parting) over() bool { return p.begun && (p.closed || p.left[0] || p.left[1]) }
func (p *parting) both() bool { return len(p.here) == 2 }

// want compares an error with whether the rules allow it.
func (p *parting) want(rt *rapid.T, what string, err error, allowed bool) bool {
	if (err == nil) != allowed {
		rt.Fatalf("%s: %v, allowed %v: %+v", what, err, allowed, p)
	}
	return err == nil
}

// comes opens the file again for one or both, maybe on another day.
func (p *parting) comes(rt *rapid.T) {
	p.clock.days(rapid.IntRange(-3, 40).Draw(rt, "days"))
	p.here = rapid.SampledFrom([][]Partner{{First}, {Second}, {First, Second}}).Draw(rt, "here")
	p.reopen(p.tb, p.here...)
	p.holds(rt)
}

func (p *parting) holds(rt *rapid.T) {
	p.holder = rapid.SampledFrom(p.here).Draw(rt, "holder")
	p.hold(p.tb, p.holder)
}

func (p *parting) begins(rt *rapid.T) {
	if p.want(rt, "begin", p.BeginEnding(context.Background()), !p.begun) {
		p.begun, p.closed, p.left, p.ended = true, false, [2]bool{}, len(p.access)
	}
}

func (p *parting) leaves(rt *rapid.T) {
	i := p.holder.index()
	if p.want(rt, "leave", p.LeaveJournal(context.Background()), p.begun && !p.closed && !p.left[i]) {
		p.left[i] = true
	}
}

func (p *parting) closes(rt *rapid.T) {
	if p.want(rt, "close", p.CloseJournal(context.Background()), p.begun && !p.closed && p.both()) {
		p.closed = true
	}
}

func (p *parting) goesOn(rt *rapid.T) {
	if p.want(rt, "go on", p.GoOnTogether(context.Background()), p.begun && p.both()) {
		p.begun = false
	}
}

func (p *parting) givesAccess(rt *rapid.T) {
	terms := phoneAccess(p.couple)
	id, err := p.Propose(context.Background(), terms)
	if p.want(rt, "access", err, !p.begun) {
		p.access = append(p.access, id)
		if p.both() && rapid.Bool().Draw(rt, "signed") {
			p.holder = p.holder.Other()
			p.hold(p.tb, p.holder)
			must(p.tb, p.Sign(context.Background(), id))
		}
	}
}

func (p *parting) setsBoundary(rt *rapid.T) {
	_, err := p.SetBoundary(context.Background(), "Sundays", "Mine.")
	if p.want(rt, "boundary", err, !p.over()) {
		p.boundaries++
	}
}

// leavesAgreement: that works at any time, whatever has ended.
func (p *parting) leavesAgreement(rt *rapid.T) {
	if p.want(rt, "leave the agreement", p.Leave(context.Background(), p.agreement, ""), p.inForce) {
		p.inForce = false
	}
}

func (p *parting) leavesWords(rt *rapid.T) {
	i := p.holder.index()
	err := p.LeaveLastWords(context.Background(), lastWordsOf[i])
	if p.want(rt, "last words", err, p.begun && !p.wait[i]) {
		p.wait[i] = true
	}
}

func (p *parting) opensWords(rt *rapid.T) {
	i := p.holder.Other().index()
	if p.want(rt, "open", p.OpenLastWords(context.Background()), p.wait[i]) {
		p.wait[i], p.opened[i] = false, true
	}
}

func (p *parting) takesBack(rt *rapid.T) {
	i := p.holder.index()
	err := p.TakeBackEvent(context.Background(), p.State().LastWordsOf(p.holder).Event)
	if p.want(rt, "take back", err, p.wait[i]) {
		p.wait[i] = false
	}
}

// check: whatever they did, the promises hold.
func (p *parting) check(rt *rapid.T) {
	s := p.State()
	e, ok := s.Ending()
	if ok != p.begun || ok && e.Over() != p.over() {
		rt.Fatalf("the ending is %+v, %v: %+v", e, ok, p)
	}
	for i, id := range p.access {
		a, _ := s.Agreement(id)
		if _, inForce := a.InForce(p.Today()); i < p.ended && inForce {
			rt.Fatal("access is in force, and had ended")
		}
	}
	standing := slices.DeleteFunc(slices.Clone(s.Boundaries), func(b Boundary) bool { return !b.Ended.IsZero() })
	if len(standing) != p.boundaries {
		rt.Fatalf("%d boundaries stand, want %d", len(standing), p.boundaries)
	}
	for i, words := range lastWordsOf {
		_, total := p.Find(words, 1)
		shown := bytes.Contains(stateJSON(p.tb, s), []byte(words))
		if (total > 0) != p.opened[i] || shown != p.opened[i] {
			rt.Fatalf("%q is found %d times and shown: %v, want %v", words, total, shown, p.opened[i])
		}
	}
	if found, err := p.Check(context.Background()); err != nil || len(found) > 0 {
		rt.Fatal(found, err)
	}
}

// TestEndingsHold does in any order what two people could do who part, or don't.
func TestEndingsHold(t *testing.T) {
	limitChecks(t, "20")
	rapid.Check(t, func(rt *rapid.T) {
		p := &parting{couple: newCouple(discard{dir: t.TempDir()}), tb: t, here: []Partner{First, Second}, inForce: true}
		defer p.Close()
		p.agreement = p.promised(t)
		p.holder = First
		rt.Repeat(map[string]func(*rapid.T){
			"come": p.comes, "hold": p.holds, "begin": p.begins, "leave": p.leaves, "close": p.closes, "go on": p.goesOn,
			"access": p.givesAccess, "boundary": p.setsBoundary, "leave agreement": p.leavesAgreement,
			"leave words": p.leavesWords, "open words": p.opensWords, "take back": p.takesBack, "": p.check,
		})
	})
}
