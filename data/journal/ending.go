package journal

import (
	"context"
	"slices"
	"time"
)

// Ending is the couple's work coming to its end (promise 12). One may begin it
// alone; it is over when both close the journal, or one leaves it.
type Ending struct {
	Event  string
	By     Partner
	At     time.Time
	Left   [2]time.Time // when that partner left alone; zero while they have not
	Closed time.Time    // when both closed the journal; zero before
	Undone time.Time    // when both went on after all; zero otherwise
}

// Over reports whether nothing new begins in this journal: both closed it, or one left.
func (e Ending) Over() bool {
	return !e.Closed.IsZero() || !e.Left[0].IsZero() || !e.Left[1].IsZero()
}

// Ending gives the ending that is under way or over. There is none before it is
// begun, nor once both went on.
func (s State) Ending() (Ending, bool) {
	if len(s.Endings) == 0 {
		return Ending{}, false
	}
	last := s.Endings[len(s.Endings)-1]
	return last, last.Undone.IsZero()
}

// phase is how far the work has come to its end.
type phase int

const (
	working phase = iota
	ending
	over
)

func (s State) phase() phase {
	e, ok := s.Ending()
	switch {
	case !ok:
		return working
	case e.Over():
		return over
	default:
		return ending
	}
}

// lastPhase says until when something may happen. What is not among these may
// happen at any time, also when the work is over: leaving an agreement, ending a
// boundary, taking back, striking out, new keys, last words, going on together.
var lastPhase = map[EventKind]phase{
	KindOpened:     working,
	KindShared:     working,
	KindClosed:     working,
	KindSkipped:    working,
	KindStepClosed: working,
	KindCheckIn:    working,
	KindSurfaced:   working,
	KindGoneOn:     working,
	KindSlip:       working,

	KindSafetyShown:  ending,
	KindLiving:       ending,
	KindRenamed:      ending,
	KindGuessMarked:  ending,
	KindProposed:     ending,
	KindSigned:       ending,
	KindReviewed:     ending,
	KindKept:         ending,
	KindStepDone:     ending,
	KindSlipAnswer:   ending,
	KindRepair:       ending,
	KindSet:          ending,
	KindAcknowledged: ending,
	KindCannot:       ending,
	KindSitting:      ending,
}

// mayStill says whether e may happen now that the work may be coming to its end.
// No new access is given once it is.
func (f *fold) mayStill(e *entry) error {
	now := f.state.phase()
	if last, bounded := lastPhase[e.head.Kind]; bounded && now > last {
		return ErrEnding
	}
	if now != working && e.head.Kind == KindProposed && e.head.Facts.Kind == TemporaryAccess {
		return ErrEnding
	}
	return nil
}

// BeginEnding begins the end of the work, for the holder alone and without a
// reason. All temporary access ends at once; boundaries stay.
func (j *Journal) BeginEnding(ctx context.Context) error {
	return j.alone(ctx, KindEndingBegun)
}

// LeaveJournal leaves the journal, for the holder alone. Nothing new begins in it then.
func (j *Journal) LeaveJournal(ctx context.Context) error {
	return j.alone(ctx, KindJournalLeft)
}

// alone appends an event without words that the holder makes alone.
func (j *Journal) alone(ctx context.Context, kind EventKind) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	_, err = j.appendEvent(ctx, entry{head: head{Kind: kind, Authors: []Partner{p}}}, nil)
	return err
}

// CloseJournal ends the work for good, by both: nothing new begins in the journal.
func (j *Journal) CloseJournal(ctx context.Context) error {
	return j.byBoth(ctx, KindEndingClosed)
}

// GoOnTogether undoes an ending, also one that is over. It takes both. Access that
// ended stays ended.
func (j *Journal) GoOnTogether(ctx context.Context) error {
	return j.byBoth(ctx, KindEndingUndone)
}

// byBoth appends an event without words that both make together.
func (j *Journal) byBoth(ctx context.Context, kind EventKind) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	_, err := j.appendEvent(ctx, together(kind, facts{}, words{}), nil)
	return err
}

// ruleEndingBegun: either may begin it, alone. Access ends at once, also what
// waits to begin or to be signed; nothing else does.
func ruleEndingBegun(f *fold, e *entry) (func(), error) {
	if e.by() == Nobody {
		return nil, errAuthors
	}
	if f.state.phase() != working {
		return nil, ErrNotNow
	}
	return func() {
		for i := range f.state.Agreements {
			f.endAccess(i, e)
		}
		f.state.Endings = append(slices.Clip(f.state.Endings), Ending{Event: e.id, By: e.by(), At: e.at})
	}, nil
}

// endAccess ends the access that an agreement gives, or could give later. What
// is only proposed is proposed no longer. An agreement of another kind, in force
// that day, stays so; then access that waits to begin never does. Otherwise the
// agreement is left, by the one who begins the ending. What has lapsed stays so.
func (f *fold) endAccess(i int, e *entry) {
	a := f.state.Agreements[i]
	pending, waits := a.Pending()
	waits = waits && pending.Terms.Kind == TemporaryAccess
	signed := a.LeftBy == Nobody && slices.ContainsFunc(a.Versions, func(v Version) bool { return v.givesAccess() && v.Number > a.lapsed })
	now, inForce := a.InForce(DayOf(e.at))
	stays := inForce && now.Terms.Kind != TemporaryAccess
	switch {
	case signed && !stays:
		f.change(i, func(a *Agreement) {
			a.closeProposed(e.at)
			a.LeftBy, a.LeftAt, a.LeftSaid = e.by(), e.at, DayOf(e.at)
		})
	case signed || waits:
		f.change(i, func(a *Agreement) {
			if waits {
				a.closeProposed(e.at)
			}
			a.unsignAccess(now.Number, e)
		})
	}
}

// givesAccess reports whether both signed a version that gives access.
func (v Version) givesAccess() bool { return v.Terms.Kind == TemporaryAccess && v.Both() }

// closeProposed closes the version that waits for a signature, if there is one.
func (a *Agreement) closeProposed(at time.Time) {
	if last := &a.Versions[len(a.Versions)-1]; !last.Both() && last.Closed.IsZero() {
		last.Closed = at
	}
}

// unsignAccess takes a signature off access newer than a version, so that it
// never begins.
func (a *Agreement) unsignAccess(after int, e *entry) {
	for i := range a.Versions {
		if v := &a.Versions[i]; v.givesAccess() && v.Number > after {
			v.Signed[e.by().index()], v.Closed = time.Time{}, e.at
		}
	}
}

// ruleJournalLeft: either may leave at any time, once an ending is under way.
func ruleJournalLeft(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	now, ok := f.state.Ending()
	if !ok || !now.Closed.IsZero() || !now.Left[by.index()].IsZero() {
		return nil, ErrNotNow
	}
	return func() { f.changeEnding(func(now *Ending) { now.Left[by.index()] = e.at }) }, nil
}

func ruleEndingClosed(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	if now, ok := f.state.Ending(); !ok || !now.Closed.IsZero() {
		return nil, ErrNotNow
	}
	return func() { f.changeEnding(func(now *Ending) { now.Closed = e.at }) }, nil
}

func ruleEndingUndone(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	if _, ok := f.state.Ending(); !ok {
		return nil, ErrNotNow
	}
	return func() { f.changeEnding(func(now *Ending) { now.Undone = e.at }) }, nil
}

// changeEnding replaces the newest ending by a changed copy.
func (f *fold) changeEnding(edit func(*Ending)) {
	f.state.Endings = slices.Clone(f.state.Endings)
	edit(&f.state.Endings[len(f.state.Endings)-1])
}
