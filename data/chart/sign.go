package chart

// Sign is a mark in its place, as a path: a tick and a crack are to be stroked, a diamond is to be filled.
type Sign struct {
	Mark
	Path []XY
}

// Filled tells whether the path is the outline of something to be filled.
func (s Sign) Filled() bool { return s.Kind == Mended }

// signs lays out the marks on a line of their own, which has a gap at every break.
func (g grid) signs(marks []Mark, radius float64) ([][2]XY, []Sign) {
	if len(marks) == 0 {
		return nil, nil
	}
	middle := (g.signs0 + g.days0) / 2
	middle = min(max(middle, radius*1.5), max(g.height-radius*1.5, 0))
	var axis [][2]XY
	var signs []Sign
	from, end := g.plot.X, g.plot.X+g.plot.W
	for _, m := range marks {
		at := XY{g.x(m.Day), middle}
		signs = append(signs, Sign{m, pathOf(m.Kind, at, radius)})
		if m.Kind != Break {
			continue
		}
		if at.X-radius > from {
			axis = append(axis, [2]XY{{from, middle}, {at.X - radius, middle}})
		}
		from = max(from, at.X+radius)
	}
	if end > from {
		axis = append(axis, [2]XY{{from, middle}, {end, middle}})
	}
	return axis, signs
}

// pathOf gives the shape of a mark around a place.
func pathOf(kind MarkKind, at XY, r float64) []XY {
	shift := func(x, y float64) XY { return XY{at.X + x*r, at.Y + y*r} }
	switch kind {
	case Break:
		return []XY{shift(0.1, -1.5), shift(-0.6, -0.4), shift(0.6, 0.4), shift(-0.1, 1.5)}
	case Mended:
		return []XY{shift(0, -1.35), shift(1.35, 0), shift(0, 1.35), shift(-1.35, 0)}
	default:
		return []XY{shift(0, -1.2), shift(0, 1.2)}
	}
}
