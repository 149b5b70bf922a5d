package journal

import (
	"fmt"
	"testing"
	"time"

	"goldseam.app/data/vault"
)

const weeksOfTenYears = 520

// tenYears are the opened entries of ten years: 10,000 moments, most marks of
// them about one thing that was agreed for the whole time, and each week the
// check-in of both, with seven questions.
func tenYears(tb testing.TB) []*entry {
	tb.Helper()
	f := newFold()
	var all []*entry
	began := newClock().t
	add := func(e entry, at time.Time) {
		e.seq, e.id, e.at = int64(len(all)+1), newID(), at
		e.head.Format, e.head.Version = eventFormat, 1
		e.hash = vault.EventHash("ten years", e.id, nil)
		add, err := f.check(&e)
		must(tb, err)
		add()
		all = append(all, &e)
	}
	for _, p := range []Partner{First, Second} {
		joined := facts{Partner: p, Key: make([]byte, 32)}
		add(entry{head: head{Kind: KindJoined, Authors: []Partner{First, Second}[:p], Facts: joined}, words: words{Name: fmt.Sprint(p)}}, began)
	}
	thing := newID()
	standing := thing
	terms := facts{Thing: standing, Version: 1, Kind: Ritual, Rhythm: Daily}
	add(entry{head: head{Kind: KindProposed, Authors: []Partner{First}, Facts: terms}, words: words{Title: "Each evening"}}, began)
	hash := f.hashes[all[2].id]
	terms.Wording = hash[:]
	add(entry{head: head{Kind: KindSigned, Authors: []Partner{Second}, Facts: terms}}, began)
	for i := range many - len(all) {
		week := i * weeksOfTenYears / many
		at := began.AddDate(0, 0, 7*week+i%7)
		e := someEvent(i, DayOf(at), &thing, f)
		if e.head.Kind == KindKept {
			e.head.Facts.Thing, e.head.Authors = standing, []Partner{Partner(i/7%2 + 1)}
		}
		add(e, at)
		if next := (i + 1) * weeksOfTenYears / many; next > week || i == many-5 {
			c := weekly(DayOf(at), standing)
			add(together(KindCheckIn, facts{}, words{CheckIns: [2][]CheckIn{{c}, {c}}}), at)
		}
	}
	return all
}

func weekly(day Day, agreement string) CheckIn {
	c := CheckIn{Day: day, Words: "The walk helped, the silence hurt.", Kept: []Counted{{agreement, 5, 7}}}
	for i := range 7 {
		asked := trust(level(i))
		asked.ID = fmt.Sprint("question ", i)
		c.Asked = append(c.Asked, asked)
	}
	return c
}

// foldAll adds up entries that are open already.
func foldAll(tb testing.TB, all []*entry) *fold {
	f := newFold()
	for _, e := range all {
		add, err := f.check(e)
		if err != nil {
			tb.Fatal(e.seq, err)
		}
		add()
	}
	return f
}

func TestTenYearsFold(t *testing.T) {
	all := tenYears(t)
	s := foldAll(t, all).snapshot()
	if len(s.Moments) != many+weeksOfTenYears || len(s.CheckIns) != weeksOfTenYears {
		t.Errorf("%d moments, %d check-ins", len(s.Moments), len(s.CheckIns))
	}
	for _, p := range []Partner{First, Second} {
		if line := s.Answers(p, "question 3"); len(line) != weeksOfTenYears || !line[519].Answered {
			t.Errorf("%v answered %d times", p, len(line))
		}
		if tally := s.Agreements[0].Tally(p); tally.Of < 7*weeksOfTenYears {
			t.Errorf("%v marked %+v", p, tally)
		}
	}
	if len(s.Questions()) != 7 {
		t.Errorf("questions %v", s.Questions())
	}
}

// BenchmarkFoldTenYears adds up ten years of moments and weekly check-ins, in memory.
func BenchmarkFoldTenYears(b *testing.B) {
	all := tenYears(b)
	for b.Loop() {
		foldAll(b, all)
	}
}
