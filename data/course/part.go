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

	Practise PartKind = "practise"
	Letter   PartKind = "letter"
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
	Also            []Also   `toml:"also"` // further lines of the prompt, where they fit what broke
	Placeholder     string   `toml:"placeholder"`
	After           bool     `toml:"after"` // read and turns: after the opening, with both present
	Reply           bool     `toml:"reply"` // write: the other answers it with yes, not yet, let us talk
	Keeps           string   `toml:"keeps"` // compose: what it becomes, one of the Keeps constants

	Labels []string   `toml:"labels"` // write: a list of own lines, each with one of these labels
	Deck   []Question `toml:"deck"`   // write: question cards, of which Draw are dealt at a time
	Draw   int        `toml:"draw"`

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

	Days   int    `toml:"days"`   // practise: how long it runs
	Daily  bool   `toml:"daily"`  // practise: a line each day
	Report string `toml:"report"` // practise: what is asked each day and at the end

	Guess string `toml:"guess"` // guess: the question about the other

	Draft *AgreementDraft `toml:"draft"` // agree
	From  string          `toml:"from"`  // agree: the part whose words fill the text
}

// What a composed part can become: a thing of its own, at hand where it is needed.
const (
	KeepsTriggerPlan = "trigger plan"
	KeepsComfortMap  = "comfort map"
	KeepsLoopMap     = "loop map"
)

// Also is a line of a prompt for couples in which a kind of break was named.
type Also struct {
	Fits []string `toml:"fits"` // ids of the choices of BrokeExercise
	Text string   `toml:"text"`
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
	Label           string   `toml:"label"` // stands before its words in the whole text; may be empty
}

// Question is a card of a deck.
type Question struct {
	ID   string `toml:"id"`
	Text string `toml:"text"`
}

// Choice is one line to pick.
type Choice struct {
	ID   string `toml:"id"`
	Text string `toml:"text"`
	Note string `toml:"note"` // shown small below it; may be empty

	Family string `toml:"family"` // a heading that choices share; may be empty
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
