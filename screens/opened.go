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

	OnAgree    func(draft course.AgreementDraft, text string)
	OnClose    func() // both close the exercise; without it the page is for reading only
	OnBack     func()
	OnAgain    func()                  // do the exercise again
	OnGoOn     func()                  // what both do next
	OnTakeBack func()                  // the holder takes back what they shared
	OnOwn      func()                  // the holder's own writing that was not opened
	OnStrike   func()                  // both may strike it out
	OnMark     func(part, mark string) // the holder marks the other's guess
	Holder     journal.Partner         // who can mark; Nobody for reading only

	state      journal.State
	course     *course.Course
	reflection journal.Reflection
	now        time.Time
	calm       [2]*widgets.Text // beside the buttons, and below the words
	words      *reading         // both columns; the keyboard can scroll them
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
	chip := widgets.NewChip(s.since(), widgets.ChipGold)
	for i := range s.calm {
		s.calm[i] = widgets.NewText(lang.L("Read both, slowly. You don’t have to answer tonight."), widgets.Muted)
	}
	s.placeCalm()
	foot := newToolBar(objects(s.calm[0]), buttons)
	s.words = newReading(widgets.Pad(frameEdge, frameBar, frameEdge, frameEdge, widgets.VGap(14, widgets.Fill(s.card()), s.calm[1])))
	words := widgets.Pad(-frameEdge, -frameBar, -frameEdge, -frameEdge, s.words)
	s.show(widgets.Pad(34, 44, 34, 44, widgets.VGap(18,
		crumbRow(s.course, step, s.reflection.Title, chip), widgets.Fill(words), foot)), firstOf(first, s.words))
}

// Resize puts the calm words where there is room for them.
func (s *Opened) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.placeCalm()
}

// placeCalm shows them beside the buttons, or below what was written where it is
// narrow.
func (s *Opened) placeCalm() {
	if s.calm[0] == nil {
		return
	}
	narrow := s.Size().Width < 900*textGrown()
	if narrow != s.calm[1].Visible() || narrow == s.calm[0].Visible() {
		showIf(s.calm[0], !narrow)
		showIf(s.calm[1], narrow)
		s.place.Refresh()
	}
}

// since says how the words came here, and when.
func (s *Opened) since() string {
	if s.reflection.SharedBy == journal.Nobody {
		return openedAt(s.reflection.At, s.now)
	}
	return lang.L("shared by {{.Name}} on {{.Day}}", map[string]any{
		"Name": callName(s.state, s.reflection.SharedBy), "Day": longDay(journal.DayOf(s.reflection.At), journal.DayOf(s.now)),
	})
}

// openedAt says when something was opened.
func openedAt(at, now time.Time) string {
	day, today := journal.DayOf(at), journal.DayOf(now)
	if day == today {
		return lang.L("opened together today at {{.Time}}", map[string]any{"Time": at.Format("15:04")})
	}
	return lang.L("opened together on {{.Day}}", map[string]any{"Day": shortDay(day, today)})
}

// buttons are what can be done here, and where the keyboard goes first.
func (s *Opened) buttons() (row []fyne.CanvasObject, first fyne.Focusable) {
	if s.OnTakeBack != nil && s.reflection.SharedBy == s.Holder && s.Holder != journal.Nobody && !s.reflection.TakenBack && !s.reflection.Struck {
		row = append(row, widgets.NewButton(lang.L("Take it back"), widgets.Quiet, s.OnTakeBack))
	}
	if s.OnOwn != nil {
		row = append(row, widgets.NewButton(lang.L("My own words here"), widgets.Quiet, s.OnOwn))
	}
	if s.OnAgain != nil {
		row = append(row, widgets.NewButton(lang.L("Do it again"), widgets.Quiet, s.OnAgain))
	}
	if s.OnStrike != nil && !s.reflection.Struck {
		row = append(row, widgets.NewButton(lang.L("Strike out…"), widgets.Quiet, s.OnStrike))
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
	if s.OnGoOn != nil {
		next := widgets.NewButton(lang.L("Go on together"), widgets.Gold, s.OnGoOn)
		row, first = append(row, next), next
	}
	return row, first
}

// card holds both columns and the seam.
func (s *Opened) card() fyne.CanvasObject {
	if s.reflection.Struck {
		return widgets.NewCard(widgets.NewText(lang.L("Struck out by both of you. The words are gone for good; this place stays."), widgets.Muted))
	}
	if s.reflection.TakenBack {
		return widgets.NewCard(widgets.NewText(lang.L("{{.Name}} shared this once and took it back.", named(callName(s.state, s.reflection.SharedBy))), widgets.Muted))
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
	asks           [2]string // the id of the part whose words the other can answer, or empty
	replies        [2]bool   // the answer is a reply to a need, not to a guess
	marks          [2]string
	days           [2]journal.Day // when it was written
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
		row := openedRow{prompts: opened.Prompts, words: opened.Words, marks: opened.Marks, days: opened.Days}
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

// note remembers which sides guessed in a part, or said what they need.
func (r *openedRow) note(o journal.OpenedPart) {
	for side := range 2 {
		if (o.Kind == string(course.Guess) || o.Reply) && o.Words[side] != "" {
			r.asks[side], r.replies[side] = o.Part, o.Reply
		}
	}
}

func (r *openedRow) take(o journal.OpenedPart) {
	r.note(o)
	for side := range 2 {
		if r.words[side] == "" {
			r.words[side], r.prompts[side], r.marks[side], r.days[side] = o.Words[side], o.Prompts[side], o.Marks[side], o.Days[side]
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

// cell is one side of a row. Below a guess or a need stands how it was met: the
// one whom it was about can say so.
func (s *Opened) cell(row openedRow, side int) fyne.CanvasObject {
	cell := openedCell(row.prompts[side], row.words[side])
	if day := row.days[side]; day != "" && row.words[side] != "" && day != journal.DayOf(s.reflection.At) {
		cell = widgets.VGap(4, cell, widgets.NewText(lang.L("written on {{.Day}}",
			map[string]any{"Day": longDay(day, journal.DayOf(s.now))}), widgets.Small))
	}
	if row.asks[side] == "" {
		return cell
	}
	labels, known := markWords(row.replies[side])
	picked := slices.Index(known, row.marks[side])
	if s.OnMark != nil && s.Holder == sideOwner(side).Other() {
		marks := widgets.NewFilter(labels, func(i int) { s.OnMark(row.asks[side], known[i]) })
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

// markWords are how a guess or a need can be met, in words and as the journal
// keeps it.
func markWords(reply bool) (labels, kept []string) {
	if reply {
		return []string{lang.L("Yes"), lang.L("Not yet"), lang.L("Let us talk")}, []string{course.MarkYes, course.MarkNotYet, course.MarkTalk}
	}
	return []string{lang.L("Got it"), lang.L("Partly"), lang.L("Missed")}, []string{course.MarkGot, course.MarkPartly, course.MarkMissed}
}

func sideOwner(side int) journal.Partner {
	if side == 0 {
		return journal.First
	}
	return journal.Second
}

// agree hands over what both wrote, to be made an agreement.
func (s *Opened) agree() {
	e, _ := s.course.Exercise(s.reflection.Exercise)
	draft, text := course.AgreementDraft{Kind: string(journal.Plain)}, ""
	if i := slices.IndexFunc(e.Parts, func(p course.Part) bool { return p.Kind == course.Agree }); i >= 0 {
		draft, text = *e.Parts[i].Draft, agreeText(s.state, s.reflection, e.Parts[i])
	}
	s.OnAgree(draft, text)
}

// agreeText is the wording that an agree part starts with: its own, or else what
// both wrote in the part it names.
func agreeText(state journal.State, r journal.Reflection, part course.Part) string {
	if part.Draft.Text != "" {
		return part.Draft.Text
	}
	var lines []string
	for _, opened := range r.Parts {
		if opened.Part != part.From {
			continue
		}
		for side, p := range []journal.Partner{journal.First, journal.Second} {
			if opened.Words[side] != "" {
				lines = append(lines, callName(state, p)+": "+opened.Words[side])
			}
		}
	}
	return strings.Join(lines, "\n\n")
}
