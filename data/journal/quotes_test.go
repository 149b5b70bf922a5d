package journal

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// quoting is a state in which one reflection's words stand, or do not, elsewhere.
func quoting(own, elsewhere string) State {
	at := time.Date(2026, 11, 3, 19, 0, 0, 0, time.UTC)
	thing := func(kind ThingKind, id string) Thing { return Thing{kind, id} }
	return State{
		Reflections: []Reflection{
			{ID: "r1", Parts: []OpenedPart{{Words: [2]string{"", own}}}},
			{ID: "r2", Parts: []OpenedPart{{Words: [2]string{elsewhere, ""}}}},
		},
		Agreements: []Agreement{{ID: "a", Versions: []Version{
			{Number: 1, Event: "a1", Terms: Terms{Title: "Evenings", Text: elsewhere}},
			{Number: 2, Event: "a2", Terms: Terms{Title: "Evenings"}},
		}}},
		Boundaries: []Boundary{{ID: "b", Ended: at, Versions: []BoundaryVersion{{Event: "b1", Text: elsewhere}}}},
		CheckIns:   []OpenedCheckIns{{ID: "c", Of: [2][]CheckIn{{{Words: "none"}}, {{Words: elsewhere}}}}},
		Slips:      []Slip{{ID: "s", By: Second, Words: [2]string{elsewhere, ""}, answered: "s2", Repair: [2]Repair{{Own: Said{Event: "s3", Words: elsewhere}}}}},
		Sittings:   []Closing{{Event: "z", Small: elsewhere}},
		Steps:      []StepState{{ID: "own", Sooner: elsewhere}},
		Moments: []Moment{
			{Number: 1, Event: "r1", Kind: KindOpened, Thing: thing(ThingReflection, "r1"), Title: "Here", At: at},
			{Number: 2, Event: "r2", Kind: KindOpened, Thing: thing(ThingReflection, "r2"), Title: "Plainly", At: at},
			{Number: 3, Event: "a1", Kind: KindProposed, Thing: thing(ThingAgreement, "a"), Title: "Evenings", Version: 1, At: at},
			{Number: 4, Event: "a2", Kind: KindProposed, Thing: thing(ThingAgreement, "a"), Title: "Evenings", Version: 2, At: at},
			{Number: 5, Event: "b1", Kind: KindSet, Thing: thing(ThingBoundary, "b"), At: at},
			{Number: 6, Event: "c", Kind: KindCheckIn, Thing: thing(ThingCheckIn, "c"), At: at},
			{Number: 7, Event: "s", Kind: KindSlip, Thing: thing(ThingSlip, "s"), At: at},
			{Number: 8, Event: "s2", Kind: KindSlipAnswer, Thing: thing(ThingSlip, "s"), At: at},
			{Number: 9, Event: "s3", Kind: KindRepair, Thing: thing(ThingSlip, "s"), At: at},
			{Number: 10, Event: "z", Kind: KindSitting, Thing: thing(ThingSitting, "z"), At: at},
			{Number: 11, Event: "k", Kind: KindStepClosed, Thing: thing(ThingStep, "own"), At: at},
		},
	}
}

func eventsOf(quotes []Quote) (events []string) {
	for _, q := range quotes {
		events = append(events, q.Event)
	}
	return events
}

// everyPlace are the events of quoting that hold what stands elsewhere, newest first.
var everyPlace = []string{"k", "z", "s3", "s2", "c", "b1", "a1", "r2"}

func TestQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		own, elsewhere string
		want           []string
	}{
		"six words":       {"I hid the letters in my car.", "She said: I hid the letters in my drawer", everyPlace},
		"five words":      {"I hid the letters in my car.", "You hid the letters in my bag", nil},
		"case, accents":   {"El mió té está aquí siempre", "— EL MIO TE “ESTA”, aqui siempre!", everyPlace},
		"signs":           {"don't ask me where I was", "Don’t ask me; where I was", everyPlace},
		"forty letters":   {"Donaudampfschifffahrtsgesellschaftskapitän sein", "der Donaudampfschifffahrtsgesellschaftskapitan", everyPlace},
		"forty, not more": {strings.Repeat("月", 39), strings.Repeat("月", 39), nil},
		"without spaces":  {"我" + strings.Repeat("月", 40), strings.Repeat("月", 40) + "你", everyPlace},
		"nothing":         {"", "", nil},
		"signs alone":     {"…! ?", "…! ?", nil},
	} {
		got := quoting(c.own, c.elsewhere).Quotes(Thing{ThingReflection, "r1"}, "2026-11-22")
		if !slices.Equal(eventsOf(got), c.want) {
			t.Errorf("%s: found %v, want %v", name, eventsOf(got), c.want)
		}
	}
}

// TestQuotesSayWhatStands: what is in force is found, and said not to be struck
// out yet; what is struck already is not found; a thing does not quote itself.
func TestQuotesSayWhatStands(t *testing.T) {
	words := "One two three four five six seven."
	s := quoting(words, words)
	s.Moments[1].Struck = true
	got := s.Quotes(Thing{ThingReflection, "r1"}, "2026-11-22")
	if slices.Contains(eventsOf(got), "r2") {
		t.Error("what was struck out is found")
	}
	for _, q := range got {
		if want := q.Event == "a1"; q.Stands != want {
			t.Errorf("%s stands: %v", q.Event, q.Stands)
		}
	}
	if q := got[len(got)-1]; q.Title != "Evenings" || q.Version != 1 || q.At.IsZero() {
		t.Errorf("named %+v", q)
	}
	if got := s.Quotes(Thing{ThingSlip, "s"}, "2026-11-22"); slices.ContainsFunc(got, func(q Quote) bool { return q.Thing.Kind == ThingSlip }) {
		t.Errorf("the slip quotes itself: %v", eventsOf(got))
	}
}

// TestQuotesOfALifetime: two thousand long texts are looked through without a
// wait that couples would notice.
func TestQuotesOfALifetime(t *testing.T) {
	s := State{}
	long := strings.Repeat("What helped was the walk by the water, and that nobody asked. ", 8)
	for i := range 2000 {
		id := strings.Repeat("x", i+1)
		s.Reflections = append(s.Reflections, Reflection{ID: id, Parts: []OpenedPart{{Words: [2]string{long + id, long}}}})
		s.Moments = append(s.Moments, Moment{Event: id, Kind: KindOpened, Thing: Thing{ThingReflection, id}})
	}
	s.Reflections[0].Parts[0].Words = [2]string{"Only this stands here, and nowhere else at all.", ""}
	began := time.Now()
	if got := s.Quotes(Thing{ThingReflection, "x"}, "2026-11-22"); len(got) > 0 {
		t.Errorf("%d are found", len(got))
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %v", took)
	} else {
		t.Log(took)
	}
}
