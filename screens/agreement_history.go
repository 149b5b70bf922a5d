package screens

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
)

// datedLine is one line of a history.
type datedLine struct {
	day  journal.Day
	text string
}

// agreementHistory tells what became of it, newest first, one line each: its
// versions, the times that both looked at it and kept it, and its end. Versions
// that were never signed by both and are closed don't show (promise 3).
func agreementHistory(s journal.State, a journal.Agreement, today journal.Day) []string {
	lines := append(versionLines(s, a, today), reviewLines(s, a, today)...)
	if a.LeftBy != journal.Nobody {
		lines = append(lines, datedLine{a.LeftSaid, lang.L("{{.Day}} · left by {{.Name}}",
			map[string]any{"Day": shortDay(a.LeftSaid, today), "Name": callName(s, a.LeftBy)})})
	} else if a.Lapsed != "" {
		lines = append(lines, datedLine{a.Lapsed, lang.L("{{.Day}} · ended by itself", map[string]any{"Day": shortDay(a.Lapsed, today)})})
	}
	slices.SortStableFunc(lines, func(a, b datedLine) int { return cmp.Compare(a.day, b.day) })
	slices.Reverse(lines)
	texts := make([]string, len(lines))
	for i, line := range lines {
		texts[i] = line.text
	}
	return texts
}

// versionLines tells the versions, oldest first.
func versionLines(s journal.State, a journal.Agreement, today journal.Day) []datedLine {
	var lines []datedLine
	var before *journal.Version
	for i := range a.Versions {
		v := &a.Versions[i]
		if !v.Closed.IsZero() && !v.Both() {
			continue
		}
		lines = append(lines, datedLine{versionDay(*v), versionLine(s, before, *v, today)})
		before = v
	}
	return lines
}

// reviewLines tells when both looked at it and kept it, oldest first.
func reviewLines(s journal.State, a journal.Agreement, today journal.Day) []datedLine {
	var lines []datedLine
	for _, m := range s.Moments {
		if m.Kind == journal.KindReviewed && m.Thing.ID == a.ID {
			day := journal.DayOf(m.At)
			lines = append(lines, datedLine{day, lang.L("{{.Day}} · looked at again, kept", map[string]any{"Day": shortDay(day, today)})})
		}
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
	add(stepsChange(before.Steps, after.Steps))
	if before.Kind != after.Kind {
		add(lang.L("kind now “{{.Name}}”", named(kindName(after.Kind))))
	}
	if before.Promises != after.Promises {
		add(lang.L("who promises changed"))
	}
	if before.Rhythm != after.Rhythm || before.On != after.On {
		add(lang.L("how often now “{{.Name}}”", named(rhythmWords(after))))
	}
	if before.Bodies != after.Bodies {
		add(wordChange{Added: after.Bodies, Words: lang.L("about bodies, or about moving in")}.sentence())
	}
	add(dayChange(before.Start, after.Start, lang.L("first day")))
	add(dayChange(before.Review, after.Review, lang.L("review day")))
	add(dayChange(before.End, after.End, lang.L("last day")))
	return strings.Join(changes, ", ")
}

// stepsChange says which small steps were added, taken out, or worded anew.
func stepsChange(before, after []string) string {
	gone, come := without(before, after), without(after, before)
	var changes []string
	for i := range max(len(gone), len(come)) {
		var was, is string
		if i < len(gone) {
			was = gone[i]
		}
		if i < len(come) {
			is = come[i]
		}
		changes = append(changes, changeSentence(was, is))
	}
	if len(changes) == 0 && !slices.Equal(before, after) {
		return lang.L("small steps in another order")
	}
	return strings.Join(changes, ", ")
}

// without gives the lines that the others don't have.
func without(lines, others []string) []string {
	var rest []string
	for _, line := range lines {
		if !slices.Contains(others, line) {
			rest = append(rest, line)
		}
	}
	return rest
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
