package journal

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// freeze writes the frozen journal of a release. Those of earlier releases stay
// as they are: every later program must open them to the same state.
var freeze = flag.String("freeze", "", "write testdata/`NAME`.goldseam and its state, once for each release")

// passLater is the first partner's passphrase in the frozen journal.
const passLater = "north wind and other bread"

// frozenAt is when the frozen journal was last used.
var frozenAt = time.Date(2026, 11, 30, 20, 0, 0, 0, time.FixedZone("CEST", 7200))

// fillAll makes every kind of event that the methods can make.
func (c *couple) fillAll(t testing.TB) {
	t.Helper()
	ctx := context.Background()
	c.fill(t)
	must(t, c.Rename(ctx, "Eli", 3))
	must(t, c.Living(ctx, false))
	must(t, c.MarkGuess(ctx, c.State().Reflections[0].ID, "here", "partly"))
	must(t, c.CloseExercise(ctx, "before.words", "Words to use", 1))
	boundary, err := c.SetBoundary(ctx, "Sundays", "I keep Sundays for myself.")
	must(t, err)
	c.hold(t, First)
	must(t, c.Cannot(ctx, boundary))
	must(t, c.TakeBackEvent(ctx, c.State().Moments[len(c.State().Moments)-1].Event))
	c.hold(t, Second)
	must(t, c.ChangeBoundary(ctx, boundary, "Sundays", "I keep Sunday mornings for myself."))
	must(t, c.EndBoundary(ctx, boundary))
	walk, err := c.Propose(ctx, Terms{Kind: Ritual, Title: "Sunday walk", Text: "At ten."})
	must(t, err)
	must(t, c.Withdraw(ctx, walk))
	night := c.bothSign(t, Terms{Kind: Goal, Title: "A night here", Text: "One.", Bodies: true})
	must(t, c.Unsign(ctx, night))
	must(t, c.Change(ctx, night, Terms{Kind: Goal, Title: "A night here", Text: "One, in spring.", Bodies: true}))
	c.hold(t, Second)
	must(t, c.Decline(ctx, night))
	left := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays."})
	must(t, c.Leave(ctx, left, ""))
	c.fillKeeping(t)
	_, err = c.SaveDraft(ctx, Draft{Exercise: "before.ground", Part: "healing", Private: true, Answer: text("Mornings help.")})
	must(t, err)
	_, err = c.Share(ctx, plainOpening("before.ground"), "healing")
	must(t, err)
	must(t, c.Strike(ctx, c.State().Reflections[0].ID))
	c.fillEnding(t)
	_, err = c.ChangePassphrase(ctx, passNoor, passLater)
	must(t, err)
	c.clock.t = frozenAt
	must(t, c.DailyBackup(ctx))
	backups, err := c.Backups()
	must(t, err)
	must(t, c.Close())
	_, err = Restore(ctx, backups[0], c.path, c.opt)
	must(t, err)
	c.reopen(t)
	must(t, c.Unlock(ctx, First, passLater))
	must(t, c.Unlock(ctx, Second, passEli))
}

// fillKeeping lets the two keep, check in, slip, mend, look again and rest. One
// check-in stays sealed.
func (c *couple) fillKeeping(t testing.TB) {
	t.Helper()
	ctx := context.Background()
	promised := c.promised(t)
	goal := c.bothSign(t, Terms{Kind: Goal, Title: "A weekend away", Text: "By the sea.", Steps: []string{"Pick a place", "Book it"}})
	must(t, c.MarkStep(ctx, goal, 1, true))
	must(t, c.MarkStep(ctx, goal, 2, true))
	must(t, c.MarkStep(ctx, goal, 2, false))
	c.clock.days(2)
	c.hold(t, Second)
	for ago, answer := range []string{MarkKept, MarkNot, MarkDidntCome} {
		must(t, c.MarkKept(ctx, promised, c.Today().Add(-ago), answer))
	}
	must(t, c.TakeBackEvent(ctx, c.lastMoment(t)))
	slip, err := c.NameSlip(ctx, NewSlip{Agreement: promised, Whose: First, Day: c.Today(), Came: CameAsked, Words: "It was eleven."})
	must(t, err)
	c.answers(t, First, slip, SlipYes, "I lost track of time.")
	must(t, c.Say(ctx, slip, RepairOwn, "I said ten."))
	must(t, c.Say(ctx, slip, RepairNow, ""))
	c.hold(t, Second)
	must(t, c.Say(ctx, slip, RepairEffect, "I lay awake."))
	must(t, c.Mend(ctx, slip, true))
	_, err = c.NameSlip(ctx, NewSlip{Agreement: promised, Day: c.Today(), Came: CameToldSelf})
	must(t, err)
	must(t, c.TakeBackEvent(ctx, c.lastMoment(t)))
	must(t, c.KeepOn(ctx, promised, c.Today().Add(56)))
	must(t, c.Surface(ctx))
	must(t, c.GoOnFromRest(ctx))
	week := CheckIn{Words: "The walk helped.", Asked: []Asked{trust(level(6)), {ID: "hope", Text: "How much hope?", Low: "none", High: "all"}}}
	c.bothCheckIn(t, week, CheckIn{Since: true, Asked: []Asked{trust(level(0))}, Kept: []Counted{{promised, 1, 2}}})
	c.bothCheckIn(t, CheckIn{Rested: true}, week)
	c.sealed(t, First, week)
	must(t, c.Carried(ctx))
}

// fillEnding lets the two end the work, leave last words, and go on after all.
func (c *couple) fillEnding(t testing.TB) {
	t.Helper()
	ctx := context.Background()
	c.ends(t, First)
	must(t, c.LeaveLastWords(ctx, "I wish you well."))
	c.hold(t, Second)
	must(t, c.OpenLastWords(ctx))
	must(t, c.LeaveLastWords(ctx, "Not like this."))
	must(t, c.TakeBackEvent(ctx, c.lastMoment(t)))
	must(t, c.LeaveJournal(ctx))
	must(t, c.CloseJournal(ctx))
	must(t, c.GoOnTogether(ctx))
	c.bothSign(t, phoneAccess(c)) // it lapses before the journal is frozen
}

func stateJSON(t testing.TB, s State) []byte {
	t.Helper()
	b, err := json.MarshalIndent(s, "", "  ")
	must(t, err)
	return append(b, '\n')
}

func TestFrozenJournals(t *testing.T) {
	if *freeze != "" {
		c := newCouple(t)
		c.fillAll(t)
		state := stateJSON(t, c.State())
		must(t, c.Close())
		file, err := os.ReadFile(c.path)
		must(t, err)
		must(t, os.WriteFile(filepath.Join("testdata", *freeze+".goldseam"), file, 0o644))
		must(t, os.WriteFile(filepath.Join("testdata", *freeze+".json"), state, 0o644))
	}
	names, err := filepath.Glob("testdata/*.goldseam")
	must(t, err)
	if len(names) == 0 {
		t.Fatal("there is no frozen journal")
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) { opensAsBefore(t, name) })
	}
}

func opensAsBefore(t *testing.T, name string) {
	file, err := os.ReadFile(name)
	must(t, err)
	want, err := os.ReadFile(name[:len(name)-len(".goldseam")] + ".json")
	must(t, err)
	path := filepath.Join(t.TempDir(), "frozen.goldseam")
	must(t, os.WriteFile(path, file, 0o600))
	j, err := Open(t.Context(), path, Options{Now: func() time.Time { return frozenAt }})
	must(t, err)
	defer j.Close()
	must(t, j.Unlock(t.Context(), First, passLater))
	must(t, j.Unlock(t.Context(), Second, passEli))
	found, err := j.Check(t.Context())
	if err != nil || len(found) > 0 {
		t.Errorf("faults %v, %v", found, err)
	}
	if got := stateJSON(t, j.State()); !bytes.Equal(got, want) {
		t.Errorf("it opens to another state:\n%s", got)
	}
	for p, words := range map[Partner]string{First: "Noor's own words, version one.", Second: "Eli's own words."} {
		must(t, j.TakeOver(p, map[Partner]string{First: "1203", Second: "4417"}[p]))
		if d := j.Drafts("own.plainly"); len(d) != 1 || !bytes.Equal(d[0].Answer, text(words)) {
			t.Errorf("own writing of %d: %v", p, d)
		}
	}
	must(t, j.TakeOver(First, "1203"))
	if sealed := j.CheckIns().Sealed; len(sealed) != 1 {
		t.Errorf("sealed check-ins: %v", sealed)
	}
	must(t, j.Living(t.Context(), true))
}

// TestFrozenHoldsEveryKind: what the methods can make is in the frozen journal of this release.
func TestFrozenHoldsEveryKind(t *testing.T) {
	b, err := os.ReadFile("testdata/v1.json")
	must(t, err)
	for kind := range rules {
		if !bytes.Contains(b, []byte(`"`+string(kind)+`"`)) {
			t.Errorf("%s is missing", kind)
		}
	}
}
