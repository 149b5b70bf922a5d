package screens

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// StepJournal is what a step's page needs of the journal.
type StepJournal interface {
	State() journal.State
	Now() time.Time
	Holder() journal.Partner
	Both() bool
	Progress(exercise string) journal.Progress
	StepOpen(step string) error
	SafetySeen(step string) bool
	SetReady(ctx context.Context, step string, ready bool) error
	CloseStep(ctx context.Context, step, title, sooner string) error
}

// Step is the page of one step: why it matters, its exercises and how far each
// is, and how both close it.
type Step struct {
	moving

	OnPath     func()
	OnExercise func(id string)
	OnSafety   func(step string)

	journal StepJournal
	later   Background
	step    course.Step
	reason  *widgets.Field
	closing *widgets.Button
	line    calmLine
}

// NewStep makes the page of a step.
func NewStep(j StepJournal, later Background, step course.Step) *Step {
	s := &Step{journal: j, later: later, step: step}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload shows the newest state.
func (s *Step) Reload() {
	s.line = newCalmLine(s.place.Refresh)
	back := widgets.NewSmallButton(lang.L("Back to the path"), widgets.Quiet, func() { tellIf(s.OnPath) })
	all := []fyne.CanvasObject{s.head()}
	gate, gateFocus := s.gate()
	if gate != nil {
		all = append(all, gate)
	}
	rows, rowFocus := s.rows(gate == nil)
	all = append(append(all, rows...), s.end(gate == nil)...)
	if later := s.notReady(); later != nil && gate == nil {
		all = append(all, later)
	}
	s.show(page(wholeWidth, 14, newHead(widgets.Pad(0, 0, 0, -2, widgets.Wrap(0, back))), widgets.VGap(16, append(all, s.line.Text)...)),
		firstOf(gateFocus, rowFocus, back))
}

// firstOf is the first focus that is there.
func firstOf(list ...fyne.Focusable) fyne.Focusable {
	for _, f := range list {
		if f != nil {
			return f
		}
	}
	return nil
}

func (s *Step) head() fyne.CanvasObject {
	title := widgets.VGap(0, widgets.NewText(s.caps(), widgets.Caps), widgets.NewText(s.step.Title, widgets.Title))
	why := widgets.NewCard(widgets.VGap(6, widgets.NewText(lang.L("Why it matters"), widgets.Subheading), widgets.NewText(s.step.Why, widgets.Muted)))
	return widgets.VGap(16, widgets.VGap(4, title, widgets.NewText(s.step.Purpose, widgets.Muted)), why)
}

// caps is the small line above the title.
func (s *Step) caps() string {
	line := stepCaps(s.step)
	if _, closed := s.journal.State().StepClosed(s.step.ID); !closed && s.step.LeastWeeks > 0 {
		line += " · " + strings.ToUpper(leastWeeks(s.step.LeastWeeks))
	}
	return line
}

// stepCaps names a step by its number, in capitals.
func stepCaps(step course.Step) string {
	if step.Number == 0 {
		return strings.ToUpper(step.Note)
	}
	return strings.ToUpper(lang.L("Step {{.Number}}", map[string]any{"Number": step.Number}))
}

// gate says what comes before the exercises, if anything does.
func (s *Step) gate() (fyne.CanvasObject, fyne.Focusable) {
	if _, closed := s.journal.State().StepClosed(s.step.ID); closed {
		return nil, nil
	}
	err := s.journal.StepOpen(s.step.ID)
	if errors.Is(err, journal.ErrNotReady) {
		return s.readyCard()
	}
	if err != nil {
		return goldNote(stepSentence(err)), nil
	}
	if !s.step.NightBefore || s.journal.SafetySeen(s.step.ID) {
		return nil, nil
	}
	read := widgets.NewButton(lang.L("Read the safety page"), widgets.Primary, func() { s.safety() })
	return goldNote(lang.L("Before this step, read the safety page again. There is nothing to answer on it."), widgets.Wrap(0, read)), read
}

func (s *Step) safety() {
	if s.OnSafety != nil {
		s.OnSafety(s.step.ID)
	}
}

// stepSentence says why a step does not open yet.
func stepSentence(err error) string {
	if errors.Is(err, journal.ErrNotNow) {
		return lang.L("This step opens when you have closed the one before. You can read here what it holds.")
	}
	return Sentence(err)
}

// goldNote is a word from Goldseam itself.
func goldNote(text string, more ...fyne.CanvasObject) fyne.CanvasObject {
	card := widgets.NewCard(widgets.VGap(12, append([]fyne.CanvasObject{widgets.NewText(text, widgets.Body)}, more...)...))
	card.Fill = widgets.FillGold
	return card
}

// rows are the exercises, core ones first. Where the step is not open they are
// only read.
func (s *Step) rows(open bool) (all []fyne.CanvasObject, first fyne.Focusable) {
	for _, core := range []bool{true, false} {
		heading := lang.L("What closes this step")
		if !core {
			heading = lang.L("More, if you like")
		}
		var group []fyne.CanvasObject
		for _, e := range suitedFirst(s.step.Exercises, brokeKinds(s.journal.State())) {
			if e.Core != core {
				continue
			}
			row, focus := s.row(e, open)
			group = append(group, row)
			first = firstOf(first, focus)
		}
		if len(group) > 0 {
			all = append(append(all, widgets.NewText(heading, widgets.Subheading)), group...)
		}
	}
	return all, first
}

// row is one exercise: its title, what it is for, how long, and how far it is.
func (s *Step) row(e course.Exercise, open bool) (fyne.CanvasObject, fyne.Focusable) {
	text, kind := s.stateOf(e)
	words := widgets.VGap(2, widgets.NewText(e.Title, widgets.Subheading), widgets.NewText(e.Purpose, widgets.Muted))
	if !e.Suits(brokeKinds(s.journal.State())) {
		words.Add(widgets.NewText(lang.L("It may not fit what broke for you. It is here if you want it."), widgets.Small))
	}
	chips := widgets.Wrap(8, widgets.NewChip(text, kind), widgets.NewChip(minutes(e.Minutes), widgets.ChipOutline))
	content := newBeside(words, chips)
	if !open {
		card := widgets.NewCard(content)
		card.Padding = 16
		return card, nil
	}
	card := widgets.NewTapCard(content, func() { s.exercise(e.ID) })
	card.Padding, card.Label = 16, e.Title+". "+text
	return card, card
}

// suitedFirst puts exercises that fit what broke before those that may not.
func suitedFirst(exercises []course.Exercise, broke []string) []course.Exercise {
	sorted := slices.Clone(exercises)
	slices.SortStableFunc(sorted, func(a, b course.Exercise) int {
		switch sa, sb := a.Suits(broke), b.Suits(broke); {
		case sa == sb:
			return 0
		case sa:
			return -1
		default:
			return 1
		}
	})
	return sorted
}

func minutes(n int) string {
	return lang.L("about {{.Minutes}} min", map[string]any{"Minutes": n})
}

func (s *Step) exercise(id string) {
	if s.OnExercise != nil {
		s.OnExercise(id)
	}
}

// stateOf says how far an exercise is, as the holder may know it.
func (s *Step) stateOf(e course.Exercise) (string, widgets.ChipKind) {
	state, me := s.journal.State(), s.journal.Holder()
	other := named(callName(state, me.Other()))
	switch p := s.journal.Progress(e.ID); {
	case p.Finished && p.Theirs:
		return lang.L("ready to open"), widgets.ChipGold
	case p.Finished:
		return lang.L("written by you"), sideOf(me).Chip()
	case p.Theirs:
		return lang.L("{{.Name}} has finished", other), sideOf(me.Other()).Chip()
	case p.Begun:
		return lang.L("begun by you"), sideOf(me).Chip()
	case p.Opened && opens(e):
		return lang.L("opened"), widgets.ChipGold
	case p.Opened:
		return lang.L("done together"), widgets.ChipGold
	case p.Skipped:
		return lang.L("skipped"), widgets.ChipOutline
	default:
		return lang.L("not begun"), widgets.ChipOutline
	}
}

// end is how both close the step, once its core is done.
func (s *Step) end(open bool) []fyne.CanvasObject {
	state := s.journal.State()
	s.reason, s.closing = nil, nil
	if closed, ok := state.StepClosed(s.step.ID); ok {
		day := longDay(journal.DayOf(closed), journal.DayOf(s.journal.Now()))
		return []fyne.CanvasObject{widgets.NewText(lang.L("You closed this step on {{.Day}}. Everything in it stays open to you.", map[string]any{"Day": day}), widgets.Muted)}
	}
	if !open || len(s.step.Core()) == 0 {
		return nil
	}
	if !coreDone(s.step, state) {
		return []fyne.CanvasObject{widgets.NewText(lang.L("When these are opened or skipped, you can close the step together."), widgets.Small)}
	}
	if !s.journal.Both() {
		return []fyne.CanvasObject{goldNote(lang.L("You can close this step when both of you are here."))}
	}
	return []fyne.CanvasObject{s.closingCard(state)}
}

// closingCard closes the step. Going on before its least time takes a sentence.
func (s *Step) closingCard(state journal.State) fyne.CanvasObject {
	s.closing = widgets.NewButton(lang.L("Close this step together"), widgets.Gold, s.close)
	box := widgets.VGap(12, widgets.NewText(lang.L("You have done the core of this step."), widgets.Subheading))
	if left := weeksLeft(s.step, stepBegan(s.step, state), s.journal.Now()); left > 0 {
		box.Add(widgets.NewText(lang.L("It deserves at least {{.Weeks}} weeks, and there is no hurry. If you both want to go on now, say why in a sentence.",
			map[string]any{"Weeks": s.step.LeastWeeks}), widgets.Muted))
		s.reason = widgets.NewField(lang.L("Why you both go on sooner"), widgets.NewEntry())
		box.Add(s.reason)
	}
	box.Add(widgets.Wrap(0, s.closing))
	card := widgets.NewCard(box)
	card.Edge = true
	return card
}

// stepBegan is when the step opened: when the one before was closed, or when
// the journal began.
func stepBegan(step course.Step, s journal.State) time.Time {
	if len(s.Steps) > 0 && step.Number > 0 {
		return s.Steps[len(s.Steps)-1].Closed
	}
	return s.Began
}

// weeksLeft is how many weeks of a step's least time are still to come.
func weeksLeft(step course.Step, began, now time.Time) int {
	gone := journal.DayOf(began).Until(journal.DayOf(now)) / 7
	return max(0, step.LeastWeeks-gone)
}

// close closes the step for both.
func (s *Step) close() {
	sooner := ""
	if s.reason != nil {
		if sooner = strings.TrimSpace(s.reason.Entry.Text); sooner == "" {
			s.reason.SetError(lang.L("Please write one sentence, so that you both remember why."))
			s.aim(s.reason.Entry)
			return
		}
		s.reason.SetError("")
	}
	s.closing.Disable()
	s.later(func(ctx context.Context) error { return s.journal.CloseStep(ctx, s.step.ID, s.step.Title, sooner) }, s.closed)
}

func (s *Step) closed(err error) {
	if err != nil {
		s.closing.Enable()
		s.line.say(Sentence(err))
		return
	}
	s.Reload()
}
