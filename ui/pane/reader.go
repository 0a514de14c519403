package pane

import (
	"bytes"

	"parley/model"
	"parley/ui/render"
	"parley/ui/theme"
)

// A Reader shows the text of one briefing, below a block with its title.
//
//   - A place is a row of that block, or a row of the page: package render keeps it over a change of width.
//   - A briefing that is read again keeps its place by what stood at the top, and its mark by the statement's identity.
//   - One statement is marked, exact to the letter; of the other quotes the quotation marks are in the accent; ┆ in the
//     margin is what the machine found.
type Reader struct {
	theme       theme.Theme
	palette     render.Palette
	text        model.Text
	have        bool
	drawer      *render.Drawer
	page        *render.Page
	index       *Index
	statements  []statement
	marks       []model.Range // quotation marks of all quotes
	message     []string      // instead of a text
	progress    *model.Progress
	awaited     *model.Span // to be shown once its file is here
	current     *statement
	cursor      int             // a byte one went to; -1: the first row in view
	lined       bool            // the cursor is a row, not a paragraph
	row         render.Position // that row
	head        []string
	skipped     int // rows of head that are scrolled away
	top         render.Position
	width       int // of the pane
	height      int
	measure     int
	focus, bare bool
	annotated   bool // notes are wanted even where they make the text narrower
	needle      needle
	hits        []model.Range
	hit         int // of hits
	view        string
	finished    bool
}

// NewReader answers an empty pane.
func NewReader() *Reader {
	r := &Reader{measure: render.DefaultWidth, cursor: -1, drawer: render.NewDrawer()}
	r.SetTheme(theme.Mono())
	return r
}

// Set shows a briefing. One that is shown already and was read again keeps its place.
func (r *Reader) Set(t model.Text) {
	again := r.have && r.text.Briefing.File == t.Briefing.File
	old, at, mark, cursor, lined := r.text, r.At(), r.current, r.cursor, r.lined
	r.text, r.have, r.message, r.progress, r.index, r.page = t, true, nil, nil, nil, nil
	r.statements = statementsOf(&t)
	r.marks = quoteMarks(&t)
	r.current, r.cursor, r.lined, r.skipped, r.top = nil, -1, false, 0, render.Position{}
	if len(t.Body)-t.Start <= soon {
		ix := NewIndex(t)
		r.index = &ix
	}
	r.open()
	if again {
		r.Goto(moved(old.Body, t.Body, at))
		r.current = r.same(mark)
		if r.cursor = cursor; cursor >= 0 {
			r.cursor = moved(old.Body, t.Body, cursor)
		}
		if r.setLined(lined); lined {
			r.setLine(r.row)
		}
	}
	r.search()
	if r.awaited != nil && r.awaited.File == t.Briefing.File {
		r.Show(*r.awaited)
	}
}

// moved answers where what stood at a byte of an old text stands in a new one: the same words nearest to it, else the
// same byte.
func moved(old, now []byte, at int) int {
	if at <= 0 || at >= len(old) {
		return min(at, len(now))
	}
	words := old[at:min(at+80, len(old))]
	best := -1
	for from := 0; len(words) > 0; {
		i := bytes.Index(now[from:], words)
		if i < 0 {
			break
		}
		if from += i; best < 0 || abs(from-at) < abs(best-at) {
			best = from
		}
		from++
	}
	if best < 0 {
		return min(at, len(now))
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// open makes the page anew.
func (r *Reader) open() {
	o := render.PageOptions{Start: r.text.Start, Omitted: r.text.Omitted, Plain: r.text.Plain != "", Drawer: r.drawer}
	if r.index != nil {
		o.Omitted = r.index.omitted(&r.text)
		o.Lines = r.index.doc.Lines
		o.Numbers = r.index.number
	}
	r.page = render.NewPage(r.text.Body, o)
	r.lay()
}

// Lacks answers what is left to do for a long text: its paragraph numbers and outline take longer to find than a key
// may take. The work may be done anywhere; its result goes to SetIndex.
func (r *Reader) Lacks() (work func() Index, lacks bool) {
	if !r.have || r.index != nil {
		return nil, false
	}
	t := r.text
	return func() Index { return NewIndex(t) }, true
}

// SetIndex hands in what Lacks asked for. One of another text is left aside.
func (r *Reader) SetIndex(ix Index) {
	if !r.have || r.index != nil || ix.file != r.text.Briefing.File || ix.size != len(r.text.Body) {
		return
	}
	at, skipped, cursor, lined := r.At(), r.skipped, r.cursor, r.lined
	r.index = &ix
	r.open()
	if r.skipped = skipped; at > 0 {
		r.Goto(at)
	}
	r.cursor = cursor
	r.setLined(lined)
	r.search()
}

// setLined tells whether the cursor is a row, and finds the row.
func (r *Reader) setLined(on bool) {
	if r.lined = on; on {
		r.row = r.page.PositionOf(r.cursor)
	}
	r.touch()
}

// Clear shows no briefing, but these lines.
func (r *Reader) Clear(lines ...string) {
	if len(lines) == 0 {
		lines = []string{"No briefing is open."}
	}
	r.drop()
	r.message = lines
}

// SetProgress shows, while there is no text yet, how far reading is, and the ways on.
func (r *Reader) SetProgress(p model.Progress, ways ...string) {
	r.drop()
	r.progress, r.message = &p, ways
}

// drop forgets the briefing.
func (r *Reader) drop() {
	r.text, r.have, r.page, r.index = model.Text{}, false, nil, nil
	r.statements, r.marks, r.current, r.cursor, r.lined, r.progress, r.message = nil, nil, nil, -1, false, nil, nil
	r.head, r.skipped, r.top, r.hits = nil, 0, render.Position{}, nil
	r.touch()
}

// File answers which briefing is shown.
func (r *Reader) File() string { return r.text.Briefing.File }

// Text answers the briefing that is shown.
func (r *Reader) Text() (model.Text, bool) { return r.text, r.have }

// Outline answers the headings.
func (r *Reader) Outline() []Heading {
	if r.index == nil {
		return nil
	}
	return r.index.headings
}

// SetMeasure sets how wide the text may be, within 40 and 100, and answers what it is now.
func (r *Reader) SetMeasure(cells int) int {
	r.measure = max(40, min(cells, 100))
	r.lay()
	return r.measure
}

// Annotate tells whether notes of who says what are wanted beside the text where they make it narrower; where there is
// room for both they stand there in any case.
func (r *Reader) Annotate(on bool) {
	if r.annotated != on {
		r.annotated = on
		r.lay()
	}
}

// SetSize sets the outer size.
func (r *Reader) SetSize(width, height int) {
	width, height = max(width, 0), max(height, 0)
	if width == r.width && height == r.height {
		return
	}
	unseen := r.width == 0 || r.rows() <= 0
	r.width, r.height = width, height
	r.lay()
	if unseen && r.page != nil && r.current != nil && r.rows() > 0 { // marked before there was a screen to see it on
		r.skipped, r.top = 0, r.first()
		r.mark(*r.current)
	}
}

// SetTheme sets how things look.
func (r *Reader) SetTheme(t theme.Theme) {
	r.theme, r.palette = t, Palette(t, false)
	r.lay()
}

// SetFocus tells whether keys go here.
func (r *Reader) SetFocus(on bool) {
	if r.focus != on {
		r.focus = on
		r.touch()
	}
}

// Folded does nothing: the reader is what there is room for.
func (r *Reader) Folded(bool) {}

// Bare draws no frame.
func (r *Reader) Bare(on bool) {
	if r.bare != on {
		r.bare = on
		r.lay()
	}
}

func (r *Reader) touch() { r.finished = false }

// lay sets page and head to the size of the pane, and keeps the place.
func (r *Reader) lay() {
	r.touch()
	if r.page == nil {
		return
	}
	c := r.columns()
	r.top = r.page.SetWidth(r.top, c.text)
	r.setLined(r.lined)
	atBody := r.skipped > 0 && r.skipped >= len(r.head)
	r.head = r.drawHead(c)
	if r.skipped = min(r.skipped, len(r.head)); atBody {
		r.skipped = len(r.head)
	}
	r.settle()
}
