package journal

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
)

// maxAnswer is how large one part's answer may be as JSON, in bytes.
const maxAnswer = 256 << 10

// SaveDraft keeps one part of the holder's own writing, sealed to them. Revision
// is the last one known, 0 for a new draft; the returned draft holds the next.
// ErrStale means that a newer one is saved already.
func (j *Journal) SaveDraft(ctx context.Context, d Draft) (Draft, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return d, err
	}
	if err := checkDraft(d, DayOf(j.opt.Now())); err != nil {
		return d, err
	}
	if err := j.stepOpen(stepOf(d.Exercise)); err != nil {
		return d, err
	}
	if stepOf(d.Exercise) == Keeping {
		d.Private = true // it is never opened as an exercise is
	}
	old, _ := j.draftRow(p, d.Exercise, d.Part)
	if old.Finished || !d.Private && j.anyFinished(p, d.Exercise) {
		return d, ErrNotNow // take it back first
	}
	if d.Revision < old.Revision {
		return d, ErrStale
	}
	d.Revision++
	d.Finished, d.Day = false, DayOf(j.opt.Now())
	err = j.saveOwn(ctx, p, privateRow{
		Kind: rowDraft, Exercise: d.Exercise, Part: d.Part, Revision: d.Revision,
		Private: d.Private, Answer: slices.Clone(d.Answer), Day: d.Day, Paper: d.Paper,
	})
	return d, err
}

func checkDraft(d Draft, today Day) error {
	if d.Paper != "" && !d.Paper.Valid() {
		return &Invalid{"Paper", ProblemNotADate}
	}
	if d.Paper > today {
		return &Invalid{"Paper", ProblemTooFuture}
	}
	if len(d.Answer) > maxAnswer {
		return &Invalid{"Answer", ProblemTooLong}
	}
	if n, err := countElements(d.Answer); err != nil || n > mostList {
		return &Invalid{"Answer", ProblemTooLong}
	}
	if d.Exercise == "" || d.Part == "" || !json.Valid(d.Answer) {
		return &Invalid{"Answer", ProblemUnknown}
	}
	return nil
}

func (j *Journal) draftRow(p Partner, exercise, part string) (privateRow, string) {
	return j.findRow(p, func(r privateRow) bool {
		return r.Kind == rowDraft && r.Exercise == exercise && r.Part == part
	})
}

// draftIDs gives the row ids of p's drafts in one exercise, without those that stay private.
func (j *Journal) draftIDs(p Partner, exercise string) []string {
	var ids []string
	for id, r := range j.here[p.index()].rows {
		if r.Kind == rowDraft && r.Exercise == exercise && !r.Private {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// anyFinished reports whether p has finished an exercise; all its parts then are.
func (j *Journal) anyFinished(p Partner, exercise string) bool {
	return slices.ContainsFunc(j.draftIDs(p, exercise), func(id string) bool {
		return j.here[p.index()].rows[id].Finished
	})
}

// Drafts gives the holder's own drafts of an exercise, by part.
func (j *Journal) Drafts(exercise string) []Draft {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return nil
	}
	var out []Draft
	for _, r := range j.here[p.index()].rows {
		if r.Kind == rowDraft && r.Exercise == exercise {
			out = append(out, r.draft())
		}
	}
	slices.SortFunc(out, func(a, b Draft) int { return cmp.Compare(a.Part, b.Part) })
	return out
}

// Finish says that the holder's drafts of an exercise are done. They stay sealed
// until both open them together.
func (j *Journal) Finish(ctx context.Context, exercise string) error {
	return j.setFinished(ctx, exercise, true)
}

// TakeBack makes the holder's finished drafts unfinished again. It leaves no trace.
func (j *Journal) TakeBack(ctx context.Context, exercise string) error {
	return j.setFinished(ctx, exercise, false)
}

func (j *Journal) setFinished(ctx context.Context, exercise string, finished bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	ids := j.draftIDs(p, exercise)
	if len(ids) == 0 {
		return ErrUnknown
	}
	rows := make([]privateRow, len(ids))
	for i, id := range ids {
		rows[i] = j.here[p.index()].rows[id]
		rows[i].Finished = finished
	}
	return j.saveOwn(ctx, p, rows...)
}

// Progress says how far an exercise is, as far as the holder may know.
func (j *Journal) Progress(exercise string) Progress {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out Progress
	if j.fold == nil {
		return out
	}
	_, out.Opened = j.fold.state.Done[exercise]
	_, out.Skipped = j.fold.state.Skipped[exercise]
	p, err := j.holding()
	if err != nil {
		return out
	}
	out.Begun = len(j.draftIDs(p, exercise)) > 0
	out.Finished = j.anyFinished(p, exercise)
	for _, m := range j.marks {
		if m.Owner == p.Other() && m.Exercise == exercise {
			out.Theirs = true
		}
	}
	return out
}

// Erase destroys one part of the holder's own unopened writing for good, here
// and in every backup in the folder (promise 8). With an error it may be gone from
// the journal and still be in a backup; FinishErasing then goes on.
func (j *Journal) Erase(ctx context.Context, exercise, part string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	_, id := j.draftRow(p, exercise, part)
	if id == "" {
		return ErrUnknown
	}
	return j.eraseRows(ctx, p, id)
}

// OwnWriting counts the holder's pieces of own writing that are not opened.
func (j *Journal) OwnWriting() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return 0
	}
	return len(j.allDrafts(p))
}

// EraseOwn destroys all of the holder's own unopened writing for good, here and
// in every backup in the folder, and says how many pieces it was (promise 8).
func (j *Journal) EraseOwn(ctx context.Context) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return 0, err
	}
	ids := j.allDrafts(p)
	return len(ids), j.eraseRows(ctx, p, ids...)
}

// allDrafts gives the row ids of all of p's drafts.
func (j *Journal) allDrafts(p Partner) (ids []string) {
	for id, r := range j.here[p.index()].rows {
		if r.Kind == rowDraft {
			ids = append(ids, id)
		}
	}
	return ids
}

func (j *Journal) eraseRows(ctx context.Context, p Partner, ids ...string) error {
	if len(ids) == 0 {
		return nil
	}
	err := j.changeOwn(ctx, p, func(ctx context.Context, tx *sql.Tx) error {
		if err := j.dropOwn(ctx, tx, p, ids...); err != nil {
			return err
		}
		return j.noteErased(ctx, tx, p, ids...)
	})
	if err != nil {
		return err
	}
	if err := j.truncateLog(ctx); err != nil {
		return err
	}
	return j.finishErasing(ctx)
}

// truncateLog makes sure that what was erased is not left in the write-ahead log.
func (j *Journal) truncateLog(ctx context.Context) error {
	return classify(checkpointFile(context.WithoutCancel(ctx), j.db))
}

// SetRole keeps the holder's role, sealed to them.
func (j *Journal) SetRole(ctx context.Context, role string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := checkRole(role); err != nil {
		return err
	}
	if err := j.saveOwn(ctx, p, privateRow{Kind: rowRole, Text: role}); err != nil {
		return err
	}
	return j.noteFit(ctx)
}

// Role gives the holder's role, and whether it fits the other's: one repairs, the
// other was hurt. The other's role itself is never given.
func (j *Journal) Role() (mine string, fits bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return "", false
	}
	r, _ := j.ownRow(p, rowRole)
	return r.Text, r.Fits
}

// noteFit compares the two roles while both are present, and keeps for each only
// whether they fit.
func (j *Journal) noteFit(ctx context.Context) error {
	if j.here[0] == nil || j.here[1] == nil {
		return nil
	}
	a, _ := j.ownRow(First, rowRole)
	b, _ := j.ownRow(Second, rowRole)
	fits := a.Text == RoleRepairing && b.Text == RoleHurt || a.Text == RoleHurt && b.Text == RoleRepairing
	for p, r := range map[Partner]privateRow{First: a, Second: b} {
		if r.Kind == "" || r.Fits == fits {
			continue
		}
		r.Fits = fits
		if err := j.saveOwn(ctx, p, r); err != nil {
			return err
		}
	}
	return nil
}

// SetCode gives the holder another hand-over code.
func (j *Journal) SetCode(ctx context.Context, code string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := checkCode(code); err != nil {
		return err
	}
	return j.saveOwn(ctx, p, privateRow{Kind: rowCode, Text: code})
}

// RecoveryWords gives the holder's recovery words until they have confirmed that
// they wrote them down.
func (j *Journal) RecoveryWords() (string, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return "", false
	}
	r, id := j.ownRow(p, rowWords)
	return r.Text, id != ""
}

// ConfirmWords forgets the holder's recovery words: they are on paper now.
func (j *Journal) ConfirmWords(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	_, id := j.ownRow(p, rowWords)
	if id == "" {
		return nil
	}
	if err := j.changeOwn(ctx, p, func(ctx context.Context, tx *sql.Tx) error { return j.dropOwn(ctx, tx, p, id) }); err != nil {
		return err
	}
	return j.truncateLog(ctx)
}
