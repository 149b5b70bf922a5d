package summary

import (
	"fmt"

	"goldseam.app/data/course"
)

// linesHelped is the room for what helped and what hurt.
const linesHelped = 6

// Blank is a sheet to write on by hand: what it is called, and how its pages
// are laid out (ErrNoFont).
type Blank struct {
	Title string
	Lay   func(words Words, fonts Fonts) (Pages, error)
}

// BlankExercise is the sheet of an exercise, as Sheet lays it out.
func BlankExercise(e course.Exercise) Blank {
	return Blank{e.Title, func(words Words, fonts Fonts) (Pages, error) { return Sheet(e, words, fonts) }}
}

// BlankCheckIn is the sheet of the check-in, as CheckInSheet lays it out.
func BlankCheckIn(c course.CheckIn) Blank {
	return Blank{c.Title, func(words Words, fonts Fonts) (Pages, error) { return CheckInSheet(c, words, fonts) }}
}

// CheckInSheet lays the check-in out as a blank sheet, with numbers to circle.
// Like Sheet it carries no name and no role: it holds every question, whoever is
// to answer it.
func CheckInSheet(c course.CheckIn, words Words, fonts Fonts) (Pages, error) {
	face, err := newTypeface(fonts)
	if err != nil {
		return Pages{}, fmt.Errorf("lay the sheet out: %w", err)
	}
	s := &sheet{setter: setter{fonts: face}, w: words}
	s.title(c.Title)
	s.say(1, true, c.Intro, styleNote)
	s.line(10, s.w.say("The day I write this:"))
	s.say(10, true, s.w.say("This is about (circle one):"), styleNote)
	s.say(2, true, s.w.say("the past seven days")+"     ·     "+s.w.say("since we last sat"), styleItem)
	s.say(10, false, s.w.say("Circle one number for each line. Leave out what you like, and what does not fit you."), styleNote)
	for _, q := range c.For(course.RoleNone, course.RoleNone) {
		s.say(16, true, q.Asked(c.Partner), styleItem)
		s.scale(q.Low, q.High)
	}
	s.say(18, true, c.Helped, styleItem)
	s.rules(linesHelped)
	s.say(18, false, c.Aside, styleNote)
	return s.pages(), nil
}
