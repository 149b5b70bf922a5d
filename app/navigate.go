package app

import (
	"fyne.io/fyne/v2"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

// focusing is a page that says where the keyboard begins.
type focusing interface{ FirstFocus() fyne.Focusable }

// clearing is a page that can forget what was typed.
type clearing interface{ Clear() }

// searching is a page that Ctrl+F has a field on.
type searching interface{ Search() fyne.Focusable }

// visit goes to one of the places of the sidebar.
func (p *program) visit(to place) { p.goTo(route{place: to}) }

// goTo shows a page, once what is being written on this one is saved.
func (p *program) goTo(r route) {
	if !p.unlocked() || p.page == nil {
		return
	}
	p.flush(func() { p.show(r) })
}

// back goes to the page before.
func (p *program) back() {
	p.flush(func() { p.show(p.history.back()) })
}

// drafting is a page on which own words are written.
type drafting interface {
	Flush(done func())      // saves them; done is called when that is over, well or not
	Dirty() []journal.Draft // what is not saved yet
}

// written is the page that is written on, if there is one.
func (p *program) written() (drafting, bool) {
	page, ok := p.page.(drafting)
	return page, ok
}

// flush saves what is being written, then goes on. Words that can't be saved
// stay on the screen, which says so.
func (p *program) flush(then func()) {
	page, ok := p.written()
	if !ok {
		then()
		return
	}
	page.Flush(func() {
		if len(page.Dirty()) == 0 {
			then()
		}
	})
}

// show builds the page of r and shows it in the frame.
func (p *program) show(r route) {
	p.drop()
	p.building = true
	page := p.build(r)
	p.building = false
	if page == nil {
		return
	}
	p.history.push(r)
	p.page, p.content = page, page
	p.frame(r.menu())
	p.focus(page)
}

// frame puts the page into a frame for those who are here now.
func (p *program) frame(at place) {
	p.shell = p.newShell()
	p.shell.show(p.page, at)
	p.window.SetContent(p.framed(p.shell.whole))
	p.shell.reveal(at)
}

// refresh draws the frame anew and the page as the journal stands now.
func (p *program) refresh() {
	if p.page != nil {
		p.show(p.history.current())
	}
}

// bare shows something without the sidebar: arriving, covers.
func (p *program) bare(content fyne.CanvasObject) {
	p.drop()
	p.content = content
	p.window.SetContent(p.framed(content))
	p.focus(content)
}

// drop forgets the page and all that was typed on it.
func (p *program) drop() {
	if s, ok := p.page.(*screens.Timeline); ok {
		p.timelineAt = s.Place()
	}
	if c, ok := p.page.(clearing); ok {
		c.Clear()
	}
	p.page, p.turning = nil, false
}

// focus puts the keyboard where a new page begins, and leaves its top in view.
func (p *program) focus(content fyne.CanvasObject) {
	if f, ok := content.(focusing); ok {
		p.still = true
		p.focusOn(f.FirstFocus())
		p.still = false
	}
}

// focusOn moves the keyboard, unless what it should go to is not on the screen.
func (p *program) focusOn(f fyne.Focusable) {
	if f != nil && !p.building && p.window.Canvas().Content() != nil {
		p.window.Canvas().Focus(f)
	}
}

// focused scrolls to what has the keyboard, once the toolkit has noted it.
func (p *program) focused() {
	if !p.still {
		p.tasks.after(0, p.reveal)
	}
}

func (p *program) reveal() {
	if o, ok := p.window.Canvas().Focused().(fyne.CanvasObject); ok {
		widgets.Reveal(p.window.Canvas().Content(), o)
	}
}

func (p *program) search() {
	if s, ok := p.page.(searching); ok {
		p.focusOn(s.Search())
	}
}

// openThing goes to what a moment is about.
func (p *program) openThing(t journal.Thing) {
	switch t.Kind {
	case journal.ThingAgreement, journal.ThingBoundary:
		p.goTo(route{placeAgreements, string(t.Kind) + ":" + t.ID})
	case journal.ThingReflection:
		p.goTo(route{placeReflection, t.ID})
	case journal.ThingStep:
		p.goTo(route{placeStep, t.ID})
	case journal.ThingSlip:
		p.goTo(route{placeSlip, t.ID})
	case journal.ThingCheckIn:
		p.goTo(route{placeAnswers, t.ID})
	case journal.ThingSitting:
		p.goTo(route{placeSitting, t.ID})
	case journal.ThingLastWords:
		p.visit(placeLastWords)
	case journal.ThingNone:
	}
}

// people gives the partners who are here.
func (p *program) people() []journal.Person {
	var here []journal.Person
	state := p.journal.State()
	for _, who := range p.journal.Present() {
		here = append(here, state.Person(who))
	}
	return here
}

var (
	_ focusing  = (*screens.Exercise)(nil)
	_ drafting  = (*screens.Exercise)(nil)
	_ drafting  = (*screens.CheckInAnswer)(nil)
	_ drafting  = (*screens.SlipPage)(nil)
	_ drafting  = (*screens.NameSlip)(nil)
	_ drafting  = (*screens.LastWords)(nil)
	_ clearing  = (*screens.Exercise)(nil)
	_ searching = (*screens.Timeline)(nil)
)
