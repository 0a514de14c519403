package markdown

import (
	"bytes"
	"strings"
)

// Links: [text](address "title"), [text][label], [label][], [label], images alike, [[Name|shown]], [^note]. Of a link its
// text stays; labels count only where the briefing defines them, so that drafting brackets and "[sic]" stay as they are.

const (
	maxLabel = 999
	maxDest  = 2000
)

// A bracket is an opening bracket that may begin a link.
type bracket struct {
	edit   int
	from   int // behind the bracket
	delims int // how many runs of emphasis stand before it
	image  bool
	dead   bool // a link lies in it, so it can be none
	nested bool // a bracket lies in it, so it is no label
}

func (p *inliner) open(i, n int) int {
	if n == 1 && i+1 < len(p.text) {
		switch p.text[i+1] {
		case '^':
			if end := p.note(i); end > 0 {
				return end
			}
		case '[':
			if end := p.name(i); end > 0 && !p.draft {
				return end
			}
		}
	}
	if len(p.brackets) >= maxMarks {
		return i + n
	}
	if k := len(p.brackets); k > 0 {
		p.brackets[k-1].nested = true
	}
	p.edits = append(p.edits, edit{from: i, to: i + n})
	p.brackets = append(p.brackets, bracket{edit: len(p.edits) - 1, from: i + n, delims: len(p.delims), image: n == 2})
	return i + n
}

// note takes "[^label]" out of the text.
func (p *inliner) note(i int) int {
	for end := i + 2; end < len(p.text) && end-i < 100; end++ {
		switch c := p.text[end]; {
		case c == ']':
			if end == i+2 {
				return 0
			}
			keepLink(&p.found.Notes, Link{Start: p.source(i), End: p.source(end) + 1, Target: string(p.text[i+2 : end])})
			p.cut(i, end+1)
			return end + 1
		case isSpace(c) || c == '[':
			return 0
		}
	}
	return 0
}

// name takes "[[Name|shown]]": what is shown stays.
func (p *inliner) name(i int) int {
	if p.draft {
		return 0
	}
	bar := 0
	for end := i + 2; end+1 < len(p.text) && end-i < 300; end++ {
		switch p.text[end] {
		case '|':
			if bar == 0 {
				bar = end
			}
		case '[', '\n':
			return 0
		case ']':
			if p.text[end+1] != ']' || end == i+2 {
				return 0
			}
			to, from := end, i+2
			if bar > 0 {
				to, from = bar, bar+1
			}
			target := strings.TrimSpace(string(p.text[i+2 : to]))
			keepLink(&p.found.Links, Link{Start: p.source(i), End: p.source(end+1) + 1, Target: target, Name: true})
			p.cut(i, from)
			p.cut(end, end+2)
			return end + 2
		}
	}
	return 0
}

// close looks what a closing bracket ends: a link with an address or a label, or nothing.
func (p *inliner) close(i int) int {
	k := len(p.brackets) - 1
	if k < 0 {
		return i + 1
	}
	b := p.brackets[k]
	p.brackets = p.brackets[:k]
	if b.dead {
		return i + 1
	}
	target, end := p.address(i + 1)
	if end == 0 {
		target, end = p.label(b, i)
	}
	if end == 0 {
		return i + 1
	}
	p.emphasis(b.delims)
	p.edits[b.edit].on = true
	p.cut(i, end)
	if !b.image {
		for k := range p.brackets {
			p.brackets[k].dead = p.brackets[k].dead || !p.brackets[k].image
		}
	}
	keepLink(&p.found.Links, Link{Start: p.source(p.edits[b.edit].from), End: p.source(end-1) + 1, Target: target})
	return end
}

// label answers where the label behind the bracket at i ends, or the bracket itself where its text is a label.
func (p *inliner) label(b bracket, i int) (target string, end int) {
	if len(p.labels) == 0 {
		return "", 0
	}
	if i+1 < len(p.text) && p.text[i+1] == '[' {
		rest := p.text[i+2 : min(len(p.text), i+2+maxLabel)]
		if to := bytes.IndexAny(rest, "[]"); to >= 0 && rest[to] == ']' {
			if to > 0 {
				return p.defined(rest[:to], i+3+to)
			}
			if !b.nested {
				return p.defined(p.text[b.from:i], i+3)
			}
		}
	}
	if b.nested {
		return "", 0
	}
	return p.defined(p.text[b.from:i], i+1)
}

func (p *inliner) defined(label []byte, end int) (string, int) {
	if len(label) > maxLabel {
		return "", 0
	}
	if target, ok := p.labels[normalLabel(label)]; ok {
		return target, end
	}
	return "", 0
}

// normalLabel folds case and blanks, as labels are compared.
func normalLabel(label []byte) string {
	return strings.ToLower(strings.Join(strings.Fields(string(label)), " "))
}

// address reads "(address "title")" and answers where it ends; 0: there is none.
func (p *inliner) address(i int) (target string, end int) {
	if i >= len(p.text) || p.text[i] != '(' {
		return "", 0
	}
	at := p.blanks(i + 1)
	from := at
	if at < len(p.text) && p.text[at] == '<' {
		to := p.angled(at)
		if to == 0 {
			return "", 0
		}
		target, at = string(p.text[from+1:to]), to+1
	} else {
		to := p.bare(at)
		target, at = string(p.text[from:to]), to
	}
	next := p.blanks(at)
	if next > at {
		next = p.blanks(p.linkTitle(next))
	}
	if next >= len(p.text) || p.text[next] != ')' {
		return "", 0
	}
	return target, next + 1
}

func (p *inliner) blanks(i int) int {
	for i < len(p.text) && isSpace(p.text[i]) {
		i++
	}
	return i
}

// angled answers where the address in < > that begins at i ends; 0: nowhere.
func (p *inliner) angled(i int) int {
	for i++; i < len(p.text); i++ {
		switch p.text[i] {
		case '>':
			return i
		case '<', '\n':
			return 0
		case '\\':
			i++
		}
	}
	return 0
}

// bare answers where an address without < > ends: at a blank, or at a bracket more than it opened.
func (p *inliner) bare(i int) int {
	open := 0
	for end := min(len(p.text), i+maxDest); i < end; i++ {
		switch c := p.text[i]; {
		case c <= ' ' || c == 0x7F:
			return i
		case c == '(':
			if open++; open > 32 {
				return i
			}
		case c == ')':
			if open--; open < 0 {
				return i
			}
		case c == '\\' && i+1 < end && isPunct(p.text[i+1]):
			i++
		}
	}
	return i
}

// linkTitle answers where the title at i ends; i where there is none.
func (p *inliner) linkTitle(i int) int {
	if i >= len(p.text) {
		return i
	}
	end := p.text[i]
	switch end {
	case '(':
		end = ')'
	case '"', '\'':
	default:
		return i
	}
	for k := i + 1; k < len(p.text) && k-i < maxDest; k++ {
		switch p.text[k] {
		case end:
			return k + 1
		case '\\':
			k++
		}
	}
	return i
}
