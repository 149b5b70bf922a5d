package summary

import (
	"bufio"
	"io"
	"regexp"
	"strings"
)

// WriteMarkdown writes the document as Markdown in which the couple's words are
// only words: no sign they wrote becomes formatting.
func WriteMarkdown(w io.Writer, d Document) error {
	m := &markdown{Writer: bufio.NewWriter(w)}
	m.block(escape(d.Label))
	m.block("# " + escape(d.Title))
	m.block(escape(d.Span))
	m.block(escape(d.Ended))
	m.block(escape(d.Chosen))
	if d.Path != nil {
		m.path(*d.Path)
	}
	for _, s := range d.Sections {
		m.section(s)
	}
	m.block("---")
	m.block(escape(d.Close))
	return m.Flush()
}

// markdown writes blocks with an empty line between them. Errors stay in the
// bufio.Writer until it is flushed.
type markdown struct {
	*bufio.Writer
	begun bool
}

func (m *markdown) block(s string) {
	if s == "" {
		return
	}
	if m.begun {
		m.WriteString("\n")
	}
	m.begun = true
	m.WriteString(s)
	m.WriteString("\n")
}

func (m *markdown) path(p Path) {
	var list strings.Builder
	for _, n := range p.Nodes {
		list.WriteString("\n- " + escape(n.Title) + " (" + escape(n.Label) + ")")
	}
	m.block(strings.TrimPrefix(list.String(), "\n"))
	m.block(escape(p.Line))
}

func (m *markdown) section(s Section) {
	m.block("## " + escape(s.Title))
	m.block(escape(s.Note))
	if len(s.Items) == 0 {
		m.block(escape(s.Empty))
	}
	for _, it := range s.Items {
		m.item(it)
	}
}

func (m *markdown) item(it Item) {
	m.block("### " + escape(it.heading()))
	m.block(escape(it.Note))
	m.block(lines(it.Text))
	m.block(lines(it.Why))
	for _, p := range it.Parts {
		if p.Title != "" {
			m.block("#### " + escape(p.Title))
		}
		m.block(lines(p.Prompt))
		for _, v := range p.Voices {
			if v.Name != "" {
				m.block("**" + escape(v.Name) + "**")
			}
			m.block(lines(v.Prompt))
			m.block(quote(lines(v.Words)))
		}
	}
	if it.Chart != nil {
		m.chart(*it.Chart)
	}
}

// chart writes the answers as a table, and what may be read from them.
func (m *markdown) chart(c Chart) {
	row := func(cells [3]string) string {
		for i := range cells {
			cells[i] = escape(cells[i])
		}
		return "| " + strings.Join(cells[:], " | ") + " |"
	}
	table := []string{row(c.Head), "| --- | --: | --: |"}
	for _, r := range c.Rows {
		table = append(table, row(r))
	}
	m.block(strings.Join(table, "\n"))
	m.block(escape(strings.Join(c.Says, " ")))
}

// inline are the signs that mean something anywhere in Markdown.
var inline = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`,
	`<`, `\<`, `>`, `\>`, `&`, `\&`, `~`, `\~`, `|`, `\|`, `#`, `\#`,
)

// leading are the signs that mean something at the beginning of a line.
var leading = regexp.MustCompile(`^(\d{1,9})([.)])|^([-+=])`)

// escape makes one line of words safe anywhere in a paragraph or a heading.
func escape(s string) string {
	s = inline.Replace(s)
	return leading.ReplaceAllString(s, `$1\$2$3`)
}

// escapeLine is escape for a line that another may follow: readers differ on a
// backslash just before a line break.
func escapeLine(s string) string {
	s = escape(s)
	if strings.HasSuffix(s, `\\`) {
		s = strings.TrimSuffix(s, `\\`) + "&#92;"
	}
	return s
}

// lines makes words safe and keeps their line breaks; an empty line ends a paragraph.
func lines(s string) string {
	var b strings.Builder
	before := ""
	for i, line := range paragraphs(s) {
		switch {
		case i > 0 && line != "" && before != "":
			b.WriteString("\\\n")
		case i > 0 && (line != "" || before != ""):
			b.WriteString("\n")
		}
		b.WriteString(escapeLine(line))
		before = line
	}
	return b.String()
}

func quote(s string) string { return "> " + strings.ReplaceAll(s, "\n", "\n> ") }
