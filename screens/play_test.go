package screens

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens/widgets"
)

// player leads a real couple with a real file through exercises, as two people
// at one laptop would.
type player struct {
	*testing.T
	j      *journal.Journal
	course *course.Course
	clock  *pathClock
	window fyne.Window
	screen *Exercise
	codes  map[journal.Partner]string
	played map[journal.Partner]map[string]bool // parts of the exercise that were answered
}

// pairs are the roles that the play goes through (the first partner's, the second's).
var pairs = [][2]course.Role{
	{course.RoleRepairing, course.RoleHurt},
	{course.RoleHurt, course.RoleRepairing},
	{course.RoleBoth, course.RoleBoth},
	{course.RoleHurt, course.RoleHurt},
	{course.RoleRepairing, course.RoleRepairing},
	{course.RoleUnsure, course.RoleRepairing},
	{course.RoleUnsure, course.RoleHurt},
	{course.RoleUnsure, course.RoleBoth},
	{course.RoleUnsure, course.RoleUnsure},
}

func newPlayer(t *testing.T, roles [2]course.Role) *player {
	t.Helper()
	t.Cleanup(vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1}))
	p := &player{T: t, course: shippedCourse(), clock: &pathClock{began: sampleAt(1, 4)}, codes: map[journal.Partner]string{journal.First: "1203", journal.Second: "4417"}}
	opt := journal.Options{Now: p.clock.Now}
	j, _, err := journal.Create(t.Context(), filepath.Join(t.TempDir(), "play.goldseam"), opt, journal.Newcomer{
		Name: "Noor", Passphrase: "north wind and bread", Code: p.codes[journal.First], Role: string(roles[0]),
	})
	p.must(err)
	t.Cleanup(func() { _ = j.Close() })
	_, err = j.Join(t.Context(), journal.Newcomer{Name: "Eli", Colour: 1, Passphrase: "seven slow tides", Code: p.codes[journal.Second], Role: string(roles[1])})
	p.must(err)
	p.j = j
	sampleApp(t, widgets.Light, 1)
	p.window = test.NewTempWindow(t, newPlace())
	p.window.Resize(fyne.NewSize(1064, 800))
	return p
}

func (p *player) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// hold hands the laptop over.
func (p *player) hold(who journal.Partner) {
	if p.j.Holder() != who {
		p.must(p.j.TakeOver(who, p.codes[who]))
	}
}

func (p *player) days(n int) { p.clock.pass(time.Duration(n) * 24 * time.Hour) }

// sit shows an exercise to whoever holds the laptop.
func (p *player) sit(e course.Exercise) {
	if p.screen != nil {
		p.screen.Clear()
	}
	p.screen = NewExercise(ExerciseSetup{
		Journal: p.j, Course: p.course, Exercise: e, Later: Now, After: p.clock.after, Now: p.clock.Now,
	})
	p.window.SetContent(p.screen)
}

// TestEveryExerciseIsPlayed goes through the whole course with each pair of
// roles, and looks at what every exercise leaves behind.
func TestEveryExerciseIsPlayed(t *testing.T) {
	for _, roles := range pairs {
		t.Run(fmt.Sprintf("%s and %s", roles[0], roles[1]), func(t *testing.T) {
			p := newPlayer(t, roles)
			for _, step := range p.course.Steps {
				p.step(step)
			}
			faults, err := p.j.Check(t.Context())
			if p.must(err); len(faults) > 0 {
				t.Errorf("the journal is not whole: %v", faults)
			}
		})
	}
}

func (p *player) step(step course.Step) {
	p.days(1)
	if step.NeedsReady {
		for _, who := range []journal.Partner{journal.First, journal.Second} {
			p.hold(who)
			p.must(p.j.SetReady(p.Context(), step.ID, true))
		}
	}
	p.must(p.j.StepOpen(step.ID))
	for _, e := range step.Exercises {
		p.exercise(e)
	}
	if step.ID != journal.StepAfter {
		p.must(p.j.CloseStep(p.Context(), step.ID, step.Title, "We both want to go on."))
	}
}

// exercise is played by both, opened, and gone on with to its end.
func (p *player) exercise(e course.Exercise) {
	p.Helper()
	p.played = map[journal.Partner]map[string]bool{journal.First: {}, journal.Second: {}}
	for _, who := range []journal.Partner{journal.First, journal.Second} {
		p.hold(who)
		p.sit(e)
		p.parts(e, who)
	}
	if !opens(e) {
		p.closed(e)
		return
	}
	p.screen.open()
	p.left(e)
	for len(laterParts(e)) > 0 && p.screen.later == false {
		p.screen.goOn(laterParts(e), p.clock.Now())
	}
	for p.screen.later && p.screen.playing {
		p.screen.donePart()
	}
}

// parts answers each part that the holder sees, from the first to the last.
func (p *player) parts(e course.Exercise, who journal.Partner) {
	p.Helper()
	want := len(ownParts(p.screen.exercise, p.screen.roles))
	for n := 0; p.screen.playing; n++ {
		if n >= want {
			p.Fatalf("%s: part %s does not end: %q", e.ID, p.screen.parts[p.screen.index].ID, p.screen.line.Text.Text)
		}
		part := p.screen.parts[p.screen.index]
		p.answer(part, who)
		p.screen.donePart()
	}
}

// answer puts something into a part as its writer would.
func (p *player) answer(part course.Part, who journal.Partner) {
	p.Helper()
	words := fmt.Sprintf("Words of partner %d in %s.", who, part.ID)
	p.played[who][part.ID] = true
	switch v := p.screen.view.(type) {
	case *writePart:
		v.field.SetText(words)
	case *composePart:
		for _, field := range v.fields {
			field.SetText(words)
		}
	case *choosePart:
		if v.options != nil {
			v.pick(0)
			return
		}
		v.tick(part.Choices[0].ID, true)
	case *scalePart:
		v.scale.SetValue(4)
		level := 4
		p.screen.changed(course.Answer{Level: &level})
	case *sortPart:
		for !v.over() {
			v.sort(course.PileLeft)
			v.next()
		}
	case *listPart:
		v.fields[0].SetText(words)
		v.label(0, 0)
	case *deckPart:
		for _, field := range v.fields {
			field.SetText(words)
		}
	case *practisePart:
		p.practise(v, words, who)
	default:
		delete(p.played[who], part.ID)
	}
}

// practise lets the days of a practice go by, with a line on the first of them
// and one on its last look.
func (p *player) practise(v *practisePart, words string, who journal.Partner) {
	p.Helper()
	v.begin()
	v.field.SetText(words)
	if v.waits() == "" {
		p.Errorf("%s: a practice that has just begun is over", v.part.ID)
	}
	p.screen.Flush(func() {})
	p.days(v.part.Days)
	p.sit(p.screen.exercise)
	again, ok := p.screen.view.(*practisePart)
	if !ok || p.j.Holder() != who {
		p.Fatalf("%s: after its days the practice is not shown", v.part.ID)
	}
	again.field.SetText(words)
}

// left looks at what the opening left behind: the words of both, in the parts
// that they answered, and nothing of what is private.
func (p *player) left(e course.Exercise) {
	p.Helper()
	r, ok := lastReflection(p.j.State(), e.ID)
	if !ok {
		p.Fatalf("%s: nothing was opened: %q", e.ID, p.screen.line.Text.Text)
	}
	for side, who := range []journal.Partner{journal.First, journal.Second} {
		for _, part := range e.Parts {
			shown := strings.TrimSpace(openedWords(r, part.ID, side))
			wants := p.played[who][part.ID] && !part.Private
			if wants != (shown != "") {
				p.Errorf("%s: part %s, side %d: opened %q, answered and open: %v", e.ID, part.ID, side, shown, wants)
			}
		}
	}
	for _, part := range e.Parts {
		if part.Keeps != "" && !hasPlan(p.j.State(), part.Keeps) {
			p.Errorf("%s: there is no %s", e.ID, part.Keeps)
		}
	}
}

func hasPlan(state journal.State, kind string) bool {
	for _, plan := range state.Plans() {
		if plan.Kind == kind {
			return true
		}
	}
	return false
}

// openedWords are one side's words in a part of a reflection.
func openedWords(r journal.Reflection, part string, side int) string {
	for _, opened := range r.Parts {
		if opened.Part == part {
			return opened.Words[side]
		}
	}
	return ""
}

// closed ends an exercise in which nothing is opened; own words stay sealed.
func (p *player) closed(e course.Exercise) {
	p.Helper()
	p.must(p.j.CloseExercise(p.Context(), e.ID, e.Title, e.Version))
	for _, who := range []journal.Partner{journal.First, journal.Second} {
		p.hold(who)
		if got, want := len(p.j.Drafts(e.ID)), len(p.played[who]); got != want {
			p.Errorf("%s: %d own texts are kept, want %d", e.ID, got, want)
		}
	}
	if _, ok := p.j.State().Done[e.ID]; !ok {
		p.Errorf("%s is not done", e.ID)
	}
}
