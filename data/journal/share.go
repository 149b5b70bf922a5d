package journal

import (
	"context"
	"database/sql"
	"slices"
)

// Share gives the other one part of the holder's own writing that is never
// opened with the rest, such as a letter: a later choice of its writer alone.
// The private copy is gone afterwards; the reflection holds the words. Its
// writer can take it back by TakeBackEvent.
func (j *Journal) Share(ctx context.Context, o Opening, part string) (Reflection, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return Reflection{}, err
	}
	row, id := j.draftRow(p, o.Exercise, part)
	if id == "" {
		return Reflection{}, ErrUnknown
	}
	if !row.Private {
		return Reflection{}, ErrNotNow // it is opened together
	}
	shown, err := o.Render(part, p, row.Answer)
	if err != nil {
		return Reflection{}, err
	}
	e := entry{
		head:  head{Kind: KindShared, Authors: []Partner{p}, Facts: facts{Exercise: o.Exercise, Edition: o.Version, Rows: []string{id}}},
		words: words{Title: o.Title, Parts: []OpenedPart{sided(shown, row, p)}},
	}
	before := j.here[p.index()].rows
	e, err = j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error { return j.dropOwn(ctx, tx, p, id) })
	if err != nil {
		j.here[p.index()].rows = before
		return Reflection{}, err
	}
	r, _ := j.fold.state.Reflection(e.id)
	return r, nil
}

// sided keeps of a rendered part only what belongs to the side of p.
func sided(shown OpenedPart, row privateRow, p Partner) OpenedPart {
	k := p.index()
	part := OpenedPart{Part: row.Part, Kind: shown.Kind, Title: shown.Title, Keeps: shown.Keeps, Reply: shown.Reply}
	part.fill(k, shown, row)
	return part
}

// fill puts one side's prompt, words and answer into a part.
func (o *OpenedPart) fill(k int, shown OpenedPart, row privateRow) {
	o.Prompts[k], o.Words[k] = shown.Prompts[k], shown.Words[k]
	o.Answers[k] = slices.Clone(row.Answer)
	if o.Days[k] = row.Day; row.Paper != "" {
		o.Days[k] = row.Paper
	}
}

// has reports whether anything of one side is in a part.
func (o *OpenedPart) has(k int) bool {
	answer := string(o.Answers[k])
	return o.Words[k] != "" || o.Prompts[k] != "" || o.Days[k] != "" || answer != "" && answer != "null"
}

// ruleShared: only the writer shares own words, and only those.
func ruleShared(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	if stepOf(e.head.Facts.Exercise) == Keeping {
		return nil, ErrNotNow // a check-in is opened by both or not at all
	}
	if slices.ContainsFunc(e.words.Parts, func(part OpenedPart) bool { return part.has(by.Other().index()) }) {
		return nil, ErrNotYours
	}
	return func() { f.addReflection(e, by) }, nil
}

// takeBackShared hides what its writer shared and then took back.
func (f *fold) takeBackShared(event string) {
	f.state.Reflections = slices.Clone(f.state.Reflections)
	for i := range f.state.Reflections {
		if f.state.Reflections[i].ID == event {
			f.state.Reflections[i].TakenBack = true
		}
	}
}
