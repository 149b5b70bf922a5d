package course_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"goldseam.app/data/course"
)

const (
	checkInHead = "title='T'\nintro='I'\npartner='my partner'\nhelped='H'\naside='Read Help now.'\nlink='Help'\n"
	question    = "[[questions]]\nid='safe'\ntext='I felt safe with {other}'\nlow='L'\nhigh='H'\n"
	checkIn     = checkInHead + question
)

func checkInText(c course.CheckIn) string {
	lines := []string{c.Title, c.Intro, c.Helped, c.Aside}
	for _, q := range c.Questions {
		lines = append(lines, q.Asked("Noor"), q.Low, q.High)
	}
	return strings.Join(lines, "\n")
}

func loadCheckIn(file string) (course.CheckIn, error) {
	f := files(exercise)
	f["checkin.toml"] = &fstest.MapFile{Data: []byte(file)}
	c, err := course.Load(f)
	if err != nil {
		return course.CheckIn{}, err
	}
	return c.CheckIn, nil
}

func TestCheckInSmallest(t *testing.T) {
	c, err := loadCheckIn(checkIn)
	if err != nil {
		t.Fatal(err)
	}
	q, ok := c.Question("safe")
	if !ok || q.For != course.ForBoth || q.Asked("Eli") != "I felt safe with Eli" || q.Asked(c.Partner) != "I felt safe with my partner" {
		t.Errorf("got %+v, %v", q, ok)
	}
	if _, ok := c.Question("gone"); ok {
		t.Error("there is a question that nobody wrote")
	}
	if before, after := c.AsideParts(); before != "Read " || after != " now." {
		t.Errorf("got %q and %q around the link", before, after)
	}
}

// Each row is a check-in with one thing wrong, and what the error must say.
func TestCheckInSaysWhatIsWrong(t *testing.T) {
	change := func(old, by string) string { return strings.Replace(checkIn, old, by, 1) }
	var many strings.Builder
	for i := range 11 {
		many.WriteString(strings.Replace(question, "safe", "q"+string(rune('a'+i)), 1))
	}
	for name, tc := range map[string]struct{ file, says string }{
		"line":          {change("low='L'", "low="), "checkin.toml, line 10"},
		"unknown key":   {checkIn + "colour='red'\n", `checkin.toml, line 12: unknown key "questions.colour"`},
		"no title":      {change("title='T'", "title=' '"), "checkin.toml: title is empty"},
		"no intro":      {change("intro='I'\n", ""), "intro is empty"},
		"no partner":    {change("partner='my partner'\n", ""), "partner is empty"},
		"no hint":       {change("helped='H'\n", ""), "helped is empty"},
		"no aside":      {change("aside='Read Help now.'\n", ""), "aside is empty"},
		"no link":       {change("link='Help'\n", ""), "link is empty"},
		"lost link":     {change("link='Help'", "link='Safety'"), "words of link"},
		"two links":     {change("Read Help", "Help Help"), "words of link"},
		"no text":       {change("I felt safe with {other}", ""), "checkin.toml, line 8: question \"safe\": text is empty"},
		"no low end":    {change("low='L'\n", ""), "low is empty"},
		"no high end":   {change("high='H'\n", ""), "high is empty"},
		"bad id":        {change("id='safe'", "id='Safe1'"), "line 8: question \"Safe1\": an id is lower case letters"},
		"no id":         {change("id='safe'\n", ""), "an id is lower case letters"},
		"same id":       {checkIn + question, "the id is there twice"},
		"unknown for":   {checkIn + "for='all'\n", `unknown audience "all"`},
		"other braces":  {change("{other}", "{name}"), "only word in braces"},
		"no questions":  {checkInHead, "0 questions"},
		"one side only": {checkIn + "for='hurt'\n", "0 questions"},
		"too many":      {checkInHead + many.String(), "11 questions"},
	} {
		_, err := loadCheckIn(tc.file)
		if !errors.Is(err, course.ErrCourse) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s: got %v, want %q", name, err, tc.says)
		}
	}
	f := files(exercise)
	delete(f, "checkin.toml")
	if _, err := course.Load(f); !errors.Is(err, course.ErrCourse) || !strings.Contains(fmt.Sprint(err), "checkin.toml") {
		t.Errorf("no check-in: got %v", err)
	}
}

func questionIDs(list []course.CheckInQuestion) string {
	var ids []string
	for _, q := range list {
		ids = append(ids, q.ID)
	}
	return strings.Join(ids, " ")
}

// TestEnglishCheckIn holds the ids, which journals keep, and who is asked what.
func TestEnglishCheckIn(t *testing.T) {
	c := english(t).CheckIn
	got := map[string]string{
		"all":       questionIDs(c.Questions),
		"hurt":      questionIDs(c.For(course.RoleHurt, course.RoleRepairing)),
		"repairing": questionIDs(c.For(course.RoleRepairing, course.RoleHurt)),
	}
	want := map[string]string{
		"all":       "mine did word safe heard theirs fear hope",
		"hurt":      "did word safe heard theirs fear hope",
		"repairing": "mine safe heard hope",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c.HelpLink != "Help & safety" {
		t.Errorf("the link is called %q, the page is not", c.HelpLink)
	}
}

// TestCheckInHoldsForAnySpan: nothing may name a week, because it is also asked
// about the time since the couple last sat; and each speaks of themselves.
func TestCheckInHoldsForAnySpan(t *testing.T) {
	c := english(t).CheckIn
	span := regexp.MustCompile(`(?i)\b(week|weekly|seven|today|month)\b`)
	if m := span.FindString(checkInText(c)); m != "" {
		t.Errorf("%q is not true for every span", m)
	}
	for _, q := range c.Questions {
		if !strings.HasPrefix(q.Text, "I ") || strings.HasSuffix(q.Text, ".") {
			t.Errorf("%s: %q is not what one says of oneself", q.ID, q.Text)
		}
	}
}

// TestCheckInForEveryPair: whatever the two chose, each gets four to eight
// questions, in the one order; two who don't fit get every question, the same.
func TestCheckInForEveryPair(t *testing.T) {
	c := english(t).CheckIn
	roles := rapid.SampledFrom([]course.Role{course.RoleNone, course.RoleRepairing, course.RoleHurt, course.RoleBoth, course.RoleUnsure})
	rapid.Check(t, func(t *rapid.T) {
		mine, other := roles.Draw(t, "mine"), roles.Draw(t, "other")
		asked, theirs := c.For(mine, other), c.For(other, mine)
		if len(asked) < 4 || len(asked) > 8 {
			t.Fatalf("%d questions", len(asked))
		}
		place := -1
		for _, q := range asked {
			at := slices.Index(c.Questions, q)
			if at <= place {
				t.Fatalf("%s is out of order", q.ID)
			}
			place = at
		}
		fit := mine == course.RoleHurt && other == course.RoleRepairing || mine == course.RoleRepairing && other == course.RoleHurt
		if same := questionIDs(asked) == questionIDs(theirs); same == fit {
			t.Fatalf("the same questions: %v, the roles fit: %v", same, fit)
		}
		if !fit && len(asked) != len(c.Questions) {
			t.Fatalf("%d of %d questions", len(asked), len(c.Questions))
		}
		if all := append(questionsOf(asked), questionsOf(theirs)...); len(compact(all)) != len(c.Questions) {
			t.Fatalf("the two together are asked %v", all)
		}
	})
}

func questionsOf(list []course.CheckInQuestion) []string { return strings.Fields(questionIDs(list)) }

func compact(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func FuzzCheckIn(f *testing.F) {
	f.Add(checkIn)
	f.Add(checkInHead + "[[questions]]\nid='safe'\nfor='hurt'\n")
	f.Fuzz(func(t *testing.T, file string) {
		c, err := loadCheckIn(file)
		if err != nil && !errors.Is(err, course.ErrCourse) {
			t.Errorf("error of another kind: %v", err)
		}
		if err == nil && len(c.For(course.RoleNone, course.RoleNone)) == 0 {
			t.Error("a check-in that asks nothing")
		}
	})
}
