package widgets_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	w "goldseam.app/screens/widgets"
)

func TestTextPictures(t *testing.T) {
	golden(t, "text", 420, true, func() fyne.CanvasObject {
		right := w.NewText("שלום לשניכם, הערב פתוח.", w.Body)
		cutOff := w.NewText("A message as soon as plans change, also when it is only half an hour, and also when it is raining.", w.Question)
		cutOff.MaxLines = 2
		centred := w.NewText("Writing alone is fine.", w.Muted)
		centred.Align = fyne.TextAlignCenter
		return w.VGap(8,
			w.NewText("Good evening, Noor and Eli", w.Title), w.NewText("Our pace", w.Heading),
			cutOff, w.NewText("I need many plain, ordinary days, and the truth while it is still small. 🌿", w.Said),
			w.NewText("Each of you marks, alone, how fast feels right.\n\nThen you open both.", w.Body),
			w.NewText("The slower pace is your pace.", w.BodyBold), centred,
			w.NewText("Day 4 of 7. What you wrote is sealed until the end.", w.Small),
			w.NewText("Step 3 · Boundaries, slowly", w.Caps), right,
			w.NewText("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", w.Body),
		)
	})
}

func TestButtonPictures(t *testing.T) {
	golden(t, "buttons", 420, true, func() fyne.CanvasObject {
		off := w.NewButton("Begin together", w.Plain, nil)
		off.Disable()
		focused := w.NewButton("Stop here for now", w.Plain, nil)
		focused.FocusGained()
		withIcon := w.NewButton("Pause", w.Plain, nil)
		withIcon.Icon = icon(t, "pause")
		return w.Wrap(12,
			w.NewButton("Begin · about 20 min", w.Primary, nil), w.NewButton("Answer · 3 min", w.Plain, nil),
			w.NewButton("Close the exercise", w.Gold, nil), off, focused, withIcon,
			w.NewSmallButton("Leave quickly", w.Plain, nil), w.NewSmallButton("Help & safety", w.Quiet, nil))
	})
}

func TestCardPictures(t *testing.T) {
	golden(t, "cards", 460, true, func() fyne.CanvasObject {
		edge := w.NewCard(w.VGap(8, w.NewText("Step 3 · Boundaries, slowly", w.Caps), w.NewText("Our pace", w.Heading),
			w.NewText("Each of you marks, alone, how fast feels right: talking, touch, romance, living together.", w.Muted)))
		edge.Edge = true
		bar := w.NewCard(w.HGap(14, w.NewAvatar("N", w.First, 30), w.NewLine("Noor", w.Heading), w.Spacer(), w.NewChip("Here", w.ChipFirst)))
		bar.TopBar = w.ColorFirst
		chosen := w.NewTapCard(w.NewText("Sunday walk, phones at home", w.Question), nil)
		chosen.Selected = true
		focused := w.NewTapCard(w.NewText("Shared calendar for evenings out", w.Question), nil)
		focused.FocusGained()
		dashed := w.NewCard(w.NewText("Dinner without screens", w.Question))
		dashed.Dashed = true
		gold := w.NewCard(w.NewText("Eli makes the coffee on Saturday.", w.Question))
		gold.Fill = w.FillGold
		return w.VGap(14, edge, bar, chosen, focused, dashed, gold)
	})
}

func TestChipPictures(t *testing.T) {
	golden(t, "chips", 420, false, func() fyne.CanvasObject {
		filter := w.NewFilter([]string{"In force 7", "Proposed 1", "To review 2", "Ended 4"}, nil)
		filter.FocusGained()
		return w.VGap(14, w.Wrap(8,
			w.NewChip("Temporary access", w.ChipGold), w.NewChip("Agreement", w.ChipSage), w.NewChip("Noor's boundary", w.ChipFirst),
			w.NewChip("Eli's boundary", w.ChipSecond), w.NewChip("part 2 of 3", w.ChipOutline)), filter)
	})
}

func TestEntryPictures(t *testing.T) {
	golden(t, "entries", 420, false, func() fyne.CanvasObject {
		words := w.NewMultiLineEntry()
		words.SetSide(w.First)
		words.SetText("For four months I wrote to someone and told you it was work.")
		search := w.NewEntry()
		search.SetPlaceHolder("Search…")
		field := w.NewField("A passphrase", w.NewPasswordEntry())
		field.Entry.SetText("river stone lamp")
		field.SetHint("At least twelve characters.")
		field.SetError("A few more characters, please. Six words work well.")
		return w.VGap(14, words, search, field)
	})
}

func TestCheckPictures(t *testing.T) {
	golden(t, "checks", 420, false, func() fyne.CanvasObject {
		focused := w.NewCheck("What we opened together", true, nil)
		focused.FocusGained()
		return w.VGap(6, w.NewCheck("Where we are on the path", true, nil), w.NewCheck("Check-in charts, for each of you, with gaps as gaps", false, nil),
			focused, w.NewRule(), w.NewOptions([]string{"Mostly I broke trust", "Mostly I was hurt", "Not sure"}, 1, nil))
	})
}

func TestScalePictures(t *testing.T) {
	golden(t, "scales", 460, false, func() fyne.CanvasObject {
		first := w.NewScale("0 · not at all", "10 · fully")
		first.Label, first.Side = "I owned what was mine", w.First
		first.SetValue(6)
		second := w.NewScale("0 · never", "10 · every time")
		second.Label, second.Side = "I felt heard", w.Second
		second.SetValue(10)
		second.FocusGained()
		empty := w.NewScale("0 · none", "10 · a lot")
		empty.Label, empty.Empty = "I have hope for us", "not answered"
		return w.VGap(18, first, second, empty)
	})
}

func TestSignPictures(t *testing.T) {
	golden(t, "signs", 420, false, func() fyne.CanvasObject {
		return w.VGap(16,
			w.HGap(10, w.NewMark(90), w.NewMark(26), w.NewAvatar("Noor", w.First, 30), w.NewAvatar("Eli", w.Second, 30), w.NewSeam()),
			w.HGap(10, w.NewNode("", w.NodeDone), w.NewNode("1", w.NodeDone), w.NewNode("3", w.NodeHere), w.NewNode("4", w.NodeLater), w.NewNode("", w.NodeLater)),
			w.Wrap(10, icons(t)...))
	})
}

// iconNames are the line icons of the shell.
var iconNames = []string{"today", "path", "agreements", "checkins", "timeline", "summary", "help", "settings", "lock", "pause"}

func icon(t *testing.T, name string) fyne.Resource {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "assets", "icons", name+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	return fyne.NewStaticResource(name+".svg", content)
}

func icons(t *testing.T) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, name := range iconNames {
		all = append(all, w.NewIcon(icon(t, name), w.ColorMuted))
	}
	return all
}
