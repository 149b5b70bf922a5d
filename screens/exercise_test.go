package screens

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func fieldOf(t *testing.T, s *Exercise) *widgets.Entry {
	t.Helper()
	v, ok := s.view.(*writePart)
	if !ok {
		t.Fatalf("the part is a %T", s.view)
	}
	return v.field
}

func TestExerciseFromWritingToOpening(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "before.here")
	roomFor(t, s)
	sees(t, s, "Noor writes")
	test.Type(fieldOf(t, s), "I miss talking to you.")
	clock.pass(time.Second)
	if f.wrote("why").Text != "I miss talking to you." {
		t.Fatalf("saved %q", f.wrote("why").Text)
	}
	sees(t, s, "Saved. Only you can read it.")
	tap(t, s, "I've finished this part")
	sees(t, s, "Your part is sealed.")
	seesNot(t, s, "I miss talking to you.")

	f.holder = journal.Second
	f.role = "hurt"
	other, _ := sitWith(t, f, "before.here")
	roomFor(t, other)
	sees(t, other, "Noor has finished.")
	test.Type(fieldOf(t, other), "I am not ready to give up.")
	tap(t, other, "I've finished this part")
	tap(t, other, "Open together")
	sees(t, other, "I miss talking to you.")
	sees(t, other, "I am not ready to give up.")
	sees(t, other, "opened together today at 20:30")

	left := false
	other.OnLeave = func() { left = true }
	tap(t, other, "Close the exercise")
	sees(t, other, "One question, only for Eli")
	tap(t, other, "Skip this question")
	if !left {
		t.Error("the debrief can't be skipped")
	}
}

func TestExerciseTakesBack(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	f.both = false
	f.write(journal.First, "before.here", "why", course.Answer{Text: "A sentence."})
	f.done[journal.First] = true
	s, _ := sitWith(t, f, "before.here")
	roomFor(t, s)
	sees(t, s, "It opens when Eli has finished too")
	seesNot(t, s, "Hand over")
	tap(t, s, "Take it back")
	if fieldOf(t, s).Text != "A sentence." || f.done[journal.First] {
		t.Error("not taken back")
	}
}

func TestExerciseAsksForALineBeforeFinishing(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, _ := sitWith(t, f, "before.here")
	roomFor(t, s)
	tap(t, s, "I've finished this part")
	sees(t, s, "There is nothing here yet.")
	tap(t, s, "Skip this exercise")
	if _, skipped := f.state.Skipped["before.here"]; !skipped {
		t.Error("not skipped")
	}
}

func TestExerciseKeepsWordsWhenTheDiskIsFull(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	f.err = journal.ErrFull
	s, clock := sitWith(t, f, "before.here")
	roomFor(t, s)
	handed := false
	s.OnHandOver = func() { handed = true }
	test.Type(fieldOf(t, s), "Words")
	clock.pass(time.Second)
	sees(t, s, "Your words are still on the screen. The disk is full.")
	tap(t, s, "Hand over to Eli")
	if d := s.Dirty(); handed || len(d) != 1 || !strings.Contains(string(d[0].Answer), "Words") || fieldOf(t, s).Text != "Words" {
		t.Error("words were lost")
	}
	f.err = nil
	tap(t, s, "Hand over to Eli")
	if !handed {
		t.Error("not handed over once the disk had room")
	}
	flushed := false
	s.Flush(func() { flushed = true })
	s.Clear()
	if len(s.Dirty()) > 0 || !flushed {
		t.Error("not cleared")
	}
	seesNot(t, s, "Words")
}

func TestExerciseHints(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "before.broke")
	roomFor(t, s)
	s.showPart(1)
	field := fieldOf(t, s)
	before := field.Size()
	test.Type(field, "I hid it because you were never home.")
	clock.pass(time.Second)
	sees(t, s, "A hint, never a rule.")
	if field.Size() != before {
		t.Errorf("the field moved from %v to %v", before, field.Size())
	}
	tap(t, s, "Not now")
	seesNot(t, s, "A hint, never a rule.")
	test.Type(field, " I lied because you were cold.")
	clock.pass(time.Second)
	seesNot(t, s, "A hint, never a rule.")

	f.role = "hurt"
	hurt, clock := sitWith(t, f, "before.broke")
	roomFor(t, hurt)
	hurt.showPart(1)
	test.Type(fieldOf(t, hurt), "You always do this because of you.")
	clock.pass(time.Second)
	seesNot(t, hurt, "A hint, never a rule.")
	hurt.showPart(2)
	sees(t, hurt, "[Read it once more?]")
}

func TestExerciseSaysWhenAnEveningIsLong(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	clock := &pathClock{began: f.now}
	evening := &Evening{Began: f.now.Add(-40 * time.Minute)}
	c := shippedCourse()
	e, _ := c.Exercise("before.here")
	s := NewExercise(ExerciseSetup{Journal: f, Course: c, Exercise: e, Later: Now, After: clock.after, Now: clock.Now, Evening: evening})
	roomFor(t, s)
	seesNot(t, s, "enough for one evening")
	clock.pass(6 * time.Minute)
	sees(t, s, "That is enough for one evening.")
	s.showPart(0)
	seesNot(t, s, "enough for one evening")
}

func TestExerciseComposeJoinsPieces(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "own.plainly")
	roomFor(t, s)
	tap(t, s, "Go on")
	v, ok := s.view.(*composePart)
	if !ok || len(v.fields) != 4 {
		t.Fatalf("a %T", s.view)
	}
	test.Type(v.fields[0], "I hid it.")
	test.Type(v.fields[1], "You lay awake.")
	tap(t, s, "Join the pieces into one text")
	if v.whole.Text != "I hid it.\n\nYou lay awake." {
		t.Fatalf("joined to %q", v.whole.Text)
	}
	test.Type(v.whole, "So: ")
	clock.pass(time.Second)
	if got := f.wrote("statement").Text; got != "So: I hid it.\n\nYou lay awake." {
		t.Errorf("saved %q", got)
	}
	tap(t, s, "Back to the pieces")
	tap(t, s, "Join the pieces into one text")
	if v.whole.Text != "So: I hid it.\n\nYou lay awake." {
		t.Errorf("the edited text was lost: %q", v.whole.Text)
	}
}

func TestExerciseChooseAndScale(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "before.ready")
	roomFor(t, s)
	scale, ok := s.view.(*scalePart)
	if !ok {
		t.Fatalf("a %T", s.view)
	}
	scale.scale.TypedRune('7')
	clock.pass(time.Second)
	if level := f.wrote("responsibility").Level; level == nil || *level != 7 {
		t.Fatalf("level %v", level)
	}
	tap(t, s, "Leave it empty")
	clock.pass(time.Second)
	if f.wrote("responsibility").Level != nil {
		t.Error("a level can't be taken away")
	}
	s.showPart(4)
	choose, ok := s.view.(*choosePart)
	if !ok {
		t.Fatalf("a %T", s.view)
	}
	choose.pick(3)
	sees(t, s, "Ending it comes first.")
	choose.pick(5)
	test.Type(choose.other, "It is different.")
	clock.pass(time.Second)
	a := f.wrote("contact")
	if a.Other != "It is different." || len(a.Picks) != 0 || s.parts[4].Check(a) != nil {
		t.Errorf("kept %+v", a)
	}
	if !f.drafts[journal.First]["contact"].Private {
		t.Error("a private part was not kept private")
	}
}

func TestExerciseSortByKeyboard(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "own.excuses")
	roomFor(t, s)
	v, ok := s.view.(*sortPart)
	if !ok {
		t.Fatalf("a %T", s.view)
	}
	key := func(name fyne.KeyName) { s.FirstFocus().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyRight)
	sees(t, s, v.part.Cards[0].Feedback)
	key(fyne.KeyReturn)
	sees(t, s, v.part.Cards[1].Text)
	for range v.part.Cards[1:] {
		key(fyne.KeyLeft)
		key(fyne.KeySpace)
	}
	sees(t, s, "You have sorted all the cards.")
	clock.pass(time.Second)
	if a := f.wrote("cards"); len(a.Piles) != len(v.part.Cards) || s.parts[0].Check(a) != nil {
		t.Errorf("kept %+v", a)
	}
}

func TestExerciseTurns(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, clock := sitWith(t, f, "own.heard")
	roomFor(t, s)
	s.showPart(turnsAt(t, s))
	running := false
	s.OnTurns = func(on bool) { running = on }
	tap(t, s, "Noor begins to speak")
	sees(t, s, "5:00")
	clock.pass(61 * time.Second)
	sees(t, s, "3:59")
	if !running {
		t.Error("the idle lock was not told")
	}
	clock.pass(5 * time.Minute)
	sees(t, s, "Eli says back what they heard.")
	tap(t, s, "Not yet")
	sees(t, s, "There is more to say.")
	tap(t, s, "Right")
	tap(t, s, "Eli begins to speak")
	tap(t, s, "I have said it")
	tap(t, s, "Right")
	sees(t, s, "You have both been heard.")
	if running || len(f.drafts[journal.First]) != 0 {
		t.Error("turns left something behind")
	}
}

func turnsAt(t *testing.T, s *Exercise) int {
	t.Helper()
	for i, part := range s.parts {
		if part.Kind == course.Turns {
			return i
		}
	}
	t.Fatal("no turns")
	return 0
}

func TestExerciseOfAgreementsAlone(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	s, _ := sitWith(t, f, "before.how")
	roomFor(t, s)
	var draft course.AgreementDraft
	s.OnAgree = func(d course.AgreementDraft, _ string) { draft = d }
	tap(t, s, "Write it as an agreement")
	if draft.Title != "Our pause word" {
		t.Errorf("handed over %+v", draft)
	}
	tap(t, s, "Go on")
	tap(t, s, "Go on")
	tap(t, s, "Go on")
	tap(t, s, "Close the exercise")
	if _, done := f.state.Done["before.how"]; !done {
		t.Error("not closed")
	}
	sees(t, s, "One question, only for Noor")
}

func TestOpenedMakesAnAgreement(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	r := journal.Reflection{Exercise: "own.differently", Title: "What I will do differently", At: f.now, Parts: []journal.OpenedPart{
		{Part: "things", Prompts: [2]string{"What?", "What?"}, Words: [2]string{"I call when I am late.", "A plain answer."}},
	}}
	s := NewOpened(f.state, shippedCourse(), r, f.now)
	text := ""
	s.OnAgree = func(_ course.AgreementDraft, filled string) { text = filled }
	s.Reload()
	roomFor(t, s)
	tap(t, s, "Make an agreement from this")
	if text != "Noor: I call when I am late.\n\nEli: A plain answer." {
		t.Errorf("filled with %q", text)
	}
	seesNot(t, s, "Close the exercise")
}

func TestOpenedPutsCounterpartsSideBySide(t *testing.T) {
	rows := openedRows(shippedCourse(), journal.Reflection{Exercise: "own.effect", Parts: []journal.OpenedPart{
		{Part: "days", Words: [2]string{"", "I wake at three."}},
		{Part: "guess", Words: [2]string{"You sleep badly.", ""}},
		{Part: "new", Words: [2]string{"a", "b"}},
	}})
	if len(rows) != 2 || rows[0].words != [2]string{"You sleep badly.", "I wake at three."} {
		t.Errorf("rows %+v", rows)
	}
}
