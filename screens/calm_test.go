package screens

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// planState holds a trigger plan of both.
func planState() journal.State {
	s := sampleState()
	s.Reflections = []journal.Reflection{{ID: "r", Exercise: "steady.plan", At: sampleAt(11, 12), Parts: []journal.OpenedPart{{
		Part: "plan", Title: "Trigger plan", Keeps: course.KeepsTriggerPlan,
		Words: [2]string{
			"When a phone lights up at night, I say so at once. The word is “harbour”. I sit down beside you and say nothing for a while.",
			"My first sign is that I count. I say “harbour” and go to the kitchen, and I come back within ten minutes.",
		},
	}}}}
	return s
}

func calmPage(t *testing.T, state journal.State) (*Calm, *stepClock) {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
	clock := &stepClock{}
	s := NewCalm(state, clock.after)
	s.Reload()
	roomFor(t, s)
	return s, clock
}

func TestCalmBeginsWithThePlanOfBoth(t *testing.T) {
	s, _ := calmPage(t, planState())
	for _, words := range []string{"What you both agreed to do", "I sit down beside you", "My first sign is that I count.", "Begin"} {
		sees(t, s, words)
	}
	s, _ = calmPage(t, journal.State{})
	seesNot(t, s, "What you both agreed to do")
	sees(t, s, "Begin")
}

func TestCalmRunsLineByLineForTwoMinutes(t *testing.T) {
	s, clock := calmPage(t, planState())
	tap(t, s, "Begin")
	lines := calmLines()
	for i, line := range lines {
		sees(t, s, line)
		seesNot(t, s, lines[(i+1)%len(lines)])
		clock.pass(calmStep)
	}
	sees(t, s, "Those were two minutes")
	if took := clock.now.Minutes(); took != 2 {
		t.Errorf("it took %v minutes", took)
	}
	tap(t, s, "Once more")
	sees(t, s, lines[0])
}

func TestCalmCanBeStoppedAtAnyTime(t *testing.T) {
	s, clock := calmPage(t, planState())
	tap(t, s, "Begin")
	clock.pass(2 * calmStep)
	s.Reload()
	sees(t, s, calmLines()[2])
	tap(t, s, "Stop here")
	clock.pass(10 * calmStep)
	sees(t, s, "Begin")
	seesNot(t, s, "Those were two minutes")
	tap(t, s, "Begin")
	s.Clear()
	clock.pass(10 * calmStep)
	if shownWords(s) != "" || slices.ContainsFunc(clock.tasks, func(task *stepTask) bool { return !task.done }) {
		t.Error("it runs on after it was cleared")
	}
}

func TestCalmLeadsOn(t *testing.T) {
	s, _ := calmPage(t, planState())
	var went []string
	way := func(to string) func() { return func() { went = append(went, to) } }
	s.OnBack, s.OnHelp = way("back"), way("help")
	seesNot(t, s, "[Pause]")
	s.OnPause = way("pause")
	s.Reload()
	tap(t, s, "Back")
	tap(t, s, "Help & safety")
	tap(t, s, "Pause")
	if want := []string{"back", "help", "pause"}; !slices.Equal(went, want) {
		t.Errorf("went %q, want %q", went, want)
	}
}

func TestCalmLooks(t *testing.T) {
	slipPictures(t, "calm", func(*testing.T) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := NewCalm(planState(), (&stepClock{}).after)
			s.OnPause = func() {}
			s.Reload()
			return s
		}
	})
}

func TestCalmRunningLooks(t *testing.T) {
	slipPictures(t, "calm-running", func(*testing.T) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			clock := &stepClock{}
			s := NewCalm(planState(), clock.after)
			s.begin()
			clock.pass(3 * calmStep)
			return s
		}
	})
}
