package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// ownPart lets the holder destroy all that they wrote and never opened. How much
// that is shows only while nobody else is here.
func (s *Ending) ownPart() fyne.CanvasObject {
	box := endingPart(lang.L("Your own writing"))
	switch {
	case s.erased:
		box.Add(widgets.NewText(lang.L("Your unopened writing is erased."), widgets.Body))
	case s.journal.Both():
		box.Add(widgets.NewText(lang.L("How much you wrote for yourself shows only when you are here alone."), widgets.Body))
	default:
		box.Add(widgets.NewText(ownWritingText(s.journal.OwnWriting()), widgets.Body))
	}
	switch s.asks.what {
	case asksErase:
		box.Add(s.questionCard(lang.L("All that you wrote here and never opened or shared goes, with your drafts and letters, from the journal and from the backups in its folder. It can’t reach copies that were saved elsewhere, and not what was opened or shared."),
			lang.L("Keep it"), lang.L("Go on to erase"), func() { s.ask(endingAsk{what: asksEraseAgain}) }))
	case asksEraseAgain:
		box.Add(s.questionCard(lang.L("Nobody can bring it back, not even you. Erase all of it now?"),
			lang.L("Keep it"), lang.L("Erase it for good"), s.erase))
	default:
		if !s.journal.Both() && s.journal.OwnWriting() == 0 {
			return box
		}
		erase := s.opener(endingAsk{what: asksErase}, lang.L("Erase all my unopened writing"), widgets.Plain)
		if s.from.what == asksEraseAgain {
			s.safe = erase
		}
		box.Add(widgets.Wrap(12, erase))
	}
	return box
}

func ownWritingText(n int) string {
	switch n {
	case 0:
		return lang.L("There is nothing of yours here that was not opened or shared.")
	case 1:
		return lang.L("You have one piece of writing that was never opened or shared. Only you can read it.")
	default:
		return lang.L("You have {{.Count}} pieces of writing that were never opened or shared. Only you can read them.", map[string]any{"Count": n})
	}
}

// erase destroys the holder's unopened writing.
func (s *Ending) erase() {
	s.actThen(func(ctx context.Context) error {
		_, err := s.journal.EraseOwn(ctx)
		return err
	}, func() { s.erased = true })
}

// endPart is how the journal is closed or left, and that they may go on.
func (s *Ending) endPart(e journal.Ending) fyne.CanvasObject {
	box := endingPart(lang.L("The end"), bullets(lang.L("However it ends here, this is what it means:"),
		lang.L("The journal is for reading from then on. Nothing new begins in it."),
		lang.L("All of it stays readable for both of you, and each can take it away."),
		lang.L("Either of you can still leave what is agreed, end own boundaries, and erase own writing."),
		lang.L("Deleting the files is another thing. It is in Settings.")))
	box.Objects = append(box.Objects, s.ends(e)...)
	return box
}

// furtherPart is what either, or both, may still do about an end that came; nil
// when that is nothing.
func (s *Ending) furtherPart(e journal.Ending) fyne.CanvasObject {
	if ends := s.ends(e); len(ends) > 0 {
		return endingPart(lang.L("If you wish"), ends...)
	}
	return nil
}

// ends are the ways to close, to leave, and to go on.
func (s *Ending) ends(e journal.Ending) []fyne.CanvasObject {
	var ways []fyne.CanvasObject
	for _, way := range []fyne.CanvasObject{s.closing(e), s.leaving(e), s.goingOn()} {
		if way != nil {
			ways = append(ways, way)
		}
	}
	return ways
}

// closing is for both together.
func (s *Ending) closing(e journal.Ending) fyne.CanvasObject {
	switch {
	case !e.Closed.IsZero():
		return nil
	case !s.journal.Both():
		return widgets.NewText(lang.L("Closing the journal together takes both of you, here at one time. It can wait, and it doesn’t have to be."), widgets.Body)
	case s.asks.what == asksClose:
		return s.questionCard(lang.L("Do you both want to close the journal now? It stays readable for you both."),
			lang.L("Not now"), lang.L("Close it together"), func() { s.act(s.journal.CloseJournal) })
	}
	button := s.opener(endingAsk{what: asksClose}, lang.L("Close the journal together"), widgets.Gold)
	return widgets.VGap(10, widgets.NewText(lang.L("You are both here, so you can close it together."), widgets.Body), widgets.Wrap(12, button))
}

// leaving is for one alone, while they have not left.
func (s *Ending) leaving(e journal.Ending) fyne.CanvasObject {
	switch {
	case !e.Closed.IsZero(), !e.Left[sideIndex(s.me())].IsZero():
		return nil
	case s.asks.what == asksLeaving:
		return s.questionCard(lang.L("You leave at once. Nobody has to agree, and no reason is asked or kept. You can still read here and take away what is yours."),
			lang.L("Not now"), lang.L("Leave it now"), func() { s.act(s.journal.LeaveJournal) })
	}
	button := s.opener(endingAsk{what: asksLeaving}, lang.L("Leave it alone, now"), widgets.Plain)
	return widgets.VGap(10, widgets.NewText(lang.L("You may also leave it alone, at any time. Nobody has to agree."), widgets.Body), widgets.Wrap(12, button))
}

// goingOn is small, and only for both.
func (s *Ending) goingOn() fyne.CanvasObject {
	if !s.journal.Both() {
		return nil
	}
	return widgets.Wrap(12, s.small(lang.L("Go on together"), widgets.Quiet, func() { s.act(s.journal.GoOnTogether) }))
}
