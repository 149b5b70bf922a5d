package journal

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"
)

// CheckInDrafts names the own writing that check-ins are while they are sealed:
// each is one part of it, in Draft and in what the other may know.
const CheckInDrafts = Keeping + ".checkin"

// The limits of a check-in.
const (
	checkInEvery = 7  // days from one to the next
	checkInSoon  = 4  // days after which the next may be answered: weeks wobble
	maxAsked     = 12 // questions in one
	maxLevel     = 10
)

// CheckIn is what one partner answered about the past seven days, or since they
// last sat together. It keeps the questions as they were shown.
type CheckIn struct {
	Day    Day       `json:"day,omitempty"`    // the day it is about: when it was answered, or written on paper
	Since  bool      `json:"since,omitempty"`  // since they last sat, not the past seven days
	Rested bool      `json:"rested,omitempty"` // "not this week"
	Asked  []Asked   `json:"asked,omitempty"`
	Words  string    `json:"words,omitempty"` // what helped, what hurt
	Kept   []Counted `json:"kept,omitempty"`  // what the other promised
}

// Asked is one question of a check-in, answered from 0 to 10 or left open.
type Asked struct {
	ID    string `json:"id"` // of the question; stored for ever
	Text  string `json:"text"`
	Low   string `json:"low"`
	High  string `json:"high"`
	Value *int   `json:"value,omitempty"` // nil where it was left open
}

// Counted is how often one agreement was kept since the last check-in; of none,
// when it did not come up.
type Counted struct {
	Agreement string `json:"agreement"`
	Kept      int    `json:"kept"`
	Of        int    `json:"of"`
}

// OpenedCheckIns are the check-ins that both opened at one moment: one or more
// of each partner, oldest first.
type OpenedCheckIns struct {
	ID     string // the event
	At     time.Time
	Of     [2][]CheckIn
	Struck bool
}

// Answer is one point of a partner's line: what they answered to one question.
type Answer struct {
	Day      Day
	Value    int
	Answered bool // false for a week in which it was left open, or rested
}

// Check says what keeps c from being sealed: an *Invalid that names the field.
func (c CheckIn) Check(today Day) error {
	switch {
	case c.Day != "" && !c.Day.Valid():
		return &Invalid{"Day", ProblemNotADate}
	case c.Day > today:
		return &Invalid{"Day", ProblemTooFuture}
	case len(c.Asked) > maxAsked:
		return &Invalid{"Asked", ProblemTooLong}
	case !c.fits():
		return &Invalid{"Asked", ProblemUnknown}
	}
	return checkOptional("Words", c.Words, maxText)
}

// fits reports whether every number is one that the screen could have given.
func (c CheckIn) fits() bool {
	for _, a := range c.Asked {
		if a.ID == "" || a.Value != nil && (*a.Value < 0 || *a.Value > maxLevel) {
			return false
		}
	}
	for _, k := range c.Kept {
		if k.Kept < 0 || k.Kept > k.Of || k.Of > checkInEvery {
			return false
		}
	}
	return !c.Rested || len(c.Asked)+len(c.Kept) == 0 && c.Words == ""
}

// CheckInStand says how the holder stands with the check-in.
type CheckInStand struct {
	Part   string  // where the one that is being answered is kept, in Draft; never empty
	Sealed []Draft // the holder's own that wait to be opened, oldest first
	Theirs bool    // the other has one that waits, whatever it says
	Last   Day     // when the holder last sealed one, opened or not; empty for never
	Due    Day     // when the next is due; today where there was none
	May    bool    // the next may be answered now
}

// CheckIns says how the holder stands with the check-in. Without a holder it is empty.
func (j *Journal) CheckIns() CheckInStand {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return CheckInStand{}
	}
	stand := CheckInStand{Theirs: j.checkInWaits(p.Other())}
	for _, r := range j.here[p.index()].rows {
		switch {
		case r.Kind != rowDraft || r.Exercise != CheckInDrafts:
		case r.Finished:
			stand.Sealed = append(stand.Sealed, r.draft())
		default:
			stand.Part = r.Part
		}
	}
	if stand.Part == "" {
		stand.Part = newID()
	}
	slices.SortFunc(stand.Sealed, func(a, b Draft) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Part, b.Part)) })
	stand.pace(j.fold.state.lastCheckIn(p), DayOf(j.opt.Now()))
	return stand
}

// pace says when the next one is due. A clock that was set back makes it due at
// once: it is never waited for longer than a week.
func (s *CheckInStand) pace(opened, today Day) {
	s.Last = opened
	if n := len(s.Sealed); n > 0 {
		s.Last = max(s.Last, s.Sealed[n-1].Day)
	}
	s.Due, s.May = today, true
	if s.Last != "" && s.Last <= today {
		s.Due = s.Last.Add(checkInEvery)
		s.May = s.Last.Until(today) >= checkInSoon
	}
}

// lastCheckIn gives the day of p's newest opened check-in, or an empty day.
func (s State) lastCheckIn(p Partner) Day {
	for _, o := range slices.Backward(s.CheckIns) {
		if of := o.Of[p.index()]; len(of) > 0 {
			return of[len(of)-1].Day
		}
	}
	return ""
}

// checkInWaits reports whether p has a sealed check-in.
func (j *Journal) checkInWaits(p Partner) bool {
	for _, m := range j.marks {
		if m.Owner == p && m.Exercise == CheckInDrafts {
			return true
		}
	}
	return false
}

// SealCheckIn finishes one check-in of the holder. It stays sealed to them until
// both open theirs together.
func (j *Journal) SealCheckIn(ctx context.Context, part string) error {
	return j.sealCheckIn(ctx, part, true)
}

// UnsealCheckIn lets the holder write on one that is not opened yet. It leaves no
// trace. ErrNotNow while another one is being answered.
func (j *Journal) UnsealCheckIn(ctx context.Context, part string) error {
	return j.sealCheckIn(ctx, part, false)
}

func (j *Journal) sealCheckIn(ctx context.Context, part string, sealed bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	row, id := j.draftRow(p, CheckInDrafts, part)
	if id == "" {
		return ErrUnknown
	}
	if sealed {
		if _, err := row.checkIn(DayOf(j.opt.Now())); err != nil {
			return err
		}
	}
	if _, other := j.findRow(p, func(r privateRow) bool {
		return r.Kind == rowDraft && r.Exercise == CheckInDrafts && !r.Finished && r.Part != part
	}); !sealed && other != "" {
		return ErrNotNow
	}
	row.Finished = sealed
	return j.saveOwn(ctx, p, row)
}

// checkIn reads the check-in in a row.
func (r privateRow) checkIn(today Day) (CheckIn, error) {
	var c CheckIn
	if err := decodeStrict(r.Answer, &c); err != nil {
		return c, &Invalid{"Answer", ProblemUnknown}
	}
	c.Day = r.about()
	return c, c.Check(max(today, c.Day))
}

// about gives the day that own writing is about: when it was written, here or on paper.
func (r privateRow) about() Day { return cmp.Or(r.Paper, r.Day) }

// OpenCheckIns opens together all check-ins that both have sealed (promise 1).
// Both must be present and each must have one: ErrNotBoth, ErrNotFinished. The
// sealed ones are gone afterwards; the event holds the answers.
func (j *Journal) OpenCheckIns(ctx context.Context) (OpenedCheckIns, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return OpenedCheckIns{}, err
	}
	var w words
	var ids [2][]string
	for _, p := range []Partner{First, Second} {
		var err error
		if w.CheckIns[p.index()], ids[p.index()], err = j.sealedCheckIns(p); err != nil {
			return OpenedCheckIns{}, err
		}
	}
	e := together(KindCheckIn, facts{Rows: slices.Concat(ids[0], ids[1])}, w)
	_, err := j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error {
		if err := j.dropOwn(ctx, tx, First, ids[0]...); err != nil {
			return err
		}
		return j.dropOwn(ctx, tx, Second, ids[1]...)
	})
	if err != nil {
		j.here[0].rows, j.here[1].rows = j.reread(ctx, First), j.reread(ctx, Second)
		return OpenedCheckIns{}, err
	}
	return j.fold.state.CheckIns[len(j.fold.state.CheckIns)-1], nil
}

// sealedCheckIns gives p's sealed check-ins, oldest first, and their rows.
func (j *Journal) sealedCheckIns(p Partner) (sealed []CheckIn, ids []string, err error) {
	rows := j.here[p.index()].rows
	for id, r := range rows {
		if r.Kind == rowDraft && r.Exercise == CheckInDrafts && r.Finished {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil, ErrNotFinished
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(rows[a].about(), rows[b].about()), cmp.Compare(rows[a].Part, rows[b].Part))
	})
	for _, id := range ids {
		c, err := rows[id].checkIn(DayOf(j.opt.Now()))
		if err != nil {
			return nil, nil, err
		}
		c.Words = strings.TrimSpace(c.Words)
		c.Kept = slices.DeleteFunc(c.Kept, func(k Counted) bool { return !j.fold.counts(p, c.Day, k) })
		sealed = append(sealed, c)
	}
	return sealed, ids, nil
}

// counts reports whether p may say how an agreement was kept. It may have changed
// hands, or been left, since the check-in was sealed.
func (f *fold) counts(p Partner, day Day, k Counted) bool {
	i, err := f.find(k.Agreement)
	return err == nil && f.state.Agreements[i].MayMark(p, day)
}

// ruleCheckIn: opened by both, with something of each.
func ruleCheckIn(f *fold, e *entry) (func(), error) {
	if !e.both() {
		return nil, ErrNotBoth
	}
	o := OpenedCheckIns{ID: e.id, At: e.at, Of: e.words.CheckIns, Struck: e.struck}
	for i, side := range o.Of {
		if len(side) == 0 && !e.struck {
			return nil, ErrNotFinished
		}
		for _, c := range side {
			if !c.Day.Valid() || c.Check(max(c.Day, DayOf(e.at))) != nil {
				return nil, errShape
			}
			for _, k := range c.Kept {
				if !f.counts(Partner(i+1), c.Day, k) {
					return nil, ErrNotYours
				}
			}
		}
	}
	return func() {
		f.rows[e.id] = e.head.Facts.Rows
		f.state.CheckIns = append(f.state.CheckIns, o)
		f.addCounted(o)
	}, nil
}

// addCounted adds what check-ins say about agreements to how those were kept.
func (f *fold) addCounted(o OpenedCheckIns) {
	for i, side := range o.Of {
		for _, c := range side {
			for _, k := range c.Kept {
				if at, err := f.find(k.Agreement); err == nil {
					f.addKept(at, KeptMark{By: Partner(i + 1), Day: c.Day, Kept: k.Kept, Of: k.Of, Week: true, Event: o.ID})
				}
			}
		}
	}
}

// Answers gives one partner's answers to a question, in the ledger's order. A
// week in which they were asked and left it open, or rested, has no value.
func (s State) Answers(p Partner, question string) []Answer {
	var line []Answer
	for _, o := range s.CheckIns {
		for _, c := range o.Of[p.index()] {
			if a, ok := c.answer(question); ok {
				line = append(line, a)
			}
		}
	}
	return line
}

func (c CheckIn) answer(question string) (Answer, bool) {
	a := Answer{Day: c.Day}
	for _, asked := range c.Asked {
		if asked.ID == question {
			if asked.Value != nil {
				a.Value, a.Answered = *asked.Value, true
			}
			return a, true
		}
	}
	return a, c.Rested
}

// Questions gives the questions that were ever answered, each as it was last
// asked, in the order in which they first came up.
func (s State) Questions() []Asked {
	var all []Asked
	for _, o := range s.CheckIns {
		for _, c := range slices.Concat(o.Of[0], o.Of[1]) {
			for _, a := range c.Asked {
				i := slices.IndexFunc(all, func(k Asked) bool { return k.ID == a.ID })
				switch {
				case i >= 0 && a.Value != nil:
					all[i] = a
				case i < 0 && a.Value != nil:
					all = append(all, a)
				}
			}
		}
	}
	return all
}

// draft gives a row as its owner reads it.
func (r privateRow) draft() Draft {
	return Draft{
		Exercise: r.Exercise, Part: r.Part, Revision: r.Revision, Finished: r.Finished,
		Private: r.Private, Answer: slices.Clone(r.Answer), Day: r.Day, Paper: r.Paper,
	}
}
