package screens

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// summaryPeople are those a summary can be for. The first says who is here.
func summaryPeople(both bool) []summary.Audience {
	if both {
		return []summary.Audience{summary.Us, summary.Therapist, summary.Fridge}
	}
	return []summary.Audience{summary.Everything, summary.Fridge, summary.Me}
}

func whomLabels(people []summary.Audience) []string {
	labels := make([]string, len(people))
	for i, whom := range people {
		labels[i] = map[summary.Audience]string{
			summary.Us: lang.L("Us"), summary.Therapist: lang.L("Our therapist"), summary.Fridge: lang.L("The fridge door"),
			summary.Everything: lang.L("All that we share"), summary.Me: lang.L("Just me"),
		}[whom]
	}
	return labels
}

// toldOf says what a summary for these holds, where its ticks don't.
func toldOf(whom summary.Audience) string {
	switch whom {
	case summary.Therapist:
		return lang.L("One page first. What else you tick together follows. Nothing you tick is remembered.")
	case summary.Fridge:
		return lang.L("One page of agreements alone. Temporary access, and what is about bodies or moving in, stays off the door.")
	case summary.Everything:
		return lang.L("What you share belongs to both, so you can take all of it alone, as plain text. Choosing line by line waits until you are both here.")
	case summary.Me:
		return lang.L("Only your own words. Nothing here is noted in the journal, and nothing is remembered when you leave this page.")
	}
	return ""
}

// formatsFor are the forms a summary can have. The whole record is plain text.
func formatsFor(whom summary.Audience) []summary.Format {
	switch whom {
	case summary.Us:
		return []summary.Format{summary.PDF, summary.HTML, summary.Markdown, summary.ICS}
	case summary.Everything:
		return []summary.Format{summary.Markdown}
	}
	return []summary.Format{summary.PDF, summary.HTML, summary.Markdown}
}

func formatLabels(formats []summary.Format) []string {
	labels := make([]string, len(formats))
	for i, f := range formats {
		labels[i] = map[summary.Format]string{
			summary.PDF: lang.L("PDF"), summary.HTML: lang.L("Web page"), summary.Markdown: lang.L("Markdown"), summary.ICS: lang.L("Calendar"),
		}[f]
	}
	return labels
}

// firstChoice is what is ticked at first. Charts and breaks never are, and for a
// therapist neither is what was opened.
func firstChoice(whom summary.Audience, language string) summary.Choice {
	switch whom {
	case summary.Therapist:
		return summary.Choice{For: whom, Path: true, InForce: true, Questions: true, TitlesOnly: true, Lang: language}
	case summary.Fridge:
		return summary.Choice{For: whom, InForce: true, Lang: language}
	case summary.Everything:
		return summary.All(language)
	case summary.Me:
		return summary.Choice{For: whom, Drafts: true, Sealed: true, Lang: language}
	}
	return summary.Choice{Path: true, InForce: true, Opened: true, Lang: language}
}

// pick begins anew for others. What was ticked for one is not taken over.
func (s *Summary) pick(i int) {
	whom := s.people[i]
	s.choice = firstChoice(whom, s.tools.Lang)
	s.formats = formatsFor(whom)
	s.as.SetLabels(formatLabels(s.formats))
	s.as.SetPicked(0)
	s.told.SetText(toldOf(whom))
	showIf(s.told, s.told.Text != "")
	showIf(s.time, whom != summary.Fridge && whom != summary.Everything)
	s.span()
	s.buildTicks()
	s.setFormat(s.formats[0])
}

// summarySection is one section that can be ticked, as a whole and one by one.
type summarySection struct {
	kind   summary.Kind
	check  *widgets.Check
	choose *widgets.Button
	each   *fyne.Container // one check for each thing of it
	box    *fyne.Container
	open   bool // the things are listed
}

// buildTicks makes the checks for what can be included.
func (s *Summary) buildTicks() {
	s.sections = nil
	s.ticks.Objects = nil
	list := widgets.VGap(4)
	add := func(kind summary.Kind, text string, more ...fyne.CanvasObject) {
		x := s.newSection(kind, text, more...)
		s.sections = append(s.sections, x)
		list.Add(x.box)
	}
	switch s.choice.For {
	case summary.Everything:
		return
	case summary.Fridge:
		add(summary.KindInForce, lang.L("Agreements in force"), s.wordingTick(lang.L("With one sentence each")))
	case summary.Me:
		add(summary.KindDrafts, lang.L("My writing, not opened"))
		add(summary.KindSealed, lang.L("My check-ins, not opened"))
		add(summary.KindMine, lang.L("My side of what was opened"))
	default:
		s.addShared(list, add)
	}
	s.ticks.Add(section(lang.L("Include"), list))
	s.listAll()
}

// addShared adds the ticks for what both share.
func (s *Summary) addShared(list *fyne.Container, add func(summary.Kind, string, ...fyne.CanvasObject)) {
	list.Add(widgets.NewCheck(lang.L("Where we are on the path"), true, func(on bool) { s.choice.Path = on; s.draw() }))
	add(summary.KindInForce, lang.L("Agreements and boundaries in force"), s.wordingTick(lang.L("With their wording")))
	if s.choice.For == summary.Therapist {
		add(summary.KindQuestions, lang.L("Open questions, from both your lists"))
	} else {
		add(summary.KindOpened, lang.L("What we opened together"))
	}
	add(summary.KindCharts, lang.L("Check-in charts"))
	add(summary.KindBreaks, lang.L("Breaks and repairs"))
	if s.choice.For == summary.Therapist {
		add(summary.KindOpened, lang.L("What we opened together"))
	}
	add(summary.KindPlans, lang.L("Trigger plan and maps"))
}

// wordingTick adds the words of what is in force.
func (s *Summary) wordingTick(text string) fyne.CanvasObject {
	return widgets.NewCheck(text, !s.choice.TitlesOnly, func(on bool) { s.choice.TitlesOnly = !on; s.draw() })
}

// newSection makes the check of a section. What more there is to tick about it
// stands below, with the way to choose one by one.
func (s *Summary) newSection(kind summary.Kind, text string, more ...fyne.CanvasObject) *summarySection {
	x := &summarySection{kind: kind, each: widgets.VGap(4)}
	x.check = widgets.NewCheck(text, *s.choice.Section(kind), func(on bool) {
		*s.choice.Section(kind) = on
		s.list(x)
		s.draw()
	})
	x.choose = widgets.NewSmallButton(lang.L("choose…"), widgets.Quiet, func() {
		x.open = !x.open
		s.list(x)
	})
	each := widgets.Pad(0, 0, 0, 28, x.each)
	if len(more) == 0 {
		x.box = widgets.VGap(4, widgets.Wrap(10, x.check, x.choose), each)
		return x
	}
	below := widgets.Wrap(10, append(more, x.choose)...)
	x.box = widgets.VGap(4, x.check, widgets.Pad(0, 0, 0, 28, below), each)
	return x
}

// listAll lists the things of every section anew.
func (s *Summary) listAll() {
	for _, x := range s.sections {
		s.list(x)
	}
}

// list gives each thing of a section a check of its own, newest first. Plans and
// questions for a therapist are no choice where there are none.
func (s *Summary) list(x *summarySection) {
	x.each.Objects = nil
	items := s.entries(x.kind)
	on := *s.choice.Section(x.kind)
	showIf(x.choose, on && len(items) > 0)
	showIf(x.box, len(items) > 0 || x.kind != summary.KindPlans && x.kind != summary.KindQuestions)
	if x.open && on {
		for _, it := range slices.Backward(items) {
			text := it.Title
			if x.kind != summary.KindInForce && x.kind != summary.KindCharts && it.Note != "" {
				text += ", " + it.Note
			}
			x.each.Add(widgets.NewCheck(text, !s.choice.Without[it.Entry], func(on bool) { s.include(it.Entry, on) }))
		}
	}
	showIf(x.each, len(x.each.Objects) > 0)
	s.choices.Refresh()
	s.whole.Refresh()
}

// entries gives what a section could have.
func (s *Summary) entries(kind summary.Kind) []summary.Item {
	state, today := s.journal.State(), s.journal.Today()
	if s.choice.For == summary.Me {
		return summary.OwnEntries(state, s.tools.Course, s.journal.Holder(), s.own(), s.choice, kind, today, summaryWords)
	}
	return summary.Entries(state, s.tools.Course, s.choice, kind, today, summaryWords)
}

// own gathers the holder's unopened writing, while they are here alone.
func (s *Summary) own() []journal.Draft {
	if s.journal.Both() {
		return nil
	}
	return summary.OwnWriting(s.journal.State(), s.tools.Course, s.journal.Drafts)
}

// include takes one thing in or leaves it out.
func (s *Summary) include(e summary.Entry, on bool) {
	without := maps.Clone(s.choice.Without)
	if without == nil {
		without = map[summary.Entry]bool{}
	}
	delete(without, e)
	if !on {
		without[e] = true
	}
	s.choice.Without = without
	s.draw()
}
