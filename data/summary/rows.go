package summary

import (
	"strings"

	"goldseam.app/data/journal"
)

// Measures of the page, in points.
const (
	pageWidth   = 595.28
	pageHeight  = 841.89
	marginSide  = 66.0
	marginTop   = 62.0
	marginFoot  = 74.0
	textWidth   = pageWidth - 2*marginSide
	columnGap   = 22.0
	columnWidth = (textWidth - columnGap) / 2
	bodyLead    = 15.0
)

var (
	styleLabel   = style{Regular, 9.5, InkGoldText}
	styleTitle   = style{SemiBold, 25, InkText}
	styleSection = style{SemiBold, 15, InkText}
	styleItem    = style{SemiBold, 11, InkText}
	styleBody    = style{Regular, 10.5, InkText}
	styleNote    = style{Regular, 10.5, InkMuted}
	stylePrompt  = style{Italic, 10.5, InkMuted}
	stylePart    = style{SemiBold, 10.5, InkMuted}
	styleFoot    = style{Regular, 8.5, InkMuted}
)

// row is one line of the document, or two side by side, before it has a page.
// The texts' Y counts from the row's top.
type row struct {
	before float64 // space above, left out at the top of a page
	height float64
	keep   bool // stays on one page with the next row
	texts  []Text
	right  []Text // of a right column, read after the whole left one
	goesOn bool   // its columns go on from the row above
	shapes []Shape
	marks  []Mark // for the outline; their page and place are still to be found
	fresh  bool   // begins a page
}

// empty reports whether nothing is drawn.
func (r row) empty() bool { return len(r.texts)+len(r.right)+len(r.shapes) == 0 }

// setter turns the document into rows.
type setter struct {
	fonts *typeface
	rows  []row
	density
}

// block is a paragraph to set.
type block struct {
	spans   []span
	x       float64 // from the left margin
	width   float64
	leading float64
	before  float64
	keep    bool // the whole block stays with what follows
}

// set adds the block's lines as rows. The first two and the last two lines of a
// block stay together.
func (s *setter) set(b block) {
	s.rows = append(s.rows, s.lines(b)...)
}

func (s *setter) lines(b block) []row {
	b = s.sized(b)
	ls := s.fonts.letters(b.spans)
	fromRight := readsFromRight(ls)
	broken := wrap(ls, b.width)
	rows := make([]row, len(broken))
	for i, line := range broken {
		x := marginSide + b.x
		if fromRight {
			x += b.width - widthOf(line)
		}
		rows[i] = row{
			height: b.leading,
			texts:  place(visual(line, fromRight), x, b.leading*0.76),
			keep:   b.keep || i < len(broken)-1 && (i == 0 || i == len(broken)-2),
		}
	}
	rows[0].before = b.before
	return rows
}

func widthOf(line []letter) float64 {
	width := 0.0
	for _, l := range line {
		width += l.width()
	}
	return width
}

// text sets clean words of several lines. An empty line is as high as any other,
// so that two columns stay in step.
func (s *setter) text(words string, b block, st style) {
	all := paragraphs(words)
	for i, p := range all {
		b.spans = []span{{p, st}}
		s.set(b)
		b.before = 0
		if heads(all, i) {
			s.rows[len(s.rows)-1].keep = true
		}
	}
}

// heads reports whether a line is the first of several: it may be the heading of
// those below it, and stays with them.
func heads(all []string, i int) bool {
	return all[i] != "" && (i == 0 || all[i-1] == "") && i+1 < len(all) && all[i+1] != ""
}

// full gives a block over the whole width.
func full(before float64, keep bool, spans ...span) block {
	return block{spans: spans, width: textWidth, leading: bodyLead, before: before, keep: keep}
}

func (s *setter) head(d Document) {
	if d.Label != "" {
		s.set(full(0, true, span{d.Label, styleLabel}))
	}
	title := full(2, true, span{d.Title, styleTitle})
	title.leading = 33
	s.set(title)
	if d.Span != "" {
		s.set(full(1, true, span{d.Span, styleNote}))
	}
	if d.Ended != "" {
		s.set(full(1, true, span{d.Ended, styleNote}))
	}
	if d.Chosen != "" {
		s.set(full(8, false, span{d.Chosen, styleNote}))
	}
}

const (
	nodeRadius = 6.0
	seamHeight = 22.0
)

// path draws the steps as circles on the seam, gold as far as they came.
func (s *setter) path(p Path) {
	seam := row{before: 20 * s.size(), height: seamHeight, keep: true}
	last := len(p.Nodes) - 1
	at := func(i int) float64 {
		return marginSide + nodeRadius + 1 + float64(i)*(textWidth-2*nodeRadius-2)/float64(max(last, 1))
	}
	for i := range last {
		ink := InkLine
		if p.Nodes[i].State == Closed {
			ink = InkGold
		}
		seam.shapes = append(seam.shapes, Shape{Kind: Line, X1: at(i), Y1: seamHeight / 2, X2: at(i + 1), Y2: seamHeight / 2, Width: 3.4, Stroke: ink})
	}
	for i, n := range p.Nodes {
		seam.shapes = append(seam.shapes, circle(at(i), seamHeight/2, n.State))
	}
	s.rows = append(s.rows, seam)
	s.set(full(8, false, span{p.Line, styleBody}))
}

func circle(x, y float64, state NodeState) Shape {
	c := disc(x, y, nodeRadius)
	c.Width, c.Fill, c.Stroke = 2.4, InkPaper, InkLine
	switch state {
	case Closed:
		c.Fill, c.Stroke = InkGold, InkGold
	case Here:
		c.Stroke = InkGold
	}
	return c
}

// disc is a circle around a place; its inks are still to be chosen.
func disc(x, y, radius float64) Shape {
	return Shape{Kind: Circle, X1: x - radius, Y1: y - radius, X2: x + radius, Y2: y + radius}
}

func (s *setter) section(sec Section) {
	first := len(s.rows)
	title := full(26, true, span{sec.Title, styleSection})
	title.leading = 22
	s.set(title)
	s.rows[first].marks = []Mark{{Title: sec.Title}}
	if sec.Note != "" {
		s.set(full(0, true, span{sec.Note, styleNote}))
	}
	if len(sec.Items) == 0 {
		s.set(full(2, false, span{sec.Empty, styleNote}))
	}
}

func (s *setter) item(it Item) {
	first := len(s.rows)
	more := it.Text != "" || it.Why != "" || len(it.Parts) > 0 || it.Chart != nil
	before := 9.0
	if it.Number == 0 && more {
		before = 18
	}
	if it.Number == 0 && it.Note == "" {
		before = 11
	}
	if first > 0 && s.rows[first-1].keep { // a heading has its own space
		before = 4
	}
	s.set(full(before, more, it.spans()...))
	s.rows[first].marks = []Mark{{Title: it.heading(), Level: 1}}
	indent := block{x: 14, width: textWidth - 14, leading: bodyLead, before: 2}
	s.text(it.Text, indent, styleBody)
	if it.Why != "" {
		s.rows[len(s.rows)-1].keep = true
	}
	s.text(it.Why, indent, styleNote)
	for _, p := range it.Parts {
		s.part(p)
	}
	if it.Chart != nil {
		s.chart(*it.Chart)
	}
}

// spans are the title and the note, as they stand on a line.
func (it Item) spans() []span {
	title, note := it.heading()+".", " "+it.Note
	switch {
	case it.Note == "":
		title, note = it.heading(), ""
	case it.Chart != nil:
		title, note = it.Title, "   "+it.Note
	case endsSentence(it.Title):
		title = it.heading()
	case it.Number == 0:
		title, note = it.Title, ", "+it.Note
	}
	return []span{{title, styleItem}, {note, styleNote}}
}

// endsSentence reports whether a title brings its own full stop.
func endsSentence(title string) bool { return strings.TrimRight(title, ".!?…") != title }

func (s *setter) part(p Part) {
	before := 8.0
	if p.Title != "" {
		s.set(full(before, true, span{p.Title, stylePart}))
		before = 0
	}
	s.text(p.Prompt, full(before, true), stylePrompt)
	if len(p.Voices) == 1 {
		s.rows = append(s.rows, s.voice(p.Voices[0], 0, textWidth)...)
		return
	}
	left := s.voice(p.Voices[0], 0, columnWidth)
	right := s.voice(p.Voices[1], columnWidth+columnGap, columnWidth)
	s.rows = append(s.rows, beside(left, right)...)
}

// voice sets one partner's words below their name.
func (s *setter) voice(v Voice, x, width float64) []row {
	own := setter{fonts: s.fonts, density: s.density}
	colour := InkFirst
	if v.Partner == journal.Second {
		colour = InkSecond
	}
	b := block{x: x, width: width, leading: bodyLead, before: 6, keep: true}
	own.text(v.Name, b, style{SemiBold, 10.5, colour})
	if v.Name != "" {
		b.before = 0
	}
	own.text(v.Prompt, b, stylePrompt)
	b.keep = false
	own.text(v.Words, b, styleBody)
	return own.rows
}

// beside puts two columns of rows next to each other, row by row.
func beside(left, right []row) []row {
	out := make([]row, max(len(left), len(right)))
	for i := range out {
		if i < len(left) {
			out[i] = left[i]
		}
		out[i].goesOn = i > 0
		if i < len(right) {
			r := right[i]
			out[i].before = max(out[i].before, r.before)
			out[i].height = max(out[i].height, r.height)
			out[i].keep = out[i].keep || r.keep
			out[i].right = r.texts
		}
	}
	return out
}
