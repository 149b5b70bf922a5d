package screens

import (
	"encoding/json"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

var (
	_ CheckInAnswerJournal = (*journal.Journal)(nil)
	_ CheckInsJournal      = (*journal.Journal)(nil)
)

// checkInCouple is Noor and Eli with a real file; it is 22 November unless days
// went by.
func checkInCouple(t *testing.T) *player {
	t.Helper()
	p := newPlayer(t, [2]course.Role{course.RoleRepairing, course.RoleHurt})
	p.until("2026-11-22")
	p.hold(journal.First)
	return p
}

// until lets the days go by up to one.
func (p *player) until(day journal.Day) { p.days(p.j.Today().Until(day)) }

// agree makes something that Eli promises.
func (p *player) agree(title string, rhythm journal.Rhythm, promises journal.Partner) string {
	p.Helper()
	holder := p.j.Holder()
	p.hold(journal.First)
	id, err := p.j.Propose(p.Context(), journal.Terms{Kind: journal.Plain, Title: title, Text: title + ".", Promises: promises, Rhythm: rhythm})
	p.must(err)
	p.hold(journal.Second)
	p.must(p.j.Sign(p.Context(), id))
	p.hold(holder)
	return id
}

// level is an answer.
func level(n int) *int { return &n }

// sealed lets one of them seal a check-in.
func (p *player) sealed(who journal.Partner, c journal.CheckIn) {
	p.Helper()
	holder := p.j.Holder()
	p.hold(who)
	kept, err := json.Marshal(c)
	p.must(err)
	part := p.j.CheckIns().Part
	_, err = p.j.SaveDraft(p.Context(), journal.Draft{Exercise: journal.CheckInDrafts, Part: part, Private: true, Answer: kept})
	p.must(err)
	p.must(p.j.SealCheckIn(p.Context(), part))
	p.hold(holder)
}

// askedAll answers the questions that both are asked; negative is left open.
func askedAll(other string, values ...int) []journal.Asked {
	var all []journal.Asked
	for i, q := range []string{"safe", "heard", "hope"} {
		question, _ := shippedCourse().CheckIn.Question(q)
		a := journal.Asked{ID: q, Text: question.Asked(other), Low: question.Low, High: question.High}
		if i < len(values) && values[i] >= 0 {
			a.Value = level(values[i])
		}
		all = append(all, a)
	}
	return all
}

// weeks lets both answer and open so many check-ins, the last one today.
func (p *player) weeks(n int) {
	p.Helper()
	today := p.j.Today()
	first := []int{4, 5, 4, 6, 5, 5, 6, 5, 6, 5, -1, 6, 5, 6, 9}
	second := []int{2, 3, 2, 4, 3, 3, 2, 3, 4, 3, 4, 4, 5, 4, 4}
	for i := range n {
		p.until(today.Add(7 * i))
		f, s := first[i%len(first)], second[i%len(second)]
		p.sealed(journal.First, journal.CheckIn{Asked: askedAll("Eli", f, max(f-1, 0), 7), Words: "The walk on Sunday helped."})
		if i%6 == 4 {
			p.sealed(journal.Second, journal.CheckIn{Rested: true})
		} else {
			p.sealed(journal.Second, journal.CheckIn{Asked: askedAll("Noor", s, s+1, 5)})
		}
		_, err := p.j.OpenCheckIns(p.Context())
		p.must(err)
	}
}

// slip names one that both call a slip, and mends it some days later.
func (p *player) slip(agreement string) {
	p.Helper()
	p.hold(journal.First)
	id, err := p.j.NameSlip(p.Context(), journal.NewSlip{Agreement: agreement, Whose: journal.Second, Day: p.j.Today(), Came: journal.CameAsked})
	p.must(err)
	p.hold(journal.Second)
	p.must(p.j.AnswerSlip(p.Context(), id, journal.SlipYes, ""))
	p.days(4)
	for _, said := range []struct {
		who     journal.Partner
		station string
	}{{journal.Second, journal.RepairOwn}, {journal.First, journal.RepairEffect}, {journal.Second, journal.RepairNow}, {journal.First, journal.RepairNow}} {
		p.hold(said.who)
		_ = p.j.Say(p.Context(), id, said.station, "") // one of the two may have nothing to say there
	}
	p.must(p.j.Mend(p.Context(), id, false))
	p.hold(journal.First)
}

// answering shows the page for answering in the player's window.
func (p *player) answering() *CheckInAnswer {
	s := p.newAnswer()
	p.window.SetContent(s)
	return s
}

func (p *player) newAnswer() *CheckInAnswer {
	return NewCheckInAnswer(CheckInSetup{Journal: p.j, Course: p.course, Later: Now, After: p.clock.after, Now: p.clock.Now})
}

// place shows the place of the check-ins in the player's window.
func (p *player) place() *CheckIns {
	s := p.newPlace()
	p.window.SetContent(s)
	return s
}

func (p *player) newPlace() *CheckIns {
	return NewCheckIns(p.j, p.course, Now)
}

// openedPage is the page of the newest check-ins that were opened.
func (p *player) openedPage() *CheckInOpened {
	all := p.j.State().CheckIns
	s := NewCheckInOpened(p.j.State(), all[len(all)-1], p.clock.Now())
	s.OnStrike = func() {}
	s.Reload()
	return s
}

// second is enough time for a draft to save itself.
func (p *player) second() { p.clock.pass(time.Second) }

// press types a key on something.
func press(o fyne.Focusable, key fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: key}) }

// scaleOf finds a question by its words.
func scaleNamed(t *testing.T, s *CheckInAnswer, label string) *widgets.Scale {
	t.Helper()
	for _, v := range s.scales {
		if v.scale.Label == label {
			return v.scale
		}
	}
	t.Fatalf("%q is not asked", label)
	return nil
}
