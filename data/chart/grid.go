package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Sizes, as parts of the size of the type where nothing else is said.
const (
	dotSize   = 0.28 // radius of a disc
	ringSize  = 2    // radius of a ring, in discs
	keyRow    = 1.5  // height of the row with the names
	signRow   = 1.4  // height of the row with the marks
	lineRow   = 1.35 // height of a line of text
	keyPiece  = 2.4  // length of the piece of line beside a name
	labelGap  = 0.8  // least room between two labels
	footGap   = 0.6  // room between the plot and what is below it
	runeWidth = 0.62 // of a letter, where nobody measures
)

// grid knows where days and answers stand.
type grid struct {
	Frame
	width, height float64
	plot          Rect
	signs0        float64 // the top of the row with the marks
	days0         float64 // the top of the row with the days
	inset         float64 // room for half a shape at either end of the plot
	first, last   float64 // the first and the last day
}

func newGrid(lines [2]Line, marks []Mark, f Frame) grid {
	g := grid{Frame: f, width: max(f.Width, 0), height: max(f.Height, 0)}
	g.first, g.last = span(lines, marks)
	head := f.Text * lineRow / 2
	if f.Names != [2]string{} {
		head = f.Text * (keyRow + 2*dotSize)
	}
	signs, left := 0.0, g.measure(strconv.Itoa(Most))+f.Text*labelGap
	if len(marks) > 0 {
		signs = f.Text * signRow
	}
	head, left = min(head, g.height/3), min(left, g.width/3)
	foot := max(head, g.height-f.Text*(lineRow+footGap)-signs)
	g.plot = Rect{left, head, g.width - left, foot - head}
	g.inset = min(f.Text*ringSize*dotSize+1, g.plot.W/2)
	g.days0 = g.height - f.Text*lineRow
	g.signs0 = g.days0 - signs
	return g
}

// span gives the first and the last day of all that is drawn.
func span(lines [2]Line, marks []Mark) (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	reach := func(from, to int) { first, last = min(first, float64(from)), max(last, float64(to)) }
	for _, l := range lines {
		if len(l) > 0 {
			reach(l[0].Day, l[len(l)-1].Day)
		}
	}
	if len(marks) > 0 {
		reach(marks[0].Day, marks[len(marks)-1].Day)
	}
	return first, last
}

// x gives the place of a day; a single day stands in the middle.
func (g grid) x(day int) float64 {
	room := max(g.plot.W-2*g.inset, 0)
	part := 0.5
	if g.last > g.first {
		part = (float64(day) - g.first) / (g.last - g.first)
	}
	return g.plot.X + g.inset + part*room
}

// y gives the place of an answer.
func (g grid) y(value float64) float64 { return g.plot.Y + g.plot.H*(1-value/Most) }

// band gives the box of a natural band, from the first answer to the end of the plot.
func (g grid) band(from float64, s Swing) Rect {
	top, foot := g.y(min(s.High, Most)), g.y(max(s.Low, 0))
	return Rect{from, top, g.plot.X + g.plot.W - from, foot - top}
}

// scale gives the hairlines and the numbers beside them, as many as have room.
func (g grid) scale() ([]Hairline, []Label) {
	var lines []Hairline
	var labels []Label
	for _, value := range []int{0, Most, Most / 2} {
		y, text := g.y(float64(value)), strconv.Itoa(value)
		lines = append(lines, Hairline{y, value})
		width := g.measure(text)
		left := g.plot.X - g.Text*labelGap/2 - width
		box := Rect{left, y - g.Text/2, width, g.Text}
		if g.holds(box) && box.Y+box.H <= g.signs0 && !touches(labels, box, 0) {
			labels = append(labels, Label{box, text, value})
		}
	}
	return lines, labels
}

// days gives the labels of the first day, the last day, and as many check-ins between them as have airy room.
func (g grid) days(lines [2]Line, marks []Mark) []Label {
	days := daysOf(lines, marks)
	if g.DayText == nil || len(days) == 0 {
		return nil
	}
	first, last := days[0], days[len(days)-1]
	var labels []Label
	labels = g.add(labels, first)
	labels = g.add(labels, last)
	if len(labels) < 2 {
		return labels
	}
	widest := max(labels[0].Box.W, labels[1].Box.W)
	slots := int(g.plot.W / (2 * max(widest, 1)))
	for i := 1; i < slots; i++ {
		labels = g.add(labels, nearest(days, g.first+(g.last-g.first)*float64(i)/float64(slots)))
	}
	slices.SortStableFunc(labels, func(a, b Label) int { return cmp.Compare(a.Box.X, b.Box.X) })
	return labels
}

// nearest finds the day that is nearest to a point in time; days are in order.
func nearest(days []int, to float64) int {
	at, _ := slices.BinarySearchFunc(days, to, func(d int, to float64) int { return cmp.Compare(float64(d), to) })
	at = min(at, len(days)-1)
	if at > 0 && to-float64(days[at-1]) < float64(days[at])-to {
		at--
	}
	return days[at]
}

// add puts a day's label among the others if it has room and says something new.
func (g grid) add(labels []Label, day int) []Label {
	text := g.DayText(day)
	if text == "" || slices.ContainsFunc(labels, func(l Label) bool { return l.Text == text }) {
		return labels
	}
	width := g.measure(text)
	left := min(max(g.x(day)-width/2, 0), g.width-width)
	box := Rect{left, g.days0, width, g.Text * lineRow}
	if !g.holds(box) || touches(labels, box, g.Text*labelGap) {
		return labels
	}
	return append(labels, Label{box, text, day})
}

// key gives the names above the lines, each beside a piece of its line, shortened to half the width.
func (g grid) key() []KeyEntry {
	var entries []KeyEntry
	left, top := g.plot.X, 0.0
	piece, gap := g.Text*keyPiece, g.Text*labelGap
	room := g.plot.W/2 - piece - 2*gap
	for i, name := range g.Names {
		text := g.fit(name, room)
		if text == "" || g.plot.Y < g.Text*lineRow {
			continue
		}
		middle := top + g.Text*lineRow/2
		box := Rect{left + piece + gap/2, top, g.measure(text), g.Text * lineRow}
		entries = append(entries, KeyEntry{i, XY{left, middle}, XY{left + piece, middle}, Label{box, text, i}, g.Text * dotSize})
		left = box.X + box.W + 2*gap
	}
	return entries
}

// fit shortens a text to a width, with an ellipsis; empty when not even that has room.
func (g grid) fit(text string, width float64) string {
	if g.measure(text) <= width {
		return text
	}
	for text != "" {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
		if short := text + "…"; text != "" && g.measure(short) <= width {
			return short
		}
	}
	return ""
}

func (g grid) measure(text string) float64 {
	if g.Measure != nil {
		return g.Measure(text)
	}
	return float64(utf8.RuneCountInString(text)) * g.Text * runeWidth
}

// holds tells whether a box lies within the drawing.
func (g grid) holds(box Rect) bool {
	return box.X >= 0 && box.Y >= 0 && box.X+box.W <= g.width && box.Y+box.H <= g.height
}

// touches tells whether a box comes nearer to one of the labels than a gap to the side.
func touches(labels []Label, box Rect, gap float64) bool {
	return slices.ContainsFunc(labels, func(l Label) bool {
		b := l.Box
		return box.X < b.X+b.W+gap && b.X < box.X+box.W+gap && box.Y < b.Y+b.H && b.Y < box.Y+box.H
	})
}

// daysOf gives the days of the check-ins, or of the marks when there are none, each once and in order.
func daysOf(lines [2]Line, marks []Mark) []int {
	var days []int
	for _, l := range lines {
		for _, p := range l {
			days = append(days, p.Day)
		}
	}
	if len(days) == 0 {
		for _, m := range marks {
			days = append(days, m.Day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
