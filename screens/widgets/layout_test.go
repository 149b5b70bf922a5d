package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goldseam.app/screens/widgets"
)

const long = "Each of you marks, alone, how fast feels right: talking, touch, romance, living together. Then you open both."

func TestHeightsAreRightAtFirstShow(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	text := widgets.NewText(long, widgets.Body)
	after := widgets.NewButton("Begin", widgets.Primary, nil)
	card := widgets.NewCard(widgets.VGap(10, text, after))
	below := widgets.NewLine("below", widgets.Small)
	window(t, widgets.VScroll(widgets.VGap(12, card, below)), 320, 500)
	if text.Size().Height < 4*20 {
		t.Errorf("text is %v high, want several lines", text.Size().Height)
	}
	if after.Position().Y != text.Size().Height+10 {
		t.Errorf("button at %v under a text of %v", after.Position().Y, text.Size().Height)
	}
	if below.Position().Y != card.Size().Height+12 {
		t.Errorf("line at %v under a card of %v", below.Position().Y, card.Size().Height)
	}
}

func TestMinSizeFollowsTheWidth(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	text := widgets.NewText(long, widgets.Body)
	wide := text.MinSize().Height
	text.Resize(fyne.NewSize(150, 10))
	if narrow := text.MinSize().Height; narrow <= wide || narrow != text.HeightFor(150) {
		t.Errorf("height %v when narrow, %v when wide", narrow, wide)
	}
}

func TestRowsShareTheirWidth(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	chip, text, date := widgets.NewChip("Agreement", widgets.ChipSage), widgets.NewText(long, widgets.Body), widgets.NewLine("review Tuesday", widgets.Small)
	row := widgets.HGap(10, chip, text, widgets.Spacer(), date)
	row.Resize(fyne.NewSize(400, widgets.HeightFor(row, 400)))
	if chip.Size().Width != chip.MinSize().Width || date.Size().Width < date.NaturalWidth() {
		t.Error("what can't wrap was squeezed")
	}
	if end := date.Position().X + date.Size().Width; end < 399 || end > 401 {
		t.Errorf("row ends at %v, want 400", end)
	}
	if text.Size().Height < text.HeightFor(text.Size().Width) {
		t.Error("text is cut")
	}
}

func TestColumnsStackWhenNarrow(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	left, right := widgets.NewCard(widgets.NewText(long, widgets.Body)), widgets.NewCard(widgets.NewText("short", widgets.Body))
	columns := widgets.StackBelow(600, 18, []float32{2, 1}, left, right)
	columns.Resize(fyne.NewSize(900, widgets.HeightFor(columns, 900)))
	if left.Size().Width != 588 || right.Size().Width != 294 || left.Size().Height != right.Size().Height {
		t.Errorf("side by side: %v and %v", left.Size(), right.Size())
	}
	columns.Resize(fyne.NewSize(500, widgets.HeightFor(columns, 500)))
	if right.Position().X != 0 || right.Position().Y != left.Size().Height+18 || right.Size().Width != 500 {
		t.Errorf("stacked: %v at %v", right.Size(), right.Position())
	}
}

func TestColumnsStackEarlierWithLargeType(t *testing.T) {
	useTheme(t, widgets.Light, 1.6)
	left, right := widgets.NewText("a", widgets.Body), widgets.NewText("b", widgets.Body)
	widgets.StackBelow(600, 18, nil, left, right).Resize(fyne.NewSize(900, 400))
	if right.Position().X != 0 {
		t.Error("not stacked at 160 %")
	}
}

func TestSpareRoomGoesToWhatGrows(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	words, foot := widgets.NewMultiLineEntry(), widgets.NewLine("Saved.", widgets.Small)
	grown := widgets.Fill(words)
	box := widgets.VGap(8, widgets.NewText("What did you do?", widgets.Question), grown, foot)
	box.Resize(fyne.NewSize(300, 600))
	if end := foot.Position().Y + foot.Size().Height; end != 600 {
		t.Errorf("foot ends at %v, want 600", end)
	}
	if words.Size() != grown.Size() {
		t.Errorf("field is %v in %v", words.Size(), grown.Size())
	}
}

func TestHiddenOnesTakeNoRoom(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	hidden, shown := widgets.NewLine("a", widgets.Body), widgets.NewLine("b", widgets.Body)
	hidden.Hide()
	if got := widgets.HeightFor(widgets.VGap(8, hidden, shown), 100); got != shown.HeightFor(100) {
		t.Errorf("height %v, want %v", got, shown.HeightFor(100))
	}
}

func TestChipsFlow(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	var chips []fyne.CanvasObject
	for range 6 {
		chips = append(chips, widgets.NewChip("Agreement", widgets.ChipSage))
	}
	row := widgets.Wrap(8, chips...)
	row.Resize(fyne.NewSize(250, widgets.HeightFor(row, 250)))
	last := chips[5]
	if last.Position().Y == 0 || last.Position().X+last.Size().Width > 250 {
		t.Errorf("last chip at %v", last.Position())
	}
}

func TestTextIsCutAtItsLines(t *testing.T) {
	useTheme(t, widgets.Light, 1)
	text := widgets.NewText(strings.Repeat(long, 5), widgets.Body)
	text.MaxLines = 3
	if got, want := text.HeightFor(300), 3*widgets.NewText("a", widgets.Body).HeightFor(300); got != want {
		t.Errorf("height %v, want %v", got, want)
	}
}

func BenchmarkTextInAList(b *testing.B) {
	text := widgets.NewText("", widgets.Question)
	for i := range b.N {
		text.SetText([]string{long, long + long}[i%2])
		text.HeightFor(400)
	}
}
