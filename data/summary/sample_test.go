package summary

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

const today = journal.Day("2026-11-22")

// at is a quarter past eight in the evening of a day.
func at(day journal.Day) time.Time { return day.Time().Add(20*time.Hour + 15*time.Minute) }

func sampleCourse() *course.Course {
	titles := []string{
		"Before you begin", "Own what happened", "Talk so it can be heard", "Boundaries, slowly", "Steady days",
		"Repair when it slips", "Renew what is good", "Forgive, or not", "After",
	}
	c := &course.Course{}
	for i, id := range []string{"before", "own", "talk", "bounds", "steady", "repair", "renew", "forgive", "after"} {
		step := course.Step{ID: id, Title: titles[i]}
		if i > 0 && i < 8 {
			step.Number = i
		}
		c.Steps = append(c.Steps, step)
	}
	return c
}

func signed(number int, t journal.Terms, day journal.Day) journal.Version {
	return journal.Version{Number: number, Terms: t, By: journal.First, Proposed: at(day), Signed: [2]time.Time{at(day), at(day)}}
}

func sampleAgreements() []journal.Agreement {
	message := journal.Terms{
		Kind: journal.Plain, Title: "A message as soon as plans change", Promises: journal.First, Start: "2026-10-01", Review: "2026-12-01",
		Text: "When I will be later than I said, I write before the time is over.\nOne line is enough.",
		Why:  "Not knowing is the hardest part of the evening.",
	}
	calendar := journal.Terms{
		Kind: journal.TemporaryAccess, Title: "Shared calendar for evenings out", Promises: journal.Second,
		Text: "The calendar for evenings, to read. Nothing else on the phone.", Start: "2026-10-26", End: "2026-11-25",
	}
	walk := journal.Terms{Kind: journal.Ritual, Title: "Sunday walk", Text: "Forty minutes, phones at home.", Start: "2026-10-04"}
	older := message
	older.Title = "A message when plans change"
	left := journal.Terms{Kind: journal.Plain, Title: "Left behind", Text: "No longer held."}
	return []journal.Agreement{
		{ID: "a1", Versions: []journal.Version{signed(1, older, "2026-09-28"), signed(2, message, "2026-10-01")}, Kept: []journal.KeptMark{
			{By: journal.Second, Day: "2026-10-14", Kept: 5, Of: 7}, {By: journal.Second, Day: "2026-10-21", Kept: 7, Of: 7},
		}},
		{ID: "a2", Versions: []journal.Version{signed(1, calendar, "2026-10-25")}},
		{ID: "a3", Versions: []journal.Version{signed(1, walk, "2026-10-03")}, Kept: []journal.KeptMark{
			{By: journal.First, Day: "2026-10-04", Kept: 1, Of: 1}, {By: journal.Second, Day: "2026-10-04", Kept: 1, Of: 2},
		}},
		{ID: "a4", Versions: []journal.Version{signed(1, left, "2026-10-03")}, LeftBy: journal.Second, LeftAt: at("2026-11-01")},
		{ID: "a5", Versions: []journal.Version{{Number: 1, Terms: journal.Terms{Title: "Only proposed"}, Signed: [2]time.Time{at("2026-11-01")}}}},
	}
}

func sampleBoundaries() []journal.Boundary {
	return []journal.Boundary{
		{ID: "b1", Owner: journal.Second, Versions: []journal.BoundaryVersion{
			{Number: 1, Title: "After 22:00 I go to sleep; we go on tomorrow", Text: "I will say it once and leave the room kindly.", At: at("2026-10-11")},
		}},
		{ID: "b2", Owner: journal.First, Versions: []journal.BoundaryVersion{{Number: 1, Title: "Ended limit"}}, Ended: at("2026-10-30")},
	}
}

func sampleReflections() []journal.Reflection {
	return []journal.Reflection{
		{ID: "r1", Exercise: "own.plainly", Title: "Say it plainly", At: at("2026-11-08"), Parts: []journal.OpenedPart{
			{
				Part: "plain", Kind: "write", Title: "What happened",
				Prompts: [2]string{"What did you do? Say it without a reason.", "What do you need to hear said plainly?"},
				Words: [2]string{
					"I hid the messages for most of the summer. When you asked, I said there was nothing.\n\nI chose that each time. It was not one mistake.",
					"That you knew what you were doing. That it was not because of the flat, or your work, or me.\nI need you to say it without looking away.",
				},
			},
			{
				Part: "next", Kind: "write", Prompts: [2]string{"What is one thing you can keep this week?", "What is one thing you can keep this week?"},
				Words: [2]string{"Home by seven, or a message. 🙂", ""},
			},
		}},
		{ID: "r2", Exercise: "own.heard", Title: "What I <heard> & *kept*", At: at("2026-11-22"), Parts: []journal.OpenedPart{{
			Part: "heard", Prompts: [2]string{"What stayed with you?", "What stayed with you?"},
			Words: [2]string{
				"# Not a heading\n1. not a list\n- nor this\n<b>bold?</b> `code` [link](http://example.org) | a\\b ** _x_ ~~y~~ &amp; {{.Name}}\n===\n---\n> quote\n    indented",
				"שלום (טוב) 12 and café 👩🏽‍🚒 nul\x00here " + strings.Repeat("long", 60),
			},
		}}},
		{ID: "r3", Exercise: "own.effect", Title: "What it did", At: at("2026-11-15"), Struck: true},
		{ID: "r4", Exercise: "before.here", Title: "Before the span", At: at("2026-09-01"), Parts: []journal.OpenedPart{{
			Part: "here", Words: [2]string{"Early words.", "Early words too."},
		}}},
	}
}

func sampleState() journal.State {
	return journal.State{
		People:      [2]journal.Person{{Partner: journal.First, Name: "Noor"}, {Partner: journal.Second, Name: "Eli"}},
		Agreements:  sampleAgreements(),
		Boundaries:  sampleBoundaries(),
		Reflections: sampleReflections(),
		CheckIns:    sampleCheckIns(),
		Slips:       sampleSlips(),
		Steps: []journal.StepState{
			{ID: "before", Closed: at("2026-09-25")}, {ID: "own", Closed: at("2026-10-20")}, {ID: "talk", Closed: at("2026-11-10")},
		},
	}
}

func everything() Choice {
	return Choice{From: "2026-09-20", To: today, Path: true, InForce: true, Opened: true, Charts: true, Breaks: true}
}

// sampleCheckIns are ten weeks of answers: Noor left a week out, Eli began late.
func sampleCheckIns() []journal.OpenedCheckIns {
	safe := [2][]int{{3, 4, 3, 5, -1, 4, 6, 5, 5, 9}, {2, 2, 3, -1, 3}}
	var all []journal.OpenedCheckIns
	for week := range safe[0] {
		day := journal.Day("2026-09-20").Add(7 * week)
		o := journal.OpenedCheckIns{At: at(day)}
		for side, values := range safe {
			c := journal.CheckIn{Day: day, Rested: true}
			at := week - len(safe[0]) + len(values)
			if at >= 0 && values[at] >= 0 {
				asked := journal.Asked{ID: "safe", Text: "How safe did it feel to say what is true?", Low: "not at all", High: "completely", Value: &values[at]}
				c.Rested, c.Asked = false, []journal.Asked{asked}
			}
			if at >= 0 {
				o.Of[side] = []journal.CheckIn{c}
			}
		}
		all = append(all, o)
	}
	return all
}

func sampleSlips() []journal.Slip {
	return []journal.Slip{
		{ID: "s1", Agreement: "a1", Day: "2026-10-14", Answer: journal.SlipYes, Words: [2]string{"I waited an hour.", "I forgot."}, Mended: at("2026-10-20")},
		{ID: "s2", Agreement: "a1", Day: "2026-11-02", Answer: journal.SlipDiffer, Words: [2]string{"Late again.", ""}},
		{ID: "s3", Agreement: "a4", Day: "2026-11-05", Answer: journal.SlipYes},
		{ID: "s4", Agreement: "a3", Day: "2026-11-08", Answer: journal.SlipYes, TakenBack: true},
	}
}

func sample() Document { return Build(sampleState(), sampleCourse(), everything(), today, English) }

// testFonts reads the fonts that the program carries.
func testFonts(tb testing.TB) Fonts {
	tb.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	return Fonts{
		Regular:  read("Literata_400Regular.ttf"),
		Italic:   read("Literata_400Regular_Italic.ttf"),
		SemiBold: read("Literata_600SemiBold.ttf"),
	}
}

// manyState is about ten thousand moments' worth: 2,000 reflections and 500 agreements.
func manyState() journal.State {
	s := sampleState()
	base, agreements := sampleReflections()[0], sampleAgreements()[:3]
	s.Reflections, s.Agreements = nil, nil
	for range 2000 {
		s.Reflections = append(s.Reflections, base)
	}
	for i := range 500 {
		s.Agreements = append(s.Agreements, agreements[i%3])
	}
	return s
}
