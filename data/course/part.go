package course

// PartKind names what partners do in a part.
type PartKind string

// The kinds of parts.
const (
	Read    PartKind = "read"
	Write   PartKind = "write"
	Compose PartKind = "compose"
	Choose  PartKind = "choose"
	Scale   PartKind = "scale"
	Sort    PartKind = "sort"
	Turns   PartKind = "turns"
	Guess   PartKind = "guess"
	Agree   PartKind = "agree"
)

// Part is one thing to do in an exercise. Which fields are filled depends on
// its kind.
type Part struct {
	ID              string   `toml:"id"` // unique in its exercise, stored in journals
	Kind            PartKind `toml:"kind"`
	Title           string   `toml:"title"`
	For             Audience `toml:"for"`         // who does it; both when left out
	Counterpart     string   `toml:"counterpart"` // the part that the other does meanwhile; both open side by side
	Private         bool     `toml:"private"`     // never opened unless its owner shares it
	Prompt          string   `toml:"prompt"`      // for both, and where no own prompt fits
	PromptRepairing string   `toml:"prompt_repairing"`
	PromptHurt      string   `toml:"prompt_hurt"`
	Placeholder     string   `toml:"placeholder"`

	Text  []string `toml:"text"`  // read: paragraphs
	Lines []string `toml:"lines"` // read: a list below the paragraphs
	Pair  *Pair    `toml:"pair"`  // read: what helps and what hurts

	Pieces []Piece `toml:"pieces"` // compose

	Choices []Choice `toml:"choices"` // choose; the screen adds "something else"
	Several bool     `toml:"several"` // choose: more than one

	Low  string `toml:"low"` // scale: what 0 means
	High string `toml:"high"`

	Piles [2]string `toml:"piles"` // sort: names of the left and the right pile
	Cards []Card    `toml:"cards"`

	Minutes int      `toml:"minutes"` // turns: for one speaker
	Rounds  int      `toml:"rounds"`
	Rules   []string `toml:"rules"`

	Guess string `toml:"guess"` // guess: the question about the other

	Draft *AgreementDraft `toml:"draft"` // agree
	From  string          `toml:"from"`  // agree: the part whose words fill the text
}

// Pair is the same thing said in two ways.
type Pair struct {
	Helps string `toml:"helps"`
	Hurts string `toml:"hurts"`
}

// Piece is one field of a composed statement.
type Piece struct {
	ID              string   `toml:"id"`
	For             Audience `toml:"for"` // both when left out
	Prompt          string   `toml:"prompt"`
	PromptRepairing string   `toml:"prompt_repairing"`
	PromptHurt      string   `toml:"prompt_hurt"`
	Placeholder     string   `toml:"placeholder"`
}

// Choice is one line to pick.
type Choice struct {
	ID   string `toml:"id"`
	Text string `toml:"text"`
	Note string `toml:"note"` // shown small below it; may be empty
}

// The two piles of a sort part.
const (
	PileLeft  = "left"
	PileRight = "right"
)

// Card is one sentence to sort. Pile is where it belongs, Feedback says why.
type Card struct {
	ID       string `toml:"id"`
	Text     string `toml:"text"`
	Pile     string `toml:"pile"`
	Feedback string `toml:"feedback"`
}

// AgreementDraft is what the agreements screen starts with. Kind is one of
// agreement, boundary, temporary access, ritual and goal.
type AgreementDraft struct {
	Kind  string `toml:"kind"`
	Title string `toml:"title"`
	Text  string `toml:"text"`
	Why   string `toml:"why"`
}
