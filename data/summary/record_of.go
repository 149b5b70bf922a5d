package summary

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"goldseam.app/data/journal"
)

// both are the partners, in their order.
var both = []journal.Partner{journal.First, journal.Second}

// recorder holds what every part of a record needs.
type recorder struct {
	state  journal.State
	today  journal.Day                  // of the last moment
	struck map[string]bool              // by event
	about  map[string][]journal.Moment  // by the thing that they are about
	shown  map[string][]journal.Version // by agreement: those that the record has
	titles map[string]string            // of those agreements
}

// RecordOf gives the record of all that was shared. The same state gives the same
// record: it does not ask for the day.
func RecordOf(state journal.State) Record {
	r := newRecorder(state)
	return Record{
		Format: RecordFormat, Version: RecordVersion, Note: recordNote,
		Began: stamp(state.Began), Apart: state.Apart,
		People: people(state), Exercises: exercises(state),
		Steps:       each(state.Steps, r.step),
		Reflections: each(state.Reflections, reflectionRecord),
		Agreements:  each(r.agreements(), r.agreement),
		Boundaries:  each(state.Boundaries, r.boundary),
		CheckIns:    each(state.CheckIns, checkInsRecord),
		Slips:       each(state.Slips, r.slip),
		Rests:       each(state.Surfaced, restRecord),
		Endings:     each(state.Endings, endingRecord),
		LastWords:   each(openedLastWords(state), lastWordsRecord),
		Sittings:    each(state.Sittings, r.sitting),
		Moments:     each(r.moments(), r.moment),
	}
}

func newRecorder(state journal.State) recorder {
	r := recorder{
		state: state, struck: map[string]bool{}, about: map[string][]journal.Moment{},
		shown: map[string][]journal.Version{}, titles: map[string]string{},
	}
	for _, m := range state.Moments {
		r.struck[m.Event] = m.Struck
		r.about[m.Thing.ID] = append(r.about[m.Thing.ID], m)
		r.today = journal.DayOf(m.At)
	}
	for _, a := range state.Agreements {
		r.titles[a.ID] = cleanLine(a.Title())
		for _, v := range a.Versions {
			if v.Both() || v.Closed.IsZero() {
				r.shown[a.ID] = append(r.shown[a.ID], v)
			}
		}
	}
	return r
}

// each makes one record of each item; never nil, so that JSON has an empty list.
func each[T, R any](items []T, record func(T) R) []R {
	all := make([]R, len(items))
	for i, item := range items {
		all[i] = record(item)
	}
	return all
}

// stamp keeps a time that RFC 3339 can write; zero stands for any other.
func stamp(t time.Time) time.Time {
	if _, offset := t.Zone(); offset%60 != 0 || offset <= -24*60*60 || offset >= 24*60*60 {
		t = t.UTC()
	}
	if t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}
	}
	return t
}

func dateOf(d journal.Day) Date {
	if !d.Valid() {
		return ""
	}
	return Date(d)
}

// sideName names a partner; Nobody stands for both.
func sideName(p journal.Partner) Side {
	switch p {
	case journal.First:
		return SideFirst
	case journal.Second:
		return SideSecond
	default:
		return SideBoth
	}
}

func people(s journal.State) []PersonRecord {
	all := []PersonRecord{}
	for _, p := range s.People {
		if !p.Joined.IsZero() {
			all = append(all, PersonRecord{Partner: sideName(p.Partner), Name: cleanLine(p.Name), Joined: stamp(p.Joined)})
		}
	}
	return all
}

func exercises(s journal.State) []ExerciseRecord {
	ids := slices.SortedFunc(maps.Keys(s.Done), func(a, b string) int {
		return cmp.Or(s.Done[a].Compare(s.Done[b]), strings.Compare(a, b))
	})
	return each(ids, func(id string) ExerciseRecord {
		return ExerciseRecord{ID: cleanLine(id), Done: stamp(s.Done[id])}
	})
}

func (r recorder) step(st journal.StepState) StepRecord {
	out := StepRecord{ID: cleanLine(st.ID), Closed: stamp(st.Closed), Sooner: clean(st.Sooner)}
	for _, m := range r.about[st.ID] {
		if m.Kind == journal.KindStepClosed {
			out.Title, out.Struck = cleanLine(m.Title), m.Struck
		}
	}
	return out
}

func reflectionRecord(r journal.Reflection) ReflectionRecord {
	out := ReflectionRecord{
		ID: cleanLine(r.ID), Exercise: cleanLine(r.Exercise), Edition: r.Version, Title: cleanLine(r.Title), At: stamp(r.At),
		Parts: []PartRecord{}, Struck: r.Struck, TakenBack: r.TakenBack,
	}
	if r.SharedBy != journal.Nobody {
		out.SharedBy = sideName(r.SharedBy)
	}
	if r.Struck || r.TakenBack {
		return out
	}
	for _, p := range r.Parts {
		part := PartRecord{
			ID: cleanLine(p.Part), Kind: cleanLine(p.Kind), Title: cleanLine(p.Title), Keeps: cleanLine(p.Keeps), Voices: voices(p),
		}
		if len(part.Voices) > 0 {
			out.Parts = append(out.Parts, part)
		}
	}
	return out
}

// voices keeps what was written; who had nothing to write was not asked, either.
func voices(p journal.OpenedPart) []VoiceRecord {
	var all []VoiceRecord
	for i, partner := range both {
		if words := clean(p.Words[i]); words != "" {
			all = append(all, VoiceRecord{
				Partner: sideName(partner), Prompt: clean(p.Prompts[i]), Words: words, Day: dateOf(p.Days[i]), Mark: cleanLine(p.Marks[i]),
			})
		}
	}
	return all
}

func (r recorder) boundary(b journal.Boundary) BoundaryRecord {
	return BoundaryRecord{
		ID: cleanLine(b.ID), Owner: sideName(b.Owner), Ended: stamp(b.Ended),
		Versions: each(b.Versions, func(v journal.BoundaryVersion) BoundaryVersion {
			return BoundaryVersion{
				Number: v.Number, Title: cleanLine(v.Title), Text: clean(v.Text), At: stamp(v.At),
				Acknowledged: stamp(v.Acknowledged), Cannot: stamp(v.Cannot), Struck: r.struck[v.Event],
			}
		}),
	}
}

func restRecord(s journal.Surfaced) RestRecord {
	return RestRecord{ID: cleanLine(s.Event), At: stamp(s.At), WentOn: stamp(s.GoneOn), TakenBack: s.TakenBack}
}

func endingRecord(e journal.Ending) EndingRecord {
	return EndingRecord{
		ID: cleanLine(e.Event), By: sideName(e.By), At: stamp(e.At), Closed: stamp(e.Closed), WentOn: stamp(e.Undone),
		Left: Sides[time.Time]{First: stamp(e.Left[0]), Second: stamp(e.Left[1])},
	}
}

func lastWordsRecord(l journal.LastWords) LastWordsRecord {
	return LastWordsRecord{
		ID: cleanLine(l.Event), By: sideName(l.By), At: stamp(l.At), Opened: stamp(l.Opened), Words: clean(l.Text), Struck: l.Struck,
	}
}

func (r recorder) sitting(c journal.Closing) SittingRecord {
	return SittingRecord{
		ID: cleanLine(c.Event), At: stamp(c.At), Here: each(c.Here, sideName),
		Words: Sides[string]{clean(c.Words[0]), clean(c.Words[1])},
		Next:  dateOf(c.Next), When: cleanLine(c.When), Small: clean(c.Small), Struck: r.struck[c.Event],
	}
}
