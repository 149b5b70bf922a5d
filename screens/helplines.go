package screens

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/help"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// searchWidth is how wide the field for a country is, at a text size of 100 %.
const searchWidth = 260

// helpLines shows whom to call, by country. With nothing typed one country can be
// picked; what is typed shows all that fit.
type helpLines struct {
	lines     help.Lines
	onCopy    func(text string)
	onChanged func() // what is shown has another height now
	onTyped   func() // what was typed found other things

	search *widgets.Entry
	field  *fyne.Container // around the search
	picks  *widgets.Filter
	found  *fyne.Container // the cards
	copied *widgets.Text   // the word beside the number that was copied last, or nil
	box    *fyne.Container
}

func newHelpLines(lines help.Lines, region string, onCopy func(string)) *helpLines {
	h := &helpLines{lines: lines, onCopy: onCopy, onChanged: func() {}, onTyped: func() {}, found: widgets.VGap(12)}
	h.search = widgets.NewEntry()
	h.search.SetPlaceHolder(lang.L("Country…"))
	h.search.OnChanged = func(string) {
		h.look()
		h.onTyped()
	}
	h.field = widgets.Wrap(0, wideAs(searchWidth*textGrown(), h.search))
	h.picks = widgets.NewFilter(countryNames(lines), func(int) { h.look() })
	h.picks.SetPicked(pickedFirst(lines, region))
	h.box = widgets.VGap(12,
		widgets.NewText(lang.L("Help lines"), widgets.Heading),
		widgets.NewText(lang.L("In danger now: call the emergency number where you are. If you can, go to a place with other people."), widgets.BodyBold),
		widgets.NewText(lang.L("These numbers are part of the program; nothing is looked up. Numbers change, and some lines have set hours. If you can, call from a phone that the other person never sees."), widgets.Body),
		h.field, h.picks, h.found,
		widgets.Pad(8, 0, 0, 0, headedText(missingText(), widgets.Subheading)))
	h.look()
	return h
}

func countryNames(lines help.Lines) []string {
	names := make([]string, len(lines))
	for i, c := range lines {
		names[i] = c.Name
	}
	return names
}

// pickedFirst is the country of a region, or -1 where it is not known.
func pickedFirst(lines help.Lines, region string) int {
	of, known := lines.ByCode(region)
	for i, c := range lines {
		if known && c.Code == of.Code {
			return i
		}
	}
	return -1
}

// missingText says how to find help where no line is known.
func missingText() course.Section {
	return course.Section{
		Title: lang.L("If your country is not here"),
		Lines: []string{
			lang.L("In every country of the European Union the emergency number is 112."),
			lang.L("A doctor, a hospital or the police can tell you whom to call."),
			lang.L("Someone you trust can look for a number with you, on a device that is theirs alone."),
		},
	}
}

// look shows what fits what was typed or picked.
func (h *helpLines) look() {
	h.copied = nil
	h.found.RemoveAll()
	typed := strings.TrimSpace(h.search.Text)
	showIf(h.picks, typed == "")
	switch {
	case typed != "":
		h.showFound(h.lines.Find(typed))
	case h.picks.Picked() >= 0:
		h.found.Add(h.card(h.lines[h.picks.Picked()]))
	}
	showIf(h.found, len(h.found.Objects) > 0)
	h.onChanged()
}

func (h *helpLines) showFound(found help.Lines) {
	for _, c := range found {
		h.found.Add(h.card(c))
	}
	if len(found) == 0 {
		h.found.Add(widgets.NewText(lang.L("No line is known here for these words. Below it says how to find one."), widgets.Body))
	}
}

// card shows a country: the emergency number first, then the lines.
func (h *helpLines) card(c help.Country) fyne.CanvasObject {
	box := widgets.VGap(10, widgets.NewText(c.Name, widgets.Heading),
		h.number(lang.L("In danger, call"), help.Number{Number: c.Emergency}))
	if c.Note != "" {
		box.Add(widgets.NewText(c.Note, widgets.Muted))
	}
	if len(c.Lines) == 0 {
		box.Add(widgets.NewText(lang.L("We don't know a help line here yet. A doctor, a hospital or someone you trust can help you find one."), widgets.Body))
	}
	for _, line := range c.Lines {
		box.Add(widgets.NewRule())
		box.Add(h.line(line))
	}
	return widgets.NewCard(box)
}

// line shows one help line with the day it was checked.
func (h *helpLines) line(l help.Line) fyne.CanvasObject {
	box := widgets.VGap(6, widgets.NewText(l.Name, widgets.BodyBold))
	for _, words := range []string{l.Whom, l.Hours} {
		if words != "" {
			box.Add(widgets.NewText(words, widgets.Body))
		}
	}
	for _, n := range l.Numbers {
		box.Add(h.number(wayTo(n), n))
	}
	checked := map[string]any{"Day": longDay(journal.Day(l.Checked), ""), "Source": l.Source}
	box.Add(widgets.NewText(lang.L("Checked {{.Day}}. Source: {{.Source}}", checked), widgets.Small))
	return box
}

// wayTo says how a number is used.
func wayTo(n help.Number) string {
	switch n.By {
	case help.Message:
		return lang.L("Text {{.Word}} to", map[string]any{"Word": n.Word})
	case help.TTY:
		return lang.L("Text telephone")
	case help.Web:
		return lang.L("On the web")
	default:
		return lang.L("Call")
	}
}

// number shows one number, how it is used, and a way to copy it.
func (h *helpLines) number(way string, n help.Number) fyne.CanvasObject {
	copied := widgets.NewLine(lang.L("Copied."), widgets.Muted)
	copied.Hide()
	button := widgets.NewSmallButton(lang.L("Copy"), widgets.Plain, func() {
		h.onCopy(n.Number)
		if h.copied != nil {
			h.copied.Hide()
		}
		h.copied = copied
		copied.Show()
		h.onChanged()
	})
	return widgets.Wrap(12, widgets.NewLine(way, widgets.Body), widgets.NewLine(n.Number, widgets.BodyBold), button, copied)
}
