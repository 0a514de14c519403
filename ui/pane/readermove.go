package pane

import (
	"bytes"

	"parley/ui/render"
)

// Moving in the text. The rows of the title block come first, then those of the page.

// rows is how many rows the text has on the screen.
func (r *Reader) rows() int {
	if r.bare {
		return r.height
	}
	return max(r.height-2, 0)
}

func (r *Reader) first() render.Position { return r.page.Move(render.Position{}, 0) }

// step scrolls by rows, and does not look whether it is too far down.
func (r *Reader) step(by int) {
	if by > 0 {
		n := min(by, len(r.head)-r.skipped)
		r.skipped += n
		if by -= n; by > 0 {
			r.top = r.page.Move(r.top, by)
		}
		return
	}
	for first := r.first(); by < 0 && first.Before(r.top); by++ {
		r.top = r.page.Move(r.top, -1)
	}
	r.skipped = max(r.skipped+by, 0)
}

// settle goes up again when the end of the text is in view and rows below it would be blank.
func (r *Reader) settle() {
	r.touch()
	if r.page == nil {
		return
	}
	rows := r.rows()
	if r.skipped >= len(r.head) {
		r.skipped = len(r.head)
		r.top = r.page.Clamp(r.top, rows)
	} else {
		r.top = r.first()
	}
	if r.top != r.first() {
		return
	}
	if n := len(r.page.Rows(r.top, rows)); n < rows {
		r.skipped = max(min(r.skipped, len(r.head)+n-rows), 0)
	}
}

// scroll goes by rows. A reading line comes along, a paragraph one went to before is forgotten.
func (r *Reader) scroll(by int) {
	if r.page == nil {
		return
	}
	if !r.lined {
		r.cursor = -1
	}
	r.step(by)
	r.settle()
	r.takeLine()
}

// HalfPage goes down (1) or up (-1) by half a screen.
func (r *Reader) HalfPage(dir int) { r.scroll(dir * max(r.rows()/2, 1)) }

// Page goes down (1) or up (-1) by a screen, less two rows to hold on to.
func (r *Reader) Page(dir int) { r.scroll(dir * max(r.rows()-2, 1)) }

// First goes to the title.
func (r *Reader) First() {
	r.skipped, r.top, r.cursor, r.lined = 0, render.Position{}, -1, false
	r.scroll(0)
}

// Last goes to the end of the text.
func (r *Reader) Last() {
	if r.page == nil {
		return
	}
	r.skipped, r.top = len(r.head), r.page.Bottom(r.rows())
	r.scroll(0)
	if last, any := r.bottom(); any {
		if !r.showsText(last) {
			last, _ = r.nextText(last, -1)
		}
		r.setLine(last)
	}
}

// At answers the byte of the text at the top of the pane; 0 while the title is.
func (r *Reader) At() int {
	if r.page == nil || r.skipped < len(r.head) || r.skipped == 0 && r.top == r.first() {
		return 0
	}
	return r.page.ByteAt(r.top)
}

// Goto brings a byte of the text to the top of the pane; 0 brings the title.
func (r *Reader) Goto(at int) {
	if r.page == nil {
		return
	}
	if at <= r.text.Start {
		r.First()
		return
	}
	r.skipped, r.top = len(r.head), r.page.PositionOf(at)
	r.cursor, r.lined = at, false
	r.settle()
}

// GotoLine brings a line of the text, from 1, into view.
func (r *Reader) GotoLine(line int) {
	if r.page == nil {
		return
	}
	at := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(r.text.Body[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	if at < r.text.Start {
		r.First()
		return
	}
	r.reveal(at, at+1)
	r.cursor = at
	r.setLined(true)
}

// Line answers the line of the text, from 1, where the marked statement begins, or what one went to, or the first row in
// view.
func (r *Reader) Line() int {
	if !r.have {
		return 0
	}
	at := min(r.here(), len(r.text.Body))
	return 1 + bytes.Count(r.text.Body[:at], []byte("\n"))
}

// Chosen tells whether one is at a place one went to, not just where the screen happens to be.
func (r *Reader) Chosen() bool { return r.page != nil && r.settled() }

func (r *Reader) settled() bool {
	return r.lined && r.rowInView(r.row) || r.current != nil && r.inView(r.current.start) || r.cursor >= 0 && r.inView(r.cursor)
}

// here answers the byte one is at.
func (r *Reader) here() int {
	switch {
	case r.lined && r.rowInView(r.row):
		return r.cursor
	case r.current != nil && r.inView(r.current.start):
		return r.current.start
	case r.cursor >= 0 && r.inView(r.cursor):
		return r.cursor
	}
	return max(r.page.ByteAt(r.top), r.text.Start)
}

// bottom is the last row of the page in view; false while only the title block is.
func (r *Reader) bottom() (render.Position, bool) {
	left := r.rows() - (len(r.head) - r.skipped)
	if left <= 0 {
		return render.Position{}, false
	}
	return r.page.Move(r.top, left-1), true
}

// inView tells whether the row of a byte is on the screen.
func (r *Reader) inView(at int) bool {
	p := r.page.PositionOf(at)
	last, any := r.bottom()
	return any && !p.Before(r.top) && !last.Before(p)
}

// reveal brings a piece of the text into view: not at all where it is, else with a quarter of the screen above it.
func (r *Reader) reveal(start, end int) {
	rows := r.rows()
	from, to := r.page.PositionOf(start), r.page.PositionOf(max(end-1, start))
	last, any := r.bottom()
	if any && !from.Before(r.top) && !last.Before(to) {
		r.touch()
		return
	}
	above := rows / 4
	if r.page.Move(from, rows-above-1).Before(to) {
		above = min(above, 1)
	}
	r.skipped, r.top = len(r.head), from
	r.step(-above)
	r.settle()
}

// Heading goes to the next heading (1) or the one before (-1); false where there is none.
func (r *Reader) Heading(dir int) bool {
	if r.index == nil || r.page == nil {
		return false
	}
	at := r.here()
	next := -1
	for _, h := range r.index.headings {
		if dir > 0 && h.At > at {
			next = h.At
			break
		}
		if dir < 0 && h.At < at {
			next = h.At
		}
	}
	if next < 0 {
		return false
	}
	r.current = nil
	r.Goto(next)
	r.cursor = next
	r.setLined(true)
	return true
}
