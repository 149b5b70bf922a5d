package screens

import (
	"testing"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

func todayOf(t *testing.T, f *fakePath) *Today {
	t.Helper()
	sampleApp(t, widgets.Light, 1)
	s := NewToday(f, shippedCourse())
	roomFor(t, s)
	return s
}

func TestTodayLeadsToTheCheckIn(t *testing.T) {
	f := onTheWay()
	today := journal.DayOf(f.now)
	f.stand = journal.CheckInStand{Part: "p", Due: today, May: true}
	s := todayOf(t, f)
	answered, looked := 0, 0
	s.OnCheckIn, s.OnCheckIns = func() { answered++ }, func() { looked++ }
	tap(t, s, "Answer · 3 min")
	sealed := []journal.Draft{{Part: "p", Day: today, Finished: true}}
	f.stand = journal.CheckInStand{Sealed: sealed, Due: today.Add(7)}
	s.Reload()
	sees(t, s, "Yours is sealed. It opens when both are done.")
	f.stand.Theirs = true
	s.Reload()
	sees(t, s, "Both are done. You can open them together.")
	tap(t, s, "Go to the check-ins")
	f.both = false
	s.Reload()
	sees(t, s, "They open when you are both here.")
	f.stand = journal.CheckInStand{Due: today.Add(2)}
	s.Reload()
	sees(t, s, "Your next one is Tuesday.")
	if answered != 1 || looked != 1 {
		t.Errorf("answered %d times, looked %d times", answered, looked)
	}
}

func TestTodayKeepsToOneThingInTheFirstWeek(t *testing.T) {
	f := onTheWay()
	f.state.Began = f.now.AddDate(0, 0, -3)
	seesNot(t, todayOf(t, f), "Check-in")
}

func TestTodayRestsAfterSomethingNewFromBefore(t *testing.T) {
	f := onTheWay()
	f.state.Surfaced = []journal.Surfaced{{Event: "e", By: journal.First, At: f.now}}
	s := todayOf(t, f)
	rested := false
	s.OnRest = func() { rested = true }
	sees(t, s, "The work rests")
	seesNot(t, s, "Begin ·")
	tap(t, s, "What may help now")
	if !rested {
		t.Error("the card leads nowhere")
	}
}

func TestTodayHasAWordForOneWhoCarriesItAlone(t *testing.T) {
	f := onTheWay()
	f.alone = true
	s := todayOf(t, f)
	read := false
	s.OnCarrying = func() { read = true }
	tap(t, s, "Read it")
	f.alone = false
	s.Reload()
	seesNot(t, s, "A word for you alone")
	if !read {
		t.Error("the card leads nowhere")
	}
}

func TestTodayNamesSlipsAndRitualsAndLetsThemWait(t *testing.T) {
	f := onTheWay()
	today := journal.DayOf(f.now)
	id := f.state.Agreements[0].ID
	f.state.Slips = []journal.Slip{
		{ID: "old", Agreement: id, By: journal.First, Answer: journal.SlipYes, At: f.now.AddDate(0, 0, -40)},
		{ID: "differ", Agreement: id, By: journal.First, Answer: journal.SlipDiffer, At: f.now},
		{ID: "back", Agreement: id, By: journal.First, At: f.now, TakenBack: true},
		{ID: "open", Agreement: id, By: journal.Second, Answer: journal.SlipPartly, At: f.now},
		{ID: "new", Agreement: id, By: journal.Second, At: f.now},
	}
	var ids []string
	for _, item := range slipItems(f.state, today) {
		ids = append(ids, item.thing.ID+": "+item.line)
	}
	if len(ids) != 2 || ids[0] != "new: named by Eli" || ids[1] != "open: can be mended, can wait" {
		t.Errorf("listed %q", ids)
	}
}
