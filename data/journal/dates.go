package journal

import (
	"cmp"
	"slices"
)

// DateKind says what a date ahead is for.
type DateKind string

// The dates that lie ahead.
const (
	DateSitting DateKind = "sitting"
	DateReview  DateKind = "review"
	DateEnds    DateKind = "ends" // temporary access
)

// Date is something shared that lies ahead, or is due.
type Date struct {
	Day   Day
	Kind  DateKind
	When  string // time of day, as they wrote it; may be empty
	Thing Thing
	Title string // of the agreement
}

// Dates gives what lies ahead on or after a day, soonest first: the next
// sitting, reviews, and the ends of temporary access.
func (s State) Dates(from Day) []Date {
	var dates []Date
	if n := len(s.Sittings); n > 0 && s.Sittings[n-1].Next.Valid() {
		dates = append(dates, Date{Day: s.Sittings[n-1].Next, Kind: DateSitting, When: s.Sittings[n-1].When})
	}
	for _, a := range s.Agreements {
		v, ok := a.InForce(from)
		if !ok || v.struckOut() {
			continue
		}
		thing := Thing{ThingAgreement, a.ID}
		if v.Terms.Kind == TemporaryAccess {
			dates = append(dates, Date{Day: v.Terms.End, Kind: DateEnds, Thing: thing, Title: v.Terms.Title})
		}
		if day := a.ReviewDay(from); day != "" {
			dates = append(dates, Date{Day: day, Kind: DateReview, Thing: thing, Title: v.Terms.Title})
		}
	}
	dates = slices.DeleteFunc(dates, func(d Date) bool { return d.Kind != DateReview && d.Day < from })
	slices.SortStableFunc(dates, func(a, b Date) int { return cmp.Compare(a.Day, b.Day) })
	return dates
}
