package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestRevealScrollsToTheFocus: a button far down comes into view, and one that is
// in view already moves nothing.
func TestRevealScrollsToTheFocus(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1, Fonts{}))
	column := VGap(10)
	var buttons []*Button
	for i := range 40 {
		b := NewButton(fmt.Sprint("Button ", i), Plain, nil)
		buttons = append(buttons, b)
		column.Add(NewCard(Pad(4, 4, 4, 4, b)))
	}
	scroller := VScroll(column)
	w := test.NewTempWindow(t, scroller)
	w.Resize(fyne.NewSize(400, 300))
	scroll := scroller.Objects[0].(*container.Scroll)

	Reveal(w.Canvas().Content(), buttons[1])
	if scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v for what was in view", scroll.Offset.Y)
	}
	Reveal(w.Canvas().Content(), buttons[30])
	found, ok := seek(w.Canvas().Content(), buttons[30], fyne.Position{}, nil)
	if !ok {
		t.Fatal("the button was not found")
	}
	if y := found.at.Y; y < scroll.Offset.Y || y+buttons[30].Size().Height > scroll.Offset.Y+scroll.Size().Height {
		t.Errorf("button at %v, in view %v to %v", y, scroll.Offset.Y, scroll.Offset.Y+scroll.Size().Height)
	}
	Reveal(w.Canvas().Content(), buttons[0])
	if scroll.Offset.Y > 24 {
		t.Errorf("back at the first button the scroll is at %v", scroll.Offset.Y)
	}
}
