package course

// Dealt gives the part as it is done for the n-th time, counted from 0: a part
// with a deck gets its next cards, in the deck's order, and none comes again
// before all were dealt. Any other part is given back as it is.
func (p Part) Dealt(n int) Part {
	if len(p.Deck) == 0 {
		return p
	}
	hands := len(p.Deck) / p.Draw
	at := (n % hands) * p.Draw
	p.Pieces = nil
	for _, q := range p.Deck[at : at+p.Draw] {
		p.Pieces = append(p.Pieces, Piece{ID: q.ID, For: ForBoth, Prompt: q.Text})
	}
	return p
}

// Dealt gives the exercise as it is done for the n-th time, counted from 0.
func (e Exercise) Dealt(n int) Exercise {
	parts := make([]Part, len(e.Parts))
	for i, p := range e.Parts {
		parts[i] = p.Dealt(n)
	}
	e.Parts = parts
	return e
}
