package app

import (
	"context"

	"goldseam.app/data/journal"
)

// terms gives one wording of a topic, as it would be proposed today.
func (s *sampler) terms(t sampleTopic, wording int) journal.Terms {
	terms := journal.Terms{
		Kind: t.kind, Title: t.title, Text: t.texts[wording], Why: t.why, Promises: t.promises, Bodies: t.bodies,
		Rhythm: sampleRhythms[t.title].rhythm, On: sampleRhythms[t.title].on, Steps: sampleSteps[t.title],
	}
	switch t.kind {
	case journal.TemporaryAccess:
		terms.End = s.j.Today().Add(8 + s.rand.IntN(23))
		if terms.End == s.opt.Until {
			terms.End = terms.End.Add(1)
		}
	case journal.Goal:
		terms.Review = s.j.Today().Add(42)
	default:
		terms.Review = s.j.Today().Add(28)
	}
	return terms
}

// propose lets by propose a topic and remembers its id.
func (s *sampler) propose(ctx context.Context, by journal.Partner, t sampleTopic) error {
	return s.proposeTerms(ctx, by, s.terms(t, 0))
}

func (s *sampler) proposeTerms(ctx context.Context, by journal.Partner, terms journal.Terms) error {
	return s.add(ctx, by, func() error {
		id, err := s.j.Propose(ctx, terms)
		s.topics[terms.Title] = id
		return err
	})
}

// agree lets one propose and the other sign.
func (s *sampler) agree(ctx context.Context, t sampleTopic) error {
	by := s.proposer(t)
	if err := s.propose(ctx, by, t); err != nil {
		return err
	}
	return s.sign(ctx, by.Other(), t.title)
}

// proposer is who promises, or either of the two.
func (s *sampler) proposer(t sampleTopic) journal.Partner {
	if t.promises != journal.Nobody {
		return t.promises
	}
	return journal.Partner(1 + s.rand.IntN(2))
}

func (s *sampler) sign(ctx context.Context, p journal.Partner, title string) error {
	return s.add(ctx, p, func() error { return s.j.Sign(ctx, s.topics[title]) })
}

// stateOf says where a topic stands; one that was never proposed has ended.
func (s *sampler) stateOf(title string) journal.AgreementState {
	a, ok := s.j.State().Agreement(s.topics[title])
	if !ok {
		return journal.StateEnded
	}
	return a.State(s.j.Today())
}

func firstAgreements(s *sampler, ctx context.Context) error {
	e, _ := s.course.Exercise("before.how")
	for _, t := range sampleOutcomes[e.ID] {
		if err := s.agreeAfter(ctx, e.ID, t); err != nil {
			return err
		}
	}
	return s.add(ctx, journal.Nobody, func() error { return s.j.CloseExercise(ctx, e.ID, e.Title, e.Version) })
}

func topicOf(i int) act {
	return func(s *sampler, ctx context.Context) error { return s.agree(ctx, sampleTopics[i]) }
}

// someTopic agrees on something that they have no agreement about, signs what
// waits, or changes the wording of what is in force.
func someTopic(s *sampler, ctx context.Context) error {
	t := sampleTopics[s.draw("topics", len(sampleTopics))]
	switch s.stateOf(t.title) {
	case journal.StateEnded, journal.StateResting:
		return s.agree(ctx, t)
	case journal.StateInForce:
		return s.reword(ctx, t)
	default:
		return nil
	}
}

// changeTopic gives the first topic that is in force another wording.
func changeTopic(s *sampler, ctx context.Context) error {
	if t, ok := s.inForce(); ok {
		return s.reword(ctx, t)
	}
	return nil
}

// inForce draws a topic that is in force.
func (s *sampler) inForce() (sampleTopic, bool) {
	for range sampleTopics {
		t := sampleTopics[s.draw("in force", len(sampleTopics))]
		if s.stateOf(t.title) == journal.StateInForce {
			return t, true
		}
	}
	return sampleTopic{}, false
}

// reword proposes the other wording, which the other partner signs.
func (s *sampler) reword(ctx context.Context, t sampleTopic) error {
	by := journal.Partner(1 + s.rand.IntN(2))
	a, _ := s.j.State().Agreement(s.topics[t.title])
	if _, waits := a.Pending(); waits {
		return nil
	}
	err := s.add(ctx, by, func() error { return s.j.Change(ctx, a.ID, s.terms(t, a.Latest().Number%2)) })
	if err != nil {
		return err
	}
	return s.sign(ctx, by.Other(), t.title)
}

// leaveTopic lets either leave what is in force.
func leaveTopic(s *sampler, ctx context.Context) error {
	t, ok := s.inForce()
	if !ok {
		return nil
	}
	p := journal.Partner(1 + s.rand.IntN(2))
	said := s.j.Today().Add(-s.rand.IntN(2))
	return s.add(ctx, p, func() error { return s.j.Leave(ctx, s.topics[t.title], said) })
}

// declined lets one propose something to which the other says no.
func declined(s *sampler, ctx context.Context) error {
	t := sampleDeclined[s.draw("declined", len(sampleDeclined))]
	by := s.proposer(t)
	if err := s.propose(ctx, by, t); err != nil {
		return err
	}
	return s.add(ctx, by.Other(), func() error { return s.j.Decline(ctx, s.topics[t.title]) })
}

// withdrawn lets one take a proposal back before the other answers.
func withdrawn(s *sampler, ctx context.Context) error {
	t := sampleWithdrawn[s.draw("withdrawn", len(sampleWithdrawn))]
	by := s.proposer(t)
	if err := s.propose(ctx, by, t); err != nil {
		return err
	}
	return s.add(ctx, by, func() error { return s.j.Withdraw(ctx, s.topics[t.title]) })
}

// takeSignatureBack lets one sign something about bodies and take the signature
// back on the same evening, before it takes effect.
func takeSignatureBack(s *sampler, ctx context.Context) error {
	for _, t := range sampleTopics {
		if !t.bodies || s.stateOf(t.title) != journal.StateEnded {
			continue
		}
		if err := s.propose(ctx, journal.First, t); err != nil {
			return err
		}
		if err := s.sign(ctx, journal.Second, t.title); err != nil {
			return err
		}
		return s.add(ctx, journal.Second, func() error { return s.j.Unsign(ctx, s.topics[t.title]) })
	}
	return nil
}

func accessOf(i int) act {
	return func(s *sampler, ctx context.Context) error {
		if s.left() < 3 && s.rest > 1 {
			return nil // it needs a third moment when it ends
		}
		return s.agree(ctx, sampleAccess[i])
	}
}

// someAccess gives access that ends by itself, signs it anew, or ends it at once.
func someAccess(s *sampler, ctx context.Context) error {
	i := s.draw("access", len(sampleAccess))
	switch s.stateOf(sampleAccess[i].title) {
	case journal.StateEnded:
		return accessOf(i)(s, ctx)
	case journal.StateInForce:
		if s.rand.IntN(4) > 0 {
			return s.renewAccess(ctx, sampleAccess[i])
		}
		return s.add(ctx, journal.First, func() error { return s.j.Leave(ctx, s.topics[sampleAccess[i].title], "") })
	default:
		return nil
	}
}

// boundaryOf sets a boundary, which the other acknowledges or can't.
func boundaryOf(i int, fine bool) act {
	return func(s *sampler, ctx context.Context) error {
		return s.setBoundary(ctx, sampleBoundaries[i], fine)
	}
}

func (s *sampler) setBoundary(ctx context.Context, b sampleBoundary, fine bool) error {
	err := s.add(ctx, b.owner, func() error {
		id, err := s.j.SetBoundary(ctx, b.title, b.texts[0])
		s.bounds[b.title] = id
		return err
	})
	if err != nil {
		return err
	}
	return s.answerBoundary(ctx, b, fine)
}

func (s *sampler) answerBoundary(ctx context.Context, b sampleBoundary, fine bool) error {
	return s.add(ctx, b.owner.Other(), func() error {
		if fine {
			return s.j.Acknowledge(ctx, s.bounds[b.title])
		}
		return s.j.Cannot(ctx, s.bounds[b.title])
	})
}

// standing draws a boundary that stands.
func (s *sampler) standing() (sampleBoundary, journal.Boundary, bool) {
	for range sampleBoundaries {
		b := sampleBoundaries[s.draw("standing", len(sampleBoundaries))]
		if kept, ok := s.j.State().Boundary(s.bounds[b.title]); ok && kept.Ended.IsZero() {
			return b, kept, true
		}
	}
	return sampleBoundary{}, journal.Boundary{}, false
}

// someBoundary sets a boundary that doesn't stand, or has the other look at it anew.
func someBoundary(s *sampler, ctx context.Context) error {
	i := s.draw("boundaries", len(sampleBoundaries))
	kept, ok := s.j.State().Boundary(s.bounds[sampleBoundaries[i].title])
	if ok && kept.Ended.IsZero() {
		return changeBoundary(s, ctx)
	}
	return boundaryOf(i, s.rand.IntN(4) > 0)(s, ctx)
}

func changeBoundary(s *sampler, ctx context.Context) error {
	b, kept, ok := s.standing()
	if !ok {
		return nil
	}
	text := b.texts[kept.Latest().Number%2]
	err := s.add(ctx, b.owner, func() error { return s.j.ChangeBoundary(ctx, kept.ID, b.title, text) })
	if err != nil {
		return err
	}
	return s.answerBoundary(ctx, b, true)
}

func endBoundary(s *sampler, ctx context.Context) error {
	b, kept, ok := s.standing()
	if !ok {
		return nil
	}
	return s.add(ctx, b.owner, func() error { return s.j.EndBoundary(ctx, kept.ID) })
}

// takeAnswerBack lets one say that they can't, and take that back.
func takeAnswerBack(s *sampler, ctx context.Context) error {
	b, _, ok := s.standing()
	if !ok {
		return boundaryOf(3, true)(s, ctx)
	}
	if err := s.answerBoundary(ctx, b, false); err != nil {
		return err
	}
	return s.takeBackLast(ctx, b.owner.Other())
}
