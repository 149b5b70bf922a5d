package journal

import (
	"encoding/json"
	"time"
)

// Partner says which of the two. The first partner stands left, the second right.
type Partner int

// Nobody stands for "none of the two" or, where a thing has no single owner, "both".
const (
	Nobody Partner = iota
	First
	Second
)

// Other gives the other partner.
func (p Partner) Other() Partner {
	switch p {
	case First:
		return Second
	case Second:
		return First
	default:
		return Nobody
	}
}

// index gives 0 or 1, for arrays of two.
func (p Partner) index() int { return int(p) - 1 }

func (p Partner) valid() bool { return p == First || p == Second }

// Face is what the lock screen may show before anyone has unlocked.
type Face struct {
	Partner Partner
	Initial string
	Colour  int // an index into the palette of partner colours
	Joined  bool
}

// Person is a partner as both know them.
type Person struct {
	Partner Partner
	Name    string
	Colour  int
	Joined  time.Time // zero while this partner has not joined
}

// Kind of agreement.
type AgreementKind string

// The four kinds of agreement (promises.md, Words).
const (
	Plain           AgreementKind = "agreement"
	TemporaryAccess AgreementKind = "temporary access"
	Ritual          AgreementKind = "ritual"
	Goal            AgreementKind = "goal"
)

// Terms are what the two agree on: one wording.
type Terms struct {
	Kind     AgreementKind
	Title    string   // at most 120 characters
	Text     string   // at most 10,000 characters; the scope, for temporary access
	Why      string   // why it matters; the purpose, for temporary access
	Promises Partner  // who promises or gives; Nobody means both
	Start    Day      // the first day; empty means at once
	Review   Day      // when to look at it again, or empty
	End      Day      // the last day; needed for temporary access, at most 90 days after the start
	Bodies   bool     // about bodies or moving in: takes effect the next day at the earliest
	Exercise string   // the exercise it came from, or empty
	Rhythm   Rhythm   // how often it comes round; empty where it is never marked as kept
	On       int      // the weekday, 1 (Monday) to 7, on which something weekly comes round; 0 is any
	Steps    []string // of a goal: small steps on the way, at most twelve
}

// Version is one wording of an agreement. Nothing in it changes but who signed.
type Version struct {
	Number   int // from 1
	Terms    Terms
	By       Partner // who proposed it, and so signed it first
	Proposed time.Time
	Signed   [2]time.Time // zero where not signed
	Closed   time.Time    // when it was declined, withdrawn or replaced unsigned; zero while open or signed by both
	Event    string       // id of the event that holds the wording
}

// Both reports whether both partners have signed this version.
func (v Version) Both() bool { return !v.Signed[0].IsZero() && !v.Signed[1].IsZero() }

// struckOut reports whether the words of this version are gone: each has a title.
func (v Version) struckOut() bool { return v.Terms.Title == "" }

// From is the first day on which the version is in force, or empty while one
// signature is missing. Temporary access and anything about bodies or moving in
// waits for the day after the second signature (promise 3).
func (v Version) From() Day {
	if !v.Both() {
		return ""
	}
	last := v.Signed[0]
	if v.Signed[1].After(last) {
		last = v.Signed[1]
	}
	day := DayOf(last)
	if v.Terms.cools() {
		day = day.Add(1)
	}
	return max(day, v.Terms.Start)
}

// cools reports whether the terms take effect the next day at the earliest.
func (t Terms) cools() bool { return t.Kind == TemporaryAccess || t.Bodies }

// Agreement is a thing both promise, in all its versions.
type Agreement struct {
	ID       string
	Versions []Version // oldest first, never empty
	LeftBy   Partner   // who left it, or Nobody
	LeftAt   time.Time
	LeftSaid Day // the day it was said
	Lapsed   Day // the day it lapsed, when that was recorded
	Struck   bool
	Kept     []KeptMark     // in the ledger's order; those taken back are not among them
	Done     map[string]Day // small steps of a goal that are done, by their words
	lapsed   int            // the newest version that lapsed; it and those before it are over for good
	reviewed reviewed
	rest     rest
}

// AgreementState is where an agreement stands on one day.
type AgreementState string

// What an agreement can be. Proposed ones have no version in force yet; a change
// proposed to one in force leaves it in force.
const (
	StateProposed AgreementState = "proposed" // waits for a signature
	StateSigned   AgreementState = "signed"   // signed by both, begins on a later day
	StateInForce  AgreementState = "in force"
	StateResting  AgreementState = "resting" // not signed; may be brought back later
	StateEnded    AgreementState = "ended"   // left, or its last day is over
)

// Boundary belongs to one partner (promise 2).
type Boundary struct {
	ID       string
	Owner    Partner
	Versions []BoundaryVersion // oldest first, never empty
	Ended    time.Time         // zero while it stands
	Struck   bool
}

// BoundaryVersion is one wording of a boundary.
type BoundaryVersion struct {
	Number       int
	Title        string
	Text         string
	At           time.Time
	Acknowledged time.Time // when the other acknowledged this wording; zero if not
	Cannot       time.Time // when the other said that they can't; zero if not
	Event        string
}

// Latest gives the wording that stands.
func (b Boundary) Latest() BoundaryVersion { return b.Versions[len(b.Versions)-1] }

// Reflection is what was opened together. It keeps the prompts as they were shown.
type Reflection struct {
	ID       string // the event
	Exercise string
	Title    string // the exercise's title as it was shown
	Version  int    // of the exercise
	At       time.Time
	Parts    []OpenedPart
	Struck   bool

	SharedBy  Partner // who shared own words alone; Nobody for what both opened
	TakenBack bool    // shared, and taken back by its writer
}

// OpenedPart is one part of an exercise as both answered it; index 0 is the first partner.
type OpenedPart struct {
	Part    string             `json:"part"`
	Kind    string             `json:"kind"`
	Title   string             `json:"title,omitempty"`
	Prompts [2]string          `json:"prompts"`
	Words   [2]string          `json:"words"`           // readable text; empty where a partner had nothing to write
	Answers [2]json.RawMessage `json:"answers"`         // as they were kept
	Keeps   string             `json:"keeps,omitempty"` // the plan it became, such as "trigger plan"
	Reply   bool               `json:"reply,omitempty"` // the other answers it with yes, not yet, let us talk
	Days    [2]Day             `json:"days,omitzero"`   // when each side was written
	Marks   [2]string          `json:"-"`               // how each side's words were met, as the other marked it
}

// Closing is how a sitting ended: one word each, the next date, one small thing.
type Closing struct {
	Event string
	At    time.Time
	Here  []Partner
	Words [2]string
	Next  Day    // may be empty
	When  string // time of day as they wrote it, may be empty
	Small string
}

// StepState is how far a step has come.
type StepState struct {
	ID     string
	Closed time.Time // zero while open
	Sooner string    // why they went on before the least time, if they did
}

// Moment is anything that happened, as the timeline shows it.
type Moment struct {
	Number    int64 // in the ledger, from 1
	Event     string
	Kind      EventKind
	At        time.Time // in the zone it was made in
	By        Partner   // Nobody means both
	Title     string    // a name, a title or words the couple wrote; may be empty
	Version   int       // of an agreement, boundary or exercise; 0 where it has none
	Thing     Thing
	TakenBack bool
	Struck    bool
}

// ThingKind says what a moment belongs to.
type ThingKind string

// The things that a moment can lead to.
const (
	ThingNone       ThingKind = ""
	ThingAgreement  ThingKind = "agreement"
	ThingBoundary   ThingKind = "boundary"
	ThingReflection ThingKind = "reflection"
	ThingStep       ThingKind = "step"
	ThingSitting    ThingKind = "sitting"
	ThingSlip       ThingKind = "slip"
	ThingCheckIn    ThingKind = "check-in"
	ThingLastWords  ThingKind = "last words"
)

// Thing names one thing of the journal.
type Thing struct {
	Kind ThingKind
	ID   string
}

// State is all that was shared, as the ledger adds up. It is a value: readers
// may keep it, and nothing in it changes later.
type State struct {
	People      [2]Person
	Apart       bool // they live apart
	Began       time.Time
	Agreements  []Agreement          // in the order they were first proposed
	Boundaries  []Boundary           // in the order they were set
	Reflections []Reflection         // in the order they were opened
	Steps       []StepState          // steps that were closed, in that order
	Done        map[string]time.Time // exercises opened or closed by both; when last
	Skipped     map[string]time.Time // exercises either chose to skip; when last
	Sittings    []Closing
	Slips       []Slip           // in the order they were named
	CheckIns    []OpenedCheckIns // in the order they were opened
	Surfaced    []Surfaced       // something new from before, in the order it came up
	Endings     []Ending         // in the order they were begun
	LastWords   []LastWords      // in the order they were left
	Moments     []Moment         // in the ledger's order
}

// Person gives one partner.
func (s State) Person(p Partner) Person {
	if !p.valid() {
		return Person{}
	}
	return s.People[p.index()]
}

// Agreement finds an agreement by id.
func (s State) Agreement(id string) (Agreement, bool) {
	for _, a := range s.Agreements {
		if a.ID == id {
			return a, true
		}
	}
	return Agreement{}, false
}

// Boundary finds a boundary by id.
func (s State) Boundary(id string) (Boundary, bool) {
	for _, b := range s.Boundaries {
		if b.ID == id {
			return b, true
		}
	}
	return Boundary{}, false
}

// Reflection finds what was opened by its id.
func (s State) Reflection(id string) (Reflection, bool) {
	for _, r := range s.Reflections {
		if r.ID == id {
			return r, true
		}
	}
	return Reflection{}, false
}

// StepClosed says when a step was closed.
func (s State) StepClosed(id string) (time.Time, bool) {
	for _, st := range s.Steps {
		if st.ID == id {
			return st.Closed, true
		}
	}
	return time.Time{}, false
}

// Draft is one part of an exercise as its writer keeps it, sealed to them.
type Draft struct {
	Exercise string
	Part     string
	Revision int64
	Finished bool
	Private  bool            // is not opened together with the rest
	Answer   json.RawMessage // the part's answer; course.Answer as JSON
	Day      Day             // the day it was last written
	Paper    Day             // the day it was written on a paper sheet, if it was
}

// Progress says how far an exercise is, as the holder may know it. What the
// other partner has begun but not finished stays unknown (promise 1).
type Progress struct {
	Begun    bool // the holder has a draft
	Finished bool // the holder has finished
	Theirs   bool // the other has finished
	Opened   bool // it was opened together, or closed by both
	Skipped  bool
}
