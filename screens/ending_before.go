package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// layBefore says plainly what happens when an ending is begun. The keyboard is on
// the way back.
func (s *Ending) layBefore(state journal.State) {
	safety := goldNote(
		lang.L("If you are not safe, or fear how the other will take it: Help & safety first. Going can be the most dangerous time. You don’t have to begin anything here in order to go."),
		widgets.Wrap(12, s.help(lang.L("Help & safety first"))))
	s.text = readable(widgets.VGap(24,
		widgets.NewText(lang.L("Going separate ways is a good end too. Either of you may begin it, alone. It needs no reason, and nobody has to agree."), widgets.Body),
		safety,
		endingPart(lang.L("What happens at once"), bullets("", s.atOnce(state)...)),
		endingPart(lang.L("What comes then"), widgets.NewText(
			lang.L("One quiet page: what stays agreed about children, home and money, last words if you want any, and what each of you takes away. You go through it as far as you like, alone or together, on any day. To go on as before takes both of you."), widgets.Body))))
	back := s.back()
	begin := s.action(lang.L("Begin the ending"), widgets.Plain, func() { s.act(s.journal.BeginEnding) })
	foot := newToolBar([]fyne.CanvasObject{back, begin}, nil)
	s.show(framedPage(newHead(widgets.NewText(lang.L("A way to end it well"), widgets.Title)), s.text, s.line.Text, foot), back)
	s.text = nil // what comes then begins at its top
}

// atOnce are the things that happen when an ending is begun.
func (s *Ending) atOnce(state journal.State) []string {
	lines := []string{
		lang.L("All temporary access ends now, also what was only proposed. Goldseam can’t switch anything off on a phone or an account. That is for you to do, once it is safe."),
		lang.L("Boundaries stay. Each belongs to the one who set it."),
		lang.L("Other agreements stay until one of you leaves them."),
		lang.L("Exercises and check-ins stop. Nothing of yours is deleted, and what is sealed stays sealed."),
	}
	if s.joined(state) {
		lines = append(lines, lang.L("{{.Name}} sees that you began it, on next opening the journal.", named(callName(state, s.other()))))
	}
	return lines
}

// joined tells whether the other has ever been here.
func (s *Ending) joined(state journal.State) bool { return !state.Person(s.other()).Joined.IsZero() }

// endingBegun says who began an ending, and when.
func endingBegun(state journal.State, e journal.Ending, today journal.Day) string {
	return lang.L("{{.Name}} began the ending on {{.Day}}.",
		map[string]any{"Name": callName(state, e.By), "Day": longDay(journal.DayOf(e.At), today)})
}

// endingOver says how an ending came to its end, in the order in which it did.
func endingOver(state journal.State, e journal.Ending, today journal.Day) string {
	text := ""
	add := func(sentence string) {
		if text != "" {
			text += " "
		}
		text += sentence
	}
	order := []journal.Partner{journal.First, journal.Second}
	if left := e.Left; !left[1].IsZero() && left[1].Before(left[0]) {
		order = []journal.Partner{journal.Second, journal.First}
	}
	for _, p := range order {
		if at := e.Left[sideIndex(p)]; !at.IsZero() {
			add(lang.L("{{.Name}} left on {{.Day}}.", map[string]any{"Name": callName(state, p), "Day": longDay(journal.DayOf(at), today)}))
		}
	}
	if !e.Closed.IsZero() {
		add(lang.L("Closed by both of you on {{.Day}}.", map[string]any{"Day": longDay(journal.DayOf(e.Closed), today)}))
	}
	return text
}
