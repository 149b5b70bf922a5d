package journal

import (
	"slices"
	"testing"
)

// TestDates: what lies ahead, soonest first, and reviews that are due.
func TestDates(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	today := c.Today()
	if got := c.State().Dates(today); len(got) > 0 {
		t.Errorf("dates of an empty journal: %v", got)
	}
	must(t, c.CloseSitting(ctx, [2]string{}, today.Add(3), "19:00", ""))
	must(t, c.CloseSitting(ctx, [2]string{}, today.Add(7), "20:00", ""))
	plain := c.bothSign(t, Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays."})
	phone := c.bothSign(t, accessTerms(today, 10))
	left := c.bothSign(t, Terms{Kind: Plain, Title: "Lantern", Text: "Both stop."})
	must(t, c.Leave(ctx, left, ""))
	must(t, c.Strike(ctx, c.agreement(t, left).Versions[0].Event))
	_, err := c.Propose(ctx, Terms{Kind: Plain, Title: "Not signed", Text: "Yet."})
	must(t, err)
	c.comeAgain(t)
	sitting := Date{Day: today.Add(7), Kind: DateSitting, When: "20:00"}
	ends := Date{Day: today.Add(10), Kind: DateEnds, Thing: Thing{ThingAgreement, phone}, Title: "Noor's phone on the table"}
	review := Date{Day: today.Add(28), Kind: DateReview, Thing: Thing{ThingAgreement, plain}, Title: "Home by ten"}
	for from, want := range map[int][]Date{0: {sitting, review}, 1: {sitting, ends, review}, 7: {sitting, ends, review}, 8: {ends, review}, 10: {ends, review}, 11: {review}, 99: {review}} {
		if got := c.State().Dates(today.Add(from)); !slices.Equal(got, want) {
			t.Errorf("from day %d: %+v, want %+v", from, got, want)
		}
	}
	must(t, c.KeepOn(ctx, plain, today.Add(5)))
	if got := c.State().Dates(today.Add(1)); len(got) != 3 || got[0].Kind != DateReview || got[0].Day != today.Add(5) {
		t.Errorf("after a review: %+v", got)
	}
	must(t, c.CloseSitting(ctx, [2]string{}, "", "", ""))
	if got := c.State().Dates(today.Add(1)); len(got) != 2 {
		t.Errorf("a sitting that was closed without a date: %+v", got)
	}
}
