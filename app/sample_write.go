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

// sampleThemes say what is spoken about in an exercise or in one part of it, as
// sampleSaid names it.
var sampleThemes = map[string]string{
	"before.here": "here", "before.ready": "ready", "before.broke": "broke", "before.broke.possible": "possible",
	"own.excuses": "excuses", "own.plainly": "own", "own.effect.days": "days", "own.effect.guess": "guess",
	"own.effect.new": "new", "own.heard": "heard", "own.differently": "differently",
}

func themeOf(exercise, part string) string {
	if theme, ok := sampleThemes[exercise+"."+part]; ok {
		return theme
	}
	return sampleThemes[exercise]
}

// sampleAgain are the exercises that they come back to.
var sampleAgain = []string{"before.here", "own.heard", "own.differently", "before.ready", "own.effect", "own.plainly"}

// sampleRoles are the roles of Noor and Eli.
var sampleRoles = [2]course.Role{course.RoleRepairing, course.RoleHurt}

// openAgain opens something that they did before once more.
func openAgain(s *sampler, ctx context.Context) error {
	id := sampleAgain[s.draw("again", len(sampleAgain))]
	step, _, _ := strings.Cut(id, ".")
	if !s.mayWork(step) {
		return nil
	}
	return open(id)(s, ctx)
}

// open lets both write and finish an exercise, and opens it together.
func open(id string) act {
	return func(s *sampler, ctx context.Context) error {
		if s.left() < 1 {
			return errEnough
		}
		e, _ := s.course.Exercise(id)
		for _, p := range []journal.Partner{journal.First, journal.Second} {
			if err := s.as(p, func() error { return s.write(ctx, e, p) }); err != nil {
				return err
			}
		}
		return s.add(ctx, journal.Nobody, func() error {
			_, err := s.j.OpenTogether(ctx, sampleOpening(e))
			return err
		})
	}
}

// write lets the holder p answer every part that is opened, and finish.
func (s *sampler) write(ctx context.Context, e course.Exercise, p journal.Partner) error {
	role, other := sampleRoles[p-1], sampleRoles[p.Other()-1]
	for _, part := range e.Parts {
		if part.Private || !part.DoneBy(role, other) {
			continue
		}
		a := s.answer(e, part, p)
		if a.Empty() {
			continue
		}
		if err := s.save(ctx, e.ID, part, a); err != nil {
			return err
		}
	}
	return s.j.Finish(ctx, e.ID)
}

func (s *sampler) save(ctx context.Context, exercise string, part course.Part, a course.Answer) error {
	if err := part.Check(a); err != nil {
		return err
	}
	kept, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("sample answer: %w", err)
	}
	_, err = s.j.SaveDraft(ctx, journal.Draft{Exercise: exercise, Part: part.ID, Private: part.Private, Answer: kept})
	return err
}

// answer gives what p says in one part; it is empty for parts without an answer.
func (s *sampler) answer(e course.Exercise, part course.Part, p journal.Partner) course.Answer {
	switch part.Kind {
	case course.Write, course.Guess, course.Turns:
		return course.Answer{Text: s.said(themeOf(e.ID, part.ID), p, 1+s.rand.IntN(2))}
	case course.Compose:
		return course.Answer{Pieces: s.pieces(e, part, p)}
	case course.Scale:
		level := 3 + s.rand.IntN(6)
		return course.Answer{Level: &level}
	case course.Choose:
		return course.Answer{Picks: s.picks(part)}
	case course.Sort:
		return course.Answer{Piles: s.piles(part)}
	default:
		return course.Answer{}
	}
}

// said draws a few sentences of p about a theme.
func (s *sampler) said(theme string, p journal.Partner, n int) string {
	bank := sampleSaid[theme][p-1]
	if theme == "here" {
		n = 1
	}
	lines := make([]string, min(n, len(bank)))
	for i := range lines {
		lines[i] = bank[s.draw(fmt.Sprint(theme, p), len(bank))]
	}
	return strings.Join(lines, " ")
}

// pieces fill a statement in the order in which the bank tells it.
func (s *sampler) pieces(e course.Exercise, part course.Part, p journal.Partner) map[string]string {
	asked := part.PiecesFor(sampleRoles[p-1], sampleRoles[p.Other()-1])
	bank := sampleSaid[themeOf(e.ID, part.ID)][p-1]
	each := max(len(bank)/max(len(asked), 1), 1)
	pieces := map[string]string{}
	for i, piece := range asked {
		pieces[piece.ID] = bank[(i*each+s.rand.IntN(each))%len(bank)]
	}
	return pieces
}

// picks takes one choice, or two where several may be taken.
func (s *sampler) picks(part course.Part) []string {
	n := 1
	if part.Several {
		n = min(2, len(part.Choices))
	}
	var picks []string
	for _, i := range s.rand.Perm(len(part.Choices))[:n] {
		picks = append(picks, part.Choices[i].ID)
	}
	return picks
}

// piles sorts the cards, now and then otherwise than was meant.
func (s *sampler) piles(part course.Part) map[string]string {
	piles := map[string]string{}
	for _, card := range part.Cards {
		piles[card.ID] = card.Pile
		if s.rand.IntN(6) == 0 {
			piles[card.ID] = course.PileLeft
		}
	}
	return piles
}

// sampleOpening says how the answers of an exercise read when both open them.
func sampleOpening(e course.Exercise) journal.Opening {
	return journal.Opening{
		Exercise: e.ID, Title: e.Title, Version: e.Version,
		Render: func(id string, p journal.Partner, kept json.RawMessage) (journal.OpenedPart, error) {
			var a course.Answer
			if err := json.Unmarshal(kept, &a); err != nil {
				return journal.OpenedPart{}, fmt.Errorf("sample answer: %w", err)
			}
			part, _ := e.Part(id)
			prompts := part.PromptFor(sampleRoles[p-1], sampleRoles[p.Other()-1])
			if part.Guess != "" {
				prompts = []string{part.Guess}
			}
			opened := journal.OpenedPart{Kind: string(part.Kind), Title: part.Title}
			opened.Prompts[p-1], opened.Words[p-1] = strings.Join(prompts, "\n"), part.Words(a)
			return opened, nil
		},
	}
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
	ground, _ := s.course.Exercise("before.ground")
	for i, part := range ground.Parts {
		if i+1 < len(telltale) && part.Private && part.Kind == course.Write {
			if err := s.save(ctx, ground.ID, part, course.Answer{Text: telltale[i+1]}); err != nil {
				return err
			}
		}
	}
	return nil
}
