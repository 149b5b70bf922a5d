package journal

import (
	"slices"
	"time"
)

// rest is how long a declined proposal lies still (promise 3): fourteen days
// after the first no; after a second, until the one who declined brings it back.
type rest struct {
	until    Day
	again    bool
	declined Partner
}

// restDays is how long a declined proposal rests.
const restDays = 14

// find gives the place of an agreement in the state.
func (f *fold) find(id string) (int, error) {
	i, ok := f.places[id]
	if !ok || i >= len(f.state.Agreements) || f.state.Agreements[i].ID != id {
		return 0, ErrUnknown
	}
	return i, nil
}

// taken reports whether an id belongs to an agreement or boundary already.
func (f *fold) taken(id string) bool {
	_, ok := f.places[id]
	return ok
}

// change replaces one agreement by a changed copy.
func (f *fold) change(i int, edit func(*Agreement)) {
	f.state.Agreements = own(&f.handed.agreements, f.state.Agreements, slices.Clone)
	a := &f.state.Agreements[i]
	a.Versions = slices.Clone(a.Versions)
	edit(a)
}

func (e *entry) terms() Terms {
	h := e.head.Facts
	return Terms{
		Kind: h.Kind, Title: e.words.Title, Text: e.words.Text, Why: e.words.Why, Promises: h.Promises,
		Start: h.Start, Review: h.Review, End: h.End, Bodies: h.Bodies, Exercise: h.Exercise,
		Rhythm: h.Rhythm, On: h.On, Steps: e.words.Steps,
	}
}

// ruleProposed adds a wording, signed by the one who proposes it.
func ruleProposed(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	if e.head.Facts.Kind == TemporaryAccess && !validAccess(e.head.Facts) {
		return nil, ErrNotNow
	}
	v := Version{Number: e.head.Facts.Version, Terms: e.terms(), By: by, Proposed: e.at, Event: e.id}
	v.Signed[by.index()] = e.at
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		if v.Number != 1 || f.taken(e.head.Facts.Thing) {
			return nil, ErrUnknown
		}
		return func() {
			f.places[e.head.Facts.Thing] = len(f.state.Agreements)
			f.state.Agreements = append(f.state.Agreements,
				Agreement{ID: e.head.Facts.Thing, Versions: []Version{v}, Struck: e.struck})
		}, nil
	}
	a := f.state.Agreements[i]
	if v.Number != a.Latest().Number+1 || a.LeftBy != Nobody || !a.mayChange(by, DayOf(e.at)) {
		return nil, ErrNotNow
	}
	return func() { f.change(i, func(a *Agreement) { a.addVersion(v, e.at, e.struck) }) }, nil
}

// validAccess: access by one partner that ends, at most 90 days after it starts (promise 5).
func validAccess(h facts) bool {
	return h.Promises.valid() && h.End.Valid() && h.Start.Valid() && h.Start <= h.End && h.Start.Until(h.End) <= maxAccessDays
}

func (a *Agreement) addVersion(v Version, at time.Time, struck bool) {
	last := &a.Versions[len(a.Versions)-1]
	if last.Closed.IsZero() && !last.Both() {
		last.Closed = at
	}
	a.Versions = append(a.Versions, v)
	a.Struck = a.Struck || struck
	a.rest.until = ""
}

// mayChange reports whether by may propose a new wording on that day.
func (a Agreement) mayChange(by Partner, today Day) bool {
	if a.rest.declined == Nobody || a.Latest().Both() {
		return true
	}
	if by == a.rest.declined {
		return true
	}
	return !a.rest.again && today >= a.rest.until
}

// pendingOf finds the open version that an event names, and checks the hash of its wording.
func (f *fold) pendingOf(e *entry) (int, Version, error) {
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return 0, Version{}, err
	}
	v, ok := f.state.Agreements[i].Pending()
	if !ok || v.Number != e.head.Facts.Version {
		return 0, Version{}, ErrNotNow
	}
	return i, v, nil
}

func ruleSigned(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	i, v, err := f.pendingOf(e)
	if err != nil {
		return nil, err
	}
	hash := f.hashes[v.Event]
	if !slices.Equal(hash[:], e.head.Facts.Wording) {
		return nil, ErrNotBothSigned
	}
	if !v.Signed[by.index()].IsZero() {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) {
			a.Versions[len(a.Versions)-1].Signed[by.index()] = e.at
			a.rest = rest{}
		})
	}, nil
}

// ruleUnsigned: until temporary access or anything about bodies takes effect,
// either may take their signature back; the version is then closed.
func ruleUnsigned(f *fold, e *entry) (func(), error) {
	by := e.by()
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	v := f.state.Agreements[i].Latest()
	if by == Nobody || f.state.Agreements[i].LeftBy != Nobody || v.Number != e.head.Facts.Version || !v.Both() || !v.Closed.IsZero() ||
		!v.Terms.cools() || v.From() <= DayOf(e.at) {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) {
			last := &a.Versions[len(a.Versions)-1]
			last.Signed[by.index()] = time.Time{}
			last.Closed = e.at
		})
	}, nil
}

func ruleDeclined(f *fold, e *entry) (func(), error) {
	by := e.by()
	i, v, err := f.pendingOf(e)
	if err != nil {
		return nil, err
	}
	if by == Nobody || by == v.By {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) {
			a.Versions[len(a.Versions)-1].Closed = e.at
			a.rest = rest{until: DayOf(e.at).Add(restDays), again: a.rest.declined == by, declined: by}
		})
	}, nil
}

func ruleWithdrawn(f *fold, e *entry) (func(), error) {
	i, v, err := f.pendingOf(e)
	if err != nil {
		return nil, err
	}
	if e.by() == Nobody || e.by() != v.By {
		return nil, ErrNotYours
	}
	return func() {
		f.change(i, func(a *Agreement) { a.Versions[len(a.Versions)-1].Closed = e.at })
	}, nil
}

// ruleLeft: either may leave, at once, without a reason (promise 4).
func ruleLeft(f *fold, e *entry) (func(), error) {
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	a := f.state.Agreements[i]
	if e.by() == Nobody || a.LeftBy != Nobody || !a.everSigned() {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) {
			a.LeftBy, a.LeftAt, a.LeftSaid = e.by(), e.at, e.head.Facts.Day
			if last := &a.Versions[len(a.Versions)-1]; !last.Both() && last.Closed.IsZero() {
				last.Closed = e.at
			}
		})
	}, nil
}

// ruleLapsed records that a last day is over; it stays when the clock goes back.
func ruleLapsed(f *fold, e *entry) (func(), error) {
	i, err := f.find(e.head.Facts.Thing)
	if err != nil {
		return nil, err
	}
	v, over := f.state.Agreements[i].lastOver(DayOf(e.at))
	if e.by() == Nobody || !over || v.Number != e.head.Facts.Version {
		return nil, ErrNotNow
	}
	return func() {
		f.change(i, func(a *Agreement) { a.Lapsed, a.lapsed = v.Terms.End, v.Number })
	}, nil
}

func (a Agreement) everSigned() bool {
	return slices.ContainsFunc(a.Versions, Version.Both)
}

// Latest gives the newest version, in force or not.
func (a Agreement) Latest() Version { return a.Versions[len(a.Versions)-1] }

// Title gives the title of the wording that counts most: the one signed by both
// last, or else the newest.
func (a Agreement) Title() string {
	for _, v := range slices.Backward(a.Versions) {
		if v.Both() {
			return v.Terms.Title
		}
	}
	return a.Latest().Terms.Title
}

// Pending gives the version that waits for a signature, if there is one.
func (a Agreement) Pending() (Version, bool) {
	v := a.Latest()
	return v, a.LeftBy == Nobody && v.Closed.IsZero() && !v.Both()
}

// InForce gives the version that both promised for that day: the newest that
// both signed and whose first day has come. It ends with its last day.
func (a Agreement) InForce(today Day) (Version, bool) {
	if a.LeftBy != Nobody {
		return Version{}, false
	}
	for _, v := range slices.Backward(a.Versions) {
		if !v.Both() || v.From() > today {
			continue
		}
		over := v.Number <= a.lapsed || v.Terms.End != "" && v.Terms.End < today
		return v, !over
	}
	return Version{}, false
}

// State says where the agreement stands on that day.
func (a Agreement) State(today Day) AgreementState {
	_, pending := a.Pending()
	_, inForce := a.InForce(today)
	switch {
	case inForce:
		return StateInForce
	case a.LeftBy != Nobody:
		return StateEnded
	case pending:
		return StateProposed
	case a.Latest().Both() && a.Latest().From() > today:
		return StateSigned
	case a.everSigned():
		return StateEnded
	default:
		return StateResting
	}
}
