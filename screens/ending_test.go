package screens

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// endingCouple are Noor and Eli with a real file: an agreement, a boundary of
// Eli's, and temporary access that Noor gives.
type endingCouple struct {
	*slipCouple
	access string
}

func newEndingCouple(t *testing.T) *endingCouple {
	t.Helper()
	c := &endingCouple{slipCouple: newSlipCouple(t, journal.First)}
	c.hold(journal.First)
	id, err := c.j.Propose(t.Context(), journal.Terms{
		Kind: journal.TemporaryAccess, Title: "My calendar is open to Eli", Promises: journal.First,
		Text: "The calendar on my phone.", Why: "So that evenings are clear.", End: c.j.Today().Add(30),
	})
	c.must(err)
	c.access = id
	c.hold(journal.Second)
	c.must(c.j.Sign(t.Context(), id))
	_, err = c.j.SetBoundary(t.Context(), "After ten I go to sleep", "I say so once, and go.")
	c.must(err)
	c.days(2)
	return c
}

// alone locks the journal and lets one of them in.
func (c *endingCouple) alone(who journal.Partner) {
	c.Helper()
	c.j.Lock()
	c.arrives(who)
}

// arrives lets one of them in, beside whoever is there.
func (c *endingCouple) arrives(who journal.Partner) {
	c.Helper()
	c.must(c.j.Unlock(c.Context(), who, map[journal.Partner]string{
		journal.First: "north wind and bread", journal.Second: "seven slow tides",
	}[who]))
}

// ending opens the page for whoever holds the laptop.
func (c *endingCouple) ending() *Ending { return c.endingOf(c.j) }

func (c *endingCouple) endingOf(j EndingJournal) *Ending {
	s := NewEnding(j, Now)
	c.window.SetContent(s)
	s.OnFocus = c.window.Canvas().Focus
	s.Reload()
	return s
}

// words opens the page of last words for whoever holds the laptop.
func (c *endingCouple) words() *LastWords {
	s := NewLastWords(c.j, Now, c.clock.after)
	c.window.SetContent(s)
	s.OnFocus = c.window.Canvas().Focus
	s.Reload()
	return s
}

// focusIs looks for the button that has the keyboard.
func (c *endingCouple) focusIs(text string) {
	c.Helper()
	b, ok := c.window.Canvas().Focused().(*widgets.Button)
	if !ok || b.Text != text {
		c.Errorf("the keyboard is on %T, not on %q", c.window.Canvas().Focused(), text)
	}
}

// leftWords lets one leave last words, as they would on the page.
func (c *endingCouple) leftWords(who journal.Partner, text string) {
	c.Helper()
	c.hold(who)
	s := c.words()
	s.words.Entry.SetText(text)
	tap(c.T, s, "Leave them for "+c.j.State().Person(who.Other()).Name)
	tap(c.T, s, "Leave them now")
}

const goodbye = "Thank you for the garden. I wish you mornings without hurry."

func TestEndingSaysWhatHappensBeforeItIsBegun(t *testing.T) {
	c := newEndingCouple(t)
	c.alone(journal.First)
	s := c.ending()
	for _, want := range []string{
		"It needs no reason, and nobody has to agree.", "All temporary access ends now", "Boundaries stay.",
		"Other agreements stay until one of you leaves them.", "Nothing of yours is deleted", "Eli sees that you began it",
		"If you are not safe",
	} {
		sees(t, s, want)
	}
	if b, ok := s.FirstFocus().(*widgets.Button); !ok || b.Text != "Back" {
		t.Error("the keyboard is not on the way back")
	}
	helped, back := false, false
	s.OnHelp, s.OnBack = func() { helped = true }, func() { back = true }
	tap(t, s, "Help & safety first")
	tap(t, s, "Back")
	if _, begun := c.j.State().Ending(); begun || !helped || !back {
		t.Errorf("begun %v, helped %v, back %v", begun, helped, back)
	}
}

// One goes the whole way alone: begins, leaves an agreement, leaves last words,
// and leaves.
func TestEndingAlone(t *testing.T) {
	c := newEndingCouple(t)
	c.alone(journal.First)
	s := c.ending()
	changes := 0
	s.OnChanged = func() { changes++ }
	tap(t, s, "Begin the ending")
	for _, want := range []string{
		"Noor began the ending on 13 January.", "Temporary access that ended on 13 January:", "My calendar is open to Eli",
		"Eli’s boundaries stay:", "After ten I go to sleep", "It stays. There is nothing to do.", "takes both of you, here at one time",
	} {
		sees(t, s, want)
	}
	seesNot(t, s, "Close the journal together")
	seesNot(t, s, "Go on together")
	c.leavesTheAgreement(s)
	tap(t, s, "Leave it alone, now")
	c.focusIs("Not now")
	tap(t, s, "Not now")
	c.focusIs("Leave it alone, now")
	tap(t, s, "Leave it alone, now")
	tap(t, s, "Leave it now")
	sees(t, s, "Your work here is over")
	sees(t, s, "Noor left on 13 January.")
	if y := s.text.scroll.Offset.Y; y != 0 {
		t.Errorf("that it is over stands %v above the window", y)
	}
	seesNot(t, s, "Leave it alone, now")
	seesNot(t, s, "What you may need to agree on")
	if e, ending := c.j.State().Ending(); !ending || !e.Over() || changes != 3 {
		t.Errorf("ending %+v, %d changes", e, changes)
	}
}

// leavesTheAgreement stays with it first, when asked.
func (c *endingCouple) leavesTheAgreement(s *Ending) {
	c.Helper()
	tap(c.T, s, "Leave it")
	c.focusIs("It stays")
	tap(c.T, s, "It stays")
	c.focusIs("Leave it")
	tap(c.T, s, "Leave it")
	tap(c.T, s, "Leave it now")
	sees(c.T, s, "Nothing is agreed now.")
	if a, _ := c.j.State().Agreement(c.agreement); a.LeftBy != journal.First {
		c.Errorf("left by %v", a.LeftBy)
	}
}

// The other arrives later, finds the ending and the last words, opens them, and
// both close the journal.
func TestEndingTogether(t *testing.T) {
	c := newEndingCouple(t)
	c.alone(journal.First)
	tap(t, c.ending(), "Begin the ending")
	c.leftWords(journal.First, goodbye)
	c.days(3)
	c.alone(journal.Second)
	s := c.ending()
	sees(t, s, "Noor began the ending on 13 January.")
	sees(t, s, "Noor has left last words for you. You can open them now, later, or never.")
	seesNot(t, s, goodbye)
	c.arrives(journal.First)
	c.hold(journal.Second)
	s = c.ending()
	if b := buttonOf(s, "Close the journal together"); b == nil || b.Kind != widgets.Gold {
		t.Fatal("both have no gold button")
	}
	tap(t, s, "Close the journal together")
	c.focusIs("Not now")
	tap(t, s, "Close it together")
	sees(t, s, "Closed by both of you on 16 January.")
	for _, gone := range []string{"Close the journal together", "Leave it alone, now", "What you may need to agree on"} {
		seesNot(t, s, gone)
	}
	words := c.words()
	tap(t, words, "Open them")
	tap(t, words, "Open them now")
	sees(t, words, goodbye)
	s = c.ending()
	tap(t, s, "Go on together")
	sees(t, s, "Begin the ending")
	if _, ending := c.j.State().Ending(); ending {
		t.Error("they went on, and it is ending still")
	}
}

// Both may leave, each alone.
func TestEndingBothLeave(t *testing.T) {
	c := newEndingCouple(t)
	c.alone(journal.First)
	tap(t, c.ending(), "Begin the ending")
	for _, who := range []journal.Partner{journal.Second, journal.First} {
		c.alone(who)
		s := c.ending()
		tap(t, s, "Leave it alone, now")
		tap(t, s, "Leave it now")
		c.days(1)
	}
	sees(t, c.ending(), "Eli left on 13 January. Noor left on 14 January.")
}

// One who began alone, and whose partner never joined, finds no word about them.
func TestEndingBeforeTheOtherJoined(t *testing.T) {
	t.Cleanup(vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1}))
	j, _, err := journal.Create(t.Context(), filepath.Join(t.TempDir(), "alone.goldseam"), journal.Options{}, journal.Newcomer{
		Name: "Noor", Passphrase: "north wind and bread", Code: "1203", Role: string(course.RoleHurt),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	lit(t)
	s := NewEnding(j, Now)
	arrive(t, s)
	s.Reload()
	seesNot(t, s, "sees that you began it")
	tap(t, s, "Begin the ending")
	sees(t, s, "Noor began the ending")
	seesNot(t, s, "last words")
	seesNot(t, s, "What you may need to agree on")
	tap(t, s, "Leave it alone, now")
	tap(t, s, "Leave it now")
	sees(t, s, "Noor left on")
	seesNot(t, s, "last words")
}

func TestEndingLeadsOn(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	s := c.ending()
	var went []string
	way := func(name string) func() { return func() { went = append(went, name) } }
	s.OnTelling, s.OnLastWords, s.OnSummary, s.OnCopy = way("telling"), way("words"), way("summary"), way("copy")
	s.OnBack, s.OnHelp, s.OnAgreement = way("back"), way("help"), func(id string) { went = append(went, id) }
	for _, button := range []string{"Read: telling the children", "Go to the last words", "Go to the summary", "Make a sealed copy", "Look at it", "Back", "Help & safety"} {
		tap(t, s, button)
	}
	if got := strings.Join(went, " "); got != "telling words summary copy "+c.agreement+" back help" {
		t.Errorf("went %s", got)
	}
}

// The prepared agreements have words that can be proposed as they are, and say so
// when only one is here.
func TestEndingPreparesAgreements(t *testing.T) {
	c := newEndingCouple(t)
	c.alone(journal.Second)
	c.must(c.j.BeginEnding(t.Context()))
	s := c.ending()
	sees(t, s, "Only Eli is here now. What you propose waits for Noor, who may sign it or not.")
	var drafts []course.AgreementDraft
	s.OnAgree = func(d course.AgreementDraft) { drafts = append(drafts, d) }
	for _, button := range []string{"The children", "Home", "Money"} {
		tap(t, s, button)
	}
	if len(drafts) != 3 || drafts[0] != ChildrenDraft() || drafts[2].Title != "Money, until it is settled" {
		t.Fatalf("offered %+v", drafts)
	}
	for _, d := range drafts {
		terms := journal.Terms{Kind: journal.AgreementKind(d.Kind), Title: d.Title, Text: d.Text, Why: d.Why}
		if err := terms.Check(c.j.Today()); err != nil || !strings.Contains(d.Text, "…") {
			t.Errorf("%s: %v", d.Title, err)
		}
		_, err := c.j.Propose(t.Context(), terms)
		c.must(err)
	}
	s.Reload()
	sees(t, s, "Proposed by Eli. It binds nobody until both have signed it.")
	c.arrives(journal.First)
	s = c.ending()
	seesNot(t, s, "Only Eli is here now")
}

func TestEndingErasesOwnWriting(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	c.alone(journal.First)
	for _, part := range []string{"one", "two"} {
		_, err := c.j.SaveDraft(t.Context(), journal.Draft{Exercise: journal.Keeping + ".note", Part: part, Answer: []byte(`{"text":"mine"}`)})
		c.must(err)
	}
	c.arrives(journal.Second)
	c.hold(journal.First)
	s := c.ending()
	seesNot(t, s, "You have 2 pieces") // nobody sees over a shoulder that they exist
	c.alone(journal.First)
	s = c.ending()
	sees(t, s, "You have 2 pieces of writing that were never opened or shared.")
	erase := "Erase all my unopened writing"
	tap(t, s, erase)
	sees(t, s, "It can’t reach copies that were saved elsewhere")
	tap(t, s, "Keep it")
	c.focusIs(erase)
	tap(t, s, erase)
	tap(t, s, "Go on to erase")
	c.focusIs("Keep it")
	tap(t, s, "Keep it")
	c.focusIs(erase)
	if n := c.j.OwnWriting(); n != 2 {
		t.Fatalf("%d pieces are left before it was said", n)
	}
	tap(t, s, erase)
	tap(t, s, "Go on to erase")
	tap(t, s, "Erase it for good")
	sees(t, s, "Your unopened writing is erased.")
	if n := c.j.OwnWriting(); n != 0 {
		t.Errorf("%d pieces are left", n)
	}
}

// neverEnds is a journal that can't write.
type neverEnds struct{ *journal.Journal }

func (neverEnds) BeginEnding(context.Context) error { return journal.ErrFull }

func TestEndingFailuresAreSaidCalmly(t *testing.T) {
	c := newEndingCouple(t)
	s := c.endingOf(neverEnds{c.j})
	tap(t, s, "Begin the ending")
	sees(t, s, "The disk is full.")
	if buttonOf(s, "Begin the ending").Disabled() {
		t.Error("it can't be tried again")
	}
}

func TestEndingByKeyboard(t *testing.T) {
	c := newEndingCouple(t)
	canvas := c.window.Canvas()
	s := c.ending()
	canvas.Focus(s.FirstFocus())
	if reached := tabThrough(canvas, 4); !strings.Contains(reached, "[Begin the ending]") {
		t.Errorf("Tab reaches %s", reached)
	}
	c.must(c.j.BeginEnding(t.Context()))
	s = c.ending()
	if s.FirstFocus() != fyne.Focusable(s.text) {
		t.Error("the keyboard does not begin in the text")
	}
	canvas.Focus(s.FirstFocus())
	reached := tabThrough(canvas, 32)
	for _, want := range []string{
		"[What stays agreed]", "[The end]", "[Leave it]", "[Look at it]", "[Telling the children]", "[The children]", "[Home]", "[Money]",
		"[Read: telling the children]", "[Go to the last words]", "[Go to the summary]", "[Make a sealed copy]",
		"[Erase all my unopened writing]", "[Close the journal together]", "[Leave it alone, now]", "[Go on together]", "[Back]",
	} {
		if !strings.Contains(reached, want) {
			t.Errorf("Tab never reaches %s, only %s", want, reached)
		}
	}
}

// Wherever one came from, each part is reached from the top.
func TestEndingPartsAreReached(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	s := c.ending()
	for _, part := range []string{"What stays agreed", "Last words", "Your own writing", "What ended"} {
		tap(t, s, part)
		if c.window.Canvas().Focused() != fyne.Focusable(s.text) {
			t.Errorf("%s: the keyboard is on %T", part, c.window.Canvas().Focused())
		}
	}
	if s.text.scroll.Offset.Y > 200 {
		t.Errorf("the first part stands %v down", s.text.scroll.Offset.Y)
	}
}

// Today leads to the ending and offers nothing else; the path stays readable.
func TestTodayAndPathDuringAnEnding(t *testing.T) {
	c := newEndingCouple(t)
	c.must(c.j.BeginEnding(t.Context()))
	s := NewToday(c.j, c.course)
	c.window.SetContent(s)
	led := false
	s.OnEnding = func() { led = true }
	sees(t, s, "Your work is coming to its end")
	sees(t, s, "began the ending on 13 January.")
	for _, not := range []string{"Begin ·", "or choose another", "To look at together", "Something new from before", "Answer · 3 min"} {
		seesNot(t, s, not)
	}
	tap(t, s, "Go to the ending")
	c.must(c.j.LeaveJournal(t.Context()))
	s.Reload()
	sees(t, s, "Your work here is over")
	seesNot(t, s, "Close the sitting")
	if !led {
		t.Error("the card leads nowhere")
	}
	path := NewPath(c.j, c.course)
	c.window.SetContent(path)
	sees(t, path, "You have stopped here.")
	seesNot(t, path, "you are here")
}

// The safety page and the settings lead there, once somebody has unlocked.
func TestEndingIsReached(t *testing.T) {
	s, _, _ := safetyScreen(t, safetySetup(t, ""))
	led := 0
	s.OnEnding = func() { led++ }
	tap(t, s, "A way to end it well")
	setup := safetySetup(t, "")
	setup.Bare = true
	bare, _, _ := safetyScreen(t, setup)
	seesNot(t, bare, "A way to end it well")
	if led != 1 {
		t.Errorf("led there %d times", led)
	}
}

func TestEndingMomentsHaveWords(t *testing.T) {
	for _, kind := range []journal.EventKind{
		journal.KindEndingBegun, journal.KindJournalLeft, journal.KindEndingClosed,
		journal.KindEndingUndone, journal.KindLastWords, journal.KindLastWordsOpened,
	} {
		m := journal.Moment{Kind: kind}
		if !momentShown(kind) || momentKind(m) == "" || untitled(kind) == "" || strings.Contains(momentKind(m), "struck") {
			t.Errorf("%s: %q, %q", kind, momentKind(m), untitled(kind))
		}
	}
}
