package pane

import "parley/ui/render"

// The reading line: the row one is at, with ▌ before it as before the selected item of a list.
//
//   - It is what enter, y, i and e are about: the statement on that row, that line of the file.
//   - The text stands still while the line moves through it, and turns by half a screen where the line would leave it. A
//     text that moves by a row with every key is hard to read, and costs a slow line 1,800 bytes a key where this costs 90.
//   - There is none before the first j; paging takes it along.

// Move takes the line down by rows that show text, up when negative.
func (r *Reader) Move(by int) {
	if r.page == nil || r.rows() <= 0 {
		return
	}
	at, on := r.standing()
	dir := 1
	if by < 0 {
		dir = -1
	}
	for n := abs(by); n > 0; n-- {
		if !on && dir > 0 { // it shows itself first
			on = true
			continue
		}
		next, ok := r.nextText(at, dir)
		if !ok {
			break
		}
		at, on = next, true
	}
	r.setLine(at)
	if dir < 0 && r.skipped > 0 && at == r.firstText() {
		r.skipped, r.top = 0, r.first()
		r.settle()
	}
}

// standing answers the row one is at; while one is nowhere, the first in view that shows text, and false.
func (r *Reader) standing() (at render.Position, on bool) {
	switch {
	case r.lined && r.rowInView(r.row):
		return r.row, true
	case r.settled():
		return r.page.PositionOf(r.here()), true
	case r.showsText(r.top):
		return r.top, false
	}
	at, _ = r.nextText(r.top, 1)
	return at, false
}

// setLine brings the line to a row, and the row into view.
func (r *Reader) setLine(at render.Position) {
	r.row, r.cursor, r.lined = at, r.page.ByteAt(at), true
	if r.touch(); r.rowInView(at) {
		return
	}
	r.skipped, r.top = len(r.head), at
	r.step(-r.rows() / 2)
	r.settle()
}

// takeLine keeps the line on the screen after a page was turned.
func (r *Reader) takeLine() {
	if !r.lined || r.rowInView(r.row) {
		return
	}
	at := r.top
	if !r.showsText(at) {
		at, _ = r.nextText(at, 1)
	}
	r.row, r.cursor = at, r.page.ByteAt(at)
}

// nextText answers the next row that shows text, and false where there is none.
func (r *Reader) nextText(at render.Position, dir int) (render.Position, bool) {
	for from := at; ; {
		next := r.page.Move(from, dir)
		if next == from {
			return at, false
		}
		if r.showsText(next) {
			return next, true
		}
		from = next
	}
}

func (r *Reader) firstText() render.Position {
	at := r.first()
	if !r.showsText(at) {
		at, _ = r.nextText(at, 1)
	}
	return at
}

func (r *Reader) showsText(at render.Position) bool {
	rows := r.page.Rows(at, 1)
	return len(rows) > 0 && rows[0].From < rows[0].To
}

func (r *Reader) rowInView(at render.Position) bool {
	last, any := r.bottom()
	return any && !at.Before(r.top) && !last.Before(at)
}

// statementOnLine answers the first statement that stands on the row one is at, terms last.
func (r *Reader) statementOnLine() (id string, proposal, ok bool) {
	rows := r.page.Rows(r.row, 1)
	if len(rows) == 0 {
		return "", false, false
	}
	for _, terms := range []bool{false, true} {
		for _, s := range r.statements {
			if s.start < int(rows[0].To) && s.end > int(rows[0].From) && s.term == terms {
				return s.id, s.proposal, true
			}
		}
	}
	return "", false, false
}
