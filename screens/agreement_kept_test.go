package screens

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// agreed proposes terms as the first partner and signs them as the second.
func (p *player) agreed(t journal.Terms) string {
	p.Helper()
	p.hold(journal.First)
	id, err := p.j.Propose(p.Context(), t)
	p.must(err)
	p.hold(journal.Second)
	p.must(p.j.Sign(p.Context(), id))
	return id
}

// agreements shows the screen with one agreement open, as the holder sees it.
func (p *player) agreements(id string) *Agreements {
	s := NewAgreements(p.j, Now)
	s.ShowThing(journal.Thing{Kind: journal.ThingAgreement, ID: id})
	p.window.SetContent(s)
	return s
}

func (p *player) agreement(id string) journal.Agreement {
	p.Helper()
	a, ok := p.j.State().Agreement(id)
	if !ok {
		p.Fatalf("there is no agreement %q", id)
	}
	return a
}

func couple(t *testing.T) *player {
	t.Helper()
	return newPlayer(t, [2]course.Role{course.RoleRepairing, course.RoleHurt})
}

func comesUp(promises journal.Partner) journal.Terms {
	return journal.Terms{
		Kind: journal.Plain, Title: "A message as soon as plans change", Text: "I write before the time that I said.",
		Promises: promises, Rhythm: journal.ComesUp,
	}
}

func lineOf(s *Agreements, id string) string {
	for _, row := range s.rows {
		if row.thing.ID == id {
			return row.line
		}
	}
	return ""
}

func TestKeptIsSaidReplacedAndTakenBack(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.First))
	s := p.agreements(id)
	tap(t, s, "It was kept")
	tap(t, s.page, "Save")
	sees(t, s.detail, "Kept 1 of 1.")
	if got := lineOf(s, id); got != "Signed by both · version 1 · kept 1 of 1" {
		t.Errorf("the row says %q", got)
	}
	tap(t, s, "It was kept")
	sees(t, s.page, "For 4 January you said that it was kept. What you save here takes its place.")
	form := s.page.Objects[0].(*fyne.Container).Objects[0].(*markForm)
	form.answer.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	tap(t, s.page, "Save")
	sees(t, s.detail, "Kept 0 of 1.")
	tap(t, s, "It was kept")
	sees(t, s.page, "you said that it was not kept")
	tap(t, s.page, "Take it back")
	if got := p.agreement(id).Kept; len(got) != 0 || s.page.Visible() {
		t.Errorf("after taking it back there is %+v", got)
	}
	seesNot(t, s.detail, "Kept 0 of")
	if got := lineOf(s, id); got != "Signed by both · version 1" {
		t.Errorf("the row says %q", got)
	}
}

func TestKeptBelongsToWhomItWasPromised(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.First))
	p.hold(journal.First)
	s := p.agreements(id)
	if buttonOf(s, "It was kept") != nil || buttonOf(s, "Name a slip") == nil {
		t.Error("who promises can name a slip, and not say that it was kept")
	}
	var named string
	s.OnSlip = func(agreement string) { named = agreement }
	tap(t, s, "Name a slip")
	if named != id {
		t.Errorf("a slip of %q is named", named)
	}
}

func TestKeptKnowsItsDays(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.First))
	p.days(40)
	s := p.agreements(id)
	tap(t, s, "It was kept")
	form := s.page.Objects[0].(*fyne.Container).Objects[0].(*markForm)
	for text, want := range map[string]string{
		"soon":       "Please write a date like 2026-11-29.",
		"2026-12-24": "This day is still to come.",
		"2026-01-05": "This day is too long ago to say it well.",
	} {
		form.day.SetText(text)
		tap(t, form, "Save")
		if got := form.fields["Day"].Problem(); !strings.HasPrefix(got, want) {
			t.Errorf("%q: says %q, want %q", text, got, want)
		}
	}
	tap(t, form, "Yesterday")
	tap(t, form, "Save")
	if got := p.agreement(id).Kept; len(got) != 1 || got[0].Day != p.j.Today().Add(-1) {
		t.Errorf("kept %+v", got)
	}
	young := p.agreed(journal.Terms{
		Kind: journal.Ritual, Title: "Sunday walk", Text: "An hour.", Rhythm: journal.Weekly, On: 7,
	})
	s = p.agreements(young)
	sees(t, s.detail, "It comes round on Sundays.")
	tap(t, s, "It was kept")
	sees(t, s.page, "You say it for Noor’s part.")
	tap(t, s.page, "Yesterday")
	tap(t, s.page, "Save")
	sees(t, s.page, "It was not in force on that day.")
}

func TestKeptByBothIsNeverAddedUp(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.Nobody))
	p.must(p.j.MarkKept(p.Context(), id, p.j.Today(), journal.MarkKept))
	p.hold(journal.First)
	p.must(p.j.MarkKept(p.Context(), id, p.j.Today(), journal.MarkNot))
	s := p.agreements(id)
	sees(t, s.detail, "Noor marked 0 of 1 · Eli marked 1 of 1.")
	if got := lineOf(s, id); got != "Signed by both · version 1 · Noor marked 0 of 1 · Eli marked 1 of 1" {
		t.Errorf("the row says %q", got)
	}
	p.must(p.j.MarkKept(p.Context(), id, p.j.Today(), journal.MarkDidntCome))
	s.Reload()
	if got := lineOf(s, id); got != "Signed by both · version 1 · Eli marked 1 of 1" {
		t.Errorf("the row says %q", got)
	}
}

func TestSlipsOfAnAgreementAreQuietDoors(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.First))
	day := p.j.Today()
	slip, err := p.j.NameSlip(p.Context(), journal.NewSlip{Agreement: id, Whose: journal.First, Day: day, Came: journal.CameAsked})
	p.must(err)
	var opened string
	s := p.agreements(id)
	s.OnSlipPage = func(id string) { opened = id }
	sees(t, s.detail, "4 Jan: came up as a slip by Eli.\n")
	tapDoor(t, s.detail, "4 January. named by Eli")
	if opened != slip {
		t.Errorf("opens %q", opened)
	}
	p.hold(journal.First)
	p.must(p.j.AnswerSlip(p.Context(), slip, journal.SlipDiffer, ""))
	s.Reload()
	sees(t, s.detail, "both accounts stand.")
	p.must(p.j.AnswerSlip(p.Context(), slip, journal.SlipYes, ""))
	s.Reload()
	sees(t, s.detail, "both call it one.")
	p.must(p.j.Say(p.Context(), slip, journal.RepairOwn, ""))
	p.must(p.j.Say(p.Context(), slip, journal.RepairNow, ""))
	p.hold(journal.Second)
	p.must(p.j.Say(p.Context(), slip, journal.RepairEffect, ""))
	p.days(1)
	p.must(p.j.Mend(p.Context(), slip, false))
	s.Reload()
	sees(t, s.detail, "4 Jan: came up as a slip by Eli, both call it one; repaired 5 Jan.")
	sees(t, s.detail, "mended 5 Jan")

	other, err := p.j.NameSlip(p.Context(), journal.NewSlip{Agreement: id, Day: p.j.Today(), Came: journal.CameToldSelf})
	p.must(err)
	p.must(p.j.TakeBackEvent(p.Context(), other))
	s.Reload()
	seesNot(t, s.detail, "5 January")
}

// tapDoor presses the line with these words.
func tapDoor(t *testing.T, in fyne.CanvasObject, label string) {
	t.Helper()
	var found *doorButton
	walk(in, func(o fyne.CanvasObject) {
		if d, ok := o.(*doorButton); ok && d.Text == label {
			found = d
		}
	})
	if found == nil {
		t.Fatalf("no door %q among:\n%s", label, shownWords(in))
	}
	found.Tapped(nil)
}

func TestAgreementFormKeepsRhythmAndSteps(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	form := NewAgreementForm(samplePeople(), sampleToday, journal.Terms{}, false)
	form.pickKind(slices.Index(agreementKinds, journal.Ritual))
	if got := form.Terms(); got.Rhythm != journal.Weekly || !form.weekday.Visible() {
		t.Errorf("a ritual begins with %q", got.Rhythm)
	}
	form.on = 7
	form.pickKind(slices.Index(agreementKinds, journal.Goal))
	form.title.SetText("Sleep in one room again")
	form.text.SetText("When we both want it.")
	form.steps.SetText("  One night \n\n Two nights\n")
	got := form.Terms()
	if got.Rhythm != journal.NoRhythm || got.On != 0 || !slices.Equal(got.Steps, []string{"One night", "Two nights"}) {
		t.Errorf("a goal says %+v", got)
	}
	sees(t, form, "The aim")
	form.steps.SetText(strings.Repeat("one more\n", 13))
	form.keep()
	if want := FieldSentence("Steps", journal.ProblemTooLong); form.fields["Steps"].Problem() != want {
		t.Errorf("says %q, want %q", form.fields["Steps"].Problem(), want)
	}
	form.pickKind(slices.Index(agreementKinds, journal.TemporaryAccess))
	if got := form.Terms(); got.Rhythm != journal.NoRhythm || got.Steps != nil || got.Review != "" {
		t.Errorf("access says %+v", got)
	}
	seesNot(t, form, "How often")
}

func TestAgreementGoalStepsAreTickedByEither(t *testing.T) {
	p := couple(t)
	terms := journal.Terms{Kind: journal.Goal, Title: "Sleep in one room again", Text: "When we both want it.", Steps: []string{"One night", "Two nights"}}
	id := p.agreed(terms)
	for _, who := range []journal.Partner{journal.First, journal.Second} {
		p.hold(who)
		s := p.agreements(id)
		var focus fyne.Focusable
		s.OnFocus = func(to fyne.Focusable) { focus = to }
		check := checkOf(s.detail, "Two nights")
		check.Tapped(nil)
		now := checkOf(s.detail, "Two nights · done 4 Jan")
		if now == nil || !now.On || focus != now {
			t.Fatalf("the step isn't done, or lost the keyboard:\n%s", shownWords(s.detail))
		}
		now.Tapped(nil)
		if _, done := p.agreement(id).StepDone("Two nights"); done {
			t.Error("the step can't be opened again")
		}
	}
}

func checkOf(in fyne.CanvasObject, text string) *widgets.Check {
	var found *widgets.Check
	walk(in, func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.Check); ok && c.Text == text {
			found = c
		}
	})
	return found
}

func TestAgreementChangeBeginsWithWhatIsInForce(t *testing.T) {
	p := couple(t)
	terms := journal.Terms{
		Kind: journal.Goal, Title: "Sleep in one room again", Text: "When we both want it.",
		Rhythm: journal.Weekly, On: 7, Steps: []string{"One night"},
	}
	id := p.agreed(terms)
	next := terms
	next.Rhythm, next.On, next.Steps = journal.Daily, 0, []string{"Seven nights"}
	p.must(p.j.Change(p.Context(), id, next))
	p.hold(journal.First)
	p.must(p.j.Decline(p.Context(), id))
	s := p.agreements(id)
	tap(t, s, "Change")
	got := s.page.Objects[0].(*fyne.Container).Objects[0].(*AgreementForm).Terms()
	if got.Rhythm != journal.Weekly || got.On != 7 || !slices.Equal(got.Steps, terms.Steps) || got.Review != "2026-02-01" {
		t.Errorf("begins with %+v", got)
	}
}

func TestVersionChangeTellsRhythmStepsAndDays(t *testing.T) {
	before := journal.Terms{Kind: journal.Goal, Title: "Rest", Text: "Sleep.", Rhythm: journal.Weekly, On: 7, Steps: []string{"One night", "Two nights"}}
	for name, c := range map[string]struct {
		change func(*journal.Terms)
		want   string
	}{
		"nothing":  {func(*journal.Terms) {}, ""},
		"rhythm":   {func(t *journal.Terms) { t.Rhythm, t.On = journal.Daily, 0 }, "how often now “every day”"},
		"weekday":  {func(t *journal.Terms) { t.On = 1 }, "how often now “on Mondays”"},
		"any day":  {func(t *journal.Terms) { t.On = 0 }, "how often now “every week”"},
		"never":    {func(t *journal.Terms) { t.Rhythm, t.On = journal.NoRhythm, 0 }, "how often now “never asked”"},
		"step in":  {func(t *journal.Terms) { t.Steps = append(slices.Clone(t.Steps), "Three nights") }, "“Three nights” added"},
		"step out": {func(t *journal.Terms) { t.Steps = t.Steps[:1] }, "“Two nights” taken out"},
		"reworded": {func(t *journal.Terms) { t.Steps = []string{"One night", "Two whole nights"} }, "“whole” added"},
		"order":    {func(t *journal.Terms) { t.Steps = []string{"Two nights", "One night"} }, "small steps in another order"},
		"bodies":   {func(t *journal.Terms) { t.Bodies = true }, "“about bodies, or about moving in” added"},
		"review":   {func(t *journal.Terms) { t.Review = "2026-12-06" }, "review day now 6 December 2026"},
		"kind":     {func(t *journal.Terms) { t.Kind = journal.Ritual }, "kind now “Ritual”"},
	} {
		after := before
		c.change(&after)
		if got := versionChange(before, after); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAgreementHistoryTellsThatBothKeptIt(t *testing.T) {
	p := couple(t)
	id := p.agreed(comesUp(journal.First))
	p.days(8)
	p.must(p.j.KeepOn(p.Context(), id, p.j.Today().Add(14)))
	got := agreementHistory(p.j.State(), p.agreement(id), p.j.Today())
	want := []string{"12 Jan · looked at again, kept", "4 Jan · version 1 · signed by both"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	s := p.agreements(id)
	sees(t, s.detail, "Look at it again on 26 January.")
	p.clock.pass(14 * 24 * time.Hour)
	s.Reload()
	sees(t, s.detail, "It is time to look at it again.")
}
