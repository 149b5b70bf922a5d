package summary

import (
	"fmt"
	"strconv"

	"goldseam.app/data/course"
)

// How many ruled lines a sheet gives.
const (
	linesWrite  = 9
	linesPiece  = 4
	linesLetter = 24
	linesDay    = 2
	ruleHeight  = 25.0 // points; room for handwriting
	boxSide     = 9.0
)

// Sheet lays an exercise out as a blank sheet to write on by hand, for a partner
// who is elsewhere. It carries no name and no role: where the two would be asked
// different things it asks both, so that it gives nothing away.
func Sheet(e course.Exercise, words Words, fonts Fonts) (Pages, error) {
	face, err := newTypeface(fonts)
	if err != nil {
		return Pages{}, fmt.Errorf("lay the sheet out: %w", err)
	}
	s := &sheet{setter: setter{fonts: face}, w: words}
	s.top(e)
	for _, p := range e.Parts {
		s.part(p)
	}
	return s.pages(), nil
}

// sheet turns what is asked into rows with room for handwriting.
type sheet struct {
	setter
	w Words
}

// pages are the rows on paper, each page with the closing line.
func (s *sheet) pages() Pages {
	p := paginate(s.rows)
	s.feet(&p, Document{
		Close: s.w.say("A blank sheet. What is on it belongs to whoever wrote it."),
		PageOf: func(page, of int) string {
			return s.w("Page {{.Page}} of {{.Of}}", map[string]any{"Page": page, "Of": of})
		},
	})
	return p
}

func (s *sheet) say(before float64, keep bool, text string, st style) {
	if text = clean(text); text != "" {
		s.text(text, full(before, keep), st)
	}
}

func (s *sheet) title(text string) {
	title := full(2, true, span{cleanLine(text), styleTitle})
	title.leading = 33
	s.set(title)
}

func (s *sheet) top(e course.Exercise) {
	s.say(0, true, s.w("about {{.Minutes}} min", map[string]any{"Minutes": e.Minutes}), styleLabel)
	s.title(e.Title)
	s.say(1, true, e.Purpose, styleNote)
	s.line(10, s.w.say("The day I write this:"))
	s.say(12, false, e.Why, styleBody)
	for i, how := range e.How {
		s.say(4, false, strconv.Itoa(i+1)+". "+how, styleBody)
	}
	s.say(8, false, e.Skip, styleNote)
}

// part sets what is asked and leaves room to answer it.
func (s *sheet) part(p course.Part) {
	title := full(26, true, span{cleanLine(p.Title), styleSection})
	title.leading = 22
	s.set(title)
	if p.Private {
		s.say(0, true, s.w.say("Only for you."), styleNote)
	}
	for _, prompt := range p.PromptFor(course.RoleNone, course.RoleNone) {
		s.say(2, true, prompt, styleBody)
	}
	for _, also := range p.AlsoFor(nil) {
		s.say(2, true, also, styleBody)
	}
	s.say(2, true, p.Guess, styleBody)
	s.room(p)
}

// room is the space for an answer of this kind.
func (s *sheet) room(p course.Part) {
	switch p.Kind {
	case course.Read, course.Turns:
		s.reading(p)
	case course.Choose:
		s.choices(p)
	case course.Sort:
		s.cards(p)
	case course.Scale:
		s.scale(p.Low, p.High)
	case course.Compose:
		s.pieces(p.Pieces)
	case course.Practise:
		s.days(p)
	case course.Letter:
		s.rules(linesLetter)
	case course.Agree:
		s.say(4, true, p.Draft.Text, styleBody)
		s.rules(linesPiece)
	default:
		s.writing(p)
	}
}

func (s *sheet) reading(p course.Part) {
	for _, t := range p.Text {
		s.say(6, false, t, styleBody)
	}
	for _, t := range append(p.Lines, p.Rules...) {
		s.say(4, false, "– "+t, styleBody)
	}
	if p.Pair != nil {
		s.say(6, false, s.w.say("This helps")+": "+p.Pair.Helps, styleBody)
		s.say(4, false, s.w.say("This hurts")+": "+p.Pair.Hurts, styleBody)
	}
}

func (s *sheet) writing(p course.Part) {
	switch {
	case len(p.Deck) > 0:
		s.pieces(p.Dealt(0).Pieces)
	case len(p.Labels) > 0:
		for _, label := range p.Labels {
			s.say(8, true, label, stylePart)
			s.rules(linesPiece)
		}
	default:
		s.rules(linesWrite)
	}
}

func (s *sheet) pieces(pieces []course.Piece) {
	for _, piece := range pieces {
		for _, prompt := range piece.PromptFor(course.RoleNone, course.RoleNone) {
			s.say(10, true, prompt, stylePart)
		}
		s.rules(linesPiece)
	}
}

func (s *sheet) choices(p course.Part) {
	family := ""
	for _, c := range p.Choices {
		if c.Family != family {
			family = c.Family
			s.say(8, true, family, stylePart)
		}
		s.box(c.Text)
	}
	s.box(s.w.say("Something else"))
	s.rules(1)
}

// cards have two boxes each, one for each pile.
func (s *sheet) cards(p course.Part) {
	s.say(4, true, p.Piles[0]+" · "+p.Piles[1], stylePart)
	for _, c := range p.Cards {
		s.box(c.Text, p.Piles[0], p.Piles[1])
	}
}

// box sets a line with a box to tick at its left, or one for each of the piles
// below it.
func (s *sheet) box(text string, piles ...string) {
	indent := block{x: 18, width: textWidth - 18, leading: bodyLead, before: 5, keep: len(piles) > 0}
	first := len(s.rows)
	s.text(clean(text), indent, styleBody)
	if len(piles) == 0 {
		s.tick(first, 0)
		return
	}
	indent.before, indent.keep = 0, false
	first = len(s.rows)
	s.text(clean(piles[0]), indent, styleNote)
	s.tick(first, 0)
	second := setter{fonts: s.fonts}
	half := textWidth / 2
	second.text(clean(piles[1]), block{x: half + 18, width: half - 18, leading: bodyLead}, styleNote)
	s.rows[first].texts = append(s.rows[first].texts, second.rows[0].texts...)
	s.tick(first, half)
}

// tick draws an empty box at the head of a row.
func (s *sheet) tick(i int, x float64) {
	left, top := marginSide+x, 2.5
	s.rows[i].shapes = append(s.rows[i].shapes, Shape{Kind: Rect, X1: left, Y1: top, X2: left + boxSide, Y2: top + boxSide, Width: 0.9, Fill: InkPaper, Stroke: InkMuted})
}

// scale is a row of numbers to circle, with what its ends mean.
func (s *sheet) scale(low, high string) {
	numbers := row{before: 8, height: 22, keep: true}
	step := textWidth / (course.MaxLevel + 1)
	for level := range course.MaxLevel + 1 {
		line := s.fonts.letters([]span{{strconv.Itoa(level), styleSection}})
		numbers.texts = append(numbers.texts, place(line, marginSide+float64(level)*step, 16)...)
	}
	s.rows = append(s.rows, numbers)
	s.say(0, false, "0 = "+low+" · 10 = "+high, styleNote)
}

func (s *sheet) days(p course.Part) {
	s.say(4, true, p.Report, styleBody)
	if p.Daily {
		for day := range p.Days {
			s.say(6, true, s.w("day {{.Day}} of {{.Of}}", map[string]any{"Day": day + 1, "Of": p.Days}), stylePart)
			s.rules(linesDay)
		}
	}
	s.say(8, true, s.w.say("Looking back on these days"), stylePart)
	s.rules(linesPiece)
}

// rules draws lines to write on.
func (s *sheet) rules(n int) {
	for i := range n {
		s.rows = append(s.rows, row{
			height: ruleHeight, keep: i == 0 && n > 1,
			shapes: []Shape{{Kind: Line, X1: marginSide, Y1: ruleHeight - 3, X2: marginSide + textWidth, Y2: ruleHeight - 3, Width: 0.6, Stroke: InkMuted}},
		})
	}
}

// line is a label with a short line after it.
func (s *sheet) line(before float64, label string) {
	s.say(before, true, label, styleNote)
	s.rules(1)
}
