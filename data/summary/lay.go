package summary

import (
	"context"
	"fmt"
)

// Lay sets the document on A4 pages with the given fonts, of which Regular,
// Italic and SemiBold are needed (ErrNoFont). Progress, which may be nil, is told
// how many items of the document are set. It ends early when ctx does.
func Lay(ctx context.Context, d Document, fonts Fonts, progress func(done, total int)) (Pages, error) {
	face, err := newTypeface(fonts)
	if err != nil {
		return Pages{}, fmt.Errorf("lay the summary out: %w", err)
	}
	set := face.document
	if d.Poster {
		set = face.poster
	}
	rows, err := set(ctx, d, progress)
	if err != nil {
		return Pages{}, fmt.Errorf("lay the summary out: %w", err)
	}
	p := paginate(rows)
	(&setter{fonts: face}).feet(&p, d)
	return p, nil
}

// document sets everything but the feet of the pages.
func (t *typeface) document(ctx context.Context, d Document, progress func(done, total int)) ([]row, error) {
	s := &setter{fonts: t}
	for _, s.density = range frontDensities(d.Front) {
		s.rows = nil
		s.front(d)
		if onOnePage(s.rows) {
			break
		}
	}
	if s.apart {
		s.chartPages(d)
	}
	total, done := 0, 0
	for _, sec := range d.Sections {
		total += len(sec.Items)
	}
	for _, sec := range d.Sections[:d.Front] {
		done += len(sec.Items)
	}
	s.density = density{}
	for i, sec := range d.Sections[d.Front:] {
		first := len(s.rows)
		s.section(sec)
		s.rows[first].fresh = d.rest(d.Front + i)
		for _, it := range sec.Items {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			s.item(it)
			if done++; progress != nil {
				progress(done, total)
			}
		}
	}
	s.missing(d)
	return s.rows, nil
}

// front sets the head, the path and the sections that belong with them.
func (s *setter) front(d Document) {
	s.head(d)
	if d.Path != nil {
		s.path(*d.Path)
	}
	for _, sec := range d.Sections[:d.Front] {
		if s.apart && sec.Kind == KindCharts {
			continue
		}
		s.section(sec)
		s.items(sec.Items)
	}
}

// chartPages sets the charts that the front page has no room for: on one page of
// their own, if a smaller type is enough for that.
func (s *setter) chartPages(d Document) {
	var charts []row
	for _, scale := range []float64{1, 0.92, 0.86, 1} {
		own := &setter{fonts: s.fonts, density: density{scale: scale, columns: 2}}
		for _, sec := range d.Sections[:d.Front] {
			if sec.Kind == KindCharts {
				own.section(sec)
				own.items(sec.Items)
			}
		}
		if charts = own.rows; onOnePage(charts) {
			break
		}
	}
	if len(charts) > 0 {
		charts[0].fresh = true
	}
	s.rows = append(s.rows, charts...)
}

// missing says that signs are missing, once any was.
func (s *setter) missing(d Document) {
	if s.fonts.missing && d.Missing != "" {
		s.set(full(20, false, span{d.Missing, styleNote}))
	}
}

func onOnePage(rows []row) bool { return len(paginate(rows).Pages) == 1 }

const pageRoom = pageHeight - marginTop - marginFoot

// pager fills pages with rows.
type pager struct {
	Pages
	y    float64 // where the rows on the last page end, below its margin
	held []Text  // a right column, until the left one beside it has ended
}

// paginate gives every row a page. Rows that stay together move to the next page
// as one, unless they are too high for any page.
func paginate(rows []row) Pages {
	p := pager{Pages: Pages{Width: pageWidth, Height: pageHeight, Pages: make([]Page, 1)}}
	for i := 0; i < len(rows); {
		n, height := together(rows[i:])
		if p.y > 0 && (rows[i].fresh || p.y+height > pageRoom) {
			p.turn()
		}
		for _, r := range rows[i : i+n] {
			p.add(r)
		}
		i += n
	}
	p.release()
	return p.Pages
}

// turn begins a page.
func (p *pager) turn() {
	p.release()
	p.Pages.Pages = append(p.Pages.Pages, Page{})
	p.y = 0
}

// release puts a right column on the page, so that whoever reads the texts in
// their order has the whole left one before it.
func (p *pager) release() {
	page := &p.Pages.Pages[len(p.Pages.Pages)-1]
	page.Texts = append(page.Texts, p.held...)
	p.held = nil
}

// add puts a row below the others, or on the next page. An empty line is left out
// at the top of a page.
func (p *pager) add(r row) {
	if p.y > 0 && p.y+r.before+r.height > pageRoom {
		p.turn()
	}
	if p.y == 0 && r.empty() {
		return
	}
	if p.y > 0 {
		p.y += r.before
	}
	if !r.goesOn {
		p.release()
	}
	p.draw(r, marginTop+p.y)
	p.y += r.height
}

// together counts the rows that stay on one page with the first, and their
// height. When they need more than a page they are taken one by one.
func together(rows []row) (n int, height float64) {
	for i, r := range rows {
		height += r.before + r.height
		if height > pageRoom {
			break
		}
		if !r.keep || i == len(rows)-1 || rows[i+1].fresh {
			return i + 1, height
		}
	}
	return 1, rows[0].before + rows[0].height
}

// draw draws a row on the last page, its top at y.
func (p *pager) draw(r row, y float64) {
	page := &p.Pages.Pages[len(p.Pages.Pages)-1]
	for _, t := range r.texts {
		t.Y += y
		page.Texts = append(page.Texts, t)
	}
	for _, t := range r.right {
		t.Y += y
		p.held = append(p.held, t)
	}
	for _, s := range r.shapes {
		s.Y1 += y
		s.Y2 += y
		page.Shapes = append(page.Shapes, s)
	}
	for _, m := range r.marks {
		m.Page, m.Y = len(p.Pages.Pages)-1, y
		p.Outline = append(p.Outline, m)
	}
}

// feet writes below every page what the summary is not, and the page's number.
func (s *setter) feet(p *Pages, d Document) {
	y := pageHeight - marginFoot + 26
	for i := range p.Pages {
		page := &p.Pages[i]
		page.Shapes = append(page.Shapes, Shape{Kind: Line, X1: marginSide, Y1: y, X2: pageWidth - marginSide, Y2: y, Width: 0.6, Stroke: InkLine})
		page.Texts = append(page.Texts, s.foot(d.Close, y+16, false)...)
		if d.PageOf != nil {
			page.Texts = append(page.Texts, s.foot(d.PageOf(i+1, len(p.Pages)), y+16, true)...)
		}
	}
}

// foot sets one line of the foot, on the left or on the right.
func (s *setter) foot(text string, y float64, right bool) []Text {
	line := s.fonts.letters([]span{{text, styleFoot}})
	x := marginSide
	if right {
		x = pageWidth - marginSide - widthOf(line)
	}
	return place(visual(line, readsFromRight(line)), x, y)
}
