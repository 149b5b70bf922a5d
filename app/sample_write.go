package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// sampleGround is the exercise in which both keep what is theirs alone.
const sampleGround = "before.ground"

// sampleRoles are the roles of Noor and Eli.
var sampleRoles = [2]course.Role{course.RoleRepairing, course.RoleHurt}

// open does an exercise from its beginning to its end.
func open(id string) act {
	return func(s *sampler, ctx context.Context) error {
		e, _ := s.course.Exercise(id)
		return s.work(ctx, e)
	}
}

// work lets both write what an exercise asks of them. It is opened the same
// evening, or when the days of its practice are over.
func (s *sampler) work(ctx context.Context, e course.Exercise) error {
	if s.left() < 1 {
		return errEnough
	}
	e = e.Dealt(s.opened[e.ID])
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		if err := s.as(p, func() error { return s.write(ctx, e, p) }); err != nil {
			return err
		}
	}
	if i := slices.IndexFunc(e.Parts, func(p course.Part) bool { return p.Kind == course.Practise }); i >= 0 {
		s.running = append(s.running, samplePractice{exercise: e, part: e.Parts[i], begun: s.j.Today()})
		return nil
	}
	return s.conclude(ctx, e)
}

// conclude opens an exercise together and does what comes after. One in which
// nothing is opened is closed.
func (s *sampler) conclude(ctx context.Context, e course.Exercise) error {
	if !opensSomething(e) {
		if err := s.outcome(ctx, e.ID); err != nil {
			return err
		}
		return s.add(ctx, journal.Nobody, func() error { return s.j.CloseExercise(ctx, e.ID, e.Title, e.Version) })
	}
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		if err := s.as(p, func() error { return s.j.Finish(ctx, e.ID) }); err != nil {
			return err
		}
	}
	var r journal.Reflection
	err := s.add(ctx, journal.Nobody, func() error {
		var err error
		r, err = s.j.OpenTogether(ctx, s.opening(e))
		return err
	})
	if err != nil {
		return err
	}
	s.opened[e.ID]++
	if err := s.markAll(ctx, r); err != nil {
		return err
	}
	if err := s.shareSome(ctx, e.ID); err != nil {
		return err
	}
	return s.outcome(ctx, e.ID)
}

// opensSomething tells whether an exercise keeps an answer that both open.
func opensSomething(e course.Exercise) bool {
	return slices.ContainsFunc(e.Parts, func(p course.Part) bool { return answeredPart(p) && !p.Private })
}

// answeredPart tells whether a part keeps an answer.
func answeredPart(p course.Part) bool {
	return p.Kind != course.Read && p.Kind != course.Turns && p.Kind != course.Agree
}

// write lets the holder p answer the parts that are theirs. What stays private is
// written once.
func (s *sampler) write(ctx context.Context, e course.Exercise, p journal.Partner) error {
	role, other := sampleRoles[p-1], sampleRoles[p.Other()-1]
	kept := s.j.Drafts(e.ID)
	for _, part := range e.Parts {
		has := slices.ContainsFunc(kept, func(d journal.Draft) bool { return d.Part == part.ID })
		if !answeredPart(part) || has || !part.DoneBy(role, other) || part.Private && !s.writesAlone(e, part, p) {
			continue
		}
		a := s.answer(e, part, p)
		if a.Begun == "" && a.Empty() {
			continue
		}
		a.Done = part.Kind != course.Practise
		if err := s.save(ctx, e.ID, part, a); err != nil {
			return err
		}
	}
	return nil
}

// writesAlone tells whether p answers a part that stays with its writer.
func (s *sampler) writesAlone(e course.Exercise, part course.Part, p journal.Partner) bool {
	return !opensSomething(e) || len(wordsOf(e.ID+"."+part.ID, p)) > 0
}

// save keeps the holder's answer to one part.
func (s *sampler) save(ctx context.Context, exercise string, part course.Part, a course.Answer) error {
	if err := part.Check(a); err != nil {
		return err
	}
	kept, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("sample answer: %w", err)
	}
	d := journal.Draft{Exercise: exercise, Part: part.ID, Private: part.Private, Answer: kept}
	for _, old := range s.j.Drafts(exercise) {
		if old.Part == part.ID {
			d.Revision = old.Revision
		}
	}
	_, err = s.j.SaveDraft(ctx, d)
	return err
}

// opening says how the answers of an exercise read when both open them.
func (s *sampler) opening(e course.Exercise) journal.Opening {
	return journal.Opening{
		Exercise: e.ID, Title: e.Title, Version: e.Version,
		Render: func(id string, p journal.Partner, kept json.RawMessage) (journal.OpenedPart, error) {
			var a course.Answer
			if err := json.Unmarshal(kept, &a); err != nil {
				return journal.OpenedPart{}, fmt.Errorf("sample answer: %w", err)
			}
			part, _ := e.Part(id)
			prompts := append(part.PromptFor(sampleRoles[p-1], sampleRoles[p.Other()-1]), part.AlsoFor(s.broke)...)
			if part.Guess != "" {
				prompts = []string{part.Guess}
			}
			opened := journal.OpenedPart{Kind: string(part.Kind), Title: part.Title, Keeps: part.Keeps, Reply: part.Reply}
			opened.Prompts[p-1], opened.Words[p-1] = strings.Join(prompts, "\n"), part.Words(a)
			return opened, nil
		},
	}
}

// markAll lets each answer what the other guessed or needs, while there is room.
func (s *sampler) markAll(ctx context.Context, r journal.Reflection) error {
	for _, part := range r.Parts {
		for _, p := range []journal.Partner{journal.First, journal.Second} {
			marks := []string{course.MarkYes, course.MarkYes, course.MarkNotYet, course.MarkTalk}
			if part.Kind == string(course.Guess) {
				marks = []string{course.MarkGot, course.MarkGot, course.MarkPartly, course.MarkMissed}
			}
			if part.Kind != string(course.Guess) && !part.Reply || part.Words[p.Other()-1] == "" || s.spare() < 4+s.rand.IntN(6) {
				continue
			}
			mark := marks[s.rand.IntN(len(marks))]
			if err := s.add(ctx, p, func() error { return s.j.MarkGuess(ctx, r.ID, part.Part, mark) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// sampleShares are own words that one of them shows the other some time after
// they wrote them, by the exercise after which it happens.
var sampleShares = map[string]struct {
	exercise, part string
	by             journal.Partner
	back           bool // takes it back again
}{
	"talk.needs":   {"talk.feelings", "under", journal.Second, true},
	"forgive.debt": {"forgive.letter", "letter", journal.First, false},
}

// shareSome shows what one of them wrote alone, once.
func (s *sampler) shareSome(ctx context.Context, after string) error {
	share, ok := sampleShares[after]
	if !ok || s.opened[after] > 1 || s.spare() < 8 {
		return nil
	}
	has := false
	err := s.as(share.by, func() error {
		has = slices.ContainsFunc(s.j.Drafts(share.exercise), func(d journal.Draft) bool { return d.Part == share.part })
		return nil
	})
	if err != nil || !has {
		return err
	}
	e, _ := s.course.Exercise(share.exercise)
	err = s.add(ctx, share.by, func() error {
		_, err := s.j.Share(ctx, s.opening(e), share.part)
		return err
	})
	if err != nil || !share.back {
		return err
	}
	return s.takeBackLast(ctx, share.by)
}

// keepDrafts leaves writing of both that nobody opens: each keeps something that
// is theirs alone, Noor has finished an exercise, and Eli has begun it.
func (s *sampler) keepDrafts(ctx context.Context) error {
	own := "before.here"
	if s.mayWork("own") {
		own = "own.differently"
	}
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		err := s.as(p, func() error { return s.keepOwn(ctx, own, sampleTelltale[p-1]) })
		if err != nil {
			return err
		}
	}
	return s.as(journal.First, func() error { return s.j.Finish(ctx, own) })
}

// keepOwn keeps the holder's telltale words: the first in an exercise that could
// be opened, the others in one that stays with its writer.
func (s *sampler) keepOwn(ctx context.Context, exercise string, telltale []string) error {
	e, _ := s.course.Exercise(exercise)
	i := slices.IndexFunc(e.Parts, func(p course.Part) bool { return p.Kind == course.Write && !p.Private })
	if err := s.save(ctx, e.ID, e.Parts[i], course.Answer{Text: telltale[0]}); err != nil {
		return err
	}
	ground, _ := s.course.Exercise(sampleGround)
	for i, part := range ground.Parts {
		if i+1 < len(telltale) && part.Private && part.Kind == course.Write {
			if err := s.save(ctx, ground.ID, part, course.Answer{Text: telltale[i+1]}); err != nil {
				return err
			}
		}
	}
	return nil
}
