package journal

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"testing"

	"goldseam.app/data/vault"
)

// insider is the first partner with a debugger: the journal key and their own
// seed are theirs to use, the rules of the program are not in their way.
type insider struct {
	*couple
	seed vault.Seed
	sigs map[int]*vault.Seed // who "signs" the next event
}

func newInsider(t *testing.T) *insider {
	c, _ := place(t)
	c.reopen(t, First)
	in := &insider{couple: c, seed: c.here[0].seed}
	in.sigs = map[int]*vault.Seed{1: &in.seed, 2: &in.seed}
	return in
}

// forge writes an event past every rule, with a tip and a state that fit it.
func (in *insider) forge(t *testing.T, h head, w words) entry {
	t.Helper()
	ctx := context.Background()
	e := entry{head: h, words: w}
	row, err := in.seal(&e, in.sigs)
	must(t, err)
	next := in.last
	next.Number, next.OnIt, next.Hash = e.seq, e.head.Number, e.hash[:]
	must(t, inTx(ctx, in.db, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.Exec("INSERT INTO event VALUES (?, ?, ?, ?)", row.seq, row.id, row.head, row.body); err != nil {
			return err
		}
		return in.writeTip(ctx, tx, next)
	}))
	in.last = next
	in.keepState()
	return e
}

// wantFound: after opening, Verify or Check names the event, and it is not in the state.
func (in *insider) wantFound(t *testing.T, number int64) {
	t.Helper()
	in.reopen(t, First, Second)
	found, err := in.Verify(t.Context())
	must(t, err)
	in.wantNamed(t, found, number)
	found, err = in.Check(t.Context())
	must(t, err)
	in.wantNamed(t, found, number)
	if slices.ContainsFunc(in.State().Moments, func(m Moment) bool { return m.Number == number }) {
		t.Errorf("the forged event %d is in the state", number)
	}
	if !in.ReadOnly() {
		t.Error("can still be written")
	}
}

// proposal makes a proposal of the first partner's own, by the rules.
func (in *insider) proposal(t *testing.T) (Agreement, []byte) {
	t.Helper()
	id, err := in.Propose(t.Context(), Terms{Kind: Plain, Title: "My way", Text: "As I say."})
	must(t, err)
	a, _ := in.State().Agreement(id)
	hash := in.fold.hashes[a.Latest().Event]
	return a, hash[:]
}

func TestInsiderSignsForTheOther(t *testing.T) {
	in := newInsider(t)
	a, wording := in.proposal(t)
	signed := head{Kind: KindSigned, Authors: []Partner{Second}, Facts: facts{Thing: a.ID, Version: 1, Wording: wording}}
	_, err := in.appendEvent(t.Context(), entry{head: signed}, nil)
	wantErr(t, err, ErrNotPresent)
	e := in.forge(t, signed, words{})
	in.wantFound(t, e.seq)
	if a, _ := in.State().Agreement(a.ID); a.State(in.Today()) != StateProposed {
		t.Errorf("with a forged signature it is %s", a.State(in.Today()))
	}
}

func TestInsiderSignsInBothNames(t *testing.T) {
	in := newInsider(t)
	_, err := in.appendEvent(t.Context(), together(KindStepClosed, facts{Step: "own"}, words{}), nil)
	wantErr(t, err, ErrNotPresent)
	e := in.forge(t, head{Kind: KindStepClosed, Authors: []Partner{First, Second}, Facts: facts{Step: "own"}}, words{})
	in.wantFound(t, e.seq)
}

func TestInsiderCopiesASignature(t *testing.T) {
	in := newInsider(t)
	a, wording := in.proposal(t)
	e := in.forge(t, head{Kind: KindSigned, Authors: []Partner{Second}, Facts: facts{Thing: a.ID, Version: 1, Wording: wording}}, words{})
	var old *entry
	for _, m := range in.State().Moments {
		if m.Kind == KindSigned && m.By == Second {
			row := sealedEvent{seq: m.Number, id: m.Event, head: one[[]byte](t, in.db, "SELECT head FROM event WHERE seq = ?", m.Number)}
			var err error
			old, err = openHead(in.key, in.id, row)
			must(t, err)
		}
	}
	sealed := vault.Seal(in.key, headBind(in.id, e.id), packHead(e.raw, map[int][]byte{2: old.sigs[2]}))
	run(t, in.db, "UPDATE event SET head = ? WHERE seq = ?", sealed, e.seq)
	in.wantFound(t, e.seq)
}

func TestInsiderOpensAlone(t *testing.T) {
	in := newInsider(t)
	must(t, in.Finish(t.Context(), "own.plainly"))
	_, err := in.OpenTogether(t.Context(), plainOpening("own.plainly"))
	wantErr(t, err, ErrNotBoth)
	opened := head{Kind: KindOpened, Authors: []Partner{First}, Facts: facts{Exercise: "own.plainly"}}
	_, err = in.appendEvent(t.Context(), entry{head: opened}, nil)
	wantErr(t, err, ErrNotBoth)
	e := in.forge(t, opened, words{})
	in.wantFound(t, e.seq)
}

// TestInsiderForgesFinished: a mark says "finished", but the other's own row decides.
func TestInsiderForgesFinished(t *testing.T) {
	in := newInsider(t)
	must(t, in.Finish(t.Context(), "own.plainly"))
	for id, m := range in.marks {
		if m.Owner != Second || m.Exercise != "" {
			continue
		}
		m.Exercise = "own.plainly"
		run(t, in.db, "UPDATE private SET mark = ? WHERE id = ?", vault.Seal(in.key, in.markBind(id), mustJSON(m)), id)
	}
	in.reopen(t, First, Second)
	wantFault(t, in.Faults(), Fault{0, placePrivate, whatDiffers})
	_, err := in.OpenTogether(t.Context(), plainOpening("own.plainly"))
	wantErr(t, err, ErrNotFinished)
}

// TestInsiderSharesForTheOther: only the writer gives away own writing.
func TestInsiderSharesForTheOther(t *testing.T) {
	in := newInsider(t)
	in.reopen(t, First, Second)
	in.letter(t, Second, "I am not ready to say this.")
	in.reopen(t, First)
	_, err := in.Share(t.Context(), plainOpening("before.here"), "letter")
	wantErr(t, err, ErrUnknown)
	part := OpenedPart{Part: "letter", Words: [2]string{"", "I am fine."}, Answers: [2]json.RawMessage{nil, text("I am fine.")}}
	said := words{Title: "A letter", Parts: []OpenedPart{part}}
	shared := head{Kind: KindShared, Authors: []Partner{Second}, Facts: facts{Exercise: "before.here"}}
	_, err = in.appendEvent(t.Context(), entry{head: shared, words: said}, nil)
	wantErr(t, err, ErrNotPresent)
	e := in.forge(t, shared, said)
	in.wantFound(t, e.seq)
	in.wantNotShared(t, e.id)
	in.hold(t, Second)
	if d := in.Drafts("before.here"); len(d) != 1 || !bytes.Equal(d[0].Answer, text("I am not ready to say this.")) {
		t.Errorf("the other's letter: %+v", d)
	}
}

// TestInsiderSharesInBothNames: what one shared is one's own, not both's.
func TestInsiderSharesInBothNames(t *testing.T) {
	in := newInsider(t)
	said := words{Parts: []OpenedPart{{Part: "letter", Words: [2]string{"So we say.", ""}}}}
	e := in.forge(t, head{Kind: KindShared, Authors: []Partner{First, Second}}, said)
	in.wantFound(t, e.seq)
	in.wantNotShared(t, e.id)
}

// TestInsiderPutsWordsInTheOthersMouth: what one shares has nothing on the other's side.
func TestInsiderPutsWordsInTheOthersMouth(t *testing.T) {
	mine := OpenedPart{Part: "letter", Words: [2]string{"Mine.", ""}, Answers: [2]json.RawMessage{text("Mine."), nil}}
	for name, put := range map[string]func(*OpenedPart){
		"words":  func(p *OpenedPart) { p.Words[1] = "I forgive everything." },
		"answer": func(p *OpenedPart) { p.Answers[1] = text("I forgive everything.") },
		"prompt": func(p *OpenedPart) { p.Prompts[1] = "What do you forgive?" },
		"day":    func(p *OpenedPart) { p.Days[1] = "2026-09-01" },
	} {
		t.Run(name, func(t *testing.T) {
			in := newInsider(t)
			theirs := mine
			put(&theirs)
			said := words{Title: "A letter", Parts: []OpenedPart{mine, theirs}}
			shared := head{Kind: KindShared, Authors: []Partner{First}, Facts: facts{Exercise: "before.here"}}
			_, err := in.appendEvent(t.Context(), entry{head: shared, words: said}, nil)
			wantErr(t, err, ErrNotYours)
			e := in.forge(t, shared, said)
			in.wantFound(t, e.seq)
			wantFault(t, in.Faults(), Fault{e.seq, placeEvent, whatRule})
			in.wantNotShared(t, e.id)
		})
	}
}

func (in *insider) wantNotShared(t *testing.T, event string) {
	t.Helper()
	if r, ok := in.State().Reflection(event); ok {
		t.Errorf("the forged words are shown: %+v", r)
	}
}

// TestInsiderTakesBackForTheOther: only the writer takes back what was shared.
func TestInsiderTakesBackForTheOther(t *testing.T) {
	in := newInsider(t)
	in.reopen(t, First, Second)
	in.letter(t, Second, "I told you.")
	r, err := in.Share(t.Context(), plainOpening("before.here"), "letter")
	must(t, err)
	in.reopen(t, First)
	wantErr(t, in.TakeBackEvent(t.Context(), r.ID), ErrNotYours)
	e := in.forge(t, head{Kind: KindTakenBack, Authors: []Partner{First}, Facts: facts{Event: r.ID}}, words{})
	in.wantFound(t, e.seq)
	next := in.forge(t, head{Kind: KindTakenBack, Authors: []Partner{Second}, Facts: facts{Event: r.ID}}, words{})
	in.wantFound(t, next.seq)
	if r, _ := in.State().Reflection(r.ID); r.TakenBack || r.Parts[0].Words[1] != "I told you." {
		t.Errorf("what the other shared is now %+v", r)
	}
}

// TestInsiderIsReadyForTheOther: a mark says "ready", but the other's own row decides.
func TestInsiderIsReadyForTheOther(t *testing.T) {
	in := newInsider(t)
	in.reopen(t, First, Second)
	for _, step := range Steps()[1:5] {
		in.clock.days(1)
		in.closeStep(t, step)
	}
	in.clock.days(1)
	in.says(t, Second, "repair", true)
	in.says(t, Second, "repair", false)
	in.says(t, First, "repair", true)
	for id, m := range in.marks {
		if m.Owner == Second {
			m.Exercise = readyExercise("repair")
			run(t, in.db, "UPDATE private SET mark = ? WHERE id = ?", vault.Seal(in.key, in.markBind(id), mustJSON(m)), id)
		}
	}
	in.reopen(t, First, Second)
	wantFault(t, in.Faults(), Fault{0, placePrivate, whatDiffers})
	wantErr(t, in.StepOpen("repair"), ErrNotReady)
}

func TestInsiderChangesABoundary(t *testing.T) {
	in := newInsider(t)
	in.reopen(t, First, Second)
	id, err := in.SetBoundary(t.Context(), "Eli's own", "I sleep at home.")
	must(t, err)
	in.hold(t, First)
	wantErr(t, in.ChangeBoundary(t.Context(), id, "Softer", "Not always."), ErrNotYours)
	wantErr(t, in.EndBoundary(t.Context(), id), ErrNotYours)
	for _, h := range []head{
		{Kind: KindSet, Authors: []Partner{First}, Facts: facts{Thing: id, Version: 2}},
		{Kind: KindSet, Authors: []Partner{First, Second}, Facts: facts{Thing: id, Version: 2}},
		{Kind: KindEnded, Authors: []Partner{First}, Facts: facts{Thing: id, Version: 1}},
		{Kind: KindProposed, Authors: []Partner{First}, Facts: facts{Thing: id, Version: 1, Kind: Plain}},
	} {
		if _, err := in.appendEvent(t.Context(), entry{head: h}, nil); err == nil {
			t.Errorf("%s by %v was let in", h.Kind, h.Authors)
		}
	}
	e := in.forge(t, head{Kind: KindSet, Authors: []Partner{Second}, Facts: facts{Thing: id, Version: 2}}, words{Title: "Softer"})
	in.wantFound(t, e.seq)
	if b, _ := in.State().Boundary(id); b.Latest().Title != "Eli's own" {
		t.Errorf("the boundary now reads %q", b.Latest().Title)
	}
}

func TestInsiderForgesAKey(t *testing.T) {
	in := newInsider(t)
	fresh := vault.NewSeed()
	public := fresh.Public()
	in.sigs = map[int]*vault.Seed{2: &in.seed, 4: &fresh}
	e := in.forge(t, head{Kind: KindRekeyed, Authors: []Partner{Second}, Facts: facts{Partner: Second, Key: public[:]}}, words{})
	in.sigs = map[int]*vault.Seed{2: &fresh}
	next := in.forge(t, head{Kind: KindLiving, Authors: []Partner{Second}, Facts: facts{Apart: true}}, words{})
	in.wantFound(t, e.seq)
	in.wantFound(t, next.seq)
}

// TestInsiderRenamesAKey: a change of keys in one's own name can't be about the other's.
func TestInsiderRenamesAKey(t *testing.T) {
	in := newInsider(t)
	fresh := vault.NewSeed()
	public := fresh.Public()
	in.sigs = map[int]*vault.Seed{1: &in.seed, 3: &fresh, 4: &fresh}
	e := in.forge(t, head{Kind: KindRekeyed, Authors: []Partner{First}, Facts: facts{Partner: Second, Key: public[:]}}, words{})
	in.wantFound(t, e.seq)
}

// TestInsiderTrustsForTheOther: one partner's checkpoint counts for that partner alone.
func TestInsiderTrustsForTheOther(t *testing.T) {
	in := newInsider(t)
	e := in.forge(t, head{Kind: KindLiving, Authors: []Partner{Second}, Facts: facts{Apart: true}}, words{})
	run(t, in.db, "INSERT OR REPLACE INTO checkpoint VALUES (1, ?)",
		vault.Seal(&in.here[0].key, in.checkpointBind(First), mustJSON(reached{Number: e.seq, Hash: e.hash[:]})))
	in.wantFound(t, e.seq)
}

func TestInsiderReorders(t *testing.T) {
	in := newInsider(t)
	a := in.forge(t, head{Kind: KindLiving, Authors: []Partner{First}, Facts: facts{Apart: true}}, words{})
	b := in.forge(t, head{Kind: KindLiving, Authors: []Partner{First}}, words{})
	run(t, in.db, "UPDATE event SET seq = -1 WHERE seq = ?", a.seq)
	run(t, in.db, "UPDATE event SET seq = ? WHERE seq = ?", a.seq, b.seq)
	run(t, in.db, "UPDATE event SET seq = ? WHERE seq = -1", b.seq)
	in.reopen(t, First, Second)
	found, err := in.Check(t.Context())
	must(t, err)
	wantFault(t, found, Fault{a.seq, placeEvent, whatOrder})
	wantFault(t, found, Fault{b.seq, placeEvent, whatOrder})
}

// TestInsiderReadsNothing: no key of the first partner opens a row of the second.
func TestInsiderReadsNothing(t *testing.T) {
	in := newInsider(t)
	keys := []*vault.Key{in.key, &in.here[0].key, (*vault.Key)(&in.seed), {}}
	tried := 0
	for id, m := range in.marks {
		if m.Owner != Second {
			continue
		}
		sealed := one[[]byte](t, in.db, "SELECT sealed FROM private WHERE id = ?", id)
		for _, key := range keys {
			if _, err := vault.Open(key, in.ownBind(id), sealed); err == nil {
				t.Error("opened")
			}
			tried++
		}
		if bytes.Contains(mustJSON(m), []byte("own.plainly")) {
			t.Error("the mark of unfinished writing names its exercise")
		}
	}
	ring := one[[]byte](t, in.db, "SELECT sealed FROM keyring WHERE partner = 2")
	for _, key := range keys {
		if _, err := vault.Open(key, in.keyringBind(Second), ring); err == nil {
			t.Error("the other's keyring opened")
		}
	}
	if tried < 8 {
		t.Errorf("only %d tries", tried)
	}
}
