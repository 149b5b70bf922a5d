package screens

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/chart"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// stripBars is how many bars say how much happened when.
const stripBars = 72

// showStrip fills the strip with the whole time, whatever filter and search let
// through. Without a moment there is none.
func (s *Timeline) showStrip() {
	t, some := s.wholeTime()
	showIf(s.strip, some)
	if some {
		s.strip.SetTime(t)
	}
}

// wholeTime is each partner's line of one question, or how much happened when,
// as long as no check-in was opened. Nothing is added up: see stripQuestion.
func (s *Timeline) wholeTime() (t widgets.OverviewTime, some bool) {
	for _, m := range s.state.Moments {
		if momentShown(m.Kind) {
			t.From, t.To = spanWith(t.From, t.To, int(math.Floor(dayTime(m.At))), some)
			some = true
		}
	}
	if !some {
		return t, false
	}
	question, answered := stripQuestion(s.state)
	if !answered {
		t.Bars = s.density(t.From, t.To)
		return t, true
	}
	t.Caption = bothText(s.state, question.Text)
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		t.Names[i] = callName(s.state, p)
		for _, a := range s.state.Answers(p, question.ID) {
			if a.Day.Valid() {
				t.Lines[i] = append(t.Lines[i], chart.Point{Day: dayNumber(a.Day), Value: a.Value, Answered: a.Answered})
				t.From, t.To = spanWith(t.From, t.To, dayNumber(a.Day), true)
			}
		}
	}
	return t, true
}

// spanWith widens a span of days by one more day.
func spanWith(from, to, day int, begun bool) (first, last int) {
	if !begun {
		return day, day
	}
	return min(from, day), max(to, day)
}

// stripQuestion picks the one question whose two lines the strip shows: the one
// that both answered most often, then the one answered most often at all, then
// the one that came up first. So it is a line of what each of them said, in
// their own numbers; no question is weighed, and none is mixed with another.
func stripQuestion(s journal.State) (question journal.Asked, answered bool) {
	most := [2]int{}
	for _, q := range s.Questions() {
		first, second := answersIn(s.Answers(journal.First, q.ID)), answersIn(s.Answers(journal.Second, q.ID))
		count := [2]int{min(first, second), first + second}
		if count[0] > most[0] || count[0] == most[0] && count[1] > most[1] {
			question, most, answered = q, count, true
		}
	}
	return question, answered
}

func answersIn(line []journal.Answer) int {
	count := 0
	for _, a := range line {
		if a.Answered {
			count++
		}
	}
	return count
}

// bothText words a question for both: each was asked it with the other's name.
func bothText(s journal.State, text string) string {
	for _, person := range s.People {
		if at := wordIn(text, person.Name); at >= 0 {
			return text[:at] + lang.L("my partner") + text[at+len(person.Name):]
		}
	}
	return text
}

// wordIn finds a name that is not a part of another word; -1 for none.
func wordIn(text, name string) int {
	at := strings.Index(text, name)
	if name == "" || at < 0 {
		return -1
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+len(name):])
	if unicode.IsLetter(before) || unicode.IsLetter(after) {
		return -1
	}
	return at
}

// stripDay says a day below the strip; where there is little room, in short.
func (s *Timeline) stripDay(number int) string {
	if s.strip.Low {
		return shortDay(numberedDay(number), s.today)
	}
	return longDay(numberedDay(number), s.today)
}

// density counts the moments in each of some equal parts of the time.
func (s *Timeline) density(from, to int) []int {
	bars := make([]int, stripBars)
	for _, m := range s.state.Moments {
		if momentShown(m.Kind) {
			part := (dayTime(m.At) - float64(from)) / float64(to+1-from)
			bars[min(max(int(part*stripBars), 0), stripBars-1)]++
		}
	}
	return bars
}

// showWindow tells the strip which moments are in sight.
func (s *Timeline) showWindow() {
	s.seen = s.list.GetScrollOffset()
	newest, oldest, some := s.inSight()
	if !some {
		s.strip.HideWindow()
		return
	}
	s.strip.SetWindow(float64(s.dayOf(oldest)), s.timeAt(s.middle()), float64(s.dayOf(newest)))
}

// inSight tells the first and the last row that show.
func (s *Timeline) inSight() (newest, oldest int, some bool) {
	high, pitch := s.list.Size().Height, s.pitch()
	if len(s.rows) == 0 || high <= 0 {
		return 0, 0, false
	}
	last := len(s.rows) - 1
	newest = min(int(s.seen/pitch), last)
	return newest, min(int((s.seen+high-1)/pitch), last), true
}

// shownText says what the strip is about, and which time is in sight.
func (s *Timeline) shownText() string {
	text := lang.L("The whole time at a glance")
	if caption := s.strip.Time().Caption; caption != "" {
		text += " · " + caption
	}
	newest, oldest, some := s.inSight()
	if !some {
		return text
	}
	from, to := journal.DayOf(s.moment(oldest).At), journal.DayOf(s.moment(newest).At)
	if from == to {
		return text + " · " + lang.L("in sight: {{.Day}}", map[string]any{"Day": longDay(to, s.today)})
	}
	return text + " · " + lang.L("in sight: {{.From}} to {{.To}}",
		map[string]any{"From": longDay(from, s.today), "To": longDay(to, s.today)})
}
