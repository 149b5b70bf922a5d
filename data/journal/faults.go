package journal

import (
	"bytes"
	"errors"
	"slices"
)

// Fault is one thing that is wrong with the file: where, and what.
type Fault struct {
	Number int64  // the event's number, or 0 where there is none
	Place  string // as "event", "own writing", "ledger"
	What   string // a short phrase in English, a key for translations
}

// The places and kinds of faults.
const (
	placeEvent   = "event"
	placeLedger  = "ledger"
	placePrivate = "own writing"
	placeFile    = "file"

	whatHead         = "its sealed part does not open"
	whatWords        = "its words do not open"
	whatWordsDiffer  = "its words are not those that were signed"
	whatWordsMissing = "its words are missing, and nobody struck them out"
	whatNewer        = "a newer version wrote it"
	whatRule         = "it breaks a rule of the journal"
	whatOrder        = "it does not follow the event before it"
	whatGap          = "an event before it is missing"
	whatSignature    = "a signature does not fit"
	whatShorter      = "events at the end are missing"
	whatLonger       = "it was added after the journal's own count"
	whatOlder        = "the journal is older than when it was last used here"
	whatUnreadable   = "the rest cannot be read"
	whatMark         = "its mark does not open"
	whatDiffers      = "it is not what its mark says"
	whatRowMissing   = "a piece of own writing is missing"
	whatRowExtra     = "a piece of own writing was added from outside"
	whatRowOlder     = "a piece of own writing is not the one that was saved last"
	whatTip          = "the journal's count does not open"
	whatPages        = "the file's pages are damaged"
)

func (j *Journal) fault(number int64, place, what string) {
	j.faults = append(j.faults, Fault{Number: number, Place: place, What: what})
}

// blocked reports whether a fault keeps the journal from being written. Words
// that were removed from a backup before it was put back do not.
func (j *Journal) blocked() bool {
	return slices.ContainsFunc(j.faults, func(f Fault) bool {
		switch f.What {
		case whatWordsMissing:
			return !j.restored && f.Number > j.fold.restored
		case whatRowMissing:
			return !j.restored
		default:
			return true
		}
	})
}

// whatOf names err, or gives what when it has no better name.
func whatOf(err error, what string) string {
	switch {
	case errors.Is(err, errWordsDiffer):
		return whatWordsDiffer
	case errors.Is(err, errUnknownKind):
		return whatNewer
	default:
		return what
	}
}

// chain follows the ledger: each event names the hash of the one before, and
// counts up by one on its device. A restored backup goes on under a new device.
type chain struct {
	number int64
	hash   []byte
	device string
	onIt   int64
	lost   bool // the event before could not be read
}

// follow compares e with what came before, and says what is wrong, or "".
func (c *chain) follow(e *entry) string {
	what := ""
	switch {
	case c.lost:
	case e.seq != c.number+1:
		what = whatGap
	case !bytes.Equal(e.head.Before, c.hash):
		what = whatOrder
	case e.head.Device == c.device && e.head.Number != c.onIt+1,
		e.head.Device != c.device && e.head.Number != 1:
		what = whatOrder
	}
	*c = chain{number: e.seq, hash: e.hash[:], device: e.head.Device, onIt: e.head.Number}
	return what
}

func (c *chain) broken(seq int64) {
	c.number, c.lost = seq, true
}
