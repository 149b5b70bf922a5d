package screens

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// accessNear is how many days before its end temporary access asks whether it
// may end.
const accessNear = 3

// endsSoon says whether temporary access comes to its end, and nothing follows it yet.
func endsSoon(a journal.Agreement, today journal.Day) bool {
	v, ok := a.InForce(today)
	_, waits := a.Pending()
	_, begins := beginning(a, today)
	return ok && v.Terms.Kind == journal.TemporaryAccess && !waits && !begins && today.Until(v.Terms.End) <= accessNear
}

// accessParts says when temporary access ends, and what its renewals have come to.
func (s *Agreements) accessParts(p *detailParts, a journal.Agreement, v journal.Version) {
	if v.Terms.Kind != journal.TemporaryAccess {
		return
	}
	today := s.journal.Today()
	if endsSoon(a, today) {
		p.body = append(p.body, widgets.NewText(endSentence(v, today), widgets.BodyBold))
	}
	if text := accessWord(a.AccessPattern()); text != "" {
		p.body = append(p.body, kindCard(text))
	}
}

// endSentence says when access ends by itself.
func endSentence(v journal.Version, today journal.Day) string {
	if v.Terms.End == today {
		return lang.L("It ends by itself, with this day.")
	}
	return lang.L("It ends by itself on {{.Day}}.", map[string]any{"Day": longDay(v.Terms.End, today)})
}

// accessWord is what Goldseam says to both about renewals that only ever grow, or
// that always come from one side (promise 5). It is empty when there is nothing to say.
func accessWord(pattern journal.AccessPattern) string {
	switch pattern {
	case journal.AccessGrows:
		return lang.L("Access is meant as a splint for a while, and here it has grown each time. You may like to talk about what would let it shrink.")
	case journal.AccessOneGives:
		return lang.L("Access is meant as a splint for a while, and here the same one of you has given it each time. You may like to talk about what would let it shrink.")
	default:
		return ""
	}
}

// nearEndButtons are two ways that look alike; to let it end comes first.
func (s *Agreements) nearEndButtons(p *detailParts, a journal.Agreement) {
	p.button(lang.L("Let it end"), func() {
		v := standing(a, s.journal.Today())
		s.say(lang.L("There is nothing to do.") + " " + endSentence(v, s.journal.Today()))
	})
	p.button(lang.L("Go on, signed afresh"), func() { s.goOn(a) })
}

// endedAccess offers another while of access that is over.
func (s *Agreements) endedAccess(p *detailParts, a journal.Agreement) {
	if may, day := s.journal.MayBringBack(a.ID); !may && a.LeftBy == journal.Nobody {
		p.note = restSentence(day, s.journal.Today())
		return
	}
	p.button(lang.L("Propose it again"), func() { s.goOn(a) })
}

// goOn opens the form for another while of temporary access. Access that one of
// them left is proposed as something new.
func (s *Agreements) goOn(a journal.Agreement) {
	if a.LeftBy != journal.Nobody {
		s.openRenewal(a, false, s.journal.Propose)
		return
	}
	if may, day := s.journal.MayBringBack(a.ID); !may {
		s.say(restSentence(day, s.journal.Today()))
		return
	}
	s.openRenewal(a, true, func(ctx context.Context, t journal.Terms) (string, error) {
		return a.ID, s.journal.Change(ctx, a.ID, t)
	})
}

func (s *Agreements) openRenewal(a journal.Agreement, change bool, write func(context.Context, journal.Terms) (string, error)) {
	form := s.openAgreementForm(renewed(signedLast(a).Terms, s.journal.Today()), change, write)
	form.sayKindly(accessWord(a.AccessPattern()))
}

// renewed gives the same purpose and scope for thirty more days, from the day
// after the last one, or from tomorrow.
func renewed(t journal.Terms, today journal.Day) journal.Terms {
	t.Start = max(t.End, today).Add(1)
	t.End, t.Review = t.Start.Add(suggestedAccess), ""
	return t
}
