package screens

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// DeleteSetup is what the page that deletes everything shows.
type DeleteSetup struct {
	May   bool               // both are here, or only one ever joined
	Other string             // the name of who is not here, when both would have to be
	Has   journal.Belongings // what goes
	State string             // the folder of what the program remembers; it goes too
}

// Delete asks twice whether the journal and all that belongs to it is deleted. It
// says what goes and what can't be reached.
type Delete struct {
	moving

	OnBack   func()
	OnDelete func() // they are sure

	setup DeleteSetup
	typed *widgets.Field
	sure  *widgets.Button
}

// NewDelete makes the page.
func NewDelete(setup DeleteSetup) *Delete {
	s := &Delete{setup: setup}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.ask()
	return s
}

func (s *Delete) back() *widgets.Button {
	return widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
}

// ask is the first page: what goes, and what does not.
func (s *Delete) ask() {
	back := s.back()
	title := widgets.NewText(lang.L("Delete this journal and all that belongs to it?"), widgets.Title)
	if !s.setup.May {
		s.show(paper(title, s.waits(), widgets.Wrap(12, back)), back)
		return
	}
	on := widgets.NewButton(lang.L("Go on to the last question"), widgets.Plain, s.last)
	s.show(paper(title,
		widgets.NewText(lang.L("Nothing is deleted yet. There is no way back afterwards: nobody can bring it back, not even whoever made this program."), widgets.Body),
		s.goes(), s.stays(), widgets.Wrap(12, back, on)), back)
}

// waits says why it can't be done alone, and what can.
func (s *Delete) waits() fyne.CanvasObject {
	return widgets.NewCard(widgets.VGap(14,
		widgets.NewText(lang.L("Here it takes both of you, so that neither ends what belongs to both. {{.Name}} is not here now; it can wait until then, and nothing was changed.", named(s.setup.Other)), widgets.Body),
		widgets.NewText(lang.L("Your own writing is yours alone: you can erase it at any time, where you wrote it."), widgets.Body),
		widgets.NewText(lang.L("To be honest with you both: whoever has this laptop can delete files without Goldseam. It can't prevent that, nor that someone keeps a copy."), widgets.Muted)))
}

// goes lists what would be deleted.
func (s *Delete) goes() fyne.CanvasObject {
	has := s.setup.Has
	data := map[string]any{"Path": has.Journal, "Folder": has.Folder, "State": s.setup.State, "Backups": len(has.Backups), "Kept": len(has.Kept)}
	lines := []string{
		lang.L("The journal, with all that each of you wrote, and the two files that the database keeps beside it: {{.Path}}", data),
		lang.L("The backups ({{.Backups}}), with unfinished ones, in {{.Folder}}", data),
		lang.L("Older copies ({{.Kept}}) that were kept beside the journal when a backup was put back, or a newer Goldseam took over", data),
		lang.L("The file that keeps a second Goldseam away"),
		lang.L("Colours, text size and the other wishes of this window"),
		lang.L("What Goldseam remembers, its log and its crash file, in {{.State}}", data),
		lang.L("The folders of these, where nothing else is in them"),
	}
	return widgets.NewCard(widgets.VGap(10, widgets.NewText(lang.L("What goes"), widgets.Heading), sectionText(course.Section{Lines: lines})))
}

// stays says what can't be reached.
func (s *Delete) stays() fyne.CanvasObject {
	return widgets.NewCard(widgets.VGap(10, widgets.NewText(lang.L("What can’t be reached"), widgets.Heading), sectionText(course.Section{Lines: []string{
		lang.L("Summaries, sheets and calendars that you saved, and printed pages"),
		lang.L("Sealed copies, and copies of the journal kept elsewhere; also those that a backup of the whole computer made"),
		lang.L("Traces that a disk keeps of deleted files for a while. They are sealed as the journal was"),
		lang.L("That Goldseam is installed. It is removed like any other program"),
	}})))
}

// last is the second page: the word, typed by hand.
func (s *Delete) last() {
	word := lang.L("delete")
	s.typed = widgets.NewField(lang.L("Type the word “{{.Word}}”", map[string]any{"Word": word}), widgets.NewEntry())
	s.sure = widgets.NewButton(lang.L("Delete all of it for good"), widgets.Gold, func() {
		if !s.sure.Disabled() {
			enable(false, s.sure)
			tellIf(s.OnDelete)
		}
	})
	enable(false, s.sure)
	s.typed.Entry.OnChanged = func(text string) {
		enable(strings.EqualFold(strings.TrimSpace(text), word), s.sure)
	}
	back := s.back()
	back.SetText(lang.L("Keep everything"))
	s.show(sheet(
		middle(lang.L("For good?"), widgets.Title),
		middle(lang.L("Type the word below if you are sure. If there is any doubt, keep everything; you can come back at any time."), widgets.Body),
		widgets.MaxWidth(320, s.typed),
		centred(widgets.HGap(12, back, s.sure))), back)
}

// Deleted is the page while all of it is deleted, and those that come afterwards.
type Deleted struct{ moving }

// NewDeleting makes the page that is shown while the work goes on.
func NewDeleting() *Deleted {
	return newDeleted(nil, middle(lang.L("It is being deleted"), widgets.Title), middle(waiting(), widgets.Muted))
}

// NewDeleted makes the last page: nothing is left.
func NewDeleted(onClose func()) *Deleted {
	button := widgets.NewButton(lang.L("Close"), widgets.Primary, onClose)
	return newDeleted(button, middle(lang.L("All of it is gone."), widgets.Title),
		middle(lang.L("You can close the window."), widgets.Body), centred(button))
}

// shownLeft is how many files that could not be deleted are named.
const shownLeft = 12

// NewNotDeleted says which files could not be deleted, and what to do.
func NewNotDeleted(left []string, again, onClose func()) *Deleted {
	button := widgets.NewButton(lang.L("Try again"), widgets.Primary, again)
	content := []fyne.CanvasObject{
		middle(lang.L("Something is still there"), widgets.Title),
		middle(lang.L("The rest is deleted. These files could not be: another program may hold them, or their folder may not allow it."), widgets.Body),
	}
	for i, path := range left {
		if i == shownLeft {
			content = append(content, middle(lang.L("and {{.Count}} more", map[string]any{"Count": len(left) - i}), widgets.Small))
			break
		}
		content = append(content, middle(fmt.Sprintf("“%s”", path), widgets.Small))
	}
	content = append(content,
		middle(lang.L("Close other programs and try again, or delete these files yourselves."), widgets.Body),
		centred(widgets.HGap(12, button, widgets.NewButton(lang.L("Close"), widgets.Plain, onClose))))
	return newDeleted(button, content...)
}

func newDeleted(focus *widgets.Button, content ...fyne.CanvasObject) *Deleted {
	s := &Deleted{}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	page := sheet(append([]fyne.CanvasObject{centred(widgets.NewMark(72))}, content...)...)
	if focus == nil {
		s.show(page, nil)
	} else {
		s.show(page, focus)
	}
	return s
}
