package summary

import "goldseam.app/data/journal"

// Audience says for whom a summary is made.
type Audience string

// The audiences. What is for Me needs BuildOwn; the others are made by Build.
const (
	Us         Audience = ""
	Therapist  Audience = "therapist"
	Fridge     Audience = "fridge" // agreements in force alone, on one page
	Everything Audience = "record" // all that is shared, for one partner who is here alone
	Me         Audience = "me"     // one partner's own words
)

// Kind names a section of a summary.
type Kind string

// The sections. The last three are one partner's own.
const (
	KindInForce   Kind = "in force"
	KindQuestions Kind = "open questions"
	KindPlans     Kind = "plans"
	KindOpened    Kind = "opened"
	KindCharts    Kind = "check-ins"
	KindBreaks    Kind = "breaks"
	KindLastWords Kind = "last words"

	KindDrafts Kind = "drafts" // never opened
	KindSealed Kind = "sealed" // check-ins that were not opened
	KindMine   Kind = "mine"   // the holder's side of what was opened
)

// Entry names one thing that a summary may have: an agreement, a boundary, a
// reflection, a plan, a question, a slip, a draft or last words.
type Entry struct {
	Kind Kind
	ID   string
}

// Choice is what was chosen to include. The zero Choice includes nothing.
type Choice struct {
	For       Audience
	From, To  journal.Day // the span of what was opened, both ends included; empty means open
	Path      bool        // where they are on the path
	InForce   bool        // agreements and boundaries in force today
	Questions bool        // what both meant for a therapist, of what they opened; for Therapist only
	Plans     bool        // trigger plan, comfort map and loop map as they stand
	Opened    bool        // what was opened together in the span
	Charts    bool        // the check-ins of the span, each question as a chart
	Breaks    bool        // slips of the span that both call a slip, and when they were mended
	LastWords bool        // last words that were opened in the span; for Everything only

	Drafts bool // own writing that was not opened; for Me only, as the next two
	Sealed bool // own check-ins that were not opened
	Mine   bool // own words among what was opened in the span

	Without    map[Entry]bool // what of these is left out; nil leaves nothing out
	TitlesOnly bool           // leaves out the wording of agreements and boundaries
	Lang       string         // language of the words, such as "en"; empty means "en"
}

// Section gives the place where a section is switched on or off, or nil when
// there is no such section.
func (ch *Choice) Section(k Kind) *bool {
	switch k {
	case KindInForce:
		return &ch.InForce
	case KindQuestions:
		return &ch.Questions
	case KindPlans:
		return &ch.Plans
	case KindOpened:
		return &ch.Opened
	case KindCharts:
		return &ch.Charts
	case KindBreaks:
		return &ch.Breaks
	case KindLastWords:
		return &ch.LastWords
	case KindDrafts:
		return &ch.Drafts
	case KindSealed:
		return &ch.Sealed
	case KindMine:
		return &ch.Mine
	}
	return nil
}

// All gives the whole record: everything that was shared, with its wording.
func All(lang string) Choice {
	return Choice{For: Everything, Path: true, InForce: true, Plans: true, Opened: true, Charts: true, Breaks: true, LastWords: true, Lang: lang}
}

// spans reports whether a day is within the span.
func (ch Choice) spans(day journal.Day) bool {
	return (ch.From == "" || day >= ch.From) && (ch.To == "" || day <= ch.To)
}

// some reports whether anything of a kind was left out.
func (ch Choice) some(k Kind) bool {
	for e, out := range ch.Without {
		if out && e.Kind == k {
			return true
		}
	}
	return false
}
