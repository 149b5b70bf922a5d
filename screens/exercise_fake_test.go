package screens

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/wording"
)

var (
	_ ExerciseJournal = (*journal.Journal)(nil)
	_ StepJournal     = (*journal.Journal)(nil)
	_ TodayJournal    = (*journal.Journal)(nil)
	_ PathJournal     = (*journal.Journal)(nil)
	_ Hinter          = (*wording.Hints)(nil)
)

// fakePath is the part of a journal that the path, a step, an exercise and
// today need, in memory.
type fakePath struct {
	state  journal.State
	holder journal.Partner
	both   bool
	role   string
	fits   bool
	drafts map[journal.Partner]map[string]journal.Draft
	done   map[journal.Partner]bool
	closed map[string]string // steps, with why sooner
	shut   error             // what StepOpen says
	seen   bool
	ready  map[string]bool
	words  string
	err    error
	now    time.Time
	stand  journal.CheckInStand
	alone  bool // has been carrying it alone
}

func newFakePath() *fakePath {
	state := sampleState()
	state.Done, state.Skipped = map[string]time.Time{}, map[string]time.Time{}
	state.Began = sampleAt(11, 8)
	state.People[1].Joined = sampleAt(11, 8)
	return &fakePath{
		state: state, holder: journal.First, both: true, role: "repairing", fits: true, seen: true,
		drafts: map[journal.Partner]map[string]journal.Draft{journal.First: {}, journal.Second: {}},
		ready:  map[string]bool{},
		done:   map[journal.Partner]bool{}, closed: map[string]string{}, now: sampleAt(11, 22),
	}
}

func (f *fakePath) State() journal.State          { return f.state }
func (f *fakePath) Now() time.Time                { return f.now }
func (f *fakePath) Holder() journal.Partner       { return f.holder }
func (f *fakePath) Both() bool                    { return f.both }
func (f *fakePath) Here(p journal.Partner) bool   { return f.both || p == f.holder }
func (f *fakePath) Role() (string, bool)          { return f.role, f.fits }
func (f *fakePath) StepOpen(string) error         { return f.shut }
func (f *fakePath) SafetySeen(string) bool        { return f.seen }
func (f *fakePath) RecoveryWords() (string, bool) { return f.words, f.words != "" }
func (f *fakePath) Carrying() bool                { return f.alone }

func (f *fakePath) CheckIns() journal.CheckInStand { return f.stand }

func (f *fakePath) Present() []journal.Partner {
	if f.both {
		return []journal.Partner{journal.First, journal.Second}
	}
	return []journal.Partner{f.holder}
}

func (f *fakePath) Drafts(exercise string) []journal.Draft {
	var all []journal.Draft
	for _, d := range f.drafts[f.holder] {
		if d.Exercise == exercise {
			all = append(all, d)
		}
	}
	return all
}

func (f *fakePath) SaveDraft(_ context.Context, d journal.Draft) (journal.Draft, error) {
	if f.err != nil {
		return d, f.err
	}
	d.Revision++
	f.drafts[f.holder][d.Part] = d
	return d, nil
}

func (f *fakePath) Finish(context.Context, string) error {
	f.done[f.holder] = true
	return f.err
}

func (f *fakePath) TakeBack(context.Context, string) error {
	f.done[f.holder] = false
	return f.err
}

func (f *fakePath) Progress(exercise string) journal.Progress {
	_, opened := f.state.Done[exercise]
	_, skipped := f.state.Skipped[exercise]
	begun := slices.ContainsFunc(f.Drafts(exercise), func(d journal.Draft) bool { return !d.Private })
	return journal.Progress{Begun: begun, Finished: f.done[f.holder], Theirs: f.done[f.holder.Other()], Opened: opened, Skipped: skipped}
}

func (f *fakePath) OpenTogether(_ context.Context, o journal.Opening) (journal.Reflection, error) {
	r := journal.Reflection{ID: "r", Exercise: o.Exercise, Title: o.Title, Version: o.Version, At: f.now}
	e, _ := shippedCourse().Exercise(o.Exercise)
	for _, part := range e.Parts {
		opened, any := journal.OpenedPart{Part: part.ID}, false
		for side, p := range []journal.Partner{journal.First, journal.Second} {
			d, ok := f.drafts[p][part.ID]
			if !ok || d.Private {
				continue
			}
			mine, err := o.Render(part.ID, p, d.Answer)
			if err != nil {
				return r, err
			}
			any = true
			opened.Prompts[side], opened.Words[side] = mine.Prompts[side], mine.Words[side]
			delete(f.drafts[p], part.ID)
		}
		if any {
			r.Parts = append(r.Parts, opened)
		}
	}
	f.done = map[journal.Partner]bool{}
	f.state.Reflections = append(f.state.Reflections, r)
	f.state.Done[o.Exercise] = f.now
	return r, f.err
}

func (f *fakePath) CloseExercise(_ context.Context, exercise, _ string, _ int) error {
	f.state.Done[exercise] = f.now
	return f.err
}

func (f *fakePath) MarkGuess(context.Context, string, string, string) error { return f.err }

func (f *fakePath) Skip(_ context.Context, exercise, _ string) error {
	f.state.Skipped[exercise] = f.now
	return f.err
}

func (f *fakePath) SetReady(_ context.Context, step string, ready bool) error {
	f.ready[step] = ready
	return f.err
}

func (f *fakePath) CloseStep(_ context.Context, step, _, sooner string) error {
	if f.err == nil {
		f.closed[step] = sooner
		f.state.Steps = append(f.state.Steps, journal.StepState{ID: step, Closed: f.now, Sooner: sooner})
	}
	return f.err
}

// write keeps a draft for a partner.
func (f *fakePath) write(p journal.Partner, exercise, part string, a course.Answer) {
	kept, _ := json.Marshal(a)
	f.drafts[p][part] = journal.Draft{Exercise: exercise, Part: part, Revision: 1, Answer: kept}
}

// wrote gives what the holder's draft of a part says.
func (f *fakePath) wrote(part string) course.Answer {
	return readAnswer(f.drafts[f.holder][part].Answer)
}

// shippedCourse is the course as it is built in.
var shippedCourse = sync.OnceValue(func() *course.Course {
	c, err := course.Load(os.DirFS("../assets/course/en"))
	if err != nil {
		panic(err)
	}
	return c
})

func sampleHints(t *testing.T) *wording.Hints {
	t.Helper()
	h, err := wording.Load(os.DirFS("../assets/wording"), "en")
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// pathClock is time and timers that a test moves.
type pathClock struct {
	stepClock
	began time.Time
}

func (c *pathClock) Now() time.Time { return c.began.Add(c.now) }

// sitWith makes an exercise screen for a fake journal.
func sitWith(t *testing.T, f *fakePath, id string) (*Exercise, *pathClock) {
	t.Helper()
	c := shippedCourse()
	e, ok := c.Exercise(id)
	if !ok {
		t.Fatalf("no exercise %q", id)
	}
	clock := &pathClock{began: f.now}
	s := NewExercise(ExerciseSetup{
		Journal: f, Course: c, Exercise: e, Hints: sampleHints(t), Later: Now, After: clock.after, Now: clock.Now,
	})
	return s, clock
}

// roomFor gives the test a window at the size of the content.
func roomFor(t *testing.T, screen fyne.CanvasObject) fyne.Window {
	t.Helper()
	return sampleWindow(t, screen, 1064, 800)
}

func (f *fakePath) Erase(_ context.Context, _, part string) error {
	delete(f.drafts[f.holder], part)
	return f.err
}

func (f *fakePath) Share(_ context.Context, o journal.Opening, part string) (journal.Reflection, error) {
	d := f.drafts[f.holder][part]
	opened, err := o.Render(part, f.holder, d.Answer)
	if err != nil {
		return journal.Reflection{}, err
	}
	delete(f.drafts[f.holder], part)
	r := journal.Reflection{ID: "shared", Exercise: o.Exercise, Title: o.Title, At: f.now, Parts: []journal.OpenedPart{opened}, SharedBy: f.holder}
	f.state.Reflections = append(f.state.Reflections, r)
	return r, f.err
}
