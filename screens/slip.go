package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// SlipJournal is what the page of a slip needs of the journal.
type SlipJournal interface {
	SlipDrafts
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	Both() bool
	AnswerSlip(ctx context.Context, id, answer, account string) error
	Say(ctx context.Context, id, station, words string) error
	Mend(ctx context.Context, id string, changes bool) error
	TakeBackEvent(ctx context.Context, event string) error
}

// SlipPage shows one slip: both accounts side by side without a verdict, and the
// way to mend it. Nothing on it is ever due.
type SlipPage struct {
	moving

	OnBack      func()
	OnHandOver  func() // the other has something to say
	OnAgreement func(id string)
	OnChange    func(agreement string) // mended; both change the agreement now
	OnStrike    func(slip string)      // both may strike its words out
	OnChanged   func()                 // something was entered

	journal SlipJournal
	later   Background
	after   afterFunc
	id      string
	me      journal.Partner

	fields  []*slipField
	actions []*widgets.Button
	first   fyne.Focusable // the first thing that the holder can do
	text    *reading
	line    calmLine
	begun   bool   // the repair, though the other has not called it a slip
	anew    string // the station that the holder says anew
	asks    string // the station whose written words would be erased
	taking  bool   // asked whether the slip is taken back
	hands   bool   // there is a way to hand over
	busy    bool
	cleared bool
}

// NewSlipPage makes the page of one slip, for whoever holds the laptop. Set the
// callbacks, then call Reload.
func NewSlipPage(j SlipJournal, later Background, after afterFunc, id string) *SlipPage {
	s := &SlipPage{journal: j, later: later, after: after, id: id, me: j.Holder()}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload shows the newest state. What is being written is saved first.
func (s *SlipPage) Reload() { s.flushThen(s.lay) }

// lay draws the page, at the place that was read last.
func (s *SlipPage) lay() {
	at := fyne.NewPos(0, 0)
	if s.text != nil {
		at = s.text.scroll.Offset
	}
	s.drop()
	state := s.journal.State()
	slip, ok := state.Slip(s.id)
	if !ok {
		s.layGone()
		return
	}
	agreement, _ := state.Agreement(slip.Agreement)
	title := widgets.NewText(agreement.Title(), widgets.Title)
	title.MaxLines = 3
	s.text = readable(widgets.VGap(20, s.parts(state, slip)...))
	foot := s.foot(slip)
	s.show(framedPage(newHead(title), s.text, s.line.Text, foot), firstOf(s.first, s.text))
	s.text.scroll.ScrollToOffset(at)
	s.aim(s.focus)
}

// layGone is the page of a slip that is not in the journal.
func (s *SlipPage) layGone() {
	back := widgets.NewButton(lang.L("Back"), widgets.Primary, func() { tellIf(s.OnBack) })
	s.show(paper(widgets.NewText(lang.L("A slip"), widgets.Title),
		widgets.NewText(Sentence(journal.ErrUnknown), widgets.Body), widgets.Wrap(0, back)), back)
}

// parts are what the page tells, from top to bottom.
func (s *SlipPage) parts(state journal.State, slip journal.Slip) []fyne.CanvasObject {
	all := []fyne.CanvasObject{widgets.NewText(s.facts(state, slip), widgets.Muted)}
	if slip.TakenBack {
		return append(all, widgets.NewCard(widgets.NewText(lang.L("{{.Name}} named this slip and took it back. It counts no longer.",
			named(callName(state, slip.By))), widgets.Body)))
	}
	all = append(all, s.accounts(state, slip))
	if answer := s.answer(state, slip); answer != nil {
		all = append(all, answer)
	}
	if repair := s.repair(state, slip); repair != nil {
		all = append(all, repair)
	}
	if back := s.takeBack(state, slip); back != nil {
		all = append(all, back)
	}
	return all
}

// facts say in one line whose slip it was, when, and how it came up.
func (s *SlipPage) facts(state journal.State, slip journal.Slip) string {
	data := map[string]any{"Name": callName(state, slip.Whose), "Day": longDay(slip.Day, s.journal.Today())}
	whose := lang.L("{{.Name}}'s slip on {{.Day}}.", data)
	if slip.Whose == journal.Nobody {
		whose = lang.L("A slip of both on {{.Day}}.", data)
	}
	return whose + " " + slipCameText(state, slip) + " " + lang.L("{{.Name}} named it.", named(callName(state, slip.By)))
}

// slipCameText says how a slip came up.
func slipCameText(state journal.State, slip journal.Slip) string {
	name := named(callName(state, slip.Whose))
	both := slip.Whose == journal.Nobody
	switch {
	case slip.Came == journal.CameToldSelf && both:
		return lang.L("One of them brought it up.")
	case slip.Came == journal.CameToldSelf:
		return lang.L("{{.Name}} brought it up.", name)
	case slip.Came == journal.CameAsked && both:
		return lang.L("One of them was asked and said so.")
	case slip.Came == journal.CameAsked:
		return lang.L("{{.Name}} was asked and said so.", name)
	default:
		return lang.L("It came out another way.")
	}
}

// foot holds the ways that lead on from here.
func (s *SlipPage) foot(slip journal.Slip) fyne.CanvasObject {
	left := []fyne.CanvasObject{
		s.action(lang.L("Back"), widgets.Plain, func() { s.flushThen(func() { tellIf(s.OnBack) }) }),
		s.action(lang.L("To the agreement"), widgets.Plain, func() { s.flushThen(func() { tellOf(s.OnAgreement, slip.Agreement) }) }),
	}
	var right []fyne.CanvasObject
	if s.OnStrike != nil && s.me != journal.Nobody {
		right = append(right, s.action(lang.L("Strike out…"), widgets.Quiet, func() { s.flushThen(func() { s.OnStrike(slip.ID) }) }))
	}
	return newToolBar(left, right)
}

// act saves what is being written, does something to the journal, and shows how
// it stands then.
func (s *SlipPage) act(work func(context.Context) error, next func()) {
	s.flushThen(func() {
		s.wait(true)
		s.later(work, func(err error) {
			s.wait(false)
			switch {
			case s.cleared:
			case err != nil:
				s.line.say(Sentence(err))
			default:
				next()
			}
		})
	})
}

// changed shows what was entered.
func (s *SlipPage) changed() {
	s.lay()
	tellIf(s.OnChanged)
}

// flushThen goes on when all is saved; otherwise it stays and says why.
func (s *SlipPage) flushThen(next func()) {
	if s.busy || s.cleared {
		return
	}
	s.wait(true)
	flushFields(s.fields, func(err error) {
		s.wait(false)
		switch {
		case s.cleared:
		case err != nil:
			s.line.say(lang.L("Your words are still on the screen.") + " " + Sentence(err))
		default:
			next()
		}
	})
}

func (s *SlipPage) wait(busy bool) {
	s.busy = busy
	enable(!busy, s.actions...)
	for _, f := range s.fields {
		f.wait(busy)
	}
}

// action makes a button that waits while something is being done.
func (s *SlipPage) action(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := widgets.NewButton(text, kind, f)
	s.actions = append(s.actions, b)
	return b
}

// small is action with a small button.
func (s *SlipPage) small(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := s.action(text, kind, f)
	b.Small = true
	return b
}

// lead notes the first thing that the holder can do.
func (s *SlipPage) lead(f fyne.Focusable) { s.first = firstOf(s.first, f) }

// drop forgets the page that was shown.
func (s *SlipPage) drop() {
	for _, f := range s.fields {
		f.forget()
	}
	s.fields, s.actions, s.first, s.hands = nil, nil, nil, false
	s.line = newCalmLine(s.place.Refresh)
}

// Flush saves what was typed; done is called when that is over, well or not.
func (s *SlipPage) Flush(done func()) { flushFields(s.fields, func(error) { done() }) }

// Dirty gives what is not saved yet.
func (s *SlipPage) Dirty() []journal.Draft { return dirtyFields(s.fields) }

// Clear drops every word, before the laptop changes hands or the journal is
// locked. The page can't be used afterwards.
func (s *SlipPage) Clear() {
	s.cleared = true
	s.drop()
	swap(s.place)
}
