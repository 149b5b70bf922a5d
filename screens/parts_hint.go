package screens

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/course"
	"goldseam.app/data/wording"
	"goldseam.app/screens/widgets"
)

// lookAfter is how long the keys rest before the words are looked at, unless a
// sentence has just ended: then it is at once.
const lookAfter = 500 * time.Millisecond

// hintBox keeps room for one hint below a field, so that the field never moves
// when a hint comes or goes. A nil one is silent: the partner who was hurt sees
// no hints.
type hintBox struct {
	widget.BaseWidget
	screen *Exercise
	title  *widgets.Text
	text   *widgets.Text
	card   *widgets.Card
	away   *widgets.Button
	shown  string // the family that is shown, or empty
	asked  int
	field  *widgets.Entry // the one that is written in
}

// newHints makes the room for hints of a part, or nil where there are none.
func (s *Exercise) newHints(part string) *hintBox {
	if s.setup.Hints == nil || s.roles.mine == course.RoleHurt || part == debriefPart {
		return nil
	}
	h := &hintBox{screen: s, title: widgets.NewText("", widgets.BodyBold), text: widgets.NewText("", widgets.Body)}
	h.title.MaxLines, h.text.MaxLines = 1, 2
	h.away = widgets.NewSmallButton(lang.L("Not now"), widgets.Quiet, h.dismiss)
	foot := widgets.Wrap(10, widgets.NewLine(lang.L("A hint, never a rule."), widgets.Small), h.away)
	h.card = widgets.NewCard(widgets.VGap(2, h.title, h.text, foot))
	h.card.Fill, h.card.Padding = widgets.FillGold, 14
	h.card.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the card in its room.
func (h *hintBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.card) }

// MinSize is the room that is always kept.
func (h *hintBox) MinSize() fyne.Size {
	return fyne.NewSize(160, h.HeightFor(max(h.Size().Width, 400)))
}

// HeightFor is the height of a hint of a line and two more, more where it is narrow.
func (h *hintBox) HeightFor(width float32) float32 {
	line := widgets.HeightFor(h.away, width)
	_, text := hintLines(width / line)
	one := widgets.NewLine(" ", widgets.Body).MinSize().Height
	return float32(text+1)*one + line + 32
}

// hintLines is how many lines title and text may have; wide counts the width in
// heights of a small line.
func hintLines(wide float32) (title, text int) {
	if wide < 18 {
		return 1, 4
	}
	return 1, 2
}

// NaturalWidth is as wide as a hint reads well.
func (h *hintBox) NaturalWidth() float32 { return 560 }

// Resize lets the words use the lines there are.
func (h *hintBox) Resize(size fyne.Size) {
	h.title.MaxLines, h.text.MaxLines = hintLines(size.Width / widgets.HeightFor(h.away, size.Width))
	h.BaseWidget.Resize(size)
}

// look asks for a hint once the keys have rested.
func (h *hintBox) look(field *widgets.Entry, text string) {
	if h == nil {
		return
	}
	h.field = field
	h.asked++
	asked := h.asked
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".!?…\n", last) {
		h.show(h.pick(h.screen.setup.Hints.Look(text)))
		return
	}
	h.screen.setup.After(lookAfter, func() {
		if asked == h.asked && !h.screen.cleared {
			h.show(h.pick(h.screen.setup.Hints.Look(text)))
		}
	})
}

// pick takes the newest hint of a family that was not sent away.
func (h *hintBox) pick(hints []wording.Hint) wording.Hint {
	for i := len(hints) - 1; i >= 0; i-- {
		if !slices.Contains(h.screen.quiet, hints[i].Family) {
			return hints[i]
		}
	}
	return wording.Hint{}
}

func (h *hintBox) show(hint wording.Hint) {
	h.shown = hint.Family
	h.title.SetText(hint.Title)
	h.text.SetText(hint.Text)
	h.card.Hidden = hint.Family == ""
	h.card.Refresh()
	h.Refresh()
}

// dismiss sends this family away for this text.
func (h *hintBox) dismiss() {
	h.screen.quiet = append(h.screen.quiet, h.shown)
	h.screen.changed(h.screen.kept())
	h.show(wording.Hint{})
	h.screen.aim(h.field)
}

func (h *hintBox) clear() {
	if h == nil {
		return
	}
	h.asked++
	h.field = nil
	h.show(wording.Hint{})
}
