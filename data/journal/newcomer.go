package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"goldseam.app/data/vault"
)

// Limits of what can be typed, in characters.
const (
	maxName  = 60
	maxTitle = 120
	maxText  = 10_000
	maxWord  = 60
	minCode  = 4
	maxCode  = 12
)

// The private roles. They are stored, so they never change.
const (
	RoleRepairing = "repairing"
	RoleHurt      = "hurt"
	RoleBoth      = "both"
	RoleUnsure    = "unsure"
)

// Newcomer is what a partner says of themself when joining.
type Newcomer struct {
	Name       string
	Colour     int
	Apart      bool // they live apart; the first partner says it for both
	Passphrase string
	Code       string // the hand-over code
	Role       string
}

// Check says what keeps n from joining: an *Invalid, or an error of vault about
// the passphrase. other is the partner who is there already, or a zero Person.
func (n Newcomer) Check(other Person) error {
	if err := checkName(n.Name, other); err != nil {
		return err
	}
	if n.Colour < 0 || n.Colour > 5 {
		return &Invalid{"Colour", ProblemUnknown}
	}
	if _, err := vault.NormalizePassphrase(n.Passphrase); err != nil {
		return err
	}
	if err := checkCode(n.Code); err != nil {
		return err
	}
	return checkRole(n.Role)
}

func checkName(name string, other Person) error {
	if err := checkLine("Name", name, maxName); err != nil {
		return err
	}
	if other.Name != "" && foldText(name) == foldText(other.Name) {
		return &Invalid{"Name", ProblemSameName}
	}
	return nil
}

// checkCode wants digits only: they are quick to type while the other waits.
func checkCode(code string) error {
	if n := len(code); n < minCode || n > maxCode || strings.Trim(code, "0123456789") != "" {
		return &Invalid{"Code", ProblemDigits}
	}
	return nil
}

func checkRole(role string) error {
	switch role {
	case RoleRepairing, RoleHurt, RoleBoth, RoleUnsure:
		return nil
	default:
		return &Invalid{"Role", ProblemUnknown}
	}
}

// checkLine wants one line with something visible in it.
func checkLine(field, s string, limit int) error {
	if strings.ContainsAny(s, "\n\r\t") {
		return &Invalid{field, ProblemControl}
	}
	if !hasInk(s) {
		return &Invalid{field, ProblemEmpty}
	}
	return checkOptional(field, s, limit)
}

// checkOptional wants text that can be kept and shown: valid, and without
// control characters other than line breaks and tabs.
func checkOptional(field, s string, limit int) error {
	if utf8.RuneCountInString(s) > limit {
		return &Invalid{field, ProblemTooLong}
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, forbidden) {
		return &Invalid{field, ProblemControl}
	}
	return nil
}

func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t'
}

// hasInk reports whether anything in s can be seen.
func hasInk(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// initialOf gives the first character of a name for the lock screen.
func initialOf(name string) string {
	var it norm.Iter
	it.InitString(norm.NFC, strings.TrimSpace(name))
	if it.Done() {
		return ""
	}
	first := string(it.Next())
	if utf8.RuneCountInString(first) > 4 {
		return string([]rune(first)[:1])
	}
	return strings.ToUpper(first)
}

// Create makes a new journal file at path with n as its first partner, who is
// then present and holds. It returns n's twelve recovery words. An existing file
// is never touched: ErrExists.
func Create(ctx context.Context, path string, o Options, n Newcomer) (*Journal, string, error) {
	if err := n.Check(Person{}); err != nil {
		return nil, "", err
	}
	j := &Journal{path: path, opt: o.withDefaults(), id: newID(), fold: newFold(), marks: map[string]mark{}, checked: true}
	journalKey := vault.NewKey()
	j.key = &journalKey
	j.last = tip{Device: newID()}
	j.faces[1] = Face{Partner: Second}
	member, err := j.newMember(First, n.Passphrase)
	if err != nil {
		return nil, "", err
	}
	j.db, err = build(ctx, path, func(ctx context.Context, tx *sql.Tx) error { return j.writeEmpty(ctx, tx) })
	if err != nil {
		return nil, "", err
	}
	if err := j.admit(ctx, First, n, member); err != nil {
		j.Close()
		_ = removeDatabase(path)
		return nil, "", err
	}
	return j, member.words, checkpointFile(ctx, j.db)
}

// Join adds the second partner, who is then present and holds. The first must be
// present. It returns the newcomer's recovery words. ErrSame means that both
// chose the same passphrase; both are then asked to choose anew.
func (j *Journal) Join(ctx context.Context, n Newcomer) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.here[0] == nil {
		return "", ErrNotPresent
	}
	if j.faces[1].Joined {
		return "", ErrJoined
	}
	if err := n.Check(j.fold.state.People[0]); err != nil {
		return "", err
	}
	same, err := j.opensWith(ctx, First, n.Passphrase)
	if err != nil {
		return "", err
	}
	if same {
		return "", ErrSame
	}
	member, err := j.newMember(Second, n.Passphrase)
	if err != nil {
		return "", err
	}
	return member.words, j.admit(ctx, Second, n, member)
}

// opensWith reports whether a passphrase opens p's slot.
func (j *Journal) opensWith(ctx context.Context, p Partner, passphrase string) (bool, error) {
	passphrase, err := vault.NormalizePassphrase(passphrase)
	if err != nil {
		return false, err
	}
	key, err := j.slots[p.index()][0].OpenPassphrase(ctx, j.id, slotRow(p), passphrase)
	key.Clear()
	if err == nil {
		return true, nil
	}
	return false, ignore(err, vault.ErrWrongPassphrase)
}

// admit writes a partner's face, slots and keys together with the event of
// their joining, and their code and role as own writing.
func (j *Journal) admit(ctx context.Context, p Partner, n Newcomer, m member) error {
	before := j.here
	j.here[p.index()] = m.presence
	public := m.presence.seed.Public()
	e := entry{head: head{Kind: KindJoined, Authors: []Partner{p}}, words: words{Name: strings.TrimSpace(n.Name)}}
	if p == Second {
		e.head.Authors = []Partner{First, Second}
	}
	e.head.Facts = facts{Partner: p, Key: public[:], Colour: n.Colour, Apart: n.Apart}
	face := Face{Partner: p, Initial: initialOf(n.Name), Colour: n.Colour, Joined: true}
	_, err := j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error {
		if err := j.writeMember(ctx, tx, p, face, m); err != nil {
			return err
		}
		return j.writeOwn(ctx, tx, p,
			privateRow{Kind: rowCode, Text: n.Code}, privateRow{Kind: rowRole, Text: n.Role}, privateRow{Kind: rowWords, Text: m.words})
	})
	if err != nil {
		j.here = before
		return err
	}
	j.faces[p.index()], j.slots[p.index()] = face, m.slots
	j.holder = p
	return j.noteFit(ctx)
}

func mustJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		return nil // only plain structs of ours come here; an empty text then fails to open
	}
	return b
}
