package pane

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/model"
	"parley/ui/render"
)

// How the reader looks: margin, text of at most the measure, and where there is room for it, who said what, beside the
// row on which it begins.

// A column plan for the width there is.
type columns struct {
	inner  int // cells within the frame
	before int // blanks that bring the text towards the middle
	margin int // sign and number
	text   int
	notes  int // 0: none
}

const (
	leastNotes  = 24
	leastBeside = 40 // columns that notes leave to the text at least
	mostNotes   = 36
	airy        = 60 // from here on a blank stands before the sign
	spare       = 2  // blanks behind the text
)

func (r *Reader) columns() columns {
	c := columns{inner: r.width - 2, margin: 3}
	if r.bare {
		c.inner = r.width
	}
	c.inner = max(c.inner, 0)
	digits := 2
	if r.index != nil {
		digits = max(digits, len(strconv.Itoa(r.index.last())))
	}
	if c.margin += digits; c.inner >= airy {
		c.margin += 2
	}
	if c.inner < 20 {
		c.margin = 1
	}
	room := c.inner - c.margin - 1
	c.text = max(min(r.measure, room), 1)
	if beside := room - spare - leastNotes - spare + 1; r.annotated && beside >= leastBeside {
		c.text = min(c.text, beside)
	}
	rest := c.inner - c.margin - c.text - spare
	if rest >= leastNotes+spare {
		c.notes = min(rest-spare, mostNotes)
		rest -= c.notes + spare
		c.before = max(rest/2, 0)
	}
	return c
}

// Title is what stands in the upper edge: in a low window the briefing's title, which then has no block of its own.
func (r *Reader) Title() string {
	if r.have && r.low() && r.text.Briefing.Title != "" {
		return "5 " + Clean(r.text.Briefing.Title)
	}
	return "5 Reader"
}

// Count is where one is: "¶6 · line 11 · 62%".
func (r *Reader) Count() string {
	if r.page == nil || len(r.page.Blocks()) == 0 {
		return ""
	}
	dot := " " + r.theme.Glyphs.Dot + " "
	count := fmt.Sprintf("%d%%", r.percent())
	if !r.bare || r.width >= airy {
		count = fmt.Sprintf("line %d%s%s", r.Line(), dot, count)
	}
	if r.index != nil {
		if i := r.index.at(r.here()); i >= 0 {
			count = r.theme.Glyphs.Para + strconv.Itoa(r.index.paragraphs[i].number) + dot + count
		}
	}
	return count
}

func (r *Reader) percent() int {
	if r.skipped < len(r.head) {
		if _, any := r.bottom(); !any || len(r.page.Rows(r.top, r.rows()+1)) > r.rows()-(len(r.head)-r.skipped) {
			return 0
		}
	}
	return r.page.Percent(r.top, r.rows())
}

// View is the pane as it looks.
func (r *Reader) View() string {
	if !r.finished {
		r.view, r.finished = r.draw(), true
	}
	return r.view
}

func (r *Reader) draw() string {
	c, height := r.columns(), r.rows()
	var rows []string
	switch {
	case c.inner <= 0 || height <= 0:
	case r.page == nil:
		rows = r.saying(c.inner)
	default:
		rows = append(rows, r.head[min(r.skipped, len(r.head)):]...)
		rows = append(rows[:min(len(rows), height)], r.body(c, height-min(len(rows), height))...)
	}
	rows = rows[:min(len(rows), height)]
	if r.bare {
		return flat(rows, r.width, r.height)
	}
	return Box{Title: r.Title(), Count: r.Count(), Width: r.width, Height: r.height, Focus: r.focus}.Draw(r.theme, rows)
}

// body answers rows of the page.
func (r *Reader) body(c columns, height int) []string {
	shown := r.page.Rows(r.top, height)
	if len(shown) == 0 {
		return nil
	}
	marks := r.overlay(shown)
	notes := r.notes(c, shown)
	out := make([]string, 0, len(shown))
	var b strings.Builder
	for i, row := range shown {
		b.Reset()
		b.WriteString(strings.Repeat(" ", c.before))
		used := c.before + row.Paint(&r.palette, &b, c.margin, c.margin+c.text, marks)
		if !plain(b.String()) { // clusters that stand alone in the source can join on the screen
			used = ansi.StringWidth(b.String())
		}
		if notes != nil && notes[i] != nil {
			at := c.before + c.margin + c.text + spare
			b.WriteString(strings.Repeat(" ", max(at-used, 0)))
			b.WriteString(Paint(notes[i], c.notes, r.theme))
			used = max(at, used) + c.notes
		}
		if used > c.inner { // a table that is wider than the page is plain, so this cannot be; a frame is worth more
			out = append(out, Paint(Row{{Text: row.Text(c.margin, c.inner)}}, c.inner, r.theme))
			continue
		}
		b.WriteString(strings.Repeat(" ", c.inner-used))
		out = append(out, b.String())
	}
	return out
}

// overlay gathers the marks that lie on rows.
func (r *Reader) overlay(shown []render.Row) *render.Marks {
	from, to := len(r.text.Body), 0
	for _, row := range shown {
		if row.From < row.To {
			from, to = min(from, int(row.From)), max(to, int(row.To))
		}
	}
	m := &render.Marks{Others: lying(r.marks, from, to), Search: lying(r.hits, from, to), Sign: r.sign}
	if r.current != nil {
		wide := render.WithMarks(r.text.Body, model.Range{Start: r.current.start, End: r.current.end})
		m.Current = []model.Range{wide}
	}
	if r.hit < len(r.hits) {
		m.Hit = r.hits[r.hit]
	}
	return m
}

// notes answers, for each row, who says what begins on it. Where two begin on a row, the second moves down.
func (r *Reader) notes(c columns, shown []render.Row) []Row {
	if c.notes == 0 || len(r.statements) == 0 {
		return nil
	}
	notes := make([]Row, len(shown))
	free := 0
	for i, row := range shown {
		if row.From >= row.To {
			continue
		}
		for k := range r.statements {
			s := &r.statements[k]
			if s.start < int(row.From) || s.start >= int(row.To) {
				continue
			}
			if free = max(free, i); free >= len(shown) {
				return notes
			}
			notes[free] = r.note(s)
			free++
		}
	}
	return notes
}

func (r *Reader) note(s *statement) Row {
	style := r.theme.Dim
	if r.current != nil && r.current.id == s.id && r.current.proposal == s.proposal {
		style = r.theme.Accent
	}
	lead := "  "
	if s.found {
		lead = r.theme.Glyphs.Found + " "
	}
	words := strings.NewReplacer("−", r.theme.Glyphs.Minus, "±", r.theme.Glyphs.Conditional).Replace(s.note)
	return Row{{Text: lead, Style: r.theme.Dim}, {Text: Clean(words), Style: style, theirs: true}, dim(r.theme, " "+r.theme.Glyphs.Dot+" "+s.sure)}
}
