package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// span reads the two days, and says at the fields when they can't be.
func (s *Summary) span() (ok bool) {
	today := s.journal.Today()
	s.choice.From, s.choice.To = pastDayTyped(s.from.Entry.Text, today), pastDayTyped(s.to.Entry.Text, today)
	from, to := dayProblem(s.choice.From), dayProblem(s.choice.To)
	if from == "" && to == "" && s.choice.From != "" && s.choice.To != "" && s.choice.From > s.choice.To {
		to = journal.ProblemOrder
	}
	for _, f := range []struct {
		field   *widgets.Field
		problem journal.Problem
	}{{s.from, from}, {s.to, to}} {
		text := ""
		if f.problem != "" {
			text = FieldSentence("Day", f.problem)
		}
		f.field.SetError(text)
	}
	return from == "" && to == ""
}

func dayProblem(d journal.Day) journal.Problem {
	if d != "" && !d.Valid() {
		return journal.ProblemNotADate
	}
	return ""
}

// drawSoon draws the preview, and lists what the days have, once typing pauses.
func (s *Summary) drawSoon() {
	s.stop()
	s.stop = s.tools.After(previewPause, func() {
		s.draw()
		s.listAll()
	})
}

// document builds what the choices ask for.
func (s *Summary) document() summary.Document {
	state, today := s.journal.State(), s.journal.Today()
	switch {
	case s.format == summary.ICS:
		return summary.Document{Calendar: summary.Calendar(state, s.journal.CheckIns().Due, s.titled.On, s.tools.Now(), summaryWords)}
	case s.choice.For == summary.Me:
		return summary.BuildOwn(state, s.tools.Course, s.journal.Holder(), s.own(), s.choice, today, summaryWords)
	}
	return summary.Build(state, s.tools.Course, s.choice, today, summaryWords)
}

// may says what keeps the summary from being made now: who is here may have
// changed since it was chosen.
func (s *Summary) may() error {
	switch both := s.journal.Both(); s.choice.For {
	case summary.Us, summary.Therapist:
		if !both {
			return journal.ErrNotBoth
		}
	case summary.Me:
		if both {
			return journal.ErrNotNow
		}
	}
	return nil
}

func summaryWords(key string, data map[string]any) string {
	if data == nil {
		return lang.L(key)
	}
	return lang.L(key, data)
}

// draw lays the pages out in the background; only the newest answer is shown.
func (s *Summary) draw() {
	s.stop()
	ok := s.format == summary.ICS || !s.time.Visible() || s.span() // not all ask for days
	enable(ok, s.save)
	s.choices.Refresh()
	if !ok || s.may() != nil {
		return
	}
	s.asked++
	if s.format == summary.ICS {
		s.preview.say(s.daysAhead())
		return
	}
	asked, d := s.asked, s.document()
	var pages summary.Pages
	s.later(func(ctx context.Context) (err error) {
		pages, err = summary.Lay(ctx, d, s.tools.Fonts, nil)
		return err
	}, func(err error) {
		if asked != s.asked {
			return
		}
		if err != nil {
			s.preview.say(Sentence(err))
			return
		}
		s.preview.show(pages)
	})
}

// daysAhead says what a calendar will hold, in place of its pages.
func (s *Summary) daysAhead() string {
	lines := summary.CalendarLines(s.journal.State(), s.journal.CheckIns().Due, s.titled.On, s.tools.Now(), summaryWords)
	return strings.Join(append([]string{lang.L("A calendar has no pages. It will hold:"), ""}, lines...), "\n")
}

// openSaving shows the save card in place of the choices.
func (s *Summary) openSaving() {
	s.saving.open(s.fileName(), s.format.Extension())
	s.left.Content = s.saving.box
	s.left.Refresh()
	s.whole.Refresh()
	s.focusOn(s.saving.name.Entry)
}

// fileName is a name for the file that says nothing about the two.
func (s *Summary) fileName() string {
	switch {
	case s.format == summary.ICS:
		return "reminders" // as neutral as what is in it
	case s.choice.For == summary.Fridge:
		return "fridge-door"
	case s.choice.For == summary.Everything:
		return "goldseam-record"
	case s.choice.For == summary.Me:
		return "notes"
	}
	return "goldseam-summary"
}

// toSave is the summary for the save card.
func (s *Summary) toSave() saving {
	return saving{
		title: lang.L("Save the summary"), warning: lang.L("The file will not be sealed: anyone who has it can read it."),
		folder: s.tools.Folder, after: s.tools.After,
		exists: func(path string) bool { return s.tools.Saver.Exists(path) },
		later:  func(work func(context.Context) error, done func(error)) { s.later(work, done) },

		close: s.closeSaving, focus: s.focusOn, refresh: func() { s.whole.Refresh() },
		may: s.may,
		begin: func() func(context.Context, string, func(done, total int)) error {
			format, d := s.format, s.document()
			return func(ctx context.Context, path string, progress func(done, total int)) error {
				return s.tools.Saver.Save(ctx, path, format, d, progress)
			}
		},
	}
}

func (s *Summary) closeSaving() {
	s.left.Content = s.choices
	s.left.Refresh()
	s.whole.Refresh()
	s.focusOn(s.save)
}
