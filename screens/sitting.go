package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// SittingPage shows how one sitting was closed: a word each, the one small thing,
// and when the next was to be.
type SittingPage struct {
	moving

	OnBack   func()
	OnStrike func() // both may strike it out

	state   journal.State
	closing journal.Closing
	now     time.Time
}

// NewSittingPage makes the page. Set the callbacks, then call Reload.
func NewSittingPage(state journal.State, closing journal.Closing, now time.Time) *SittingPage {
	s := &SittingPage{state: state, closing: closing, now: now}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload lays the page out for the callbacks that are set.
func (s *SittingPage) Reload() {
	text := readable(widgets.VGap(18, s.parts()...))
	foot := widgets.Wrap(12, widgets.NewButton(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) }))
	if s.OnStrike != nil && s.hasWords() {
		foot.Add(widgets.NewButton(lang.L("Strike out…"), widgets.Quiet, s.OnStrike))
	}
	day := map[string]any{"Day": longDay(journal.DayOf(s.closing.At), journal.DayOf(s.now))}
	s.show(readingPage(lang.L("How you closed on {{.Day}}", day), text, foot), text)
}

// hasWords reports whether there are words that could be struck out.
func (s *SittingPage) hasWords() bool {
	return s.closing.Words != [2]string{} || s.closing.Small != "" || s.closing.When != ""
}

// parts is what was said, each under its name.
func (s *SittingPage) parts() []fyne.CanvasObject {
	if s.struck() {
		return []fyne.CanvasObject{widgets.NewText(lang.L("Struck out by both of you. The words are gone for good; this place stays."), widgets.Muted)}
	}
	var all []fyne.CanvasObject
	for side, word := range s.closing.Words {
		if word != "" {
			name := callName(s.state, sideOwner(side))
			all = append(all, labelled(name, widgets.HGap(14, widgets.NewAvatar(name, sideOf(sideOwner(side)), 30), widgets.Fill(widgets.NewText(word, widgets.Said)))))
		}
	}
	if s.closing.Small != "" {
		all = append(all, labelled(lang.L("One small thing until the next time"), widgets.NewText(s.closing.Small, widgets.Said)))
	}
	if s.closing.Next.Valid() {
		all = append(all, labelled(lang.L("The next time was to be"), widgets.NewText(s.nextTime(), widgets.Body)))
	}
	if len(all) == 0 {
		all = append(all, widgets.NewText(lang.L("You closed without words."), widgets.Muted))
	}
	return all
}

// struck reports whether both struck the words out.
func (s *SittingPage) struck() bool {
	for _, m := range s.state.Moments {
		if m.Event == s.closing.Event {
			return m.Struck
		}
	}
	return false
}

func (s *SittingPage) nextTime() string {
	day := longDay(s.closing.Next, journal.DayOf(s.now))
	if s.closing.When == "" {
		return day
	}
	return lang.L("{{.Day}}, {{.When}}", map[string]any{"Day": day, "When": s.closing.When})
}
