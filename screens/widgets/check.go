package widgets

import "fyne.io/fyne/v2"

// Check is a box to tick, with words beside it that wrap.
type Check struct {
	control
	Text      string
	On        bool
	OnChanged func(on bool)
}

// NewCheck makes a box to tick.
func NewCheck(text string, on bool, changed func(bool)) *Check {
	c := &Check{Text: text, On: on, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// SetOn ticks or unticks the box and tells nobody.
func (c *Check) SetOn(on bool) {
	if on == c.On {
		return
	}
	c.On = on
	c.Refresh()
}

// Tapped changes the box.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.SetOn(!c.On)
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}

// TypedKey changes the box with Enter or Space.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		c.Tapped(nil)
	}
}

// AccessibilityLabel gives the words to a screen reader, with a sign when ticked.
func (c *Check) AccessibilityLabel() string {
	if c.On {
		return "✓ " + c.Text
	}
	return c.Text
}

// AccessibilityRole says that this can be pressed.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height of the words at a width.
func (c *Check) HeightFor(width float32) float32 { return tickHeight(c, c.Text, width) }

// NaturalWidth is the width of the box and the words.
func (c *Check) NaturalWidth() float32 { return tickWidth(c, c.Text) }

// CreateRenderer is called by the toolkit.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return newTickRenderer(c, func() tick {
		return tick{text: c.Text, on: c.On, focused: c.focused, hovered: c.hovered, disabled: c.Disabled()}
	})
}
