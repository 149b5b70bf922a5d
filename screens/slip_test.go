package screens

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// slipCouple are Noor and Eli with a real file and one agreement in force.
type slipCouple struct {
	*player
	agreement string
}

func newSlipCouple(t *testing.T, promises journal.Partner) *slipCouple {
	t.Helper()
	p := newPlayer(t, [2]course.Role{course.RoleRepairing, course.RoleHurt})
	p.hold(journal.First)
	id, err := p.j.Propose(t.Context(), journal.Terms{
		Kind: journal.Plain, Title: "A message as soon as plans change", Promises: promises,
		Text: "If I will be later than I said, I write before the time that I said, not after.",
	})
	p.must(err)
	p.hold(journal.Second)
	p.must(p.j.Sign(t.Context(), id))
	p.days(7)
	return &slipCouple{player: p, agreement: id}
}

// slip names one: on the day before, as it came up by being asked.
func (c *slipCouple) slip(by, whose journal.Partner, words string) string {
	c.Helper()
	c.hold(by)
	id, err := c.j.NameSlip(c.Context(), journal.NewSlip{
		Agreement: c.agreement, Whose: whose, Day: c.j.Today().Add(-1), Came: journal.CameAsked, Words: words,
	})
	c.must(err)
	return id
}

func (c *slipCouple) answer(by journal.Partner, id, answer, words string) {
	c.Helper()
	c.hold(by)
	c.must(c.j.AnswerSlip(c.Context(), id, answer, words))
}

func (c *slipCouple) say(by journal.Partner, id, station, words string) {
	c.Helper()
	c.hold(by)
	c.must(c.j.Say(c.Context(), id, station, words))
}

// form opens the form for whoever holds the laptop.
func (c *slipCouple) form() *NameSlip {
	f := NewNameSlip(c.j, Now, c.clock.after, c.agreement)
	c.window.SetContent(f)
	return f
}

// page opens the page of a slip for a partner.
func (c *slipCouple) page(who journal.Partner, id string) *SlipPage {
	c.hold(who)
	s := NewSlipPage(c.j, Now, c.clock.after, id)
	s.OnBack, s.OnHandOver = func() {}, func() {}
	s.OnAgreement, s.OnChange, s.OnStrike = func(string) {}, func(string) {}, func(string) {}
	c.window.SetContent(s)
	s.Reload()
	return s
}

func (c *slipCouple) drafts(about string) []journal.Draft {
	return c.j.Drafts(journal.Keeping + "." + about)
}

func (c *slipCouple) state(id string) journal.Slip {
	c.Helper()
	s, ok := c.j.State().Slip(id)
	if !ok {
		c.Fatalf("no slip %q", id)
	}
	return s
}

func TestSlipIsNamedAndItsDraftErased(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	f := c.form()
	sees(t, f, "A message as soon as plans change")
	if f.Slip().Whose != journal.First {
		t.Error("the one who promised is not preselected")
	}
	sees(t, f.ways, "Noor brought it up")
	f.account.Entry.SetText("I lay awake until one.")
	if len(f.Dirty()) != 1 {
		t.Error("what is not saved yet is not known")
	}
	c.clock.pass(2 * time.Second)
	if d := c.drafts(c.agreement); len(d) != 1 || !d[0].Private || readAnswer(d[0].Answer).Text != "I lay awake until one." {
		t.Fatalf("kept %+v", d)
	}
	f = c.form()
	if f.account.Entry.Text != "I lay awake until one." {
		t.Error("the draft is not there again")
	}
	c.nameIt(f)
	if d := c.drafts(c.agreement); len(d) != 0 {
		t.Errorf("after it was named %d drafts are left", len(d))
	}
	all := c.j.State().SlipsOf(c.agreement)
	if len(all) != 1 || all[0].By != journal.Second || all[0].Whose != journal.Nobody || all[0].Words[1] != "I lay awake until one." || all[0].Came != journal.CameAsked {
		t.Errorf("named %+v", all)
	}
}

// nameIt runs into each of the form's sentences first.
func (c *slipCouple) nameIt(f *NameSlip) {
	named := ""
	f.OnNamed = func(id string) { named = id }
	var focus fyne.Focusable
	f.OnFocus = func(to fyne.Focusable) { focus = to }
	tap(c.T, f, "Name it")
	sees(c.T, f.ways, "Please pick one of the choices.")
	if _, ok := focus.(*widgets.Options); !ok {
		c.Error("the keyboard is not where a choice is missing")
	}
	f.owners.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	sees(c.T, f.ways, "One of us was asked and said so")
	seesNot(c.T, f.ways, "Please pick")
	ways := f.ways.Objects[1].(*widgets.Options)
	ways.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	ways.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	for day, problem := range map[string]string{
		"soon": "Please write a date", "2027-01-01": "still to come", "2025-12-01": "not in force on that day",
	} {
		f.day.SetText(day)
		tap(c.T, f, "Name it")
		sees(c.T, f.fields["Day"], problem)
	}
	tap(c.T, f, "Yesterday")
	tap(c.T, f, "Name it")
	if _, ok := c.j.State().Slip(named); !ok {
		c.Fatalf("nothing was named: %s", shownWords(f))
	}
}

func TestSlipFormWordsHowItCameUp(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	c.hold(journal.First)
	f := c.form()
	sees(t, f.ways, "I brought it up")
	f.owners.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	sees(t, f.ways, "Eli was asked and said so")
	surfaced, left := false, false
	f.OnSurface, f.OnBack = func() { surfaced = true }, func() { left = true }
	f.account.Entry.SetText("Half a sentence")
	tap(t, f, "That has its own place.")
	tap(t, f, "Back")
	if !surfaced || !left || len(c.drafts(c.agreement)) != 1 {
		t.Errorf("surfaced %v, left %v, %d drafts", surfaced, left, len(c.drafts(c.agreement)))
	}
	f.Clear()
	if shownWords(f.column) != "" || f.account.Entry.Text != "" {
		t.Error("words are left on a cleared form")
	}
}

func TestSlipAnswersLookAlikeAndCanBeTakenBack(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "I lay awake until one.")
	s := c.page(journal.First, id)
	for _, text := range []string{"Yes, it was a slip", "Partly", "I see it differently"} {
		if b := buttonOf(s, text); b == nil || b.Kind != widgets.Plain || b.Small {
			t.Errorf("%q looks different", text)
		}
	}
	s.fields[0].Entry.SetText("The battery was empty.")
	c.clock.pass(2 * time.Second)
	tap(t, s, "Partly")
	if slip := c.state(id); slip.Answer != journal.SlipPartly || slip.Words[0] != "The battery was empty." {
		t.Errorf("answered %+v", slip)
	}
	if d := c.drafts(id); len(d) != 0 {
		t.Errorf("%d drafts are left", len(d))
	}
	sees(t, s, "Noor calls it a slip in part.")
	sees(t, s, "Mending it")
	tap(t, s, "Take my answer back")
	if c.state(id).Answer != "" {
		t.Error("the answer stands")
	}
	seesNot(t, s, "Mending it")
	for answer, want := range map[string]string{"Yes, it was a slip": "Noor calls it a slip too.", "I see it differently": "Noor sees it differently."} {
		tap(t, s, answer)
		sees(t, s, want)
		tap(t, s, "Take my answer back")
	}
}

func TestSlipSaysNothingOfWaiting(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	s := c.page(journal.Second, c.slip(journal.Second, journal.First, ""))
	seesNot(t, s, "Yes, it was a slip")
	seesNot(t, s, "wait")
	seesNot(t, s, "yet")
	seesNot(t, s, "Begin to mend it anyway")
}

func TestSlipCanBeTakenBackByWhoNamedIt(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "I lay awake until one.")
	if buttonOf(c.page(journal.First, id), "Take this slip back") != nil {
		t.Error("the other can take it back")
	}
	s := c.page(journal.Second, id)
	tap(t, s, "Take this slip back")
	tap(t, s, "Leave it as it is")
	tap(t, s, "Take this slip back")
	tap(t, s, "Take it back")
	for _, who := range bothPartners {
		s = c.page(who, id)
		sees(t, s, "Eli named this slip and took it back.")
		seesNot(t, s, "I lay awake until one.")
		seesNot(t, s, "Take this slip back")
	}
}

func TestSlipIsMendedStationByStation(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "I lay awake until one.")
	c.answer(journal.First, id, journal.SlipYes, "")
	s := c.page(journal.First, id)
	c.hold(journal.First)
	tap(t, s, "Say it")
	sees(t, s, "There is nothing here yet.")
	s.fields[0].Entry.SetText("I saw the time and wrote to nobody.")
	tap(t, s, "Say it")
	sees(t, s, "I saw the time and wrote to nobody.")
	if len(c.drafts(id)) != 0 {
		t.Error("a draft is left")
	}
	handed := false
	s.OnHandOver = func() { handed = true }
	tap(t, s, "Hand over to Eli")
	if !handed {
		t.Error("the laptop is not handed over")
	}
	sees(t, s, "This is for Eli to say.")
	s.fields[0].Entry.SetText("An alarm")
	c.clock.pass(2 * time.Second)
	tap(t, s, "We said it aloud")
	sees(t, s, "would be erased")
	tap(t, s, "We said it aloud")
	if d := c.drafts(id); len(d) != 0 || c.state(id).Station(journal.First, journal.RepairNow).At.IsZero() {
		t.Errorf("not said aloud; %d drafts", len(d))
	}
	c.finish(id)
}

// finish says anew, and then ends the repair with both there.
func (c *slipCouple) finish(id string) {
	s := c.page(journal.First, id)
	tap(c.T, s, "Say it anew")
	if s.fields[0].Entry.Text != "I saw the time and wrote to nobody." {
		c.Errorf("it begins with %q", s.fields[0].Entry.Text)
	}
	s.fields[0].Entry.SetText("I saw the time, and did not want to explain.")
	tap(c.T, s, "Say it")
	s = c.page(journal.Second, id)
	seesNot(c.T, s, "Say it anew")
	seesNot(c.T, s, "It stays as it is")
	tap(c.T, s, "We said it aloud")
	changed := ""
	s.OnChange = func(a string) { changed = a }
	if a, b := buttonOf(s, "It stays as it is"), buttonOf(s, "We change it"); a == nil || b == nil || a.Kind != b.Kind || a.Kind != widgets.Plain {
		c.Error("the two choices don't look alike")
	}
	tap(c.T, s, "We change it")
	if changed != c.agreement {
		c.Errorf("changes %q", changed)
	}
	sees(c.T, s, "Mended on 11 January.")
	sees(c.T, s, "I saw the time, and did not want to explain.")
	for _, gone := range []string{"Say it anew", "Take my answer back", "Take this slip back", "We change it"} {
		seesNot(c.T, s, gone)
	}
}

func TestSlipCanBeMendedBeforeTheOtherAgrees(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.First, journal.First, "")
	s := c.page(journal.First, id)
	tap(t, s, "Begin to mend it anyway")
	tap(t, s, "We said it aloud")
	tap(t, s, "We said it aloud")
	s = c.page(journal.Second, id)
	tap(t, s, "We said it aloud")
	sees(t, s, "once you both see a slip in it")
	seesNot(t, s, "We change it")
	tap(t, s, "Yes, it was a slip")
	tap(t, s, "It stays as it is")
	sees(t, s, "The agreement stays as it is.")
}

func TestSlipOfBothAsksBoth(t *testing.T) {
	c := newSlipCouple(t, journal.Nobody)
	id := c.slip(journal.Second, journal.Nobody, "")
	c.answer(journal.First, id, journal.SlipYes, "")
	for _, who := range bothPartners {
		s := c.page(who, id)
		sees(t, s, "A slip of both")
		for range 3 {
			tap(t, s, "We said it aloud")
		}
	}
	if !c.state(id).AllSaid() {
		t.Error("not all is said")
	}
}

func TestSlipStruckOutLeavesItsPlace(t *testing.T) {
	c := newSlipCouple(t, journal.First)
	id := c.slip(journal.Second, journal.First, "I lay awake until one.")
	c.answer(journal.First, id, journal.SlipYes, "The battery was empty.")
	c.say(journal.First, id, journal.RepairOwn, "I saw the time.")
	var events []string
	for _, m := range c.j.State().Moments {
		if m.Thing.ID == id {
			events = append(events, m.Event)
		}
	}
	struck := ""
	s := c.page(journal.Second, id)
	s.OnStrike = func(slip string) { struck = slip }
	tap(t, s, "Strike out…")
	if struck != id {
		t.Errorf("asks to strike %q", struck)
	}
	for _, event := range events {
		c.must(c.j.Strike(t.Context(), event))
	}
	s = c.page(journal.Second, id)
	for _, words := range []string{"I lay awake", "The battery", "I saw the time", "said aloud\n"} {
		seesNot(t, s, words)
	}
	sees(t, s, "Struck out by both of you.")
}
