package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/help"
	"goldseam.app/screens/widgets"
)

// stopSigns is the course's safety page without what Help & safety says itself,
// with more: the numbers of help lines, and how to leave quickly.
func stopSigns(page course.Page, lines help.Lines) fyne.CanvasObject {
	all := widgets.VGap(20, sectionText(course.Section{
		Title: lang.L("Stop signs"), Text: lang.L("The same words for everyone. They ask for no answer and keep none."),
	}))
	for _, s := range page.Sections {
		if !namesNumbers(s, lines) && !strings.Contains(s.Text, lang.L("Leave quickly")) {
			all.Add(headedText(s, widgets.Subheading))
		}
	}
	return all
}

// namesNumbers reports whether every line of a section names a number that the
// help lines have.
func namesNumbers(s course.Section, lines help.Lines) bool {
	return len(s.Lines) > 0 && !slices.ContainsFunc(s.Lines, func(line string) bool { return !lines.NamedIn(line) })
}

func leavingText() course.Section {
	return course.Section{
		Title: lang.L("Leaving quickly"),
		Lines: []string{
			lang.L("Press “Leave quickly” at the top right, or press Shift alone three times within five seconds."),
			lang.L("The window is covered at once, what you wrote is saved and sealed, and the program ends."),
			lang.L("The next start shows only two initials and asks for a passphrase."),
			lang.L("It does not hide that Goldseam is installed, and it does not close other programs."),
			lang.L("If it could put you at risk that someone finds Goldseam here, don't use it on this laptop."),
		},
	}
}

func limitsText() course.Section {
	return course.Section{
		Title: lang.L("What this program can't protect from"),
		Lines: []string{
			lang.L("Someone who makes you unlock it or tell your passphrase, or watches you type it."),
			lang.L("Someone who has this laptop's password: they can't read what is sealed, but they can remove it, or put a watching program here."),
			lang.L("A program on this laptop that records keys or the screen. If you fear that, use another device to look for help."),
			lang.L("A photo of an open page, and words said aloud."),
			lang.L("A summary that you save: it is not sealed, and anyone who has it can read it."),
			lang.L("A copy of the journal made earlier: it opens with the passphrase of that day."),
		},
	}
}

func endingText() course.Section {
	return course.Section{
		Title: lang.L("Stopping is allowed"),
		Lines: []string{
			lang.L("Either of you may skip an exercise, pause a sitting, or leave an agreement, at any time, without a reason."),
			lang.L("Boundaries stay with their owner, whatever happens between you."),
			lang.L("Going separate ways is a good end too. Nothing here asks you to stay."),
		},
	}
}
