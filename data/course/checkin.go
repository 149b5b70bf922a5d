package course

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// maxQuestions is how many questions a check-in asks of one partner at most.
const maxQuestions = 10

// otherPartner is the place in a question where the other partner's name goes.
const otherPartner = "{other}"

// CheckIn is what both partners are asked now and then, each alone: questions
// answered from 0 to MaxLevel, and one line. Its words hold for the past seven
// days as well as for the time since the couple last sat.
type CheckIn struct {
	Title     string            `toml:"title"`
	Intro     string            `toml:"intro"`
	Partner   string            `toml:"partner"` // stands for the other's name where no name may be
	Questions []CheckInQuestion `toml:"questions"`
	Helped    string            `toml:"helped"` // the hint in the one line to write
	Aside     string            `toml:"aside"`  // a question that nobody answers; holds HelpLink once
	HelpLink  string            `toml:"link"`   // the words of Aside that lead to Help & safety
}

// CheckInQuestion is answered from 0, which means Low, to MaxLevel, which means
// High. A high number is not always good news: one question may be about fear.
type CheckInQuestion struct {
	ID   string   `toml:"id"` // stored in journals: never changed
	Text string   `toml:"text"`
	Low  string   `toml:"low"`
	High string   `toml:"high"`
	For  Audience `toml:"for"`
}

// For returns the questions of the partner whose role is mine, in order. When
// the two roles don't fit together, both partners get all of them.
func (c CheckIn) For(mine, other Role) []CheckInQuestion {
	var asked []CheckInQuestion
	for _, q := range c.Questions {
		if q.For.meant(mine, other) {
			asked = append(asked, q)
		}
	}
	return asked
}

// Question returns the question with the id, if the check-in has it. A journal
// may hold answers to questions that a course of one's own leaves out.
func (c CheckIn) Question(id string) (CheckInQuestion, bool) {
	i := slices.IndexFunc(c.Questions, func(q CheckInQuestion) bool { return q.ID == id })
	if i < 0 {
		return CheckInQuestion{}, false
	}
	return c.Questions[i], true
}

// Asked is the text of the question about the other partner: by name, or as
// CheckIn.Partner where no name may be.
func (q CheckInQuestion) Asked(other string) string {
	return strings.ReplaceAll(q.Text, otherPartner, other)
}

// AsideParts is Aside cut at HelpLink: what stands before the link and after it.
func (c CheckIn) AsideParts() (before, after string) {
	before, after, _ = strings.Cut(c.Aside, c.HelpLink)
	return before, after
}

func (c *Course) loadCheckIn(fsys fs.FS) error {
	if err := decode(fsys, checkInFile, &c.CheckIn); err != nil {
		return err
	}
	for i := range c.CheckIn.Questions {
		if q := &c.CheckIn.Questions[i]; q.For == "" {
			q.For = ForBoth
		}
	}
	if err := checkCheckIn(c.CheckIn); err != nil {
		return place(fsys, checkInFile, err)
	}
	return nil
}

func checkCheckIn(c CheckIn) error {
	err := filled("title", c.Title, "intro", c.Intro, "partner", c.Partner, "helped", c.Helped, "aside", c.Aside, "link", c.HelpLink)
	if err != nil {
		return err
	}
	if strings.Count(c.Aside, c.HelpLink) != 1 {
		return errors.New("the words of link must be in aside, once")
	}
	for i, q := range c.Questions {
		if err := checkQuestion(q, c.Questions[:i]); err != nil {
			return &problem{near: q.ID, err: fmt.Errorf("question %q: %w", q.ID, err)}
		}
	}
	return checkAsked(c)
}

func checkQuestion(q CheckInQuestion, before []CheckInQuestion) error {
	switch {
	case !stepID.MatchString(q.ID):
		return errors.New("an id is lower case letters")
	case slices.ContainsFunc(before, func(o CheckInQuestion) bool { return o.ID == q.ID }):
		return errors.New("the id is there twice")
	case !q.For.known():
		return fmt.Errorf("unknown audience %q", q.For)
	case strings.ContainsAny(q.Asked(""), "{}"):
		return fmt.Errorf("%s is the only word in braces", otherPartner)
	}
	return filled("text", q.Text, "low", q.Low, "high", q.High)
}

// checkAsked wants something to ask of each of two partners, and not too much.
func checkAsked(c CheckIn) error {
	for _, asked := range [][]CheckInQuestion{c.For(RoleHurt, RoleRepairing), c.For(RoleRepairing, RoleHurt), c.For(RoleNone, RoleNone)} {
		if len(asked) == 0 || len(asked) > maxQuestions {
			return fmt.Errorf("%d questions for one partner, between 1 and %d wanted", len(asked), maxQuestions)
		}
	}
	return nil
}
