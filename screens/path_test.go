package screens

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// onTheWay has closed the beginning and works on the first step.
func onTheWay() *fakePath {
	f := newFakePath()
	f.state.Steps = []journal.StepState{{ID: "before", Closed: sampleAt(11, 12)}}
	f.state.Done["own.plainly"] = sampleAt(11, 18)
	f.state.Sittings = []journal.Closing{{
		At: sampleAt(11, 17), Words: [2]string{"tired", "lighter"}, Next: "2026-11-22", When: "20:30",
		Small: "Eli makes the coffee on Saturday; Noor leaves the phone in the hall.",
	}}
	return f
}

func TestPathStops(t *testing.T) {
	f := onTheWay()
	stops := pathStops(shippedCourse(), f.state, sampleToday)
	if stops[0].line != "finished 12 November" || stops[0].state != widgets.NodeDone {
		t.Errorf("before: %+v", stops[0])
	}
	if stops[1].state != widgets.NodeHere || !strings.HasPrefix(stops[1].line, "you are here · 1 of 4 core exercises opened") {
		t.Errorf("own: %+v", stops[1])
	}
	if !stops[2].opens || stops[2].state != widgets.NodeLater {
		t.Errorf("talk: %+v", stops[2])
	}
}

func TestPathPlacesNeverOverlap(t *testing.T) {
	signs := []float32{21, 43, 43, 43, 43, 43, 43, 43, 21}
	for _, width := range []float32{300, 596, 684, 976, 2000} {
		for _, scale := range []float32{0.8, 1, 1.6, 2} {
			high := func(i int, width float32) float32 { return 40*scale + float32(i)*9000/max(width, 60) }
			across := make([]float32, len(signs))
			for i, sign := range signs {
				across[i] = sign * scale
			}
			places, height := pathPlaces(across, width, scale, high)
			for i, p := range places {
				if p.text.X < -1 || p.text.X+p.width > width+1 || p.text.Y+p.high > height+1 {
					t.Errorf("width %v scale %v: text %d leaves the page", width, scale, i)
				}
				if i > 0 && p.text.Y < places[i-1].text.Y+places[i-1].high && p.rightwards == places[i-1].rightwards {
					t.Errorf("width %v scale %v: text %d overlaps", width, scale, i)
				}
			}
		}
	}
}

func TestPathOpensOnlyWhatIsThere(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	s := NewPath(onTheWay(), shippedCourse())
	opened := ""
	s.OnStep = func(id string) { opened = id }
	w := roomFor(t, s)
	doors, want := 0, 0
	for _, step := range shippedCourse().Steps {
		if len(step.Exercises) > 0 {
			want++
		}
	}
	walk(s, func(o fyne.CanvasObject) {
		if _, ok := o.(*doorButton); ok {
			doors++
		}
	})
	if doors != want {
		t.Errorf("%d doors, want %d, of the steps with exercises", doors, want)
	}
	w.Canvas().Focus(s.FirstFocus())
	s.FirstFocus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "own" {
		t.Errorf("opened %q", opened)
	}
}

func TestPathLooks(t *testing.T) {
	lookAt(t, "path", func(*testing.T) fyne.CanvasObject {
		f := onTheWay()
		f.state.Steps = append(f.state.Steps, journal.StepState{ID: "own", Closed: sampleAt(11, 19)}, journal.StepState{ID: "talk", Closed: sampleAt(11, 20)})
		return NewPath(f, shippedCourse())
	})
}

func stepPage(t *testing.T, f *fakePath, id string) *Step {
	t.Helper()
	step, ok := shippedCourse().Step(id)
	if !ok {
		t.Fatal(id)
	}
	return NewStep(f, Now, step)
}

func TestStepStates(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := onTheWay()
	f.done[journal.Second] = true
	f.state.Skipped["own.heard"] = f.now
	s := stepPage(t, f, "own")
	roomFor(t, s)
	sees(t, s, "(Eli has finished)")
	f.done = map[journal.Partner]bool{}
	s.Reload()
	for _, state := range []string{"(opened)", "(skipped)", "(not begun)"} {
		sees(t, s, state)
	}
	sees(t, s, "When these are opened or skipped")
}

func TestStepWaits(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := onTheWay()
	f.shut = journal.ErrOneNight
	s := stepPage(t, f, "own")
	roomFor(t, s)
	sees(t, s, "This step opens tomorrow. One night belongs in between.")
	f.shut, f.seen = nil, false
	shown := ""
	s.OnSafety = func(step string) { shown = step }
	s.Reload()
	tap(t, s, "Read the safety page")
	if shown != "own" {
		t.Errorf("safety page of %q", shown)
	}
}

func TestStepClosesByBoth(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := onTheWay()
	f.state.Steps[0].Closed = f.now.Add(-48 * time.Hour)
	for _, e := range []string{"own.effect", "own.heard", "own.differently"} {
		f.state.Done[e] = f.now
	}
	s := stepPage(t, f, "own")
	roomFor(t, s)
	tap(t, s, "Close this step together")
	sees(t, s, "Please write one sentence")
	s.reason.Entry.SetText("We go away for three weeks.")
	tap(t, s, "Close this step together")
	if f.closed["own"] != "We go away for three weeks." {
		t.Errorf("closed %v", f.closed)
	}
	sees(t, s, "You closed this step on 22 November.")
}

func TestStepLooks(t *testing.T) {
	lookAt(t, "step", func(t *testing.T) fyne.CanvasObject { return stepPage(t, onTheWay(), "own") })
}

func TestToday(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := onTheWay()
	f.words = "one two"
	s := NewToday(f, shippedCourse())
	roomFor(t, s)
	began := ""
	s.OnExercise = func(id string) { began = id }
	sees(t, s, "Sunday 22 November")
	sees(t, s, "Good evening, Noor and Eli")
	sees(t, s, "Last Tuesday you closed with “tired” and “lighter”.")
	sees(t, s, "You sit down again today, 20:30.")
	sees(t, s, "Twelve recovery words, only for Noor")
	sees(t, s, "ends by itself Wednesday")
	seesNot(t, s, "waits for you")
	tap(t, s, "Begin · about 30 min")
	if began != "own.effect" {
		t.Errorf("began %q", began)
	}
	f.holder, f.both, f.shut = journal.Second, false, journal.ErrOneNight
	s.Reload()
	sees(t, s, "Good evening, Eli")
	sees(t, s, "waits for you")
	sees(t, s, "This step opens tomorrow.")
}

func TestTodayOfTheFirstEvening(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := newFakePath()
	f.state.Agreements, f.state.People[1], f.both = nil, journal.Person{}, false
	s := NewToday(f, shippedCourse())
	roomFor(t, s)
	sees(t, s, "Your partner can join")
	sees(t, s, "Nothing yet. Your first agreements come out of")
	sees(t, s, "Why I sat down tonight")
}

func TestTodayLooks(t *testing.T) {
	lookAt(t, "today", func(*testing.T) fyne.CanvasObject { return NewToday(onTheWay(), shippedCourse()) })
}
