package summary

// items sets the items of a section, side by side where the page is close.
func (s *setter) items(items []Item) {
	count, set := 1, func(items []Item) { s.item(items[0]) }
	switch {
	case len(items) == 0:
	case items[0].Chart != nil && s.columns > 1:
		count, set = s.columns, s.abreast
	case items[0].Entry.Kind == KindInForce && s.pairs:
		count, set = 2, s.pair
	}
	for len(items) > 0 {
		n := min(count, len(items))
		set(items[:n])
		items = items[n:]
	}
}

// pair sets two agreements or boundaries side by side, without their wording.
func (s *setter) pair(items []Item) {
	cells := make([]row, len(items))
	for i, it := range items {
		own := setter{fonts: s.fonts, density: density{scale: s.size()}}
		own.set(block{spans: it.spans(), x: float64(i) * (columnWidth + columnGap), width: columnWidth, leading: bodyLead})
		cells[i] = stacked(own.rows)
		cells[i].marks = []Mark{{Title: it.heading(), Level: 1}}
	}
	r := abreast(cells)
	r.before = 6 * s.size()
	s.rows = append(s.rows, r)
}

// stacked makes one row of rows below each other.
func stacked(rows []row) row {
	var out row
	for _, r := range rows {
		out.height += r.before
		out.take(r, out.height)
		out.height += r.height
	}
	return out
}

// abreast makes one row of rows side by side.
func abreast(rows []row) row {
	var out row
	for _, r := range rows {
		out.take(r, 0)
		out.height = max(out.height, r.height)
	}
	return out
}

// take draws what is in another row, so far below the top.
func (r *row) take(o row, below float64) {
	for _, t := range o.texts {
		t.Y += below
		r.texts = append(r.texts, t)
	}
	for _, shape := range o.shapes {
		shape.Y1 += below
		shape.Y2 += below
		r.shapes = append(r.shapes, shape)
	}
	r.marks = append(r.marks, o.marks...)
}
