package course

// Role is a partner's private choice that picks that partner's prompts. It is
// never shown beside a name and never exported.
type Role string

// The roles. RoleNone is a partner who has not chosen yet.
const (
	RoleNone      Role = ""
	RoleRepairing Role = "repairing" // mostly broke trust
	RoleHurt      Role = "hurt"      // mostly was hurt
	RoleBoth      Role = "both"      // different things each
	RoleUnsure    Role = "unsure"
)

// Audience says whom an exercise, a part or a piece is for.
type Audience string

// The audiences.
const (
	ForBoth      Audience = "both"
	ForRepairing Audience = "repairing"
	ForHurt      Audience = "hurt"
)

// fit reports whether one partner chose repairing and the other chose hurt.
// Only then do the two get different prompts.
func fit(mine, other Role) bool {
	return mine == RoleRepairing && other == RoleHurt || mine == RoleHurt && other == RoleRepairing
}

// meant reports whether something for a is for the partner with the role mine.
func (a Audience) meant(mine, other Role) bool {
	return a == ForBoth || a == "" || !fit(mine, other) || string(a) == string(mine)
}

// DoneBy reports whether the partner whose role is mine does the part. When the
// two roles don't fit together, both do every part.
func (p Part) DoneBy(mine, other Role) bool { return p.For.meant(mine, other) }

// PromptFor returns the prompts to show to the partner whose role is mine: the
// own one when the roles fit together, else both kinds where there are two. It
// is empty for a part that asks nothing, such as a page to read.
func (p Part) PromptFor(mine, other Role) []string {
	return prompts(p.Prompt, p.PromptRepairing, p.PromptHurt, mine, other)
}

// PiecesFor returns the pieces that the partner whose role is mine fills in.
func (p Part) PiecesFor(mine, other Role) []Piece {
	var pieces []Piece
	for _, piece := range p.Pieces {
		if piece.For.meant(mine, other) {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// PromptFor returns the prompts of the piece, as Part.PromptFor does.
func (p Piece) PromptFor(mine, other Role) []string {
	return prompts(p.Prompt, p.PromptRepairing, p.PromptHurt, mine, other)
}

func prompts(shared, repairing, hurt string, mine, other Role) []string {
	if fit(mine, other) {
		own := repairing
		if mine == RoleHurt {
			own = hurt
		}
		if own != "" {
			return []string{own}
		}
	} else if repairing != "" && hurt != "" {
		return []string{repairing, hurt}
	}
	return first(shared, repairing, hurt)
}

// first returns the first text that is not empty, alone.
func first(texts ...string) []string {
	for _, t := range texts {
		if t != "" {
			return []string{t}
		}
	}
	return nil
}
