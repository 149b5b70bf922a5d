package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// shelf is one of the four lists of the agreements screen.
type shelf int

const (
	shelfInForce shelf = iota
	shelfProposed
	shelfReview
	shelfEnded
	shelves
)

// reviewAhead is how many days before its review day an agreement shows among
// those to look at.
const reviewAhead = 6

// agreementRow is what one card of the list says.
type agreementRow struct {
	thing    journal.Thing
	title    string
	kind     string
	kindChip widgets.ChipKind
	who      string // the second chip, or empty
	state    string // at the right, or empty
	line     string // below the title, or empty
	dashed   bool
	words    string // what a search looks through, in lower case
	on       [shelves]bool
}

// agreementRows makes a row of each agreement and boundary, newest first.
func agreementRows(s journal.State, today journal.Day) []agreementRow {
	rows := make([]agreementRow, 0, len(s.Agreements)+len(s.Boundaries))
	for i := len(s.Agreements) - 1; i >= 0; i-- {
		rows = append(rows, rowOfAgreement(s, s.Agreements[i], today))
	}
	for i := len(s.Boundaries) - 1; i >= 0; i-- {
		rows = append(rows, rowOfBoundary(s, s.Boundaries[i], today))
	}
	return rows
}

func rowOfAgreement(s journal.State, a journal.Agreement, today journal.Day) agreementRow {
	v := standing(a, today)
	row := agreementRow{
		thing: journal.Thing{Kind: journal.ThingAgreement, ID: a.ID},
		title: v.Terms.Title,
		kind:  kindName(v.Terms.Kind),
		who:   whoPromises(s, v.Terms),
		state: agreementStateText(a, today),
		on:    agreementShelves(a, today),
		words: strings.ToLower(v.Terms.Title + "\n" + v.Terms.Text + "\n" + v.Terms.Why),
	}
	row.kindChip = chipOf(v.Terms.Kind)
	if a.Struck {
		row.title = lang.L("Struck out by both of you")
	}
	state := a.State(today)
	if state == journal.StateProposed {
		row.dashed = true
		row.who = lang.L("proposed by {{.Name}}", map[string]any{"Name": callName(s, v.By)})
	}
	if state == journal.StateInForce || state == journal.StateSigned {
		row.line = lang.L("Signed by both · version {{.Number}}", map[string]any{"Number": v.Number})
		if tally := tallyRow(s, a, v.Terms); tally != "" {
			row.line += " · " + tally
		}
	}
	return row
}

func rowOfBoundary(s journal.State, b journal.Boundary, today journal.Day) agreementRow {
	v := b.Latest()
	row := agreementRow{
		thing:    journal.Thing{Kind: journal.ThingBoundary, ID: b.ID},
		title:    v.Title,
		kind:     lang.L("{{.Name}}'s boundary", map[string]any{"Name": callName(s, b.Owner)}),
		kindChip: sideChip(b.Owner),
		words:    strings.ToLower(v.Title + "\n" + v.Text),
	}
	switch {
	case b.Struck:
		row.title = lang.L("Struck out by both of you")
	case !b.Ended.IsZero():
		row.state = lang.L("ended {{.Day}}", map[string]any{"Day": shortDay(journal.DayOf(b.Ended), today)})
	case !v.Acknowledged.IsZero():
		row.state = lang.L("acknowledged")
	}
	row.on[shelfInForce], row.on[shelfEnded] = b.Ended.IsZero(), !b.Ended.IsZero()
	return row
}

// standing is the version that the couple goes by: the one in force, otherwise
// the newest.
func standing(a journal.Agreement, today journal.Day) journal.Version {
	if v, ok := a.InForce(today); ok {
		return v
	}
	return a.Latest()
}

// beginning gives a version that both signed and that begins on a later day.
func beginning(a journal.Agreement, today journal.Day) (journal.Version, bool) {
	v := a.Latest()
	return v, a.LeftBy == journal.Nobody && v.Both() && v.Closed.IsZero() && v.From() > today
}

func agreementShelves(a journal.Agreement, today journal.Day) (on [shelves]bool) {
	_, pending := a.Pending()
	_, begins := beginning(a, today)
	switch a.State(today) {
	case journal.StateInForce:
		on[shelfInForce], on[shelfProposed] = true, pending || begins
		on[shelfReview] = toReview(a, today)
	case journal.StateProposed, journal.StateSigned:
		on[shelfProposed] = true
	default:
		on[shelfEnded] = true
	}
	return on
}

func toReview(a journal.Agreement, today journal.Day) bool {
	day := a.ReviewDay(today)
	return day != "" && today.Until(day) <= reviewAhead
}

func agreementStateText(a journal.Agreement, today journal.Day) string {
	v := standing(a, today)
	switch a.State(today) {
	case journal.StateSigned:
		return lang.L("begins {{.Day}}", map[string]any{"Day": nearDay(v.From(), today)})
	case journal.StateInForce:
		return inForceText(a, v, today)
	case journal.StateResting:
		return lang.L("not signed")
	case journal.StateEnded:
		return endedText(a, v, today)
	default:
		return ""
	}
}

func inForceText(a journal.Agreement, v journal.Version, today journal.Day) string {
	_, pending := a.Pending()
	switch {
	case pending:
		return lang.L("a change is proposed")
	case v.Terms.End != "":
		return lang.L("ends by itself on {{.Day}}", map[string]any{"Day": longDay(v.Terms.End, today)})
	case toReview(a, today) && a.ReviewDay(today) < today:
		return lang.L("to look at again")
	case toReview(a, today):
		return lang.L("review {{.Day}}", map[string]any{"Day": nearDay(a.ReviewDay(today), today)})
	default:
		return ""
	}
}

func endedText(a journal.Agreement, v journal.Version, today journal.Day) string {
	day := v.Terms.End
	if a.LeftBy != journal.Nobody {
		day = a.LeftSaid
	}
	if !day.Valid() {
		return lang.L("ended")
	}
	return lang.L("ended {{.Day}}", map[string]any{"Day": shortDay(day, today)})
}

// whoPromises is the chip that says whose promise it is.
func whoPromises(s journal.State, t journal.Terms) string {
	name := map[string]any{"Name": callName(s, t.Promises)}
	switch {
	case t.Promises == journal.Nobody:
		return lang.L("Both promise")
	case t.Kind == journal.TemporaryAccess:
		return lang.L("{{.Name}} gives", name)
	default:
		return lang.L("{{.Name}} promises", name)
	}
}

func kindName(k journal.AgreementKind) string {
	switch k {
	case journal.TemporaryAccess:
		return lang.L("Temporary access")
	case journal.Ritual:
		return lang.L("Ritual")
	case journal.Goal:
		return lang.L("Goal")
	default:
		return lang.L("Agreement")
	}
}

func chipOf(k journal.AgreementKind) widgets.ChipKind {
	if k == journal.TemporaryAccess {
		return widgets.ChipGold
	}
	return widgets.ChipSage
}

func sideChip(p journal.Partner) widgets.ChipKind {
	if p == journal.First {
		return widgets.ChipFirst
	}
	return widgets.ChipSecond
}

// callName is a partner's name, cut at twenty characters.
func callName(s journal.State, p journal.Partner) string { return ShortName(s.Person(p).Name) }
