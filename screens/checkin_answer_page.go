package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/screens/widgets"
)

// oneColumn is a width below which every window is, so that columns are stacked.
const oneColumn = 100_000

// build makes everything that can be answered.
func (s *CheckInAnswer) build() {
	s.line, s.long = newCalmLine(s.place.Refresh), newCalmLine(s.place.Refresh)
	s.title = widgets.NewText(s.span(), widgets.Title)
	s.saved = widgets.NewLine("", widgets.Small)
	if s.saver.draft.Revision > 0 {
		s.saved.SetText(lang.L("Saved. Only you can read it."))
	}
	for _, q := range s.questions {
		s.scales = append(s.scales, s.newScale(q))
	}
	s.field = widgets.NewMultiLineEntry()
	s.field.SetPlaceHolder(s.setup.Course.CheckIn.Helped)
	s.field.SetSide(sideOf(s.me))
	s.field.SetMinRowsVisible(4)
	s.field.OnTooLong = func() {
		s.long.say(lang.L("This is as much as one check-in holds. A shorter text is often heard better."))
	}
	s.paper = s.paperField()
	s.promised = newPromisedCard(s)
	seal := widgets.NewButton(lang.L("Seal my answers"), widgets.Primary, s.sealAnswers)
	rest := widgets.NewButton(lang.L("Not this week"), widgets.Plain, s.notThisWeek)
	s.actions = []*widgets.Button{seal, rest}
	s.bar = newToolBar(objects(seal, rest), objects(s.saved))
	s.filled = false
}

// fill puts the kept words in, once there is a width.
func (s *CheckInAnswer) fill() {
	if s.filled || s.cleared || s.Size().Width <= 0 {
		return
	}
	s.filled = true
	s.field.SetText(s.words)
	s.field.ToEnd()
	s.field.OnChanged = func(text string) {
		s.words = text
		if s.long.Visible() {
			s.long.say("")
		}
		s.changed()
	}
}

// arrange lays the page out for the width that there is.
func (s *CheckInAnswer) arrange() {
	s.title.SetText(s.span())
	below := float32(twoColumns) / max(textGrown(), 1)
	if s.narrow {
		below = oneColumn
	}
	cards := fyne.CanvasObject(widgets.StackBelow(below, 22, []float32{577, 377}, s.questionCard(), s.promised.card))
	about := s.about()
	head := newHead(append([]fyne.CanvasObject{s.title}, about...)...)
	if s.narrow {
		head = newHead(s.title)
		cards = widgets.VGap(14, append(about, widgets.Fill(cards))...)
	}
	body := widgets.VGap(14, widgets.Fill(widgets.Pad(0, -readBar, 0, -frameEdge, inset(cards))), s.line.Text, s.bar)
	foot := float32(screenBottom)
	if s.narrow {
		foot = 18
	}
	s.show(container.New(&pageLayout{most: wholeWidth, gap: 10, inside: true}, head, widgets.Pad(0, 0, foot, 0, body)), s.first())
}

// first is where answering begins.
func (s *CheckInAnswer) first() fyne.Focusable {
	if len(s.scales) > 0 {
		return s.scales[0].scale
	}
	return s.field
}

// about says how long it takes and who reads it, and which time is asked about.
func (s *CheckInAnswer) about() []fyne.CanvasObject {
	text := lang.L("Three minutes. Only {{.Name}} can read this until {{.Other}} has answered too; then you open both together, or not at all.",
		map[string]any{"Name": s.ownName(), "Other": s.otherName()})
	about := []fyne.CanvasObject{widgets.NewText(text, widgets.Muted)}
	if len(s.journal.State().Sittings) == 0 {
		return about
	}
	choice := widgets.NewFilter([]string{lang.L("The past seven days"), lang.L("Since we last sat")}, s.setSince)
	if s.since {
		choice.SetPicked(1)
	}
	return append(about, widgets.Pad(6, 0, 0, 0, choice))
}

func (s *CheckInAnswer) setSince(picked int) {
	s.since = picked == 1
	s.title.SetText(s.span())
	s.place.Refresh()
	s.changed()
}

// span names the time that is asked about, and who is asked.
func (s *CheckInAnswer) span() string {
	if s.since {
		return lang.L("Since we last sat, for {{.Name}}", named(s.ownName()))
	}
	return lang.L("The past seven days, for {{.Name}}", named(s.ownName()))
}

// questionCard holds the questions and the one field.
func (s *CheckInAnswer) questionCard() fyne.CanvasObject {
	column := widgets.VGap(16)
	for _, scale := range s.scales {
		column.Add(scale.box)
	}
	column.Add(widgets.Fill(s.field))
	column.Add(s.long.Text)
	onPaper := widgets.NewSmallButton(lang.L("I wrote this on paper before"), widgets.Quiet, s.askPaper)
	onPaper.Hidden = s.paper.Visible()
	column.Add(s.paper)
	column.Add(widgets.Wrap(0, flat(onPaper)))
	card := widgets.NewCard(column)
	card.Padding = 26
	return card
}

// paperField asks on which day this was written on a blank sheet. It is hidden
// until somebody wants it.
func (s *CheckInAnswer) paperField() *widgets.Field {
	entry := widgets.NewEntry()
	field := widgets.NewField(lang.L("The day you wrote it"), entry)
	field.SetHint(lang.L("Such as 12.11. or 2026-11-12"))
	paper := s.saver.draft.Paper
	entry.SetText(string(paper))
	entry.OnChanged = s.setPaper
	field.Hidden = paper == ""
	return field
}

func (s *CheckInAnswer) askPaper() {
	s.paper.Show()
	s.arrange()
	s.aim(s.paper.Entry)
}

// setPaper keeps the day once it can be read; an empty field means today.
func (s *CheckInAnswer) setPaper(text string) {
	today := s.today()
	day := pastDayTyped(text, today)
	switch {
	case day != "" && !day.Valid():
		s.paper.SetError(lang.L("Please write the day as 12.11. or 2026-11-12."))
		return
	case day > today:
		s.paper.SetError(lang.L("That day is still to come. Please choose today or a day before."))
		return
	}
	s.paper.SetError("")
	s.saver.SetPaper(day)
	s.promised.lay()
}

// checkInScale is one question, with a quiet way to leave it open again.
type checkInScale struct {
	scale *widgets.Scale
	clear *widgets.Button
	box   *fyne.Container
}

// newScale makes a question. Its ends stand below the track on a line of their
// own, so that the way back to no answer has room between them.
func (s *CheckInAnswer) newScale(q course.CheckInQuestion) *checkInScale {
	v := &checkInScale{scale: widgets.NewScale("", "")}
	v.scale.Label, v.scale.Empty, v.scale.Side = q.Asked(s.otherName()), lang.L("not answered"), sideOf(s.me)
	v.clear = widgets.NewSmallButton(lang.L("Leave it empty"), widgets.Quiet, func() { s.emptyScale(v, q.ID) })
	value, answered := s.values[q.ID]
	if answered {
		v.scale.SetValue(value)
	}
	v.clear.Hidden = !answered
	v.scale.OnChanged = func(value int) {
		s.values[q.ID] = value
		v.show(true)
		s.changed()
	}
	line := widgets.NewText("", widgets.Small)
	low := widgets.NewText(lang.L("{{.Number}} · {{.Meaning}}", map[string]any{"Number": 0, "Meaning": q.Low}), widgets.Small)
	high := widgets.NewText(lang.L("{{.Number}} · {{.Meaning}}", map[string]any{"Number": widgets.ScaleMost, "Meaning": q.High}), widgets.Small)
	high.Align = fyne.TextAlignTrailing
	v.box = widgets.VGap(0, widgets.Pad(0, 0, -widgets.HeightFor(line, 100), 0, v.scale),
		widgets.StackBelow(0, 8, nil, low, centred(flat(v.clear)), high))
	return v
}

// flat lets quiet words stand in a line of text: without the room around them
// that they have as a button.
func flat(b *widgets.Button) fyne.CanvasObject { return widgets.Pad(-4, -2, -4, -2, b) }

// emptyScale takes an answer away; the keyboard goes back to the question.
func (s *CheckInAnswer) emptyScale(v *checkInScale, id string) {
	delete(s.values, id)
	v.scale.Clear()
	s.aim(v.scale)
	v.show(false)
	s.changed()
}

// show offers the way back to no answer, or doesn't.
func (v *checkInScale) show(answered bool) {
	if answered != v.clear.Visible() {
		showIf(v.clear, answered)
		v.box.Refresh()
	}
}

func (v *checkInScale) forget() {
	v.scale.OnChanged = nil
	v.scale.Clear()
}
