package markdown

// Tables. The rules: a line of a paragraph whose next line is made of columns of dashes, as many as it has columns
// itself, is the head of a table; every further line of the paragraph is a row.

// opensTable tells whether the line is the delimiter row below the line before it.
func (s *splitter) opensTable(l *line) bool {
	if s.rows < 0 || s.block.Kind != Prose || s.last.from < int(s.block.From) {
		return false
	}
	if c := l.text[l.pos]; c != '|' && c != '-' && c != ':' {
		return false
	}
	columns := delimiters(l.text[l.pos:])
	if columns == 0 {
		return false
	}
	if columns != cells(s.last.text[s.last.pos:]) || s.last.indent >= 4 {
		s.rows = -1 // the parser looks no further in this paragraph; by itself the line would be code
		return false
	}
	if s.last.from > int(s.block.From) {
		s.block.To = int32(s.last.from)
		s.flush()
		s.block = Block{From: int32(s.last.from), Line: s.number - 1}
		s.inUse = true
	}
	s.block.Kind = Table
	s.block.To = int32(l.next)
	s.headFrom, s.headTo, s.rows = int32(s.last.from), int32(l.next), 0
	return true
}

func (s *splitter) row(l *line) {
	if s.rows == tableRows {
		s.cut(l)
		s.rows = 0
	}
	s.extend(l)
	s.rows++
}

// delimiters counts the columns of a delimiter row; 0: it is none.
func delimiters(row []byte) int {
	columns, from, bar := 0, 0, false
	row = trim(row)
	for i := 0; i <= len(row); i++ {
		if i < len(row) && row[i] != '|' {
			if c := row[i]; c != '-' && c != ':' && !isSpace(c) {
				return 0
			}
			bar = bar || row[i] == ':'
			continue
		}
		bar = bar || i < len(row)
		cell := trim(row[from:i])
		from = i + 1
		switch {
		case isDelimiter(cell):
			columns++
		case len(cell) == 0 && (i == 0 || i == len(row)):
		default:
			return 0
		}
	}
	if !bar {
		return 0 // dashes alone underline a heading
	}
	return columns
}

func isDelimiter(cell []byte) bool {
	if len(cell) > 0 && cell[0] == ':' {
		cell = cell[1:]
	}
	if len(cell) > 0 && cell[len(cell)-1] == ':' {
		cell = cell[:len(cell)-1]
	}
	for _, c := range cell {
		if c != '-' {
			return false
		}
	}
	return len(cell) > 0
}

// cells counts the columns of a head; a bar behind a backslash is text.
func cells(row []byte) int {
	row = trim(row)
	if len(row) > 0 && row[0] == '|' {
		row = row[1:]
	}
	if len(row) > 0 && row[len(row)-1] == '|' {
		row = row[:len(row)-1]
	}
	if len(row) == 0 {
		return 0
	}
	n := 1
	for i, c := range row {
		if c == '|' && (i == 0 || row[i-1] != '\\') {
			n++
		}
	}
	return n
}
