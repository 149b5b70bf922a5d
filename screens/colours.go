package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"goldseam.app/screens/widgets"
)

// colourNames are the words for the partner colours, in the palette's order.
func colourNames() [widgets.PartnerColors]string {
	return [widgets.PartnerColors]string{
		lang.L("Blue"), lang.L("Rust"), lang.L("Plum"), lang.L("Teal"), lang.L("Olive"), lang.L("Rose"),
	}
}

// colourPicker lets a partner choose one of the six colours. The name of the
// chosen one stands below, so that seeing colours is not needed.
type colourPicker struct {
	widget.BaseWidget
	picked int
	cards  []*widgets.TapCard
	name   *widgets.Text
	box    *fyne.Container
}

func newColourPicker(picked int) *colourPicker {
	p := &colourPicker{name: widgets.NewText("", widgets.Small)}
	row := widgets.Wrap(8)
	for i, name := range colourNames() {
		sign := widgets.NewAvatar("", widgets.Neither, 24)
		sign.Color = i
		card := widgets.NewTapCard(sign, func() { p.pick(i) })
		card.Padding, card.Label = 6, name
		p.cards = append(p.cards, card)
		row.Add(card)
	}
	p.box = widgets.VGap(6, row, p.name)
	p.ExtendBaseWidget(p)
	p.pick(picked)
	return p
}

func (p *colourPicker) pick(i int) {
	p.picked = i
	for at, card := range p.cards {
		card.Selected = at == i
		card.Refresh()
	}
	p.name.SetText(lang.L("Colour: {{.Name}}", named(colourNames()[i])))
}

// HeightFor is the height at a width.
func (p *colourPicker) HeightFor(width float32) float32 { return widgets.HeightFor(p.box, width) }

// NaturalWidth is the width it likes best.
func (p *colourPicker) NaturalWidth() float32 { return widgets.NaturalWidth(p.box) }

// CreateRenderer draws the row of colours and the name.
func (p *colourPicker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.box)
}
