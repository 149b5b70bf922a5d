package summary

import (
	"context"
	"sort"
)

// density says how close a page is set. The zero density is the ordinary one.
type density struct {
	scale   float64 // of type and the space between lines; 0 is 1
	columns int     // charts side by side; 0 is 1
	pairs   bool    // two agreements or boundaries side by side
	apart   bool    // the charts follow on pages of their own
}

// size is the scale that holds.
func (d density) size() float64 {
	if d.scale == 0 {
		return 1
	}
	return d.scale
}

// sized gives a block in the type of this density.
func (d density) sized(b block) block {
	if d.scale == 0 {
		return b
	}
	spans := make([]span, len(b.spans))
	for i, sp := range b.spans {
		sp.style.size *= d.scale
		spans[i] = sp
	}
	b.spans = spans
	b.leading *= d.scale
	b.before *= d.scale
	return b
}

// frontDensities are tried in turn until a front page is one page: in smaller
// type, in columns, and at last without the charts. The last one stays when none
// is enough, on as many pages as it takes.
func frontDensities(front int) []density {
	if front == 0 {
		return []density{{}}
	}
	return []density{
		{},
		{columns: 2},
		{columns: 2, pairs: true},
		{scale: 0.92, columns: 2, pairs: true},
		{scale: 0.86, columns: 3, pairs: true},
		{apart: true},
		{pairs: true, apart: true},
		{scale: 0.92, pairs: true, apart: true},
		{scale: 0.86, pairs: true, apart: true},
		{scale: 0.8, pairs: true, apart: true},
		{pairs: true, apart: true},
	}
}

// posterWay is one way to get a poster onto its page.
type posterWay struct {
	density
	titles bool // leaves the sentences out
}

// posterWays are tried in turn. Whatever does not fit in the last is counted.
var posterWays = []posterWay{
	{density: density{scale: 1.5}},
	{density: density{scale: 1.25}},
	{density: density{scale: 1}},
	{density: density{scale: 0.86}},
	{density: density{scale: 1.25}, titles: true},
	{density: density{scale: 1}, titles: true},
	{density: density{scale: 0.86}, titles: true},
}

// poster sets a document on one page: in large type, in small type, without the
// sentences, and at last without the items that there is no room for, which it
// counts.
func (t *typeface) poster(ctx context.Context, d Document, progress func(done, total int)) ([]row, error) {
	all := 0
	for _, sec := range d.Sections {
		all += len(sec.Items)
	}
	var rows []row
	for _, way := range posterWays {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if rows = t.posterRows(d, way, all); onOnePage(rows) {
			break
		}
	}
	if !onOnePage(rows) {
		last := posterWays[len(posterWays)-1]
		tooMany := sort.Search(all, func(n int) bool { return !onOnePage(t.posterRows(d, last, n)) })
		rows = t.posterRows(d, last, max(0, tooMany-1))
	}
	if progress != nil {
		progress(all, all)
	}
	return rows, nil
}

// posterRows sets the first n items, and how many more there are.
func (t *typeface) posterRows(d Document, way posterWay, n int) []row {
	s := &setter{fonts: t, density: way.density}
	s.head(d)
	left := 0
	for _, sec := range d.Sections {
		s.section(sec)
		for _, it := range sec.Items {
			if n == 0 {
				left++
				continue
			}
			n--
			if way.titles {
				it.Text = ""
			}
			s.item(it)
		}
	}
	if left > 0 && d.More != nil {
		s.set(full(12, false, span{d.More(left), styleNote}))
	}
	s.missing(d)
	return s.rows
}
