package screens

import (
	"fyne.io/fyne/v2"

	"goldseam.app/screens/widgets"
)

// parted is a page to read in parts, to each of which one can go at once.
type parted struct {
	moving

	text *reading
	all  *fyne.Container // the ways to the parts, and the parts below each other
}

// pagePart is one part of the page.
type pagePart struct {
	name    string
	content fyne.CanvasObject
	focus   fyne.Focusable // where the keyboard goes with it, or nil for the text
}

// set makes the text of the page.
func (p *parted) set(parts []pagePart) {
	ways := widgets.Wrap(8)
	p.all = widgets.VGap(28, ways)
	for _, part := range parts {
		ways.Add(widgets.NewSmallButton(part.name, widgets.Plain, func() { p.goTo(part) }))
		p.all.Add(part.content)
	}
	p.text = readable(p.all)
}

// goTo brings a part of the page to the top of the window.
func (p *parted) goTo(part pagePart) {
	focus := part.focus
	if focus == nil {
		focus = p.text
	}
	p.aim(focus)
	p.text.goTo(p.all.Position().Y + part.content.Position().Y)
}
