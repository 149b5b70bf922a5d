package screens

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Opened shows what both wrote, side by side, with the seam between.
type Opened struct {
	moving

	OnAgree func(draft course.AgreementDraft, text string)
	OnClose func() // both close the exercise; without it the page is for reading only
	OnBack  func()
	OnAgain func()                  // do the exercise again
	OnMark  func(part, mark string) // the holder marks the other's guess
	Holder  journal.Partner         // who can mark; Nobody for reading only

	state      journal.State
	course     *course.Course
	reflection journal.Reflection
	now        time.Time
	words      *reading // both columns; the keyboard can scroll them
}

// NewOpened makes the page of one reflection. Set the callbacks, then call
// Reload.
func NewOpened(state journal.State, c *course.Course, r journal.Reflection, now time.Time) *Opened {
	s := &Opened{state: state, course: c, reflection: r, now: now}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload lays the page out for the callbacks that are set.
func (s *Opened) Reload() {
	buttons, first := s.buttons()
	step := ""
	if e, ok := s.course.Exercise(s.reflection.Exercise); ok {
		step = e.Step
	}
	chip := widgets.NewChip(openedAt(s.reflection.At, s.now), widgets.ChipGold)
	foot := newToolBar(objects(widgets.NewText(lang.L("Read both, slowly. You don’t have to answer tonight."), widgets.Muted)), buttons)
	s.words = newReading(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, widgets.Fill(s.card())))
	words := widgets.Pad(-frameEdge, -frameBar, -frameEdge, -frameEdge, s.words)
	s.show(widgets.Pad(34, 44, 34, 44, widgets.VGap(18,
		crumbRow(s.course, step, s.reflection.Title, chip), widgets.Fill(words), foot)), firstOf(first, s.words))
}

// openedAt says when something was opened.
func openedAt(at, now time.Time) string {
	day, today := journal.DayOf(at), journal.DayOf(now)
	if day == today {
		return lang.L("opened together today at {{.Time}}", map[string]any{"Time": at.Format("15:04")})
	}
	return lang.L("opened together on {{.Day}}", map[string]any{"Day": longDay(day, today)})
}

// buttons are what can be done here, and where the keyboard goes first.
func (s *Opened) buttons() (row []fyne.CanvasObject, first fyne.Focusable) {
	if s.OnAgain != nil {
		row = append(row, widgets.NewButton(lang.L("Do it again"), widgets.Quiet, s.OnAgain))
	}
	if s.OnAgree != nil && !s.reflection.Struck {
		agree := widgets.NewButton(lang.L("Make an agreement from this"), widgets.Plain, s.agree)
		row, first = append(row, agree), agree
	}
	if s.OnBack != nil {
		back := widgets.NewButton(lang.L("Back"), widgets.Plain, s.OnBack)
		row, first = append(row, back), back
	}
	if s.OnClose != nil {
		closing := widgets.NewButton(lang.L("Close the exercise"), widgets.Gold, s.OnClose)
		row, first = append(row, closing), closing
	}
	return row, first
}

// card holds both columns and the seam.
func (s *Opened) card() fyne.CanvasObject {
	if s.reflection.Struck {
		return widgets.NewCard(widgets.NewText(lang.L("Struck out by both of you. The words are gone for good; this place stays."), widgets.Muted))
	}
	sides := newTwoSides()
	for side, p := range []journal.Partner{journal.First, journal.Second} {
		name := callName(s.state, p)
		sides.add(side, widgets.HGap(14, widgets.NewAvatar(name, sideOf(p), 30), widgets.Fill(widgets.NewText(name, widgets.Heading))))
	}
	for _, row := range openedRows(s.course, s.reflection) {
		for side := range 2 {
			sides.add(side, s.cell(row, side))
		}
	}
	box := widgets.NewCard(sides)
	box.Padding = -1
	return box
}

// openedRow is one line of both columns.
type openedRow struct {
	prompts, words [2]string
	guesses        [2]string // the id of the part in which that side guessed, or empty
	marks          [2]string
}

// openedRows puts the parts in rows; a part and its counterpart share one.
func openedRows(c *course.Course, r journal.Reflection) []openedRow {
	e, _ := c.Exercise(r.Exercise)
	var rows []openedRow
	joined := map[string]bool{}
	for _, opened := range r.Parts {
		if joined[opened.Part] {
			continue
		}
		row := openedRow{prompts: opened.Prompts, words: opened.Words, marks: opened.Marks}
		part, _ := e.Part(opened.Part)
		row.note(opened)
		if at := slices.IndexFunc(r.Parts, func(o journal.OpenedPart) bool { return part.Counterpart != "" && o.Part == part.Counterpart }); at >= 0 && row.fits(r.Parts[at]) {
			row.take(r.Parts[at])
			joined[part.Counterpart] = true
		}
		rows = append(rows, row)
	}
	return rows
}

// fits tells whether the other part fills only the side that is empty here.
func (r openedRow) fits(o journal.OpenedPart) bool {
	return (r.words[0] == "" || o.Words[0] == "") && (r.words[1] == "" || o.Words[1] == "")
}

// note remembers which sides guessed in a part.
func (r *openedRow) note(o journal.OpenedPart) {
	for side := range 2 {
		if o.Kind == string(course.Guess) && o.Words[side] != "" {
			r.guesses[side] = o.Part
		}
	}
}

func (r *openedRow) take(o journal.OpenedPart) {
	r.note(o)
	for side := range 2 {
		if r.words[side] == "" {
			r.words[side], r.prompts[side], r.marks[side] = o.Words[side], o.Prompts[side], o.Marks[side]
		}
	}
}

// openedCell is a prompt and what one of the two said.
func openedCell(prompt, words string) fyne.CanvasObject {
	if words == "" {
		return widgets.NewText("", widgets.Small)
	}
	return widgets.VGap(4, widgets.NewText(prompt, widgets.Small), widgets.NewText(words, widgets.Said))
}

// cell is one side of a row, and below a guess how well it was met: the one whom
// it was about can say so.
func (s *Opened) cell(row openedRow, side int) fyne.CanvasObject {
	cell := openedCell(row.prompts[side], row.words[side])
	if row.guesses[side] == "" {
		return cell
	}
	labels := []string{lang.L("Got it"), lang.L("Partly"), lang.L("Missed")}
	picked := slices.Index(guessMarks, row.marks[side])
	if s.OnMark != nil && s.Holder == sideOwner(side).Other() {
		marks := widgets.NewFilter(labels, func(i int) { s.OnMark(row.guesses[side], guessMarks[i]) })
		marks.SetPicked(picked)
		return widgets.VGap(8, cell, marks)
	}
	if picked < 0 {
		return cell
	}
	who := callName(s.state, sideOwner(side).Other())
	text := lang.L("{{.Name}}: {{.Mark}}", map[string]any{"Name": who, "Mark": labels[picked]})
	return widgets.VGap(8, cell, widgets.Wrap(0, widgets.NewChip(text, widgets.ChipOutline)))
}

// guessMarks are how well a guess was met, as the journal keeps it.
var guessMarks = []string{course.MarkGot, course.MarkPartly, course.MarkMissed}

func sideOwner(side int) journal.Partner {
	if side == 0 {
		return journal.First
	}
	return journal.Second
}

// agree hands over the wording that the exercise has in mind, filled with what
// both wrote where it says so.
func (s *Opened) agree() {
	e, _ := s.course.Exercise(s.reflection.Exercise)
	draft := course.AgreementDraft{Kind: string(journal.Plain)}
	text := ""
	if parts := agreeParts(e); len(parts) > 0 {
		draft = *parts[0].Draft
		text = draft.Text
		if text == "" {
			text = s.wordsOf(parts[0].From)
		}
	}
	s.OnAgree(draft, text)
}

// wordsOf is what both wrote in one part, each with the name before it.
func (s *Opened) wordsOf(part string) string {
	var lines []string
	for _, opened := range s.reflection.Parts {
		if opened.Part != part {
			continue
		}
		for side, p := range []journal.Partner{journal.First, journal.Second} {
			if opened.Words[side] != "" {
				lines = append(lines, callName(s.state, p)+": "+opened.Words[side])
			}
		}
	}
	return strings.Join(lines, "\n\n")
}
