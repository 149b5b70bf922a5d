package summary

import (
	"fmt"
	"time"

	"goldseam.app/data/journal"
)

// The name and the version of the record's form. The version counts up whenever
// a field is added, changes its meaning or goes.
const (
	RecordFormat  = "goldseam-record"
	RecordVersion = 1
)

// recordNote stands in every record (promise 7).
const recordNote = "This is your shared account. It is not proof of anything, and it is not therapy."

// Record is all that the two of them shared, for other programs to read. It has no
// drafts, roles, keys or colours. What one turned down, took back before it counted
// or skipped is not in it, and leaves no gap (promise 3). What was struck out or
// taken back says so and has no words. docs/export-format.md describes each field.
type Record struct {
	Format      string             `json:"format"`  // RecordFormat
	Version     int                `json:"version"` // RecordVersion
	Note        string             `json:"note"`
	Began       time.Time          `json:"began,omitzero"`
	Apart       bool               `json:"apart"` // they live apart
	People      []PersonRecord     `json:"people"`
	Steps       []StepRecord       `json:"steps"`     // in the order they were closed
	Exercises   []ExerciseRecord   `json:"exercises"` // the one done last comes last
	Reflections []ReflectionRecord `json:"reflections"`
	Agreements  []AgreementRecord  `json:"agreements"`
	Boundaries  []BoundaryRecord   `json:"boundaries"`
	CheckIns    []CheckInsRecord   `json:"check_ins"`
	Slips       []SlipRecord       `json:"slips"`
	Rests       []RestRecord       `json:"rests"`
	Endings     []EndingRecord     `json:"endings"`
	LastWords   []LastWordsRecord  `json:"last_words"` // those that were opened
	Sittings    []SittingRecord    `json:"sittings"`
	Moments     []MomentRecord     `json:"moments"` // in the journal's order
}

// Side says whose something is. Empty means that it isn't said.
type Side string

// The sides.
const (
	SideFirst  Side = "first"
	SideSecond Side = "second"
	SideBoth   Side = "both"
)

// UnmarshalText refuses what is no side.
func (s *Side) UnmarshalText(text []byte) error {
	switch *s = Side(text); *s {
	case "", SideFirst, SideSecond, SideBoth:
		return nil
	}
	return fmt.Errorf("no such side: %q", text)
}

// Date is a civil day, written 2006-01-02; empty means "no day".
type Date string

// UnmarshalText refuses what is no day.
func (d *Date) UnmarshalText(text []byte) error {
	if *d = Date(text); *d != "" && !journal.Day(text).Valid() {
		return fmt.Errorf("no such day: %q", text)
	}
	return nil
}

// Sides has something of each partner, side by side and never added up.
type Sides[T any] struct {
	First  T `json:"first,omitzero"`
	Second T `json:"second,omitzero"`
}

// PersonRecord is one of the two, once they have joined.
type PersonRecord struct {
	Partner Side      `json:"partner"`
	Name    string    `json:"name"`
	Joined  time.Time `json:"joined,omitzero"`
}

// StepRecord is a step of the course that both closed.
type StepRecord struct {
	ID     string    `json:"id"`
	Title  string    `json:"title,omitempty"` // as it was shown
	Closed time.Time `json:"closed,omitzero"`
	Sooner string    `json:"sooner,omitempty"` // why they went on before its least time
	Struck bool      `json:"struck,omitempty"`
}

// ExerciseRecord is an exercise that both opened or closed.
type ExerciseRecord struct {
	ID   string    `json:"id"`
	Done time.Time `json:"done,omitzero"` // when last
}

// ReflectionRecord is what both opened, or one shared of their own.
type ReflectionRecord struct {
	ID        string       `json:"id"`
	Exercise  string       `json:"exercise"`
	Edition   int          `json:"edition"`         // of the exercise
	Title     string       `json:"title,omitempty"` // as it was shown
	At        time.Time    `json:"at,omitzero"`
	SharedBy  Side         `json:"shared_by,omitempty"` // empty when both opened it
	Parts     []PartRecord `json:"parts"`               // those in which somebody wrote
	Struck    bool         `json:"struck,omitempty"`
	TakenBack bool         `json:"taken_back,omitempty"`
}

// PartRecord is one part of an exercise.
type PartRecord struct {
	ID     string        `json:"id"`
	Kind   string        `json:"kind"`
	Title  string        `json:"title,omitempty"`
	Keeps  string        `json:"keeps,omitempty"` // the plan it became
	Voices []VoiceRecord `json:"voices"`          // of those who wrote, the first partner first
}

// VoiceRecord is what one partner wrote in a part.
type VoiceRecord struct {
	Partner Side   `json:"partner"`
	Prompt  string `json:"prompt,omitempty"`
	Words   string `json:"words"`
	Day     Date   `json:"day,omitempty"`  // when it was written
	Mark    string `json:"mark,omitempty"` // how the other met it
}

// AgreementRecord is a thing both promise, or one has proposed.
type AgreementRecord struct {
	ID       string             `json:"id"`
	Title    string             `json:"title,omitempty"`
	Versions []VersionRecord    `json:"versions"` // signed by both, or waiting for a signature; oldest first
	Kept     []KeptRecord       `json:"kept"`
	Tally    Sides[TallyRecord] `json:"tally,omitzero"` // by the one who marked it
	Done     []DoneRecord       `json:"done"`           // small steps of a goal
	Reviewed []ReviewRecord     `json:"reviewed"`
	Review   Date               `json:"review,omitempty"` // when to look at it again, as of the last moment
	Left     LeftRecord         `json:"left,omitzero"`
	Lapsed   Date               `json:"lapsed,omitempty"` // the last day, once it was over
	Struck   bool               `json:"struck,omitempty"` // words of a version were struck out
}

// VersionRecord is one wording of an agreement. Numbers count the wordings in the record.
type VersionRecord struct {
	Number     int              `json:"number"`
	Kind       string           `json:"kind"`
	Title      string           `json:"title,omitempty"`
	Text       string           `json:"text,omitempty"`
	Why        string           `json:"why,omitempty"`
	Promises   Side             `json:"promises"`
	Start      Date             `json:"start,omitempty"`
	Review     Date             `json:"review,omitempty"`
	End        Date             `json:"end,omitempty"`
	Bodies     bool             `json:"bodies,omitempty"` // about bodies or moving in
	Exercise   string           `json:"exercise,omitempty"`
	Rhythm     string           `json:"rhythm,omitempty"`
	Weekday    int              `json:"weekday,omitempty"` // 1 (Monday) to 7
	Steps      []string         `json:"steps,omitempty"`   // of a goal
	ProposedBy Side             `json:"proposed_by"`
	Proposed   time.Time        `json:"proposed,omitzero"`
	Signed     Sides[time.Time] `json:"signed,omitzero"`
	From       Date             `json:"from,omitempty"` // the first day in force
	Struck     bool             `json:"struck,omitempty"`
}

// KeptRecord is one mark of the partner who was promised to.
type KeptRecord struct {
	ID   string `json:"id"` // of the mark, or of the check-ins it stands in
	By   Side   `json:"by"`
	Day  Date   `json:"day,omitempty"`
	Kept int    `json:"kept"`
	Of   int    `json:"of"`             // 0 when it did not come up
	Week bool   `json:"week,omitempty"` // the days of one week, in a check-in
}

// TallyRecord is how often something was kept: kept 12 of 14.
type TallyRecord struct {
	Kept int `json:"kept"`
	Of   int `json:"of"`
}

// DoneRecord is a small step that is done.
type DoneRecord struct {
	Step string `json:"step"`
	Day  Date   `json:"day,omitempty"`
}

// ReviewRecord is when both looked at an agreement and kept it.
type ReviewRecord struct {
	At      time.Time `json:"at,omitzero"`
	Version int       `json:"version"`
}

// LeftRecord is who left an agreement.
type LeftRecord struct {
	By   Side      `json:"by"`
	At   time.Time `json:"at,omitzero"`
	Said Date      `json:"said,omitempty"` // the day it was said
}

// BoundaryRecord is a boundary of one partner.
type BoundaryRecord struct {
	ID       string            `json:"id"`
	Owner    Side              `json:"owner"`
	Versions []BoundaryVersion `json:"versions"`       // oldest first
	Ended    time.Time         `json:"ended,omitzero"` // absent while it stands
}

// BoundaryVersion is one wording of a boundary, and how the other answered it.
type BoundaryVersion struct {
	Number       int       `json:"number"`
	Title        string    `json:"title,omitempty"`
	Text         string    `json:"text,omitempty"`
	At           time.Time `json:"at,omitzero"`
	Acknowledged time.Time `json:"acknowledged,omitzero"`
	Cannot       time.Time `json:"cannot,omitzero"` // when the other said that they can't
	Struck       bool      `json:"struck,omitempty"`
}

// CheckInsRecord are the check-ins that both opened at one moment.
type CheckInsRecord struct {
	ID     string          `json:"id"`
	At     time.Time       `json:"at,omitzero"`
	Of     []CheckInRecord `json:"of"` // the first partner's first, oldest first
	Struck bool            `json:"struck,omitempty"`
}

// CheckInRecord is what one partner answered.
type CheckInRecord struct {
	Partner Side            `json:"partner"`
	Day     Date            `json:"day,omitempty"`
	Since   bool            `json:"since,omitempty"`  // since they last sat, not the past seven days
	Rested  bool            `json:"rested,omitempty"` // "not this week"
	Asked   []AskedRecord   `json:"asked"`
	Words   string          `json:"words,omitempty"`
	Kept    []CountedRecord `json:"kept"`
}

// AskedRecord is one question, answered from 0 to 10 or left open.
type AskedRecord struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Low   string `json:"low,omitempty"`  // what 0 means
	High  string `json:"high,omitempty"` // what 10 means
	Value *int   `json:"value,omitempty"`
}

// CountedRecord is how often the other kept one agreement, as a check-in says.
type CountedRecord struct {
	Agreement string `json:"agreement"`
	Kept      int    `json:"kept"`
	Of        int    `json:"of"`
}

// SlipRecord is a time when something agreed was not kept, as one named it.
type SlipRecord struct {
	ID        string               `json:"id"`
	Agreement string               `json:"agreement"`
	By        Side                 `json:"by"`
	Whose     Side                 `json:"whose"`
	At        time.Time            `json:"at,omitzero"`
	Day       Date                 `json:"day,omitempty"` // when it happened
	Came      string               `json:"came,omitempty"`
	Answer    string               `json:"answer,omitempty"` // of the one who did not name it
	Accounts  Sides[AccountRecord] `json:"accounts,omitzero"`
	Repairs   []RepairRecord       `json:"repairs"`         // in the order they were said
	Mended    time.Time            `json:"mended,omitzero"` // when both called it mended
	Changes   bool                 `json:"changes,omitempty"`
	TakenBack bool                 `json:"taken_back,omitempty"`
}

// AccountRecord is how one partner tells a slip.
type AccountRecord struct {
	Words  string `json:"words,omitempty"`
	Struck bool   `json:"struck,omitempty"`
}

// RepairRecord is one thing that was said towards mending.
type RepairRecord struct {
	ID      string    `json:"id"`
	By      Side      `json:"by"`
	Station string    `json:"station"`
	At      time.Time `json:"at,omitzero"`
	Words   string    `json:"words,omitempty"` // empty when it was said aloud
	Struck  bool      `json:"struck,omitempty"`
}

// RestRecord is something new from before, and when both went on. It is nobody's.
type RestRecord struct {
	ID        string    `json:"id"`
	At        time.Time `json:"at,omitzero"`
	WentOn    time.Time `json:"went_on,omitzero"`
	TakenBack bool      `json:"taken_back,omitempty"`
}

// EndingRecord is the work coming to its end.
type EndingRecord struct {
	ID     string           `json:"id"`
	By     Side             `json:"by"` // who began it
	At     time.Time        `json:"at,omitzero"`
	Left   Sides[time.Time] `json:"left,omitzero"`   // when each left the journal alone
	Closed time.Time        `json:"closed,omitzero"` // when both closed it
	WentOn time.Time        `json:"went_on,omitzero"`
}

// LastWordsRecord is what one left for the other, who chose to open it. What
// nobody opened is not in a record, and leaves no gap.
type LastWordsRecord struct {
	ID     string    `json:"id"`
	By     Side      `json:"by"`
	At     time.Time `json:"at,omitzero"`
	Opened time.Time `json:"opened,omitzero"`
	Words  string    `json:"words,omitempty"`
	Struck bool      `json:"struck,omitempty"`
}

// SittingRecord is how a sitting ended.
type SittingRecord struct {
	ID     string        `json:"id"`
	At     time.Time     `json:"at,omitzero"`
	Here   []Side        `json:"here"`
	Words  Sides[string] `json:"words,omitzero"` // one word each
	Next   Date          `json:"next,omitempty"`
	When   string        `json:"when,omitempty"`  // the time of day, as they wrote it
	Small  string        `json:"small,omitempty"` // one small thing until then
	Struck bool          `json:"struck,omitempty"`
}

// MomentRecord is anything that happened, as the timeline shows it.
type MomentRecord struct {
	ID        string      `json:"id"`
	Kind      string      `json:"kind"`
	At        time.Time   `json:"at,omitzero"`
	By        Side        `json:"by,omitempty"`
	Title     string      `json:"title,omitempty"`
	Version   int         `json:"version,omitempty"` // of an agreement, boundary or exercise
	Thing     ThingRecord `json:"thing,omitzero"`
	TakenBack bool        `json:"taken_back,omitempty"`
	Struck    bool        `json:"struck,omitempty"`
}

// ThingRecord names what a moment belongs to.
type ThingRecord struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}
