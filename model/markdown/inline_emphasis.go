package markdown

import (
	"unicode"
	"unicode/utf8"
)

// Emphasis: runs of *, _ and ~. CommonMark's rules: a run opens where a word follows, closes where one goes before, _ not
// within a word, and runs that both open and close pair only where their lengths do not add up to a multiple of three.
// Looking for an opener never goes back behind where the same search failed before; that is what keeps it linear.

const maxMarks = 1000 // of emphasis, or brackets, in one text

// A delim is a run of emphasis marks that may be paired. They form a list, for what lies in a pair drops out.
type delim struct {
	edit       int
	mark       byte
	opens      bool
	closes     bool
	count      int // marks not paired yet
	length     int // of the run as written
	prev, next int // -1: none
}

// delimiter notes a run of marks.
func (p *inliner) delimiter(i int) int {
	c, n := p.text[i], run(p.text[i:])
	if c == '~' && n > 2 || len(p.delims) == maxMarks || n > maxMarks {
		return i + n
	}
	before, after := p.around(i, i+n)
	left := !isBlankRune(after) && (!isPunctRune(after) || isBlankRune(before) || isPunctRune(before))
	right := !isBlankRune(before) && (!isPunctRune(before) || isBlankRune(after) || isPunctRune(after))
	opens, closes := left, right
	if c == '_' {
		opens, closes = left && (!right || isPunctRune(before)), right && (!left || isPunctRune(after))
	}
	if !opens && !closes {
		return i + n
	}
	p.edits = append(p.edits, edit{from: i, to: i + n})
	d := delim{edit: len(p.edits) - 1, mark: c, opens: opens, closes: closes, count: n, length: n, prev: len(p.delims) - 1, next: -1}
	if d.prev >= 0 {
		p.delims[d.prev].next = len(p.delims)
	}
	p.delims = append(p.delims, d)
	return i + n
}

// around answers the characters before and after a piece of the text; the ends count as blanks.
func (p *inliner) around(from, to int) (before, after rune) {
	before, after = ' ', ' '
	if from > 0 {
		before, _ = utf8.DecodeLastRune(p.text[:from])
	}
	if to < len(p.text) {
		after, _ = utf8.DecodeRune(p.text[to:])
	}
	return before, after
}

func isBlankRune(r rune) bool { return unicode.IsSpace(r) }

func isPunctRune(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// emphasis pairs the runs from the bottom-th on and forgets them.
func (p *inliner) emphasis(bottom int) {
	if bottom >= len(p.delims) {
		return
	}
	var floor [3][2][3]int // where looking for an opener of this kind has failed
	for i := range floor {
		for j := range floor[i] {
			floor[i][j] = [3]int{bottom, bottom, bottom}
		}
	}
	for c := bottom; c >= 0 && c < len(p.delims); {
		closer := &p.delims[c]
		if !closer.closes || closer.count <= 0 {
			c = p.after(c)
			continue
		}
		lowest := &floor[markIndex(closer.mark)][btoi(closer.opens)][closer.length%3]
		o := p.opener(c, *lowest)
		if o < 0 {
			*lowest = c
			if !closer.opens {
				p.unlink(c)
			}
			c = p.after(c)
			continue
		}
		p.pair(o, c)
		if p.delims[c].count == 0 {
			c = p.after(c)
		}
	}
	p.delims = p.delims[:bottom]
	if n := len(p.delims); n > 0 {
		p.delims[n-1].next = -1
	}
}

func (p *inliner) after(i int) int {
	if next := p.delims[i].next; next >= 0 {
		return next
	}
	return len(p.delims)
}

// opener finds the nearest run before c that it can close.
func (p *inliner) opener(c, lowest int) int {
	closer := &p.delims[c]
	for o := closer.prev; o >= lowest; o = p.delims[o].prev {
		d := &p.delims[o]
		if d.mark != closer.mark || !d.opens || d.count <= 0 {
			continue
		}
		if d.mark == '~' {
			if d.count == closer.count {
				return o
			}
			continue
		}
		if (d.closes || closer.opens) && closer.length%3 != 0 && (d.length+closer.length)%3 == 0 {
			continue
		}
		return o
	}
	return -1
}

// pair takes marks off an opener's end and its closer's beginning. What lies between is paired or text by now.
func (p *inliner) pair(o, c int) {
	opener, closer := &p.delims[o], &p.delims[c]
	n := 1
	if opener.count >= 2 && closer.count >= 2 {
		n = 2
	}
	opener.count -= n
	closer.count -= n
	open, shut := &p.edits[opener.edit], &p.edits[closer.edit]
	open.on, shut.on = true, true
	open.right += n
	shut.left += n
	opener.next = c
	closer.prev = o
	if opener.count == 0 {
		p.unlink(o)
	}
	if closer.count == 0 {
		p.unlink(c)
	}
}

// unlink takes a run out of the list; it keeps its own neighbours, so that the list can be followed on from it.
func (p *inliner) unlink(i int) {
	d := &p.delims[i]
	if d.prev >= 0 {
		p.delims[d.prev].next = d.next
	}
	if d.next >= 0 {
		p.delims[d.next].prev = d.prev
	}
}

func markIndex(c byte) int {
	switch c {
	case '*':
		return 0
	case '_':
		return 1
	}
	return 2
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
