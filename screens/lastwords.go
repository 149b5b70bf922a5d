package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// LastWordsJournal is what the page of last words needs of the journal.
type LastWordsJournal interface {
	SlipDrafts
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	Both() bool
	LeaveLastWords(ctx context.Context, text string) error
	OpenLastWords(ctx context.Context) error
	TakeBackEvent(ctx context.Context, event string) error
}

// Where last words are kept while they are written.
const (
	lastWordsAbout = "lastwords" // within journal.Keeping
	lastWordsPart  = "words"
)

// LastWords is where one leaves a few words for the other when they part, and
// opens those that were left, or not.
type LastWords struct {
	moving

	OnBack    func()
	OnStrike  func(event string) // both may strike them out
	OnChanged func()             // something was entered

	journal LastWordsJournal
	later   Background
	after   afterFunc
	me      journal.Partner

	words   *slipField // nil where nothing can be written
	actions []*widgets.Button
	safe    fyne.Focusable
	line    calmLine
	asks    lastWordsAsk
	busy    bool
	cleared bool
}

// lastWordsAsk is what is asked before it is done.
type lastWordsAsk int

const (
	asksNothing lastWordsAsk = iota
	asksOpen
	asksGive
	asksTakeBack
)

// NewLastWords makes the page for whoever holds the laptop. Set the callbacks,
// then call Reload.
func NewLastWords(j LastWordsJournal, later Background, after afterFunc) *LastWords {
	s := &LastWords{journal: j, later: later, after: after, me: j.Holder()}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	return s
}

// Reload shows the newest state. What is being written is saved first.
func (s *LastWords) Reload() { s.flushThen(s.lay) }

// lay draws the page.
func (s *LastWords) lay() {
	s.drop()
	state := s.journal.State()
	all := widgets.VGap(28)
	for _, part := range []fyne.CanvasObject{s.theirs(state), s.mine(state)} {
		if part != nil {
			all.Add(part)
		}
	}
	back := s.action(lang.L("Back"), widgets.Plain, func() { s.flushThen(func() { tellIf(s.OnBack) }) })
	s.show(framedPage(newHead(widgets.NewText(lang.L("Last words"), widgets.Title)), inset(all), s.line.Text, widgets.Wrap(12, back)),
		firstOf(s.safe, back))
}

// unopened tells whether last words are there, and closed.
func unopened(w journal.LastWords) bool {
	return w.Event != "" && !w.TakenBack && !w.Struck && w.Opened.IsZero()
}

// theirs is what the other left for the holder; nil where there is nothing.
func (s *LastWords) theirs(state journal.State) fyne.CanvasObject {
	w, from := state.LastWordsOf(s.me.Other()), s.me.Other()
	name := named(callName(state, from))
	switch {
	case w.Event == "":
		return nil
	case !unopened(w):
		return s.known(state, w, from)
	case s.asks == asksOpen:
		return s.question(lang.L("Once they are open you can’t unread them. It may be good to have time after it, and somebody to talk to."),
			lang.L("Not now"), lang.L("Open them now"), func() { s.act(s.journal.OpenLastWords, nil) })
	}
	open := s.action(lang.L("Open them"), widgets.Plain, func() { s.ask(asksOpen) })
	return goldNote(lang.L("{{.Name}} has left last words for you. You can open them now, later, or never.", name), widgets.Wrap(12, open))
}

// known is last words that were opened, taken back or struck out.
func (s *LastWords) known(state journal.State, w journal.LastWords, from journal.Partner) fyne.CanvasObject {
	name := callName(state, from)
	switch {
	case w.Struck:
		return widgets.NewText(lang.L("{{.Name}}’s last words were struck out by both of you.", named(name)), widgets.Muted)
	case w.TakenBack:
		return widgets.NewText(lang.L("{{.Name}} left last words and took them back.", named(name)), widgets.Muted)
	}
	box := widgets.VGap(12, widgets.NewText(lang.L("{{.Name}}’s last words", named(name)), widgets.Heading),
		widgets.NewText(lang.L("Opened on {{.Day}}.", map[string]any{"Day": longDay(journal.DayOf(w.Opened), s.journal.Today())}), widgets.Small),
		widgets.NewCard(widgets.NewText(w.Text, widgets.Said)))
	if s.OnStrike != nil {
		strike := s.action(lang.L("Strike out…"), widgets.Quiet, func() { s.flushThen(func() { s.OnStrike(w.Event) }) })
		strike.Small = true
		box.Add(widgets.Wrap(0, strike))
	}
	return box
}

// mine is where the holder writes, or what came of the words they left.
func (s *LastWords) mine(state journal.State) fyne.CanvasObject {
	w := state.LastWordsOf(s.me)
	if unopened(w) {
		return s.waits(state, w)
	}
	box := widgets.VGap(28)
	if w.Event != "" {
		box.Add(s.known(state, w, s.me))
	}
	if _, ending := state.Ending(); ending && w.Opened.IsZero() {
		box.Add(s.writing(state))
	}
	return box
}

// waits is last words that the other has not opened.
func (s *LastWords) waits(state journal.State, w journal.LastWords) fyne.CanvasObject {
	data := map[string]any{"Name": callName(state, s.me.Other()), "Day": longDay(journal.DayOf(w.At), s.journal.Today())}
	if s.asks == asksTakeBack {
		return s.question(lang.L("The words are gone for good then, and {{.Name}} can see that you took some back. You can write others.", data),
			lang.L("Leave them there"), lang.L("Take them back now"), func() {
				s.act(func(ctx context.Context) error { return s.journal.TakeBackEvent(ctx, w.Event) }, nil)
			})
	}
	back := s.action(lang.L("Take them back"), widgets.Plain, func() { s.ask(asksTakeBack) })
	return widgets.VGap(12, widgets.NewText(lang.L("Yours"), widgets.Heading),
		widgets.NewText(lang.L("You left last words for {{.Name}} on {{.Day}}. They are unopened, and may stay so. Until then you can take them back.", data), widgets.Body),
		widgets.Wrap(12, back))
}

// writing is the field for the holder's last words, kept as they are typed.
func (s *LastWords) writing(state journal.State) fyne.CanvasObject {
	name := named(callName(state, s.me.Other()))
	s.words = newSlipField(s.journal, s.later, s.after, lastWordsAbout, lastWordsPart, "").
		framed(lang.L("My last words for {{.Name}}", name), lang.L("Kept as you type. Only you can read them until {{.Name}} chooses to open them.", name), sideOf(s.me))
	s.words.laid = s.place.Refresh
	box := widgets.VGap(16, widgets.NewText(lang.L("Yours, if you want"), widgets.Heading),
		widgets.NewText(lang.L("What you are thankful for, what you are sorry for, what you wish {{.Name}}. Words that ask for no answer are the easiest to leave behind.", name), widgets.Body),
		s.words.box)
	if s.asks == asksGive {
		box.Add(s.question(lang.L("{{.Name}} sees that there are last words, and opens them or not. You can take them back until then. You can’t read them here again before they are opened, so keep a copy if you want one.", name),
			lang.L("Not yet"), lang.L("Leave them now"), s.give))
		return box
	}
	leave := s.action(lang.L("Leave them for {{.Name}}", name), widgets.Primary, s.askGive)
	box.Add(widgets.Wrap(12, leave))
	return box
}

// askGive asks before the words are left, if there are any.
func (s *LastWords) askGive() {
	if strings.TrimSpace(s.words.Entry.Text) == "" {
		s.words.SetError(lang.L("There are no words yet."))
		s.place.Refresh()
		s.aim(s.words.Entry)
		return
	}
	s.ask(asksGive)
}

// give leaves the words that were written.
func (s *LastWords) give() {
	words := s.words
	text := strings.TrimSpace(words.Entry.Text)
	s.act(func(ctx context.Context) error { return s.journal.LeaveLastWords(ctx, text) }, words.erase)
}

// question asks once; the keyboard is on the answer that changes nothing.
func (s *LastWords) question(text, stay, act string, do func()) fyne.CanvasObject {
	keep := s.action(stay, widgets.Plain, func() { s.ask(asksNothing) })
	s.safe = keep
	return widgets.NewCard(widgets.VGap(14, widgets.NewText(text, widgets.Body),
		widgets.Wrap(12, keep, s.action(act, widgets.Plain, do))))
}

// ask shows or takes away a question.
func (s *LastWords) ask(what lastWordsAsk) {
	s.flushThen(func() {
		s.asks = what
		s.lay()
	})
}

// act saves what is being written, does something to the journal, and shows how
// it stands then. After it worked, tidy puts away what is no longer needed; it may
// be nil.
func (s *LastWords) act(work, tidy func(context.Context) error) {
	s.flushThen(func() {
		s.wait(true)
		s.later(func(ctx context.Context) error {
			err := work(ctx)
			if err == nil && tidy != nil {
				_ = tidy(ctx) // a sealed copy that stays tells nobody anything
			}
			return err
		}, func(err error) {
			s.wait(false)
			switch {
			case s.cleared:
			case err != nil:
				s.line.say(Sentence(err))
			default:
				s.asks = asksNothing
				s.lay()
				tellIf(s.OnChanged)
			}
		})
	})
}

// flushThen goes on when all is saved; otherwise it stays and says why.
func (s *LastWords) flushThen(next func()) {
	if s.busy || s.cleared {
		return
	}
	s.wait(true)
	flushFields(s.fields(), func(err error) {
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

// fields are those in which words are written.
func (s *LastWords) fields() []*slipField {
	if s.words == nil {
		return nil
	}
	return []*slipField{s.words}
}

func (s *LastWords) wait(busy bool) {
	s.busy = busy
	enable(!busy, s.actions...)
	for _, f := range s.fields() {
		f.wait(busy)
	}
}

// action makes a button that waits while something is being done.
func (s *LastWords) action(text string, kind widgets.ButtonKind, f func()) *widgets.Button {
	b := widgets.NewButton(text, kind, f)
	s.actions = append(s.actions, b)
	return b
}

// drop forgets the page that was shown.
func (s *LastWords) drop() {
	for _, f := range s.fields() {
		f.forget()
	}
	s.words, s.actions, s.safe = nil, nil, nil
	s.line = newCalmLine(s.place.Refresh)
}

// Flush saves what was typed; done is called when that is over, well or not.
func (s *LastWords) Flush(done func()) { flushFields(s.fields(), func(error) { done() }) }

// Dirty gives what is not saved yet.
func (s *LastWords) Dirty() []journal.Draft { return dirtyFields(s.fields()) }

// Clear drops every word, before the laptop changes hands or the journal is
// locked. The page can't be used afterwards.
func (s *LastWords) Clear() {
	s.cleared = true
	s.drop()
	swap(s.place)
}
