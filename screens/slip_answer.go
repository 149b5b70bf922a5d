package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// bothPartners are the two, first the one who stands left.
var bothPartners = []journal.Partner{journal.First, journal.Second}

// accounts are what both say happened, side by side and alike.
func (s *SlipPage) accounts(state journal.State, slip journal.Slip) fyne.CanvasObject {
	row := widgets.StackBelow(560, 16, []float32{1, 1})
	for _, p := range bothPartners {
		name := callName(state, p)
		head := widgets.HGap(12, widgets.NewAvatar(name, sideOf(p), 30), widgets.Fill(widgets.NewText(name, widgets.Heading)))
		row.Add(widgets.NewCard(widgets.VGap(12, head, accountText(state, slip, p))))
	}
	return row
}

// accountText is one partner's own account.
func accountText(state journal.State, slip journal.Slip, p journal.Partner) *widgets.Text {
	event := slip.ID
	if p != slip.By {
		event = slipAnswerOf(state, slip)
	}
	switch words := slip.Words[sideIndex(p)]; {
	case struckOut(state, event):
		return widgets.NewText(lang.L("Struck out by both of you."), widgets.Muted)
	case words == "":
		return widgets.NewText(lang.L("nothing written"), widgets.Muted)
	default:
		return widgets.NewText(words, widgets.Said)
	}
}

// slipAnswerOf finds the event of the answer that counts, or nothing.
func slipAnswerOf(state journal.State, slip journal.Slip) string {
	if slip.Answer == "" {
		return ""
	}
	for i := len(state.Moments) - 1; i >= 0; i-- {
		m := state.Moments[i]
		if m.Kind == journal.KindSlipAnswer && m.Thing.ID == slip.ID {
			return m.Event
		}
	}
	return ""
}

// struckOut tells whether both struck out the words of an event.
func struckOut(state journal.State, event string) bool {
	for _, m := range state.Moments {
		if m.Event == event {
			return m.Struck
		}
	}
	return false
}

// answer is how the other sees it, or the way to say so.
func (s *SlipPage) answer(state journal.State, slip journal.Slip) fyne.CanvasObject {
	mine := s.me == slip.By.Other() && slip.Mended.IsZero()
	if slip.Answer == "" {
		if mine {
			return s.answerCard(state, slip)
		}
		return nil
	}
	text := widgets.NewText(slipAnswerText(slip.Answer, callName(state, slip.By.Other())), widgets.Body)
	if !mine {
		return text
	}
	event := slipAnswerOf(state, slip)
	back := s.small(lang.L("Take my answer back"), widgets.Quiet, func() {
		s.act(func(ctx context.Context) error { return s.journal.TakeBackEvent(ctx, event) }, s.changed)
	})
	return widgets.VGap(2, text, widgets.Wrap(0, back))
}

func slipAnswerText(answer, name string) string {
	switch answer {
	case journal.SlipYes:
		return lang.L("{{.Name}} calls it a slip too.", named(name))
	case journal.SlipPartly:
		return lang.L("{{.Name}} calls it a slip in part.", named(name))
	default:
		return lang.L("{{.Name}} sees it differently.", named(name))
	}
}

// answerCard asks the one who did not name it how they see it. Leaving the card
// is an answer too.
func (s *SlipPage) answerCard(state journal.State, slip journal.Slip) fyne.CanvasObject {
	account := s.field(slipAccount, "", lang.L("How it was for me, if you want to say"),
		lang.L("Kept as you type. Only you can read it until you answer."))
	row := widgets.Wrap(12)
	for _, choice := range []struct{ answer, text string }{
		{journal.SlipYes, lang.L("Yes, it was a slip")},
		{journal.SlipPartly, lang.L("Partly")},
		{journal.SlipDiffer, lang.L("I see it differently")},
	} {
		b := s.action(choice.text, widgets.Plain, func() { s.give(account, choice.answer) })
		s.lead(b)
		row.Add(b)
	}
	ask := lang.L("How do you see it, {{.Name}}?", named(callName(state, s.me)))
	return widgets.NewCard(widgets.VGap(14, widgets.NewText(ask, widgets.Subheading), account.box, row,
		widgets.NewText(lang.L("You can also say nothing. Then leave this as it is."), widgets.Small)))
}

// give answers, with the account that was written.
func (s *SlipPage) give(account *slipField, answer string) {
	words := strings.TrimSpace(account.Entry.Text)
	s.act(func(ctx context.Context) error {
		err := s.journal.AnswerSlip(ctx, s.id, answer, words)
		if err == nil {
			_ = account.erase(ctx) // the words are shared now; a sealed copy that stays tells nothing more
		}
		return err
	}, s.changed)
}

// field makes a field whose words are kept as they are typed.
func (s *SlipPage) field(part, begin, label, sealed string) *slipField {
	f := newSlipField(s.journal, s.later, s.after, s.id, part, begin).framed(label, sealed, sideOf(s.me))
	f.laid = s.place.Refresh
	s.fields = append(s.fields, f)
	return f
}

// takeBack lets the one who named the slip take it back, until it is mended.
func (s *SlipPage) takeBack(state journal.State, slip journal.Slip) fyne.CanvasObject {
	if s.me != slip.By || !slip.Mended.IsZero() {
		return nil
	}
	if !s.taking {
		return widgets.Wrap(0, s.small(lang.L("Take this slip back"), widgets.Quiet, func() { s.ask(true) }))
	}
	keep := s.action(lang.L("Leave it as it is"), widgets.Plain, func() { s.ask(false) })
	back := s.action(lang.L("Take it back"), widgets.Plain, func() {
		s.act(func(ctx context.Context) error { return s.journal.TakeBackEvent(ctx, slip.ID) }, s.changed)
	})
	s.first = keep
	text := lang.L("If you take this slip back, it counts no longer, and what was said here is not shown any more. {{.Name}} can see that you took it back.",
		named(callName(state, slip.By.Other())))
	return widgets.NewCard(widgets.VGap(14, widgets.NewText(text, widgets.Body), widgets.Wrap(12, keep, back)))
}

// ask shows or hides the question whether the slip is taken back.
func (s *SlipPage) ask(on bool) {
	s.flushThen(func() {
		s.taking = on
		s.lay()
	})
}
