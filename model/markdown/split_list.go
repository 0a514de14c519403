package markdown

// Items of the outermost list. The rules:
//   - an item begins with -, + or *, or with up to nine digits and . or ), and a blank; its content column is where the
//     text begins, but at most four blanks behind the mark
//   - lines indented to the content column belong to it; so do lazy lines of a paragraph
//   - an item without text on its first line ends at an empty line, and has no lazy lines
//   - only an item with text, and of an ordered list only number 1, interrupts a paragraph
//   - tight items share a block; an item after a blank line has its own
//   - a list whose numbers are all the same is counted up; any other keeps its numbers: articles are cited by them

// A list is the run of items on the outermost level.
type list struct {
	mark  byte  // -, +, *, or the . or ) behind the number; 0: none is open
	start int32 // the first number
	count int32 // items so far
	first int   // index of the first block
	equal bool  // all numbers so far are the same

	inBlock int // items of the open block
}

type item struct {
	mark    byte
	number  int32 // below 0: a bullet
	content int   // column
	empty   bool
}

// opensItem takes a line that may begin an item and tells whether it did.
func (s *splitter) opensItem(l *line) bool {
	it, ok := itemOf(*l)
	if !ok {
		return false
	}
	interrupts := !it.empty && it.number < 0 || !it.empty && it.number == 1
	switch {
	case !s.inUse || s.blank || s.para == closed, s.list.mark != 0 && !s.unsure, interrupts:
	case s.para == open:
		return false
	default: // text of a lazy paragraph, or an item where there is none
		s.extend(l)
		s.doubt()
		return true
	}
	s.item(l, it)
	return true
}

func (s *splitter) item(l *line, it item) {
	same := s.list.mark == it.mark
	tight := same && s.inUse && !s.blank
	switch {
	case tight && !s.unsure && s.list.inBlock < tightMost && l.next-int(s.block.From) <= tightSize:
		s.extend(l)
	case same:
		s.begin(l, Item)
		s.block.Tight = tight
	default:
		s.list = list{mark: it.mark, start: it.number, first: len(s.blocks), equal: true}
		if s.inUse {
			s.list.first++ // the open block is not in yet
		}
		s.begin(l, Item)
	}
	if s.block.From == int32(l.from) {
		s.list.inBlock = 0
	}
	s.list.inBlock++
	s.count(it)
	s.para, s.content, s.empty, s.unsure = maybe, it.content, it.empty, false
	if it.empty {
		s.para = closed
	}
}

// count gives the block its number, should the item be the first of it.
func (s *splitter) count(it item) {
	if it.number < 0 {
		return
	}
	if s.list.equal && it.number != s.list.start {
		s.list.equal = false
		for i := s.list.first; i < len(s.blocks); i++ {
			s.blocks[i].Ordinal = s.list.start
		}
		if s.block.Ordinal != 0 {
			s.block.Ordinal = s.list.start
		}
	}
	if s.block.Ordinal == 0 {
		s.block.Ordinal = it.number
		if s.list.equal {
			s.block.Ordinal += s.list.count
		}
	}
	s.list.count++
}

// itemOf reads the mark of an item.
func itemOf(l line) (item, bool) {
	rest := l.text[l.pos:]
	it, width := item{mark: rest[0], number: -1}, 1
	if isDigit(rest[0]) {
		it.number = 0
		for width = 0; width < len(rest) && isDigit(rest[width]); width++ {
			if width == 9 {
				return it, false
			}
			it.number = it.number*10 + int32(rest[width]-'0')
		}
		if width == len(rest) || rest[width] != '.' && rest[width] != ')' {
			return it, false
		}
		it.mark = rest[width]
		width++
	}
	column := l.indent + width
	blanks, pos := indentation(rest[width:], column)
	it.empty = isBlank(rest[width+pos:])
	switch {
	case it.empty, blanks > 4:
		it.content = column + 1
	case blanks == 0:
		return it, false
	default:
		it.content = column + blanks
	}
	return it, true
}
