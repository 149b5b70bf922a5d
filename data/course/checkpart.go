package course

import (
	"errors"
	"fmt"
	"slices"
)

// partChecks has what each kind of part must carry.
var partChecks = map[PartKind]func(Part) error{
	Read:    checkRead,
	Write:   checkWrite,
	Compose: checkCompose,
	Choose:  checkChoose,
	Scale:   checkScale,
	Sort:    checkSort,
	Turns:   checkTurns,
	Guess:   func(p Part) error { return filled("guess", p.Guess) },
	Agree:   checkAgree,

	Practise: checkPractise,
	Letter:   checkLetter,
}

func checkPart(p Part) error {
	check, ok := partChecks[p.Kind]
	if !ok {
		return fmt.Errorf("unknown kind %q", p.Kind)
	}
	if !p.For.known() {
		return fmt.Errorf("unknown audience %q", p.For)
	}
	return errors.Join(filled("title", p.Title), checkForeign(p), checkPlace(p), checkAlso(p.Also), check(p))
}

// checkForeign refuses fields that only another kind of part has.
func checkForeign(p Part) error {
	owners := map[PartKind]bool{
		Read:     len(p.Text)+len(p.Lines) > 0 || p.Pair != nil,
		Write:    len(p.Labels)+len(p.Deck)+p.Draw > 0 || p.Reply,
		Compose:  len(p.Pieces) > 0 || p.Keeps != "",
		Choose:   len(p.Choices) > 0 || p.Several,
		Scale:    p.Low+p.High != "",
		Sort:     len(p.Cards) > 0 || p.Piles != [2]string{},
		Turns:    p.Minutes+p.Rounds != 0 || len(p.Rules) > 0,
		Guess:    p.Guess != "",
		Agree:    p.Draft != nil || p.From != "",
		Practise: p.Days != 0 || p.Daily || p.Report != "",
	}
	for kind, used := range owners {
		if used && kind != p.Kind {
			return fmt.Errorf("a %s part has fields of a %s part", p.Kind, kind)
		}
	}
	return nil
}

// checkPlace wants what comes after the opening to be for both, and nothing kept of it.
func checkPlace(p Part) error {
	switch {
	case p.After && p.Kind != Read && p.Kind != Turns:
		return errors.New("after is only for read and turns")
	case p.Reply && p.Private:
		return errors.New("a private part can't have a reply")
	}
	return nil
}

func checkAlso(list []Also) error {
	for _, also := range list {
		if err := errors.Join(filled("also text", also.Text), checkLines("also fits", also.Fits)); err != nil {
			return err
		}
	}
	return nil
}

// checkAsks wants a prompt for whoever does the part, whatever their roles.
func checkAsks(p Part) error {
	if p.Prompt == "" && (p.PromptRepairing == "" && p.For != ForHurt || p.PromptHurt == "" && p.For != ForRepairing) {
		return errors.New("prompt is empty")
	}
	return nil
}

func checkRead(p Part) error {
	if p.Pair != nil {
		if err := filled("pair.helps", p.Pair.Helps, "pair.hurts", p.Pair.Hurts); err != nil {
			return err
		}
	}
	return errors.Join(checkLines("text", p.Text), checkTexts("lines", p.Lines))
}

func checkWrite(p Part) error {
	if len(p.Labels) > 0 && (len(p.Labels) < 2 || len(p.Labels) > maxList) {
		return fmt.Errorf("%d labels, between 2 and %d wanted", len(p.Labels), maxList)
	}
	return errors.Join(checkAsks(p), checkTexts("labels", p.Labels), checkDeck(p))
}

// checkDeck wants whole hands: no card is left over when all were dealt.
func checkDeck(p Part) error {
	if len(p.Deck) == 0 && p.Draw == 0 {
		return nil
	}
	if p.Draw < 1 || len(p.Deck) == 0 || len(p.Deck) > maxList || len(p.Deck)%p.Draw != 0 {
		return fmt.Errorf("a deck of %d cards can't be dealt %d at a time", len(p.Deck), p.Draw)
	}
	ids := make([]string, 0, len(p.Deck))
	for _, q := range p.Deck {
		ids = append(ids, q.ID)
		if err := filled("card text", q.Text); err != nil {
			return fmt.Errorf("card %s: %w", q.ID, err)
		}
	}
	return checkIDs("card", ids, innerID)
}

func checkPractise(p Part) error {
	if p.Days < 1 || p.Days > 60 {
		return fmt.Errorf("%d days, between 1 and 60 wanted", p.Days)
	}
	return errors.Join(checkAsks(p), filled("report", p.Report))
}

func checkLetter(p Part) error {
	if !p.Private {
		return errors.New("a letter is private")
	}
	return checkAsks(p)
}

// checkKeeps wants a label before each piece of what becomes a thing of its own.
func checkKeeps(p Part) error {
	if p.Keeps == "" {
		return nil
	}
	if !slices.Contains([]string{KeepsTriggerPlan, KeepsComfortMap, KeepsLoopMap}, p.Keeps) {
		return fmt.Errorf("keeps: unknown %q", p.Keeps)
	}
	for _, piece := range p.Pieces {
		if err := filled("label", piece.Label); err != nil {
			return fmt.Errorf("piece %s: %w", piece.ID, err)
		}
	}
	return nil
}

func checkCompose(p Part) error {
	if len(p.Pieces) < 2 || len(p.Pieces) > maxList {
		return fmt.Errorf("%d pieces, between 2 and %d wanted", len(p.Pieces), maxList)
	}
	ids := make([]string, 0, len(p.Pieces))
	for _, piece := range p.Pieces {
		ids = append(ids, piece.ID)
		asks := Part{For: piece.For, Prompt: piece.Prompt, PromptRepairing: piece.PromptRepairing, PromptHurt: piece.PromptHurt}
		if err := checkAsks(asks); err != nil {
			return fmt.Errorf("piece %s: %w", piece.ID, err)
		}
		if !piece.For.known() {
			return fmt.Errorf("piece %s: unknown audience %q", piece.ID, piece.For)
		}
	}
	return errors.Join(checkAsks(p), checkKeeps(p), checkIDs("piece", ids, innerID))
}

func checkChoose(p Part) error {
	if len(p.Choices) < 2 || len(p.Choices) > maxList {
		return fmt.Errorf("%d choices, between 2 and %d wanted", len(p.Choices), maxList)
	}
	ids := make([]string, 0, len(p.Choices))
	for _, c := range p.Choices {
		ids = append(ids, c.ID)
		if err := filled("choice text", c.Text); err != nil {
			return err
		}
		if c.Family != "" && !p.Several {
			return fmt.Errorf("choice %s: families are for several", c.ID)
		}
	}
	return errors.Join(checkAsks(p), checkIDs("choice", ids, innerID))
}

func checkScale(p Part) error {
	return errors.Join(checkAsks(p), filled("low", p.Low, "high", p.High))
}

func checkSort(p Part) error {
	if len(p.Cards) < 2 || len(p.Cards) > maxList {
		return fmt.Errorf("%d cards, between 2 and %d wanted", len(p.Cards), maxList)
	}
	ids := make([]string, 0, len(p.Cards))
	for _, c := range p.Cards {
		ids = append(ids, c.ID)
		if c.Pile != PileLeft && c.Pile != PileRight {
			return fmt.Errorf("card %s: unknown pile %q", c.ID, c.Pile)
		}
		if err := filled("card text", c.Text, "card feedback", c.Feedback); err != nil {
			return fmt.Errorf("card %s: %w", c.ID, err)
		}
	}
	return errors.Join(filled("left pile", p.Piles[0], "right pile", p.Piles[1]), checkAsks(p), checkIDs("card", ids, innerID))
}

func checkTurns(p Part) error {
	if p.Minutes < 1 || p.Minutes > 30 || p.Rounds < 1 || p.Rounds > 10 {
		return errors.New("minutes or rounds is out of range")
	}
	return errors.Join(checkAsks(p), checkLines("rules", p.Rules))
}

func checkAgree(p Part) error {
	if p.Draft == nil {
		return errors.New("draft is missing")
	}
	d := p.Draft
	if !slices.Contains(draftKinds, d.Kind) {
		return fmt.Errorf("draft: unknown kind %q", d.Kind)
	}
	if p.From == "" {
		if err := filled("draft text", d.Text); err != nil {
			return err
		}
	}
	return errors.Join(checkAsks(p), filled("draft title", d.Title, "draft why", d.Why))
}
