package app

import (
	"context"

	"goldseam.app/data/journal"
)

// sampleOutcomes are the agreements that come out of an exercise.
var sampleOutcomes = map[string][]sampleTopic{
	"before.how": sampleFirst,
	"talk.needs": {{journal.Plain, "For the need to hear it early", [2]string{
		"On Thursdays before noon Noor writes how Friday will look. If it changes, Noor says so within the hour.\nOn a bad day one word is enough: “later” or “home”.",
	}, "Fridays are easier when they have a shape.", journal.First, false}},
	"talk.rules": {{journal.Plain, "Our rules for hard talks", [2]string{
		"We talk on Sundays at half past seven, one subject each time, not after ten and not after drinking.\nWhen one of us says “lantern”, we both stop. Whoever stopped names a time and begins again then.\nNo shouting, no threats, no audience, and no quarrels by text.",
	}, "A hard thing needs a rail to hold on to.", journal.Nobody, false}},
	"talk.weekly": {{journal.Ritual, "Our weekly half-hour", [2]string{
		"On Wednesdays at eight we ring each other for half an hour: a thank you, what was kept, what hurt, one wish. Either can pass. Afterwards we talk about the news or nothing.",
	}, "What hurts has a place to go.", journal.Nobody, false}},
	"bounds.contact": {{journal.Plain, "How we stay in touch", [2]string{
		"One message at six, a call on Wednesdays. At work and after ten it can wait.\nWhoever wants quiet says “only quiet” and when it ends.",
	}, "A little that comes is better than a lot that does not.", journal.Nobody, false}},
	"bounds.expect": {{journal.Plain, "What we can count on", [2]string{
		"Bad news is told on the same day. Money from the shared account is talked about first. Neither of us shouts, also in a quarrel.\nIf one of us can’t keep to it, we say so before, and not after.",
	}, "New days need new standards, and both of us know them.", journal.Nobody, false}},
	"bounds.reassure": {{journal.Plain, "When fear asks", [2]string{
		"Eli may ask: “Is there anything that I should know about today?” Noor puts things down and answers in a few true sentences.\nIf it can’t be answered well, Noor names an hour and begins then.",
	}, "A small question should not have to become a large one.", journal.Nobody, false}},
	"steady.promises": {{journal.Plain, "A small promise: good night by ten", [2]string{
		"Noor writes good night by ten, for the next four weeks. If it was forgotten, Noor says so at breakfast.",
	}, "It is small enough to be kept.", journal.First, false}},
	"steady.triggers": {{journal.Plain, "When the alarm goes off", [2]string{
		"Our word is “weather”. It blames nobody.\nEli puts both feet on the floor. Noor stops, says where Noor is, and asks: “Near or far?”\nNobody argues in that hour. Nobody touches without asking.",
	}, "We want to know what to do when it is hard to think.", journal.Nobody, false}},
	"steady.slip": {{journal.Plain, "When a slip happens", [2]string{
		"Whoever slips says so on the same day, before nine in the evening: what, when, and whether it is over. By telephone, and not at the door.\nThen they ask what it did, listen, and say what they will change. Nobody has to say that it is all right.",
	}, "It is agreed before it is needed.", journal.Nobody, false}},
	"repair.room": {{journal.Plain, "How we take room, and come back", [2]string{
		"It is enough to write “I need room”. Nobody asks why.\nWhoever takes it says when we look again. Until then one line about keys or money is fine, and no more.",
	}, "Room that is given freely is a rest.", journal.Nobody, false}},
	"renew.routines": {{journal.Ritual, "Five minutes at the sink", [2]string{
		"When we are in one place we wash up together after supper, and each tells one good thing. Otherwise each sends one line.",
	}, "A small thing that comes round.", journal.Nobody, false}, {journal.Ritual, "Something new on Saturdays", [2]string{
		"Every other Saturday from three to six we do something that neither of us has done before. We choose by turns.",
	}, "Places without old stories.", journal.Nobody, false}},
	"renew.goals": {{journal.Goal, "In three months: ten calm Sundays", [2]string{
		"We both see ten Sundays on which nobody left the table without naming a time. Noor comes on time. Eli puts the questions on a list.\nIf it does not fit, we make it smaller.",
	}, "It can be seen, and it is good for both of us, also if we part.", journal.Nobody, false}},
	"forgive.debt": {{journal.Plain, "What we no longer use in a fight", [2]string{
		"In quarrels about something else Noor no longer uses how hard the last months were, and Eli no longer uses the word June.\nNaming the hurt itself is always fine.",
	}, "A quarrel about bins should be about bins.", journal.Nobody, false}},
}

// sampleOwnLines are the boundaries that come out of an exercise.
var sampleOwnLines = map[string]sampleBoundary{
	"talk.nonnegotiable": {journal.Second, "When I am told that I imagine it", [2]string{
		"I get up and go home. I come back to that talk on another day, if I want to.",
		"I say “I saw it” once, and then I end the talk for that day.",
	}},
	"bounds.close": {journal.Second, "My room, for now", [2]string{
		"For now I sleep alone. If that changes, I say so myself.",
		"For now I sleep alone. I may change my mind on any day, in both directions.",
	}},
	"forgive.lesson": {journal.First, "No drawer that is locked", [2]string{
		"When I notice that I keep something back because it is nice, I tell it the same day. If I can’t, I don’t go there again.",
		"When I notice that I hide that I am somewhere, I leave, and I tell it at supper.",
	}},
}

// outcome makes the next thing that an exercise leaves behind, when there is room for it.
func (s *sampler) outcome(ctx context.Context, exercise string) error {
	if s.spare() < 4 && s.rest > 1 {
		return nil
	}
	if b, ok := sampleOwnLines[exercise]; ok && s.bounds[b.title] == "" {
		return s.setBoundary(ctx, b, true)
	}
	if exercise == "bounds.access" && s.stateOf(sampleAccess[1].title) == journal.StateEnded {
		return accessOf(1)(s, ctx)
	}
	for _, t := range sampleOutcomes[exercise] {
		if s.topics[t.title] == "" {
			return s.agreeAfter(ctx, exercise, t)
		}
	}
	return nil
}

// agreeAfter agrees on something that came out of an exercise.
func (s *sampler) agreeAfter(ctx context.Context, exercise string, t sampleTopic) error {
	by := s.proposer(t)
	terms := s.terms(t, 0)
	terms.Exercise = exercise
	if t.kind != journal.Goal {
		terms.Review = ""
	}
	if err := s.proposeTerms(ctx, by, terms); err != nil {
		return err
	}
	return s.sign(ctx, by.Other(), t.title)
}
