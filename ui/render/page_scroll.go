package render

import "sort"

// A Position is a row of a page: the Row-th of the Block-th block. The zero Position is the beginning.
type Position struct{ Block, Row int }

// Before tells which of two positions comes first.
func (p Position) Before(q Position) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Row < q.Row
}

// farRows is how far Move counts in rows; what lies farther is reckoned from the size of the blocks.
const farRows = 500

// valid brings a position into the page, on a row that there is.
func (p *Page) valid(at Position) Position {
	if len(p.blocks) == 0 {
		return Position{}
	}
	if at.Block < 0 {
		at = Position{}
	}
	if at.Block >= len(p.blocks) {
		at = Position{len(p.blocks) - 1, int(^uint(0) >> 2)}
	}
	h := p.heightOf(at.Block)
	at.Row = max(0, min(at.Row, h-1))
	if h > 0 {
		return at
	}
	for i := at.Block + 1; i < len(p.blocks); i++ {
		if p.heightOf(i) > 0 {
			return Position{i, 0}
		}
	}
	return at
}

// Move answers the position so many rows further down, or up; it ends at the first and the last row.
func (p *Page) Move(at Position, rows int) Position {
	at = p.valid(at)
	if len(p.blocks) == 0 {
		return at
	}
	far := p.heightOf
	if rows > farRows || rows < -farRows {
		far = p.estimate
	}
	at.Row += rows
	for at.Row < 0 && at.Block > 0 {
		at.Block--
		at.Row += far(at.Block)
	}
	for at.Block+1 < len(p.blocks) {
		h := far(at.Block)
		if at.Row < h {
			break
		}
		at.Row -= h
		at.Block++
	}
	return p.valid(at)
}

// Bottom answers the position from which a window of some height shows the last row at its lower edge.
func (p *Page) Bottom(height int) Position {
	if len(p.blocks) == 0 {
		return Position{}
	}
	return p.Move(Position{len(p.blocks), 0}, 1-max(1, height))
}

// Clamp brings a position into the page, not so far down that a window of some height would show less than it could.
func (p *Page) Clamp(at Position, height int) Position {
	at = p.valid(at)
	if len(p.blocks) == 0 || at.Block+height < len(p.blocks) {
		return at // every block is a row at least, but for those that are left out
	}
	if bottom := p.Bottom(height); bottom.Before(at) {
		return bottom
	}
	return at
}

// PositionOf answers the row that shows a byte of the text; for one that no row shows, the row where it would be.
func (p *Page) PositionOf(at int) Position {
	if len(p.blocks) == 0 {
		return Position{}
	}
	i := sort.Search(len(p.blocks), func(i int) bool { return int(p.blocks[i].To) > at })
	if i == len(p.blocks) {
		return p.valid(Position{i, 0})
	}
	d := p.draw(i)
	lead := 0
	if p.noticed(i, d) {
		lead = 1
	}
	if len(d.lines) == 0 || at < int(p.blocks[i].From) {
		return p.valid(Position{i, 0})
	}
	best := 0
	for n, l := range d.lines {
		if l.From == l.To || int(l.From) > at {
			continue
		}
		if !d.flow.Table && at < int(l.To) {
			best = n
			break
		}
		if d.flow.Table && shows(l, at) {
			best = n
			break
		}
		if int(l.From) > int(d.lines[best].From) || d.lines[best].From == d.lines[best].To {
			best = n
		}
	}
	if best == 0 && at == int(p.blocks[i].From) {
		lead = 0 // the notice belongs to the beginning
	}
	return Position{i, best + lead}
}

func shows(l Line, at int) bool {
	for _, c := range l.Cells {
		if !c.Decoration() && int(c.From) <= at && at < int(c.To) {
			return true
		}
	}
	return false
}

// ByteAt answers the first byte that a row shows; for a row that shows none, the next one's.
func (p *Page) ByteAt(at Position) int {
	if at = p.valid(at); len(p.blocks) == 0 {
		return p.opt.Start
	}
	d := p.draw(at.Block)
	n := at.Row
	if p.noticed(at.Block, d) {
		n--
	}
	if n < 0 {
		return int(p.blocks[at.Block].From)
	}
	for ; n < len(d.lines); n++ {
		if l := d.lines[n]; l.From < l.To {
			return int(l.From)
		}
	}
	if at.Row < len(d.lines) || !p.gap(at.Block) {
		return int(p.blocks[at.Block].From)
	}
	return int(p.blocks[at.Block].To) - 1
}

// Percent answers how far down a window of some height is, in bytes of the text: 0 at the beginning, 100 where the last
// row is in view.
func (p *Page) Percent(top Position, height int) int {
	if len(p.blocks) == 0 {
		return 100
	}
	top = p.valid(top)
	last := Position{len(p.blocks) - 1, 0}
	if top.Block+height >= len(p.blocks) {
		last.Row = p.heightOf(last.Block) - 1
		if end := p.Move(top, max(0, height-1)); !end.Before(last) {
			return 100
		}
	}
	from, to := p.opt.Start, int(p.blocks[last.Block].To)
	if top == p.valid(Position{}) || to <= from {
		return 0
	}
	return max(0, min(99, (p.ByteAt(top)-from)*100/(to-from)))
}
