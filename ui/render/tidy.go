package render

// What glamour drew, put in order. The rules:
//   - a mark alone on its row is drawn into the row below it
//   - what lies below a number is moved to the column of the text behind it
//   - between two blocks lies an empty row or none, as the shadow says; bars that go on are drawn in it
//   - a table begins and ends without the blank that pads its cells
//   - no empty row at the beginning or the end

// tidy answers the rows of the drawing.
func (d *decoder) tidy() [][]Cell {
	inTable := d.tableRows()
	d.indent()
	var out [][]Cell
	var blanks [][]Cell
	mark := -1 // a row of out that holds a mark alone
	for i, cells := range d.lines {
		row := d.rows[i]
		drawn := row.first <= row.last || row.rule > 0 || inTable[i]
		if !drawn && bare(cells) {
			blanks = append(blanks, cells)
			continue
		}
		gap, begins := d.gap(row)
		switch {
		case !begins && drawn:
			out = append(out, blanks...)
		case begins && gap && len(out) > 0:
			out = append(out, between(out[len(out)-1], cells))
		case begins && mark == len(out)-1 && mark >= 0:
			if joined := join(out[mark], cells); joined != nil {
				out[mark], cells = joined, nil
			}
		}
		blanks, mark = nil, -1
		if cells != nil {
			out = append(out, cells)
		}
		if !drawn {
			mark = len(out) - 1
		} else if cells == nil && row.first > row.last {
			mark = len(out) - 1
		}
	}
	return out
}

// gap tells whether a row begins a block, and whether the row before it is empty.
func (d *decoder) gap(row rowInfo) (gap, begins bool) {
	if row.rule > 0 {
		return row.rule <= len(d.s.rules) && d.s.rules[row.rule-1].gap, true
	}
	if row.first > row.last {
		return false, true
	}
	p, begins := d.s.leaves[row.first]
	return p.gap, begins
}

// indent moves what lies below a number to the column of its text.
func (d *decoder) indent() {
	var pads []pad
	for i, row := range d.rows {
		switch p, begins := d.s.leaves[row.first]; {
		case row.rule > 0 && row.rule <= len(d.s.rules):
			pads = d.s.rules[row.rule-1].pads
		case begins && row.first <= row.last:
			pads = p.pads
		case row.first > row.last && !bare(d.lines[i]):
			pads = nil
		}
		for k := len(pads) - 1; k >= 0; k-- {
			d.lines[i] = insert(d.lines[i], pads[k])
		}
	}
}

func insert(cells []Cell, p pad) []Cell {
	if p.column > len(cells) || len(cells) == 0 {
		return cells
	}
	out := append(make([]Cell, 0, len(cells)+p.blanks), cells[:p.column]...)
	for range p.blanks {
		out = append(out, Cell{S: " ", From: -1, To: -1, W: 1, St: Style{Role: Decor}})
	}
	return append(out, cells[p.column:]...)
}

// bare tells a row of bars and blanks.
func bare(cells []Cell) bool {
	for _, c := range cells {
		if !c.Decoration() || c.S != " " && c.S != "│" {
			return false
		}
	}
	return true
}

// between answers an empty row with the bars that two rows share.
func between(above, below []Cell) []Cell {
	var row []Cell
	end := 0
	for i := 0; i < len(above) && i < len(below); i++ {
		a, b := above[i], below[i]
		if !a.Decoration() || !b.Decoration() || a.S != b.S || a.S != "│" && a.S != " " {
			break
		}
		row = append(row, a)
		if a.S == "│" {
			end = i + 1
		}
	}
	return row[:end]
}

// join draws a row that holds a mark alone into the row below; nil: there is no room.
func join(mark, below []Cell) []Cell {
	if len(below) <= len(mark) || !below[len(mark)].Decoration() || below[len(mark)].S != " " {
		return nil
	}
	row := append([]Cell(nil), below...)
	for i, c := range mark {
		switch {
		case !below[i].Decoration():
			return nil
		case c.S == " " || c.S == below[i].S:
		case below[i].S == " ":
			row[i] = c
		default:
			return nil
		}
	}
	return row
}

// tableRows takes the padding off tables and tells which rows are theirs.
func (d *decoder) tableRows() []bool {
	in := make([]bool, len(d.lines))
	for _, t := range d.s.tables {
		first, last := len(d.rows), -1
		for i, row := range d.rows {
			if row.first <= row.last && row.first >= t.from && row.last < t.to {
				first, last = min(first, i), i
			}
		}
		if last < 0 {
			continue
		}
		for first > 0 && !in[first-1] && d.lattice(first-1, t.indent) {
			first--
		}
		for last+1 < len(d.rows) && d.lattice(last+1, t.indent) {
			last++
		}
		for i := first; i <= last; i++ {
			in[i] = true
			d.lines[i] = unpad(d.lines[i], t.indent)
		}
	}
	return in
}

// lattice tells a row of a table's lines alone.
func (d *decoder) lattice(i, indent int) bool {
	if len(d.lines[i]) <= indent {
		return false
	}
	found := false
	for _, c := range d.lines[i][indent:] {
		if !c.Decoration() || c.S != " " && c.S != "│" && c.S != "─" && c.S != "┼" {
			return false
		}
		found = found || c.S != " "
	}
	return found && d.rows[i].rule == 0
}

// unpad answers the cells of a table's row, in the room of those with the padding.
func unpad(cells []Cell, indent int) []Cell {
	if len(cells) <= indent {
		return cells
	}
	row, rest := cells[:indent], cells[indent:]
	line := rest[0].S == "─"
	if rest[0].Decoration() && (rest[0].S == " " || line) {
		rest = rest[1:]
	}
	if n := len(rest); line && n > 0 && rest[n-1].S == "─" {
		rest = rest[:n-1]
	}
	for _, c := range rest {
		c.Tab = true
		row = append(row, c)
	}
	return row
}
