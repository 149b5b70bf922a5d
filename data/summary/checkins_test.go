package summary

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"goldseam.app/data/chart"
	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

func chartOf(t *testing.T, ch Choice) *Chart {
	t.Helper()
	ch.Charts = true
	d := Build(sampleState(), sampleCourse(), ch, today, nil)
	for _, s := range d.Sections {
		for _, it := range s.Items {
			if it.Chart != nil {
				return it.Chart
			}
		}
	}
	t.Fatal("no chart")
	return nil
}

func kinds(c *Chart) (all []chart.MarkKind) {
	for _, m := range c.Marks {
		all = append(all, m.Kind)
	}
	return all
}

// TestChartsMarkWhatIsChosen: a slip is not told by a chart when breaks were not
// chosen, nor a closed step when the path was not.
func TestChartsMarkWhatIsChosen(t *testing.T) {
	closed, broke, mended := chart.StepClosed, chart.Break, chart.Mended
	for _, test := range []struct {
		choice Choice
		want   []chart.MarkKind
	}{
		{Choice{}, nil},
		{Choice{Path: true}, []chart.MarkKind{closed, closed, closed}},
		{Choice{Breaks: true}, []chart.MarkKind{broke, mended, broke}},
		{Choice{Breaks: true, Path: true}, []chart.MarkKind{closed, broke, closed, mended, broke, closed}},
		{Choice{Breaks: true, From: "2026-10-21"}, []chart.MarkKind{broke}}, // the answers begin later than the mend
	} {
		if got := kinds(chartOf(t, test.choice)); !slices.Equal(got, test.want) {
			t.Errorf("%+v marks %v, want %v", test.choice, got, test.want)
		}
	}
}

func TestChartsSayWhatMayBeRead(t *testing.T) {
	c := chartOf(t, Choice{})
	want := []string{
		"Noor’s own usual range is the pale band from 1 to 7.", "A ring is where Noor began to swing more than usual.",
		"Eli: under eight answers, so it is too early to tell.",
	}
	if !slices.Equal(c.Says, want) {
		t.Errorf("says %q", c.Says)
	}
	if got := chartOf(t, Choice{From: "2026-11-01"}).Says; !slices.Equal(got, []string{"Under eight answers each, so it is too early to tell."}) {
		t.Errorf("of four weeks it says %q", got)
	}
}

// TestChartsNameNeitherInAQuestion: each was asked about the other, and both read it.
func TestChartsNameNeitherInAQuestion(t *testing.T) {
	c := sampleCourse()
	c.CheckIn = course.CheckIn{Partner: "my partner", Questions: []course.CheckInQuestion{{ID: "safe", Text: "I felt safe with {other}"}}}
	d := Build(sampleState(), c, Choice{Charts: true}, today, nil)
	if got := d.Sections[0].Items[0].Title; got != "I felt safe with my partner" {
		t.Errorf("the question reads %q", got)
	}
}

func TestChartTableKeepsEveryAnswer(t *testing.T) {
	b := builder{state: sampleState(), today: today, w: English}
	lines := [2]chart.Line{{{Day: 20000, Value: 3, Answered: true}, {Day: 20000, Value: 4, Answered: true}}, {{Day: 20000}, {Day: 20007, Value: 0, Answered: true}}}
	want := [][3]string{{"4 October 2024", "3", ""}, {"4 October 2024", "4", "–"}, {"11 October 2024", "", "0"}}
	if got := b.table(lines); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestChartsStayOnThePage(t *testing.T) {
	s := sampleState()
	s.People[0].Name = strings.Repeat("Noor ", 60)
	for i, page := range lay(t, Build(s, sampleCourse(), Choice{Charts: true, Breaks: true, Path: true}, today, nil)).Pages {
		for _, sh := range page.Shapes {
			if min(sh.X1, sh.X2) < marginSide-0.01 || max(sh.X1, sh.X2) > pageWidth-marginSide+8 || max(sh.Y1, sh.Y2) > pageHeight-30 {
				t.Errorf("page %d: %+v", i+1, sh)
			}
		}
	}
}

func TestChartsTellNoHTML(t *testing.T) {
	s := sampleState()
	s.CheckIns[0].Of[0][0].Asked[0].Text = "<script>alert(1)</script> | a"
	for i := range s.CheckIns {
		for _, of := range s.CheckIns[i].Of {
			for j := range of {
				for k := range of[j].Asked {
					of[j].Asked[k].Text, of[j].Asked[k].Low = "<script>alert(1)</script> | a", "<b>"
				}
			}
		}
	}
	d := Build(s, sampleCourse(), Choice{Charts: true}, today, nil)
	for _, f := range []Format{HTML, Markdown} {
		text := written(t, f, d)
		if f == Markdown {
			text = rendered(t, text)
		}
		if strings.Contains(text, "<script") || strings.Contains(text, "<b>") || !strings.Contains(text, "<table>") {
			t.Errorf("%s holds %s", f, text)
		}
	}
}

func TestDashesGoOnAroundCorners(t *testing.T) {
	const period = chart.DashLength + chart.DashGap
	pieces := [][2]chart.XY{{{X: 0, Y: 0}, {X: 8, Y: 0}}, {{X: 8, Y: 0}, {X: 8, Y: 0}}, {{X: 8, Y: 0}, {X: 8, Y: 2 * period}}}
	got := dashes(pieces)
	want := [2]chart.XY{{X: 8, Y: period - 8}, {X: 8, Y: period - 8 + chart.DashLength}}
	if len(got) < 2 || got[0] != [2]chart.XY{{X: 0, Y: 0}, {X: chart.DashLength, Y: 0}} || got[1] != want {
		t.Errorf("got %v, want %v second", got, want)
	}
	half := [][2]chart.XY{{{X: 0, Y: 0}, {X: 3, Y: 0}}, {{X: 3, Y: 0}, {X: 3, Y: 4}}}
	if got := dashes(half); len(got) != 2 || got[1] != [2]chart.XY{{X: 3, Y: 0}, {X: 3, Y: chart.DashLength - 3}} {
		t.Errorf("a dash around a corner is %v", got)
	}
}

func TestKept(t *testing.T) {
	marks := []journal.KeptMark{{By: journal.First, Kept: 2, Of: 3}, {By: journal.Second, Kept: 4, Of: 5}, {By: journal.Second, Of: 0}}
	b := builder{state: sampleState(), today: today, w: English}
	for _, test := range []struct {
		terms journal.Terms
		want  string
	}{
		{journal.Terms{Promises: journal.First}, "Kept 4 of 5."},
		{journal.Terms{Promises: journal.Second}, "Kept 2 of 3."},
		{journal.Terms{}, "Kept 2 of 3, as Noor saw it. Kept 4 of 5, as Eli saw it."},
		{journal.Terms{Kind: journal.TemporaryAccess, Promises: journal.First}, ""},
	} {
		if got := strings.Join(b.kept(journal.Agreement{Kept: marks}, test.terms), " "); got != test.want {
			t.Errorf("%+v says %q, want %q", test.terms, got, test.want)
		}
	}
	door := fmt.Sprintf("%+v", Build(sampleState(), sampleCourse(), Choice{InForce: true, TitlesOnly: true}, today, nil))
	if strings.Contains(door, "Kept") {
		t.Error("the fridge door says how often something was kept")
	}
}

// TestBreaksTellNoAccounts: what happened is listed, never who said what, nor what
// only one of them calls a slip.
func TestBreaksTellNoAccounts(t *testing.T) {
	d := Build(sampleState(), sampleCourse(), Choice{Breaks: true}, today, nil)
	text := fmt.Sprintf("%+v", d.Sections)
	for _, word := range []string{"waited", "forgot", "Late again", "2 November", "8 November", "Noor", "Eli"} {
		if strings.Contains(text, word) {
			t.Errorf("breaks tell %q", word)
		}
	}
	if len(d.Sections[0].Items) != 2 || !strings.Contains(text, "14 October. Both called it a slip. Mended on 20 October.") {
		t.Errorf("breaks say %s", text)
	}
	s := sampleState()
	s.Slips = []journal.Slip{{Agreement: "a1", Day: "2026-10-14", Answer: journal.SlipPartly, Mended: at("2026-10-20")}}
	if got := Build(s, sampleCourse(), Choice{Breaks: true}, today, nil).Sections[0].Items[0].Note; got != "14 October. Mended on 20 October." {
		t.Errorf("of a mended one it says %q", got)
	}
	d = Build(sampleState(), sampleCourse(), Choice{Breaks: true, To: "2026-10-01"}, today, nil)
	if len(d.Sections[0].Items) != 0 || d.Sections[0].Empty == "" {
		t.Errorf("outside the span: %+v", d.Sections)
	}
}
