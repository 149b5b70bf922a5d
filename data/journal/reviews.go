package journal

import (
	"context"
	"strings"
	"unicode"
)

// reviewDays is when an agreement is looked at again, unless they choose a day:
// four weeks are long enough to have tried it.
const reviewDays = 28

// reviewed is the last time both looked at an agreement and kept it.
type reviewed struct {
	version int // the wording they kept
	next    Day
}

// ReviewDay is when the agreement is to be looked at again; empty for one that is
// not in force, and for temporary access, which ends by itself.
func (a Agreement) ReviewDay(today Day) Day {
	v, ok := a.InForce(today)
	switch {
	case !ok:
		return ""
	case a.reviewed.version == v.Number:
		return a.reviewed.next
	case v.Terms.Review != "":
		return v.Terms.Review
	case v.Terms.Kind == TemporaryAccess:
		return ""
	default:
		return v.From().Add(reviewDays)
	}
}

// KeepOn records that both looked at an agreement and keep it as it is, and when
// they look again: a day after today.
func (j *Journal) KeepOn(ctx context.Context, id string, next Day) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	today := DayOf(j.opt.Now())
	if !next.Valid() {
		return &Invalid{"Review", ProblemNotADate}
	}
	if next <= today {
		return &Invalid{"Review", ProblemPast}
	}
	a, ok := j.fold.state.Agreement(id)
	if !ok {
		return ErrUnknown
	}
	v, ok := a.InForce(today)
	if !ok {
		return ErrNotNow
	}
	_, err := j.appendEvent(ctx, together(KindReviewed, facts{Thing: id, Version: v.Number, Review: next}, words{}), nil)
	return err
}

// ruleReviewed: both keep the wording that is in force.
func ruleReviewed(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	v, ok := f.state.Agreements[i].InForce(DayOf(e.at))
	if !ok || v.Number != e.head.Facts.Version || !e.head.Facts.Review.Valid() {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) { a.reviewed = reviewed{version: v.Number, next: e.head.Facts.Review} })
	}, nil
}

// AccessPattern is what three renewals of temporary access can come to (promise 5).
type AccessPattern string

// The patterns that both are told of, kindly.
const (
	AccessFine     AccessPattern = ""
	AccessGrows    AccessPattern = "grows"     // scope or length only ever grew
	AccessOneGives AccessPattern = "one gives" // the same partner gave each time
)

// accessRenewals is after how many renewals the pattern is looked at.
const accessRenewals = 3

// AccessPattern looks at the last three renewals that both signed.
func (a Agreement) AccessPattern() AccessPattern {
	var signed []Terms
	for _, v := range a.Versions {
		if v.Both() && v.Terms.Kind == TemporaryAccess {
			signed = append(signed, v.Terms)
		}
	}
	if len(signed) <= accessRenewals {
		return AccessFine
	}
	signed = signed[len(signed)-accessRenewals-1:]
	if onlyGrew(signed, Terms.length) || onlyGrew(signed, Terms.scope) {
		return AccessGrows
	}
	for _, t := range signed[1:] {
		if t.Promises != signed[0].Promises {
			return AccessFine
		}
	}
	return AccessOneGives
}

// onlyGrew reports whether a measure rose at least once and never fell.
func onlyGrew(signed []Terms, measure func(t, before Terms) int) bool {
	grew := false
	for i, t := range signed[1:] {
		change := measure(t, signed[i])
		if change < 0 {
			return false
		}
		grew = grew || change > 0
	}
	return grew
}

// length tells by how many days longer than before access lasts.
func (t Terms) length(before Terms) int {
	return t.Start.Until(t.End) - before.Start.Until(before.End)
}

// scope tells whether words were only added to the scope (1), it is the same (0),
// or something was taken out of it (-1).
func (t Terms) scope(before Terms) int {
	now, then := wordsIn(t.Text), wordsIn(before.Text)
	left := then
	for _, word := range now {
		if len(left) > 0 && foldText(word) == foldText(left[0]) {
			left = left[1:]
		}
	}
	switch {
	case len(left) > 0:
		return -1
	case len(now) > len(then):
		return 1
	default:
		return 0
	}
}

// wordsIn gives the words of a text without what stands between them.
func wordsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
}
