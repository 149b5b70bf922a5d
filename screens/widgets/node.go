package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// NodeState is how far a step on the path is.
type NodeState int

// The states of a step: they differ by shape as well as by colour.
const (
	NodeLater NodeState = iota // a grey ring
	NodeHere                   // a gold ring
	NodeDone                   // filled with gold
)

// Node is the round sign of a step on the path. Without a number it is small: the before and the after.
type Node struct {
	widget.BaseWidget
	Number string
	State  NodeState
}

// NewNode makes a sign.
func NewNode(number string, state NodeState) *Node {
	n := &Node{Number: number, State: state}
	n.ExtendBaseWidget(n)
	return n
}

// Set changes the number and the state.
func (n *Node) Set(number string, state NodeState) {
	n.Number, n.State = number, state
	n.Refresh()
}

// CreateRenderer is called by the toolkit.
func (n *Node) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	r := &nodeRenderer{node: n, disc: canvas.NewCircle(color.Transparent), number: canvas.NewText("", color.Transparent)}
	r.number.TextStyle = StyleSerifBold
	r.Refresh()
	return r
}

// Across is the width and height of the sign, in points.
func (n *Node) Across() float32 {
	if n.Number == "" {
		return 21 * scaleOf(n)
	}
	return 43 * scaleOf(n)
}

type nodeRenderer struct {
	node   *Node
	disc   *canvas.Circle
	number *canvas.Text
}

// Destroy is called by the toolkit.
func (r *nodeRenderer) Destroy() {}

// Objects gives the parts from back to front.
func (r *nodeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.disc, r.number} }

// MinSize grows with the text size.
func (r *nodeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.node.Across()) }

// Layout centres the disc and the number.
func (r *nodeRenderer) Layout(size fyne.Size) {
	across := r.node.Across()
	r.disc.Resize(fyne.NewSquareSize(across))
	r.disc.Move(fyne.NewPos((size.Width-across)/2, (size.Height-across)/2))
	least := r.number.MinSize()
	r.number.Resize(least)
	r.number.Move(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
}

// Refresh follows the fields and the theme.
func (r *nodeRenderer) Refresh() {
	n := r.node
	t := TokensOf(n)
	r.disc.StrokeWidth = 2.5
	switch n.State {
	case NodeDone:
		r.disc.FillColor, r.disc.StrokeColor, r.number.Color = t.Gold, t.Gold, t.OnGold
	case NodeHere:
		r.disc.FillColor, r.disc.StrokeColor, r.number.Color = t.Surface, t.Gold, t.GoldInk
	default:
		r.disc.FillColor, r.disc.StrokeColor, r.number.Color = t.Paper, t.Line, t.Muted
	}
	r.number.Text, r.number.TextSize = n.Number, sizeOf(n, SizeQuestion)
	r.number.FontSource = FontFor(n, n.Number, r.number.TextStyle)
	r.Layout(n.Size())
	r.disc.Refresh()
	r.number.Refresh()
	canvas.Refresh(n)
}
