package screens

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// TodayJournal is what the first screen of a sitting needs of the journal.
type TodayJournal interface {
	State() journal.State
	Now() time.Time
	Holder() journal.Partner
	Present() []journal.Partner
	Progress(exercise string) journal.Progress
	StepOpen(step string) error
	Drafts(exercise string) []journal.Draft
	RecoveryWords() (string, bool)
	CheckIns() journal.CheckInStand
	Carrying() bool
	Both() bool
}

// Today says what comes next, and leads with what was said last.
type Today struct {
	moving

	OnExercise func(id string)
	OnStep     func(id string)
	OnPath     func()
	OnThing    func(journal.Thing) // an agreement, or a slip
	OnPlan     func(kind string)
	OnCalm     func() // trigger plan, or two minutes of grounding
	OnCheckIn  func() // the holder answers
	OnCheckIns func() // what waits to be opened
	OnReview   func() // both look at what is due
	OnRest     func() // something new from before came up
	OnCarrying func() // a word for the one who carries it alone
	OnWords    func() // the holder writes down the recovery words
	OnJoin     func() // the second partner joins
	OnClose    func() // both close the sitting
	OnEnding   func() // to the ending that is under way or over

	journal TodayJournal
	course  *course.Course
	main    fyne.Focusable
}

// NewToday makes the screen.
func NewToday(j TodayJournal, c *course.Course) *Today {
	s := &Today{journal: j, course: c}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload shows the newest state.
func (s *Today) Reload() {
	s.main = nil
	now := s.journal.Now()
	if e, ending := s.journal.State().Ending(); ending {
		s.layEnding(now, e)
		return
	}
	all := widgets.VGap(18, widgets.NewText(s.greeting(now), widgets.Title))
	for _, card := range []fyne.CanvasObject{s.wordsCard(), s.carryingCard(), s.banner(), s.nextRow(), s.planRow(), s.lookRow()} {
		if card != nil {
			all.Add(card)
		}
	}
	all.Add(widgets.Wrap(14, widgets.NewButton(lang.L("Close the sitting"), widgets.Plain, func() { tellIf(s.OnClose) }),
		widgets.NewSmallButton(lang.L("Something new from before came up"), widgets.Quiet, func() { tellIf(s.OnRest) })))
	s.show(page(wholeWidth, 0, newHead(widgets.NewText(dateLine(now), widgets.Muted)), all), s.main)
}

// dateLine is the day as "Sunday 22 November".
func dateLine(now time.Time) string {
	return lang.L("{{.Weekday}} {{.Day}} {{.Month}}", map[string]any{
		"Weekday": lang.L(now.Weekday().String()), "Day": now.Day(), "Month": monthName(now.Month()),
	})
}

// greeting fits the hour and whoever is here.
func (s *Today) greeting(now time.Time) string {
	data := map[string]any{"Names": s.names()}
	switch h := now.Hour(); {
	case h >= 5 && h < 12:
		return lang.L("Good morning, {{.Names}}", data)
	case h >= 12 && h < 18:
		return lang.L("Good afternoon, {{.Names}}", data)
	default:
		return lang.L("Good evening, {{.Names}}", data)
	}
}

func (s *Today) names() string {
	state, here := s.journal.State(), s.journal.Present()
	if len(here) == 1 {
		return callName(state, here[0])
	}
	return lang.L("{{.First}} and {{.Second}}", map[string]any{"First": callName(state, journal.First), "Second": callName(state, journal.Second)})
}

// banner is what was said when the last sitting was closed.
func (s *Today) banner() fyne.CanvasObject {
	state := s.journal.State()
	if len(state.Sittings) == 0 {
		return nil
	}
	last, today := state.Sittings[len(state.Sittings)-1], journal.DayOf(s.journal.Now())
	box := widgets.VGap(4)
	if line := closingLine(last, today); line != "" {
		box.Add(widgets.NewText(line, widgets.Small))
	}
	if last.Small != "" {
		box.Add(widgets.NewText(last.Small, widgets.Subheading))
	}
	if line := nextLine(last, today); line != "" {
		box.Add(widgets.NewText(line, widgets.Small))
	}
	if len(box.Objects) == 0 {
		return nil
	}
	card := widgets.NewCard(box)
	card.Fill, card.Padding = widgets.FillGold, 20
	return card
}

// closingLine is the two words, and that a small thing follows.
func closingLine(c journal.Closing, today journal.Day) string {
	var words []string
	for _, w := range c.Words {
		if w != "" {
			words = append(words, "“"+w+"”")
		}
	}
	data := map[string]any{"Day": pastDay(journal.DayOf(c.At), today), "Words": strings.Join(words, lang.L(" and "))}
	switch {
	case len(words) > 0 && c.Small != "":
		return lang.L("{{.Day}} you closed with {{.Words}}. One small thing until the next time:", data)
	case len(words) > 0:
		return lang.L("{{.Day}} you closed with {{.Words}}.", data)
	case c.Small != "":
		return lang.L("One small thing until the next time:")
	default:
		return ""
	}
}

// pastDay begins a sentence with a day that is over.
func pastDay(d, today journal.Day) string {
	weekday := map[string]any{"Weekday": lang.L(d.Time().Weekday().String())}
	switch n := d.Until(today); {
	case n <= 0:
		return lang.L("Today")
	case n == 1:
		return lang.L("Yesterday")
	case n < 7:
		return lang.L("Last {{.Weekday}}", weekday)
	default:
		return lang.L("On {{.Day}}", map[string]any{"Day": longDay(d, today)})
	}
}

// nextLine says when the next sitting is, while that lies ahead.
func nextLine(c journal.Closing, today journal.Day) string {
	if !c.Next.Valid() || c.Next < today {
		return ""
	}
	data := map[string]any{"Day": nearDay(c.Next, today), "When": c.When}
	if c.When != "" {
		return lang.L("You sit down again {{.Day}}, {{.When}}.", data)
	}
	return lang.L("You sit down again {{.Day}}.", data)
}

// wordsCard asks for the recovery words to be written down, before all else.
func (s *Today) wordsCard() fyne.CanvasObject {
	if _, there := s.journal.RecoveryWords(); !there {
		return nil
	}
	write := widgets.NewButton(lang.L("Write them down now"), widgets.Plain, func() { tellIf(s.OnWords) })
	s.main = write
	name := callName(s.journal.State(), s.journal.Holder())
	card := widgets.NewCard(widgets.VGap(12, widgets.NewText(lang.L("Twelve recovery words, only for {{.Name}}", named(name)), widgets.Subheading),
		widgets.NewText(lang.L("If the passphrase is ever lost, these words alone can open your side. Write them on paper and keep it somewhere safe."), widgets.Muted),
		widgets.Wrap(0, write)))
	card.Edge = true
	return card
}

// nextRow is the next exercise, and at its side what else is open.
func (s *Today) nextRow() fyne.CanvasObject {
	next, aside := s.nextCard(), s.joinCard()
	if aside == nil {
		aside = s.checkInCard()
	}
	if aside == nil {
		return next
	}
	return widgets.StackBelow(700, 18, []float32{3, 2}, next, aside)
}

func (s *Today) joinCard() fyne.CanvasObject {
	second := s.journal.State().Person(journal.Second)
	if !second.Joined.IsZero() {
		return nil
	}
	title := lang.L("Your partner can join")
	if second.Name != "" {
		title = lang.L("{{.Name}} can join", named(second.Name))
	}
	join := widgets.NewButton(lang.L("Join now"), widgets.Plain, func() { tellIf(s.OnJoin) })
	return widgets.NewCard(widgets.VGap(12, widgets.NewText(title, widgets.Heading),
		widgets.NewText(lang.L("On this laptop, with a passphrase of their own. Until then you can read, and write alone."), widgets.Muted),
		widgets.Wrap(0, join)))
}

// nextCard is what the path leads to next.
func (s *Today) nextCard() fyne.CanvasObject {
	state := s.journal.State()
	if _, rests := state.Rests(); rests {
		return s.restCard()
	}
	step, ok := s.course.Step(hereStep(s.course, state))
	switch {
	case !ok || len(step.Exercises) == 0:
		return s.stepCard(step, lang.L("You have walked the whole path"),
			lang.L("Everything you opened and agreed stays with you. You can look back, or do any exercise again."), nextWay{lang.L("Look at the path"), func() { tellIf(s.OnPath) }, true})
	case s.journal.StepOpen(step.ID) != nil:
		return s.waitingCard(step)
	}
	e, ok := nextExercise(step, state)
	if !ok {
		return s.stepCard(step, step.Title, lang.L("You have done the core of this step. When you are ready, close it together."),
			nextWay{lang.L("Look at the step"), func() { s.step(step.ID) }, false})
	}
	return s.stepCard(step, e.Title, e.Purpose, nextWay{s.beginText(e), func() { s.exercise(e.ID) }, false})
}

// waitingCard says why the step does not open today.
func (s *Today) waitingCard(step course.Step) fyne.CanvasObject {
	text := stepSentence(s.journal.StepOpen(step.ID))
	if errors.Is(s.journal.StepOpen(step.ID), journal.ErrOneNight) {
		text = lang.L("This step opens tomorrow. One night belongs in between. Rest is part of the work.")
	}
	return s.stepCard(step, step.Title, text, nextWay{lang.L("Read what it holds"), func() { s.step(step.ID) }, false})
}

// beginText is the word on the button of an exercise.
func (s *Today) beginText(e course.Exercise) string {
	data := map[string]any{"Minutes": e.Minutes}
	switch p := s.journal.Progress(e.ID); {
	case p.Finished && p.Theirs:
		return lang.L("Ready to open")
	case p.Begun:
		return lang.L("Go on · about {{.Minutes}} min", data)
	default:
		return lang.L("Begin · about {{.Minutes}} min", data)
	}
}

// nextExercise is the first core exercise that is neither opened nor skipped.
func nextExercise(step course.Step, s journal.State) (course.Exercise, bool) {
	for _, e := range step.Core() {
		_, done := s.Done[e.ID]
		_, skipped := s.Skipped[e.ID]
		if !done && !skipped {
			return e, true
		}
	}
	return course.Exercise{}, false
}

// nextWay is where the card of the next thing leads.
type nextWay struct {
	button string
	open   func()
	path   bool // to the path, so that no other way there is needed
}

func (s *Today) stepCard(step course.Step, title, text string, way nextWay) fyne.CanvasObject {
	main := widgets.NewButton(way.button, widgets.Primary, way.open)
	s.main = firstOf(s.main, main)
	ways := widgets.Wrap(14, main)
	if !way.path {
		ways.Add(widgets.NewSmallButton(lang.L("or choose another on the path"), widgets.Quiet, func() { tellIf(s.OnPath) }))
	}
	card := widgets.NewCard(widgets.VGap(10, widgets.NewText(stepHeadline(step), widgets.Caps), widgets.NewText(title, widgets.Heading),
		widgets.NewText(text, widgets.Muted), widgets.Pad(6, 0, 0, 0, ways)))
	card.Edge = true
	return card
}

// stepHeadline names the step in capitals, as "STEP 3 · BOUNDARIES, SLOWLY".
func stepHeadline(step course.Step) string {
	if step.Number == 0 {
		return strings.ToUpper(step.Title)
	}
	return stepCaps(step) + " · " + strings.ToUpper(step.Title)
}

func (s *Today) step(id string) {
	if s.OnStep != nil {
		s.OnStep(id)
	}
}

func (s *Today) exercise(id string) {
	if s.OnExercise != nil {
		s.OnExercise(id)
	}
}
