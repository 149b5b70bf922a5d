//go:build screens

package app

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
	"goldseam.app/screens"
)

// variant is one way in which every screen is drawn.
type variant struct {
	name          string
	theme         string
	percent       int
	width, height float32
}

var variants = []variant{
	{"light", "light", 100, 1280, 800},
	{"dark", "dark", 100, 1280, 800},
	{"large", "light", 160, 1280, 800},
	{"small", "light", 100, 900, 600},
	{"small-large", "light", 160, 900, 600},
}

// TestDrawScreens draws every screen with the sample couple into docs/screens.
func TestDrawScreens(t *testing.T) {
	t.Setenv("HOME", "/home/noor")
	vault.UseParams(vault.Params{Memory: 8 * 1024, Time: 1, Threads: 1})
	home := filepath.Join(os.TempDir(), "goldseam") // a picture shows it
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	xdg.Reload()
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	if err := errors.Join(os.RemoveAll(home), os.Mkdir(home, 0o700)); err != nil {
		t.Fatal(err)
	}
	early := newDrawn(t, filepath.Join(home, "journal.goldseam"), sampleOptions{Moments: 60, Weeks: 9, Seed: 1})
	late := newDrawn(t, filepath.Join(home, "later.goldseam"), sampleOptions{Moments: 500, Weeks: 44, Seed: 2})
	parting := newDrawn(t, filepath.Join(home, "parting.goldseam"), sampleOptions{Moments: 60, Weeks: 9, Seed: 3})
	folder := filepath.Join("..", "docs", "screens")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, v := range variants {
		t.Run(v.name, func(t *testing.T) {
			drawAll(t, v, early, folder)
			drawLater(t, v, late, folder)
			drawEnding(t, v, parting, folder)
		})
	}
}

// drawn is a sample couple's journal to draw.
type drawn struct {
	path    string
	phrases [2]string
}

func newDrawn(t *testing.T, path string, opt sampleOptions) drawn {
	t.Helper()
	phrases, err := sampleInto(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	return drawn{path, phrases}
}

// artist makes the program in one look, and what draws its window.
func artist(t *testing.T, v variant, path, folder string) (p *program, draw func(string)) {
	t.Helper()
	p, err := newProgram(t.Context(), test.NewTempApp(t), files{journal: path})
	if err != nil {
		t.Fatal(err)
	}
	oneAtATime(t, p)
	p.prefs.SetTheme(v.theme)
	p.prefs.SetTextSize(v.percent)
	return p, func(name string) {
		settle(p)
		// A window lays out anew what has grown meanwhile; the test's driver does so
		// when the size changes.
		p.window.Resize(fyne.NewSize(v.width+1, v.height))
		p.window.Resize(fyne.NewSize(v.width, v.height))
		settle(p)
		save(t, p, filepath.Join(folder, name+"-"+v.name+".png"))
	}
}

// letIn opens the journal and lets both in, the first partner at the keyboard.
func letIn(t *testing.T, p *program, d drawn, before func()) {
	t.Helper()
	var err error
	if p.journal, err = journal.Open(t.Context(), d.path, p.options()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.journal.Close() })
	before()
	for _, who := range []journal.Partner{journal.Second, journal.First} {
		if err := p.journal.Unlock(t.Context(), who, d.phrases[who-1]); err != nil {
			t.Fatal(err)
		}
	}
	p.begin(route{place: placeToday})
}

func drawAll(t *testing.T, v variant, d drawn, folder string) {
	p, draw := artist(t, v, d.path, folder)
	p.showFirstSitting()
	draw("first")
	letIn(t, p, d, func() {
		p.showUnlock()
		draw("unlock")
	})
	drawPages(t, p, draw)
	drawCovers(p, draw)
}

// drawLater draws what only a couple further along the path has.
func drawLater(t *testing.T, v variant, d drawn, folder string) {
	p, draw := artist(t, v, d.path, folder)
	letIn(t, p, d, func() {})
	p.show(route{place: placeToday})
	draw("later-today")
	p.show(route{placePlans, course.KeepsTriggerPlan})
	draw("later-plan")
	p.show(route{placeStep, "repair"})
	draw("later-step")
	drawKeeping(p, draw)
}

// drawEnding draws the way that ends the work. They go on after it, for the next look.
func drawEnding(t *testing.T, v variant, d drawn, folder string) {
	p, draw := artist(t, v, d.path, folder)
	letIn(t, p, d, func() {})
	p.show(route{place: placeEnding})
	draw("ending-before")
	if err := p.journal.BeginEnding(t.Context()); err != nil {
		t.Fatal(err)
	}
	for name, at := range map[string]place{"ending": placeEnding, "ending-today": placeToday, "telling": placeTelling, "last-words": placeLastWords} {
		p.show(route{place: at})
		draw(name)
	}
	if err := p.journal.GoOnTogether(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// drawKeeping draws what happens between the sittings.
func drawKeeping(p *program, draw func(string)) {
	state := p.journal.State()
	mended := state.Slips[0]
	for _, s := range state.Slips {
		if !s.Mended.IsZero() {
			mended = s
		}
	}
	for name, r := range map[string]route{
		"check-ins": {place: placeCheckIns}, "check-in": {place: placeAnswer}, "answers": {placeAnswers, state.CheckIns[len(state.CheckIns)-1].ID},
		"slip": {placeSlip, mended.ID}, "name-slip": {placeNameSlip, mended.Agreement}, "reviews": {place: placeReviews},
		"calm": {place: placeCalm}, "rest": {place: placeRest}, "carrying": {place: placeCarrying},
		"later-timeline": {place: placeTimeline}, "later-agreements": {placeAgreements, "agreement:" + mended.Agreement},
	} {
		p.show(r)
		draw(name)
	}
}

func drawPages(t *testing.T, p *program, draw func(string)) {
	t.Helper()
	for name, r := range map[string]route{
		"today": {place: placeToday}, "path": {place: placePath}, "step": {placeStep, "own"},
		"agreements": {place: placeAgreements}, "timeline": {place: placeTimeline}, "summary": {place: placeSummary},
		"check-ins-early": {place: placeCheckIns},
		"settings":        {place: placeSettings}, "help": {place: placeHelp}, "closing": {place: placeClosing},
		"opened": {placeExercise, "own.plainly"}, "sealed": {placeExercise, "own.differently"},
		"delete": {place: placeDelete}, "copy": {place: placeCopy},
		"sitting": {placeSitting, p.journal.State().Sittings[0].Event},
	} {
		p.show(r)
		draw(name)
	}
	if err := p.journal.TakeBack(t.Context(), "own.differently"); err != nil {
		t.Fatal(err)
	}
	p.show(route{placeExercise, "own.differently"})
	draw("write")
	if err := p.journal.Finish(t.Context(), "own.differently"); err != nil {
		t.Fatal(err)
	}
	drawParts(t, p, draw)
	p.show(route{placeStrike, p.journal.State().Reflections[0].ID})
	draw("strike")
	p.show(route{place: placeSettings})
	tapOn(t, p, " KB")
	draw("restore")
	p.show(route{place: placeAgreements})
	p.page.(*screens.Agreements).ProposeFrom(journal.Terms{Kind: journal.TemporaryAccess})
	draw("agreement-form")
	p.show(route{place: placeAgreements})
	p.page.(*screens.Agreements).SetBoundaryFrom("", "")
	draw("boundary-form")
}

// drawParts draws what kinds of parts there are beside writing, and a sheet.
func drawParts(t *testing.T, p *program, draw func(string)) {
	t.Helper()
	for name, at := range map[string]struct {
		exercise string
		goOn     []string // the buttons that lead to it
	}{
		"feelings": {"talk.feelings", []string{"Go on"}}, "list": {"talk.questions", []string{"Go on"}},
		"practise": {"bounds.no", []string{"Go on", "finished this part", "Begin today"}}, "cards": {"renew.again", []string{"Go on"}},
		"plan": {"steady.triggers", []string{"Go on", "Go on", "finished this part"}}, "letter": {"forgive.letter", []string{"Go on", "finished this part"}},
	} {
		p.show(route{placeExercise, at.exercise})
		if p.journal.Progress(at.exercise).Opened {
			tapOn(t, p, "Do it again")
		}
		for _, button := range at.goOn {
			settle(p)
			tapOn(t, p, button)
		}
		draw("part-" + name)
	}
	p.show(route{placeSheet, "own.plainly"})
	draw("sheet")
}

func drawCovers(p *program, draw func(string)) {
	p.show(route{place: placeToday})
	p.showPause()
	draw("pause")
	p.show(route{place: placeToday})
	p.handOver(journal.Second)
	draw("hand-over")
	p.showTrouble(screens.Sentence(journal.ErrDamaged))
	draw("trouble")
}

// settle waits until what runs in the background is done, and shown.
func settle(p *program) { answered(p) }

func save(t *testing.T, p *program, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, p.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
