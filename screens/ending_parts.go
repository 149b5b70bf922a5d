package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// endedPart says what has ended, and whose boundaries stay.
func (s *Ending) endedPart(state journal.State, e journal.Ending) fyne.CanvasObject {
	begun := widgets.NewText(endingBegun(state, e, s.journal.Today())+" "+lang.L("No new exercise or check-in begins. All that you opened stays readable."), widgets.Body)
	return endingPart(lang.L("What ended, and what stays"), append([]fyne.CanvasObject{begun}, s.accessAndBoundaries(state, e)...)...)
}

// overPart says how it came to its end, and what can still be done.
func (s *Ending) overPart(state journal.State, e journal.Ending) fyne.CanvasObject {
	over := goldNote(endingOver(state, e, s.journal.Today()))
	lines := []string{
		lang.L("Read everything here, and take it away."),
		lang.L("Leave what is still agreed, and end your own boundaries."),
		lang.L("Write for yourself, and erase what you never opened."),
	}
	if s.joined(state) {
		lines = append(lines, lang.L("Leave last words, or open them, or not."))
	}
	possible := bullets(lang.L("What is still possible, for each of you:"), lines...)
	return endingPart(lang.L("How it stands"), append([]fyne.CanvasObject{over, possible}, s.accessAndBoundaries(state, e)...)...)
}

// accessAndBoundaries lists the access that the ending ended, and what each
// partner's boundaries are.
func (s *Ending) accessAndBoundaries(state journal.State, e journal.Ending) []fyne.CanvasObject {
	day := map[string]any{"Day": longDay(journal.DayOf(e.At), s.journal.Today())}
	all := []fyne.CanvasObject{}
	if titles := endedAccess(state, e); len(titles) > 0 {
		all = append(all, bullets(lang.L("Temporary access that ended on {{.Day}}:", day), titles...))
	} else {
		all = append(all, widgets.NewText(lang.L("There was no temporary access to end."), widgets.Body))
	}
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		if titles := standingBoundaries(state, p); len(titles) > 0 {
			all = append(all, bullets(lang.L("{{.Name}}’s boundaries stay:", named(callName(state, p))), titles...))
		}
	}
	return all
}

// endedAccess are the titles of temporary access that both had signed and that
// ended because of the ending.
func endedAccess(state journal.State, e journal.Ending) []string {
	var titles []string
	for _, a := range state.Agreements {
		v := signedLast(a)
		if v.Both() && v.Terms.Kind == journal.TemporaryAccess && !a.Struck && !a.LeftAt.IsZero() && !a.LeftAt.Before(e.At) {
			titles = append(titles, v.Terms.Title)
		}
	}
	return titles
}

// standingBoundaries are the titles of a partner's boundaries that have not ended.
func standingBoundaries(state journal.State, owner journal.Partner) []string {
	var titles []string
	for _, b := range state.Boundaries {
		if b.Owner == owner && b.Ended.IsZero() && !b.Struck {
			titles = append(titles, b.Latest().Title)
		}
	}
	return titles
}

// agreedPart walks through what is agreed: it stays, or it is left.
func (s *Ending) agreedPart(state journal.State, e journal.Ending) fyne.CanvasObject {
	box := endingPart(lang.L("What stays agreed"),
		widgets.NewText(lang.L("What you agreed stays until one of you leaves it. Leaving is one person’s choice, at once and without a reason."), widgets.Body))
	none := true
	for _, a := range state.Agreements {
		if card := s.agreedCard(state, a); card != nil {
			box.Add(card)
			none = false
		}
	}
	if none {
		box.Add(widgets.NewText(lang.L("Nothing is agreed now."), widgets.Muted))
	}
	if !e.Over() && s.joined(state) {
		box.Add(s.newAgreements(state))
	}
	return box
}

// agreedCard is one agreement that binds, or waits to; nil for any other.
func (s *Ending) agreedCard(state journal.State, a journal.Agreement) fyne.CanvasObject {
	today := s.journal.Today()
	stand := a.State(today)
	if a.Struck || stand != journal.StateInForce && stand != journal.StateSigned && stand != journal.StateProposed {
		return nil
	}
	box := widgets.VGap(10, widgets.NewText(standing(a, today).Terms.Title, widgets.Question))
	look := s.small(lang.L("Look at it"), widgets.Quiet, func() { tellOf(s.OnAgreement, a.ID) })
	what := endingAsk{asksLeave, a.ID}
	switch {
	case stand == journal.StateProposed:
		box.Add(widgets.NewText(lang.L("Proposed by {{.Name}}. It binds nobody until both have signed it.", named(callName(state, a.Latest().By))), widgets.Small))
		box.Add(widgets.Wrap(12, look))
	case s.asks == what:
		box.Add(s.question(lang.L("It ends at once, for both of you. It needs no reason. What was stays in the history."),
			lang.L("It stays"), lang.L("Leave it now"), func() {
				s.act(func(ctx context.Context) error { return s.journal.Leave(ctx, a.ID, s.journal.Today()) })
			}))
	default:
		box.Add(widgets.NewText(lang.L("It stays. There is nothing to do."), widgets.Small))
		leave := s.opener(what, lang.L("Leave it"), widgets.Plain)
		leave.Small = true
		box.Add(widgets.Wrap(12, leave, look))
	}
	card := widgets.NewCard(box)
	card.Padding = 16
	return card
}

// newAgreements are three that many need, prepared to be edited.
func (s *Ending) newAgreements(state journal.State) fyne.CanvasObject {
	text := lang.L("Some things need an agreement of their own. These have words to begin with; change them until they are yours. Where the law has a say, ask someone who knows it.")
	if !s.journal.Both() {
		text += " " + lang.L("Only {{.Me}} is here now. What you propose waits for {{.Name}}, who may sign it or not.",
			map[string]any{"Me": callName(state, s.me()), "Name": callName(state, s.other())})
	}
	ways := widgets.Wrap(12)
	for _, d := range endingDrafts() {
		ways.Add(s.action(d.name, widgets.Plain, func() {
			if s.OnAgree != nil {
				s.OnAgree(d.draft)
			}
		}))
	}
	return widgets.VGap(10, widgets.NewText(lang.L("What you may need to agree on"), widgets.Subheading), widgets.NewText(text, widgets.Body), ways)
}

// childrenPart leads to how to tell the children.
func (s *Ending) childrenPart() fyne.CanvasObject {
	way := s.action(lang.L("Read: telling the children"), widgets.Plain, func() { tellIf(s.OnTelling) })
	return endingPart(lang.L("Telling the children"),
		widgets.NewText(lang.L("If there are children, a page helps you to tell them: together if that is safe, in a few true words, and without blame."), widgets.Body),
		widgets.Wrap(12, way))
}

// lastWordsPart says whether there are last words. Of those that were left for
// the holder it shows nothing.
func (s *Ending) lastWordsPart(state journal.State) fyne.CanvasObject {
	mine, theirs := state.LastWordsOf(s.me()), state.LastWordsOf(s.other())
	name := named(callName(state, s.other()))
	box := endingPart(lang.L("Last words"))
	if unopened(theirs) {
		box.Add(goldNote(lang.L("{{.Name}} has left last words for you. You can open them now, later, or never.", name)))
	}
	text := lang.L("You can leave a few last words for {{.Name}}. They open only if {{.Name}} chooses to.", name)
	if unopened(mine) {
		text = lang.L("Your last words wait for {{.Name}}. You can take them back until they are opened.", name)
	}
	box.Add(widgets.NewText(text, widgets.Body))
	box.Add(widgets.Wrap(12, s.action(lang.L("Go to the last words"), widgets.Plain, func() { tellIf(s.OnLastWords) })))
	return box
}

// takePart leads to what each partner takes away.
func (s *Ending) takePart() fyne.CanvasObject {
	return endingPart(lang.L("What you take away"),
		bullets(lang.L("Each of you may take what is theirs, alone:"),
			lang.L("All that you share, as plain text: choose “All that we share” in the summary. It belongs to both."),
			lang.L("Your own words, if you are here alone: choose “Just me” there. Nobody else learns of it."),
			lang.L("A sealed copy of the journal. It opens with the passphrase that you have now.")),
		widgets.Wrap(12,
			s.action(lang.L("Go to the summary"), widgets.Plain, func() { tellIf(s.OnSummary) }),
			s.action(lang.L("Make a sealed copy"), widgets.Plain, func() { tellIf(s.OnCopy) })))
}
