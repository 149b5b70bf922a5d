package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/data/journal"
	"goldseam.app/screens"
	"goldseam.app/screens/widgets"
)

// menuItem is one of the places of the sidebar.
type menuItem struct {
	place place
	name  string
	icon  string
}

// menu gives the places, in the order of Ctrl+1, Ctrl+2 and so on.
func menu() []menuItem {
	return []menuItem{
		{placeToday, lang.L("Today"), "today"},
		{placePath, lang.L("Path"), "path"},
		{placeAgreements, lang.L("Agreements"), "agreements"},
		{placeCheckIns, lang.L("Check-ins"), "checkins"},
		{placeTimeline, lang.L("Timeline"), "timeline"},
		{placeSummary, lang.L("Summary"), "summary"},
	}
}

func footMenu() []menuItem {
	return []menuItem{
		{placeHelp, lang.L("Help & safety"), "help"},
		{placeSettings, lang.L("Settings"), "settings"},
	}
}

// shell is the frame around a page: the sidebar, and Leave quickly at the top
// right of everything.
type shell struct {
	items   map[place]*widgets.NavItem
	places  *fyne.Container // what scrolls in the sidebar
	content *fyne.Container
	whole   fyne.CanvasObject
}

// newShell makes the frame for those who are here now.
func (p *program) newShell() *shell {
	s := &shell{items: map[place]*widgets.NavItem{}, content: container.NewStack()}
	top, foot := widgets.VGap(3), widgets.VGap(3)
	for _, item := range menu() {
		top.Add(s.item(p, item))
	}
	for _, item := range footMenu() {
		foot.Add(s.item(p, item))
	}
	name := widgets.HGap(9, widgets.NewMark(26), widgets.NewLine("Goldseam", widgets.Heading))
	s.places = widgets.VScroll(top)
	side := widgets.VGap(12, widgets.Pad(22, 10, 6, 10, name), widgets.Fill(s.places),
		foot, widgets.NewRule(), p.whoIsHere())
	sidebar := container.NewBorder(nil, nil, nil, widgets.NewUpright(), widgets.Pad(0, 14, 14, 14, side))
	s.whole = container.NewBorder(nil, nil, sidebar, nil, s.content)
	return s
}

// reveal scrolls the sidebar to a place, once it has its size.
func (s *shell) reveal(at place) {
	if item, ok := s.items[at]; ok {
		widgets.Reveal(s.places, item)
	}
}

func (s *shell) item(p *program, m menuItem) *widgets.NavItem {
	item := widgets.NewNavItem(m.name, resource("icons/"+m.icon+".svg"), func() { p.visit(m.place) })
	s.items[m.place] = item
	return item
}

// show puts a page into the frame and marks its place in the sidebar.
func (s *shell) show(page fyne.CanvasObject, at place) {
	s.content.Objects = []fyne.CanvasObject{page}
	s.content.Refresh()
	for name, item := range s.items {
		item.SetSelected(name == at)
	}
}

// whoIsHere is the foot of the sidebar: avatars, who is present and holds, hand
// over, lock; and in the first sitting the way to stop without a trace.
func (p *program) whoIsHere() fyne.CanvasObject {
	state := p.journal.State()
	faces, here := widgets.HGap(-3), widgets.VGap(0)
	for _, who := range p.journal.Present() {
		faces.Add(widgets.NewAvatar(initial(p.journal, who), side(who), 30))
	}
	for _, line := range p.presence(state) {
		here.Add(widgets.NewLine(line, widgets.Small))
	}
	buttons := widgets.HGap(8, widgets.NewSmallButton(lang.L("Lock"), widgets.Plain, p.lock))
	if p.journal.Both() {
		other := state.Person(p.journal.Holder().Other())
		buttons.Add(widgets.NewSmallButton(lang.L("Hand over"), widgets.Plain, func() { p.handOver(other.Partner) }))
	}
	foot := widgets.VGap(10, widgets.HGap(8, faces, here), buttons)
	if p.guided {
		stop := screens.NewStopAndDelete(p.newMaker(), p.tasks.run)
		stop.OnStopped = p.stopped
		stop.OnResized = foot.Refresh
		foot.Add(stop)
	}
	return widgets.Pad(0, 4, 4, 10, foot)
}

// presence says who is here, and who has the laptop when both are.
func (p *program) presence(s journal.State) []string {
	name := map[string]any{"Name": screens.ShortName(s.Person(p.journal.Holder()).Name)}
	if p.journal.Both() {
		return []string{lang.L("Both here"), lang.L("{{.Name}} writes", name)}
	}
	return []string{lang.L("{{.Name}} is here", name)}
}

func initial(j *journal.Journal, who journal.Partner) string { return j.Faces()[who-1].Initial }

func side(who journal.Partner) widgets.Side {
	if who == journal.Second {
		return widgets.Second
	}
	return widgets.First
}

// framed puts Leave quickly over a page, at the top right, and notices the mouse.
func (p *program) framed(page fyne.CanvasObject) fyne.CanvasObject {
	leave := widgets.NewSmallButton(lang.L("Leave quickly"), widgets.Plain, p.leave)
	corner := container.New(&cornerLayout{}, leave)
	ground := widgets.NewGround(widgets.ColorPaper, 0)
	return container.NewStack(ground, newMouseWatch(p.noteInput), page, corner)
}

// cornerLayout keeps one thing at the top right, 16 down and 20 from the edge.
type cornerLayout struct{}

// MinSize is the thing's own.
func (cornerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout places it.
func (cornerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos(size.Width-least.Width-20, 16))
}

// mouseWatch lies behind a page and notices that the mouse moves.
type mouseWatch struct {
	widget.BaseWidget
	moved func()
}

var _ desktop.Hoverable = (*mouseWatch)(nil)

func newMouseWatch(moved func()) *mouseWatch {
	m := &mouseWatch{moved: moved}
	m.ExtendBaseWidget(m)
	return m
}

// MouseIn notices the mouse.
func (m *mouseWatch) MouseIn(*desktop.MouseEvent) { m.moved() }

// MouseMoved notices the mouse.
func (m *mouseWatch) MouseMoved(*desktop.MouseEvent) { m.moved() }

// MouseOut notices the mouse.
func (m *mouseWatch) MouseOut() { m.moved() }

// CreateRenderer draws nothing.
func (m *mouseWatch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
