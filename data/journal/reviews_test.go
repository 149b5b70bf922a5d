package journal

import (
	"testing"
	"time"
)

func TestReviewDays(t *testing.T) {
	c := newCouple(t)
	today := c.Today()
	plain := Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays."}
	later, chosen, bodies, access, looked := plain, plain, plain, accessTerms(today, 30), accessTerms(today, 30)
	later.Start, chosen.Review, bodies.Bodies, looked.Review = today.Add(3), today.Add(10), true, today.Add(12)
	for name, x := range map[string]struct {
		terms Terms
		on    Day // asked on that day
		want  Day
	}{
		"four weeks after it began":        {plain, today, today.Add(28)},
		"over, and still due":              {plain, today.Add(99), today.Add(28)},
		"before it began":                  {later, today, ""},
		"after a later start":              {later, today.Add(3), today.Add(31)},
		"on the day they chose":            {chosen, today, today.Add(10)},
		"a day later, for one that cools":  {bodies, today.Add(1), today.Add(29)},
		"never, for access":                {access, today.Add(1), ""},
		"unless they chose one for access": {looked, today.Add(1), today.Add(12)},
		"not once access is over":          {looked, today.Add(31), ""},
	} {
		a := c.agreement(t, c.bothSign(t, x.terms))
		if got := a.ReviewDay(x.on); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
	waits, err := c.Propose(t.Context(), plain)
	must(t, err)
	if got := c.agreement(t, waits).ReviewDay(today); got != "" {
		t.Errorf("to be looked at before it is signed: %s", got)
	}
}

// TestKeepOn: both keep the wording in force, and look again on a day after today.
func TestKeepOn(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	terms := Terms{Kind: Plain, Title: "Home by ten", Text: "On weekdays."}
	id := c.bothSign(t, terms)
	c.clock.days(28)
	next := c.Today().Add(56)
	wantErr(t, c.KeepOn(ctx, "nothing", next), ErrUnknown)
	wantInvalid(t, c.KeepOn(ctx, id, ""), "Review", ProblemNotADate)
	wantInvalid(t, c.KeepOn(ctx, id, "2027-02-30"), "Review", ProblemNotADate)
	wantInvalid(t, c.KeepOn(ctx, id, c.Today()), "Review", ProblemPast)
	for _, p := range []Partner{First, Second} {
		c.reopen(t, p)
		wantErr(t, c.KeepOn(ctx, id, next), ErrNotBoth)
	}
	c.comeAgain(t)
	must(t, c.KeepOn(ctx, id, next))
	must(t, c.KeepOn(ctx, id, next.Add(1)))
	c.comeAgain(t)
	if got := c.agreement(t, id).ReviewDay(c.Today()); got != next.Add(1) {
		t.Errorf("review on %s", got)
	}
	terms.Title = "Home by nine"
	must(t, c.Change(ctx, id, terms))
	if got := c.agreement(t, id).ReviewDay(c.Today()); got != next.Add(1) {
		t.Errorf("with a change that waits: %s", got)
	}
	c.hold(t, First)
	must(t, c.Sign(ctx, id))
	if got := c.agreement(t, id).ReviewDay(c.Today()); got != c.Today().Add(28) {
		t.Errorf("with a new wording: %s", got)
	}
	must(t, c.Leave(ctx, id, ""))
	wantErr(t, c.KeepOn(ctx, id, next), ErrNotNow)
}

func TestAccessPattern(t *testing.T) {
	type version struct {
		gives Partner
		days  int
		scope string
	}
	phone := func(p Partner, days ...int) (all []version) {
		for _, n := range days {
			all = append(all, version{p, n, "Messages in the evening"})
		}
		return all
	}
	scopes := func(all ...string) (versions []version) {
		for i, s := range all {
			versions = append(versions, version{Partner(i%2 + 1), 30, s})
		}
		return versions
	}
	for name, x := range map[string]struct {
		versions []version
		want     AccessPattern
	}{
		"two renewals that grew":           {phone(First, 10, 20, 30), AccessFine},
		"only the length grew":             {phone(First, 10, 10, 10, 11), AccessGrows},
		"the length grew, with all giving": {append(phone(First, 10, 20), phone(Second, 30, 40)...), AccessGrows},
		"shrank once":                      {phone(First, 10, 20, 19, 30), AccessOneGives},
		"the same each time":               {phone(First, 10, 10, 10, 10), AccessOneGives},
		"shrank, and changed hands":        {append(phone(First, 30, 20), phone(Second, 10, 5)...), AccessFine},
		"the same, and changed hands":      {append(phone(First, 30, 30, 30), phone(Second, 30)...), AccessFine},
		"grew long ago":                    {append(phone(First, 1), phone(First, 30, 30, 30, 30)...), AccessOneGives},
		"only the scope grew, with commas": {scopes("Messages", "Messages", "messages, and calls", "Messages, and calls."), AccessGrows},
		"words were added":                 {scopes("Messages", "Messages calls", "messages new CALLS", "Messages new calls"), AccessGrows},
		"words were taken out once":        {scopes("Messages", "Messages calls", "Messages", "Messages calls"), AccessFine},
		"other words":                      {scopes("Messages", "Calls and mail", "Calls and mail", "Calls and mail"), AccessFine},
		"shorter, with more words":         {[]version{{First, 30, "A"}, {First, 20, "A B"}, {First, 10, "A B"}, {First, 5, "A B C"}}, AccessGrows},
	} {
		a := Agreement{ID: "phone"}
		now := time.Date(2026, 1, 1, 20, 0, 0, 0, time.UTC)
		for i, v := range x.versions {
			start := DayOf(now).Add(1)
			terms := Terms{Kind: TemporaryAccess, Promises: v.gives, Text: v.scope, Start: start, End: start.Add(v.days)}
			a.Versions = append(a.Versions,
				Version{Number: 2*i + 1, Terms: terms, Signed: [2]time.Time{now, now}},
				Version{Number: 2*i + 2, Terms: Terms{Kind: TemporaryAccess, End: start.Add(90)}, Closed: now}) // never signed by both
			now = now.AddDate(0, 0, v.days)
		}
		if got := a.AccessPattern(); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}

// TestAccessPatternOfARealOne: as the two would come to it.
func TestAccessPatternOfARealOne(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	id := c.bothSign(t, accessTerms(c.Today(), 10))
	for renewed := range 3 {
		if got := c.agreement(t, id).AccessPattern(); got != AccessFine {
			t.Errorf("after %d renewals: %q", renewed, got)
		}
		c.clock.days(10)
		c.comeAgain(t)
		must(t, c.Change(ctx, id, accessTerms(c.Today(), 10+renewed)))
		c.hold(t, First)
		must(t, c.Sign(ctx, id))
	}
	if got := c.agreement(t, id).AccessPattern(); got != AccessGrows {
		t.Errorf("after three renewals: %q", got)
	}
}
