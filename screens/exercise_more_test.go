package screens

import (
	"strings"
	"testing"
	"time"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// sitWithParts makes an exercise screen for an exercise of the given parts.
func sitWithParts(t *testing.T, f *fakePath, parts ...course.Part) (*Exercise, *pathClock) {
	t.Helper()
	for i := range parts {
		if parts[i].For == "" {
			parts[i].For = course.ForBoth
		}
	}
	clock := &pathClock{began: f.now}
	s := NewExercise(ExerciseSetup{
		Journal: f, Course: shippedCourse(), Later: Now, After: clock.after, Now: clock.Now,
		Exercise: course.Exercise{ID: "steady.test", Title: "A test", Step: "steady", How: []string{"One."}, Parts: parts},
	})
	roomFor(t, s)
	return s, clock
}

func practisePartOf(t *testing.T, s *Exercise) *practisePart {
	t.Helper()
	v, ok := s.view.(*practisePart)
	if !ok {
		t.Fatalf("the part is a %T", s.view)
	}
	return v
}

func TestPractiseRunsRestsAndEnds(t *testing.T) {
	f := newFakePath()
	week := course.Part{ID: "week", Kind: course.Practise, Title: "A week", Prompt: "Try it.", Report: "How was it?", Days: 7, Daily: true}
	s, clock := sitWithParts(t, f, week)
	tap(t, s, "I've finished this part")
	if !strings.Contains(shownWords(s), "Begin the practice first") {
		t.Error("it can be finished before it began")
	}
	tap(t, s, "Begin today")
	practisePartOf(t, s).field.SetText("I said no once.")
	clock.pass(2 * time.Second)
	if got := f.wrote("week").Reports["2026-11-22"]; got != "I said no once." {
		t.Errorf("kept %q", got)
	}
	clock.pass(24 * time.Hour)
	s.reload()
	if words := shownWords(s); !strings.Contains(words, "day 2 of 7") || !strings.Contains(words, "I said no once.") {
		t.Errorf("the second day shows:\n%s", words)
	}
	tap(t, s, "Let it rest")
	if words := shownWords(s); !strings.Contains(words, "It rests since 23 November") {
		t.Errorf("resting shows:\n%s", words)
	}
	clock.pass(20 * 24 * time.Hour)
	s.reload()
	tap(t, s, "Go on with it")
	if words := shownWords(s); !strings.Contains(words, "day 2 of 7") {
		t.Errorf("after the rest:\n%s", words)
	}
	tap(t, s, "End it today")
	practisePartOf(t, s).field.SetText("It got easier.")
	tap(t, s, "I've finished this part")
	if !f.done[journal.First] {
		t.Error("a practice that was ended can't be finished")
	}
}

func TestTodayShowsThePracticeOfTheHolderAlone(t *testing.T) {
	f := newFakePath()
	f.write(journal.First, "bounds.no", "week", course.Answer{Begun: "2026-11-20", Reports: map[string]string{"2026-11-20": "Hard."}})
	s := NewToday(f, shippedCourse())
	roomFor(t, s)
	if words := shownWords(s); !strings.Contains(words, "day 3 of 7") || strings.Contains(words, "Hard.") {
		t.Errorf("Today shows:\n%s", words)
	}
	f.holder = journal.Second
	s.Reload()
	if words := shownWords(s); strings.Contains(words, "What you are practising") {
		t.Errorf("the other sees:\n%s", words)
	}
}

func TestListKeepsLinesAndLabels(t *testing.T) {
	f := newFakePath()
	s, clock := sitWithParts(t, f, course.Part{ID: "questions", Kind: course.Write, Title: "Questions", Prompt: "What do you ask yourself?", Private: true, Labels: []string{"now", "later"}})
	v, ok := s.view.(*listPart)
	if !ok {
		t.Fatalf("the part is a %T", s.view)
	}
	v.fields[0].SetText("Where were you?")
	v.label(0, 0)
	tap(t, s, "One more line")
	v.fields[1].SetText("Why?")
	tap(t, s, "One more line")
	clock.pass(2 * time.Second)
	got := f.wrote("questions").Items
	if len(got) != 2 || got[0] != (course.Item{Text: "Where were you?", Label: "now"}) || got[1].Text != "Why?" {
		t.Errorf("kept %v", got)
	}
	s.reload()
	if v, ok := s.view.(*listPart); !ok || len(v.fields) != 2 || v.fields[1].Text != "Why?" {
		t.Error("the lines don't come back")
	}
}

func TestDeckDealsTheNextCards(t *testing.T) {
	f := newFakePath()
	deck := course.Part{ID: "cards", Kind: course.Write, Title: "Cards", Prompt: "Two cards.", Draw: 1, Deck: []course.Question{{ID: "a", Text: "A sea or a hill?"}, {ID: "b", Text: "What made you laugh?"}}}
	s, _ := sitWithParts(t, f, deck)
	if words := shownWords(s); !strings.Contains(words, "A sea or a hill?") || strings.Contains(words, "laugh") {
		t.Errorf("first time:\n%s", words)
	}
	f.state.Reflections = append(f.state.Reflections, journal.Reflection{ID: "r", Exercise: "steady.test"})
	s, _ = sitWithParts(t, f, deck)
	if words := shownWords(s); !strings.Contains(words, "What made you laugh?") {
		t.Errorf("second time:\n%s", words)
	}
}

func TestOwnWordsAreSharedOrErasedOnlyOnPurpose(t *testing.T) {
	f := newFakePath()
	letter := course.Part{ID: "letter", Kind: course.Letter, Title: "A letter", Prompt: "To whom?", Private: true}
	s, clock := sitWithParts(t, f, letter)
	fieldOf(t, s).SetText("Dear you, I am not there yet.")
	clock.pass(2 * time.Second)
	tap(t, s, "I've finished this part")
	tap(t, s, "My own words here")
	tap(t, s, "Share it")
	tap(t, s, "Leave it as it is")
	if len(f.state.Reflections) != 0 {
		t.Fatal("it was shared by being asked about")
	}
	tap(t, s, "Share it")
	tap(t, s, "Share it now")
	if r := f.state.Reflections; len(r) != 1 || r[0].SharedBy != journal.First || r[0].Parts[0].Words != [2]string{"Dear you, I am not there yet.", ""} {
		t.Errorf("shared %+v", r)
	}
	f.write(journal.First, "steady.test", "letter", course.Answer{Text: "Another."})
	s.reload()
	s.showOwn(ownStep{})
	tap(t, s, "Erase it")
	tap(t, s, "Erase it for good")
	if len(f.drafts[journal.First]) != 0 {
		t.Error("it is still there")
	}
}

func TestWordsFromPaperKeepTheirDay(t *testing.T) {
	f := newFakePath()
	s, clock := sitWithParts(t, f, course.Part{ID: "w", Kind: course.Write, Title: "W", Prompt: "Write."})
	tap(t, s, "I wrote this on paper before")
	s.paper.Entry.SetText("31.12.2027")
	if !strings.Contains(shownWords(s), "still to come") {
		t.Error("a day to come is taken")
	}
	s.paper.Entry.SetText("12.11.")
	fieldOf(t, s).SetText("On the train.")
	clock.pass(2 * time.Second)
	if d := f.drafts[journal.First]["w"]; d.Paper != "2026-11-12" {
		t.Errorf("kept the day %q", d.Paper)
	}
}

func TestPartsAfterTheOpeningComeAfterIt(t *testing.T) {
	f := newFakePath()
	parts := []course.Part{
		{ID: "w", Kind: course.Write, Title: "W", Prompt: "Write."},
		{ID: "after", Kind: course.Read, Title: "Look at both", Text: []string{"Look at both, slowly."}, After: true},
		{ID: "agree", Kind: course.Agree, Title: "Agree", Prompt: "Make it an agreement.", From: "w", Draft: &course.AgreementDraft{Kind: "ritual", Title: "Tea", Why: "Calm."}},
	}
	s, clock := sitWithParts(t, f, parts...)
	if len(s.parts) != 1 {
		t.Fatalf("%d parts before the opening", len(s.parts))
	}
	fieldOf(t, s).SetText("Tea at nine.")
	clock.pass(2 * time.Second)
	f.state.Reflections = []journal.Reflection{{ID: "r", Exercise: "steady.test", Title: "A test", At: f.now, Parts: []journal.OpenedPart{{Part: "w", Words: [2]string{"Tea at nine.", "A walk."}}}}}
	f.state.Done["steady.test"] = f.now
	s.showOpened(true)
	tap(t, s, "Go on together")
	if words := shownWords(s); !strings.Contains(words, "Look at both, slowly.") {
		t.Errorf("after the opening:\n%s", words)
	}
	f.state.Agreements = []journal.Agreement{{ID: "old", Versions: []journal.Version{{Number: 1, Proposed: f.now.Add(-time.Hour), Terms: journal.Terms{Exercise: "steady.test"}}}}}
	s.showOpened(false)
	tap(t, s, "Go on together")
	if words := shownWords(s); !strings.Contains(words, "Look at both, slowly.") {
		t.Errorf("an agreement of an earlier time counts for this one:\n%s", words)
	}
	tap(t, s, "Go on")
	var draft course.AgreementDraft
	text := ""
	s.OnAgree = func(d course.AgreementDraft, words string) { draft, text = d, words }
	tap(t, s, "Write it as a ritual")
	if draft.Title != "Tea" || !strings.Contains(text, "Noor: Tea at nine.") || !strings.Contains(text, "Eli: A walk.") {
		t.Errorf("draft %+v, text %q", draft, text)
	}
}

func TestReadinessIsSaidAloneAndNeverShown(t *testing.T) {
	f := newFakePath()
	f.shut = journal.ErrNotReady
	step, _ := shippedCourse().Step("repair")
	s := NewStep(f, Now, step)
	roomFor(t, s)
	before := shownWords(s)
	tap(t, s, "I am ready")
	if !f.ready["repair"] {
		t.Error("it is not kept")
	}
	if after := strings.Replace(shownWords(s), "Kept. Only you know what you chose.\n", "", 1); strings.TrimSpace(after) != strings.TrimSpace(before) {
		t.Errorf("what was said can be seen:\n%s\nbefore:\n%s", after, before)
	}
	tap(t, s, "Not yet")
	if f.ready["repair"] {
		t.Error("it can't be taken back")
	}
}

func TestTurnsNeverTellARole(t *testing.T) {
	for _, step := range shippedCourse().Steps {
		for _, e := range step.Exercises {
			for _, part := range e.Parts {
				if part.Kind != course.Turns && !part.After {
					continue
				}
				hurt := promptText(part, rolePair{mine: course.RoleHurt, other: course.RoleRepairing})
				if other := promptText(part, rolePair{mine: course.RoleRepairing, other: course.RoleHurt}); other != hurt {
					t.Errorf("%s, part %s: both look at %q and %q", e.ID, part.ID, hurt, other)
				}
			}
		}
	}
}

// What was asked when it was answered stays, also when the course was rewritten
// or a part is no longer there.
func TestAnOlderTextShowsWhatWasAskedThen(t *testing.T) {
	f := newFakePath()
	r := journal.Reflection{ID: "r", Exercise: "own.plainly", Title: "An older title", Version: 1, At: f.now, Parts: []journal.OpenedPart{
		{Part: "statement", Prompts: [2]string{"An older question?", ""}, Words: [2]string{"An answer.", ""}},
		{Part: "gone", Kind: "write", Prompts: [2]string{"A part that is gone?", ""}, Words: [2]string{"It stays.", ""}},
	}}
	s := NewOpened(f.state, shippedCourse(), r, f.now)
	s.Reload()
	roomFor(t, s)
	words := shownWords(s)
	for _, want := range []string{"An older title", "An older question?", "A part that is gone?", "It stays."} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is missing in:\n%s", want, words)
		}
	}
}

// A hint that was sent away stays away in that draft, also on another evening.
func TestAHintStaysAwayInItsDraft(t *testing.T) {
	f := newFakePath()
	s, clock := sitWith(t, f, "before.broke")
	roomFor(t, s)
	s.showPart(1)
	fieldOf(t, s).SetText("I hid it because you were never home.")
	tap(t, s, "Not now")
	clock.pass(2 * time.Second)
	s, _ = sitWith(t, f, "before.broke")
	roomFor(t, s)
	s.showPart(1)
	fieldOf(t, s).SetText("I hid it because you were never home. I lied because you never asked.")
	if strings.Contains(shownWords(s), "A hint, never a rule.") {
		t.Error("the hint is back")
	}
	s.showPart(2)
	fieldOf(t, s).SetText("I hid it because you were never home.")
	if !strings.Contains(shownWords(s), "A hint, never a rule.") {
		t.Error("another draft has lost its hints")
	}
}

// The words that all is saved keep their distance from the edge of the window,
// also in a row of their own.
func TestSavedWordsStayInTheWindow(t *testing.T) {
	f := newFakePath()
	f.role = "hurt"
	sampleApp(t, widgets.Light, 1)
	s, clock := sitWithParts(t, f, course.Part{ID: "w", Kind: course.Write, Title: "W", Prompt: "Write."})
	fieldOf(t, s).SetText("I was tired.")
	clock.pass(2 * time.Second)
	for _, p := range pieces(s) {
		if p.label == "Saved. Only you can read it." {
			if low := s.Size().Height - p.at.Y - p.size.Height; low < 30 {
				t.Errorf("only %v below it", low)
			}
			return
		}
	}
	t.Error("it does not say that it is saved")
}
