package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
)

// Opening is what opening an exercise together needs from the course: its title,
// its version, and how a part reads.
type Opening struct {
	Exercise string
	Title    string
	Version  int
	// Render gives one part as p saw and answered it: Kind, Title, and at p's
	// index Prompts and Words. The journal adds the answers.
	Render func(part string, p Partner, answer json.RawMessage) (OpenedPart, error)
}

func together(kind EventKind, f facts, w words) entry {
	return entry{head: head{Kind: kind, Authors: []Partner{First, Second}, Facts: f}, words: w}
}

// OpenTogether turns both partners' finished drafts into one shared reflection
// (promise 1). Both must be present and both must have finished: ErrNotBoth,
// ErrNotFinished. The drafts are gone afterwards; the reflection holds the words.
func (j *Journal) OpenTogether(ctx context.Context, o Opening) (Reflection, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return Reflection{}, err
	}
	if err := j.stepOpen(stepOf(o.Exercise)); err != nil {
		return Reflection{}, err
	}
	first, second := j.draftIDs(First, o.Exercise), j.draftIDs(Second, o.Exercise)
	if !j.allFinished(First, first) || !j.allFinished(Second, second) {
		return Reflection{}, ErrNotFinished
	}
	parts, err := j.openParts(o, first, second)
	if err != nil {
		return Reflection{}, err
	}
	f := facts{Exercise: o.Exercise, Edition: o.Version, Rows: slices.Concat(first, second)}
	e := together(KindOpened, f, words{Title: o.Title, Parts: parts})
	e, err = j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error {
		if err := j.dropOwn(ctx, tx, First, first...); err != nil {
			return err
		}
		return j.dropOwn(ctx, tx, Second, second...)
	})
	if err != nil {
		j.here[0].rows, j.here[1].rows = j.reread(ctx, First), j.reread(ctx, Second)
		return Reflection{}, err
	}
	r, _ := j.fold.state.Reflection(e.id)
	return r, nil
}

// reread gives a partner's rows as the file has them, after a save that failed.
func (j *Journal) reread(ctx context.Context, p Partner) map[string]privateRow {
	before := j.here[p.index()].rows
	j.here[p.index()].rows = map[string]privateRow{}
	if err := j.loadOwn(ctx, p); err != nil {
		return before
	}
	return j.here[p.index()].rows
}

func (j *Journal) allFinished(p Partner, ids []string) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool {
		return !j.here[p.index()].rows[id].Finished
	})
}

// openParts lays both partners' parts side by side, in the order of part ids as
// the first partner, then the second, wrote them.
func (j *Journal) openParts(o Opening, first, second []string) ([]OpenedPart, error) {
	var parts []OpenedPart
	place := map[string]int{}
	for _, side := range []struct {
		p   Partner
		ids []string
	}{{First, first}, {Second, second}} {
		for _, id := range side.ids {
			row := j.here[side.p.index()].rows[id]
			shown, err := o.Render(row.Part, side.p, row.Answer)
			if err != nil {
				return nil, err
			}
			i, ok := place[row.Part]
			if !ok {
				i = len(parts)
				place[row.Part] = i
				parts = append(parts, OpenedPart{Part: row.Part, Kind: shown.Kind, Title: shown.Title, Keeps: shown.Keeps, Reply: shown.Reply})
			}
			parts[i].fill(side.p.index(), shown, row)
		}
	}
	slices.SortStableFunc(parts, func(a, b OpenedPart) int { return strings.Compare(a.Part, b.Part) })
	return parts, nil
}

// marks are the answers that MarkGuess takes.
var marks = []string{"got", "partly", "missed", "yes", "notyet", "talk"}

// MarkGuess answers what the other wrote in one part of a reflection: how well a
// guess met what the holder feels ("got", "partly", "missed"), or what becomes of
// a need ("yes", "notyet", "talk"). A later mark replaces an earlier one.
func (j *Journal) MarkGuess(ctx context.Context, reflection, part, mark string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if !slices.Contains(marks, mark) {
		return &Invalid{"Mark", ProblemUnknown}
	}
	f := facts{Event: reflection, Exercise: part, Answer: mark}
	_, err = j.appendEvent(ctx, entry{head: head{Kind: KindGuessMarked, Authors: []Partner{p}, Facts: f}}, nil)
	return err
}

// CloseExercise records that both went through an exercise in which nothing is written.
func (j *Journal) CloseExercise(ctx context.Context, exercise, title string, version int) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.bothHere(); err != nil {
		return err
	}
	if err := j.stepOpen(stepOf(exercise)); err != nil {
		return err
	}
	e := together(KindClosed, facts{Exercise: exercise, Edition: version}, words{Title: title})
	_, err := j.appendEvent(ctx, e, nil)
	return err
}

// Skip leaves an exercise out. Either partner may, without a reason; it can be
// taken up again at any time.
func (j *Journal) Skip(ctx context.Context, exercise, title string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	e := entry{head: head{Kind: KindSkipped, Authors: []Partner{p}, Facts: facts{Exercise: exercise}}, words: words{Title: title}}
	_, err = j.appendEvent(ctx, e, nil)
	return err
}

// CloseSitting ends a sitting: one word each, the next date, one small thing
// until then. Everything may stay empty.
func (j *Journal) CloseSitting(ctx context.Context, said [2]string, next Day, when, small string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	here := j.present()
	if len(here) == 0 {
		return ErrNotPresent
	}
	if err := checkClosing(said, next, when, small, DayOf(j.opt.Now())); err != nil {
		return err
	}
	for _, p := range []Partner{First, Second} { // nobody says a word for one who is away
		if j.here[p.index()] == nil {
			said[p.index()] = ""
		}
	}
	e := entry{
		head:  head{Kind: KindSitting, Authors: here, Facts: facts{Day: next, Here: here}},
		words: words{Said: said, When: when, Text: small},
	}
	_, err := j.appendEvent(ctx, e, nil)
	return err
}

func checkClosing(said [2]string, next Day, when, small string, today Day) error {
	for i, field := range []string{"First", "Second"} {
		if err := checkOptional(field, said[i], maxWord); err != nil {
			return err
		}
	}
	if next != "" && !next.Valid() {
		return &Invalid{"Next", ProblemNotADate}
	}
	if next != "" && next < today {
		return &Invalid{"Next", ProblemPast}
	}
	if err := checkOptional("When", when, maxWord); err != nil {
		return err
	}
	return checkOptional("Small", small, 300)
}

// Living records whether they live apart.
func (j *Journal) Living(ctx context.Context, apart bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	e := entry{head: head{Kind: KindLiving, Authors: []Partner{p}, Facts: facts{Apart: apart}}}
	_, err = j.appendEvent(ctx, e, nil)
	return err
}
