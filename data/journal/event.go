package journal

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"goldseam.app/data/vault"
)

// eventFormat is the shape of head and body; each kind has a version of its own.
const eventFormat = 1

// head is the part of an event that is signed and stays for ever, also when its
// words are struck out.
type head struct {
	Format  int       `json:"format"`
	Kind    EventKind `json:"kind"`
	Version int       `json:"version"`
	Device  string    `json:"device"`
	Number  int64     `json:"number"` // on that device, from 1
	Before  []byte    `json:"before"` // hash of the event before it; empty for the first
	Time    int64     `json:"time"`   // UTC milliseconds
	Zone    string    `json:"zone"`
	Offset  int       `json:"offset"` // seconds east of UTC
	Authors []Partner `json:"authors"`
	Facts   facts     `json:"facts"`
	Words   []byte    `json:"words"` // vault.WordsHash of the body
}

// facts are what the fold needs of an event besides its words.
type facts struct {
	Partner  Partner       `json:"partner,omitempty"`
	Key      []byte        `json:"key,omitempty"` // Ed25519 public key
	Colour   int           `json:"colour,omitempty"`
	Apart    bool          `json:"apart,omitempty"`
	Exercise string        `json:"exercise,omitempty"`
	Edition  int           `json:"edition,omitempty"` // the exercise's version
	Step     string        `json:"step,omitempty"`
	Thing    string        `json:"thing,omitempty"` // id of an agreement or boundary
	Version  int           `json:"version,omitempty"`
	Wording  []byte        `json:"wording,omitempty"` // hash of the event that holds the wording signed
	Kind     AgreementKind `json:"kind,omitempty"`
	Promises Partner       `json:"promises,omitempty"`
	Start    Day           `json:"start,omitempty"`
	Review   Day           `json:"review,omitempty"`
	End      Day           `json:"end,omitempty"`
	Bodies   bool          `json:"bodies,omitempty"`
	Rhythm   Rhythm        `json:"rhythm,omitempty"`
	On       int           `json:"on,omitempty"` // the weekday on which it comes round
	Day      Day           `json:"day,omitempty"`
	Event    string        `json:"event,omitempty"` // id of the event that this one is about
	Device   string        `json:"device,omitempty"`
	Answer   string        `json:"answer,omitempty"` // kept or not; how a slip came up, was answered, was mended
	Count    int           `json:"count,omitempty"`  // which small step of a goal, from 1
	Here     []Partner     `json:"here,omitempty"`
	Rows     []string      `json:"rows,omitempty"` // own writing that these words come from: backups may hold it still
}

// words are what the couple wrote in an event.
type words struct {
	Name  string       `json:"name,omitempty"`
	Title string       `json:"title,omitempty"`
	Text  string       `json:"text,omitempty"`
	Why   string       `json:"why,omitempty"`
	When  string       `json:"when,omitempty"`
	Said  [2]string    `json:"said,omitzero"`
	Parts []OpenedPart `json:"parts,omitempty"`
	Steps []string     `json:"steps,omitempty"` // the small steps of a goal

	CheckIns [2][]CheckIn `json:"checkins,omitzero"`
}

// entry is one event as read from the file or about to be written.
type entry struct {
	seq    int64
	id     string
	head   head
	raw    []byte // the head's exact bytes, which were signed
	sigs   map[int][]byte
	hash   [32]byte
	words  words
	struck bool // the body is empty
	at     time.Time
}

// by gives the single author, or Nobody for both.
func (e *entry) by() Partner {
	if len(e.head.Authors) == 1 {
		return e.head.Authors[0]
	}
	return Nobody
}

func (e *entry) both() bool {
	return len(e.head.Authors) == 2 && e.head.Authors[0] == First && e.head.Authors[1] == Second
}

func newID() string {
	b := make([]byte, 16)
	rand.Read(b) // never fails (crypto/rand)
	return hex.EncodeToString(b)
}

// sealedEvent is a row of the event table.
type sealedEvent struct {
	seq        int64
	id         string
	head, body []byte
}

func (r sealedEvent) bytes() int64 { return int64(len(r.head) + len(r.body)) }

// packHead joins a head and its signatures: length, head, then for each
// signature its signer and 64 bytes. Signers 3 and 4 are the new keys of a
// partner who changed keys.
func packHead(raw []byte, sigs map[int][]byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(raw)))
	out = append(out, raw...)
	for signer := 1; signer <= 4; signer++ {
		if sig, ok := sigs[signer]; ok {
			out = append(out, byte(signer))
			out = append(out, sig...)
		}
	}
	return out
}

var errShape = errors.New("not an event's shape")

func unpackHead(b []byte) (raw []byte, sigs map[int][]byte, err error) {
	if len(b) < 4 || uint64(len(b)-4) < uint64(binary.BigEndian.Uint32(b)) {
		return nil, nil, errShape
	}
	n := int(binary.BigEndian.Uint32(b))
	raw, b = b[4:4+n], b[4+n:]
	if len(b)%65 != 0 || len(b) > 4*65 {
		return nil, nil, errShape
	}
	sigs = make(map[int][]byte, 2)
	for ; len(b) > 0; b = b[65:] {
		sigs[int(b[0])] = b[1:65]
	}
	return raw, sigs, nil
}

// decodeStrict reads one JSON value and refuses fields that it does not know.
func decodeStrict(b []byte, v any) error { return new(strict).decode(b, v) }

// strict does what decodeStrict does, one value after another: a decoder takes
// longer to make than to use.
type strict struct {
	in      bytes.Reader
	decoder *json.Decoder
	read    int64         // bytes that the decoder was given
	left    *atomic.Int64 // elements of lists that all values together may still have, or nil
}

func (s *strict) decode(b []byte, v any) error {
	if err := allow(b, s.left); err != nil {
		return err
	}
	if s.decoder == nil {
		s.decoder, s.read = json.NewDecoder(&s.in), 0
		s.decoder.DisallowUnknownFields()
	}
	s.in.Reset(b)
	s.read += int64(len(b))
	err := s.decoder.Decode(v)
	if err != nil || s.decoder.InputOffset() != s.read {
		s.decoder = nil // what is left in it must not reach the next value
	}
	return err
}

func headBind(journal, id string) vault.Bind {
	return vault.Bind{Purpose: "event.head", Journal: journal, Row: id}
}

func bodyBind(journal, id string) vault.Bind {
	return vault.Bind{Purpose: "event.body", Journal: journal, Row: id}
}

// openHead unseals a row's head without looking at its words.
func openHead(key *vault.Key, journal string, row sealedEvent) (*entry, error) {
	o := opener{key: key, journal: journal}
	return o.head(row)
}

// opener unseals rows, one after another.
type opener struct {
	key     *vault.Key
	journal string
	json    strict
	zone    *time.Location // of the row before
	offset  int            // of zone
}

// head unseals a row's head without looking at its words.
func (o *opener) head(row sealedEvent) (*entry, error) {
	e := &entry{seq: row.seq, id: row.id}
	plain, err := vault.Open(o.key, headBind(o.journal, row.id), row.head)
	if err != nil {
		return e, err
	}
	if e.raw, e.sigs, err = unpackHead(plain); err != nil {
		return e, err
	}
	e.hash = vault.EventHash(o.journal, row.id, e.raw)
	if err := o.json.decode(e.raw, &e.head); err != nil {
		return e, fmt.Errorf("%w: %w", errShape, err)
	}
	e.at = time.UnixMilli(e.head.Time).In(o.zoneOf(&e.head))
	return e, nil
}

// zoneOf gives the zone of an event, which is most often that of the one before.
func (o *opener) zoneOf(h *head) *time.Location {
	if o.zone == nil || o.zone.String() != h.Zone || o.offset != h.Offset {
		o.zone, o.offset = time.FixedZone(h.Zone, h.Offset), h.Offset
	}
	return o.zone
}

// body unseals the words of e and compares them with the head's hash.
func (o *opener) body(e *entry, body []byte) error {
	if len(body) == 0 {
		e.struck = true
		return nil
	}
	plain, err := vault.Open(o.key, bodyBind(o.journal, e.id), body)
	if err != nil {
		return err
	}
	if len(plain) < 32 {
		return errShape
	}
	if h := vault.WordsHash(plain[:32], plain[32:]); !bytes.Equal(h[:], e.head.Words) {
		return errWordsDiffer
	}
	if string(plain[32:]) == "{}" {
		return nil // most signatures have no words
	}
	if err := o.json.decode(plain[32:], &e.words); err != nil {
		return fmt.Errorf("%w: %w", errShape, err)
	}
	return nil
}

var errWordsDiffer = errors.New("the words are not those that were signed")

// sealEvent writes head and words as a row and signs the head with each seed.
// It fills raw, hash and sigs of e.
func sealEvent(key *vault.Key, journal string, e *entry, seeds map[int]*vault.Seed) (sealedEvent, error) {
	row := sealedEvent{seq: e.seq, id: e.id}
	random := make([]byte, 32)
	rand.Read(random)
	text, err := json.Marshal(e.words)
	if err != nil {
		return row, err
	}
	hash := vault.WordsHash(random, text)
	e.head.Words = hash[:]
	if e.raw, err = json.Marshal(e.head); err != nil {
		return row, err
	}
	e.hash = vault.EventHash(journal, e.id, e.raw)
	e.sigs = make(map[int][]byte, len(seeds))
	for signer, seed := range seeds {
		e.sigs[signer] = seed.Sign(e.hash[:])
	}
	row.head = vault.Seal(key, headBind(journal, e.id), packHead(e.raw, e.sigs))
	row.body = vault.Seal(key, bodyBind(journal, e.id), append(random, text...))
	return row, nil
}
