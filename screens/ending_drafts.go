package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// endingDraft is an agreement that many need when they part.
type endingDraft struct {
	name  string // on its button
	draft course.AgreementDraft
}

// endingDrafts are the prepared agreements, in the order they are offered.
func endingDrafts() []endingDraft {
	return []endingDraft{
		{lang.L("The children"), ChildrenDraft()},
		{lang.L("Home"), homeDraft()},
		{lang.L("Money"), moneyDraft()},
	}
}

// ChildrenDraft is what the form about the children begins with.
func ChildrenDraft() course.AgreementDraft {
	return course.AgreementDraft{
		Kind: string(journal.Plain), Title: lang.L("What stays for the children"),
		Why: lang.L("So that they know what stays the same, and don’t have to choose."),
		Text: draftLines(
			lang.L("We both stay their parents."),
			lang.L("They are with … on …, and with … on …."),
			lang.L("School, doctor, holidays: we decide together, and ask each other by …."),
			lang.L("If a plan changes, we say so by …."),
			lang.L("They carry no messages between us. Neither of us speaks badly of the other where they can hear it.")),
	}
}

func homeDraft() course.AgreementDraft {
	return course.AgreementDraft{
		Kind: string(journal.Plain), Title: lang.L("Home, and what is in it"),
		Why: lang.L("So that each has a place where nobody comes in unasked."),
		Text: draftLines(
			lang.L("From … on, … lives at … and … lives at …."),
			lang.L("Until then, each has a room of their own: …."),
			lang.L("Neither comes into the other’s home without asking. Keys: …."),
			lang.L("Things, pets and letters that need a decision: …."),
			lang.L("What is not decided yet stays where it is until ….")),
	}
}

func moneyDraft() course.AgreementDraft {
	return course.AgreementDraft{
		Kind: string(journal.Plain), Title: lang.L("Money, until it is settled"),
		Why: lang.L("So that bills are paid and nobody is left without."),
		Text: draftLines(
			lang.L("Rent and bills: … pays …, and … pays …."),
			lang.L("For the children: …."),
			lang.L("Accounts and debts that we share: …. Neither takes more out, or on, than we agreed."),
			lang.L("Each can spend … without asking."),
			lang.L("We look at it again on …, and ask … about what the law says.")),
	}
}

func draftLines(lines ...string) string { return strings.Join(lines, "\n") }
