package summary

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
)

// ownCourse has an exercise that is opened, and one that stays with its writer.
func ownCourse() *course.Course {
	write := func(id, title string, private bool) course.Part {
		return course.Part{ID: id, Kind: course.Write, Title: title, Private: private, PromptRepairing: "What did you break?", PromptHurt: "What did it do?"}
	}
	return &course.Course{Steps: []course.Step{{ID: "before", Title: "Before you begin", Exercises: []course.Exercise{
		{ID: "before.here", Step: "before", Title: "What brings us here", Parts: []course.Part{write("here", "One sentence", false)}},
		{ID: "before.letter", Step: "before", Title: "A letter", Parts: []course.Part{write("letter", "Not sent", true), write("later", "", true)}},
	}}}}
}

// ownJournal is a real file in which both wrote: some opened, most not.
type ownJournal struct {
	*journal.Journal
	t *testing.T
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var ownPhrases = [2]string{"a long phrase of noor", "a long phrase of eli"}

func newOwnJournal(t *testing.T) ownJournal {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "ours.goldseam")
	clock := func() time.Time { return at(today) }
	j, _, err := journal.Create(ctx, path, journal.Options{Now: clock}, journal.Newcomer{Name: "Noor", Passphrase: ownPhrases[0], Code: "1234", Role: journal.RoleRepairing})
	must(t, err)
	t.Cleanup(func() { j.Close() })
	_, err = j.Join(ctx, journal.Newcomer{Name: "Eli", Colour: 1, Passphrase: ownPhrases[1], Code: "4321", Role: journal.RoleHurt})
	must(t, err)
	must(t, j.SafetyShown(ctx, "before"))
	o := ownJournal{j, t}
	for p, code := range map[journal.Partner]string{journal.First: "1234", journal.Second: "4321"} {
		j.Cover()
		must(t, j.TakeOver(p, code))
		o.writeAll(p)
	}
	_, err = j.OpenTogether(ctx, journal.Opening{Exercise: "before.here", Title: "What brings us here", Render: render})
	must(t, err)
	return o
}

func render(id string, p journal.Partner, kept json.RawMessage) (journal.OpenedPart, error) {
	part := journal.OpenedPart{Part: id, Kind: string(course.Write)}
	var a course.Answer
	err := json.Unmarshal(kept, &a)
	part.Words[sideOf(p)] = a.Text
	return part, err
}

// writeAll leaves words of every sort by the holder, each with their name's letter.
func (o ownJournal) writeAll(p journal.Partner) {
	o.t.Helper()
	who := []string{"noor", "eli"}[sideOf(p)]
	for _, d := range []journal.Draft{
		{Exercise: "before.here", Part: "here"},
		{Exercise: "before.letter", Part: "letter", Private: true},
		{Exercise: "before.letter", Part: debriefPart, Private: true},
	} {
		o.write(d, course.Answer{Text: d.Exercise + "-" + d.Part + "-" + who})
	}
	o.write(journal.Draft{Exercise: journal.Keeping + ".a1", Part: "account", Private: true}, course.Answer{Text: "account-" + who})
	must(o.t, o.Finish(context.Background(), "before.here"))
	three := 3
	part := o.CheckIns().Part
	o.write(journal.Draft{Exercise: journal.CheckInDrafts, Part: part, Private: true}, journal.CheckIn{
		Asked: []journal.Asked{{ID: "safe", Text: "How safe?", Low: "no", High: "yes", Value: &three}}, Words: "weekly-" + who,
	})
	must(o.t, o.SealCheckIn(context.Background(), part))
}

func (o ownJournal) write(d journal.Draft, answer any) {
	o.t.Helper()
	kept, err := json.Marshal(answer)
	must(o.t, err)
	d.Answer = kept
	_, err = o.SaveDraft(context.Background(), d)
	must(o.t, err)
}

// alone locks, and lets one partner in.
func (o ownJournal) alone(p journal.Partner) {
	o.t.Helper()
	o.Lock()
	must(o.t, o.Unlock(context.Background(), p, ownPhrases[sideOf(p)]))
}

// withAccount has the agreement that the drafts are about.
func withAccount(s journal.State) journal.State {
	s.Agreements = sampleAgreements()
	return s
}

// TestOwnWordsAreOnlyTheOwn takes each partner's own words out of a real file: all
// that they wrote is there, and nothing that the other wrote, opened or not.
func TestOwnWordsAreOnlyTheOwn(t *testing.T) {
	j := newOwnJournal(t)
	c := ownCourse()
	nothingUnopened(t, j, "both")
	words := []string{"before.here-here-", "before.letter-letter-", "before.letter-debrief-", "account-", "weekly-"}
	for i, p := range []journal.Partner{journal.First, journal.Second} {
		j.alone(p)
		nothingUnopened(t, j, j.State().Person(p).Name+" alone")
		s := withAccount(j.State())
		own := OwnWriting(s, c, j.Drafts)
		d := BuildOwn(s, c, p, own, Choice{For: Me, Drafts: true, Sealed: true, Mine: true}, today, nil)
		mine, theirs := []string{"noor", "eli"}[i], []string{"eli", "noor"}[i]
		for _, text := range []string{solidMarkdown(t, d), written(t, HTML, d), allWords(lay(t, d))} {
			for _, w := range words {
				if !strings.Contains(text, w+mine) {
					t.Errorf("%s: lacks %q", mine, w+mine)
				}
				if strings.Contains(text, w+theirs) {
					t.Errorf("%s: has %q", mine, w+theirs)
				}
			}
			for _, role := range []string{"What did you break", "What did it do", "repairing", "hurt"} {
				if strings.Contains(text, role) {
					t.Errorf("%s: tells a role: %q", mine, role)
				}
			}
		}
		if !strings.HasPrefix(strings.ToLower(d.Title), mine+"’s own words") {
			t.Errorf("the heading is %q", d.Title)
		}
		leaveOutOwn(t, s, c, p, own)
	}
}

// solidMarkdown is the Markdown without the signs that keep words only words.
func solidMarkdown(t *testing.T, d Document) string {
	t.Helper()
	return strings.ReplaceAll(written(t, Markdown, d), `\`, "")
}

func allWords(p Pages) string {
	all := ""
	for _, page := range p.Pages {
		all += placedWords(page)
	}
	return all
}

// leaveOutOwn unticks each section, and each thing.
func leaveOutOwn(t *testing.T, s journal.State, c *course.Course, p journal.Partner, own []journal.Draft) {
	t.Helper()
	for _, k := range []Kind{KindDrafts, KindSealed, KindMine} {
		ch := Choice{For: Me, Drafts: true, Sealed: true, Mine: true}
		all := held(BuildOwn(s, c, p, own, ch, today, nil))
		for _, it := range OwnEntries(s, c, p, own, ch, k, today, nil) {
			ch.Without = map[Entry]bool{it.Entry: true}
			if got := held(BuildOwn(s, c, p, own, ch, today, nil)); got[it.Entry] || !all[it.Entry] || len(got) != len(all)-1 {
				t.Errorf("leaving out %v leaves %d of %d", it.Entry, len(got), len(all))
			}
		}
		ch.Without = nil
		*ch.Section(k) = false
		for e := range held(BuildOwn(s, c, p, own, ch, today, nil)) {
			if e.Kind == k {
				t.Errorf("%v was not ticked", e)
			}
		}
	}
}

// nothingUnopened looks into what is for others than its writer, with whoever is
// here: it has no word that was not opened.
func nothingUnopened(t *testing.T, j ownJournal, who string) {
	t.Helper()
	for _, whom := range []Audience{Us, Therapist, Fridge, Everything} {
		ch := All("en")
		ch.For, ch.Questions = whom, true
		d := Build(j.State(), ownCourse(), ch, today, nil)
		text := fmt.Sprintf("%+v", d.Sections) + written(t, Markdown, d)
		for _, word := range []string{"letter-", "debrief-", "account-", "weekly-"} {
			if strings.Contains(text, word) {
				t.Errorf("%s: for %q: has %q", who, whom, word)
			}
		}
		if opened := strings.Contains(text, "here-noor") && strings.Contains(text, "here-eli"); opened != (whom != Fridge) {
			t.Errorf("%s: for %q: what was opened is there: %v", who, whom, opened)
		}
	}
}

func TestOwnWordsSayWhatIsEmpty(t *testing.T) {
	d := BuildOwn(sampleState(), sampleCourse(), journal.First, nil, Choice{For: Me, Drafts: true, Sealed: true}, today, nil)
	for _, s := range d.Sections {
		if len(s.Items) != 0 || s.Empty == "" {
			t.Errorf("%s says %q", s.Title, s.Empty)
		}
	}
}
