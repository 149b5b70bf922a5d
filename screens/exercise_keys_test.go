package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// tabThrough presses Tab n times and gathers the words of what was reached.
func tabThrough(c fyne.Canvas, n int) string {
	reached := ""
	for range n {
		c.FocusNext()
		switch o := c.Focused().(type) {
		case *widgets.Button:
			reached += "[" + o.Text + "]"
		case *doorButton:
			reached += "[" + o.Text + "]"
		case *widgets.TapCard:
			reached += "[" + o.Label + "]"
		case *widgets.Entry:
			reached += "<field>"
		}
	}
	return reached
}

func TestEverythingIsReachedByTab(t *testing.T) {
	sampleApp(t, widgets.Light, 1)
	f := onTheWay()
	s, _ := sitWith(t, f, "before.here")
	opened := NewOpened(f.state, shippedCourse(), journal.Reflection{Exercise: "before.here", Title: "T", At: f.now}, f.now)
	opened.OnAgree, opened.OnClose = func(course.AgreementDraft, string) {}, func() {}
	opened.Reload()
	for _, c := range []struct {
		screen fyne.CanvasObject
		want   []string
	}{
		{s, []string{"<field>", "[I've finished this part]", "[Stop here for now]", "[Hand over to Eli]", "[Pause]", "[Help & safety]", "[Skip this exercise]"}},
		{opened, []string{"[Make an agreement from this]", "[Close the exercise]"}},
		{NewPath(f, shippedCourse()), []string{"[Before the path. finished 12 November]", "[Own what happened."}},
		{stepPage(t, f, "own"), []string{"[Back to the path]", "[Say it plainly. opened]", "[Owning or excusing. not begun]"}},
		{NewToday(f, shippedCourse()), []string{"[Begin · about 30 min]", "[or choose another on the path]", "[Shared calendar for evenings out.", "[Close the sitting]"}},
	} {
		reached := tabThrough(roomFor(t, c.screen).Canvas(), 24)
		for _, want := range c.want {
			if !strings.Contains(reached, want) {
				t.Errorf("%T: Tab never reaches %s, only %s", c.screen, want, reached)
			}
		}
	}
}

func TestPromptsFollowTheRoles(t *testing.T) {
	e, _ := shippedCourse().Exercise("before.broke")
	story, _ := e.Part("story")
	for _, c := range []struct {
		role string
		fits bool
		mine string // what the holder is asked
		both bool   // both kinds of prompt
	}{
		{"repairing", true, story.PromptRepairing, false},
		{"hurt", true, story.PromptHurt, false},
		{"hurt", false, story.PromptHurt, true},
		{"unsure", false, story.PromptRepairing, true},
	} {
		f := newFakePath()
		f.role, f.fits = c.role, c.fits
		pair := rolesOf(f)
		for _, roles := range []rolePair{pair, pair.turned()} {
			asked := promptText(story, roles)
			if both := strings.Contains(asked, story.PromptRepairing) && strings.Contains(asked, story.PromptHurt); both != c.both {
				t.Errorf("%+v: asks %q", c, asked)
			}
		}
		if asked := promptText(story, pair); !strings.Contains(asked, c.mine) {
			t.Errorf("%+v: asks %q", c, asked)
		}
		o := opening(e, journal.First, pair)
		other, err := o.Render("story", journal.Second, []byte(`{"text":"words"}`))
		if err != nil || other.Words != [2]string{"", "words"} || other.Prompts[1] != promptText(story, pair.turned()) || other.Prompts[0] != "" {
			t.Errorf("%+v: the other's side is %+v, %v", c, other, err)
		}
	}
}

func TestReadingAnUnknownPartKeepsItsWords(t *testing.T) {
	e, _ := shippedCourse().Exercise("before.broke")
	opened, err := opening(e, journal.First, rolePair{}).Render("gone", journal.First, []byte(`{"text":"words"}`))
	if err != nil || opened.Words[0] != "words" {
		t.Errorf("%+v, %v", opened, err)
	}
	if a := readAnswer([]byte("no json")); !a.Empty() {
		t.Errorf("%+v", a)
	}
}
