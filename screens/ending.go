package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// EndingJournal is what the page of an ending needs of the journal.
type EndingJournal interface {
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	Both() bool
	BeginEnding(ctx context.Context) error
	LeaveJournal(ctx context.Context) error
	CloseJournal(ctx context.Context) error
	GoOnTogether(ctx context.Context) error
	Leave(ctx context.Context, id string, said journal.Day) error
	OwnWriting() int
	EraseOwn(ctx context.Context) (n int, err error)
}

// Ending is the page on which the work comes to its end: what happens, before it
// is begun; what ends and what stays, while it is under way; what is still
// possible, once it is over. One partner may go through all of it alone.
type Ending struct {
	parted

	OnBack      func()
	OnHelp      func()
	OnTelling   func() // how to tell the children
	OnLastWords func()
	OnSummary   func()
	OnCopy      func()                            // to the sealed copies
	OnAgree     func(draft course.AgreementDraft) // one that was prepared, to be edited
	OnAgreement func(id string)
	OnChanged   func() // something was written to the journal

	journal EndingJournal
	later   Background
	line    calmLine
	actions []*widgets.Button
	safe    fyne.Focusable // the answer that changes nothing, or where they were
	asks    endingAsk      // what is asked now
	from    endingAsk      // what was asked before
	erased  bool           // the holder's unopened writing, just now
	busy    bool
}

// endingAsk is a question that is asked before something can't be undone.
type endingAsk struct{ what, id string }

// What can be asked.
const (
	asksLeave      = "leave" // the agreement with the id
	asksErase      = "erase"
	asksEraseAgain = "erase again"
	asksClose      = "close"
	asksLeaving    = "leaving"
)

// NewEnding makes the page for whoever holds the laptop. Set the callbacks, then
// call Reload.
func NewEnding(j EndingJournal, later Background) *Ending {
	s := &Ending{journal: j, later: later}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload shows how things stand, at the place that was read last.
func (s *Ending) Reload() {
	at := fyne.NewPos(0, 0)
	if s.text != nil {
		at = s.text.scroll.Offset
	}
	s.actions, s.safe, s.line = nil, nil, newCalmLine(s.place.Refresh)
	state := s.journal.State()
	e, begun := state.Ending()
	if !begun {
		s.layBefore(state)
		return
	}
	title := lang.L("Your work is coming to its end")
	if e.Over() {
		title = lang.L("Your work here is over")
	}
	s.set(s.parts(state, e))
	foot := newToolBar([]fyne.CanvasObject{s.back(), s.help(lang.L("Help & safety"))}, nil)
	s.show(framedPage(newHead(widgets.NewText(title, widgets.Title)), s.text, s.line.Text, foot), firstOf(s.safe, s.text))
	s.text.scroll.ScrollToOffset(at)
	s.aim(s.focus)
}

// parts are what the page tells, from top to bottom.
func (s *Ending) parts(state journal.State, e journal.Ending) []pagePart {
	parts := []pagePart{
		{lang.L("What ended"), s.endedPart(state, e), nil},
		{lang.L("What stays agreed"), s.agreedPart(state, e), nil},
		{lang.L("Telling the children"), s.childrenPart(), nil},
	}
	if s.joined(state) {
		parts = append(parts, pagePart{lang.L("Last words"), s.lastWordsPart(state), nil})
	}
	parts = append(parts, pagePart{lang.L("What you take away"), s.takePart(), nil},
		pagePart{lang.L("Your own writing"), s.ownPart(), nil})
	if !e.Over() {
		return append(parts, pagePart{lang.L("The end"), s.endPart(e), nil})
	}
	parts[0] = pagePart{lang.L("How it stands"), s.overPart(state, e), nil}
	if further := s.furtherPart(e); further != nil {
		parts = append(parts, pagePart{lang.L("If you wish"), further, nil})
	}
	return parts
}

func (s *Ending) back() *widgets.Button {
	return s.action(lang.L("Back"), widgets.Plain, func() { tellIf(s.OnBack) })
}

func (s *Ending) help(text string) *widgets.Button {
	return s.action(text, widgets.Plain, func() { tellIf(s.OnHelp) })
}

// me is the holder, and other the other partner.
func (s *Ending) me() journal.Partner    { return s.journal.Holder() }
func (s *Ending) other() journal.Partner { return s.journal.Holder().Other() }

// act does something to the journal and shows how it stands then.
func (s *Ending) act(work func(context.Context) error) { s.actThen(work, func() {}) }

// actThen is act that does one thing more when it worked.
func (s *Ending) actThen(work func(context.Context) error, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	before, _ := s.journal.State().Ending()
	enable(false, s.actions...)
	s.later(work, func(err error) {
		s.busy = false
		enable(true, s.actions...)
		if err != nil {
			s.line.say(Sentence(err))
			return
		}
		s.asks, s.from = endingAsk{}, endingAsk{}
		then()
		if now, _ := s.journal.State().Ending(); now.Over() != before.Over() {
			s.text = nil // it is told at the top that it is over
		}
		s.Reload()
		tellIf(s.OnChanged)
	})
}

// ask shows a question in the place of what was pressed, or takes it away.
func (s *Ending) ask(what endingAsk) {
	s.from, s.asks, s.erased = s.asks, what, false
	s.Reload()
}

// opener leads to a question. When that was answered with no, the keyboard comes
// back to it.
func (s *Ending) opener(what endingAsk, text string, kind widgets.ButtonKind) *widgets.Button {
	b := s.action(text, kind, func() { s.ask(what) })
	if s.from == what {
		s.safe = b
	}
	return b
}

// question asks once. The keyboard is on the answer that changes nothing.
func (s *Ending) question(text, stay, act string, do func()) fyne.CanvasObject {
	keep := s.action(stay, widgets.Plain, func() { s.ask(endingAsk{}) })
	s.safe = keep
	return widgets.VGap(14, widgets.NewText(text, widgets.Body), widgets.Wrap(12, keep, s.action(act, widgets.Plain, do)))
}

// questionCard is a question that stands by itself.
func (s *Ending) questionCard(text, stay, act string, do func()) fyne.CanvasObject {
	return widgets.NewCard(s.question(text, stay, act, do))
}

// action makes a button that waits while something is being done.
func (s *Ending) action(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := widgets.NewButton(text, kind, f)
	s.actions = append(s.actions, b)
	return b
}

// small is action with a small button.
func (s *Ending) small(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := s.action(text, kind, f)
	b.Small = true
	return b
}

// endingPart is one headed part of the page.
func endingPart(title string, content ...fyne.CanvasObject) *fyne.Container {
	return widgets.VGap(12, append([]fyne.CanvasObject{widgets.NewText(title, widgets.Heading)}, content...)...)
}

// bullets are lines below a sentence.
func bullets(text string, lines ...string) fyne.CanvasObject {
	return sectionText(course.Section{Text: text, Lines: lines})
}
