package journal

import (
	"context"
	"slices"
	"strings"
)

// maxAccessDays is how long temporary access may last (promise 5).
const maxAccessDays = 90

// Check says what keeps t from being proposed: an *Invalid that names the field.
func (t Terms) Check(today Day) error {
	switch t.Kind {
	case Plain, TemporaryAccess, Ritual, Goal:
	default:
		return &Invalid{"Kind", ProblemUnknown}
	}
	if err := checkLine("Title", t.Title, maxTitle); err != nil {
		return err
	}
	if !hasInk(t.Text) {
		return &Invalid{"Text", ProblemEmpty}
	}
	if err := checkOptional("Text", t.Text, maxText); err != nil {
		return err
	}
	if err := checkOptional("Why", t.Why, maxText); err != nil {
		return err
	}
	if t.Promises != Nobody && !t.Promises.valid() {
		return &Invalid{"Promises", ProblemUnknown}
	}
	if err := t.checkRhythm(); err != nil {
		return err
	}
	if err := t.checkDays(today); err != nil {
		return err
	}
	return t.checkAccess(today)
}

func (t Terms) checkDays(today Day) error {
	for _, f := range []struct {
		field string
		day   Day
	}{{"Start", t.Start}, {"Review", t.Review}, {"End", t.End}} {
		if f.day != "" && !f.day.Valid() {
			return &Invalid{f.field, ProblemNotADate}
		}
	}
	start := max(t.Start, today)
	switch {
	case t.Start != "" && t.Start < today:
		return &Invalid{"Start", ProblemPast}
	case t.Review != "" && t.Review < start:
		return &Invalid{"Review", ProblemOrder}
	case t.End != "" && t.End < start:
		return &Invalid{"End", ProblemOrder}
	}
	return nil
}

// checkAccess: temporary access has one who gives it, a purpose, a start and an end.
func (t Terms) checkAccess(today Day) error {
	if t.Kind != TemporaryAccess {
		return nil
	}
	switch {
	case !t.Promises.valid():
		return &Invalid{"Promises", ProblemOneOfTwo}
	case !hasInk(t.Why):
		return &Invalid{"Why", ProblemEmpty}
	case t.End == "":
		return &Invalid{"End", ProblemNoEnd}
	case max(t.Start, today).Until(t.End) > maxAccessDays:
		return &Invalid{"End", ProblemTooFar}
	}
	return nil
}

// Propose makes a new agreement's first wording, signed by the holder, and
// returns its id. What was declined under the same title is brought back as its
// next version, or gives ErrResting while it rests.
func (j *Journal) Propose(ctx context.Context, t Terms) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return "", err
	}
	if err := t.Check(DayOf(j.opt.Now())); err != nil {
		return "", err
	}
	if a, ok := j.declinedAs(t.Title); ok {
		return a.ID, j.changeTerms(ctx, p, a, t)
	}
	id := newID()
	return id, j.proposeVersion(ctx, p, id, 1, t)
}

// declinedAs finds what was declined under a title and not agreed on since. To
// propose it anew brings it back, so that a second no is known as one.
func (j *Journal) declinedAs(title string) (Agreement, bool) {
	for _, a := range slices.Backward(j.fold.state.Agreements) {
		if a.rest.declined != Nobody && a.LeftBy == Nobody && foldText(a.Latest().Terms.Title) == foldText(title) {
			return a, true
		}
	}
	return Agreement{}, false
}

func (j *Journal) proposeVersion(ctx context.Context, p Partner, id string, number int, t Terms) error {
	start := t.Start
	if t.Kind == TemporaryAccess {
		start = max(start, DayOf(j.opt.Now()).Add(1)) // the next day at the earliest (promise 3)
		t.End = max(t.End, start)
	}
	e := entry{
		head: head{Kind: KindProposed, Authors: []Partner{p}, Facts: facts{
			Thing: id, Version: number, Kind: t.Kind, Promises: t.Promises, Start: start, Review: t.Review,
			End: t.End, Bodies: t.Bodies, Exercise: t.Exercise, Rhythm: t.Rhythm, On: t.On,
		}},
		words: words{
			Title: strings.TrimSpace(t.Title), Text: strings.TrimSpace(t.Text), Why: strings.TrimSpace(t.Why),
			Steps: slices.Clone(t.Steps),
		},
	}
	_, err := j.appendEvent(ctx, e, nil)
	return err
}

// Change proposes a new wording of an agreement, signed by the holder. The old
// one stays in force until both have signed the new one.
func (j *Journal) Change(ctx context.Context, id string, t Terms) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := t.Check(DayOf(j.opt.Now())); err != nil {
		return err
	}
	i, err := j.fold.find(id)
	if err != nil {
		return err
	}
	return j.changeTerms(ctx, p, j.fold.state.Agreements[i], t)
}

func (j *Journal) changeTerms(ctx context.Context, p Partner, a Agreement, t Terms) error {
	if !a.mayChange(p, DayOf(j.opt.Now())) {
		return ErrResting
	}
	return j.proposeVersion(ctx, p, a.ID, a.Latest().Number+1, t)
}

// MayBringBack says whether the holder may propose again what was declined, and
// otherwise from which day; an empty day means that it waits for the other.
func (j *Journal) MayBringBack(id string) (bool, Day) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return false, ""
	}
	a, ok := j.fold.state.Agreement(id)
	if !ok || a.mayChange(p, DayOf(j.opt.Now())) {
		return ok, ""
	}
	if a.rest.again {
		return false, ""
	}
	return false, a.rest.until
}

// aboutAgreement appends an event of the holder about one agreement.
func (j *Journal) aboutAgreement(ctx context.Context, kind EventKind, id string, fill func(Agreement, *facts)) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	i, err := j.fold.find(id)
	if err != nil {
		return err
	}
	a := j.fold.state.Agreements[i]
	f := facts{Thing: id, Version: a.Latest().Number}
	fill(a, &f)
	_, err = j.appendEvent(ctx, entry{head: head{Kind: kind, Authors: []Partner{p}, Facts: f}}, nil)
	return err
}

// Sign signs the version that waits, for the holder. It names the hash of the
// event that holds the wording.
func (j *Journal) Sign(ctx context.Context, id string) error {
	return j.aboutAgreement(ctx, KindSigned, id, func(a Agreement, f *facts) {
		hash := j.fold.hashes[a.Latest().Event]
		f.Wording = hash[:]
	})
}

// Unsign takes the holder's signature back, as long as temporary access or
// anything about bodies has not taken effect.
func (j *Journal) Unsign(ctx context.Context, id string) error {
	return j.aboutAgreement(ctx, KindUnsigned, id, func(Agreement, *facts) {})
}

// Decline says no to the version that waits, without a reason.
func (j *Journal) Decline(ctx context.Context, id string) error {
	return j.aboutAgreement(ctx, KindDeclined, id, func(Agreement, *facts) {})
}

// Withdraw takes the holder's own proposal back.
func (j *Journal) Withdraw(ctx context.Context, id string) error {
	return j.aboutAgreement(ctx, KindWithdrawn, id, func(Agreement, *facts) {})
}

// Leave ends an agreement for the holder, at once and without a reason. said is
// the day it was said aloud or written; empty means today.
func (j *Journal) Leave(ctx context.Context, id string, said Day) error {
	today := j.Today()
	if said == "" {
		said = today
	}
	if !said.Valid() {
		return &Invalid{"Said", ProblemNotADate}
	}
	if said > today {
		return &Invalid{"Said", ProblemTooFuture}
	}
	return j.aboutAgreement(ctx, KindLeft, id, func(_ Agreement, f *facts) { f.Day = said })
}

// lapse records, by whoever came first, each agreement whose last day is over.
func (j *Journal) lapse(ctx context.Context) error {
	here := j.present()
	today := DayOf(j.opt.Now())
	for _, a := range j.fold.state.Agreements {
		v, over := a.lastOver(today)
		if !over {
			continue
		}
		f := facts{Thing: a.ID, Version: v.Number, Day: v.Terms.End}
		e := entry{head: head{Kind: KindLapsed, Authors: here[:1], Facts: f}}
		if _, err := j.appendEvent(ctx, e, nil); err != nil {
			return err
		}
	}
	return nil
}

// lastOver gives the version that counted last, when its last day is over and
// that is not yet recorded. A newer wording that is not signed, or not begun,
// changes nothing in it.
func (a Agreement) lastOver(today Day) (Version, bool) {
	if a.LeftBy != Nobody {
		return Version{}, false
	}
	for _, v := range slices.Backward(a.Versions) {
		if v.Both() && v.From() <= today {
			return v, v.Number > a.lapsed && v.Terms.End != "" && v.Terms.End < today
		}
	}
	return Version{}, false
}
