package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

// agreementHistory tells the versions, newest first, one line each. Versions
// that were never signed by both and are closed don't show (promise 3).
func agreementHistory(s journal.State, a journal.Agreement, today journal.Day) []string {
	var lines []string
	var before *journal.Version
	for i := range a.Versions {
		v := &a.Versions[i]
		if !v.Closed.IsZero() && !v.Both() {
			continue
		}
		lines = append([]string{versionLine(s, before, *v, today)}, lines...)
		before = v
	}
	if a.LeftBy != journal.Nobody {
		left := lang.L("{{.Day}} · left by {{.Name}}",
			map[string]any{"Day": shortDay(a.LeftSaid, today), "Name": callName(s, a.LeftBy)})
		lines = append([]string{left}, lines...)
	} else if a.Lapsed != "" {
		lines = append([]string{lang.L("{{.Day}} · ended by itself", map[string]any{"Day": shortDay(a.Lapsed, today)})}, lines...)
	}
	return lines
}

func versionLine(s journal.State, before *journal.Version, v journal.Version, today journal.Day) string {
	pieces := []string{shortDay(versionDay(v), today)}
	number := lang.L("version {{.Number}}", map[string]any{"Number": v.Number})
	if before != nil {
		if change := versionChange(before.Terms, v.Terms); change != "" {
			number += ": " + change
		}
	}
	signed := lang.L("proposed by {{.Name}}", named(callName(s, v.By)))
	if v.Both() {
		signed = lang.L("signed by both")
	}
	return strings.Join(append(pieces, number, signed), " · ")
}

// versionDay is the day of the second signature, or else of the proposal.
func versionDay(v journal.Version) journal.Day {
	if !v.Both() {
		return journal.DayOf(v.Proposed)
	}
	return max(journal.DayOf(v.Signed[0]), journal.DayOf(v.Signed[1]))
}

// versionChange says in words what a new version changed.
func versionChange(before, after journal.Terms) string {
	var changes []string
	add := func(text string) {
		if text != "" {
			changes = append(changes, text)
		}
	}
	add(changeSentence(before.Title, after.Title))
	add(changeSentence(before.Text, after.Text))
	add(changeSentence(before.Why, after.Why))
	if before.Promises != after.Promises {
		add(lang.L("who promises changed"))
	}
	add(dayChange(before.Start, after.Start, lang.L("first day")))
	add(dayChange(before.Review, after.Review, lang.L("review day")))
	add(dayChange(before.End, after.End, lang.L("last day")))
	return strings.Join(changes, ", ")
}

func dayChange(before, after journal.Day, name string) string {
	switch {
	case before == after:
		return ""
	case after == "":
		return lang.L("{{.Name}} taken out", named(name))
	default:
		return lang.L("{{.Name}} now {{.Day}}", map[string]any{"Name": name, "Day": longDay(after, before)})
	}
}

// boundaryHistory tells the wordings of a boundary, newest first.
func boundaryHistory(s journal.State, b journal.Boundary, today journal.Day) []string {
	var lines []string
	for i, v := range b.Versions {
		line := lang.L("version {{.Number}}", map[string]any{"Number": v.Number})
		if i > 0 {
			old := b.Versions[i-1]
			if change := changeSentence(old.Title+"\n"+old.Text, v.Title+"\n"+v.Text); change != "" {
				line += ": " + change
			}
		}
		line = shortDay(journal.DayOf(v.At), today) + " · " + line
		if !v.Acknowledged.IsZero() {
			line += " · " + lang.L("acknowledged by {{.Name}}", named(callName(s, b.Owner.Other())))
		}
		lines = append([]string{line}, lines...)
	}
	if !b.Ended.IsZero() {
		ended := lang.L("{{.Day}} · ended by {{.Name}}",
			map[string]any{"Day": shortDay(journal.DayOf(b.Ended), today), "Name": callName(s, b.Owner)})
		lines = append([]string{ended}, lines...)
	}
	return lines
}
